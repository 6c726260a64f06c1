// What SDL2 leaves out or gets wrong between a browser and Dear ImGui: touch that scrolls, the system
// clipboard, keys that belong to the browser (input.js), keys that hang.
//
// Touch: a tap is a click, made within the touch's own event, because phones open their keyboard only
// for a focus that happens there. A drag scrolls what is under the finger and glides on when let go;
// where nothing scrolls in its direction it drags as a mouse would. A long press is a right click.
#pragma once

#include <string>
#include <string_view>

#include "browser/border.h"
#include "imgui.h"

namespace kith::browser {

class Frames;

class Input {
public:
    explicit Input(Frames& frames);
    Input(const Input&) = delete;

    /// In each frame, before Dear ImGui's. Returns whether a glide goes on.
    bool step(bool reduced_motion);

    /// Inside a copy event the text goes into it; otherwise to the system's clipboard.
    void copy(std::string_view text);

    // Called from JavaScript.
    void touch(Touch phase, ImVec2 at, double time);
    void shortcut(char letter, bool shift);
    void paste(std::string text);
    void release_keys();

private:
    enum class Gesture { none, undecided, scroll, drag, held };

    void decide(ImVec2 at);
    void scroll_by(ImVec2 by);
    void press_and_release(int button);

    Frames& frames_;
    std::string pasted_;
    Gesture gesture_ = Gesture::none;
    ImVec2 start_, last_;
    ImVec2 speed_;          // CSS pixels a second
    double last_time_ = 0;  // milliseconds
    ImGuiID scrolled_ = 0;  // the window that scrolls
    bool along_x_ = false;
    bool glides_ = false;
};

}  // namespace kith::browser
