// The whole of Kith's screens behind one door. A host gives it a workspace and calls frame() between
// ImGui::NewFrame() and ImGui::Render(); everything else a host knows goes in through the few calls
// below, and what is on the screen comes out through semantics().
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ui/session/host.h"
#include "widgets/host.h"
#include "widgets/semantics.h"

namespace kith {
class Workspace;
class Random;
class Catalogue;
}  // namespace kith

namespace kith::ui {

class App {
public:
    /// `workspace` and `host` must outlive the app. `random` gives ids to new records.
    App(Host& host, Workspace& workspace, Random& random, const Catalogue& catalogue);
    ~App();

    /// Draws one frame. Returns true while something moves and another frame is wanted at once.
    bool frame();

    SemanticTree& semantics();

    /// From assistive technology, tests, and the host's own shortcuts; carried out in the next frame.
    void request(NodeRequest request);

    /// From the real text field shown for Host::edit_text.
    void text_event(ImGuiID field, TextEvent event, std::string_view text);

    /// The field that a press there would edit, as it was last drawn; 0: none. O(fields on the screen).
    ImGuiID field_at(ImVec2 place);

    /// A file dropped on the page or chosen in the picker. The bytes are moved in.
    void receive_file(std::string name, std::string bytes);

    /// A dropped or chosen file that could not be taken in.
    void refuse_file(std::string_view name, FileProblem problem);

    /// A file that the host was to open with Host::open_sealed can't be.
    void stays_sealed(SealProblem problem);

    /// A file is being dragged over the page (draw the drop target), or no longer.
    void file_hover(bool over);

    /// The place named in the address bar ("people/0123456789abcdef"); empty: the home screen.
    void go_to(std::string_view path);

    /// What Host::keep_typed was last given before this start, or by the tab that wrote before this one: it is
    /// there again, at its place, with its field open. What can't be read is left out.
    void take_up(std::string typed);

    /// The page may not run again: what is typed is handed over now, without a frame.
    void leaving();

    /// The workspace changed from outside (loaded, taken over, merged).
    void workspace_changed();

private:
    struct Inside;
    struct Past;
    std::unique_ptr<Inside> inside_;
    std::unique_ptr<Past> past_;                                      // shown instead, while there is one
    std::vector<std::pair<std::string, std::string>> waiting_files_;  // names and bytes, come in a long step

    Inside& shown();
};

}  // namespace kith::ui
