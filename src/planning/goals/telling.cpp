#include "planning/goals/telling.h"

#include <algorithm>

#include "base/enums.h"
#include "model/fields.h"
#include "workspace/names.h"

namespace kith {

namespace {

constexpr EnumArray<NeedKind, std::string_view> helps_keys{{"telling.helps.openings",
    "telling.helps.mentorship", "telling.helps.visibility", "telling.helps.collaboration",
    "telling.helps.support", "telling.helps.insight", "telling.helps.learning"}};

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
    const RoleBook& roles, RecordId achievement, Day today, const Rules& rules, std::size_t most) {
    TellingReader reader(workspace, achievement);
    for (const RecordId person : references(workspace, achievement, achievement::to_tell))
        reader.add(person, {"telling.noted", {}});
    std::vector<GoalCoverage> coverages;
    for (const RecordId goal : references(workspace, achievement, achievement::goals))
        coverages.push_back(cover_goal(workspace, contacts, roles, goal, today, rules));
    for (const GoalCoverage& coverage : coverages) {
        for (const NeedCoverage& need : coverage.needs) {
            for (const Helper& helper : need.helpers) {
                if (helper.gives)
                    reader.add(helper.person, {"telling.helps", {named(workspace, coverage.goal)}});
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
        const bool mentor = workspace.choice(mentorship, mentorship::side) != mentorship::side::mentee;
        if (mentor && workspace.choice(mentorship, mentorship::stage) == mentorship::stage::active)
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
                one.reasons.push_back({helps_keys[need.need], {}});
        }
    }
    return found;
}

namespace {

FieldId told_field(RecordId record) {
    return kind_of(record) == Kind::goal ? goal::told : achievement::told;
}

FieldId to_tell_field(RecordId record) {
    return kind_of(record) == Kind::goal ? goal::to_tell : achievement::to_tell;
}

/// The mark by which the interaction is known as this telling.
std::string telling_key(RecordId record) {
    return "told/" + to_string(record);
}

}  // namespace

void note_told(Draft& draft, RecordId achievement_or_goal, RecordId person) {
    draft.add(achievement_or_goal, told_field(achievement_or_goal), person);
    draft.remove(achievement_or_goal, to_tell_field(achievement_or_goal), element_of(person));
}

RecordId note_told(Draft& draft, RecordId achievement_or_goal, const TellingNote& note, Random& random) {
    note_told(draft, achievement_or_goal, note.person);
    const RecordId made = draft.create(Kind::interaction, random);
    draft.set(made, interaction::on, Value::date(PartialDate{std::chrono::year_month_day{note.on}}));
    draft.set(made, interaction::kind, note.kind);
    draft.set(made, interaction::begun_by, interaction::begun_by::me);
    draft.set_text(made, interaction::summary, note.summary);
    draft.set_text(made, interaction::notes, note.said);
    draft.set_text(made, interaction::source_key, telling_key(achievement_or_goal));
    draft.add(made, interaction::people, note.person);
    if (kind_of(achievement_or_goal) == Kind::goal) draft.add(made, interaction::goals, achievement_or_goal);
    return made;
}

Draft note_telling(RecordId achievement_or_goal, const TellingNote& note, std::string_view name,
    std::string_view title, Random& random) {
    Draft draft({"goal_tell.change", {std::string(name), std::string(title)}});
    note_told(draft, achievement_or_goal, note, random);
    return draft;
}

Draft mean_to_tell(RecordId achievement_or_goal, const Named& person, std::string_view name,
    std::string_view title, Random& random) {
    Draft draft({"change.add_to", {std::string(name), std::string(title)}});
    draft.add(achievement_or_goal, to_tell_field(achievement_or_goal),
        take_in(draft, Kind::person, person, random));
    return draft;
}

Draft forget_telling(const FieldWords& words, RecordId achievement_or_goal, RecordId person) {
    return remove_member(words, achievement_or_goal, told_field(achievement_or_goal), element_of(person));
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
