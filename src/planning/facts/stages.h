// The stages of opportunities on their way from lead to outcome: the person's own list, if they changed it,
// and what each stage means whatever it is called.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "workspace/workspace.h"

namespace kith {

/// What a stage means, whatever it is called.
enum class StageMark : std::uint8_t { lead, applied, talks, offer, won, lost };

struct Stage {
    std::string name;  // "interview", or as the person calls it
    StageMark mark = StageMark::lead;

    bool operator==(const Stage&) const = default;
};

/// The setting ("lead, applied=applied, trial day=talks, signed=won"), else the eight that Kith comes with;
/// then stages that opportunities are in without being listed (from an import), as leads.
std::vector<Stage> stages_of(const Workspace& workspace);
void set_stages(Draft& draft, const Workspace& workspace, std::span<const Stage> stages);

/// The names of those with this mark; of one that none has, what Kith calls it.
std::vector<std::string> stages_marked(const Workspace& workspace, StageMark mark);

/// The mark of the stage an opportunity is in; without one it is a lead.
StageMark mark_of(const Workspace& workspace, RecordId opportunity);
/// The furthest mark it ever had, by its stage and its stages so far: a declined one may have seen talks.
StageMark furthest_mark(const Workspace& workspace, RecordId opportunity);
bool is_closed(StageMark mark);

}  // namespace kith
