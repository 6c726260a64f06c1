#include "browser/stage/input.h"

#include <SDL.h>

#include <cmath>
#include <utility>

#include "browser/stage/frames.h"
#include "imgui_internal.h"

namespace kith::browser {
namespace {

constexpr float slop = 8;            // CSS pixels a finger may tremble
constexpr float slowest_glide = 40;  // CSS pixels a second
constexpr float glide_decay = 4;     // e-folds a second

bool scrolls(const ImGuiWindow& window, bool along_x) {
    return along_x ? window.ScrollMax.x > 0 : window.ScrollMax.y > 0;
}

}  // namespace

Input::Input(Frames& frames) : frames_(frames) {
    ImGuiIO& io = ImGui::GetIO();
    io.ConfigMacOSXBehaviors = kith_input_is_mac();
    ImGuiPlatformIO& platform = ImGui::GetPlatformIO();
    platform.Platform_ClipboardUserData = this;
    platform.Platform_SetClipboardTextFn = [](ImGuiContext*, const char* text) {
        static_cast<Input*>(ImGui::GetPlatformIO().Platform_ClipboardUserData)->copy(text);
    };
    platform.Platform_GetClipboardTextFn = [](ImGuiContext*) {
        return static_cast<Input*>(ImGui::GetPlatformIO().Platform_ClipboardUserData)->pasted_.c_str();
    };
    platform.Platform_SetImeDataFn = nullptr;  // the real text field sees to input methods
    platform.Platform_OpenInShellFn = nullptr;
    kith_input_start(this);
}

void Input::copy(std::string_view text) {
    kith_clipboard_write(text.data(), text.size());
}

void Input::shortcut(char letter, bool shift) {
    ImGuiIO& io = ImGui::GetIO();
    const ImGuiKey command = io.ConfigMacOSXBehaviors ? ImGuiMod_Super : ImGuiMod_Ctrl;
    const auto key = static_cast<ImGuiKey>(ImGuiKey_A + (letter - 'A'));
    for (const bool down : {true, false}) {
        io.AddKeyEvent(command, down);
        if (shift) io.AddKeyEvent(ImGuiMod_Shift, down);
        io.AddKeyEvent(key, down);
        frames_.draw_now();
    }
    frames_.wake();
}

void Input::paste(std::string text) {
    pasted_ = std::move(text);
    shortcut('V', false);
}

void Input::release_keys() {
    SDL_ResetKeyboard();
    frames_.wake();
}

void Input::touch(Touch phase, ImVec2 at, double time) {
    ImGuiIO& io = ImGui::GetIO();
    switch (phase) {
        case Touch::start:
            glides_ = false;
            gesture_ = Gesture::undecided;
            start_ = last_ = at;
            speed_ = {};
            io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
            io.AddMousePosEvent(at.x, at.y);
            frames_.draw_now();  // finds out what is under the finger
            break;
        case Touch::move: {
            if (gesture_ == Gesture::undecided && std::hypot(at.x - start_.x, at.y - start_.y) > slop)
                decide(at);
            const ImVec2 by = {at.x - last_.x, at.y - last_.y};
            const auto seconds = static_cast<float>(std::max(time - last_time_, 1.0) / 1000);
            if (gesture_ == Gesture::scroll) {
                scroll_by({-by.x, -by.y});
                speed_ = {speed_.x * 0.6F + by.x / seconds * 0.4F, speed_.y * 0.6F + by.y / seconds * 0.4F};
            }
            if (gesture_ == Gesture::drag) io.AddMousePosEvent(at.x, at.y);
            if (gesture_ != Gesture::undecided) last_ = at;
            break;
        }
        case Touch::hold:
            if (gesture_ != Gesture::undecided) return;
            gesture_ = Gesture::held;
            press_and_release(1);
            break;
        case Touch::end:
            if (gesture_ == Gesture::undecided) press_and_release(0);
            if (gesture_ == Gesture::drag) io.AddMouseButtonEvent(0, false);
            glides_ = gesture_ == Gesture::scroll && time - last_time_ < 60;
            [[fallthrough]];
        case Touch::cancel:
            if (phase == Touch::cancel && gesture_ == Gesture::drag) io.AddMouseButtonEvent(0, false);
            gesture_ = Gesture::none;
            io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);  // a lifted finger hovers over nothing
            break;
    }
    last_time_ = time;
    frames_.wake();
}

// The innermost window under the finger that scrolls in the direction of the movement, or a drag.
void Input::decide(ImVec2 at) {
    along_x_ = std::abs(at.x - start_.x) > std::abs(at.y - start_.y);
    ImGuiWindow* window = ImGui::GetCurrentContext()->HoveredWindow;
    while (window != nullptr && !scrolls(*window, along_x_)) {
        const bool is_child = (window->Flags & ImGuiWindowFlags_ChildWindow) != 0;
        window = is_child ? window->ParentWindow : nullptr;
    }
    if (window != nullptr) {
        gesture_ = Gesture::scroll;
        scrolled_ = window->ID;
        return;
    }
    gesture_ = Gesture::drag;
    ImGui::GetIO().AddMouseButtonEvent(0, true);
    frames_.draw_now();
}

void Input::scroll_by(ImVec2 by) {
    ImGuiWindow* window = ImGui::FindWindowByID(scrolled_);
    if (window == nullptr) return;
    if (along_x_)
        ImGui::SetScrollX(window, window->Scroll.x + by.x);
    else
        ImGui::SetScrollY(window, window->Scroll.y + by.y);
}

void Input::press_and_release(int button) {
    ImGuiIO& io = ImGui::GetIO();
    for (const bool down : {true, false}) {
        io.AddMouseButtonEvent(button, down);
        frames_.draw_now();
    }
}

bool Input::step(bool reduced_motion) {
    if (!glides_) return false;
    const float seconds = ImGui::GetIO().DeltaTime;
    scroll_by({-speed_.x * seconds, -speed_.y * seconds});
    const float kept = std::exp(-glide_decay * seconds);
    speed_ = {speed_.x * kept, speed_.y * kept};
    glides_ = !reduced_motion && std::abs(along_x_ ? speed_.x : speed_.y) > slowest_glide;
    return glides_;
}

// Called from JavaScript.
extern "C" {
void kith_touch(Input* input, Touch phase, float x, float y, double time) {
    input->touch(phase, {x, y}, time);
}
void kith_shortcut(Input* input, int letter, bool shift) {
    input->shortcut(static_cast<char>(letter), shift);
}
void kith_paste(Input* input, const char* text, std::size_t length) {
    input->paste({text, length});
}
void kith_release_keys(Input* input) {
    input->release_keys();
}
}

}  // namespace kith::browser
