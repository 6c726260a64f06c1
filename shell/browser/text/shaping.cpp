#include "browser/text/shaping.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <vector>

#include "browser/border.h"
#include "browser/text/glyphs.h"
#include "imgui_internal.h"

namespace kith::browser {
namespace {

constexpr int widest_run = 2048;              // device pixels
constexpr int largest_surface = 1024 * 1024;  // picture elements: 4 MB
constexpr ImU32 any_colour = IM_COL32_BLACK;

}  // namespace

std::string Shaping::key(std::string_view text, float size, bool bold, ImU32 colour) {
    std::string made(text);
    const auto add = [&](const auto& value) {
        made.append(reinterpret_cast<const char*>(&value), sizeof value);
    };
    add(size);
    add(bold);
    add(colour);
    return made;
}

std::optional<ui::ShapedRun> Shaping::shape(
    std::string_view text, float size, bool bold, ImU32 colour, float density) {
    const float pixels = size * density;
    const ImU32 opaque = colour | IM_COL32_A_MASK;
    // Most runs have no colours of their own: one picture serves every colour. Those that do (a name
    // with an emoji) keep one for each colour of the letters.
    auto found = runs_.find(key(text, pixels, bold, any_colour));
    if (found != runs_.end() && found->second.coloured && opaque != any_colour)
        found = runs_.find(key(text, pixels, bold, opaque));
    if (found == runs_.end()) {
        Run run = draw(text, pixels, bold, any_colour);
        found = runs_.emplace(key(text, pixels, bold, any_colour), run).first;
        if (run.coloured && opaque != any_colour) {
            run = draw(text, pixels, bold, opaque);
            found = runs_.emplace(key(text, pixels, bold, opaque), run).first;
        }
    }
    Run& run = found->second;
    run.last_frame = ImGui::GetFrameCount();
    ui::ShapedRun shaped;
    shaped.advance = run.advance / density;
    shaped.coloured = run.coloured;
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    ImFontAtlasRect rect;
    if (run.place == ImFontAtlasRectId_Invalid || !atlas.GetCustomRect(run.place, &rect)) return shaped;
    shaped.texture = atlas.TexRef;
    shaped.uv0 = rect.uv0;
    shaped.uv1 = rect.uv1;
    shaped.size = {static_cast<float>(run.width) / density, static_cast<float>(run.height) / density};
    shaped.offset = {run.left / density, run.top / density};
    return shaped;
}

Shaping::Run Shaping::draw(std::string_view text, float size, bool bold, ImU32 colour) {
    InkBox box;
    kith_run_draw(
        bold ? Face::semibold : Face::regular, size, text.data(), text.size(), colour, widest_run, &box);
    Run run{.advance = box.advance,
        .left = box.left,
        .top = box.top,
        .width = box.width,
        .height = box.height,
        .coloured = box.coloured != 0};
    if (box.width <= 0 || box.height <= 0) return run;
    make_room(box.width * box.height);
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    ImFontAtlasRect rect;
    run.place = atlas.AddCustomRect(box.width, box.height, &rect);
    if (run.place == ImFontAtlasRectId_Invalid) return run;
    surface_ += box.width * box.height;

    static std::vector<unsigned char> pixels;
    pixels.resize(static_cast<std::size_t>(box.width) * static_cast<std::size_t>(box.height) * 4);
    kith_run_pixels(pixels.data());
    ImTextureData& texture = *atlas.TexData;
    const std::size_t row = static_cast<std::size_t>(box.width) * 4;
    for (int y = 0; y < box.height; ++y) {
        auto* to = static_cast<unsigned char*>(texture.GetPixelsAt(rect.x, rect.y + y));
        const unsigned char* from = pixels.data() + static_cast<std::size_t>(y) * row;
        std::memcpy(to, from, row);
        if (!run.coloured)
            for (std::size_t i = 0; i < row; i += 4)
                to[i] = to[i + 1] = to[i + 2] = 255;
    }
    if (run.coloured) texture.UseColors = true;
    return run;
}

void Shaping::make_room(int wanted) {
    if (surface_ + wanted <= largest_surface) return;
    const int this_frame = ImGui::GetFrameCount();
    std::vector<std::pair<int, const std::string*>> by_age;
    for (const auto& [text, run] : runs_)
        if (run.last_frame < this_frame - 1) by_age.emplace_back(run.last_frame, &text);
    std::ranges::sort(by_age);
    // Down to half, so that this is rare.
    for (const auto& [frame, text] : by_age) {
        if (surface_ + wanted <= largest_surface / 2) break;
        const auto run = runs_.find(*text);
        if (run->second.place != ImFontAtlasRectId_Invalid) {
            ImGui::GetIO().Fonts->RemoveCustomRect(run->second.place);
            surface_ -= run->second.width * run->second.height;
        }
        runs_.erase(run);
    }
}

}  // namespace kith::browser
