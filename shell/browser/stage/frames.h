// Frames on demand. Nothing is drawn unless somebody asked: an input event, a timer, finished I/O.
// A resting page runs no code at all, which is what keeps a laptop cool with Kith open all day.
//
// Dear ImGui needs a few frames to settle after an input (hover, then press, then layout), hence the
// three that one wake() gives. In a hidden tab the browser runs no animation frames; work that was
// asked for goes on there by timer, so that an import finishes while one reads something else.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>

namespace kith::browser {

class Frames {
public:
    /// `draw` draws one frame and says whether it wants another one at once.
    explicit Frames(std::function<bool()> draw);
    Frames(const Frames&) = delete;

    /// At least `count` frames from now on. Costs one JavaScript call if none was due.
    void wake(int count = 3);

    /// One frame after a delay. Of several requests the earliest counts; asking again each frame is free.
    void wake_after(std::chrono::milliseconds delay);

    /// A frame here and now, for what must happen inside the event that caused it (the clipboard, the
    /// focus that opens a phone's keyboard, a new canvas size). Does nothing inside a frame.
    void draw_now();

    /// Draws nothing until resume(): the graphics context is gone.
    void pause() { paused_ = true; }
    void resume();

    std::uint64_t drawn() const { return drawn_; }
    bool rests() const { return left_ == 0; }

    // Called from JavaScript.
    void due();
    void timer_due();

private:
    void arm();
    void run();

    std::function<bool()> draw_;
    std::uint64_t drawn_ = 0;
    int left_ = 0;
    int armed_ = 0;  // the request's handle; 0: none
    bool running_ = false;
    bool paused_ = false;
    double timer_at_ = 0;  // milliseconds on the page's clock; 0: none
    int timer_ = 0;
};

}  // namespace kith::browser
