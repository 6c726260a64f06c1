#include "workspace/facts.h"

#include <algorithm>

#include "workspace/names.h"

namespace kith {

std::vector<Argument> names_of(
    const Workspace& workspace, std::span<const RecordId> people, std::size_t most) {
    std::vector<Argument> names;
    for (std::size_t i = 0; i < std::min(most, people.size()); ++i)
        names.push_back(named(workspace, people[i]));
    if (people.size() > most) names.emplace_back(people.size() - most);
    return names;
}

}  // namespace kith
