// What was deleted, to be taken back; with what went along, as one. Emptied only by hand.
#include <algorithm>

#include "ui/history/trash.h"
#include "ui/records/removal.h"
#include "ui/session/dates.h"
#include "ui/session/dialog_foot.h"
#include "ui/session/places.h"
#include "ui/session/record_scope.h"
#include "ui/words/counts.h"
#include "ui/words/record_words.h"
#include "workspace/trash.h"

namespace kith::ui {

namespace {

constexpr std::size_t most_shown = 500;

void refresh(const Session& session, TrashState& state) {
    const Workspace& workspace = session.workspace;
    if (!state.made.renew(workspace.revision())) return;
    state.lines.clear();
    state.records = all_trashed(workspace).size();
    for (const Deleted& each : deleted(workspace)) {
        if (place_of(kind_of(each.record)) != nullptr)
            state.lines.push_back({each.record, counts_in_words(session, each.along)});
    }
}

std::string detail_of(const Session& session, const TrashState::Line& line) {
    const Instant when = session.workspace.changed_at(line.record).wall();
    const std::string kind = kind_name(session.ui.words(), kind_of(line.record));
    return line.along.empty() ? session.text("trash.deleted", {kind, when})
                              : session.text("trash.deleted_with", {kind, when, line.along});
}

void empty_trash(Session& session) {
    session.commit(empty_trash(session.workspace), std::string(session.text("trash.emptied")));
}

void draw_emptying(Session& session, TrashState& state) {
    Ui& ui = session.ui;
    Flow flow;
    if (!begin_dialog(ui, session.text("trash.empty_title"), 460, state.emptying, flow, true)) return;
    paragraph(ui, flow, session.text("trash.empty_text", {state.records}));
    flow.space(ui.px(16));
    const Button go{.label = session.text("trash.empty"), .icon = Icon::trash_2, .kind = ButtonKind::danger};
    DialogFoot foot(session, flow, go);
    const DialogAnswer answer = foot.answer();
    if (answer != DialogAnswer::none) state.emptying = false;
    if (answer == DialogAnswer::done) empty_trash(session);
    end_dialog(ui, flow);
}

void draw_lines(Session& session, const TrashState& state, Flow& flow) {
    Ui& ui = session.ui;
    Card card(ui, flow, 0, 0);
    ui.open_group(Role::list, session.name_of(PlaceId::trash));
    int position = 0;
    const std::vector<TrashState::Line> lines(state.lines.begin(),
        state.lines.begin() + static_cast<std::ptrdiff_t>(std::min(state.lines.size(), most_shown)));
    for (const TrashState::Line& line : lines) {
        const RecordScope scope(line.record);
        const std::string name = record_title(session, line.record);
        const std::string detail = detail_of(session, line);
        const Face face{.name = name, .key = line.record.value};
        if (position > 0) draw_separator(ui, card.flow.x, card.flow.end_x(), card.flow.y);
        const ListItem item{.title = name,
            .detail = detail,
            .action = session.text("trash.restore"),
            .face = &face,
            .position = ++position,
            .set_size = static_cast<int>(state.lines.size()),
            .id = name};
        const ListItemResult result =
            list_item(ui, card.flow.take(list_item_height(ui, item, card.flow.width)), item);
        if (result.action)
            bring_back(session, line.record);
        else if (result.pressed)
            open_record(session, line.record);
    }
    ui.tree().close();
    card.end();
    if (state.lines.size() <= most_shown) return;
    flow.space(ui.px(12));
    paragraph(
        ui, flow, session.text("trash.more", {state.lines.size() - most_shown}), Type::small, Colour::muted);
}

}  // namespace

std::size_t trash_count(const Workspace& workspace) {
    std::size_t count = 0;
    for (const PlaceRow& place : places()) {
        if (place.kind == Kind::none) continue;
        for (const RecordId record : workspace.all(place.kind)) {
            const bool there = workspace.state(record) == RecordState::trashed;
            count += there && !is_along(workspace, record) ? 1 : 0;
        }
    }
    return count;
}

void draw_trash(Session& session, TrashState& state, ImRect area) {
    Ui& ui = session.ui;
    refresh(session, state);
    ui.open_group(Role::main, session.name_of(PlaceId::trash), area);
    const float side = ui.phone() ? grid::screen_phone : grid::screen;
    const ScrollOptions options{.side = side, .top = 20, .most_width = 840};
    Flow flow = begin_scroll(ui, "trash", area, options);
    Line line(flow.take(ui.control()));
    const Button empty{.label = session.text("trash.empty"), .icon = Icon::trash_2};
    const bool any = state.records > 0 && !session.past;
    if (any && button(ui, line.end(button_width(ui, empty), ui.px(12)), empty)) state.emptying = true;
    heading(ui, middle(line.area, ui.line(Type::title)), session.name_of(PlaceId::trash), 1, Type::title);
    paragraph(ui, flow, session.text("trash.text"), Type::body, Colour::muted);
    flow.space(ui.px(16));
    if (state.lines.empty()) {
        empty_state(ui, flow,
            {.icon = Icon::trash_2,
                .title = session.text("trash.none"),
                .text = session.text("trash.none_text")});
    } else {
        draw_lines(session, state, flow);
    }
    end_scroll(ui, flow, options);
    ui.tree().close();
    draw_emptying(session, state);
}

}  // namespace kith::ui
