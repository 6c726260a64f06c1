#include "network/coverage.h"

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <cmath>
#include <unordered_map>

#include "base/text.h"
#include "model/fields.h"
#include "network/measures.h"
#include "network/routes.h"
#include "workspace/names.h"
#include "workspace/settings.h"

namespace kith {

namespace {

std::pair<RecordId, RecordId> ordered(RecordId a, RecordId b) {
    return a < b ? std::pair(a, b) : std::pair(b, a);
}

std::optional<std::pair<RecordId, RecordId>> pair_in(std::string_view name) {
    const auto ids = settings::not_acquainted.about(name);
    const std::size_t dot = ids ? ids->find('.') : std::string_view::npos;
    if (dot == std::string_view::npos) return std::nullopt;
    const auto a = from_hex(ids->substr(0, dot));
    const auto b = from_hex(ids->substr(dot + 1));
    if (!a || !b) return std::nullopt;
    return ordered(RecordId{*a}, RecordId{*b});
}

double share(std::size_t part, std::size_t whole) {
    return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0;
}

/// How much a yes or no tells when yes has the chance p, in bits.
double information(double p) {
    return p <= 0 || p >= 1 ? 0 : -p * std::log2(p) - (1 - p) * std::log2(1 - p);
}

}  // namespace

void Strangers::update(const Workspace& workspace) {
    const auto touched = workspace.touched_since(cursor_);
    const bool settings =
        std::ranges::any_of(touched, [](RecordId record) { return kind_of(record) == Kind::setting; });
    cursor_ = workspace.cursor();
    if (!settings) return;
    pairs_.clear();
    workspace.for_each(Kind::setting, [&](RecordId record) {
        const auto pair = pair_in(workspace.text(record, setting::name));
        if (pair && !workspace.text(record, setting::value).empty()) pairs_.insert(*pair);
    });
}

bool Strangers::contains(RecordId a, RecordId b) const {
    return pairs_.contains(ordered(a, b));
}

double Coverage::known_share() const {
    return share(known_pairs, possible_pairs);
}

double Coverage::answered_share() const {
    return share(known_pairs + stranger_pairs, possible_pairs);
}

Coverage coverage_of(
    const ContactGraph& contacts, const GraphSnapshot& snapshot, const Strangers& strangers) {
    Coverage coverage;
    const WeightedGraph& graph = snapshot.graph;
    std::vector<bool> known(graph.node_count(), false);
    for (const Neighbour& contact : graph.neighbours(snapshot.self)) {
        known[contact.node] = contacts.kind(snapshot.nodes[contact.node]) == Kind::person;
        if (known[contact.node]) ++coverage.contacts;
    }
    for (NodeIndex node = 0; node < graph.node_count(); ++node) {
        if (!known[node]) continue;
        for (const Neighbour& next : graph.neighbours(node)) {
            if (node < next.node && known[next.node]) ++coverage.known_pairs;
        }
    }
    for (const auto& [a, b] : strangers.pairs()) {
        const NodeIndex one = snapshot.place(contacts, a);
        const NodeIndex other = snapshot.place(contacts, b);
        if (one != no_index && other != no_index && known[one] && known[other] &&
            !graph.connected(one, other))
            ++coverage.stranger_pairs;
    }
    if (coverage.contacts > 1) coverage.possible_pairs = coverage.contacts * (coverage.contacts - 1) / 2;
    return coverage;
}

Message coverage_fact(const Coverage& coverage) {
    return {"coverage.known", {coverage.known_pairs, coverage.possible_pairs}};
}

Meaning meaning_of(Measure measure, const Coverage& coverage) {
    constexpr double sound_share = 0.8;
    if (coverage.possible_pairs > 0 && coverage.answered_share() >= sound_share) return Meaning::sound;
    if (measure == Measure::degree) return Meaning::rough;
    return coverage.known_pairs == 0 || coverage.known_pairs * 2 < coverage.contacts ? Meaning::nothing
                                                                                     : Meaning::rough;
}

std::optional<Message> caveat_of(Measure measure, const Coverage& coverage) {
    switch (meaning_of(measure, coverage)) {
        case Meaning::nothing: return Message{"coverage.nothing", {}};
        case Meaning::rough: return Message{"coverage.rough", {}};
        case Meaning::sound: break;
    }
    return std::nullopt;
}

namespace {

/// Gathers pairs with something in common, and what it is.
class Asking {
public:
    Asking(const Workspace& workspace, const ContactGraph& contacts, const GraphSnapshot& snapshot,
        const Strangers& strangers)
        : workspace_(workspace),
          contacts_(contacts),
          snapshot_(snapshot),
          strangers_(strangers),
          closeness_(contacts.nodes().size(), 0) {
        for (const Neighbour& next : snapshot.graph.neighbours(snapshot.self))
            closeness_[snapshot.nodes[next.node]] = next.weight;
    }

