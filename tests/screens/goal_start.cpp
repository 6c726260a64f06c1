// The guided start of a goal: five steps, kept as one undo step at the end.
#include <memory>

#include "planning/playbook.h"
#include "with_sample.h"

using namespace kith;
using namespace kith::ui;

namespace {

void next(Driver& screen) {
    screen.get(Role::button, "Next").click();
}

}  // namespace

TEST_CASE("a goal is stated in five steps, with the plan that fits, and is one undo step") {
    SampleKith kith;
    const auto before = kith.workspace.count(Kind::goal);
    const auto actions_before = kith.workspace.count(Kind::action);
    kith.screen.get(Role::link, "Goals").click();
    kith.screen.get(Role::button, "New goal").click();
    REQUIRE(kith.screen.has(Role::dialog, "What do you wish for?"));
    CHECK(kith.screen.shows("Step 1 of 5"));
    kith.screen.get(Role::textbox, "What do you wish for?").fill("Run a ward for newborns");
    next(kith.screen);
    REQUIRE(kith.screen.has(Role::dialog, "Where exactly?"));
    kith.screen.get(Role::textbox, "Which role?").fill("Ward Lead");
    kith.screen.get(Role::combobox, "Target organisations").click();
    kith.screen.type("St. Anna");
    kith.screen.press("Enter");
    next(kith.screen);
    REQUIRE(kith.screen.has(Role::dialog, "What stands in the way?"));
    kith.screen.get(Role::button, "Asking feels like begging").click();
    CHECK(kith.screen.get(Role::textbox, "If …").value() == "I put off asking somebody for two days");
    next(kith.screen);
    REQUIRE(kith.screen.has(Role::dialog, "Which plan fits?"));
    const std::string plan = find_playbook_plan("new_job")->title;
    kith.screen.get(Role::link, plan).activate();
    CHECK(kith.screen.has(Role::heading, plan));
    CHECK(kith.screen.has(Role::textbox, "Step 1"));
    kith.screen.get(Role::textbox, "Step 1").set_value("Write down what I want");
    next(kith.screen);
    REQUIRE(kith.screen.has(Role::dialog, "Your first week"));
    CHECK(kith.screen.get(Role::list, "In the first week").has(Role::listitem, "Write down what I want"));
    CHECK(kith.workspace.count(Kind::goal) == before);
    CHECK(kith.workspace.count(Kind::action) == actions_before);
    const auto transactions = kith.workspace.transactions().size();
    kith.screen.get(Role::button, "Keep it, and look at the week").click();
    CHECK_FALSE(kith.screen.has(Role::dialog, "Your first week"));
    const RecordId goal = kith.called(Kind::goal, "Run a ward for newborns");
    REQUIRE(goal);
    CHECK(kith.workspace.transactions().size() == transactions + 1);
    CHECK(kith.workspace.text(goal, goal::target_role) == "Ward Lead");
    CHECK(kith.workspace.elements(goal, goal::organisations).size() == 1);
    CHECK(kith.workspace.text(goal, goal::stage) == "active");
    CHECK(kith.workspace.referrers(goal, action::goal).size() > 5);
    CHECK(kith.workspace.elements(goal, goal::obstacles).size() >= 2);
    kith.screen.get(Role::button, "Undo").click();
    CHECK(kith.workspace.count(Kind::goal) == before);
    CHECK(kith.workspace.count(Kind::action) == actions_before);
}

