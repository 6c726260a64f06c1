// One line is enough to note a contact:
//
//     coffee with Ben and Priya about the clinic job, send her the report by Friday
//
// reads as a coffee today with two people, its topic, and a promise of mine to Priya due on Friday. Each
// guess says from which characters it came and what else it could be, so that a screen can show and correct
// it; what is not understood stays as text. On the device, by a table of words and the names in the
// workspace: no model, nothing learnt, the same line and day always read the same. O(words × names alike).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/random.h"
#include "days/phrases.h"
#include "insight/name_index.h"
#include "model/fields.h"
#include "planning/log/words.h"

namespace kith {

/// Bytes of the line.
struct LineRange {
    std::size_t begin = 0;
    std::size_t end = 0;

    bool operator==(const LineRange&) const = default;
};

template <typename T>
struct Guess {
    T value{};
    LineRange range;
    std::vector<T> alternatives;
    bool doubtful = false;  // to be asked about; else the alternatives are only at hand
};

struct PersonGuess {
    LineRange range;
    RecordId person;                     // none: somebody new
    std::string name;                    // as written
    std::vector<RecordId> alternatives;  // whom else it can mean, likeliest first
    bool took_part = true;               // false: only a promise speaks of them
    bool doubtful = false;               // several people are called so, or the name is misspelt
    std::size_t said_until = 0;          // byte behind what is said of them beside the name
    std::string organisation;            // of somebody new, as written: "CNO at Trinity College"
    std::string role;
};

struct PromiseGuess {
    LineRange range;
    bool mine = true;
    std::string what;                 // "Send Priya the report"
    std::vector<std::size_t> people;  // in LogReading::people: to whom, or whose promise it is
    std::vector<std::size_t> others;  // whom else "her" or "he" can mean
    std::optional<Guess<Day>> due;
};

struct LogReading {
    std::string line;
    std::optional<Guess<enum interaction::kind>> kind;
    std::optional<Guess<PartialDate>> on;  // not said: today
    std::optional<Guess<int>> minute;      // of the day
    bool planned = false;
    std::vector<PersonGuess> people;
    std::optional<Guess<std::string>> topic;
    std::optional<Guess<RecordId>> event;
    std::optional<Guess<std::string>> place;
    std::optional<Guess<enum interaction::begun_by>> begun_by;
    std::optional<std::size_t> introduced_by;  // in people: who brought the others together with me
    std::vector<PromiseGuess> promises;
    std::vector<LineRange> rest;  // what was not understood, kept as text
    std::vector<LineRange> used;  // what was; between both are words that only join

    /// Whether there was, or will be, a contact: not only promises and text.
    bool is_contact() const;
    std::string rest_text() const;
};

struct LogContext {
    const Workspace& workspace;
    const NameIndex& names;       // up to date
    const ContactBook& contacts;  // up to date
    Day today;
    const LogWords& words = LogWords::english();
    DayOrder order = DayOrder::day_first;  // 3/5 is 3 May
    std::string_view locale = "en";
    std::chrono::weekday first_weekday = std::chrono::Monday;
};

LogReading read_log_line(std::string_view line, const LogContext& context);

/// Whom known a line names, whatever it says of them, and where names stand in it (bytes), those of organisations too.
struct NamesInLine {
    std::vector<PersonGuess> people;
    std::vector<std::pair<std::size_t, std::size_t>> spans;
};
NamesInLine names_in_line(std::string_view line, const LogContext& context);

/// Takes somebody out of a reading: who was no person, or not there.
void leave_out(LogReading& reading, std::size_t person);

}  // namespace kith
