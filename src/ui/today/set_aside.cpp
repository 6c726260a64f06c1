#include "ui/today/set_aside.h"

#include <cmath>

#include "model/fields.h"
#include "planning/agenda/doing.h"
#include "planning/agenda/put_off.h"
#include "workspace/names.h"

namespace kith::ui {

namespace {

/// People whose contact waits for a day or for their reply: nothing in the agenda speaks of them.
void add_snoozed_people(const Session& session, TodayState& state) {
    if (std::exchange(state.snoozed_added, true)) return;
    const Day today = session.ui.today();
    const Workspace& workspace = session.workspace;
    workspace.for_each(Kind::person, [&](RecordId person) {
        const PartialDate until = workspace.date(person, person::snoozed_until);
        const bool awaiting = !workspace.date(person, person::awaiting_reply).empty();
        const auto day = until.earliest();
        if (!awaiting && (!day || *day <= today)) return;
        state.set_aside.push_back({.person = person,
            .title = session.text("agenda.title.due_contact", {named(workspace, person)}),
            .until = awaiting ? std::string(session.text("today.until_they_reply"))
                              : session.text("today.until", {*day})});
    });
}

bool bring_back(Session& session, const SetAsideLine& line) {
    return session.commit(line.item != nullptr
            ? bring_back_item(session.workspace, *line.item, line.title, session.ui.today())
            : bring_back_contact(line.person, line.title),
        session.text("today.is_back", {line.title}));
}

}  // namespace

bool draw_set_aside(Session& session, TodayState& state, Flow& flow) {
    add_snoozed_people(session, state);
    if (state.set_aside.empty()) return false;
    Ui& ui = session.ui;
    const std::string words = session.text("today.set_aside_count", {state.set_aside.size()});
    const Button unfold{.label = words,
        .icon = state.show_set_aside ? Icon::chevron_down : Icon::chevron_right,
        .kind = ButtonKind::bare,
        .small = true,
        .expanded = state.show_set_aside ? Tri::yes : Tri::no,
        .id = "set aside"};
    if (button(ui, flow, unfold)) state.show_set_aside = !state.show_set_aside;
    flow.space(ui.px(8));
    if (!state.show_set_aside) return false;
    bool changed = false;
    Card card(ui, flow, 0, 0);
    ui.open_group(Role::list, session.text("today.set_aside_list"));
    int position = 0;
    for (const SetAsideLine& line : state.set_aside) {
        if (changed) break;
        if (position > 0) draw_separator(ui, card.flow.x, card.flow.end_x(), card.flow.y);
        const ListItem row{.title = line.title,
            .tag = line.until,
            .action = session.text("today.bring_back"),
            .pressable = false,
            .position = ++position,
            .set_size = static_cast<int>(state.set_aside.size())};
        ImGui::PushID(position);
        const ImRect area = card.flow.take(list_item_height(ui, row, card.flow.width));
        if (list_item(ui, area, row).action) changed = bring_back(session, line);
        ImGui::PopID();
    }
    ui.tree().close();
    card.end();
    flow.space(ui.px(grid::between_cards));
    return changed;
}

}  // namespace kith::ui
