// The first start: an empty Kith, and the ways to begin.
#pragma once

#include "ui/session/session.h"

namespace kith::ui {

void draw_first_start(Session& session, ImRect area);

}  // namespace kith::ui
