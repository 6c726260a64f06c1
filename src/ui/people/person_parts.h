// The sections of a person's page that show what they are part of (relations.cpp).
#pragma once

#include "ui/people/person.h"

namespace kith::ui {

/// A heading, with a button that adds to the section; true when that was pressed.
bool person_section(Session& session, const PersonState& state, Flow& flow, std::string_view title,
    std::string_view action = {});

/// What is due with them and why, each with its step; and how often one is in touch (next.cpp).
void draw_what_is_next(Session& session, const PersonState& state, Flow& flow, RecordId person);
void draw_ties(Session& session, PersonState& state, Flow& flow, RecordId person);
void draw_give_and_ask(Session& session, PersonState& state, Flow& flow, RecordId person);
void draw_timeline(Session& session, PersonState& state, Flow& flow, RecordId person);

}  // namespace kith::ui
