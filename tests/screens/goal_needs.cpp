// A goal against one's contacts: who helps with what, what is missing, who knows of it.
#include "model/fields.h"
#include "with_sample.h"

using namespace kith;
using namespace kith::ui;

namespace {

struct GoalOfSample : SampleKith {
    explicit GoalOfSample(Stage stage = {}) : SampleKith(stage) {
        goal = called(Kind::goal, "Lead a cardiac ward");
        open("goals", goal);
    }
    Found cell(std::string_view person, std::string_view what) {
        return screen.get(Role::grid, matrix).get(Role::row, person).get(Role::gridcell, what);
    }
    std::size_t steps() const { return workspace.referrers(goal, action::goal).size(); }

    const std::string matrix = say("goal_needs.title");
    RecordId goal;
};

constexpr std::string_view rosa = "Rosa Torres";

}  // namespace

TEST_CASE("people and needs make a grid with names for rows and columns") {
    GoalOfSample kith;
    const Found grid = kith.screen.get(Role::grid, kith.matrix);
    CHECK(grid.node().columns == 8);
    CHECK(grid.has(Role::columnheader, say("goal_needs.short.openings")));
    CHECK(grid.get(Role::columnheader, say("goal_needs.short.support")).description() ==
        say("goal_needs.not_wanted"));
    CHECK(grid.get(Role::columnheader, say("goal_needs.short.openings")).description().empty());
    CHECK(grid.has(Role::rowheader, rosa));
    CHECK(kith.cell(rosa, say("goal_needs.gives")).there());
}

TEST_CASE("arrow keys walk through the cells, and Enter opens what speaks for one") {
    GoalOfSample kith;
    Found first = kith.screen.get(Role::grid, kith.matrix).get(Role::rowheader, rosa);
    REQUIRE(first.there());
    first.focus();
    CHECK(kith.screen.focused()->name == rosa);
    kith.screen.press("ArrowRight");
    kith.screen.press("ArrowRight");
    CHECK(kith.screen.focused()->role == Role::gridcell);
    CHECK(kith.screen.focused()->column == 3);
    kith.screen.press("Enter");
    CHECK(kith.screen.has(Role::dialog, "Rosa Torres: " + say("need.mentorship")));
    CHECK(kith.screen.has(Role::list, say("goal_needs.evidence")));
    CHECK(kith.screen.shows(say("fact.is_your_mentor")));
}

TEST_CASE("somebody who could help is asked in one step, and stands there as asked") {
    GoalOfSample kith;
    const RecordId person = kith.make_person("Vera", "Novak");
    kith.make(Kind::affiliation, [&](Draft& draft, RecordId made) {
        draft.set(made, affiliation::person, Value::reference(person));
        draft.set(made, affiliation::organisation,
            Value::reference(kith.called(Kind::organisation, "Northern University Hospital")));
        draft.set_text(made, affiliation::role, "Ward Lead");
    });
    for (const Node& node : kith.screen.tree().nodes()) {
        if (node.role == Role::button && node.name.starts_with(say("page.show_all", ""))) {
            kith.screen.request({.id = node.id, .action = NodeAction::activate});
            break;
        }
    }
    kith.screen.settle();
    kith.cell("Vera Novak", say("goal_needs.could")).activate();
    CHECK(kith.screen.has(Role::dialog, "Vera Novak: " + say("need.openings")));
    CHECK(kith.screen.shows("Ward Lead at Northern University Hospital"));
    kith.screen.get(Role::button, say("goal_needs.note_asked")).click();
    CHECK(kith.screen.shows(say("goal_needs.is_asked", "Vera Novak")));
    kith.screen.press("Escape");
    CHECK(kith.cell("Vera Novak", say("goal_needs.asked")).there());
    const auto favours = kith.workspace.referrers(person, favour::person);
    REQUIRE(favours.size() == 1);
    CHECK(kith.workspace.choice(favours.front(), favour::stage) == favour::stage::asked);
    CHECK(kith.workspace.reference(favours.front(), favour::goal) == kith.goal);
}

TEST_CASE("what came of it is noted with person and goal given") {
    GoalOfSample kith;
    kith.cell(rosa, say("goal_needs.gives")).activate();
    kith.screen.get(Role::button, say("goal_needs.came.openings")).click();
    CHECK(kith.screen.has(Role::dialog, say("goal_needs.came.openings")));
    CHECK_FALSE(kith.screen.has(Role::dialog, "Rosa Torres: " + say("need.openings")));
}

