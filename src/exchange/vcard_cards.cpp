#include "exchange/vcard_cards.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/text.h"
#include "exchange/import.h"
#include "exchange/reach.h"
#include "exchange/vcard_names.h"
#include "exchange/written_dates.h"
#include "model/fields.h"

namespace kith {

namespace {

std::string upper(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    }
    return out;
}

/// The card at hand while it is being read.
class CardReading {
public:
    CardReading(const VcardReader& reader, CardBuilder& builder) : reader_(reader), builder_(builder) {}

    void read() {
        find_labels();
        for (const VcardProperty& property : reader_.properties())
            read(property);
        finish_work();
        finish_name();
    }

private:
    struct Work {
        std::string_view group;
        std::vector<std::string> values;
        const VcardProperty* property = nullptr;
    };
    struct Label {
        std::string_view group;
        std::string text;
        bool used = false;
        const VcardProperty* property = nullptr;
    };
    using Handler = void (CardReading::*)(const VcardProperty&);
    struct Entry {
        std::string_view name;
        Handler handler;
    };
    static std::span<const Entry> handlers();

    const VcardReader& reader_;
    CardBuilder& builder_;
    std::vector<Label> labels_;
    std::vector<Work> organisations_;
    std::vector<Work> titles_;
    std::vector<Work> roles_;
    std::string formatted_name_;
    std::array<std::string, 5> parts_;  // family, given, additional, prefix, suffix
    bool display_only_ = false;

    bool person() const { return builder_.card().kind == Kind::person; }
    std::string plain(const VcardProperty& property) const {
        return unescaped(property.value, reader_.version());
    }

    void find_labels() {
        for (const VcardProperty& property : reader_.properties()) {
            if (property.group.empty() || !equal_ignoring_ascii_case(property.name, "X-ABLABEL")) continue;
            std::string text = plain(property);
            if (text.starts_with("_$!<") && text.ends_with(">!$_"))
                text = ascii_lower(text.substr(4, text.size() - 8));
            labels_.push_back({property.group, std::move(text), false, &property});
        }
    }

    std::string_view group_label(const VcardProperty& property) {
        if (property.group.empty()) return {};
        for (Label& label : labels_) {
            if (!equal_ignoring_ascii_case(label.group, property.group)) continue;
            label.used = true;
            return label.text;
        }
        return {};
    }

    /// The label of a contact point: its own (X-ABLabel), else its types.
    std::string label(const VcardProperty& property) {
        if (const auto own = group_label(property); !own.empty()) return std::string(own);
        return label_of_types(reader_.parameters(property));
    }

    bool preferred(const VcardProperty& property) const {
        return reader_.has_type(property, "pref") || reader_.parameter(property, "PREF") == "1";
    }

    void keep(const VcardProperty& property) {
        std::string name = upper(property.name);
        if (!property.group.empty()) name = repair_utf8(property.group) + "." + name;
        std::string value(property.value);
        if (reader_.version() == VcardVersion::v2_1 || value.find_first_of("\r\n") != std::string::npos) {
            // What 2.1 says with quoted-printable, later versions say with escapes.
            std::string lines;
            for (std::size_t i = 0; i < value.size(); ++i) {
                if (value[i] == '\r' && i + 1 < value.size() && value[i + 1] == '\n') continue;
                if (value[i] == '\r' || value[i] == '\n')
                    lines += "\\n";
                else
                    lines += value[i];
            }
            value = std::move(lines);
        }
        builder_.property(name, kept_parameters(reader_.parameters(property)), value);
        if (const auto own = group_label(property); !own.empty()) {
            builder_.property(repair_utf8(property.group) + ".X-ABLABEL", {}, escaped(own));
        }
    }

