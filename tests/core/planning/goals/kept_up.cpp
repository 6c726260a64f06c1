// What Today keeps up to date instead of reading it all again: a goal's coverage and the look back over this
// week. After any edit, undo or redo each must be what it would be if it were read afresh.
#include "../finders.h"
#include "planning/goals/coverage.h"
#include "planning/week/review.h"

using namespace kith;
using namespace kith::testing;

namespace {

constexpr std::string_view story = R"(
[organisation anna]
name = St. Anna
industries = Health
[organisation north]
name = Northern
[organisation other]
name = Other
kind = agency
[person me]
self = yes
given_name = Selin
[affiliation me]
person = me
organisation = other
[goal lead]
wish = Lead a ward
target_role = Ward Lead
organisations = anna
organisations = north
industry = Health
skills = budgets
[goal rest]
wish = Rest
)";

/// A random edit of everything that speaks for somebody, or that is counted in a week.
class Life {
public:
    Life(World& world, Random& random) : world_(world), random_(random) {}

    Draft edit() {
        Draft draft({"test.edit", {}});
        const RecordId person = pick(Kind::person);
        switch (person ? random_.below(15) : 0) {
            case 0: make_person(draft); break;
            case 1: draft.set_text(person, person::circle, any({"5", "15", "50", ""})); break;
            case 2: draft.add(person, person::skills, any({"budgets", "Ward Lead", "tea"})); break;
            case 3: draft.set_text(person, person::standing, any({"senior", "peer"})); break;
            case 4: draft.add(person, person::decides, any({"hiring", "funding"})); break;
            case 5: draft.trash(random_.below(3) == 0 ? pick(Kind::organisation) : person); break;
            case 6: make_affiliation(draft, person); break;
            case 7: edit_affiliation(draft); break;
            case 8: edit_organisation(draft); break;
            case 9: make_favour(draft, person); break;
            case 10: make_gifts(draft, person); break;
            case 11: make_contact(draft, person); break;
            case 12: edit_goal(draft); break;
            case 13: finish_something(draft); break;
            default: draft.set(person, person::self, Value::boolean(random_.below(2) == 0));
        }
        return draft;
    }

private:
    World& world_;
    Random& random_;

    RecordId pick(Kind kind) {
        std::vector<RecordId> live;
        world_.workspace.for_each(kind, [&](RecordId record) { live.push_back(record); });
        return live.empty() ? RecordId{} : live[random_.below(live.size())];
    }
    std::string_view any(std::initializer_list<std::string_view> choices) {
        return choices.begin()[random_.below(choices.size())];
    }
    Value some_day() { return date_value(world_.today + days{3} - days{random_.below(20)}); }
    Value reference(Kind kind) { return Value::reference(pick(kind)); }

    void make_person(Draft& draft) {
        const RecordId made = draft.create(Kind::person, random_);
        draft.set_text(made, person::given_name, "P" + std::to_string(random_.below(100)));
        draft.set(made, person::met_on, some_day());
    }
    void make_affiliation(Draft& draft, RecordId person) {
        const RecordId organisation = pick(Kind::organisation);
        if (!organisation) return;
        const RecordId made = draft.create(Kind::affiliation, random_);
        draft.set(made, affiliation::person, Value::reference(person));
        draft.set(made, affiliation::organisation, Value::reference(organisation));
        draft.set_text(made, affiliation::role,
            any({"Ward Lead", "Nurse", "Head of Nursing", "Nursing recruiter", "Ex-teacher | Ward Lead",
                ""}));
    }
    void edit_affiliation(Draft& draft) {
        const RecordId one = pick(Kind::affiliation);
        if (!one) return;
        if (random_.below(2) == 0)
            draft.set(one, affiliation::to, some_day());
        else
            draft.set(one, affiliation::person, reference(Kind::person));
    }
    void edit_organisation(Draft& draft) {
        const RecordId one = pick(Kind::organisation);
        if (!one) return;
        draft.set_text(
            one, organisation::name, any({"O1", "O2", "Northern Hospital", "NORTHERN", "St. Anna GmbH"}));
        draft.add(one, organisation::industries, any({"Health", "Shoes"}));
    }
    void make_favour(Draft& draft, RecordId person) {
        const RecordId made = draft.create(Kind::favour, random_);
        draft.set(made, favour::person, Value::reference(person));
        draft.set_text(made, favour::direction, any({"received", "received", "given"}));
        draft.set_text(made, favour::kind, any({"advice", "referral", "support", "feedback"}));
        draft.set_text(made, favour::stage, any({"asked", "agreed", "done", "declined"}));
        draft.set(made, favour::done_on, some_day());
        draft.set(made, favour::goal, reference(Kind::goal));
    }
    void make_gifts(Draft& draft, RecordId person) {
        const RecordId insight = draft.create(Kind::insight, random_);
        draft.set(insight, insight::from, Value::reference(person));
        draft.add(insight, insight::goals, pick(Kind::goal));
        const RecordId project = draft.create(Kind::project, random_);
        draft.add(project, project::people, person);
        const RecordId news = draft.create(Kind::achievement, random_);
        draft.add(news, achievement::told, person);
        draft.add(news, achievement::goals, pick(Kind::goal));
        draft.set(news, achievement::on, some_day());
        const RecordId mentorship = draft.create(Kind::mentorship, random_);
        draft.set(mentorship, mentorship::person, Value::reference(person));
        draft.set_text(mentorship, mentorship::stage, any({"active", "asked", "declined"}));
        const RecordId job = draft.create(Kind::opportunity, random_);
        draft.set(job, opportunity::source, Value::reference(person));
        draft.set(job, opportunity::goal, reference(Kind::goal));
        draft.set(job, opportunity::applied_on, some_day());
    }
    void make_contact(Draft& draft, RecordId person) {
        const RecordId made = draft.create(Kind::interaction, random_);
        draft.set(made, interaction::on, some_day());
        draft.add(made, interaction::people, person);
        if (random_.below(4) == 0) draft.set(made, interaction::planned, Value::boolean(true));
    }
    void edit_goal(Draft& draft) {
        const RecordId goal = pick(Kind::goal);
        if (!goal) return;
        if (random_.below(2) == 0)
            draft.add(goal, goal::needs, any({"openings", "support", "learning"}));
        else if (const RecordId person = pick(Kind::person))
            draft.add(goal, goal::told, person);
    }
    void finish_something(Draft& draft) {
        const RecordId step = draft.create(Kind::action, random_);
        draft.set_text(step, action::promised_by, any({"me", "them", ""}));
        draft.set(step, action::done_on, some_day());
        draft.set(step, action::due, some_day());
        if (const RecordId other = pick(Kind::action)) draft.clear(other, action::done_on);
    }
};

