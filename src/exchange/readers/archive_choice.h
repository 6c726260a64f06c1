// Which files of an archive an import takes.
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "exchange/readers/formats.h"

namespace kith {

/// A file's name without its folders ("/" or "\").
std::string_view without_folder(std::string_view name);

/// Is told the names one after the other, and remembers those that may count.
class ArchiveChoice {
public:
    explicit ArchiveChoice(FileFormats formats) : formats_(formats) {}

    /// O(formats).
    void add(std::string_view name);
    std::size_t size() const { return count_; }

    /// Numbers of the names to take, in the order in which they are read. Files that a format knows by name are
    /// taken and then no others. Else it is by the endings, and of the formats that hold the same only the first
    /// that has any: address books are often exported in several formats at once.
    std::vector<std::size_t> chosen() const;

private:
    struct ByEnding {
        Holds holds;
        std::size_t format;  // the first of the table
        std::size_t index;
    };

    FileFormats formats_;
    std::size_t count_ = 0;
    std::vector<std::pair<Holds, std::size_t>> known_;
    std::vector<ByEnding> by_ending_;
};

}  // namespace kith
