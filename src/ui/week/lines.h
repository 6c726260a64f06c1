// What a week holds, as lines: the same on This week, in Today and in the review. A line is a copy of a
// proposal's item with its words; acting upon it is one undo step, and the proposal is made anew after it.
#pragma once

#include <array>
#include <span>
#include <string>
#include <vector>

#include "planning/facts/rules.h"
#include "planning/goals/if_then.h"
#include "planning/week/choosing.h"
#include "planning/week/proposal.h"
#include "planning/week/review.h"
#include "ui/agenda/lines.h"

namespace kith::ui {

class ListCard;

struct WeekLine {
    WeekItem item;
    std::string title;
    std::string why;   // facts, and how long it takes; why it is in the week stands above it and its like
    std::string when;  // the tag
    TagKind when_kind = TagKind::plain;
};

/// What things take, by the person's own numbers.
struct WeekTime {
    std::string_view name;
    SettingName rule;
    int Rules::* minutes;
};
inline constexpr std::array week_times{
    WeekTime{"weekly.time_contact", settings::rules::contact_minutes, &Rules::contact_minutes},
    WeekTime{"weekly.time_favour", settings::rules::favour_minutes, &Rules::favour_minutes},
    WeekTime{"weekly.time_step", settings::rules::step_minutes, &Rules::step_minutes},
};

/// The proposal as of one state of the workspace and one day, in words.
struct WeekState {
    MadeFrom<Moment> made;  // what follows
    WeekProposal proposal;
    LookingBack looking_back;
    LookBack past;                // of this week so far
    std::vector<WeekLine> taken;  // promised, dated, accepted
    std::vector<WeekLine> proposed;
    std::vector<WeekLine> left_over;

    std::string hours, hours_error;  // the fields for the hours and their share
    std::string share, share_error;
    std::array<std::string, week_times.size()> times, time_errors;
    std::uint64_t menu_of = 0;
    bool menu_open = false;
    bool whole = false;  // all that is left over is shown
};

/// Makes the proposal anew when the workspace or the day changed; the agenda must be up to date.
void update_week(Session& session, WeekState& state, const Agenda& agenda);

/// "1 h 30 min", "20 min"
std::string duration_in_words(const Session& session, int minutes);
/// "4", "1:30", as the field for hours has it.
std::string hours_to_edit(int minutes);
/// The words of one item.
WeekLine line_of(const Session& session, const WeekItem& item);
/// The lines of a proposal: those in it by themselves or by a yes, by the reason, and those proposed.
void sort_out(const Session& session, WeekState& state);
std::uint64_t line_key(const WeekItem& item);

/// What the agenda says about it; null for steps that are not on it, and for "if … then" plans.
const AgendaItem* agenda_item_of(const Agenda& agenda, const WeekItem& item);
/// The word on its button: "Write", "Done", "Take up".
std::string_view step_in_a_word(const Session& session, const Agenda& agenda, const WeekItem& item);

// Each returns whether records changed, and says so with a way back. `begin`: the first day of the week it
// was proposed for.
bool take_for_week(Session& session, std::span<const WeekLine> lines, Day begin);
bool move_on(Session& session, const WeekLine& line, Day begin);  // to the week after
bool leave_for_this_week(Session& session, const WeekLine& line, Day begin);
/// The next step: opens what it needs, or says that it is done.
bool go_on_with(Session& session, const Agenda& agenda, const WeekLine& line);
bool tick_off(Session& session, const Agenda& agenda, const WeekLine& line);
/// An "if … then" plan is not taken up this time.
bool let_it_pass(Session& session, const WeekLine& line);
void open_line(Session& session, const WeekLine& line);

/// A row with its tick, step and menu. `proposed`: its button takes it for the week. While the row has the
/// focus A takes it, N moves it to the next week, X leaves it out, D says it is done.
struct WeekRow {
    const WeekLine* line = nullptr;
    Day begin{};
    bool proposed = false;
    bool movable = true;    // its menu has next week and leaving out
    bool reasoned = false;  // a screen reader hears why it is in the week
    int position = 0, set_size = 0;
};

/// Rows of a card. With `captions` each reason for being in the week stands once, above those it holds for.
struct WeekRows {
    std::string_view name;
    std::span<const WeekLine> lines;
    Day begin{};
    bool proposed = false;
    bool movable = true;
    bool captions = false;
    std::size_t shown = ~std::size_t{0};
};
/// Returns whether records changed: then the lines are made anew.
bool draw_week_rows(
    Session& session, WeekState& state, const Agenda& agenda, ListCard& list, const WeekRows& rows);

/// Today, This week, Look back, as tabs below the title, with a button at the end of their line if there is
/// one. Returns whether that was pressed.
bool draw_day_tabs(Session& session, Flow& flow, const Button* beside = nullptr);

}  // namespace kith::ui
