// Who may be here twice, and how far the questions about them have come (ui/people/duplicates.h).
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/kept.h"
#include "base/slices.h"
#include "exchange/people/duplicates.h"
#include "exchange/people/organisation_search.h"
#include "exchange/people/side_by_side.h"
#include "ui/session/places.h"

namespace kith::ui {

struct DuplicateQuestions {
    /// Two people, or two organisations, about whom is asked.
    struct Pair {
        RecordId a, b;
        identity::Comparison comparison;  // of people
        identity::OrganisationLikeness likeness = identity::OrganisationLikeness::different;
        bool certain = false;
        bool by_hand = false;  // chosen by the person: nothing was found
    };

    DuplicateSearch search;
    OrganisationSearch organisations;
    Slices looking, looking_at_organisations;  // of these, over as many frames as it takes

    bool open = false;
    Place opened_at;          // it goes when another place is gone to
    std::vector<Pair> pairs;  // as they were found when it was opened: doubtful ones, then certain ones
    std::size_t doubtful = 0;
    std::size_t at = 0;
    std::set<std::pair<RecordId, RecordId>> later;
    std::size_t list_at = ~std::size_t{0};  // where the list is scrolled to

    // The pair that is open, field by field.
    std::vector<SideRow> rows;
    MadeFrom<std::uint64_t, std::size_t> rows_from;  // the workspace's revision, the pair
    // How many of the doubtful, and of the certain, have no answer.
    std::size_t open_doubtful = 0, open_certain = 0;
    MadeFrom<std::uint64_t, std::size_t> counted_from;  // the workspace's revision, how many were put off

    RecordId merge_with;  // who is to be joined to somebody whose name is asked for
    std::string merge_text;

    std::size_t found() const { return search.found().size() + organisations.found().size(); }
};

}  // namespace kith::ui
