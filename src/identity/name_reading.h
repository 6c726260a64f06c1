// Reads a name out of the fields in which programs keep it: what is the name and what stands around it. People
// write "Chen, DNP, RN" into a family name, "Dr. Helen Park" into a given one, and whole names into either;
// programs write titles into two fields at once.
//
//     ReadName name = read_name({.prefix = "Dr.", .given = "Dr. Helen", .family = "Park, ph.d."});
//     // name.titles: "Dr."; name.given: "Helen"; name.family: "Park"; name.credentials: "ph.d."
//
// What cannot be told from the fields stays as it stands: words are moved, never changed or lost.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "identity/entry.h"

namespace kith::identity {

struct ReadName {
    std::vector<std::string> titles;        // "Prof.", "Dr.": each once
    std::vector<std::string> honorifics;    // "Mrs."
    std::string given, additional, family;  // words as they were written, with single spaces
    std::string generation;                 // "Jr.", as written
    std::vector<std::string> credentials;   // "DNP", "RN": each once
    std::vector<std::string> nicknames;     // in quotation marks: Robert "Bob" Smith
    std::vector<std::string> asides;        // in brackets: Ana Silva (Costa), Steve (plumber)
    bool was_split = false;                 // it was one text: which word is whose is a guess

    bool empty() const { return given.empty() && additional.empty() && family.empty(); }
};

/// O(n). Family names keep their particles; Han and Hangul names in one word are taken apart.
ReadName read_name(const NameFields& fields);

/// The prefix and the suffix for a name's fields: "Prof. Dr.", "Jr., DNP, RN".
std::string prefix_of(const ReadName& name);
std::string suffix_of(const ReadName& name);

/// Where a family name is sorted: the particle that stands before it ("van den Berg" → 8, "Berg").
/// Bytes to skip; 0 where nothing would be left.
std::size_t particle_length(std::string_view family);

/// First letters of given and family name, for a picture of somebody without one: "HP"; of Han and Hangul names the
/// family name's. Never a title's or a degree's.
std::string initials_of(const ReadName& name);

}  // namespace kith::identity
