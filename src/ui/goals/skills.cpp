#include "ui/goals/skills.h"

#include <algorithm>

#include "model/fields.h"
#include "planning/facts/terms.h"
#include "planning/goals/plan.h"
#include "ui/goals/gaps.h"
#include "ui/goals/need_dialog.h"
#include "ui/records/steps.h"
#include "ui/words/record_words.h"

namespace kith::ui {

namespace {

constexpr std::size_t most_teachers = 3;

bool has_skill(const Workspace& workspace, RecordId person, TermMatcher& matcher) {
    bool found = false;
    for (const FieldId field : {person::skills, person::offers}) {
        workspace.for_each_element(
            person, field, [&](const Element& element) { found |= matcher(element.value.as_text()); });
    }
    return found;
}

std::size_t notes_about(const Workspace& workspace, RecordId goal, TermMatcher& matcher) {
    std::size_t notes = 0;
    for (const RecordId insight : workspace.referrers(goal, insight::goals)) {
        bool about = matcher(workspace.text(insight, insight::what));
        for (const std::string_view topic : workspace.texts(insight, insight::topics))
            about = matcher(topic) || about;
        notes += about ? 1 : 0;
    }
    return notes;
}

Progress steps_about(const Workspace& workspace, RecordId goal, TermMatcher& matcher) {
    Progress progress;
    for (const RecordId action : workspace.referrers(goal, action::goal)) {
        const bool dropped = !workspace.date(action, action::dropped_on).empty();
        if (dropped || !matcher(workspace.text(action, action::title))) continue;
        ++progress.total;
        progress.done += is_done(workspace, action) ? 1 : 0;
    }
    return progress;
}

}  // namespace

std::vector<SkillLine> skills_in_words(const Session& session, const GoalCoverage& coverage) {
    const Workspace& workspace = session.workspace;
    std::vector<SkillLine> lines;
    for (const std::string_view skill : workspace.texts(coverage.goal, goal::skills)) {
        TermMatcher matcher(skill);
        std::vector<RecordId> teachers;
        for (const Helper& helper : coverage.of(NeedKind::learning).helpers) {
            if (teachers.size() < most_teachers && has_skill(workspace, helper.person, matcher))
                teachers.push_back(helper.person);
        }
        const std::size_t notes = notes_about(workspace, coverage.goal, matcher);
        const Progress steps = steps_about(workspace, coverage.goal, matcher);
        SkillLine& line = lines.emplace_back();
        line.skill = skill;
        line.begun = steps.total > 0;
        line.how_far = line.begun ? session.text(progress_fact(steps))
                                  : std::string(session.text("goal_skills.no_step"));
        line.detail =
            joined({teachers.empty() ? std::string(session.text("goal_skills.nobody"))
                                     : session.text("goal_skills.from", {names_of(workspace, teachers)}),
                notes > 0 ? session.text("goal_skills.notes", {notes}) : std::string{}});
        if (!teachers.empty()) line.teacher = teachers.front();
    }
    return lines;
}

void draw_goal_skills(PageDrawing& page, Flow& flow) {
    goal_coverage(page);
    const std::vector<SkillLine> lines = goal_state(page).skills;  // a press changes them
    if (lines.empty()) return;
    Session& session = page.session;
    Ui& ui = session.ui;
    const std::string_view title = session.text("goal_skills.title");
    ListCard list(session, flow, title, lines.size());
    list.begin_rows();
    ui.open_group(Role::list, title);
    int position = 0;
    for (const SkillLine& line : lines) {
        if (position > 0) list.separate();
        const ListItem item{.title = line.skill,
            .detail = line.detail,
            .tag = line.how_far,
            .tag_kind = line.begun ? TagKind::accent : TagKind::plain,
            .action = line.teacher ? session.text("goal_skills.ask") : session.text("goal_gaps.take"),
            .icon = Icon::graduation_cap,
            .pressable = false,
            .position = ++position,
            .set_size = static_cast<int>(lines.size())};
        const float high = list_item_height(ui, item, list.card.flow.width);
        if (!list_item(ui, list.card.flow.take(high), item).action) continue;
        // The one who knows it is asked; without one, looking for somebody goes into the plan.
        if (line.teacher)
            open_need(goal_state(page), line.teacher, NeedKind::learning);
        else
            add_gap_step(session, page.record, {{"gap.learn", {line.skill}}, {}},
                session.text("gap.learn", {line.skill}));
    }
    ui.tree().close();
    list.end();
}

}  // namespace kith::ui
