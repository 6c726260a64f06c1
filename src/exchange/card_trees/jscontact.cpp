#include "exchange/card_trees/jscontact.h"

#include <algorithm>
#include <map>
#include <span>

#include "base/text.h"
#include "exchange/card_trees/card_lines.h"
#include "exchange/records/json_reader.h"
#include "exchange/records/record_values.h"
#include "exchange/vcard/cards.h"
#include "exchange/vcard/values.h"

namespace kith {

namespace {

using Parameters = std::vector<CardLines::Parameter>;

std::string padded(std::string_view number, std::size_t digits) {
    return number.size() < digits ? std::string(digits - number.size(), '0') + std::string(number)
                                  : std::string(number);
}

/// {"year": 1980, "month": 5} or {"utc": "1980-05-12T…"} as ISO 8601.
std::string date_text(const JsonValue& date) {
    if (const std::string_view moment = date["utc"].word(); !moment.empty())
        return std::string(moment.substr(0, 10));
    if (const std::string_view text = date.word(); !text.empty()) return std::string(text);
    const std::string_view year = date["year"].word(), month = date["month"].word(), day = date["day"].word();
    std::string text = year.empty() ? "-" : padded(year, 4);
    if (!month.empty()) text += "-" + padded(month, 2);
    if (!month.empty() && !day.empty()) text += "-" + padded(day, 2);
    return text == "-" ? std::string{} : text;
}

/// The texts of components of these kinds, in their order.
std::string components(const JsonValue& all, std::initializer_list<std::string_view> kinds) {
    std::string text;
    for (const JsonValue& one : all.items) {
        if (!std::ranges::contains(kinds, one["kind"].word())) continue;
        if (!text.empty()) text += ' ';
        text += one["value"].word();
    }
    return text;
}

class CardOfJsContact {
public:
    explicit CardOfJsContact(const JsonValue& card) : card_(card) {}

    std::string lines() {
        for (const auto& [name, value] : card_.members)
            read(name, value);
        read_work();
        return lines_.take();
    }

private:
    using Handler = void (CardOfJsContact::*)(const JsonValue& value);

    const JsonValue& card_;
    CardLines lines_;

    void read(std::string_view name, const JsonValue& value) {
        struct Entry {
            std::string_view name;
            Handler handler;
        };
        static constexpr Entry handlers[] = {
            {"@type", &CardOfJsContact::pass_over},
            {"version", &CardOfJsContact::pass_over},
            {"created", &CardOfJsContact::pass_over},
            {"updated", &CardOfJsContact::pass_over},
            {"prodId", &CardOfJsContact::pass_over},
            {"organizations", &CardOfJsContact::pass_over},  // with the titles
            {"titles", &CardOfJsContact::pass_over},
            {"uid", &CardOfJsContact::read_uid},
            {"kind", &CardOfJsContact::read_kind},
            {"name", &CardOfJsContact::read_name},
            {"nicknames", &CardOfJsContact::read_nicknames},
            {"emails", &CardOfJsContact::read_emails},
            {"phones", &CardOfJsContact::read_phones},
            {"onlineServices", &CardOfJsContact::read_services},
            {"addresses", &CardOfJsContact::read_addresses},
            {"anniversaries", &CardOfJsContact::read_anniversaries},
            {"relatedTo", &CardOfJsContact::read_related},
            {"members", &CardOfJsContact::read_members},
            {"notes", &CardOfJsContact::read_notes},
            {"keywords", &CardOfJsContact::read_keywords},
            {"links", &CardOfJsContact::read_links},
            {"media", &CardOfJsContact::read_media},
            {"personalInfo", &CardOfJsContact::read_personal},
            {"preferredLanguages", &CardOfJsContact::read_languages},
            {"speakToAs", &CardOfJsContact::read_pronouns},
        };
        const auto at = std::ranges::find(handlers, name, &Entry::name);
        if (at != std::end(handlers))
            (this->*at->handler)(value);
        else
            keep(name, value);
    }

    void keep(std::string_view name, const JsonValue& value) {
        const std::string text = shown(value);
        if (!text.empty()) lines_.add_text("X-KITH-COLUMN", {{"X-NAME", std::string(name)}}, text);
    }

    void pass_over(const JsonValue&) {}
    void read_uid(const JsonValue& value) { lines_.add_text("UID", {}, value.word()); }
    void read_kind(const JsonValue& value) { lines_.add_text("KIND", {}, value.word()); }

