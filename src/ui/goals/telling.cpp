#include "ui/goals/telling.h"

#include <algorithm>

#include "base/text.h"
#include "model/fields.h"
#include "ui/give/suggestions.h"
#include "ui/records/form_pieces.h"
#include "ui/records/pickers.h"
#include "ui/session/dates.h"
#include "ui/session/dialog_foot.h"
#include "ui/session/places.h"
#include "ui/session/record_scope.h"
#include "ui/words/record_words.h"

namespace kith::ui {

namespace {

constexpr std::size_t most_to_tell = 6;

bool is_goal(const PageDrawing& page) {
    return kind_of(page.record) == Kind::goal;
}

/// Reads anew who was told and who should be, when something changed.
void read_telling(PageDrawing& page, GoalPageState& state) {
    const Workspace& workspace = page.workspace();
    const Day today = page.ui().today();
    if (!state.telling.renew(page.session.moment())) return;
    state.told = who_was_told(workspace, page.record);
    if (is_goal(page)) {
        state.to_tell = whom_to_tell(workspace, goal_coverage(page));
    } else {
        state.to_tell = whom_to_tell(workspace, page.session.insight.contacts(), page.session.insight.roles(),
            page.record, today, rules_of(workspace));
    }
}

void write_to(PageDrawing& page, RecordId person) {
    Session& session = page.session;
    WriteWish wish{.request = {.kind = DraftKind::share_news, .person = person, .record = page.record},
        .item = {},
        .title = {},
        .tells = page.record};
    if (is_goal(page))
        wish.request.about = session.text("goal_tell.about", {record_title(session, page.record)});
    session.wish.write = std::move(wish);
}

Face face_of(const Session& session, RecordId person, const std::string& name) {
    return {
        .name = name, .key = person.value, .photo = session.workspace.get(person, person::photo).as_bytes()};
}

void draw_to_tell(PageDrawing& page, ListCard& list, GoalPageState& state) {
    Session& session = page.session;
    Ui& ui = session.ui;
    const std::string_view title = session.text("page.to_tell");
    const std::size_t all = state.to_tell.size();
    const bool whole = page.state.whole.contains("to_tell");
    const std::size_t shown = whole ? all : std::min(all, most_to_tell);
    ui.open_group(Role::list, title);
    int position = 0;
    for (const PersonToTell& one : std::span(state.to_tell).first(shown)) {
        const RecordScope scope(one.person);
        const std::string name = record_title(session, one.person);
        const std::string why = facts_in_words(session, one.reasons, 2);
        const std::string tick = session.text("goal_tell.tick", {name});
        const Face face = face_of(session, one.person, name);
        const ListItem item{.title = name,
            .detail = why,
            .action = session.text("goal_tell.write"),
            .tick = tick,
            .face = &face,
            .wraps = true,
            .position = ++position,
            .set_size = static_cast<int>(all),
            .id = "to_tell"};
        const ListItemResult result =
            list_item(ui, list.card.flow.take(list_item_height(ui, item, list.card.flow.width)), item);
        if (result.ticked)
            state.told_dialog = {.open = true,
                .person = one.person,
                .how = std::string(interaction::kind.key(interaction::kind::message))};
        else if (result.action)
            write_to(page, one.person);
        else if (result.pressed)
            open_record(session, one.person);
    }
    ui.tree().close();
    if (shown == all) return;
    const std::string words = session.text("page.show_all", {all});
    const Button more{.label = words, .kind = ButtonKind::bare, .small = true, .id = "all_to_tell"};
    Line line(inset(list.card.flow.take(ui.row()), ui.px(4), ui.px(2)));
    if (button(ui, line.start(button_width(ui, more)), more)) page.state.whole.insert("to_tell");
}

std::string how_it_went(const Session& session, const WasTold& one) {
    std::string when = one.on.empty() ? std::string{} : session.show_relative(one.on);
    if (one.said.empty()) return when;
    return joined({when, session.text("goal_tell.said", {one.said})});
}

void draw_told(PageDrawing& page, ListCard& list, const GoalPageState& state) {
    Session& session = page.session;
    Ui& ui = session.ui;
    const std::string_view title = session.text("page.told");
    ui.open_group(Role::list, title);
    int position = 0;
    RecordId forgotten;
    for (const WasTold& one : state.told) {
        const RecordScope scope(one.person);
        const std::string name = record_title(session, one.person);
        const std::string went = how_it_went(session, one);
        const std::string remove = session.text("widget.remove", {name});
        const Face face = face_of(session, one.person, name);
        const ListItem item{.title = name,
            .detail = went,
            .tag = session.text("goal_tell.knows"),
            .tag_kind = TagKind::accent,
            .action = remove,
            .action_icon = Icon::x,
            .face = &face,
            .wraps = true,
            .position = ++position,
            .set_size = static_cast<int>(state.told.size()),
            .id = "told"};
        const ListItemResult result =
            list_item(ui, list.card.flow.take(list_item_height(ui, item, list.card.flow.width)), item);
        if (result.action)
            forgotten = one.person;
        else if (result.pressed)
            open_record(session, one.person);
    }
    ui.tree().close();
    if (!forgotten) return;
    session.commit(forget_telling({title, record_title(session, page.record)}, page.record, forgotten));
}

/// Somebody else who should hear of it.
void draw_add(PageDrawing& page, ListCard& list, const GoalPageState& state) {
    Session& session = page.session;
    Ui& ui = session.ui;
    std::vector<RecordId> there;
    for (const WasTold& one : state.told)
        there.push_back(one.person);
    std::string& typing = page.state.typing["telling"];
    const std::string_view name = session.text("page.to_tell_add");
    draw_separator(ui, list.card.flow.x, list.card.flow.end_x(), list.card.flow.y);
    const Picked picked = pick_record(session, inset(list.card.flow.take(ui.row()), ui.px(10), ui.px(4)),
        {.name = name,
            .placeholder = name,
            .look = FieldLook::in_place,
            .icon = Icon::plus,
            .focus_first = false},
        {.target = Kind::person, .without = there}, typing);
    if (!picked.any()) return;
    const std::string added =
        picked.record ? record_title(session, picked.record) : collapse_spaces(picked.fresh);
    Draft draft =
        mean_to_tell(page.record, picked.named(), added, record_title(session, page.record), session.random);
    if (!session.commit(std::move(draft), session.text("toast.added", {added}))) return;
    typing.clear();
    if (ui.editing().id == picked.field.id) ui.replace_edited("");
}

bool keep_telling(Session& session, RecordId record, ToldDialog& dialog) {
    Ui& ui = session.ui;
    const std::string name = record_title(session, dialog.person);
    const auto date = trim(dialog.day).empty()
        ? PartialDate{std::chrono::year_month_day{ui.today()}}
        : parse_typed_date(dialog.day, ui.host().locale().tag, ui.today());
    const auto day = date ? date->to_day() : std::nullopt;
    if (!day || *day > ui.today()) {
        dialog.error = session.text(day ? "goal_tell.in_future" : "form.no_such_date");
        ui.tree().announce(dialog.error, Politeness::assertive);
        return false;
    }
    const std::string title = record_title(session, record);
    const std::string summary = session.text("goal_tell.summary", {title});
    const TellingNote note{.person = dialog.person,
        .kind = interaction::kind.option(dialog.how),
        .summary = summary,
        .said = trim(dialog.said),
        .on = *day};
    return session.commit(
        note_telling(record, note, name, title, session.random), session.text("goal_tell.done", {name}));
}

}  // namespace

void draw_telling(PageDrawing& page, Flow& flow) {
    Session& session = page.session;
    GoalPageState& state = goal_state(page);
    read_telling(page, state);
    ListCard list(session, flow, session.text("goal_tell.title"));
    if (state.to_tell.empty() && state.told.empty()) {
        list.say(session.text("page.to_tell_none"));
    } else {
        list.say(session.text("goal_tell.count", {state.told.size(), state.to_tell.size()}));
        list.begin_rows();
        draw_to_tell(page, list, state);
        if (!state.to_tell.empty() && !state.told.empty())
            draw_separator(session.ui, list.card.flow.x, list.card.flow.end_x(), list.card.flow.y);
        draw_told(page, list, state);
    }
    draw_add(page, list, state);
    list.end();
}

void draw_told_dialog(Session& session, RecordPageState& state) {
    if (!state.goal || !state.goal->told_dialog.open) return;
    Ui& ui = session.ui;
    ToldDialog& dialog = state.goal->told_dialog;
    Flow flow;
    const std::string title = session.text("goal_tell.dialog", {record_title(session, dialog.person)});
    if (!begin_dialog(ui, title, 480, dialog.open, flow)) return;
    const std::string_view said = session.text("goal_tell.what"), how = session.text("goal_tell.how"),
                           day = session.text("goal_tell.day");
    text_field(ui, labelled(ui, flow, said, text_area_height(ui, dialog.said, flow.width, 3, 8)),
        {.name = said,
            .placeholder = session.text("goal_tell.what_example"),
            .multiline = true,
            .select_all = false},
        dialog.said);
    flow.space(ui.px(12));
    silent_label(ui, flow.take(ui.line(Type::small)), how, Type::small, Colour::muted);
    flow.space(ui.px(4));
    if (const auto chosen = choice_field(
            session, flow.take(ui.control()), *find_field(interaction::kind), dialog.how, FieldLook::framed))
        dialog.how = *chosen;
    flow.space(ui.px(12));
    const ImRect area = labelled(ui, flow, day, ui.control());
    date_field(session, area, {.name = day, .placeholder = session.text("goal_tell.today")}, dialog.day,
        dialog.error);
    if (!dialog.error.empty()) paragraph(ui, flow, dialog.error, Type::small, Colour::late);
    flow.space(ui.px(16));
    DialogFoot foot(session, flow, save_button(session));
    const DialogAnswer answer = foot.answer();
    if (answer == DialogAnswer::cancelled) dialog.open = false;
    if (answer == DialogAnswer::done) dialog.open = !keep_telling(session, state.record, dialog);
    end_dialog(ui, flow);
}

}  // namespace kith::ui
