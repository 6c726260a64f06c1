// What led to what: where opportunities came from, and how an offer came about.
#include "with_sample.h"

using namespace kith;
using namespace kith::ui;

namespace {

void show_led_to(Kith& kith) {
    kith.open("opportunities");
    kith.screen.get(Role::radio, say("led.title")).click();
}

}  // namespace

TEST_CASE("sources stand with their counts, and lead to their pages") {
    SampleKith kith;
    show_led_to(kith);
    const Found people = kith.screen.get(Role::list, say("led.people"));
    REQUIRE(people.has(Role::listitem, "Priya Sharma"));
    CHECK(people.get(Role::listitem, "Priya Sharma").description() ==
        joined({say("yield.leads", 1), say("yield.offers", 1)}));
    CHECK(kith.screen.get(Role::list, say("led.efforts"))
            .has(Role::listitem, option_of(opportunity::advertised, "advertised")));
    people.get(Role::link, "Priya Sharma").activate();
    CHECK(kith.screen.has(Role::heading, "Priya Sharma"));
}

TEST_CASE("with few opportunities Kith says that there are too few to tell") {
    Kith kith;
    kith.make_titled(Kind::opportunity, "Ward Lead");
    show_led_to(kith);
    CHECK(kith.screen.shows(say("yield.too_few", 1)));
    CHECK(kith.screen.shows(say("led.no_offers")));
}

TEST_CASE("an offer's way is told in steps, here and on its page") {
    SampleKith kith;
    show_led_to(kith);
    const Found steps = kith.screen.get(Role::list, say("led.steps", "Ward Lead"));
    REQUIRE(steps.there());
    const std::string way[] = {say("came.joined", "Association of Cardiovascular Nursing"),
        say("came.met_at", "Ben Okafor", "ESC Congress"),
        say("came.introduction_to", "Ben Okafor", "Priya Sharma"), say("came.job_lead", "Priya Sharma"),
        say("came.introduction_to", "Priya Sharma", "Ingrid Berg"), say("came.referral", "Priya Sharma"),
        say("came.stage", say("stage.interview")), say("came.stage", say("stage.offer"))};
    int last = 0;
    for (const std::string& step : way) {
        CAPTURE(step);
        const auto nodes = kith.screen.tree().nodes();
        const auto at = std::ranges::find_if(nodes,
            [&](const Node& node) { return node.role == Role::listitem && node.name.starts_with(step); });
        REQUIRE(at != nodes.end());
        CHECK(at->position > last);
        last = at->position;
    }
    kith.open("opportunities", kith.called(Kind::opportunity, "Talk at the nurses' day"));
    CHECK(kith.screen.has(Role::heading, say("led.how")));
    CHECK(kith.screen.get(Role::list, say("led.steps", "Talk at the nurses' day"))
            .has(Role::listitem, say("came.told", "Grace Mwangi")));
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
        kith.screen.get(Role::list, say("goal_skills.title")).get(Role::listitem, "Negotiating");
    REQUIRE(skill.there());
    CHECK(skill.description().contains("Vera"));
    CHECK(skill.description().contains(say("plan.progress", 0, 1)));
    skill.get(Role::button, say("goal_skills.ask")).activate();
    CHECK(kith.screen.shows(say("first.evidence")));
}
