// What all screens share: the workspace and the one way to write to it, where one is, what was just said.
// Screens get a Session and their own state; nothing else.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/kept.h"
#include "base/random.h"
#include "insight/insight.h"
#include "model/fields.h"
#include "model/labels.h"
#include "planning/agenda/agenda.h"
#include "planning/messages/drafts.h"
#include "ui/session/duplicate_questions.h"
#include "ui/session/host.h"
#include "ui/session/long_step.h"
#include "ui/session/people_list.h"
#include "ui/session/places.h"
#include "ui/session/removal.h"
#include "widgets/widgets.h"
#include "workspace/setting_names.h"
#include "workspace/workspace.h"

namespace kith::ui {

class GoalSight;

/// A message to be written; `item` is what is done once it is sent, by the name `title`.
struct WriteWish {
    MessageRequest request;
    std::optional<AgendaItem> item;
    std::string title;
    RecordId tells = {};     // the goal or achievement of which they are told by it
    RecordId asks_for = {};  // the goal for which they are asked by it …
    enum favour::kind favour_kind = favour::kind::none;  // … for this kind of favour
};

/// What all that is shown follows from, besides what is asked on the screens: of what was worked out at one
/// moment nothing is worked out again before the next.
struct Moment {
    std::uint64_t revision = 0;  // of the workspace
    Day today{};

    bool operator==(const Moment&) const = default;
};

/// What one screen asks of another, done when the frame is over.
struct Wish {
    std::optional<Place> go;
    std::optional<RecordId> log_with;  // open "Log a contact" with this person; zero: with nobody yet
    std::optional<WriteWish> write;
    RecordId prepare;                 // the preparation sheet of a planned interaction or an event
    RecordId review;                  // "How did it go?" of an interaction, or an event's outcome
    RecordId edit_interaction;        // the form of one that is there
    RecordId show_organisation;       // People, only those who work there
    bool start_goal = false;          // the guided start of a goal, where it was left
    std::optional<RecordId> profile;  // a profile text for this goal; zero: for none
    std::string_view guide;           // the key of a guide of the playbook
    bool add_person = false;
    bool choose_import = false;
    bool backup = false;               // download all of it as a .kith file
    std::optional<Instant> look_back;  // show everything as it was then
    bool leave_past = false;
};

class Session {
public:
    Session(Host& host, Workspace& workspace, Random& random, const Catalogue& words);

    Host& host;
    Ui ui;
    Workspace& workspace;
    Random& random;
    Insight insight;      // what follows from the records
    Agenda agenda;        // of today, as of when the frame began
    Agenda agenda_ahead;  // of a day to come, of whoever looks ahead
    PeopleList people;
    std::shared_ptr<GoalSight> goal_sight;  // made when it is asked for: sight_of (ui/goals/sight.h)
    Toast toast;
    Removal removal;                // what is about to be deleted
    DuplicateQuestions duplicates;  // who may be here twice
    Instant remind_after{};         // of a backup
    Wish wish;
    Place place;
    std::unique_ptr<LongStep> long_step;  // while it is done no other can be begun
    std::function<Slices()> catch_up;     // what is to be worked out anew after a long step
    bool past = false;                    // the workspace is an earlier day's: read, never written
    std::unordered_map<ImGuiID, std::string> field_errors;  // of fields in place whose text was refused …
    std::unordered_map<ImGuiID, std::string> field_texts;   // … and that text

    Moment moment() const { return {workspace.revision(), ui.today()}; }

    // Shorthands
    std::string_view text(std::string_view key) const { return ui.text(key); }
    std::string text(std::string_view key, std::initializer_list<ArgumentView> arguments) const {
        return ui.text(key, arguments);
    }
    std::string text(const Message& message) const { return ui.text(message); }
    std::string text(const Error& error) const { return ui.text(error); }
    std::string show_relative(const PartialDate& date) const { return ui.formatter().relative(date); }
    std::string show_exact(const PartialDate& date) const { return ui.formatter().exact(date); }
    std::string show_relative(Day day) const {
        return show_relative(PartialDate{std::chrono::year_month_day{day}});
    }
    std::string show_exact(Day day) const {
        return show_exact(PartialDate{std::chrono::year_month_day{day}});
    }

    /// What a place is called.
    std::string_view name_of(PlaceId place_id) const { return ui.text(row_of(place_id).name); }

    void go(PlaceId where, RecordId record = {}) { wish.go = Place{where, record}; }
    bool may_write() const;

    /// Writes. On success says `said` (if any) with a way back. On failure says why; nothing changed. What is
    /// large is only begun here: true, and the rest comes when it is done.
    bool commit(Draft draft, std::string said = {});

    /// Shows a sentence for a while. `undo`: with a button that takes the last change back.
    void say(std::string text, bool undo = false);

    /// Different values of a set in use (tags), most used first. Kept until the workspace changes.
    const std::vector<std::string>& known_texts(FieldId field);

    // Settings are records, so they travel with a backup
    std::string setting(SettingName name) const;
    void set_setting(SettingName name, std::string_view value);
    /// After how long without anything done it locks, if there is a passphrase; 0: never by itself.
    int lock_minutes() const;

private:
    std::unordered_map<std::uint16_t, Kept<std::vector<std::string>, std::uint64_t>>
        known_texts_;  // by field
};

}  // namespace kith::ui
