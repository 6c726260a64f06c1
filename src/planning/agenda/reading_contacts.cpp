// What people, interactions and events ask for: contact, celebration, follow-up, preparation and review.
#include <algorithm>

#include "model/fields.h"
#include "model/meanings.h"
#include "planning/agenda/reading.h"
#include "workspace/names.h"

namespace kith::agenda {

namespace {

/// Whether there was contact after a meeting: on a later day, or in writing on the same one.
bool in_touch_since(std::span<const Contact> contacts, Day on, RecordId meeting, Day today) {
    return std::ranges::any_of(contacts, [&](const Contact& contact) {
        if (contact.on > today || contact.interaction == meeting) return false;
        return contact.on > on || (contact.on == on && !contact.in_person);
    });
}

bool meeting_planned(const Reading& reading) {
    constexpr days near{14};
    const auto& workspace = reading.workspace;
    return std::ranges::any_of(
        workspace.referrers(reading.record, interaction::people), [&](RecordId interaction) {
            if (!workspace.flag(interaction, interaction::planned)) return false;
            const auto on = workspace.date(interaction, interaction::on).earliest();
            return on && *on >= reading.today && *on <= reading.today + near;
        });
}

void read_due_contact(const Reading& reading) {
    const Cadence cadence = cadence_of(
        reading.workspace, reading.record, reading.contacts.of(reading.record), reading.today, reading.rules);
    if (cadence.status < CadenceStatus::soon || cadence.snoozed != SnoozeKind::none) return;
    if (meeting_planned(reading)) return;
    AgendaItem& item = reading.add(AgendaKind::due_contact, NextStep::get_in_touch, cadence.due,
        {"agenda.title.due_contact", {named(reading.workspace, reading.record)}});
    item.people = {reading.record};
    item.reasons = cadence_facts(reading.workspace, cadence, reading.today);
}

/// Somebody new of whom only the day of meeting is known (added at an event in a few keystrokes).
void read_new_person(const Reading& reading) {
    const auto met = reading.day(person::met_on);
    if (!met || *met > reading.today || reading.today - *met > reading.rules.follow_up_window) return;
    if (!reading.workspace.date(reading.record, person::met_on).complete()) return;
    const auto contacts = reading.contacts.of(reading.record);
    if (std::ranges::any_of(contacts, [&](const Contact& contact) { return contact.on >= *met; })) return;
    if (reading.settled(AgendaKind::follow_up)) return;
    AgendaItem& item =
        reading.add(AgendaKind::follow_up, NextStep::write_follow_up, *met + reading.rules.follow_up,
            {"agenda.title.follow_up", {named(reading.workspace, reading.record)}});
    item.people = {reading.record};
    item.reasons.push_back({"fact.met", {reading.today - *met}});
    const RecordId event = reading.workspace.reference(reading.record, person::met_at);
    if (event) item.reasons.push_back({"fact.at_event", {named(reading.workspace, event)}});
}

void read_celebrations(const Reading& reading) {
    const CelebrationSpan span{.ahead = reading.rules.soon, .belated = reading.rules.soon};
    for (Celebration& celebration : celebrations_of(reading.workspace, reading.record, reading.today, span)) {
        if (!celebration.open()) continue;
        AgendaItem& item = reading.add(AgendaKind::celebrate, NextStep::congratulate, celebration.on,
            celebration_title(reading.workspace, celebration));
        item.people = {reading.record};
        item.reasons = celebration_facts(reading.workspace, celebration, reading.today);
        item.celebration = std::move(celebration);
    }
}

/// The fields of an interaction, read in one pass: most are old and ask for nothing.
struct Meeting {
    std::optional<Day> on;
    bool planned = false;
    bool reviewed = false;
    enum interaction::kind kind = interaction::kind::none;
    std::string_view summary;
    std::string_view follow_up;
    RecordId event;
    std::vector<RecordId> people;
};

Meeting read_meeting(const Reading& reading) {
    Meeting meeting;
    reading.workspace.for_each_value(reading.record, [&](FieldId field, const Element& element) {
        if (field == interaction::on)
            meeting.on = element.value.as_date().earliest();
        else if (field == interaction::planned)
            meeting.planned = element.value.as_boolean();
        else if (field == interaction::reviewed)
            meeting.reviewed = element.value.as_boolean();
        else if (field == interaction::kind)
            meeting.kind = interaction::kind.option(element.value);
        else if (field == interaction::summary)
            meeting.summary = element.value.as_text();
        else if (field == interaction::follow_up)
            meeting.follow_up = element.value.as_text();
        else if (field == interaction::event)
            meeting.event = element.value.as_reference();
        else if (field == interaction::people)
            meeting.people.push_back(element.value.as_reference());
    });
    return meeting;
}

void keep_others(const Workspace& workspace, std::vector<RecordId>& people) {
    std::erase_if(people,
        [&](RecordId person) { return !workspace.live(person) || workspace.flag(person, person::self); });
}

void read_planned(const Reading& reading, Meeting& meeting) {
    const Day on = *meeting.on;
    keep_others(reading.workspace, meeting.people);
    const std::vector<Argument> names = names_of(reading.workspace, meeting.people);
    const bool ahead = on >= reading.today;
    if (ahead &&
        (on - reading.today > reading.rules.prepare_meeting || reading.settled(AgendaKind::prepare_meeting)))
        return;
    if (!ahead && (meeting.reviewed || reading.today - on > reading.rules.review_window)) return;
    AgendaItem& item = ahead ? reading.add(AgendaKind::prepare_meeting, NextStep::prepare, on,
                                   {"agenda.title.prepare_meeting", {names}})
                             : reading.add(AgendaKind::review_meeting, NextStep::review, on + days{1},
                                   {"agenda.title.review_meeting", {names}});
    item.people = meeting.people;
    if (ahead)
        item.reasons.push_back({"fact.planned", {on - reading.today}});
    else
        item.reasons.push_back({"fact.was_on", {reading.today - on}});
    if (!meeting.summary.empty()) item.reasons.push_back({"fact.about", {short_text(meeting.summary)}});
}

/// Whether a first meeting: no contact before it, and not known from before – as who was imported, or has a
/// place in a circle, is.
bool is_new(const Reading& reading, RecordId person, Day on) {
    const auto& workspace = reading.workspace;
    const auto contacts = reading.contacts.of(person);
    if (!contacts.empty() && contacts.front().on < on) return false;
    if (const auto met = workspace.date(person, person::met_on).earliest()) return on - *met <= days{7};
    const auto circle = workspace.choice(person, person::circle);
    return (circle == person::circle::none || circle == person::circle::beyond) &&
        !workspace.flag(person, person::kin) && workspace.texts(person, person::sources).empty();
}

void read_past(const Reading& reading, Meeting& meeting) {
    const Day on = *meeting.on;
    const bool written = is_written(meeting.kind);
    const bool noted = !meeting.follow_up.empty();
    const bool fresh = !written && reading.today - on <= reading.rules.follow_up_window;
    if (!noted && !fresh) return;
    const bool event = meeting.kind == interaction::kind::event || meeting.event;
    keep_others(reading.workspace, meeting.people);
    std::vector<RecordId> new_people;
    std::vector<RecordId> open;  // to be written to because of the meeting itself
    for (const RecordId person : meeting.people) {
        if (!fresh) break;
        const bool is_new_to_me = is_new(reading, person, on);
        if (is_new_to_me) new_people.push_back(person);
        if ((event || is_new_to_me) &&
            !in_touch_since(reading.contacts.of(person), on, reading.record, reading.today))
            open.push_back(person);
    }
    if (!noted && open.empty()) return;
    if (reading.settled(AgendaKind::follow_up)) return;
    const auto& people = noted ? meeting.people : open;
    AgendaItem& item =
        reading.add(AgendaKind::follow_up, NextStep::write_follow_up, on + reading.rules.follow_up,
            noted ? Message{"agenda.title.what_follows", {short_text(meeting.follow_up)}}
                  : Message{"agenda.title.follow_up", {names_of(reading.workspace, people)}});
    item.people = people;
    if (noted) item.reasons.push_back({"fact.with", {names_of(reading.workspace, people)}});
    item.reasons.push_back({"fact.was_on", {reading.today - on}});
    if (!meeting.summary.empty()) item.reasons.push_back({"fact.about", {short_text(meeting.summary)}});
    if (!new_people.empty())
        item.reasons.push_back({"fact.new_to_you", {names_of(reading.workspace, new_people)}});
}

void read_event_ahead(const Reading& reading, Day from) {
    if (from - reading.today > reading.rules.prepare_event || reading.settled(AgendaKind::prepare_event))
        return;
    AgendaItem& item = reading.add(AgendaKind::prepare_event, NextStep::prepare, from,
        {"agenda.title.prepare_event", {named(reading.workspace, reading.record)}});
    item.reasons.push_back({"fact.planned", {from - reading.today}});
    if (reading.choice(event::going) == event::going::considering)
        item.reasons.push_back({"fact.not_decided_to_go", {}});
    reading.workspace.for_each_element(reading.record, event::to_meet,
        [&](const Element& element) { item.people.push_back(element.value.as_reference()); });
    if (item.people.empty())
        item.reasons.push_back({"fact.nobody_to_meet", {}});
    else
        item.reasons.push_back({"fact.to_meet", {names_of(reading.workspace, item.people)}});
    if (const auto preparation = reading.text(event::preparation); !preparation.empty())
        item.reasons.push_back({"fact.to_prepare", {short_text(preparation)}});
}

void read_event_past(const Reading& reading, Day end) {
    const auto& workspace = reading.workspace;
    const Argument name = named(workspace, reading.record);
    const auto past = reading.today - end;
    const bool unreviewed =
        reading.text(event::outcome).empty() && reading.choice(event::worth) == event::worth::none;
    if (unreviewed && past <= reading.rules.review_window && !reading.settled(AgendaKind::review_event)) {
        AgendaItem& item = reading.add(AgendaKind::review_event, NextStep::review,
            end + reading.rules.follow_up, {"agenda.title.review_event", {name}});
        item.reasons.push_back({"fact.was_on", {past}});
        item.reasons.push_back({"fact.no_outcome_noted", {}});
    }
    const std::string_view noted = reading.text(event::follow_up);
    if ((noted.empty() && past > reading.rules.follow_up_window) || reading.settled(AgendaKind::follow_up))
        return;
    std::vector<RecordId> open;
    workspace.for_each_element(reading.record, event::people, [&](const Element& element) {
        const RecordId person = element.value.as_reference();
        // An interaction on a day of the event asks for its own follow-up.
        const auto contacts = reading.contacts.of(person);
        const auto begin = reading.day(event::from).value_or(end);
        if (past > reading.rules.follow_up_window ||
            std::ranges::any_of(contacts, [&](const Contact& contact) { return contact.on >= begin; }))
            return;
        open.push_back(person);
    });
    keep_others(workspace, open);
    if (noted.empty() && open.empty()) return;
    AgendaItem& item =
        reading.add(AgendaKind::follow_up, NextStep::write_follow_up, end + reading.rules.follow_up,
            noted.empty() ? Message{"agenda.title.follow_up", {names_of(workspace, open)}}
                          : Message{"agenda.title.what_follows", {short_text(noted)}});
    item.reasons.push_back({"fact.at_event", {name}});
    item.reasons.push_back({"fact.was_on", {past}});
    if (!noted.empty() && !open.empty())
        item.reasons.push_back({"fact.not_written_to", {names_of(workspace, open)}});
    item.people = std::move(open);
}

}  // namespace

void read_person(const Reading& reading) {
    if (reading.workspace.flag(reading.record, person::self)) return;
    read_due_contact(reading);
    read_new_person(reading);
    read_celebrations(reading);
}

void read_interaction(const Reading& reading) {
    Meeting meeting = read_meeting(reading);
    if (!meeting.on) return;
    if (meeting.planned)
        read_planned(reading, meeting);
    else if (*meeting.on <= reading.today)
        read_past(reading, meeting);
}

void read_event(const Reading& reading) {
    const auto going = reading.choice(event::going);
    const auto from = reading.day(event::from);
    if (!from || going == event::going::missed) return;
    const Day end = std::max(*from, reading.day(event::to).value_or(*from));
    if (*from >= reading.today)
        read_event_ahead(reading, *from);
    else if (end < reading.today && going != event::going::considering)
        read_event_past(reading, end);
}

}  // namespace kith::agenda