    void read_name(const JsonValue& name) {
        const JsonValue& parts = name["components"];
        const std::string family = components(parts, {"surname", "surname2"});
        const std::string given = components(parts, {"given"});
        const std::string middle = components(parts, {"given2", "middle"});
        const std::string prefix = components(parts, {"title", "prefix"});
        const std::string suffix = components(parts, {"generation", "credential", "suffix"});
        std::string n;
        for (const std::string& part : {family, given, middle, prefix, suffix})
            n += escaped(part) + ";";
        n.pop_back();
        if (!family.empty() || !given.empty() || !middle.empty()) lines_.add("N", {}, n);
        lines_.add_text("FN", {}, name["full"].word());
    }

    void read_nicknames(const JsonValue& all) {
        for (const auto& [id, one] : all.members)
            lines_.add_text("NICKNAME", {}, one["name"].word());
    }

    /// Contexts and, of telephones, what they can do.
    static Parameters types_of(const JsonValue& one) {
        Parameters types;
        for (const auto& [context, is_set] : one["contexts"].members) {
            if (is_set.truth) types.push_back({"TYPE", context == "private" ? "home" : context});
        }
        for (const auto& [feature, is_set] : one["features"].members) {
            const bool mobile = feature == "mobile" || feature == "cell";
            if (is_set.truth) types.push_back({"TYPE", mobile ? "cell" : feature});
        }
        if (const std::string_view pref = one["pref"].word(); !pref.empty())
            types.push_back({"PREF", std::string(pref)});
        return types;
    }

    void read_emails(const JsonValue& all) {
        for (const auto& [id, one] : all.members)
            lines_.add_labelled("EMAIL", types_of(one), escaped(one["address"].word()), one["label"].word());
    }

    void read_phones(const JsonValue& all) {
        for (const auto& [id, one] : all.members)
            lines_.add_labelled("TEL", types_of(one), escaped(one["number"].word()), one["label"].word());
    }

    void read_services(const JsonValue& all) {
        for (const auto& [id, one] : all.members) {
            const std::string_view service = one["service"].word(), uri = one["uri"].word(),
                                   user = one["user"].word();
            const bool is_account = !uri.empty() && !uri.contains("://");
            if (is_account)
                lines_.add_labelled("IMPP", types_of(one), escaped(uri), one["label"].word());
            else
                lines_.add("SOCIALPROFILE", {{"SERVICE-TYPE", std::string(service)}},
                    escaped(uri.empty() ? user : uri));
        }
    }

    void read_addresses(const JsonValue& all) {
        for (const auto& [id, one] : all.members) {
            const JsonValue& parts = one["components"];
            const auto part = [&](std::initializer_list<std::string_view> kinds, std::string_view member) {
                const std::string text = components(parts, kinds);
                return text.empty() ? std::string(one[member].word()) : text;
            };
            std::string country = part({"country"}, "country");
            if (country.empty()) country = one["countryCode"].word();
            std::string value;
            for (const std::string& text :
                {part({"postOfficeBox"}, {}), part({"apartment", "room", "floor", "building", "block"}, {}),
                    part({"number", "name", "landmark", "direction"}, {}), part({"locality"}, "locality"),
                    part({"region"}, "region"), part({"postcode"}, "postcode"), country})
                value += escaped(text) + ";";
            value.pop_back();
            Parameters parameters = types_of(one);
            if (const std::string_view full = one["full"].word(); !full.empty())
                parameters.push_back({"LABEL", std::string(full)});
            lines_.add_labelled("ADR", parameters, value, one["label"].word());
        }
    }

    void read_anniversaries(const JsonValue& all) {
        for (const auto& [id, one] : all.members) {
            const std::string_view kind = one["kind"].word();
            const std::string date = date_text(one["date"]);
            if (kind == "birth")
                lines_.add("BDAY", {}, date);
            else if (kind == "wedding")
                lines_.add("ANNIVERSARY", {}, date);
            else
                lines_.add_labelled("X-ABDATE", {}, date, kind);
        }
    }

    void read_related(const JsonValue& all) {
        for (const auto& [who, how] : all.members) {
            Parameters types;
            for (const auto& [relation, is_set] : how["relation"].members)
                types.push_back({"TYPE", relation});
            if (!who.starts_with("urn:") && !who.contains("://")) types.push_back({"VALUE", "text"});
            lines_.add_text("RELATED", types, who);
        }
    }