    Slices look_at_groups() {
        std::vector<NodeIndex> members;
        for (NodeIndex group = 0; group < contacts_.nodes().size(); ++group) {
            if (group % slice == slice - 1) co_await next_slice;
            if (contacts_.kind(group) == Kind::person || !contacts_.node(group).live) continue;
            members.clear();
            for (const EdgeIndex number : contacts_.node(group).edges)
                members.push_back(contacts_.edge(number).other(group));
            const double chance = chance_in_group(members.size());
            each_pair(members, [&](NodeIndex a, NodeIndex b) {
                const auto shared = shared_in(contacts_, a, b, group);
                if (shared && shared->since <= snapshot_.options.day)
                    note(a, b, chance, {.shared = *shared, .key = {}});
            });
            if (members.size() > few) co_await next_slice;
        }
    }

    /// People with the same text in a field, if few have it.
    Slices look_at(FieldId field, double chance, std::string_view key) {
        boost::unordered_flat_map<std::string, std::vector<NodeIndex>> by_text;
        for (std::size_t i = 0; i < snapshot_.nodes.size(); ++i) {
            if (i % slice == slice - 1) co_await next_slice;
            const NodeIndex node = snapshot_.nodes[i];
            if (node == ContactGraph::self || contacts_.kind(node) != Kind::person) continue;
            const auto text = workspace_.text(contacts_.node(node).record, field);
            if (!text.empty()) by_text[fold(text)].push_back(node);
        }
        std::size_t looked_at = 0;
        for (auto& [folded, people] : by_text) {
            if (++looked_at % slice == 0) co_await next_slice;
            if (people.size() > few) continue;
            const NodeIndex first = people[0];
            each_pair(people, [&](NodeIndex a, NodeIndex b) {
                note(a, b, chance, {.shared = {}, .key = key, .field = field, .like = first});
            });
        }
    }

    Slices choose(std::size_t count, std::vector<Question>& chosen) {
        const WeightedGraph others = without_self(snapshot_);
        co_await next_slice;
        const Components parts = components_of(others);
        co_await next_slice;
        std::vector<Candidate> all;
        all.reserve(pairs_.size());
        for (const auto& [pair, found] : pairs_) {
            if (all.size() % slice == slice - 1) co_await next_slice;
            const NodeIndex a = first_of(pair), b = second_of(pair);
            const bool separate = parts.of[snapshot_.places[a]] != parts.of[snapshot_.places[b]];
            const double worth =
                information(1 - found.chance_of_none) * (closeness_[a] + closeness_[b]) * (separate ? 2 : 1);
            all.push_back({worth, pair, separate});
        }
        // The best come off a heap: of a million pairs a handful is asked about.
        const auto later = [&](const Candidate& one, const Candidate& other) {
            if (one.worth != other.worth) return one.worth < other.worth;
            return records_of(other.pair) < records_of(one.pair);
        };
        std::ranges::make_heap(all, later);
        constexpr int most_each = 2;
        std::unordered_map<RecordId, int> asked;
        chosen.clear();
        while (!all.empty() && chosen.size() < count) {
            std::ranges::pop_heap(all, later);
            const Candidate best = all.back();
            all.pop_back();
            const auto [a, b] = records_of(best.pair);
            if (asked[a] >= most_each || asked[b] >= most_each) continue;
            ++asked[a];
            ++asked[b];
            chosen.push_back({.a = a, .b = b, .reasons = reasons_of(best), .worth = best.worth});
        }
    }

private:
    using Pair = std::uint64_t;  // two nodes of the contact graph, the lower one in the upper half

    /// What two people have in common: a group, or a text that is like somebody's.
    struct Reason {
        SharedGroup shared;
        std::string_view key;  // of the fact; empty: the group
        FieldId field = {};
        NodeIndex like = no_index;
        std::uint32_t before = no_index;  // the pair's reason before this one
    };
    struct Found {
        double chance_of_none = 1;
        std::uint32_t latest = no_index;  // reason
    };
    struct Candidate {
        double worth = 0;
        Pair pair = 0;
        bool separate = false;
    };

    static constexpr std::size_t slice = 64;
    static constexpr std::size_t few = 5;

