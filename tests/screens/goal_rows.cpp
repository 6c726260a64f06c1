// MISSION.md's rows about career goals, each from the screens: done, kept, and seen where it is due.
#include "with_sample.h"

using namespace kith;
using namespace kith::ui;

namespace {

struct Rows : SampleKith {
    /// Makes a record from its list, with its title; ends at its page.
    void add(
        std::string_view place, std::string_view dialog, std::string_view field, std::string_view title) {
        open(place);
        screen.get(Role::button, "Add").click();
        REQUIRE(screen.has(Role::dialog, dialog));
        screen.get(Role::textbox, field).fill(title);
        screen.get(Role::button, "Save").click();
        REQUIRE(screen.has(Role::heading, title));
    }
    void choose(std::string_view field, std::string_view option) {
        screen.get(Role::combobox, field).click();
        screen.get(Role::option, option).click();
    }
    void name(std::string_view field, std::string_view record) {
        screen.get(Role::combobox, field).fill(record);
        screen.press("Enter");
    }
    /// In a field that has several.
    void add_to(std::string_view field, std::string_view record) {
        name("Add to " + std::string(field), record);
    }
    void say(std::string_view field, std::string_view text) {
        screen.get(Role::textbox, field).fill(text);
        screen.press("Tab");
    }
    void open_goal() { open("goals", called(Kind::goal, wish)); }
    /// In the dialog of a message: it was sent.
    void send() {
        screen.get(Role::button, "Copy the text").click();
        screen.get(Role::button, "Yes, note it").click();
    }

    static constexpr std::string_view wish = "Lead a cardiac ward";
};

}  // namespace

TEST_CASE(
    "row 15: an opening heard of from inside is noted, is due in Today, and counts beside those advertised") {
    Rows kith;
    kith.add("opportunities", "Add an opportunity", "Title", "Night Lead");
    kith.choose("Known how", "Heard of");
    CHECK(kith.screen.shows("Who told you of it is not noted."));
    kith.name("Organisation", "St. Anna Hospital");
    CHECK_FALSE(kith.screen.has(Role::listbox, "Organisation"));  // chosen: the list is out of the way
    kith.name("Who told", "Ingrid Berg");
    CHECK_FALSE(kith.screen.shows("Who told you of it is not noted."));
    kith.add_to("Who is inside", "Priya Sharma");
    kith.say("Deadline", "tomorrow");
    kith.open("today");
    CHECK(kith.screen.has(Role::listitem, "Apply, or let it go: Night Lead"));
    kith.open("opportunities");
    kith.screen.get(Role::radio, "What led to what").click();
    const Found efforts = kith.screen.get(Role::list, "Efforts");
    CHECK(efforts.get(Role::listitem, "Heard of").description().contains("opportunities"));
    CHECK(efforts.has(Role::listitem, "Advertised"));
}

TEST_CASE("row 18: a venture has its partners, whom it could be is suggested, and they help with the goal") {
    Rows kith;
    kith.open("opportunities", kith.called(Kind::opportunity, "Clinic partnership"));
    CHECK(kith.screen.has(Role::combobox, "Add to Partners"));
    kith.add("opportunities", "Add an opportunity", "Title", "Training nurses for ward leads");
    CHECK_FALSE(kith.screen.has(Role::combobox, "Add to Partners"));
    kith.choose("Kind", "Venture");
    CHECK(kith.screen.shows("Nobody is noted who would do it with you."));
    kith.screen.get(Role::button, "Kavitha Raman?").click();
    CHECK_FALSE(kith.screen.shows("Nobody is noted who would do it with you."));
    kith.name("For goal", Rows::wish);
    kith.open_goal();
    kith.screen.get(Role::button, "Show all 38").click();
    CHECK(kith.screen.get(Role::grid, "Who can help with what").has(Role::row, "Kavitha Raman"));
    kith.open("people", kith.called(Kind::person, "Kavitha Raman"));
    CHECK(kith.screen.get(Role::list, "Timeline").has(Role::button, "Training nurses for ward leads"));
}

TEST_CASE("row 19: what was heard of the field is noted with source and topic, and stands with its goal") {
    Rows kith;
    kith.add("insights", "Add an insight", "What", "Wards begin to share night staff");
    kith.say("On", "today");
    kith.say("Source", "Talk at the nurses' day");
    kith.name("From", "Grace Mwangi");
    kith.add_to("For goals", Rows::wish);
    kith.open_goal();
    CHECK(kith.screen.get(Role::list, "What you learned about it")
            .has(Role::link, "Wards begin to share night staff"));
    CHECK(kith.screen.has(Role::list, "What you want to learn"));
}

