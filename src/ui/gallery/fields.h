// Fields and closed lists in the gallery.
#pragma once

#include "ui/gallery/samples.h"

namespace kith::ui {

void draw_fields_in_gallery(Ui& ui, GalleryState& state, Flow& page);
void draw_lists_in_gallery(Ui& ui, GalleryState& state, Flow& page);

}  // namespace kith::ui
