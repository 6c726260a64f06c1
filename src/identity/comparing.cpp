#include "identity/comparing.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace kith::identity {

namespace {

using enum Likeness;

/// What a likeness of names takes from the weight of having the name in common, in bits: how much rarer it is
/// between entries of one person than the same name, set against how much more often two people's names are so alike.
constexpr float given_costs[] = {0, 0.2F, 0.5F, 0.7F, 1.5F, 2.5F, 3.0F, 4.0F, 0, 0, 0};
constexpr float family_costs[] = {0, 0.2F, 0.5F, 0.7F, 1.5F, 3.5F, 3.0F, 2.5F, 0, 0, 0};
static_assert(std::size(given_costs) == static_cast<std::size_t>(different) + 1);

constexpr float initial_in_common = 3.5F;  // of some twenty letters, unevenly used
constexpr float given_differs = -9, family_differs = -5;
constexpr float swapped_cost = 1.5F;

/// How agreeing and differing weigh for what has no likeness between.
struct Weight {
    Reason reason;
    Facet facet;
    bool
        personal;  // nobody else has it: an agreement weighs what makes up for how unlikely any two are one, and
    // `most`; else log₂(entries / those who have it), up to `most`, for families and offices share
    float most;
    float differs;  // both have some, and none in common
};
constexpr Weight facet_weights[] = {
    {Reason::profile, Facet::profile, true, 8, -10},  // an old profile is rare
    {Reason::uid, Facet::uid, true, 8, -0.5F},        // every program makes its own
    {Reason::email, Facet::email, true, 5, -0.4F},
    {Reason::mobile, Facet::mobile, true, 4, -1.5F},
    {Reason::home, Facet::home, false, 8, -0.5F},
    {Reason::line, Facet::line, false, 4, -0.2F},
    {Reason::street, Facet::street, false, 6, -1.5F},
    {Reason::town, Facet::town, false, 2, -1},
    {Reason::employer, Facet::employer, false, 5, -0.7F},
    {Reason::role, Facet::role, false, 1, -0.3F},
};
constexpr float birthday_agrees = 11, birthday_alike = 2, birthday_differs = -8;
constexpr float middle_agrees = 2, middle_differs = -5;
constexpr float generation_differs = -9, generation_missing = -1.5F;
constexpr float listed_apart_weight = -3.5F;

Key shared_key(const Keys& a, const Keys& b) {
    auto one = a.begin(), other = b.begin();
    while (one != a.end() && other != b.end()) {
        if (*one == *other) return *one;
        if (*one < *other)
            ++one;
        else
            ++other;
    }
    return 0;
}

class Comparing {
public:
    Comparing(const Features& a, const Features& b, FeatureTable& table) : a_(a), b_(b), table_(table) {}

    Comparison compare() {
        names();
        // Most who are compared have a part of a name in common and nothing else: that is soon seen.
        if (out_.differs(Reason::name) && !have_personal_in_common()) {
            out_.total = out_.weight(Reason::name) - rarity(1);
            return out_;
        }
        for (const Weight& weight : facet_weights)
            facet(weight);
        own_uids();
        birthdays();
        if (shared_key(a_.of(Facet::source), b_.of(Facet::source)) != 0)
            say(Reason::listed_apart, Outcome::differs, listed_apart_weight);
        if (out_.name.given == different) discount_household();
        for (const float weight : out_.weights)
            out_.total += weight;
        out_.total -= rarity(1);
        return out_;
    }

private:
    const Features& a_;
    const Features& b_;
    FeatureTable& table_;
    Comparison out_;

    bool have_personal_in_common() const {
        return (!a_.birthdays.empty() && !b_.birthdays.empty()) || knows_its_own(a_, b_) ||
            knows_its_own(b_, a_) || std::ranges::any_of(facet_weights, [&](const Weight& weight) {
                return (weight.personal || weight.facet == Facet::home) &&
                    shared_key(a_.of(weight.facet), b_.of(weight.facet)) != 0;
            });
    }

