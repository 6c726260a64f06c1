// What is about to be deleted, while the person is asked (ui/records/removal.h).
#pragma once

#include <string>
#include <vector>

#include "base/ids.h"

namespace kith::ui {

struct Removal {
    bool open = false;
    std::vector<RecordId> records;
    std::string name;   // of the one, if it is one
    std::string along;  // what goes with them, in words
};

}  // namespace kith::ui