std::string said(const GoalCoverage& coverage) {
    std::string text;
    for (const NeedCoverage& need : coverage.needs) {
        text += std::to_string(need.wanted) + " " + std::to_string(need.givers) + "/" +
            std::to_string(need.candidates) + "/" + std::to_string(need.proved) + "\n";
        for (const Helper& helper : need.helpers)
            text += to_string(helper.person) + std::to_string(helper.gives) + std::to_string(helper.waiting) +
                by_key(helper.evidence) + "|" + by_key(helper.asked) + "|" + by_key(helper.cautions) + "\n";
    }
    for (const std::vector<RoleHelper>& list : coverage.by_role) {
        for (const RoleHelper& one : list)
            text += to_string(one.person) + to_string(one.proof.target) + std::to_string(one.proof.weight) +
                std::to_string(one.proof.certain) + by_key(one.proof.reasons) + "\n";
    }
    for (const GoalGap& gap : coverage.gaps) {
        text += by_key(gap.sentence) + "\n";
        for (const GapStep& step : gap.steps)
            text += " " + by_key(step.what) + "\n";
    }
    for (const auto* people : {&coverage.told, &coverage.to_tell}) {
        for (const RecordId person : *people)
            text += to_string(person) + " ";
        text += "\n";
    }
    return text;
}

std::string said(const LookBack& past) {
    std::string text = std::to_string(past.promises_kept) + " " + std::to_string(past.promises_late);
    for (const auto* list : {&past.steps_done, &past.milestones_reached, &past.contacts, &past.people,
             &past.new_people, &past.given, &past.received, &past.opportunities, &past.achievements}) {
        text += "\n";
        for (const RecordId record : *list)
            text += to_string(record) + " ";
    }
    return text;
}

}  // namespace

TEST_CASE("coverage and look back kept up to date are those read afresh, whatever was edited or undone") {
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        World world(story);
        Random random(seed);
        Life life(world, random);
        const RecordId goal = world.find(Kind::goal, "Lead a ward");
        ContactBook contacts;
        GoalCover cover;
        LookingBack back;
        for (int i = 0; i < 250; ++i) {
            const auto what = random.below(10);
            if (what == 0)
                (void)world.workspace.undo(world.now());
            else if (what == 1)
                (void)world.workspace.redo(world.now());
            else if (what == 2 && random.below(6) == 0)
                world.today += days{1};
            else
                (void)world.workspace.commit(life.edit(), world.now());
            contacts.update(world.workspace);
            const GoalCoverage& kept =
                cover.look(world.workspace, contacts, world.insight.roles(), goal, world.today);
            REQUIRE(said(kept) ==
                said(cover_goal(world.workspace, contacts, roles_in(world), goal, world.today)));
            const Day begin = week_begin(world.today);
            REQUIRE(said(back.look(world.workspace, begin, world.today)) ==
                said(look_back(world.workspace, begin, world.today)));
        }
    }
}
