#include "ui/network/view.h"

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

void NetworkView::update(Day day, Day today, bool events) {
    const bool same =
        workspace_revision_ == workspace().revision() && day_ == day && today_ == today && events_ == events;
    if (same && (!work_.done() || shows_all())) return;
    anew_ = anew_ || day_ != day || events_ != events;
    workspace_revision_ = workspace().revision();
    day_ = day;
    today_ = today;
    events_ = events;
    work_ = work();  // what was being worked out is no longer of use
}

Slices NetworkView::work() {
    constexpr int asks = 20;  // of 64 records each
    while (insight_.read_graph([asked = 0]() mutable { return ++asked > asks; }))
        co_await next_slice;
    if (anew_ || revision_ != contacts().revision()) {
        co_await build();
        adopt();
    } else {
        for (NetworkNode& node : nodes_)
            node.name = record_name(workspace(), node.record);
    }
    co_await next_slice;
    co_await answer();
}

Slices NetworkView::build() {
    constexpr NodeIndex slice = 1024;
    Built& built = built_;
    co_await graph_on(
        contacts(), {.day = day_, .self = false, .organisations = true, .events = events_}, built.picture);
    co_await graph_on(contacts(), {.day = day_}, built.people);
    built.without_self = without_self(built.people);
    co_await next_slice;

    Communities found;
    co_await find_communities(built.picture.graph, {}, fixed_chance(), found);
    // Colours stay with those who had them.
    std::vector<std::uint32_t> before;
    for (NodeIndex i = 0; i < built.picture.nodes.size(); ++i) {
        const auto old = find(built.picture.record(contacts(), i));
        before.push_back(old ? nodes_[*old].community : no_index);
    }
    const std::vector<std::uint32_t> numbers = keep_numbers(found.of, before);
    co_await next_slice;

    built.nodes.clear();
    std::vector<std::uint64_t> keys;
    built.people_communities.assign(built.people.nodes.size(), 0);
    for (NodeIndex i = 0; i < built.picture.nodes.size(); ++i) {
        if (i % slice == slice - 1) co_await next_slice;
        NetworkNode node{.record = built.picture.record(contacts(), i), .community = numbers[i]};
        node.kind = kind_of(node.record);
        node.person = node.kind == Kind::person;
        node.name = record_name(workspace(), node.record);
        if (const NodeIndex place = built.people.place(contacts(), node.record); place != no_index) {
            node.ties = static_cast<std::uint32_t>(built.without_self.degree(place));
            built.people_communities[place] = node.community;
        }
        keys.push_back(node.record.value);
        built.nodes.push_back(std::move(node));
    }
    co_await next_slice;
    co_await kith::community_names(workspace(), contacts(), built.picture, numbers, built.community_names);
    built.first_day = today_;
    for (std::size_t i = 0; i < built.people.nodes.size(); ++i) {
        if (i % slice == slice - 1) co_await next_slice;
        const Day appears = appears_on(contacts(), built.people.nodes[i]);
        if (appears != undated) built.first_day = std::min(built.first_day, appears);
    }
    co_await next_slice;
    const std::vector<Placed> known = layout_.placed();
    built.layout = Layout();
    co_await built.layout.begin_in_slices(built.picture.graph, keys, known, &found);
}

void NetworkView::adopt() {
    anew_ = false;
    revision_ = contacts().revision();
    ++version_;
    picture_ = std::move(built_.picture);
    people_ = std::move(built_.people);
    nodes_ = std::move(built_.nodes);
    people_communities_ = std::move(built_.people_communities);
    community_names_ = std::move(built_.community_names);
    settling_ = {};
    layout_ = std::move(built_.layout);
    first_day_ = built_.first_day;
    betweenness_.clear();
    measuring_ = measure(PathMeasures(built_.without_self, fixed_chance()));
    built_ = Built();
    arrange(arrangement_);
}

Slices NetworkView::answer() {
    constexpr int samples = 60;
    NetworkAnswers answers;
    answers.coverage = coverage_of(contacts(), people_, insight_.strangers());
    co_await next_slice;
    co_await fading_bridges(workspace(), contacts(), people_, people_communities_, answers.fading);
    co_await redundant_ties(contacts(), people_, answers.redundant);
    co_await next_slice;
    answers.arrivals = arrivals_of(workspace(), contacts());
    std::vector<Day> days;
    for (int i = 1; i <= samples; ++i)
        days.push_back(first_day_ + (today_ - first_day_) * i / samples);
    co_await next_slice;
    co_await growth_of(contacts(), days, answers.growth);
    co_await next_slice;
    co_await next_questions(
        workspace(), contacts(), people_, insight_.strangers(), questions_at_once, answers.questions);
    answers_ = std::move(answers);
    ++answers_version_;
}

void NetworkView::arrange(NetworkLayout layout) {
    arrangement_ = layout;
    rings_.clear();
    if (layout == NetworkLayout::ties || nodes_.empty()) return;
    if (revision_ != contacts().revision()) return;  // adopt() arranges those who are there then
    const std::vector<Point> places = layout == NetworkLayout::circles
        ? ring_layout(circle_rings(workspace(), contacts(), people_), people_communities_, ring_spacing)
        : step_layout(people_.graph, people_.self, ring_spacing).at;
    rings_.assign(nodes_.size(), {});
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
        const NodeIndex place = people_.place(contacts(), nodes_[i].record);
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

bool NetworkView::step(const OutOfTime& out_of_time) {
    // Work begins anew when something changes meanwhile: it looks at the workspace as it is.
    if (workspace_revision_ == workspace().revision() && work_.step(out_of_time)) return true;
    if (nodes_.empty() || out_of_time()) return !nodes_.empty();
    if (settling_.done()) settling_ = layout_.settle();
    if (settling_.step(out_of_time)) return true;
    return measuring_.step(out_of_time);
}

Slices NetworkView::measure(PathMeasures paths) {
    co_await paths.measure();
    const std::vector<double> measured = paths.betweenness();
    const double greatest = measured.empty() ? 0 : std::ranges::max(measured);
    betweenness_.assign(nodes_.size(), 0);
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
        const NodeIndex place = people_.place(contacts(), nodes_[i].record);
        if (place != no_index && greatest > 0)
            betweenness_[i] = static_cast<float>(measured[place] / greatest);
    }
}

std::optional<std::size_t> NetworkView::find(RecordId record) const {
    const NodeIndex place = picture_.place(contacts(), record);
    if (place == no_index || place >= nodes_.size()) return {};
    return place;
}

std::optional<TieStrength> NetworkView::own_tie(const NetworkNode& node) const {
    const NodeIndex number = contacts().find(node.record);
    if (number == no_index) return {};
    const ContactEdge* edge = contacts().between(ContactGraph::self, number);
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
