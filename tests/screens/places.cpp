// Every place of the table is drawn, has a name, and is found by it.
#include "ui/session/places.h"

#include <algorithm>

#include "base/text.h"
#include "kith.h"

using namespace kith;
using namespace kith::ui;

namespace {

void find(Kith& kith, std::string_view query) {
    kith.screen.press("Control+K");
    kith.screen.type(query);
}

/// What the finder offers for a place: "Open trash", where it stands among the commands, else "Go to …".
std::string offer_of(const PlaceRow& place) {
    switch (place.id) {
        case PlaceId::trash: return say("finder.trash");
        case PlaceId::history: return say("finder.history");
        case PlaceId::settings: return say("finder.settings");
        default: return say("finder.open_place", say(place.name));
    }
}

}  // namespace

TEST_CASE("each place has a name and an address of its own, and a place in the rail that is lit for it") {
    const Catalogue& words = Catalogue::english();
    for (const PlaceRow& place : places()) {
        CAPTURE(place.address);
        CHECK(&row_of(place.id) == &place);
        CHECK(words.has(place.name));
        CHECK((place.brief.empty() || words.has(place.brief)));
        CHECK(parse_place(place.address) == Place{place.id});
        CHECK(path_of({place.id}) == place.address);
        const PlaceRow& lit = row_of(place.rail);
        CHECK(lit.rail == lit.id);
        CHECK((lit.reach != Reach::tab && lit.reach != Reach::record));
        CHECK((lit.id == place.id) == (place.reach != Reach::tab && place.reach != Reach::record));
        const auto same_kind = std::ranges::count(places(), place.kind, &PlaceRow::kind);
        CHECK((place.kind == Kind::none || same_kind == 1));
    }
    CHECK_FALSE(parse_place("nowhere"));
    CHECK_FALSE(parse_place(""));
    const RecordId goal = make_record_id(Kind::goal, 7);
    CHECK(parse_place("#/goals/" + to_string(goal)) == Place{PlaceId::goals, goal});
}

TEST_CASE("every place is drawn, and its title says where one is") {
    SampleKith kith;
    for (const PlaceRow& place : places()) {
        CAPTURE(place.address);
        kith.open(place.address);
        CHECK(kith.screen.count(Role::main) == 1);
        // A kind without a list leads to the place that its records belong to.
        const PlaceRow& here = place.reach == Reach::record ? row_of(place.rail) : place;
        if (place.reach == Reach::record) CHECK(kith.screen.host().location == here.address);
        CHECK(kith.screen.host().title == say("app.title", say(here.name)));
        if (here.reach != Reach::address)
            CHECK(kith.screen.get(Role::link, say(row_of(here.rail).name)).node().current);
    }
}

TEST_CASE("the finder opens every place by what it is called, in the rail and in a tab") {
    SampleKith kith;
    for (const PlaceRow& place : places()) {
        if (!place.findable()) continue;
        for (const std::string_view key : {place.name, place.brief}) {
            if (key.empty()) continue;
            const std::string name = fold(say(key));
            CAPTURE(name);
            kith.open(place.id == PlaceId::history ? "today" : "history");
            find(kith, name);
            CHECK(kith.screen.get(Role::option, offer_of(place)).node().selected == Tri::yes);
            kith.screen.press("Enter");
            CHECK(kith.screen.host().location == place.address);
        }
    }
}

TEST_CASE("a word of a place's name is enough for the finder, and each is offered once") {
    SampleKith kith;
    for (const PlaceRow& place : places()) {
        if (!place.findable()) continue;
        const std::string name = fold(say(place.name));
        for (const std::string_view word : split(name, ' ')) {
            if (word.size() < 3) continue;
            CAPTURE(word);
            find(kith, word);
            const auto offers = std::ranges::count_if(kith.screen.tree().nodes(), [&](const Node& node) {
                return node.role == Role::option &&
                    (node.name == offer_of(place) ||
                        (place.id == PlaceId::files && node.name == say("finder.export")));
            });
            CHECK(offers == 1);
            kith.screen.press("Escape");
        }
    }
}
