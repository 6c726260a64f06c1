#include "ui/goals/sight.h"

#include "planning/goals/closest.h"

namespace kith::ui {

namespace {

constexpr int slices_a_frame = 40;  // of 64 records each: a few milliseconds

}  // namespace

bool GoalSight::read_ways(const Workspace& workspace, Day today) {
    const std::uint64_t before = graph_.revision();
    reading_ = graph_.step(workspace, [asked = 0]() mutable { return ++asked > slices_a_frame; });
    if (reading_) return false;
    if (before != graph_.revision() || people_.options.day != today || people_.nodes.empty())
        people_ = graph_on(graph_, {.day = today});
    return true;
}

const GoalCoverage& GoalSight::look(const Workspace& workspace, RecordId goal, Day today) {
    const bool same =
        revision_ == workspace.revision() && today_ == today && coverage_.goal == goal && version_ != 0;
    if (same && with_ways_) return coverage_;
    const bool ways = read_ways(workspace, today);
    if (same && !ways) return coverage_;
    if (!same) contacts_.update(workspace);
    revision_ = workspace.revision();
    today_ = today;
    with_ways_ = ways;
    ++version_;
    const ClosestTo closest = ways
        ? ClosestTo([&](RecordId target) { return closest_way(workspace, graph_, people_, target); })
        : ClosestTo{};
    coverage_ = cover_.look(workspace, contacts_, goal, today, rules_of(workspace), closest);
    first_.clear();
    if (ways)
        first_ = kith::first_contacts(workspace, contacts_, coverage_,
            [&](RecordId person) { return way_to(graph_, people_, person); });
    return coverage_;
}

GoalSight& sight_of(Session& session) {
    if (!session.goal_sight) session.goal_sight = std::make_shared<GoalSight>();
    return *session.goal_sight;
}

}  // namespace kith::ui
