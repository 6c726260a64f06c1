// What a file is, by what is in it. Names lie ("Connections (1).csv.txt"); the first bytes don't.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "base/text.h"
#include "exchange/cards/file_kind.h"

namespace kith {

struct Recognised {
    FileKind kind = FileKind::unknown;
    Encoding encoding = Encoding::utf8;  // of text
    Message problem;                     // for `unknown`: a sentence; {0} is the file's name
};

/// Looks at the first 64 KB and, for telling an encoding, at all of it. `name` only fills sentences.
Recognised recognise(std::string_view bytes, std::string_view name);

/// "linkedin", "linkedin_applications", "linkedin_saved_jobs", "google", "outlook", "table", "vcard", "kith",
/// "zip"; empty for `unknown`.
std::string_view key_of(FileKind kind);

}  // namespace kith
