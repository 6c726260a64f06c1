// What files people bring.
#pragma once

#include <cstdint>

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
    zip,                    // an archive, to be looked into (exchange/archives/zip.h)
};

}  // namespace kith
