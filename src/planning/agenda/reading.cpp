// What the readers of the agenda share, and which reader each kind of record has.
#include "planning/agenda/reading.h"

#include <algorithm>

#include "model/fields.h"

namespace kith::agenda {

namespace {

/// The latest day on which an Action settled items of this kind, if one did; without a day: the first there
/// is.
std::optional<Day> last_settled(const Reading& reading, AgendaKind kind) {
    std::optional<Day> latest;
    for (const RecordId action : reading.workspace.referrers(reading.record, action::came_of)) {
        const std::string_view settles = reading.workspace.text(action, action::settles);
        if (settles != key_of(kind) && !(settles.empty() && kind == AgendaKind::follow_up)) continue;
        auto day = reading.workspace.date(action, action::done_on).earliest();
        if (!day) day = reading.workspace.date(action, action::dropped_on).earliest();
        latest = std::max(latest.value_or(Day::min()), day.value_or(Day::min()));
    }
    return latest;
}

}  // namespace

AgendaItem& Reading::add(AgendaKind kind, NextStep step, std::optional<Day> due, Message title) const {
    Urgency urgency = Urgency::open;
    if (due) urgency = *due < today ? Urgency::late : *due == today ? Urgency::today : Urgency::soon;
    return items.emplace_back(AgendaItem{.kind = kind,
        .record = record,
        .due = due,
        .urgency = urgency,
        .title = std::move(title),
        .step = step});
}

bool Reading::settled(AgendaKind kind) const {
    return last_settled(*this, kind).has_value();
}

bool Reading::settled_since(AgendaKind kind, Day from) const {
    const auto on = last_settled(*this, kind);
    return on && *on >= from;
}

std::vector<RecordId> Reading::people(FieldId field) const {
    std::vector<RecordId> found;
    workspace.for_each_element(record, field, [&](const Element& element) {
        const RecordId person = element.value.as_reference();
        if (workspace.live(person) && !workspace.flag(person, person::self)) found.push_back(person);
    });
    return found;
}

}  // namespace kith::agenda

namespace kith {

std::vector<AgendaItem> agenda_items_of(
    const Workspace& workspace, const ContactBook& contacts, RecordId record, Day today, const Rules& rules) {
    std::vector<AgendaItem> items;
    if (!workspace.live(record)) return items;
    const agenda::Reading reading{workspace, contacts, record, today, rules, items};
    switch (kind_of(record)) {
        case Kind::person: agenda::read_person(reading); break;
        case Kind::interaction: agenda::read_interaction(reading); break;
        case Kind::event: agenda::read_event(reading); break;
        case Kind::action: agenda::read_action(reading); break;
        case Kind::favour: agenda::read_favour(reading); break;
        case Kind::mentorship: agenda::read_mentorship(reading); break;
        case Kind::opportunity: agenda::read_opportunity(reading); break;
        case Kind::achievement: agenda::read_achievement(reading); break;
        case Kind::goal: agenda::read_goal(reading); break;
        case Kind::challenge: agenda::read_challenge(reading); break;
        case Kind::project: agenda::read_project(reading); break;
        case Kind::affiliation: agenda::read_affiliation(reading); break;
        default: break;
    }
    return items;
}

}  // namespace kith
