#include "planning/week/choice.h"

#include <algorithm>
#include <optional>

#include "base/assertion.h"

namespace kith {

namespace {

/// The best that the things of one share come to, for each number of units they take exactly.
struct ShareTable {
    std::vector<std::size_t> things;             // indices, in order
    std::vector<std::optional<WeekWorth>> best;  // by units; without the share's minutes
    std::vector<bool> taken;                     // things × units: whether the thing is in the best
};

class Chooser {
public:
    Chooser(std::span<const WeekThing> things, std::span<const int> shares, int minutes)
        : things_(things),
          shares_(shares),
          units_(static_cast<std::size_t>(std::max(0, minutes) / minutes_in_unit)) {}

    std::vector<std::size_t> choose() {
        std::vector<ShareTable> tables;
        for (std::size_t share = 0; share < shares_.size(); ++share)
            tables.push_back(fill(share));
        // Over the shares: the best for each number of units in all, and how many the share has of them.
        std::vector<std::optional<WeekWorth>> best(units_ + 1);
        best[0] = WeekWorth{};
        std::vector<std::vector<std::size_t>> given(tables.size(), std::vector<std::size_t>(units_ + 1));
        for (std::size_t share = 0; share < tables.size(); ++share)
            best = join(best, tables[share], share, given[share]);
        std::size_t rest = 0;
        for (std::size_t units = 0; units <= units_; ++units) {
            if (best[units] && (!best[rest] || *best[units] > *best[rest])) rest = units;
        }
        std::vector<std::size_t> chosen;
        for (std::size_t share = tables.size(); share-- > 0;) {
            collect(tables[share], given[share][rest], chosen);
            rest -= given[share][rest];
        }
        std::ranges::sort(chosen);
        return chosen;
    }

private:
    std::span<const WeekThing> things_;
    std::span<const int> shares_;
    std::size_t units_;

    std::size_t units_of(std::size_t thing) const {
        return static_cast<std::size_t>(counted_minutes(things_[thing].minutes) / minutes_in_unit);
    }

    ShareTable fill(std::size_t share) const {
        ShareTable table;
        for (std::size_t i = 0; i < things_.size(); ++i) {
            if (things_[i].share == share) table.things.push_back(i);
        }
        table.best.resize(units_ + 1);
        table.best[0] = WeekWorth{};
        table.taken.resize(table.things.size() * (units_ + 1));
        for (std::size_t k = 0; k < table.things.size(); ++k) {
            const std::size_t thing = table.things[k];
            const std::size_t need = units_of(thing);
            for (std::size_t units = units_; units >= need && units <= units_; --units) {
                const auto& before = table.best[units - need];
                if (!before) continue;
                WeekWorth with = *before;
                with.pressing += things_[thing].pressing ? 1 : 0;
                with.places += static_cast<std::int64_t>(things_.size() - thing);
                if (table.best[units] && *table.best[units] >= with) continue;
                table.best[units] = with;
                table.taken[k * (units_ + 1) + units] = true;
            }
        }
        return table;
    }

    std::vector<std::optional<WeekWorth>> join(const std::vector<std::optional<WeekWorth>>& before,
        const ShareTable& table, std::size_t share, std::vector<std::size_t>& given) const {
        std::vector<std::optional<WeekWorth>> after(units_ + 1);
        for (std::size_t own = 0; own <= units_; ++own) {
            if (!table.best[own]) continue;
            WeekWorth worth = *table.best[own];
            worth.shared_minutes =
                std::min(static_cast<int>(own) * minutes_in_unit, std::max(0, shares_[share]));
            for (std::size_t units = own; units <= units_; ++units) {
                if (!before[units - own]) continue;
                const WeekWorth& rest = *before[units - own];
                const WeekWorth all{rest.pressing + worth.pressing,
                    rest.shared_minutes + worth.shared_minutes, rest.places + worth.places};
                if (after[units] && *after[units] >= all) continue;
                after[units] = all;
                given[units] = own;
            }
        }
        return after;
    }

    /// Backwards through the knapsack: a thing was taken if it improved what those before it came to.
    void collect(const ShareTable& table, std::size_t units, std::vector<std::size_t>& chosen) const {
        for (std::size_t k = table.things.size(); k-- > 0;) {
            if (!table.taken[k * (units_ + 1) + units]) continue;
            chosen.push_back(table.things[k]);
            units -= units_of(table.things[k]);
        }
    }
};

}  // namespace

int counted_minutes(int minutes) {
    return std::max(1, (minutes + minutes_in_unit - 1) / minutes_in_unit) * minutes_in_unit;
}

std::vector<std::size_t> choose_week(
    std::span<const WeekThing> things, std::span<const int> shares, int minutes) {
    KITH_ASSERT(std::ranges::all_of(things, [&](const WeekThing& one) { return one.share < shares.size(); }));
    return Chooser(things, shares, minutes).choose();
}

WeekWorth worth_of(
    std::span<const WeekThing> things, std::span<const int> shares, std::span<const std::size_t> chosen) {
    WeekWorth worth;
    std::vector<int> minutes(shares.size(), 0);
    for (const std::size_t thing : chosen) {
        KITH_ASSERT(thing < things.size() && things[thing].share < shares.size());
        minutes[things[thing].share] += counted_minutes(things[thing].minutes);
        worth.pressing += things[thing].pressing ? 1 : 0;
        worth.places += static_cast<std::int64_t>(things.size() - thing);
    }
    for (std::size_t share = 0; share < shares.size(); ++share)
        worth.shared_minutes += std::min(minutes[share], std::max(0, shares[share]));
    return worth;
}

}  // namespace kith
