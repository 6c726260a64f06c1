// How strong a tie is: the dimensions of Gilbert & Karahalios (2009) that Kith has records for, each as what
// is recorded, and a class made of them by the rule below. Research gives the dimensions and no weights that
// hold elsewhere (EVIDENCE.md), so the weights are a convention, people are shown the class and the
// parts, and the number serves only to order ways through the network.
//
// The rule. Each part that is known is a number from 0 to 1:
//   closeness    as stated: slightly ¼, fairly ½, well ¾, closely 1
//                (of the user's own ties the circle: 150 ¼, 50 ½, 15 ¾, 5 1)
//   contact      days of contact in the year before: 1 ¼, 3 ½, 10 ¾, 40 or more 1, none 0
//   recency      last contact within three years ¼, a year ½, three months ¾, a month 1, longer ago 0, but at most
//                ¼ more than contact: one date the other day makes nobody close; family 1
//   duration     known for half a year ¼, two years ½, five ¾, ten 1, less 0
//   reciprocity  favours one way ½, both ways 1
//
// The weight is the mean of what is known; where closeness is stated it counts as much as the rest together.
// From 0.6 a tie is strong, from 0.35 medium, below weak. It is unknown, and weighs 0.2, where nothing
// is known but that it exists, or for how long.
#pragma once

#include "network/contact_graph.h"
#include "workspace/facts.h"

namespace kith {

enum class StrengthClass : std::uint8_t { unknown, weak, medium, strong };
/// The catalogue's key: "strength.strong" …
std::string_view key_of(StrengthClass strength);

/// What is known of a tie by a day.
struct TieStrength {
    Closeness closeness = Closeness::unknown;
    bool kin = false;
    std::uint32_t contact_days = 0;  // in the year before
    std::optional<Day> last_contact;
    std::optional<Day> known_since;
    std::uint32_t given = 0;
    std::uint32_t received = 0;
    StrengthClass strength = StrengthClass::unknown;
    double weight = 0;  // above 0, at most 1

    bool operator==(const TieStrength&) const = default;
};

/// What the evidence of an edge says of the tie by that day. O(evidence log evidence).
TieStrength strength_of(const ContactEdge& edge, Day day);

/// The parts in sentences: "You know each other well", "Last contact 3 weeks ago", "Known for 7 years",
/// "You helped them twice, they helped you once". `with_self`: the tie is the user's own.
Facts strength_facts(const TieStrength& strength, bool with_self, Day day);

/// "Last contact 3 weeks ago", "In touch today" or "No contact noted yet".
Message last_contact_fact(const TieStrength& strength, Day day);

/// Out of touch for three years or more (Levin, Walter & Murnighan 2011).
inline constexpr std::chrono::days dormant_after{3 * 365};

}  // namespace kith
