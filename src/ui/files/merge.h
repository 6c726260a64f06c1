// Opening a .kith file: another device's, or a backup. What would change is shown first, for both ways of
// opening it; a summary follows, with the way back.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "ui/session/session.h"
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

/// What was worked out, to be shown. Null where nothing is here yet that could be changed: then it is done.
std::unique_ptr<OpenedFile> show_plan(Session& session, std::string name, MergePlan plan);

enum class OpenedNext : std::uint8_t {
    stays,
    closed,
    stale,  // something was changed here meanwhile: the plan is to be worked out again
};
OpenedNext draw_opened_file(Session& session, OpenedFile& file, ImRect area);

/// How far a file is while what it would do is worked out. False when the person stops it.
bool draw_opening(Session& session, std::string_view name, double fraction, ImRect area);

}  // namespace kith::ui