    void read_members(const JsonValue& all) {
        for (const auto& [uid, is_set] : all.members)
            lines_.add_text("MEMBER", {}, uid);
    }

    void read_notes(const JsonValue& all) {
        lines_.add_text("NOTE", {}, all.word());
        for (const auto& [id, one] : all.members)
            lines_.add_text("NOTE", {}, one["note"].word());
    }

    void read_keywords(const JsonValue& all) {
        for (const auto& [word, is_set] : all.members)
            lines_.add_text("CATEGORIES", {}, word);
    }

    void read_links(const JsonValue& all) {
        for (const auto& [id, one] : all.members)
            lines_.add_labelled("URL", types_of(one), escaped(one["uri"].word()), one["label"].word());
    }

    void read_media(const JsonValue& all) {
        for (const auto& [id, one] : all.members) {
            const std::string kind = ascii_lower(one["kind"].word());
            lines_.add(kind == "photo" || kind == "logo" || kind == "sound" ? kind : "X-MEDIA", {},
                one["uri"].word());
        }
    }

    void read_personal(const JsonValue& all) {
        for (const auto& [id, one] : all.members) {
            const std::string kind = ascii_lower(one["kind"].word());
            lines_.add_text(kind.empty() ? "X-PERSONAL" : kind, {}, one["value"].word());
        }
    }

    void read_languages(const JsonValue& all) {
        for (const auto& [id, one] : all.members)
            lines_.add_text(
                "LANG", {}, one["language"].word().empty() ? std::string_view(id) : one["language"].word());
    }

    void read_pronouns(const JsonValue& how) {
        for (const auto& [id, one] : how["pronouns"].members)
            lines_.add_text("PRONOUNS", {}, one["pronouns"].word());
        if (!how["grammaticalGender"].word().empty()) keep("grammaticalGender", how["grammaticalGender"]);
    }

    /// A title that names its organisation stands in one group with it.
    void read_work() {
        const JsonValue &organisations = card_["organizations"], &titles = card_["titles"];
        std::map<std::string, std::string> groups;
        for (const auto& [id, one] : organisations.members) {
            std::string value = escaped(one["name"].word());
            for (const JsonValue& unit : one["units"].items)
                value += ";" + escaped(unit.word().empty() ? unit["name"].word() : unit.word());
            const bool several = organisations.members.size() > 1;
            const std::string group = several ? lines_.fresh_group() : std::string{};
            if (several) groups.emplace(id, group);
            lines_.add("ORG", {}, value, group);
        }
        for (const auto& [id, one] : titles.members) {
            const auto group = groups.find(std::string(one["organizationId"].word()));
            lines_.add_text(one["kind"].word() == "role" ? "ROLE" : "TITLE", {}, one["name"].word(),
                group != groups.end() ? group->second : std::string{});
        }
    }
};

bool is_card(const JsonValue& value) {
    return value["@type"].word() == "Card";
}

/// `"@type": "Card"`, wherever in the first card it stands.
bool says_card(std::string_view text) {
    for (std::size_t at = text.find("\"@type\""); at != std::string_view::npos;
        at = text.find("\"@type\"", at + 1)) {
        std::string_view rest = trim(text.substr(at + 7));
        if (!rest.starts_with(':')) continue;
        if (trim(rest.substr(1)).starts_with("\"Card\"")) return true;
    }
    return false;
}

}  // namespace

Fit fit_jscontact(const FileContent& content) {
    const std::string_view text = content.text();
    const bool is_json = text.starts_with('{') || text.starts_with('[');
    return is_json && says_card(text) ? Fit::known : Fit::none;
}

Slices read_jscontact(FileReading& file) {
    JsonReader reader(file.text());
    const auto one = [&](std::size_t line) -> Slices {
        const JsonValue card = reader.value();
        if (is_card(card)) co_await read_card_lines(file, CardOfJsContact(card).lines(), line);
    };
    if (reader.peek() == '{') {
        co_await one(reader.line());
    } else if (reader.open('[')) {
        while (reader.next()) {
            reader.peek();
            co_await one(reader.line());
            if (file.piece_done(reader.offset())) co_await next_slice;
        }
    }
    if (reader.failed()) file.notice({"import.broken", {reader.line()}});
}

}  // namespace kith
