#include "planning/goals/gaps.h"

#include <algorithm>

#include "model/fields.h"
#include "planning/facts/expertise.h"
#include "workspace/names.h"

namespace kith::goals {

namespace {

constexpr std::size_t most_named = 3;

/// What is said, and done, about a need that nobody answers yet.
struct NeedWords {
    NeedKind need;
    std::string_view nobody;     // and none of one's contacts is known to be able to
    std::string_view not_asked;  // but some could: {0} names
    std::string_view ask;        // the step with somebody who could: {0} the name
    std::string_view look;       // the step without
};
constexpr NeedWords need_words[] = {
    {NeedKind::openings, "gap.openings.nobody", "gap.openings.not_asked", "gap.openings.ask",
        "gap.openings.look"},
    {NeedKind::mentorship, "gap.mentorship.nobody", "gap.mentorship.not_asked", "gap.mentorship.ask",
        "gap.mentorship.look"},
    {NeedKind::visibility, "gap.visibility.nobody", "gap.visibility.not_asked", "gap.visibility.ask",
        "gap.visibility.look"},
    {NeedKind::collaboration, "gap.collaboration.nobody", "gap.collaboration.not_asked",
        "gap.collaboration.ask", "gap.collaboration.look"},
    {NeedKind::support, "gap.support.nobody", "gap.support.not_asked", "gap.support.ask", "gap.support.look"},
    {NeedKind::insight, "gap.insight.nobody", "gap.insight.not_asked", "gap.insight.ask", "gap.insight.look"},
    {NeedKind::learning, "gap.learning.nobody", "gap.learning.not_asked", "gap.learning.ask",
        "gap.learning.look"},
};

class GapFinder {
public:
    GapFinder(const Workspace& workspace, const GoalCoverage& coverage, const GoalEvidence& evidence,
        const ClosestTo& closest)
        : workspace_(workspace), coverage_(coverage), evidence_(evidence), closest_(closest) {}

    std::vector<GoalGap> find() {
        for (const NeedCoverage& need : coverage_.needs) {
            if (!need.wanted) continue;
            if (need.need == NeedKind::openings) find_at_targets();
            if (need.need == NeedKind::learning) find_skills(need);
            find_for(need);
        }
        return std::move(gaps_);
    }

private:
    const Workspace& workspace_;
    const GoalCoverage& coverage_;
    const GoalEvidence& evidence_;
    const ClosestTo& closest_;
    std::vector<GoalGap> gaps_;

    /// Who is at a target now, whom one would turn to first before.
    std::vector<RecordId> people_at(RecordId target) const {
        std::vector<RecordId> people;
        for (const RoleHelper& one : coverage_.by_role[RoleHelp::insiders]) {
            if (one.proof.target == target) people.push_back(one.person);
        }
        return people;
    }

    std::vector<RecordId> people_once_at(RecordId target) const {
        std::vector<RecordId> people;
        for (const RecordId affiliation : workspace_.referrers(target, affiliation::organisation)) {
            const RecordId person = workspace_.reference(affiliation, affiliation::person);
            if (workspace_.live(person) && !workspace_.flag(person, person::self) &&
                is_past(workspace_, affiliation))
                people.push_back(person);
        }
        return people;
    }

    GoalGap& add(NeedKind need, Message sentence, RecordId organisation = {}) {
        gaps_.push_back({need, organisation, std::move(sentence), {}, {}});
        return gaps_.back();
    }

    GapStep step(std::string_view key, std::vector<RecordId> people, std::vector<Argument> more = {}) const {
        more.insert(more.begin(), named(workspace_, people.front()));
        return {{key, std::move(more)}, std::move(people)};
    }

    void add_closest(GoalGap& gap, RecordId target) const {
        if (!closest_) return;
        if (auto route = closest_(target)) gap.more.push_back(std::move(*route));
    }

