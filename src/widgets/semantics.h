// What is on the screen, in meaning: the tree that screen readers, browser tests and native screen
// tests all see. Every widget of ui/ adds its node here as it draws itself; the browser shell mirrors
// the finished tree to DOM elements with ARIA roles, and screen tests query it by role and name.
//
// Roles and states are those of WAI-ARIA 1.2 (https://www.w3.org/TR/wai-aria-1.2/), with its names.
// A node's identity across frames is its Dear ImGui id, so a mirror can update instead of rebuild.
// Cost: one append per node and frame; nothing is kept for rows that are not drawn, which is why a
// list says its size and each item its position.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "imgui.h"

namespace kith::ui {

enum class Role : std::uint8_t {
    alert,
    alertdialog,
    application,
    banner,
    button,
    cell,
    checkbox,
    columnheader,
    combobox,
    complementary,
    dialog,
    form,
    grid,
    gridcell,
    group,
    heading,
    img,
    link,
    list,
    listbox,
    listitem,
    main,
    menu,
    menuitem,
    menuitemcheckbox,
    meter,
    navigation,
    note,
    option,
    paragraph,
    progressbar,
    radio,
    radiogroup,
    region,
    row,
    rowheader,
    search,
    searchbox,
    separator,
    slider,
    spinbutton,
    status,
    switch_,
    tab,
    table,
    tablist,
    tabpanel,
    term,
    textbox,
    timer,
    toolbar,
    tooltip,
    tree,
    treeitem,
};

/// The ARIA name of a role, "button" for Role::button.
std::string_view role_name(Role role);

/// Three-valued states: ARIA tells "false" from "not applicable".
enum class Tri : std::uint8_t { not_applicable, no, yes, mixed };
enum class SortOrder : std::uint8_t { not_applicable, none, ascending, descending };

struct Node {
    ImGuiID id = 0;      // stable across frames, never 0
    ImGuiID parent = 0;  // 0: child of the root
    Role role = Role::group;
    std::string name = {};         // accessible name, in the person's language
    std::string value = {};        // text of a field, chosen option, number shown by a meter
    std::string description = {};  // second line, reason, error of a field
    std::string shortcut = {};     // aria-keyshortcuts, "Control+K"
    ImVec4 bounds = {};            // x0, y0, x1, y1 in canvas CSS pixels; empty when off screen
    Tri checked = Tri::not_applicable;
    Tri selected = Tri::not_applicable;
    Tri expanded = Tri::not_applicable;
    Tri pressed = Tri::not_applicable;
    SortOrder sort = SortOrder::not_applicable;
    bool disabled = false;
    bool focusable = false;  // can be reached by keyboard
    bool focused = false;
    bool current = false;  // aria-current, the page one is on
    bool invalid = false;
    bool required = false;
    bool read_only = false;
    bool multiline = false;
    bool editable = false;  // a combobox that one types into
    bool modal = false;     // what is outside of it can't be reached
    bool has_popup = false;
    int level = 0;                            // headings and tree items, 1 based; 0: none
    int position = 0;                         // position in set, 1 based; 0: none
    int set_size = 0;                         // 0: none
    int row = 0, column = 0;                  // 1 based place in a grid; 0: none
    int rows = 0, columns = 0;                // size of a grid; 0: none
    float minimum = 0, maximum = 0, now = 0;  // sliders, meters, progress bars (maximum > minimum)
};

enum class Politeness : std::uint8_t { polite, assertive };

struct Announcement {
    std::string text;
    Politeness politeness = Politeness::polite;
};

/// The tree of one frame. Nodes come in drawing order, parents before children.
class SemanticTree {
public:
    void begin_frame();

    /// Adds a node below the innermost open container and returns it for adjusting.
    Node& add(Node node);

    /// Adds a node and makes it the parent of what is added until the matching close().
    Node& open(Node node);
    void close();
    /// The innermost open container, 0 if none.
    ImGuiID open_id() const { return open_.empty() ? 0 : open_.back(); }

    /// Says something through a live region. Kept until taken by the host.
    void announce(std::string text, Politeness politeness = Politeness::polite);
    std::vector<Announcement> take_announcements();

    std::span<const Node> nodes() const { return nodes_; }
    const Node* find(ImGuiID id) const;
    Node* find(ImGuiID id);

private:
    std::vector<Node> nodes_;
    std::unordered_map<ImGuiID, std::size_t> places_;  // of each id in nodes_
    std::vector<ImGuiID> open_;
    std::vector<Announcement> announcements_;
};

/// What an assistive technology or a test asks of a node; carried out in the next frame.
enum class NodeAction : std::uint8_t { activate, focus, scroll_into_view, increment, decrement, set_value };

struct NodeRequest {
    ImGuiID id = 0;
    NodeAction action = NodeAction::activate;
    std::string value = {};  // for set_value
};

}  // namespace kith::ui
