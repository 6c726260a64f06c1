// Properties of a vCard that stand alone: how to reach somebody, where, when, and with whom.
#include <algorithm>

#include "base/text.h"
#include "exchange/cards/reach.h"
#include "exchange/vcard/card_reading.h"
#include "exchange/vcard/names.h"
#include "model/fields.h"

namespace kith {

void CardReading::read_email(const VcardProperty& property) {
    builder_.email(plain(property), label(property), preferred(property), property.name);
}

void CardReading::read_phone(const VcardProperty& property) {
    std::string number = plain(property);
    if (ascii_lower(number.substr(0, 4)) == "tel:") {
        number.erase(0, 4);
        if (const auto at = number.find(";ext="); at != std::string::npos) number.replace(at, 5, " x");
    }
    builder_.phone(number, label(property), preferred(property), property.name);
}

void CardReading::read_message(const VcardProperty& property) {
    std::string account = plain(property);
    const std::string name = ascii_lower(property.name);
    std::string label_text = label(property);
    if (name != "impp") {  // X-SKYPE, X-AIM …
        const std::string service = name.substr(2) == "skype-username" ? "skype" : name.substr(2);
        account = account.empty() ? account : service + ":" + account;
    }
    builder_.contact_point(contact::message, account, label_text, preferred(property), property.name);
}

void CardReading::read_other_contact(const VcardProperty& property) {
    const auto pair = components(property);
    if (pair.size() != 2) return keep(property);
    builder_.contact_point(builder_.line_of_text(pair[0], property.name, longest_name), pair[1],
        label(property), preferred(property), property.name);
}

void CardReading::read_link(const VcardProperty& property) {
    builder_.link(plain(property), label(property), property.name);
}

void CardReading::read_social_profile(const VcardProperty& property) {
    std::string service(reader_.parameter(property, "SERVICE-TYPE"));
    for (const VcardParameter& parameter : reader_.parameters(property)) {
        const bool type = equal_ignoring_ascii_case(parameter.name, "TYPE");
        if (service.empty() && type && !equal_ignoring_ascii_case(parameter.value, "pref"))
            service = parameter.value;
    }
    const std::string address = plain(property);
    if (address.find("://") != std::string::npos) {
        builder_.link(address, service, property.name);
        return;
    }
    std::string user(reader_.parameter(property, "X-USER"));
    if (user.empty()) user = address.substr(address.find(':') + 1);
    if (!user.empty())
        builder_.contact_point(contact::message, ascii_lower(service) + ":" + user, {}, false, property.name);
}

void CardReading::read_address(const VcardProperty& property) {
    const auto parts = components(property);
    const auto part = [&](std::size_t i) {
        return i < parts.size() ? std::string_view(parts[i]) : std::string_view{};
    };
    const std::string label_text = label(property);
    if (!person()) {
        keep(property);  // its parts, to leave as they came
        if (builder_.card().has(organisation::place)) return;
    }
    builder_.address(parts_of<enum person::addresses>(
                         {{person::addresses::po_box, part(0)}, {person::addresses::extended, part(1)},
                             {person::addresses::street, part(2)}, {person::addresses::city, part(3)},
                             {person::addresses::region, part(4)}, {person::addresses::postal_code, part(5)},
                             {person::addresses::country, part(6)}, {person::addresses::label, label_text},
                             {person::addresses::formatted, reader_.parameter(property, "LABEL")}}),
        property.name);
}

void CardReading::read_note(const VcardProperty& property) {
    builder_.text(person() ? person::notes : organisation::notes, plain(property), property.name);
}

void CardReading::read_categories(const VcardProperty& property) {
    for_each_in_list(property, [&](std::string_view part) {
        const std::string tag = unescaped(trim(part), reader_.version());
        if (equal_ignoring_ascii_case(tag, "myContacts") || equal_ignoring_ascii_case(tag, "* myContacts"))
            return;
        builder_.text(person() ? person::tags : organisation::tags, tag, property.name);
    });
}

void CardReading::read_birthday(const VcardProperty& property) {
    if (!person()) return keep(property);
    if (const auto date = read_date(property)) builder_.date(person::birthday, *date);
}

void CardReading::read_other_date(const VcardProperty& property) {
    if (!person()) return keep(property);
    std::string text(group_label(property));
    if (text.empty()) text = "anniversary";
    if (const auto date = read_date(property)) builder_.other_date(*date, text);
}

void CardReading::read_related(const VcardProperty& property) {
    const std::string name = ascii_lower(property.name);
    std::string relation(group_label(property));
    const std::size_t dash = name.rfind('-');
    if (name.starts_with("x-") && name != "x-abrelatednames") relation = name.substr(dash + 1);
    if (relation.empty()) relation = label_of_types(reader_.parameters(property));
    const std::string who = plain(property);
    const bool address = who.starts_with("urn:") || who.find("://") != std::string::npos;
    if (!person() || address)
        keep(property);
    else
        builder_.related(who, relation, property.name);
}

void CardReading::read_agent(const VcardProperty& property) {
    std::string text = plain(property);
    if (!person() || ascii_lower(text.substr(0, 6)) != "begin:") return keep(property);
    VcardReader nested(text);
    while (nested.next()) {
        for (const VcardProperty& inner : nested.properties()) {
            if (equal_ignoring_ascii_case(inner.name, "FN")) {
                builder_.related(unescaped(inner.value, nested.version()), "assistant", property.name);
            }
        }
    }
    builder_.property("AGENT", {}, escaped(repair_utf8(text)));
}

void CardReading::read_photo(const VcardProperty& property) {
    std::string_view data = property.value;
    if (ascii_lower(data.substr(0, 5)) == "data:") {
        const std::size_t comma = data.find(',');
        data = comma != std::string_view::npos ? data.substr(comma + 1) : std::string_view{};
    } else if (reader_.parameter(property, "ENCODING").empty()) {
        return keep(property);  // an address: Kith fetches nothing
    }
    // Not taken apart when it can't be small enough.
    const bool large = data.size() / 4 * 3 > largest_photo + largest_photo / 8;
    if (person() && large) {
        builder_.notice({"import.large_photo", {largest_photo >> 20}}, property.name);
        return;
    }
    const std::string picture = from_base64(data);
    const bool known = picture.starts_with("\xFF\xD8\xFF") || picture.starts_with("\x89PNG") ||
        (picture.starts_with("RIFF") && picture.substr(0, 12).ends_with("WEBP"));
    if (!person() || !known) {
        if (trim(property.value).empty()) return;
        if (person()) builder_.notice({"import.odd_photo", {}}, property.name);
        return keep(property);
    }
    if (picture.size() > largest_photo) {
        builder_.notice({"import.large_photo", {largest_photo >> 20}}, property.name);
        return;
    }
    builder_.photo(picture);
}

}  // namespace kith
