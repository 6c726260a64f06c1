#include "ui/goals/timeline.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "model/fields.h"
#include "planning/week/proposal.h"
#include "ui/goals/plan_menu.h"
#include "ui/session/places.h"
#include "ui/session/record_scope.h"
#include "ui/words/record_words.h"

namespace kith::ui {

namespace {

using std::chrono::days;

struct TimelineRow {
    RecordId record;
    const PlanStep* step = nullptr;  // none: a milestone
    std::optional<Day> from, due;
    TagKind kind = TagKind::plain;
    std::string words;  // for screen readers, and where there is no day
};

struct Scale {
    Day begin{};
    float x = 0, a_day = 0;

    float at(Day day) const { return x + a_day * static_cast<float>((day - begin).count()); }
    int days_in(float length) const { return static_cast<int>(std::lround(length / a_day)); }
};

std::optional<Day> begin_of(const Workspace& workspace, const PlanStep& step) {
    if (!step.due) return std::nullopt;
    std::optional<Day> begin;
    for (const RecordId before : step.waits_for) {
        const auto theirs = workspace.date(before, action::due).earliest();
        if (theirs && *theirs < *step.due) begin = std::max(begin.value_or(*theirs), *theirs);
    }
    return begin.value_or(*step.due - days{6});
}

std::vector<TimelineRow> rows_of(const Session& session, const Plan& plan) {
    std::vector<TimelineRow> rows;
    for (const PlanMilestone& one : plan.milestones) {
        if (one.milestone && !one.reached)
            rows.push_back({.record = one.milestone,
                .due = one.due,
                .kind = one.late ? TagKind::late : TagKind::accent,
                .words = joined({session.text("steps.milestone"),
                    one.due ? session.text("words.by", {*one.due})
                            : std::string(session.text("steps.no_day"))})});
        for (const PlanStep& step : one.steps) {
            if (is_over(step)) continue;
            rows.push_back({.record = step.action,
                .step = &step,
                .from = begin_of(session.workspace, step),
                .due = step.due,
                .kind = due_kind(step),
                .words = joined({step.due ? session.text("words.by", {*step.due})
                                          : std::string(session.text("steps.no_day")),
                    step_in_words(session, step)})});
        }
    }
    return rows;
}

Colour bar_colour(TagKind kind) {
    return kind == TagKind::late ? Colour::late : kind == TagKind::due ? Colour::due : Colour::accent;
}

ImGuiID bar_id(RecordId record) {
    return ImHashStr("plan bar", 0, static_cast<ImGuiID>(mix(record.value)));
}

/// Week by week, with the months named where there is room, and today.
void draw_weeks(Session& session, const Scale& scale, ImRect area, Day end, bool with_lines) {
    Ui& ui = session.ui;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float head = ui.px(22);
    float free_from = area.Min.x;
    std::chrono::month named{0};
    const bool thin = scale.a_day * 7 < ui.px(10);
    for (Day day = scale.begin; day <= end; day += days{7}) {
        const float x = std::floor(scale.at(day));
        const std::chrono::month month = std::chrono::year_month_day{day}.month();
        const bool first = month != named;
        if (with_lines && (!thin || first))
            list.AddRectFilled({x, area.Min.y + head}, {x + 1, area.Max.y}, ui.colour(Colour::line));
        if (!first) continue;
        named = month;
        const std::string words = session.ui.host().format_date(day, DateStyle::month_year);
        const float wide = std::ceil(text_width(ui, words, Type::small));
        if (x < free_from || x + wide > area.Max.x) continue;
        silent_label(ui, {x, area.Min.y, area.Max.x, area.Min.y + head}, words, Type::small, Colour::muted);
        free_from = x + wide + ui.px(14);
    }
    if (!with_lines) return;
    const float now = std::floor(scale.at(ui.today()));
    list.AddRectFilled({now, area.Min.y + head}, {now + ui.px(2), area.Max.y}, ui.colour(Colour::accent));
}

void draw_mark(Ui& ui, const Scale& scale, ImRect strip, const TimelineRow& row, days shift) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImU32 colour = ui.colour(bar_colour(row.kind));
    const Day due = *row.due + shift;
    if (row.step == nullptr) {
        const ImVec2 centre{scale.at(due), strip.GetCenter().y};
        const float r = ui.px(8);
        list.AddQuadFilled({centre.x, centre.y - r}, {centre.x + r, centre.y}, {centre.x, centre.y + r},
            {centre.x - r, centre.y}, colour);
        return;
    }
    const ImRect bar =
        middle({scale.at(*row.from + shift), strip.Min.y, scale.at(due + days{1}), strip.Max.y}, ui.px(14));
    const bool waits = row.step->state == StepState::waiting;
    list.AddRectFilled(bar.Min, bar.Max, waits ? with_alpha(colour, 0.35F) : colour, ui.px(4));
    if (waits) list.AddRect(bar.Min, bar.Max, colour, ui.px(4));
}

/// Left and right move the day of the bar that has the keyboard, with Shift by a week.
void follow_keys(PageDrawing& page, const TimelineRow& row) {
    Ui& ui = page.ui();
    if (ui.focus().id() != bar_id(row.record) || !ui.focus().in_top_layer()) return;
    const days by{ImGui::GetIO().KeyShift ? 7 : 1};
    if (ui.key(ImGuiKey_RightArrow, true)) move_to_day(page, row.record, *row.due + by);
    if (ui.key(ImGuiKey_LeftArrow, true)) move_to_day(page, row.record, *row.due - by);
}

void draw_row(PageDrawing& page, GoalPlanState& state, Flow& flow, const TimelineRow& row, const Scale& scale,
    float label_width, int position, int set_size) {
    Session& session = page.session;
    Ui& ui = session.ui;
    const RecordScope scope(row.record);
    const std::string title = record_title(session, row.record);
    const bool below = label_width == 0;  // the words above the bar, on a phone
    const float high = ui.px(below ? 52 : ui.touch() ? 44 : 36);
    const ImRect area = flow.take(high);
    Node item{.id = ui.static_id("row"), .role = Role::listitem, .name = title, .description = row.words};
    item.position = position;
    item.set_size = set_size;
    item.bounds = ui.visible_bounds(area);
    ui.tree().open(std::move(item));
    const float menu_size = ui.touch() ? ui.control() : ui.px(30);
    const ImRect menu_area = middle({area.Max.x - menu_size, area.Min.y, area.Max.x, area.Max.y}, menu_size);
    const ImRect words{area.Min.x + (row.step != nullptr && !below ? ui.px(12) : 0), area.Min.y,
        below ? menu_area.Min.x : area.Min.x + label_width - ui.px(8),
        below ? area.Min.y + ui.px(24) : area.Max.y};
    silent_label(ui, words, title, row.step == nullptr ? Type::small_strong : Type::small);
    const ImRect strip{below ? area.Min.x : area.Min.x + label_width, below ? words.Max.y : area.Min.y,
        menu_area.Min.x - ui.px(4), area.Max.y};
    bool menu_pressed = false;
    if (row.due) {
        const float ends = scale.at(*row.due + days{1});
        const float begins = row.from ? scale.at(*row.from) : scale.at(*row.due) - ui.px(12);
        const float middle_x = (begins + ends) * 0.5F, least = ui.px(ui.touch() ? 44 : 24) * 0.5F;
        const ImRect grip{std::max(strip.Min.x, std::min(begins, middle_x - least)), strip.Min.y + ui.px(4),
            std::min(strip.Max.x + ui.px(8), std::max(ends, middle_x + least)), strip.Max.y - ui.px(4)};
        const Press press =
            ui.press(bar_id(row.record), grip, {.role = Role::link, .name = title, .description = row.words});
        days shift{0};
        if (press.held && !ui.touch() && ImGui::IsMouseDragging(0, ui.px(4)) && !state.dragged) {
            state.dragged = row.record;
            state.dragged_from = ImGui::GetIO().MouseClickedPos[0].x;
        }
        if (state.dragged == row.record) {
            shift = days{scale.days_in(ImGui::GetIO().MousePos.x - state.dragged_from)};
            if (!ImGui::IsMouseDown(0)) {
                state.dragged = {};
                if (shift.count() != 0) move_to_day(page, row.record, *row.due + shift);
            } else {
                ui.keep_moving();
            }
        } else if (press.pressed) {
            open_record(session, row.record);
        }
        if (press.visible) draw_mark(ui, scale, strip, row, shift);
        if (shift.count() != 0) {
            const std::string day = session.show_exact(*row.due + shift);
            const float wide = std::ceil(text_width(ui, day, Type::small_strong));
            const float x =
                std::clamp(scale.at(*row.due + shift) + ui.px(10), strip.Min.x, strip.Max.x - wide);
            silent_label(ui, {x, strip.Min.y - ui.px(12), x + wide + 1, strip.Min.y + ui.px(6)}, day,
                Type::small_strong);
        }
        follow_keys(page, row);
    } else {
        const Button set{.label = session.text("steps.set_day"),
            .icon = Icon::calendar,
            .kind = ButtonKind::bare,
            .small = true,
            .description = title};
        if (button(ui,
                middle({strip.Min.x, strip.Min.y, strip.Min.x + button_width(ui, set), strip.Max.y},
                    ui.touch() ? ui.control() : ui.px(30)),
                set)) {
            const bool is_action = row.step != nullptr;
            const FieldId fields[] = {is_action ? action::due : milestone::due};
            open_form(session, page.state.form, kind_of(row.record), row.record, fields, title);
        }
    }
    const std::string menu = session.text("today.menu", {title});
    menu_pressed = button(ui, menu_area,
        {.label = menu,
            .icon = Icon::ellipsis,
            .kind = ButtonKind::bare,
            .icon_only = true,
            .has_popup = true});
    if (menu_pressed) open_plan_menu(state, row.record);
    if (state.menu_of == row.record) draw_plan_menu(page, state, row.record, menu_area);
    ui.tree().close();
}

}  // namespace

