// Looking back: over a week, a month or a year, and the weekly review in four steps of a few minutes each –
// what was done, what slipped and why, what came of it, what comes next. What one writes in a review is read again
// here.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "planning/week/review_notes.h"
#include "ui/records/forms.h"
#include "ui/week/lines.h"

namespace kith::ui {

enum class LookSpan : std::uint8_t { week, month, year };
enum class ReviewStep : std::uint8_t { done, slipped, came, next };

/// From one day to another, both in it.
struct SpanOfDays {
    Day from, to;

    bool operator==(const SpanOfDays&) const = default;
};
struct ReviewState {
    // Looking back
    LookSpan span = LookSpan::week;
    Day at{};  // a day within what is looked at
    std::set<std::string_view> whole;
    std::vector<ReviewNotes> reviews;  // the latest first

    // The review
    bool under_way = false;
    ReviewStep step = ReviewStep::done;
    std::optional<ReviewStep> shown;  // a frame ago
    Day week{};
    std::string why, came;  // as they are being written
    std::vector<WeekLine> slipped;
    std::string nothing_slipped;  // in words, while it is empty
    std::uint64_t menu_of = 0;
    bool menu_open = false;
    WeekState next;
    RecordForm form;  // an achievement or insight noted on the way

    LookBack past;
    MadeFrom<Moment, SpanOfDays> made;  // all of this, from the days that are looked at
};

/// The week that asks for a review: this one from its fifth day on, else the one before.
Day week_to_review(const Session& session);
bool is_reviewed(const Session& session, Day week);
/// Whether anything was done, met or taken in that week: else there is nothing to look back on.
bool is_worth_reviewing(const Session& session, Day week);

void begin_review(Session& session, ReviewState& state, Day week);
/// Writes what stands in the review; `finished` marks the week as reviewed.
void keep_review(Session& session, const ReviewState& state, bool finished);
/// Look back, or the review while it is under way.
void draw_review(Session& session, ReviewState& state, const Agenda& agenda, ImRect area);
void draw_review_dialogs(Session& session, ReviewState& state);

/// What a look back tells, as sentences in a list.
void draw_facts_of(Session& session, Flow& flow, const LookBack& past);
/// A card of records, the first few until all are asked for; nothing if there are none.
void draw_records_card(Session& session, ReviewState& state, Flow& flow, std::string_view key,
    std::span<const RecordId> records);

}  // namespace kith::ui
