#include "network/contact_graph.h"

#include <algorithm>

#include "base/assertion.h"
#include "model/fields.h"
#include "network/evidence.h"
#include "workspace/names.h"

namespace kith {

namespace {

std::uint64_t key_of(NodeIndex a, NodeIndex b) {
    return static_cast<std::uint64_t>(std::min(a, b)) << 32 | std::max(a, b);
}

Day first_written(const Workspace& workspace, RecordId record) {
    const auto states = workspace.history_of(record, state_field(kind_of(record)));
    if (states.empty()) return undated;
    const TransactionInfo& made = workspace.transactions()[states.back().transaction];
    return std::chrono::floor<std::chrono::days>(made.stamp.wall());
}

bool is_node(Kind kind) {
    return kind == Kind::person || kind == Kind::organisation || kind == Kind::event;
}

/// All kinds that give evidence; those that are nodes first.
constexpr Kind reading_order[] = {Kind::person, Kind::organisation, Kind::event, Kind::affiliation, Kind::tie,
    Kind::interaction, Kind::favour, Kind::mentorship, Kind::project};

bool gives_evidence(Kind kind) {
    return std::ranges::contains(reading_order, kind);
}

}  // namespace

ContactGraph::ContactGraph() : reading_kind_(std::size(reading_order)) {
    nodes_.push_back({.live = true});
}

Slices ContactGraph::catch_up(const Workspace& workspace) {
    constexpr std::size_t at_once = 64;  // records between pauses
    do {
        if (reading_kind_ == std::size(reading_order)) {
            const auto touched = workspace.touched_since(cursor_);
            if (touched.empty() && begun_) co_return;
            if (!begins_anew(workspace, touched)) {
                for (const std::size_t end = workspace.cursor(); cursor_ < end;) {
                    follow(workspace, std::min(end - cursor_, at_once));
                    co_await next_slice;
                }
                continue;
            }
            begin(workspace);
        }
        ++revision_;
        for (; reading_kind_ < std::size(reading_order); ++reading_kind_, reading_at_ = 0) {
            const Kind kind = reading_order[reading_kind_];
            while (reading_at_ < workspace.all(kind).size()) {
                take_in(workspace, workspace.all(kind)[reading_at_++]);
                if (reading_at_ % at_once != 0) continue;
                co_await next_slice;
                ++revision_;
            }
        }
    } while (workspace.cursor() != cursor_);
}

bool ContactGraph::begins_anew(const Workspace& workspace, std::span<const RecordId> touched) const {
    if (!begun_ || touched.size() * 4 > workspace.cursor()) return true;
    // Everything hangs on who the user is; that changes about once in a life.
    const auto concerns_self = [&](RecordId record) {
        return kind_of(record) == Kind::person &&
            (record == nodes_[self].record ||
                (workspace.live(record) && workspace.flag(record, person::self)));
    };
    return std::ranges::any_of(touched, concerns_self) && kith::self(workspace) != nodes_[self].record;
}

void ContactGraph::begin(const Workspace& workspace) {
    node_of_.clear();
    edge_of_.clear();
    edges_from_.clear();
    nodes_.clear();
    edges_.clear();
    unused_.clear();
    nodes_.push_back({.record = kith::self(workspace), .live = true});
    if (nodes_[self].record) node_of_.emplace(nodes_[self].record, self);
    begun_ = true;
    reading_kind_ = 0;
    reading_at_ = 0;
    cursor_ = workspace.cursor();  // what is touched while reading is taken in afterwards
}

/// Takes in the next of what was touched, so many.
void ContactGraph::follow(const Workspace& workspace, std::size_t count) {
    ++revision_;
    const auto touched = workspace.touched_since(cursor_).first(count);
    std::vector<RecordId> each(touched.begin(), touched.end());
    std::ranges::sort(each);
    each.erase(std::ranges::unique(each).begin(), each.end());
    for (const RecordId record : each) {
        if (gives_evidence(kind_of(record))) take_in(workspace, record);
    }
    cursor_ += count;
}

void ContactGraph::take_in(const Workspace& workspace, RecordId record) {
    take_out(record);
    const bool live = workspace.live(record);
    if (is_node(kind_of(record)) && (live || find(record) != no_index)) {
        const NodeIndex index = node_for(record);
        nodes_[index].live = live || index == self;
        if (nodes_[index].recorded_on == undated)
            nodes_[index].recorded_on = first_written(workspace, record);
    }
    if (live) EvidenceReader(*this, workspace).read(record);
}

void ContactGraph::take_out(RecordId source) {
    const auto at = edges_from_.find(source);
    if (at == edges_from_.end()) return;
    for (const EdgeIndex number : at->second) {
        ContactEdge& edge = edges_[number];
        if (edge.evidence.empty()) continue;  // named twice by its source
        std::erase_if(edge.evidence, [&](const Evidence& evidence) { return evidence.source == source; });
        if (!edge.evidence.empty()) continue;
        std::erase(nodes_[edge.a].edges, number);
        std::erase(nodes_[edge.b].edges, number);
        edge_of_.erase(key_of(edge.a, edge.b));
        unused_.push_back(number);
    }
    edges_from_.erase(at);
}

NodeIndex ContactGraph::node_for(RecordId record) {
    const auto [at, fresh] = node_of_.emplace(record, static_cast<NodeIndex>(nodes_.size()));
    if (fresh) nodes_.push_back({.record = record});
    return at->second;
}

void ContactGraph::add(RecordId a, RecordId b, const Evidence& evidence) {
    if (a && b) add(node_for(a), node_for(b), evidence);
}

void ContactGraph::add(NodeIndex a, NodeIndex b, const Evidence& evidence) {
    KITH_ASSERT(a < nodes_.size() && b < nodes_.size() && evidence.source);
    if (a == b) return;
    const auto [at, fresh] = edge_of_.emplace(key_of(a, b), no_index);
    if (fresh) {
        if (unused_.empty()) {
            at->second = static_cast<EdgeIndex>(edges_.size());
            edges_.emplace_back();
        } else {
            at->second = unused_.back();
            unused_.pop_back();
        }
        edges_[at->second] = {.a = std::min(a, b), .b = std::max(a, b)};
        nodes_[a].edges.push_back(at->second);
        nodes_[b].edges.push_back(at->second);
    }
    edges_[at->second].evidence.push_back(evidence);
    edges_from_[evidence.source].push_back(at->second);
}

NodeIndex ContactGraph::find(RecordId record) const {
    const auto at = node_of_.find(record);
    return at != node_of_.end() ? at->second : no_index;
}

const ContactEdge* ContactGraph::between(NodeIndex a, NodeIndex b) const {
    const auto at = edge_of_.find(key_of(a, b));
    return at != edge_of_.end() ? &edges_[at->second] : nullptr;
}

bool acquainted_on(const ContactEdge& edge, Day day) {
    // A stated end closes what began before it, unless another statement goes on.
    Day ended = undated;
    bool goes_on = false;
    for (const Evidence& evidence : edge.evidence) {
        if (evidence.basis != Basis::stated || evidence.since > day) continue;
        if (evidence.until < day)
            ended = std::max(ended, evidence.until);
        else
            goes_on = true;
    }
    if (goes_on) return true;
    return std::ranges::any_of(edge.evidence, [&](const Evidence& evidence) {
        return is_acquaintance(evidence.basis) && evidence.basis != Basis::stated && evidence.since <= day &&
            (ended == undated || evidence.since > ended);
    });
}

Day first_day(const ContactEdge& edge) {
    Day first = open_end;
    for (const Evidence& evidence : edge.evidence) {
        if (is_acquaintance(evidence.basis) && evidence.since != undated)
            first = std::min(first, evidence.since);
    }
    return first == open_end ? undated : first;
}

std::optional<SharedGroup> overlap(const Evidence& a, const Evidence& b, NodeIndex group) {
    const SharedGroup both{group, std::max(a.since, b.since), std::min(a.until, b.until)};
    const Evidence& first = a.until <= b.until ? a : b;  // the first to leave: were both there then?
    const Evidence& other = &first == &a ? b : a;
    if (first.until == open_end) return both;
    if (first.until == undated) return std::nullopt;
    if (other.until == first.until) return both;
    if (other.since == undated || other.since > first.until) return std::nullopt;
    return both;
}

std::optional<SharedGroup> shared_in(
    const ContactGraph& contacts, NodeIndex a, NodeIndex b, NodeIndex group) {
    const ContactEdge* mine = contacts.between(a, group);
    const ContactEdge* theirs = contacts.between(b, group);
    std::optional<SharedGroup> best;
    if (mine == nullptr || theirs == nullptr) return best;
    for (const Evidence& one : mine->evidence) {
        for (const Evidence& other : theirs->evidence) {
            const auto both = overlap(one, other, group);
            if (both && (!best || both->until > best->until)) best = both;
        }
    }
    return best;
}

std::vector<SharedGroup> shared_by(const ContactGraph& contacts, NodeIndex a, NodeIndex b) {
    std::vector<SharedGroup> shared;
    for (const EdgeIndex number : contacts.node(a).edges) {
        const NodeIndex group = contacts.edge(number).other(a);
        if (contacts.kind(group) == Kind::person || !contacts.node(group).live) continue;
        if (const auto both = shared_in(contacts, a, b, group)) shared.push_back(*both);
    }
    return shared;
}

}  // namespace kith
