// What was promised, asked for and given: actions, favours, mentorships.
#include <algorithm>

#include "model/fields.h"
#include "model/meanings.h"
#include "planning/agenda/reading.h"
#include "workspace/names.h"

namespace kith::agenda {

namespace {

Message since(std::string_view key, Day day, Day today) {
    return {key, {std::max(today - day, std::chrono::days{0})}};
}

void add_origin(const Reading& reading, AgendaItem& item, RecordId came_of) {
    if (!came_of || kind_of(came_of) != Kind::interaction || !reading.workspace.live(came_of)) return;
    if (const auto on = reading.workspace.date(came_of, interaction::on).earliest())
        item.reasons.push_back(since("fact.promised", *on, reading.today));
    const auto summary = reading.workspace.text(came_of, interaction::summary);
    if (!summary.empty()) item.reasons.push_back({"fact.when_you_spoke", {short_text(summary)}});
}

bool waits_for_another(const Reading& reading) {
    bool waits = false;
    reading.workspace.for_each_element(reading.record, action::after, [&](const Element& element) {
        const RecordId before = element.value.as_reference();
        waits |= reading.workspace.live(before) && reading.workspace.date(before, action::done_on).empty() &&
            reading.workspace.date(before, action::dropped_on).empty();
    });
    return waits;
}

bool goal_rests(const Reading& reading) {
    const RecordId goal = reading.workspace.reference(reading.record, action::goal);
    const auto stage = reading.workspace.choice(goal, goal::stage);
    return goal && !is_pursued(stage);
}

/// When they promised, as far as is known: to know when to ask.
std::optional<Day> promised_on(const Reading& reading, RecordId came_of) {
    if (came_of && kind_of(came_of) == Kind::interaction)
        return reading.workspace.date(came_of, interaction::on).earliest();
    return std::nullopt;
}

void read_their_promise(const Reading& reading, std::optional<Day> due, RecordId came_of) {
    if (!due) {
        const auto on = promised_on(reading, came_of);
        const auto noted = std::chrono::floor<days>(reading.workspace.changed_at(reading.record).wall());
        due = on.value_or(noted) + reading.rules.their_promise;
    }
    if (*due >= reading.today) return;  // they still have time
    std::vector<RecordId> people;
    reading.workspace.for_each_element(reading.record, action::people,
        [&](const Element& element) { people.push_back(element.value.as_reference()); });
    AgendaItem& item = reading.add(AgendaKind::promise_theirs, NextStep::ask_about_it, *due,
        {"agenda.title.promise_theirs",
            {names_of(reading.workspace, people), short_text(reading.text(action::title))}});
    item.people = std::move(people);
    if (reading.day(action::due)) item.reasons.push_back(due_fact(*due, reading.today));
    add_origin(reading, item, came_of);
}

/// A favour's next step, if it has one now.
struct FavourStep {
    AgendaKind kind = AgendaKind::favour_remind;
    NextStep step = NextStep::remind;
    Day due;
    Message fact;
};

std::optional<FavourStep> step_of_received(const Reading& reading, enum favour::stage stage) {
    const auto& rules = reading.rules;
    const Day today = reading.today;
    const auto asked_on = reading.day(favour::asked_on);
    const auto due = reading.day(favour::due);
    if (stage == favour::stage::asked || stage == favour::stage::agreed || stage == favour::stage::none) {
        const auto reminded_on = reading.day(favour::reminded_on);
        const Message fact = reminded_on ? since("fact.reminded", *reminded_on, today)
            : asked_on                   ? since("fact.asked", *asked_on, today)
                                         : Message{"fact.asked_sometime", {}};
        const auto since_day = reminded_on ? reminded_on : asked_on;
        const bool agreed = stage == favour::stage::agreed;
        const days patience = agreed && due ? days{0} : agreed ? 2 * rules.remind : rules.remind;
        Day when = since_day ? *since_day + patience : today;
        if (due && (agreed || *due < when))
            when = reminded_on ? std::max(*due, *reminded_on + rules.remind) : *due;
        return FavourStep{AgendaKind::favour_remind, NextStep::remind, when, fact};
    }
    if (stage == favour::stage::offered)
        return FavourStep{AgendaKind::favour_do, NextStep::answer, asked_on.value_or(today) + rules.remind,
            {"fact.they_offered", {}}};
    if (stage == favour::stage::done) {
        const auto done_on = reading.day(favour::done_on);
        return FavourStep{AgendaKind::favour_thank, NextStep::thank, done_on.value_or(today),
            done_on ? since("fact.done", *done_on, today) : Message{"fact.done_sometime", {}}};
    }
    if (stage == favour::stage::thanked) {
        const auto thanked_on = reading.day(favour::thanked_on);
        const bool known = !reading.text(favour::outcome).empty();
        return FavourStep{AgendaKind::favour_tell, NextStep::tell_outcome,
            thanked_on.value_or(today) + (known ? days{0} : rules.tell_outcome),
            thanked_on ? since("fact.thanked", *thanked_on, today) : Message{"fact.thanked_sometime", {}}};
    }
    return std::nullopt;
}

std::optional<FavourStep> step_of_given(const Reading& reading, enum favour::stage stage) {
    const auto& rules = reading.rules;
    const auto asked_on = reading.day(favour::asked_on);
    const auto due = reading.day(favour::due);
    const Message fact =
        asked_on ? since("fact.asked", *asked_on, reading.today) : Message{"fact.asked_sometime", {}};
    const Day from = asked_on.value_or(reading.today);
    if (stage == favour::stage::asked)
        return FavourStep{
            AgendaKind::favour_do, NextStep::answer, due.value_or(from + rules.follow_up), fact};
    if (stage == favour::stage::agreed)
        return FavourStep{
            AgendaKind::favour_do, NextStep::do_it, due.value_or(from + rules.do_promised), fact};
    if (stage == favour::stage::offered)
        return FavourStep{AgendaKind::favour_remind, NextStep::remind, due.value_or(from + rules.do_promised),
            {"fact.you_offered", {}}};
    return std::nullopt;
}

std::string_view favour_title(const FavourStep& step, bool received) {
    switch (step.kind) {
        case AgendaKind::favour_thank: return "agenda.title.favour_thank";
        case AgendaKind::favour_tell: return "agenda.title.favour_tell";
        case AgendaKind::favour_do:
            if (received) return "agenda.title.favour_take_up";
            return step.step == NextStep::answer ? "agenda.title.favour_answer" : "agenda.title.favour_do";
        default: return received ? "agenda.title.favour_remind" : "agenda.title.favour_offered";
    }
}

void read_commitments(const Reading& reading, RecordId person) {
    const auto& workspace = reading.workspace;
    workspace.for_each_element(reading.record, mentorship::commitments, [&](const Element& row) {
        if (!row_part(row.value, mentorship::commitments::done).empty()) return;
        const auto who = action::promised_by.option(row_part(row.value, mentorship::commitments::who));
        const bool mine = who != action::promised_by::them;
        const std::string what = short_text(row_part(row.value, mentorship::commitments::what));
        const auto date = parse_iso_date(row_part(row.value, mentorship::commitments::due));
        const auto due = date ? date->earliest() : std::nullopt;
        if (what.empty() || (!mine && (!due || *due >= reading.today))) return;
        if (due && *due > reading.today + reading.rules.soon) return;
        const Argument name = named(workspace, person);
        AgendaItem& item = mine ? reading.add(AgendaKind::promise_mine, NextStep::do_it, due,
                                      {"agenda.title.promise_mine", {what}})
                                : reading.add(AgendaKind::promise_theirs, NextStep::ask_about_it, due,
                                      {"agenda.title.promise_theirs", {name, what}});
        item.element = row.id;
        item.people = {person};
        if (due) item.reasons.push_back(due_fact(*due, reading.today));
        item.reasons.push_back({"fact.mentorship_commitment", {name}});
    });
}

/// The last day on which its meeting was set aside: counts as a meeting for its rhythm.
std::optional<Day> meeting_settled(const Reading& reading) {
    std::optional<Day> latest;
    for (const RecordId action : reading.workspace.referrers(reading.record, action::came_of)) {
        if (reading.workspace.text(action, action::settles) != key_of(AgendaKind::mentorship_meet)) continue;
        for (const FieldId field : {action::done_on, action::dropped_on}) {
            const auto day = reading.workspace.date(action, field).earliest();
            if (day && (!latest || *day > *latest)) latest = day;
        }
    }
    return latest;
}

void read_mentorship_rhythm(const Reading& reading, RecordId person) {
    const auto every = reading.workspace.integer(reading.record, mentorship::cadence_days);
    if (every <= 0 || every > 36'525) return;
    const auto last = summarise(reading.contacts.of(person), reading.today).last;
    const auto settled = meeting_settled(reading);
    auto from = reading.day(mentorship::from);
    for (const auto& day : {last, settled}) {
        if (day && (!from || *day > *from)) from = day;
    }
    const Day due = from ? *from + days{every} : reading.today;
    if (due > reading.today + reading.rules.soon) return;
    const auto meetings = reading.workspace.referrers(person, interaction::people);
    if (std::ranges::any_of(meetings, [&](RecordId meeting) {
            const auto on = reading.workspace.date(meeting, interaction::on).earliest();
            return reading.workspace.flag(meeting, interaction::planned) && on && *on >= reading.today;
        }))
        return;
    AgendaItem& item = reading.add(AgendaKind::mentorship_meet, NextStep::arrange_meeting, due,
        {"agenda.title.mentorship_meet", {named(reading.workspace, person)}});
    item.people = {person};
    if (last) item.reasons.push_back(since("fact.last_met", *last, reading.today));
    item.reasons.push_back({"fact.mentorship_rhythm", {every}});
}

}  // namespace

void read_action(const Reading& reading) {
    if (reading.day(action::done_on) || reading.day(action::dropped_on)) return;
    const auto by = reading.choice(action::promised_by);
    const auto due = reading.day(action::due);
    const RecordId came_of = reading.workspace.reference(reading.record, action::came_of);
    if (by == action::promised_by::them) return read_their_promise(reading, due, came_of);
    if (due && *due > reading.today + reading.rules.soon) return;
    const bool mine = by == action::promised_by::me;
    if (!mine && (!due || waits_for_another(reading) || goal_rests(reading))) return;
    AgendaItem& item = reading.add(mine ? AgendaKind::promise_mine : AgendaKind::action, NextStep::do_it, due,
        {mine ? "agenda.title.promise_mine" : "agenda.title.action",
            {short_text(reading.text(action::title))}});
    reading.workspace.for_each_element(reading.record, action::people,
        [&](const Element& element) { item.people.push_back(element.value.as_reference()); });
    if (due) item.reasons.push_back(due_fact(*due, reading.today));
    if (mine && !item.people.empty())
        item.reasons.push_back({"fact.promised_to", {names_of(reading.workspace, item.people)}});
    add_origin(reading, item, came_of);
    if (const RecordId goal = reading.workspace.reference(reading.record, action::goal))
        item.reasons.push_back({"fact.for_goal", {named(reading.workspace, goal)}});
}

void read_favour(const Reading& reading) {
    const bool received = reading.choice(favour::direction) != favour::direction::given;
    const auto stage = reading.choice(favour::stage);
    const auto step = received ? step_of_received(reading, stage) : step_of_given(reading, stage);
    if (!step || step->due > reading.today + reading.rules.soon || reading.settled(step->kind)) return;
    // Reminding ahead of the day is a nuisance; everything else may be done early.
    if (step->kind == AgendaKind::favour_remind && step->due > reading.today) return;
    const RecordId person = reading.workspace.reference(reading.record, favour::person);
    const std::string about = short_text(favour_subject(reading.workspace, reading.record));
    AgendaItem& item = reading.add(step->kind, step->step, step->due,
        {favour_title(*step, received), {named(reading.workspace, person), about}});
    item.people = {person};
    item.reasons.push_back(step->fact);
    if (const auto due = reading.day(favour::due);
        due && step->kind != AgendaKind::favour_thank && step->kind != AgendaKind::favour_tell)
        item.reasons.push_back(due_fact(*due, reading.today));
    if (const auto outcome = reading.text(favour::outcome);
        step->kind == AgendaKind::favour_tell && !outcome.empty())
        item.reasons.push_back({"fact.outcome", {short_text(outcome)}});
}

void read_mentorship(const Reading& reading) {
    const auto stage = reading.choice(mentorship::stage);
    const RecordId person = reading.workspace.reference(reading.record, mentorship::person);
    if (!person || stage == mentorship::stage::declined) return;
    const Argument name = named(reading.workspace, person);
    if (stage == mentorship::stage::active || stage == mentorship::stage::none) {
        read_commitments(reading, person);
        read_mentorship_rhythm(reading, person);
        return;
    }
    if (reading.settled(AgendaKind::mentorship_step)) return;
    const bool unanswered = stage == mentorship::stage::asked;
    const bool unfinished = stage == mentorship::stage::ended && reading.text(mentorship::ending).empty();
    if (!unanswered && !unfinished) return;
    const auto from = reading.day(unanswered ? mentorship::from : mentorship::to);
    const Day due = from.value_or(reading.today) + (unanswered && from ? reading.rules.remind : days{0});
    if (due > reading.today) return;
    AgendaItem& item = unanswered ? reading.add(AgendaKind::mentorship_step, NextStep::remind, due,
                                        {"agenda.title.mentorship_asked", {name}})
                                  : reading.add(AgendaKind::mentorship_step, NextStep::end_well, due,
                                        {"agenda.title.mentorship_end", {name}});
    item.people = {person};
    if (from)
        item.reasons.push_back(unanswered ? since("fact.asked", *from, reading.today)
                                          : since("fact.ended", *from, reading.today));
}

}  // namespace kith::agenda
