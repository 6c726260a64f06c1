// The places of the app, one row each: what they are called, how they are reached, what lives there. The rail,
// the bar at the foot of a phone, tabs, finder, links, addresses, trash and titles all follow this table; what a
// place draws is the switch in ui/app/app.cpp, which does not compile while a place is missing from it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "model/schema.h"
#include "widgets/icons.h"

namespace kith::ui {

class Session;

/// How a place is reached, besides by links and addresses.
enum class Reach : std::uint8_t {
    bar,      // in the rail, and on a phone in the bar at its foot
    rail,     // in the rail, and on a phone in the menu of that bar
    foot,     // at the foot of the rail, and on a phone in that menu
    tab,      // as a tab of the place in the rail that it belongs to
    record,   // only as the page of a record: its kind has no list
    address,  // by nothing else, the finder neither: for those who build Kith
};

// clang-format off
//        id and address  what it is called    briefly, in tabs    lit in the rail, reached  icon                 kind
#define KITH_PLACES(PLACE) \
    PLACE(today,          "nav.today",         {},                 today,         bar,       sun,                 none) \
    PLACE(week,           "nav.week",          {},                 today,         tab,       calendar_days,       none) \
    PLACE(review,         "nav.review",        {},                 today,         tab,       rotate_ccw,          none) \
    PLACE(people,         "nav.people",        {},                 people,        bar,       users,               person) \
    PLACE(network,        "nav.network",       {},                 network,       bar,       waypoints,           none) \
    PLACE(goals,          "nav.goals",         {},                 goals,         bar,       target,              goal) \
    PLACE(achievements,   "nav.achievements",  {},                 goals,         tab,       award,               achievement) \
    PLACE(insights,       "nav.insights",      {},                 goals,         tab,       lightbulb,           insight) \
    PLACE(challenges,     "nav.challenges",    {},                 goals,         tab,       life_buoy,           challenge) \
    PLACE(opportunities,  "nav.opportunities", {},                 opportunities, rail,      briefcase_business,  opportunity) \
    PLACE(events,         "nav.events",        "nav.events_short", events,        rail,      calendar_days,       event) \
    PLACE(organisations,  "nav.organisations", {},                 events,        tab,       building_2,          organisation) \
    PLACE(projects,       "nav.projects",      {},                 events,        tab,       layers,              project) \
    PLACE(favours,        "nav.favours",       "nav.favours_short", favours,      rail,      hand_helping,        favour) \
    PLACE(mentorships,    "nav.mentorships",   {},                 favours,       tab,       graduation_cap,      mentorship) \
    PLACE(interactions,   "nav.people",        {},                 people,        record,    message_square,      interaction) \
    PLACE(affiliations,   "nav.people",        {},                 people,        record,    building_2,          affiliation) \
    PLACE(ties,           "nav.people",        {},                 people,        record,    waypoints,           tie) \
    PLACE(celebrations,   "nav.people",        {},                 people,        record,    cake,                celebration) \
    PLACE(milestones,     "nav.goals",         {},                 goals,         record,    flag,                milestone) \
    PLACE(actions,        "nav.goals",         {},                 goals,         record,    check,               action) \
    PLACE(trash,          "nav.trash",         {},                 trash,         foot,      trash_2,             none) \
    PLACE(history,        "nav.history",       {},                 history,       foot,      history,             none) \
    PLACE(files,          "nav.files",         "nav.files_short",  files,         foot,      arrow_up_down,       none) \
    PLACE(settings,       "nav.settings",      {},                 settings,      foot,      settings,            none) \
    PLACE(gallery,        "nav.gallery",       {},                 gallery,       address,   layers,              none)
// clang-format on

enum class PlaceId : std::uint8_t {
#define KITH_PLACE(id, ...) id,
    KITH_PLACES(KITH_PLACE)
#undef KITH_PLACE
};

struct PlaceRow {
    PlaceId id;
    std::string_view address;  // the first part of it: "organisations", before a record's id
    std::string_view name;     // in the catalogue
    std::string_view brief;    // the same where there is little room, or empty
    PlaceId rail;              // the place that is lit in the rail while one is there
    Reach reach;
    Icon icon;  // in the rail; for a record of its kind see icon_of
    Kind kind;  // whose records have their pages there, and their list unless reach is `record`; or none

    /// Whether the finder knows it.
    bool findable() const { return reach != Reach::record && reach != Reach::address; }
    bool listed() const { return kind != Kind::none && reach != Reach::record; }
};

/// All of them; those of the rail in its order, tabs in the order of their strip.
std::span<const PlaceRow> places();
const PlaceRow& row_of(PlaceId place);
/// Where records of this kind have their pages; none for settings and saved filters.
const PlaceRow* place_of(Kind kind);
/// The sign of a record of this kind; none where it has no place.
Icon icon_of(Kind kind);
/// The place that lists records of this kind, or else the one in the rail that they belong to.
PlaceId list_place(const PlaceRow& place);

/// Where one is: a place, and the record whose page it is, if it is one. As the address bar has it: "people",
/// "people/2f00…", "settings".
struct Place {
    PlaceId id = PlaceId::today;
    RecordId record = {};

    bool operator==(const Place&) const = default;
};
/// Nothing where the first part names no place. O(places).
std::optional<Place> parse_place(std::string_view path);
std::string path_of(const Place& place);

/// Goes to the page of a record.
void open_record(Session& session, RecordId record);

}  // namespace kith::ui
