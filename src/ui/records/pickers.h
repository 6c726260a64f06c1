// Fields that name records: found as they are typed, and made on the spot when they are not there yet. Enter
// takes the first of the list whose name begins with what was typed, or else makes a new one; leaving the
// field takes only a name written out in full, so nothing is linked or made behind one's back.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "ui/session/session.h"
#include "widgets/widgets.h"
#include "workspace/edits.h"

namespace kith::ui {

struct PickOptions {
    Kind target = Kind::none;                // none: any kind
    bool create = true;                      // offers to make a new one
    std::span<const RecordId> without = {};  // not offered: those that are there already
};

struct Picked {
    RecordId record;    // the one chosen …
    std::string fresh;  // … or the name of one to be made
    FieldResult field;

    bool any() const { return static_cast<bool>(record) || !fresh.empty(); }
    /// What an edit takes, as long as this lives.
    Named named() const { return {.record = record, .fresh = fresh}; }
};
Picked pick_record(Session& session, ImRect area, Field field, const PickOptions& options, std::string& text);

/// Whether a record of this kind can be made from a name alone.
bool may_create(Kind kind);

/// One reference of a record in place: the name, which becomes a field, and a way to its page. `area` is
/// where the value stands.
void edit_reference(Session& session, ImRect area, RecordId record, const FieldSpec& field, Field look);
/// A set of references in place: names with a remove button each, and a field for another.
void edit_reference_set(
    Session& session, Flow& flow, RecordId record, const FieldSpec& field, const std::string& name);

}  // namespace kith::ui
