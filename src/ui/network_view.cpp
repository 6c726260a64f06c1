#include "ui/network_view.h"

#include <algorithm>
#include <cmath>

#include "base/random.h"
#include "network/community_names.h"
#include "workspace/names.h"

namespace kith::ui {

namespace {

constexpr std::size_t questions_at_once = 8;
constexpr float ring_spacing = 90;

/// Chance for what is drawn from it must be the same each day.
Random fixed_chance() {
    return Random{20'261'120};
}

}  // namespace

void NetworkView::update(const Workspace& workspace, Day day) {
    if (workspace_revision_ == workspace.revision() && day_ == day) return;
    workspace_revision_ = workspace.revision();
    contacts_.update(workspace);
    strangers_.update(workspace);
    if (revision_ == contacts_.revision() && day_ == day && !nodes_.empty()) {
        for (NetworkNode& node : nodes_)
            node.name = record_name(workspace, node.record);
    } else {
        revision_ = contacts_.revision();
        day_ = day;
        rebuild(workspace);
    }
    coverage_ = coverage_of(contacts_, people_, strangers_);
    questions_ = next_questions(workspace, contacts_, people_, strangers_, questions_at_once);
}

void NetworkView::rebuild(const Workspace& workspace) {
    const std::vector<Placed> known = layout_.placed();
    picture_ = graph_on(contacts_, {.day = day_, .self = false, .organisations = true});
    people_ = graph_on(contacts_, {.day = day_});
    const Communities found = find_communities(picture_.graph, {}, fixed_chance());
    const WeightedGraph without = without_self(people_);

    ++version_;
    nodes_.clear();
    std::vector<std::uint64_t> keys;
    people_communities_.assign(people_.nodes.size(), 0);
    for (NodeIndex i = 0; i < picture_.nodes.size(); ++i) {
        NetworkNode node{.record = picture_.record(contacts_, i), .community = found.of[i]};
        node.person = kind_of(node.record) == Kind::person;
        node.name = record_name(workspace, node.record);
        if (const NodeIndex place = people_.place(contacts_, node.record); place != no_index) {
            node.ties = static_cast<std::uint32_t>(without.degree(place));
            people_communities_[place] = node.community;
        }
        keys.push_back(node.record.value);
        nodes_.push_back(std::move(node));
    }
    community_names_ = kith::community_names(workspace, contacts_, picture_, found.of);
    layout_.begin(picture_.graph, keys, known);
    arrange(workspace, arrangement_);

    first_day_ = day_;
    for (const NodeIndex node : people_.nodes) {
        const Day appears = appears_on(contacts_, node);
        if (appears != undated) first_day_ = std::min(first_day_, appears);
    }
    betweenness_.clear();
    measuring_.emplace(without, fixed_chance());
}

void NetworkView::arrange(const Workspace& workspace, NetworkLayout layout) {
    arrangement_ = layout;
    rings_.clear();
    if (layout == NetworkLayout::ties || nodes_.empty()) return;
    const std::vector<Point> places = layout == NetworkLayout::circles
        ? ring_layout(circle_rings(workspace, contacts_, people_), people_communities_, ring_spacing)
        : step_layout(people_.graph, people_.self, ring_spacing).at;
    rings_.assign(nodes_.size(), {});
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
        const NodeIndex place = people_.place(contacts_, nodes_[i].record);
        if (place != no_index) rings_[i] = places[place];
    }
    // Organisations are words only: each in the middle of its people.
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
        if (nodes_[i].person) continue;
        const auto members = picture_.graph.neighbours(static_cast<NodeIndex>(i));
        for (const Neighbour& member : members) {
            rings_[i].x += rings_[member.node].x / static_cast<float>(members.size());
            rings_[i].y += rings_[member.node].y / static_cast<float>(members.size());
        }
    }
}

std::optional<Point> NetworkView::own_place() const {
    if (rings_.empty()) return {};
    return Point{};
}

void NetworkView::set_pins(std::span<const Placed> pins) {
    for (NodeIndex node = 0; node < nodes_.size(); ++node) {
        const auto found = std::ranges::find(pins, nodes_[node].record.value, &Placed::key);
        if (found != pins.end())
            layout_.pin(node, found->at);
        else if (layout_.pinned(node))
            layout_.unpin(node);
    }
}

