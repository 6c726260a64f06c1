#include "workspace/facts.h"

#include <algorithm>
#include <cmath>

#include "workspace/names.h"

namespace kith {

Message spell(const SpanKeys& keys, std::chrono::days span, std::vector<Argument> more) {
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
    more.insert(more.begin(), std::lround(count));
    return {key, std::move(more)};
}

std::vector<Argument> names_of(
    const Workspace& workspace, std::span<const RecordId> people, std::size_t most) {
    std::vector<Argument> names;
    for (std::size_t i = 0; i < std::min(most, people.size()); ++i)
        names.push_back(named(workspace, people[i]));
    if (people.size() > most) names.emplace_back(people.size() - most);
    return names;
}

}  // namespace kith
