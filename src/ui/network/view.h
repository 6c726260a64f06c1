// The picture of the network without its drawing: who is in it, where, in which group, and how the view lies
// over it. All of it is worked out in slices between frames, however large the network, and until that is
// done the picture stays as it was; then it settles in slices, too. The same contacts give the same picture.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "imgui.h"
#include "insight/insight.h"
#include "network/advice.h"
#include "network/arrivals.h"
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
    std::uint32_t ties = 0;    // acquaintances among the contacts
    Kind kind = Kind::person;  // else an organisation or event
    bool person = true;
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

/// What is told beside the picture, as of the same day.
struct NetworkAnswers {
    Coverage coverage;
    std::vector<Question> questions;  // next, those that tell most first
    std::vector<FadingBridge> fading;
    std::vector<RedundantTie> redundant;
    std::vector<Arrivals> arrivals;  // by events, earliest first; of all days
    std::vector<Growth> growth;      // from first_day() to today, evenly
};

class NetworkView {
public:
    explicit NetworkView(Insight& insight) : insight_(insight) {}
    NetworkView(NetworkView&&) = delete;  // what works in slices knows where it is

    /// Sees whether something changed in the workspace, or another day is to be looked at, or events are
    /// wanted as nodes; step() then works it out. O(1) if nothing did. `today` ends the growth.
    void update(Day day, Day today, bool events);
    /// Goes on with that, moves people and measures until out of time. False when there is nothing left to
    /// do.
    bool step(const OutOfTime& out_of_time);
    /// Something has changed that the picture does not show yet: numbers of nodes and edges in people() may
    /// no longer be those in contacts().
    bool working() const { return !work_.done() || !shows_all(); }

    const std::vector<NetworkNode>& nodes() const { return nodes_; }
    Point at(std::size_t node) const {
        return rings_.empty() ? layout_.at(static_cast<NodeIndex>(node)) : rings_[node];
    }
    /// Arranges everyone in another way, as soon as the picture is that of the contacts; pins hold only among
    /// ties. O(nodes + edges).
    void arrange(NetworkLayout layout);
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
    const ContactGraph& contacts() const { return insight_.graph_so_far(); }
    const NetworkAnswers& answers() const { return answers_; }
    const Coverage& coverage() const { return answers_.coverage; }
    const std::vector<Question>& questions() const { return answers_.questions; }
    std::span<const std::uint32_t> communities() const { return people_communities_; }
    /// A name for each community: what its people share. Communities keep their numbers as long as most of
    /// their people are the same, so some numbers may be nobody's.
    const std::vector<Message>& community_names() const { return community_names_; }
    /// Share of the greatest, 0 to 1, of every node; empty until it is measured.
    std::span<const float> betweenness() const { return betweenness_; }
    Day first_day() const { return first_day_; }
    /// Another number whenever nodes() has become another list.
    std::uint64_t version() const { return version_; }
    /// Another number whenever something that is told may have changed.
    std::uint64_t answers_version() const { return answers_version_; }

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
        if (!answers_.questions.empty()) answers_.questions.erase(answers_.questions.begin());
    }

private:
    /// A picture that is being worked out.
    struct Built {
        GraphSnapshot picture, people;
        std::vector<NetworkNode> nodes;
        std::vector<std::uint32_t> people_communities;
        std::vector<Message> community_names;
        WeightedGraph without_self;
        Layout layout;
        Day first_day{};
    };

    Insight& insight_;
    GraphSnapshot picture_;  // with organisations, without the user
    GraphSnapshot people_;
    Layout layout_;
    std::vector<NetworkNode> nodes_;
    std::vector<Point> rings_;  // of every node, unless they stand by their ties
    NetworkLayout arrangement_ = NetworkLayout::ties;
    std::vector<std::uint32_t> people_communities_;
    std::vector<Message> community_names_;
    std::vector<float> betweenness_;
    NetworkAnswers answers_;
    Built built_;
    Slices work_, settling_, measuring_;                    // one after the other
    std::uint64_t workspace_revision_ = ~std::uint64_t{0};  // that is shown or being worked out
    std::uint64_t revision_ = ~std::uint64_t{0};            // of the contacts, that is shown
    Day day_ = Day::min();
    Day today_ = Day::min();
    bool events_ = false;
    bool anew_ = true;  // the picture has changed, not only the words beside it
    Day first_day_ = Day::min();
    std::uint64_t version_ = 0;
    std::uint64_t answers_version_ = 0;

    const Workspace& workspace() const { return insight_.workspace(); }
    bool shows_all() const {
        return workspace_revision_ == workspace().revision() && revision_ == contacts().revision();
    }
    Slices work();
    Slices build();
    Slices answer();
    void adopt();
    Slices measure(PathMeasures paths);
};

}  // namespace kith::ui
