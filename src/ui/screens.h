// The screens and their state. Each draws itself into a given area; one .cpp for each.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "ui/forms.h"
#include "ui/session.h"
#include "ui/table.h"
#include "workspace/looking_back.h"

namespace kith::ui {

// ---- People (screen_people.cpp) ------------------------------------------------------------------

struct PeopleState {
    PeopleFilter filter;
    TableState table{.sort_key = "name"};
    std::set<RecordId> selected;
    bool filter_open = false;
    bool columns_open = false;
    bool circle_open = false;
    bool asking_tag = false;
    std::string new_tag;
    std::string organisation_text;
    bool rhythm_open = false;
    bool asking_organisation = false;  // for all who are selected
    std::string bulk_organisation, bulk_role;
    bool saved_open = false;  // the menu of kept filters
    bool naming_filter = false;
    std::string filter_name;
    Instant since{};  // when rows began to be made
};
void draw_people(Session& session, PeopleState& state, ImRect area);

// ---- A person (screen_person.cpp, person_rows.cpp) -----------------------------------------------

struct RowForm {
    bool open = false;
    RecordId record;
    FieldId field;
    ElementId element;  // zero: a new row
    std::vector<std::string> parts;
    std::string error;
};

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

/// Contact points, addresses and other lists of rows of a person (person_rows.cpp).
void draw_rows(
    Session& session, RowForm& form, Flow& flow, RecordId record, const FieldSpec& field, float label_width);
void open_row(Session& session, RowForm& form, RecordId record, const FieldSpec& field, ElementId element);
void draw_row_form(Session& session, RowForm& form);
/// What a record said before, each value to be brought back (record_history.cpp).
void draw_history(Session& session, Flow& flow, RecordId record);

struct AddPerson {
    bool open = false;
    std::string given, family, role, organisation, email, phone, met, error;
};
void draw_add_person(Session& session, AddPerson& state);

// ---- The rest ------------------------------------------------------------------------------------

void draw_first_start(Session& session, ImRect area);

struct TrashState {
    struct Line {
        RecordId record;
        std::string along;  // what went with it, in words
    };
    std::uint64_t revision = ~std::uint64_t{0};  // of what follows
    std::vector<Line> lines;                     // the last deleted first
    std::size_t records = 0;                     // with all that went along
    bool emptying = false;
};
void draw_trash(Session& session, TrashState& state, ImRect area);
std::size_t trash_count(const Workspace& workspace);

struct HistoryState {
    std::string filter, listed_for;
    std::uint64_t revision = ~std::uint64_t{0};  // of what follows
    std::vector<HistoryEntry> entries;
    TableState table;
    bool open = false;  // one step in a dialog …
    HistoryEntry step;
    std::vector<std::string> changes;       // … what it changed, in words
    std::vector<std::uint32_t> dependents;  // … and what stands in the way of taking it back
};
void draw_history_screen(Session& session, HistoryState& state, ImRect area);

struct ProtectionDialog;
struct PackingDialog;
struct SettingsDialogs {
    ProtectionDialog& protection;
    PackingDialog& packing;
};
struct SettingsState {
    std::uint64_t revision = ~std::uint64_t{0};  // of what follows
    bool has_sample = false;
};
void draw_settings(Session& session, SettingsState& state, SettingsDialogs dialogs, ImRect area);

struct FilesState;
struct FilesStateDelete {
    void operator()(FilesState* state) const;
};
using FilesStatePtr = std::unique_ptr<FilesState, FilesStateDelete>;
FilesStatePtr make_files_state();
void draw_files(Session& session, FilesState& state, ImRect area);
/// A file came in. Starts an import; what a .kith file would change is shown.
void receive_file(Session& session, FilesState& state, std::string name, std::string bytes);
/// Goes on with an import or export, whatever screen is shown. True while there is more to do.
bool work_on_files(Session& session, FilesState& state);

/// One thing the finder offers: a record, a command, or a contact to be logged.
struct FinderOffer {
    enum class Group : std::uint8_t { people, organisations, others, commands };
    Group group = Group::commands;
    std::string name, detail, shortcut;
    RecordId record;
    int command = -1;  // index into the finder's table
    RecordId log_with;
    std::string_view screen = {};  // a place to go to
    std::string_view guide = {};   // the key of a guide
};
struct FinderState {
    bool open = false;
    std::string query;
    int marked = 0;
    std::vector<FinderOffer> offers;  // for this query …
    std::string offered_for;
    std::uint64_t revision = 0;  // … at this state of the workspace
    bool whole = false;          // the search index knew everything
};
void draw_finder(Session& session, FinderState& state);

}  // namespace kith::ui
