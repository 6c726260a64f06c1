// Before and after a meeting: what one wants to bring up, and what became of it.
#pragma once

#include <optional>
#include <string_view>

#include "base/random.h"
#include "planning/agenda/agenda.h"

namespace kith {

/// What one wants to bring up at a planned interaction or an event ahead.
std::string_view preparation_notes(const Workspace& workspace, RecordId meeting);

struct Preparation {
    RecordId meeting;  // an interaction or event
    std::string_view bring_up;
    bool ready = false;  // and the preparation is done
};
/// `with`: whom one meets, as the person sees it; `title`: what the agenda calls the preparation. Empty if it
/// says nothing new.
Draft prepare_meeting(const Workspace& workspace, const Preparation& preparation, std::string_view with,
    std::string_view title, Day today, Random& random);

/// What became of a plan.
enum class MeetingOutcome : std::uint8_t { took_place, moved, did_not_happen };

struct MeetingPromise {
    std::string_view what;  // empty: none
    std::optional<Day> due;
};

struct MeetingReview {
    RecordId meeting;  // an interaction that was planned
    MeetingOutcome outcome = MeetingOutcome::took_place;
    std::string_view about;  // of what took place
    std::string_view said;
    MeetingPromise mine;
    MeetingPromise theirs;
    Day moved_to{};
};
Draft review_meeting(
    const Workspace& workspace, const MeetingReview& review, std::string_view with, Random& random);

}  // namespace kith
