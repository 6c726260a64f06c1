#include "exchange/vcard/cards.h"

#include <algorithm>

#include "base/ids.h"
#include "base/text.h"
#include "exchange/cards/reach.h"
#include "exchange/cards/written_dates.h"
#include "exchange/vcard/card_reading.h"
#include "exchange/vcard/names.h"
#include "exchange/vcard/reader.h"
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

}  // namespace

Slices CardReading::read() {
    co_await find_labels();
    ValuesRead values;
    for (const VcardProperty& property : reader_.properties()) {
        read(property);
        if (values.done(property.value.size())) co_await next_slice;
    }
    co_await finish_work();
    co_await next_slice;
    finish_name();
    if (const std::size_t members = reader_.more_members().size(); members > 0)
        builder_.leave_out("MEMBER", members);
    for (const LeftOut& one : reader_.left_out())
        builder_.leave_out(one.name, one.times);
}

std::string CardReading::plain(const VcardProperty& property) const {
    return unescaped(property.value, reader_.version());
}

Slices CardReading::find_labels() {
    Pieces pieces(256);
    for (const VcardProperty& property : reader_.properties()) {
        if (pieces.done()) co_await next_slice;
        if (property.group.empty() || !equal_ignoring_ascii_case(property.name, "X-ABLABEL")) continue;
        std::string text = plain(property);
        if (text.starts_with("_$!<") && text.ends_with(">!$_"))
            text = ascii_lower(text.substr(4, text.size() - 8));
        if (text.size() > longest_line) {  // it will stand at each property of its group
            builder_.notice({"import.shortened", {longest_name}}, property.name);
            builder_.property(repair_utf8(property.group) + ".X-ABLABEL", {}, escaped(text));
            text = first_graphemes(text, longest_name);
            co_await next_slice;
        }
        labels_.emplace(ascii_lower(property.group), std::move(text));  // the first one counts
    }
}

std::string_view CardReading::group_label(const VcardProperty& property) {
    if (property.group.empty()) return {};
    const auto at = labels_.find(ascii_lower(property.group));
    return at != labels_.end() ? std::string_view(at->second) : std::string_view{};
}

std::string CardReading::label(const VcardProperty& property) {
    const std::string types = label_of_types(reader_.parameters(property));
    const std::string own(group_label(property));
    if (own.empty()) return types;
    // A fax is a fax, whatever it is called.
    return types.empty() || equal_ignoring_ascii_case(own, types) ? own : own + " (" + types + ")";
}

bool CardReading::preferred(const VcardProperty& property) const {
    return reader_.has_type(property, "pref") || reader_.parameter(property, "PREF") == "1";
}

void CardReading::keep(const VcardProperty& property) {
    std::string name = upper(property.name);
    if (!property.group.empty()) name = repair_utf8(property.group) + "." + name;
    // What 2.1 says with quoted-printable, later versions say with escapes.
    builder_.property(name, kept_parameters(reader_.parameters(property)),
        with_modern_escapes(property.value, reader_.version()));
    if (const auto own = group_label(property); !own.empty()) {
        builder_.property(repair_utf8(property.group) + ".X-ABLABEL", {}, escaped(own));
    }
}

void CardReading::read(const VcardProperty& property) {
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

void CardReading::read_field(const FieldSpec& field, const VcardProperty& property) {
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
            if (const auto date = read_date(property)) builder_.date(field.id, *date);
            break;
        case FieldType::text_set:
            for_each_in_list(property, [&](std::string_view part) {
                builder_.text(field.id, unescaped(part, reader_.version()), property.name);
            });
            break;
        default: builder_.text(field.id, text, property.name);
    }
}

std::optional<PartialDate> CardReading::read_date(const VcardProperty& property) {
    const std::string text = plain(property);
    const WrittenDate written = read_written_date(text);
    if (written.reading == WrittenDate::Reading::blank) return std::nullopt;
    if (written.reading != WrittenDate::Reading::date) {
        if (!equal_ignoring_ascii_case(reader_.parameter(property, "VALUE"), "text")) {
            builder_.notice({written.reading == WrittenDate::Reading::impossible ? "import.impossible_date"
                                                                                 : "import.unreadable_date",
                                {first_graphemes(text, 40)}},
                property.name);
        }
        keep(property);
        return std::nullopt;
    }
    PartialDate date = written.date;
    // Apple writes 1604 (a leap year of long ago) for "no year".
    const auto omitted = read_integer(reader_.parameter(property, "X-APPLE-OMIT-YEAR"));
    if (date.year && date.month && (int(*date.year) == omitted.value_or(1604) || int(*date.year) == 0))
        date.year.reset();
    return date;
}

