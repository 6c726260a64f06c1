#include "ui/network/ways.h"

#include "base/text.h"
#include "model/fields.h"
#include "planning/goals/steps.h"
#include "ui/agenda/lines.h"
#include "ui/network/answers.h"
#include "ui/session/places.h"
#include "ui/session/record_scope.h"
#include "widgets/overlays.h"
#include "widgets/widgets.h"
#include "workspace/names.h"

namespace kith::ui {

namespace {

/// A message to be written: for an introduction, or to somebody whom the user knows.
void write_for(Session& session, const NetworkState& state, const RouteCard& route) {
    WriteWish wish{.request = {.kind = route.direct() ? DraftKind::check_in : DraftKind::ask_introduction,
                       .person = route.first,
                       .record = {},
                       .other = route.direct() ? RecordId{} : route.last,
                       .about = {}},
        .item = {},
        .title = {}};
    if (!route.direct()) {
        wish.favour_kind = favour::kind::introduction;
        wish.asks_for = state.goal;
    }
    session.wish.write = std::move(wish);
}

/// An action due today, so that it stands in Today until it is done.
void plan(Session& session, const NetworkState& state, const RouteCard& route) {
    const Workspace& workspace = session.workspace;
    const std::string first = person_name(workspace, route.first), last = person_name(workspace, route.last);
    const std::string title = route.direct() ? session.text("network.plan_write", {first})
                                             : session.text("network.plan_ask", {first, last});
    Made made = plan_way({.first = route.first, .last = route.last, .goal = state.goal}, title,
        session.ui.today(), session.random);
    session.commit(std::move(made.draft), session.text("network.planned", {title}));
}

}  // namespace

void draw_network_ways(Session& session, NetworkState& state, Flow& flow) {
    Ui& ui = session.ui;
    heading(ui, flow.take(ui.line(Type::body_strong)), session.text("network.ways"), 3, Type::body_strong);
    flow.space(ui.px(8));
    int number = 0;
    for (const RouteCard& route : state.routes) {
        ImGui::PushID(number++);
        Card card(ui, flow);
        paragraph(ui, card.flow, route.way, Type::body_strong);
        paragraph(ui, card.flow, route.reasons, Type::small, Colour::muted);
        if (session.may_write()) {
            card.flow.space(ui.px(8));
            Line line(card.flow.take(ui.control()));
            const std::string name = person_name(session.workspace, route.first);
            const Button write{.label = route.direct() ? session.text("network.write")
                                                       : session.text("network.ask_introduction"),
                .kind = number == 1 ? ButtonKind::primary : ButtonKind::quiet,
                .description = name};
            const Button later{.label = session.text("network.plan"), .description = name};
            if (button(ui, line.start(button_width(ui, write), ui.px(8)), write))
                write_for(session, state, route);
            if (button(ui, line.start(button_width(ui, later)), later)) plan(session, state, route);
        }
        card.end();
        ImGui::PopID();
        flow.space(ui.px(10));
    }
    if (!state.routes.empty()) return;
    paragraph(ui, flow, session.text("network.no_way"), Type::body, Colour::muted);
    for (const std::string& door : state.doors)
        paragraph(ui, flow, door, Type::small);
    flow.space(ui.px(10));
}

void draw_named_cards(Session& session, NetworkState& state, Flow& flow, std::string_view title,
    std::span<const NamedCard> cards) {
    if (cards.empty()) return;
    Ui& ui = session.ui;
    flow.space(ui.px(8));
    heading(ui, flow.take(ui.line(Type::body_strong)), title, 3, Type::body_strong);
    flow.space(ui.px(8));
    ImGui::PushID(title.data(), title.data() + title.size());
    for (const NamedCard& named : cards) {
        const RecordScope scope(named.person);
        Card card(ui, flow);
        std::string name = record_name(session.workspace, named.person);
        if (named.other) name += " · " + record_name(session.workspace, named.other);
        paragraph(ui, card.flow, name, Type::body_strong);
        paragraph(ui, card.flow, named.reasons, Type::small, Colour::muted);
        card.flow.space(ui.px(8));
        const std::string label = named.other ? std::string(session.text("network.what_changes"))
                                              : session.text("network.show_person", {name});
        if (button(ui, card.flow, {.label = label, .description = named.other ? name : std::string_view()})) {
            if (named.other)
                state.selected = {named.person, named.other};
            else if (const auto node = state.view.find(named.person))
                choose_in_network(session, state, *node);
        }
        card.end();
        flow.space(ui.px(10));
    }
    ImGui::PopID();
}

void draw_network_aim(Session& session, NetworkState& state, Flow& flow) {
    Ui& ui = session.ui;
    heading(ui, flow.take(ui.line(Type::section)), session.text("network.to", {state.aim.words}), 2,
        Type::section);
    const std::string found = state.aim.people.empty()
        ? session.text("network.nobody_called", {state.aim.words})
        : session.text("network.found", {state.aim.people.size(), state.aim.words});
    paragraph(ui, flow, found, Type::small, Colour::muted);
    flow.space(ui.px(10));
    if (button(ui, flow, {.label = session.text("network.all")})) state.aim = {};
    flow.space(ui.px(16));
    if (!state.aim.people.empty()) draw_network_ways(session, state, flow);
}

void draw_network_goal(Session& session, NetworkState& state, Flow& flow) {
    Ui& ui = session.ui;
    const std::string name = record_name(session.workspace, state.goal);
    heading(ui, flow.take(ui.line(Type::section)), name, 2, Type::section);
    paragraph(
        ui, flow, session.text("network.goal_targets", {state.targets.size()}), Type::small, Colour::muted);
    flow.space(ui.px(10));
    Line line(flow.take(ui.control()));
    const Button open{.label = session.text("network.open_goal")},
        close{.label = session.text("network.all")};
    if (button(ui, line.start(button_width(ui, open), ui.px(8)), open))
        session.go(PlaceId::goals, state.goal);
    if (button(ui, line.start(button_width(ui, close)), close)) state.goal = {};
    flow.space(ui.px(16));
    if (!state.targets.empty()) draw_network_ways(session, state, flow);
    if (!state.gaps.empty()) {
        heading(
            ui, flow.take(ui.line(Type::body_strong)), session.text("network.gaps"), 3, Type::body_strong);
        flow.space(ui.px(4));
        ui.open_group(Role::list, session.text("network.gaps"));
        for (const std::string& gap : state.gaps) {
            ui.tree().open({.id = ui.static_id(gap), .role = Role::listitem});
            paragraph(ui, flow, gap, Type::small);
            ui.tree().close();
            flow.space(ui.px(4));
        }
        ui.tree().close();
        flow.space(ui.px(8));
    }
    draw_named_cards(session, state, flow, session.text("network.reconnect"), state.reconnect);
    if (!state.reconnect.empty())
        paragraph(ui, flow, session.text("network.reconnect_why"), Type::small, Colour::muted);
}

void draw_network_finder(Session& session, NetworkState& state, Flow& flow) {
    Ui& ui = session.ui;
    constexpr std::size_t most = 6;
    const std::string_view name = session.text("network.find");
    const ImGuiID id = ImGui::GetID(name.data(), name.data() + name.size());
    const bool editing = ui.editing().id == id;
    const std::string typed(trim(editing ? std::string_view(ui.editing().text) : state.find_text));
    std::vector<std::string> names, details;
    const auto offer = [&](std::string words, std::string_view detail) {
        if (names.size() == most || std::ranges::contains(names, words)) return;
        names.push_back(std::move(words));
        details.emplace_back(detail);
    };
    if (editing && !typed.empty()) {
        for (const SearchResult& hit : session.insight.search_so_far()
                 .find(session.workspace, typed, {.limit = 2 * most, .kind = Kind::none})
                 .results) {
            const Kind kind = kind_of(hit.record);
            if (kind == Kind::person || kind == Kind::organisation)
                offer(record_name(session.workspace, hit.record), kind_name(session.ui.words(), kind));
        }
        const std::string folded = fold(typed);
        for (const auto& [field, detail] : {std::pair(affiliation::role, session.text("network.a_role")),
                 std::pair(person::skills, session.text("network.a_skill"))}) {
            for (const std::string& text : session.known_texts(field)) {
                if (fold(text).contains(folded)) offer(text, detail);
            }
        }
    }
    const std::vector<std::string_view> options(names.begin(), names.end());
    const std::vector<std::string_view> kinds(details.begin(), details.end());
    const Completion completion = completing_field(ui, flow.take(ui.control()),
        {.name = name,
            .placeholder = session.text("network.find_hint"),
            .kind = InputKind::search,
            .icon = Icon::search},
        state.find_text, options, kinds);
    flow.space(ui.px(14));
    if (completion.chosen)
        aim_in_network(session, state, names[static_cast<std::size_t>(*completion.chosen)]);
    else if (completion.field.accepted)
        aim_in_network(session, state, state.find_text);
    else
        return;
    state.find_text.clear();
}

}  // namespace kith::ui
