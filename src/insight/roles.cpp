#include "insight/roles.h"

#include <algorithm>

#include "base/assertion.h"
#include "insight/contact_book.h"
#include "model/fields.h"
#include "titles/reading.h"
#include "workspace/names.h"

namespace kith {

namespace {

void add_roles(std::vector<HeldRole>& roles, TitleReading reading, const HeldRole& position) {
    const JobRole* main = reading.main();
    for (JobRole& role : reading.roles) {
        HeldRole held = position;
        held.main = &role == main;
        held.past |= role.former;
        held.role = std::move(role);
        roles.push_back(std::move(held));
    }
}

/// Whose roles a touched record bears upon.
void add_people(const Workspace& workspace, RecordId record, std::vector<RecordId>& people) {
    switch (kind_of(record)) {
        case Kind::person: people.push_back(record); break;
        case Kind::affiliation: people.append_range(ever_in(workspace, record, affiliation::person)); break;
        case Kind::organisation:
            for (const RecordId affiliation : workspace.referrers(record, affiliation::organisation))
                people.push_back(workspace.reference(affiliation, affiliation::person));
            break;
        default: break;
    }
}

}  // namespace

std::vector<HeldRole> roles_of(const Workspace& workspace, RecordId person) {
    std::vector<HeldRole> roles;
    for (const RecordId affiliation : affiliations_of(workspace, person)) {
        const std::string_view title = workspace.text(affiliation, affiliation::role);
        if (title.empty()) continue;
        const RecordId organisation = workspace.reference(affiliation, affiliation::organisation);
        add_roles(roles, read_title(title, workspace.text(organisation, organisation::name)),
            {.role = {},
                .affiliation = affiliation,
                .organisation = organisation,
                .past = is_past(workspace, affiliation)});
    }
    const std::string_view headline = workspace.text(person, person::headline);
    if (!headline.empty()) add_roles(roles, read_title(headline), {});
    return roles;
}

std::span<const HeldRole> RoleBook::of(RecordId person) const {
    const auto at = by_person_.find(person);
    return at != by_person_.end() ? std::span<const HeldRole>(at->second) : std::span<const HeldRole>{};
}

void RoleBook::take_in(const Workspace& workspace, RecordId person) {
    by_person_.erase(person);
    if (!workspace.live(person)) return;
    std::vector<HeldRole> roles = roles_of(workspace, person);
    if (!roles.empty()) by_person_.emplace(person, std::move(roles));
}

Slices RoleBook::rebuild(const Workspace& workspace) {
    boost::unordered_flat_map<RecordId, std::vector<HeldRole>, IdHash> by_person;
    by_person.reserve(workspace.all(Kind::person).size());
    Pieces pieces;
    for (std::size_t i = 0; i < workspace.all(Kind::person).size(); ++i) {
        if (pieces.done()) co_await next_slice;
        const RecordId person = workspace.all(Kind::person)[i];
        if (!workspace.live(person)) continue;
        std::vector<HeldRole> roles = roles_of(workspace, person);
        if (!roles.empty()) by_person.emplace(person, std::move(roles));
    }
    by_person_ = std::move(by_person);
}

void RoleBook::update(const Workspace& workspace) {
    if (cursor_ != 0 && cursor_ == workspace.cursor()) return;
    update_in_slices(workspace).finish();
}

Slices RoleBook::update_in_slices(const Workspace& workspace) {
    const std::size_t cursor = workspace.cursor();  // what is touched from here on is for the next time
    KITH_ASSERT(cursor_ <= cursor);                 // the workspace of the last time
    const auto touched = workspace.touched_since(cursor_);
    if (cursor_ == 0 || touched.size() * 4 > cursor) {
        co_await rebuild(workspace);
        ++revision_;
    } else if (!touched.empty()) {
        std::vector<RecordId> people;
        for (const RecordId record : touched)
            add_people(workspace, record, people);
        std::ranges::sort(people);
        people.erase(std::ranges::unique(people).begin(), people.end());
        Pieces pieces;
        for (const RecordId person : people) {
            if (pieces.done()) co_await next_slice;
            take_in(workspace, person);
            ++revision_;
        }
    }
    cursor_ = cursor;
}

}  // namespace kith