TEST_CASE("a gap's step goes into the plan, and says so") {
    Kith kith;
    const RecordId goal = kith.make_titled(Kind::goal, "Open a practice");
    kith.open("goals", goal);
    CHECK(kith.screen.shows(say("gap.no_targets")));
    const Found step = kith.screen.get(Role::listitem, say("gap.name_targets"));
    step.get(Role::button, say("goal_gaps.take")).click();
    const auto steps = kith.workspace.referrers(goal, action::goal);
    REQUIRE(steps.size() == 1);
    CHECK(kith.workspace.text(steps.front(), action::title) == say("gap.name_targets"));
    CHECK(kith.screen.get(Role::list, say("goal_gaps.steps", say("gap.no_targets")))
              .get(Role::listitem, say("gap.name_targets"))
              .description() == say("goal_gaps.in_plan"));
    kith.screen.get(Role::button, say("toast.undo")).click();
    CHECK(kith.workspace.referrers(goal, action::goal).empty());
}

TEST_CASE("a gap names the closest way that the network knows") {
    Kith kith;
    const RecordId there = kith.make_titled(Kind::organisation, "St. Anna Hospital");
    const RecordId ben = kith.make_person("Ben", "Okafor"), jonas = kith.make_person("Jonas", "Weber");
    kith.make(Kind::interaction, [&](Draft& draft, RecordId made) {
        draft.add(made, interaction::people, ben);
        draft.set(made, interaction::on, Value::date(*parse_iso_date("2026-11-01")));
        draft.set(made, interaction::kind, interaction::kind::call);
    });
    kith.make(Kind::tie, [&](Draft& draft, RecordId made) {
        draft.set(made, tie::a, Value::reference(ben));
        draft.set(made, tie::b, Value::reference(jonas));
    });
    kith.make(Kind::affiliation, [&](Draft& draft, RecordId made) {
        draft.set(made, affiliation::person, Value::reference(jonas));
        draft.set(made, affiliation::organisation, Value::reference(there));
    });
    const RecordId goal = kith.make(Kind::goal, [&](Draft& draft, RecordId made) {
        draft.set_text(made, goal::wish, "Lead a ward");
        draft.add(made, goal::organisations, there);
    });
    kith.open("goals", goal);
    CHECK(kith.screen.shows(say("gap.nobody_decides", 1)));
    CHECK(kith.screen.shows(say("closest.steps", "Jonas Weber", "Ben Okafor", 2)));
}

TEST_CASE("on a phone the needs are a list, and each helper opens the same") {
    GoalOfSample kith({.width = 390, .height = 844, .touch = true});
    CHECK_FALSE(kith.screen.has(Role::grid, kith.matrix));
    const Found list = kith.screen.get(Role::list, say("need.mentorship"));
    REQUIRE(list.get(Role::listitem, rosa).there());
    CHECK(list.get(Role::listitem, rosa).description().contains(say("goal_needs.gives")));
    list.get(Role::link, rosa).activate();
    CHECK(kith.screen.has(Role::dialog, "Rosa Torres: " + say("need.mentorship")));
}

TEST_CASE("who is told is noted with what they said, and need not be told any more") {
    Kith kith;
    const RecordId neha = kith.make_person("Neha", "Shetty");
    const RecordId goal = kith.make(Kind::goal, [&](Draft& draft, RecordId made) {
        draft.set_text(made, goal::wish, "Lead a cardiac ward");
        draft.add(made, goal::to_tell, neha);
    });
    kith.open("goals", goal);
    REQUIRE(kith.screen.get(Role::list, say("page.to_tell")).has(Role::link, "Neha Shetty"));
    kith.screen.get(Role::checkbox, say("goal_tell.tick", "Neha Shetty")).activate();
    kith.screen.get(Role::textbox, say("goal_tell.what")).fill("Talk to Maja");
    kith.screen.get(Role::button, say("form.save")).click();
    const Found told = kith.screen.get(Role::list, say("page.told")).get(Role::listitem, "Neha Shetty");
    REQUIRE(told.there());
    CHECK(told.description().contains("“Talk to Maja”"));
    CHECK_FALSE(kith.screen.get(Role::list, say("page.to_tell")).has(Role::link, "Neha Shetty"));
    kith.screen.get(Role::button, say("toast.undo")).click();
    CHECK(kith.screen.get(Role::list, say("page.to_tell")).has(Role::link, "Neha Shetty"));
    CHECK(kith.workspace.count(Kind::interaction) == 0);
}

TEST_CASE("a message about an achievement notes that the reader was told, once it was sent") {
    SampleKith kith;
    const RecordId achievement = kith.called(Kind::achievement, "Triage times down by a fifth");
    kith.open("achievements", achievement);
    const Found priya = kith.screen.get(Role::list, say("page.to_tell")).get(Role::listitem, "Priya Sharma");
    REQUIRE(priya.there());
    priya.get(Role::button, say("goal_needs.write")).click();
    CHECK(
        kith.screen.get(Role::textbox, say("message.text")).value().contains("Triage times down by a fifth"));
    kith.screen.get(Role::button, say("message.copy")).click();
    kith.screen.get(Role::button, say("message.sent")).click();
    CHECK(kith.screen.get(Role::list, say("page.told")).has(Role::link, "Priya Sharma"));
}
