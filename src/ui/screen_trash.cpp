// What was deleted, to be taken back.
#include <algorithm>

#include "ui/dates.h"
#include "ui/places.h"
#include "ui/record_words.h"
#include "ui/screens.h"

namespace kith::ui {

namespace {

constexpr std::size_t most_shown = 500;

std::vector<RecordId> trashed(const Workspace& workspace) {
    std::vector<RecordId> found;
    for (const KindPlace& place : kind_places()) {
        for (const RecordId record : workspace.all(place.kind)) {
            if (workspace.state(record) == RecordState::trashed) found.push_back(record);
        }
    }
    std::ranges::stable_sort(
        found, [&](RecordId a, RecordId b) { return workspace.changed_at(a) > workspace.changed_at(b); });
    return found;
}

}  // namespace

std::size_t trash_count(const Workspace& workspace) {
    std::size_t count = 0;
    for (const KindPlace& place : kind_places()) {
        for (const RecordId record : workspace.all(place.kind))
            count += workspace.state(record) == RecordState::trashed ? 1 : 0;
    }
    return count;
}

void draw_trash(Session& session, TrashState& state, ImRect area) {
    Ui& ui = session.ui;
    const Workspace& workspace = session.workspace;
    ui.open_group(Role::main, session.text("nav.trash"), area);
    const float side = ui.phone() ? grid::screen_phone : grid::screen;
    const ScrollOptions options{.side = side, .top = 20, .most_width = 840};
    Flow flow = begin_scroll(ui, "trash", area, options);
    heading(ui, flow.take(ui.line(Type::title)), session.text("nav.trash"), 1, Type::title);
    paragraph(ui, flow, session.text("trash.text"), Type::body, Colour::muted);
    flow.space(ui.px(16));
    if (state.revision != workspace.revision())
        state = {.revision = workspace.revision(), .records = trashed(workspace)};
    const std::vector<RecordId> records = state.records;
    if (records.empty()) {
        empty_state(ui, flow,
            {.icon = Icon::trash_2,
                .title = session.text("trash.none"),
                .text = session.text("trash.none_text")});
    } else {
        Card card(ui, flow, 0, 0);
        ui.open_group(Role::list, session.text("nav.trash"));
        int position = 0;
        for (const RecordId record : std::span(records).first(std::min(records.size(), most_shown))) {
            ImGui::PushID(static_cast<int>(record.value ^ (record.value >> 32)));
            const std::string name = record_title(session, record);
            const KindSpec* kind = find_kind(kind_of(record));
            const Day day = std::chrono::floor<std::chrono::days>(
                workspace.changed_at(record).wall() + ui.host().locale().utc_offset);
            const std::string detail = session.text("trash.deleted",
                {std::string(kind->label), relative_day(ui.words(), ui.host(), day, ui.today())});
            const Face face{.name = name, .key = record.value};
            if (position > 0) draw_separator(ui, card.flow.x, card.flow.right(), card.flow.y);
            const ListItem item{.title = name,
                .detail = detail,
                .action = session.text("trash.restore"),
                .face = &face,
                .position = ++position,
                .set_size = static_cast<int>(records.size()),
                .id = name};
            const ListItemResult result =
                list_item(ui, card.flow.take(list_item_height(ui, item, card.flow.width)), item);
            ImGui::PopID();
            if (result.action) {
                Draft draft({"change.restore", {name}});
                draft.restore(record);
                session.commit(std::move(draft), session.text("toast.restored", {name}));
            } else if (result.pressed) {
                open_record(session, record);
            }
        }
        ui.tree().close();
        card.end();
        if (records.size() > most_shown) {
            flow.space(ui.px(12));
            paragraph(ui, flow, session.text("trash.more", {std::to_string(records.size() - most_shown)}),
                Type::small, Colour::muted);
        }
    }
    end_scroll(ui, flow, options);
    ui.tree().close();
}

}  // namespace kith::ui
