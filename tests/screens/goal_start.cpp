// The guided start of a goal: five steps, kept as one undo step at the end.
#include <memory>

#include "planning/goals/playbook.h"
#include "with_sample.h"

using namespace kith;
using namespace kith::ui;

namespace {

void next(Driver& screen) {
    screen.get(Role::button, say("goal_start.next")).click();
}

}  // namespace

TEST_CASE("a goal is stated in five steps, with the plan that fits, and is one undo step") {
    SampleKith kith;
    const auto before = kith.workspace.count(Kind::goal);
    const auto actions_before = kith.workspace.count(Kind::action);
    kith.screen.get(Role::link, say("nav.goals")).click();
    kith.screen.get(Role::button, say("goal_start.new")).click();
    REQUIRE(kith.screen.has(Role::dialog, say("goal_start.wish")));
    CHECK(kith.screen.shows(say("goal_start.step", 1, 5)));
    kith.screen.get(Role::textbox, say("goal_start.q_wish")).fill("Run a ward for newborns");
    next(kith.screen);
    REQUIRE(kith.screen.has(Role::dialog, say("goal_start.target")));
    kith.screen.get(Role::textbox, say("goal_start.q_role")).fill("Ward Lead");
    kith.screen.get(Role::combobox, label_of(goal::organisations)).click();
    kith.screen.type("St. Anna");
    kith.screen.press("Enter");
    next(kith.screen);
    REQUIRE(kith.screen.has(Role::dialog, say("goal_start.obstacles")));
    kith.screen.get(Role::button, say("goal_start.obstacle_2")).click();
    CHECK(kith.screen.get(Role::textbox, say("goal_start.q_if")).value() == say("goal_start.if_2"));
    next(kith.screen);
    REQUIRE(kith.screen.has(Role::dialog, say("goal_start.plan")));
    const std::string plan = find_playbook_plan("new_job")->title;
    kith.screen.get(Role::link, plan).activate();
    CHECK(kith.screen.has(Role::heading, plan));
    CHECK(kith.screen.has(Role::textbox, say("goal_start.step_name", 1)));
    kith.screen.get(Role::textbox, say("goal_start.step_name", 1)).set_value("Write down what I want");
    next(kith.screen);
    REQUIRE(kith.screen.has(Role::dialog, say("goal_start.week")));
    CHECK(kith.screen.get(Role::list, say("goal_start.week_steps"))
            .has(Role::listitem, "Write down what I want"));
    CHECK(kith.workspace.count(Kind::goal) == before);
    CHECK(kith.workspace.count(Kind::action) == actions_before);
    const auto transactions = kith.workspace.transactions().size();
    kith.screen.get(Role::button, say("goal_start.keep")).click();
    CHECK_FALSE(kith.screen.has(Role::dialog, say("goal_start.week")));
    const RecordId goal = kith.called(Kind::goal, "Run a ward for newborns");
    REQUIRE(goal);
    CHECK(kith.workspace.transactions().size() == transactions + 1);
    CHECK(kith.workspace.text(goal, goal::target_role) == "Ward Lead");
    CHECK(kith.workspace.elements(goal, goal::organisations).size() == 1);
    CHECK(kith.workspace.choice(goal, goal::stage) == goal::stage::active);
    CHECK(kith.workspace.referrers(goal, action::goal).size() > 5);
    CHECK(kith.workspace.elements(goal, goal::obstacles).size() >= 2);
    kith.screen.get(Role::button, say("toast.undo")).click();
    CHECK(kith.workspace.count(Kind::goal) == before);
    CHECK(kith.workspace.count(Kind::action) == actions_before);
}

