// Today: what is due, why, and how it leaves the list.
#include "ui/today/today.h"

#include <doctest/doctest.h>

#include "model/fields.h"
#include "with_sample.h"

using namespace kith;
using namespace kith::ui;

namespace {

constexpr std::string_view report = "Send Ben the triage report";

}  // namespace

TEST_CASE("Kith opens on Today, and offers ways to begin while there is nobody") {
    Random random{7};
    Workspace workspace{ReplicaId{1}};
    Driver screen;
    App app{screen.host(), workspace, random, Catalogue::english()};
    screen.show(app);
    CHECK(screen.get(Role::link, say("nav.today")).node().current);
    CHECK(screen.has(Role::heading, say("first.title")));
    CHECK_FALSE(screen.has(Role::button, say("top.log")));
}

TEST_CASE("today names what is due, with the reason, and the person is one step away") {
    WithSample kith;
    CHECK(kith.screen.has(Role::heading, "Friday, 20 November"));
    for (std::string_view card : {say("today.promised"), say("today.follow_up"), say("today.give_and_ask"),
             say("today.keep_in_touch"), say("today.celebrate")})
        CHECK(kith.screen.has(Role::list, card));
    const Found line = kith.screen.get(Role::listitem, report);
    CHECK(line.description().contains("Ben Okafor"));
    CHECK(line.description().ends_with(" · " + say("date.today")));
    kith.screen.get(Role::link, report).click();
    CHECK(kith.screen.has(Role::heading, "Ben Okafor"));
}

TEST_CASE("the tag says when, and the reasons do not say it again") {
    WithSample kith;
    for (const Node& node : kith.screen.tree().nodes()) {
        if (node.role != Role::listitem) continue;
        CAPTURE(node.name);
        CAPTURE(node.description);
        for (const char* key : {"fact.planned", "fact.comes", "fact.due_in", "fact.was_due"})
            CHECK_FALSE(says(node.description, key));
    }
}

TEST_CASE("what is ticked off leaves the list, and comes back with undo") {
    WithSample kith;
    kith.screen.get(Role::listitem, report)
        .get(Role::checkbox, say("today.tick", "Send Ben the triage report"))
        .click();
    CHECK_FALSE(kith.screen.has(Role::listitem, report));
    kith.screen.get(Role::button, say("toast.undo")).click();
    CHECK(kith.screen.has(Role::listitem, report));
    kith.screen.get(Role::listitem, report).get(Role::button, say("today.step_done")).click();
    CHECK_FALSE(kith.screen.has(Role::listitem, report));
}

TEST_CASE("what is set aside comes back on its day") {
    WithSample kith;
    const auto menu = [&] {
        kith.screen.get(Role::button, say("today.menu", "Send Ben the triage report")).click();
        REQUIRE(kith.screen.has(Role::menu, say("today.menu", "Send Ben the triage report")));
    };
    menu();
    kith.screen.get(Role::menuitem, say("today.for_a_week")).click();
    CHECK_FALSE(kith.screen.has(Role::listitem, report));
    kith.screen.get(Role::button, say("toast.undo")).click();
    menu();
    kith.screen.get(Role::menuitem, say("today.until_day")).click();
    kith.screen.get(Role::textbox, say("today.put_off_day")).fill("19/11/2026");
    kith.screen.get(Role::button, say("today.put_off_do")).click();
    CHECK(kith.screen.shows(say("today.put_off_past")));
    kith.screen.get(Role::textbox, say("today.put_off_day")).fill("23/11/2026");
    kith.screen.get(Role::button, say("today.put_off_do")).click();
    CHECK_FALSE(kith.screen.has(Role::dialog, say("today.put_off_title")));
    CHECK_FALSE(kith.screen.has(Role::listitem, report));
    kith.screen.host().clock += std::chrono::days{3};
    kith.screen.settle();
    CHECK(kith.screen.has(Role::listitem, report));
    CHECK(kith.screen.get(Role::listitem, report).description().ends_with(say("today.overdue", 3)));
}

TEST_CASE("what was set aside can be looked at, and brought back") {
    WithSample kith;
    kith.screen.get(Role::button, say("today.menu", "Send Ben the triage report")).click();
    kith.screen.get(Role::menuitem, say("today.for_a_week")).click();
    kith.screen.wait(std::chrono::seconds{11});  // until the message below has gone
    kith.screen.get(Role::button, say("today.set_aside_count", 1)).click();
    const Found list = kith.screen.get(Role::list, say("today.set_aside_list"));
    CHECK(list.get(Role::listitem, report).description() == say("today.until", "27 November"));
    CHECK_FALSE(kith.screen.get(Role::list, say("today.promised")).has(Role::listitem, report));
    list.get(Role::button, say("today.bring_back")).click();
    CHECK(kith.screen.get(Role::list, say("today.promised")).has(Role::listitem, report));
    CHECK_FALSE(kith.screen.has(Role::button, say("today.set_aside_count", 1)));
}

