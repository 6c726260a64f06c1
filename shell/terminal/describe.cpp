#include "terminal/describe.h"

#include <algorithm>

#include "base/text.h"
#include "insight/contact_book.h"
#include "model/labels.h"
#include "model/meanings.h"
#include "workspace/names.h"

namespace kith::terminal {

namespace {

constexpr std::size_t label_width = 26;

/// Under a label; further lines of a long text stand below the first.
void append_line(std::string& out, std::string_view label, std::string_view text) {
    std::string head = "  " + std::string(label);
    const auto letters =
        static_cast<std::size_t>(std::ranges::count_if(head, [](char c) { return (c & 0xC0) != 0x80; }));
    head.append(letters < label_width ? label_width - letters : 1, ' ');
    for (const std::string_view line : split(text, '\n')) {
        out += head;
        out += line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
        out += '\n';
        head.assign(label_width, ' ');
    }
}

/// "ana@example.org (email, work)": what it is, then what it is for.
std::string row_in_words(const FieldSpec& field, Value row) {
    std::string what;
    std::string about;
    const auto add = [](std::string& to, std::string_view text) {
        if (text.empty()) return;
        if (!to.empty()) to += ", ";
        to += text;
    };
    const auto parts = list_of(field);
    const bool is_address = field.id == person::addresses;
    const bool has_formatted = is_address && !row_part(row, person::addresses::formatted).empty();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::string_view text = row_part(row, i);
        if (is_contact_points(field.id) && i == place_in_row(person::contact_points::primary))
            add(about, text.empty() ? "" : parts[i]);
        else if (is_row_label(field.id, i))
            add(about, text);
        else if (!has_formatted || i == place_in_row(person::addresses::formatted))
            add(what, text);
    }
    return about.empty() ? what : what + " (" + about + ")";
}

std::string in_words(const Workspace& workspace, const FieldSpec& field, Value value) {
    switch (value.type()) {
        case ValueType::boolean: return value.as_boolean() ? "yes" : "no";
        case ValueType::integer: return std::to_string(value.as_integer());
        case ValueType::date: return to_iso(value.as_date());
        case ValueType::instant: return to_iso(value.as_instant());
        case ValueType::reference: return record_name(workspace, value.as_reference());
        case ValueType::row: return row_in_words(field, value);
        case ValueType::bytes: return "(" + std::to_string(value.data().size()) + " bytes)";
        case ValueType::text: return std::string(value.as_text());
        case ValueType::none: break;
    }
    return {};
}

std::string period_of(const Workspace& workspace, RecordId affiliation) {
    const PartialDate from = workspace.date(affiliation, affiliation::from);
    const PartialDate to = workspace.date(affiliation, affiliation::to);
    if (from.empty() && to.empty()) return is_past(workspace, affiliation) ? "past" : "";
    return to_iso(from) + "/" + (to.empty() && !is_past(workspace, affiliation) ? "" : to_iso(to));
}

/// "Head of Nursing, St. Anna Hospital (2019/)"
std::string work_in_words(const Workspace& workspace, RecordId affiliation, RecordId other) {
    std::string text(workspace.text(affiliation, affiliation::role));
    const std::string name = record_name(workspace, other);
    if (!text.empty() && !name.empty()) text += ", ";
    text += name;
    const std::string period = period_of(workspace, affiliation);
    return period.empty() ? text : text + " (" + period + ")";
}

void append_fields(
    std::string& out, const Workspace& workspace, RecordId record, const Catalogue& catalogue) {
    for (const FieldSpec& field : fields_of(kind_of(record))) {
        if (field.has(hidden)) continue;
        std::string label = field_label(catalogue, field);
        const auto append = [&](const Element& element) {
            append_line(out, std::exchange(label, {}), in_words(workspace, field, element.value));
        };
        if (is_collection(field.type))
            std::ranges::for_each(workspace.elements(record, field.id), append);
        else if (const Value value = workspace.get(record, field.id); !value.empty())
            append({.id = {}, .value = value});
    }
}

}  // namespace

std::string describe(const Workspace& workspace, RecordId record, const Catalogue& catalogue) {
    const Kind kind = kind_of(record);
    std::string out = record_name(workspace, record) + "\n";
    append_line(out, kind_name(catalogue, kind), to_string(record));
    append_fields(out, workspace, record, catalogue);
    if (kind == Kind::person) {
        std::string_view label = catalogue.get("terminal.work");
        for (const RecordId at : affiliations_of(workspace, record)) {
            const RecordId organisation = workspace.reference(at, affiliation::organisation);
            append_line(out, std::exchange(label, {}), work_in_words(workspace, at, organisation));
        }
        const std::size_t interactions = workspace.referrers(record, interaction::people).size();
        if (interactions > 0)
            append_line(out, catalogue.get("terminal.interactions"), std::to_string(interactions));
        if (const auto contacts = contacts_of(workspace, record); !contacts.empty())
            append_line(out, catalogue.get("terminal.last_contact"),
                to_iso(workspace.date(contacts.back().interaction, interaction::on)));
    }
    if (kind == Kind::organisation) {
        std::string_view label = catalogue.get("terminal.people");
        for (const RecordId at : workspace.referrers(record, affiliation::organisation)) {
            append_line(out, std::exchange(label, {}),
                work_in_words(workspace, at, workspace.reference(at, affiliation::person)));
        }
    }
    return out;
}

}  // namespace kith::terminal
