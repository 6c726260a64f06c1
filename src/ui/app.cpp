#include "ui/app.h"

#include "ui/layout.h"

namespace kith::ui {

struct App::Inside {
    Ui ui;
};

App::App(Host& host, Workspace&, Random&, const Catalogue& catalogue) : inside_(new Inside{.ui = Ui(host, catalogue)}) {}
App::~App() = default;
bool App::frame() { return false; }
SemanticTree& App::semantics() { return inside_->ui.tree(); }
void App::request(NodeRequest request) { inside_->ui.request(std::move(request)); }
void App::text_event(ImGuiID field, TextEvent event, std::string_view text) { inside_->ui.text_event(field, event, text); }

}  // namespace kith::ui