    void read(const VcardProperty& property) {
        if (property.name.empty()) {
            builder_.property("X-KITH-LINE", {}, escaped(property.value));
            return;
        }
        const std::string name = upper(property.name);
        const auto all = handlers();
        const auto at = std::ranges::lower_bound(all, std::string_view(name), {}, &Entry::name);
        if (at != all.end() && at->name == name) {
            (this->*at->handler)(property);
        } else if (const FieldSpec* field = person() ? field_of_property(name) : nullptr; field != nullptr) {
            read_field(*field, property);
        } else {
            keep(property);
        }
    }

    /// Fields that map one to one.
    void read_field(const FieldSpec& field, const VcardProperty& property) {
        const std::string text = plain(property);
        switch (field.type) {
            case FieldType::boolean: builder_.value(field.id, Value::boolean(text == "true")); break;
            case FieldType::integer: {
                const auto number = read_integer(text);
                if (number)
                    builder_.value(field.id, Value::integer(*number));
                else
                    keep(property);
                break;
            }
            case FieldType::date:
                read_date(property, [&](const PartialDate& date) { builder_.date(field.id, date); });
                break;
            case FieldType::text_set:
                for (const std::string_view part : split_unescaped(property.value, ',')) {
                    builder_.text(field.id, unescaped(part, reader_.version()), property.name);
                }
                break;
            default: builder_.text(field.id, text, property.name);
        }
    }

    template <typename Use>
    void read_date(const VcardProperty& property, Use use) {
        const std::string text = plain(property);
        const WrittenDate written = read_written_date(text);
        if (written.reading == WrittenDate::Reading::blank) return;
        if (written.reading != WrittenDate::Reading::date) {
            if (!equal_ignoring_ascii_case(reader_.parameter(property, "VALUE"), "text")) {
                builder_.notice(
                    {written.reading == WrittenDate::Reading::impossible ? "import.impossible_date"
                                                                         : "import.unreadable_date",
                        {std::string(first_graphemes(text, 40))}},
                    property.name);
            }
            keep(property);
            return;
        }
        PartialDate date = written.date;
        // Apple writes 1604 (a leap year of long ago) for "no year".
        const auto omitted = read_integer(reader_.parameter(property, "X-APPLE-OMIT-YEAR"));
        if (date.year && date.month && (int(*date.year) == omitted.value_or(1604) || int(*date.year) == 0))
            date.year.reset();
        use(date);
    }

    void read_name(const VcardProperty& property) {
        const auto parts = split_unescaped(property.value, ';');
        if (!person() || std::ranges::any_of(parts_, [](const std::string& part) { return !part.empty(); })) {
            if (property.value.find_first_not_of("; ,") != std::string_view::npos)
                keep(property);  // in another script, say
            return;
        }
        for (std::size_t i = 0; i < std::min(parts.size(), parts_.size()); ++i) {
            for (const std::string_view one : split_unescaped(parts[i], ',')) {
                const std::string text = unescaped(trim(one), reader_.version());
                if (text.empty()) continue;
                // 2.1 has no lists: its commas are part of the name ("Jr., M.D.").
                if (!parts_[i].empty()) parts_[i] += reader_.version() == VcardVersion::v2_1 ? ", " : " ";
                parts_[i] += text;
            }
        }
    }

    void read_formatted_name(const VcardProperty& property) {
        if (formatted_name_.empty())
            formatted_name_ = plain(property);
        else if (formatted_name_ != plain(property))
            keep(property);
    }

    void finish_name() {
        if (!person()) {
            const bool named = !trim(formatted_name_).empty();
            if (named) builder_.text(organisation::name, formatted_name_, "FN");
            return;
        }
        constexpr FieldId fields[] = {person::family_name, person::given_name, person::additional_names,
            person::name_prefix, person::name_suffix};
        if (!display_only_) {
            for (std::size_t i = 0; i < parts_.size(); ++i)
                builder_.text(fields[i], parts_[i], "N");
        }
        const std::string_view shown = builder_.line_of_text(formatted_name_, "FN", longest_name);
        const Card& card = builder_.card();
        const auto part = [&](FieldId field) { return card.text(field); };
        const std::string from_parts = joined_name(part(person::name_prefix), part(person::given_name),
            part(person::additional_names), part(person::family_name), part(person::name_suffix));
        // Programs make FN from N: only another name says something.
        if (!shown.empty() && shown != from_parts && !is_stand_in(shown)) {
            builder_.value(person::display_name, Value::text(shown));
        }
    }

