#include "widgets/layout.h"

#include <string>

namespace kith::ui {

namespace {

constexpr ImGuiWindowFlags quiet_window = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
    ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoNav |
    ImGuiWindowFlags_NoFocusOnAppearing;

}  // namespace

void begin_canvas(Ui& ui) {
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(size);
    ImGui::Begin("kith", nullptr, quiet_window | ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::GetWindowDrawList()->AddRectFilled({0, 0}, size, ui.colour(Colour::ground));
}

void end_canvas(Ui&) {
    ImGui::End();
}

Flow begin_scroll(Ui& ui, const char* name, ImRect area, ScrollOptions options) {
    ImGui::SetCursorScreenPos(area.Min);
    // A name of its own: places and controls are called the same.
    const std::string window_name = std::string("scroll/") + name;
    if (options.from_top) ImGui::SetNextWindowScroll({0, 0});
    ImGui::BeginChild(window_name.c_str(), area.GetSize(), ImGuiChildFlags_None,
        ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoMove);
    ui.scroll_by_touch();
    ImGuiWindow* window = ImGui::GetCurrentWindow();
    const float scrollbar = window->ScrollbarY ? 0
        : options.reserve_scrollbar            ? ImGui::GetStyle().ScrollbarSize
                                               : 0;
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const float side = ui.px(options.side);
    float width = window->InnerRect.GetWidth() - scrollbar - 2 * side;
    if (options.most_width > 0) width = std::min(width, ui.px(options.most_width));
    return {.x = area.Min.x + side, .y = start.y + ui.px(options.top), .width = ImFloor(width)};
}

void end_scroll(Ui& ui, const Flow& flow, ScrollOptions options) {
    ImGuiWindow* window = ImGui::GetCurrentWindow();
    const float bottom = flow.y + ui.px(options.bottom);
    // What became shorter than it is scrolled down is moved back by the next frame.
    if (window->Scroll.y > 0 && bottom < window->InnerRect.Max.y - ui.px(4)) ui.keep_moving();
    ImGui::SetCursorScreenPos({window->Pos.x, bottom});
    ImGui::Dummy({0, 0});
    ImGui::EndChild();
}

Card::Card(Ui& ui, Flow& around, float padding_x, float padding_y)
    : ui_(ui),
      around_(around),
      list_(ImGui::GetWindowDrawList()),
      padding_x_(ui.px(padding_x)),
      padding_y_(ui.px(padding_y)),
      top_{around.x, around.y} {
    splitter_.Split(list_, 2);
    splitter_.SetCurrentChannel(list_, 1);
    flow = {.x = around.x + padding_x_, .y = around.y + padding_y_, .width = around.width - 2 * padding_x_};
}

void Card::end() {
    const ImRect area{top_.x, top_.y, top_.x + around_.width, flow.y + padding_y_};
    splitter_.SetCurrentChannel(list_, 0);
    draw_card(ui_, area);
    splitter_.Merge(list_);
    around_.y = area.Max.y;
}

void draw_card(Ui& ui, ImRect area) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(area.Min, area.Max, ui.colour(Colour::surface), ui.px(grid::corner));
    list.AddRect(area.Min, area.Max, ui.colour(Colour::line), ui.px(grid::corner));
}

void draw_separator(Ui& ui, float x0, float x1, float y) {
    ImGui::GetWindowDrawList()->AddRectFilled({x0, y}, {x1, y + 1}, ui.colour(Colour::line));
}

}  // namespace kith::ui
