// What stands on the page of each kind of record. See ui/records/page.h for what the parts mean.
#include <algorithm>
#include <array>

#include "model/fields.h"
#include "planning/goals/steps.h"
#include "planning/people/adding.h"
#include "ui/app/pages.h"
#include "ui/events/event.h"
#include "ui/events/organisation.h"
#include "ui/give/page.h"
#include "ui/goals/first_contacts.h"
#include "ui/goals/gaps.h"
#include "ui/goals/if_then.h"
#include "ui/goals/needs.h"
#include "ui/goals/plan.h"
#include "ui/goals/skills.h"
#include "ui/goals/telling.h"
#include "ui/opportunities/page.h"
#include "ui/people/duplicates.h"
#include "ui/records/guides.h"
#include "ui/records/page.h"
#include "workspace/names.h"

namespace kith::ui {

namespace {

using enum SectionType;

// ---- Queries that a field alone can't answer -----------------------------------------------------

bool is_current(const Workspace& workspace, RecordId affiliation) {
    return !is_past(workspace, affiliation);
}

// Contacts with anyone who is or was in an organisation.
std::vector<RecordId> contacts_in_organisation(const Workspace& workspace, RecordId organisation) {
    std::vector<RecordId> found;
    for (const RecordId affiliation : workspace.referrers(organisation, affiliation::organisation)) {
        const RecordId person = workspace.reference(affiliation, affiliation::person);
        for (const RecordId interaction : workspace.referrers(person, interaction::people)) {
            if (!std::ranges::contains(found, interaction)) found.push_back(interaction);
        }
    }
    return found;
}

// Contacts with the other side of a mentorship since it began.
std::vector<RecordId> mentorship_meetings(const Workspace& workspace, RecordId mentorship) {
    const RecordId person = workspace.reference(mentorship, mentorship::person);
    const auto from = workspace.date(mentorship, mentorship::from).earliest();
    std::vector<RecordId> found;
    workspace.for_each_element(mentorship, mentorship::meetings, [&](const Element& element) {
        if (workspace.live(element.value.as_reference())) found.push_back(element.value.as_reference());
    });
    for (const RecordId interaction : workspace.referrers(person, interaction::people)) {
        const auto on = workspace.date(interaction, interaction::on).earliest();
        if (from && on && *on >= *from && !std::ranges::contains(found, interaction))
            found.push_back(interaction);
    }
    return found;
}

void log_about_it(PageDrawing& page) {
    const RecordId person = page.workspace().reference(
        page.record, kind_of(page.record) == Kind::favour ? favour::person : mentorship::person);
    page.session.wish.log_with = person;
}

// ---- Organisations -------------------------------------------------------------------------------

constexpr FieldId organisation_facts[] = {organisation::name, organisation::kind, organisation::target,
    organisation::industries, organisation::place};
constexpr FieldId organisation_more[] = {
    organisation::links, organisation::contact_points, organisation::tags, organisation::is_private};
constexpr std::array organisation_page{
    PageSection{.key = "people_now",
        .type = records,
        .field = affiliation::organisation,
        .passes = is_current,
        .add = AddBy::person,
        .add_person = affiliation::person},
    PageSection{.key = "opportunities_there",
        .type = records,
        .field = opportunity::organisation,
        .add = AddBy::typing},
    PageSection{.key = "contacts_there", .type = records, .collect = contacts_in_organisation},
    PageSection{.key = "people_before",
        .type = records,
        .field = affiliation::organisation,
        .passes = is_past,
        .only_filled = true},
    PageSection{.type = facts, .fields = organisation_facts, .more = organisation_more, .aside = true},
    PageSection{.key = "membership", .type = custom, .draw = draw_membership, .aside = true},
    PageSection{.key = "notes", .type = text, .field = organisation::notes, .aside = true},
    PageSection{.key = "goals_there",
        .type = records,
        .field = goal::organisations,
        .aside = true,
        .only_filled = true},
    PageSection{.key = "events_by",
        .type = records,
        .field = event::organisation,
        .add = AddBy::typing,
        .aside = true},
    PageSection{.key = "projects_there",
        .type = records,
        .field = project::organisation,
        .add = AddBy::typing,
        .aside = true},
};

void show_guide(PageDrawing& page) {
    page.session.wish.guide = guide_for(page.workspace(), page.record);
}
void write_profile(PageDrawing& page) {
    page.session.wish.profile = page.record;
}
void show_its_people(PageDrawing& page) {
    page.session.wish.show_organisation = page.record;
    page.session.go(PlaceId::people);
}
void merge_with_another(PageDrawing& page) {
    ask_merge_with(page.session, page.record);
}
constexpr std::array organisation_actions{PageAction{"show_people", Icon::users, show_its_people}};
constexpr std::array organisation_menu{PageAction{"merge", Icon::building_2, merge_with_another}};

// ---- Events --------------------------------------------------------------------------------------

constexpr FieldId event_facts[] = {
    event::name, event::kind, event::from, event::to, event::place, event::organisation, event::going};
constexpr FieldId event_more[] = {event::link};
constexpr PageSection whom_to_meet{.key = "to_meet", .type = members, .field = event::to_meet};
constexpr PageSection who_is_there{
    .key = "people_there", .type = members, .field = event::people, .added = met_at_event};
constexpr PageSection to_prepare{.key = "preparation", .type = text, .field = event::preparation};
constexpr PageSection event_steps{
    .key = "steps", .type = records, .field = action::event, .add = AddBy::typing};
constexpr PageSection follow_ups{.key = "follow_ups", .type = custom, .draw = draw_follow_ups};
constexpr FieldId event_outcome[] = {event::worth, event::outcome, event::follow_up};
constexpr PageSection came_of_event{.key = "outcome", .type = facts, .fields = event_outcome};
constexpr PageSection led_to_opportunities{
    .key = "opportunities_from", .type = records, .field = opportunity::came_of, .only_filled = true};
constexpr PageSection event_contacts{
    .key = "contacts_at", .type = records, .field = interaction::event, .only_filled = true};
constexpr PageSection event_details{.type = facts, .fields = event_facts, .more = event_more, .aside = true};
constexpr PageSection event_notes{.key = "notes", .type = text, .field = event::notes, .aside = true};

void prepare_event(PageDrawing& page) {
    page.session.wish.prepare = page.record;
}
constexpr std::array event_actions{PageAction{"prepare", Icon::notebook_pen, prepare_event},
    PageAction{"how_to", Icon::lightbulb, show_guide}};

constexpr std::array event_before{whom_to_meet, to_prepare, event_steps, who_is_there, event_contacts,
    came_of_event, event_details, event_notes};
constexpr std::array event_during{who_is_there, whom_to_meet, to_prepare, event_steps, event_contacts,
    came_of_event, event_details, event_notes};
constexpr std::array event_after{who_is_there, follow_ups, came_of_event, led_to_opportunities,
    event_contacts, event_steps, whom_to_meet, to_prepare, event_details, event_notes};

// ---- Projects and mentorships --------------------------------------------------------------------

constexpr FieldId project_facts[] = {project::name, project::kind, project::organisation, project::department,
    project::role, project::from, project::to, project::goals};
constexpr std::array project_page{
    PageSection{.key = "people_in", .type = members, .field = project::people},
    PageSection{.key = "contacts_in", .type = records, .field = interaction::project, .add = AddBy::form},
    PageSection{.key = "outcome", .type = text, .field = project::outcome},
    PageSection{.type = facts, .fields = project_facts, .aside = true},
    PageSection{.key = "notes", .type = text, .field = project::notes, .aside = true},
};

constexpr FieldId mentorship_facts[] = {mentorship::person, mentorship::side, mentorship::kind,
    mentorship::field, mentorship::stage, mentorship::from, mentorship::to, mentorship::cadence_days};
constexpr std::array mentorship_page{
    PageSection{.key = "agenda", .type = text, .field = mentorship::agenda},
    PageSection{.key = "commitments", .type = rows, .field = mentorship::commitments},
    PageSection{.key = "meetings", .type = records, .collect = mentorship_meetings},
    PageSection{.key = "review", .type = text, .field = mentorship::review},
    PageSection{.key = "ending", .type = text, .field = mentorship::ending},
    PageSection{.type = facts, .fields = mentorship_facts, .aside = true},
};
constexpr std::array log_actions{
    PageAction{"log", Icon::message_square, log_about_it}, PageAction{"how_to", Icon::lightbulb, show_guide}};
constexpr std::array guide_actions{PageAction{"how_to", Icon::lightbulb, show_guide}};

// ---- Favours -------------------------------------------------------------------------------------

constexpr FieldId favour_facts[] = {favour::direction, favour::kind, favour::person, favour::about,
    favour::stage, favour::asked_on, favour::due};
constexpr FieldId favour_more[] = {favour::done_on, favour::thanked_on, favour::told_on, favour::reminded_on,
    favour::goal, favour::opportunity, favour::led_from, favour::introduced, favour::consents};
constexpr std::array favour_page{
    PageSection{.key = "path", .type = custom, .draw = draw_favour_path},
    PageSection{.key = "materials", .type = rows, .field = favour::materials},
    PageSection{.key = "outcome", .type = text, .field = favour::outcome},
    PageSection{.key = "chain", .type = custom, .draw = draw_chain},
    PageSection{.key = "details", .type = facts, .fields = favour_facts, .more = favour_more, .aside = true},
    PageSection{.key = "asked_of_late", .type = custom, .draw = draw_asked_of_late, .aside = true},
    PageSection{.key = "notes", .type = text, .field = favour::notes, .aside = true},
};

constexpr std::array profile_actions{PageAction{"profile", Icon::copy, write_profile}};

// ---- Goals ---------------------------------------------------------------------------------------

constexpr FieldId goal_facts[] = {goal::by, goal::priority, goal::stage, goal::target_role,
    goal::organisations, goal::industry, goal::place, goal::measure, goal::needs, goal::skills};
constexpr FieldId goal_why[] = {goal::wish, goal::best_outcome, goal::why};
constexpr FieldId goal_after[] = {goal::learned};
constexpr std::array goal_page{
    PageSection{.key = "needs", .type = custom, .draw = draw_goal_needs},
    PageSection{.key = "plan", .type = custom, .draw = draw_goal_plan},
    PageSection{.key = "gaps_below", .type = custom, .draw = draw_goal_gaps_below},
    PageSection{.key = "needs_list", .type = custom, .draw = draw_goal_needs_list},
    PageSection{.key = "obstacles", .type = custom, .draw = draw_if_then},
    PageSection{.key = "helped", .type = records, .field = favour::goal, .add = AddBy::form},
    PageSection{
        .key = "opportunities_for", .type = records, .field = opportunity::goal, .add = AddBy::typing},
    PageSection{.key = "skills", .type = custom, .draw = draw_goal_skills},
    PageSection{.key = "learned_for", .type = records, .field = insight::goals, .add = AddBy::form},
    PageSection{.key = "shown_for", .type = records, .field = achievement::goals, .add = AddBy::form},
    PageSection{.key = "gaps", .type = custom, .draw = draw_goal_gaps, .aside = true},
    PageSection{.key = "first", .type = custom, .draw = draw_goal_first, .aside = true},
    PageSection{.key = "telling", .type = custom, .draw = draw_telling, .aside = true},
    PageSection{.key = "wish", .type = facts, .fields = goal_why, .more = goal_after, .aside = true},
    PageSection{.key = "target", .type = facts, .fields = goal_facts, .aside = true},
    PageSection{.key = "notes", .type = text, .field = goal::notes, .aside = true},
};

// ---- Opportunities -------------------------------------------------------------------------------

constexpr FieldId opportunity_facts[] = {opportunity::title, opportunity::kind, opportunity::advertised,
    opportunity::organisation, opportunity::place, opportunity::deadline, opportunity::applied_on,
    opportunity::goal};
constexpr FieldId opportunity_more[] = {opportunity::link, opportunity::came_of};
constexpr std::array opportunity_page{
    PageSection{.key = "stage", .type = custom, .draw = draw_opportunity_stage},
    PageSection{.key = "who", .type = custom, .draw = draw_opportunity_people},
    PageSection{.key = "steps", .type = records, .field = action::opportunity, .add = AddBy::typing},
    PageSection{.key = "helped_with", .type = records, .field = favour::opportunity, .add = AddBy::form},
    PageSection{.key = "how_it_came", .type = custom, .draw = draw_how_it_came},
    PageSection{.key = "outcome", .type = text, .field = opportunity::outcome},
    PageSection{.type = facts, .fields = opportunity_facts, .more = opportunity_more, .aside = true},
    PageSection{.key = "notes", .type = text, .field = opportunity::notes, .aside = true},
};

// ---- Insights, achievements, challenges, celebrations --------------------------------------------

constexpr FieldId insight_facts[] = {
    insight::what, insight::source, insight::from, insight::topics, insight::goals, insight::on};
constexpr FieldId insight_more[] = {insight::link};
constexpr std::array insight_page{
    PageSection{.key = "notes", .type = text, .field = insight::notes},
    PageSection{.type = facts, .fields = insight_facts, .more = insight_more, .aside = true},
};

constexpr FieldId achievement_facts[] = {
    achievement::title, achievement::kind, achievement::on, achievement::goals};
constexpr FieldId achievement_more[] = {achievement::link};
constexpr std::array achievement_page{
    PageSection{.key = "evidence", .type = text, .field = achievement::evidence},
    PageSection{.key = "telling", .type = custom, .draw = draw_telling},
    PageSection{.type = facts, .fields = achievement_facts, .more = achievement_more, .aside = true},
};

constexpr FieldId challenge_facts[] = {challenge::title, challenge::from, challenge::to};
constexpr std::array challenge_page{
    PageSection{.key = "what_is_hard", .type = text, .field = challenge::notes},
    PageSection{.key = "turn_to", .type = members, .field = challenge::people},
    PageSection{.key = "could_help", .type = custom, .draw = draw_could_help},
    PageSection{.key = "what_helped", .type = text, .field = challenge::helped},
    PageSection{.type = facts, .fields = challenge_facts, .aside = true},
};

constexpr FieldId celebration_facts[] = {celebration::person, celebration::kind, celebration::on,
    celebration::what, celebration::congratulated_on};
constexpr std::array celebration_page{PageSection{.type = facts, .fields = celebration_facts}};

// ---- What joins or plans -------------------------------------------------------------------------

constexpr FieldId interaction_facts[] = {interaction::people, interaction::kind, interaction::on,
    interaction::begun_by, interaction::place, interaction::summary, interaction::follow_up};
constexpr FieldId interaction_more[] = {
    interaction::planned, interaction::event, interaction::project, interaction::goals};
constexpr std::array interaction_page{
    PageSection{.key = "said", .type = text, .field = interaction::notes},
    PageSection{.type = facts, .fields = interaction_facts, .more = interaction_more, .aside = true},
};

constexpr FieldId affiliation_facts[] = {affiliation::person, affiliation::organisation, affiliation::role,
    affiliation::department, affiliation::place, affiliation::from, affiliation::to, affiliation::past};
constexpr std::array affiliation_page{
    PageSection{.type = facts, .fields = affiliation_facts},
    PageSection{.key = "brought", .type = text, .field = affiliation::brought},
    PageSection{.key = "notes", .type = text, .field = affiliation::notes},
};

constexpr FieldId tie_facts[] = {
    tie::a, tie::b, tie::kinds, tie::closeness, tie::since, tie::until, tie::origin};
constexpr std::array tie_page{
    PageSection{.type = facts, .fields = tie_facts},
    PageSection{.key = "notes", .type = text, .field = tie::notes},
};

constexpr FieldId milestone_facts[] = {milestone::title, milestone::goal, milestone::due, milestone::done_on};
constexpr std::array milestone_page{
    PageSection{.key = "steps",
        .type = records,
        .field = action::milestone,
        .add = AddBy::typing,
        .added = serves_goal_of_milestone},
    PageSection{.type = facts, .fields = milestone_facts, .aside = true},
};

constexpr FieldId action_facts[] = {action::title, action::due, action::effort_minutes, action::people,
    action::goal, action::milestone, action::done_on};
constexpr FieldId action_more[] = {action::promised_by, action::repeats, action::opportunity, action::event,
    action::after, action::dropped_on};
constexpr std::array action_page{
    PageSection{.key = "notes", .type = text, .field = action::notes},
    PageSection{.type = facts, .fields = action_facts, .more = action_more, .aside = true},
};

std::span<const PageSection> event_sections(const Session& session, RecordId event) {
    const auto from = session.workspace.date(event, event::from).earliest();
    const auto to = session.workspace.date(event, event::to).earliest();
    const Day today = session.ui.today();
    if (!from || *from > today) return event_before;
    if (to.value_or(*from) >= today) return event_during;
    return event_after;
}

}  // namespace

PageSpec page_spec(const Session& session, RecordId record) {
    switch (kind_of(record)) {
        case Kind::organisation: return {organisation_page, organisation_actions, organisation_menu};
        case Kind::event: {
            const auto sections = event_sections(session, record);
            return sections.data() == event_after.data() ? PageSpec{sections}
                                                         : PageSpec{sections, event_actions};
        }
        case Kind::project: return {project_page};
        case Kind::mentorship: return {mentorship_page, log_actions};
        case Kind::favour: return {favour_page, guide_actions};
        case Kind::goal: return {goal_page, profile_actions};
        case Kind::opportunity: return {opportunity_page};
        case Kind::insight: return {insight_page};
        case Kind::achievement: return {achievement_page};
        case Kind::challenge: return {challenge_page, guide_actions};
        case Kind::celebration: return {celebration_page};
        case Kind::interaction: return {interaction_page};
        case Kind::affiliation: return {affiliation_page};
        case Kind::tie: return {tie_page};
        case Kind::milestone: return {milestone_page};
        case Kind::action: return {action_page};
        default: return {};
    }
}

}  // namespace kith::ui
