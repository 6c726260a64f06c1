#include "browser/stage/mirror.h"

#include <array>
#include <utility>

namespace kith::browser {
namespace {

using ui::Node;
using ui::Role;

/// Everything about a node that is a word of few values, in one number: see NodeState and NodeFlag.
std::int32_t flags_of(const Node& node, bool leaf) {
    std::uint32_t flags = 0;
    const auto state = [&](NodeState which, auto value) {
        flags |= unsigned{std::to_underlying(value)} << 2 * std::to_underlying(which);
    };
    state(NodeState::checked, node.checked);
    state(NodeState::selected, node.selected);
    state(NodeState::expanded, node.expanded);
    state(NodeState::pressed, node.pressed);
    state(NodeState::sort, node.sort);
    const auto flag = [&](NodeFlag which, bool is_on) {
        const int first = 2 * (std::to_underlying(NodeState::sort) + 1);
        flags |= unsigned{is_on} << (first + std::to_underlying(which));
    };
    flag(NodeFlag::disabled, node.disabled);
    flag(NodeFlag::focusable, node.focusable);
    flag(NodeFlag::current, node.current);
    flag(NodeFlag::invalid, node.invalid);
    flag(NodeFlag::required, node.required);
    flag(NodeFlag::read_only, node.read_only);
    flag(NodeFlag::modal, node.modal);
    flag(NodeFlag::has_popup, node.has_popup);
    flag(NodeFlag::leaf, leaf);
    return static_cast<std::int32_t>(flags);
}

/// In the order of NodeNumber.
auto numbers_of(const Node& node) {
    const std::array numbers{
        node.level, node.position, node.set_size, node.row, node.column, node.rows, node.columns};
    static_assert(numbers.size() == std::to_underlying(NodeNumber::columns) + 1);
    return numbers;
}

/// Whether one element can become the other by attributes alone.
bool same_element(const Node& a, const Node& b) {
    return a.role == b.role && a.multiline == b.multiline && a.editable == b.editable &&
        (a.role != Role::heading || a.level == b.level);
}

}  // namespace

Mirror::Mirror(std::function<void(ui::NodeRequest)> asked) : asked_(std::move(asked)) {
    std::string names;
    for (int role = 0; role <= std::to_underlying(Role::treeitem); ++role)
        names.append(ui::role_name(static_cast<Role>(role))).push_back('\n');
    kith_mirror_start(this);
    kith_mirror_roles(names.data(), names.size());
    shown_[0].frame = ~std::uint64_t{0};
}

bool Mirror::show(ui::SemanticTree& tree) {
    ++frame_;
    changes_.clear();
    texts_.clear();
    gather(tree);
    remove_unseen();

    ImGuiID focused = 0;
    for (const Node& node : tree.nodes()) {
        if (node.focused) focused = node.id;
        write(shown_[node.id], node);
    }
    write_order(0, shown_[0]);
    for (const Node& node : tree.nodes())
        write_order(node.id, shown_[node.id]);
    if (focused != focused_) {
        put(std::to_underlying(Change::focus));
        put(focused);
        focused_ = focused;
    }
    for (const ui::Announcement& said : tree.take_announcements()) {
        put(std::to_underlying(Change::announce));
        put(static_cast<std::int32_t>(std::to_underlying(said.politeness)));
        put(said.text);
    }
    if (changes_.empty()) return false;
    kith_mirror_apply(changes_.data(), changes_.size(), texts_.data());
    return true;
}

void Mirror::gather(const ui::SemanticTree& tree) {
    for (auto& [id, shown] : shown_)
        shown.gathering.clear();
    for (const Node& node : tree.nodes()) {
        Shown& shown = shown_[node.id];
        if (shown.frame == frame_) continue;  // an id used twice: the first one counts
        shown.frame = frame_;
        const auto parent = shown_.find(node.parent);
        const bool exists = parent != shown_.end() && (node.parent == 0 || parent->second.frame == frame_);
        (exists ? parent->second : shown_[0]).gathering.push_back(node.id);
    }
}

void Mirror::remove_unseen() {
    std::erase_if(shown_, [&](const auto& entry) {
        const auto& [id, shown] = entry;
        if (id == 0 || shown.frame == frame_) return false;
        put(std::to_underlying(Change::remove));
        put(id);
        return true;
    });
}

void Mirror::write(Shown& shown, const Node& node) {
    const Node& before = shown.node;
    const bool is_new = before.id == 0 || !same_element(before, node);
    if (is_new) {
        put(std::to_underlying(Change::create));
        put(node.id);
        put(static_cast<std::int32_t>(std::to_underlying(node.role)));
        // The level of a heading, or what is typed into: 1 a line, 2 a text.
        put(node.role == Role::heading ? node.level : node.multiline ? 2 : node.editable ? 1 : 0);
    }
    const std::int32_t flags = flags_of(node, shown.gathering.empty());
    if (is_new || flags != shown.flags) {
        put(std::to_underlying(Change::flags));
        put(node.id);
        put(flags);
        shown.flags = flags;
    }
    write_place(shown, node, is_new);
    if (is_new ? !node.name.empty() : node.name != before.name)
        write_text(node.id, NodeText::name, node.name);
    if (is_new ? !node.value.empty() : node.value != before.value)
        write_text(node.id, NodeText::value, node.value);
    if (is_new ? !node.description.empty() : node.description != before.description)
        write_text(node.id, NodeText::description, node.description);
    if (is_new ? !node.shortcut.empty() : node.shortcut != before.shortcut)
        write_text(node.id, NodeText::shortcut, node.shortcut);
    if (numbers_of(node) != numbers_of(is_new ? Node{} : before)) {
        put(std::to_underlying(Change::numbers));
        put(node.id);
        for (const int number : numbers_of(node))
            put(static_cast<std::int32_t>(number));
    }
    if (node.maximum > node.minimum &&
        (is_new || node.minimum != before.minimum || node.maximum != before.maximum ||
            node.now != before.now)) {
        put(std::to_underlying(Change::range));
        put(node.id);
        for (const float number : {node.minimum, node.maximum, node.now})
            put(number);
    }
    shown.node = node;
}

void Mirror::write_place(Shown& shown, const Node& node, bool is_new) {
    const auto parent = shown_.find(node.parent);
    const ImVec2 origin = parent == shown_.end() ? ImVec2{} : parent->second.origin;
    const bool is_visible = node.bounds.z > node.bounds.x && node.bounds.w > node.bounds.y;
    // What is off the screen is a point at its parent's corner.
    shown.origin = is_visible ? ImVec2{node.bounds.x, node.bounds.y} : origin;
    const ImVec4 place = is_visible ? ImVec4{node.bounds.x - origin.x, node.bounds.y - origin.y,
                                          node.bounds.z - node.bounds.x, node.bounds.w - node.bounds.y}
                                    : ImVec4{};
    if (!is_new && place.x == shown.place.x && place.y == shown.place.y && place.z == shown.place.z &&
        place.w == shown.place.w)
        return;
    put(std::to_underlying(Change::bounds));
    put(node.id);
    for (const float number : {place.x, place.y, place.z, place.w})
        put(number);
    shown.place = place;
}

void Mirror::stale(ImGuiID id) {
    const auto found = shown_.find(id);
    if (found == shown_.end()) return;
    found->second.place.z = -1;
    found->second.node.value.push_back('\0');  // unlike any value
}

void Mirror::write_text(ImGuiID id, NodeText field, const std::string& text) {
    put(std::to_underlying(Change::text));
    put(id);
    put(std::to_underlying(field));
    put(text);
}

void Mirror::write_order(ImGuiID parent, Shown& shown) {
    if (shown.children == shown.gathering) return;
    put(std::to_underlying(Change::order));
    put(parent);
    put(static_cast<std::int32_t>(shown.gathering.size()));
    for (const ImGuiID child : shown.gathering)
        put(child);
    shown.children = shown.gathering;
}

void Mirror::put(const std::string& text) {
    put(static_cast<std::int32_t>(texts_.size()));
    put(static_cast<std::int32_t>(text.size()));
    texts_ += text;
}

// Called from JavaScript.
extern "C" {
void kith_mirror_request(
    Mirror* mirror, ImGuiID id, ui::NodeAction action, const char* value, std::size_t length) {
    mirror->request({.id = id, .action = action, .value = {value, length}});
}
void kith_mirror_stale(Mirror* mirror, ImGuiID id) {
    mirror->stale(id);
}
}

}  // namespace kith::browser
