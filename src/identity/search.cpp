#include "identity/search.h"

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/unordered/unordered_flat_set.hpp>
#include <numeric>

#include "base/ids.h"

namespace kith::identity {

namespace {

constexpr std::size_t piece = 32;  // comparisons between two looks at the clock

/// What the others of their groups may add to what two entries weigh.
constexpr float may_still_come = 4;

/// Sets of entries that are one person, with the smallest as the first.
class Sets {
public:
    explicit Sets(std::size_t size) : up_(size) { std::iota(up_.begin(), up_.end(), 0U); }
    std::uint32_t first(std::uint32_t entry) {
        while (up_[entry] != entry)
            entry = up_[entry] = up_[up_[entry]];
        return entry;
    }
    void join(std::uint32_t a, std::uint32_t b) {
        a = first(a);
        b = first(b);
        up_[std::max(a, b)] = std::min(a, b);
    }

private:
    std::vector<std::uint32_t> up_;
};

std::uint64_t pair_key(std::uint32_t a, std::uint32_t b) {
    return (std::uint64_t{std::min(a, b)} << 32) | std::max(a, b);
}

/// Names at employers, as they sound: which of them a file shows twice.
class NamesAtWork {
public:
    void add(const Features& entry, const NameWords& words) {
        for_each(entry, words, [&](std::uint64_t name) {
            for (const Key source : entry.of(Facet::source)) {
                if (!once_.insert(mix(name) + source).second) twice_.insert(name);
            }
        });
    }
    bool is_twice(const Features& a, const Features& b, const NameWords& words) const {
        bool twice = false;
        for (const Features* entry : {&a, &b})
            for_each(*entry, words, [&](std::uint64_t name) { twice |= twice_.contains(name); });
        return twice;
    }

private:
    boost::unordered_flat_set<std::uint64_t> once_, twice_;

