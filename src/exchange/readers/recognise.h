// What a file is, by what is in it. Names lie ("Connections (1).csv.txt"); the first bytes don't.
#pragma once

#include <string_view>

#include "base/error.h"
#include "base/slices.h"
#include "exchange/readers/formats.h"

namespace kith {

struct Recognised {
    const Format* format = nullptr;  // none: not a file Kith reads
    Message problem;                 // then: a sentence that says what it looks like; {0} is the file's name

    bool holds(Holds what) const { return format != nullptr && format->holds == what; }
};

/// The format that knows the file; else, if it doesn't look like something that Kith does not read, the one that
/// guesses. Looks at the first 64 KB, and at what an archive holds; in slices. `name` only fills sentences; what is passed
/// by reference or view outlives it.
Slices recognise(std::string_view bytes, std::string_view name, FileFormats formats, Recognised& recognised);

/// Whether it is a workspace of Kith's own, which is merged and not imported. O(1).
bool is_workspace(std::string_view bytes);

}  // namespace kith
