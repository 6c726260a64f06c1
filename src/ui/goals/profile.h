// A text on oneself for a profile, filled from what is recorded, edited before it is copied.
#pragma once

#include <string>

#include "ui/session/session.h"

namespace kith::ui {

struct ProfileDialog {
    bool open = false;
    bool lacks_self = false;  // one's own role and skills are not noted
    std::string text;
};
/// Opens by Wish::profile.
void draw_profile(Session& session, ProfileDialog& dialog);

}  // namespace kith::ui
