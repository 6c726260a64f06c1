// What is said where rows would be, or above them: that there are none yet, that they are coming, that something
// happened.
#pragma once

#include <string_view>

#include "widgets/icons.h"
#include "widgets/layout.h"
#include "widgets/tags.h"
#include "widgets/ui.h"

namespace kith::ui {

/// `part` of 0 to 1. `busy` says in words what is going on.
void progress_bar(Ui& ui, ImRect area, std::string_view name, float part);
/// Grey bars where rows will be, after 300 ms of waiting.
void skeleton_rows(Ui& ui, Flow& flow, int count, Instant since);

struct EmptyState {
    Icon icon = Icon::none;
    std::string_view title, text, action;
    Icon action_icon = Icon::none;
};
bool empty_state(Ui& ui, Flow& flow, const EmptyState& state);

/// A coloured strip with a sentence: what happened, what is safe, what to do.
void notice(Ui& ui, Flow& flow, TagKind kind, std::string_view text);

}  // namespace kith::ui
