// What a file, or a record here, says about one person, as far as it tells who that is. Text is valid UTF-8 as it
// was written; how it is compared is this room's business. Plain values: whoever holds them may fill them from
// cards, records or tests.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/dates.h"

namespace kith::identity {

/// A name as it stands in fields. Any of them may be empty, and some programs put the whole name into one.
struct NameFields {
    std::string prefix, given, additional, family, suffix;
    std::string shown;  // the whole name, as it is displayed: used where given and family name are empty
    std::string phonetic_given, phonetic_family;

    bool operator==(const NameFields&) const = default;
};

/// Whose a number is likely to be: a home's or a company's is shared by those who are there.
enum class NumberUse : std::uint8_t { unknown, mobile, home, work };

struct Number {
    std::string number;
    NumberUse use = NumberUse::unknown;
};

struct PostalAddress {
    std::string street, city, postal_code, country;
};

struct Work {
    std::string organisation, role;
};

struct Entry {
    NameFields name;
    std::vector<std::string> nicknames;
    std::vector<std::string> emails;
    std::vector<Number> numbers;
    std::vector<std::string> profiles;  // addresses of profile pages; others are left aside
    std::vector<std::string> uids;
    std::string exported_as;  // the UID that this program gives it: it tells its own again, and nobody apart
    PartialDate birthday;
    std::vector<PostalAddress> addresses;
    std::vector<Work> work;
    std::uint32_t source = 0;  // the file that it stands in, by any number; the workspace is one too
};

}  // namespace kith::identity