    /// Whether FN only repeats the organisation or an address, for want of a name.
    bool is_stand_in(std::string_view shown) const {
        const Card& card = builder_.card();
        if (card.text(person::nickname) == shown && !card.has(person::given_name) &&
            !card.has(person::family_name))
            return true;
        if (std::ranges::any_of(card.jobs, [&](const CardJob& job) { return job.organisation == shown; }))
            return true;
        return std::ranges::any_of(card.entries, [&](const kith::Entry& entry) {
            return entry.field == person::contact_points && row_part(entry.value, 1) == shown;
        });
    }

    std::vector<std::string> components(const VcardProperty& property) const {
        std::vector<std::string> out;
        for (const std::string_view part : split_unescaped(property.value, ';')) {
            out.push_back(unescaped(part, reader_.version()));
        }
        return out;
    }

    void read_organisation(const VcardProperty& property) {
        organisations_.push_back({property.group, components(property), &property});
    }
    void read_title(const VcardProperty& property) {
        titles_.push_back({property.group, {plain(property)}, &property});
    }
    void read_role(const VcardProperty& property) {
        roles_.push_back({property.group, {plain(property)}, &property});
    }

    /// A title belongs to the organisation of its group, else to the one at the same place in the card.
    void finish_work() {
        if (!person()) {
            for (const Work& work : organisations_) {
                const std::string& name = work.values[0];
                if (trim(formatted_name_).empty())
                    formatted_name_ = name;
                else if (name != formatted_name_)
                    keep(*work.property);
            }
            for (const Work& work : titles_)
                keep(*work.property);
            for (const Work& work : roles_)
                keep(*work.property);
            return;
        }
        if (titles_.empty()) titles_.swap(roles_);
        for (const Work& role : roles_)
            keep(*role.property);
        std::vector<const Work*> free;
        std::vector<const Work*> title_of(organisations_.size());
        for (const Work& title : titles_) {
            const auto at = std::ranges::find_if(organisations_,
                [&](const Work& work) { return !work.group.empty() && work.group == title.group; });
            const auto index = static_cast<std::size_t>(at - organisations_.begin());
            if (at != organisations_.end() && title_of[index] == nullptr)
                title_of[index] = &title;
            else
                free.push_back(&title);
        }
        auto next = free.begin();
        for (std::size_t i = 0; i < organisations_.size(); ++i) {
            const bool alone = organisations_.size() == 1 && free.size() == 1;  // item2.ORG and item3.TITLE
            const bool takes_free = title_of[i] == nullptr && next != free.end() &&
                (alone || (organisations_[i].group.empty() && (*next)->group.empty()));
            if (takes_free) title_of[i] = *next++;
            add_job(&organisations_[i], title_of[i]);
        }
        // A second role at the only employer, or a role of one's own.
        for (; next != free.end(); ++next) {
            const bool at_the_only_one = organisations_.size() == 1 && (*next)->group.empty();
            add_job(at_the_only_one ? &organisations_[0] : nullptr, *next);
        }
    }

    void add_job(const Work* work, const Work* title) {
        std::string department;
        for (std::size_t i = 1; work != nullptr && i < work->values.size(); ++i) {
            if (work->values[i].empty()) continue;
            if (!department.empty()) department += ", ";
            department += work->values[i];
        }
        const std::size_t before = builder_.card().jobs.size();
        builder_.job(work != nullptr ? work->values[0] : std::string_view{},
            title != nullptr ? title->values[0] : std::string_view{}, department, "ORG");
        if (work == nullptr || builder_.card().jobs.size() == before) return;
        add_work_dates(builder_.card().jobs.back(), *work->property);
    }