    /// Where nobody is known, and where nobody who decides is.
    void find_at_targets() {
        const auto targets = evidence_.targets();
        if (targets.empty()) {
            add(NeedKind::openings, {"gap.no_targets", {}}).steps.push_back({{"gap.name_targets", {}}, {}});
            return;
        }
        std::vector<std::pair<RecordId, RecordId>> insiders;  // one for each target, with the target
        for (const RecordId target : targets) {
            const Argument name = named(workspace_, target);
            const std::vector<RecordId> now = people_at(target);
            if (!now.empty()) {
                insiders.emplace_back(now.front(), target);
                continue;
            }
            GoalGap& gap = add(NeedKind::openings, {"gap.nobody_at", {name}}, target);
            add_closest(gap, target);
            const std::vector<RecordId> before = people_once_at(target);
            if (!before.empty())
                gap.steps.push_back(step("gap.ask_former", {before.front()}, {name}));
            else
                gap.steps.push_back({{"gap.look_for_insider", {name}}, {}});
        }
        find_who_decides(insiders);
    }

    /// Somebody who decides is known for certain, or by their title perhaps, or not.
    void find_who_decides(std::span<const std::pair<RecordId, RecordId>> insiders) {
        const std::vector<RoleHelper>& deciders = coverage_.by_role[RoleHelp::decides];
        if (!deciders.empty() && deciders.front().proof.certain) return;
        if (deciders.empty()) {
            GoalGap& gap = add(NeedKind::openings, {"gap.nobody_decides", {evidence_.targets().size()}});
            add_closest(gap, evidence_.targets().front());
            for (const auto& [person, target] : insiders) {
                if (gap.steps.size() == most_named) break;
                gap.steps.push_back(step("gap.ask_who_decides", {person}, {named(workspace_, target)}));
            }
            return;
        }
        std::vector<RecordId> likely;
        for (const RoleHelper& one : std::span(deciders).first(std::min(most_named, deciders.size())))
            likely.push_back(one.person);
        GoalGap& gap =
            add(NeedKind::openings, {"gap.may_decide", {names_of(workspace_, likely), likely.size()}});
        for (const RoleHelper& one : std::span(deciders).first(likely.size()))
            gap.steps.push_back(
                step("gap.ask_if_decides", {one.person}, {named(workspace_, one.proof.target)}));
    }

    /// Each skill for which nobody is known.
    void find_skills(const NeedCoverage& need) {
        for (const std::string_view skill : workspace_.texts(coverage_.goal, goal::skills)) {
            TermMatcher matcher(skill);
            const bool known = std::ranges::any_of(need.helpers, [&](const Helper& helper) {
                bool has = false;
                for (const FieldId field : {person::skills, person::offers}) {
                    workspace_.for_each_element(helper.person, field,
                        [&](const Element& element) { has |= matcher(element.value.as_text()); });
                }
                return has;
            });
            if (known) continue;
            add(NeedKind::learning, {"gap.nobody_knows", {skill}})
                .steps.push_back({{"gap.learn", {skill}}, {}});
        }
    }

    /// Nobody gives it: who could be asked, who is proved to be able to before anybody else, or how to find
    /// somebody.
    void find_for(const NeedCoverage& need) {
        const bool waiting = std::ranges::any_of(need.helpers, &Helper::waiting);
        const bool said =
            std::ranges::any_of(gaps_, [&](const GoalGap& gap) { return gap.need == need.need; });
        if (need.givers > 0 || waiting) return;
        const NeedWords& words = *std::ranges::find(need_words, need.need, &NeedWords::need);
        std::vector<RecordId> could;
        for (const Helper& helper : need.proved > 0 ? need.proved_helpers() : std::span(need.helpers)) {
            const bool free = helper.cautions.empty() && helper.asked.empty();
            if (could.size() < most_named && free) could.push_back(helper.person);
        }
        if (could.empty() && said) return;  // a sentence with more in it was said already
        if (could.empty()) {
            GoalGap& gap = add(need.need, {words.nobody, {}});
            gap.steps.push_back({{words.look, {}}, {}});
            return;
        }
        GoalGap& gap = add(need.need,
            {words.not_asked,
                {names_of(workspace_, could), need.proved > 0 ? need.proved : need.candidates}});
        for (const RecordId person : could)
            gap.steps.push_back(step(words.ask, {person}));
    }
};

}  // namespace

std::vector<GoalGap> find_gaps(const Workspace& workspace, const GoalCoverage& coverage,
    const GoalEvidence& evidence, const ClosestTo& closest) {
    return GapFinder(workspace, coverage, evidence, closest).find();
}

}  // namespace kith::goals
