#include "planning/facts/cadence.h"

#include <algorithm>

#include "model/fields.h"

namespace kith {

namespace {

std::chrono::days circle_default(enum person::circle circle, const Rules& rules) {
    switch (circle) {
        case person::circle::closest_5: return rules.circle_5;
        case person::circle::closest_15: return rules.circle_15;
        case person::circle::closest_50: return rules.circle_50;
        case person::circle::closest_150: return rules.circle_150;
        case person::circle::none:
        case person::circle::beyond:
        case person::circle::unknown: break;
    }
    return std::chrono::days{0};
}

/// "Soon" begins a week ahead, or a quarter of the rhythm if that is less.
std::chrono::days lead_of(std::chrono::days every, const Rules& rules) {
    return std::min(rules.soon, std::chrono::days{(every.count() + 3) / 4});
}

bool well_past(std::chrono::days silence, std::chrono::days measure, const Rules& rules) {
    return static_cast<double>(silence.count()) > static_cast<double>(measure.count()) * rules.well_past;
}

void see_snooze(Cadence& cadence, const Workspace& workspace, RecordId person, Day today) {
    const auto until = workspace.date(person, person::snoozed_until).earliest();
    const auto awaiting = workspace.date(person, person::awaiting_reply).earliest();
    const bool past = until && *until <= today;
    if (awaiting) {
        const bool answered = cadence.contacts.last_answer && *cadence.contacts.last_answer >= *awaiting;
        if (answered || past) return;
        cadence.snoozed = SnoozeKind::until_reply;
    } else if (until && !past) {
        cadence.snoozed = SnoozeKind::until_day;
    }
    cadence.snoozed_until = until;
}

}  // namespace

Rhythm rhythm_of(const Workspace& workspace, RecordId person, const Rules& rules) {
    const auto circle = workspace.choice(person, person::circle);
    const Value own = workspace.get(person, person::cadence_days);
    if (own.empty()) {
        const auto every = circle_default(circle, rules);
        return {every.count() > 0 ? RhythmSource::circle : RhythmSource::none, every, circle};
    }
    if (own.as_integer() <= 0) return {RhythmSource::none_chosen, std::chrono::days{0}, circle};
    constexpr std::int64_t a_century = 36'525;  // so that no number, however large, leaves the calendar
    return {RhythmSource::own, std::chrono::days{std::min(own.as_integer(), a_century)}, circle};
}

Cadence cadence_of(const Workspace& workspace, RecordId person, std::span<const Contact> contacts, Day today,
    const Rules& rules) {
    Cadence cadence;
    cadence.rhythm = rhythm_of(workspace, person, rules);
    cadence.contacts = summarise(contacts, today);
    const std::optional<Day>& last = cadence.contacts.last;
    if (last) {
        const auto& usual = cadence.contacts.usual_gap;
        cadence.well_past_usual = usual && well_past(today - *last, std::max(*usual, days{1}), rules);
        cadence.dormant = today - *last >= rules.dormant;
    }
    if (!cadence.rhythm) return cadence;

    const std::optional<Day> since = last ? last : workspace.date(person, person::met_on).earliest();
    cadence.due = since ? *since + cadence.rhythm.every : today;
    if (*cadence.due > today) {
        const bool near = *cadence.due - today <= lead_of(cadence.rhythm.every, rules);
        cadence.status = near ? CadenceStatus::soon : CadenceStatus::on_track;
    } else {
        const bool drifting =
            last && cadence.well_past_usual && well_past(today - *last, cadence.rhythm.every, rules);
        cadence.status = drifting ? CadenceStatus::drifting : CadenceStatus::due;
    }
    see_snooze(cadence, workspace, person, today);
    return cadence;
}

Cadence cadence_of(const Workspace& workspace, RecordId person, Day today, const Rules& rules) {
    return cadence_of(workspace, person, contacts_of(workspace, person), today, rules);
}

Facts cadence_facts(const Workspace& workspace, const Cadence& cadence, Day today) {
    Facts facts;
    const ContactSummary& contacts = cadence.contacts;
    if (!contacts.last) {
        facts.push_back({"fact.never_in_touch", {}});
    } else {
        facts.push_back({"fact.last_contact", {today - *contacts.last}});
    }
    const std::string about = short_text(workspace.text(contacts.last_interaction, interaction::summary));
    if (!about.empty()) facts.push_back({"fact.last_about", {about}});
    switch (cadence.rhythm.source) {
        case RhythmSource::own: facts.push_back({"fact.own_rhythm", {cadence.rhythm.every}}); break;
        case RhythmSource::circle:
            facts.push_back(
                {"fact.circle_rhythm", {cadence.rhythm.every, person::circle.key(cadence.rhythm.circle)}});
            break;
        case RhythmSource::none_chosen: facts.push_back({"fact.no_rhythm_chosen", {}}); break;
        case RhythmSource::none: break;
    }
    if (contacts.usual_gap)
        facts.push_back({"fact.usual_gap", {*contacts.usual_gap}});
    else if (contacts.last)
        facts.push_back({"fact.usual_gap_unknown", {}});
    if (cadence.status == CadenceStatus::drifting) facts.push_back({"fact.drifting", {}});
    return facts;
}

void snooze_until(Draft& draft, RecordId person, Day day) {
    draft.set(person, person::snoozed_until, Value::date(PartialDate{std::chrono::year_month_day{day}}));
    draft.clear(person, person::awaiting_reply);
}

void snooze_until_reply(Draft& draft, RecordId person, Day today, std::optional<Day> at_latest) {
    draft.set(person, person::awaiting_reply, Value::date(PartialDate{std::chrono::year_month_day{today}}));
    if (at_latest)
        draft.set(
            person, person::snoozed_until, Value::date(PartialDate{std::chrono::year_month_day{*at_latest}}));
    else
        draft.clear(person, person::snoozed_until);
}

void end_snooze(Draft& draft, RecordId person) {
    draft.clear(person, person::snoozed_until);
    draft.clear(person, person::awaiting_reply);
}

}  // namespace kith
