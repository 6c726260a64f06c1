#include "planning/facts.h"

#include <algorithm>

#include "base/text.h"
#include "workspace/names.h"

namespace kith {

namespace {

constexpr SpanKeys due_in{"fact.due_in_days", "fact.due_in_weeks", "fact.due_in_months", "fact.due_in_years"};
constexpr SpanKeys was_due{
    "fact.was_due_days", "fact.was_due_weeks", "fact.was_due_months", "fact.was_due_years"};

}  // namespace

Message spell(const SpanKeys& keys, std::chrono::days span, std::vector<std::string> more) {
    const auto days = static_cast<double>(span.count());
    std::string_view key = keys.days;
    double count = days;
    if (span.count() >= 730) {
        key = keys.years;
        count = days / 365.25;
    } else if (span.count() >= 61) {
        key = keys.months;
        count = days / 30.44;
    } else if (span.count() >= 14) {
        key = keys.weeks;
        count = days / 7;
    }
    more.insert(more.begin(), std::to_string(static_cast<int>(count + 0.5)));
    return {key, std::move(more)};
}

std::string names_of(const Workspace& workspace, std::span<const RecordId> people, std::size_t most) {
    std::string names;
    for (std::size_t i = 0; i < std::min(most, people.size()); ++i) {
        if (i > 0) names += ", ";
        names += person_name(workspace, people[i]);
    }
    if (people.size() > most) names += " +" + std::to_string(people.size() - most);
    return names;
}

Message due_fact(Day due, Day today) {
    if (due == today) return {"fact.due_today", {}};
    return due > today ? spell(due_in, due - today) : spell(was_due, today - due);
}

std::string short_text(std::string_view text, std::size_t limit) {
    const std::string line = collapse_spaces(text);
    const std::string_view start = first_graphemes(line, limit);
    return start.size() == line.size() ? line : std::string(start) + "…";
}

}  // namespace kith
