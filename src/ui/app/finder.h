// The finder: any person, organisation, goal, place or command, as it is typed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ui/session/session.h"

namespace kith::ui {

/// One thing the finder offers: a record, a command, or a contact to be logged.
struct FinderOffer {
    enum class Group : std::uint8_t { people, organisations, others, commands };
    Group group = Group::commands;
    std::string name, detail, shortcut;
    RecordId record;
    int command = -1;  // index into the finder's table
    RecordId log_with;
    std::optional<PlaceId> place;  // to go to
    std::string_view guide = {};   // the key of a guide
};
struct FinderState {
    bool open = false;
    std::string query;
    int marked = 0;
    std::vector<FinderOffer> offers;  // for this query …
    std::string offered_for;
    MadeFrom<std::string, std::uint64_t, bool> offers_from;  // it, the workspace's revision, and whether the
                                                             // search index knew everything
};
void draw_finder(Session& session, FinderState& state);

}  // namespace kith::ui