    template <typename Visit>
    static void for_each(const Features& entry, const NameWords& words, Visit visit) {
        for (const NameShape& name : entry.names) {
            // Whichever is the given one.
            const std::uint64_t sounds =
                hash_text(words.sound(name.given.core)) + hash_text(words.sound(name.family.core));
            for (const Key employer : entry.of(Facet::employer))
                visit(mix(sounds) + employer);
        }
    }
};

}  // namespace

SameSearch::SameSearch(std::span<const Entry> entries, Settled settled)
    : entries_(entries), settled_(std::move(settled)) {
    for (std::vector<Candidate>* list : {&settled_.same, &settled_.apart}) {
        for (Candidate& pair : *list) {
            if (pair.a > pair.b) std::swap(pair.a, pair.b);
        }
        std::ranges::sort(*list);
    }
}

bool SameSearch::is_apart(std::uint32_t a, std::uint32_t b) const {
    return std::ranges::binary_search(settled_.apart, Candidate{std::min(a, b), std::max(a, b)});
}

bool SameSearch::are_records(std::uint32_t a, std::uint32_t b) const {
    return a < settled_.records && b < settled_.records;
}

Slices SameSearch::run() {
    features_.reserve(entries_.size());
    for (const Entry& entry : entries_) {
        features_.push_back(table_.features_of(entry));
        if (features_.size() % piece == 0) co_await next_slice;
    }
    Blocks blocks;
    co_await blocks.build(features_, table_);
    co_await blocks.find_pairs(settled_.ask_about_records ? 0 : settled_.records, candidates_);
    co_await find_shared();
    co_await compare_candidates();
    co_await join_certain();
    co_await ask_likely();
}

Slices SameSearch::find_shared() {
    std::size_t done = 0;
    for (const Candidate pair : candidates_) {
        if (++done % piece == 0) co_await next_slice;
        mark_shared(features_[pair.a], features_[pair.b], table_);
    }
}

Slices SameSearch::compare_candidates() {
    NamesAtWork at_work;
    std::size_t done = 0;
    for (const Features& entry : features_) {
        at_work.add(entry, table_.words());
        if (++done % piece == 0) co_await next_slice;
    }
    for (const Candidate pair : candidates_) {
        if (++done % piece == 0) co_await next_slice;
        if (is_apart(pair.a, pair.b)) continue;
        const Features& a = features_[pair.a];
        const Features& b = features_[pair.b];
        const Comparison comparison = compare(a, b, table_);
        const bool certain = comparison.is_certain() ||
            (comparison.is_certain_at_work() && !at_work.is_twice(a, b, table_.words()));
        if (certain && !are_records(pair.a, pair.b))
            joined_.push_back({pair.a, pair.b, comparison});
        else if (certain || comparison.total > likely_enough - may_still_come)
            likely_.push_back(pair);
    }
}

/// What is certain about pairs must hold for all who are joined by them: where two of them contradict each other,
/// nobody knows whose the others are, so all are asked about.
Slices SameSearch::join_certain() {
    Pieces pieces(16 * piece);
    Sets sets(entries_.size()), said(entries_.size());
    for (const Candidate pair : settled_.same) {
        sets.join(pair.a, pair.b);
        said.join(pair.a, pair.b);
    }
    for (const SamePair& pair : joined_) {
        sets.join(pair.a, pair.b);
        if (pieces.done()) co_await next_slice;
    }
    boost::unordered_flat_map<std::uint32_t, std::vector<std::uint32_t>> members;
    const auto note = [&](std::uint32_t a, std::uint32_t b) {
        for (const std::uint32_t entry : {a, b}) {
            auto& list = members[sets.first(entry)];
            if (!std::ranges::contains(list, entry)) list.push_back(entry);
        }
    };
    for (const Candidate pair : settled_.same)
        note(pair.a, pair.b);
    for (const SamePair& pair : joined_) {
        note(pair.a, pair.b);
        if (pieces.done()) co_await next_slice;
    }
    boost::unordered_flat_set<std::uint32_t> doubtful;
    std::size_t done = 0;
    for (const auto& [first, list] : members) {
        for (std::size_t i = 0; i < list.size() && !doubtful.contains(first); ++i) {
            for (std::size_t j = i + 1; j < list.size(); ++j) {
                if (++done % piece == 0) co_await next_slice;
                if (said.first(list[i]) == said.first(list[j])) continue;
                if (!is_apart(list[i], list[j]) && !are_records(list[i], list[j]) &&
                    !compare(features_[list[i]], features_[list[j]], table_).is_contradicted())
                    continue;
                doubtful.insert(first);
                break;
            }
        }
    }
    std::vector<SamePair> certain;
    for (const SamePair& pair : joined_) {
        if (doubtful.contains(sets.first(pair.a)))
            likely_.push_back({pair.a, pair.b});
        else
            certain.push_back(pair);
        if (pieces.done()) co_await next_slice;
    }
    joined_ = std::move(certain);

    Sets joined(entries_.size());
    for (const Candidate pair : settled_.same)
        joined.join(pair.a, pair.b);
    for (const SamePair& pair : joined_) {
        joined.join(pair.a, pair.b);
        if (pieces.done()) co_await next_slice;
    }
    first_.resize(entries_.size());
    for (std::uint32_t entry = 0; entry < first_.size(); ++entry) {
        first_[entry] = joined.first(entry);
        if (first_[entry] != entry) add_features(features_[first_[entry]], features_[entry]);
        if (pieces.done()) co_await next_slice;
    }
}

Slices SameSearch::ask_likely() {
    boost::unordered_flat_set<std::uint64_t> asked, apart;
    for (const Candidate pair : settled_.apart)
        apart.insert(pair_key(first_[pair.a], first_[pair.b]));
    std::size_t done = 0;
    for (const Candidate pair : likely_) {
        if (++done % piece == 0) co_await next_slice;
        const std::uint32_t a = first_[pair.a], b = first_[pair.b];
        if (a == b || apart.contains(pair_key(a, b))) continue;
        if (!asked.insert(pair_key(a, b)).second) continue;
        const Comparison comparison = compare(features_[a], features_[b], table_);
        if (comparison.total >= likely_enough)
            questions_.push_back({std::min(a, b), std::max(a, b), comparison});
    }
    choose_questions(questions_, features_);
}

}  // namespace kith::identity
