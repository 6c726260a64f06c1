// Names for the fields that code speaks of: `person::given_name`. Each is looked up in the table at
// compile time, so a misspelt key does not compile and a number stands in one place only. Options and parts
// of rows have names too: `favour::stage::thanked`, `person::contact_points::value`; options.h says how.
#pragma once

#include "model/options.h"

namespace kith {

// clang-format off
namespace person {
enum class contact_points : std::uint8_t { kind, value, label, primary };
enum class addresses : std::uint8_t { street, extended, po_box, city, region, postal_code, country, label,
    formatted };
enum class links : std::uint8_t { url, label };
enum class dates : std::uint8_t { date, label };
enum class circle : std::uint8_t { none, closest_5, closest_15, closest_50, closest_150, beyond,
    unknown = unknown_option };
enum class standing : std::uint8_t { none, senior, peer, junior, unknown = unknown_option };
enum class decides : std::uint8_t { none, hiring, promotion, funding, unknown = unknown_option };
enum class properties : std::uint8_t { name, parameters, value };
enum class related : std::uint8_t { name, label };

inline constexpr FieldId given_name = field_id(Kind::person, "given_name");
inline constexpr FieldId additional_names = field_id(Kind::person, "additional_names");
inline constexpr FieldId family_name = field_id(Kind::person, "family_name");
inline constexpr FieldId name_prefix = field_id(Kind::person, "name_prefix");
inline constexpr FieldId name_suffix = field_id(Kind::person, "name_suffix");
inline constexpr FieldId display_name = field_id(Kind::person, "display_name");
inline constexpr FieldId nickname = field_id(Kind::person, "nickname");
inline constexpr FieldId former_name = field_id(Kind::person, "former_name");
inline constexpr FieldId phonetic_given = field_id(Kind::person, "phonetic_given");
inline constexpr FieldId phonetic_middle = field_id(Kind::person, "phonetic_middle");
inline constexpr FieldId phonetic_family = field_id(Kind::person, "phonetic_family");
inline constexpr FieldId pronouns = field_id(Kind::person, "pronouns");
inline constexpr FieldId photo = field_id(Kind::person, "photo");
inline constexpr FieldId headline = field_id(Kind::person, "headline");
inline constexpr RowsField<enum contact_points> contact_points{Kind::person, "contact_points"};
inline constexpr RowsField<enum addresses> addresses{Kind::person, "addresses"};
inline constexpr RowsField<enum links> links{Kind::person, "links"};
inline constexpr FieldId birthday = field_id(Kind::person, "birthday");
inline constexpr RowsField<enum dates> dates{Kind::person, "dates"};
inline constexpr FieldId place = field_id(Kind::person, "place");
inline constexpr FieldId languages = field_id(Kind::person, "languages");
inline constexpr FieldId skills = field_id(Kind::person, "skills");
inline constexpr FieldId industries = field_id(Kind::person, "industries");
inline constexpr FieldId tags = field_id(Kind::person, "tags");
inline constexpr ChoiceField<enum circle> circle{Kind::person, "circle"};
inline constexpr FieldId kin = field_id(Kind::person, "kin");
inline constexpr ChoiceField<enum standing> standing{Kind::person, "standing"};
inline constexpr ChoiceSetField<enum decides> decides{Kind::person, "decides"};
inline constexpr FieldId met_on = field_id(Kind::person, "met_on");
inline constexpr FieldId met_where = field_id(Kind::person, "met_where");
inline constexpr FieldId met_through = field_id(Kind::person, "met_through");
inline constexpr FieldId met_at = field_id(Kind::person, "met_at");
inline constexpr FieldId cadence_days = field_id(Kind::person, "cadence_days");
inline constexpr FieldId snoozed_until = field_id(Kind::person, "snoozed_until");
inline constexpr FieldId needs = field_id(Kind::person, "needs");
inline constexpr FieldId offers = field_id(Kind::person, "offers");
inline constexpr FieldId notes = field_id(Kind::person, "notes");
inline constexpr FieldId is_private = field_id(Kind::person, "private");
inline constexpr RowsField<enum properties> properties{Kind::person, "properties"};
inline constexpr FieldId sources = field_id(Kind::person, "sources");
inline constexpr FieldId uid = field_id(Kind::person, "uid");
inline constexpr FieldId self = field_id(Kind::person, "self");
inline constexpr RowsField<enum related> related{Kind::person, "related"};
inline constexpr FieldId awaiting_reply = field_id(Kind::person, "awaiting_reply");
inline constexpr FieldId sample = field_id(Kind::person, "sample");
}  // namespace person

/// Kinds of contact points that Kith itself writes, and what marks the one that is used first. Others occur.
namespace contact {
inline constexpr std::string_view email = "email";
inline constexpr std::string_view phone = "phone";
inline constexpr std::string_view message = "message";  // an account with a messenger: "skype:ana"
inline constexpr std::string_view primary = "yes";
}  // namespace contact

namespace organisation {
enum class kind : std::uint8_t { none, employer, association, community, committee, school, agency, other,
    unknown = unknown_option };

inline constexpr FieldId name = field_id(Kind::organisation, "name");
inline constexpr ChoiceField<enum kind> kind{Kind::organisation, "kind"};
inline constexpr FieldId industries = field_id(Kind::organisation, "industries");
inline constexpr FieldId place = field_id(Kind::organisation, "place");
inline constexpr RowsField<enum person::links> links{Kind::organisation, "links"};
inline constexpr FieldId target = field_id(Kind::organisation, "target");
inline constexpr FieldId tags = field_id(Kind::organisation, "tags");
inline constexpr FieldId notes = field_id(Kind::organisation, "notes");
inline constexpr FieldId is_private = field_id(Kind::organisation, "private");
inline constexpr RowsField<enum person::properties> properties{Kind::organisation, "properties"};
inline constexpr FieldId sources = field_id(Kind::organisation, "sources");
inline constexpr RowsField<enum person::contact_points> contact_points{Kind::organisation, "contact_points"};
inline constexpr FieldId sample = field_id(Kind::organisation, "sample");
}  // namespace organisation

namespace affiliation {
inline constexpr FieldId person = field_id(Kind::affiliation, "person");
inline constexpr FieldId organisation = field_id(Kind::affiliation, "organisation");
inline constexpr FieldId role = field_id(Kind::affiliation, "role");
inline constexpr FieldId department = field_id(Kind::affiliation, "department");
inline constexpr FieldId from = field_id(Kind::affiliation, "from");
inline constexpr FieldId to = field_id(Kind::affiliation, "to");
inline constexpr FieldId past = field_id(Kind::affiliation, "past");
inline constexpr FieldId brought = field_id(Kind::affiliation, "brought");
inline constexpr FieldId notes = field_id(Kind::affiliation, "notes");
inline constexpr FieldId place = field_id(Kind::affiliation, "place");
}  // namespace affiliation

namespace tie {
enum class kinds : std::uint8_t { none, friend_, family, colleague, classmate, manager, report, mentor,
    mentee, collaborator, client, acquaintance, unknown = unknown_option };
enum class closeness : std::uint8_t { none, slightly, fairly, well, closely, unknown = unknown_option };
enum class origin : std::uint8_t { none, stated, confirmed, unknown = unknown_option };

inline constexpr FieldId a = field_id(Kind::tie, "a");
inline constexpr FieldId b = field_id(Kind::tie, "b");
inline constexpr ChoiceSetField<enum kinds> kinds{Kind::tie, "kinds"};
inline constexpr ChoiceField<enum closeness> closeness{Kind::tie, "closeness"};
inline constexpr FieldId since = field_id(Kind::tie, "since");
inline constexpr FieldId until = field_id(Kind::tie, "until");
inline constexpr ChoiceField<enum origin> origin{Kind::tie, "origin"};
inline constexpr FieldId notes = field_id(Kind::tie, "notes");
}  // namespace tie

namespace interaction {
enum class kind : std::uint8_t { none, coffee, meal, call, video, meeting, message, email, letter, event,
    introduction, other, unknown = unknown_option };
enum class begun_by : std::uint8_t { none, me, them, both, unknown = unknown_option };

inline constexpr FieldId on = field_id(Kind::interaction, "on");
inline constexpr FieldId minute_of_day = field_id(Kind::interaction, "minute_of_day");
inline constexpr ChoiceField<enum kind> kind{Kind::interaction, "kind"};
inline constexpr FieldId people = field_id(Kind::interaction, "people");
inline constexpr ChoiceField<enum begun_by> begun_by{Kind::interaction, "begun_by"};
inline constexpr FieldId summary = field_id(Kind::interaction, "summary");
inline constexpr FieldId notes = field_id(Kind::interaction, "notes");
inline constexpr FieldId follow_up = field_id(Kind::interaction, "follow_up");
inline constexpr FieldId planned = field_id(Kind::interaction, "planned");
inline constexpr FieldId event = field_id(Kind::interaction, "event");
inline constexpr FieldId project = field_id(Kind::interaction, "project");
inline constexpr FieldId goals = field_id(Kind::interaction, "goals");
inline constexpr FieldId place = field_id(Kind::interaction, "place");
inline constexpr FieldId source_key = field_id(Kind::interaction, "source_key");
inline constexpr FieldId reviewed = field_id(Kind::interaction, "reviewed");
}  // namespace interaction

namespace favour {
enum class direction : std::uint8_t { none, given, received, unknown = unknown_option };
enum class kind : std::uint8_t { none, introduction, referral, recommendation, advice, feedback, mentoring,
    resource, job_lead, endorsement, support, unknown = unknown_option };
enum class stage : std::uint8_t { none, asked, offered, agreed, done, thanked, told, declined,
    unknown = unknown_option };
enum class materials : std::uint8_t { what, done };

inline constexpr ChoiceField<enum direction> direction{Kind::favour, "direction"};
inline constexpr ChoiceField<enum kind> kind{Kind::favour, "kind"};
inline constexpr FieldId person = field_id(Kind::favour, "person");
inline constexpr FieldId about = field_id(Kind::favour, "about");
inline constexpr ChoiceField<enum stage> stage{Kind::favour, "stage"};
inline constexpr FieldId asked_on = field_id(Kind::favour, "asked_on");
inline constexpr FieldId due = field_id(Kind::favour, "due");
inline constexpr FieldId done_on = field_id(Kind::favour, "done_on");
inline constexpr FieldId thanked_on = field_id(Kind::favour, "thanked_on");
inline constexpr FieldId told_on = field_id(Kind::favour, "told_on");
inline constexpr FieldId outcome = field_id(Kind::favour, "outcome");
inline constexpr FieldId led_from = field_id(Kind::favour, "led_from");
inline constexpr FieldId goal = field_id(Kind::favour, "goal");
inline constexpr FieldId opportunity = field_id(Kind::favour, "opportunity");
inline constexpr FieldId introduced = field_id(Kind::favour, "introduced");
inline constexpr FieldId consents = field_id(Kind::favour, "consents");
inline constexpr RowsField<enum materials> materials{Kind::favour, "materials"};
inline constexpr FieldId notes = field_id(Kind::favour, "notes");
inline constexpr FieldId reminded_on = field_id(Kind::favour, "reminded_on");
}  // namespace favour

namespace mentorship {
enum class side : std::uint8_t { none, mentor, mentee, unknown = unknown_option };
enum class kind : std::uint8_t { none, mentor, sponsor, coach, adviser, unknown = unknown_option };
enum class commitments : std::uint8_t { who, what, due, done };
enum class stage : std::uint8_t { none, asked, active, paused, ended, declined, unknown = unknown_option };

inline constexpr FieldId person = field_id(Kind::mentorship, "person");
inline constexpr ChoiceField<enum side> side{Kind::mentorship, "side"};
inline constexpr ChoiceField<enum kind> kind{Kind::mentorship, "kind"};
inline constexpr FieldId field = field_id(Kind::mentorship, "field");
inline constexpr FieldId agenda = field_id(Kind::mentorship, "agenda");
inline constexpr RowsField<enum commitments> commitments{Kind::mentorship, "commitments"};
inline constexpr FieldId meetings = field_id(Kind::mentorship, "meetings");
inline constexpr FieldId from = field_id(Kind::mentorship, "from");
inline constexpr FieldId to = field_id(Kind::mentorship, "to");
inline constexpr ChoiceField<enum stage> stage{Kind::mentorship, "stage"};
inline constexpr FieldId review = field_id(Kind::mentorship, "review");
inline constexpr FieldId ending = field_id(Kind::mentorship, "ending");
inline constexpr FieldId cadence_days = field_id(Kind::mentorship, "cadence_days");
}  // namespace mentorship

namespace event {
enum class kind : std::uint8_t { none, conference, meetup, webinar, course, workshop, social, other,
    unknown = unknown_option };
enum class worth : std::uint8_t { none, yes, partly, no, unknown = unknown_option };
enum class going : std::uint8_t { none, considering, going, went, missed, unknown = unknown_option };

inline constexpr FieldId name = field_id(Kind::event, "name");
inline constexpr ChoiceField<enum kind> kind{Kind::event, "kind"};
inline constexpr FieldId from = field_id(Kind::event, "from");
inline constexpr FieldId to = field_id(Kind::event, "to");
inline constexpr FieldId place = field_id(Kind::event, "place");
inline constexpr FieldId link = field_id(Kind::event, "link");
inline constexpr FieldId organisation = field_id(Kind::event, "organisation");
inline constexpr FieldId people = field_id(Kind::event, "people");
inline constexpr FieldId to_meet = field_id(Kind::event, "to_meet");
inline constexpr FieldId preparation = field_id(Kind::event, "preparation");
inline constexpr FieldId follow_up = field_id(Kind::event, "follow_up");
inline constexpr FieldId outcome = field_id(Kind::event, "outcome");
inline constexpr ChoiceField<enum worth> worth{Kind::event, "worth"};
inline constexpr ChoiceField<enum going> going{Kind::event, "going"};
inline constexpr FieldId notes = field_id(Kind::event, "notes");
inline constexpr FieldId uid = field_id(Kind::event, "uid");
}  // namespace event

namespace project {
enum class kind : std::uint8_t { none, collaboration, committee, volunteering, venture,
    unknown = unknown_option };

inline constexpr FieldId name = field_id(Kind::project, "name");
inline constexpr ChoiceField<enum kind> kind{Kind::project, "kind"};
inline constexpr FieldId organisation = field_id(Kind::project, "organisation");
inline constexpr FieldId department = field_id(Kind::project, "department");
inline constexpr FieldId role = field_id(Kind::project, "role");
inline constexpr FieldId people = field_id(Kind::project, "people");
inline constexpr FieldId from = field_id(Kind::project, "from");
inline constexpr FieldId to = field_id(Kind::project, "to");
inline constexpr FieldId outcome = field_id(Kind::project, "outcome");
inline constexpr FieldId notes = field_id(Kind::project, "notes");
inline constexpr FieldId goals = field_id(Kind::project, "goals");
}  // namespace project

namespace goal {
enum class obstacles : std::uint8_t { obstacle, if_, then };
enum class needs : std::uint8_t { none, openings, mentorship, visibility, collaboration, support, insight,
    learning, unknown = unknown_option };
enum class stage : std::uint8_t { none, active, paused, reached, let_go, unknown = unknown_option };

inline constexpr FieldId wish = field_id(Kind::goal, "wish");
inline constexpr FieldId best_outcome = field_id(Kind::goal, "best_outcome");
inline constexpr FieldId why = field_id(Kind::goal, "why");
inline constexpr RowsField<enum obstacles> obstacles{Kind::goal, "obstacles"};
inline constexpr FieldId target_role = field_id(Kind::goal, "target_role");
inline constexpr FieldId organisations = field_id(Kind::goal, "organisations");
inline constexpr FieldId industry = field_id(Kind::goal, "industry");
inline constexpr FieldId place = field_id(Kind::goal, "place");
inline constexpr FieldId by = field_id(Kind::goal, "by");
inline constexpr FieldId measure = field_id(Kind::goal, "measure");
inline constexpr ChoiceSetField<enum needs> needs{Kind::goal, "needs"};
inline constexpr FieldId priority = field_id(Kind::goal, "priority");
inline constexpr ChoiceField<enum stage> stage{Kind::goal, "stage"};
inline constexpr FieldId learned = field_id(Kind::goal, "learned");
inline constexpr FieldId told = field_id(Kind::goal, "told");
inline constexpr FieldId to_tell = field_id(Kind::goal, "to_tell");
inline constexpr FieldId skills = field_id(Kind::goal, "skills");
inline constexpr FieldId notes = field_id(Kind::goal, "notes");
}  // namespace goal

namespace milestone {
inline constexpr FieldId goal = field_id(Kind::milestone, "goal");
inline constexpr FieldId title = field_id(Kind::milestone, "title");
inline constexpr FieldId due = field_id(Kind::milestone, "due");
inline constexpr FieldId done_on = field_id(Kind::milestone, "done_on");
inline constexpr FieldId order = field_id(Kind::milestone, "order");
}  // namespace milestone

namespace action {
enum class promised_by : std::uint8_t { none, me, them, unknown = unknown_option };

inline constexpr FieldId title = field_id(Kind::action, "title");
inline constexpr FieldId due = field_id(Kind::action, "due");
inline constexpr FieldId effort_minutes = field_id(Kind::action, "effort_minutes");
inline constexpr FieldId goal = field_id(Kind::action, "goal");
inline constexpr FieldId milestone = field_id(Kind::action, "milestone");
inline constexpr FieldId opportunity = field_id(Kind::action, "opportunity");
inline constexpr FieldId event = field_id(Kind::action, "event");
inline constexpr FieldId people = field_id(Kind::action, "people");
inline constexpr ChoiceField<enum promised_by> promised_by{Kind::action, "promised_by"};
inline constexpr FieldId repeats = field_id(Kind::action, "repeats");
inline constexpr FieldId done_on = field_id(Kind::action, "done_on");
inline constexpr FieldId dropped_on = field_id(Kind::action, "dropped_on");
inline constexpr FieldId after = field_id(Kind::action, "after");
inline constexpr FieldId order = field_id(Kind::action, "order");
inline constexpr FieldId notes = field_id(Kind::action, "notes");
inline constexpr FieldId came_of = field_id(Kind::action, "came_of");
inline constexpr FieldId week = field_id(Kind::action, "week");
inline constexpr FieldId settles = field_id(Kind::action, "settles");
inline constexpr FieldId minute_of_day = field_id(Kind::action, "minute_of_day");
}  // namespace action

namespace opportunity {
enum class kind : std::uint8_t { none, opening, promotion, project, partnership, venture, committee_seat,
    talk, unknown = unknown_option };
enum class advertised : std::uint8_t { none, advertised, heard_of, unknown = unknown_option };
enum class stage_history : std::uint8_t { stage, date };

inline constexpr FieldId title = field_id(Kind::opportunity, "title");
inline constexpr ChoiceField<enum kind> kind{Kind::opportunity, "kind"};
inline constexpr ChoiceField<enum advertised> advertised{Kind::opportunity, "advertised"};
inline constexpr FieldId stage = field_id(Kind::opportunity, "stage");
inline constexpr FieldId organisation = field_id(Kind::opportunity, "organisation");
inline constexpr FieldId deadline = field_id(Kind::opportunity, "deadline");
inline constexpr FieldId source = field_id(Kind::opportunity, "source");
inline constexpr FieldId referrer = field_id(Kind::opportunity, "referrer");
inline constexpr FieldId decision_maker = field_id(Kind::opportunity, "decision_maker");
inline constexpr FieldId insiders = field_id(Kind::opportunity, "insiders");
inline constexpr FieldId link = field_id(Kind::opportunity, "link");
inline constexpr FieldId goal = field_id(Kind::opportunity, "goal");
inline constexpr FieldId came_of = field_id(Kind::opportunity, "came_of");
inline constexpr FieldId applied_on = field_id(Kind::opportunity, "applied_on");
inline constexpr FieldId outcome = field_id(Kind::opportunity, "outcome");
inline constexpr FieldId place = field_id(Kind::opportunity, "place");
inline constexpr FieldId notes = field_id(Kind::opportunity, "notes");
inline constexpr RowsField<enum stage_history> stage_history{Kind::opportunity, "stage_history"};
inline constexpr FieldId partners = field_id(Kind::opportunity, "partners");
}  // namespace opportunity

namespace insight {
inline constexpr FieldId what = field_id(Kind::insight, "what");
inline constexpr FieldId notes = field_id(Kind::insight, "notes");
inline constexpr FieldId source = field_id(Kind::insight, "source");
inline constexpr FieldId from = field_id(Kind::insight, "from");
inline constexpr FieldId topics = field_id(Kind::insight, "topics");
inline constexpr FieldId goals = field_id(Kind::insight, "goals");
inline constexpr FieldId on = field_id(Kind::insight, "on");
inline constexpr FieldId link = field_id(Kind::insight, "link");
}  // namespace insight

namespace achievement {
enum class kind : std::uint8_t { none, result, award, talk, article, post, certificate, other,
    unknown = unknown_option };

inline constexpr FieldId title = field_id(Kind::achievement, "title");
inline constexpr ChoiceField<enum kind> kind{Kind::achievement, "kind"};
inline constexpr FieldId evidence = field_id(Kind::achievement, "evidence");
inline constexpr FieldId on = field_id(Kind::achievement, "on");
inline constexpr FieldId link = field_id(Kind::achievement, "link");
inline constexpr FieldId goals = field_id(Kind::achievement, "goals");
inline constexpr FieldId told = field_id(Kind::achievement, "told");
inline constexpr FieldId to_tell = field_id(Kind::achievement, "to_tell");
}  // namespace achievement

namespace challenge {
inline constexpr FieldId title = field_id(Kind::challenge, "title");
inline constexpr FieldId notes = field_id(Kind::challenge, "notes");
inline constexpr FieldId people = field_id(Kind::challenge, "people");
inline constexpr FieldId helped = field_id(Kind::challenge, "helped");
inline constexpr FieldId from = field_id(Kind::challenge, "from");
inline constexpr FieldId to = field_id(Kind::challenge, "to");
}  // namespace challenge

namespace celebration {
enum class kind : std::uint8_t { none, birthday, work_anniversary, new_job, promotion, achievement, other,
    unknown = unknown_option };

inline constexpr FieldId person = field_id(Kind::celebration, "person");
inline constexpr ChoiceField<enum kind> kind{Kind::celebration, "kind"};
inline constexpr FieldId on = field_id(Kind::celebration, "on");
inline constexpr FieldId what = field_id(Kind::celebration, "what");
inline constexpr FieldId congratulated_on = field_id(Kind::celebration, "congratulated_on");
inline constexpr FieldId dismissed = field_id(Kind::celebration, "dismissed");
}  // namespace celebration

namespace setting {
inline constexpr FieldId name = field_id(Kind::setting, "name");
inline constexpr FieldId value = field_id(Kind::setting, "value");
}  // namespace setting

namespace saved_filter {
inline constexpr FieldId name = field_id(Kind::saved_filter, "name");
inline constexpr FieldId query = field_id(Kind::saved_filter, "query");
inline constexpr FieldId order = field_id(Kind::saved_filter, "order");
}  // namespace saved_filter
// clang-format on

}  // namespace kith
