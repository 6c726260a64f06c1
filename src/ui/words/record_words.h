// How a record of any kind reads in a row: what it is, a second line of facts, and a tag for when or how far.
// Lists, pages, timelines and the finder show the same record in the same words.
#pragma once

#include <string>
#include <string_view>

#include "ui/session/session.h"
#include "widgets/widgets.h"

namespace kith::ui {

struct RecordWords {
    std::string title;
    std::string detail;  // facts, divided by " · "
    std::string tag;     // when it is due, or how far it has come
    TagKind tag_kind = TagKind::plain;
    Icon icon = Icon::none;
    RecordId face;  // the person or organisation whose avatar stands before it
};

/// `seen_from` is the record whose page it stands on: what that says already is left out.
RecordWords words_for(const Session& session, RecordId record, RecordId seen_from = {});

/// What a record is called, never empty: "Referral from Priya Sharma: Ward Lead", "Without a name".
std::string record_title(const Session& session, RecordId record);

/// The parts that say something, divided by " · ".
std::string joined(std::initializer_list<std::string_view> parts, std::string_view between = " · ");
/// "Ana, Ben and 3 more"
std::string names_in_words(
    const Session& session, RecordId record, FieldId field, std::size_t most = 3, RecordId except = {});
/// A choice's option in words; empty if nothing is chosen.
std::string choice_in_words(const Session& session, RecordId record, FieldId field);
/// "since May 2024", "2019 – 2022", "until 2022"
std::string period_in_words(const Session& session, const PartialDate& from, const PartialDate& to);

/// A tag for a day something is due: late, within a week, or later.
struct DueTag {
    std::string text;
    TagKind kind = TagKind::plain;
};
DueTag due_tag(const Session& session, const PartialDate& due);

/// A record in a row of a list: draws it and says what was done with it.
struct RecordRow {
    RecordId record;
    RecordId seen_from = {};
    std::string_view action = {};   // a quiet button …
    Icon action_icon = Icon::none;  // … or a sign that shows while the row is attended to
    bool quiet_icon = false;        // no sign before it: a check box stands there
    int position = 0, set_size = 0;
};
ListItemResult record_row(Session& session, Flow& flow, const RecordRow& row);

}  // namespace kith::ui
