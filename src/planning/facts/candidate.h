// Somebody among one's own contacts who could be asked, with the facts that speak for them, and against
// asking now. The finders of mentors, of referrals and of help in a hard situation answer with these; there
// is no score.
#pragma once

#include "workspace/facts.h"

namespace kith {

struct Candidate {
    RecordId person;
    Facts reasons;
    Facts cautions;  // asked recently, out of touch for years
};

}  // namespace kith
