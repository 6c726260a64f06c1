// An eye on Dear ImGui: every item that gets an id while a frame is drawn must have a node in the semantic
// tree, or someone who can't see the canvas can't know of it. Built on the hooks that Dear ImGui has for
// its test engine.
#pragma once

#include <string>
#include <vector>

#include "imgui.h"

namespace kith::ui {

class SemanticTree;

/// Collects the ids of the frames between construction and destruction; one at a time per context.
class ItemAudit {
public:
    ItemAudit();
    ~ItemAudit();
    ItemAudit(const ItemAudit&) = delete;
    ItemAudit& operator=(const ItemAudit&) = delete;

    void begin_frame();
    /// Items of this frame with an area but without a node, described by window and place. Windows,
    /// scroll areas and their scrollbars are no controls and may be without.
    std::vector<std::string> items_without_node(const SemanticTree& tree) const;
    /// Ids used for two different areas in this frame: the keyboard could not tell them apart.
    std::vector<std::string> ids_used_twice() const;

    struct Item {
        ImGuiID id = 0;
        ImVec4 area = {};
        const char* window = "";
    };
    void note(const Item& item) { items_.push_back(item); }

private:
    std::vector<Item> items_;
};

}  // namespace kith::ui
