// Other people's milestones: birthdays and other yearly dates, work anniversaries, new jobs and promotions
// noticed in an import or noted by hand. A Celebration record says that one was congratulated or set aside;
// whatever has no record yet is read off the people and their affiliations.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/random.h"
#include "planning/facts/due.h"

namespace kith {

enum class CelebrationKind : std::uint8_t {
    birthday,
    work_anniversary,
    new_job,
    promotion,
    achievement,
    other,
};
/// The option that a Celebration record holds: "birthday", "work_anniversary" …
std::string_view key_of(CelebrationKind kind);

struct Celebration {
    CelebrationKind kind = CelebrationKind::other;
    RecordId person;
    Day on;                    // this time round; of jobs: the day it began or was noticed
    std::optional<int> years;  // that are completed, when the year is known
    std::string what;          // label, role or organisation
    RecordId affiliation;      // of anniversaries and jobs
    RecordId record;           // the Celebration record, if there is one
    bool congratulated = false;
    bool set_aside = false;

    bool open() const { return !congratulated && !set_aside; }
};

/// How far celebrations() looks: ahead for yearly ones, and back for what can still be made good.
struct CelebrationSpan {
    std::chrono::days ahead{30};
    std::chrono::days belated{7};
    std::chrono::days jobs{60};  // after the day they began or were noticed
};

/// Those of one person, by day. 29 February is on the 28th in common years; an affiliation's month without
/// a day counts as its first. O(affiliations and their history).
std::vector<Celebration> celebrations_of(
    const Workspace& workspace, RecordId person, Day today, const CelebrationSpan& span = {});
/// Everyone's, by day, then name. O(people).
std::vector<Celebration> celebrations(
    const Workspace& workspace, Day today, const CelebrationSpan& span = {});

/// "{0} has a birthday", with the years if they are known and round facts beside it.
Message celebration_title(const Workspace& workspace, const Celebration& celebration);
Facts celebration_facts(const Workspace& workspace, const Celebration& celebration, Day today);

/// Notes that it was congratulated (or set aside), on its record or a new one.
void congratulate(Draft& draft, const Celebration& celebration, Day today, Random& random);
void set_aside(Draft& draft, const Celebration& celebration, Random& random);

/// A Celebration record was congratulated on today. `words`: the step's; `title`: the celebration's.
Draft note_congratulated(RecordId celebration, std::string_view words, std::string_view title, Day today);

}  // namespace kith
