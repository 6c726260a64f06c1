#include "browser/stage/stage.h"

#include <GLES3/gl3.h>
#include <SDL.h>
#include <emscripten/html5.h>
#include <emscripten/html5_webgl.h>

#include <algorithm>
#include <cmath>

#include "browser/border.h"
#include "browser/stage/frames.h"
#include "imgui_impl_opengl3.h"
#include "imgui_impl_sdl2.h"
#include "imgui_internal.h"

namespace kith::browser {
namespace {

// After sleep the clock has jumped. Half a second is longer than a double click and a tooltip's delay,
// so two clicks a minute apart stay two clicks, and shorter than anything that could run away.
constexpr float longest_step = 0.5F;

EMSCRIPTEN_WEBGL_CONTEXT_HANDLE make_context() {
    EmscriptenWebGLContextAttributes wanted;
    emscripten_webgl_init_context_attributes(&wanted);
    wanted.majorVersion = 2;
    wanted.alpha = false;
    wanted.depth = false;
    wanted.stencil = false;
    wanted.antialias = false;  // Dear ImGui smooths its own edges
    wanted.enableExtensionsByDefault = false;
    const auto context = emscripten_webgl_create_context("#canvas", &wanted);
    if (context > 0) emscripten_webgl_make_context_current(context);
    return context;
}

}  // namespace

const char* Stage::open(Frames& frames) {
    frames_ = &frames;
    SDL_SetHint(SDL_HINT_EMSCRIPTEN_KEYBOARD_ELEMENT, "#stage");
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    if (SDL_Init(SDL_INIT_VIDEO) != 0) return "no-webgl";
    // Not resizable, in SDL's eyes: its own resizing rounds, and clears the canvas between frames.
    window_ = SDL_CreateWindow("Kith", 0, 0, 1, 1, 0);
    if (window_ == nullptr || make_context() <= 0) return "no-webgl";

    IMGUI_CHECKVERSION();
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    if (!ImGui_ImplSDL2_InitForOpenGL(window_, nullptr) || !ImGui_ImplOpenGL3_Init("#version 300 es"))
        return "no-webgl";
    kith_stage_start(this);
    return nullptr;
}

// A press that comes with the move that leads to it waits for the next frame: where items lie above each
// other Dear ImGui gives it only to one that was below the pointer before (ImGuiItemFlags_AllowOverlap).
void Stage::take_input() {
    bool moved = false;
    SDL_PumpEvents();
    const auto next = [](SDL_Event& event, SDL_eventaction action) {
        return SDL_PeepEvents(&event, 1, action, SDL_FIRSTEVENT, SDL_LASTEVENT) == 1;
    };
    for (SDL_Event event; next(event, SDL_PEEKEVENT);) {
        if (moved && event.type == SDL_MOUSEBUTTONDOWN)
            return frames_->wake(5);  // it, its release, and to settle
        moved = moved || event.type == SDL_MOUSEMOTION;
        next(event, SDL_GETEVENT);
        ImGui_ImplSDL2_ProcessEvent(&event);
    }
}

void Stage::begin() {
    take_input();
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplSDL2_NewFrame();
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {
        static_cast<float>(pixel_width_) / density_, static_cast<float>(pixel_height_) / density_};
    io.DisplayFramebufferScale = {density_, density_};
    io.DeltaTime = std::min(io.DeltaTime, longest_step);
    ImGui::NewFrame();
}

void Stage::end() {
    ImGui::Render();
    ImDrawData& data = *ImGui::GetDrawData();
    snap_glyphs(data);
    glViewport(0, 0, pixel_width_, pixel_height_);
    const ImVec4 ground = ImGui::GetStyleColorVec4(ImGuiCol_WindowBg);
    glClearColor(ground.x, ground.y, ground.z, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(&data);
}

// Dear ImGui places text on whole CSS pixels and glyphs at fractions of them; between two screen
// pixels a glyph is a blur. Every quad that shows a part of the atlas as it is goes to the nearest
// whole device pixel. One pass over the vertices, a few tens of microseconds for a full screen.
void Stage::snap_glyphs(ImDrawData& data) const {
    const ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    const ImVec2 texels = {
        static_cast<float>(atlas.TexData->Width), static_cast<float>(atlas.TexData->Height)};
    for (ImDrawList* list : data.CmdLists) {
        ImDrawVert* vertices = list->VtxBuffer.Data;
        for (int i = 0; i + 3 < list->VtxBuffer.Size;) {
            ImDrawVert* quad = vertices + i;
            const float width = (quad[2].pos.x - quad[0].pos.x) * density_;
            const float height = (quad[2].pos.y - quad[0].pos.y) * density_;
            const bool upright = quad[0].pos.y == quad[1].pos.y && quad[1].pos.x == quad[2].pos.x &&
                quad[2].pos.y == quad[3].pos.y && quad[3].pos.x == quad[0].pos.x;
            const bool unscaled = upright && width > 0 &&
                std::abs((quad[2].uv.x - quad[0].uv.x) * texels.x - width) < 0.02F &&
                std::abs((quad[2].uv.y - quad[0].uv.y) * texels.y - height) < 0.02F;
            if (!unscaled) {
                ++i;
                continue;
            }
            const float x = quad[0].pos.x * density_;
            const float y = quad[0].pos.y * density_;
            const float right = (std::floor(x + 0.501F) - x) / density_;
            const float down = (std::floor(y + 0.501F) - y) / density_;
            for (int corner = 0; corner < 4; ++corner) {
                quad[corner].pos.x += right;
                quad[corner].pos.y += down;
            }
            i += 4;
        }
    }
}

void Stage::resized(int pixel_width, int pixel_height, float density) {
    pixel_width_ = std::max(pixel_width, 1);
    pixel_height_ = std::max(pixel_height, 1);
    density_ = density;
    // SDL scales the pointer by the window's size over the canvas' size in CSS pixels.
    SDL_SetWindowSize(window_, static_cast<int>(std::lround(static_cast<float>(pixel_width_) / density)),
        static_cast<int>(std::lround(static_cast<float>(pixel_height_) / density)));
    emscripten_set_canvas_element_size("#canvas", pixel_width_, pixel_height_);
    // The canvas is empty now: fill it before the browser shows it.
    frames_->draw_now();
    frames_->wake();
}

void Stage::context_lost() {
    frames_->pause();
}

void Stage::context_restored() {
    ImGui_ImplOpenGL3_DestroyDeviceObjects();  // textures too; the next frame makes them again
    frames_->resume();
}

// Called from JavaScript.
extern "C" {
void kith_stage_resized(Stage* stage, int width, int height, float density) {
    stage->resized(width, height, density);
}
void kith_context_lost(Stage* stage) {
    stage->context_lost();
}
void kith_context_restored(Stage* stage) {
    stage->context_restored();
}
}

}  // namespace kith::browser
