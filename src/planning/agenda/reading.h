// How each kind of record is read for the agenda. For agenda.cpp and reading_*.cpp only.
#pragma once

#include "planning/agenda/agenda.h"

namespace kith::agenda {

/// What readers share: where to look, and the list that grows.
struct Reading {
    const Workspace& workspace;
    const ContactBook& contacts;
    RecordId record;
    Day today;
    const Rules& rules;
    std::vector<AgendaItem>& items;

    /// Adds an item about the record; the urgency follows from the day.
    AgendaItem& add(AgendaKind kind, NextStep step, std::optional<Day> due, Message title) const;

    /// A day among the record's fields.
    std::optional<Day> day(FieldId field) const { return workspace.date(record, field).earliest(); }
    std::string_view text(FieldId field) const { return workspace.text(record, field); }
    template <typename Names>
    Names choice(ChoiceField<Names> field) const {
        return workspace.choice(record, field);
    }

    /// Whether an Action that came of the record settles items of this kind: it says so, or it says nothing
    /// and the item is a follow-up, which any Action takes further.
    bool settled(AgendaKind kind) const;
    /// Whether one did so on that day or later: what comes round again asks anew.
    bool settled_since(AgendaKind kind, Day from) const;
    /// The live people in one of the record's fields, without oneself.
    std::vector<RecordId> people(FieldId field) const;
};

void read_person(const Reading& reading);
void read_interaction(const Reading& reading);
void read_event(const Reading& reading);
void read_action(const Reading& reading);
void read_favour(const Reading& reading);
void read_mentorship(const Reading& reading);
void read_opportunity(const Reading& reading);
void read_achievement(const Reading& reading);
void read_goal(const Reading& reading);
void read_challenge(const Reading& reading);
void read_project(const Reading& reading);
void read_affiliation(const Reading& reading);

}  // namespace kith::agenda
