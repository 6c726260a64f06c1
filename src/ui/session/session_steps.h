// Writing, and taking back: at once, or in slices where that would hold the page. Each says how it went, with a
// way back; where nothing can be begun now it says why, and nothing changed. A screen's own drafts go through
// Session::commit.
#pragma once

#include <functional>
#include <string>

#include "ui/session/long_step.h"

namespace kith::ui {

/// Whether a step can be begun now; if not, says why.
bool may_begin(Session& session);

/// What Session::commit does.
bool write_draft(Session& session, Draft draft, std::string said);
/// The same for what is no draft of a screen's own: `begin` gives the work that writes so many changes. What is
/// large is only begun here: true, and the rest comes when it is done.
bool write_step(Session& session, std::size_t changes, const Message& label,
    const std::function<Slices(Result<Stamp>&, StepProgress&)>& begin, std::string said);

void undo_step(Session& session);
void redo_step(Session& session);
/// Takes back one step, of those in the history.
void undo_one(Session& session, std::uint32_t transaction);

/// Begins a step in slices: `begin` makes the work from where its outcome goes, `then` is done after it.
void begin_long_step(Session& session, std::string title, const std::function<Slices(LongStep&)>& begin,
    std::function<void(LongStep&)> then);

}  // namespace kith::ui
