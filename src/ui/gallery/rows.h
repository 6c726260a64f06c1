// Faces, rows, tables and what stands in their place, and what lies over the page, in the gallery.
#pragma once

#include "ui/gallery/samples.h"

namespace kith::ui {

void draw_rows_in_gallery(Ui& ui, GalleryState& state, Flow& page);
void draw_table_in_gallery(Ui& ui, GalleryState& state, Flow& page);
void draw_notices_in_gallery(Ui& ui, Flow& page);
/// Buttons that open what lies over the page.
void draw_overlays_in_gallery(Ui& ui, GalleryState& state, Flow& page);
/// What is open of that; drawn after everything else.
void draw_open_overlays_of_gallery(Ui& ui, GalleryState& state);

}  // namespace kith::ui
