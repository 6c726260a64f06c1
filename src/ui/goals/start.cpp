#include "ui/goals/start.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"
#include "model/fields.h"
#include "planning/goals/beginning.h"
#include "ui/goals/start_kept.h"
#include "ui/goals/start_steps.h"
#include "ui/session/places.h"
#include "ui/words/record_words.h"
#include "workspace/looking_back.h"

namespace kith::ui {

namespace {

constexpr FieldId asked[] = {goal::wish, goal::best_outcome, goal::why, goal::target_role,
    goal::organisations, goal::industry, goal::place, goal::by, goal::measure};
constexpr std::array<std::string_view, goal_step_count> titles{
    "goal_start.wish", "goal_start.target", "goal_start.obstacles", "goal_start.plan", "goal_start.week"};

void begin(Session& session, GoalStart& start) {
    start = {.open = true, .begun = true};
    open_form(session, start.form, Kind::goal, {}, asked, {});
    start.obstacles.resize(1);
}

/// In which step a field is asked for.
GoalStep step_of(FieldId field) {
    return field == goal::wish || field == goal::best_outcome || field == goal::why ? GoalStep::wish
                                                                                    : GoalStep::target;
}

/// What is said of the goal, to be written; nothing if something in it is wrong.
std::optional<RecordEntry> read_goal(const Session& session, GoalStart& start) {
    for (FormValue& value : start.form.values)
        value.error.clear();
    return read_form(session, start.form);
}

/// The first step in which something is wrong.
GoalStep wrong_step(const GoalStart& start) {
    for (const FormValue& value : start.form.values) {
        if (!value.error.empty()) return step_of(value.field->id);
    }
    return GoalStep::wish;
}

/// What was said of the goal so far, to see whether a proposal still fits.
std::string fingerprint(const GoalStart& start) {
    std::string said = start.chosen != nullptr ? start.chosen->key : std::string{};
    for (const FormValue& value : start.form.values) {
        said += "\n" + value.text;
        for (const RecordId reference : value.references)
            said += to_string(reference);
        for (const std::string& fresh : value.fresh)
            said += "+" + fresh;
    }
    return said;
}

/// The plan with what was chosen of it; none if none fits.
std::optional<ProposedPlan> chosen_plan(const GoalStart& start) {
    if (start.chosen == nullptr) return std::nullopt;
    ProposedPlan plan = start.plan;
    plan.if_thens.clear();
    for (std::size_t i = 0; i < start.plan.if_thens.size(); ++i) {
        if (start.with_if_then[i]) plan.if_thens.push_back(start.plan.if_thens[i]);
    }
    return plan;
}

void keep(Session& session, GoalStart& start) {
    auto said = read_goal(session, start);
    if (!said) {
        start.step = wrong_step(start);
        return;
    }
    const std::string wish(trim(value_of(start.form, goal::wish)->text));
    Made made = begin_goal(session.workspace,
        {.said = std::move(*said), .obstacles = start.obstacles, .plan = chosen_plan(start)}, session.random);
    const RecordId goal = made.record;
    if (!session.commit(std::move(made.draft), session.text("goal_start.kept", {wish}))) return;
    start = {};
    // Without anybody there is no week to look at yet; a place that is not there is Today.
    if (session.workspace.count(Kind::person) == 0)
        open_record(session, goal);
    else
        session.go(PlaceId::week);
}

void go_to_step(Session& session, GoalStart& start, GoalStep to) {
    if (to > start.step) {
        const bool sound = read_goal(session, start).has_value();
        if (const GoalStep wrong = wrong_step(start); !sound && wrong <= start.step) {
            start.step = wrong;
            session.ui.tree().announce(std::string(session.text("form.look_again")), Politeness::assertive);
            return;
        }
    }
    start.step = to;
    keep_goal_start(session, start);
    if (to == GoalStep::plan || to == GoalStep::week) propose_for_goal(session, start);
    session.ui.keep_moving();
}

/// Where one is: a mark for each step, those behind filled.
void draw_progress(Session& session, const GoalStart& start, Flow& flow) {
    Ui& ui = session.ui;
    const int at = static_cast<int>(start.step);
    const std::string words = session.text("goal_start.step", {at + 1, goal_step_count});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    Line line(flow.take(ui.line(Type::small)));
    label(ui, line.end(std::ceil(text_width(ui, words, Type::small)) + 1, ui.px(12)), words, Type::small,
        Colour::muted);
    const float gap = ui.px(4);
    const float wide = std::floor((line.width() - gap * (goal_step_count - 1)) / goal_step_count);
    for (int i = 0; i < goal_step_count; ++i) {
        const ImRect mark = middle(line.start(wide, gap), ui.px(4));
        list.AddRectFilled(mark.Min, mark.Max, ui.colour(i <= at ? Colour::accent : Colour::line), ui.px(2));
    }
    flow.space(ui.px(16));
}

void draw_foot(Session& session, GoalStart& start, Flow& flow) {
    Ui& ui = session.ui;
    const bool last = start.step == GoalStep::week;
    const Button next{.label = session.text(last ? "goal_start.keep" : "goal_start.next"),
        .kind = ButtonKind::primary,
        .shortcut = "Control+Enter"};
    const Button back{.label = session.text("goal_start.back"), .icon = Icon::arrow_left};
    const Button over{.label = session.text("goal_start.over"), .kind = ButtonKind::bare};
    flow.space(ui.px(16));
    Line line(flow.take(ui.control()));
    const ImRect next_area = line.end(button_width(ui, next), ui.px(8));
    const auto at = static_cast<int>(start.step);
    if (at > 0 && button(ui, line.start(button_width(ui, back), ui.px(8)), back)) {
        go_to_step(session, start, static_cast<GoalStep>(at - 1));
        return;
    }
    if (at > 0 && line.width() > button_width(ui, over) &&
        button(ui, line.start(button_width(ui, over)), over)) {
        session.commit(forget_beginning(session.workspace));
        begin(session, start);
        return;
    }
    if (!button(ui, next_area, next) && !ui.submitted()) return;
    if (!last) {
        go_to_step(session, start, static_cast<GoalStep>(at + 1));
        return;
    }
    keep(session, start);
}

bool says_anything(const GoalStart& start) {
    return std::ranges::any_of(
        start.form.values, [](const FormValue& value) { return !trim(value.text).empty(); });
}

}  // namespace

void open_goal_start(Session& session, GoalStart& start) {
    if (start.begun) {
        start.open = true;
    } else {
        begin(session, start);
        read_goal_start(session, start, std::string(kept_beginning(session.workspace)));
    }
}

void go_on_with_goal_start(Session& session, GoalStart& start, std::string_view said) {
    begin(session, start);
    read_goal_start(session, start, said);
}

void propose_for_goal(Session& session, GoalStart& start) {
    const std::string said = fingerprint(start);
    if (start.proposed_for == said) return;
    const auto stated = read_goal(session, start);
    if (!stated) return;
    // The goal is not written yet: it is read in a copy that has it.
    Made made = write_record({"goal_start.change", {said}}, session.workspace, *stated, session.random);
    const RecordId goal = made.record;
    const auto copy = as_if(session.workspace, std::move(made.draft), session.ui.now());
    if (!copy) return session.say(session.text(copy.error()));
    const Rules rules = rules_of(session.workspace);
    const Day today = session.ui.today();
    Insight insight(*copy);
    const ContactBook& contacts = insight.contacts();
    const RoleBook& roles = session.insight.roles();  // the copy's people are the same
    start.missing.clear();
    for (const GoalGap& gap : cover_goal(*copy, contacts, roles, goal, today, rules).gaps)
        start.missing.push_back(session.text(gap.sentence));
    start.proposed_for = said;
    if (start.chosen == nullptr) return;
    start.plan = adapt_plan(*copy, contacts, roles, *start.chosen, goal, today, rules);
    start.with_if_then.assign(start.plan.if_thens.size(), true);
}

void draw_goal_start(Session& session, GoalStart& start) {
    if (!start.open) return;
    Ui& ui = session.ui;
    Flow flow;
    const std::string_view title = session.text(titles[static_cast<std::size_t>(start.step)]);
    if (!begin_dialog(ui, title, 640, start.open, flow)) return;
    if (!start.open && says_anything(start)) {
        keep_goal_start(session, start);
        session.say(std::string(session.text("goal_start.left")));
    }
    draw_progress(session, start, flow);
    const GoalStep step = start.step;
    draw_goal_step(session, start, flow);
    if (start.step == step) draw_foot(session, start, flow);
    end_dialog(ui, flow);
}

}  // namespace kith::ui
