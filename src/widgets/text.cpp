#include "widgets/text.h"

#include <cmath>

#include "base/text.h"
#include "imgui_internal.h"
#include "widgets/icons.h"
#include "widgets/ui.h"

namespace kith::ui {

namespace {

constexpr std::string_view ellipsis = "…";

struct Range {
    char32_t first, last;
};

// Scripts and signs that one glyph after the other gets wrong. Sorted.
constexpr Range shaped_ranges[] = {
    {0x0300, 0x036F},    // combining marks
    {0x0483, 0x0489},    // combining Cyrillic
    {0x0590, 0x08FF},    // Hebrew, Arabic, Syriac, Thaana, N'Ko
    {0x0900, 0x109F},    // Indic scripts, Thai, Lao, Tibetan, Myanmar
    {0x1100, 0x11FF},    // Hangul letters that join
    {0x1700, 0x18AF},    // Philippine scripts, Khmer, Mongolian
    {0x1900, 0x1CFF},    // Limbu to Vedic
    {0x1DC0, 0x1DFF},    // combining marks, supplement
    {0x200D, 0x200F},    // joiner, direction marks
    {0x202A, 0x202E},    // direction overrides
    {0x2066, 0x2069},    // isolates
    {0x20D0, 0x20FF},    // combining marks for symbols
    {0x302A, 0x302F},    // CJK tone marks
    {0x3099, 0x309A},    // combining kana marks
    {0xA800, 0xABFF},    // Syloti Nagri to Meetei Mayek
    {0xD7B0, 0xD7FF},    // Hangul letters that join, extended
    {0xFB1D, 0xFDFF},    // Hebrew and Arabic forms
    {0xFE00, 0xFE0F},    // variation selectors
    {0xFE20, 0xFE2F},    // combining half marks
    {0xFE70, 0xFEFC},    // Arabic forms
    {0x10800, 0x10FFF},  // right-to-left scripts of the second plane
    {0x11000, 0x11FFF},  // Brahmi and its kin
    {0x1E800, 0x1EFFF},  // right-to-left scripts
    {0x1F1E6, 0x1F1FF},  // flags
    {0x1F3FB, 0x1F3FF},  // skin tones
    {0xE0020, 0xE007F},  // tags of flags
    {0xE0100, 0xE01EF},  // variation selectors
};

bool is_ideograph(char32_t point) {
    return (point >= 0x2E80 && point <= 0xA4CF) || (point >= 0xAC00 && point <= 0xD7AF) ||
        (point >= 0xF900 && point <= 0xFAFF) || (point >= 0xFF00 && point <= 0xFF60) ||
        (point >= 0x20000 && point <= 0x3FFFF);
}

float plain_width(const Ui& ui, std::string_view text, const TypeStyle& style) {
    if (text.empty()) return 0;
    const float size = ui.px_exact(style.size);
    return ui.font(style.strong)->CalcTextSizeA(size, FLT_MAX, 0, text.data(), text.data() + text.size()).x;
}

std::optional<ShapedRun> shaped(const Ui& ui, std::string_view text, const TypeStyle& style, ImU32 colour) {
    if (!needs_shaping(text)) return std::nullopt;
    return ui.host().shape(text, ui.px_exact(style.size), style.strong, colour);
}

// The place for ImDrawList::AddText so that the letters sit in the middle of the line box, as in CSS.
ImVec2 pen(const Ui& ui, ImVec2 place, const TypeStyle& style) {
    ImFontBaked* baked = ui.font(style.strong)->GetFontBaked(ui.px_exact(style.size));
    const float letters = baked->Ascent - baked->Descent;
    return {place.x, std::round(place.y + (ui.px_exact(style.line) - letters) * 0.5f)};
}

}  // namespace

bool needs_shaping(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        // Below U+0300 nothing needs shaping, and those begin with a byte below 0xCC.
        if (static_cast<unsigned char>(text[i]) < 0xCC) {
            ++i;
            continue;
        }
        const DecodedPoint point = decode_utf8(text.substr(i));
        for (const Range& range : shaped_ranges) {
            if (point.point < range.first) break;
            if (point.point <= range.last) return true;
        }
        i += point.length;
    }
    return false;
}

float text_width(const Ui& ui, std::string_view text, Type type) {
    const TypeStyle style = type_style(type);
    if (const auto run = shaped(ui, text, style, ui.colour(Colour::text))) return run->advance;
    return plain_width(ui, text, style);
}

float draw_text(
    const Ui& ui, ImDrawList& list, ImVec2 place, std::string_view text, Type type, ImU32 colour) {
    if (text.empty()) return 0;
    const TypeStyle style = type_style(type);
    const ImVec2 at = pen(ui, place, style);
    if (const auto run = shaped(ui, text, style, colour)) {
        const ImVec2 corner{at.x + run->offset.x, at.y + run->offset.y};
        list.AddImage(run->texture, corner, {corner.x + run->size.x, corner.y + run->size.y}, run->uv0,
            run->uv1, run->coloured ? IM_COL32_WHITE : colour);
        return run->advance;
    }
    list.AddText(
        ui.font(style.strong), ui.px_exact(style.size), at, colour, text.data(), text.data() + text.size());
    return plain_width(ui, text, style);
}

