// The window: an SDL2 window on the page's canvas, a WebGL2 context in it, and Dear ImGui on top.
//
// The size is the canvas' own in device pixels, so that one picture element is one screen element at
// any zoom and pixel ratio. The context may be lost at any time (a driver restart, a phone that needs
// the memory); it is made anew with everything in it when the browser gives it back.
#pragma once

#include "imgui.h"

struct SDL_Window;

namespace kith::browser {

class Frames;

class Stage {
public:
    /// Nothing, or why there is no stage: "no-webgl".
    const char* open(Frames& frames);

    /// Before and after the screens draw. begin() takes the waiting input in.
    void begin();
    void end();

    /// Device pixels to a CSS pixel.
    float density() const { return density_; }

    // Called from JavaScript.
    void resized(int pixel_width, int pixel_height, float density);
    void context_lost();
    void context_restored();

private:
    void take_input();
    void snap_glyphs(ImDrawData& data) const;

    Frames* frames_ = nullptr;
    SDL_Window* window_ = nullptr;
    int pixel_width_ = 1;
    int pixel_height_ = 1;
    float density_ = 1;
};

}  // namespace kith::browser
