// Bytes from and to files and standard streams, by POSIX calls, which natives and Node both have.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/error.h"

namespace kith::terminal {

inline constexpr int standard_input = 0;
inline constexpr int standard_output = 1;
inline constexpr int standard_error = 2;

/// How a file is named to people: its path, or "standard input" for "-".
std::string shown_name(std::string_view path);

/// Up to `size` bytes, at least one if there is more to come; 0 at the end, less if it can't be read.
long read_some(int descriptor, char* to, std::size_t size);
/// Everything up to the end; false if it can't be read.
bool read_all(int descriptor, std::string& bytes);
/// False if not all of it could be written.
bool write_all(int descriptor, std::string_view bytes);

/// The whole of a file; "-": of standard input.
Result<std::string> read_file(const std::string& path);

/// Puts a file in place of whatever is there, all or nothing: written beside it, brought to the disk, then
/// renamed. Keeps the permissions of what was there; a new file is for its owner only, as contacts are
/// private. A symbolic link stays and what it points to is replaced. "-": to standard output.
Result<> write_file(const std::string& path, std::string_view bytes);

}  // namespace kith::terminal
