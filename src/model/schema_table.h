// The table of all fields: see schema.h for what the columns mean. Only schema.cpp and
// options.h include it.
#pragma once

#include <array>

#include "base/enums.h"
#include "model/schema.h"

namespace kith::schema_table {

using enum FieldType;

constexpr FieldId in(Kind kind, std::uint8_t number) {
    return FieldId(kind, number);
}

constexpr auto P = Kind::person;
constexpr auto O = Kind::organisation;
constexpr auto A = Kind::affiliation;
constexpr auto T = Kind::tie;
constexpr auto I = Kind::interaction;
constexpr auto F = Kind::favour;
constexpr auto M = Kind::mentorship;
constexpr auto E = Kind::event;
constexpr auto J = Kind::project;
constexpr auto G = Kind::goal;
constexpr auto S = Kind::milestone;
constexpr auto N = Kind::action;
constexpr auto Y = Kind::opportunity;
constexpr auto K = Kind::insight;
constexpr auto V = Kind::achievement;
constexpr auto C = Kind::challenge;
constexpr auto B = Kind::celebration;
constexpr auto X = Kind::setting;
constexpr auto Q = Kind::saved_filter;
constexpr auto any = Kind::none;

// clang-format off
// id        key                 label                      type           flags                group      vCard       options or parts                                     target
inline constexpr FieldSpec fields[] = {
    {in(P,0),  "state",            "State",                   integer,       hidden,              "",        "",         "",                                                  any},
    {in(P,1),  "given_name",       "First name",              text,          searched,            "name",    "",         "",                                                  any},
    {in(P,2),  "additional_names", "Middle names",            text,          searched,            "name",    "",         "",                                                  any},
    {in(P,3),  "family_name",      "Last name",               text,          searched,            "name",    "",         "",                                                  any},
    {in(P,4),  "name_prefix",      "Title before the name",   text,          plain,               "name",    "",         "",                                                  any},
    {in(P,5),  "name_suffix",      "Title after the name",    text,          plain,               "name",    "",         "",                                                  any},
    {in(P,6),  "display_name",     "Name as shown",           text,          searched,            "name",    "",         "",                                                  any},
    {in(P,7),  "nickname",         "Nickname",                text,          searched,            "name",    "NICKNAME", "",                                                  any},
    {in(P,8),  "former_name",      "Former name",             text,          searched,            "name",    "",         "",                                                  any},
    {in(P,9),  "phonetic_given",   "Phonetic first name",     text,          searched,            "name",    "X-PHONETIC-FIRST-NAME",  "",                                    any},
    {in(P,10), "phonetic_middle",  "Phonetic middle name",    text,          searched,            "name",    "X-PHONETIC-MIDDLE-NAME", "",                                    any},
    {in(P,11), "phonetic_family",  "Phonetic last name",      text,          searched,            "name",    "X-PHONETIC-LAST-NAME",   "",                                    any},
    {in(P,12), "pronouns",         "Pronouns",                text,          plain,               "name",    "PRONOUNS", "",                                                  any},
    {in(P,13), "photo",            "Photo",                   photo,         plain,               "name",    "",         "",                                                  any},
    {in(P,14), "headline",         "Headline",                text,          searched,            "work",    "",         "",                                                  any},
    {in(P,15), "contact_points",   "Contact points",          rows,          searched|sensitive,  "reach",   "",         "kind value label primary",                          any},
    {in(P,16), "addresses",        "Addresses",               rows,          searched|sensitive,  "reach",   "",         "street extended po_box city region postal_code country label formatted", any},
    {in(P,17), "links",            "Links",                   rows,          searched,            "reach",   "",         "url label",                                         any},
    {in(P,18), "birthday",         "Birthday",                date,          sensitive,           "about",   "",         "",                                                  any},
    {in(P,19), "dates",            "Other dates",             rows,          sensitive,           "about",   "",         "date label",                                        any},
    {in(P,20), "place",            "Place",                   text,          searched,            "about",   "",         "",                                                  any},
    {in(P,21), "languages",        "Languages",               text_set,      plain,               "about",   "LANG",     "",                                                  any},
    {in(P,22), "skills",           "Skills",                  text_set,      searched,            "work",    "EXPERTISE","",                                                  any},
    {in(P,23), "industries",       "Industries",              text_set,      searched,            "work",    "",         "",                                                  any},
    {in(P,24), "tags",             "Tags",                    text_set,      searched,            "tie",     "",         "",                                                  any},
    {in(P,25), "circle",           "Circle",                  choice,        sensitive,           "tie",     "",         "5 15 50 150 beyond",                                any},
    {in(P,26), "kin",              "Family",                  boolean,       plain,               "tie",     "",         "",                                                  any},
    {in(P,27), "standing",         "Standing towards you",    choice,        sensitive,           "tie",     "",         "senior peer junior",                                any},
    {in(P,28), "decides",          "Decides on",              text_set,      plain,               "work",    "",         "hiring promotion funding",                          any},
    {in(P,29), "met_on",           "Met on",                  date,          plain,               "tie",     "",         "",                                                  any},
    {in(P,30), "met_where",        "Met where",               text,          searched,            "tie",     "",         "",                                                  any},
    {in(P,31), "met_through",      "Met through",             reference,     plain,               "tie",     "",         "",                                                  P},
    {in(P,32), "met_at",           "Met at event",            reference,     plain,               "tie",     "",         "",                                                  E},
    {in(P,33), "cadence_days",     "Keep in touch every (days)", integer,    sensitive,           "tie",     "",         "",                                                  any},
    {in(P,34), "snoozed_until",    "Set aside until",         date,          hidden|sensitive,    "",        "",         "",                                                  any},
    {in(P,35), "needs",            "Looks for",               text_set,      searched,            "give",    "",         "",                                                  any},
    {in(P,36), "offers",           "Can offer",               text_set,      searched,            "give",    "",         "",                                                  any},
    {in(P,37), "notes",            "Notes",                   long_text,     searched|sensitive,  "notes",   "",         "",                                                  any},
    {in(P,38), "private",          "Private: never shared",   boolean,       plain,               "notes",   "",         "",                                                  any},
    {in(P,39), "properties",       "Other properties",        rows,          hidden|sensitive,    "",        "",         "name parameters value",                             any},
    {in(P,40), "sources",          "Came from",               text_set,      hidden|sensitive,    "",        "",         "",                                                  any},
    {in(P,41), "uid",              "vCard UID",               text,          hidden,              "",        "UID",      "",                                                  any},
    {in(P,42), "self",             "This is you",             boolean,       hidden,              "",        "",         "",                                                  any},
    {in(P,43), "related",          "Related people",          rows,          plain,               "tie",     "",         "name label",                                        any},
    {in(P,44), "sample",           "Part of the sample",      boolean,       hidden,              "",        "",         "",                                                  any},
    {in(P,45), "awaiting_reply",   "Set aside until they reply, since", date, hidden|sensitive, "",      "",         "",                                                  any},

    {in(O,0),  "state",            "State",                   integer,       hidden,              "",        "",         "",                                                  any},
    {in(O,1),  "name",             "Name",                    text,          searched,            "about",   "",         "",                                                  any},
    {in(O,2),  "kind",             "Kind",                    choice,        plain,               "about",   "",         "employer association community committee school agency other", any},
    {in(O,3),  "industries",       "Industries",              text_set,      searched,            "about",   "",         "",                                                  any},
    {in(O,4),  "place",            "Place",                   text,          searched,            "about",   "",         "",                                                  any},
    {in(O,5),  "links",            "Links",                   rows,          searched,            "about",   "",         "url label",                                         any},
    {in(O,6),  "target",           "A target of mine",        boolean,       sensitive,           "about",   "",         "",                                                  any},
    {in(O,7),  "tags",             "Tags",                    text_set,      searched,            "about",   "",         "",                                                  any},
    {in(O,8),  "notes",            "Notes",                   long_text,     searched|sensitive,  "notes",   "",         "",                                                  any},
    {in(O,9),  "private",          "Private: never shared",   boolean,       plain,               "notes",   "",         "",                                                  any},
    {in(O,10), "properties",       "Other properties",        rows,          hidden|sensitive,    "",        "",         "name parameters value",                             any},
    {in(O,11), "sources",          "Came from",               text_set,      hidden|sensitive,    "",        "",         "",                                                  any},
    {in(O,12), "contact_points",   "Contact points",          rows,          searched|sensitive,  "about",   "",         "kind value label primary",                          any},
    {in(O,13), "sample",           "Part of the sample",      boolean,       hidden,              "",        "",         "",                                                  any},

    {in(A,0),  "state",            "State",                   integer,       hidden,              "",        "",         "",                                                  any},
    {in(A,1),  "person",           "Person",                  reference,     plain,               "about",   "",         "",                                                  P},
    {in(A,2),  "organisation",     "Organisation",            reference,     plain,               "about",   "",         "",                                                  O},
    {in(A,3),  "role",             "Role",                    text,          searched,            "about",   "",         "",                                                  any},
    {in(A,4),  "department",       "Department",              text,          searched,            "about",   "",         "",                                                  any},
    {in(A,5),  "from",             "From",                    date,          plain,               "about",   "",         "",                                                  any},
    {in(A,6),  "to",               "To",                      date,          plain,               "about",   "",         "",                                                  any},
    {in(A,7),  "past",             "Past",                    boolean,       plain,               "about",   "",         "",                                                  any},
    {in(A,8),  "brought",          "What it brought",         long_text,     sensitive,           "about",   "",         "",                                                  any},
    {in(A,9),  "notes",            "Notes",                   long_text,     sensitive,           "about",   "",         "",                                                  any},
    {in(A,10), "place",            "Place",                   text,          plain,               "about",   "",         "",                                                  any},
    {in(A,11), "sample",           "Part of the sample",      boolean,       hidden,              "",        "",         "",                                                  any},

    {in(T,0),  "state",            "State",                   integer,       hidden,              "",        "",         "",                                                  any},
    {in(T,1),  "a",                "Person",                  reference,     plain,               "about",   "",         "",                                                  P},
    {in(T,2),  "b",                "Knows",                   reference,     plain,               "about",   "",         "",                                                  P},
    {in(T,3),  "kinds",            "Kinds",                   text_set,      plain,               "about",   "",         "friend family colleague classmate manager report mentor mentee collaborator client acquaintance", any},
    {in(T,4),  "closeness",        "How well",                choice,        sensitive,           "about",   "",         "slightly fairly well closely",                      any},
    {in(T,5),  "since",            "Since",                   date,          plain,               "about",   "",         "",                                                  any},
    {in(T,6),  "until",            "Until",                   date,          plain,               "about",   "",         "",                                                  any},
    {in(T,7),  "origin",           "Known how",               choice,        plain,               "about",   "",         "stated confirmed",                                  any},
    {in(T,8),  "notes",            "Notes",                   long_text,     sensitive,           "about",   "",         "",                                                  any},
    {in(T,9),  "sample",           "Part of the sample",      boolean,       hidden,              "",        "",         "",                                                  any},

    {in(I,0),  "state",            "State",                   integer,       hidden,              "",        "",         "",                                                  any},
    {in(I,1),  "on",               "On",                      date,          plain,               "about",   "",         "",                                                  any},
    {in(I,2),  "minute_of_day",    "At (minute of the day)",  integer,       hidden,              "",        "",         "",                                                  any},
    {in(I,3),  "kind",             "Kind",                    choice,        plain,               "about",   "",         "coffee meal call video meeting message email letter event introduction other", any},
    {in(I,4),  "people",           "With",                    reference_set, plain,               "about",   "",         "",                                                  P},
    {in(I,5),  "begun_by",         "Begun by",                choice,        plain,               "about",   "",         "me them both",                                      any},
    {in(I,6),  "summary",          "About",                   text,          searched|sensitive,  "about",   "",         "",                                                  any},
    {in(I,7),  "notes",            "What was said",           long_text,     searched|sensitive,  "about",   "",         "",                                                  any},
    {in(I,8),  "follow_up",        "What follows",            text,          searched|sensitive,  "about",   "",         "",                                                  any},
    {in(I,9),  "planned",          "Planned",                 boolean,       plain,               "about",   "",         "",                                                  any},
    {in(I,10), "event",            "At event",                reference,     plain,               "about",   "",         "",                                                  E},
    {in(I,11), "project",          "In project",              reference,     plain,               "about",   "",         "",                                                  J},
    {in(I,12), "goals",            "For goals",               reference_set, plain,               "about",   "",         "",                                                  G},
    {in(I,13), "place",            "Place",                   text,          searched,            "about",   "",         "",                                                  any},
    {in(I,14), "source_key",       "Source key",              text,          hidden,              "",        "",         "",                                                  any},
    {in(I,15), "reviewed",         "Reviewed",                boolean,       hidden,              "",        "",         "",                                                  any},
    {in(I,16), "sample",           "Part of the sample",      boolean,       hidden,              "",        "",         "",                                                  any},

    {in(F,0),  "state",            "State",                   integer,       hidden,              "",        "",         "",                                                  any},
    {in(F,1),  "direction",        "Direction",               choice,        plain,               "about",   "",         "given received",                                    any},
    {in(F,2),  "kind",             "Kind",                    choice,        plain,               "about",   "",         "introduction referral recommendation advice feedback mentoring resource job_lead endorsement support", any},
    {in(F,3),  "person",           "Person",                  reference,     plain,               "about",   "",         "",                                                  P},
    {in(F,4),  "about",            "About",                   text,          searched|sensitive,  "about",   "",         "",                                                  any},
    {in(F,5),  "stage",            "Stage",                   choice,        plain,               "about",   "",         "asked offered agreed done thanked told declined",   any},
    {in(F,6),  "asked_on",         "Asked or offered on",     date,          plain,               "about",   "",         "",                                                  any},
    {in(F,7),  "due",              "Due",                     date,          plain,               "about",   "",         "",                                                  any},
    {in(F,8),  "done_on",          "Done on",                 date,          plain,               "about",   "",         "",                                                  any},
    {in(F,9),  "thanked_on",       "Thanked on",              date,          plain,               "about",   "",         "",                                                  any},
    {in(F,10), "told_on",          "Outcome told on",         date,          plain,               "about",   "",         "",                                                  any},
    {in(F,11), "outcome",          "What came of it",         long_text,     searched|sensitive,  "about",   "",         "",                                                  any},
    {in(F,12), "led_from",         "Came of",                 reference,     plain,               "about",   "",         "",                                                  F},
    {in(F,13), "goal",             "For goal",                reference,     plain,               "about",   "",         "",                                                  G},
    {in(F,14), "opportunity",      "For opportunity",         reference,     plain,               "about",   "",         "",                                                  Y},
    {in(F,15), "introduced",       "Introduced to",           reference,     plain,               "about",   "",         "",                                                  P},
    {in(F,16), "consents",         "Agreed to be introduced", reference_set, plain,               "about",   "",         "",                                                  P},
    {in(F,17), "materials",        "Materials",               rows,          plain,               "about",   "",         "what done",                                         any},
    {in(F,18), "notes",            "Notes",                   long_text,     searched|sensitive,  "about",   "",         "",                                                  any},
    {in(F,19), "reminded_on",      "Reminded on",             date,          plain,               "about",   "",         "",                                                  any},
    {in(F,20), "sample",           "Part of the sample",      boolean,       hidden,              "",        "",         "",                                                  any},

    {in(M,0),  "state",            "State",                   integer,       hidden,              "",        "",         "",                                                  any},
    {in(M,1),  "person",           "Person",                  reference,     plain,               "about",   "",         "",                                                  P},
    {in(M,2),  "side",             "They are",                choice,        plain,               "about",   "",         "mentor mentee",                                     any},
    {in(M,3),  "kind",             "Kind",                    choice,        plain,               "about",   "",         "mentor sponsor coach adviser",                      any},
    {in(M,4),  "field",            "Field",                   text,          searched,            "about",   "",         "",                                                  any},
    {in(M,5),  "agenda",           "Agenda",                  long_text,     searched|sensitive,  "about",   "",         "",                                                  any},
    {in(M,6),  "commitments",      "Commitments",             rows,          sensitive,           "about",   "",         "who what due done",                                 any},
    {in(M,7),  "meetings",         "Meetings",                reference_set, plain,               "about",   "",         "",                                                  I},
    {in(M,8),  "from",             "From",                    date,          plain,               "about",   "",         "",                                                  any},
    {in(M,9),  "to",               "To",                      date,          plain,               "about",   "",         "",                                                  any},
    {in(M,10), "stage",            "Stage",                   choice,        plain,               "about",   "",         "asked active paused ended declined",                any},
    {in(M,11), "review",           "Review",                  long_text,     sensitive,           "about",   "",         "",                                                  any},
    {in(M,12), "ending",           "How it ended",            long_text,     sensitive,           "about",   "",         "",                                                  any},
    {in(M,13), "cadence_days",     "Meet every (days)",       integer,       plain,               "about",   "",         "",                                                  any},
    {in(M,14), "sample",           "Part of the sample",      boolean,       hidden,              "",        "",         "",                                                  any},

    {in(E,0),  "state",            "State",                   integer,       hidden,              "",        "",         "",                                                  any},
    {in(E,1),  "name",             "Name",                    text,          searched,            "about",   "",         "",                                                  any},
    {in(E,2),  "kind",             "Kind",                    choice,        plain,               "about",   "",         "conference meetup webinar course workshop social other", any},
    {in(E,3),  "from",             "From",                    date,          plain,               "about",   "",         "",                                                  any},
    {in(E,4),  "to",               "To",                      date,          plain,               "about",   "",         "",                                                  any},
    {in(E,5),  "place",            "Place",                   text,          searched,            "about",   "",         "",                                                  any},
    {in(E,6),  "link",             "Link",                    text,          plain,               "about",   "",         "",                                                  any},
    {in(E,7),  "organisation",     "By",                      reference,     plain,               "about",   "",         "",                                                  O},
    {in(E,8),  "people",           "Who is there",            reference_set, plain,               "about",   "",         "",                                                  P},
    {in(E,9),  "to_meet",          "Whom to meet",            reference_set, sensitive,           "before",  "",         "",                                                  P},
    {in(E,10), "preparation",      "What to prepare",         long_text,     searched|sensitive,  "before",  "",         "",                                                  any},
    {in(E,11), "follow_up",        "What to follow up",       long_text,     searched|sensitive,  "after",   "",         "",                                                  any},
    {in(E,12), "outcome",          "What came of it",         long_text,     searched|sensitive,  "after",   "",         "",                                                  any},
    {in(E,13), "worth",            "Worth it",                choice,        sensitive,           "after",   "",         "yes partly no",                                     any},
    {in(E,14), "going",            "Going",                   choice,        plain,               "about",   "",         "considering going went missed",                     any},
    {in(E,15), "notes",            "Notes",                   long_text,     searched|sensitive,  "notes",   "",         "",                                                  any},
    {in(E,16), "uid",              "iCalendar UID",           text,          hidden,              "",        "",         "",                                                  any},
    {in(E,17), "sample",           "Part of the sample",      boolean,       hidden,              "",        "",         "",                                                  any},

    {in(J,0),  "state",            "State",                   integer,       hidden,              "",        "",         "",                                                  any},
    {in(J,1),  "name",             "Name",                    text,          searched,            "about",   "",         "",                                                  any},
    {in(J,2),  "kind",             "Kind",                    choice,        plain,               "about",   "",         "collaboration committee volunteering venture",      any},
    {in(J,3),  "organisation",     "Organisation",            reference,     plain,               "about",   "",         "",                                                  O},
    {in(J,4),  "department",       "Department",              text,          searched,            "about",   "",         "",                                                  any},
    {in(J,5),  "role",             "My role",                 text,          searched,            "about",   "",         "",                                                  any},
    {in(J,6),  "people",           "People",                  reference_set, plain,               "about",   "",         "",                                                  P},
    {in(J,7),  "from",             "From",                    date,          plain,               "about",   "",         "",                                                  any},
    {in(J,8),  "to",               "To",                      date,          plain,               "about",   "",         "",                                                  any},
    {in(J,9),  "outcome",          "Outcome",                 long_text,     searched|sensitive,  "about",   "",         "",                                                  any},
    {in(J,10), "notes",            "Notes",                   long_text,     searched|sensitive,  "notes",   "",         "",                                                  any},
    {in(J,11), "goals",            "For goals",               reference_set, plain,               "about",   "",         "",                                                  G},
    {in(J,12), "sample",           "Part of the sample",      boolean,       hidden,              "",        "",         "",                                                  any},

    {in(G,0),  "state",            "State",                   integer,       hidden,              "",        "",         "",                                                  any},
    {in(G,1),  "wish",             "Wish",                    text,          searched,            "wish",    "",         "",                                                  any},
    {in(G,2),  "best_outcome",     "Best outcome",            long_text,     searched,            "wish",    "",         "",                                                  any},
    {in(G,3),  "why",              "Why",                     long_text,     sensitive,           "wish",    "",         "",                                                  any},
    {in(G,4),  "obstacles",        "Obstacles and if-then plans", rows,      sensitive,           "wish",    "",         "obstacle if then",                                  any},
    {in(G,5),  "target_role",      "Target role",             text,          searched,            "target",  "",         "",                                                  any},
    {in(G,6),  "organisations",    "Target organisations",    reference_set, sensitive,           "target",  "",         "",                                                  O},
    {in(G,7),  "industry",         "Industry",                text,          searched,            "target",  "",         "",                                                  any},
    {in(G,8),  "place",            "Place",                   text,          plain,               "target",  "",         "",                                                  any},
    {in(G,9),  "by",               "By",                      date,          plain,               "target",  "",         "",                                                  any},
    {in(G,10), "measure",          "How it is measured",      text,          plain,               "target",  "",         "",                                                  any},
    {in(G,11), "needs",            "Needs",                   text_set,      plain,               "needs",   "",         "openings mentorship visibility collaboration support insight learning", any},
    {in(G,12), "priority",         "Priority",                integer,       plain,               "wish",    "",         "",                                                  any},
    {in(G,13), "stage",            "Stage",                   choice,        plain,               "wish",    "",         "active paused reached let_go",                      any},
    {in(G,14), "learned",          "What was learned",        long_text,     sensitive,           "after",   "",         "",                                                  any},
    {in(G,15), "told",             "Who has been told",       reference_set, sensitive,           "tell",    "",         "",                                                  P},
    {in(G,16), "to_tell",          "Who should be told",      reference_set, sensitive,           "tell",    "",         "",                                                  P},
    {in(G,17), "skills",           "Skills to learn",         text_set,      plain,               "needs",   "",         "",                                                  any},
    {in(G,18), "notes",            "Notes",                   long_text,     searched|sensitive,  "notes",   "",         "",                                                  any},
    {in(G,19), "sample",           "Part of the sample",      boolean,       hidden,              "",        "",         "",                                                  any},

    {in(S,0),  "state",            "State",                   integer,       hidden,              "",        "",         "",                                                  any},
    {in(S,1),  "goal",             "Goal",                    reference,     plain,               "about",   "",         "",                                                  G},
    {in(S,2),  "title",            "Milestone",               text,          searched,            "about",   "",         "",                                                  any},
    {in(S,3),  "due",              "Due",                     date,          plain,               "about",   "",         "",                                                  any},
    {in(S,4),  "done_on",          "Reached on",              date,          plain,               "about",   "",         "",                                                  any},
    {in(S,5),  "order",            "Order",                   integer,       hidden,              "",        "",         "",                                                  any},
    {in(S,6),  "sample",           "Part of the sample",      boolean,       hidden,              "",        "",         "",                                                  any},

    {in(N,0),  "state",            "State",                   integer,       hidden,              "",        "",         "",                                                  any},
    {in(N,1),  "title",            "What",                    text,          searched,            "about",   "",         "",                                                  any},
    {in(N,2),  "due",              "Due",                     date,          plain,               "about",   "",         "",                                                  any},
    {in(N,3),  "effort_minutes",   "Effort (minutes)",        integer,       plain,               "about",   "",         "",                                                  any},
    {in(N,4),  "goal",             "For goal",                reference,     plain,               "about",   "",         "",                                                  G},
    {in(N,5),  "milestone",        "For milestone",           reference,     plain,               "about",   "",         "",                                                  S},
    {in(N,6),  "opportunity",      "For opportunity",         reference,     plain,               "about",   "",         "",                                                  Y},
    {in(N,7),  "event",            "For event",               reference,     plain,               "about",   "",         "",                                                  E},
    {in(N,8),  "people",           "With",                    reference_set, plain,               "about",   "",         "",                                                  P},
    {in(N,9),  "promised_by",      "Promised by",             choice,        sensitive,           "about",   "",         "me them",                                           any},
    {in(N,10), "repeats",          "Repeats",                 text,          plain,               "about",   "",         "",                                                  any},
    {in(N,11), "done_on",          "Done on",                 date,          plain,               "about",   "",         "",                                                  any},
    {in(N,12), "dropped_on",       "Dropped on",              date,          plain,               "about",   "",         "",                                                  any},
    {in(N,13), "after",            "After",                   reference_set, plain,               "about",   "",         "",                                                  N},
    {in(N,14), "order",            "Order",                   integer,       hidden,              "",        "",         "",                                                  any},
    {in(N,15), "notes",            "Notes",                   long_text,     searched|sensitive,  "notes",   "",         "",                                                  any},
    {in(N,16), "came_of",          "Came of",                 reference,     hidden,              "",        "",         "",                                                  any},
    {in(N,17), "week",             "Taken for the week of",   date,          hidden,              "",        "",         "",                                                  any},
    {in(N,18), "sample",           "Part of the sample",      boolean,       hidden,              "",        "",         "",                                                  any},
    {in(N,19), "settles",          "Settles",                 text,          hidden,              "",        "",         "",                                                  any},
    {in(N,20), "minute_of_day",    "At (minute of the day)",  integer,       hidden,              "",        "",         "",                                                  any},

    {in(Y,0),  "state",            "State",                   integer,       hidden,              "",        "",         "",                                                  any},
    {in(Y,1),  "title",            "Title",                   text,          searched,            "about",   "",         "",                                                  any},
    {in(Y,2),  "kind",             "Kind",                    choice,        plain,               "about",   "",         "opening promotion project partnership venture committee_seat talk", any},
    {in(Y,3),  "advertised",       "Known how",               choice,        plain,               "about",   "",         "advertised heard_of",                               any},
    {in(Y,4),  "stage",            "Stage",                   text,          plain,               "about",   "",         "",                                                  any},
    {in(Y,5),  "organisation",     "Organisation",            reference,     plain,               "about",   "",         "",                                                  O},
    {in(Y,6),  "deadline",         "Deadline",                date,          plain,               "about",   "",         "",                                                  any},
    {in(Y,7),  "source",           "Who told",                reference,     plain,               "people",  "",         "",                                                  P},
    {in(Y,8),  "referrer",         "Who refers",              reference,     plain,               "people",  "",         "",                                                  P},
    {in(Y,9),  "decision_maker",   "Who decides",             reference,     plain,               "people",  "",         "",                                                  P},
    {in(Y,10), "insiders",         "Who is inside",           reference_set, plain,               "people",  "",         "",                                                  P},
    {in(Y,11), "link",             "Link",                    text,          plain,               "about",   "",         "",                                                  any},
    {in(Y,12), "goal",             "For goal",                reference,     plain,               "about",   "",         "",                                                  G},
    {in(Y,13), "came_of",          "Came of",                 reference_set, plain,               "people",  "",         "",                                                  any},
    {in(Y,14), "applied_on",       "Applied on",              date,          plain,               "about",   "",         "",                                                  any},
    {in(Y,15), "outcome",          "Outcome",                 long_text,     searched|sensitive,  "after",   "",         "",                                                  any},
    {in(Y,16), "place",            "Place",                   text,          searched,            "about",   "",         "",                                                  any},
    {in(Y,17), "notes",            "Notes",                   long_text,     searched|sensitive,  "notes",   "",         "",                                                  any},
    {in(Y,18), "stage_history",    "Stages so far",           rows,          hidden,              "",        "",         "stage date",                                        any},
    {in(Y,19), "sample",           "Part of the sample",      boolean,       hidden,              "",        "",         "",                                                  any},
    {in(Y,20), "partners",         "Partners",                reference_set, plain,               "people",  "",         "",                                                  P},

    {in(K,0),  "state",            "State",                   integer,       hidden,              "",        "",         "",                                                  any},
    {in(K,1),  "what",             "What",                    text,          searched,            "about",   "",         "",                                                  any},
    {in(K,2),  "notes",            "Notes",                   long_text,     searched|sensitive,  "about",   "",         "",                                                  any},
    {in(K,3),  "source",           "Source",                  text,          searched,            "about",   "",         "",                                                  any},
    {in(K,4),  "from",             "From",                    reference,     plain,               "about",   "",         "",                                                  P},
    {in(K,5),  "topics",           "Topics",                  text_set,      searched,            "about",   "",         "",                                                  any},
    {in(K,6),  "goals",            "For goals",               reference_set, plain,               "about",   "",         "",                                                  G},
    {in(K,7),  "on",               "On",                      date,          plain,               "about",   "",         "",                                                  any},
    {in(K,8),  "link",             "Link",                    text,          plain,               "about",   "",         "",                                                  any},
    {in(K,9),  "sample",           "Part of the sample",      boolean,       hidden,              "",        "",         "",                                                  any},

    {in(V,0),  "state",            "State",                   integer,       hidden,              "",        "",         "",                                                  any},
    {in(V,1),  "title",            "Title",                   text,          searched,            "about",   "",         "",                                                  any},
    {in(V,2),  "kind",             "Kind",                    choice,        plain,               "about",   "",         "result award talk article post certificate other",  any},
    {in(V,3),  "evidence",         "Evidence",                long_text,     searched,            "about",   "",         "",                                                  any},
    {in(V,4),  "on",               "On",                      date,          plain,               "about",   "",         "",                                                  any},
    {in(V,5),  "link",             "Link",                    text,          plain,               "about",   "",         "",                                                  any},
    {in(V,6),  "goals",            "For goals",               reference_set, plain,               "about",   "",         "",                                                  G},
    {in(V,7),  "told",             "Who has been told",       reference_set, sensitive,           "tell",    "",         "",                                                  P},
    {in(V,8),  "to_tell",          "Who should be told",      reference_set, sensitive,           "tell",    "",         "",                                                  P},
    {in(V,9),  "sample",           "Part of the sample",      boolean,       hidden,              "",        "",         "",                                                  any},

    {in(C,0),  "state",            "State",                   integer,       hidden,              "",        "",         "",                                                  any},
    {in(C,1),  "title",            "What is hard",            text,          searched|sensitive,  "about",   "",         "",                                                  any},
    {in(C,2),  "notes",            "Notes",                   long_text,     searched|sensitive,  "about",   "",         "",                                                  any},
    {in(C,3),  "people",           "Whom to turn to",         reference_set, sensitive,           "about",   "",         "",                                                  P},
    {in(C,4),  "helped",           "What helped",             long_text,     sensitive,           "after",   "",         "",                                                  any},
    {in(C,5),  "from",             "From",                    date,          plain,               "about",   "",         "",                                                  any},
    {in(C,6),  "to",               "To",                      date,          plain,               "about",   "",         "",                                                  any},
    {in(C,7),  "sample",           "Part of the sample",      boolean,       hidden,              "",        "",         "",                                                  any},

    {in(B,0),  "state",            "State",                   integer,       hidden,              "",        "",         "",                                                  any},
    {in(B,1),  "person",           "Person",                  reference,     plain,               "about",   "",         "",                                                  P},
    {in(B,2),  "kind",             "Kind",                    choice,        plain,               "about",   "",         "birthday work_anniversary new_job promotion achievement other", any},
    {in(B,3),  "on",               "On",                      date,          plain,               "about",   "",         "",                                                  any},
    {in(B,4),  "what",             "What",                    text,          searched,            "about",   "",         "",                                                  any},
    {in(B,5),  "congratulated_on", "Congratulated on",        date,          plain,               "about",   "",         "",                                                  any},
    {in(B,6),  "dismissed",        "Set aside",               boolean,       hidden,              "",        "",         "",                                                  any},
    {in(B,7),  "sample",           "Part of the sample",      boolean,       hidden,              "",        "",         "",                                                  any},

    {in(X,0),  "state",            "State",                   integer,       hidden,              "",        "",         "",                                                  any},
    {in(X,1),  "name",             "Name",                    text,          hidden,              "",        "",         "",                                                  any},
    {in(X,2),  "value",            "Value",                   text,          hidden,              "",        "",         "",                                                  any},

    {in(Q,0),  "state",            "State",                   integer,       hidden,              "",        "",         "",                                                  any},
    {in(Q,1),  "name",             "Name",                    text,          searched,            "about",   "",         "",                                                  any},
    {in(Q,2),  "query",            "Query",                   text,          hidden,              "",        "",         "",                                                  any},
    {in(Q,3),  "order",            "Order",                   integer,       hidden,              "",        "",         "",                                                  any},
};
// clang-format on

inline constexpr std::size_t kind_count = count_of<Kind>();

/// Where each kind's fields begin and end in the table. Numbers within a kind are dense, which makes
/// looking a field up an index operation; an assertion in schema.cpp keeps it so.
struct Range {
    std::uint16_t begin = 0;
    std::uint16_t end = 0;
};

inline constexpr std::array<Range, kind_count> ranges = [] {
    std::array<Range, kind_count> result{};
    for (std::size_t i = 0; i < std::size(fields); ++i) {
        Range& range = result[static_cast<std::size_t>(fields[i].id.kind())];
        if (range.end == 0) range.begin = static_cast<std::uint16_t>(i);
        range.end = static_cast<std::uint16_t>(i + 1);
    }
    return result;
}();

}  // namespace kith::schema_table
