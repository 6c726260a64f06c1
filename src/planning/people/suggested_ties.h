// Who seems to know whom, read off what is recorded already: the same employer at the same time, the same
// small event or project, meetings with both, an introduction made. Each comes with its reasons, becomes a
// tie only with a yes, and is not suggested again after a no.
//
// Being one of many says little, so a group suggests ties only while few of one's contacts are in it
// (`small_group`): a number of Kith's own, chosen to keep the list short, not one from research.
#pragma once

#include <string_view>
#include <vector>

#include "base/random.h"
#include "model/fields.h"
#include "planning/facts/due.h"

namespace kith {

inline constexpr std::size_t small_group = 12;

struct SuggestedTie {
    RecordId a;
    RecordId b;
    enum tie::kinds kind = tie::kinds::acquaintance;  // what the strongest reason makes of them
    Facts reasons;                                    // strongest first
};

/// Everyone's: most reasons first, then by record id. O(records + pairs in small groups).
std::vector<SuggestedTie> suggested_ties(const Workspace& workspace, Day today, std::size_t most = 100);
/// Those of one person. O(their groups).
std::vector<SuggestedTie> suggested_ties_of(
    const Workspace& workspace, RecordId person, Day today, std::size_t most = 20);

/// A tie of that kind, "confirmed from a suggestion".
RecordId confirm_tie(Draft& draft, const SuggestedTie& suggestion, Random& random);
void turn_down_tie(
    Draft& draft, const SuggestedTie& suggestion, std::string_view title, Day today, Random& random);

/// The same as what a person means to do. `name`: of the one of the two that is suggested to `to`.
Draft accept_tie(const SuggestedTie& suggestion, std::string_view name, std::string_view to, Random& random);
Draft refuse_tie(const SuggestedTie& suggestion, std::string_view name, Day today, Random& random);

}  // namespace kith
