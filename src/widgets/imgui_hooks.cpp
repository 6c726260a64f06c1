#include "widgets/imgui_hooks.h"

#include <algorithm>
#include <format>

#include "imgui_internal.h"
#include "widgets/semantics.h"

namespace {

kith::ui::ItemAudit* audit_of(ImGuiContext* context) {
    return static_cast<kith::ui::ItemAudit*>(context->TestEngine);
}

}  // namespace

// What IMGUI_ENABLE_TEST_ENGINE makes Dear ImGui call.

void ImGuiTestEngineHook_ItemAdd(
    ImGuiContext* context, ImGuiID id, const ImRect& area, const ImGuiLastItemData*) {
    if (kith::ui::ItemAudit* audit = audit_of(context)) {
        const ImGuiWindow* window = context->CurrentWindow;
        if (window != nullptr && window->IsFallbackWindow) return;  // Dear ImGui's own, never shown
        audit->note({id, area.ToVec4(), window != nullptr ? window->Name : ""});
    }
}

void ImGuiTestEngineHook_ItemInfo(ImGuiContext*, ImGuiID, const char*, ImGuiItemStatusFlags) {}
void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}
const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) {
    return nullptr;
}

// See imgui_config.h: stands in for the FreeType loader so that no rasteriser is linked.
namespace ImGuiFreeType {

const ImFontLoader* GetFontLoader() {
    IM_ASSERT(false && "set ImFontAtlas::FontLoader before the first frame");
    return nullptr;
}

}  // namespace ImGuiFreeType

namespace kith::ui {

ItemAudit::ItemAudit() {
    ImGuiContext& g = *ImGui::GetCurrentContext();
    g.TestEngine = this;
    g.TestEngineHookItems = true;
}

ItemAudit::~ItemAudit() {
    if (ImGuiContext* context = ImGui::GetCurrentContext()) {
        context->TestEngineHookItems = false;
        context->TestEngine = nullptr;
    }
}

void ItemAudit::begin_frame() {
    items_.clear();
}

std::vector<std::string> ItemAudit::items_without_node(const SemanticTree& tree) const {
    const ImGuiContext& g = *ImGui::GetCurrentContext();
    const auto is_part_of_window = [&](ImGuiID id) {
        return std::ranges::any_of(g.Windows, [&](ImGuiWindow* window) {
            if (window->IDStack.empty())
                return false;  // not drawn for a minute: Dear ImGui gave its memory back
            return id == window->ID || id == window->ChildId || id == window->MoveId ||
                id == ImGui::GetWindowScrollbarID(window, ImGuiAxis_X) ||
                id == ImGui::GetWindowScrollbarID(window, ImGuiAxis_Y);
        });
    };
    std::vector<std::string> found;
    for (const Item& item : items_) {
        if (item.area.x >= item.area.z || item.area.y >= item.area.w) continue;
        if (tree.find(item.id) != nullptr || is_part_of_window(item.id)) continue;
        found.push_back(
            std::format("item {:08x} in \"{}\" at {},{}", item.id, item.window, item.area.x, item.area.y));
    }
    return found;
}

std::vector<std::string> ItemAudit::ids_used_twice() const {
    std::vector<Item> sorted = items_;
    std::ranges::stable_sort(sorted, {}, &Item::id);
    std::vector<std::string> found;
    for (std::size_t i = 1; i < sorted.size(); ++i) {
        const ImVec4& a = sorted[i - 1].area;
        const ImVec4& b = sorted[i].area;
        if (sorted[i].id == sorted[i - 1].id && (a.x != b.x || a.y != b.y)) {
            found.push_back(std::format("id {:08x} in \"{}\" at {},{} and {},{}", sorted[i].id,
                sorted[i].window, a.x, a.y, b.x, b.y));
        }
    }
    return found;
}

}  // namespace kith::ui
