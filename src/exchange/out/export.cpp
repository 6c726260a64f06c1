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

struct ExportJob::Inside {
    Inside(const Workspace& workspace_, ExportFormat format_, ExportOptions options_)
        : workspace(workspace_), format(format_), options(std::move(options_)), csv(workspace_, options) {
        if (format == ExportFormat::json && options.people.empty()) {
            for (const KindSpec& kind : all_kinds())
                add_all(kind.kind);
        } else if (options.people.empty()) {
            add_all(Kind::person);
        } else {
            for (const RecordId person : options.people)
                add(person);
        }
    }

    const Workspace& workspace;
    ExportFormat format;
    ExportOptions options;
    CsvExport csv;
    std::vector<RecordId> records;
    std::size_t at = 0;
    bool measuring = true;
    std::string out;
    JsonWriter json;

    void add_all(Kind kind) {
        for (const RecordId record : workspace.all(kind))
            add(record);
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

    bool step();
    void next_json();
};

bool ExportJob::Inside::step() {
    if (format == ExportFormat::csv && measuring) {
        if (at < records.size()) {
            csv.measure(records[at++]);
            return true;
        }
        measuring = false;
        at = 0;
        csv.append_header(out);
        return true;
    }
    if (format == ExportFormat::json) {
        next_json();
        return at++ < records.size();
    }
    if (at == records.size()) return false;
    if (format == ExportFormat::csv) {
        csv.append_row(out, records[at]);
    } else {
        append_vcard(out, workspace, records[at],
            format == ExportFormat::vcard4 ? VcardVersion::v4_0 : VcardVersion::v3_0, options);
    }
    ++at;
    return true;
}

/// The record at hand, with what must stand before it; after the last, what closes the file.
void ExportJob::Inside::next_json() {
    if (at > records.size()) return;
    const bool first = at == 0;
    if (first) json.open('{').key("kith").number(1).key("records").open('{');
    if (at == records.size()) {
        if (!first) json.close(']');
        out = json.close('}').close('}').take() + '\n';
        return;
    }
    const Kind kind = kind_of(records[at]);
    if (first || kind_of(records[at - 1]) != kind) {
        if (!first) json.close(']');
        json.line().key(find_kind(kind)->key).open('[');
    }
    write_json(json.line(), workspace, records[at], options);
}

ExportJob::ExportJob(const Workspace& workspace, ExportFormat format, ExportOptions options)
    : inside_(std::make_unique<Inside>(workspace, format, std::move(options))) {}
ExportJob::~ExportJob() = default;
ExportJob::ExportJob(ExportJob&&) noexcept = default;
ExportJob& ExportJob::operator=(ExportJob&&) noexcept = default;

bool ExportJob::step(const std::function<bool()>& out_of_time) {
    constexpr int pieces_at_once = 16;
    do {
        for (int i = 0; i < pieces_at_once; ++i) {
            if (!inside_->step()) return false;
        }
    } while (!out_of_time());
    return true;
}

double ExportJob::fraction() const {
    if (inside_->records.empty()) return 1.0;
    const double part = static_cast<double>(std::min(inside_->at, inside_->records.size())) /
        static_cast<double>(inside_->records.size());
    if (inside_->format != ExportFormat::csv) return part;
    return inside_->measuring ? part / 4 : 0.25 + part * 0.75;
}

std::size_t ExportJob::count() const {
    return inside_->records.size();
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
