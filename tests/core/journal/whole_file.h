// A workspace as one file and back, for tests.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "journal/store.h"
#include "workspace/workspace.h"

namespace kith::testing {

inline std::string whole_file(const Workspace& workspace) {
    std::vector<std::string_view> frames;
    for (const TransactionInfo& transaction : workspace.transactions())
        frames.push_back(transaction.frame);
    return file_of(frames);
}

inline std::string frames_of_file(std::string_view file) {
    return std::string(frames_of(file).value());
}

}  // namespace kith::testing
