#include "exchange/people/organisation_search.h"

#include <algorithm>

#include "exchange/people/identity_answers.h"
#include "model/fields.h"

namespace kith {

/// Whether there is anything to look at again.
bool OrganisationSearch::see_changes(const Workspace& workspace) {
    if (revision_ == workspace.revision()) return !done_;
    revision_ = workspace.revision();
    if (std::ranges::any_of(workspace.touched_since(cursor_), [](RecordId record) {
            return kind_of(record) == Kind::organisation || kind_of(record) == Kind::setting;
        }))
        done_ = false;
    cursor_ = workspace.cursor();
    return !done_;
}

Slices OrganisationSearch::catch_up(const Workspace& workspace) {
    while (see_changes(workspace)) {
        std::vector<RecordId> organisations;
        std::vector<std::string> names;
        workspace.for_each(Kind::organisation, [&](RecordId organisation) {
            organisations.push_back(organisation);
            names.emplace_back(workspace.text(organisation, organisation::name));
        });
        std::vector<identity::LikelyOrganisation> likely;
        co_await identity::find_like_organisations(names, likely);
        if (revision_ != workspace.revision()) continue;
        found_.clear();
        for (const identity::LikelyOrganisation& pair : likely) {
            const RecordId a = organisations[std::min(pair.a, pair.b)];
            const RecordId b = organisations[std::max(pair.a, pair.b)];
            if (!are_told_apart(workspace, a, b)) found_.push_back({a, b, pair.likeness});
        }
        done_ = true;
    }
}

}  // namespace kith
