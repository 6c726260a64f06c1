#include "planning/facts/due.h"

#include "base/text.h"

namespace kith {

namespace {

constexpr SpanKeys due_in{"fact.due_in_days", "fact.due_in_weeks", "fact.due_in_months", "fact.due_in_years"};
constexpr SpanKeys was_due{
    "fact.was_due_days", "fact.was_due_weeks", "fact.was_due_months", "fact.was_due_years"};

}  // namespace

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
