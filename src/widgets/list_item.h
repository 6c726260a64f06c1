// A row of a list: two lines with a sign or face, a tag, and what can be done.
#pragma once

#include <string_view>

#include "widgets/avatars.h"
#include "widgets/icons.h"
#include "widgets/tags.h"
#include "widgets/ui.h"

namespace kith::ui {

struct ListItem {
    std::string_view title;
    std::string_view detail = {};  // second line
    std::string_view said = {};    // to a screen reader before the detail
    std::string_view tag = {};
    TagKind tag_kind = TagKind::plain;
    std::string_view action = {};   // a quiet button
    Icon action_icon = Icon::none;  // the button is this sign, shown while the row is attended to
    bool action_room = false;    // its room is kept, so that tags of rows without it stand below each other
    std::string_view tick = {};  // a check box before it, by this name
    bool tick_room = false;      // the same for the check box
    bool tick_on = false;        // … that is checked: then the words are muted
    std::string_view menu = {};  // a button with three dots after it, by this name
    bool dismissed = false;      // that button has a cross, and takes the row away
    Icon icon = Icon::none;
    const Face* face = nullptr;
    bool face_room =
        false;  // the sign has the room of a face, so that words of rows with either stand below each other
    bool pressable = true;
    bool wraps = false;  // words over several lines, as on a phone: for narrow cards
    bool chevron = false;
    bool strong = false;  // the title, of what others belong to
    int position = 0, set_size = 0;
    std::string_view id = {};
};
struct ListItemResult {
    bool pressed = false;
    bool focused = false;  // the row hears the keyboard: the caller may take keys of its own
    bool action = false;
    bool ticked = false;
    bool menu = false;
    ImRect menu_area;  // where a menu is to open
};
float list_item_height(const Ui& ui, const ListItem& item, float width);
/// Two lines, tag and button. Within an open node of role list.
ListItemResult list_item(Ui& ui, ImRect area, const ListItem& item);

}  // namespace kith::ui