bool draw_text_elided(const Ui& ui, ImDrawList& list, ImVec2 place, std::string_view text, Type type,
    ImU32 colour, float width) {
    if (const std::size_t line_end = text.find('\n'); line_end != std::string_view::npos) {
        text = text.substr(0, line_end);
    }
    const TypeStyle style = type_style(type);
    const float whole = text_width(ui, text, type);
    if (whole <= width + 0.5f) {
        draw_text(ui, list, place, text, type, colour);
        return false;
    }
    const float room = width - plain_width(ui, ellipsis, style);
    if (room <= 0) return true;
    if (needs_shaping(text)) {
        // Cutting a shaped run would change its letters: show a part of the picture instead.
        const float line = ui.px(style.line);
        list.PushClipRect(place, {place.x + room, place.y + line}, true);
        draw_text(ui, list, place, text, type, colour);
        list.PopClipRect();
        draw_text(ui, list, {place.x + room, place.y}, ellipsis, type, colour);
        return true;
    }
    const char* end = text.data() + text.size();
    const char* cut = end;
    ui.font(style.strong)->CalcTextSizeA(ui.px_exact(style.size), room, 0, text.data(), end, &cut);
    const std::string_view kept = trim(text.substr(0, static_cast<std::size_t>(cut - text.data())));
    const float drawn = draw_text(ui, list, place, kept, type, colour);
    draw_text(ui, list, {place.x + drawn, place.y}, ellipsis, type, colour);
    return true;
}

std::vector<std::string_view> wrap_text(const Ui& ui, std::string_view text, Type type, float width) {
    std::vector<std::string_view> lines;
    std::size_t line_start = 0,
                line_end = 0;  // of the line being filled; line_end leaves trailing spaces out
    float used = 0;
    const float space = text_width(ui, " ", type);
    const auto finish = [&](std::size_t next) {
        lines.push_back(text.substr(line_start, line_end - line_start));
        line_start = line_end = next;
        used = 0;
    };
    std::size_t i = 0;
    while (i < text.size()) {
        if (text[i] == '\n') {
            finish(i + 1);
            ++i;
            continue;
        }
        if (text[i] == ' ') {
            if (line_end == line_start && used == 0)
                line_start = line_end = i + 1;
            else
                used += space;
            ++i;
            continue;
        }
        // One unbreakable piece: letters up to a space, or one ideograph.
        std::size_t piece_end = i;
        while (piece_end < text.size() && text[piece_end] != ' ' && text[piece_end] != '\n') {
            const DecodedPoint point = decode_utf8(text.substr(piece_end));
            if (is_ideograph(point.point) && piece_end > i) break;
            piece_end += point.length;
            if (is_ideograph(point.point)) break;
        }
        // What divides two parts stays with the first: no line begins with a dot.
        constexpr std::string_view divider = " ·";
        if (text.substr(piece_end).starts_with(divider)) piece_end += divider.size();
        float piece = text_width(ui, text.substr(i, piece_end - i), type);
        if (used + piece > width && line_end > line_start) finish(i);
        while (piece > width && piece_end - i > 1) {  // too long for any line: break inside
            std::size_t fits = decode_utf8(text.substr(i)).length;
            for (std::size_t next = fits; next < piece_end - i;) {
                next += decode_utf8(text.substr(i + next)).length;
                if (text_width(ui, text.substr(i, next), type) > width) break;
                fits = next;
            }
            if (fits >= piece_end - i) break;
            line_end = i + fits;
            i += fits;
            finish(i);
            piece = text_width(ui, text.substr(i, piece_end - i), type);
        }
        used += piece;
        line_end = piece_end;
        i = piece_end;
    }
    if (line_end > line_start || lines.empty() || (!text.empty() && text.back() == '\n')) finish(text.size());
    return lines;
}

void draw_icon(const Ui& ui, ImDrawList& list, ImVec2 place, Icon icon, float size, ImU32 colour) {
    ImFont* font = ui.fonts().icons;
    const char32_t code = icon_code_point(icon);
    if (font == nullptr || code == 0) return;
    std::string glyph;
    append_utf8(glyph, code);
    ImFontBaked* baked = font->GetFontBaked(size);
    const float advance = font->CalcTextSizeA(size, FLT_MAX, 0, glyph.data(), glyph.data() + glyph.size()).x;
    // Lucide's em box is the icon: centre it whatever ascent the loader gives.
    const float letters = baked->Ascent - baked->Descent;
    list.AddText(font, size,
        {std::round(place.x + (size - advance) * 0.5f), std::round(place.y + (size - letters) * 0.5f)},
        colour, glyph.data(), glyph.data() + glyph.size());
}

}  // namespace kith::ui
