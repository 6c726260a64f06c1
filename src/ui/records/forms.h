// Editing records by the schema: any field of any kind, in a dialog or in place. What a field needs (a date
// that exists, a choice, a name that stands for a record) follows from its type in the table, so a new field
// of the schema has its form without a line here.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/schema.h"
#include "ui/session/session.h"
#include "workspace/edits.h"

namespace kith::ui {

/// One field of a form, as it is being edited.
struct FormValue {
    const FieldSpec* field = nullptr;
    std::string text;  // text, choice key, number, date as typed, name of a reference
    bool flag = false;
    std::vector<std::string> texts;  // text sets
    RecordId reference;
    std::vector<RecordId> references;
    std::vector<std::string> fresh;  // names of records to be made when the form is saved
    std::string typing;              // next element of a set
    std::string error;
};

/// A dialog for one record: a new one, or one that is there.
struct RecordForm {
    bool open = false;
    std::string title;
    Kind kind = Kind::none;
    RecordId record;  // zero: a new one
    std::vector<FormValue> values;
    std::vector<std::pair<FieldId, RecordId>>
        fixed;       // references that are given: the person of an affiliation
    RecordId saved;  // what was written last; for the caller to go on with
    bool ask_delete = false;
};

/// A new record with some references given: their fields are not asked for.
void open_new(Session& session, RecordForm& form, Kind kind, std::string title,
    std::vector<std::pair<FieldId, RecordId>> fixed = {});

/// Opens the form of a record with some of its fields, filled with what they are.
void open_form(Session& session, RecordForm& form, Kind kind, RecordId record,
    std::span<const FieldId> fields, std::string title);
FormValue* value_of(RecordForm& form, FieldId field);

/// Draws it while it is open. On Save the changes are one transaction.
void draw_form(Session& session, RecordForm& form);

/// What the form says, to be written (workspace/edits.h: write_record); it holds views of the form's texts.
/// Nothing if something in it is wrong: its fields say what.
std::optional<RecordEntry> read_form(const Session& session, RecordForm& form);

/// One field of a form with its label, for dialogs that lay themselves out.
void draw_form_value(Session& session, Flow& flow, FormValue& value);

/// A field that names a record. Returns the one chosen; `text` is what was typed.
struct ReferenceResult {
    std::optional<RecordId> chosen;
    FieldResult field;
};
ReferenceResult reference_field(Session& session, ImRect area, Field field, Kind target, std::string& text);

/// A field for a date; `error` says what is wrong with it. Returns the date when it is to be written (which
/// may be empty: cleared).
std::optional<PartialDate> date_field(
    Session& session, ImRect area, Field field, std::string& text, std::string& error);

/// The value of a plain field in words, for history and lists.
std::string value_in_words(const Session& session, const FieldSpec& field, Value value);

}  // namespace kith::ui
