#include "browser/browser_host.h"

#include <utility>

#include "browser/border.h"
#include "browser/text/glyphs.h"

namespace kith::browser {

BrowserHost::BrowserHost(Frames& frames, Stage& stage, Storage& storage)
    : frames_(frames),
      stage_(stage),
      storage_(storage),
      fonts_(add_fonts()),
      locale_(frames),
      pictures_(frames),
      input_(frames),
      mirror_([this](ui::NodeRequest request) {
          if (app_ == nullptr) return;
          app_->request(std::move(request));
          frames_.draw_now();  // so that what is done next finds it done
          frames_.wake();
      }),
      field_(
          [this](ImGuiID field, ui::TextEvent event, std::string_view text) {
              if (app_ == nullptr) return;
              app_->text_event(field, event, text);
              frames_.wake();
          },
          [this](ImVec2 at) { return app_ != nullptr ? app_->field_at(at) : 0; }),
      files_({
          .received =
              [this](std::string name, std::string bytes) {
                  if (app_ != nullptr) app_->receive_file(std::move(name), std::move(bytes));
                  frames_.wake();
              },
          .refused =
              [this](const std::string& name, ui::FileProblem problem) {
                  if (app_ != nullptr) app_->refuse_file(name, problem);
                  frames_.wake();
              },
          .stays_sealed =
              [this](ui::SealProblem problem) {
                  if (app_ != nullptr) app_->stays_sealed(problem);
                  frames_.wake();
              },
          .hovering =
              [this](bool over) {
                  if (app_ != nullptr) app_->file_hover(over);
                  frames_.wake();
              },
      }),
      backup_([this] { return storage_.whole_file(); }, [this] { frames_.wake(1); }) {}

void BrowserHost::attach(ui::App& app) {
    app_ = &app;
    kith_place_start(this);  // tells where the address bar says to go
}

bool BrowserHost::draw() {
    if (app_ == nullptr) return false;
    const bool glides = input_.step(locale().prefers_reduced_motion);
    stage_.begin();
    const bool more = app_->frame();
    stage_.end();
    // Until nothing is different any more: what was opened or closed settles, however few frames an input
    // gave.
    const bool changed = mirror_.show(app_->semantics());
    field_.show();
    return more || glides || changed;
}

std::chrono::sys_time<std::chrono::milliseconds> BrowserHost::now() {
    return std::chrono::sys_time<std::chrono::milliseconds>{
        std::chrono::milliseconds{static_cast<std::int64_t>(kith_wall_clock())}};
}

int BrowserHost::caret() {
    return kith_field_caret();
}

bool BrowserHost::whole() {
    return whole_ = whole_ || kith_is_whole();
}

void BrowserHost::lock_after(std::chrono::minutes idle) {
    if (idle == idle_) return;
    idle_ = idle;
    storage_.lock_after(idle);
}

void BrowserHost::open_link(std::string_view url) {
    kith_link_open(url.data(), url.size());
}

void BrowserHost::set_title(std::string_view title) {
    if (title == title_) return;
    title_ = title;
    kith_title_set(title.data(), title.size());
}

void BrowserHost::set_location(std::string_view path) {
    if (path == path_) return;
    path_ = path;
    kith_place_set(path.data(), path.size());
}

void BrowserHost::moved(std::string_view path) {
    path_ = path;
    app_->go_to(path);
    frames_.wake();
}

// Called from JavaScript.
extern "C" {
void kith_place_moved(BrowserHost* host, const char* path, std::size_t length) {
    host->moved({path, length});
}
}

}  // namespace kith::browser
