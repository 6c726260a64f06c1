#include "ui/week/review_steps.h"

#include <algorithm>
#include <array>

#include "ui/records/cards.h"
#include "ui/session/places.h"
#include "ui/words/record_words.h"
#include "workspace/names.h"

namespace kith::ui {

namespace {

using std::chrono::days;

constexpr std::array<std::string_view, 4> step_keys{
    "lookback.step_done", "lookback.step_slipped", "lookback.step_came", "lookback.step_next"};

/// What was taken for the week and not done, as lines.
void read_review(Session& session, ReviewState& state, const Agenda& agenda) {
    const Day today = session.ui.today();
    const SpanOfDays week{state.week, state.week + days{6}};
    if (!state.made.renew(session.moment(), week)) return;
    state.past = look_back(session.workspace, week.from, week.to);
    state.slipped.clear();
    for (SlippedItem& item : slipped_in_week(session.workspace, agenda, state.week, today)) {
        const WeekItem as_item{.kind = item.kind,
            .record = item.record,
            .element = item.element,
            .people = std::move(item.people),
            .goal = {},
            .title = std::move(item.title),
            .reasons = std::move(item.reasons)};
        WeekLine line = line_of(session, as_item);
        line.why.clear();
        for (const Message& fact : as_item.reasons)
            line.why = joined({line.why, session.text(fact)});
        if (line.why.empty()) line.why = session.text("lookback.nothing_in_the_way");
        state.slipped.push_back(std::move(line));
    }
    if (state.slipped.empty())
        state.nothing_slipped = session.text(nothing_slipped(session.workspace, state.week));
    // What comes next is looked at from its first day on.
    const Day begin = std::max(today, state.week + days{7});
    const Rules rules = rules_of(session.workspace);
    session.agenda_ahead.update(session.insight, begin, rules);
    WeekState& next = state.next;
    const std::chrono::weekday first = session.ui.host().locale().first_weekday;
    next.past = look_back(session.workspace, week_begin(begin, first), begin);
    const auto done = minutes_done(session.workspace, next.past, rules.week_minutes, rules);
    next.proposal =
        propose_week(session.workspace, session.agenda_ahead, begin, rules.week_minutes, rules, first, done);
    sort_out(session, next);
}

void draw_done_step(Session& session, ReviewState& state, Flow& flow) {
    Ui& ui = session.ui;
    Card card(ui, flow, grid::between_cards, grid::between_cards);
    draw_facts_of(session, card.flow, state.past);
    card.end();
    flow.space(ui.px(grid::between_cards));
    draw_records_card(session, state, flow, "lookback.milestones", state.past.milestones_reached);
    draw_records_card(session, state, flow, "lookback.steps", state.past.steps_done);
    draw_records_card(session, state, flow, "lookback.contacts", state.past.contacts);
    paragraph(ui, flow, session.text("lookback.anything_missing"), Type::small, Colour::muted);
    flow.space(ui.px(6));
    if (button(ui, flow, {.label = session.text("weekly.log_it"), .icon = Icon::plus}))
        session.wish.log_with = RecordId{};
}

bool drop(Session& session, const Agenda& agenda, const WeekLine& line) {
    if (const AgendaItem* known = agenda_item_of(agenda, line.item))
        return leave_out(session, AgendaLine{.item = known, .title = line.title});
    return session.commit(drop_slipped(line.item.record, line.title, session.ui.today()),
        session.text("lookback.is_dropped", {line.title}));
}

bool draw_slipped_menu(
    Session& session, ReviewState& state, const Agenda& agenda, const WeekLine& line, ImRect anchor) {
    Ui& ui = session.ui;
    Flow menu;
    bool changed = false;
    if (!begin_menu(ui, session.text("today.menu", {line.title}), anchor, 240, state.menu_open, menu))
        return false;
    const auto chosen = [&](std::string_view key, Icon icon) {
        if (!menu_item(ui, menu, {.label = session.text(key), .icon = icon})) return false;
        state.menu_open = false;
        return true;
    };
    if (chosen("weekly.next_week", Icon::arrow_right)) changed = move_on(session, line, state.week);
    if (chosen("lookback.was_done", Icon::check)) changed = tick_off(session, agenda, line);
    if (chosen("lookback.drop", Icon::x)) changed = drop(session, agenda, line);
    if (chosen("lookback.open", Icon::pencil)) open_line(session, line);
    end_menu(ui, menu);
    return changed;
}

bool draw_slipped_rows(Session& session, ReviewState& state, const Agenda& agenda, ListCard& list) {
    Ui& ui = session.ui;
    bool changed = false;
    int position = 0;
    for (const WeekLine& line : state.slipped) {
        if (changed) break;
        if (position > 0) list.separate();
        const std::string tick = session.text("today.tick", {line.title});
        const std::string menu = session.text("today.menu", {line.title});
        const ListItem row{.title = line.title,
            .detail = line.why,
            .action = ui.phone() ? std::string_view{} : session.text("weekly.next_week"),
            .tick = tick,
            .menu = menu,
            .position = ++position,
            .set_size = static_cast<int>(state.slipped.size())};
        ImGui::PushID(static_cast<int>(line_key(line.item)));
        const float high = list_item_height(ui, row, list.card.flow.width);
        const ListItemResult result = list_item(ui, list.card.flow.take(high), row);
        if (result.menu) {
            state.menu_of = line_key(line.item);
            state.menu_open = true;
        }
        if (result.ticked)
            changed = tick_off(session, agenda, line);
        else if (result.action)
            changed = move_on(session, line, state.week);
        else if (result.pressed)
            open_line(session, line);
        if (state.menu_of == line_key(line.item) && !changed)
            changed = draw_slipped_menu(session, state, agenda, line, result.menu_area);
        ImGui::PopID();
    }
    return changed;
}

void draw_note(Session& session, ReviewState& state, Flow& flow, std::string_view key, std::string& text) {
    Ui& ui = session.ui;
    const std::string_view name = session.text(key);
    const float high = text_area_height(ui, text, flow.width, 3, 10);
    const ImRect area = labelled(ui, flow, name, high);
    const FieldResult typed = text_field(
        ui, area, {.name = name, .multiline = true, .focus_first = false, .select_all = false}, text);
    if (typed.committed()) keep_review(session, state, false);
    flow.space(ui.px(grid::between_cards));
}

void draw_slipped_step(Session& session, ReviewState& state, const Agenda& agenda, Flow& flow) {
    Ui& ui = session.ui;
    const std::string title(session.text("lookback.slipped"));
    ListCard list(session, flow, title, state.slipped.size());
    if (state.slipped.empty()) {
        list.say(state.nothing_slipped);
    } else {
        list.begin_rows();
        ui.open_group(Role::list, title);
        draw_slipped_rows(session, state, agenda, list);
        ui.tree().close();
    }
    list.end();
    flow.space(ui.px(grid::between_cards));
    draw_note(session, state, flow, "lookback.why", state.why);
}

void draw_came_step(Session& session, ReviewState& state, Flow& flow) {
    Ui& ui = session.ui;
    const LookBack& past = state.past;
    const bool nothing = past.opportunities.empty() && past.achievements.empty() && past.received.empty() &&
        past.given.empty() && past.new_people.empty();
    if (nothing) {
        paragraph(ui, flow, session.text("lookback.came_none"), Type::body, Colour::muted);
        flow.space(ui.px(12));
    }
    draw_records_card(session, state, flow, "lookback.opportunities", past.opportunities);
    draw_records_card(session, state, flow, "lookback.achievements", past.achievements);
    draw_records_card(session, state, flow, "lookback.received", past.received);
    draw_records_card(session, state, flow, "lookback.given", past.given);
    draw_records_card(session, state, flow, "lookback.new_people", past.new_people);
    draw_note(session, state, flow, "lookback.came_text", state.came);
    Line line(flow.take(ui.control()));
    const Button achieved{.label = session.text("lookback.add_achievement"), .icon = Icon::award};
    const Button learned{.label = session.text("lookback.add_insight"), .icon = Icon::lightbulb};
    if (button(ui, line.start(button_width(ui, achieved), ui.px(8)), achieved))
        open_new(session, state.form, Kind::achievement, std::string(achieved.label));
    if (line.width() < button_width(ui, learned)) {
        flow.space(ui.px(8));
        line = Line(flow.take(ui.control()));
    }
    if (button(ui, line.start(button_width(ui, learned)), learned))
        open_new(session, state.form, Kind::insight, std::string(learned.label));
}

bool draw_next_lines(Session& session, ReviewState& state, Flow& flow, std::string_view key,
    std::span<const WeekLine> lines, bool proposed) {
    if (lines.empty()) return false;
    const std::string title(session.text(key));
    ListCard list(session, flow, title, lines.size());
    bool changed = proposed && list.action({.label = session.text("weekly.take_all"), .icon = Icon::check}) &&
        take_for_week(session, lines, state.next.proposal.begin);
    if (!changed)
        changed = draw_week_rows(session, state.next, session.agenda_ahead, list,
            {.name = title,
                .lines = lines,
                .begin = state.next.proposal.begin,
                .proposed = proposed,
                .captions = true});
    list.end();
    flow.space(session.ui.px(grid::between_cards));
    return changed;
}

void draw_next_step(Session& session, ReviewState& state, Flow& flow) {
    Ui& ui = session.ui;
    const WeekProposal& week = state.next.proposal;
    paragraph(ui, flow,
        joined({session.ui.formatter().week(week.begin),
            session.text("weekly.of_hours",
                {duration_in_words(session, week.taken), duration_in_words(session, week.minutes)})}),
        Type::body, Colour::muted);
    flow.space(ui.px(12));
    if (week.too_much()) {
        notice(ui, flow, TagKind::due,
            session.text("weekly.too_much",
                {duration_in_words(session, week.taken), duration_in_words(session, week.minutes)}));
        flow.space(ui.px(12));
    }
    if (week.items.empty()) {
        paragraph(ui, flow, session.text("weekly.nothing_text"), Type::body, Colour::muted);
        flow.space(ui.px(12));
    }
    if (!draw_next_lines(session, state, flow, "weekly.taken", state.next.taken, false))
        draw_next_lines(session, state, flow, "weekly.proposed", state.next.proposed, true);
}

void draw_foot(Session& session, ReviewState& state, Flow& flow) {
    Ui& ui = session.ui;
    flow.space(ui.px(grid::between_cards));
    Line line(flow.take(ui.control()));
    const auto at = static_cast<std::size_t>(state.step);
    const bool last = state.step == ReviewStep::next;
    const Button onward{.label = session.text(last ? "lookback.finish" : step_keys[at + (last ? 0 : 1)]),
        .icon = last ? Icon::check : Icon::arrow_right,
        .kind = ButtonKind::primary,
        .id = "onward"};
    const Button back{.label = session.text("lookback.back"), .icon = Icon::arrow_left, .id = "back"};
    const Button later{.label = session.text("lookback.later"), .kind = ButtonKind::bare};
    const ImRect onward_area = line.end(button_width(ui, onward), ui.px(8));
    if (at > 0 && button(ui, line.start(button_width(ui, back), ui.px(8)), back))
        state.step = static_cast<ReviewStep>(at - 1);
    if (button(ui, line.start(button_width(ui, later)), later)) {
        keep_review(session, state, false);
        state.under_way = false;
        state.made.forget();
    }
    if (!button(ui, onward_area, onward)) return;
    if (last) {
        keep_review(session, state, true);
        state.under_way = false;
        state.made.forget();
        session.go(PlaceId::week);
    } else {
        state.step = static_cast<ReviewStep>(at + 1);
    }
    ui.keep_moving();
}

}  // namespace

void draw_review_steps(Session& session, ReviewState& state, const Agenda& agenda, Flow& flow) {
    Ui& ui = session.ui;
    read_review(session, state, agenda);
    const std::string title = session.text("lookback.review_of", {state.week});
    wrapped_heading(ui, flow, title, 1, Type::title);
    flow.space(ui.px(8));
    std::array<std::string_view, step_keys.size()> titles;
    for (std::size_t i = 0; i < step_keys.size(); ++i)
        titles[i] = session.text(step_keys[i]);
    const auto at = static_cast<std::size_t>(state.step);
    if (ui.phone()) {
        paragraph(ui, flow, session.text("lookback.step_of", {at + 1, titles.size(), titles[at]}),
            Type::body_strong);
    } else if (const auto chosen = segmented(ui, flow.take(ui.control()), session.text("lookback.steps_name"),
                   titles, static_cast<int>(at))) {
        state.step = static_cast<ReviewStep>(*chosen);
    }
    flow.space(ui.px(grid::between_cards));
    switch (state.step) {
        case ReviewStep::done: draw_done_step(session, state, flow); break;
        case ReviewStep::slipped: draw_slipped_step(session, state, agenda, flow); break;
        case ReviewStep::came: draw_came_step(session, state, flow); break;
        case ReviewStep::next: draw_next_step(session, state, flow); break;
    }
    draw_foot(session, state, flow);
}

}  // namespace kith::ui
