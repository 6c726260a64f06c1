// The rhythm of a tie: how often one means to be in touch, when that is due, and whether it is slipping.
//
// The due day is the last contact plus the rhythm, and nothing else: changing the rhythm moves it, setting
// it aside hides it, and it comes back unchanged when that is taken back. Today is a day that the host
// knows (of the clock on the wall where the person is), so time zones and daylight saving have no say.
#pragma once

#include <optional>

#include "insight/contact_book.h"
#include "model/fields.h"
#include "planning/facts/due.h"
#include "planning/facts/rules.h"

namespace kith {

enum class RhythmSource : std::uint8_t {
    none,         // in no circle, or beyond: nothing was promised
    own,          // days of their own
    none_chosen,  // "no rhythm" was chosen for this person
    circle,       // the circle's default
};

struct Rhythm {
    RhythmSource source = RhythmSource::none;
    std::chrono::days every{0};  // 0: no rhythm
    enum person::circle circle = person::circle::none;

    explicit operator bool() const { return every.count() > 0; }
};
Rhythm rhythm_of(const Workspace& workspace, RecordId person, const Rules& rules = {});

/// Ordered by how much it asks for attention.
enum class CadenceStatus : std::uint8_t { no_rhythm, on_track, soon, due, drifting };

enum class SnoozeKind : std::uint8_t { none, until_day, until_reply };

struct Cadence {
    Rhythm rhythm;
    ContactSummary contacts;
    std::optional<Day> due;  // whenever there is a rhythm; today if they were never met or spoken to
    CadenceStatus status = CadenceStatus::no_rhythm;
    bool well_past_usual = false;  // silent for well past their own usual gap, whatever the rhythm
    bool dormant = false;          // out of touch for years
    SnoozeKind snoozed = SnoozeKind::none;
    std::optional<Day> snoozed_until;

    bool wants_contact() const { return status >= CadenceStatus::due && snoozed == SnoozeKind::none; }
};

/// O(contacts of the person).
Cadence cadence_of(const Workspace& workspace, RecordId person, std::span<const Contact> contacts, Day today,
    const Rules& rules = {});
Cadence cadence_of(const Workspace& workspace, RecordId person, Day today, const Rules& rules = {});

/// Why: last contact and what was said, the rhythm, the own usual gap or "too little data".
Facts cadence_facts(const Workspace& workspace, const Cadence& cadence, Day today);

/// Sets the contact aside until a day; until they reply (or `at_latest`); or no longer.
void snooze_until(Draft& draft, RecordId person, Day day);
void snooze_until_reply(
    Draft& draft, RecordId person, Day today, std::optional<Day> at_latest = std::nullopt);
void end_snooze(Draft& draft, RecordId person);

}  // namespace kith