    void add_work_dates(CardJob& job, const VcardProperty& property) {
        job.from = parse_iso_date(reader_.parameter(property, "X-KITH-FROM")).value_or(PartialDate{});
        job.to = parse_iso_date(reader_.parameter(property, "X-KITH-TO")).value_or(PartialDate{});
        job.place =
            builder_.line_of_text(reader_.parameter(property, "X-KITH-PLACE"), property.name, longest_line);
    }

    /// X-KITH-WORK and X-KITH-PAST-WORK: organisation;department;role. What other programs should not take
    /// for the present, and roles without an organisation beside others.
    void read_work(const VcardProperty& property) {
        if (!person()) return keep(property);  // only people are employed
        const auto parts = components(property);
        const auto part = [&](std::size_t i) {
            return i < parts.size() ? std::string_view(parts[i]) : std::string_view{};
        };
        const std::size_t before = builder_.card().jobs.size();
        builder_.job(part(0), part(2), part(1), property.name);
        if (builder_.card().jobs.size() == before) return;
        add_work_dates(builder_.card().jobs.back(), property);
        builder_.card().jobs.back().past = equal_ignoring_ascii_case(property.name, "X-KITH-PAST-WORK");
    }

    void read_email(const VcardProperty& property) {
        builder_.email(plain(property), label(property), preferred(property), property.name);
    }

    void read_phone(const VcardProperty& property) {
        std::string number = plain(property);
        if (ascii_lower(number.substr(0, 4)) == "tel:") {
            number.erase(0, 4);
            if (const auto at = number.find(";ext="); at != std::string::npos) number.replace(at, 5, " x");
        }
        builder_.phone(number, label(property), preferred(property), property.name);
    }

    void read_message(const VcardProperty& property) {
        std::string account = plain(property);
        const std::string name = ascii_lower(property.name);
        std::string label_text = label(property);
        if (name != "impp") {  // X-SKYPE, X-AIM …
            const std::string service = name.substr(2) == "skype-username" ? "skype" : name.substr(2);
            account = account.empty() ? account : service + ":" + account;
        }
        builder_.contact_point(contact::message, account, label_text, preferred(property), property.name);
    }

    /// X-KITH-CONTACT: kind;value, of kinds that vCard has no property for.
    void read_other_contact(const VcardProperty& property) {
        const auto parts = components(property);
        if (parts.size() != 2) return keep(property);
        builder_.contact_point(builder_.line_of_text(parts[0], property.name, longest_name), parts[1],
            label(property), preferred(property), property.name);
    }

    void read_link(const VcardProperty& property) {
        builder_.link(plain(property), label(property), property.name);
    }

    /// X-SOCIALPROFILE;type=twitter;x-user=ana:http://… or SOCIALPROFILE;SERVICE-TYPE=Mastodon:…
    void read_social_profile(const VcardProperty& property) {
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
            builder_.contact_point(
                contact::message, ascii_lower(service) + ":" + user, {}, false, property.name);
    }

    void read_address(const VcardProperty& property) {
        const auto parts = components(property);
        const auto part = [&](std::size_t i) {
            return i < parts.size() ? std::string_view(parts[i]) : std::string_view{};
        };
        const std::string label_text = label(property);
        // vCard: box, extended, street, city, region, code, country. Kith begins with the street.
        builder_.address({part(2), part(1), part(0), part(3), part(4), part(5), part(6), label_text,
                             reader_.parameter(property, "LABEL")},
            property.name);
    }

    void read_note(const VcardProperty& property) {
        builder_.text(person() ? person::notes : organisation::notes, plain(property), property.name);
    }

    void read_categories(const VcardProperty& property) {
        for (const std::string_view part : split_unescaped(property.value, ',')) {
            const std::string tag = unescaped(trim(part), reader_.version());
            if (equal_ignoring_ascii_case(tag, "myContacts") ||
                equal_ignoring_ascii_case(tag, "* myContacts"))
                continue;
            builder_.text(person() ? person::tags : organisation::tags, tag, property.name);
        }
    }

