// A person: beside the table of people, or as a page of its own.
#pragma once

#include <memory>
#include <set>
#include <string>

#include "ui/records/forms.h"
#include "ui/records/rows.h"
#include "ui/session/session.h"

namespace kith::ui {

struct SuggestionState;

struct PersonState {
    RecordId person;
    bool menu_open = false;
    bool add_open = false;
    bool show_history = false;
    std::set<std::uint16_t> asked;  // empty fields that are to be shown
    FieldId begin;                  // edit this one as soon as it is drawn
    RowForm row;
    RecordForm form;
    RecordId wants_photo;
    RecordId fresh_tie;                    // just added: its kinds are asked for
    std::string tie_typing;                // whom they know
    std::string_view timeline_group = {};  // only this sort of thing; empty: everything
    bool whole_timeline = false;
    std::shared_ptr<SuggestionState> suggestions;  // who seems to know them
    bool own_page = false;                         // not beside the table: headings are a level higher
};
void draw_person(Session& session, PersonState& state, ImRect area, RecordId person, bool own_page);
/// The dialogs that belong to a person; drawn whatever screen is shown.
void draw_person_dialogs(Session& session, PersonState& state);

}  // namespace kith::ui
