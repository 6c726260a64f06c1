// Favours on their way: from asked or offered to agreed, done, thanked and told, or declined; whose turn it is,
// and what one means to do about them.
#pragma once

#include <span>
#include <string_view>

#include "base/random.h"
#include "model/fields.h"
#include "workspace/workspace.h"

namespace kith {

bool is_given(const Workspace& workspace, RecordId favour);
/// Asked, offered or agreed: somebody still has something to do before it is done.
bool is_open_favour(const Workspace& workspace, RecordId favour);
/// Received and done, but not thanked for, or thanked without the outcome told.
bool owes_thanks(const Workspace& workspace, RecordId favour);
/// It is the person's own turn: to answer, to do, to thank, to tell; not theirs.
bool waits_on_me(const Workspace& workspace, RecordId favour);

/// One step of the way, and what one presses to take it.
struct FavourStep {
    enum favour::direction direction = favour::direction::none;
    enum favour::stage from = favour::stage::none;
    enum favour::stage to = favour::stage::none;
    FieldId dated;         // set to the day it is taken; zero: none
    std::string_view key;  // catalogue: the button
};
/// The next step of a favour; null when there is none. What was given is over when it is done: thanks and
/// outcome are for the other side to tell.
const FavourStep* next_step_of(const Workspace& workspace, RecordId favour);
/// The stages that favours of a direction go through, "asked" first. Those offered begin at "offered"
/// instead.
std::span<const enum favour::stage> stages_through(enum favour::direction direction);

/// Takes the next step, which there must be. `words`: the step's; `title`: the favour's.
Draft take_favour_step(
    const Workspace& workspace, RecordId favour, std::string_view words, std::string_view title, Day today);
Draft decline_favour(RecordId favour, std::string_view words, std::string_view title);

/// A favour that somebody was asked for.
struct AskedFor {
    RecordId person;
    enum favour::kind kind = favour::kind::none;
    std::string_view about;
    RecordId goal;        // that it serves; none: zero
    RecordId introduced;  // of introductions: to whom
};
RecordId note_asked(Draft& draft, const AskedFor& asked, Day today, Random& random);
/// Somebody was asked for what a goal needs. `name`: theirs.
Draft note_asked_for_goal(const AskedFor& asked, std::string_view name, Day today, Random& random);

}  // namespace kith
