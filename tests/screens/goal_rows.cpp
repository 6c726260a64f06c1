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
        screen.get(Role::button, say("list.add")).click();
        REQUIRE(screen.has(Role::dialog, dialog));
        screen.get(Role::textbox, field).fill(title);
        screen.get(Role::button, say("form.save")).click();
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
        name(say("widget.add_to", field), record);
    }
    void write(std::string_view field, std::string_view text) {
        screen.get(Role::textbox, field).fill(text);
        screen.press("Tab");
    }
    void open_goal() { open("goals", called(Kind::goal, wish)); }
    /// In the dialog of a message: it was sent.
    void send() {
        screen.get(Role::button, say("message.copy")).click();
        screen.get(Role::button, say("message.sent")).click();
    }

    static constexpr std::string_view wish = "Lead a cardiac ward";
};

}  // namespace

TEST_CASE(
    "row 15: an opening heard of from inside is noted, is due in Today, and counts beside those advertised") {
    Rows kith;
    kith.add("opportunities", say("list.opportunities_add"), label_of(opportunity::title), "Night Lead");
    kith.choose(label_of(opportunity::advertised), option_of(opportunity::advertised, "heard_of"));
    CHECK(kith.screen.shows(say("opportunity.missing.source")));
    kith.name(label_of(opportunity::organisation), "St. Anna Hospital");
    CHECK_FALSE(kith.screen.has(
        Role::listbox, label_of(opportunity::organisation)));  // chosen: the list is out of the way
    kith.name(label_of(opportunity::source), "Ingrid Berg");
    CHECK_FALSE(kith.screen.shows(say("opportunity.missing.source")));
    kith.add_to(label_of(opportunity::insiders), "Priya Sharma");
    kith.write(label_of(opportunity::deadline), say("date.tomorrow"));
    kith.open("today");
    CHECK(kith.screen.has(Role::listitem, say("agenda.title.opportunity_lead", "Night Lead")));
    kith.open("opportunities");
    kith.screen.get(Role::radio, say("led.title")).click();
    const Found efforts = kith.screen.get(Role::list, say("led.efforts"));
    CHECK(efforts.get(Role::listitem, option_of(opportunity::advertised, "heard_of"))
            .description()
            .contains("opportunities"));
    CHECK(efforts.has(Role::listitem, option_of(opportunity::advertised, "advertised")));
}

TEST_CASE("row 18: a venture has its partners, whom it could be is suggested, and they help with the goal") {
    Rows kith;
    kith.open("opportunities", kith.called(Kind::opportunity, "Clinic partnership"));
    CHECK(kith.screen.has(Role::combobox, say("widget.add_to", label_of(opportunity::partners))));
    kith.add("opportunities", say("list.opportunities_add"), label_of(opportunity::title),
        "Training nurses for ward leads");
    CHECK_FALSE(kith.screen.has(Role::combobox, say("widget.add_to", label_of(opportunity::partners))));
    kith.choose(label_of(opportunity::kind), option_of(opportunity::kind, "venture"));
    CHECK(kith.screen.shows(say("opportunity.missing.partner")));
    kith.screen.get(Role::button, "Kavitha Raman?").click();
    CHECK_FALSE(kith.screen.shows(say("opportunity.missing.partner")));
    kith.name(label_of(opportunity::goal), Rows::wish);
    kith.open_goal();
    kith.screen.get(Role::button, say("page.show_all", 38)).click();
    CHECK(kith.screen.get(Role::grid, say("goal_needs.title")).has(Role::row, "Kavitha Raman"));
    kith.open("people", kith.called(Kind::person, "Kavitha Raman"));
    CHECK(kith.screen.get(Role::list, say("person.timeline"))
            .has(Role::button, "Training nurses for ward leads"));
}

TEST_CASE("row 19: what was heard of the field is noted with source and topic, and stands with its goal") {
    Rows kith;
    kith.add(
        "insights", say("list.insights_add"), label_of(insight::what), "Wards begin to share night staff");
    kith.write(label_of(interaction::on), say("date.today"));
    kith.write(label_of(insight::source), "Talk at the nurses' day");
    kith.name(label_of(insight::from), "Grace Mwangi");
    kith.add_to(label_of(insight::goals), Rows::wish);
    kith.open_goal();
    CHECK(kith.screen.get(Role::list, say("page.learned_for"))
            .has(Role::link, "Wards begin to share night staff"));
    CHECK(kith.screen.has(Role::list, say("goal_skills.title")));
}

