// This week's proposal: given the hours a person has, what to do, and why each thing.
//
// The rule, in order:
//   1. What must be done is in, whatever the hours: promises and agreed favours due by the end of the week,
//      dated steps due by then, meetings to prepare, and what was accepted for this week. If that is more
//      than the hours, the proposal says so and adds nothing.
//   2. What asks something of a person stands back if a must already asks them this week, if an earlier thing
//      of the list does, or if they were asked within Rules::asked_recently. Keeping in touch stands back
//      where something else in the list turns to the same person anyway.
//   3. The rest is chosen as choice.h says: first what would be too late next week (thanks, outcomes to
//      tell, follow-ups, "if … then" plans whose "if" has come, what slipped from an earlier week); then the
//      shares; then as much as fits, earlier things first.
//   4. The shares: of the hours, Rules::touch_share percent are for keeping in touch and giving, the rest for
//      the active goals by priority – the first of n goals has n parts, the last has one. What must be done
//      counts towards its share, and so does what was done this week already (minutes_done in review.h):
//      ticking things off brings no new ones beyond the hours.
// The same records, day and hours always give the same proposal. How long things take is what the step says,
// else the person's own number for a contact, a favour or a step, else a soft default by kind.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "planning/agenda/agenda.h"

namespace kith {

enum class WeekReason : std::uint8_t {
    promised,  // somebody counts on it this week
    dated,     // it has a day this week
    accepted,  // you took it for this week
    pressing,  // it would be too late next week
    share,     // its goal's share, or keeping in touch
};
/// The catalogue's key: "week.why.promised" …
std::string_view key_of(WeekReason reason);

struct WeekItem {
    std::optional<AgendaKind> kind;  // none: a step of a plan, or an "if … then" plan to take up
    RecordId record;                 // as in AgendaItem; of steps: the Action; of "if … then" plans: the goal
    ElementId element;               // of commitments and "if … then" plans: which row
    std::vector<RecordId> people;
    RecordId goal;
    std::optional<Day> due;
    int minutes = 0;
    Message title;
    Facts reasons;
    NextStep step = NextStep::do_it;
    WeekReason why = WeekReason::share;
    bool accepted = false;
};

struct WeekShare {
    RecordId goal;    // none: keeping in touch and giving
    int minutes = 0;  // meant for it
    int taken = 0;    // by what the proposal has for it
    int done = 0;     // this week already
};

struct WeekProposal {
    Day begin;  // its first day
    int minutes = 0;
    int taken = 0;
    int done = 0;
    std::vector<WeekItem> items;      // musts, then pressing ones, then the rest, each by day
    std::vector<WeekItem> left_over;  // could be done too, in the order of the list; at most 50
    std::vector<WeekShare> shares;
    Facts notes;  // too much is promised; nothing is due

    bool too_much() const { return taken > 0 && taken + done > minutes; }
};

/// The first day of the week that a day is in.
Day week_begin(Day day, std::chrono::weekday first = std::chrono::Monday);

/// The minutes that a person means by "4", "1.5", "1,5", "1:30", "2 h", "90 min". Nothing if it is no time,
/// or more than 100 hours.
std::optional<int> minutes_from_hours(std::string_view text);

/// `done`: minutes by share that went into this week already. O(agenda + actions + what choice.h says).
WeekProposal propose_week(const Workspace& workspace, const Agenda& agenda, Day today, int minutes,
    const Rules& rules = {}, std::chrono::weekday first = std::chrono::Monday,
    std::span<const WeekShare> done = {});

/// Accepts an item for the week it was proposed for; moves it to another week; leaves it out of this one. A
/// step remembers that itself; anything else gets an Action that is a mark (`is_week_mark`) and appears in no
/// plan. One undo step each. To have done with an item for good: mark_done and set_aside of agenda.h.
void accept_for_week(
    Draft& draft, const Workspace& workspace, const WeekItem& item, Day begin, Random& random);
void move_to_week(Draft& draft, const Workspace& workspace, const WeekItem& item, Day begin, Random& random);
void leave_out_of_week(
    Draft& draft, const Workspace& workspace, const WeekItem& item, Day begin, Day today, Random& random);

bool is_week_mark(const Workspace& workspace, RecordId action);

}  // namespace kith
