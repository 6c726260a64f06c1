#include "ui/records.h"

#include "model/fields.h"
#include "ui/favours.h"
#include "ui/places.h"

namespace kith::ui {

RecordCounts count_records(const Workspace& workspace) {
    RecordCounts counts;
    workspace.for_each(Kind::goal, [&](RecordId goal) {
        const std::string_view stage = workspace.text(goal, goal::stage);
        counts.goals += stage.empty() || stage == "active" ? 1 : 0;
    });
    counts.opportunities = workspace.count(Kind::opportunity);
    workspace.for_each(
        Kind::favour, [&](RecordId favour) { counts.favours += waits_on_me(workspace, favour) ? 1 : 0; });
    return counts;
}

bool is_records_place(std::string_view screen) {
    const KindPlace* place = place_named(screen);
    return place != nullptr && place->kind != Kind::person;
}

void draw_records(Session& session, RecordsState& state, ImRect area) {
    const KindPlace& place = *place_named(session.place.screen);
    const RecordId record = session.place.record;
    if (record) {
        // An address may name a record under another kind's screen; what is no kind at all is shown as gone.
        if (kind_of(record) == place.kind) return draw_record_page(session, state.page, area, record);
        return place_of(kind_of(record)) != nullptr ? open_record(session, record) : session.go(place.rail);
    }
    if (!place.listed) return session.go(place.rail);
    Ui& ui = session.ui;
    ui.open_group(Role::main, session.text("nav." + std::string(place.rail)), area);
    draw_place_head(session, area, place.kind, state.add);
    if (place.kind == Kind::favour)
        draw_favours(session, state.favours, area, state.add);
    else if (place.kind == Kind::opportunity)
        draw_opportunities(session, state.opportunities, area, state.add);
    else
        draw_record_list(session, state.lists[place.kind], area, place.kind, state.add);
    ui.tree().close();
}

void draw_records_dialogs(Session& session, RecordsState& state) {
    draw_record_dialogs(session, state.page);
    draw_record_dialogs(session, state.favours.page);
    draw_form(session, state.add);
    // What was added is shown, so that more can be said about it. A promise says it all in its row.
    if (state.add.open || !state.add.saved) return;
    const RecordId added = std::exchange(state.add.saved, {});
    if (kind_of(added) != Kind::action) open_record(session, added);
}

}  // namespace kith::ui