void draw_plan_timeline(PageDrawing& page, GoalPlanState& state, Flow& flow) {
    Session& session = page.session;
    Ui& ui = session.ui;
    const Day today = ui.today();
    const std::vector<TimelineRow> rows = rows_of(session, state.plan.last());
    const float side = ui.px(grid::between_cards);
    Flow inside{.x = flow.x + side, .y = flow.y, .width = flow.width - 2 * side};
    Day first = today, last = today + days{28};
    for (const TimelineRow& row : rows) {
        if (row.from) first = std::min(first, *row.from);
        if (row.due) first = std::min(first, *row.due), last = std::max(last, *row.due + days{7});
    }
    if (const auto by = page.workspace().date(page.record, goal::by).earliest(); by && *by < last + days{120})
        last = std::max(last, *by);
    const float label_width =
        inside.width < ui.px(520) ? 0 : std::floor(std::min(inside.width * 0.36F, ui.px(300)));
    const float menu = ui.px(ui.touch() ? 50 : 40);
    Scale scale{.begin = week_begin(first, ui.host().locale().first_weekday), .x = inside.x + label_width};
    const Day end = week_begin(last, ui.host().locale().first_weekday) + days{7};
    scale.a_day = (inside.width - label_width - menu) / static_cast<float>((end - scale.begin).count());
    if (rows.empty()) {
        paragraph(ui, inside, session.text("steps.timeline_none"), Type::small, Colour::muted);
        flow.y = inside.y + ui.px(8);
        return;
    }
    // The height of the rows is known before they are drawn: the weeks lie behind them.
    const float row_height = ui.px(label_width == 0 ? 52 : ui.touch() ? 44 : 36);
    const float height = ui.px(22) + row_height * static_cast<float>(rows.size());
    // Where the words stand above the bars, lines would go through them.
    const bool with_lines = label_width > 0;
    draw_weeks(
        session, scale, {scale.x, inside.y, inside.end_x() - menu, inside.y + height}, end, with_lines);
    inside.space(ui.px(22));
    ui.open_group(Role::list, session.text("steps.timeline_list"));
    int position = 0;
    for (const TimelineRow& row : rows)
        draw_row(page, state, inside, row, scale, label_width, ++position, static_cast<int>(rows.size()));
    ui.tree().close();
    if (state.dragged && !ImGui::IsMouseDown(0)) state.dragged = {};
    inside.space(ui.px(6));
    paragraph(ui, inside, session.text(ui.touch() ? "steps.timeline_text" : "steps.timeline_keys"),
        Type::small, Colour::muted);
    flow.y = inside.y + ui.px(8);
}

}  // namespace kith::ui
