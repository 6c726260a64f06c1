// Who somebody is, at a glance: a photo, or initials on a colour that stays theirs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "widgets/ui.h"

namespace kith::ui {

struct Face {
    std::string_view name;
    std::uint64_t key = 0;        // the person's own: decides the colour
    std::string_view photo = {};  // encoded picture, or empty
};
/// Photo, or initials on the group colour. No node: the name stands beside it.
void avatar(Ui& ui, ImVec2 place, float size, const Face& face);
/// One or two letters for a name: first letters of the first and last word; one ideograph.
std::string initials(std::string_view name);

}  // namespace kith::ui
