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

    static constexpr std::string_view matrix = "Who can help with what";
    RecordId goal;
};

constexpr std::string_view rosa = "Rosa Torres";

}  // namespace

TEST_CASE("people and needs make a grid with names for rows and columns") {
    GoalOfSample kith;
    const Found grid = kith.screen.get(Role::grid, GoalOfSample::matrix);
    CHECK(grid.node().columns == 8);
    CHECK(grid.has(Role::columnheader, "Openings"));
    CHECK(grid.get(Role::columnheader, "Support").description() == "Not among what this goal needs");
    CHECK(grid.get(Role::columnheader, "Openings").description().empty());
    CHECK(grid.has(Role::rowheader, rosa));
    CHECK(kith.cell(rosa, "Gives").there());
}

TEST_CASE("arrow keys walk through the cells, and Enter opens what speaks for one") {
    GoalOfSample kith;
    Found first = kith.screen.get(Role::grid, GoalOfSample::matrix).get(Role::rowheader, rosa);
    REQUIRE(first.there());
    first.focus();
    CHECK(kith.screen.focused()->name == rosa);
    kith.screen.press("ArrowRight");
    kith.screen.press("ArrowRight");
    CHECK(kith.screen.focused()->role == Role::gridcell);
    CHECK(kith.screen.focused()->column == 3);
    kith.screen.press("Enter");
    CHECK(kith.screen.has(Role::dialog, "Rosa Torres: Mentorship and coaching"));
    CHECK(kith.screen.has(Role::list, "What speaks for it"));
    CHECK(kith.screen.shows("Your mentor at present"));
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
        if (node.role == Role::button && node.name.starts_with("Show all ")) {
            kith.screen.request({.id = node.id, .action = NodeAction::activate});
            break;
        }
    }
    kith.screen.settle();
    kith.cell("Vera Novak", "Could").activate();
    CHECK(kith.screen.has(Role::dialog, "Vera Novak: Openings"));
    CHECK(kith.screen.shows("Ward Lead at Northern University Hospital"));
    kith.screen.get(Role::button, "I asked them").click();
    CHECK(kith.screen.shows("Noted: Vera Novak was asked"));
    kith.screen.press("Escape");
    CHECK(kith.cell("Vera Novak", "Asked").there());
    const auto favours = kith.workspace.referrers(person, favour::person);
    REQUIRE(favours.size() == 1);
    CHECK(kith.workspace.text(favours.front(), favour::stage) == "asked");
    CHECK(kith.workspace.reference(favours.front(), favour::goal) == kith.goal);
}

TEST_CASE("what came of it is noted with person and goal given") {
    GoalOfSample kith;
    kith.cell(rosa, "Gives").activate();
    kith.screen.get(Role::button, "They told me of an opening").click();
    CHECK(kith.screen.has(Role::dialog, "They told me of an opening"));
    CHECK_FALSE(kith.screen.has(Role::dialog, "Rosa Torres: Openings"));
}

TEST_CASE("a gap's step goes into the plan, and says so") {
    Kith kith;
    const RecordId goal = kith.make_titled(Kind::goal, "Open a practice");
    kith.open("goals", goal);
    CHECK(kith.screen.shows("No organisation is named that you aim for."));
    const Found step =
        kith.screen.get(Role::listitem, "Name three organisations you would like to work with");
    step.get(Role::button, "Add to plan").click();
    const auto steps = kith.workspace.referrers(goal, action::goal);
    REQUIRE(steps.size() == 1);
    CHECK(kith.workspace.text(steps.front(), action::title) ==
        "Name three organisations you would like to work with");
    CHECK(kith.screen.get(Role::list, "Next steps: No organisation is named that you aim for.")
              .get(Role::listitem, "Name three organisations you would like to work with")
              .description() == "In your plan");
    kith.screen.get(Role::button, "Undo").click();
    CHECK(kith.workspace.referrers(goal, action::goal).empty());
}

TEST_CASE("a gap names the closest way that the network knows") {
    Kith kith;
    const RecordId there = kith.make_titled(Kind::organisation, "St. Anna Hospital");
    const RecordId ben = kith.make_person("Ben", "Okafor"), jonas = kith.make_person("Jonas", "Weber");
    kith.make(Kind::interaction, [&](Draft& draft, RecordId made) {
        draft.add(made, interaction::people, ben);
        draft.set(made, interaction::on, Value::date(*parse_iso_date("2026-11-01")));
        draft.set_text(made, interaction::kind, "call");
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
    CHECK(kith.screen.shows("You know nobody who decides at your target organisation."));
    CHECK(kith.screen.shows("Closest is Jonas Weber, 2 steps away through Ben Okafor."));
}

TEST_CASE("on a phone the needs are a list, and each helper opens the same") {
    GoalOfSample kith({.width = 390, .height = 844, .touch = true});
    CHECK_FALSE(kith.screen.has(Role::grid, GoalOfSample::matrix));
    const Found list = kith.screen.get(Role::list, "Mentorship and coaching");
    REQUIRE(list.get(Role::listitem, rosa).there());
    CHECK(list.get(Role::listitem, rosa).description().contains("Gives"));
    list.get(Role::link, rosa).activate();
    CHECK(kith.screen.has(Role::dialog, "Rosa Torres: Mentorship and coaching"));
}

TEST_CASE("who is told is noted with what they said, and need not be told any more") {
    Kith kith;
    const RecordId neha = kith.make_person("Neha", "Shetty");
    const RecordId goal = kith.make(Kind::goal, [&](Draft& draft, RecordId made) {
        draft.set_text(made, goal::wish, "Lead a cardiac ward");
        draft.add(made, goal::to_tell, neha);
    });
    kith.open("goals", goal);
    REQUIRE(kith.screen.get(Role::list, "To be told").has(Role::link, "Neha Shetty"));
    kith.screen.get(Role::checkbox, "Told: Neha Shetty").activate();
    kith.screen.get(Role::textbox, "What did they say? (if you like)").fill("Talk to Maja");
    kith.screen.get(Role::button, "Save").click();
    const Found told = kith.screen.get(Role::list, "Told").get(Role::listitem, "Neha Shetty");
    REQUIRE(told.there());
    CHECK(told.description().contains("“Talk to Maja”"));
    CHECK_FALSE(kith.screen.get(Role::list, "To be told").has(Role::link, "Neha Shetty"));
    kith.screen.get(Role::button, "Undo").click();
    CHECK(kith.screen.get(Role::list, "To be told").has(Role::link, "Neha Shetty"));
    CHECK(kith.workspace.count(Kind::interaction) == 0);
}

TEST_CASE("a message about an achievement notes that the reader was told, once it was sent") {
    SampleKith kith;
    const RecordId achievement = kith.called(Kind::achievement, "Triage times down by a fifth");
    kith.open("achievements", achievement);
    const Found priya = kith.screen.get(Role::list, "To be told").get(Role::listitem, "Priya Sharma");
    REQUIRE(priya.there());
    priya.get(Role::button, "Write").click();
    CHECK(kith.screen.get(Role::textbox, "Text").value().contains("Triage times down by a fifth"));
    kith.screen.get(Role::button, "Copy the text").click();
    kith.screen.get(Role::button, "Yes, note it").click();
    CHECK(kith.screen.get(Role::list, "Told").has(Role::link, "Priya Sharma"));
}
