// The page of any record: a table per kind says which fields and which related records stand on it, in which
// order and column; the drawing, editing in place, adding and deleting are the same for all.
//
// A page has a main column and, where there is room, one beside it. People have their own
// (ui/people/person.cpp).
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "ui/records/cards.h"
#include "ui/records/forms.h"
#include "ui/records/rows.h"
#include "workspace/edits.h"

namespace kith::ui {

struct SuggestionState;
struct GoalPageState;
struct GoalPlanState;
struct KeptStory;

struct RecordPageState {
    RecordId record;
    bool menu_open = false;
    bool add_open = false;
    bool show_history = false;
    std::set<std::uint16_t> asked;              // empty fields that are to be shown
    FieldId begin;                              // edit this one as soon as it is drawn
    std::map<std::string, std::string> typing;  // into the fields that add, by section
    std::set<std::string_view> whole;           // sections that are shown to the end
    RowForm row;
    RecordForm form;
    std::shared_ptr<SuggestionState> suggestions;  // made when a page asks for some
    std::shared_ptr<GoalPageState> goal;           // of goals and achievements (goal_page.h)
    std::shared_ptr<GoalPlanState> plan;           // of a goal; its view is kept from page to page
    std::shared_ptr<KeptStory> story;              // of opportunities (led_to.h)
};

/// What a section of a page draws with.
struct PageDrawing {
    Session& session;
    RecordPageState& state;
    RecordId record;
    bool two_columns = false;

    Ui& ui() const { return session.ui; }
    const Workspace& workspace() const { return session.workspace; }
};

enum class SectionType : std::uint8_t {
    facts,    // fields with their labels, edited in place
    text,     // one long text under a heading
    rows,     // one list of rows
    members,  // one set of references, each a row, with a field to add another
    records,  // records that name this one
    custom,
};

/// How a record is added to a section.
enum class AddBy : std::uint8_t {
    nothing,
    typing,  // its title, in a field at the end of the list
    person,  // someone, found or made by name: the record that joins them is made around them
    form,    // a dialog
};

struct PageSection {
    std::string_view key;  // catalogue: page.KEY, page.KEY_none when there is nothing; empty: no heading
    SectionType type = SectionType::facts;
    std::span<const FieldId> fields = {};  // facts: always shown
    std::span<const FieldId> more = {};    // facts: shown once they say something, and offered to be added
    FieldId field = {};  // text, rows, members: a field of this record; records: the field that names it
    bool (*passes)(const Workspace&, RecordId entry) = nullptr;
    /// Instead of `field`: the records of a list that are found in another way.
    std::vector<RecordId> (*collect)(const Workspace&, RecordId page) = nullptr;
    AddBy add = AddBy::nothing;
    FieldId add_person = {};  // by person: the field of the new record that names them
    /// What else a record that is added here gets. `made` may have been there before.
    AddedTo added = nullptr;
    void (*draw)(PageDrawing& page, Flow& flow) = nullptr;
    bool aside = false;
    bool only_filled = false;  // not shown while it says nothing
};

struct PageAction {
    std::string_view key;  // catalogue: page.KEY
    Icon icon = Icon::none;
    void (*carry_out)(PageDrawing& page) = nullptr;
};

struct PageSpec {
    std::span<const PageSection> sections;
    std::span<const PageAction> actions = {};  // buttons by the title
    std::span<const PageAction> menu = {};     // … and what stands in the menu beside them
};

/// `spec` says what stands on it: app's table of pages knows (ui/app/pages.h).
void draw_record_page(
    Session& session, RecordPageState& state, ImRect area, RecordId record, const PageSpec& spec);
/// The dialogs that belong to it; drawn whatever is shown.
void draw_record_dialogs(Session& session, RecordPageState& state);

}  // namespace kith::ui
