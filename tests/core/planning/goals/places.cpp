#include "planning/goals/places.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>
#include <utility>

using kith::goals::is_same_place;

TEST_CASE("a target is found however it is spelt") {
    const std::initializer_list<std::pair<const char*, const char*>> same = {
        {"auerbach systeme", "Auerbach Systeme GmbH"},
        {"Universität Rehau", "UNIVERSITAT REHAU"},
        {"Rehau Univ.", "Rehau University"},
        {"Open Fields Fdn.", "Open Fields Foundation"},
        {"OpenFields", "Open Fields"},
        {"Tolvane Press, a Quern company", "Tolvane Press"},
        {"Town of Rehau (Council)", "Town of Rehau"},
        {"St Bride's Hospital NHS Trust", "St. Brides Hospital"},
        {"Marlin Foods UK", "Marlin Foods"},
        {"Sierra Blanca Hotels & Spas", "Sierra Blanca Hotels"},
    };
    for (const auto& [place, target] : same) {
        CHECK_MESSAGE(is_same_place(place, target), std::string(place));
        CHECK_MESSAGE(is_same_place(target, place), std::string(place));
    }
}

TEST_CASE("an organisation that only shares words with a target is another") {
    const std::initializer_list<std::pair<const char*, const char*>> different = {
        {"Stadt Lindenau", "Stadtwerke Lindenau"},
        {"Harrow Bank Farm Shop", "Harrow Bank"},
        {"Harrow Garden Centre", "Harrow Bank"},
        {"St Anna Hospital", "St Anne Hospital"},
        {"Lumen Lighting", "Lumen Learning"},
        {"Bank", "Harrow Bank"},
        {"Marlin", "Marlin Foods"},
        {"", "Marlin Foods"},
        {"…", "…"},
        {"山田商事", "山本商事"},
    };
    for (const auto& [place, target] : different)
        CHECK_FALSE_MESSAGE(is_same_place(place, target), std::string(place));
}
