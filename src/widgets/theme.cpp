#include "widgets/theme.h"

#include <algorithm>
#include <cmath>

namespace kith::ui {

namespace {

constexpr ImU32 rgb(std::uint32_t hex) {
    return IM_COL32((hex >> 16) & 0xff, (hex >> 8) & 0xff, hex & 0xff, 0xff);
}

struct Token {
    Colour colour;
    ImU32 light, dark;
};

constexpr Token tokens[] = {
    {Colour::ground, rgb(0xF6F6F3), rgb(0x151618)},
    {Colour::surface, rgb(0xFFFFFF), rgb(0x1D1E21)},
    {Colour::surface_2, rgb(0xEFEFEA), rgb(0x292B2F)},
    {Colour::line, rgb(0xE2E2DC), rgb(0x34363B)},
    {Colour::edge, rgb(0x83878F), rgb(0x757982)},
    {Colour::text, rgb(0x1C1D1F), rgb(0xECECEA)},
    {Colour::muted, rgb(0x5C6068), rgb(0xA4A8B0)},
    {Colour::accent, rgb(0x24695B), rgb(0x62BDA8)},
    {Colour::accent_soft, rgb(0xE1F0EB), rgb(0x1C3833)},
    {Colour::on_accent, rgb(0xFFFFFF), rgb(0x10211D)},
    {Colour::due, rgb(0x9A5300), rgb(0xE3AC62)},
    {Colour::due_soft, rgb(0xFBEFD9), rgb(0x3A2C17)},
    {Colour::late, rgb(0xB3261E), rgb(0xF28B82)},
    {Colour::late_soft, rgb(0xFBE4E1), rgb(0x3F2422)},
    {Colour::note, rgb(0x2A5DA6), rgb(0x8DB5F0)},
    {Colour::note_soft, rgb(0xE5EEF9), rgb(0x1E2C42)},
    {Colour::scrim, IM_COL32(0x1C, 0x1D, 0x1F, 0x66), IM_COL32(0x0A, 0x0A, 0x0B, 0xA6)},
    {Colour::group_0, rgb(0x24695B), rgb(0x62BDA8)},
    // #B4632A would give white initials a contrast of 4.4; this is the nearest that reaches 4.5.
    {Colour::group_1, rgb(0xB26129), rgb(0xE09A66)},
    {Colour::group_2, rgb(0x3F5FA8), rgb(0x8FA8E8)},
    {Colour::group_3, rgb(0x8A4B8F), rgb(0xC792CB)},
    {Colour::group_4, rgb(0x6B7A1E), rgb(0xB9C766)},
};

constexpr Theme make(bool dark) {
    Theme theme{};
    for (const Token& token : tokens)
        theme.colours[std::to_underlying(token.colour)] = dark ? token.dark : token.light;
    return theme;
}

constexpr double text_contrast = 4.5;
constexpr double sign_contrast = 3.0;

constexpr ColourPair pairs[] = {
    {Colour::text, Colour::ground, text_contrast, "titles and text on the window"},
    {Colour::text, Colour::surface, text_contrast, "text on cards"},
    {Colour::text, Colour::surface_2, text_contrast, "quiet buttons, hovered rows"},
    {Colour::text, Colour::accent_soft, text_contrast, "selected rows"},
    {Colour::muted, Colour::ground, text_contrast, "second lines on the window"},
    {Colour::muted, Colour::surface, text_contrast, "second lines on cards"},
    {Colour::muted, Colour::surface_2, text_contrast, "tags, second lines of hovered rows"},
    {Colour::muted, Colour::accent_soft, text_contrast, "second lines of selected rows"},
    {Colour::accent, Colour::ground, text_contrast, "links on the window"},
    {Colour::accent, Colour::surface, text_contrast, "links on cards, focus ring"},
    {Colour::accent, Colour::surface_2, text_contrast, "links on hovered rows"},
    {Colour::accent, Colour::accent_soft, text_contrast, "active place, accent tags"},
    {Colour::on_accent, Colour::accent, text_contrast, "primary buttons"},
    {Colour::due, Colour::due_soft, text_contrast, "due tags"},
    {Colour::late, Colour::late_soft, text_contrast, "late tags"},
    {Colour::late, Colour::surface, text_contrast, "errors of fields"},
    {Colour::late, Colour::ground, text_contrast, "errors on the window"},
    {Colour::late, Colour::surface_2, text_contrast, "buttons that delete"},
    {Colour::note, Colour::note_soft, text_contrast, "note tags"},
    {Colour::edge, Colour::ground, sign_contrast, "outline of fields on the window"},
    {Colour::edge, Colour::surface, sign_contrast, "outline of fields on cards"},
    {Colour::edge, Colour::surface_2, sign_contrast, "outline of fields on hovered rows"},
    {Colour::on_accent, Colour::group_0, text_contrast, "initials"},
    {Colour::on_accent, Colour::group_1, text_contrast, "initials"},
    {Colour::on_accent, Colour::group_2, text_contrast, "initials"},
    {Colour::on_accent, Colour::group_3, text_contrast, "initials"},
    {Colour::on_accent, Colour::group_4, text_contrast, "initials"},
};

double luminance(ImU32 colour) {
    const auto linear = [&](int shift) {
        const double part = static_cast<double>((colour >> shift) & 0xff) / 255.0;
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(IM_COL32_R_SHIFT) + 0.7152 * linear(IM_COL32_G_SHIFT) +
        0.0722 * linear(IM_COL32_B_SHIFT);
}

}  // namespace

constinit const Theme light_theme = make(false);
constinit const Theme dark_theme = make(true);

ImU32 with_alpha(ImU32 colour, float alpha) {
    const auto part = static_cast<ImU32>(std::lround(std::clamp(alpha, 0.0f, 1.0f) * 255.0f));
    return (colour & ~IM_COL32_A_MASK) | (part << IM_COL32_A_SHIFT);
}

double contrast(ImU32 a, ImU32 b) {
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

std::span<const ColourPair> pairs_in_use() {
    return pairs;
}

TypeStyle type_style(Type type) {
    switch (type) {
        case Type::title: return {24, 32, true};
        case Type::section: return {18, 24, true};
        case Type::section_plain: return {18, 24, false};
        case Type::body: return {15, 22, false};
        case Type::body_strong: return {15, 22, true};
        case Type::small: return {13, 18, false};
        case Type::small_strong: return {13, 18, true};
    }
    return {15, 22, false};
}

}  // namespace kith::ui
