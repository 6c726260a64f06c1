// Where the keyboard is. Kith keeps this itself instead of using Dear ImGui's navigation: Tab must go
// through the controls in the order a screen reader meets them, arrows must stay inside a list or
// table, and a dialog must keep the focus in and give it back (WAI-ARIA Authoring Practices, "Developing
// a Keyboard Interface").
//
// While a frame is drawn every control reports itself as a stop; Tab moves along the stops of the last
// finished frame. Layers are dialogs and menus: only the topmost layer takes part.
#pragma once

#include <vector>

#include "imgui.h"

namespace kith::ui {

class Focus {
public:
    ImGuiID id() const { return id_; }

    /// Whether the focus is to be shown: yes after the keyboard moved it, no after a click.
    bool ring() const { return ring_; }

    /// Whether `id` has the focus and got it since the last frame (to begin editing, to scroll there).
    bool arrived(ImGuiID id) const { return id_ == id && id != 0 && arrived_; }

    void begin_frame();
    void end_frame();

    /// Reports a control. `tab`: reached by Tab; a list has one such stop and leads on by arrows itself.
    /// `field`: prefers to be the first focus of a layer that appears.
    void stop(ImGuiID id, bool tab = true, bool field = false);

    /// Moves the focus at once.
    void move_to(ImGuiID id, bool ring);
    void clear() { id_ = 0; }

    /// Moves by Tab (+1) or Shift+Tab (-1) along the top layer, from its end to its beginning.
    void step(int direction);

    void enter_layer(ImGuiID layer);
    void leave_layer();
    /// Whether what is being drawn belongs to the topmost layer, the only one that hears the keyboard.
    bool in_top_layer() const { return current_ == top_; }
    ImGuiID top_layer() const { return top_; }
    ImGuiID current_layer() const { return current_; }  // 0: the page
    /// Or to one that appears in this frame, and will be the topmost.
    bool in_fresh_layer() const;

private:
    struct Stop {
        ImGuiID id, layer;
        bool tab, field;
    };
    struct Layer {
        ImGuiID id;
        ImGuiID came_from;  // had the focus when the layer appeared
        bool came_with_ring;
        bool seen;
        bool fresh;  // appeared in this frame
    };

    ImGuiID id_ = 0;
    bool ring_ = false;
    bool arrived_ = false;
    bool moved_ = false;   // since the last begin_frame
    int last_place_ = -1;  // of id_ among the tab stops, kept when the control goes away
    ImGuiID current_ = 0;  // layer being drawn, 0: the page
    ImGuiID top_ = 0;
    std::vector<ImGuiID> within_;
    std::vector<Layer> layers_;
    std::vector<Stop> stops_;  // of this frame
    std::vector<Stop> order_;  // of the last finished frame
};

}  // namespace kith::ui
