#include "ui/records/form_fields.h"

#include <array>

#include "model/fields.h"

namespace kith::ui {

namespace {

constexpr FieldId organisation_fields[] = {organisation::name, organisation::kind, organisation::place,
    organisation::industries, organisation::target};
constexpr FieldId affiliation_fields[] = {affiliation::person, affiliation::role, affiliation::organisation,
    affiliation::department, affiliation::from, affiliation::to, affiliation::past, affiliation::place,
    affiliation::brought, affiliation::notes};
constexpr FieldId tie_fields[] = {tie::b, tie::kinds, tie::closeness, tie::since, tie::until, tie::notes};
constexpr FieldId interaction_fields[] = {interaction::people, interaction::kind, interaction::on,
    interaction::begun_by, interaction::summary, interaction::notes, interaction::follow_up};
constexpr FieldId favour_fields[] = {favour::direction, favour::kind, favour::person, favour::about,
    favour::stage, favour::asked_on, favour::due, favour::goal, favour::opportunity, favour::led_from};
constexpr FieldId mentorship_fields[] = {mentorship::person, mentorship::side, mentorship::kind,
    mentorship::field, mentorship::stage, mentorship::from, mentorship::cadence_days};
constexpr FieldId event_fields[] = {event::name, event::kind, event::from, event::to, event::place,
    event::organisation, event::going, event::link};
constexpr FieldId project_fields[] = {
    project::name, project::kind, project::organisation, project::role, project::from, project::people};
constexpr FieldId goal_fields[] = {
    goal::wish, goal::best_outcome, goal::why, goal::target_role, goal::organisations, goal::by, goal::needs};
constexpr FieldId milestone_fields[] = {milestone::title, milestone::due, milestone::goal};
constexpr FieldId action_fields[] = {action::title, action::due, action::people, action::promised_by,
    action::effort_minutes, action::goal, action::milestone, action::opportunity, action::event};
constexpr FieldId opportunity_fields[] = {opportunity::title, opportunity::kind, opportunity::advertised,
    opportunity::organisation, opportunity::deadline, opportunity::source, opportunity::goal,
    opportunity::link};
constexpr FieldId insight_fields[] = {insight::what, insight::notes, insight::source, insight::from,
    insight::topics, insight::goals, insight::on, insight::link};
constexpr FieldId achievement_fields[] = {achievement::title, achievement::kind, achievement::on,
    achievement::evidence, achievement::link, achievement::goals, achievement::to_tell};
constexpr FieldId challenge_fields[] = {
    challenge::title, challenge::notes, challenge::people, challenge::from};
constexpr FieldId celebration_fields[] = {
    celebration::person, celebration::kind, celebration::on, celebration::what};

struct KindFields {
    Kind kind;
    std::span<const FieldId> fields;
    FieldId required;  // a record without it says nothing
};

constexpr std::array forms{
    KindFields{Kind::organisation, organisation_fields, organisation::name},
    KindFields{Kind::affiliation, affiliation_fields, {}},
    KindFields{Kind::tie, tie_fields, tie::b},
    KindFields{Kind::interaction, interaction_fields, interaction::people},
    KindFields{Kind::favour, favour_fields, favour::person},
    KindFields{Kind::mentorship, mentorship_fields, mentorship::person},
    KindFields{Kind::event, event_fields, event::name},
    KindFields{Kind::project, project_fields, project::name},
    KindFields{Kind::goal, goal_fields, goal::wish},
    KindFields{Kind::milestone, milestone_fields, milestone::title},
    KindFields{Kind::action, action_fields, action::title},
    KindFields{Kind::opportunity, opportunity_fields, opportunity::title},
    KindFields{Kind::insight, insight_fields, insight::what},
    KindFields{Kind::achievement, achievement_fields, achievement::title},
    KindFields{Kind::challenge, challenge_fields, challenge::title},
    KindFields{Kind::celebration, celebration_fields, celebration::person},
};

const KindFields* form_of(Kind kind) {
    for (const KindFields& form : forms) {
        if (form.kind == kind) return &form;
    }
    return nullptr;
}

}  // namespace

std::span<const FieldId> form_fields(Kind kind) {
    const KindFields* form = form_of(kind);
    return form != nullptr ? form->fields : std::span<const FieldId>{};
}

FieldId required_field(Kind kind) {
    const KindFields* form = form_of(kind);
    return form != nullptr ? form->required : FieldId{};
}

}  // namespace kith::ui
