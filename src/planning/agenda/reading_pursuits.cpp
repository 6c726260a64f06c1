// What one pursues and goes through: opportunities with a deadline, news to tell, hard situations, projects
// that are over, memberships that end.
#include <algorithm>

#include "model/fields.h"
#include "model/meanings.h"
#include "planning/agenda/reading.h"
#include "planning/pursuits/pipeline.h"
#include "workspace/names.h"

namespace kith::agenda {

namespace {

/// Whether a step noted for the record is open and due by a day: then that stands on the list.
bool step_by(const Reading& reading, Day day) {
    const auto& workspace = reading.workspace;
    return std::ranges::any_of(
        workspace.referrers(reading.record, action::opportunity), [&](RecordId action) {
            const auto due = workspace.date(action, action::due).earliest();
            return due && *due <= day && workspace.date(action, action::done_on).empty() &&
                workspace.date(action, action::dropped_on).empty() &&
                workspace.choice(action, action::promised_by) != action::promised_by::them;
        });
}

std::string_view title_before(StageMark mark) {
    switch (mark) {
        case StageMark::offer: return "agenda.title.opportunity_offer";
        case StageMark::lead: return "agenda.title.opportunity_lead";
        default: return "agenda.title.opportunity_going";
    }
}

}  // namespace

void read_opportunity(const Reading& reading) {
    const auto deadline = reading.day(opportunity::deadline);
    if (!deadline || *deadline > reading.today + reading.rules.soon ||
        reading.today - *deadline > reading.rules.review_window)
        return;
    const StageMark mark = mark_of(reading.workspace, reading.record);
    if (is_closed(mark) || reading.settled_since(AgendaKind::opportunity, *deadline - reading.rules.soon))
        return;
    const bool ahead = *deadline >= reading.today;
    if (ahead && step_by(reading, *deadline)) return;
    const std::string title = record_name(reading.workspace, reading.record);
    AgendaItem& item = reading.add(AgendaKind::opportunity, NextStep::open_it, *deadline,
        {ahead ? title_before(mark) : "agenda.title.opportunity_past", {title}});
    const RecordId organisation = reading.workspace.reference(reading.record, opportunity::organisation);
    if (reading.workspace.live(organisation))
        item.reasons.push_back({"fact.is_at", {record_name(reading.workspace, organisation)}});
    item.reasons.push_back(ahead ? due_fact(*deadline, reading.today) : Message{"fact.deadline_past", {}});
    const RecordId goal = reading.workspace.reference(reading.record, opportunity::goal);
    if (reading.workspace.live(goal))
        item.reasons.push_back({"fact.for_goal", {named(reading.workspace, goal)}});
}

namespace {

/// Who is noted to be told and was not: told within two days, or it is no news any more.
AgendaItem* tell(const Reading& reading, FieldId to_tell, FieldId told_field, std::optional<Day> since) {
    if (!since || *since > reading.today || reading.today - *since > reading.rules.review_window ||
        reading.settled(AgendaKind::tell_news))
        return nullptr;
    std::vector<RecordId> people = reading.people(to_tell);
    const std::vector<RecordId> told = reading.people(told_field);
    std::erase_if(people, [&](RecordId person) { return std::ranges::contains(told, person); });
    if (people.empty()) return nullptr;
    AgendaItem& item =
        reading.add(AgendaKind::tell_news, NextStep::share_news, *since + reading.rules.follow_up,
            {"agenda.title.tell_news",
                {names_of(reading.workspace, people), named(reading.workspace, reading.record)}});
    item.people = std::move(people);
    return &item;
}

}  // namespace

void read_achievement(const Reading& reading) {
    const auto on = reading.day(achievement::on);
    AgendaItem* item = tell(reading, achievement::to_tell, achievement::told, on);
    if (!item) return;
    item->reasons.push_back({"fact.was_on", {reading.today - *on}});
    item->reasons.push_back({"telling.noted", {}});
}

/// A goal has no day of its own to tell of it: the day counts on which the last of them was noted.
void read_goal(const Reading& reading) {
    const auto stage = reading.choice(goal::stage);
    if (!is_pursued(stage)) return;
    const Workspace& workspace = reading.workspace;
    std::optional<Day> noted;
    for (const PastValue& past : workspace.history_of(reading.record, goal::to_tell)) {
        const Day day =
            std::chrono::floor<std::chrono::days>(workspace.transactions()[past.transaction].stamp.wall());
        noted = std::min(std::max(noted.value_or(day), day), reading.today);
    }
    if (AgendaItem* item = tell(reading, goal::to_tell, goal::told, noted))
        item->reasons.push_back({"telling.noted", {}});
}

/// Asked about while it lasts: at first whom to turn to, and again whenever nobody was turned to for a while.
void read_challenge(const Reading& reading) {
    const auto from = reading.day(challenge::from);
    if (!from || *from > reading.today || !reading.workspace.date(reading.record, challenge::to).empty())
        return;
    std::vector<RecordId> people = reading.people(challenge::people);
    std::optional<Contact> last;
    RecordId turned_to;
    for (const RecordId person : people) {
        for (const Contact& contact : reading.contacts.of(person)) {
            if (contact.on < *from || contact.on > reading.today || (last && last->on >= contact.on))
                continue;
            last = contact;
            turned_to = person;
        }
    }
    const Day due = last ? last->on + reading.rules.ask_challenge : *from + reading.rules.follow_up;
    if (due > reading.today + reading.rules.soon || reading.settled_since(AgendaKind::challenge, due)) return;
    const std::string title = record_name(reading.workspace, reading.record);
    AgendaItem& item = reading.add(AgendaKind::challenge, NextStep::open_it, due,
        people.empty() ? Message{"agenda.title.challenge_whom", {title}}
            : last     ? Message{"agenda.title.challenge_now", {title}}
                   : Message{"agenda.title.challenge_talk", {names_of(reading.workspace, people), title}});
    item.reasons.push_back({"fact.hard", {reading.today - *from}});
    if (last && last->on < reading.today)
        item.reasons.push_back(
            {"fact.spoke", {reading.today - last->on, named(reading.workspace, turned_to)}});
    item.people = std::move(people);
}

void read_project(const Reading& reading) {
    const auto to = reading.day(project::to);
    if (!to || *to >= reading.today || reading.today - *to > reading.rules.review_window ||
        !reading.text(project::outcome).empty() || reading.settled(AgendaKind::review_project))
        return;
    AgendaItem& item =
        reading.add(AgendaKind::review_project, NextStep::open_it, *to + reading.rules.follow_up,
            {"agenda.title.review_event", {named(reading.workspace, reading.record)}});
    item.reasons.push_back({"fact.ended", {reading.today - *to}});
    item.reasons.push_back({"fact.no_outcome_noted", {}});
}

/// One's own membership: whether to go on when it ends, and afterwards what it brought.
void read_affiliation(const Reading& reading) {
    const auto& workspace = reading.workspace;
    const auto to = reading.day(affiliation::to);
    if (!to || !workspace.flag(workspace.reference(reading.record, affiliation::person), person::self))
        return;
    if (*to > reading.today + reading.rules.soon || reading.today - *to > reading.rules.review_window ||
        reading.settled(AgendaKind::membership))
        return;
    const RecordId organisation = workspace.reference(reading.record, affiliation::organisation);
    if (!workspace.live(organisation)) return;
    const bool ahead = *to >= reading.today;
    if (!ahead && !reading.text(affiliation::brought).empty()) return;
    AgendaItem& item =
        reading.add(AgendaKind::membership, NextStep::open_it, ahead ? *to : *to + reading.rules.follow_up,
            {ahead ? "agenda.title.membership_ends" : "agenda.title.membership_over",
                {named(workspace, organisation)}});
    item.reasons.push_back(
        ahead ? Message{"fact.ends", {*to - reading.today}} : Message{"fact.ended", {reading.today - *to}});
    if (const auto brought = reading.text(affiliation::brought); !brought.empty())
        item.reasons.push_back({"fact.brought", {short_text(brought)}});
    else
        item.reasons.push_back({"fact.brought_nothing_noted", {}});
}

}  // namespace kith::agenda