    void say(Reason reason, Outcome outcome, float weight) {
        out_.outcomes[static_cast<std::size_t>(reason)] = outcome;
        out_.weights[static_cast<std::size_t>(reason)] = weight;
    }

    float rarity(std::uint32_t holders) const {
        return table_.log2(table_.population()) - table_.log2(holders);
    }

    float weigh(Likeness likeness, const NamePart& mine, const NamePart& theirs, bool given) const {
        if (likeness == unknown) return 0;
        if (likeness == different) return given ? given_differs : family_differs;
        if (likeness == initial) return initial_in_common;
        // The commoner of two forms is what others have too.
        const std::uint32_t bearers = std::max(table_.bearers(mine.core), table_.bearers(theirs.core));
        const float cost = (given ? given_costs : family_costs)[static_cast<std::size_t>(likeness)];
        return rarity(std::min(bearers, table_.population())) - cost;
    }

    float weigh(const NameLikeness& likeness, const NameShape& a, const NameShape& b) const {
        const NamePart& theirs_to_given = likeness.swapped ? b.family : b.given;
        const NamePart& theirs_to_family = likeness.swapped ? b.given : b.family;
        return weigh(likeness.given, a.given, theirs_to_given, true) +
            weigh(likeness.family, a.family, theirs_to_family, false) - (likeness.swapped ? swapped_cost : 0);
    }

    /// Whether what one is called is the other's given name, or what they are called.
    bool is_called(const NameShape& name, const Features& other) const {
        return std::ranges::any_of(other.nicknames, [&](WordId nickname) {
            return table_.words().compare(nickname, name.given.whole) <= Likeness::sounds;
        });
    }

    void names() {
        bool any = false, middle_agrees_somewhere = false, middle_differs_somewhere = false;
        float best = 0;
        for (const NameShape& mine : a_.names) {
            for (const NameShape& theirs : b_.names) {
                NameLikeness likeness = compare_names(mine, theirs, table_.words());
                middle_agrees_somewhere |= likeness.middle <= initial;
                middle_differs_somewhere |= likeness.middle == different;
                if (likeness.given > nickname && !mine.given.empty() && !theirs.given.empty() &&
                    (is_called(mine, b_) || is_called(theirs, a_)))
                    likeness.given = nickname;
                const float weight = weigh(likeness, mine, theirs);
                if (any && weight <= best) continue;
                any = true;
                best = weight;
                out_.name = likeness;
            }
        }
        if (!any) return;
        const NameLikeness& name = out_.name;
        const bool contradicted = name.given == different || name.family == different;
        say(Reason::name,
            contradicted         ? Outcome::differs
                : name.is_same() ? Outcome::agrees
                                 : Outcome::alike,
            best);
        if (middle_agrees_somewhere)
            say(Reason::middle_name, Outcome::agrees, middle_agrees);
        else if (middle_differs_somewhere)
            say(Reason::middle_name, Outcome::differs, middle_differs);
        generations();
    }

    void generations() {
        bool contradict = false, missing = false;
        for (const NameShape& mine : a_.names) {
            for (const NameShape& theirs : b_.names) {
                if (mine.generation == theirs.generation) continue;
                (mine.generation.empty() || theirs.generation.empty() ? missing : contradict) = true;
            }
        }
        if (contradict)
            say(Reason::generation, Outcome::differs, generation_differs);
        else if (missing)
            say(Reason::generation, Outcome::alike, generation_missing);
    }

    /// Families and colleagues have much in common, and none of it makes two given names one person's.
    void discount_household() {
        for (const Reason reason :
            {Reason::home, Reason::line, Reason::street, Reason::employer, Reason::town}) {
            float& weight = out_.weights[static_cast<std::size_t>(reason)];
            weight = std::min(weight, 0.0F);
        }
        float& name = out_.weights[static_cast<std::size_t>(Reason::name)];
        constexpr float most_for_family = 3;
        name = std::min(name, given_differs + most_for_family);
    }

