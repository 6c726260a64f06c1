// Whether a person matches the terms of a filter.
#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "model/fields.h"
#include "planning/facts/cadence.h"
#include "planning/facts/ledger.h"
#include "planning/people/filter.h"
#include "workspace/names.h"

namespace kith {

namespace {

namespace chr = std::chrono;

struct DaySpan {
    Day first;
    Day last;
};

/// The days that a word such as "this-year", "2026-03" or "90d" stands for.
DaySpan span_of(std::string_view word, Day today) {
    const chr::year_month_day now{today};
    if (word == "today") return {today, today};
    if (word == "this-week") {
        const Day monday = today - (chr::weekday{today} - chr::Monday);
        return {monday, monday + days{6}};
    }
    if (word == "this-month")
        return {Day{now.year() / now.month() / 1}, Day{now.year() / now.month() / chr::last}};
    if (word == "this-year") return {Day{now.year() / 1 / 1}, Day{now.year() / 12 / 31}};
    if (const auto date = parse_iso_date(word); date && date->year) {
        const chr::month month = date->month.value_or(chr::January);
        if (date->day) return {*date->to_day(), *date->to_day()};
        const chr::month end = date->month.value_or(chr::December);
        return {Day{*date->year / month / 1}, Day{*date->year / end / chr::last}};
    }
    int count = 0;
    std::from_chars(word.data(), word.data() + word.size() - 1, count);
    Day day = today - days{count};
    if (word.back() != 'd') {
        const chr::months back{word.back() == 'y' ? 12 * count : count};
        auto then = now - back;
        if (!then.ok()) then = then.year() / then.month() / chr::last;
        day = Day{then};
    }
    return {day, today};
}

class FilterMatcher {
public:
    FilterMatcher(const Workspace& workspace, const ContactBook& contacts, RecordId person, Day today,
        const Rules& rules)
        : workspace_(workspace), contacts_(contacts), person_(person), today_(today), rules_(rules) {}

    bool holds(const FilterTerm& term) const {
        const bool any = std::ranges::any_of(
            term.values, [&](const FilterValue& value) { return holds(term.key, value); });
        return any != term.negated;
    }

private:
    const Workspace& workspace_;
    const ContactBook& contacts_;
    RecordId person_;
    Day today_;
    const Rules& rules_;

    bool holds(FilterKey key, const FilterValue& value) const {
        switch (key) {
            case FilterKey::name: return has_name(value.text);
            case FilterKey::circle: return choice(person::circle, value.text);
            case FilterKey::standing: return choice(person::standing, value.text);
            case FilterKey::tag: return in_set(person::tags, value.text, true);
            case FilterKey::skill: return in_set(person::skills, value.text, false);
            case FilterKey::industry: return in_set(person::industries, value.text, false);
            case FilterKey::language: return in_set(person::languages, value.text, false);
            case FilterKey::need: return in_set(person::needs, value.text, false);
            case FilterKey::offer: return in_set(person::offers, value.text, false);
            case FilterKey::place: return part_of(workspace_.text(person_, person::place), value.text);
            case FilterKey::role: return at_work(affiliation::role, value.text, false);
            case FilterKey::org: return at_work(affiliation::organisation, value.text, false);
            case FilterKey::was_at: return at_work(affiliation::organisation, value.text, true);
            case FilterKey::decides: return decides(value.text);
            case FilterKey::due: return due(value.text);
            case FilterKey::last_contact: return within(summarise(contacts_.of(person_), today_).last, value);
            case FilterKey::asked: return within(ledger_with(workspace_, person_, today_).asked.last, value);
            case FilterKey::met: return within(workspace_.date(person_, person::met_on).earliest(), value);
            case FilterKey::birthday: return birthday(value);
            case FilterKey::kin:
                return workspace_.flag(person_, person::kin) == (value.text == filter_word::yes);
            case FilterKey::is_private:
                return workspace_.flag(person_, person::is_private) == (value.text == filter_word::yes);
            case FilterKey::has: return has(value.text);
        }
        return false;
    }

    static bool part_of(std::string_view text, std::string_view wanted) {
        if (wanted == "none") return text.empty();
        return fold(text).contains(fold(wanted));
    }

    bool has_name(std::string_view wanted) const {
        const std::string folded = fold(wanted);
        if (fold(person_name(workspace_, person_)).contains(folded)) return true;
        for (const FieldId field : {person::given_name, person::family_name, person::nickname,
                 person::phonetic_given, person::phonetic_family}) {
            const std::string_view name = workspace_.text(person_, field);
            if (fold(name).contains(folded)) return true;
        }
        return false;
    }

