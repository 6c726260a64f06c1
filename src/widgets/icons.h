// The icons in use: Lucide (npm lucide-static 1.62.0, ISC licence), one line for each. The build reads the
// code points from this table to make a font of only these glyphs.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

// clang-format off
//       name, Lucide's name, code point in lucide.ttf
#define KITH_ICONS(ICON) \
    ICON(arrow_down, "arrow-down", 0xE042) \
    ICON(arrow_left, "arrow-left", 0xE048) \
    ICON(arrow_left_right, "arrow-left-right", 0xE24A) \
    ICON(arrow_right, "arrow-right", 0xE049) \
    ICON(arrow_up, "arrow-up", 0xE04A) \
    ICON(arrow_up_down, "arrow-up-down", 0xE37D) \
    ICON(award, "award", 0xE04F) \
    ICON(bookmark, "bookmark", 0xE060) \
    ICON(briefcase_business, "briefcase-business", 0xE5D5) \
    ICON(building_2, "building-2", 0xE290) \
    ICON(cake, "cake", 0xE344) \
    ICON(calendar, "calendar", 0xE063) \
    ICON(calendar_days, "calendar-days", 0xE2B9) \
    ICON(check, "check", 0xE06C) \
    ICON(chevron_down, "chevron-down", 0xE06D) \
    ICON(chevron_left, "chevron-left", 0xE06E) \
    ICON(chevron_right, "chevron-right", 0xE06F) \
    ICON(chevron_up, "chevron-up", 0xE070) \
    ICON(circle, "circle", 0xE076) \
    ICON(circle_alert, "circle-alert", 0xE077) \
    ICON(circle_check, "circle-check", 0xE226) \
    ICON(cloud_off, "cloud-off", 0xE08D) \
    ICON(coffee, "coffee", 0xE096) \
    ICON(columns_3, "columns-3", 0xE099) \
    ICON(copy, "copy", 0xE09E) \
    ICON(download, "download", 0xE0B2) \
    ICON(ellipsis, "ellipsis", 0xE0B6) \
    ICON(external_link, "external-link", 0xE0B9) \
    ICON(eye, "eye", 0xE0BA) \
    ICON(eye_off, "eye-off", 0xE0BB) \
    ICON(file_down, "file-down", 0xE318) \
    ICON(file_up, "file-up", 0xE32A) \
    ICON(flag, "flag", 0xE0D1) \
    ICON(gift, "gift", 0xE0E1) \
    ICON(globe, "globe", 0xE0E8) \
    ICON(graduation_cap, "graduation-cap", 0xE234) \
    ICON(hand, "hand", 0xE1D7) \
    ICON(hand_helping, "hand-helping", 0xE3B8) \
    ICON(handshake, "handshake", 0xE5C0) \
    ICON(hard_drive, "hard-drive", 0xE0ED) \
    ICON(history, "history", 0xE1F5) \
    ICON(info, "info", 0xE0F9) \
    ICON(languages, "languages", 0xE0FE) \
    ICON(lasso_select, "lasso-select", 0xE1CF) \
    ICON(layers, "layers", 0xE529) \
    ICON(life_buoy, "life-buoy", 0xE101) \
    ICON(lightbulb, "lightbulb", 0xE1C2) \
    ICON(link, "link", 0xE102) \
    ICON(list_filter, "list-filter", 0xE460) \
    ICON(lock, "lock", 0xE10B) \
    ICON(mail, "mail", 0xE10F) \
    ICON(map_pin, "map-pin", 0xE111) \
    ICON(maximize, "maximize", 0xE112) \
    ICON(menu, "menu", 0xE115) \
    ICON(message_square, "message-square", 0xE117) \
    ICON(minus, "minus", 0xE11C) \
    ICON(monitor, "monitor", 0xE11D) \
    ICON(moon, "moon", 0xE11E) \
    ICON(notebook_pen, "notebook-pen", 0xE596) \
    ICON(pencil, "pencil", 0xE1F9) \
    ICON(phone, "phone", 0xE133) \
    ICON(pin, "pin", 0xE259) \
    ICON(plus, "plus", 0xE13D) \
    ICON(redo_2, "redo-2", 0xE2A0) \
    ICON(rotate_ccw, "rotate-ccw", 0xE148) \
    ICON(search, "search", 0xE151) \
    ICON(settings, "settings", 0xE154) \
    ICON(share_2, "share-2", 0xE156) \
    ICON(shield_check, "shield-check", 0xE1FF) \
    ICON(spline, "spline", 0xE38B) \
    ICON(sticky_note, "sticky-note", 0xE303) \
    ICON(sun, "sun", 0xE178) \
    ICON(tag, "tag", 0xE17F) \
    ICON(target, "target", 0xE180) \
    ICON(trash_2, "trash-2", 0xE18E) \
    ICON(triangle_alert, "triangle-alert", 0xE193) \
    ICON(undo_2, "undo-2", 0xE2A1) \
    ICON(upload, "upload", 0xE19E) \
    ICON(user, "user", 0xE19F) \
    ICON(user_plus, "user-plus", 0xE1A2) \
    ICON(users, "users", 0xE1A4) \
    ICON(video, "video", 0xE1A5) \
    ICON(waypoints, "waypoints", 0xE542) \
    ICON(x, "x", 0xE1B2)
// clang-format on

namespace kith::ui {

enum class Icon : std::uint8_t {
    none,
#define KITH_ICON(name, lucide, code) name,
    KITH_ICONS(KITH_ICON)
#undef KITH_ICON
};

/// The glyph of an icon in Fonts::icons; 0 for Icon::none.
constexpr char32_t icon_code_point(Icon icon) {
    constexpr std::array<char32_t, 256> codes = [] {
        std::array<char32_t, 256> table{};
        std::size_t i = 1;
#define KITH_ICON(name, lucide, code) table[i++] = code;
        KITH_ICONS(KITH_ICON)
#undef KITH_ICON
        return table;
    }();
    return codes[std::to_underlying(icon)];
}

}  // namespace kith::ui
