#include "planning/people/filter.h"

#include "../world.h"

using namespace kith;
using namespace kith::testing;

namespace {

constexpr std::string_view story = R"(
[organisation anna]
name = St. Anna Hospital
[organisation medstaff]
name = MedStaff
[person ana]
given_name = Ana María
family_name = Núñez
circle = 5
standing = senior
decides = hiring
place = Berlin
birthday = --11-25
contact_points = email | ana@example.org
[person ben]
given_name = Ben
circle = 15
tags = recruiter
place = Berlin
met_on = 2020-05-01
skills = triage
[person eva]
given_name = Eva
tags = recruiter
place = Wien
kin = yes
[person tom]
given_name = Tom
tags = head recruiter
place = Berlin-Mitte
private = yes
[affiliation ana]
person = ana
organisation = anna
role = Ward Manager
[affiliation ben]
person = ben
organisation = medstaff
role = Recruiter
[affiliation ben_before]
person = ben
organisation = anna
role = Nurse
past = yes
[interaction this_year]
on = 2026-10-20
kind = call
people = ben
[interaction last_year]
on = 2025-10-20
kind = call
people = ana
)";

std::string found(World& world, std::string_view text) {
    const auto filter = parse_filter(text);
    REQUIRE_MESSAGE(filter, std::string(text));
    ContactBook contacts;
    contacts.update(world.workspace);
    std::string names;
    for (const RecordId person : people_matching(*filter, world.workspace, contacts, world.today))
        names += (names.empty() ? "" : " ") + std::string(world.workspace.text(person, person::given_name));
    return names;
}

std::string error(std::string_view text) {
    const auto filter = parse_filter(text);
    if (filter) return "none";
    return std::string(filter.error().message.key) + " " +
        std::string(text.substr(filter.error().begin, filter.error().end - filter.error().begin));
}

}  // namespace

TEST_CASE("a filter finds the people it reads like") {
    World world(story);
    CHECK(found(world, "") == "Ana María Ben Eva Tom");
    CHECK(found(world, "circle:5,15") == "Ana María Ben");
    CHECK(found(world, "circle:none") == "Eva Tom");
    CHECK(found(world, "tag:recruiter") == "Ben Eva");
    CHECK(found(world, "tag:recruiter place:berlin last-contact:<this-year") == "");
    CHECK(found(world, "place:berlin last-contact:<this-year") == "Ana María Tom");
    CHECK(found(world, "last-contact:never") == "Eva Tom");
    CHECK(found(world, "last-contact:2025") == "Ana María");
    CHECK(found(world, "last-contact:>6m") == "Ben");
    CHECK(found(world, "last-contact:<1y") == "Ana María Eva Tom");
    CHECK(found(world, "last-contact:>2025-10-20") == "Ben");
    CHECK(found(world, "org:\"St. Anna\"") == "Ana María");
    CHECK(found(world, "was-at:anna") == "Ben");
    CHECK(found(world, "role:manager decides:hiring standing:senior") == "Ana María");
    CHECK(found(world, "-decides:yes -tag:recruiter") == "Tom");
    CHECK(found(world, "due:yes") == "Ana María Ben");
    CHECK(found(world, "nunez") == "Ana María");
    CHECK(found(world, "\"María Nú\"") == "Ana María");
    CHECK(found(world, "kin:yes") == "Eva");
    CHECK(found(world, "private:no skill:tri") == "Ben");
    CHECK(found(world, "has:email") == "Ana María");
    CHECK(found(world, "met:2020-05") == "Ben");
    CHECK(found(world, "met:never -has:email") == "Eva Tom");
    CHECK(found(world, "birthday:this-month") == "Ana María");
    CHECK(found(world, "birthday:--11") == "Ana María");
    CHECK(found(world, "birthday:--12") == "");
}

TEST_CASE("what is wrong with a filter is said with its place") {
    CHECK(error("tag:x circel:5") == "filter.no_such_key circel");
    CHECK(error("circle:7") == "filter.no_such_option 7");
    CHECK(error("org:\"St. Anna") == "filter.open_quote \"St. Anna");
    CHECK(error("org:St\"x") == "filter.open_quote St");
    CHECK(error("last-contact:yesterday-ish") == "filter.no_date yesterday-ish");
    CHECK(error("last-contact:<never") == "filter.no_date <never");
    CHECK(error("tag: circle:5") == "filter.no_value tag:");
    CHECK(error("tag:a,") == "filter.no_value tag:a,");
    CHECK(error("place:Berlin") == "none");
}

TEST_CASE("a filter prints as what reads back as the same filter") {
    for (const std::string_view text :
        {"circle:5,15 tag:recruiter", "-org:\"St. Anna\" last-contact:<this-year", "ana \"b c\" -tag:\"x,y\"",
            "last-contact:>90d,never birthday:--05"}) {
        const auto filter = parse_filter(text);
        REQUIRE(filter);
        CHECK(print_filter(*filter) == text);
    }
    Random random(5);
    constexpr std::string_view pieces[] = {"circle:", "5", "15", "tag:", "a b", "\"", ",", " ", "-",
        "last-contact:", "<", "2025", "never", "ana", ":", "due:yes", "Müller", "has:email"};
    int parsed = 0;
    for (int i = 0; i < 5000; ++i) {
        std::string text;
        for (std::size_t j = random.below(9); j > 0; --j)
            text += pieces[random.below(std::size(pieces))];
        const auto filter = parse_filter(text);
        if (!filter) {
            CHECK(filter.error().begin <= filter.error().end);
            CHECK(filter.error().end <= text.size());
            continue;
        }
        ++parsed;
        INFO(text);
        const auto again = parse_filter(print_filter(*filter));
        REQUIRE(again);
        CHECK(*again == *filter);
    }
    CHECK(parsed > 500);
}

TEST_CASE("what can be typed behind a key is known, for completing it") {
    CHECK(filter_options(FilterKey::circle).size() == 6);
    CHECK(filter_options(FilterKey::place).empty());
    CHECK(std::ranges::contains(filter_keys(), std::string_view("last-contact")));
}
