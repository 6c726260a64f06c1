// What led to what: where opportunities came from, and how an offer came about.
#include "with_sample.h"

using namespace kith;
using namespace kith::ui;

namespace {

void show_led_to(Kith& kith) {
    kith.open("opportunities");
    kith.screen.get(Role::radio, "What led to what").click();
}

}  // namespace

TEST_CASE("sources stand with their counts, and lead to their pages") {
    SampleKith kith;
    show_led_to(kith);
    const Found people = kith.screen.get(Role::list, "People");
    REQUIRE(people.has(Role::listitem, "Priya Sharma"));
    CHECK(
        people.get(Role::listitem, "Priya Sharma").description() == "One opportunity · One came to an offer");
    CHECK(kith.screen.get(Role::list, "Efforts").has(Role::listitem, "Advertised"));
    people.get(Role::link, "Priya Sharma").activate();
    CHECK(kith.screen.has(Role::heading, "Priya Sharma"));
}

TEST_CASE("with few opportunities Kith says that there are too few to tell") {
    Kith kith;
    kith.make_titled(Kind::opportunity, "Ward Lead");
    show_led_to(kith);
    CHECK(kith.screen.shows("Too few to tell what works: one opportunity so far"));
    CHECK(kith.screen.shows("No offer yet. When one comes, the way to it stands here, step by step."));
}

TEST_CASE("an offer's way is told in steps, here and on its page") {
    SampleKith kith;
    show_led_to(kith);
    const Found steps = kith.screen.get(Role::list, "Steps to Ward Lead");
    REQUIRE(steps.there());
    constexpr std::string_view way[] = {"You joined Association of Cardiovascular Nursing",
        "You met Ben Okafor at ESC Congress", "Ben Okafor introduced you to Priya Sharma",
        "Priya Sharma told you of the opening", "Priya Sharma introduced you to Ingrid Berg",
        "Priya Sharma gave you a referral", "Stage: Interview", "Stage: Offer"};
    int last = 0;
    for (const std::string_view step : way) {
        CAPTURE(step);
        const auto nodes = kith.screen.tree().nodes();
        const auto at = std::ranges::find_if(nodes,
            [&](const Node& node) { return node.role == Role::listitem && node.name.starts_with(step); });
        REQUIRE(at != nodes.end());
        CHECK(at->position > last);
        last = at->position;
    }
    kith.open("opportunities", kith.called(Kind::opportunity, "Talk at the nurses' day"));
    CHECK(kith.screen.has(Role::heading, "How it came about"));
    CHECK(kith.screen.get(Role::list, "Steps to Talk at the nurses' day")
            .has(Role::listitem, "Grace Mwangi told you of it"));
}

TEST_CASE("a skill to learn says from whom and how far, and asks in one step") {
    SampleKith kith;
    const RecordId goal = kith.called(Kind::goal, "Lead a cardiac ward");
    const RecordId vera = kith.make(Kind::person, [&](Draft& draft, RecordId made) {
        draft.set_text(made, person::given_name, "Vera");
        draft.add(made, person::skills, "Negotiating");
    });
    kith.make(Kind::action, [&](Draft& draft, RecordId made) {
        draft.set_text(made, action::title, "Practise negotiating with Vera");
        draft.set(made, action::goal, Value::reference(goal));
    });
    REQUIRE(vera);
    kith.open("goals", goal);
    const Found skill =
        kith.screen.get(Role::list, "What you want to learn").get(Role::listitem, "Negotiating");
    REQUIRE(skill.there());
    CHECK(skill.description().contains("Vera"));
    CHECK(skill.description().contains("0 of 1 steps done"));
    skill.get(Role::button, "Ask").activate();
    CHECK(kith.screen.shows("What speaks for it"));
}