    void facet(const Weight& weight) {
        const Keys& mine = a_.of(weight.facet);
        const Keys& theirs = b_.of(weight.facet);
        if (mine.empty() || theirs.empty()) return;
        const Key key = rarest_shared_key(mine, theirs);
        if (key == 0) return say(weight.reason, Outcome::differs, weight.differs);
        const float rare =
            weight.personal ? rarity(1) + weight.most : std::min(rarity(table_.holders(key)), weight.most);
        if (!table_.is_shared(key)) return say(weight.reason, Outcome::agrees, rare);
        // It turned out to be several people's.
        constexpr float most_of_shared = 3;
        say(Reason::line, Outcome::agrees, std::min(rare, most_of_shared));
    }

    /// Of several that both have, the one that says most: it is theirs alone, or few have it.
    Key rarest_shared_key(const Keys& a, const Keys& b) const {
        Key rarest = 0;
        const auto order = [&](Key key) { return std::pair(table_.is_shared(key), table_.holders(key)); };
        for (auto one = a.begin(), other = b.begin(); one != a.end() && other != b.end();) {
            if (*one == *other && (rarest == 0 || order(*one) < order(rarest))) rarest = *one;
            if (*one <= *other)
                ++one;
            else
                ++other;
        }
        return rarest;
    }

    /// What was exported from here comes back.
    void own_uids() {
        if (knows_its_own(a_, b_) || knows_its_own(b_, a_)) {
            constexpr float most = 8;
            say(Reason::uid, Outcome::agrees, rarity(1) + most);
        }
    }
    static bool knows_its_own(const Features& one, const Features& other) {
        return shared_key(one.of(Facet::exported_as), other.of(Facet::uid)) != 0;
    }

    void birthdays() {
        if (a_.birthdays.empty() || b_.birthdays.empty()) return;
        Outcome worst = Outcome::agrees;
        bool whole = true;
        for (const PartialDate& mine : a_.birthdays) {
            for (const PartialDate& theirs : b_.birthdays) {
                worst = std::max(worst, compare_days(mine, theirs));
                whole &= mine.complete() && theirs.complete();
            }
        }
        constexpr float day_of_year = 6;
        say(Reason::birthday, worst,
            worst == Outcome::agrees      ? (whole ? birthday_agrees : day_of_year)
                : worst == Outcome::alike ? birthday_alike
                                          : birthday_differs);
    }

    static Outcome compare_days(const PartialDate& a, const PartialDate& b) {
        const bool same_year = !a.year || !b.year || a.year == b.year;
        const bool same_day = a.month == b.month && a.day == b.day;
        if (same_year && same_day) return Outcome::agrees;
        const bool swapped = same_year && static_cast<unsigned>(*a.month) == static_cast<unsigned>(*b.day) &&
            static_cast<unsigned>(*a.day) == static_cast<unsigned>(*b.month);
        const bool year_off =
            same_day && std::abs(static_cast<int>(*a.year) - static_cast<int>(*b.year)) == 1;
        return swapped || year_off ? Outcome::alike : Outcome::differs;
    }
};

}  // namespace

bool Comparison::is_contradicted() const {
    return differs(Reason::profile) || differs(Reason::uid) || differs(Reason::name) ||
        differs(Reason::middle_name) || differs(Reason::generation) || differs(Reason::birthday) ||
        outcome(Reason::birthday) == Outcome::alike || outcome(Reason::generation) == Outcome::alike;
}

bool Comparison::is_certain() const {
    if (is_contradicted()) return false;
    if (agrees(Reason::profile) || agrees(Reason::uid)) return true;
    return name.is_same() &&
        (agrees(Reason::email) || agrees(Reason::mobile) || agrees(Reason::home) ||
            (agrees(Reason::birthday) && weight(Reason::birthday) == birthday_agrees));
}

bool Comparison::is_certain_at_work() const {
    return !is_contradicted() && name.is_same() && agrees(Reason::employer);
}

Comparison compare(const Features& a, const Features& b, FeatureTable& table) {
    return Comparing(a, b, table).compare();
}

}  // namespace kith::identity