std::vector<std::string> CardReading::components(const VcardProperty& property) const {
    std::vector<std::string> out;
    for (const std::string_view part : split_unescaped(property.value, ';', reader_.version())) {
        out.push_back(unescaped(part, reader_.version()));
    }
    return out;
}

void CardReading::for_each_in_list(
    const VcardProperty& property, const std::function<void(std::string_view part)>& take) {
    const auto parts = split_unescaped(property.value, ',', reader_.version(), most_details);
    std::ranges::for_each(parts, take);
    if (parts.size() < most_details) return;
    const std::size_t all = count_unescaped(property.value, ',', reader_.version());
    if (all > parts.size()) builder_.leave_out(property.name, all - parts.size());
}

void CardReading::read_keyed(const VcardProperty& property) {
    const std::string uid = plain(property);
    if (person())
        builder_.text(person::uid, uid, property.name);
    else
        keep(property);
}

void CardReading::read_column(const VcardProperty& property) {
    const std::string_view name = reader_.parameter(property, "X-NAME");
    if (name.empty())
        keep(property);
    else
        builder_.property(name, {}, plain(property));
}

void CardReading::pass_over(const VcardProperty&) {}

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

namespace {

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

Slices read_group(const VcardReader& reader, CardGroup& group) {
    constexpr std::size_t longest_written = 20 * longest_name;  // with its escapes
    const std::string_view name = value_of(reader, "FN");
    if (name.size() <= longest_written)
        group.name = collapse_spaces(normalise(unescaped(name, reader.version())));
    Pieces pieces(256);
    for (const VcardProperty& property : reader.properties()) {
        const bool member = equal_ignoring_ascii_case(property.name, "MEMBER") ||
            equal_ignoring_ascii_case(property.name, "X-ADDRESSBOOKSERVER-MEMBER");
        if (member) group.members.push_back(hash_text(uid_key(property.value)));
        if (pieces.done()) co_await next_slice;
    }
    for (const std::string_view member : reader.more_members()) {
        group.members.push_back(hash_text(uid_key(member)));
        if (pieces.done()) co_await next_slice;
    }
}

/// Reads the card at hand into the builder.
Slices read_card(const VcardReader& reader, CardBuilder& builder, std::size_t line) {
    builder.begin(line, is_organisation(reader) ? Kind::organisation : Kind::person);
    if (value_of(reader, "PRODID") == "-//Kith//EN") builder.is_of_kith();
    CardReading reading(reader, builder);
    co_await reading.read();
    for (const VcardProblem& problem : reader.problems()) {
        using enum VcardProblem::What;
        if (problem.what == no_end)
            builder.notice({"import.vcard.no_end", {}});
        else if (problem.what == no_property)
            builder.notice_at(problem.line, {"import.vcard.no_property", {}});
        else if (problem.what == outside)
            builder.notice_at(problem.line, {"import.vcard.outside", {}});
    }
}

Slices take_card(const VcardReader& reader, FileReading& file, std::size_t line) {
    if (is_group(reader)) {
        CardGroup group;
        co_await read_group(reader, group);
        file.group(std::move(group));
        co_return;
    }
    co_await read_card(reader, file.builder(), line);
    if (file.builder().empty())
        file.empty(line);
    else
        file.take();
}

}  // namespace

Slices read_card_lines(FileReading& file, std::string lines, std::size_t line) {
    VcardReader reader(lines);
    while (reader.next())
        co_await take_card(reader, file, line);
}

Fit fit_vcards(const FileContent& content) {
    constexpr std::string_view beginning = "BEGIN:VCARD";
    const std::string_view text = content.text();
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool begins_line = i == 0 || text[i - 1] == '\n' || text[i - 1] == '\r';
        if (begins_line && equal_ignoring_ascii_case(text.substr(i, beginning.size()), beginning))
            return Fit::known;
    }
    return Fit::none;
}

/// Cards may change their charset from line to line, so their reader decodes them.
Slices read_vcards(FileReading& file) {
    VcardReader reader(file.text());
    for (ReadStep step = reader.step(); step != ReadStep::end; step = reader.step()) {
        if (step == ReadStep::unfinished) {
            file.is_at(reader.offset());
            co_await next_slice;
            continue;
        }
        co_await take_card(reader, file, reader.line());
        if (file.piece_done(reader.offset())) co_await next_slice;
    }
    if (file.entries() == 0) file.notice({"import.vcard.none", {}});
}

}  // namespace kith