TEST_CASE(
    "row 20: an achievement has its evidence, stands with the goal it shows, and names who should see it") {
    Rows kith;
    kith.add("achievements", "Add an achievement", "Title", "Fewer falls on nights");
    kith.choose("Kind", "Talk");
    kith.say("Evidence", "Forty came; the slides are with the quality office");
    kith.add_to("For goals", Rows::wish);
    const Found to_tell = kith.screen.get(Role::list, "To be told");
    REQUIRE(to_tell.has(Role::listitem, "Rosa Torres"));
    CHECK(to_tell.get(Role::listitem, "Rosa Torres").description().contains("Helps with your goal"));
    kith.open_goal();
    CHECK(kith.screen.get(Role::list, "What you can show").has(Role::link, "Fewer falls on nights"));
    kith.screen.get(Role::button, "Profile text").click();
    CHECK(kith.screen.has(Role::dialog, "Profile text"));
}

TEST_CASE("row 21: who should hear of a goal is due in Today, is written to, and counts as told") {
    Rows kith;
    kith.open_goal();
    kith.name("Add someone to tell", "Oskar Blom");
    REQUIRE(kith.screen.get(Role::list, "To be told").has(Role::listitem, "Oskar Blom"));
    kith.open("today");
    const std::string_view title = "Tell Oskar Blom, Ben Okafor, Neha Shetty: Lead a cardiac ward";
    const Found line = kith.screen.get(Role::listitem, title);
    REQUIRE(line.there());
    line.get(Role::button, "Tell").click();
    CHECK(kith.screen.get(Role::textbox, "Text").value().contains("Lead a cardiac ward"));
    kith.send();
    CHECK_FALSE(kith.screen.has(Role::listitem, title));
    CHECK(kith.screen.has(Role::listitem, "Tell Ben Okafor, Neha Shetty: Lead a cardiac ward"));
    kith.open_goal();
    CHECK(kith.screen.get(Role::list, "Told").has(Role::listitem, "Oskar Blom"));
}

TEST_CASE("row 22: news of an achievement goes to each of those who should hear it, in words of its own") {
    Rows kith;
    kith.add("achievements", "Add an achievement", "Title", "Fewer falls on nights");
    kith.say("On", "today");
    kith.name("Add someone to tell", "Priya Sharma");
    kith.open("today");
    const Found line = kith.screen.get(Role::listitem, "Tell Priya Sharma: Fewer falls on nights");
    REQUIRE(line.there());
    line.get(Role::button, "Tell").click();
    const std::string to_priya = kith.screen.get(Role::textbox, "Text").value();
    CHECK(to_priya.contains("Priya"));
    CHECK(to_priya.contains("Fewer falls on nights"));
    kith.send();
    CHECK_FALSE(kith.screen.has(Role::listitem, "Tell Priya Sharma: Fewer falls on nights"));
    kith.open("achievements", kith.called(Kind::achievement, "Fewer falls on nights"));
    CHECK(kith.screen.get(Role::list, "Told").has(Role::listitem, "Priya Sharma"));
}

TEST_CASE("row 27: a step that was planned is due in Today, is done, and the look back tells of it") {
    Rows kith;
    kith.open_goal();
    kith.screen.get(Role::textbox, "Add a step").fill("Visit a ward at night by today, 40 min");
    kith.screen.press("Enter");
    REQUIRE(kith.screen.has(Role::link, "Visit a ward at night"));
    kith.open("today");
    const Found line = kith.screen.get(Role::listitem, "Visit a ward at night");
    REQUIRE(line.there());
    CHECK(line.description().contains(Rows::wish));
    line.get(Role::checkbox, "Done: Visit a ward at night").click();
    CHECK_FALSE(kith.screen.has(Role::listitem, "Visit a ward at night"));
    kith.open("week");
    CHECK(kith.screen.get(Role::list, "Done this week").has(Role::listitem, "Visit a ward at night"));
    kith.open("review");
    CHECK(kith.screen.shows("Visit a ward at night"));
}

TEST_CASE("whom to get to know is named with the way there; asking for it is noted with who was asked for") {
    Rows kith;
    kith.open_goal();
    const Found firsts = kith.screen.get(Role::list, "People to get to know");
    REQUIRE(firsts.has(Role::listitem, "Karin Holm"));
    const Found karin = firsts.get(Role::listitem, "Karin Holm");
    CHECK(karin.description().contains("Through "));
    karin.get(Role::button, "Write").click();
    CHECK(kith.screen.get(Role::textbox, "Text").value().contains("Karin Holm"));
    kith.send();
    const RecordId holm = kith.called(Kind::person, "Karin Holm");
    const auto favours = kith.workspace.referrers(holm, favour::introduced);
    REQUIRE(favours.size() == 1);
    CHECK(kith.workspace.text(favours.front(), favour::kind) == "introduction");
    CHECK(kith.workspace.text(favours.front(), favour::stage) == "asked");
}
