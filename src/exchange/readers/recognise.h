// What a file is, by what is in it. Names lie ("Connections (1).csv.txt"); the first bytes don't.
#pragma once

#include <string_view>

#include "base/error.h"
#include "exchange/readers/formats.h"

namespace kith {

struct Recognised {
    const Format* format = nullptr;  // none: not a file Kith reads
    Message problem;                 // then: a sentence that says what it looks like; {0} is the file's name

    bool holds(Holds what) const { return format != nullptr && format->holds == what; }
};

/// The format that knows the file; else, if it doesn't look like something that Kith does not read, the one that
/// guesses. Looks at the first 64 KB and, for telling an encoding, at all of it. `name` only fills sentences.
Recognised recognise(std::string_view bytes, std::string_view name, FileFormats formats = all_formats());

}  // namespace kith
