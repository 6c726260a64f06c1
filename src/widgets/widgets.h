// All widgets. Each draws itself as LOOK.md says, says what it is in the semantic tree, and works by mouse, touch,
// keyboard and request. State lives with the caller. Areas are canvas pixels; a widget fills the area it is
// given, and *_width says how wide one wants to be. The gallery (ui/gallery/gallery.h) shows every one of them in
// every state.
#pragma once

#include "widgets/avatars.h"
#include "widgets/buttons.h"
#include "widgets/choices.h"
#include "widgets/fields.h"
#include "widgets/layout.h"
#include "widgets/list_item.h"
#include "widgets/notices.h"
#include "widgets/overlays.h"
#include "widgets/table.h"
#include "widgets/tags.h"
#include "widgets/texts.h"
