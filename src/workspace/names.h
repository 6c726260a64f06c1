// How records are called: the one place that turns a record into the words a person knows it by.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "base/message.h"
#include "workspace/workspace.h"

namespace kith {

/// A person's name as shown: the display name, else name parts in order, else nickname, organisation,
/// first contact point; empty only if the record says nothing at all.
std::string person_name(const Workspace& workspace, RecordId person);

/// The name or title of a record of any kind ("Ana Núñez", "St. Anna Hospital", "Coffee · 6 October" is
/// for screens to make): person_name, or the first of name, title, wish, what, about, summary.
std::string record_name(const Workspace& workspace, RecordId record);

/// The field that record_name reads first for a kind: its name, title, wish …; null for those without one.
const FieldSpec* title_field(Kind kind);
/// The record and its name as an argument of a message: of a person one, of anything else a record.
Argument named(const Workspace& workspace, RecordId record);

/// What a favour is about: as noted, or else who was introduced.
std::string favour_subject(const Workspace& workspace, RecordId favour);

/// One or two letters for an avatar: first graphemes of first and last name.
std::string initials(const Workspace& workspace, RecordId person);

/// Affiliations of a person, current before past, latest first.
std::vector<RecordId> affiliations_of(const Workspace& workspace, RecordId person);
/// The current affiliation that speaks for a person: the latest begun, work before memberships; none: zero.
RecordId main_affiliation(const Workspace& workspace, RecordId person);
bool is_past(const Workspace& workspace, RecordId affiliation);

/// The person who uses Kith, if they made a record of themselves.
RecordId self(const Workspace& workspace);

}  // namespace kith
