// A goal against one's contacts: for each kind of help it needs, who gives it or could, by what evidence,
// what was asked and came of it, and what is missing, as sentences with next steps that can go into the plan.
//
// Evidence is what is recorded (roles, organisations, skills, favours, mentorships, projects, insights). Who is
// proved to be of help, by their role or by what they did, stands before those who only share a word or an
// industry with the goal; nobody is left out, and nobody is scored. Routes to people one doesn't know are the network room's: it is asked through
// `ClosestTo`.
#pragma once

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/enums.h"
#include "base/random.h"
#include "insight/contact_book.h"
#include "insight/roles.h"
#include "planning/facts/due.h"
#include "planning/facts/rules.h"
#include "planning/goals/role_help.h"

namespace kith {

/// As the options of goal.needs.
enum class NeedKind : std::uint8_t {
    openings,
    mentorship,
    visibility,
    collaboration,
    support,
    insight,
    learning,
};
/// The option: "openings" …; the catalogue's key is "need." and that.
std::string_view key_of(NeedKind need);
std::optional<NeedKind> need_called(std::string_view option);

/// One person for one need.
struct Helper {
    RecordId person;
    bool gives = false;    // for this goal, now or before; else they could
    bool waiting = false;  // was asked for it, and the answer or the doing is still to come
    bool proved =
        false;  // by their role, or by something they did or have; else a word or an industry is shared
    bool certain = false;  // decides, as the person marked; who only seems to by their title is likely
    int fit = 0;           // how near their role is to what is needed, to order by; 0: other evidence
    Facts evidence;
    Facts asked;     // what was asked of them for it, and what came of that
    Facts cautions;  // asked recently, out of touch for years
};

struct NeedCoverage {
    NeedKind need = NeedKind::openings;
    bool wanted = false;         // the goal names it, or names none
    std::size_t givers = 0;      // how many give it
    std::size_t candidates = 0;  // how many more could, proved or not
    std::size_t proved = 0;      // how many of these are proved
    std::vector<Helper>
        helpers;  // who gives first, then who is proved: the nearest role, more evidence, closer
                  // circle, latest contact; then the others, likewise

    /// The answer to the need: who gives it, and who is proved to be able to.
    std::span<const Helper> proved_helpers() const {
        return std::span(helpers).first(std::min(helpers.size(), givers + proved));
    }
};

/// One person of a list by role.
struct RoleHelper {
    RecordId person;
    RoleProof proof;
};

/// A step that can be taken over into the plan.
struct GapStep {
    Message what;
    std::vector<RecordId> people;
    int minutes = 30;
};

struct GoalGap {
    NeedKind need = NeedKind::openings;
    RecordId organisation;  // of targets where nobody is known
    Message sentence;
    Facts more;  // the closest route, if the network room knows one
    std::vector<GapStep> steps;
};

struct GoalCoverage {
    RecordId goal;
    EnumArray<NeedKind, NeedCoverage> needs;
    EnumArray<RoleHelp, std::vector<RoleHelper>> by_role;  // all of them, whom one would turn to first before
    std::vector<GoalGap> gaps;                             // of wanted needs, in the order of NeedKind
    std::vector<RecordId> told;                            // who has been told of the goal
    std::vector<RecordId> to_tell;  // noted to be told, then who gives something for it, and not told yet

    const NeedCoverage& of(NeedKind need) const { return needs[need]; }
};

/// The nearest way to an organisation or person, as a sentence; nothing if there is none.
using ClosestTo = std::function<std::optional<Message>(RecordId)>;

/// Helpers beyond `most` for a need are counted, not listed. O(people and what is recorded of them).
GoalCoverage cover_goal(const Workspace& workspace, const ContactBook& contacts, const RoleBook& roles,
    RecordId goal, Day today, const Rules& rules = {}, const ClosestTo& closest = {}, std::size_t most = 30);

/// The same, kept up to date from what was touched: an edit reads only the people it bears upon. Another
/// goal, day, rule or workspace, an edit of the goal itself, of its targets or of oneself reads everybody.
class GoalCover {
public:
    GoalCover();
    ~GoalCover();
    GoalCover(GoalCover&&) noexcept;
    GoalCover& operator=(GoalCover&&) noexcept;

    /// `contacts` and `roles` must be up to date. Valid until the next call. O(people) comparisons at worst, next
    /// to nothing when nothing was touched.
    const GoalCoverage& look(const Workspace& workspace, const ContactBook& contacts, const RoleBook& roles,
        RecordId goal, Day today, const Rules& rules = {}, const ClosestTo& closest = {},
        std::size_t most = 30);

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

/// Makes a gap's step an Action of the goal; `title` is its sentence as the person sees it.
RecordId take_into_plan(
    Draft& draft, const GapStep& step, RecordId goal, std::string_view title, Random& random);
/// The same as what a person means to do. `goal_title`: the goal's.
Draft plan_for_gap(
    const GapStep& step, RecordId goal, std::string_view title, std::string_view goal_title, Random& random);

}  // namespace kith
