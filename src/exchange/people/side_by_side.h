// Two records, or a record and an entry of a file, field by field: what is the same, what differs, what only one of
// them says, and whose word would count if they were joined. What a person sees who is asked whether the two are one;
// no screen has to work it out.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/cards/card.h"
#include "workspace/workspace.h"

namespace kith {

enum class Standing : std::uint8_t {
    same,  // written differently perhaps: "+46 70 555 01 23" and "070-555 01 23"
    differs,
    both_kept,  // lists and long texts: nothing of either is lost
    only_first,
    only_second
};

/// One field of both.
struct SideRow {
    FieldId field;  // display_name: the whole of a person's name; affiliation::organisation: their work
    std::string_view kind = {};  // of a contact point: contact::email …
    Standing standing = Standing::same;
    // What it says: elements of lists as text, of all else the value as it is. They live as long as what they are of.
    std::vector<std::string> first_list = {}, second_list = {};
    Value first = {}, second = {};
    bool second_counts = false;        // of one that differs: the second's word would be kept
    std::vector<FieldId> fields = {};  // what a choice between the two decides about; empty: there is none
};

/// Rows that at least one of them has: name, work, how to reach them, then as in the schema. Of two records the word of
/// the first counts, unless the second's is the same and more: "Maja Lindqvist" beside "M. Lindqvist", a birthday with
/// its year. O(what both say).
std::vector<SideRow> side_by_side(const Workspace& workspace, RecordId first, RecordId second);
std::vector<SideRow> side_by_side(const Workspace& workspace, RecordId first, const Card& second);

/// Whether a text says the same as another and more: each word of that begins one of its own, in their order.
bool says_more(std::string_view text, std::string_view than);

/// The fields of the rows of which the second's word counts: join_records takes them.
std::vector<FieldId> chosen_of_second(const std::vector<SideRow>& rows);

}  // namespace kith
