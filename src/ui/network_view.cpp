#include "ui/network_view.h"

#include <algorithm>
#include <cmath>

#include "base/random.h"
#include "workspace/names.h"

namespace kith::ui {

namespace {

constexpr std::size_t questions_at_once = 8;

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
    without_ = without_self(people_);

    ++version_;
    nodes_.clear();
    std::vector<std::uint64_t> keys;
    people_communities_.assign(people_.nodes.size(), 0);
    for (NodeIndex i = 0; i < picture_.nodes.size(); ++i) {
        NetworkNode node{.record = picture_.record(contacts_, i), .community = found.of[i]};
        node.person = kind_of(node.record) == Kind::person;
        node.name = record_name(workspace, node.record);
        if (const NodeIndex place = people_.place(contacts_, node.record); place != no_index) {
            node.ties = static_cast<std::uint32_t>(without_.degree(place));
            people_communities_[place] = node.community;
        }
        keys.push_back(node.record.value);
        nodes_.push_back(std::move(node));
    }
    layout_.begin(picture_.graph, keys, known);

    first_day_ = day_;
    for (const NodeIndex node : people_.nodes) {
        const Day appears = appears_on(contacts_, node);
        if (appears != undated) first_day_ = std::min(first_day_, appears);
    }
    betweenness_.clear();
    measuring_.emplace(without_, fixed_chance());
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

std::optional<std::size_t> NetworkView::nearest(Point place, float reach) const {
    std::optional<std::size_t> best;
    float least = reach * reach;
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
        if (!nodes_[i].person) continue;
        const Point there = at(i);
        const float x = there.x - place.x, y = there.y - place.y;
        if (x * x + y * y > least) continue;
        least = x * x + y * y;
        best = i;
    }
    return best;
}

std::optional<std::size_t> NetworkView::beside(std::size_t from, Point direction) const {
    const Point start = at(from);
    std::optional<std::size_t> best;
    float least = 0;
    const auto consider = [&](std::size_t node) {
        if (node == from || !nodes_[node].person) return;
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

NetworkCamera NetworkView::fit(ImVec2 size) const {
    if (nodes_.empty()) return {};
    Point low = at(0), high = at(0);
    for (std::size_t i = 1; i < nodes_.size(); ++i) {
        const Point there = at(i);
        low = {std::min(low.x, there.x), std::min(low.y, there.y)};
        high = {std::max(high.x, there.x), std::max(high.y, there.y)};
    }
    constexpr float margin = 80;
    const float across = std::max(high.x - low.x, 1.0F), down = std::max(high.y - low.y, 1.0F);
    const float scale = std::min((size.x - 2 * margin) / across, (size.y - 2 * margin) / down);
    return {.centre = {(low.x + high.x) / 2, (low.y + high.y) / 2}, .scale = std::clamp(scale, 0.01F, 3.0F)};
}

}  // namespace kith::ui
