#include "ui/gallery/gallery.h"

#include <array>

#include "ui/gallery/controls.h"
#include "ui/gallery/fields.h"
#include "ui/gallery/rows.h"

namespace kith::ui {

void draw_gallery(Ui& ui, std::shared_ptr<GalleryState>& kept, ImRect area) {
    if (!kept) kept = std::make_shared<GalleryState>();
    GalleryState& state = *kept;
    if (state.theme != GalleryTheme::page)
        ui.draw_in(state.theme == GalleryTheme::dark ? dark_theme : light_theme);
    ImGui::GetWindowDrawList()->AddRectFilled(area.Min, area.Max, ui.colour(Colour::ground));
    ui.open_group(Role::main, "Gallery", area);
    const ScrollOptions options{.side = ui.phone() ? grid::screen_phone : grid::screen,
        .top = 20,
        .most_width = 840,
        .reserve_scrollbar = true};
    Flow flow = begin_scroll(ui, "gallery", area, options);
    heading(ui, flow.take(ui.line(Type::title)), "Gallery", 1, Type::title);
    paragraph(ui, flow, "Every widget in every state. Tab goes through those that can have the focus.",
        Type::body, Colour::muted);
    flow.space(ui.px(12));
    constexpr std::array<std::string_view, 3> themes{"As the page", "Light", "Dark"};
    ImRect strip = flow.take(ui.control());
    strip.Max.x = std::min(strip.Max.x, strip.Min.x + segmented_width(ui, themes));
    if (const auto chosen = segmented(ui, strip, "Theme", themes, static_cast<int>(state.theme))) {
        state.theme = static_cast<GalleryTheme>(*chosen);
        ui.keep_moving();
    }
    flow.space(ui.px(grid::between_cards));
    draw_texts_in_gallery(ui, flow);
    draw_buttons_in_gallery(ui, flow);
    draw_choices_in_gallery(ui, state, flow);
    draw_fields_in_gallery(ui, state, flow);
    draw_lists_in_gallery(ui, state, flow);
    draw_tags_in_gallery(ui, state, flow);
    draw_rows_in_gallery(ui, state, flow);
    draw_table_in_gallery(ui, state, flow);
    draw_notices_in_gallery(ui, flow);
    draw_overlays_in_gallery(ui, state, flow);
    end_scroll(ui, flow, options);
    ui.tree().close();
    draw_open_overlays_of_gallery(ui, state);
}

}  // namespace kith::ui
