#include "exchange/cards/card.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "base/text.h"
#include "exchange/cards/card_names.h"
#include "exchange/cards/reach.h"
#include "model/fields.h"

namespace kith {

void Notices::add(Error notice) {
    constexpr std::size_t limit = 1000;
    if (list.size() < limit)
        list.push_back(std::move(notice));
    else
        ++more;
}

std::string_view Card::text(FieldId field) const {
    const auto at = std::ranges::find(entries, field, &Entry::field);
    return at != entries.end() ? at->value.as_text() : std::string_view{};
}

bool Card::has(FieldId field) const {
    return std::ranges::find(entries, field, &Entry::field) != entries.end();
}

std::string card_name(const Card& card) {
    if (card.kind == Kind::organisation) return std::string(card.text(organisation::name));
    if (card.kind == Kind::opportunity) return std::string(card.text(opportunity::title));
    if (const auto shown = card.text(person::display_name); !shown.empty()) return std::string(shown);
    std::string name = joined_name({}, card.text(person::given_name), card.text(person::additional_names),
        card.text(person::family_name), {});
    if (!name.empty()) return name;
    if (const auto nickname = card.text(person::nickname); !nickname.empty()) return std::string(nickname);
    if (!card.jobs.empty() && !card.jobs[0].organisation.empty())
        return std::string(card.jobs[0].organisation);
    for (const Entry& entry : card.entries) {
        if (entry.field == person::contact_points)
            return std::string(row_part(entry.value, person::contact_points::value));
    }
    return {};
}

// Building -------------------------------------------------------------------------------------------

void CardBuilder::begin(std::size_t line, Kind kind) {
    card_.file = file_;
    card_.line = static_cast<std::uint32_t>(line);
    card_.kind = kind;
    clear();
}

void CardBuilder::clear() {
    card_.record = {};
    card_.entries.clear();
    card_.jobs.clear();
    first_of_.fill(nowhere);
    elements_.clear();
    joined_texts_ = 0;
    noted_.clear();
    is_of_kith_ = false;
    details_ = 0;
    left_out_.clear();
}

Card CardBuilder::take() {
    const std::string noted = std::exchange(noted_, {});
    if (!noted.empty()) text(opportunity::notes, repair_utf8(noted), "Notes");
    say_what_was_left_out();
    if (!is_of_kith_) tidy_name(card_, keeper_);
    Card taken = card_;  // a copy has no spare capacity, and there may be 100,000 of them
    clear();
    return taken;
}

namespace {

bool is_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7f;
}

/// Whether text is printable ASCII with single spaces inside: most is, and needs no work.
bool is_plain_line(std::string_view text) {
    char before = ' ';
    for (const char c : text) {
        if (is_control(c) || static_cast<unsigned char>(c) >= 0x80 || (c == ' ' && before == ' '))
            return false;
        before = c;
    }
    return before != ' ';
}

std::string_view first_points(std::string_view text, std::size_t count) {
    std::size_t at = 0;
    for (; at < text.size() && count > 0; --count)
        at += decode_utf8(text.substr(at)).length;
    return text.substr(0, at);
}

/// At most so many bytes, with no sequence cut.
std::string_view first_bytes(std::string_view text, std::size_t count) {
    if (text.size() <= count) return text;
    while (count > 0 && (static_cast<unsigned char>(text[count]) & 0xC0) == 0x80)
        --count;
    return text.substr(0, count);
}

}  // namespace

/// Of text without end so much as is kept of any: what is beyond costs nothing.
std::string_view CardBuilder::without_excess(std::string_view raw, std::string_view source) {
    if (raw.size() <= longest_kept) return raw;
    notice({"import.too_long", {longest_kept / 1000}}, source);
    return first_bytes(raw, longest_kept - 20'000);
}

std::string_view CardBuilder::line_of_text(std::string_view raw, std::string_view source, std::size_t limit) {
    raw = without_excess(raw, source);
    if (raw.empty()) return {};
    if (is_plain_line(raw)) return shortened(keeper_.keep(raw), limit, source);
    std::string text = collapse_spaces(normalise(raw));
    std::erase_if(text, is_control);
    return shortened(keeper_.keep(trim(text)), limit, source);
}

std::string_view CardBuilder::lines_of_text(std::string_view raw, std::string_view source) {
    raw = trim(without_excess(raw, source));
    if (raw.empty()) return {};
    const std::string text = normalise(raw);
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool line_end = text[i] == '\r';
        if (line_end && i + 1 < text.size() && text[i + 1] == '\n') ++i;
        if (line_end || text[i] == '\n')
            out += '\n';
        else if (text[i] == '\t' || !is_control(text[i]))
            out += text[i];
    }
    return shortened(keeper_.keep(trim(out)), longest_notes, source);
}

