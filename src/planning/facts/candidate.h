// Somebody among one's own contacts who could be asked, with the facts that speak for them, and against
// asking now. The finders of mentors, of referrals and of help in a hard situation answer with these; there
// is no score.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "workspace/facts.h"

namespace kith {

struct Candidate {
    RecordId person;
    Facts reasons;
    Facts cautions;  // asked recently, out of touch for years
};

/// Those of the first in a list that was put in order, `most` of them at the most.
template <typename Ranked>
std::vector<Candidate> first_candidates(std::vector<Ranked> ranked, std::size_t most) {
    std::vector<Candidate> found;
    for (Ranked& one : ranked) {
        if (found.size() == most) break;
        found.push_back(std::move(one.candidate));
    }
    return found;
}

}  // namespace kith
