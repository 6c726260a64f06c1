#include "ui/session/places.h"

#include <algorithm>
#include <array>

namespace kith::ui {

namespace {

// clang-format off
constexpr std::array places{
    //        kind                screen            rail             icon                       listed
    KindPlace{Kind::person,       "people",         "people",        Icon::user,                true},
    KindPlace{Kind::goal,         "goals",          "goals",         Icon::target,              true},
    KindPlace{Kind::achievement,  "achievements",   "goals",         Icon::award,               true},
    KindPlace{Kind::insight,      "insights",       "goals",         Icon::lightbulb,           true},
    KindPlace{Kind::challenge,    "challenges",     "goals",         Icon::life_buoy,           true},
    KindPlace{Kind::opportunity,  "opportunities",  "opportunities", Icon::briefcase_business,  true},
    KindPlace{Kind::event,        "events",         "events",        Icon::calendar_days,       true},
    KindPlace{Kind::organisation, "organisations",  "events",        Icon::building_2,          true},
    KindPlace{Kind::project,      "projects",       "events",        Icon::layers,              true},
    KindPlace{Kind::favour,       "favours",        "favours",       Icon::hand_helping,        true},
    KindPlace{Kind::mentorship,   "mentorships",    "favours",       Icon::graduation_cap,      true},
    KindPlace{Kind::interaction,  "interactions",   "people",        Icon::message_square,      false},
    KindPlace{Kind::affiliation,  "affiliations",   "people",        Icon::building_2,          false},
    KindPlace{Kind::tie,          "ties",           "people",        Icon::waypoints,           false},
    KindPlace{Kind::celebration,  "celebrations",   "people",        Icon::cake,                false},
    KindPlace{Kind::milestone,    "milestones",     "goals",         Icon::flag,                false},
    KindPlace{Kind::action,       "actions",        "goals",         Icon::check,               false},
};
// clang-format on

constexpr std::array views{ViewPlace{"week", "today"}, ViewPlace{"review", "today"}};

}  // namespace

std::span<const ViewPlace> view_places() {
    return views;
}

bool is_view_place(std::string_view screen) {
    return std::ranges::contains(views, screen, &ViewPlace::screen);
}

std::span<const KindPlace> kind_places() {
    return places;
}

const KindPlace* place_of(Kind kind) {
    const auto found = std::ranges::find(places, kind, &KindPlace::kind);
    return found != places.end() ? &*found : nullptr;
}

const KindPlace* place_named(std::string_view screen) {
    const auto found = std::ranges::find(places, screen, &KindPlace::screen);
    return found != places.end() ? &*found : nullptr;
}

std::string_view rail_of(std::string_view screen) {
    const auto view = std::ranges::find(views, screen, &ViewPlace::screen);
    if (view != views.end()) return view->rail;
    const KindPlace* place = place_named(screen);
    return place != nullptr ? place->rail : screen;
}

void open_record(Session& session, RecordId record) {
    if (const KindPlace* place = place_of(kind_of(record))) session.go(place->screen, record);
}

RecordScope::RecordScope(RecordId record) {
    ImGui::PushID(static_cast<int>(mix(record.value)));
}

}  // namespace kith::ui
