// What the network answers: how to reach somebody, whom to ask about whom, which ties fade; and how much of
// it is known, beside everything that rests on it.
#include "model/fields.h"
#include "network/advice.h"
#include "ui/screen_network.h"
#include "ui/suggestions.h"
#include "ui/today.h"
#include "ui/widgets.h"
#include "workspace/names.h"

namespace kith::ui {

namespace {

std::string sentences(const Session& session, const Facts& facts) {
    return facts_in_words(session, facts, facts.size());
}

std::string first_name(const Workspace& workspace, RecordId person) {
    const std::string_view given = workspace.text(person, person::given_name);
    return given.empty() ? record_name(workspace, person) : std::string(given);
}

/// Asks the engine anew when somebody else was chosen or something changed.
void answer(Session& session, NetworkState& state) {
    const Day day = state.day.value_or(session.ui.today());
    if (state.answered == state.chosen && state.answered_revision == session.workspace.revision() &&
        state.answered_day == day)
        return;
    state.answered = state.chosen;
    state.answered_revision = session.workspace.revision();
    state.answered_day = day;
    state.routes.clear();
    state.way.clear();
    state.doors.clear();
    if (!state.chosen) return;
    const Workspace& workspace = session.workspace;
    const ContactGraph& contacts = state.view.contacts();
    const RecordId target[]{state.chosen};
    for (const Route& route : find_routes(contacts, state.view.people(), target)) {
        if (state.routes.empty()) state.way = route.people;
        RouteCard card{
            .way = std::string(session.text("network.you")), .reasons = {}, .first = route.people.front()};
        for (const RecordId person : route.people)
            card.way += " → " + first_name(workspace, person);
        for (const Facts& facts : reasons_of(workspace, contacts, route, day))
            card.reasons += (card.reasons.empty() ? "" : "\n") + sentences(session, facts);
        state.routes.push_back(std::move(card));
    }
    if (!state.routes.empty()) return;
    for (const PossibleDoor& door : possible_doors(contacts, state.chosen, day)) {
        Facts shared;
        for (const SharedGroup& group : door.shared)
            shared.push_back(shared_fact(workspace, contacts, group));
        state.doors.push_back(record_name(workspace, door.person) + ": " + sentences(session, shared));
    }
}

void draw_ways(Session& session, NetworkState& state, Flow& flow) {
    Ui& ui = session.ui;
    heading(ui, flow.take(ui.line(Type::body_strong)), session.text("network.ways"), 3, Type::body_strong);
    flow.space(ui.px(8));
    int number = 0;
    for (const RouteCard& route : state.routes) {
        ImGui::PushID(number++);
        Card card(ui, flow);
        paragraph(ui, card.flow, route.way, Type::body_strong);
        paragraph(ui, card.flow, route.reasons, Type::small, Colour::muted);
        card.flow.space(ui.px(8));
        Line line(card.flow.take(ui.control()));
        const std::string write = session.text("network.ask", {first_name(session.workspace, route.first)});
        const Button ask{.label = write, .kind = number == 1 ? ButtonKind::primary : ButtonKind::quiet};
        if (button(ui, line.left(button_width(ui, ask), ui.px(8)), ask)) session.go("people", route.first);
        card.end();
        ImGui::PopID();
        flow.space(ui.px(10));
    }
    if (!state.routes.empty()) return;
    paragraph(ui, flow, session.text("network.no_way"), Type::body, Colour::muted);
    for (const std::string& door : state.doors)
        paragraph(ui, flow, door, Type::small);
}

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
        return button(ui, line.left(ui.control(), ui.px(8)), choice);
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
    if (button(ui, line.left(ui.control(), ui.px(8)), hide)) {
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
    if (button(ui, line.left(button_width(ui, open), ui.px(8)), open)) session.go("people", node.record);
    if (button(ui, line.left(button_width(ui, close)), close)) state.chosen = {};
    flow.space(ui.px(8));
    draw_person_tools(session, state, flow, index);
    flow.space(ui.px(16));
    draw_ways(session, state, flow);
    if (const auto tie = state.view.own_tie(node)) {
        flow.space(ui.px(8));
        heading(ui, flow.take(ui.line(Type::body_strong)), session.text("network.your_tie"), 3,
            Type::body_strong);
        paragraph(ui, flow,
            std::string(session.text(key_of(tie->strength))) + ". " +
                sentences(session, strength_facts(*tie, true, session.ui.today())),
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

void draw_question(Session& session, NetworkState& state, Flow& flow) {
    if (state.view.questions().empty() || state.day) return;
    Ui& ui = session.ui;
    const Question question = state.view.questions().front();
    Card card(ui, flow);
    paragraph(ui, card.flow, in_words(session, text_of(session.workspace, question)), Type::body_strong);
    paragraph(ui, card.flow, sentences(session, question.reasons), Type::small, Colour::muted);
    card.flow.space(ui.px(8));
    Line line(card.flow.take(ui.control()));
    const Button yes{.label = session.text("network.yes"), .shortcut = "y"};
    const Button no{.label = session.text("network.no"), .shortcut = "n"};
    const Button skip{.label = session.text("network.skip")};
    const bool keys = ui.editing().id == 0 && ui.focus().top_layer() == 0;
    if (button(ui, line.left(button_width(ui, yes), ui.px(8)), yes) || (keys && ui.key(ImGuiKey_Y)))
        session.commit(answer_yes(session.workspace, question, session.random));
    else if (button(ui, line.left(button_width(ui, no), ui.px(8)), no) || (keys && ui.key(ImGuiKey_N)))
        session.commit(answer_no(session.workspace, question, ui.today()));
    if (button(ui, line.left(button_width(ui, skip)), skip)) state.view.skip_question();
    card.end();
    flow.space(ui.px(10));
}

void draw_whole(Session& session, NetworkState& state, Flow& flow) {
    Ui& ui = session.ui;
    heading(ui, flow.take(ui.line(Type::section)), session.text("network.title"), 2, Type::section);
    paragraph(ui, flow, in_words(session, coverage_fact(state.view.coverage())), Type::body, Colour::muted);
    if (const auto caveat = caveat_of(Measure::betweenness, state.view.coverage())) {
        flow.space(ui.px(4));
        paragraph(ui, flow, in_words(session, *caveat), Type::small, Colour::muted);
    }
    flow.space(ui.px(14));
    draw_question(session, state, flow);
    const auto fading = fading_bridges(
        session.workspace, state.view.contacts(), state.view.people(), state.view.communities());
    if (fading.empty()) return;
    flow.space(ui.px(8));
    heading(ui, flow.take(ui.line(Type::body_strong)), session.text("network.fading"), 3, Type::body_strong);
    flow.space(ui.px(8));
    int number = 0;
    for (const FadingBridge& bridge : fading) {
        if (++number > 5) break;
        ImGui::PushID(number);
        Card card(ui, flow);
        const std::string name = record_name(session.workspace, bridge.person);
        paragraph(ui, card.flow, name, Type::body_strong);
        paragraph(ui, card.flow, sentences(session, bridge.reasons), Type::small, Colour::muted);
        card.flow.space(ui.px(8));
        const std::string label = session.text("network.show_person", {name});
        if (button(ui, card.flow, {.label = label})) {
            if (const auto node = state.view.find(bridge.person)) choose_in_network(session, state, *node);
        }
        card.end();
        ImGui::PopID();
        flow.space(ui.px(10));
    }
}

}  // namespace

void draw_network_panel(Session& session, NetworkState& state, ImRect area) {
    Ui& ui = session.ui;
    answer(session, state);
    const ScrollOptions options{.side = 20, .top = 20};
    ui.open_group(Role::complementary, session.text("network.answers"), area);
    Flow flow = begin_scroll(ui, "network", area, options);
    const auto chosen = state.chosen ? state.view.find(state.chosen) : std::nullopt;
    if (chosen)
        draw_chosen(session, state, flow, *chosen);
    else if (!state.selected.empty())
        draw_network_selection(session, state, flow);
    else
        draw_whole(session, state, flow);
    end_scroll(ui, flow, options);
    ui.tree().close();
}

}  // namespace kith::ui
