// Today: what was taken for the week, what was promised, whom to follow up with, who is due and why; the
// first goal, celebrations and the rhythm beside it. today.cpp sorts the agenda into cards and says it in
// words, screen.cpp draws. This week and Look back are other views of the same place.
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
    Agenda agenda;
    std::vector<TodayGroup> groups;  // without those that are empty
    std::vector<TodayGoal> goals;
    std::size_t due = 0;            // late or for today
    std::size_t late_promises = 0;  // of mine

    std::uint64_t revision = ~std::uint64_t{0};  // of the workspace, when all of this was made
    Day day{};

    std::vector<SetAsideLine> set_aside;  // hidden items; snoozed people are added when Today is drawn
    std::uint64_t set_aside_revision = ~std::uint64_t{0};
    bool show_set_aside = false;

    Load load;  // made when it is drawn
    std::uint64_t load_revision = ~std::uint64_t{0};

    std::set<std::string> whole;  // titles of cards that are shown to their end
    std::uint64_t menu_of = 0;    // line_key of the line whose menu is open
    bool menu_open = false;
    PutOffDialog put_off_dialog;
    RhythmDialog rhythm;

    std::shared_ptr<WeekState> week;      // made when a screen asks for it
    std::shared_ptr<ReviewState> review;  // the same
    std::uint64_t aside_revision = ~std::uint64_t{0};
    Day aside_day{};
    RecordId last_contact;         // the latest there is a note of
    std::optional<Day> review_of;  // the week that asks for a review
};

/// Brings agenda and cards up to date with the workspace and the day. Next to nothing when nothing changed.
void update_today(Session& session, TodayState& state);

void draw_today(Session& session, TodayState& state, ImRect area);
/// The other views of it, from the same agenda.
void draw_this_week(Session& session, TodayState& state, ImRect area);
void draw_look_back(Session& session, TodayState& state, ImRect area);
/// This week's proposal, made when it is asked for (week.cpp).
const WeekState& week_of_today(Session& session, TodayState& state);
/// What was taken for this week, the "if … then" plans whose moment has come, and the way to This week
/// (week.cpp). Returns whether records changed.
bool draw_week_in_today(Session& session, TodayState& state, Flow& flow);
/// The first goal with what it lacks, the weekly review when it is time for it, and a contact to note
/// (aside.cpp).
void draw_goal_in_today(Session& session, TodayState& state, Flow& flow);
/// Where there is none yet: the first step towards one.
void draw_no_goal_in_today(Session& session, Flow& flow);
void draw_review_in_today(Session& session, TodayState& state, Flow& flow);
void draw_log_in_today(Session& session, TodayState& state, Flow& flow);
/// What was set aside (set_aside.cpp): a line that unfolds. Returns whether records changed.
bool draw_set_aside(Session& session, TodayState& state, Flow& flow);
/// The card of the rhythm (rhythm.cpp), where there is one, and its dialog.
void draw_rhythm(Session& session, TodayState& state, Flow& flow);
void draw_rhythm_dialog(Session& session, TodayState& state);
/// Dialogs that belong to Today; drawn whatever screen is shown.
void draw_today_dialogs(Session& session, TodayState& state);

}  // namespace kith::ui
