// Texts, buttons, choices and tags in the gallery.
#pragma once

#include "ui/gallery/samples.h"

namespace kith::ui {

void draw_texts_in_gallery(Ui& ui, Flow& page);
void draw_buttons_in_gallery(Ui& ui, Flow& page);
void draw_choices_in_gallery(Ui& ui, GalleryState& state, Flow& page);
void draw_tags_in_gallery(Ui& ui, GalleryState& state, Flow& page);

}  // namespace kith::ui
