#include "ui/gallery/samples.h"

namespace kith::ui {

GalleryState::GalleryState()
    : long_text(sample::long_words), notes("First line\nSecond line"), arabic(sample::arabic) {}

void gallery_section(Ui& ui, Flow& page, std::string_view title, const std::function<void(Flow&)>& draw) {
    Card card(ui, page);
    ui.open_group(Role::region, title);
    heading(ui, card.flow.take(ui.line(Type::section)), title, 2);
    card.flow.space(ui.px(8));
    ImGui::PushID(title.data(), title.data() + title.size());
    draw(card.flow);
    ImGui::PopID();
    ui.tree().close();
    card.end();
    page.space(ui.px(grid::between_cards));
}

void caption(Ui& ui, Flow& flow, std::string_view text) {
    flow.space(ui.px(12));
    label(ui, flow.take(ui.line(Type::small)), text, Type::small, Colour::muted);
    flow.space(ui.px(4));
}

}  // namespace kith::ui
