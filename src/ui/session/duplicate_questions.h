// Who may be here twice, and how far the questions about them have come (ui/people/duplicates.h).
#pragma once

#include <cstddef>
#include <vector>

#include "base/slices.h"
#include "exchange/people/duplicates.h"

namespace kith::ui {

struct DuplicateQuestions {
    DuplicateSearch search;
    Slices looking;  // of the search, over as many frames as it takes
    bool open = false;
    std::vector<Duplicate> pairs;  // as they were found when the dialog was opened
    std::size_t at = 0;
    bool keep_second = false;  // where the two differ
};

}  // namespace kith::ui