    void read_birthday(const VcardProperty& property) {
        if (!person()) return keep(property);
        read_date(property, [&](const PartialDate& date) { builder_.date(person::birthday, date); });
    }

    void read_other_date(const VcardProperty& property) {
        if (!person()) return keep(property);
        std::string text(group_label(property));
        if (text.empty()) text = "anniversary";
        read_date(property, [&](const PartialDate& date) { builder_.other_date(date, text); });
    }

    void read_related(const VcardProperty& property) {
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

    void read_agent(const VcardProperty& property) {
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

    void read_photo(const VcardProperty& property) {
        std::string_view data = property.value;
        if (ascii_lower(data.substr(0, 5)) == "data:") {
            const std::size_t comma = data.find(',');
            data = comma != std::string_view::npos ? data.substr(comma + 1) : std::string_view{};
        } else if (reader_.parameter(property, "ENCODING").empty()) {
            return keep(property);  // an address: Kith fetches nothing
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
            builder_.notice({"import.large_photo", {std::to_string(largest_photo >> 20)}}, property.name);
            return;
        }
        builder_.photo(picture);
    }

    void read_former_name(const VcardProperty& property) {
        if (person())
            builder_.text(person::former_name, plain(property), property.name);
        else
            keep(property);
    }
    void read_whole(const VcardProperty&) { display_only_ = true; }
    void read_keyed(const VcardProperty& property) {
        const std::string uid = plain(property);
        if (person())
            builder_.text(person::uid, uid, property.name);
        else
            keep(property);
    }
    void read_column(const VcardProperty& property) {
        const std::string_view name = reader_.parameter(property, "X-NAME");
        if (name.empty())
            keep(property);
        else
            builder_.property(name, {}, plain(property));
    }
    /// Of the card, not of the person.
    void pass_over(const VcardProperty&) {}
};

std::span<const CardReading::Entry> CardReading::handlers() {
    static constexpr Entry sorted_by_name[] = {
        {"ADR", &CardReading::read_address},
        {"AGENT", &CardReading::read_agent},
        {"ANNIVERSARY", &CardReading::read_other_date},
        {"BDAY", &CardReading::read_birthday},
        {"CATEGORIES", &CardReading::read_categories},
        {"EMAIL", &CardReading::read_email},
        {"FN", &CardReading::read_formatted_name},
        {"IMPP", &CardReading::read_message},
        {"KIND", &CardReading::pass_over},
        {"N", &CardReading::read_name},
        {"NOTE", &CardReading::read_note},
        {"ORG", &CardReading::read_organisation},
        {"PHOTO", &CardReading::read_photo},
        {"PRODID", &CardReading::pass_over},
        {"RELATED", &CardReading::read_related},
        {"REV", &CardReading::pass_over},
        {"ROLE", &CardReading::read_role},
        {"SOCIALPROFILE", &CardReading::read_social_profile},
        {"TEL", &CardReading::read_phone},
        {"TITLE", &CardReading::read_title},
        {"UID", &CardReading::read_keyed},
        {"URL", &CardReading::read_link},
        {"VERSION", &CardReading::pass_over},
        {"X-ABDATE", &CardReading::read_other_date},
        {"X-ABLABEL", &CardReading::pass_over},
        {"X-ABRELATEDNAMES", &CardReading::read_related},
        {"X-ABSHOWAS", &CardReading::pass_over},
        {"X-AIM", &CardReading::read_message},
        {"X-ANNIVERSARY", &CardReading::read_other_date},
        {"X-ASSISTANT", &CardReading::read_related},
        {"X-EVOLUTION-ANNIVERSARY", &CardReading::read_other_date},
        {"X-EVOLUTION-ASSISTANT", &CardReading::read_related},
        {"X-EVOLUTION-MANAGER", &CardReading::read_related},
        {"X-EVOLUTION-SPOUSE", &CardReading::read_related},
        {"X-GADUGADU", &CardReading::read_message},
        {"X-GTALK", &CardReading::read_message},
        {"X-ICQ", &CardReading::read_message},
        {"X-JABBER", &CardReading::read_message},
        {"X-KITH-COLUMN", &CardReading::read_column},
        {"X-KITH-CONTACT", &CardReading::read_other_contact},
        {"X-KITH-PAST-WORK", &CardReading::read_work},
        {"X-KITH-WHOLE-NAME", &CardReading::read_whole},
        {"X-KITH-WORK", &CardReading::read_work},
        {"X-MAIDENNAME", &CardReading::read_former_name},
        {"X-MANAGER", &CardReading::read_related},
        {"X-MSN", &CardReading::read_message},
        {"X-QQ", &CardReading::read_message},
        {"X-SKYPE", &CardReading::read_message},
        {"X-SKYPE-USERNAME", &CardReading::read_message},
        {"X-SOCIALPROFILE", &CardReading::read_social_profile},
        {"X-SPOUSE", &CardReading::read_related},
        {"X-YAHOO", &CardReading::read_message},
    };
    return sorted_by_name;
}

std::string_view value_of(const VcardReader& reader, std::string_view name) {
    for (const VcardProperty& property : reader.properties()) {
        if (equal_ignoring_ascii_case(property.name, name)) return property.value;
    }
    return {};
}

bool has_any_name(const VcardReader& reader) {
    const std::string_view parts = value_of(reader, "N");
    const std::string_view formatted = trim(value_of(reader, "FN"));
    const std::string_view organisation = value_of(reader, "ORG");
    const bool stand_in = formatted == trim(organisation.substr(0, organisation.find(';')));
    return parts.find_first_not_of("; ,") != std::string_view::npos || (!formatted.empty() && !stand_in) ||
        !value_of(reader, "NICKNAME").empty();
}

/// A card of a company: says so, or has nothing but an organisation to be called by.
bool is_organisation(const VcardReader& reader) {
    const std::string kind = ascii_lower(trim(value_of(reader, "KIND")));
    if (kind == "org" || kind == "location") return true;
    if (kind == "individual") return false;
    if (trim(value_of(reader, "ORG")).empty()) return false;
    if (has_any_name(reader)) return false;
    return trim(value_of(reader, "TITLE")).empty() ||
        equal_ignoring_ascii_case(trim(value_of(reader, "X-ABSHOWAS")), "COMPANY");
}

bool is_group(const VcardReader& reader) {
    return equal_ignoring_ascii_case(trim(value_of(reader, "KIND")), "group") ||
        equal_ignoring_ascii_case(trim(value_of(reader, "X-ADDRESSBOOKSERVER-KIND")), "group");
}

void read_group(const VcardReader& reader, VcardGroup& group) {
    group.name = collapse_spaces(normalise(unescaped(value_of(reader, "FN"), reader.version())));
    group.members.clear();
    for (const VcardProperty& property : reader.properties()) {
        const bool member = equal_ignoring_ascii_case(property.name, "MEMBER") ||
            equal_ignoring_ascii_case(property.name, "X-ADDRESSBOOKSERVER-MEMBER");
        if (member) group.members.push_back(uid_key(property.value));
    }
}

}  // namespace

VcardOutcome read_vcard(const VcardReader& reader, CardBuilder& builder, VcardGroup& group) {
    if (is_group(reader)) {
        read_group(reader, group);
        return VcardOutcome::group;
    }
    builder.begin(reader.line(), is_organisation(reader) ? Kind::organisation : Kind::person);
    CardReading(reader, builder).read();
    for (const VcardProblem& problem : reader.problems()) {
        using enum VcardProblem::What;
        if (problem.what == no_end)
            builder.notice({"import.vcard.no_end", {}});
        else if (problem.what == no_property)
            builder.notice_at(problem.line, {"import.vcard.no_property", {}});
        else if (problem.what == outside)
            builder.notice_at(problem.line, {"import.vcard.outside", {}});
    }
    return builder.empty() ? VcardOutcome::nothing : VcardOutcome::card;
}

}  // namespace kith
