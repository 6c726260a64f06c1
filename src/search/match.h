// One record against one query, word by word, with what to highlight. The index decides who is found and
// in which order; this says why. Both must agree on the cost, which tests assert.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "search/query.h"
#include "search/texts.h"

namespace kith {

struct RecordMatch {
    Cost cost = no_cost;
    std::vector<SearchMatch> matches;  // in the order of the words
};

/// What the words of a reading are worth when they stand together at the beginning of a short text, or
/// are all of it; nothing if nowhere. Of several, the best.
struct Phrase {
    Cost cost = no_cost;
    std::size_t text = 0;  // index into `texts`
};
std::optional<Phrase> find_phrase(
    WordSplitter& splitter, const Reading& reading, std::span<const SearchedText> texts);

/// The best way to find all words of a query in a record's texts; no_cost if there is none.
RecordMatch match_record(
    WordSplitter& splitter, const Query& query, std::span<const SearchedText> texts, bool phrases);

/// The ranges of a text that words of the query match, in order and apart from each other.
std::vector<TextRange> highlighted(WordSplitter& splitter, const Query& query, std::string_view text);

}  // namespace kith
