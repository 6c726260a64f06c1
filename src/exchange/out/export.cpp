#include "exchange/out/export.h"

#include <algorithm>

#include "exchange/out/csv.h"
#include "exchange/out/json.h"
#include "exchange/out/vcard.h"
#include "model/fields.h"

namespace kith {

namespace {

struct FormatName {
    std::string_view name;
    ExportFormat format;
};
constexpr FormatName format_names[] = {{"vcard", ExportFormat::vcard4}, {"vcard4", ExportFormat::vcard4},
    {"vcard3", ExportFormat::vcard3}, {"csv", ExportFormat::csv}, {"json", ExportFormat::json}};

}  // namespace

std::optional<ExportFormat> export_format(std::string_view name) {
    const auto at = std::ranges::find(format_names, name, &FormatName::name);
    return at != std::end(format_names) ? std::optional{at->format} : std::nullopt;
}

std::string_view extension_of(ExportFormat format) {
    switch (format) {
        case ExportFormat::csv: return "csv";
        case ExportFormat::json: return "json";
        default: return "vcf";
    }
}

std::string_view mime_type_of(ExportFormat format) {
    switch (format) {
        case ExportFormat::csv: return "text/csv;charset=utf-8";
        case ExportFormat::json: return "application/json";
        default: return "text/vcard;charset=utf-8";
    }
}

char list_separator(const NumberGrouping& grouping) {
    return grouping.sign.empty() || grouping.sign == "," ? ',' : ';';
}

struct ExportJob::Inside {
    Inside(const Workspace& workspace_, ExportFormat format_, ExportOptions options_)
        : workspace(workspace_), format(format_), options(std::move(options_)), csv(workspace_, options) {
        if (format == ExportFormat::json && options.people.empty()) {
            for (const KindSpec& kind : all_kinds())
                add_all(kind.kind);
        } else if (options.people.empty()) {
            add_all(Kind::person);
            people = records.size();
            if (format != ExportFormat::csv) add_organisations();
        } else {
            for (const RecordId person : options.people)
                add(person);
        }
        if (format == ExportFormat::json || !options.people.empty()) people = records.size();
        work = write();
    }

    const Workspace& workspace;
    ExportFormat format;
    ExportOptions options;
    CsvExport csv;
    std::vector<RecordId> records;
    std::size_t people = 0;  // of the records; of JSON all
    std::string out;
    Pieces pieces;  // the records, or twice them for CSV
    Slices work;    // last, so that it goes first

    void add_all(Kind kind) {
        for (const RecordId record : workspace.all(kind))
            add(record);
    }

    /// Companies of an address book leave as they came.
    void add_organisations() {
        for (const RecordId record : workspace.all(Kind::organisation)) {
            if (has_card_of_its_own(workspace, record)) add(record);
        }
    }

    /// What is sensitive about a record that says it is private is all of it.
    void add(RecordId record) {
        if (!workspace.live(record)) return;
        const FieldSpec* is_private = find_field(kind_of(record), "private");
        if (!options.sensitive && is_private != nullptr && workspace.flag(record, is_private->id)) return;
        if (!options.sensitive && (kind_of(record) == Kind::setting || kind_of(record) == Kind::saved_filter))
            return;
        records.push_back(record);
    }

    Slices write();
    Slices write_csv();
    Slices write_json();
    Slices write_vcards(VcardVersion version);
};

Slices ExportJob::Inside::write() {
    switch (format) {
        case ExportFormat::vcard4: return write_vcards(VcardVersion::v4_0);
        case ExportFormat::vcard3: return write_vcards(VcardVersion::v3_0);
        case ExportFormat::csv: return write_csv();
        case ExportFormat::json: return write_json();
    }
    return {};
}

/// How many columns there are is known when everyone has been looked at.
Slices ExportJob::Inside::write_csv() {
    for (const RecordId record : records) {
        csv.measure(record);
        if (pieces.done()) co_await next_slice;
    }
    csv.append_header(out);
    for (const RecordId record : records) {
        csv.append_row(out, record);
        if (pieces.done()) co_await next_slice;
    }
}

/// A list for each kind.
Slices ExportJob::Inside::write_json() {
    JsonWriter json;
    json.open('{').key("kith").number(1).key("records").open('{');
    std::optional<Kind> kind;
    for (const RecordId record : records) {
        if (kind != kind_of(record)) {
            if (kind) json.close(']');
            kind = kind_of(record);
            json.line().key(find_kind(*kind)->key).open('[');
        }
        kith::write_json(json.line(), workspace, record, options);
        if (pieces.done()) co_await next_slice;
    }
    if (kind) json.close(']');
    out = json.close('}').close('}').take() + '\n';
}

Slices ExportJob::Inside::write_vcards(VcardVersion version) {
    for (const RecordId record : records) {
        append_vcard(out, workspace, record, version, options);
        if (pieces.done()) co_await next_slice;
    }
}

ExportJob::ExportJob(const Workspace& workspace, ExportFormat format, ExportOptions options)
    : inside_(std::make_unique<Inside>(workspace, format, std::move(options))) {}
ExportJob::~ExportJob() = default;
ExportJob::ExportJob(ExportJob&&) noexcept = default;
ExportJob& ExportJob::operator=(ExportJob&&) noexcept = default;

bool ExportJob::step(const OutOfTime& out_of_time) {
    return inside_->work.step(out_of_time);
}

double ExportJob::fraction() const {
    const std::size_t all = inside_->records.size() * (inside_->format == ExportFormat::csv ? 2 : 1);
    return part_done(inside_->pieces.count(), all);
}

std::size_t ExportJob::count() const {
    return inside_->people;
}
std::string ExportJob::take() {
    return std::move(inside_->out);
}

std::string export_all(const Workspace& workspace, ExportFormat format, ExportOptions options) {
    ExportJob job(workspace, format, std::move(options));
    while (job.step([] { return false; })) {}
    return job.take();
}

}  // namespace kith
