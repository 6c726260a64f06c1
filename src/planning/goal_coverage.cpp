#include "planning/goal_coverage.h"

#include <algorithm>

#include "model/fields.h"
#include "planning/cadence.h"
#include "planning/expertise.h"
#include "planning/goal_evidence.h"
#include "planning/goal_gaps.h"
#include "planning/ledger.h"

namespace kith {

namespace {

constexpr std::array<std::string_view, need_count> need_keys = {
    "openings", "mentorship", "visibility", "collaboration", "support", "insight", "learning"};

/// What helpers are ordered by.
struct Ranked {
    Helper helper;
    int circle = 5;
    std::optional<Day> last;
};

bool before(const Ranked& a, const Ranked& b) {
    const auto key = [](const Ranked& one) {
        return std::tuple(!one.helper.gives, -static_cast<int>(one.helper.evidence.size()), one.circle);
    };
    if (key(a) != key(b)) return key(a) < key(b);
    return a.last != b.last ? a.last > b.last : a.helper.person < b.helper.person;
}

class CoverageReader {
public:
    CoverageReader(
        const Workspace& workspace, const ContactBook& contacts, RecordId goal, Day today, const Rules& rules)
        : workspace_(workspace),
          contacts_(contacts),
          today_(today),
          rules_(rules),
          evidence_(workspace, goal) {
        coverage_.goal = goal;
    }

    GoalCoverage read(const ClosestTo& closest, std::size_t most) {
        read_people();
        const auto wanted = workspace_.texts(coverage_.goal, goal::needs);
        for (std::size_t i = 0; i < need_count; ++i) {
            NeedCoverage& need = coverage_.needs[i];
            need.need = static_cast<NeedKind>(i);
            need.wanted = wanted.empty() || std::ranges::contains(wanted, need_keys[i]);
            std::ranges::sort(ranked_[i], before);
            for (Ranked& one : ranked_[i]) {
                ++(one.helper.gives ? need.givers : need.candidates);
                if (need.helpers.size() == most) continue;
                add_cautions(one);
                need.helpers.push_back(std::move(one.helper));
            }
        }
        read_telling();
        coverage_.gaps = goals::find_gaps(workspace_, coverage_, evidence_, closest);
        return std::move(coverage_);
    }

private:
    const Workspace& workspace_;
    const ContactBook& contacts_;
    Day today_;
    const Rules& rules_;
    goals::GoalEvidence evidence_;
    GoalCoverage coverage_;
    std::array<std::vector<Ranked>, need_count> ranked_;

    void read_people() {
        workspace_.for_each(Kind::person, [&](RecordId person) {
            if (workspace_.flag(person, person::self)) return;
            goals::PersonEvidence found = evidence_.read(person);
            for (std::size_t i = 0; i < need_count; ++i) {
                if (found[i].evidence.empty() && found[i].asked.empty()) continue;
                Ranked one{.helper = std::move(found[i]), .last = {}};
                one.circle = circle_rank(workspace_.text(person, person::circle));
                one.last = summarise(contacts_.of(person), today_).last;
                ranked_[i].push_back(std::move(one));
            }
        });
    }

    void add_cautions(Ranked& one) const {
        if (auto caution = asked_recently(workspace_, one.helper.person, today_, rules_))
            one.helper.cautions.push_back(std::move(*caution));
        if (one.last && today_ - *one.last >= rules_.dormant)
            one.helper.cautions.push_back({"fact.dormant_tie", {}});
        add_last_contact(one.helper.evidence, one.last, today_);
    }

    void read_telling() {
        const RecordId goal = coverage_.goal;
        const auto people = [&](FieldId field, std::vector<RecordId>& list) {
            workspace_.for_each_element(goal, field, [&](const Element& element) {
                if (workspace_.live(element.value.as_reference()))
                    list.push_back(element.value.as_reference());
            });
        };
        people(goal::told, coverage_.told);
        people(goal::to_tell, coverage_.to_tell);
        for (const NeedCoverage& need : coverage_.needs) {
            for (const Helper& helper : need.helpers) {
                if (helper.gives && !std::ranges::contains(coverage_.to_tell, helper.person))
                    coverage_.to_tell.push_back(helper.person);
            }
        }
        std::erase_if(coverage_.to_tell,
            [&](RecordId person) { return std::ranges::contains(coverage_.told, person); });
    }
};

}  // namespace

std::string_view key_of(NeedKind need) {
    return need_keys[static_cast<std::size_t>(need)];
}

std::optional<NeedKind> need_called(std::string_view option) {
    const auto found = std::ranges::find(need_keys, option);
    if (found == need_keys.end()) return std::nullopt;
    return static_cast<NeedKind>(found - need_keys.begin());
}

GoalCoverage cover_goal(const Workspace& workspace, const ContactBook& contacts, RecordId goal, Day today,
    const Rules& rules, const ClosestTo& closest, std::size_t most) {
    return CoverageReader(workspace, contacts, goal, today, rules).read(closest, most);
}

RecordId take_into_plan(
    Draft& draft, const GapStep& step, RecordId goal, std::string_view title, Random& random) {
    const RecordId action = draft.create(Kind::action, random);
    draft.set_text(action, action::title, title);
    draft.set(action, action::goal, Value::reference(goal));
    draft.set(action, action::effort_minutes, Value::integer(step.minutes));
    for (const RecordId person : step.people)
        draft.add(action, action::people, person);
    return action;
}

}  // namespace kith
