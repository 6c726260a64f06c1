#include "browser/text/glyphs.h"

#include <cstdint>
#include <vector>

#include "browser/border.h"
#include "imgui_internal.h"

namespace kith::browser {
namespace {

std::vector<unsigned char>& scratch() {
    static std::vector<unsigned char> pixels(std::size_t{64} * 64 * 4);
    return pixels;
}

Face face_of(const ImFontConfig* source) {
    return static_cast<Face>(source->FontNo);
}

bool init_baked(ImFontAtlas*, ImFontConfig* source, ImFontBaked* baked, void*) {
    const float density = baked->RasterizerDensity;
    baked->Ascent = kith_face_baseline(face_of(source), baked->Size * density) / density;
    baked->Descent = baked->Ascent - baked->Size;
    return true;
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar codepoint,
    ImFontGlyph* glyph, float* advance) {
    if (codepoint < 32 || (codepoint >= 0x7F && codepoint < 0xA0)) return false;
    const Face face = face_of(source);
    const float density = baked->RasterizerDensity;
    const float size = baked->Size * density;
    InkBox box;
    if (glyph == nullptr) {
        kith_glyph_measure(face, size, codepoint, &box);
        *advance = box.advance / density;
        return true;
    }
    std::vector<unsigned char>& pixels = scratch();
    if (!kith_glyph_draw(face, size, codepoint, &box, pixels.data(), static_cast<int>(pixels.size()))) {
        pixels.resize(static_cast<std::size_t>(box.width) * static_cast<std::size_t>(box.height) * 4);
        kith_glyph_draw(face, size, codepoint, &box, pixels.data(), static_cast<int>(pixels.size()));
    }
    glyph->Codepoint = codepoint;
    glyph->AdvanceX = box.advance / density;
    if (box.width <= 0 || box.height <= 0) return true;

    const ImFontAtlasRectId place = ImFontAtlasPackAddRect(atlas, box.width, box.height);
    if (place == ImFontAtlasRectId_Invalid) return true;  // no room: a gap as wide as the glyph
    ImTextureRect* rect = ImFontAtlasPackGetRect(atlas, place);
    glyph->X0 = box.left / density;
    glyph->Y0 = baked->Ascent + box.top / density;
    glyph->X1 = glyph->X0 + static_cast<float>(box.width) / density;
    glyph->Y1 = glyph->Y0 + static_cast<float>(box.height) / density;
    glyph->Visible = true;
    glyph->Colored = box.coloured != 0;
    glyph->PackId = place;
    const int bytes = box.coloured != 0 ? 4 : 1;
    ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, rect, pixels.data(),
        bytes == 4 ? ImTextureFormat_RGBA32 : ImTextureFormat_Alpha8, box.width * bytes);
    return true;
}

bool contains_glyph(ImFontAtlas*, ImFontConfig*, ImWchar) {
    return true;
}

const ImFontLoader& loader() {
    static const ImFontLoader the_loader = [] {
        ImFontLoader made;
        made.Name = "browser";
        made.FontSrcContainsGlyph = contains_glyph;
        made.FontBakedInit = init_baked;
        made.FontBakedLoadGlyph = load_glyph;
        return made;
    }();
    return the_loader;
}

ImFont* add_face(Face face, const char* name) {
    ImFontConfig config;
    config.FontLoader = &loader();
    config.FontNo = static_cast<ImU32>(face);
    config.SizePixels = 15;
    config.FontDataOwnedByAtlas = true;  // there is none: keeps Dear ImGui from copying it
    ImFormatString(config.Name, IM_ARRAYSIZE(config.Name), "%s", name);
    return ImGui::GetIO().Fonts->AddFont(&config);
}

}  // namespace

ui::Fonts add_fonts() {
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    atlas.FontLoader = &loader();
    atlas.Flags |= ImFontAtlasFlags_NoMouseCursors;
    atlas.TexMaxWidth = atlas.TexMaxHeight = 4096;
    return {.regular = add_face(Face::regular, "regular"),
        .semibold = add_face(Face::semibold, "semibold"),
        .icons = add_face(Face::icons, "icons")};
}

}  // namespace kith::browser
