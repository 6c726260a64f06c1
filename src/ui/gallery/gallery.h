// Every widget of src/widgets in every state, with words that are short, long, empty, or run from right to left,
// light and dark: what there is, before another is written. In the page it stands behind ?gallery; the screen
// tests walk through it. Tab goes through all that can have the focus.
//
// A new widget gets its place in controls.cpp, fields.cpp or rows.cpp; tests/screens/gallery.cpp fails until then.
#pragma once

#include <memory>

#include "widgets/ui.h"

namespace kith::ui {

struct GalleryState;

/// The state is made when it is first drawn.
void draw_gallery(Ui& ui, std::shared_ptr<GalleryState>& state, ImRect area);

}  // namespace kith::ui
