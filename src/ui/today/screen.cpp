#include "ui/today/screen.h"

#include <algorithm>
#include <cmath>

#include "model/fields.h"
#include "planning/agenda/doing.h"
#include "ui/records/forms.h"
#include "ui/session/dates.h"
#include "ui/session/dialog_foot.h"
#include "ui/session/places.h"
#include "ui/today/aside.h"
#include "ui/today/rhythm.h"
#include "ui/today/set_aside.h"
#include "ui/today/week.h"
#include "ui/week/lines.h"
#include "ui/week/review.h"
#include "ui/week/screen.h"
#include "ui/words/record_words.h"
#include "workspace/names.h"

namespace kith::ui {

namespace {

constexpr std::size_t most_in_card = 8;
constexpr float side_width = 340;

Icon icon_of_item(const AgendaItem& item) {
    if (item.celebration)
        return item.celebration->kind == CelebrationKind::birthday ? Icon::cake : Icon::gift;
    const Icon icon = icon_of(kind_of(item.record));
    return icon != Icon::none ? icon : Icon::check;
}

/// Whether the thing itself is what one would look at, rather than somebody it concerns.
bool about_the_thing(const AgendaItem& item) {
    return item.step == NextStep::open_it || item.step == NextStep::share_news;
}

struct PutOffChoice {
    std::string_view key;
    std::chrono::days later;
};
constexpr PutOffChoice put_off_choices[] = {
    {"today.until_tomorrow", std::chrono::days{1}},
    {"today.for_a_week", std::chrono::days{7}},
    {"today.for_a_month", std::chrono::days{30}},
};

/// The menu of a line. Returns whether records changed.
bool draw_menu(Session& session, TodayState& state, AgendaLine& line, ImRect anchor) {
    Ui& ui = session.ui;
    const AgendaItem& item = *line.item;
    const RecordId person = item.people.empty() ? RecordId{} : item.people.front();
    Flow menu;
    bool changed = false;
    if (!begin_menu(ui, session.text("today.menu", {line.title}), anchor, 250, state.menu_open, menu))
        return false;
    const auto chosen = [&](std::string_view label, Icon icon) {
        if (!menu_item(ui, menu, {.label = label, .icon = icon})) return false;
        state.menu_open = false;
        return true;
    };
    if (chosen(session.text(key_of(item.step)), Icon::arrow_right)) changed = take_step(session, line);
    const bool writes = item.step == NextStep::get_in_touch || item.step == NextStep::do_it;
    if (person && writes && chosen(session.text("today.write"), Icon::mail)) write_for(session, line);
    if (person && item.step != NextStep::get_in_touch &&
        chosen(session.text("today.log"), Icon::message_square))
        session.wish.log_with = person;
    if (person && chosen(session.text("today.open", {person_name(session.workspace, person)}), Icon::user))
        session.go(PlaceId::people, person);
    for (const PutOffChoice& choice : put_off_choices) {
        if (chosen(session.text(choice.key), Icon::calendar))
            changed = put_off_line(session, item, line.title, ui.today() + choice.later);
    }
    if (chosen(session.text("today.until_day"), Icon::calendar_days)) {
        state.put_off_dialog = {.open = true, .item = item, .title = line.title, .day = {}, .error = {}};
    }
    if (item.kind == AgendaKind::due_contact) {
        if (chosen(session.text("today.until_reply"), Icon::mail)) {
            changed = session.commit(wait_for_reply(item, line.title, ui.today()),
                session.text("today.is_put_off_reply", {named(session.workspace, item.record)}));
        }
    } else if (chosen(session.text("today.leave_out_item"), Icon::x)) {
        changed = leave_out(session, line);
    }
    end_menu(ui, menu);
    return changed;
}

/// Returns whether records changed: then the lines are no longer what they were.
bool draw_line(
    Session& session, TodayState& state, Flow& flow, AgendaLine& line, int position, int set_size) {
    Ui& ui = session.ui;
    put_into_words(session, line);
    const AgendaItem& item = *line.item;
    const RecordId person = item.people.empty() ? RecordId{} : item.people.front();
    const std::string name = person ? person_name(session.workspace, person) : std::string{};
    const Face face{
        .name = name, .key = person.value, .photo = session.workspace.get(person, person::photo).as_bytes()};
    const bool aside = item.kind == AgendaKind::celebrate;  // a narrow card
    const bool with_face = person && !aside;
    const std::string tick = session.text("today.tick", {line.title});
    const std::string menu = session.text("today.menu", {line.title});
    // In a narrow card the words have all the room there is.
    const std::string when_and_why = aside ? joined({line.when, line.why}) : std::string{};
    const ListItem row{.title = line.title,
        .detail = aside ? std::string_view(when_and_why) : line.why,
        .tag = aside ? std::string_view{} : std::string_view(line.when),
        .tag_kind = line.when_kind,
        .action = ui.phone() || aside ? std::string_view{} : short_step(session, item),
        .tick = tick,
        .menu = menu,
        .icon = with_face ? Icon::none : icon_of_item(item),
        .face = with_face ? &face : nullptr,
        .face_room = !aside,
        .pressable = person || about_the_thing(item) || place_of(kind_of(item.record)) != nullptr,
        .wraps = aside,
        .position = position,
        .set_size = set_size};
    ImGui::PushID(static_cast<int>(line_key(item)));
    const ListItemResult result = list_item(ui, flow.take(list_item_height(ui, row, flow.width)), row);
    bool changed = false;
    if (result.menu) {
        state.menu_of = line_key(item);
        state.menu_open = true;
    }
    if (result.ticked)
        changed = tick_off(session, line);
    else if (result.action)
        changed = take_step(session, line);
    else if (result.pressed)
        open_item(session, person && !about_the_thing(item) ? person : item.record);
    if (state.menu_of == line_key(item) && !changed)
        changed = draw_menu(session, state, line, result.menu_area);
    ImGui::PopID();
    return changed;
}

bool draw_card_of(Session& session, TodayState& state, Flow& flow, TodayGroup& group) {
    Ui& ui = session.ui;
    const bool whole = state.whole.contains(group.title);
    const std::size_t shown = whole ? group.lines.size() : std::min(group.lines.size(), most_in_card);
    Card card(ui, flow, 0, 0);
    Line head(inset(card.flow.take(ui.px(40)), ui.px(grid::between_cards), 0));
    const float wide = std::ceil(text_width(ui, group.title, Type::section));
    heading(
        ui, head.start(std::min(wide, head.width() - ui.px(32)), ui.px(8)), group.title, 2, Type::section);
    silent_label(ui, head.area, std::to_string(group.lines.size()), Type::small, Colour::muted);
    ui.open_group(Role::list, group.title);
    bool changed = false;
    for (std::size_t i = 0; i < shown && !changed; ++i) {
        draw_separator(ui, card.flow.x, card.flow.end_x(), card.flow.y);
        changed = draw_line(session, state, card.flow, group.lines[i], static_cast<int>(i) + 1,
            static_cast<int>(group.lines.size()));
    }
    ui.tree().close();
    if (!changed && shown < group.lines.size()) {
        draw_separator(ui, card.flow.x, card.flow.end_x(), card.flow.y);
        const std::string more = session.text("today.more", {group.lines.size() - shown});
        const Button all{.label = more, .kind = ButtonKind::bare, .small = true, .id = group.title};
        Line line(card.flow.take(ui.row()));
        if (button(ui, middle(line.start(button_width(ui, all) + ui.px(4)), ui.px(34)), all))
            state.whole.insert(group.title);
    }
    card.end();
    flow.space(ui.px(grid::between_cards));
    return changed;
}

/// "6 things for today, 9 more this week · nothing promised is late"
std::string summary_of(const Session& session, const TodayState& state) {
    std::size_t all = 0;
    for (const TodayGroup& group : state.groups)
        all += group.lines.size();
    std::string summary = session.text("today.summary", {state.due});
    if (all > state.due) summary += ", " + session.text("today.ahead", {all - state.due});
    summary += " · ";
    if (state.late_promises == 0)
        summary += session.text("today.none_late");
    else
        summary += session.text("today.late", {state.late_promises});
    return summary;
}

}  // namespace

void draw_this_week(Session& session, TodayState& state, ImRect area) {
    if (!state.week) state.week = std::make_shared<WeekState>();
    draw_week(session, *state.week, session.agenda, area);
}

void draw_look_back(Session& session, TodayState& state, ImRect area) {
    if (!state.review) state.review = std::make_shared<ReviewState>();
    draw_review(session, *state.review, session.agenda, area);
}

void draw_today(Session& session, TodayState& state, ImRect area) {
    Ui& ui = session.ui;
    ui.open_group(Role::main, session.name_of(PlaceId::today), area);
    const ScrollOptions options{
        .side = ui.phone() ? grid::screen_phone : grid::screen, .top = 20, .reserve_scrollbar = true};
    Flow flow = begin_scroll(ui, "today", area, options);
    heading(ui, flow.take(ui.line(Type::title)),
        ui.host().format_date(ui.today(), DateStyle::weekday_day_month), 1, Type::title);
    if (!state.groups.empty()) paragraph(ui, flow, summary_of(session, state), Type::body, Colour::muted);
    const WeekState& week = week_of_today(session, state);
    const bool to_plan = !week.proposed.empty() &&
        std::ranges::none_of(week.taken, [](const WeekLine& line) { return line.item.accepted; });
    const std::string hours = session.text(
        "weekly.today_open", {duration_in_words(session, week.proposal.minutes), week.proposal.items.size()});
    const Button plan{
        .label = session.text("weekly.plan_it"), .icon = Icon::calendar_days, .description = hours};
    if (draw_day_tabs(session, flow, to_plan && !ui.phone() ? &plan : nullptr)) session.go(PlaceId::week);
    flow.space(ui.px(4));

    const bool beside = flow.width > ui.px(side_width + 500);
    const float narrow = beside ? ui.px(side_width) : flow.width;
    Flow left{.x = flow.x,
        .y = flow.y,
        .width = beside ? flow.width - narrow - ui.px(grid::between_cards) : flow.width};
    const bool only_aside = std::ranges::all_of(
        state.groups, [](const TodayGroup& group) { return group.card == TodayCard::celebrate; });
    bool changed = draw_week_in_today(session, state, left);
    if (only_aside && !changed) {
        const EmptyState empty{.icon = Icon::sun,
            .title = session.text("today.nothing"),
            .text = session.text("today.nothing_text"),
            .action = session.text("today.nothing_action"),
            .action_icon = Icon::users};
        if (empty_state(ui, left, empty)) session.go(PlaceId::people);
        left.space(ui.px(grid::between_cards));
    }
    for (TodayGroup& group : state.groups) {
        if (group.card != TodayCard::celebrate && !changed)
            changed = draw_card_of(session, state, left, group);
    }
    if (!changed) changed = draw_set_aside(session, state, left);
    Flow right = beside ? Flow{.x = flow.end_x() - narrow, .y = flow.y, .width = narrow} : left;
    if (!state.goals.empty())
        draw_goal_in_today(session, state, right);
    else if (session.workspace.count(Kind::goal) == 0)
        draw_no_goal_in_today(session, right);
    for (TodayGroup& group : state.groups) {
        if (group.card == TodayCard::celebrate && !changed)
            changed = draw_card_of(session, state, right, group);
    }
    if (!changed) draw_review_in_today(session, state, right);
    if (!changed) draw_log_in_today(session, state, right);
    if (!changed) draw_rhythm(session, state, right);
    flow.y = std::max(left.y, right.y);
    end_scroll(ui, flow, options);
    ui.tree().close();
    if (changed) ui.keep_moving();
}

namespace {

void draw_put_off_dialog(Session& session, PutOffDialog& dialog) {
    Ui& ui = session.ui;
    Flow flow;
    if (!begin_dialog(ui, session.text("today.put_off_title"), 420, dialog.open, flow)) return;
    paragraph(ui, flow, dialog.title, Type::body, Colour::muted);
    flow.space(ui.px(12));
    const std::string_view name = session.text("today.put_off_day");
    const ImRect area = labelled(ui, flow, name, ui.control());
    date_field(session, area, {.name = name}, dialog.day, dialog.error);
    if (!dialog.error.empty()) paragraph(ui, flow, dialog.error, Type::small, Colour::late);
    flow.space(ui.px(16));
    Button snooze = save_button(session);
    snooze.label = session.text("today.put_off_do");
    DialogFoot foot(session, flow, snooze);
    const DialogAnswer answer = foot.answer();
    if (answer == DialogAnswer::cancelled) dialog.open = false;
    if (answer == DialogAnswer::done) {
        const auto date = parse_typed_date(dialog.day, ui.host().locale().tag, ui.today());
        const auto day = date ? date->to_day() : std::nullopt;
        if (day && *day > ui.today()) {
            put_off_line(session, dialog.item, dialog.title, *day);
            dialog.open = false;
        } else {
            dialog.error = session.text(day ? "today.put_off_past" : "form.no_such_date");
            ui.tree().announce(dialog.error, Politeness::assertive);
        }
    }
    end_dialog(ui, flow);
}

}  // namespace

void draw_today_dialogs(Session& session, TodayState& state) {
    draw_put_off_dialog(session, state.put_off_dialog);
    draw_rhythm_dialog(session, state);
    if (state.review) draw_review_dialogs(session, *state.review);
}

}  // namespace kith::ui
