// A query as words, how a word of it can be found in a word of a record, and what that is worth.
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "search/edits.h"
#include "search/postings.h"
#include "search/search.h"
#include "search/words.h"

namespace kith {

struct QueryWord {
    std::string text;        // folded
    std::u32string letters;  // the same, decoded
    unsigned edits = 0;      // how many typos it is forgiven
    bool inside = false;     // looked for within words: three letters or digits, or a script without spaces
};
using Reading = std::vector<QueryWord>;

/// A query can be read in several ways: "0170 12" as two words, or as digits of a phone number, written
/// with spaces, without the leading zero, or without the country's code.
struct Query {
    std::vector<Reading> readings;  // none: there is nothing to look for
};

/// Words of a query beyond this many are left out.
inline constexpr std::size_t most_words = 12;

Query read_query(WordSplitter& splitter, std::string_view text);

/// How a word of the query is found in a word of a record.
enum class Relation : std::uint8_t { equal, begins, contains, nearly_whole, nearly_begins, none };

/// The best relation; of nearness only if `table` is given (over the letters and edits of `wanted`).
Relation relate(const QueryWord& wanted, std::string_view word, EditTable* table);

/// What a relation at a spot and place is worth; smaller is better. Grade (MatchKind, and one more for a
/// typo in a word that goes on) in the high bits, place in the low three.
using Quality = std::uint8_t;
inline constexpr Quality not_found = 0xff;

constexpr Quality quality(Relation relation, WordSpot spot, MatchPlace place) {
    MatchKind kind = MatchKind::substring;
    unsigned extra = 0;
    switch (relation) {
        case Relation::equal:
            kind = spot == WordSpot::whole ? MatchKind::exact
                : spot == WordSpot::first  ? MatchKind::prefix
                                           : MatchKind::word;
            break;
        case Relation::begins:
            kind = spot == WordSpot::inner ? MatchKind::word_prefix : MatchKind::prefix;
            break;
        case Relation::contains: break;
        case Relation::nearly_begins: extra = 1; [[fallthrough]];
        case Relation::nearly_whole: kind = MatchKind::typo; break;
        case Relation::none: return not_found;
    }
    return static_cast<Quality>((static_cast<unsigned>(kind) + extra) << 3 | static_cast<unsigned>(place));
}
constexpr MatchKind kind_of(Quality quality) {
    return std::min(static_cast<MatchKind>(quality >> 3), MatchKind::typo);
}
constexpr MatchPlace place_of(Quality quality) {
    return static_cast<MatchPlace>(quality & 7);
}

/// What finding all words of a reading is worth; smaller is better: the worst grade, then the places.
using Cost = std::uint16_t;
inline constexpr Cost no_cost = 0xffff;

/// O(words). Not for qualities of which one is not_found.
constexpr Cost cost_of(std::span<const Quality> qualities) {
    unsigned grade = 0;
    unsigned places = 0;
    for (const Quality quality : qualities) {
        grade = std::max(grade, static_cast<unsigned>(quality >> 3));
        places += quality & 7U;
    }
    return static_cast<Cost>(grade << 8 | places);
}

/// Whether the words standing together at the beginning of a field could make it better: several whole
/// words or beginnings of words, not all of which begin a field.
constexpr bool may_be_phrase(std::size_t words, Cost cost) {
    return words > 1 && cost >> 8 >= static_cast<unsigned>(MatchKind::word) &&
        cost >> 8 <= static_cast<unsigned>(MatchKind::word_prefix);
}

}  // namespace kith
