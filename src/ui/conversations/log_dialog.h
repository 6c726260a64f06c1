// Logging a contact: one line is enough, and everything Kith took it for stands below, as chips and in the
// form, to be corrected. What the form says counts; what the person set by hand is never guessed over.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "planning/log/line.h"
#include "ui/records/forms.h"

namespace kith::ui {

/// A promise as guessed, and as corrected.
struct LoggedPromise {
    bool mine = true;
    std::string what, due, error;
    std::vector<std::size_t> people;  // in LogReading::people
};

struct LogDialog {
    bool open = false;
    std::string line;       // as typed
    std::string read_line;  // of which `reading` is
    LogReading reading;
    RecordForm form;
    std::vector<FormValue> guessed;  // what the reading last put into the form
    std::vector<LoggedPromise> promises;
    std::map<std::string, RecordId> meant;  // corrections, by the name as written; zero: somebody new
    std::vector<std::string> no_people;     // names that were none
    std::string error;

    std::string menu_of;  // the chip whose menu is open
    bool menu_open = false;
};

/// Opens it with a person, or with nobody yet.
void open_log(Session& session, LogDialog& dialog, RecordId person);
void draw_log(Session& session, LogDialog& dialog);

}  // namespace kith::ui
