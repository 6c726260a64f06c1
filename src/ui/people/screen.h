// People: the table with its filters, and what is done with those selected.
#pragma once

#include <set>
#include <string>

#include "ui/session/session.h"
#include "widgets/table.h"

namespace kith::ui {

struct PeopleState {
    PeopleFilter filter;
    TableState table{.sort_key = "name"};
    std::set<RecordId> selected;
    bool filter_open = false;
    bool columns_open = false;
    bool circle_open = false;
    bool asking_tag = false;
    std::string new_tag;
    std::string organisation_text;
    bool rhythm_open = false;
    bool asking_organisation = false;  // for all who are selected
    std::string bulk_organisation, bulk_role;
    bool saved_open = false;  // the menu of kept filters
    bool naming_filter = false;
    std::string filter_name;
    Instant since{};  // when rows began to be made
};
void draw_people(Session& session, PeopleState& state, ImRect area);

}  // namespace kith::ui
