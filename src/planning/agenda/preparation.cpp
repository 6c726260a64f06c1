#include "planning/agenda/preparation.h"

#include <algorithm>

#include "base/text.h"
#include "model/fields.h"
#include "model/meanings.h"
#include "planning/giving/celebrations.h"
#include "workspace/names.h"

namespace kith {

namespace {

class Briefing {
public:
    Briefing(const Workspace& workspace, const ContactBook& contacts, RecordId person, Day today)
        : workspace_(workspace), person_(person), today_(today), contacts_(contacts.of(person)) {
        brief_.person = person;
    }

    PersonBrief read(std::size_t most_shared) {
        read_who();
        for (auto contact = contacts_.rbegin(); contact != contacts_.rend(); ++contact) {
            if (contact->on <= today_ && brief_.shared.size() < most_shared)
                brief_.shared.push_back(contact->interaction);
        }
        read_promises();
        read_favours();
        const auto by_day = [](const OpenMatter& matter) { return matter.due.value_or(Day::max()); };
        std::ranges::stable_sort(brief_.mine, {}, by_day);
        std::ranges::stable_sort(brief_.theirs, {}, by_day);
        workspace_.for_each(Kind::goal, [&](RecordId goal) { read_goal(goal); });
        read_questions();
        return std::move(brief_);
    }

private:
    const Workspace& workspace_;
    RecordId person_;
    Day today_;
    std::span<const Contact> contacts_;
    PersonBrief brief_;

    void read_who() {
        const PartialDate on = workspace_.date(person_, person::met_on);
        if (const auto day = on.to_day(); day && *day < today_)
            brief_.who.push_back({"fact.met", {today_ - *day}});
        const RecordId event = workspace_.reference(person_, person::met_at);
        if (event)
            brief_.who.push_back({"fact.at_event", {record_name(workspace_, event)}});
        else if (const auto where = workspace_.text(person_, person::met_where); !where.empty())
            brief_.who.push_back({"fact.at_event", {short_text(where)}});
        if (const RecordId through = workspace_.reference(person_, person::met_through))
            brief_.who.push_back({"prepare.through", {named(workspace_, through)}});
        const ContactSummary summary = summarise(contacts_, today_);
        if (summary.last)
            brief_.who.push_back({"fact.last_contact", {today_ - *summary.last}});
        else
            brief_.who.push_back({"fact.never_in_touch", {}});
        for (const Celebration& one : celebrations_of(workspace_, person_, today_)) {
            if (one.open()) brief_.who.push_back(celebration_title(workspace_, one));
        }
    }

    void read_promises() {
        for (const RecordId action : workspace_.referrers(person_, action::people)) {
            const auto by = workspace_.choice(action, action::promised_by);
            if (by == action::promised_by::none || !workspace_.date(action, action::done_on).empty() ||
                !workspace_.date(action, action::dropped_on).empty())
                continue;
            (by == action::promised_by::me ? brief_.mine : brief_.theirs)
                .push_back({action, {"prepare.matter", {short_text(workspace_.text(action, action::title))}},
                    workspace_.date(action, action::due).earliest()});
        }
    }

    void read_favours() {
        for (const RecordId favour : workspace_.referrers(person_, favour::person)) {
            const bool received = workspace_.choice(favour, favour::direction) != favour::direction::given;
            const auto stage = workspace_.choice(favour, favour::stage);
            const std::string about = short_text(favour_subject(workspace_, favour));
            const auto due = workspace_.date(favour, favour::due).earliest();
            const bool open = is_open(stage);
            if (open)
                (received ? brief_.theirs : brief_.mine)
                    .push_back({favour, {"prepare.favour", {about}}, due});
            else if (received && stage == favour::stage::done)
                brief_.mine.push_back({favour, {"prepare.thanks", {about}}, {}});
            else if (received && stage == favour::stage::thanked)
                brief_.mine.push_back({favour, {"prepare.outcome", {about}}, {}});
        }
    }

    bool has_text(RecordId record, FieldId field, std::string_view wanted) const {
        bool found = false;
        workspace_.for_each_element(record, field,
            [&](const Element& element) { found |= fold(element.value.as_text()) == fold(wanted); });
        return found;
    }

    void read_goal(RecordId goal) {
        const auto stage = workspace_.choice(goal, goal::stage);
        if (!is_pursued(stage)) return;
        GoalHelp help{.goal = goal};
        for (const RecordId affiliation : affiliations_of(workspace_, person_)) {
            const RecordId organisation = workspace_.reference(affiliation, affiliation::organisation);
            if (!organisation || is_past(workspace_, affiliation)) continue;
            workspace_.for_each_element(goal, goal::organisations, [&](const Element& element) {
                if (element.value.as_reference() == organisation)
                    help.reasons.push_back({"prepare.works_at", {named(workspace_, organisation)}});
            });
        }
        const bool inside = !help.reasons.empty();
        if (inside && workspace_.has(person_, person::decides, person::decides::hiring))
            help.reasons.push_back({"prepare.hires", {}});
        workspace_.for_each_element(goal, goal::skills, [&](const Element& skill) {
            if (has_text(person_, person::skills, skill.value.as_text()))
                help.reasons.push_back({"prepare.knows", {skill.value.as_text()}});
        });
        if (const auto industry = workspace_.text(goal, goal::industry);
            !inside && !industry.empty() && has_text(person_, person::industries, industry))
            help.reasons.push_back({"prepare.industry", {industry}});
        if (help.reasons.empty()) return;
        workspace_.for_each_element(goal, goal::told,
            [&](const Element& element) { help.told |= element.value.as_reference() == person_; });
        brief_.goals.push_back(std::move(help));
    }

    void read_questions() {
        Facts& ask = brief_.ask;
        if (!brief_.shared.empty()) {
            const auto about = workspace_.text(brief_.shared.front(), interaction::summary);
            if (!about.empty()) ask.push_back({"prepare.ask_last", {short_text(about)}});
        }
        if (!brief_.theirs.empty())
            ask.push_back({"prepare.ask_promise", brief_.theirs.front().what.arguments});
        workspace_.for_each_element(person_, person::needs, [&](const Element& need) {
            if (ask.size() < 4) ask.push_back({"prepare.ask_need", {short_text(need.value.as_text())}});
        });
        if (!brief_.goals.empty()) {
            const GoalHelp& help = brief_.goals.front();
            ask.push_back({help.told ? "prepare.ask_goal" : "prepare.tell_goal",
                {short_text(workspace_.text(help.goal, goal::wish))}});
        }
        if (workspace_.choice(person_, person::standing) == person::standing::senior)
            ask.push_back({"prepare.ask_whom", {}});
        ask.push_back({"prepare.ask_help", {}});
    }
};

}  // namespace

PersonBrief brief_of(const Workspace& workspace, const ContactBook& contacts, RecordId person, Day today,
    std::size_t most_shared) {
    return Briefing(workspace, contacts, person, today).read(most_shared);
}

std::vector<RecordId> people_to_prepare_for(const Workspace& workspace, RecordId record) {
    std::vector<RecordId> people;
    const FieldId field = kind_of(record) == Kind::event ? event::to_meet : interaction::people;
    workspace.for_each_element(record, field, [&](const Element& element) {
        const RecordId person = element.value.as_reference();
        if (workspace.live(person) && !workspace.flag(person, person::self)) people.push_back(person);
    });
    return people;
}

}  // namespace kith
