// Everything that src/widgets offers stands in the gallery, can be told by who can't see it, and takes the focus.
#include "ui/gallery/gallery.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

#include "driver.h"
#include "kith.h"

using namespace kith;
using namespace kith::ui;

namespace {

std::string read_file(const std::filesystem::path& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The headers that widgets.h takes together.
std::vector<std::string> widget_headers() {
    std::vector<std::string> headers;
    const std::string all = read_file("src/widgets/widgets.h");
    static const std::regex include("#include \"(widgets/[a-z_]+\\.h)\"");
    for (auto it = std::sregex_iterator(all.begin(), all.end(), include); it != std::sregex_iterator(); ++it)
        headers.push_back("src/" + (*it)[1].str());
    return headers;
}

/// What is drawn or measured with a Ui: free functions declared at the margin of a header.
std::set<std::string> public_widgets() {
    std::set<std::string> names;
    static const std::regex function("\n[A-Za-z][\\w:<>&* ]* ([a-z_]+)\\(\\s*(const )?Ui& ui");
    for (const std::string& header : widget_headers()) {
        const std::string text = read_file(header);
        for (auto it = std::sregex_iterator(text.begin(), text.end(), function); it != std::sregex_iterator();
            ++it)
            names.insert((*it)[1]);
    }
    return names;
}

struct Gallery {
    explicit Gallery(Stage stage = {}) : screen(stage) {
        screen.show([this](Ui& ui) {
            const ImVec2 size = ImGui::GetIO().DisplaySize;
            draw_gallery(ui, state, {0, 0, size.x, size.y});
        });
    }
    Driver screen;
    std::shared_ptr<GalleryState> state;
};

}  // namespace

TEST_CASE("every widget stands in the gallery") {
    std::string gallery;
    for (const auto& entry : std::filesystem::directory_iterator("src/ui/gallery"))
        if (entry.path().extension() == ".cpp") gallery += read_file(entry.path());
    const std::set<std::string> widgets = public_widgets();
    CHECK(widgets.size() > 40);
    for (const char* known : {"button", "table", "text_field", "show_toast", "list_item"})
        CHECK(widgets.contains(known));
    for (const std::string& widget : widgets) {
        if (widget == "begin_canvas" || widget == "end_canvas") continue;  // the frame around all of it
        CAPTURE(widget);
        CHECK(std::regex_search(
            gallery, std::regex("\\b" + widget + "\\(ui\\b|\\b" + widget + "\\(\\s*ui\\b")));
    }
}

TEST_CASE("everything in the gallery has a name, light and dark, wide and on a phone") {
    for (const bool dark : {false, true}) {
        for (const bool phone : {false, true}) {
            Gallery gallery(
                {.width = phone ? 390.0f : 1440.0f, .height = 12000, .touch = phone, .dark = dark});
            CAPTURE(dark);
            CAPTURE(phone);
            int controls = 0;
            for (const Node& node : gallery.screen.tree().nodes()) {
                CAPTURE(role_name(node.role));
                CAPTURE(node.description);
                if (node.focusable || node.disabled) {
                    ++controls;
                    CHECK_FALSE(node.name.empty());
                }
                // What only holds others may go without: they say it.
                constexpr Role quiet[] = {Role::group, Role::row, Role::cell, Role::gridcell, Role::listitem};
                if (!std::ranges::contains(quiet, node.role)) CHECK_FALSE(node.name.empty());
            }
            CHECK(controls > 100);
        }
    }
}

TEST_CASE("each state that a control can be in is in the gallery") {
    Gallery gallery({.height = 12000});
    const auto any = [&](auto is) { return std::ranges::any_of(gallery.screen.tree().nodes(), is); };
    CHECK(any([](const Node& node) { return node.role == Role::button && node.disabled; }));
    CHECK(any([](const Node& node) { return node.role == Role::textbox && node.invalid; }));
    CHECK(any([](const Node& node) { return node.role == Role::textbox && node.read_only; }));
    CHECK(any([](const Node& node) { return node.role == Role::textbox && node.required; }));
    CHECK(any([](const Node& node) { return node.role == Role::textbox && node.multiline; }));
    CHECK(any([](const Node& node) { return node.role == Role::textbox && node.value.empty(); }));
    CHECK(any([](const Node& node) { return node.role == Role::checkbox && node.checked == Tri::mixed; }));
    CHECK(any([](const Node& node) { return node.role == Role::button && node.expanded == Tri::yes; }));
    CHECK(any([](const Node& node) { return node.role == Role::button && node.pressed == Tri::yes; }));
    CHECK(any([](const Node& node) { return node.role == Role::row && node.selected == Tri::yes; }));
    CHECK(any([](const Node& node) { return node.role == Role::tab && node.selected == Tri::yes; }));
    CHECK(any([](const Node& node) { return node.role == Role::grid && node.rows <= 1; }));
}

TEST_CASE("Tab goes through the whole gallery and shows where it is") {
    Gallery gallery({.height = 900});
    std::set<ImGuiID> visited;
    for (int i = 0; i < 400; ++i) {
        gallery.screen.press("Tab");
        const Node* node = gallery.screen.focused();
        REQUIRE(node != nullptr);
        CHECK_FALSE(node->name.empty());
        if (!visited.insert(node->id).second && visited.size() > 1 && node->name == "As the page") break;
    }
    CHECK(visited.size() > 60);
}

TEST_CASE("what lies over the page opens and closes in the gallery") {
    Gallery gallery;
    const auto open = [&](std::string_view button) {
        gallery.screen.get(Role::button, button).focus();
        gallery.screen.press("Enter");
        gallery.screen.settle();
    };
    open("Dialog");
    CHECK(gallery.screen.has(Role::dialog, "Dialog of the gallery"));
    gallery.screen.press("Escape");
    gallery.screen.press("Escape");
    CHECK_FALSE(gallery.screen.has(Role::dialog, "Dialog of the gallery"));
    open("Question");
    CHECK(gallery.screen.has(Role::alertdialog, "Delete it?"));
    gallery.screen.press("Escape");
    open("A panel of its own");
    CHECK(gallery.screen.has(Role::dialog, "A panel that lays itself out"));
    gallery.screen.press("Escape");
    open("Menu");
    CHECK(gallery.screen.get(Role::menuitem, "Can’t be done now").node().disabled);
    gallery.screen.press("Escape");
    CHECK_FALSE(gallery.screen.has(Role::menu, "Menu of the gallery"));
    open("Message with a way back");
    CHECK(gallery.screen.has(Role::button, "Undo"));
}

TEST_CASE("the gallery is drawn in either theme, and stands at an address of its own") {
    Kith kith;
    kith.open("gallery");
    REQUIRE(kith.screen.has(Role::heading, say("nav.gallery")));
    for (const char* theme : {"Dark", "Light", "As the page"}) {
        kith.screen.get(Role::radio, theme).click();
        CHECK(kith.screen.get(Role::radio, theme).node().checked == Tri::yes);
    }
    kith.screen.press("Control+K");
    kith.screen.type("gallery");
    CHECK_FALSE(kith.screen.has(Role::option, say("finder.open_place", say("nav.gallery"))));
}