TEST_CASE("steps name people of one's own with the reason, and those unticked stay out") {
    SampleKith kith;
    kith.open("goals");
    kith.screen.get(Role::button, say("goal_start.new")).click();
    kith.screen.get(Role::textbox, say("goal_start.q_wish")).fill("Another ward");
    next(kith.screen);
    kith.screen.get(Role::textbox, say("goal_start.q_role")).fill("Ward Lead");
    next(kith.screen);
    next(kith.screen);
    kith.screen.get(Role::link, find_playbook_plan("promotion")->title).activate();
    std::vector<std::string> ticks;
    bool with_reason = false;
    for (const Node& node : kith.screen.tree().nodes()) {
        if (node.role == Role::checkbox && node.name.starts_with(say("goal_start.take", "")))
            ticks.push_back(node.name);
        with_reason |= node.role == Role::paragraph && node.name.contains(" min · ");
    }
    REQUIRE(ticks.size() > 3);
    CHECK(with_reason);
    for (const std::string& tick : ticks)
        kith.screen.get(Role::checkbox, tick).activate();
    next(kith.screen);
    kith.screen.get(Role::button, say("goal_start.keep")).click();
    const RecordId goal = kith.called(Kind::goal, "Another ward");
    REQUIRE(goal);
    CHECK(kith.workspace.referrers(goal, action::goal).empty());
}

TEST_CASE("it can be left and gone back to, and needs a wish") {
    SampleKith kith;
    kith.open("goals");
    kith.screen.get(Role::button, say("goal_start.new")).click();
    next(kith.screen);
    CHECK(kith.screen.has(Role::dialog, say("goal_start.wish")));
    kith.screen.get(Role::textbox, say("goal_start.q_wish")).fill("Teach");
    next(kith.screen);
    kith.screen.get(Role::textbox, label_of(goal::by)).set_value("no day");
    next(kith.screen);
    CHECK(kith.screen.has(Role::dialog, say("goal_start.target")));
    kith.screen.get(Role::textbox, label_of(goal::by)).set_value("");
    kith.screen.get(Role::textbox, say("goal_start.q_place")).set_value("Uppsala");
    kith.screen.press("Escape");
    kith.screen.press("Escape");
    CHECK_FALSE(kith.screen.has(Role::dialog, say("goal_start.target")));
    kith.screen.press("Control+K");
    kith.screen.type("new goal");
    kith.screen.press("Enter");
    CHECK(kith.screen.has(Role::dialog, say("goal_start.target")));
    CHECK(kith.screen.get(Role::textbox, say("goal_start.q_place")).value() == "Uppsala");
    kith.screen.get(Role::button, say("goal_start.back")).click();
    CHECK(kith.screen.get(Role::textbox, say("goal_start.q_wish")).value() == "Teach");
}

TEST_CASE("what was begun is there after a reload, as it was left, until it is kept or started over") {
    SampleKith kith;
    kith.open("goals");
    kith.screen.get(Role::button, say("goal_start.new")).click();
    kith.screen.get(Role::textbox, say("goal_start.q_wish")).fill("Teach");
    kith.screen.get(Role::textbox, say("goal_start.q_why")).fill("Who taught me\tdid it well \\ and\nlong");
    next(kith.screen);
    kith.screen.get(Role::combobox, label_of(goal::organisations)).click();
    kith.screen.type("St. Anna");
    kith.screen.press("Enter");
    kith.screen.get(Role::combobox, label_of(goal::organisations)).click();
    kith.screen.type("A school of its own");
    kith.screen.press("Enter");
    next(kith.screen);
    kith.screen.get(Role::button, say("goal_start.obstacle_2")).click();
    next(kith.screen);
    kith.screen.get(Role::link, find_playbook_plan("new_job")->title).activate();
    kith.screen.get(Role::textbox, say("goal_start.step_name", 1)).set_value("Write down what I want");
    next(kith.screen);
    const auto reload = [&] {
        kith.screen.press("Escape");
        auto again =
            std::make_unique<App>(kith.screen.host(), kith.workspace, kith.random, Catalogue::english());
        kith.screen.show(*again);
        again->go_to("goals");
        kith.screen.settle();
        kith.screen.get(Role::button, say("goal_start.new")).click();
        return again;
    };
    const auto second = reload();
    REQUIRE(kith.screen.has(Role::dialog, say("goal_start.week")));
    CHECK(kith.screen.has(Role::listitem, "Write down what I want"));
    const auto back = [&] { kith.screen.get(Role::button, say("goal_start.back")).click(); };
    back(), back();
    CHECK(kith.screen.get(Role::textbox, say("goal_start.q_if")).value() == say("goal_start.if_2"));
    back();
    CHECK(kith.screen.has(Role::button, say("widget.remove", "St. Anna Hospital")));
    CHECK(kith.screen.has(Role::button, say("widget.remove", "A school of its own")));
    back();
    CHECK(kith.screen.get(Role::textbox, say("goal_start.q_wish")).value() == "Teach");
    CHECK(kith.screen.get(Role::textbox, say("goal_start.q_why")).value() ==
        "Who taught me\tdid it well \\ and\nlong");
    next(kith.screen);
    kith.screen.get(Role::button, say("goal_start.over")).click();
    const auto third = reload();
    CHECK(kith.screen.get(Role::textbox, say("goal_start.q_wish")).value().empty());
}

