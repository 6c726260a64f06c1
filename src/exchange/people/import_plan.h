// What an import will do, before it happens: an item for each entry of the files, what it is to what is here, and
// what was chosen for it. ImportJob makes it, and changes it as the person chooses.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/ids.h"
#include "base/message.h"
#include "exchange/readers/import_reading.h"
#include "identity/comparing.h"
#include "model/schema.h"

namespace kith {

/// What the file's entry is to what is here.
enum class ItemStatus : std::uint8_t {
    fresh,         // nobody here is this person: will be added
    changed,       // somebody here, and the file says something new or different
    already_here,  // somebody here, and the file says nothing new
    maybe_known,   // somebody here may be this person: added as new unless the person joins them
    skipped,       // not taken: `reason` says why
};

/// What will happen with the entry.
enum class ItemChoice : std::uint8_t { take_as_new, join, skip };

enum class DifferenceKind : std::uint8_t {
    fills,    // nothing was here
    adds,     // one more of several (an e-mail address, a tag, an employer)
    updates,  // an earlier import from the same source set what is here
    differs,  // what is here was written by hand, or came from elsewhere: kept unless taken
};

/// One thing that the file says and the record does not.
struct FieldDifference {
    FieldId field;  // its label is the schema's; affiliation::organisation, role … for work
    DifferenceKind kind = DifferenceKind::fills;
    bool take = false;  // the file's value will be in the record afterwards
    std::string here;   // as text for people; empty when nothing is here
    std::string in_file;
};

/// Where an entry begins.
struct EntryPlace {
    std::uint32_t file = 0;  // index into ImportPlan::files
    std::uint32_t line = 0;  // 1 based
};

/// One person, organisation or opportunity in a file.
struct ImportItem {
    std::uint32_t file = 0;    // index into ImportPlan::files
    std::uint32_t line = 0;    // where it begins, 1 based
    Kind kind = Kind::person;  // organisation: a card that is a company's; opportunity: a job
    ItemStatus status = ItemStatus::fresh;
    ItemChoice choice = ItemChoice::take_as_new;
    std::string_view name;    // lives as long as the job; never empty but for skipped ones
    std::string_view detail;  // "role, organisation", else an address; may be empty
    RecordId match;           // of changed, already_here and maybe_known
    std::vector<FieldDifference>
        differences;                 // of changed ones, and of maybe_known ones once they are joined
    Message reason;                  // why matched, maybe_known or skipped; an empty key: nothing to say
    std::vector<EntryPlace> others;  // entries that were put together with the first one
    std::optional<identity::Comparison> evidence;  // for and against the match, or what was put together
    std::uint32_t split_group = 0;                 // items that were one until they were split; 0: none
    bool answered = false;                         // the person chose
    RecordId record;                               // what it became, once the draft is made

    /// What a person may choose for it; nothing for one that was skipped. A person can always be added as new.
    std::vector<ItemChoice> choices() const;
    /// Whether what the person chose settles who it is: it is remembered.
    bool is_settled() const;
};

struct ImportCounts {
    std::size_t fresh = 0, changed = 0, already_here = 0, maybe_known = 0, skipped = 0;  // items by status
    std::size_t joined = 0;  // entries that came twice in the files and were put together
    std::size_t hidden = 0;  // LinkedIn members who hide their name: a row with only a date
    std::size_t new_organisations = 0;
    std::size_t opportunities = 0;  // items that are jobs; the others are people and organisations
    std::size_t total() const { return fresh + changed + already_here + maybe_known + skipped; }
    std::size_t of(ItemStatus status) const;
};

/// How many come in.
struct ImportTaken {
    std::size_t people = 0;  // and organisations
    std::size_t jobs = 0;    // as opportunities
    std::size_t total() const { return people + jobs; }
};

/// What will happen, before it happens.
struct ImportPlan {
    std::vector<ImportedFile> files;
    std::vector<ImportItem> items;   // in the order of the files
    std::vector<EntryPlace> hidden;  // rows of LinkedIn members who hide their name
    ImportCounts counts;
    std::vector<Error> notices;     // what was odd, with file, line and field; the first thousand
    std::size_t more_notices = 0;   // how many there were beyond those
    std::size_t other_records = 0;  // of Kith's own JSON: conversations, goals … that are not here
    Message summary;                // "120 new people, 3 changed …" for a headline

    /// Whether accepting would change anything.
    bool changes_something() const;
    /// How many come in, as things are chosen. O(items).
    ImportTaken taken() const;
    /// Rows or cards, of all files.
    std::size_t entries() const;
    /// Whether more than one file had any.
    bool is_from_several() const;
    /// The key of the format that most of it is in, which an archive is called by; empty if nothing was read.
    std::string_view main_format() const;
    /// Numbers of the items to list: those of a status, or all, and then first what asks for a look.
    /// O(items log items).
    std::vector<std::uint32_t> listed(std::optional<ItemStatus> only) const;
};

}  // namespace kith
