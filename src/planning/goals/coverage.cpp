#include "planning/goals/coverage.h"

#include <algorithm>
#include <optional>
#include <set>
#include <span>

#include "base/assertion.h"
#include "model/fields.h"
#include "planning/facts/cadence.h"
#include "planning/facts/expertise.h"
#include "planning/facts/ledger.h"
#include "planning/goals/evidence.h"
#include "planning/goals/gaps.h"

namespace kith {

namespace {

constexpr EnumArray<NeedKind, enum goal::needs> options{
    {goal::needs::openings, goal::needs::mentorship, goal::needs::visibility, goal::needs::collaboration,
        goal::needs::support, goal::needs::insight, goal::needs::learning}};

/// What helpers are ordered by.
struct Ranked {
    Helper helper;
    int circle = 5;
    std::optional<Day> last;
};

bool before(const Ranked& a, const Ranked& b) {
    const auto key = [](const Ranked& one) {
        return std::tuple(!one.helper.gives, !one.helper.proved, -one.helper.fit,
            -static_cast<int>(one.helper.evidence.size()), one.circle);
    };
    if (key(a) != key(b)) return key(a) < key(b);
    return a.last != b.last ? a.last > b.last : a.helper.person < b.helper.person;
}

/// The same for a list by role.
struct RankedRole {
    RoleHelper helper;
    int circle = 5;
    std::optional<Day> last;
};

bool role_before(const RankedRole& a, const RankedRole& b) {
    const auto key = [](const RankedRole& one) {
        return std::tuple(!one.helper.proof.certain, -one.helper.proof.weight, one.circle);
    };
    if (key(a) != key(b)) return key(a) < key(b);
    return a.last != b.last ? a.last > b.last : a.helper.person < b.helper.person;
}

/// What was read of everybody, or of some.
struct Reading {
    EnumArray<NeedKind, std::vector<Ranked>> needs;
    EnumArray<RoleHelp, std::vector<RankedRole>> roles;
};

/// Sorts what is fresh into what is kept, in which those people have no part any more.
template <typename One, typename Before, typename PersonOf>
void sort_in(std::vector<One>& kept, std::vector<One>&& fresh, const std::set<RecordId>& people,
    Before before, PersonOf person_of) {
    std::erase_if(kept, [&](const One& one) { return people.contains(person_of(one)); });
    std::ranges::sort(fresh, before);
    const auto middle = static_cast<std::ptrdiff_t>(kept.size());
    std::ranges::move(fresh, std::back_inserter(kept));
    std::ranges::inplace_merge(kept, kept.begin() + middle, before);
}

/// Whom an edit bears upon: the people themselves, and those whom a record names or ever named.
bool names_people(Kind kind) {
    constexpr Kind naming[] = {Kind::affiliation, Kind::interaction, Kind::favour, Kind::mentorship,
        Kind::insight, Kind::opportunity, Kind::project, Kind::achievement};
    return std::ranges::contains(naming, kind);
}

}  // namespace

std::string_view key_of(NeedKind need) {
    return goal::needs.key(options[need]);
}

std::optional<NeedKind> need_called(std::string_view option) {
    return options.find(goal::needs.option(option));
}

struct GoalCover::Inside {
    const Workspace* workspace = nullptr;
    const RoleBook* roles = nullptr;  // which evidence reads
    Day today;
    Rules rules;
    std::size_t cursor = 0;
    std::optional<goals::GoalEvidence> evidence;
    Reading ranked;  // each list sorted
    GoalCoverage coverage;

    /// Whether what was touched changes what is looked for, so that everybody is to be read again.
    bool reads_all(std::span<const RecordId> touched) const {
        const auto is_self = [&](RecordId person) { return workspace->flag(person, person::self); };
        return std::ranges::any_of(touched, [&](RecordId record) {
            switch (kind_of(record)) {
                case Kind::goal: return record == coverage.goal;
                case Kind::organisation: return is_named_target(record) || evidence->is_own(record);
                case Kind::person: return ever_self(record);
                case Kind::affiliation:
                    return std::ranges::any_of(ever_in(*workspace, record, affiliation::person), is_self);
                default: return false;
            }
        });
    }
    /// Also one that is in the trash.
    bool is_named_target(RecordId organisation) const {
        bool named = false;
        workspace->for_each_element(coverage.goal, goal::organisations,
            [&](const Element& element) { named |= element.value.as_reference() == organisation; });
        return named;
    }
    bool ever_self(RecordId person) const { return !workspace->history_of(person, person::self).empty(); }

    std::set<RecordId> bears_upon(std::span<const RecordId> touched) {
        std::set<RecordId> people;
        for (const RecordId record : touched) {
            if (kind_of(record) == Kind::person) people.insert(record);
            if (names_people(kind_of(record))) {
                for (const PastValue& past : workspace->history_of(record)) {
                    if (kind_of(past.value.as_reference()) == Kind::person)
                        people.insert(past.value.as_reference());
                }
            }
            if (kind_of(record) != Kind::organisation) continue;
            evidence->forget(record);  // it may be called like a target now
            for (const RecordId affiliation : workspace->referrers(record, affiliation::organisation))
                people.insert(workspace->reference(affiliation, affiliation::person));
        }
        return people;
    }

    void read(RecordId person, const ContactBook& contacts, Reading& found) {
        if (workspace->flag(person, person::self)) return;
        goals::PersonEvidence said = evidence->read(person);
        const int circle = circle_rank(workspace->choice(person, person::circle));
        const std::optional<Day> last = summarise(contacts.of(person), today).last;
        for (const NeedKind kind : enumerators<NeedKind>) {
            Helper& helper = said.needs[kind];
            if (helper.evidence.empty() && helper.asked.empty()) continue;
            found.needs[kind].push_back({.helper = std::move(helper), .circle = circle, .last = last});
        }
        for (const RoleHelp help : enumerators<RoleHelp>) {
            if (said.roles[help])
                found.roles[help].push_back({{person, std::move(*said.roles[help])}, circle, last});
        }
    }

