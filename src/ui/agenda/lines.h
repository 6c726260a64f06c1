// What the agenda asks for as a line: its words, and what happens when it is acted upon. Today, the week and
// a person's page show the same lines.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "planning/agenda/agenda.h"
#include "ui/session/session.h"
#include "widgets/widgets.h"

namespace kith::ui {

/// One item, in words once it is drawn.
struct AgendaLine {
    const AgendaItem* item = nullptr;  // in the agenda, until its next update
    bool worded = false;
    std::string title;
    std::string why;
    std::string when;  // the tag
    TagKind when_kind = TagKind::plain;
};

/// Says a line in words, once.
void put_into_words(const Session& session, AgendaLine& line);

/// A number that stays with an item from frame to frame.
std::uint64_t line_key(const AgendaItem& item);

/// Whether a reason says no more than the tag does: when.
bool says_only_when(std::string_view key);

/// The kind of message that does what an agenda item asks for.
DraftKind message_for(NextStep step);

/// The one next step in a word, as its button has it ("Write"); the whole of it is key_of(NextStep).
std::string_view short_step(const Session& session, const AgendaItem& item);

/// Takes the next step of an item: opens what it needs, or says that it is done. Returns whether records
/// changed.
bool take_step(Session& session, const AgendaLine& line);
/// The page of what an item is about; of a membership the organisation's.
void open_item(Session& session, RecordId record);
/// Begins a message to the person of an item; by sending it the item is done.
void write_for(Session& session, const AgendaLine& line);
bool tick_off(Session& session, const AgendaLine& line);
bool put_off_line(Session& session, const AgendaItem& item, std::string_view title, Day until);
bool leave_out(Session& session, const AgendaLine& line);

}  // namespace kith::ui
