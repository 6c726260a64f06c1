#include "planning/messages/profile.h"

#include <algorithm>

#include "model/fields.h"
#include "workspace/names.h"

namespace kith {

namespace {

void add_work(Facts& lines, const Workspace& workspace, RecordId me) {
    const RecordId affiliation = me ? main_affiliation(workspace, me) : RecordId{};
    if (!affiliation) return;
    const std::string role(workspace.text(affiliation, affiliation::role));
    const std::string there =
        record_name(workspace, workspace.reference(affiliation, affiliation::organisation));
    if (!role.empty() && !there.empty())
        lines.push_back({"profile.work", {role, there}});
    else if (!role.empty() || !there.empty())
        lines.push_back({"profile.work_only", {role.empty() ? there : role}});
}

bool is_for(const Workspace& workspace, RecordId achievement, RecordId goal) {
    bool found = false;
    workspace.for_each_element(achievement, achievement::goals,
        [&](const Element& element) { found |= element.value.as_reference() == goal; });
    return found && goal;
}

void add_achievements(Facts& lines, const Workspace& workspace, RecordId goal, std::size_t most) {
    std::vector<RecordId> achievements;
    workspace.for_each(Kind::achievement, [&](RecordId record) { achievements.push_back(record); });
    std::ranges::stable_sort(achievements, std::ranges::greater{}, [&](RecordId record) {
        const auto on = workspace.date(record, achievement::on).earliest();
        return std::pair(is_for(workspace, record, goal), on.value_or(Day::min()));
    });
    if (achievements.size() > most) achievements.resize(most);
    for (const RecordId record : achievements) {
        std::string title(workspace.text(record, achievement::title));
        std::string evidence = short_text(workspace.text(record, achievement::evidence), 160);
        if (evidence.empty())
            lines.push_back({"profile.achievement", {std::move(title)}});
        else
            lines.push_back({"profile.achievement_shown", {std::move(title), std::move(evidence)}});
    }
}

void add_skills(Facts& lines, const Workspace& workspace, RecordId me) {
    std::string skills;
    for (const std::string_view skill : workspace.texts(me, person::skills))
        (skills += skills.empty() ? "" : ", ") += skill;
    if (!skills.empty()) lines.push_back({"profile.skills", {std::move(skills)}});
}

}  // namespace

Facts profile_lines(const Workspace& workspace, RecordId goal, std::size_t most_achievements) {
    Facts lines;
    const RecordId me = self(workspace);
    add_work(lines, workspace, me);
    add_achievements(lines, workspace, goal, most_achievements);
    if (me) add_skills(lines, workspace, me);
    if (!goal) return lines;
    const std::string role(workspace.text(goal, goal::target_role));
    lines.push_back({"profile.goal", {role.empty() ? record_name(workspace, goal) : role}});
    return lines;
}

}  // namespace kith
