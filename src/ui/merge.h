// Opening a .kith file: another device's, or a backup. What would change is shown first, for both ways of
// opening it; a summary follows, with the way back.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "ui/session.h"
#include "workspace/merging.h"

namespace kith::ui {

struct OpenedFile {
    std::string name;
    MergePlan plan;
    MergeWay way = MergeWay::join;
    std::string detail;  // when it was last changed
    struct Section {
        std::string_view title;  // catalogue key
        std::vector<std::string> lines;
    };
    std::vector<Section> sections;  // of the way that is chosen
    bool sections_ready = false;
    bool is_done = false;
    std::uint64_t revision = 0;  // after it was done
};

/// Reads the file. Null when it can't be opened, and `problem` says why; where nothing is here yet that could
/// be changed, it is opened at once and null too.
std::unique_ptr<OpenedFile> open_kith_file(
    Session& session, std::string name, const std::string& bytes, std::string& problem);

/// Draws it. False when it is to be closed.
bool draw_opened_file(Session& session, OpenedFile& file, ImRect area);

}  // namespace kith::ui
