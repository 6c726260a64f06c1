#include "ui/network/filter.h"

#include <algorithm>

#include "model/fields.h"
#include "ui/goals/sight.h"
#include "ui/network/look.h"
#include "workspace/names.h"

namespace kith::ui {

namespace {

/// Who has to do with a goal: helps with it, could, or is at one of its organisations.
std::set<RecordId> people_of_goal(Session& session, RecordId goal) {
    std::set<RecordId> people;
    const Workspace& workspace = session.workspace;
    const GoalCoverage& coverage = sight_of(session).look(session.insight, goal, session.ui.today());
    for (const NeedCoverage& need : coverage.needs) {
        if (!need.wanted) continue;
        for (const Helper& helper : need.helpers)
            people.insert(helper.person);
    }
    workspace.for_each_element(goal, goal::organisations, [&](Element element) {
        for (const RecordId work :
            workspace.referrers(element.value.as_reference(), affiliation::organisation))
            people.insert(workspace.reference(work, affiliation::person));
    });
    return people;
}

bool works_at(const Workspace& workspace, RecordId person, RecordId organisation) {
    return std::ranges::any_of(workspace.referrers(person, affiliation::person), [&](RecordId work) {
        return workspace.reference(work, affiliation::organisation) == organisation &&
            !is_past(workspace, work);
    });
}

struct Choice {
    std::string_view name;
    std::vector<std::string> options;  // the first: everyone
    int current = 0;
};

std::optional<int> choose(Ui& ui, ImRect area, const Choice& choice) {
    std::vector<std::string_view> options(choice.options.begin(), choice.options.end());
    return select(ui, area, {.name = choice.name, .options = options, .current = choice.current});
}

template <typename Value, typename Key>
int place_in(const std::vector<Value>& values, const Key& key) {
    return static_cast<int>(std::ranges::find(values, key) - values.begin());
}

/// The organisations in the picture, by name.
std::vector<RecordId> organisations_in(const NetworkState& state) {
    std::vector<std::pair<std::string_view, RecordId>> found;
    for (const NetworkNode& node : state.view.nodes()) {
        if (!node.person) found.emplace_back(node.name, node.record);
    }
    std::ranges::sort(found);
    std::vector<RecordId> records;
    for (const auto& [name, record] : found)
        records.push_back(record);
    return records;
}

std::vector<RecordId> goals_in(const Workspace& workspace) {
    std::vector<RecordId> goals;
    workspace.for_each(Kind::goal, [&](RecordId goal) { goals.push_back(goal); });
    return goals;
}

}  // namespace

void update_shown(Session& session, NetworkState& state) {
    const std::uint64_t revision = state.filter.empty() ? 0 : session.workspace.revision();
    if (!state.shown_from.renew(state.filter, state.view.version(), revision)) return;
    ++state.shown_generation;
    state.shown.clear();
    const NetworkFilter& filter = state.filter;
    if (filter.empty()) return;
    const Workspace& workspace = session.workspace;
    const std::set<RecordId> helpers =
        filter.goal ? people_of_goal(session, filter.goal) : std::set<RecordId>{};
    const auto& nodes = state.view.nodes();
    state.shown.assign(nodes.size(), 0);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const NetworkNode& node = nodes[i];
        if (!node.person) continue;
        const bool passes = (filter.circle == person::circle::none ||
                                workspace.choice(node.record, person::circle) == filter.circle) &&
            (filter.tag.empty() ||
                std::ranges::contains(workspace.texts(node.record, person::tags), filter.tag)) &&
            (!filter.organisation || works_at(workspace, node.record, filter.organisation)) &&
            (!filter.goal || helpers.contains(node.record)) &&
            (!filter.community || node.community == *filter.community) &&
            (!filter.contact || network_freshness(session, state, node) == *filter.contact) &&
            !filter.hidden.contains(node.record) &&
            (filter.only.empty() || filter.only.contains(node.record));
        state.shown[i] = passes ? 1 : 0;
    }
    // An organisation's word stays as long as one of its people does.
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (nodes[i].person) continue;
        for (const Neighbour& next : state.view.graph().neighbours(static_cast<NodeIndex>(i)))
            if (nodes[next.node].person && state.shown[next.node] != 0) state.shown[i] = 1;
    }
    if (state.chosen) {
        const auto node = state.view.find(state.chosen);
        if (node && !is_shown(state, *node)) state.chosen = {};
    }
}

