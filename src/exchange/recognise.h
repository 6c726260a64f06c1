// What a file is, by what is in it. Names lie ("Connections (1).csv.txt"); the first bytes don't.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/error.h"
#include "base/text.h"

namespace kith {

enum class FileKind : std::uint8_t {
    unknown,                // not a file Kith reads: Recognised::problem says what it looks like
    linkedin_connections,   // LinkedIn's Connections.csv
    linkedin_applications,  // its Job Applications.csv
    linkedin_saved_jobs,    // its Saved Jobs.csv
    google_contacts,        // Google Contacts' CSV, before or since 2024
    outlook_contacts,       // Outlook's CSV, and what writes like it
    contact_table,          // another table with a column of names or of e-mail addresses
    vcard,                  // 2.1, 3.0, 4.0
    kith,                   // Kith's own file: hosts apply it to the workspace, it is no import
    zip,                    // an archive, to be looked into (exchange/zip.h)
};

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
