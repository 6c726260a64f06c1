// "Same person?" before an import: entries that look like somebody who is here, beside them; those that are certain
// below, which come in by themselves. What is answered changes the plan, and nothing else before it is accepted.
#pragma once

#include <cstddef>
#include <optional>

#include "ui/files/files_state.h"
#include "ui/session/session.h"

namespace kith::ui {

/// Opens the questions, at an item of the plan or at the first without an answer.
void open_same(FilesState& state, std::optional<std::size_t> item);
/// The screen of them, in the place of the preview.
void draw_import_same(Session& session, FilesState& state, ImRect area);

}  // namespace kith::ui
