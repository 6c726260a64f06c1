// The numbers that planning goes by. Research gives few (EVIDENCE.md), so each of them is the person's own
// setting with a soft default, and is called that on the screens.
#pragma once

#include <array>
#include <chrono>
#include <optional>

#include "workspace/setting_names.h"
#include "workspace/workspace.h"

namespace kith {

using std::chrono::days;

struct Rules {
    // Rhythm of the circles: weekly, monthly, half-yearly, yearly (soft defaults after Dunbar's layers).
    days circle_5{7};
    days circle_15{30};
    days circle_50{182};
    days circle_150{365};

    double well_past = 2.0;     // drifting away: this many times the rhythm and the own usual gap
    days soon{7};               // how far ahead Today looks
    days follow_up{2};          // after meeting somebody new or an event
    days follow_up_window{30};  // for how long that is worth doing
    days prepare_meeting{3};    // ahead of a planned meeting
    days prepare_event{7};
    days review_window{60};    // for how long a past meeting or event asks for a review
    days remind{7};            // after asking, without an answer
    days tell_outcome{14};     // after thanking
    days ask_challenge{30};    // after turning to somebody in a hard situation
    days their_promise{14};    // after which a promise of theirs without a date is asked about
    days do_promised{14};      // within which an agreed favour without a date is done
    days asked_recently{90};   // asking the same person again within this is pointed out
    days dormant{3 * 365};     // out of touch (Levin, Walter & Murnighan 2011)
    int contacts_a_month = 0;  // for how many there is time; 0: not said
    int touch_share = 40;      // percent of a week's hours for keeping in touch and giving (week/proposal.h)
    int week_minutes = 240;    // in a week for all of this
    int contact_minutes = 20;  // what such a thing takes when it doesn't say so itself
    int favour_minutes = 30;
    int step_minutes = 30;

    bool operator==(const Rules&) const = default;
};

/// The rules as the person has set them: the settings of settings::rules hold whole numbers (of days or
/// minutes; some of percent). What is not set, or makes no sense, has its
/// default.
Rules rules_of(const Workspace& workspace);

/// Sets one of them in a draft.
void set_rule(Draft& draft, const Workspace& workspace, SettingName rule, int value);

}  // namespace kith
