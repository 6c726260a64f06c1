// Filters that are kept: written as terms that can be read, given a name, and found in a menu above the
// table.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ui/people/screen.h"

namespace kith::ui {

/// A filter as it is kept: terms of planning/people/filter.h, so that it means the same on the command line.
/// What is typed freely stands as plain words.
std::string query_of(const Session& session, const PeopleFilter& filter);
/// Reads what query_of writes; terms that this screen has no field for are left out.
PeopleFilter filter_of(const Session& session, std::string_view query);
/// The button and menu of kept filters, and the dialog that names a new one.
void draw_saved_filters(Session& session, PeopleState& state, ImRect area, bool icon_only);
float saved_filters_width(const Session& session, bool icon_only);

}  // namespace kith::ui
