// Runs drawn whole. Arabic joins its letters, Hebrew runs the other way, Devanagari stacks, a family
// emoji is seven code points: laid side by side, single glyphs come out wrong. The browser draws such
// a run in one go, and the picture is kept in Dear ImGui's own atlas, beside the glyphs, so that it is
// drawn in the same call as the text around it.
//
// Cost: about 100 µs a run, once; a lookup after that. Kept are the runs of the last frames, up to a
// quarter of the atlas; the rest is thrown out, least recently drawn first.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "ui/session/host.h"

namespace kith::browser {

class Shaping {
public:
    std::optional<ui::ShapedRun> shape(
        std::string_view text, float size, bool bold, ImU32 colour, float density);

private:
    struct Run {
        ImFontAtlasRectId place = ImFontAtlasRectId_Invalid;
        float advance = 0;        // device pixels
        float left = 0, top = 0;  // of the picture, from the pen at the top of the line
        int width = 0, height = 0;
        bool coloured = false;
        int last_frame = 0;
    };

    Run draw(std::string_view text, float size, bool bold, ImU32 colour);
    void make_room(int wanted);
    static std::string key(std::string_view text, float size, bool bold, ImU32 colour);

    std::unordered_map<std::string, Run> runs_;
    int surface_ = 0;  // picture elements in use
};

}  // namespace kith::browser
