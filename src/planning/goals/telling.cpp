#include "planning/goals/telling.h"

#include <algorithm>

#include "model/fields.h"
#include "workspace/names.h"

namespace kith {

namespace {

constexpr std::array<std::string_view, need_count> helps_keys = {"telling.helps.openings",
    "telling.helps.mentorship", "telling.helps.visibility", "telling.helps.collaboration",
    "telling.helps.support", "telling.helps.insight", "telling.helps.learning"};

std::vector<RecordId> references(const Workspace& workspace, RecordId record, FieldId field) {
    std::vector<RecordId> found;
    workspace.for_each_element(record, field, [&](const Element& element) {
        if (workspace.live(element.value.as_reference())) found.push_back(element.value.as_reference());
    });
    return found;
}

class TellingReader {
public:
    TellingReader(const Workspace& workspace, RecordId achievement)
        : workspace_(workspace), told_(references(workspace, achievement, achievement::told)) {}

    void add(RecordId person, Message reason) {
        if (std::ranges::contains(told_, person) || workspace_.flag(person, person::self)) return;
        auto at = std::ranges::find(found, person, &PersonToTell::person);
        if (at == found.end()) at = found.insert(found.end(), {person, {}});
        if (!std::ranges::contains(at->reasons, reason)) at->reasons.push_back(std::move(reason));
    }

    std::vector<PersonToTell> found;

private:
    const Workspace& workspace_;
    std::vector<RecordId> told_;
};

}  // namespace

std::vector<PersonToTell> whom_to_tell(const Workspace& workspace, const ContactBook& contacts,
    RecordId achievement, Day today, const Rules& rules, std::size_t most) {
    TellingReader reader(workspace, achievement);
    for (const RecordId person : references(workspace, achievement, achievement::to_tell))
        reader.add(person, {"telling.noted", {}});
    std::vector<GoalCoverage> coverages;
    for (const RecordId goal : references(workspace, achievement, achievement::goals))
        coverages.push_back(cover_goal(workspace, contacts, goal, today, rules));
    for (const GoalCoverage& coverage : coverages) {
        for (const NeedCoverage& need : coverage.needs) {
            for (const Helper& helper : need.helpers) {
                if (helper.gives)
                    reader.add(helper.person, {"telling.helps", {record_name(workspace, coverage.goal)}});
            }
        }
    }
    for (const GoalCoverage& coverage : coverages) {
        for (const Helper& helper : coverage.of(NeedKind::visibility).helpers) {
            for (const Message& evidence : helper.evidence)
                reader.add(helper.person, evidence);
        }
    }
    workspace.for_each(Kind::mentorship, [&](RecordId mentorship) {
        const bool mentor = workspace.text(mentorship, mentorship::side) != "mentee";
        if (mentor && workspace.text(mentorship, mentorship::stage) == "active")
            reader.add(workspace.reference(mentorship, mentorship::person), {"fact.is_your_mentor", {}});
    });
    if (reader.found.size() > most) reader.found.resize(most);
    return std::move(reader.found);
}

std::vector<RecordId> achievements_to_tell(const Workspace& workspace, RecordId goal) {
    std::vector<RecordId> found;
    for (const RecordId achievement : workspace.referrers(goal, achievement::goals)) {
        const auto told = references(workspace, achievement, achievement::told);
        const auto to_tell = references(workspace, achievement, achievement::to_tell);
        const bool open = told.empty() || std::ranges::any_of(to_tell, [&](RecordId person) {
            return !std::ranges::contains(told, person);
        });
        if (open) found.push_back(achievement);
    }
    std::ranges::stable_sort(found, std::ranges::greater{}, [&](RecordId achievement) {
        return workspace.date(achievement, achievement::on).earliest().value_or(Day::min());
    });
    return found;
}

std::vector<PersonToTell> whom_to_tell(const Workspace& workspace, const GoalCoverage& coverage) {
    const auto noted = references(workspace, coverage.goal, goal::to_tell);
    std::vector<PersonToTell> found;
    for (const RecordId person : coverage.to_tell) {
        PersonToTell& one = found.emplace_back(person, Facts{});
        if (std::ranges::contains(noted, person)) one.reasons.push_back({"telling.noted", {}});
        for (const NeedCoverage& need : coverage.needs) {
            const auto helper = std::ranges::find(need.helpers, person, &Helper::person);
            if (helper != need.helpers.end() && helper->gives)
                one.reasons.push_back({helps_keys[static_cast<std::size_t>(need.need)], {}});
        }
    }
    return found;
}

namespace {

FieldId told_field(RecordId record) {
    return kind_of(record) == Kind::goal ? goal::told : achievement::told;
}

/// The mark by which the interaction is known as this telling.
std::string telling_key(RecordId record) {
    return "told/" + to_string(record);
}

}  // namespace

void note_told(Draft& draft, RecordId achievement_or_goal, RecordId person) {
    const bool goal = kind_of(achievement_or_goal) == Kind::goal;
    draft.add(achievement_or_goal, told_field(achievement_or_goal), person);
    draft.remove(achievement_or_goal, goal ? goal::to_tell : achievement::to_tell, element_of(person));
}

RecordId note_told(Draft& draft, RecordId achievement_or_goal, const TellingNote& note, Random& random) {
    note_told(draft, achievement_or_goal, note.person);
    const RecordId made = draft.create(Kind::interaction, random);
    draft.set(made, interaction::on, Value::date(PartialDate{std::chrono::year_month_day{note.on}}));
    draft.set_text(made, interaction::kind, note.kind);
    draft.set_text(made, interaction::begun_by, "me");
    draft.set_text(made, interaction::summary, note.summary);
    draft.set_text(made, interaction::notes, note.said);
    draft.set_text(made, interaction::source_key, telling_key(achievement_or_goal));
    draft.add(made, interaction::people, note.person);
    if (kind_of(achievement_or_goal) == Kind::goal) draft.add(made, interaction::goals, achievement_or_goal);
    return made;
}

std::vector<WasTold> who_was_told(const Workspace& workspace, RecordId achievement_or_goal) {
    const std::string key = telling_key(achievement_or_goal);
    std::vector<WasTold> told;
    for (const RecordId person :
        references(workspace, achievement_or_goal, told_field(achievement_or_goal))) {
        WasTold& one = told.emplace_back(person, PartialDate{}, std::string_view{});
        for (const RecordId interaction : workspace.referrers(person, interaction::people)) {
            if (workspace.text(interaction, interaction::source_key) != key) continue;
            one.on = workspace.date(interaction, interaction::on);
            one.said = workspace.text(interaction, interaction::notes);
        }
    }
    return told;
}

}  // namespace kith
