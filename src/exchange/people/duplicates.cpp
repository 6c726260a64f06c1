#include "exchange/people/duplicates.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "exchange/people/identity_answers.h"
#include "exchange/people/identity_entries.h"
#include "model/fields.h"

namespace kith {

KeyKind strongest_reason(const identity::Comparison& comparison) {
    using identity::Reason;
    if (comparison.agrees(Reason::profile)) return KeyKind::linkedin;
    if (comparison.agrees(Reason::uid)) return KeyKind::uid;
    if (comparison.agrees(Reason::email)) return KeyKind::email;
    for (const Reason reason : {Reason::mobile, Reason::home, Reason::line}) {
        if (comparison.agrees(reason)) return KeyKind::phone;
    }
    return comparison.agrees(Reason::employer) ? KeyKind::work : KeyKind::name;
}

namespace {

/// Whom a change of a record may make the same as somebody, or another than somebody.
void add_concerned(const Workspace& workspace, RecordId record, std::vector<RecordId>& people) {
    const auto add = [&](RecordId person) {
        if (kind_of(person) == Kind::person) people.push_back(person);
    };
    if (kind_of(record) == Kind::affiliation) {
        for (const PastValue& past : workspace.history_of(record, affiliation::person))
            add(past.value.as_reference());
    } else if (kind_of(record) == Kind::organisation) {
        for (const RecordId job : workspace.referrers(record, affiliation::organisation))
            add(workspace.reference(job, affiliation::person));
    } else {
        add(record);
    }
}

}  // namespace

Slices DuplicateSearch::catch_up(const Workspace& workspace) {
    if (!search_) search_ = std::make_unique<identity::RecordSearch>();
    Pieces pieces;
    do {
        see_changes(workspace);
        while (next_ < waiting_.size()) {
            look_at(workspace, waiting_[next_++]);
            if (pieces.done()) {
                co_await next_slice;
                see_changes(workspace);
            }
        }
        waiting_.clear();
        next_ = 0;
        if (done_) co_return;
        see_apart(workspace);
        const std::uint64_t revision = revision_;
        co_await search_->catch_up(apart_);
        if (revision != workspace.revision()) continue;
        found_.clear();
        const auto people = workspace.all(Kind::person);
        for (const identity::SamePair& pair : search_->questions()) {
            found_.push_back({people[pair.a], people[pair.b], strongest_reason(pair.comparison),
                pair.comparison.is_certain(), pair.comparison});
        }
        done_ = true;
    } while (!done_);
}

void DuplicateSearch::see_changes(const Workspace& workspace) {
    if (revision_ == workspace.revision()) return;
    revision_ = workspace.revision();
    const auto everybody = workspace.all(Kind::person);
    for (std::size_t place = places_.size(); place < everybody.size(); ++place)
        places_.emplace(everybody[place], static_cast<std::uint32_t>(place));
    std::vector<RecordId> people;
    for (const RecordId record : workspace.touched_since(cursor_)) {
        add_concerned(workspace, record, people);
        if (kind_of(record) == Kind::setting) done_ = false;
    }
    cursor_ = workspace.cursor();
    std::vector<std::uint32_t> places;
    for (const RecordId person : people) {
        if (const auto at = places_.find(person); at != places_.end()) places.push_back(at->second);
    }
    if (!places.empty()) done_ = false;
    std::ranges::sort(places);
    const auto twice = std::ranges::unique(places);
    places.erase(twice.begin(), twice.end());
    waiting_.insert(waiting_.end(), places.begin(), places.end());
}

void DuplicateSearch::look_at(const Workspace& workspace, std::uint32_t place) {
    const RecordId person = workspace.all(Kind::person)[place];
    if (workspace.live(person))
        search_->set(place, identity_entry(workspace, person, 0));
    else
        search_->set(place, std::nullopt);
}

void DuplicateSearch::see_apart(const Workspace& workspace) {
    apart_.clear();
    for (const auto& [a, b] : identity_answers(workspace).apart) {
        const auto one = places_.find(a), other = places_.find(b);
        if (one != places_.end() && other != places_.end())
            apart_.push_back({std::min(one->second, other->second), std::max(one->second, other->second)});
    }
    std::ranges::sort(apart_);
}

}  // namespace kith
