// Who in the files is the same person as another there, or as somebody here: what the search of identity/search.h finds,
// with what was answered before, in terms of cards and records.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/slices.h"
#include "exchange/cards/card.h"
#include "exchange/people/matching.h"
#include "identity/search.h"
#include "workspace/workspace.h"

namespace kith {

/// Who is here and may be somebody in the files.
struct IdentityMatch {
    RecordId record;
    KeyKind why = KeyKind::name;
    std::optional<identity::Comparison> evidence = {};
};

/// Cards that are one person, organisation or opportunity.
struct SameCards {
    std::vector<std::uint32_t> cards;
    Identity identity;
    std::vector<Card> parts = {};                       // the cards as they came, if they are several
    std::optional<identity::Comparison> evidence = {};  // for the cards being one
    std::vector<IdentityMatch> sure = {};
    IdentityMatch question = {};  // the likeliest, or none
};

class PeopleInFiles {
public:
    /// Both must outlive it, and the cards stay as they are until all is found.
    PeopleInFiles(const Workspace& workspace, const std::vector<Card>& cards)
        : workspace_(workspace), cards_(cards) {}

    /// Somebody who is here, or in the trash: before find().
    void note(RecordId person);
    /// Adds everyone in the files, once. Counts in `joined` the cards that were put to others. What
    /// identity/search.h costs.
    Slices find(std::vector<SameCards>& same, std::size_t& joined);

private:
    using Groups = boost::unordered_flat_map<std::uint32_t, std::size_t>;  // from a first entry, into same_

    const Workspace& workspace_;
    const std::vector<Card>& cards_;
    Pieces pieces_;
    std::vector<RecordId> people_;
    std::vector<identity::Entry> entries_;  // of people_, then of the cards that are people
    std::vector<SameCards>* same_ = nullptr;

    Slices find_settled(const std::vector<std::uint32_t>& cards, identity::Settled& settled);
    Slices note_found(
        const identity::SameSearch& search, const std::vector<std::uint32_t>& cards, std::size_t& joined);
    Slices note_sure(const identity::SameSearch& search, const Groups& groups);
    Slices note_questions(const identity::SameSearch& search, const Groups& groups);
    SameCards* group_of(const identity::SameSearch& search, const Groups& groups, std::uint32_t entry);
};

}  // namespace kith