TEST_CASE("steps name people of one's own with the reason, and those unticked stay out") {
    SampleKith kith;
    kith.open("goals");
    kith.screen.get(Role::button, "New goal").click();
    kith.screen.get(Role::textbox, "What do you wish for?").fill("Another ward");
    next(kith.screen);
    kith.screen.get(Role::textbox, "Which role?").fill("Ward Lead");
    next(kith.screen);
    next(kith.screen);
    kith.screen.get(Role::link, find_playbook_plan("promotion")->title).activate();
    std::vector<std::string> ticks;
    bool with_reason = false;
    for (const Node& node : kith.screen.tree().nodes()) {
        if (node.role == Role::checkbox && node.name.starts_with("Take: ")) ticks.push_back(node.name);
        with_reason |= node.role == Role::paragraph && node.name.contains(" min · ");
    }
    REQUIRE(ticks.size() > 3);
    CHECK(with_reason);
    for (const std::string& tick : ticks)
        kith.screen.get(Role::checkbox, tick).activate();
    next(kith.screen);
    kith.screen.get(Role::button, "Keep it, and look at the week").click();
    const RecordId goal = kith.called(Kind::goal, "Another ward");
    REQUIRE(goal);
    CHECK(kith.workspace.referrers(goal, action::goal).empty());
}

TEST_CASE("it can be left and gone back to, and needs a wish") {
    SampleKith kith;
    kith.open("goals");
    kith.screen.get(Role::button, "New goal").click();
    next(kith.screen);
    CHECK(kith.screen.has(Role::dialog, "What do you wish for?"));
    kith.screen.get(Role::textbox, "What do you wish for?").fill("Teach");
    next(kith.screen);
    kith.screen.get(Role::textbox, "By").set_value("no day");
    next(kith.screen);
    CHECK(kith.screen.has(Role::dialog, "Where exactly?"));
    kith.screen.get(Role::textbox, "By").set_value("");
    kith.screen.get(Role::textbox, "Which place?").set_value("Uppsala");
    kith.screen.press("Escape");
    kith.screen.press("Escape");
    CHECK_FALSE(kith.screen.has(Role::dialog, "Where exactly?"));
    kith.screen.press("Control+K");
    kith.screen.type("new goal");
    kith.screen.press("Enter");
    CHECK(kith.screen.has(Role::dialog, "Where exactly?"));
    CHECK(kith.screen.get(Role::textbox, "Which place?").value() == "Uppsala");
    kith.screen.get(Role::button, "Back").click();
    CHECK(kith.screen.get(Role::textbox, "What do you wish for?").value() == "Teach");
}

TEST_CASE("what was begun is there after a reload, as it was left, until it is kept or started over") {
    SampleKith kith;
    kith.open("goals");
    kith.screen.get(Role::button, "New goal").click();
    kith.screen.get(Role::textbox, "What do you wish for?").fill("Teach");
    kith.screen.get(Role::textbox, "Why does it matter to you?")
        .fill("Who taught me\tdid it well \\ and\nlong");
    next(kith.screen);
    kith.screen.get(Role::combobox, "Target organisations").click();
    kith.screen.type("St. Anna");
    kith.screen.press("Enter");
    kith.screen.get(Role::combobox, "Target organisations").click();
    kith.screen.type("A school of its own");
    kith.screen.press("Enter");
    next(kith.screen);
    kith.screen.get(Role::button, "Asking feels like begging").click();
    next(kith.screen);
    kith.screen.get(Role::link, find_playbook_plan("new_job")->title).activate();
    kith.screen.get(Role::textbox, "Step 1").set_value("Write down what I want");
    next(kith.screen);
    const auto reload = [&] {
        kith.screen.press("Escape");
        auto again =
            std::make_unique<App>(kith.screen.host(), kith.workspace, kith.random, Catalogue::english());
        kith.screen.show(*again);
        again->go_to("goals");
        kith.screen.settle();
        kith.screen.get(Role::button, "New goal").click();
        return again;
    };
    const auto second = reload();
    REQUIRE(kith.screen.has(Role::dialog, "Your first week"));
    CHECK(kith.screen.has(Role::listitem, "Write down what I want"));
    const auto back = [&] { kith.screen.get(Role::button, "Back").click(); };
    back(), back();
    CHECK(kith.screen.get(Role::textbox, "If …").value() == "I put off asking somebody for two days");
    back();
    CHECK(kith.screen.has(Role::button, "Remove St. Anna Hospital"));
    CHECK(kith.screen.has(Role::button, "Remove A school of its own"));
    back();
    CHECK(kith.screen.get(Role::textbox, "What do you wish for?").value() == "Teach");
    CHECK(kith.screen.get(Role::textbox, "Why does it matter to you?").value() ==
        "Who taught me\tdid it well \\ and\nlong");
    next(kith.screen);
    kith.screen.get(Role::button, "Start over").click();
    const auto third = reload();
    CHECK(kith.screen.get(Role::textbox, "What do you wish for?").value().empty());
}