TEST_CASE(
    "row 20: an achievement has its evidence, stands with the goal it shows, and names who should see it") {
    Rows kith;
    kith.add(
        "achievements", say("list.achievements_add"), label_of(opportunity::title), "Fewer falls on nights");
    kith.choose(label_of(opportunity::kind), option_of(achievement::kind, "talk"));
    kith.write(label_of(achievement::evidence), "Forty came; the slides are with the quality office");
    kith.add_to(label_of(insight::goals), Rows::wish);
    const Found to_tell = kith.screen.get(Role::list, say("page.to_tell"));
    REQUIRE(to_tell.has(Role::listitem, "Rosa Torres"));
    CHECK(to_tell.get(Role::listitem, "Rosa Torres").description().contains(say("telling.helps", "")));
    kith.open_goal();
    CHECK(kith.screen.get(Role::list, say("page.shown_for")).has(Role::link, "Fewer falls on nights"));
    kith.screen.get(Role::button, say("profile.title")).click();
    CHECK(kith.screen.has(Role::dialog, say("profile.title")));
}

TEST_CASE("row 21: who should hear of a goal is due in Today, is written to, and counts as told") {
    Rows kith;
    kith.open_goal();
    kith.name(say("page.to_tell_add"), "Oskar Blom");
    REQUIRE(kith.screen.get(Role::list, say("page.to_tell")).has(Role::listitem, "Oskar Blom"));
    kith.open("today");
    const std::string title =
        say("agenda.title.tell_news", "Oskar Blom, Ben Okafor and Neha Shetty", "Lead a cardiac ward");
    const Found line = kith.screen.get(Role::listitem, title);
    REQUIRE(line.there());
    line.get(Role::button, say("today.step_share")).click();
    CHECK(kith.screen.get(Role::textbox, say("message.text")).value().contains("Lead a cardiac ward"));
    kith.send();
    CHECK_FALSE(kith.screen.has(Role::listitem, title));
    CHECK(kith.screen.has(
        Role::listitem, say("agenda.title.tell_news", "Ben Okafor and Neha Shetty", "Lead a cardiac ward")));
    kith.open_goal();
    CHECK(kith.screen.get(Role::list, say("page.told")).has(Role::listitem, "Oskar Blom"));
}

TEST_CASE("row 22: news of an achievement goes to each of those who should hear it, in words of its own") {
    Rows kith;
    kith.add(
        "achievements", say("list.achievements_add"), label_of(opportunity::title), "Fewer falls on nights");
    kith.write(label_of(interaction::on), say("date.today"));
    kith.name(say("page.to_tell_add"), "Priya Sharma");
    kith.open("today");
    const Found line = kith.screen.get(
        Role::listitem, say("agenda.title.tell_news", "Priya Sharma", "Fewer falls on nights"));
    REQUIRE(line.there());
    line.get(Role::button, say("today.step_share")).click();
    const std::string to_priya = kith.screen.get(Role::textbox, say("message.text")).value();
    CHECK(to_priya.contains("Priya"));
    CHECK(to_priya.contains("Fewer falls on nights"));
    kith.send();
    CHECK_FALSE(kith.screen.has(
        Role::listitem, say("agenda.title.tell_news", "Priya Sharma", "Fewer falls on nights")));
    kith.open("achievements", kith.called(Kind::achievement, "Fewer falls on nights"));
    CHECK(kith.screen.get(Role::list, say("page.told")).has(Role::listitem, "Priya Sharma"));
}

TEST_CASE("row 27: a step that was planned is due in Today, is done, and the look back tells of it") {
    Rows kith;
    kith.open_goal();
    kith.screen.get(Role::textbox, say("page.steps_add")).fill("Visit a ward at night by today, 40 min");
    kith.screen.press("Enter");
    REQUIRE(kith.screen.has(Role::link, "Visit a ward at night"));
    kith.open("today");
    const Found line = kith.screen.get(Role::listitem, "Visit a ward at night");
    REQUIRE(line.there());
    CHECK(line.description().contains(Rows::wish));
    line.get(Role::checkbox, say("page.done_box", "Visit a ward at night")).click();
    CHECK_FALSE(kith.screen.has(Role::listitem, "Visit a ward at night"));
    kith.open("week");
    CHECK(kith.screen.get(Role::list, say("weekly.done_title")).has(Role::listitem, "Visit a ward at night"));
    kith.open("review");
    CHECK(kith.screen.shows("Visit a ward at night"));
}

TEST_CASE("whom to get to know is named with the way there; asking for it is noted with who was asked for") {
    Rows kith;
    kith.open_goal();
    const Found firsts = kith.screen.get(Role::list, say("first.contacts"));
    REQUIRE(firsts.has(Role::listitem, "Karin Holm"));
    const Found karin = firsts.get(Role::listitem, "Karin Holm");
    CHECK(karin.description().contains(say("first.through", "")));
    karin.get(Role::button, say("goal_needs.write")).click();
    CHECK(kith.screen.get(Role::textbox, say("message.text")).value().contains("Karin Holm"));
    kith.send();
    const RecordId holm = kith.called(Kind::person, "Karin Holm");
    const auto favours = kith.workspace.referrers(holm, favour::introduced);
    REQUIRE(favours.size() == 1);
    CHECK(kith.workspace.choice(favours.front(), favour::kind) == favour::kind::introduction);
    CHECK(kith.workspace.choice(favours.front(), favour::stage) == favour::stage::asked);
}
