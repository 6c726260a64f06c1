// Import & export.
#pragma once

#include <memory>
#include <string>

#include "ui/session/session.h"

namespace kith::ui {

struct FilesState;
struct FilesStateDelete {
    void operator()(FilesState* state) const;
};
using FilesStatePtr = std::unique_ptr<FilesState, FilesStateDelete>;
FilesStatePtr make_files_state();
void draw_files(Session& session, FilesState& state, ImRect area);
/// A file came in. Starts an import; what a .kith file would change is shown.
void receive_file(Session& session, FilesState& state, std::string name, std::string bytes);
/// Goes on with an import or export, whatever screen is shown. True while there is more to do.
bool work_on_files(Session& session, FilesState& state);

}  // namespace kith::ui
