#include "planning/goals/evidence.h"

#include <algorithm>

#include "model/fields.h"
#include "model/meanings.h"
#include "planning/facts/expertise.h"
#include "workspace/names.h"

namespace kith::goals {

namespace {

/// Which need each kind of favour answers, and how having done it before is said.
struct FavourNeed {
    enum favour::kind kind;
    NeedKind need;
    std::string_view before;
};
constexpr FavourNeed favour_needs[] = {
    {favour::kind::introduction, NeedKind::openings, "coverage.before.introduction"},
    {favour::kind::referral, NeedKind::openings, "coverage.before.referral"},
    {favour::kind::job_lead, NeedKind::openings, "coverage.before.job_lead"},
    {favour::kind::recommendation, NeedKind::visibility, "coverage.before.recommendation"},
    {favour::kind::endorsement, NeedKind::visibility, "coverage.before.endorsement"},
    {favour::kind::advice, NeedKind::mentorship, "coverage.before.advice"},
    {favour::kind::mentoring, NeedKind::mentorship, "coverage.before.mentoring"},
    {favour::kind::feedback, NeedKind::learning, "coverage.before.feedback"},
    {favour::kind::resource, NeedKind::learning, "coverage.before.resource"},
    {favour::kind::support, NeedKind::support, "coverage.before.support"},
};

/// How an asking stands, with and without words for what it was about.
struct StageWords {
    enum favour::stage stage;
    std::string_view about;
    std::string_view plain;
};
constexpr StageWords stage_words[] = {
    {favour::stage::asked, "coverage.asked", "coverage.asked_plain"},
    {favour::stage::agreed, "coverage.agreed", "coverage.agreed_plain"},
    {favour::stage::offered, "coverage.offered", "coverage.offered_plain"},
    {favour::stage::done, "coverage.done", "coverage.done_plain"},
    {favour::stage::thanked, "coverage.done", "coverage.done_plain"},
    {favour::stage::told, "coverage.done", "coverage.done_plain"},
    {favour::stage::declined, "coverage.declined", "coverage.declined_plain"},
};

Helper& at(PersonEvidence& found, NeedKind need) {
    return found.needs[need];
}

/// Whether a fact proves that somebody can help, or only makes one look: a shared word, the same industry.
enum class Weight : std::uint8_t { proof, hint };

void add(PersonEvidence& found, NeedKind need, Message fact, Weight weight = Weight::proof) {
    Helper& helper = at(found, need);
    helper.proved |= weight == Weight::proof;
    if (!std::ranges::contains(helper.evidence, fact)) helper.evidence.push_back(std::move(fact));
}

/// Which need each kind of help answers, and how far before others its helpers stand, in it and in the matrix.
struct RoleNeed {
    RoleHelp help;
    NeedKind need;
    int before;
};
constexpr RoleNeed role_needs[] = {
    {RoleHelp::decides, NeedKind::openings, 400},
    {RoleHelp::recruiters, NeedKind::openings, 300},
    {RoleHelp::insiders, NeedKind::openings, 0},
    {RoleHelp::mentors, NeedKind::mentorship, 350},
    {RoleHelp::decides, NeedKind::visibility, 300},
    {RoleHelp::peers, NeedKind::collaboration, 300},
    {RoleHelp::peers, NeedKind::insight, 300},
    {RoleHelp::insiders, NeedKind::insight, 0},
};

bool names(const Workspace& workspace, RecordId record, FieldId field, RecordId wanted) {
    bool found = false;
    workspace.for_each_element(
        record, field, [&](const Element& element) { found |= element.value.as_reference() == wanted; });
    return found;
}

}  // namespace

GoalEvidence::GoalEvidence(const Workspace& workspace, const RoleBook& roles, RecordId goal)
    : workspace_(workspace),
      goal_(goal),
      finder_(workspace, roles, goal),
      role_(workspace.text(goal, goal::target_role)),
      industry_(workspace.text(goal, goal::industry)),
      skills_(std::vector<std::string>{}) {
    workspace.for_each_element(goal, goal::organisations, [&](const Element& element) {
        if (workspace.live(element.value.as_reference())) targets_.push_back(element.value.as_reference());
    });
    std::string skills;
    for (const std::string_view skill : workspace.texts(goal, goal::skills))
        skills += std::string(skill) + " ";
    skills_ = TermMatcher(skills);
    if (const RecordId me = self(workspace)) {
        for (const RecordId affiliation : affiliations_of(workspace, me)) {
            if (!is_past(workspace, affiliation))
                own_organisations_.push_back(workspace.reference(affiliation, affiliation::organisation));
        }
    }
}

PersonEvidence GoalEvidence::read(RecordId person) {
    PersonEvidence found;
    for (Helper& helper : found.needs)
        helper.person = person;
    found.roles = finder_.read(person);
    add_proofs(found);
    read_affiliations(person, found);
    read_skills(person, found);
    read_favours(person, found);
    read_mentorships(person, found);
    read_what_they_gave(person, found);
    read_closeness(person, found);
    return found;
}

/// What their roles prove, before whatever else is known of them.
void GoalEvidence::add_proofs(PersonEvidence& found) const {
    for (const RoleNeed& one : role_needs) {
        const std::optional<RoleProof>& proof = found.roles[one.help];
        if (!proof) continue;
        Helper& helper = at(found, one.need);
        helper.fit = std::max(helper.fit, one.before + proof->weight);
        helper.certain |= one.help == RoleHelp::decides && proof->certain;
        for (const Message& reason : proof->reasons)
            add(found, one.need, reason);
    }
}

bool GoalEvidence::organisation_in_industry(RecordId organisation) {
    const auto [entry, fresh] = in_industry_.try_emplace(organisation, false);
    if (fresh) {
        workspace_.for_each_element(organisation, organisation::industries,
            [&](const Element& element) { entry->second |= industry_(element.value.as_text()); });
    }
    return entry->second;
}

void GoalEvidence::read_affiliations(RecordId person, PersonEvidence& found) {
    const bool senior = workspace_.choice(person, person::standing) == person::standing::senior;
    for (const RecordId affiliation : workspace_.referrers(person, affiliation::person)) {
        const RecordId organisation = workspace_.reference(affiliation, affiliation::organisation);
        const std::string_view role = workspace_.text(affiliation, affiliation::role);
        const bool past = is_past(workspace_, affiliation);
        const std::string name(workspace_.text(organisation, organisation::name));
        const Message there = role.empty()
            ? Message{past ? "fact.was_at" : "fact.is_at", {name}}
            : Message{past ? "fact.was_in_role" : "fact.is_in_role", {role, name}};
        const bool target = static_cast<bool>(finder_.target_of(organisation));
        const bool own = is_own(organisation);
        const bool agency = workspace_.choice(organisation, organisation::kind) == organisation::kind::agency;
        if (target)
            add(found, NeedKind::openings, there);
        else if (!past && agency)
            add(found, NeedKind::openings, there, Weight::hint);
        if (target && !past) add(found, NeedKind::insight, there);
        if (!past && (target || own)) {
            for (const Message& decides : decides_facts(workspace_, person)) {
                if (target) add(found, NeedKind::openings, decides);
                add(found, NeedKind::visibility, there);
                add(found, NeedKind::visibility, decides);
            }
        }
        if (own && !past && senior)
            add(found, NeedKind::visibility, {"coverage.senior_where_you_are", {name}});
        if (role_(role)) {
            add(found, senior ? NeedKind::mentorship : NeedKind::collaboration, there, Weight::hint);
            if (!senior) add(found, NeedKind::mentorship, there, Weight::hint);
            add(found, NeedKind::insight, there, Weight::hint);
        } else if (organisation_in_industry(organisation)) {
            add(found, NeedKind::insight, there, Weight::hint);
            if (senior) add(found, NeedKind::mentorship, there, Weight::hint);
        }
    }
}

void GoalEvidence::read_skills(RecordId person, PersonEvidence& found) {
    const bool senior = workspace_.choice(person, person::standing) == person::standing::senior;
    for (const FieldId field : {person::skills, person::offers}) {
        workspace_.for_each_element(person, field, [&](const Element& element) {
            const std::string_view text = element.value.as_text();
            const Message fact{"fact.has_skill", {text}};
            if (skills_(text)) add(found, NeedKind::learning, fact);
            if (!role_(text) && !industry_(text)) return;
            add(found, senior ? NeedKind::mentorship : NeedKind::collaboration, fact, Weight::hint);
        });
    }
    workspace_.for_each_element(person, person::industries, [&](const Element& element) {
        if (industry_(element.value.as_text()))
            add(found, NeedKind::insight, {"fact.in_industry", {element.value.as_text()}}, Weight::hint);
    });
}

void GoalEvidence::read_favours(RecordId person, PersonEvidence& found) {
    for (const RecordId favour : workspace_.referrers(person, favour::person)) {
        if (workspace_.choice(favour, favour::direction) == favour::direction::given) continue;
        const auto kind =
            std::ranges::find(favour_needs, workspace_.choice(favour, favour::kind), &FavourNeed::kind);
        if (kind == std::end(favour_needs)) continue;
        Helper& helper = at(found, kind->need);
        const RecordId goal = workspace_.reference(favour, favour::goal);
        const bool done = favour_is_done(workspace_, favour);
        if (done) add(found, kind->need, {kind->before, {}});
        if (goal != goal_) continue;
        const auto stage = workspace_.choice(favour, favour::stage);
        helper.gives |= done || stage == favour::stage::agreed;
        helper.waiting |= is_open(stage);
        const auto words = std::ranges::find(stage_words, stage, &StageWords::stage);
        if (words == std::end(stage_words)) continue;
        const std::string about = short_text(favour_subject(workspace_, favour));
        helper.asked.push_back(about.empty() ? Message{words->plain, {}} : Message{words->about, {about}});
        const std::string outcome = short_text(workspace_.text(favour, favour::outcome));
        if (!outcome.empty()) helper.asked.push_back({"fact.outcome", {outcome}});
    }
}

void GoalEvidence::read_mentorships(RecordId person, PersonEvidence& found) const {
    for (const RecordId mentorship : workspace_.referrers(person, mentorship::person)) {
        if (workspace_.choice(mentorship, mentorship::side) == mentorship::side::mentee) continue;
        const auto stage = workspace_.choice(mentorship, mentorship::stage);
        Helper& helper = at(found, NeedKind::mentorship);
        if (stage == mentorship::stage::active) {
            helper.gives = true;
            add(found, NeedKind::mentorship, {"fact.is_your_mentor", {}});
        } else if (stage == mentorship::stage::asked) {
            helper.waiting = true;
            helper.asked.push_back({"coverage.asked_to_mentor", {}});
        } else if (stage == mentorship::stage::declined) {
            helper.asked.push_back({"coverage.declined_to_mentor", {}});
        }
    }
}

/// Insights, openings told of, projects, achievements they know of.
void GoalEvidence::read_what_they_gave(RecordId person, PersonEvidence& found) const {
    const auto give = [&](NeedKind need, std::string_view key, RecordId record) {
        at(found, need).gives = true;
        add(found, need, {key, {record_name(workspace_, record)}});
    };
    for (const RecordId insight : workspace_.referrers(person, insight::from)) {
        if (names(workspace_, insight, insight::goals, goal_))
            give(NeedKind::insight, "coverage.told_you", insight);
    }
    for (const RecordId opportunity : workspace_.referrers(person, opportunity::source)) {
        if (workspace_.reference(opportunity, opportunity::goal) == goal_)
            give(NeedKind::openings, "coverage.told_of_opening", opportunity);
    }
    for (const RecordId opportunity : workspace_.referrers(person, opportunity::partners)) {
        if (workspace_.reference(opportunity, opportunity::goal) == goal_)
            give(NeedKind::collaboration, "coverage.partner_in", opportunity);
    }
    for (const RecordId project : workspace_.referrers(person, project::people)) {
        if (names(workspace_, project, project::goals, goal_))
            give(NeedKind::collaboration, "coverage.in_project", project);
        else if (workspace_.date(project, project::to).empty())
            add(found, NeedKind::collaboration, {"coverage.in_project", {record_name(workspace_, project)}});
    }
    for (const RecordId achievement : workspace_.referrers(person, achievement::told)) {
        if (names(workspace_, achievement, achievement::goals, goal_))
            give(NeedKind::visibility, "coverage.knows_of", achievement);
    }
}

void GoalEvidence::read_closeness(RecordId person, PersonEvidence& found) const {
    const auto circle = workspace_.choice(person, person::circle);
    if (circle_rank(circle) <= 1)
        add(found, NeedKind::support, {"fact.in_close_circle", {person::circle.key(circle)}});
    if (workspace_.flag(person, person::kin)) add(found, NeedKind::support, {"fact.family", {}});
}

}  // namespace kith::goals
