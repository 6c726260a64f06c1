#include "ui/goals/plan_menu.h"

#include <algorithm>
#include <array>

#include "model/fields.h"
#include "planning/week/choosing.h"
#include "planning/week/proposal.h"
#include "ui/records/steps.h"
#include "ui/session/places.h"
#include "ui/session/record_scope.h"
#include "ui/words/record_words.h"
#include "workspace/trash.h"

namespace kith::ui {

namespace {

constexpr FieldId action_form[] = {action::title, action::due, action::effort_minutes, action::people,
    action::milestone, action::repeats, action::notes};
constexpr FieldId milestone_form[] = {milestone::title, milestone::due};
constexpr std::array<std::string_view, 4> rhythms{
    "every week", "every 2 weeks", "every month", "every 3 months"};
constexpr std::array<std::string_view, 4> rhythm_keys{
    "steps.weekly", "steps.fortnightly", "steps.monthly", "steps.quarterly"};

struct MenuDrawing {
    PageDrawing& page;
    GoalPlanState& state;
    RecordId record;
    Flow& menu;

    Session& session() const { return page.session; }
    bool chosen(
        std::string_view label, Icon icon, std::string_view detail = {}, Tri checked = Tri::not_applicable) {
        const Role role = checked == Tri::not_applicable ? Role::menuitem : Role::menuitemcheckbox;
        if (!menu_item(session().ui, menu,
                {.label = label, .icon = icon, .detail = detail, .checked = checked, .role = role}))
            return false;
        state.menu_open = false;
        return true;
    }
    /// Closes, so that the keyboard goes back, and opens again with a choice in full.
    void leads_to(std::string_view key, Icon icon, PlanMenu where) {
        if (!menu_item(session().ui, menu, {.label = session().text(key), .icon = icon, .detail = "…"}))
            return;
        state.menu_open = false;
        state.menu_next = where;
        session().ui.keep_moving();
    }
};

void edit(MenuDrawing& of) {
    Session& session = of.session();
    const bool is_action = kind_of(of.record) == Kind::action;
    const std::span<const FieldId> fields =
        is_action ? std::span<const FieldId>(action_form) : std::span<const FieldId>(milestone_form);
    open_form(
        session, of.page.state.form, kind_of(of.record), of.record, fields, record_title(session, of.record));
}

void take_for_this_week(MenuDrawing& of) {
    Session& session = of.session();
    const std::string title = record_title(session, of.record);
    const WeekItem item{
        .record = of.record, .people = {}, .goal = of.page.record, .title = {}, .reasons = {}};
    const Day begin = week_begin(session.ui.today(), session.ui.host().locale().first_weekday);
    session.commit(take_for_week(session.workspace, {&item, 1}, title, begin, session.random),
        session.text("weekly.is_taken", {title}));
}

void put_into_trash(MenuDrawing& of) {
    Session& session = of.session();
    const std::string title = record_title(session, of.record);
    session.commit(delete_alone(of.record, title), session.text("toast.trashed", {title}));
}

void draw_actions(MenuDrawing& of) {
    Session& session = of.session();
    const bool is_action = kind_of(of.record) == Kind::action;
    const bool over = is_done(session.workspace, of.record);
    if (of.chosen(session.text(over   ? "steps.reopen"
                          : is_action ? "steps.mark_done"
                                      : "steps.mark_reached"),
            over ? Icon::rotate_ccw : Icon::check))
        toggle_done(session, of.record);
    if (of.chosen(session.text("steps.edit"), Icon::pencil)) edit(of);
    if (is_action && !over) {
        if (of.chosen(session.text("steps.this_week"), Icon::calendar_days)) take_for_this_week(of);
        of.leads_to("steps.to_milestone", Icon::flag, PlanMenu::milestone);
        of.leads_to("steps.wait_for", Icon::layers, PlanMenu::waits_for);
        of.leads_to("steps.repeat", Icon::rotate_ccw, PlanMenu::repeats);
    }
    if (of.chosen(session.text("steps.up"), Icon::arrow_up)) move_in_plan(of.page, of.state, of.record, -1);
    if (of.chosen(session.text("steps.down"), Icon::arrow_down))
        move_in_plan(of.page, of.state, of.record, 1);
    if (of.chosen(session.text("steps.open"), Icon::arrow_right)) open_record(session, of.record);
    if (menu_item(session.ui, of.menu,
            {.label = session.text("page.delete"), .icon = Icon::trash_2, .danger = true})) {
        of.state.menu_open = false;
        put_into_trash(of);
    }
}

void draw_milestones(MenuDrawing& of) {
    Session& session = of.session();
    const RecordId now = session.workspace.reference(of.record, action::milestone);
    for (const PlanMilestone& one : of.state.plan.last().milestones) {
        if (!one.milestone) continue;
        const RecordScope scope(one.milestone);
        if (of.chosen(record_title(session, one.milestone), Icon::none, {},
                one.milestone == now ? Tri::yes : Tri::no))
            move_to_milestone(of.page, of.state, of.record, one.milestone);
    }
    if (of.chosen(session.text("steps.no_milestone"), Icon::none, {}, now ? Tri::no : Tri::yes))
        move_to_milestone(of.page, of.state, of.record, {});
}

void wait_for(MenuDrawing& of, RecordId before, bool waits_now) {
    Session& session = of.session();
    const std::string title = record_title(session, of.record);
    session.commit(kith::wait_for(of.record, before, !waits_now, title),
        session.text(
            waits_now ? "steps.waits_no_more" : "steps.waits_now", {title, record_title(session, before)}));
}

void draw_waits_for(MenuDrawing& of) {
    Session& session = of.session();
    bool any = false;
    for (const PlanMilestone& one : of.state.plan.last().milestones) {
        for (const PlanStep& step : one.steps) {
            bool waits_now = false;
            session.workspace.for_each_element(of.record, action::after,
                [&](const Element& element) { waits_now |= element.value.as_reference() == step.action; });
            if (is_over(step) ||
                (!waits_now && would_wait_for_itself(session.workspace, of.record, step.action)))
                continue;
            any = true;
            const RecordScope scope(step.action);
            if (of.chosen(record_title(session, step.action), Icon::none, {}, waits_now ? Tri::yes : Tri::no))
                wait_for(of, step.action, waits_now);
        }
    }
    if (!any && of.chosen(session.text("steps.nothing_to_wait_for"), Icon::x)) return;
}

void draw_repeats(MenuDrawing& of) {
    Session& session = of.session();
    const std::string_view now = session.workspace.text(of.record, action::repeats);
    const auto set = [&](std::string_view rhythm) {
        const std::string title = record_title(session, of.record);
        session.commit(come_round(of.record, rhythm, title),
            session.text("toast.step", {session.text("steps.repeat"), title}));
    };
    for (std::size_t i = 0; i < rhythms.size(); ++i) {
        if (of.chosen(session.text(rhythm_keys[i]), Icon::none, {}, now == rhythms[i] ? Tri::yes : Tri::no))
            set(rhythms[i]);
    }
    if (of.chosen(session.text("steps.never"), Icon::none, {}, now.empty() ? Tri::yes : Tri::no)) set({});
}

}  // namespace

void open_plan_menu(GoalPlanState& state, RecordId record, PlanMenu menu) {
    state.menu_of = record;
    state.menu_open = true;
    state.menu = menu;
}

void draw_plan_menu(PageDrawing& page, GoalPlanState& state, RecordId record, ImRect anchor) {
    constexpr std::array<std::string_view, 4> names{
        "today.menu", "steps.to_milestone_of", "steps.wait_for_of", "steps.repeat_of"};
    Session& session = page.session;
    if (!state.menu_open && state.menu_next) {
        open_plan_menu(state, record, *state.menu_next);
        state.menu_next.reset();
    }
    const std::string name =
        session.text(names[static_cast<std::size_t>(state.menu)], {record_title(session, record)});
    Flow menu;
    if (!begin_menu(session.ui, name, anchor, 270, state.menu_open, menu)) return;
    MenuDrawing of{page, state, record, menu};
    switch (state.menu) {
        case PlanMenu::actions: draw_actions(of); break;
        case PlanMenu::milestone: draw_milestones(of); break;
        case PlanMenu::waits_for: draw_waits_for(of); break;
        case PlanMenu::repeats: draw_repeats(of); break;
    }
    end_menu(session.ui, menu);
}

}  // namespace kith::ui
