// Which files of an archive an import takes.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "exchange/readers/formats.h"

namespace kith {

/// A file's name without its folders ("/" or "\").
std::string_view without_folder(std::string_view name);

/// Numbers of the names to take, in the order in which they are read. Files that a format knows by name are taken
/// and then no others. Else it is by the endings, and of the formats that hold the same only the first that has
/// any: address books are often exported in several formats at once.
std::vector<std::size_t> choose_from_archive(std::span<const std::string_view> names, FileFormats formats);

}  // namespace kith