    void read_everybody(const ContactBook& contacts) {
        evidence.emplace(*workspace, *roles, coverage.goal);
        ranked = {};
        workspace->for_each(Kind::person, [&](RecordId person) { read(person, contacts, ranked); });
        for (std::vector<Ranked>& one : ranked.needs)
            std::ranges::sort(one, before);
        for (std::vector<RankedRole>& one : ranked.roles)
            std::ranges::sort(one, role_before);
    }

    void read_again(const std::set<RecordId>& people, const ContactBook& contacts) {
        Reading fresh;
        for (const RecordId person : people) {
            if (workspace->live(person)) read(person, contacts, fresh);
        }
        for (const NeedKind kind : enumerators<NeedKind>)
            sort_in(ranked.needs[kind], std::move(fresh.needs[kind]), people, before,
                [](const Ranked& one) { return one.helper.person; });
        for (const RoleHelp help : enumerators<RoleHelp>)
            sort_in(ranked.roles[help], std::move(fresh.roles[help]), people, role_before,
                [](const RankedRole& one) { return one.helper.person; });
    }

    void tell(const ClosestTo& closest, std::size_t most) {
        const RecordId goal = coverage.goal;
        coverage = {.goal = goal};
        const bool any = !workspace->elements(goal, goal::needs).empty();
        for (const NeedKind kind : enumerators<NeedKind>) {
            NeedCoverage& need = coverage.needs[kind];
            need.need = kind;
            need.wanted = !any || workspace->has(goal, goal::needs, options[kind]);
            const std::vector<Ranked>& all = ranked.needs[kind];
            const auto others =
                std::ranges::partition_point(all, [](const Ranked& one) { return one.helper.gives; });
            const auto hints =
                std::partition_point(others, all.end(), [](const Ranked& one) { return one.helper.proved; });
            need.givers = static_cast<std::size_t>(others - all.begin());
            need.candidates = all.size() - need.givers;
            need.proved = static_cast<std::size_t>(hints - others);
            for (const Ranked& one : std::span(all).first(std::min(most, all.size()))) {
                need.helpers.push_back(one.helper);
                add_cautions(need.helpers.back(), one.last);
            }
        }
        for (const RoleHelp help : enumerators<RoleHelp>) {
            for (const RankedRole& one : ranked.roles[help])
                coverage.by_role[help].push_back(one.helper);
        }
        read_telling();
        coverage.gaps = goals::find_gaps(*workspace, coverage, *evidence, closest);
    }

    void add_cautions(Helper& helper, std::optional<Day> last) const {
        if (auto caution = asked_recently(*workspace, helper.person, today, rules))
            helper.cautions.push_back(std::move(*caution));
        if (last && today - *last >= rules.dormant) helper.cautions.push_back({"fact.dormant_tie", {}});
        add_last_contact(helper.evidence, last, today);
    }

    void read_telling() {
        const auto people = [&](FieldId field, std::vector<RecordId>& list) {
            workspace->for_each_element(coverage.goal, field, [&](const Element& element) {
                if (workspace->live(element.value.as_reference()))
                    list.push_back(element.value.as_reference());
            });
        };
        people(goal::told, coverage.told);
        people(goal::to_tell, coverage.to_tell);
        for (const NeedCoverage& need : coverage.needs) {
            for (const Helper& helper : need.helpers) {
                if (helper.gives && !std::ranges::contains(coverage.to_tell, helper.person))
                    coverage.to_tell.push_back(helper.person);
            }
        }
        std::erase_if(
            coverage.to_tell, [&](RecordId person) { return std::ranges::contains(coverage.told, person); });
    }
};

GoalCover::GoalCover() : inside_(std::make_unique<Inside>()) {}
GoalCover::~GoalCover() = default;
GoalCover::GoalCover(GoalCover&&) noexcept = default;
GoalCover& GoalCover::operator=(GoalCover&&) noexcept = default;

const GoalCoverage& GoalCover::look(const Workspace& workspace, const ContactBook& contacts,
    const RoleBook& roles, RecordId goal, Day today, const Rules& rules, const ClosestTo& closest,
    std::size_t most) {
    Inside& in = *inside_;
    const auto touched = workspace.touched_since(in.workspace == &workspace ? in.cursor : 0);
    const bool anew = in.workspace != &workspace || in.roles != &roles || in.coverage.goal != goal ||
        in.today != today || in.rules != rules || touched.size() * 8 > workspace.cursor() ||
        in.reads_all(touched);
    KITH_ASSERT(kind_of(goal) == Kind::goal);
    in.workspace = &workspace;
    in.roles = &roles;
    in.cursor = workspace.cursor();
    in.coverage.goal = goal;
    in.today = today;
    in.rules = rules;
    if (anew)
        in.read_everybody(contacts);
    else
        in.read_again(in.bears_upon(touched), contacts);
    in.tell(closest, most);
    return in.coverage;
}

GoalCoverage cover_goal(const Workspace& workspace, const ContactBook& contacts, const RoleBook& roles,
    RecordId goal, Day today, const Rules& rules, const ClosestTo& closest, std::size_t most) {
    GoalCover cover;
    return cover.look(workspace, contacts, roles, goal, today, rules, closest, most);
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

Draft plan_for_gap(
    const GapStep& step, RecordId goal, std::string_view title, std::string_view goal_title, Random& random) {
    Draft draft({"change.add_to", {std::string(title), std::string(goal_title)}});
    take_into_plan(draft, step, goal, title, random);
    return draft;
}

}  // namespace kith
