// Today: what was taken for the week, what was promised, whom to follow up with, who is due and why; the
// first goal, celebrations and the rhythm beside it. today.cpp sorts the agenda into cards and says it in
// words, screen_today.cpp draws. This week and Look back are other views of the same place.
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
#include "ui/session.h"

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

/// One item, in words once it is drawn.
struct TodayLine {
    const AgendaItem* item = nullptr;  // in the agenda, until its next update
    bool worded = false;
    std::string title;
    std::string why;
    std::string when;  // the tag
    TagKind when_kind = TagKind::plain;
};

struct TodayGroup {
    TodayCard card = TodayCard::steps;
    RecordId goal;  // of TodayCard::goal
    std::string title;
    std::vector<TodayLine> lines;
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

/// Says a line in words, once.
void put_into_words(const Session& session, TodayLine& line);

/// A number that stays with an item from frame to frame.
std::uint64_t line_key(const AgendaItem& item);

/// A sentence of planning, the ISO dates in it as the locale writes them.
std::string in_words(const Session& session, Message message);

/// Whether a reason says no more than the tag does: when.
bool says_only_when(std::string_view key);

/// A day that is waited for: "tomorrow", "27 November".
std::string awaited_day(const Session& session, Day day);

/// The one next step in a word, as its button has it ("Write"); the whole of it is key_of(NextStep).
std::string_view short_step(const Session& session, const AgendaItem& item);

/// Takes the next step of an item: opens what it needs, or says that it is done. Returns whether records
/// changed.
bool take_step(Session& session, const TodayLine& line);
/// The page of what an item is about; of a membership the organisation's.
void open_item(Session& session, RecordId record);
/// Begins a message to the person of an item; by sending it the item is done.
void write_for(Session& session, const TodayLine& line);
bool tick_off(Session& session, const TodayLine& line);
bool put_off_line(Session& session, const AgendaItem& item, std::string_view title, Day until);
bool leave_out(Session& session, const TodayLine& line);

/// Today, This week or Look back, as the address says.
void draw_today(Session& session, TodayState& state, ImRect area);
/// This week's proposal, made when it is asked for (today_week.cpp).
const WeekState& week_of_today(Session& session, TodayState& state);
/// What was taken for this week, the "if … then" plans whose moment has come, and the way to This week
/// (today_week.cpp). Returns whether records changed.
bool draw_week_in_today(Session& session, TodayState& state, Flow& flow);
/// The first goal with what it lacks, the weekly review when it is time for it, and a contact to note
/// (today_aside.cpp).
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
