// The trash: what was deleted, to be restored or erased.
#pragma once

#include <string>
#include <vector>

#include "ui/session/session.h"

namespace kith::ui {

struct TrashState {
    struct Line {
        RecordId record;
        std::string along;  // what went with it, in words
    };
    MadeFrom<std::uint64_t> made;  // what follows, from the workspace's revision
    std::vector<Line> lines;       // the last deleted first
    std::size_t records = 0;       // with all that went along
    bool emptying = false;
};
void draw_trash(Session& session, TrashState& state, ImRect area);
std::size_t trash_count(const Workspace& workspace);

}  // namespace kith::ui
