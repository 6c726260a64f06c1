#include "browser/stage/frames.h"

#include <emscripten.h>

#include <algorithm>
#include <utility>

#include "browser/border.h"
#include "imgui.h"
#include "imgui_internal.h"

namespace kith::browser {

Frames::Frames(std::function<bool()> draw) : draw_(std::move(draw)) {
    kith_frames_start(this);
}

void Frames::wake(int count) {
    left_ = std::max(left_, count);
    arm();
}

void Frames::wake_after(std::chrono::milliseconds delay) {
    if (delay.count() <= 0) return wake(1);
    const double at = emscripten_get_now() + static_cast<double>(delay.count());
    if (timer_ != 0 && timer_at_ <= at) return;
    if (timer_ != 0) kith_timer_disarm(timer_);
    timer_at_ = at;
    timer_ = kith_timer_arm(static_cast<double>(delay.count()));
}

void Frames::draw_now() {
    if (!running_) run();
}

void Frames::resume() {
    paused_ = false;
    wake();
}

void Frames::due() {
    armed_ = 0;
    run();
}

void Frames::timer_due() {
    timer_ = 0;
    wake(1);
}

void Frames::arm() {
    if (armed_ == 0 && !running_ && !paused_) armed_ = kith_frame_arm();
}

void Frames::run() {
    if (paused_) return;
    running_ = true;
    const bool more = draw_();
    running_ = false;
    ++drawn_;
    kith_frame_drawn();
    if (left_ > 0) --left_;
    // Dear ImGui spreads quick events (a press and its release) over several frames.
    if (ImGui::GetCurrentContext()->InputEventsQueue.Size > 0) left_ = std::max(left_, 1);
    if (more) left_ = std::max(left_, 1);
    if (left_ > 0) arm();
}

// Called from JavaScript.
extern "C" {
void kith_wake(Frames* frames, int count) {
    frames->wake(count);
}
void kith_frame_due(Frames* frames) {
    frames->due();
}
void kith_timer_due(Frames* frames) {
    frames->timer_due();
}
void kith_draw_now(Frames* frames) {
    frames->draw_now();
}
bool kith_frames_rest(Frames* frames) {
    return frames->rests();
}
}

}  // namespace kith::browser
