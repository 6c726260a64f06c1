// Start-up of the page: open the stage, load what is stored while the icons arrive, draw the first
// frame, take the loading page away. After that main() has long returned, and nothing runs but what
// frames.h describes.
#include <emscripten.h>

#include <array>
#include <optional>
#include <utility>

#include "base/catalogue.h"
#include "base/random.h"
#include "browser_host.h"
#include "frames.h"
#include "stage.h"
#include "storage.h"
#include "ui/app/app.h"
#include "workspace/workspace.h"

extern "C" {
/// Four words from the browser's cryptographic source.
void kith_entropy(std::uint64_t* words);
/// Calls kith_icons_ready when the icon font can be drawn with, or failed to arrive.
void kith_icons_load(void* program);
/// Calls kith_rest_ready when the second part of the program is there (split.py).
void kith_rest_load(void* program);
void kith_stopped(const char* page);
void kith_started(void);
}

namespace kith::browser {
namespace {

class Program {
public:
    Program() : frames_([this] { return draw(); }) {}

    void start() {
        if (const char* problem = stage_.open(frames_)) return kith_stopped(problem);
        storage_.emplace(Storage::Events{.opened =
                                             [this](Workspace& workspace) {
                                                 workspace_ = &workspace;
                                                 open_app();
                                             },
                             .workspace_changed =
                                 [this] {
                                     if (app_) app_->workspace_changed();
                                     frames_.wake();
                                 },
                             .state_changed = [this] { frames_.wake(1); }},
            random_);
        host_.emplace(frames_, stage_, *storage_);
        kith_icons_load(this);
        storage_->open();
    }

    void icons_ready() {
        has_icons_ = true;
        open_app();
    }

    void rest_ready() {
        has_rest_ = true;
        open_app();
    }

private:
    static Random seeded() {
        std::array<std::uint64_t, 4> words;
        kith_entropy(words.data());
        return Random{words};
    }

    void open_app() {
        if (!has_icons_ || workspace_ == nullptr || app_) return;
        if (!has_rest_ && workspace_->revision() > 0) return kith_rest_load(this);
        app_.emplace(*host_, *workspace_, random_, Catalogue::english());
        host_->attach(*app_);
        frames_.draw_now();
        frames_.wake();
        kith_started();
    }

    bool draw() {
        const bool more = host_ && host_->draw();
        if (workspace_ != nullptr) storage_->note();
        return more;
    }

    Frames frames_;
    Stage stage_;
    Random random_ = seeded();
    std::optional<Storage> storage_;
    std::optional<BrowserHost> host_;
    Workspace* workspace_ = nullptr;  // storage's
    std::optional<ui::App> app_;
    bool has_icons_ = false;
    bool has_rest_ = false;
};

}  // namespace
}  // namespace kith::browser

extern "C" EMSCRIPTEN_KEEPALIVE void kith_icons_ready(void* program) {
    static_cast<kith::browser::Program*>(program)->icons_ready();
}

extern "C" EMSCRIPTEN_KEEPALIVE void kith_rest_ready(void* program) {
    static_cast<kith::browser::Program*>(program)->rest_ready();
}

int main() {
    // Lives as long as the page.
    static kith::browser::Program program;
    program.start();
}
