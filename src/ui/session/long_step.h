// A step that would hold the page for longer than a frame: it is done in slices, and a page with its progress
// stands where the screens were, which would show half of it.
#pragma once

#include <functional>
#include <string>

#include "imgui.h"
#include "imgui_internal.h"
#include "workspace/workspace.h"

namespace kith::ui {

class Session;

/// From so many changes on a step is a long one: about ten milliseconds of work.
inline constexpr std::size_t long_step_changes = 10'000;

/// One step at a time. What it writes its outcome to lives as long as it does.
struct LongStep {
    std::string title;           // what is being done
    std::function<void()> then;  // when it is done, not when it was stopped
    StepProgress progress;
    Result<Stamp> stamp;
    Result<UndoReport> undone;
    MergeReport merged;
    Slices work;  // last, so that it goes first
};

/// Goes on with the one there is for most of a frame. True while it is not over.
bool work_on_long_step(Session& session);
void draw_long_step(Session& session, ImRect area);

}  // namespace kith::ui
