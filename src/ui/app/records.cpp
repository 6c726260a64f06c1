#include "ui/app/records.h"

#include "model/fields.h"
#include "model/meanings.h"
#include "ui/app/pages.h"
#include "ui/give/favours.h"
#include "ui/goals/goal_page.h"
#include "ui/goals/need_dialog.h"
#include "ui/goals/telling.h"
#include "ui/session/places.h"
#include "workspace/names.h"

namespace kith::ui {

RecordCounts count_records(const Workspace& workspace) {
    RecordCounts counts;
    counts.people = workspace.count(Kind::person) - (self(workspace) ? 1 : 0);
    workspace.for_each(Kind::goal, [&](RecordId goal) {
        const auto stage = workspace.choice(goal, goal::stage);
        counts.goals += is_pursued(stage) ? 1 : 0;
    });
    counts.opportunities = workspace.count(Kind::opportunity);
    workspace.for_each(
        Kind::favour, [&](RecordId favour) { counts.favours += waits_on_me(workspace, favour) ? 1 : 0; });
    return counts;
}

namespace {

// Whom to ask is the first question, so it stands above the list.
void draw_find_mentor(Session& session, RecordsState& state, ImRect& area) {
    Flow flow{.x = area.Min.x, .y = area.Min.y, .width = area.GetWidth()};
    if (button(session.ui, flow, {.label = session.text("suggest.find_mentor"), .icon = Icon::search}))
        state.mentors = {.open = true};
    area.Min.y = flow.y + session.ui.px(12);
}

// What was achieved becomes a text to be copied.
void draw_profile_button(Session& session, ImRect& area) {
    Flow flow{.x = area.Min.x, .y = area.Min.y, .width = area.GetWidth()};
    if (button(session.ui, flow, {.label = session.text("page.profile"), .icon = Icon::copy}))
        session.wish.profile = RecordId{};
    area.Min.y = flow.y + session.ui.px(12);
}

}  // namespace

void draw_records(Session& session, RecordsState& state, ImRect area) {
    const PlaceRow& place = row_of(session.place.id);
    const RecordId record = session.place.record;
    if (record) {
        // An address may name a record under another kind's screen; what is no kind at all is shown as gone.
        if (kind_of(record) == place.kind)
            return draw_record_page(session, state.page, area, record, page_spec(session, record));
        return place_of(kind_of(record)) != nullptr ? open_record(session, record) : session.go(place.rail);
    }
    if (!place.listed()) return session.go(place.rail);
    Ui& ui = session.ui;
    ui.open_group(Role::main, session.name_of(place.rail), area);
    draw_place_head(session, area, place.kind, state.add);
    if (place.kind == Kind::favour)
        draw_favours(session, state.favours, area, state.add);
    else if (place.kind == Kind::opportunity)
        draw_opportunities(session, state.opportunities, area, state.add);
    else {
        if (place.kind == Kind::mentorship) draw_find_mentor(session, state, area);
        if (place.kind == Kind::achievement && session.workspace.count(Kind::achievement) > 0)
            draw_profile_button(session, area);
        draw_record_list(session, state.lists[place.kind], area, place.kind, state.add);
    }
    ui.tree().close();
}

void draw_records_dialogs(Session& session, RecordsState& state) {
    draw_record_dialogs(session, state.page);
    draw_need_dialog(session, state.page);
    draw_told_dialog(session, state.page);
    draw_record_dialogs(session, state.favours.page);
    draw_form(session, state.add);
    draw_mentor_search(session, state.mentors);
    if (std::exchange(session.wish.start_goal, false)) open_goal_start(session, state.goal_start);
    draw_goal_start(session, state.goal_start);
    draw_profile(session, state.profile);
    // What was added is shown, so that more can be said about it. A promise says it all in its row.
    if (state.add.open || !state.add.saved) return;
    const RecordId added = std::exchange(state.add.saved, {});
    if (kind_of(added) != Kind::action) open_record(session, added);
}

}  // namespace kith::ui
