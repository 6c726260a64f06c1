// What a person does to any record by hand, each as a draft: one field set in place, a member added to or
// taken out of a set, a row, a form. Whatever means more than that (thanking, planning, putting off) is
// planning's.
//
// A draft's label is said in the words of the screen, so these take titles as the person sees them.
#pragma once

#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "base/random.h"
#include "workspace/workspace.h"

namespace kith {

/// A draft, and the record that it makes, for whoever opens that next.
struct Made {
    Draft draft;
    RecordId record;
};

/// Who or what is meant: a record that is there, or a new one by its name.
struct Named {
    RecordId record;
    std::string_view fresh;

    explicit operator bool() const { return static_cast<bool>(record) || !fresh.empty(); }
};

/// A new record called so: a person's last word is the family name, anything else has it as its title.
RecordId create_named(Draft& draft, Kind kind, std::string_view name, Random& random);
/// The record meant, made if it is new.
RecordId take_in(Draft& draft, Kind kind, const Named& named, Random& random);
/// An organisation of this name: the one there is, else a new one in the draft. O(organisations).
RecordId organisation_named(Draft& draft, const Workspace& workspace, std::string_view name, Random& random);

// ---- One field -----------------------------------------------------------------------------------

/// The field and the record, as the person sees them.
struct FieldWords {
    std::string_view field;
    std::string_view record;
};

/// An empty value clears.
Draft set_field(const FieldWords& words, RecordId record, FieldId field, const Value& value);
/// What is meant by nobody clears.
Draft set_reference(
    const FieldWords& words, RecordId record, FieldId field, const Named& named, Random& random);
Draft add_text(const FieldWords& words, RecordId record, FieldId field, std::string_view text);
Draft add_member(const FieldWords& words, RecordId record, FieldId field, const Named& named, Random& random);
Draft remove_member(const FieldWords& words, RecordId record, FieldId field, ElementId element);

/// A value from the history takes the place of the one there is now.
Draft bring_value_back(const FieldWords& words, const Change& past);

/// Writes a row: `element` zero adds one, all parts empty removes it. Of rows that are one kind's first
/// choice ("primary"), the one marked last is it.
Draft write_row(Message label, const Workspace& workspace, RecordId record, FieldId field, ElementId element,
    std::span<const std::string_view> parts, Random& random);

// ---- What a record's lists gain ------------------------------------------------------------------

/// What else a record that is added to a list gets: what the list's record says of it. `fresh`: it is new.
using AddedTo = void (*)(Draft& draft, const Workspace& workspace, RecordId list, RecordId made, bool fresh);

/// A list of a record, as a page shows it.
struct RecordList {
    RecordId of;
    FieldId field;      // a set of `of`; or the field by which other records name it
    FieldId joined_by;  // of records that join two: the field that names the other
    AddedTo also = nullptr;
};

/// Adds whoever is named: to the set, or by a new record that joins the two. `name` and `to`: the two in
/// words.
Draft add_to_list(const RecordList& list, const Workspace& workspace, const Named& named,
    std::string_view name, std::string_view to, Random& random);
/// Makes a record with this title that names the list's own.
Made add_titled(const RecordList& list, const Workspace& workspace, std::string_view title,
    std::string_view to, Random& random);

// ---- A form --------------------------------------------------------------------------------------

/// What a field is to hold. Texts and row bytes must live until the draft is made.
struct FieldEntry {
    FieldId field;
    Value value;                          // of plain fields; empty clears
    std::vector<std::string_view> texts;  // of sets of text: all of them
    std::vector<Named> named;             // of references: one; of sets of references: all of them
    bool by_name = false;                 // a new organisation is only made if there is none of its name
};

/// A record as a form has it. What the form does not show stays as it is.
struct RecordEntry {
    Kind kind = Kind::none;
    RecordId record;                                  // none: a new one
    std::vector<std::pair<FieldId, RecordId>> fixed;  // of a new one, whatever the form says
    std::vector<FieldEntry> fields;
};

Made write_record(Message label, const Workspace& workspace, const RecordEntry& entry, Random& random);

}  // namespace kith