namespace {

constexpr int cells = 8;  // six choices and two check boxes

int columns_for(const Session& session, float width) {
    return session.ui.phone() ? 2 : std::clamp(static_cast<int>(width / session.ui.px(150)), 2, 6);
}

float height_for(const Session& session, float width) {
    const int columns = columns_for(session, width);
    const int lines = (cells + 1 + columns - 1) / columns;  // and the button that clears it
    return static_cast<float>(lines) * (session.ui.control() + session.ui.px(8));
}

/// Groups that have people, by number, and what they are called.
std::vector<std::uint32_t> groups_in(const NetworkState& state) {
    std::set<std::uint32_t> found;
    for (const NetworkNode& node : state.view.nodes()) {
        if (node.person) found.insert(node.community);
    }
    return {found.begin(), found.end()};
}

}  // namespace

void draw_network_filter(Session& session, NetworkState& state, Flow& flow) {
    if (!state.filter_open) return;
    Ui& ui = session.ui;
    const Workspace& workspace = session.workspace;
    NetworkFilter& filter = state.filter;
    ui.open_group(Role::group, session.text("network.filter"),
        {flow.x, flow.y, flow.end_x(), flow.y + height_for(session, flow.width)});
    const int columns = columns_for(session, flow.width);
    const float gap = ui.px(8);
    const float wide = (flow.width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    Line line(flow.take(0));
    int used = columns;
    const auto next = [&] {
        if (used == columns) {
            line = Line(flow.take(ui.control()));
            flow.space(gap);
            used = 0;
        }
        ++used;
        return line.start(wide, gap);
    };

    Choice circle{.name = session.text("network.filter_circle"), .options = {}, .current = 0};
    circle.options.emplace_back(session.text("network.any_circle"));
    for (const auto one : enumerators<enum person::circle>) {
        if (one != person::circle::none) circle.options.push_back(circle_name(ui.words(), one));
    }
    circle.current = static_cast<int>(filter.circle);
    if (const auto chosen = choose(ui, next(), circle))
        filter.circle = static_cast<enum person::circle>(*chosen);

    Choice tag{.name = session.text("network.filter_tag"), .options = {}, .current = 0};
    tag.options.emplace_back(session.text("network.any_tag"));
    std::vector<std::string> tags{""};
    for (const std::string& text : session.known_texts(person::tags)) {
        tags.push_back(text);
        tag.options.push_back(text);
    }
    tag.current = place_in(tags, filter.tag);
    if (const auto chosen = choose(ui, next(), tag)) filter.tag = tags[static_cast<std::size_t>(*chosen)];

    const auto by_record = [&](std::string_view name, std::string_view any, std::vector<RecordId> records,
                               RecordId& value) {
        Choice choice{.name = session.text(name), .options = {}, .current = 0};
        choice.options.emplace_back(session.text(any));
        records.insert(records.begin(), RecordId{});
        for (std::size_t i = 1; i < records.size(); ++i)
            choice.options.push_back(record_name(workspace, records[i]));
        choice.current = place_in(records, value);
        if (const auto chosen = choose(ui, next(), choice))
            value = records[static_cast<std::size_t>(*chosen)];
    };
    by_record("network.filter_organisation", "network.any_organisation", organisations_in(state),
        filter.organisation);
    by_record("network.filter_goal", "network.any_goal", goals_in(workspace), filter.goal);

    Choice group{.name = session.text("network.filter_group"), .options = {}, .current = 0};
    group.options.emplace_back(session.text("network.any_group"));
    std::vector<std::optional<std::uint32_t>> groups{std::nullopt};
    for (const std::uint32_t number : groups_in(state)) {
        groups.emplace_back(number);
        group.options.push_back(session.text(state.view.community_names()[number]));
    }
    group.current = place_in(groups, filter.community);
    if (const auto chosen = choose(ui, next(), group))
        filter.community = groups[static_cast<std::size_t>(*chosen)];

    Choice contact{.name = session.text("network.filter_contact"), .options = {}, .current = 0};
    contact.options.emplace_back(session.text("network.any_contact"));
    for (const std::string_view key : network_freshness_keys())
        contact.options.emplace_back(session.text(key));
    contact.current = filter.contact ? static_cast<int>(*filter.contact) + 1 : 0;
    if (const auto chosen = choose(ui, next(), contact))
        filter.contact = *chosen == 0 ? std::optional<std::size_t>{} : static_cast<std::size_t>(*chosen - 1);

    const auto also = [&](std::string_view key, bool& shown) {
        if (checkbox(ui, next(), session.text(key), shown ? Tri::yes : Tri::no)) shown = !shown;
    };
    also("network.also_organisations", state.with_organisations);
    also("network.also_events", state.with_events);
    if (!filter.empty()) {
        if (used == columns) {
            line = Line(flow.take(ui.control()));
            flow.space(gap);
        }
        const Button clear{.label = session.text("network.clear_filter"), .icon = Icon::x};
        if (button(ui, line.start(button_width(ui, clear)), clear)) filter = {};
    }
    ui.tree().close();
}

}  // namespace kith::ui
