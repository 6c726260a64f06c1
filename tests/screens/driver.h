// Drives screens without a browser, by role and name, the way a person does: clicks are mouse events at
// the middle of what is found, keys are key events, typing goes to the field that is being edited. Every
// frame is checked: an item without a node, or an id used twice, fails the test.
//
//     Driver screen;
//     screen.show([&](Ui& ui) { … });
//     screen.get(Role::button, "Add").click();
//     screen.type("Ana");
//     screen.press("Enter");
//     CHECK(screen.has(Role::heading, "Ana"));
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "../say.h"
#include "host.h"
#include "ui/app/app.h"
#include "widgets/imgui_hooks.h"
#include "widgets/ui.h"

namespace kith::ui {

class Driver;

/// Something on the screen, found anew at each use.
class Found {
public:
    Found(Driver& driver, Role role, std::string name, ImGuiID within = 0)
        : driver_(driver), role_(role), name_(std::move(name)), within_(within) {}

    const Node& node() const;
    bool there() const;
    void click();
    void double_click();
    void hover();
    void focus();
    void activate();  // by request, as a screen reader does
    void set_value(std::string_view value);
    /// Clicks the field and types; the old content is replaced.
    void fill(std::string_view text);
    std::string value() const { return node().value; }
    std::string description() const { return node().description; }
    /// The same kind of search within this node.
    Found get(Role role, std::string_view name) const;
    bool has(Role role, std::string_view name) const;

private:
    friend class Driver;
    Driver& driver_;
    Role role_;
    std::string name_;
    ImGuiID within_;
    const Node* find() const;
};

struct Stage {
    float width = 1440, height = 900;
    bool touch = false;
    bool dark = false;
};

class Driver {
public:
    explicit Driver(Stage stage = {});
    ~Driver();
    Driver(const Driver&) = delete;
    Driver& operator=(const Driver&) = delete;

    ScriptedHost& host() { return host_; }

    /// What to draw: widgets with a Ui of the driver's own …
    void show(std::function<void(Ui&)> draw);
    /// … or a whole app.
    void show(App& app);

    Found get(Role role, std::string_view name) { return {*this, role, std::string(name)}; }
    bool has(Role role, std::string_view name) { return get(role, name).there(); }
    /// Any node with this name or value.
    bool shows(std::string_view text);
    int count(Role role);
    SemanticTree& tree();
    const Node* focused();

    /// "Tab", "Shift+Tab", "Enter", "Control+K", "ArrowDown", "a" …
    void press(std::string_view keys);
    void type(std::string_view text);
    void scroll(ImVec2 at, float lines);
    void drag(ImVec2 from, ImVec2 to) { drag_along({from, to}); }
    /// With the button held from the first place to the last, in steps between them.
    void drag_along(std::vector<ImVec2> places);

    void resize(float width, float height);
    void frame();
    /// Frames until nothing moves.
    void settle();
    /// Lets time pass, with the frames that were asked for.
    void wait(std::chrono::milliseconds time);

    std::string print_tree();
    /// Lines of what a frame said wrongly; checked after every frame.
    std::vector<std::string> complaints();
    void request(NodeRequest request);
    void click_at(ImVec2 at, int times = 1);
    void move_to(ImVec2 at);

private:
    ScriptedHost host_;
    ImGuiContext* context_;
    std::unique_ptr<ItemAudit> audit_;
    std::unique_ptr<Ui> own_;
    App* app_ = nullptr;
    std::function<void(Ui&)> draw_;
    std::string field_text_;
    bool field_selected_ = false;
    ImGuiID field_id_ = 0;
    std::uint32_t field_revision_ = 0;
    bool moving_ = false;

    void send(TextEvent event, std::string_view text = {});
    void follow_field();
};

/// A font of fixed widths, so that layouts are the same everywhere: 0.55 em a letter, 1 em an ideograph.
Fonts fixed_fonts(ImFontAtlas& atlas);

}  // namespace kith::ui
