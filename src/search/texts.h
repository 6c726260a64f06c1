// What a record is found by: the `searched` fields of the schema, and for a person also what they do and
// where. One place decides, for the index and for showing what matched.
#pragma once

#include <vector>

#include "search/search.h"

namespace kith {

/// A text that a record is found by.
struct SearchedText {
    std::string_view text;
    RecordId record;  // whose field it is
    FieldId field;
    ElementId element;
    MatchPlace place = MatchPlace::name;
    bool short_text = true;  // one line: matching all of it, or its beginning, means something
    bool phone = false;      // found by its digits as one word
};

/// Whether records of this kind are found themselves. Affiliations are found as their people.
bool is_found(Kind kind);

/// Everything that a live record is found by, in the order of its fields. Clears `texts` first.
void collect_texts(const Workspace& workspace, RecordId record, std::vector<SearchedText>& texts);

/// When the record last mattered, in minutes since 1970: changed, or met.
std::uint32_t recency_of(const Workspace& workspace, RecordId record);

}  // namespace kith