TEST_CASE("the first start begins with a goal, and a goal without a plan opens its own page") {
    Kith kith;
    kith.screen.get(Role::button, say("goal_start.first")).click();
    kith.screen.get(Role::textbox, say("goal_start.q_wish")).fill("Write a book");
    for (int i = 0; i < 4; ++i)
        next(kith.screen);
    kith.screen.get(Role::button, say("goal_start.keep")).click();
    CHECK(kith.screen.has(Role::heading, "Write a book"));
    CHECK(kith.workspace.count(Kind::goal) == 1);
}

TEST_CASE("Today asks where to while there is no goal") {
    Kith kith;
    kith.make_person("Ana", "Torres");
    kith.open("today");
    kith.screen.get(Role::button, say("list.goals_add")).click();
    CHECK(kith.screen.has(Role::dialog, say("goal_start.wish")));
}

TEST_CASE("on a phone the guided start goes to its end") {
    SampleKith kith({.width = 390, .height = 844, .touch = true});
    kith.open("goals");
    kith.screen.get(Role::button, say("goal_start.new")).click();
    kith.screen.get(Role::textbox, say("goal_start.q_wish")).set_value("Sing");
    for (int i = 0; i < 4; ++i)
        kith.screen.get(Role::button, say("goal_start.next")).activate();
    kith.screen.get(Role::button, say("goal_start.keep")).activate();
    CHECK(kith.called(Kind::goal, "Sing"));
}

TEST_CASE("guides stand where they are of use, and the finder knows them all") {
    SampleKith kith;
    kith.open("challenges", kith.called(Kind::challenge, "Short-staffed nights"));
    kith.screen.get(Role::button, say("page.how_to")).click();
    CHECK(kith.screen.has(Role::dialog, "Asking for support"));
    kith.screen.get(Role::link, say("guide.see", "Staying yourself")).activate();
    CHECK(kith.screen.has(Role::dialog, "Staying yourself"));
    kith.screen.get(Role::button, say("guide.close")).activate();
    kith.open("favours");
    kith.screen.get(Role::button, say("list.add")).click();
    kith.screen.get(Role::button, say("page.how_to")).activate();
    CHECK(kith.screen.has(Role::dialog, "Before you ask for a referral"));
    kith.screen.get(Role::button, say("guide.close")).activate();
    CHECK_FALSE(kith.screen.has(Role::dialog, "Before you ask for a referral"));
    kith.screen.press("Escape");
    kith.screen.press("Control+K");
    kith.screen.type(say("guide.offer", "before"));
    CHECK(kith.screen.has(Role::option, say("guide.offer", "Before an event")));
    kith.screen.press("Escape");
    kith.screen.press("Control+K");
    kith.screen.type(say("guide.offer", ""));
    for (std::string_view title :
        {say("guide.offer", "Before an event"), say("guide.offer", "When crowds tire you")})
        CHECK(kith.screen.has(Role::option, title));
}

TEST_CASE("the profile text is filled from what is recorded, edited, and copied") {
    SampleKith kith;
    kith.open("goals", kith.called(Kind::goal, "Lead a cardiac ward"));
    kith.screen.get(Role::button, say("profile.title")).click();
    const std::string text = kith.screen.get(Role::textbox, say("profile.name")).value();
    CHECK(text.contains("Triage times down by a fifth"));
    CHECK(text.contains("Report of the quality group"));
    CHECK(text.contains(say("profile.goal", "Ward Lead, cardiac care")));
    kith.screen.get(Role::textbox, say("profile.name")).set_value("Mine");
    kith.screen.get(Role::button, say("message.copy")).click();
    REQUIRE(kith.screen.host().copied.size() == 1);
    CHECK(kith.screen.host().copied.front() == "Mine");
}
