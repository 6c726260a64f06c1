// Everything that was done, the latest first: what each step changed, and a way to take one back on its own
// or to see Kith as it was then.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "ui/history/screen.h"
#include "ui/records/forms.h"
#include "ui/session/dates.h"
#include "ui/session/session_steps.h"
#include "workspace/import_undo.h"
#include "workspace/names.h"

namespace kith::ui {

namespace {

constexpr std::size_t most_changes = 100;  // shown of one step
constexpr std::size_t most_dependents = 5;

const TransactionInfo& step_of(const Session& session, const HistoryEntry& entry) {
    return session.workspace.transactions()[entry.transaction];
}

std::string label_text(const Session& session, std::uint32_t transaction) {
    return session.text(Workspace::label_of(session.workspace.transactions()[transaction]));
}

std::string when_text(const Session& session, const TransactionInfo& step) {
    return session.ui.formatter().moment(step.stamp.wall());
}

/// Lists anew what passes the filter, when there is something new.
void refresh(Session& session, HistoryState& state) {
    if (!state.entries_from.renew(session.workspace.revision(), state.filter)) return;
    const bool same_question = state.listed_for == state.filter;
    state.listed_for = state.filter;
    if (!same_question) state.table.cursor = -1;
    state.entries = history_entries(session.workspace);
    const std::string wanted = fold(trim(state.filter));
    if (wanted.empty()) return;
    std::erase_if(state.entries, [&](const HistoryEntry& entry) {
        return !fold(label_text(session, entry.transaction)).contains(wanted);
    });
}

/// One change in words: "Ana Núñez, Notes: “Old” → “New”".
std::string change_text(const Session& session, const PastChange& change) {
    const FieldSpec& field = *find_field(change.field);
    std::string name = record_name(session.workspace, change.record);
    const Kind kind = kind_of(change.record);
    if (name.empty()) name = kind_name(session.ui.words(), kind);
    if (change.field.number() == 0) {
        const auto state = static_cast<RecordState>(change.after.empty() ? 0 : change.after.as_integer());
        const std::string_view key = change.before.empty() ? "history.came"
            : state == RecordState::trashed                ? "history.went"
                                                           : "history.came_back";
        return session.text(key, {name, kind_inside(session.ui.words(), kind)});
    }
    const std::string label = field_label(session.ui.words(), field);
    const std::string before = value_in_words(session, field, change.before);
    const std::string after = value_in_words(session, field, change.after);
    if (before.empty()) return session.text("history.set", {name, label, after});
    if (after.empty()) return session.text("history.cleared", {name, label, before});
    return session.text("history.changed", {name, label, before, after});
}

void open_step(Session& session, HistoryState& state, const HistoryEntry& entry) {
    state.open = true;
    state.step = entry;
    state.changes.clear();
    for (const PastChange& change : changes_of(session.workspace, entry.transaction, most_changes))
        state.changes.push_back(change_text(session, change));
    state.dependents.clear();
    state.import.reset();
    if (is_import_to_undo(session.workspace, entry))
        state.import = begin_undoing_import(session, entry.transaction);
    else if (!entry.undone)
        state.dependents = session.workspace.depend_on(entry.transaction);
}

void take_back(Session& session, HistoryState& state) {
    const std::size_t before = session.workspace.revision();
    if (state.import)
        undo_import(session, *state.import);
    else
        undo_one(session, state.step.transaction);
    if (session.long_step || session.workspace.revision() != before) state.open = false;
}

/// What stands in the way of undoing a step, or goes back with it. True if it can be done.
bool draw_what_depends(Session& session, HistoryState& state, Flow& flow) {
    Ui& ui = session.ui;
    if (state.step.undone) {
        notice(ui, flow, TagKind::plain, session.text("history.is_undone"));
        return false;
    }
    if (!session.workspace.reaches(state.step.transaction)) {
        notice(ui, flow, TagKind::plain, session.text("history.packed"));
        return false;
    }
    if (state.import) return draw_undoing_import(session, *state.import, flow);
    if (state.dependents.empty()) return true;
    std::string names;
    for (const std::uint32_t later :
        std::span(state.dependents).first(std::min(state.dependents.size(), most_dependents)))
        names += (names.empty() ? "" : "; ") + label_text(session, later);
    if (state.dependents.size() > most_dependents) names += " …";
    notice(ui, flow, TagKind::due, session.text("history.depends", {names}));
    return false;
}

void draw_changes(Session& session, const HistoryState& state, Flow& flow) {
    Ui& ui = session.ui;
    ui.open_group(Role::list, session.text("history.changes"));
    for (const std::string& change : state.changes) {
        ui.tree().open({.id = ui.static_id(change), .role = Role::listitem});
        paragraph(ui, flow, change);
        ui.tree().close();
        flow.space(ui.px(4));
    }
    ui.tree().close();
    const TransactionInfo& step = step_of(session, state.step);
    if (step.changes > state.changes.size() && state.changes.size() == most_changes)
        paragraph(ui, flow, session.text("history.more", {step.changes - most_changes}), Type::small,
            Colour::muted);
}

void draw_step(Session& session, HistoryState& state) {
    if (!state.open) return state.import.reset();
    Ui& ui = session.ui;
    Flow flow;
    const std::string title = label_text(session, state.step.transaction);
    if (!begin_dialog(ui, title, 560, state.open, flow)) return;
    const TransactionInfo& step = step_of(session, state.step);
    paragraph(ui, flow, when_text(session, step), Type::small, Colour::muted);
    flow.space(ui.px(12));
    // Above the changes, which may be a hundred: who wants to undo it need not go past them.
    const bool can_undo = draw_what_depends(session, state, flow);
    flow.space(ui.px(12));
    Line line(flow.take(ui.control()));
    const Button undo{.label = session.text("history.undo"),
        .kind = ButtonKind::primary,
        .disabled = !can_undo || static_cast<bool>(session.past)};
    const bool reaches = session.workspace.reaches(state.step.transaction);
    const Button look{.label = session.text("history.look"), .disabled = !reaches};
    if (button(ui, line.start(button_width(ui, undo), ui.px(8)), undo)) take_back(session, state);
    if (!session.past && button(ui, line.start(button_width(ui, look)), look)) {
        session.wish.look_back = step.stamp.wall();
        state.open = false;
    }
    flow.space(ui.px(16));
    draw_changes(session, state, flow);
    end_dialog(ui, flow);
}

std::string history_cell(Session& session, const HistoryEntry& entry, std::size_t column, ImRect area) {
    Ui& ui = session.ui;
    const TransactionInfo& step = step_of(session, entry);
    std::string text;
    switch (column) {
        case 0: text = label_text(session, entry.transaction); break;
        case 1: text = when_text(session, step); break;
        default:
            text = entry.undone ? std::string(session.text("history.undone"))
                : step.kind == TransactionKind::merge && step.changes == 0
                ? std::string(session.text("history.merged"))
                : session.text("history.count", {step.changes});
    }
    silent_label(ui, area, text, Type::body, column == 0 && !entry.undone ? Colour::text : Colour::muted);
    return text;
}

}  // namespace

void draw_history_screen(Session& session, HistoryState& state, ImRect area) {
    Ui& ui = session.ui;
    refresh(session, state);
    ui.open_group(Role::main, session.name_of(PlaceId::history), area);
    const float side = ui.px(ui.phone() ? grid::screen_phone : grid::screen);
    Flow flow{.x = area.Min.x + side, .y = area.Min.y + ui.px(20), .width = area.GetWidth() - 2 * side};
    heading(ui, flow.take(ui.line(Type::title)), session.name_of(PlaceId::history), 1, Type::title);
    paragraph(ui, flow, session.text("history.text"), Type::body, Colour::muted);
    flow.space(ui.px(12));
    {
        Line line(flow.take(ui.control()));
        const Field find{.name = session.text("history.find"),
            .placeholder = session.text("history.find"),
            .kind = InputKind::search,
            .role = Role::searchbox,
            .icon = Icon::search};
        text_field(ui, line.start(std::min(ui.px(320), line.width())), find, state.filter);
    }
    flow.space(ui.px(12));
    const std::array columns{
        Column{.key = "what",
            .title = session.text("history.what"),
            .least = 200,
            .share = 3,
            .sortable = false},
        Column{.key = "when",
            .title = session.text("history.when"),
            .least = 190,
            .share = 1,
            .keep = 1,
            .sortable = false},
        Column{.key = "size",
            .title = session.text("history.size"),
            .least = 110,
            .share = 0.6f,
            .keep = 2,
            .sortable = false},
    };
    const auto entry_at = [&](int row) -> const HistoryEntry& {
        return state.entries[static_cast<std::size_t>(row)];
    };
    const TableRows rows{
        .count = static_cast<int>(state.entries.size()),
        .cell = [&](int row, std::size_t column, ImRect cell,
                    bool) { return history_cell(session, entry_at(row), column, cell); },
        .name = [&](int row) { return label_text(session, entry_at(row).transaction); },
        .key = [&](int row) { return std::uint64_t{entry_at(row).transaction} + 1; },
    };
    const ImRect place{flow.x, flow.y, flow.end_x(), area.Max.y - ui.px(20)};
    const TableResult result =
        table(ui, place, session.name_of(PlaceId::history), state.table, columns, rows);
    if (result.opened) open_step(session, state, HistoryEntry(entry_at(*result.opened)));
    ui.tree().close();
    draw_step(session, state);
}

}  // namespace kith::ui
