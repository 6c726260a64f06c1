// The picture of the network without its drawing: who is in it, where, in which group, and how the view lies
// over it. The layout settles in slices between frames; the same contacts give the same picture.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "imgui.h"
#include "network/communities.h"
#include "network/coverage.h"
#include "network/layout.h"
#include "network/measures.h"
#include "network/routes.h"

namespace kith::ui {

enum class NetworkColour : std::uint8_t { community, circle, organisation, freshness };
enum class NetworkSize : std::uint8_t { ties, betweenness, same };
/// Where people stand: near those they are tied to, or around the user by circle or by steps from them.
enum class NetworkLayout : std::uint8_t { ties, circles, steps };

struct NetworkNode {
    RecordId record;
    std::string name;
    std::uint32_t community = 0;
    std::uint32_t ties = 0;  // acquaintances among the contacts
    bool person = true;      // else an organisation, which stands as a label
};

/// The way from one's own place to the screen: screen = (world − centre) · scale + middle of the area.
struct NetworkCamera {
    Point centre;
    float scale = 1;

    ImVec2 to_screen(Point at, ImVec2 middle) const {
        return {(at.x - centre.x) * scale + middle.x, (at.y - centre.y) * scale + middle.y};
    }
    Point to_world(ImVec2 at, ImVec2 middle) const {
        return {(at.x - middle.x) / scale + centre.x, (at.y - middle.y) / scale + centre.y};
    }
};

class NetworkView {
public:
    /// Takes in what changed in the workspace, or another day to look at. O(1) if nothing did.
    void update(const Workspace& workspace, Day day);
    /// Moves people and measures on until out of time. False when there is nothing left to do.
    bool step(const std::function<bool()>& out_of_time);

    const std::vector<NetworkNode>& nodes() const { return nodes_; }
    Point at(std::size_t node) const {
        return rings_.empty() ? layout_.at(static_cast<NodeIndex>(node)) : rings_[node];
    }
    /// Arranges everyone in another way; pins hold only among ties. O(nodes + edges).
    void arrange(const Workspace& workspace, NetworkLayout layout);
    NetworkLayout arrangement() const { return arrangement_; }
    /// The user's own place, where the arrangement has one: the middle of the rings.
    std::optional<Point> own_place() const;

    /// Puts a person somewhere and keeps them there, in place of all pins before.
    void set_pins(std::span<const Placed> pins);
    void pin(std::size_t node, Point at) { layout_.pin(static_cast<NodeIndex>(node), at); }
    void unpin(std::size_t node) { layout_.unpin(static_cast<NodeIndex>(node)); }
    bool pinned(std::size_t node) const { return layout_.pinned(static_cast<NodeIndex>(node)); }
    std::vector<Placed> pins() const;
    const WeightedGraph& graph() const { return picture_.graph; }
    /// Of people and the user alone: for ways, coverage and advice.
    const GraphSnapshot& people() const { return people_; }
    const ContactGraph& contacts() const { return contacts_; }
    const Strangers& strangers() const { return strangers_; }
    const Coverage& coverage() const { return coverage_; }
    const std::vector<Question>& questions() const { return questions_; }
    std::span<const std::uint32_t> communities() const { return people_communities_; }
    /// A name for each community: what its people share.
    const std::vector<Message>& community_names() const { return community_names_; }
    /// Share of the greatest, 0 to 1, of every node; empty until it is measured.
    std::span<const float> betweenness() const { return betweenness_; }
    Day first_day() const { return first_day_; }
    /// Another number whenever nodes() has become another list.
    std::uint64_t version() const { return version_; }

    std::optional<std::size_t> find(RecordId record) const;
    /// The tie of the user with that node, if there is one.
    std::optional<TieStrength> own_tie(const NetworkNode& node) const;
    /// The nearest person within `reach` of a place; none: no value. O(nodes). Here and below, only among
    /// those of `shown`, where it is not empty.
    std::optional<std::size_t> nearest(Point place, float reach, std::span<const char> shown = {}) const;
    /// The next person in a direction (1, 0: right) from another: among those tied to them, else among all.
    std::optional<std::size_t> beside(
        std::size_t from, Point direction, std::span<const char> shown = {}) const;
    /// A camera that shows everyone, or those of `shown` (one for each node), in an area of that size.
    NetworkCamera fit(ImVec2 size, std::span<const char> shown = {}) const;

    void skip_question() {
        if (!questions_.empty()) questions_.erase(questions_.begin());
    }

private:
    ContactGraph contacts_;
    Strangers strangers_;
    GraphSnapshot picture_;  // with organisations, without the user
    GraphSnapshot people_;
    Layout layout_;
    std::vector<NetworkNode> nodes_;
    std::vector<Point> rings_;  // of every node, unless they stand by their ties
    NetworkLayout arrangement_ = NetworkLayout::ties;
    std::vector<std::uint32_t> people_communities_;
    std::vector<Message> community_names_;
    std::vector<float> betweenness_;
    std::optional<PathMeasures> measuring_;
    Coverage coverage_;
    std::vector<Question> questions_;
    std::uint64_t workspace_revision_ = ~std::uint64_t{0};
    std::uint64_t revision_ = ~std::uint64_t{0};
    Day day_ = Day::min();
    Day first_day_ = Day::min();
    std::uint64_t version_ = 0;

    void rebuild(const Workspace& workspace);
};

}  // namespace kith::ui
