// An import that may be undone, in the dialog of its step: what goes back with it is worked out between frames and
// said before anything is done.
#pragma once

#include <cstdint>
#include <memory>

#include "ui/session/session.h"

namespace kith::ui {

struct UndoingImport;
struct UndoingImportDelete {
    void operator()(UndoingImport* undoing) const;
};
using UndoingImportPtr = std::unique_ptr<UndoingImport, UndoingImportDelete>;

/// For a step that is_import_to_undo.
UndoingImportPtr begin_undoing_import(const Session& session, std::uint32_t import);
/// Goes on with it and says what is known. True once it can be done.
bool draw_undoing_import(Session& session, UndoingImport& undoing, Flow& flow);
/// Does it, and says so, with a way back.
void undo_import(Session& session, UndoingImport& undoing);

}  // namespace kith::ui
