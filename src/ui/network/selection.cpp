#include "ui/network/selection.h"

#include "model/fields.h"
#include "network/advice.h"
#include "ui/give/suggestions.h"
#include "ui/network/tools.h"
#include "ui/session/record_scope.h"
#include "widgets/widgets.h"
#include "workspace/names.h"

namespace kith::ui {

namespace {

void draw_pair(Session& session, NetworkState& state, Flow& flow) {
    Ui& ui = session.ui;
    const Workspace& workspace = session.workspace;
    const RecordId a = *state.selected.begin(), b = *state.selected.rbegin();
    const std::string first = record_name(workspace, a), second = record_name(workspace, b);
    const IntroductionEffect effect =
        effect_of_introducing(workspace, state.view.contacts(), state.view.people(), a, b);
    Card card(ui, flow);
    paragraph(ui, card.flow,
        effect.know_each_other ? session.text("network.pair_knows", {first, second})
                               : session.text("network.pair_meets", {first, second}),
        Type::body_strong);
    if (!effect.reasons.empty())
        paragraph(ui, card.flow, facts_in_words(session, effect.reasons, effect.reasons.size()), Type::small,
            Colour::muted);
    if (!effect.know_each_other && session.may_write()) {
        card.flow.space(ui.px(8));
        Line line(card.flow.take(ui.control()));
        const Button introduce{.label = session.text("network.introduce"), .kind = ButtonKind::primary};
        const Button know{.label = session.text("network.they_know")};
        if (button(ui, line.start(button_width(ui, introduce), ui.px(8)), introduce))
            session.wish.write = WriteWish{
                .request = {.kind = DraftKind::introduce, .person = a, .record = {}, .other = b, .about = {}},
                .item = {},
                .title = {}};
        if (button(ui, line.start(button_width(ui, know)), know)) connect_in_network(session, state, a, b);
    }
    card.end();
    flow.space(ui.px(12));
}

}  // namespace

void draw_network_selection(Session& session, NetworkState& state, Flow& flow) {
    Ui& ui = session.ui;
    heading(ui, flow.take(ui.line(Type::section)), session.text("network.selected", {state.selected.size()}),
        2, Type::section);
    flow.space(ui.px(10));
    const Button only{.label = session.text("network.show_only"), .icon = Icon::eye};
    const Button hide{.label = session.text("network.hide"), .icon = Icon::eye_off};
    const Button none{.label = session.text("network.select_none")};
    Line line(flow.take(ui.control()));
    if (button(ui, line.start(button_width(ui, only), ui.px(8)), only)) {
        state.filter.only = state.selected;
        state.camera.reset();
    }
    if (button(ui, line.start(button_width(ui, hide)), hide)) {
        state.filter.hidden.insert(state.selected.begin(), state.selected.end());
        state.selected.clear();
    }
    flow.space(ui.px(8));
    if (button(ui, flow, none)) state.selected.clear();
    flow.space(ui.px(16));
    if (state.selected.size() == 2) draw_pair(session, state, flow);
    if (state.selected.empty()) return;
    ui.open_group(Role::list, session.text("network.selected_list"));
    RecordId dropped;
    for (const RecordId person : state.selected) {
        const auto node = state.view.find(person);
        if (!node) {
            dropped = person;
            continue;
        }
        const RecordScope scope(person);
        ui.tree().open({.id = ImGui::GetID("item"), .role = Role::listitem});
        if (link(ui, flow.take(ui.touch() ? ui.control() : ui.line(Type::body) + ui.px(4)),
                state.view.nodes()[*node].name))
            choose_in_network(session, state, *node);
        ui.tree().close();
    }
    ui.tree().close();
    state.selected.erase(dropped);  // deleted meanwhile
}

}  // namespace kith::ui
