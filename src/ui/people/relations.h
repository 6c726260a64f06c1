// What a person is part of: whom they know, what was given and asked, and a timeline of everything in which
// they took part, to be narrowed to one sort of thing.
#pragma once

#include <string_view>

#include "ui/people/person.h"

namespace kith::ui {

/// A heading, with a button that adds to the section; true when that was pressed.
bool person_section(Session& session, const PersonState& state, Flow& flow, std::string_view title,
    std::string_view action = {});

void draw_ties(Session& session, PersonState& state, Flow& flow, RecordId person);
void draw_give_and_ask(Session& session, PersonState& state, Flow& flow, RecordId person);
void draw_timeline(Session& session, PersonState& state, Flow& flow, RecordId person);

}  // namespace kith::ui
