// The canvas in elements: each frame's semantic tree as DOM with ARIA, for screen readers, for the
// browser's find-in-page, and for tests that drive the app by role and name.
//
// What was sent is remembered by id and compared, so a frame in which nothing changed costs one
// comparison a node and no call; otherwise one call carries all changes, strings only where they
// differ. Places are in CSS pixels relative to the parent's, so a panel that moves takes what is in
// it along.
#pragma once

#include <bit>
#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "browser/border.h"
#include "widgets/semantics.h"

namespace kith::browser {

class Mirror {
public:
    /// `asked` gets what assistive technology or a test does to an element, outside of frames.
    explicit Mirror(std::function<void(ui::NodeRequest)> asked);
    Mirror(const Mirror&) = delete;

    /// Whether anything is different from the frame before.
    bool show(ui::SemanticTree& tree);

    // Called from JavaScript.
    void request(ui::NodeRequest request) { asked_(std::move(request)); }
    /// The element was something else for a while (a field being edited): send it all again.
    void stale(ImGuiID id);

private:
    struct Shown {
        ui::Node node;
        ImVec2 origin;                   // of its children's places, on the canvas
        ImVec4 place;                    // as sent: left, top, width, height within the parent
        std::vector<ImGuiID> children;   // as sent
        std::vector<ImGuiID> gathering;  // of this frame
        std::uint64_t frame = 0;         // last seen
        std::int32_t flags = 0;          // as sent
    };

    void gather(const ui::SemanticTree& tree);
    void remove_unseen();
    void write(Shown& shown, const ui::Node& node);
    void write_place(Shown& shown, const ui::Node& node, bool is_new);
    void write_text(ImGuiID id, NodeText field, const std::string& text);
    void write_order(ImGuiID parent, Shown& shown);
    void put(std::int32_t number) { changes_.push_back(number); }
    void put(ImGuiID id) { changes_.push_back(static_cast<std::int32_t>(id)); }
    void put(float number) { changes_.push_back(std::bit_cast<std::int32_t>(number)); }
    void put(const std::string& text);

    std::function<void(ui::NodeRequest)> asked_;
    std::unordered_map<ImGuiID, Shown> shown_;  // 0 is the root
    std::vector<std::int32_t> changes_;
    std::string texts_;
    ImGuiID focused_ = 0;
    std::uint64_t frame_ = 0;
};

}  // namespace kith::browser