TEST_CASE("who is due can wait until they reply") {
    WithSample kith;
    const Found list = kith.screen.get(Role::list, say("today.keep_in_touch"));
    std::string first;
    for (const Node& node : kith.screen.tree().nodes()) {
        if (node.role == Role::listitem && node.name.starts_with(say("agenda.title.due_contact", ""))) {
            first = node.name;
            break;
        }
    }
    REQUIRE_FALSE(first.empty());
    const RecordId person =
        kith.called(Kind::person, first.substr(std::string_view(say("agenda.title.due_contact", "")).size()));
    REQUIRE(person);
    kith.screen.get(Role::button, say("today.menu", first)).click();
    kith.screen.get(Role::menuitem, say("today.until_reply")).click();
    CHECK_FALSE(kith.screen.has(Role::listitem, first));
    CHECK_FALSE(kith.workspace.date(person, person::awaiting_reply).empty());
}

TEST_CASE("getting in touch opens the log with that person, and logging it settles it") {
    WithSample kith;
    kith.screen.get(Role::list, say("today.keep_in_touch"))
        .get(Role::button, say("today.step_get_in_touch"))
        .click();
    REQUIRE(kith.screen.has(Role::dialog, say("log.title")));
    kith.screen.get(Role::button, say("form.save")).click();
    CHECK_FALSE(kith.screen.has(Role::dialog, say("log.title")));
}

TEST_CASE("the rail counts what is for today") {
    WithSample kith;
    const std::string before = kith.screen.get(Role::link, say("nav.today")).description();
    REQUIRE_FALSE(before.empty());
    kith.screen.get(Role::listitem, report).get(Role::button, say("today.step_done")).click();
    CHECK(std::stoi(kith.screen.get(Role::link, say("nav.today")).description()) == std::stoi(before) - 1);
}

TEST_CASE("with nothing due Today says so") {
    WithSample kith;
    kith.screen.get(Role::link, say("nav.settings")).click();
    kith.screen.get(Role::button, say("settings.remove_sample")).click();
    kith.screen.get(Role::link, say("nav.people")).click();
    kith.screen.get(Role::button, say("first.add")).click();
    kith.screen.type("Eva");
    kith.screen.press("Enter");
    kith.screen.get(Role::link, say("nav.today")).click();
    CHECK(kith.screen.shows(say("today.nothing")));
}

TEST_CASE("on a phone each line has its tick and its menu") {
    WithSample kith(say("nav.today"), {.width = 390, .height = 844, .touch = true});
    CHECK(kith.screen.has(Role::checkbox, say("today.tick", "Send Ben the triage report")));
    kith.screen.get(Role::button, say("today.menu", "Send Ben the triage report")).click();
    kith.screen.get(Role::menuitem, say("step.do_it")).click();
    CHECK_FALSE(kith.screen.has(Role::listitem, report));
}

TEST_CASE("the rhythm says what it asks, and is relaxed only with a yes") {
    WithSample kith;
    kith.screen.get(Role::button, say("today.rhythm_open")).click();
    REQUIRE(kith.screen.has(Role::dialog, say("today.rhythm")));
    CHECK_FALSE(kith.screen.has(Role::button, say("today.relax_do")));
    kith.screen.get(Role::textbox, say("today.time_for")).fill("many");
    kith.screen.press("Enter");
    CHECK(kith.screen.shows(say("form.no_number")));
    kith.screen.get(Role::textbox, say("today.time_for")).fill("3");
    kith.screen.press("Enter");
    REQUIRE(kith.screen.has(Role::heading, say("today.proposal")));
    const auto rhythms = [&] {
        int own = 0;
        kith.workspace.for_each(Kind::person, [&](RecordId person) {
            own += kith.workspace.get(person, person::cadence_days).empty() ? 0 : 1;
        });
        return own;
    };
    const int before = rhythms();
    kith.screen.get(Role::button, say("today.relax_do")).click();
    CHECK_FALSE(kith.screen.has(Role::dialog, say("today.rhythm")));
    CHECK(rhythms() > before);
    kith.screen.get(Role::button, say("toast.undo")).click();
    CHECK(rhythms() == before);
    CHECK(kith.screen.has(Role::button, say("today.relax")));
}
