#include "exchange/out/vcard.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "exchange/cards/reach.h"
#include "exchange/people/matching.h"
#include "exchange/vcard/names.h"
#include "model/fields.h"
#include "workspace/names.h"

namespace kith {

namespace {

/// A name that a vCard's property can have, as Kith keeps it: "X-ABUID", "item3.X-FOO". Never one that would begin or
/// end a card, or change what the others mean.
bool is_property_name(std::string_view name) {
    constexpr std::string_view of_the_card[] = {"BEGIN", "END", "VERSION"};
    if (const std::size_t dot = name.rfind('.'); dot != std::string_view::npos) {
        const std::string_view group = name.substr(0, dot);
        if (group.empty() || group.find_first_of(":;\"\r\n") != std::string_view::npos) return false;
        name.remove_prefix(dot + 1);
    }
    return !name.empty() && !std::ranges::contains(of_the_card, name) &&
        std::ranges::all_of(
            name, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'; });
}

bool is_one_line(std::string_view text) {
    return text.find_first_of("\r\n") == std::string_view::npos;
}

/// Kinds of relation that RFC 6350 §6.6.6 knows.
constexpr std::string_view relations[] = {"contact", "acquaintance", "friend", "met", "co-worker",
    "colleague", "neighbor", "child", "parent", "sibling", "spouse", "kin", "agent", "emergency"};

class CardWriting {
public:
    /// `record` is a person or an organisation.
    CardWriting(std::string& out, const Workspace& workspace, RecordId record, VcardVersion version,
        const ExportOptions& options)
        : out_(out), workspace_(workspace), person_(record), version_(version), options_(options) {}

    void write_person() {
        begin();
        find_free_group(person::properties);
        write_name();
        for (const FieldSpec& field : fields_of(Kind::person))
            write_field(field);
        write_rows();
        write_work();
        write_photo();
        write_properties(person::properties);
        line("END:VCARD");
    }

    /// As Apple and RFC 6350 mark companies. What came with its card and has no field of its own goes out as it came.
    void write_organisation() {
        begin();
        find_free_group(organisation::properties);
        const std::string name = escaped(text(organisation::name));
        if (!has_property("UID")) line("UID:" + derived_uid(person_));
        if (!four()) line("N:;;;;");
        line("FN:" + name);
        if (!has_property("ORG")) line("ORG:" + name);
        line(four() ? "KIND:org" : "X-ABShowAs:COMPANY");
        if (may_say(organisation::notes) && !text(organisation::notes).empty())
            line("NOTE:" + escaped(text(organisation::notes)));
        write_tags(organisation::tags);
        write_contact_points(organisation::contact_points);
        write_links(organisation::links);
        if (!has_property("ADR") && !text(organisation::place).empty())
            line("ADR:;;;" + escaped(text(organisation::place)) + ";;;");
        write_properties(organisation::properties);
        line("END:VCARD");
    }

private:
    std::string& out_;
    const Workspace& workspace_;
    RecordId person_;
    VcardVersion version_;
    const ExportOptions& options_;
    int group_ = 1;

    void begin() {
        line("BEGIN:VCARD");
        line(four() ? "VERSION:4.0" : "VERSION:3.0");
        line("PRODID:-//Kith//EN");
    }

    bool four() const { return version_ == VcardVersion::v4_0; }
    void line(std::string_view text) { append_content_line(out_, text); }
    std::string_view text(FieldId field) const { return workspace_.text(person_, field); }
    bool may_say(FieldId field) const { return options_.sensitive || !find_field(field)->has(sensitive); }

    /// `use` is given what answers with a part of the row: row(person::links::url).
    template <typename Part, typename Use>
    void for_each_row(RowsField<Part> field, Use use) {
        if (!may_say(field)) return;
        for (const Element& element : workspace_.elements(person_, field)) {
            const auto parts = decode_row(element.value.as_row());
            use([&](Part part) { return part_of(parts, part); });
        }
    }

    /// Groups are "item1", "item2" …; those of kept properties stay theirs.
    void find_free_group(RowsField<enum person::properties> properties) {
        for_each_row(properties, [&](const auto& row) {
            const std::string lower =
                ascii_lower(row(person::properties::name).substr(0, row(person::properties::name).find('.')));
            if (!lower.starts_with("item") ||
                row(person::properties::name).find('.') == std::string_view::npos)
                return;
            if (const auto number = read_integer(std::string_view(lower).substr(4));
                number && *number < 100'000) {
                group_ = std::max(group_, static_cast<int>(*number) + 1);
            }
        });
    }

    /// Whether what the organisation's card said so is kept as it came.
    bool has_property(std::string_view name) const {
        return std::ranges::any_of(
            workspace_.elements(person_, organisation::properties), [&](const Element& element) {
                std::string_view kept = row_part(element.value, person::properties::name);
                kept.remove_prefix(std::min(kept.size(), kept.rfind('.') + 1));
                return kept == name;
            });
    }

    void write_tags(FieldId field) {
        std::string tags;
        for (const std::string_view tag : workspace_.texts(person_, field))
            tags += (tags.empty() ? "" : ",") + escaped(tag);
        if (!tags.empty()) line("CATEGORIES:" + tags);
    }

    void write_name() {
        const std::string_view uid = text(person::uid);
        line("UID:" + (uid.empty() ? derived_uid(person_) : escaped(uid)));
        const std::array fields{person::family_name, person::given_name, person::additional_names,
            person::name_prefix, person::name_suffix};
        std::string parts;
        for (const FieldId field : fields) {
            if (field != fields[0]) parts += ';';
            parts += escaped(text(field));
        }
        const bool has_parts = parts.size() > fields.size() - 1;
        const std::string shown = person_name(workspace_, person_);
        if (has_parts) {
            line("N:" + parts);
        } else {
            // A name that is not taken apart: programs that only look at N see it as a first name.
            if (!four()) line("N:;" + escaped(shown) + ";;;");
            line("X-KITH-WHOLE-NAME:true");
            line("KIND:individual");
        }
        line("FN:" + escaped(shown));
        if (const auto former = text(person::former_name); !former.empty())
            line("X-MAIDENNAME:" + escaped(former));
        if (const auto date = workspace_.date(person_, person::birthday);
            !date.empty() && may_say(person::birthday)) {
            line("BDAY" + date_value(date));
        }
        if (may_say(person::notes) && !text(person::notes).empty())
            line("NOTE:" + escaped(text(person::notes)));
        write_tags(person::tags);
    }

    /// Parameters and value: ":19800512", ":--0512"; before 4.0 as Apple writes dates without a year.
    std::string date_value(PartialDate date) const {
        if (four()) {
            std::string basic = to_iso(date);
            if (date.month && date.day)
                std::erase_if(
                    basic, [&, i = 0](char c) mutable { return c == '-' && i++ >= (date.year ? 0 : 2); });
            return ":" + basic;
        }
        if (date.year || !date.day) return ":" + to_iso(date);
        date.year = std::chrono::year{1604};
        return ";X-APPLE-OMIT-YEAR=1604:" + to_iso(date);
    }

    void write_field(const FieldSpec& field) {
        const std::string name = property_of_field(field);
        if (name.empty() || !may_say(field.id)) return;
        if (field.type == FieldType::text_set) {
            for (const std::string_view one : workspace_.texts(person_, field.id))
                line(name + ":" + escaped(one));
            return;
        }
        const Value value = workspace_.get(person_, field.id);
        switch (value.type()) {
            case ValueType::text: line(name + ":" + escaped(value.as_text())); break;
            case ValueType::boolean: line(name + (value.as_boolean() ? ":true" : ":false")); break;
            case ValueType::integer: line(name + ":" + std::to_string(value.as_integer())); break;
            case ValueType::date: line(name + ":" + to_iso(value.as_date())); break;
            default: break;
        }
    }

    /// A property with the label that people gave it: by types if it is made of those, else as Apple does.
    void labelled(std::string_view name, std::string_view label, bool preferred, std::string_view parameters,
        std::string_view value) {
        std::string types = types_of_label(label);
        const bool own_label = types.empty() && !label.empty();
        if (const std::size_t open = label.rfind(" (");
            own_label && open != std::string_view::npos && label.ends_with(')')) {
            types =
                types_of_label(label.substr(open + 2, label.size() - open - 3));  // "Front desk (work fax)"
            if (!types.empty()) label = label.substr(0, open);
        }
        if (name == "EMAIL" && !four()) types = types.empty() ? "INTERNET" : "INTERNET," + types;
        if (preferred && !four()) types += types.empty() ? "PREF" : ",PREF";
        std::string text(name);
        if (own_label) text = "item" + std::to_string(group_) + "." + text;
        if (!types.empty()) text += ";TYPE=" + types;
        if (preferred && four()) text += ";PREF=1";
        text += parameters;
        line(text + ":" + std::string(value));
        if (own_label) line("item" + std::to_string(group_++) + ".X-ABLabel:" + escaped(label));
    }

    void write_contact_points(RowsField<enum person::contact_points> field) {
        for_each_row(field, [&](const auto& row) {
            const std::string value = escaped(row(person::contact_points::value));
            const bool preferred = !row(person::contact_points::primary).empty();
            if (row(person::contact_points::kind) == contact::email)
                labelled("EMAIL", row(person::contact_points::label), preferred, {}, value);
            else if (row(person::contact_points::kind) == contact::phone)
                labelled("TEL", row(person::contact_points::label), preferred, {}, value);
            else if (row(person::contact_points::kind) == contact::message)
                labelled("IMPP", row(person::contact_points::label), preferred, {}, value);
            else
                labelled("X-KITH-CONTACT", row(person::contact_points::label), preferred, {},
                    escaped(row(person::contact_points::kind)) + ";" + value);
        });
    }

    void write_links(RowsField<enum person::links> field) {
        for_each_row(field, [&](const auto& row) {
            labelled("URL", row(person::links::label), false, {}, escaped(row(person::links::url)));
        });
    }

    void write_rows() {
        write_contact_points(person::contact_points);
        for_each_row(person::addresses, [&](const auto& row) {
            using enum person::addresses;
            const std::string shown =
                row(formatted).empty() ? std::string{} : ";LABEL=" + parameter_value(row(formatted));
            std::string value;
            for (const auto part : {po_box, extended, street, city, region, postal_code, country})
                value += escaped(row(part)) + (part == country ? "" : ";");
            labelled("ADR", row(person::addresses::label), false, shown, value);
        });
        write_links(person::links);
        for_each_row(person::dates, [&](const auto& row) {
            const auto date = parse_iso_date(row(person::dates::date));
            const std::string value =
                date ? date_value(*date) : ";VALUE=text:" + escaped(row(person::dates::date));
            if (row(person::dates::label) == "anniversary" && four())
                line("ANNIVERSARY" + value);
            else
                grouped("X-ABDATE", value, row(person::dates::label));
        });
        for_each_row(person::related, [&](const auto& row) {
            if (!four())
                grouped("X-ABRELATEDNAMES", ":" + escaped(row(person::related::name)),
                    row(person::related::label));
            else if (std::ranges::contains(relations, row(person::related::label)))
                line("RELATED;VALUE=text;TYPE=" + std::string(row(person::related::label)) + ":" +
                    escaped(row(person::related::name)));
            else
                grouped("RELATED;VALUE=text", ":" + escaped(row(person::related::name)),
                    row(person::related::label));
        });
    }

    void grouped(std::string_view name, const std::string& value, std::string_view label) {
        if (label.empty()) return line(std::string(name) + value);
        const std::string group = "item" + std::to_string(group_++) + ".";
        line(group + std::string(name) + value);
        line(group + "X-ABLabel:" + escaped(label));
    }

    void write_work() {
        std::vector<RecordId> current;
        for (const RecordId one : affiliations_of(workspace_, person_)) {
            if (is_past(workspace_, one))
                line("X-KITH-PAST-WORK" + work_parameters(one) + ":" + work_parts(one));
            else
                current.push_back(one);
        }
        for (const RecordId one : current) {
            const std::string role = escaped(workspace_.text(one, affiliation::role));
            const RecordId organisation = workspace_.reference(one, affiliation::organisation);
            const std::string employer = escaped(workspace_.text(organisation, organisation::name));
            const std::string department = escaped(workspace_.text(one, affiliation::department));
            const std::string parameters = work_parameters(one);
            const bool only_a_role = employer.empty() && department.empty();
            if (only_a_role && (current.size() > 1 || !parameters.empty())) {
                line("X-KITH-WORK" + parameters + ":" + work_parts(one));
                continue;
            }
            const std::string group =
                current.size() > 1 ? "item" + std::to_string(group_++) + "." : std::string{};
            if (!only_a_role)
                line(group + "ORG" + parameters + ":" + employer +
                    (department.empty() ? "" : ";" + department));
            if (!role.empty()) line(group + "TITLE:" + role);
        }
    }

    std::string work_parameters(RecordId affiliation) const {
        std::string out;
        const auto date = [&](std::string_view name, FieldId field) {
            const PartialDate value = workspace_.date(affiliation, field);
            if (!value.empty()) out += ";" + std::string(name) + "=" + to_iso(value);
        };
        date("X-KITH-FROM", affiliation::from);
        date("X-KITH-TO", affiliation::to);
        const std::string_view place = workspace_.text(affiliation, affiliation::place);
        if (!place.empty()) out += ";X-KITH-PLACE=" + parameter_value(place);
        const auto text = [&](std::string_view name, FieldId field) {
            const std::string_view value = workspace_.text(affiliation, field);
            if (!value.empty() && may_say(field))
                out += ";" + std::string(name) + "=" + parameter_value(value);
        };
        text("X-KITH-BROUGHT", affiliation::brought);
        text("X-KITH-NOTES", affiliation::notes);
        return out;
    }

    std::string work_parts(RecordId affiliation) const {
        const RecordId organisation = workspace_.reference(affiliation, affiliation::organisation);
        return escaped(workspace_.text(organisation, organisation::name)) + ";" +
            escaped(workspace_.text(affiliation, affiliation::department)) + ";" +
            escaped(workspace_.text(affiliation, affiliation::role));
    }

    void write_photo() {
        const std::string_view photo = workspace_.get(person_, person::photo).as_bytes();
        if (photo.empty()) return;
        const std::string type = photo.starts_with("\x89PNG") ? "png"
            : photo.starts_with("RIFF")                       ? "webp"
                                                              : "jpeg";
        if (four()) {
            line("PHOTO:data:image/" + type + ";base64," + to_base64(photo));
        } else {
            std::string upper = type;
            for (char& c : upper)
                c = static_cast<char>(c - 32);
            line("PHOTO;ENCODING=b;TYPE=" + upper + ":" + to_base64(photo));
        }
    }

    void write_properties(RowsField<enum person::properties> field) {
        for_each_row(field, [&](const auto& row) {
            const bool one_line = is_one_line(row(person::properties::value)) &&
                is_one_line(row(person::properties::parameters));
            if (is_property_name(row(person::properties::name)) && one_line) {
                line(std::string(row(person::properties::name)) +
                    (row(person::properties::parameters).empty()
                            ? ""
                            : ";" + std::string(row(person::properties::parameters))) +
                    ":" + std::string(row(person::properties::value)));
            } else {
                line("X-KITH-COLUMN;X-NAME=" + parameter_value(row(person::properties::name)) + ":" +
                    escaped(row(person::properties::value)));
            }
        });
    }
};

}  // namespace

void append_vcard(std::string& out, const Workspace& workspace, RecordId record, VcardVersion version,
    const ExportOptions& options) {
    CardWriting writing(out, workspace, record, version, options);
    if (kind_of(record) == Kind::organisation)
        writing.write_organisation();
    else
        writing.write_person();
}

bool has_card_of_its_own(const Workspace& workspace, RecordId organisation) {
    return !workspace.elements(organisation, organisation::contact_points).empty() ||
        !workspace.elements(organisation, organisation::properties).empty();
}

}  // namespace kith
