#include "ui/week/lines.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "model/fields.h"
#include "ui/records/cards.h"
#include "ui/session/dates.h"
#include "ui/session/people_list.h"
#include "ui/session/places.h"
#include "ui/words/record_words.h"
#include "workspace/names.h"

namespace kith::ui {

namespace {

constexpr std::size_t most_facts = 2;
constexpr std::array day_tabs{PlaceId::today, PlaceId::week, PlaceId::review};

TagKind tag_kind_of(const WeekItem& item, Day today) {
    if (*item.due > today) return TagKind::plain;
    const bool counted_on = item.why <= WeekReason::dated && item.kind != AgendaKind::due_contact;
    return *item.due < today && counted_on ? TagKind::late : TagKind::due;
}

/// Near days by their weekday, as one plans a week.
std::string day_in_words(const Session& session, Day due) {
    const Day today = session.ui.today();
    if (due > today && due - today < std::chrono::days{7}) return session.ui.formatter().weekday(due);
    return session.show_relative(due);
}

std::optional<IfThen> if_then_of(const Session& session, const WeekItem& item) {
    for (IfThen& plan : if_then_plans(session.workspace, item.record, session.ui.today())) {
        if (plan.row == item.element) return std::move(plan);
    }
    return std::nullopt;
}

}  // namespace

std::string duration_in_words(const Session& session, int minutes) {
    const int hours = minutes / 60, rest = minutes % 60;
    if (minutes < 60) return session.text("weekly.minutes", {rest});
    if (minutes % 60 == 0) return session.text("weekly.hours", {hours});
    return session.text("weekly.hours_minutes", {hours, rest});
}

std::string hours_to_edit(int minutes) {
    std::string text = std::to_string(minutes / 60);
    if (minutes % 60 != 0) text += ":" + std::to_string(100 + minutes % 60).substr(1);
    return text;
}

std::uint64_t line_key(const WeekItem& item) {
    const std::uint64_t kind = item.kind ? static_cast<std::uint64_t>(*item.kind) : 0xff;
    return mix(item.record.value ^ mix(item.element.value + kind));
}

WeekLine line_of(const Session& session, const WeekItem& item) {
    WeekLine line{.item = item, .title = session.text(item.title)};
    if (is_if_then(item)) {
        if (const auto plan = if_then_of(session, item)) line.title = capitalised(plan->then);
    }
    const auto add = [&](std::string_view words) {
        if (words.empty()) return;
        if (!line.why.empty()) line.why += " · ";
        line.why += words;
    };
    std::size_t said = 0;
    for (const Message& fact : item.reasons) {
        if (said == most_facts) break;
        if (says_only_when(fact.key)) continue;
        add(session.text(fact));
        ++said;
    }
    if (said == 0 && !item.people.empty()) add(work_of(session.workspace, item.people.front()));
    add(duration_in_words(session, item.minutes));
    if (item.due) {
        line.when = day_in_words(session, *item.due);
        line.when_kind = tag_kind_of(item, session.ui.today());
    }
    return line;
}

void update_week(Session& session, WeekState& state, const Agenda& agenda) {
    const Workspace& workspace = session.workspace;
    const Day today = session.ui.today();
    if (!state.made.renew(session.moment())) return;
    const Rules rules = rules_of(workspace);
    const std::chrono::weekday first = session.ui.host().locale().first_weekday;
    state.past = state.looking_back.look(workspace, week_begin(today, first), today);
    const auto done = minutes_done(workspace, state.past, rules.week_minutes, rules);
    state.proposal = propose_week(workspace, agenda, today, rules.week_minutes, rules, first, done);
    state.hours = hours_to_edit(rules.week_minutes);
    state.share = std::to_string(rules.touch_share);
    state.hours_error.clear();
    state.share_error.clear();
    for (std::size_t i = 0; i < week_times.size(); ++i)
        state.times[i] = std::to_string(rules.*week_times[i].minutes);
    state.time_errors = {};
    sort_out(session, state);
    state.left_over.clear();
    for (const WeekItem& item : state.proposal.left_over)
        state.left_over.push_back(line_of(session, item));
}

void sort_out(const Session& session, WeekState& state) {
    state.taken.clear();
    state.proposed.clear();
    for (const WeekItem& item : state.proposal.items)
        (item.why <= WeekReason::accepted ? state.taken : state.proposed).push_back(line_of(session, item));
    std::ranges::stable_sort(state.taken, {}, [](const WeekLine& line) { return line.item.why; });
}

const AgendaItem* agenda_item_of(const Agenda& agenda, const WeekItem& item) {
    if (!item.kind) return nullptr;
    const auto at = std::ranges::find_if(agenda.items(), [&](const AgendaItem& one) {
        // Somebody's birthday and their anniversary at work differ only in what they are called.
        return one.kind == *item.kind && one.record == item.record && one.element == item.element &&
            one.title == item.title;
    });
    return at != agenda.items().end() ? &*at : nullptr;
}

std::string_view step_in_a_word(const Session& session, const Agenda& agenda, const WeekItem& item) {
    if (is_if_then(item)) return session.text("weekly.take_up");
    const AgendaItem* known = agenda_item_of(agenda, item);
    return known != nullptr ? short_step(session, *known) : session.text("today.step_done");
}

// ---- What is done with a line --------------------------------------------------------------------

bool take_for_week(Session& session, std::span<const WeekLine> lines, Day begin) {
    if (lines.empty()) return false;
    const bool one = lines.size() == 1;
    std::vector<WeekItem> items;
    for (const WeekLine& line : lines)
        items.push_back(line.item);
    return session.commit(take_for_week(session.workspace, items, lines.front().title, begin, session.random),
        one ? session.text("weekly.is_taken", {lines.front().title})
            : session.text("weekly.all_taken", {lines.size()}));
}

bool move_on(Session& session, const WeekLine& line, Day begin) {
    return session.commit(move_on(session.workspace, line.item, line.title, begin, session.random),
        session.text("weekly.is_moved", {line.title}));
}

bool leave_for_this_week(Session& session, const WeekLine& line, Day begin) {
    return session.commit(
        leave_for_week(session.workspace, line.item, line.title, begin, session.ui.today(), session.random),
        session.text("weekly.is_left", {line.title}));
}

bool tick_off(Session& session, const Agenda& agenda, const WeekLine& line) {
    if (const AgendaItem* known = agenda_item_of(agenda, line.item))
        return tick_off(session, AgendaLine{.item = known, .title = line.title});
    return session.commit(
        do_week_item(session.workspace, line.item, line.title, session.ui.today(), session.random),
        session.text("today.is_done", {line.title}));
}

bool go_on_with(Session& session, const Agenda& agenda, const WeekLine& line) {
    if (const AgendaItem* known = agenda_item_of(agenda, line.item))
        return take_step(session, AgendaLine{.item = known, .title = line.title});
    const auto plan = is_if_then(line.item) ? if_then_of(session, line.item) : std::nullopt;
    if (!plan) return tick_off(session, agenda, line);
    return session.commit(take_up_if_then(*plan, session.ui.today(), session.random),
        session.text("weekly.is_taken_up", {plan->then}));
}

bool let_it_pass(Session& session, const WeekLine& line) {
    const auto plan = if_then_of(session, line.item);
    if (!plan) return false;
    return session.commit(pass_over_if_then(*plan, session.ui.today(), session.random),
        session.text("weekly.is_passed", {plan->then}));
}

void open_line(Session& session, const WeekLine& line) {
    const RecordId record = line.item.record;
    const bool own_page = kind_of(record) == Kind::action || line.item.people.empty() ||
        line.item.step == NextStep::open_it || line.item.step == NextStep::share_news;
    open_item(session, own_page ? record : line.item.people.front());
}

// ---- Drawing -------------------------------------------------------------------------------------

namespace {

bool draw_row_menu(
    Session& session, WeekState& state, const Agenda& agenda, const WeekRow& row, ImRect anchor) {
    Ui& ui = session.ui;
    const WeekLine& line = *row.line;
    const RecordId person = line.item.people.empty() ? RecordId{} : line.item.people.front();
    Flow menu;
    bool changed = false;
    if (!begin_menu(ui, session.text("today.menu", {line.title}), anchor, 250, state.menu_open, menu))
        return false;
    const auto chosen = [&](std::string_view label, Icon icon, std::string_view key = {}) {
        if (!menu_item(ui, menu, {.label = label, .icon = icon, .detail = key})) return false;
        state.menu_open = false;
        return true;
    };
    if (row.proposed && chosen(session.text("weekly.take"), Icon::plus, "A"))
        changed = take_for_week(session, {&line, 1}, row.begin);
    if (is_if_then(line.item)) {
        if (chosen(session.text("weekly.take_up"), Icon::arrow_right))
            changed = go_on_with(session, agenda, line);
        if (chosen(session.text("weekly.let_pass"), Icon::x)) changed = let_it_pass(session, line);
    } else if (line.item.step != NextStep::do_it &&
        chosen(session.text(key_of(line.item.step)), Icon::arrow_right)) {
        changed = go_on_with(session, agenda, line);
    }
    if (chosen(session.text("weekly.done"), Icon::check, "D")) changed = tick_off(session, agenda, line);
    if (row.movable && chosen(session.text("weekly.next_week"), Icon::arrow_right, "N"))
        changed = move_on(session, line, row.begin);
    if (row.movable && chosen(session.text("weekly.leave"), Icon::x, "X"))
        changed = leave_for_this_week(session, line, row.begin);
    if (kind_of(line.item.record) == Kind::action && chosen(session.text("weekly.open_step"), Icon::pencil))
        open_record(session, line.item.record);
    if (line.item.goal && chosen(session.text("weekly.open_goal"), Icon::target))
        open_record(session, line.item.goal);
    if (person && chosen(session.text("today.open", {person_name(session.workspace, person)}), Icon::user))
        session.go(PlaceId::people, person);
    end_menu(ui, menu);
    return changed;
}

bool follow_row_keys(Session& session, const Agenda& agenda, const WeekRow& row) {
    Ui& ui = session.ui;
    const ImGuiIO& io = ImGui::GetIO();
    if (io.KeyCtrl || io.KeyAlt || io.KeySuper) return false;
    if (row.proposed && ui.key(ImGuiKey_A)) return take_for_week(session, {row.line, 1}, row.begin);
    if (ui.key(ImGuiKey_D)) return tick_off(session, agenda, *row.line);
    if (row.movable && ui.key(ImGuiKey_N)) return move_on(session, *row.line, row.begin);
    if (row.movable && ui.key(ImGuiKey_X)) return leave_for_this_week(session, *row.line, row.begin);
    return false;
}

/// Why the lines below it are in the week. A screen reader hears it with each of them.
void draw_caption(Session& session, Flow& flow, WeekReason why) {
    Ui& ui = session.ui;
    const ImRect strip = flow.take(ui.px(30));
    silent_label(ui,
        {strip.Min.x + ui.px(grid::between_cards), strip.Min.y + ui.px(6), strip.Max.x, strip.Max.y},
        session.text(key_of(why)), Type::small, Colour::muted);
}

bool draw_row(Session& session, WeekState& state, const Agenda& agenda, Flow& flow, const WeekRow& row) {
    Ui& ui = session.ui;
    const WeekLine& line = *row.line;
    const RecordId person = line.item.people.empty() ? RecordId{} : line.item.people.front();
    const std::string name = person ? person_name(session.workspace, person) : std::string{};
    const Face face{
        .name = name, .key = person.value, .photo = session.workspace.get(person, person::photo).as_bytes()};
    const std::string tick = session.text("today.tick", {line.title});
    const std::string menu = session.text("today.menu", {line.title});
    const std::string_view action =
        row.proposed ? session.text("weekly.take") : step_in_a_word(session, agenda, line.item);
    const ListItem item{.title = line.title,
        .detail = line.why,
        .said = row.reasoned ? session.text(key_of(line.item.why)) : std::string_view{},
        .tag = line.when,
        .tag_kind = line.when_kind,
        .action = ui.phone() ? std::string_view{} : action,
        .tick = tick,
        .menu = menu,
        .icon = person              ? Icon::none
            : is_if_then(line.item) ? Icon::flag
            : line.item.goal        ? Icon::target
                                    : Icon::check,
        .face = person ? &face : nullptr,
        .face_room = true,
        .position = row.position,
        .set_size = row.set_size};
    ImGui::PushID(static_cast<int>(line_key(line.item)));
    const ListItemResult result = list_item(ui, flow.take(list_item_height(ui, item, flow.width)), item);
    bool changed = false;
    if (result.menu) {
        state.menu_of = line_key(line.item);
        state.menu_open = true;
    }
    if (result.ticked)
        changed = tick_off(session, agenda, line);
    else if (result.action && row.proposed)
        changed = take_for_week(session, {&line, 1}, row.begin);
    else if (result.action)
        changed = go_on_with(session, agenda, line);
    else if (result.pressed)
        open_line(session, line);
    else if (result.focused)
        changed = follow_row_keys(session, agenda, row);
    if (state.menu_of == line_key(line.item) && !changed)
        changed = draw_row_menu(session, state, agenda, row, result.menu_area);
    ImGui::PopID();
    return changed;
}

}  // namespace

bool draw_week_rows(
    Session& session, WeekState& state, const Agenda& agenda, ListCard& list, const WeekRows& rows) {
    list.begin_rows();
    session.ui.open_group(Role::list, rows.name);
    std::optional<WeekReason> said;
    bool changed = false;
    for (std::size_t i = 0; i < std::min(rows.lines.size(), rows.shown) && !changed; ++i) {
        const WeekReason why = rows.lines[i].item.why;
        if (i > 0) list.separate();
        if (rows.captions && said != why) draw_caption(session, list.card.flow, why);
        said = why;
        changed = draw_row(session, state, agenda, list.card.flow,
            {.line = &rows.lines[i],
                .begin = rows.begin,
                .proposed = rows.proposed,
                .movable = rows.movable,
                .reasoned = rows.captions,
                .position = static_cast<int>(i) + 1,
                .set_size = static_cast<int>(rows.lines.size())});
    }
    session.ui.tree().close();
    return changed;
}

bool draw_day_tabs(Session& session, Flow& flow, const Button* beside) {
    Ui& ui = session.ui;
    std::array<std::string_view, day_tabs.size()> titles;
    int current = 0;
    for (std::size_t i = 0; i < day_tabs.size(); ++i) {
        titles[i] = session.name_of(day_tabs[i]);
        if (session.place.id == day_tabs[i]) current = static_cast<int>(i);
    }
    flow.space(ui.px(8));
    const ImRect strip = flow.take(ui.px(36));
    if (const auto chosen = tabs(ui, strip, session.text("weekly.tabs"), titles, current))
        session.go(day_tabs[static_cast<std::size_t>(*chosen)]);
    bool pressed = false;
    if (beside != nullptr) {
        Line line(strip);
        pressed = button(ui, middle(line.end(button_width(ui, *beside)), ui.px(34)), *beside);
    }
    flow.space(ui.px(12));
    return pressed;
}

}  // namespace kith::ui
