// Job titles as people write them: "Sr. PM II | ex-Foo", "Leiterin Marketing und Kommunikation", "营业本部长",
// "Adviser, Ostrava & Kin; Head of Sales, Tarnwell".
//
//     const TitleReading reading = read_title("VP of Eng | hiring!", "");
//     reading.main()->function  →  JobFunction::software
//     reading.main()->level     →  JobLevel::vp
//     reading.main()->say       →  HiringSay::yes
//
// A line is cut into words, the words into the longest terms that a table knows (terms.h; ten languages), the
// terms into pieces at commas, bars and conjunctions, and the pieces that name a role collect those that name
// but a field. No rule is for single titles: what is particular stands in the table.
#pragma once

#include <string_view>
#include <vector>

#include "titles/role.h"
#include "titles/terms.h"

namespace kith {

/// The roles of a line, in its order; empty where none can be told.
struct TitleReading {
    std::vector<JobRole> roles;

    /// The role that counts: held now, and not beside another. Null if there is none.
    const JobRole* main() const;
};

/// Reads a title and, where it is known, the name of the organisation, which decides what "Partner" or
/// "Associate" means. Both UTF-8, of any kind. O(length); some 10 µs.
TitleReading read_title(std::string_view title, std::string_view organisation = {},
    const titles::TermTable& table = titles::TermTable::standard());

/// The field of an organisation, if its name tells: "… LLP", "… Hospital".
JobFunction function_of_organisation(
    std::string_view name, const titles::TermTable& table = titles::TermTable::standard());

}  // namespace kith