std::string_view CardBuilder::shortened(
    std::string_view cleaned, std::size_t limit, std::string_view source) {
    if (cleaned.size() <= limit) return cleaned;
    const std::string_view start = first_points(cleaned, limit);
    if (start.size() == cleaned.size()) return cleaned;
    notice({"import.shortened", {limit}}, source);
    std::string of = repair_utf8(source);
    std::erase_if(of, [](char c) { return c == '"' || is_control(c); });
    property("X-KITH-WHOLE", "FIELD=\"" + of + '"', cleaned);
    return trim(start);
}

void CardBuilder::photo(std::string_view picture) {
    value(person::photo, Value::bytes(keeper_.keep(picture)));
}

void CardBuilder::notice(Message message, std::string_view source) {
    notice_at(card_.line, std::move(message), source);
}

void CardBuilder::notice_at(std::size_t line, Message message, std::string_view source) {
    notices_.add({.kind = ErrorKind::bad_input,
        .message = std::move(message),
        .file = std::string(file_name_),
        .line = line,
        .field = std::string(first_points(source, 100))});
}

void CardBuilder::text(FieldId field, std::string_view raw, std::string_view source) {
    constexpr std::size_t most_joined = 100;
    const FieldSpec* spec = find_field(field);
    if (spec->type == FieldType::long_text) {
        const std::string_view lines = lines_of_text(raw, source);
        if (lines.empty()) return;
        Entry* before = first(field);
        if (before == nullptr) {
            push(field, Value::text(lines));
        } else if (joined_texts_ >= most_joined) {  // looking for it in what is there would take too long
            say_also(field, lines);
        } else if (++joined_texts_; before->value.as_text().find(lines) == std::string_view::npos) {
            const std::size_t together = before->value.as_text().size() + lines.size() + 2;
            if (together > longest_notes) {
                say_also(field, lines);
                return;
            }
            before->value =
                Value::text(keeper_.keep(std::string(before->value.as_text()) + "\n\n" + std::string(lines)));
        }
        return;
    }
    const bool name = spec->group == "name" || field == organisation::name;
    const std::string_view line = line_of_text(raw, source, name ? longest_name : longest_line);
    if (line.empty()) return;
    const auto options = list_of(*spec);
    if (!options.empty() && std::ranges::find(options, line) == options.end()) {
        property(source, {}, line);
        return;
    }
    value(field, Value::text(line));
}

void CardBuilder::value(FieldId field, Value value) {
    if (value.empty()) return;
    if (is_collection(find_field(field)->type)) {
        if (elements_.insert(hash_text(value.data()) ^ mix(field.value)).second) push(field, value);
        return;
    }
    const Entry* before = first(field);
    if (before == nullptr) push(field, value);
    // A second value of a plain field is somebody's word too.
    else if (!(before->value == value) && value.type() == ValueType::text)
        say_also(field, value.as_text());
}

Entry* CardBuilder::first(FieldId field) {
    const std::uint32_t at = first_of_[field.number()];
    return at != nowhere ? &card_.entries[at] : nullptr;
}

void CardBuilder::push(FieldId field, Value value) {
    const FieldSpec& spec = *find_field(field);
    if (is_collection(spec.type)) {
        const bool own_name = field == person::properties || field == organisation::properties;
        if (!take_detail(own_name ? row_part(value, person::properties::name) : spec.label)) return;
    }
    if (first(field) == nullptr) first_of_[field.number()] = static_cast<std::uint32_t>(card_.entries.size());
    card_.entries.push_back({field, value});
}

bool CardBuilder::take_detail(std::string_view name) {
    if (details_ < most_details) {
        ++details_;
        return true;
    }
    left_out_.add(name);
    return false;
}

void CardBuilder::say_what_was_left_out() {
    const auto counts = left_out_.all();
    if (counts.empty()) return;
    constexpr std::size_t most_said = 5;
    std::vector<LeftOut> sorted(counts.begin(), counts.end());
    std::ranges::stable_sort(sorted, std::greater{}, &LeftOut::times);
    std::vector<Argument> names;
    std::size_t count = 0;
    for (const LeftOut& one : sorted) {
        if (names.size() < most_said) names.emplace_back(one.name);
        count += one.times;
    }
    if (sorted.size() > most_said) names.emplace_back(sorted.size() - most_said);
    notice({"import.too_much", {most_details, count, names}});
}

void CardBuilder::say_also(FieldId field, std::string_view text) {
    property("X-KITH-ALSO", "FIELD=" + std::string(find_field(field)->key), text);
}

FieldId CardBuilder::own(FieldId of_person, FieldId of_organisation) const {
    return card_.kind == Kind::organisation ? of_organisation : of_person;
}

