// Today: what was taken for the week, what was promised, whom to follow up with, who is due and why; the
// first goal, celebrations and the rhythm beside it. Here the agenda is sorted into cards and said in
// words; screen.h draws. This week and Look back are other views of the same place.
//
// Cost: the agenda and the cards are made anew when the workspace or the day changed; words only for lines
// that are drawn. A frame in which nothing changed does neither.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "planning/agenda/agenda.h"
#include "planning/goals/plan.h"
#include "planning/people/load.h"
#include "ui/agenda/lines.h"
#include "ui/session/session.h"

namespace kith::ui {

struct WeekState;
struct ReviewState;

/// What a card is about, in the order of the cards.
enum class TodayCard : std::uint8_t {
    promised,
    follow_up,
    give_and_ask,
    goal,
    steps,
    keep_in_touch,
    celebrate
};

struct TodayGroup {
    TodayCard card = TodayCard::steps;
    RecordId goal;  // of TodayCard::goal
    std::string title;
    std::vector<AgendaLine> lines;
};

/// What was set aside, and until when.
struct SetAsideLine {
    const AgendaItem* item = nullptr;  // none: the contact with `person`
    RecordId person;
    std::string title;
    std::string until;
};

/// The goal at the top of the right column.
struct TodayGoal {
    RecordId goal;
    std::string wish;
    PartialDate by;
    Progress progress;
};

/// "Until which day?" for one line.
struct PutOffDialog {
    bool open = false;
    AgendaItem item;
    std::string title;
    std::string day, error;
};

/// Time there is for contacts, and which parts of the proposal not to take.
struct RhythmDialog {
    bool open = false;
    std::string time, error;
    std::set<std::size_t> left_out;
};

struct TodayState {
    std::vector<TodayGroup> groups;  // without those that are empty
    std::vector<TodayGoal> goals;
    std::size_t due = 0;            // late or for today
    std::size_t late_promises = 0;  // of mine

    MadeFrom<Moment> made;  // all of this

    std::vector<SetAsideLine> set_aside;  // hidden items; snoozed people are added when Today is drawn
    bool snoozed_added = false;
    bool show_set_aside = false;

    Kept<Load, Moment> load;  // made when it is drawn

    std::set<std::string> whole;  // titles of cards that are shown to their end
    std::uint64_t menu_of = 0;    // line_key of the line whose menu is open
    bool menu_open = false;
    PutOffDialog put_off_dialog;
    RhythmDialog rhythm;

    std::shared_ptr<WeekState> week;      // made when a screen asks for it
    std::shared_ptr<ReviewState> review;  // the same
    MadeFrom<Moment> aside;               // what follows
    RecordId last_contact;                // the latest there is a note of
    std::optional<Day> review_of;         // the week that asks for a review
};

/// Brings agenda and cards up to date with the workspace and the day. Next to nothing when nothing changed.
void update_today(Session& session, TodayState& state);

}  // namespace kith::ui
