// Everything that is due or worth doing today, each with its reason and one next step.
//
//     Agenda agenda;
//     agenda.update(insight, today, rules_of(insight.workspace()));
//     for (const AgendaItem& item : agenda.items()) …
//
// An update reads only what was touched since the last one, and what that bears upon (an edit to one person
// among 10,000 costs well under a millisecond). A new day, other rules, or a large import read everything.
// What is listed follows from the records alone: the same workspace and day give the same list, however one
// came there. Nothing promised leaves the list by itself: it is done, dropped, or set aside by hand.
#pragma once

#include <boost/unordered/unordered_flat_set.hpp>
#include <optional>
#include <span>
#include <vector>

#include "base/random.h"
#include "planning/facts/cadence.h"
#include "planning/giving/celebrations.h"

namespace kith {

class Insight;

enum class AgendaKind : std::uint8_t {
    promise_mine,    // an Action promised by me, or a commitment of mine in a mentorship
    promise_theirs,  // the same of them, late or without a date for a while
    favour_do,       // I agreed to do it, or was asked and have not answered
    favour_remind,   // asked or agreed, and nothing happened since
    favour_thank,    // done: thank them
    favour_tell,     // thanked: tell what came of it
    follow_up,  // after meeting somebody new, after an event, or what an interaction's "what follows" says
    review_meeting,  // a planned meeting is past: what was said?
    prepare_meeting,
    review_event,
    prepare_event,
    celebrate,
    mentorship_meet,  // by its own rhythm
    mentorship_step,  // asked without an answer, or ended without a good ending
    opportunity,      // its deadline is near, or past without an outcome
    tell_news,        // an achievement that somebody was to hear of
    challenge,        // hard for a while, and nobody turned to lately
    review_project,   // over, and what came of it is not noted
    membership,       // of one's own, which ends
    action,           // any other dated step
    due_contact,      // due or drifting by the rhythm
};

/// The one thing to do next.
enum class NextStep : std::uint8_t {
    get_in_touch,
    write_follow_up,
    do_it,
    ask_about_it,
    answer,
    remind,
    thank,
    tell_outcome,
    congratulate,
    prepare,
    review,
    arrange_meeting,
    end_well,
    share_news,
    open_it,
};
/// The catalogue's key for it: "step.thank" …
std::string_view key_of(NextStep step);
std::string_view key_of(AgendaKind kind);

enum class Urgency : std::uint8_t { late, today, soon, open };  // open: without a day

struct AgendaItem {
    AgendaKind kind = AgendaKind::action;
    RecordId record;    // what it is about: a person, interaction, favour, action, event, opportunity …
    ElementId element;  // of a commitment: which row
    std::vector<RecordId> people;
    std::optional<Day> due;
    Urgency urgency = Urgency::open;
    Message title;
    Facts reasons;
    NextStep step = NextStep::do_it;
    std::optional<Celebration> celebration;  // of those

    bool operator==(const AgendaItem& other) const;
};

class Agenda {
public:
    /// Takes in what was touched since the last call; another day or rule reads everything. O(what the touched
    /// records bear upon), next to nothing when nothing was touched.
    void update(Insight& insight, Day today, const Rules& rules = {});
    /// The same in slices, with the contacts that it rests on. items() are the old ones until it is done; what
    /// is changed meanwhile is for the next update.
    Slices update_in_slices(Insight& insight, Day today, Rules rules);

    /// By day (those without a day last), then kind, then the order of record ids.
    std::span<const AgendaItem> items() const { return items_; }
    /// Those that concern a person.
    std::vector<const AgendaItem*> items_about(RecordId person) const;

private:
    using RecordSet = boost::unordered_flat_set<RecordId, IdHash>;

    std::vector<AgendaItem> items_;
    std::optional<Day> today_;
    Rules rules_;
    std::size_t cursor_ = 0;

    /// `followed`: those of them whose referrers are affected too.
    void find_affected(
        const Workspace& workspace, RecordId touched, RecordSet& affected, RecordSet& followed) const;
};

/// Everything that one record gives rise to, read afresh. The agenda is these for all records.
std::vector<AgendaItem> agenda_items_of(
    const Workspace& workspace, const ContactBook& contacts, RecordId record, Day today, const Rules& rules);

/// The goal that something serves: a step, favour, opportunity or achievement of it; none: zero.
RecordId goal_served(const Workspace& workspace, RecordId record);

}  // namespace kith