void CardBuilder::row(FieldId field, const std::vector<std::string_view>& parts) {
    const std::string encoded = encode_row(parts);
    if (!encoded.empty()) value(field, Value::row(keeper_.keep(encoded)));
}

void CardBuilder::contact_point(std::string_view kind, std::string_view raw, std::string_view label,
    bool primary, std::string_view source) {
    const std::string_view line = line_of_text(raw, source, longest_line);
    if (line.empty()) return;
    row(own(person::contact_points, organisation::contact_points),
        parts_of<enum person::contact_points>(
            {{person::contact_points::kind, kind}, {person::contact_points::value, line},
                {person::contact_points::label, line_of_text(label, source, longest_name)},
                {person::contact_points::primary, primary ? contact::primary : std::string_view{}}}));
}

void CardBuilder::email(
    std::string_view address, std::string_view label, bool primary, std::string_view source) {
    address = trim(address);
    if (address.empty()) return;
    if (email_key(address).empty()) notice({"import.odd_email", {first_points(address, 100)}}, source);
    contact_point(contact::email, address, label, primary, source);
}

void CardBuilder::phone(
    std::string_view number, std::string_view label, bool primary, std::string_view source) {
    contact_point(contact::phone, number, label, primary, source);
}

void CardBuilder::link(std::string_view url, std::string_view label, std::string_view source) {
    const std::string_view line = line_of_text(url, source, longest_line);
    if (line.empty()) return;
    row(own(person::links, organisation::links),
        parts_of<enum person::links>(
            {{person::links::url, line}, {person::links::label, line_of_text(label, source, longest_name)}}));
}

void CardBuilder::other_date(const PartialDate& date, std::string_view label) {
    if (date.empty()) return;
    const std::string iso = to_iso(date);
    row(person::dates,
        parts_of<enum person::dates>(
            {{person::dates::date, iso}, {person::dates::label, line_of_text(label, label, longest_name)}}));
}

void CardBuilder::related(std::string_view name, std::string_view label, std::string_view source) {
    const std::string_view line = line_of_text(name, source, longest_name);
    if (line.empty()) return;
    row(person::related,
        parts_of<enum person::related>({{person::related::name, line},
            {person::related::label, line_of_text(label, source, longest_name)}}));
}

void CardBuilder::address(const std::vector<std::string_view>& parts, std::string_view source) {
    static constexpr std::size_t label = place_in_row(person::addresses::label);
    std::vector<std::string_view> cleaned;
    bool anything = false;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        cleaned.push_back(
            i == label ? line_of_text(parts[i], source, longest_name) : lines_of_text(parts[i], source));
        anything = anything || (i != label && !cleaned.back().empty());
    }
    if (!anything) return;
    if (card_.kind == Kind::person) {
        row(person::addresses, cleaned);
        return;
    }
    std::string whole;
    for (std::size_t i = 0; i < cleaned.size(); ++i) {
        if (i == label || cleaned[i].empty()) continue;
        if (!whole.empty()) whole += ", ";
        whole += cleaned[i];
    }
    text(organisation::place, whole, source);
}

void CardBuilder::job(std::string_view organisation, std::string_view role, std::string_view department,
    std::string_view source) {
    CardJob job;
    job.organisation = line_of_text(organisation, source, longest_name);
    job.role = line_of_text(role, source, longest_line);
    job.department = line_of_text(department, source, longest_line);
    const bool says_something = !job.organisation.empty() || !job.role.empty() || !job.department.empty();
    if (says_something && take_detail(source)) card_.jobs.push_back(job);
}

void CardBuilder::note(std::string_view name, std::string_view value) {
    constexpr std::size_t most = longest_notes / 2;  // with the names of the columns
    const std::size_t room = most - std::min(most, noted_.size());
    if (value.size() > room) notice({"import.too_long", {most / 1000}}, name);
    if (room == 0) return;
    if (!noted_.empty()) noted_ += '\n';
    noted_ += first_points(name, 200);
    noted_ += ": ";
    noted_ += first_bytes(value, room);
}

void CardBuilder::property(std::string_view name, std::string_view parameters, std::string_view value) {
    if (card_.kind == Kind::opportunity) return note(name, value);
    if (name.size() + parameters.size() + value.size() > longest_kept) {
        notice({"import.too_long", {longest_kept / 1000}}, name);
        name = first_points(name, 200);
        parameters = first_points(parameters, 2000);
        value = first_bytes(value, longest_kept - 20'000);
    }
    const std::string name_text = repair_utf8(name), parameters_text = repair_utf8(parameters),
                      value_text = repair_utf8(value);
    row(own(person::properties, organisation::properties),
        parts_of<enum person::properties>({{person::properties::name, name_text},
            {person::properties::parameters, parameters_text}, {person::properties::value, value_text}}));
}

}  // namespace kith
