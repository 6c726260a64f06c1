#include "identity/record_search.h"

#include <algorithm>
#include <utility>

namespace kith::identity {

namespace {

constexpr std::size_t piece = 32;  // comparisons between two looks at the clock

/// What a pair's weight may gain, in bits, as other people's names and employers become rarer.
constexpr float may_drift = 8;

}  // namespace

void RecordSearch::note(std::uint32_t place) {
    if (is_new_[place]) return;
    is_new_[place] = true;
    changed_.push_back(place);
}

void RecordSearch::set(std::uint32_t place, const std::optional<Entry>& entry) {
    if (features_.size() <= place) {
        features_.resize(place + 1);
        is_set_.resize(place + 1);
        is_new_.resize(place + 1);
    }
    Features& features = features_[place];
    if (is_set_[place]) {
        // Whether an address is several people's is found out again, among those who have it.
        for (const Facet facet : {Facet::email, Facet::mobile, Facet::home}) {
            for (const Key key : features.of(facet)) {
                if (!table_.is_shared(key)) continue;
                table_.mark_own(key);
                for (const std::uint32_t sharer : blocks_.sharers_of(key))
                    note(sharer);
            }
        }
        table_.forget(features);
    }
    is_set_[place] = entry.has_value();
    features = entry ? table_.features_of(*entry) : Features{};
    note(place);
}

bool RecordSearch::much_has_changed() const {
    return changed_.size() > 64 && changed_.size() * 8 > features_.size();
}

Slices RecordSearch::catch_up(std::span<const Candidate> apart) {
    std::vector<Candidate> candidates;
    if (much_has_changed() || !blocks_.fits(table_))
        co_await look_at_all(candidates);
    else
        co_await look_at_changed(candidates);

    std::size_t done = 0;
    for (const Candidate pair : candidates) {
        if (++done % piece == 0) co_await next_slice;
        mark_shared(features_[pair.a], features_[pair.b], table_);
    }
    std::vector<Candidate> likely;
    const auto is_changed = [&](Candidate pair) { return is_new_[pair.a] || is_new_[pair.b]; };
    std::ranges::copy_if(
        likely_, std::back_inserter(likely), [&](Candidate pair) { return !is_changed(pair); });
    for (const Candidate pair : candidates) {
        if (++done % piece == 0) co_await next_slice;
        if (compare(features_[pair.a], features_[pair.b], table_).total > likely_enough - may_drift)
            likely.push_back(pair);
    }
    co_await next_slice;
    std::ranges::sort(likely);
    std::vector<SamePair> questions;
    for (const Candidate pair : likely) {
        if (++done % piece == 0) co_await next_slice;
        if (std::ranges::binary_search(apart, pair)) continue;
        const Comparison comparison = compare(features_[pair.a], features_[pair.b], table_);
        if (comparison.total >= likely_enough) questions.push_back({pair.a, pair.b, comparison});
    }
    co_await next_slice;
    choose_questions(questions, features_);
    likely_ = std::move(likely);
    questions_ = std::move(questions);
    for (const std::uint32_t place : std::exchange(changed_, {}))
        is_new_[place] = false;
}

Slices RecordSearch::look_at_all(std::vector<Candidate>& candidates) {
    for (std::uint32_t place = 0; place < features_.size(); ++place)
        note(place);  // until it is done: it may be thrown away
    co_await blocks_.build(features_, table_);
    co_await blocks_.find_pairs(0, candidates);
}

Slices RecordSearch::look_at_changed(std::vector<Candidate>& candidates) {
    std::size_t done = 0;
    std::vector<std::uint32_t> partners;
    for (const std::uint32_t place : changed_)
        blocks_.add(features_[place], place, table_);
    for (const std::uint32_t place : changed_) {
        if (++done % piece == 0) co_await next_slice;
        partners.clear();
        blocks_.find_partners(features_[place], place, table_, partners);
        for (const std::uint32_t other : partners)
            candidates.push_back({std::min(place, other), std::max(place, other)});
    }
    std::ranges::sort(candidates);
    const auto twice = std::ranges::unique(candidates);
    candidates.erase(twice.begin(), twice.end());
}

}  // namespace kith::identity