std::vector<Placed> NetworkView::pins() const {
    std::vector<Placed> pins;
    for (const Placed& placed : layout_.placed()) {
        if (placed.pinned) pins.push_back(placed);
    }
    return pins;
}

bool NetworkView::step(const std::function<bool()>& out_of_time) {
    if (nodes_.empty()) return false;
    if (!layout_.settled()) return layout_.step(out_of_time) || measuring_;
    if (!measuring_) return false;
    if (measuring_->step(out_of_time)) return true;
    const std::vector<double> measured = measuring_->betweenness();
    measuring_.reset();
    const double greatest = measured.empty() ? 0 : std::ranges::max(measured);
    betweenness_.assign(nodes_.size(), 0);
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
        const NodeIndex place = people_.place(contacts_, nodes_[i].record);
        if (place != no_index && greatest > 0)
            betweenness_[i] = static_cast<float>(measured[place] / greatest);
    }
    return false;
}

std::optional<std::size_t> NetworkView::find(RecordId record) const {
    const NodeIndex place = picture_.place(contacts_, record);
    if (place == no_index || place >= nodes_.size()) return {};
    return place;
}

std::optional<TieStrength> NetworkView::own_tie(const NetworkNode& node) const {
    const NodeIndex number = contacts_.find(node.record);
    if (number == no_index) return {};
    const ContactEdge* edge = contacts_.between(ContactGraph::self, number);
    if (edge == nullptr) return {};
    return strength_of(*edge, day_);
}

std::optional<std::size_t> NetworkView::nearest(Point place, float reach, std::span<const char> shown) const {
    std::optional<std::size_t> best;
    float least = reach * reach;
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
        if (!nodes_[i].person || (!shown.empty() && !shown[i])) continue;
        const Point there = at(i);
        const float x = there.x - place.x, y = there.y - place.y;
        if (x * x + y * y > least) continue;
        least = x * x + y * y;
        best = i;
    }
    return best;
}

std::optional<std::size_t> NetworkView::beside(
    std::size_t from, Point direction, std::span<const char> shown) const {
    const Point start = at(from);
    std::optional<std::size_t> best;
    float least = 0;
    const auto consider = [&](std::size_t node) {
        if (node == from || !nodes_[node].person || (!shown.empty() && !shown[node])) return;
        const float x = at(node).x - start.x, y = at(node).y - start.y;
        const float along = x * direction.x + y * direction.y;
        const float across = std::abs(x * direction.y - y * direction.x);
        if (along <= 0 || across > 1.5F * along) return;
        const float far = along + 2 * across;
        if (best && far >= least) return;
        least = far;
        best = node;
    };
    for (const Neighbour& next : picture_.graph.neighbours(static_cast<NodeIndex>(from)))
        consider(next.node);
    if (best) return best;
    for (std::size_t node = 0; node < nodes_.size(); ++node)
        consider(node);
    return best;
}

NetworkCamera NetworkView::fit(ImVec2 size, std::span<const char> shown) const {
    std::optional<Point> low, high;
    const auto take = [&](Point there) {
        low = low ? Point{std::min(low->x, there.x), std::min(low->y, there.y)} : there;
        high = high ? Point{std::max(high->x, there.x), std::max(high->y, there.y)} : there;
    };
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
        if (shown.empty() || shown[i]) take(at(i));
    }
    if (!low) return {};
    if (const auto own = own_place()) take(*own);
    // Room for names beside the outermost, as far as there is any.
    const float margin_x = std::min(80.0F, size.x * 0.09F), margin_y = std::min(60.0F, size.y * 0.08F);
    const float across = std::max(high->x - low->x, 1.0F), down = std::max(high->y - low->y, 1.0F);
    const float scale = std::min((size.x - 2 * margin_x) / across, (size.y - 2 * margin_y) / down);
    return {
        .centre = {(low->x + high->x) / 2, (low->y + high->y) / 2}, .scale = std::clamp(scale, 0.01F, 3.0F)};
}

}  // namespace kith::ui