    bool choice(FieldId field, std::string_view wanted) const {
        const std::string_view held = workspace_.text(person_, field);
        return wanted == "none" ? held.empty() : held == wanted;
    }

    bool in_set(FieldId field, std::string_view wanted, bool whole) const {
        const std::string folded = fold(wanted);
        bool found = false;
        bool any = false;
        workspace_.for_each_element(person_, field, [&](const Element& element) {
            any = true;
            const std::string text = fold(element.value.as_text());
            found |= whole ? text == folded : text.contains(folded);
        });
        return wanted == "none" ? !any : found;
    }

    bool at_work(FieldId field, std::string_view wanted, bool past) const {
        bool found = false;
        bool any = false;
        for (const RecordId affiliation : workspace_.referrers(person_, affiliation::person)) {
            if (is_past(workspace_, affiliation) != past) continue;
            any = true;
            const std::string text = field == affiliation::role
                ? std::string(workspace_.text(affiliation, field))
                : record_name(workspace_, workspace_.reference(affiliation, field));
            found |= !text.empty() && part_of(text, wanted);
        }
        return wanted == "none" ? !any : found;
    }

    bool decides(std::string_view wanted) const {
        if (wanted == filter_word::yes || wanted == filter_word::no) {
            const bool any = !workspace_.texts(person_, person::decides).empty();
            return any == (wanted == filter_word::yes);
        }
        return in_set(person::decides, wanted, true);
    }

    bool due(std::string_view wanted) const {
        const Cadence cadence = cadence_of(workspace_, person_, contacts_.of(person_), today_, rules_);
        const bool snoozed = cadence.snoozed != SnoozeKind::none;
        if (wanted == "snoozed") return snoozed;
        if (wanted == filter_word::yes) return cadence.wants_contact();
        if (wanted == filter_word::no) return !cadence.wants_contact();
        if (wanted == "soon") return !snoozed && cadence.status == CadenceStatus::soon;
        return !snoozed && cadence.status == CadenceStatus::drifting;
    }

    bool within(std::optional<Day> day, const FilterValue& value) const {
        if (value.text == "never") return !day;
        const DaySpan span = span_of(value.text, today_);
        // Never is before any day, so "not spoken to this year" finds those never spoken to.
        if (value.comparison == FilterComparison::before) return !day || *day < span.first;
        if (!day) return false;
        const bool ago = value.text.back() == 'd' || value.text.back() == 'm' || value.text.back() == 'y';
        const bool counted = ago && value.text.front() >= '0' && value.text.front() <= '9';
        if (value.comparison == FilterComparison::after) return *day > (counted ? span.first : span.last);
        return *day >= span.first && *day <= span.last;
    }

    /// Compared by the next time it comes round; "--05-12" or "--05" by the calendar.
    bool birthday(const FilterValue& value) const {
        const PartialDate date = workspace_.date(person_, person::birthday);
        if (value.text == "never") return date.empty();
        if (const auto wanted = parse_iso_date(value.text); wanted && !wanted->year)
            return date.month == wanted->month && (!wanted->day || date.day == wanted->day);
        const DaySpan span = span_of(value.text, today_);
        const auto next = next_anniversary(date, span.first);
        if (!next) return false;
        if (value.comparison == FilterComparison::is) return *next <= span.last;
        const auto coming = next_anniversary(date, today_);
        return value.comparison == FilterComparison::before ? *coming < span.first : *coming > span.last;
    }

    bool has(std::string_view what) const {
        if (what == filter_word::birthday) return !workspace_.date(person_, person::birthday).empty();
        if (what == "photo") return !workspace_.get(person_, person::photo).empty();
        if (what == "notes") return !workspace_.text(person_, person::notes).empty();
        bool found = false;
        workspace_.for_each_element(person_, person::contact_points,
            [&](const Element& row) { found |= row_part(row.value, person::contact_points::kind) == what; });
        return found;
    }
};

}  // namespace

bool matches_filter(const Filter& filter, const Workspace& workspace, const ContactBook& contacts,
    RecordId person, Day today, const Rules& rules) {
    const FilterMatcher matcher(workspace, contacts, person, today, rules);
    return std::ranges::all_of(filter.terms, [&](const FilterTerm& term) { return matcher.holds(term); });
}

std::vector<RecordId> people_matching(const Filter& filter, const Workspace& workspace,
    const ContactBook& contacts, Day today, const Rules& rules) {
    std::vector<RecordId> found;
    workspace.for_each(Kind::person, [&](RecordId person) {
        if (!workspace.flag(person, person::self) &&
            matches_filter(filter, workspace, contacts, person, today, rules))
            found.push_back(person);
    });
    return found;
}

}  // namespace kith
