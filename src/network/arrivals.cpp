#include "network/arrivals.h"

#include <algorithm>

#include "model/fields.h"
#include "network/snapshot.h"

namespace kith {

std::vector<Arrivals> arrivals_of(const Workspace& workspace, const ContactGraph& contacts) {
    constexpr std::chrono::days until_noted{31};
    std::vector<Arrivals> all;
    workspace.for_each(Kind::event, [&](RecordId event) {
        Arrivals arrivals{.event = event,
            .on = workspace.date(event, event::from).earliest().value_or(undated),
            .people = workspace.referrers(event, person::met_at)};
        std::erase_if(arrivals.people, [&](RecordId person) { return !workspace.live(person); });
        const NodeIndex node = contacts.find(event);
        if (arrivals.on == undated) return;
        if (node != no_index) {
            for (const EdgeIndex number : contacts.node(node).edges) {
                const NodeIndex other = contacts.edge(number).other(node);
                if (other == ContactGraph::self) continue;
                const RecordId person = contacts.node(other).record;
                const Day known = appears_on(contacts, other);
                if (known >= arrivals.on && known <= arrivals.on + until_noted &&
                    !std::ranges::contains(arrivals.people, person))
                    arrivals.people.push_back(person);
            }
        }
        if (!arrivals.people.empty()) all.push_back(std::move(arrivals));
    });
    std::ranges::sort(all,
        [](const Arrivals& a, const Arrivals& b) { return a.on != b.on ? a.on < b.on : a.event < b.event; });
    return all;
}

}  // namespace kith
