// What led to what: how an opportunity came about, as steps, and which people, events, communities and
// efforts opportunities came of, with counts. Read once for each state of the workspace.
#pragma once

#include <string>
#include <vector>

#include "planning/pursuits/came_about.h"
#include "planning/pursuits/yields.h"
#include "ui/records/cards.h"

namespace kith::ui {

/// The way to one opportunity, in words.
struct Story {
    struct Line {
        RecordId record;
        std::string words, when;
        Icon icon = Icon::none;
    };
    RecordId opportunity;
    std::vector<Line> lines;
};
struct KeptStory : Kept<Story, std::uint64_t> {};  // from the workspace's revision
Story story_of(const Session& session, RecordId opportunity);
/// Its steps as rows, each leading to what says so.
void draw_story(Session& session, ListCard& list, const Story& story);

struct LedToState {
    MadeFrom<Moment> made;  // what follows
    Yields yields;
    std::vector<Story> offers;
};
void draw_led_to(Session& session, LedToState& state, ImRect area);

}  // namespace kith::ui
