#include "planning/facts/due.h"

#include "base/text.h"

namespace kith {

Message due_fact(Day due, Day today) {
    if (due < today) return {"fact.was_due", {today - due}};
    return {"fact.due_in", {due - today}};
}

std::string short_text(std::string_view text, std::size_t limit) {
    const std::string line = collapse_spaces(text);
    const std::string_view start = first_graphemes(line, limit);
    return start.size() == line.size() ? line : std::string(start) + "…";
}

}  // namespace kith
