#include "ui/goals/start_steps.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"
#include "model/fields.h"
#include "ui/give/suggestions.h"

namespace kith::ui {

namespace {

/// A field asked as a question, with an example in it.
struct Question {
    FieldId field;
    std::string_view question, example;
    bool optional;
};
constexpr std::array wish_questions{
    Question{goal::wish, "goal_start.q_wish", "goal_start.e_wish", false},
    Question{goal::best_outcome, "goal_start.q_best", "goal_start.e_best", true},
    Question{goal::why, "goal_start.q_why", "goal_start.e_why", true},
};
constexpr std::array target_questions{
    Question{goal::target_role, "goal_start.q_role", "goal_start.e_role", true},
    Question{goal::industry, "goal_start.q_industry", "goal_start.e_industry", true},
    Question{goal::place, "goal_start.q_place", "goal_start.e_place", true},
    Question{goal::measure, "goal_start.q_measure", "goal_start.e_measure", true},
};

constexpr std::size_t example_count = 4;
constexpr std::array<std::string_view, example_count> example_obstacles{
    "goal_start.obstacle_1", "goal_start.obstacle_2", "goal_start.obstacle_3", "goal_start.obstacle_4"};
constexpr std::array<std::string_view, example_count> example_ifs{
    "goal_start.if_1", "goal_start.if_2", "goal_start.if_3", "goal_start.if_4"};
constexpr std::array<std::string_view, example_count> example_thens{
    "goal_start.then_1", "goal_start.then_2", "goal_start.then_3", "goal_start.then_4"};

constexpr std::chrono::days first_week{7};
constexpr std::size_t most_missing = 3;

void say(Session& session, Flow& flow, std::string_view key) {
    paragraph(session.ui, flow, session.text(key), Type::small, Colour::muted);
    flow.space(session.ui.px(12));
}

void ask(Session& session, GoalStart& start, Flow& flow, const Question& asked) {
    Ui& ui = session.ui;
    FormValue& value = *value_of(start.form, asked.field);
    const bool area = value.field->type == FieldType::long_text;
    const std::string_view name = session.text(asked.question);
    const float high = area ? text_area_height(ui, value.text, flow.width, 2, 5) : ui.control();
    const FieldResult result = text_field(ui, labelled(ui, flow, name, high),
        {.name = name,
            .placeholder = session.text(asked.example),
            .error = value.error,
            .multiline = area,
            .required = !asked.optional,
            .select_all = false},
        value.text);
    if (result.changed) value.error.clear();
    if (!value.error.empty()) paragraph(ui, flow, value.error, Type::small, Colour::late);
    flow.space(ui.px(12));
}

// ---- Wish and target -----------------------------------------------------------------------------

void draw_wish(Session& session, GoalStart& start, Flow& flow) {
    say(session, flow, "goal_start.wish_text");
    for (const Question& question : wish_questions)
        ask(session, start, flow, question);
}

void draw_target(Session& session, GoalStart& start, Flow& flow) {
    Ui& ui = session.ui;
    say(session, flow, "goal_start.target_text");
    ask(session, start, flow, target_questions[0]);
    draw_form_value(session, flow, *value_of(start.form, goal::organisations));
    // Two short answers beside each other where there is room.
    const bool beside = flow.width > ui.px(440);
    const float half = std::floor((flow.width - ui.px(16)) / 2);
    Flow left{.x = flow.x, .y = flow.y, .width = beside ? half : flow.width};
    ask(session, start, left, target_questions[1]);
    Flow right = beside ? Flow{.x = flow.end_x() - half, .y = flow.y, .width = half} : left;
    ask(session, start, right, target_questions[2]);
    flow.y = std::max(left.y, right.y);
    draw_form_value(session, flow, *value_of(start.form, goal::by));
    ask(session, start, flow, target_questions[3]);
}

// ---- Obstacles -----------------------------------------------------------------------------------

bool is_blank(const PlaybookIfThen& row) {
    return trim(row.obstacle).empty() && trim(row.when).empty() && trim(row.then).empty();
}

void draw_examples(Session& session, GoalStart& start, Flow& flow) {
    Ui& ui = session.ui;
    paragraph(ui, flow, session.text("goal_start.examples"), Type::small, Colour::muted);
    flow.space(ui.px(6));
    const float high = ui.touch() ? ui.px(36) : tag_height(ui) + ui.px(4);
    float x = flow.x;
    for (std::size_t i = 0; i < example_count; ++i) {
        const std::string_view words = session.text(example_obstacles[i]);
        const float wide = std::min(chip_width(ui, words, false), flow.width);
        if (x > flow.x && x + wide > flow.end_x()) x = flow.x, flow.space(high + ui.px(6));
        ImGui::PushID(static_cast<int>(i));
        if (chip(ui, {x, flow.y}, words, false)) {
            if (start.obstacles.empty() || !is_blank(start.obstacles.back())) start.obstacles.emplace_back();
            start.obstacles.back() = {std::string(words), std::string(session.text(example_ifs[i])),
                std::string(session.text(example_thens[i]))};
        }
        ImGui::PopID();
        x += wide + ui.px(6);
    }
    flow.space(high + ui.px(12));
}

void draw_obstacles(Session& session, GoalStart& start, Flow& flow) {
    Ui& ui = session.ui;
    say(session, flow, "goal_start.obstacles_text");
    draw_examples(session, start, flow);
    struct Part {
        std::string_view name, example;
        std::string PlaybookIfThen::* text;
    };
    const std::array parts{
        Part{session.text("goal_start.q_obstacle"), session.text("goal_start.e_obstacle"),
            &PlaybookIfThen::obstacle},
        Part{session.text("goal_start.q_if"), session.text("goal_start.e_if"), &PlaybookIfThen::when},
        Part{session.text("goal_start.q_then"), session.text("goal_start.e_then"), &PlaybookIfThen::then},
    };
    std::optional<std::size_t> gone;
    for (std::size_t i = 0; i < start.obstacles.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        const std::string name = session.text("goal_start.obstacle_name", {i + 1});
        ui.open_group(Role::group, name);
        Card card(ui, flow);
        const std::string remove_words = session.text("widget.remove", {name});
        const Button remove{
            .label = remove_words, .icon = Icon::x, .kind = ButtonKind::bare, .icon_only = true};
        for (const Part& part : parts) {
            const bool first = part.text == &PlaybookIfThen::obstacle;
            if (first && start.obstacles.size() > 1) {
                const float side = ui.px(28);
                if (button(ui,
                        {card.flow.end_x() - side, card.flow.y - ui.px(6), card.flow.end_x(),
                            card.flow.y - ui.px(6) + side},
                        remove))
                    gone = i;
            }
            text_field(ui, labelled(ui, card.flow, part.name, ui.control()),
                {.name = part.name, .placeholder = part.example, .select_all = false},
                start.obstacles[i].*part.text);
            card.flow.space(ui.px(8));
        }
        card.end();
        ui.tree().close();
        ImGui::PopID();
        flow.space(ui.px(12));
    }
    if (gone) start.obstacles.erase(start.obstacles.begin() + static_cast<std::ptrdiff_t>(*gone));
    if (button(ui, flow, {.label = session.text("goal_start.another"), .icon = Icon::plus}))
        start.obstacles.emplace_back();
}

// ---- The plan ------------------------------------------------------------------------------------

void draw_choice(Session& session, GoalStart& start, Flow& flow) {
    Ui& ui = session.ui;
    say(session, flow, "goal_start.plan_text");
    const std::string_view name = session.text("goal_start.plans");
    ui.open_group(Role::list, name);
    const float out = ui.px(grid::between_cards);
    Flow wide{.x = flow.x - out, .y = flow.y, .width = flow.width + 2 * out};
    int position = 0;
    for (const PlaybookPlan& plan : playbook_plans()) {
        const ListItem item{.title = plan.title,
            .detail = plan.about,
            .wraps = true,
            .chevron = true,
            .position = ++position,
            .set_size = static_cast<int>(playbook_plans().size())};
        if (list_item(ui, wide.take(list_item_height(ui, item, wide.width)), item).pressed) {
            start.chosen = &plan;
            propose_for_goal(session, start);
            ui.keep_moving();
        }
    }
    ui.tree().close();
    flow.y = wide.y + ui.px(8);
    paragraph(ui, flow, session.text("goal_start.own_plan"), Type::small, Colour::muted);
}

std::string step_detail(const Session& session, const ProposedStep& step) {
    std::string detail = session.text("goal_start.step_by", {step.due, step.minutes});
    const std::string why = facts_in_words(session, step.reasons, 2);
    return why.empty() ? detail : detail + " · " + why;
}

void draw_proposed_step(Session& session, Flow& flow, ProposedStep& step, std::size_t number) {
    Ui& ui = session.ui;
    ImGui::PushID(static_cast<int>(number));
    const float box = ui.px(36);
    const std::string tick = session.text("goal_start.take", {step.title});
    if (checkbox(ui, {flow.x - ui.px(8), flow.y, flow.x - ui.px(8) + box, flow.y + ui.control()}, tick,
            step.chosen ? Tri::yes : Tri::no, false, "take"))
        step.chosen = !step.chosen;
    Flow text{.x = flow.x + box - ui.px(8), .y = flow.y, .width = flow.width - box + ui.px(8)};
    const std::string name = session.text("goal_start.step_name", {number + 1});
    const float high = text_area_height(ui, step.title, text.width, 1, 3);
    text_field(ui, text.take(std::max(high, ui.control())),
        {.name = name,
            .look = FieldLook::in_place,
            .multiline = true,
            .focus_first = false,
            .select_all = false},
        step.title);
    Flow detail{.x = text.x + ui.px(6), .y = text.y, .width = text.width - ui.px(6)};
    paragraph(ui, detail, step_detail(session, step), Type::small, Colour::muted);
    flow.y = detail.y + ui.px(6);
    ImGui::PopID();
}

void draw_steps(Session& session, GoalStart& start, Flow& flow) {
    Ui& ui = session.ui;
    Line head(flow.take(ui.control()));
    const Button other{.label = session.text("goal_start.other_plan"), .icon = Icon::arrow_left_right};
    const ImRect other_area = head.end(button_width(ui, other), ui.px(8));
    heading(ui, head.area, start.plan.title, 3, Type::body_strong);
    if (button(ui, other_area, other)) {
        start.chosen = nullptr;
        return;
    }
    say(session, flow, "goal_start.steps_text");
    for (std::size_t milestone = 0; milestone < start.plan.milestones.size(); ++milestone) {
        const ProposedMilestone& one = start.plan.milestones[milestone];
        const std::string title = session.text("goal_start.milestone", {one.title, one.due});
        Flow words = flow;
        paragraph(ui, words, title, Type::body_strong);
        flow.y = words.y + ui.px(2);
        ui.open_group(Role::group, title);
        for (std::size_t i = 0; i < start.plan.steps.size(); ++i) {
            if (start.plan.steps[i].milestone == milestone)
                draw_proposed_step(session, flow, start.plan.steps[i], i);
        }
        ui.tree().close();
        flow.space(ui.px(8));
    }
    if (start.plan.if_thens.empty()) return;
    paragraph(ui, flow, session.text("page.obstacles"), Type::body_strong);
    for (std::size_t i = 0; i < start.plan.if_thens.size(); ++i) {
        const PlaybookIfThen& row = start.plan.if_thens[i];
        const std::string sentence = session.text("page.if_then", {row.when, row.then});
        const float box = ui.px(36);
        ImGui::PushID(static_cast<int>(i));
        const ImRect tick{flow.x - ui.px(8), flow.y, flow.x - ui.px(8) + box, flow.y + ui.control()};
        if (checkbox(ui, tick, sentence, start.with_if_then[i] ? Tri::yes : Tri::no, false, "if_then"))
            start.with_if_then[i] = !start.with_if_then[i];
        Flow text{.x = flow.x + box + ui.px(2), .y = flow.y + ui.px(7), .width = flow.width - box - ui.px(2)};
        paragraph(ui, text, sentence);
        flow.y = std::max(text.y, tick.Max.y);
        ImGui::PopID();
    }
}

// ---- The first week ------------------------------------------------------------------------------

void draw_week(Session& session, GoalStart& start, Flow& flow) {
    Ui& ui = session.ui;
    const Day today = ui.today();
    std::vector<const ProposedStep*> steps;
    std::size_t all = 0;
    if (start.chosen != nullptr) {
        for (const ProposedStep& step : start.plan.steps) {
            if (!step.chosen) continue;
            ++all;
            if (step.due <= today + first_week) steps.push_back(&step);
        }
    }
    say(session, flow, all == 0 ? "goal_start.week_own" : "goal_start.week_text");
    const std::string_view name = session.text("goal_start.week_steps");
    if (!steps.empty()) {
        heading(ui, flow.take(ui.line(Type::body)), name, 3, Type::body_strong);
        ui.open_group(Role::list, name);
        const float out = ui.px(grid::between_cards);
        Flow wide{.x = flow.x - out, .y = flow.y, .width = flow.width + 2 * out};
        int position = 0;
        for (const ProposedStep* step : steps) {
            const std::string detail = step_detail(session, *step);
            const ListItem item{.title = step->title,
                .detail = detail,
                .icon = Icon::check,
                .pressable = false,
                .wraps = true,
                .position = ++position,
                .set_size = static_cast<int>(steps.size())};
            list_item(ui, wide.take(list_item_height(ui, item, wide.width)), item);
        }
        ui.tree().close();
        flow.y = wide.y + ui.px(8);
    }
    if (all > steps.size()) {
        paragraph(
            ui, flow, session.text("goal_start.later", {all - steps.size()}), Type::small, Colour::muted);
        flow.space(ui.px(12));
    }
    if (start.missing.empty()) return;
    heading(ui, flow.take(ui.line(Type::body)), session.text("goal_start.missing"), 3, Type::body_strong);
    flow.space(ui.px(4));
    for (const std::string& gap :
        std::span(start.missing).first(std::min(start.missing.size(), most_missing))) {
        paragraph(ui, flow, gap);
        flow.space(ui.px(4));
    }
    say(session, flow, "goal_start.missing_text");
}

}  // namespace

void draw_goal_step(Session& session, GoalStart& start, Flow& flow) {
    switch (start.step) {
        case GoalStep::wish: draw_wish(session, start, flow); break;
        case GoalStep::target: draw_target(session, start, flow); break;
        case GoalStep::obstacles: draw_obstacles(session, start, flow); break;
        case GoalStep::plan:
            if (start.chosen == nullptr)
                draw_choice(session, start, flow);
            else
                draw_steps(session, start, flow);
            break;
        case GoalStep::week: draw_week(session, start, flow); break;
    }
}

}  // namespace kith::ui
