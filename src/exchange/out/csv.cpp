#include "exchange/out/csv.h"

#include <algorithm>

#include "exchange/cards/reach.h"
#include "exchange/tables/csv.h"
#include "model/fields.h"
#include "workspace/names.h"

namespace kith {

namespace {

/// Google's way to put several values into a cell.
constexpr std::string_view between = " ::: ";

bool has_a_column(const FieldSpec& field) {
    if (field.has(hidden)) return false;
    switch (field.type) {
        case FieldType::rows:
        case FieldType::photo:
        case FieldType::reference:
        case FieldType::reference_set: return false;
        default: return true;
    }
}

std::string cell_text(const Workspace& workspace, RecordId person, const FieldSpec& field) {
    if (field.type == FieldType::text_set) {
        std::string joined;
        for (const std::string_view one : workspace.texts(person, field.id)) {
            if (!joined.empty()) joined += between;
            joined += one;
        }
        return joined;
    }
    const Value value = workspace.get(person, field.id);
    switch (value.type()) {
        case ValueType::text: return std::string(value.as_text());
        case ValueType::boolean: return value.as_boolean() ? "true" : "false";
        case ValueType::integer: return std::to_string(value.as_integer());
        case ValueType::date: return to_iso(value.as_date());
        case ValueType::instant: return to_iso(value.as_instant());
        default: return {};
    }
}

/// A spreadsheet takes a cell that begins like a formula for one; with a space before it, it is text.
bool looks_like_a_formula(std::string_view text) {
    if (text.starts_with('=') || text.starts_with('@')) return true;
    if (!text.starts_with('+') && !text.starts_with('-')) return false;
    return text.size() > 1 && text.find_first_not_of("0123456789 ()/.-+x") != std::string_view::npos;
}

}  // namespace

CsvExport::CsvExport(const Workspace& workspace, const ExportOptions& options) : workspace_(workspace) {
    const auto may_say = [&](const FieldSpec& field) { return options.sensitive || !field.has(sensitive); };
    for (const FieldSpec& field : fields_of(Kind::person)) {
        if (has_a_column(field) && may_say(field)) plain_.push_back(field.id);
    }
    const auto list = [&]<typename Part>(RowsField<Part> field, std::string_view kind, std::string_view name,
                          std::initializer_list<std::pair<std::string_view, Part>> columns) {
        if (!may_say(*find_field(field))) return;
        Numbered& one = numbered_.emplace_back(field, kind, name);
        for (const auto& [column, part] : columns)
            one.columns.emplace_back(column, place_in_row(part));
    };
    for (const auto& [kind, name] : std::initializer_list<std::pair<std::string_view, std::string_view>>{
             {contact::email, "E-mail"}, {contact::phone, "Phone"}, {contact::message, "IM"}})
        list(person::contact_points, kind, name,
            {{"Label", person::contact_points::label}, {"Value", person::contact_points::value}});
    list(person::addresses, {}, "Address",
        {{"Label", person::addresses::label}, {"Formatted", person::addresses::formatted},
            {"Street", person::addresses::street}, {"City", person::addresses::city},
            {"PO Box", person::addresses::po_box}, {"Region", person::addresses::region},
            {"Postal Code", person::addresses::postal_code}, {"Country", person::addresses::country},
            {"Extended Address", person::addresses::extended}});
    list(person::links, {}, "Website", {{"Label", person::links::label}, {"Value", person::links::url}});
    list(person::dates, {}, "Event", {{"Label", person::dates::label}, {"Value", person::dates::date}});
    list(person::related, {}, "Relation",
        {{"Label", person::related::label}, {"Value", person::related::name}});
    list(person::properties, {}, "Custom Field",
        {{"Label", person::properties::name}, {"Value", person::properties::value}});
}

std::vector<std::vector<std::string_view>> CsvExport::rows_of(RecordId person, const Numbered& list) const {
    std::vector<std::vector<std::string_view>> rows;
    for (const Element& element : workspace_.elements(person, list.field)) {
        auto parts = decode_row(element.value.as_row());
        parts.resize(std::max<std::size_t>(parts.size(), 10));
        if (list.kind.empty() || row_part(element.value, person::contact_points::kind) == list.kind)
            rows.push_back(std::move(parts));
    }
    return rows;
}

std::vector<RecordId> CsvExport::jobs_of(RecordId person) const {
    std::vector<RecordId> jobs = affiliations_of(workspace_, person);
    std::erase_if(jobs, [&](RecordId job) { return is_past(workspace_, job); });
    return jobs;
}

void CsvExport::measure(RecordId person) {
    for (Numbered& list : numbered_) {
        std::size_t count = 0;
        workspace_.for_each_element(person, list.field, [&](const Element& element) {
            if (list.kind.empty() || row_part(element.value, person::contact_points::kind) == list.kind)
                ++count;
        });
        list.most = std::max(list.most, count);
    }
    most_jobs_ = std::max(most_jobs_, jobs_of(person).size());
}

void CsvExport::cell(std::string& out, std::string_view text) {
    if (!first_in_row_) out += ',';
    first_in_row_ = false;
    if (looks_like_a_formula(text))
        append_csv_field(out, " " + std::string(text));
    else
        append_csv_field(out, text);
}

void CsvExport::append_header(std::string& out) {
    first_in_row_ = true;
    for (const FieldId field : plain_)
        cell(out, find_field(field)->key);
    for (std::size_t i = 1; i <= most_jobs_; ++i) {
        for (const std::string_view column : {"Name", "Title", "Department", "Location"}) {
            cell(out, "Organization " + std::to_string(i) + " - " + std::string(column));
        }
    }
    for (const Numbered& list : numbered_) {
        for (std::size_t i = 1; i <= list.most; ++i) {
            for (const auto& [column, part] : list.columns) {
                cell(out, std::string(list.name) + " " + std::to_string(i) + " - " + std::string(column));
            }
        }
    }
    out += "\r\n";
}

void CsvExport::append_row(std::string& out, RecordId person) {
    first_in_row_ = true;
    for (const FieldId field : plain_)
        cell(out, cell_text(workspace_, person, *find_field(field)));
    append_jobs(out, person);
    for (const Numbered& list : numbered_)
        append_numbered(out, person, list);
    out += "\r\n";
}

void CsvExport::append_jobs(std::string& out, RecordId person) {
    const std::vector<RecordId> jobs = jobs_of(person);
    for (std::size_t i = 0; i < most_jobs_; ++i) {
        const RecordId job = i < jobs.size() ? jobs[i] : RecordId{};
        const RecordId organisation = job ? workspace_.reference(job, affiliation::organisation) : RecordId{};
        cell(out, organisation ? workspace_.text(organisation, organisation::name) : std::string_view{});
        for (const FieldId field : {affiliation::role, affiliation::department, affiliation::place}) {
            cell(out, job ? workspace_.text(job, field) : std::string_view{});
        }
    }
}

void CsvExport::append_numbered(std::string& out, RecordId person, const Numbered& list) {
    const auto rows = rows_of(person, list);
    for (std::size_t i = 0; i < list.most; ++i) {
        for (const auto& [column, part] : list.columns) {
            if (i >= rows.size()) {
                cell(out, {});
                continue;
            }
            // "* " marks the label of the one that is used first, as Google does.
            const bool starred = column == "Label" && list.field == person::contact_points &&
                !part_of<enum person::contact_points>(rows[i], person::contact_points::primary).empty();
            cell(out, starred ? "* " + std::string(rows[i][part]) : std::string(rows[i][part]));
        }
    }
}

}  // namespace kith
