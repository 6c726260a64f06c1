#include "ui/goals/sight.h"

#include "planning/goals/closest.h"

namespace kith::ui {

namespace {

constexpr int slices_a_frame = 40;  // of 64 records each: a few milliseconds
constexpr int titles_a_frame = 20;  // slices of 16 people each: likewise

}  // namespace

bool GoalSight::read_ways(Insight& insight, Day today) {
    reading_ = insight.read_graph([asked = 0]() mutable { return ++asked > slices_a_frame; });
    if (reading_) return false;
    const ContactGraph& graph = insight.graph_so_far();
    if (people_from_.renew(graph.revision(), today)) people_ = graph_on(graph, {.day = today});
    return true;
}

const GoalCoverage& GoalSight::look(Insight& insight, RecordId goal, Day today) {
    const Workspace& workspace = insight.workspace();
    const bool fresh = coverage_from_.renew(goal, workspace.revision(), today);
    if (fresh) {
        known_ = Known::nothing;
        titles_ = insight.read_roles();
    }
    if (known_ == Known::ways) return coverage_;
    reading_ = titles_.step([asked = 0]() mutable { return ++asked > titles_a_frame; });
    if (reading_) {
        if (fresh) {
            coverage_ = {.goal = goal};
            first_.clear();
            ++version_;
        }
        return coverage_;
    }
    const bool ways = read_ways(insight, today);
    if (known_ == Known::helpers && !ways) return coverage_;
    known_ = ways ? Known::ways : Known::helpers;
    ++version_;
    const ContactBook& contacts = insight.contacts();
    const ContactGraph& graph = insight.graph_so_far();
    const ClosestTo closest = ways
        ? ClosestTo([&](RecordId target) { return closest_way(workspace, graph, people_, target); })
        : ClosestTo{};
    coverage_ = cover_.look(workspace, contacts, insight.roles(), goal, today, rules_of(workspace), closest);
    first_.clear();
    if (ways)
        first_ = kith::first_contacts(
            workspace, contacts, coverage_, [&](RecordId person) { return way_to(graph, people_, person); });
    return coverage_;
}

GoalSight& sight_of(Session& session) {
    if (!session.goal_sight) session.goal_sight = std::make_shared<GoalSight>();
    return *session.goal_sight;
}

}  // namespace kith::ui
