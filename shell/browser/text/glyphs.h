// Text from the browser's own fonts. No font is downloaded (but the icons, a few kilobytes) and none
// is rasterised here: each glyph is drawn by the browser on a canvas of its own and copied into Dear
// ImGui's atlas, so every script that the person's system can show, Kith can show, emoji in colour.
//
// Sizes are CSS font sizes: 15 is what `font-size: 15px` is, and a line of text drawn at y has its
// baseline where a browser would put it in a line box as high as the font size. A real text field
// over a drawn one therefore matches it.
//
// Cost: 25 to 30 µs a glyph, once for each size and pixel ratio; about 230 µs for the first glyphs of
// a large fallback font. A change of the pixel ratio draws all of them anew, crisp.
#pragma once

#include "ui/session/host.h"

namespace kith::browser {

/// Adds the faces to Dear ImGui's atlas. Call once, before the first frame.
ui::Fonts add_fonts();

}  // namespace kith::browser
