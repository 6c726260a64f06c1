// What the network suggests: whom to get back to for a goal, which ties between groups are about to fade,
// which say the same, and what it would change if two people met. Every suggestion carries its reasons; the
// findings behind them are in EVIDENCE.md.
#pragma once

#include "network/coverage.h"

namespace kith {

/// A weak or dormant tie worth taking up again for a goal.
struct Reconnect {
    RecordId person;
    bool dormant = false;    // three years or more out of touch; else weak
    std::size_t serves = 0;  // how many facts tie the person to the goal: the first reasons
    Facts reasons;

    bool operator==(const Reconnect&) const = default;
};

/// Whom to reconnect with for a goal: only people that something recorded ties to it (work or worked at a
/// target organisation, know somebody there, hold the role, know the field, have a skill to be learned), most
/// such facts first. People pick the familiar, which is worse (Walter, Levin & Murnighan 2015): among equals
/// those ahead in their career come first, then those who were helped or helped before, then those with less
/// contact. Of weak ties those with some but few contacts in common come first (Rajkumar et al. 2022).
std::vector<Reconnect> whom_to_reconnect(const Workspace& workspace, const ContactGraph& contacts,
    const GraphSnapshot& snapshot, RecordId goal, std::size_t count);

/// A tie that is the user's only recent one into a group, and silent for a while.
struct FadingBridge {
    RecordId person;
    std::vector<RecordId> group;  // the others there, those best known to the user first
    Facts reasons;
};
/// Groups are the communities among the contacts, the user left out. A bridge is the one person of a group
/// with whom there was contact in the last year, or, if there was with none, the last one within three years;
/// it fades when silent for longer than `silence`, or its own usual gap if that is longer. Longest silent
/// first.
std::vector<FadingBridge> fading_bridges(const Workspace& workspace, const ContactGraph& contacts,
    const GraphSnapshot& snapshot, std::span<const std::uint32_t> community,
    std::chrono::days silence = std::chrono::days{120});
/// The same in slices: `bridges` has them when it is done.
Slices fading_bridges(const Workspace& workspace, const ContactGraph& contacts, const GraphSnapshot& snapshot,
    std::span<const std::uint32_t> community, std::vector<FadingBridge>& bridges,
    std::chrono::days silence = std::chrono::days{120});

/// A contact all of whose noted contacts another, to whom the user is closer, knows too.
struct RedundantTie {
    RecordId person;
    RecordId covered_by;
    std::size_t in_common = 0;  // contacts, without the user and those two; at least two
};
/// O(Σ degree²) of the contacts.
std::vector<RedundantTie> redundant_ties(const ContactGraph& contacts, const GraphSnapshot& snapshot);
Slices redundant_ties(
    const ContactGraph& contacts, const GraphSnapshot& snapshot, std::vector<RedundantTie>& found);

/// "Everyone Ana knows, Ben knows too".
Facts reasons_of(const Workspace& workspace, const RedundantTie& tie);

/// What it would change if two people were introduced to each other.
struct IntroductionEffect {
    bool know_each_other = false;  // then nothing changes
    std::size_t in_common = 0;     // contacts, without the user
    std::size_t joined_a =
        0;  // people in the part of the network around each, if the introduction would join
    std::size_t joined_b = 0;  // two parts that nothing but the user links; else 0
    std::size_t new_for_a =
        0;  // people each would then reach in two steps, and now does not, without the user
    std::size_t new_for_b = 0;
    std::optional<double> constraint_before;  // of the user
    std::optional<double> constraint_after;
    Facts reasons;
};
/// O(nodes + edges).
IntroductionEffect effect_of_introducing(const Workspace& workspace, const ContactGraph& contacts,
    const GraphSnapshot& snapshot, RecordId a, RecordId b);

}  // namespace kith
