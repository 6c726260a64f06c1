#include "ui/network/whole.h"

#include "base/text.h"
#include "model/fields.h"
#include "ui/network/answers.h"
#include "ui/network/ways.h"
#include "ui/session/places.h"
#include "ui/session/record_scope.h"
#include "widgets/overlays.h"
#include "widgets/widgets.h"
#include "workspace/facts.h"
#include "workspace/names.h"

namespace kith::ui {

namespace {

void draw_question(Session& session, NetworkState& state, Flow& flow) {
    if (state.view.questions().empty() || state.day || !session.may_write()) return;
    Ui& ui = session.ui;
    const Question question = state.view.questions().front();
    Card card(ui, flow);
    paragraph(ui, card.flow, session.text(text_of(session.workspace, question)), Type::body_strong);
    paragraph(ui, card.flow, network_facts(session, question.reasons), Type::small, Colour::muted);
    card.flow.space(ui.px(8));
    Line line(card.flow.take(ui.control()));
    const Button yes{.label = session.text("network.yes"), .shortcut = "y"};
    const Button no{.label = session.text("network.no"), .shortcut = "n"};
    const Button skip{.label = session.text("network.skip")};
    const bool keys = ui.editing().id == 0 && ui.focus().top_layer() == 0;
    if (button(ui, line.start(button_width(ui, yes), ui.px(8)), yes) || (keys && ui.key(ImGuiKey_Y)))
        session.commit(answer_yes(session.workspace, question, session.random));
    else if (button(ui, line.start(button_width(ui, no), ui.px(8)), no) || (keys && ui.key(ImGuiKey_N)))
        session.commit(answer_no(session.workspace, question, ui.today()));
    if (button(ui, line.start(button_width(ui, skip)), skip)) state.view.skip_question();
    card.end();
    flow.space(ui.px(10));
}

void draw_goal_choice(Session& session, NetworkState& state, Flow& flow) {
    std::vector<RecordId> goals{RecordId{}};
    std::vector<std::string> names{std::string(session.text("network.no_goal"))};
    session.workspace.for_each(Kind::goal, [&](RecordId goal) {
        goals.push_back(goal);
        names.push_back(record_name(session.workspace, goal));
    });
    if (goals.size() == 1) return;
    const std::vector<std::string_view> options(names.begin(), names.end());
    if (const auto chosen = select(session.ui, flow.take(session.ui.control()),
            {.name = session.text("network.for_goal"), .options = options, .current = 0}))
        state.goal = goals[static_cast<std::size_t>(*chosen)];
    flow.space(session.ui.px(14));
}

/// Up to the day that is looked at, the latest first.
void draw_arrivals(Session& session, NetworkState& state, Flow& flow) {
    constexpr std::size_t most_events = 6, most_people = 8;
    Ui& ui = session.ui;
    const Day day = state.day.value_or(ui.today());
    std::vector<const Arrivals*> shown;
    const auto& all = state.view.answers().arrivals;
    for (std::size_t i = all.size(); i-- > 0 && shown.size() < most_events;) {
        if (all[i].on <= day) shown.push_back(&all[i]);
    }
    if (shown.empty()) return;
    flow.space(ui.px(8));
    const std::string_view title = session.text("network.arrivals");
    heading(ui, flow.take(ui.line(Type::body_strong)), title, 3, Type::body_strong);
    flow.space(ui.px(4));
    ui.open_group(Role::list, title);
    for (const Arrivals* arrivals : shown) {
        const RecordScope scope(arrivals->event);
        ui.tree().open({.id = ImGui::GetID("item"), .role = Role::listitem});
        const std::string event = record_name(session.workspace, arrivals->event);
        const float high = ui.touch() ? ui.control() : ui.line(Type::body) + ui.px(4);
        Line line(flow.take(high));
        const std::string when = ui.host().format_date(arrivals->on, DateStyle::month_year);
        silent_label(ui, line.end(text_width(ui, when, Type::small), ui.px(8)), when, Type::small,
            Colour::muted, Align::end);
        if (link(ui, line.area, event)) session.go(PlaceId::events, arrivals->event);
        const auto people = names_of(session.workspace, arrivals->people, most_people);
        paragraph(ui, flow, ui.formatter().list(people), Type::small, Colour::muted);
        flow.space(ui.px(6));
        ui.tree().close();
    }
    ui.tree().close();
    flow.space(ui.px(8));
}

}  // namespace

void draw_network_whole(Session& session, NetworkState& state, Flow& flow) {
    Ui& ui = session.ui;
    heading(ui, flow.take(ui.line(Type::section)), session.text("network.title"), 2, Type::section);
    const Coverage& coverage = state.view.coverage();
    paragraph(ui, flow, session.text("coverage.known", {coverage.known_pairs, coverage.possible_pairs}),
        Type::body, Colour::muted);
    if (const auto caveat = caveat_of(Measure::betweenness, state.view.coverage())) {
        flow.space(ui.px(4));
        paragraph(ui, flow, session.text(*caveat), Type::small, Colour::muted);
    }
    flow.space(ui.px(14));
    draw_goal_choice(session, state, flow);
    if (state.day) draw_arrivals(session, state, flow);
    draw_question(session, state, flow);
    draw_named_cards(session, state, flow, session.text("network.fading"), state.fading);
    draw_named_cards(session, state, flow, session.text("network.introductions"), state.introductions);
    draw_named_cards(session, state, flow, session.text("network.redundant"), state.redundant);
    if (!state.day) draw_arrivals(session, state, flow);
}

}  // namespace kith::ui
