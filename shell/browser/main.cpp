// Start-up of the page: open the stage, load what is stored while the icons arrive, draw the first
// frame, take the loading page away. After that main() has long returned, and nothing runs but what
// frames.h describes.
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "base/catalogue.h"
#include "base/random.h"
#include "browser/border.h"
#include "browser/browser_host.h"
#include "browser/stage/frames.h"
#include "browser/stage/stage.h"
#include "browser/storage/storage.h"
#include "ui/app/app.h"
#include "workspace/workspace.h"

namespace kith::browser {

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
                             .state_changed = [this] { frames_.wake(1); },
                             .typed =
                                 [this](std::string typed) {
                                     typed_ = std::move(typed);
                                     take_up_typed();
                                 },
                             .leaving =
                                 [this] {
                                     if (app_) app_->leaving();
                                 }},
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
        if (!has_rest_ && (workspace_->revision() > 0 || !typed_.empty())) return kith_rest_load(this);
        app_.emplace(*host_, *workspace_, random_, Catalogue::english());
        host_->attach(*app_);
        take_up_typed();
        frames_.draw_now();
        frames_.wake();
        kith_started();
    }

    void take_up_typed() {
        if (!app_ || typed_.empty()) return;
        app_->take_up(std::exchange(typed_, {}));
        frames_.wake();
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
    std::string typed_;  // what was half done, until the app takes it up
    bool has_icons_ = false;
    bool has_rest_ = false;
};

// Called from JavaScript.
extern "C" {
void kith_icons_ready(Program* program) {
    program->icons_ready();
}
void kith_rest_ready(Program* program) {
    program->rest_ready();
}
}

}  // namespace kith::browser

int main() {
    // Lives as long as the page.
    static kith::browser::Program program;
    program.start();
}
