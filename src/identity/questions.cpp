#include "identity/questions.h"

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <utility>

namespace kith::identity {

namespace {

bool have_in_common(const Keys& a, const Keys& b) {
    return std::ranges::any_of(a, [&](Key key) { return std::ranges::binary_search(b, key); });
}

}  // namespace

void mark_shared(const Features& a, const Features& b, FeatureTable& table) {
    const auto mark = [&](Facet facet, auto is_elses) {
        for (const Key key : a.of(facet)) {
            if (table.is_shared(key) || !std::ranges::binary_search(b.of(facet), key)) continue;
            if (is_elses()) table.mark_shared(key);
        }
    };
    const auto listed_apart = [&] {
        return have_in_common(a.of(Facet::source), b.of(Facet::source)) &&
            compare(a, b, table).name.given == Likeness::different;
    };
    mark(Facet::email, listed_apart);
    mark(Facet::mobile, listed_apart);
    mark(Facet::home, [&] {
        const Comparison comparison = compare(a, b, table);
        return comparison.name.is_contradiction() || comparison.name.generations_differ;
    });
}

void choose_questions(std::vector<SamePair>& pairs, std::span<const Features> features) {
    // One source lists a person once, as a rule: who is better matched by somebody else in it is less likely this one.
    boost::unordered_flat_map<std::uint64_t, float> best;  // by person and the other's source
    const auto for_each_side = [&](const SamePair& pair, auto visit) {
        for (const auto& [one, other] : {std::pair(pair.a, pair.b), std::pair(pair.b, pair.a)}) {
            for (const Key source : features[other].of(Facet::source))
                visit((std::uint64_t{one} << 32) | source);
        }
    };
    for (const SamePair& pair : pairs) {
        for_each_side(pair, [&](std::uint64_t side) {
            const auto [known, fresh] = best.try_emplace(side, pair.comparison.total);
            if (!fresh) known->second = std::max(known->second, pair.comparison.total);
        });
    }
    constexpr float clearly = 3, rival_weight = -4;
    for (SamePair& pair : pairs) {
        bool rival = false;
        for_each_side(
            pair, [&](std::uint64_t side) { rival |= best[side] > pair.comparison.total + clearly; });
        if (rival) pair.comparison.total += rival_weight;
    }
    std::erase_if(pairs, [](const SamePair& pair) { return pair.comparison.total < likely_enough; });
    std::ranges::sort(pairs, [](const SamePair& x, const SamePair& y) {
        if (x.comparison.total != y.comparison.total) return x.comparison.total > y.comparison.total;
        return std::pair(x.a, x.b) < std::pair(y.a, y.b);
    });
}

}  // namespace kith::identity