TEST_CASE("the first start begins with a goal, and a goal without a plan opens its own page") {
    Kith kith;
    kith.screen.get(Role::button, "Begin with a goal").click();
    kith.screen.get(Role::textbox, "What do you wish for?").fill("Write a book");
    for (int i = 0; i < 4; ++i)
        next(kith.screen);
    kith.screen.get(Role::button, "Keep it, and look at the week").click();
    CHECK(kith.screen.has(Role::heading, "Write a book"));
    CHECK(kith.workspace.count(Kind::goal) == 1);
}

TEST_CASE("Today asks where to while there is no goal") {
    Kith kith;
    kith.make_person("Ana", "Torres");
    kith.open("today");
    kith.screen.get(Role::button, "State a goal").click();
    CHECK(kith.screen.has(Role::dialog, "What do you wish for?"));
}

TEST_CASE("on a phone the guided start goes to its end") {
    SampleKith kith({.width = 390, .height = 844, .touch = true});
    kith.open("goals");
    kith.screen.get(Role::button, "New goal").click();
    kith.screen.get(Role::textbox, "What do you wish for?").set_value("Sing");
    for (int i = 0; i < 4; ++i)
        kith.screen.get(Role::button, "Next").activate();
    kith.screen.get(Role::button, "Keep it, and look at the week").activate();
    CHECK(kith.called(Kind::goal, "Sing"));
}

TEST_CASE("guides stand where they are of use, and the finder knows them all") {
    SampleKith kith;
    kith.open("challenges", kith.called(Kind::challenge, "Short-staffed nights"));
    kith.screen.get(Role::button, "How to").click();
    CHECK(kith.screen.has(Role::dialog, "Asking for support"));
    kith.screen.get(Role::link, "See also: Staying yourself").activate();
    CHECK(kith.screen.has(Role::dialog, "Staying yourself"));
    kith.screen.get(Role::button, "Close").activate();
    kith.open("favours");
    kith.screen.get(Role::button, "Add").click();
    kith.screen.get(Role::button, "How to").activate();
    CHECK(kith.screen.has(Role::dialog, "Before you ask for a referral"));
    kith.screen.get(Role::button, "Close").activate();
    CHECK_FALSE(kith.screen.has(Role::dialog, "Before you ask for a referral"));
    kith.screen.press("Escape");
    kith.screen.press("Control+K");
    kith.screen.type("how to before");
    CHECK(kith.screen.has(Role::option, "How to: Before an event"));
    kith.screen.press("Escape");
    kith.screen.press("Control+K");
    kith.screen.type("how to");
    for (std::string_view title : {"How to: Before an event", "How to: When crowds tire you"})
        CHECK(kith.screen.has(Role::option, title));
}

TEST_CASE("the profile text is filled from what is recorded, edited, and copied") {
    SampleKith kith;
    kith.open("goals", kith.called(Kind::goal, "Lead a cardiac ward"));
    kith.screen.get(Role::button, "Profile text").click();
    const std::string text = kith.screen.get(Role::textbox, "Text").value();
    CHECK(text.contains("Triage times down by a fifth. Shown by: Report of the quality group"));
    CHECK(text.contains("Where I want to go: Ward Lead, cardiac care."));
    kith.screen.get(Role::textbox, "Text").set_value("Mine");
    kith.screen.get(Role::button, "Copy the text").click();
    REQUIRE(kith.screen.host().copied.size() == 1);
    CHECK(kith.screen.host().copied.front() == "Mine");
}
