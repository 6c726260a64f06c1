// Packing history away: by hand only, after everything was saved as a file.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/kept.h"
#include "widgets/layout.h"

namespace kith::ui {

class Session;

/// "12 KB", "1.2 MB", "240 MB", "1.1 GB".
std::string size_text(std::uint64_t bytes);

struct PackingDialog {
    bool open = false;
    int age = 1;                              // index into the ages offered
    bool is_saved = false;                    // a backup with everything was handed out since it was opened
    MadeFrom<std::uint64_t, int> worked_out;  // what follows, from the workspace's revision and this age
    std::vector<std::uint32_t> away;          // transactions
    std::uint64_t bytes = 0;
};

/// How long and large the history is: a card of the settings.
void draw_packing_card(Session& session, PackingDialog& dialog, Flow& flow);
void draw_packing(Session& session, PackingDialog& dialog);

}  // namespace kith::ui
