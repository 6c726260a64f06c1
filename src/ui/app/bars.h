// The bars around the screens: the rail, or on a phone the bar at the foot; and the bar at the top with the
// finder, what is saved, and what one does most. They send to other places by Session::go and Session::wish.
#pragma once

#include "ui/app/records.h"
#include "ui/session/session.h"

namespace kith::ui {

/// What is counted beside the names of places.
struct PlaceCounts {
    RecordCounts records;
    std::size_t due = 0;  // of today
    std::size_t in_trash = 0;
};

/// `narrow`: signs alone.
void draw_rail(Session& session, const PlaceCounts& counts, ImRect area, bool narrow);
/// `more_open`: the menu of the places that have no room in the bar.
void draw_bottom_bar(Session& session, const PlaceCounts& counts, bool& more_open, ImRect area);
/// `half_done`: something was typed and is written nowhere yet. `offers_log`: with a button to log a conversation.
/// True when the finder is asked for.
bool draw_top_bar(Session& session, bool half_done, bool offers_log, ImRect area);

}  // namespace kith::ui
