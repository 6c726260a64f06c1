#include "ui/network/answers.h"

#include <algorithm>

#include "base/text.h"
#include "model/fields.h"
#include "ui/give/suggestions.h"
#include "ui/goals/sight.h"
#include "workspace/names.h"

namespace kith::ui {

namespace {

constexpr std::size_t most_cards = 4;

std::string first_name(const Workspace& workspace, RecordId person) {
    const std::string_view given = workspace.text(person, person::given_name);
    return given.empty() ? record_name(workspace, person) : std::string(given);
}

/// Who works where a goal leads.
std::vector<RecordId> targets_of_goal(const Workspace& workspace, RecordId goal) {
    std::vector<RecordId> people;
    workspace.for_each_element(goal, goal::organisations, [&](const Element& element) {
        people.append_range(people_at(workspace, element.value.as_reference()));
    });
    if (people.empty()) people = people_in_role(workspace, workspace.text(goal, goal::target_role));
    return people;
}

void find_ways(Session& session, NetworkState& state, std::span<const RecordId> targets, Day day) {
    const Workspace& workspace = session.workspace;
    const ContactGraph& contacts = state.view.contacts();
    for (const Route& route : find_routes(contacts, state.view.people(), targets)) {
        state.ways.push_back(route.people);
        RouteCard card{.way = std::string(session.text("network.you")),
            .reasons = {},
            .first = route.people.front(),
            .last = route.people.back()};
        for (const RecordId person : route.people)
            card.way += " → " + first_name(workspace, person);
        for (const Facts& facts : reasons_of(workspace, contacts, route, day))
            card.reasons += (card.reasons.empty() ? "" : "\n") + network_facts(session, facts);
        state.routes.push_back(std::move(card));
    }
    if (!state.routes.empty() || targets.size() != 1) return;
    for (const PossibleDoor& door : possible_doors(contacts, targets.front(), day)) {
        Facts shared;
        for (const SharedGroup& group : door.shared)
            shared.push_back(shared_fact(workspace, contacts, group));
        state.doors.push_back(record_name(workspace, door.person) + ": " + network_facts(session, shared));
    }
}

void look_at_goal(Session& session, NetworkState& state) {
    GoalSight& sight = sight_of(session);
    for (const GoalGap& gap : sight.look(session.insight, state.goal, session.ui.today()).gaps) {
        std::string words(session.text("need." + std::string(key_of(gap.need))));
        state.gaps.push_back(std::move(words) + ": " + session.text(gap.sentence));
    }
    if (sight.reading()) session.ui.keep_moving();
    for (const Reconnect& one : whom_to_reconnect(
             session.workspace, state.view.contacts(), state.view.people(), state.goal, most_cards))
        state.reconnect.push_back({one.person, network_facts(session, one.reasons)});
}

void look_at_whole(Session& session, NetworkState& state) {
    const NetworkAnswers& answers = state.view.answers();
    for (const FadingBridge& bridge : answers.fading) {
        if (state.fading.size() == most_cards) break;
        state.fading.push_back({bridge.person, network_facts(session, bridge.reasons)});
    }
    for (const RedundantTie& tie : answers.redundant) {
        if (state.redundant.size() == most_cards) break;
        state.redundant.push_back({tie.person, network_facts(session, reasons_of(session.workspace, tie))});
    }
    // One for each of those who look for something: the best there is.
    for (const Introduction& pair :
        introductions(session.workspace, session.insight.contacts(), session.ui.today(), 5 * most_cards)) {
        if (state.introductions.size() == most_cards) break;
        if (!std::ranges::contains(state.introductions, pair.needs, &NamedCard::person))
            state.introductions.push_back({pair.needs, network_facts(session, pair.reasons), pair.offers});
    }
}

}  // namespace

std::string network_facts(const Session& session, const Facts& facts) {
    return facts_in_words(session, facts, facts.size());
}

void update_network_answers(Session& session, NetworkState& state) {
    if (state.view.working()) return;  // what is told belongs to the picture as it is
    const Day day = state.day.value_or(session.ui.today());
    const std::array<std::uint64_t, 6> asked{state.view.version(), state.view.answers_version(),
        state.chosen.value, state.goal.value, static_cast<std::uint64_t>(day.time_since_epoch().count()),
        state.goal ? sight_of(session).version() : 0};
    if (state.answered == asked && state.asked == state.aim.words) return;
    state.answered = asked;
    state.asked = state.aim.words;
    state.routes.clear();
    state.ways.clear();
    state.targets.clear();
    state.doors.clear();
    state.gaps.clear();
    for (auto* cards : {&state.reconnect, &state.introductions, &state.fading, &state.redundant})
        cards->clear();
    if (state.chosen) return find_ways(session, state, {&state.chosen, 1}, day);
    if (!state.aim.words.empty()) {
        state.targets = state.aim.people;
        return find_ways(session, state, state.aim.people, day);
    }
    if (state.goal) {
        state.targets = targets_of_goal(session.workspace, state.goal);
        find_ways(session, state, state.targets, day);
        look_at_goal(session, state);
        return;
    }
    look_at_whole(session, state);
}

void aim_in_network(Session& session, NetworkState& state, std::string_view words) {
    state.chosen = {};
    state.aim = {};
    const std::string wanted = collapse_spaces(words);
    if (wanted.empty()) return;
    std::vector<RecordId> people = people_called(session.workspace, wanted);
    std::string called = wanted;
    if (people.empty()) {
        // A slip: what comes nearest.
        const auto near =
            session.insight.search_so_far().find(session.workspace, wanted, {.limit = 8, .kind = Kind::none});
        for (const SearchResult& hit : near.results) {
            const Kind kind = kind_of(hit.record);
            if (kind != Kind::person && kind != Kind::organisation) continue;
            called = record_name(session.workspace, hit.record);
            people = people_called(session.workspace, called);
            break;
        }
    }
    if (people.size() == 1) {
        if (const auto node = state.view.find(people.front()))
            return choose_in_network(session, state, *node);
    }
    state.aim = {called, std::move(people)};
    session.ui.tree().announce(state.aim.people.empty()
            ? session.text("network.nobody_called", {called})
            : session.text("network.found", {state.aim.people.size(), called}));
}

}  // namespace kith::ui
