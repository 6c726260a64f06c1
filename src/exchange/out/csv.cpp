#include "exchange/out/csv.h"

#include <algorithm>

#include "exchange/people/matching.h"
#include "exchange/sheet/cells.h"
#include "exchange/tables/csv.h"
#include "model/fields.h"
#include "workspace/names.h"

namespace kith {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string cell_text(const Workspace& workspace, RecordId person, const FieldSpec& field) {
    if (field.type == FieldType::text_set) return joined_values(workspace.texts(person, field.id));
    const Value value = workspace.get(person, field.id);
    switch (value.type()) {
        case ValueType::text: return std::string(value.as_text());
        case ValueType::boolean: return value.as_boolean() ? "true" : "false";
        case ValueType::integer: return std::to_string(value.as_integer());
        case ValueType::date: return to_iso(value.as_date());
        case ValueType::instant: return to_iso(value.as_instant());
        default: break;
    }
    return field.id == person::uid ? derived_uid(person) : std::string{};
}

/// "* " marks the label of the one that is used first, as Google does.
std::string label_of(const std::vector<std::string_view>& row) {
    using enum person::contact_points;
    const std::string written(part_of(row, label));
    if (!part_of(row, primary).empty()) return "* " + written;
    return written.starts_with('*') || written.starts_with("\\*") ? "\\" + written : written;
}

bool is_listed_elsewhere(std::string_view kind) {
    return std::ranges::any_of(
        sheet_lists(), [&](const SheetList& list) { return !kind.empty() && list.kind == kind; });
}

}  // namespace

CsvExport::CsvExport(const Workspace& workspace, const ExportOptions& options)
    : workspace_(workspace), separator_(options.separator), sensitive_(options.sensitive) {
    plain_.push_back(person::uid);
    for (const FieldSpec& field : fields_of(Kind::person)) {
        if (has_sheet_column(field) && field.id != person::uid && may_say(field.id))
            plain_.push_back(field.id);
    }
    for (const SheetList& list : sheet_lists()) {
        const bool jobs = list.holds == SheetList::Holds::jobs;
        if (jobs || may_say(list.field)) lists_.push_back({&list, 0, std::vector<bool>(list.columns.size())});
    }
}

bool CsvExport::may_say(FieldId field) const {
    return sensitive_ || !find_field(field)->has(kith::sensitive);
}

std::vector<CsvExport::Row> CsvExport::rows_of(RecordId person, const SheetList& list) const {
    if (list.holds == SheetList::Holds::jobs) return jobs_of(person);
    std::vector<Row> rows;
    for (const Element& element : workspace_.elements(person, list.field)) {
        const auto parts = decode_row(element.value.as_row());
        Row row(parts.begin(), parts.end());
        if (list.field == person::contact_points) {
            const std::string_view kind = part_of(parts, person::contact_points::kind);
            const bool is_of_list = list.kind.empty() ? !is_listed_elsewhere(kind) : list.kind == kind;
            if (!is_of_list) continue;
            row.resize(std::max<std::size_t>(row.size(), 4));
            row[place_in_row(person::contact_points::label)] = label_of(parts);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<CsvExport::Row> CsvExport::jobs_of(RecordId person) const {
    std::vector<Row> jobs;
    for (const RecordId job : affiliations_of(workspace_, person)) {
        const RecordId organisation = workspace_.reference(job, affiliation::organisation);
        const auto text = [&](FieldId field) {
            return may_say(field) ? std::string(workspace_.text(job, field)) : std::string{};
        };
        // In the order of SheetJob.
        jobs.push_back({std::string(workspace_.text(organisation, organisation::name)),
            text(affiliation::role), text(affiliation::department), text(affiliation::place),
            to_iso(workspace_.date(job, affiliation::from)), to_iso(workspace_.date(job, affiliation::to)),
            workspace_.flag(job, affiliation::past) ? "true" : "", text(affiliation::brought),
            text(affiliation::notes)});
    }
    return jobs;
}

void CsvExport::measure(RecordId person) {
    for (Listed& listed : lists_) {
        const auto rows = rows_of(person, *listed.list);
        listed.most = std::max(listed.most, rows.size());
        for (std::size_t i = 0; i < listed.used.size(); ++i) {
            const SheetList::Column& column = listed.list->columns[i];
            const auto says_it = [&](const Row& row) {
                return column.part < row.size() && !row[column.part].empty();
            };
            listed.used[i] = listed.used[i] || !column.only_if_used || std::ranges::any_of(rows, says_it);
        }
    }
}

void CsvExport::cell(std::string& out, std::string_view text) {
    if (!first_in_row_) out += separator_;
    first_in_row_ = false;
    append_csv_field(out, guarded(text));
}

void CsvExport::append_header(std::string& out) {
    out += byte_order_mark;
    first_in_row_ = true;
    for (const FieldId field : plain_)
        cell(out, find_field(field)->key);
    for (const Listed& listed : lists_) {
        for (std::size_t number = 1; number <= listed.most; ++number) {
            for (std::size_t i = 0; i < listed.used.size(); ++i) {
                if (listed.used[i]) cell(out, heading_of(*listed.list, number, listed.list->columns[i]));
            }
        }
    }
    out += "\r\n";
}

void CsvExport::append_row(std::string& out, RecordId person) {
    first_in_row_ = true;
    for (const FieldId field : plain_)
        cell(out, cell_text(workspace_, person, *find_field(field)));
    for (const Listed& listed : lists_)
        append_list(out, person, listed);
    out += "\r\n";
}

void CsvExport::append_list(std::string& out, RecordId person, const Listed& listed) {
    const auto rows = rows_of(person, *listed.list);
    for (std::size_t row = 0; row < listed.most; ++row) {
        for (std::size_t i = 0; i < listed.used.size(); ++i) {
            const std::size_t part = listed.list->columns[i].part;
            const bool says_it = row < rows.size() && part < rows[row].size();
            if (listed.used[i]) cell(out, says_it ? std::string_view(rows[row][part]) : std::string_view{});
        }
    }
}

}  // namespace kith
