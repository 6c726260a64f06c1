#include "widgets/semantics.h"

#include <array>
#include <utility>

#include "base/assertion.h"

namespace kith::ui {

namespace {

constexpr std::array role_names{
    std::string_view{"alert"},
    std::string_view{"alertdialog"},
    std::string_view{"application"},
    std::string_view{"banner"},
    std::string_view{"button"},
    std::string_view{"cell"},
    std::string_view{"checkbox"},
    std::string_view{"columnheader"},
    std::string_view{"combobox"},
    std::string_view{"complementary"},
    std::string_view{"dialog"},
    std::string_view{"form"},
    std::string_view{"grid"},
    std::string_view{"gridcell"},
    std::string_view{"group"},
    std::string_view{"heading"},
    std::string_view{"img"},
    std::string_view{"link"},
    std::string_view{"list"},
    std::string_view{"listbox"},
    std::string_view{"listitem"},
    std::string_view{"main"},
    std::string_view{"menu"},
    std::string_view{"menuitem"},
    std::string_view{"menuitemcheckbox"},
    std::string_view{"meter"},
    std::string_view{"navigation"},
    std::string_view{"note"},
    std::string_view{"option"},
    std::string_view{"paragraph"},
    std::string_view{"progressbar"},
    std::string_view{"radio"},
    std::string_view{"radiogroup"},
    std::string_view{"region"},
    std::string_view{"row"},
    std::string_view{"rowheader"},
    std::string_view{"search"},
    std::string_view{"searchbox"},
    std::string_view{"separator"},
    std::string_view{"slider"},
    std::string_view{"spinbutton"},
    std::string_view{"status"},
    std::string_view{"switch"},
    std::string_view{"tab"},
    std::string_view{"table"},
    std::string_view{"tablist"},
    std::string_view{"tabpanel"},
    std::string_view{"term"},
    std::string_view{"textbox"},
    std::string_view{"timer"},
    std::string_view{"toolbar"},
    std::string_view{"tooltip"},
    std::string_view{"tree"},
    std::string_view{"treeitem"},
};
static_assert(role_names.size() == std::size_t{std::to_underlying(Role::treeitem)} + 1);
static_assert(role_names[std::to_underlying(Role::switch_)] == "switch");
static_assert(role_names[std::to_underlying(Role::option)] == "option");

}  // namespace

std::string_view role_name(Role role) {
    return role_names[std::to_underlying(role)];
}

void SemanticTree::begin_frame() {
    nodes_.clear();
    open_.clear();
    places_.clear();
}

Node& SemanticTree::add(Node node) {
    KITH_ASSERT(node.id != 0);
    if (node.parent == 0 && !open_.empty()) node.parent = open_.back();
    places_.insert_or_assign(node.id, nodes_.size());
    nodes_.push_back(std::move(node));
    return nodes_.back();
}

Node& SemanticTree::open(Node node) {
    const ImGuiID id = node.id;
    Node& added = add(std::move(node));
    open_.push_back(id);
    return added;
}

void SemanticTree::close() {
    KITH_ASSERT(!open_.empty());
    open_.pop_back();
}

void SemanticTree::announce(std::string text, Politeness politeness) {
    announcements_.push_back({std::move(text), politeness});
}

std::vector<Announcement> SemanticTree::take_announcements() {
    return std::exchange(announcements_, {});
}

const Node* SemanticTree::find(ImGuiID id) const {
    const auto place = places_.find(id);
    return place == places_.end() ? nullptr : &nodes_[place->second];
}

Node* SemanticTree::find(ImGuiID id) {
    const auto place = places_.find(id);
    return place == places_.end() ? nullptr : &nodes_[place->second];
}

}  // namespace kith::ui