    const Workspace& workspace_;
    const ContactGraph& contacts_;
    const GraphSnapshot& snapshot_;
    const Strangers& strangers_;
    std::vector<double> closeness_;  // to the user, by contact node; 0: not known to the user
    boost::unordered_flat_map<Pair, Found> pairs_;
    std::vector<Reason> reasons_;

    static NodeIndex first_of(Pair pair) { return static_cast<NodeIndex>(pair >> 32); }
    static NodeIndex second_of(Pair pair) { return static_cast<NodeIndex>(pair); }
    std::pair<RecordId, RecordId> records_of(Pair pair) const {
        return {contacts_.node(first_of(pair)).record, contacts_.node(second_of(pair)).record};
    }

    /// Of five in the same group four in ten know each other, of fifty one in twenty: a guess that decides
    /// nothing but what is asked first.
    static double chance_in_group(std::size_t size) {
        return 0.8 / (1 + (static_cast<double>(size) - 2) / 3);
    }

    /// Pairs worth a question; of many people those closest to the user.
    template <typename Visit>
    void each_pair(std::vector<NodeIndex>& people, Visit visit) const {
        constexpr std::size_t most = 30;
        std::erase_if(people, [&](NodeIndex node) {
            return node == ContactGraph::self || closeness_[node] == 0 || snapshot_.places[node] == no_index;
        });
        std::ranges::stable_sort(
            people, std::ranges::greater{}, [&](NodeIndex node) { return closeness_[node]; });
        if (people.size() > most) people.resize(most);
        for (std::size_t i = 0; i < people.size(); ++i) {
            for (std::size_t j = i + 1; j < people.size(); ++j)
                visit(people[i], people[j]);
        }
    }

    void note(NodeIndex a, NodeIndex b, double chance, Reason reason) {
        if (snapshot_.graph.connected(snapshot_.places[a], snapshot_.places[b])) return;
        if (strangers_.contains(contacts_.node(a).record, contacts_.node(b).record)) return;
        Found& found = pairs_[Pair{std::min(a, b)} << 32 | std::max(a, b)];
        found.chance_of_none *= 1 - chance;
        reason.before = found.latest;
        found.latest = static_cast<std::uint32_t>(reasons_.size());
        reasons_.push_back(reason);
    }

    Facts reasons_of(const Candidate& candidate) const {
        Facts facts;
        for (std::uint32_t at = pairs_.find(candidate.pair)->second.latest; at != no_index;
            at = reasons_[at].before) {
            const Reason& reason = reasons_[at];
            if (reason.key.empty()) {
                facts.push_back(shared_fact(workspace_, contacts_, reason.shared));
            } else {
                const auto text = workspace_.text(contacts_.node(reason.like).record, reason.field);
                facts.push_back({reason.key, {std::string(text)}});
            }
        }
        std::ranges::reverse(facts);
        if (candidate.separate) facts.push_back({"coverage.separate", {}});
        return facts;
    }
};

}  // namespace

Slices next_questions(const Workspace& workspace, const ContactGraph& contacts, const GraphSnapshot& snapshot,
    const Strangers& strangers, std::size_t count, std::vector<Question>& questions) {
    Asking asking(workspace, contacts, snapshot, strangers);
    co_await asking.look_at_groups();
    co_await asking.look_at(person::family_name, 0.5, "coverage.same_family_name");
    co_await asking.look_at(person::place, 0.15, "coverage.same_place");
    co_await asking.choose(count, questions);
}

std::vector<Question> next_questions(const Workspace& workspace, const ContactGraph& contacts,
    const GraphSnapshot& snapshot, const Strangers& strangers, std::size_t count) {
    std::vector<Question> questions;
    next_questions(workspace, contacts, snapshot, strangers, count, questions).finish();
    return questions;
}

Message text_of(const Workspace& workspace, const Question& question) {
    return {"coverage.know_each_other", {named(workspace, question.a), named(workspace, question.b)}};
}

Draft answer_yes(const Workspace& workspace, const Question& question, Random& random) {
    Draft draft({"coverage.saved_yes", text_of(workspace, question).arguments});
    const RecordId record = draft.create(Kind::tie, random);
    draft.set(record, tie::a, Value::reference(question.a));
    draft.set(record, tie::b, Value::reference(question.b));
    draft.set(record, tie::origin, tie::origin::confirmed);
    return draft;
}

Draft answer_no(const Workspace& workspace, const Question& question, Day today) {
    Draft draft({"coverage.saved_no", text_of(workspace, question).arguments});
    const auto [a, b] = ordered(question.a, question.b);
    write_setting(
        draft, workspace, settings::not_acquainted.of(to_string(a) + "." + to_string(b)), to_iso(today));
    return draft;
}

}  // namespace kith
