#include "ui/network/panel.h"

#include "model/fields.h"
#include "network/advice.h"
#include "ui/give/suggestions.h"
#include "ui/network/answers.h"
#include "ui/network/selection.h"
#include "ui/network/tools.h"
#include "ui/network/ways.h"
#include "ui/network/whole.h"
#include "widgets/widgets.h"
#include "workspace/names.h"

namespace kith::ui {

namespace {

/// For those who don't drag: the same by buttons.
void draw_person_tools(Session& session, NetworkState& state, Flow& flow, std::size_t index) {
    Ui& ui = session.ui;
    const RecordId person = state.view.nodes()[index].record;
    const bool among_ties = state.view.arrangement() == NetworkLayout::ties;
    const bool pinned = state.view.pinned(index), selected = state.selected.contains(person);
    Line line(flow.take(ui.control()));
    const auto square = [&](std::string_view key, Icon icon, bool on) {
        const Button choice{
            .label = session.text(key), .icon = icon, .icon_only = true, .pressed = on ? Tri::yes : Tri::no};
        return button(ui, line.start(ui.control(), ui.px(8)), choice);
    };
    if (square("network.select_one", Icon::lasso_select, selected)) {
        if (!state.selected.erase(person)) state.selected.insert(person);
    }
    if (session.may_write() && among_ties && square("network.pin", Icon::pin, pinned))
        pin_in_network(session, state, index, !pinned);
    if (session.may_write() && square("network.tool_connect", Icon::spline, state.connect_from == person)) {
        state.tool = NetworkTool::connect;
        state.connect_from = state.connect_from == person ? RecordId{} : person;
    }
    const Button hide{.label = session.text("network.hide"), .icon = Icon::eye_off, .icon_only = true};
    if (button(ui, line.start(ui.control(), ui.px(8)), hide)) {
        state.filter.hidden.insert(person);
        state.chosen = {};
    }
}

void draw_chosen(Session& session, NetworkState& state, Flow& flow, std::size_t index) {
    Ui& ui = session.ui;
    const NetworkNode& node = state.view.nodes()[index];
    heading(ui, flow.take(ui.line(Type::section)), node.name, 2, Type::section);
    paragraph(ui, flow, network_sentence(session, state, index), Type::small, Colour::muted);
    flow.space(ui.px(10));
    Line line(flow.take(ui.control()));
    const Button open{.label = session.text("network.open")};
    const Button close{.label = session.text("network.all")};
    if (button(ui, line.start(button_width(ui, open), ui.px(8)), open))
        session.go(PlaceId::people, node.record);
    if (button(ui, line.start(button_width(ui, close)), close)) state.chosen = {};
    flow.space(ui.px(8));
    draw_person_tools(session, state, flow, index);
    flow.space(ui.px(16));
    draw_network_ways(session, state, flow);
    if (const auto tie = state.view.own_tie(node)) {
        flow.space(ui.px(8));
        heading(ui, flow.take(ui.line(Type::body_strong)), session.text("network.your_tie"), 3,
            Type::body_strong);
        paragraph(ui, flow,
            std::string(session.text(key_of(tie->strength))) + ". " +
                network_facts(session, strength_facts(*tie, true, session.ui.today())),
            Type::small, Colour::muted);
    }
    flow.space(ui.px(14));
    heading(
        ui, flow.take(ui.line(Type::body_strong)), session.text("network.knows_whom"), 3, Type::body_strong);
    ui.open_group(Role::list, session.text("network.knows_whom"));
    for (const Neighbour& next : state.view.graph().neighbours(static_cast<NodeIndex>(index))) {
        const NetworkNode& other = state.view.nodes()[next.node];
        if (!other.person) continue;
        ImGui::PushID(static_cast<int>(next.node));
        ui.tree().open({.id = ImGui::GetID("item"), .role = Role::listitem});
        if (link(ui, flow.take(ui.touch() ? ui.control() : ui.line(Type::body) + ui.px(4)), other.name))
            choose_in_network(session, state, next.node);
        ui.tree().close();
        ImGui::PopID();
    }
    ui.tree().close();
}

}  // namespace

void draw_network_panel(Session& session, NetworkState& state, ImRect area) {
    Ui& ui = session.ui;
    update_network_answers(session, state);
    const ScrollOptions options{.side = 20, .top = 20};
    ui.open_group(Role::complementary, session.text("network.answers"), area);
    Flow flow = begin_scroll(ui, "network", area, options);
    const auto chosen = state.chosen ? state.view.find(state.chosen) : std::nullopt;
    draw_network_finder(session, state, flow);
    if (chosen)
        draw_chosen(session, state, flow, *chosen);
    else if (!state.selected.empty())
        draw_network_selection(session, state, flow);
    else if (!state.aim.words.empty())
        draw_network_aim(session, state, flow);
    else if (state.goal)
        draw_network_goal(session, state, flow);
    else
        draw_network_whole(session, state, flow);
    end_scroll(ui, flow, options);
    ui.tree().close();
}

}  // namespace kith::ui
