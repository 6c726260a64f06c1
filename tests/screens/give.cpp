// Give & ask, opportunities, goals, events and a person's relations, each walked through as a person would.
#include "kith.h"

using namespace kith;
using namespace kith::ui;

namespace {

PartialDate on(int year, unsigned month, unsigned day) {
    return PartialDate(std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day});
}

RecordId make_favour(
    Kith& kith, RecordId person, std::string_view direction, std::string_view stage, std::string_view about) {
    return kith.make(Kind::favour, [&](Draft& draft, RecordId made) {
        draft.set(made, favour::person, Value::reference(person));
        draft.set_text(made, favour::direction, direction);
        draft.set(made, favour::kind, favour::kind::referral);
        draft.set_text(made, favour::stage, stage);
        draft.set_text(made, favour::about, about);
        draft.set(made, favour::asked_on, Value::date(on(2026, 11, 10)));
    });
}

}  // namespace

TEST_CASE("a favour goes from asked to its outcome told, one press at a time") {
    Kith kith;
    const RecordId priya = kith.make_person("Priya", "Sharma");
    const RecordId favour = make_favour(kith, priya, "received", "asked", "Ward Lead");
    kith.open("favours");
    Found others = kith.screen.get(Role::list, say("favours.on_others"));
    REQUIRE(others.has(Role::link,
        say("words.favour_received", option_of(favour::kind, "referral"), "Priya Sharma") + ": Ward Lead"));
    const auto stage = [&] { return kith.workspace.text(favour, favour::stage); };
    kith.screen.get(Role::button, say("next.they_agreed")).click();
    CHECK(stage() == "agreed");
    kith.screen.get(Role::button, say("next.done")).click();
    CHECK(stage() == "done");
    CHECK(kith.workspace.date(favour, favour::done_on) == on(2026, 11, 20));
    CHECK(kith.screen.get(Role::list, say("favours.on_you"))
            .has(Role::link,
                say("words.favour_received", option_of(favour::kind, "referral"), "Priya Sharma") +
                    ": Ward Lead"));
    kith.screen.get(Role::button, say("next.thanked")).click();
    CHECK(stage() == "thanked");
    kith.screen.get(Role::button, say("next.told")).click();
    CHECK(stage() == "told");
    CHECK(kith.workspace.date(favour, favour::told_on) == on(2026, 11, 20));
    CHECK(kith.screen.shows(say("favours.on_you_none")));
    kith.screen.get(Role::button, say("toast.undo")).click();
    CHECK(stage() == "thanked");
}

TEST_CASE("promises are kept, late or open on either side") {
    Kith kith;
    const RecordId ben = kith.make_person("Ben", "Okafor");
    const auto promise = [&](std::string_view title, std::string_view by, PartialDate due) {
        return kith.make(Kind::action, [&](Draft& draft, RecordId made) {
            draft.set_text(made, action::title, title);
            draft.set_text(made, action::promised_by, by);
            draft.set(made, action::due, Value::date(due));
            draft.add(made, action::people, ben);
        });
    };
    promise("Send the triage report", "me", on(2026, 11, 18));
    promise("Ask his director", "them", on(2026, 12, 1));
    kith.open("favours");
    CHECK(kith.screen.shows(say("favours.my_promises", 0, 1, 0)));
    CHECK(kith.screen.shows(say("favours.their_promises", 0, 0, 1)));
    kith.screen.get(Role::checkbox, say("page.done_box", "Send the triage report")).click();
    CHECK(kith.screen.shows(say("favours.my_promises", 1, 0, 0)));
    CHECK(kith.screen.shows(say("favours.on_you_none")));
}

TEST_CASE("what a favour led to can be followed from its beginning") {
    Kith kith;
    const RecordId priya = kith.make_person("Priya", "Sharma");
    const RecordId first = make_favour(kith, priya, "received", "done", "Meeting Ingrid");
    const RecordId second = make_favour(kith, priya, "received", "asked", "Ward Lead");
    Draft draft({"change.add", {"a link"}});
    draft.set(second, favour::led_from, Value::reference(first));
    REQUIRE(kith.workspace.commit(std::move(draft), kith.screen.host().clock));
    kith.open("favours", second);
    Found chain = kith.screen.get(Role::list, say("page.led_to"));
    CHECK(chain.has(Role::link,
        say("words.favour_received", option_of(favour::kind, "referral"), "Priya Sharma") +
            ": Meeting Ingrid"));
    chain
        .get(Role::link,
            say("words.favour_received", option_of(favour::kind, "referral"), "Priya Sharma") +
                ": Meeting Ingrid")
        .click();
    CHECK(kith.screen.has(Role::heading,
        say("words.favour_received", option_of(favour::kind, "referral"), "Priya Sharma") +
            ": Meeting Ingrid"));
}

TEST_CASE("cards on the board are moved by keys and by the mouse") {
    Kith kith;
    const RecordId card = kith.make_titled(Kind::opportunity, "Ward Lead");
    kith.open("opportunities");
    CHECK(kith.screen.get(Role::list, say("stage.lead")).has(Role::link, "Ward Lead"));
    const auto stage = [&] { return kith.workspace.text(card, opportunity::stage); };
    kith.screen.get(Role::link, "Ward Lead").focus();
    kith.screen.press("Shift+ArrowRight");
    CHECK(stage() == "talking");
    CHECK(kith.screen.focused()->name == "Ward Lead");
    kith.screen.press("Shift+ArrowRight");
    CHECK(stage() == "applied");
    const auto centre = [](const Node& node) {
        return ImVec2((node.bounds.x + node.bounds.z) / 2, (node.bounds.y + node.bounds.w) / 2);
    };
    const ImVec2 from = centre(kith.screen.get(Role::link, "Ward Lead").node());
    kith.screen.drag(from,
        {centre(kith.screen.get(Role::heading, joined({say("stage.interview"), "0"})).node()).x,
            from.y + 40});
    CHECK(stage() == "interview");
    CHECK(kith.screen.get(Role::list, say("stage.interview")).has(Role::link, "Ward Lead"));
    kith.screen.get(Role::link, "Ward Lead").click();
    CHECK(kith.screen.has(Role::heading, "Ward Lead"));
    CHECK(kith.screen.get(Role::radio, say("stage.interview")).node().checked == Tri::yes);
}

TEST_CASE("stages are the person's own") {
    Kith kith;
    kith.make_titled(Kind::opportunity, "Ward Lead");
    kith.open("opportunities");
    kith.screen.get(Role::button, say("opps.edit_stages")).click();
    kith.screen.get(Role::textbox, say("opps.stages_name")).fill("Lead\nTrial shift\nAccepted\nDeclined");
    kith.screen.get(Role::button, say("form.save")).click();
    CHECK(kith.screen.has(Role::list, "Trial shift"));
    CHECK_FALSE(kith.screen.has(Role::list, say("stage.interview")));

    // By the keys that the button names, too; and Cancel leaves them as they are.
    kith.screen.get(Role::button, say("opps.edit_stages")).click();
    CHECK(kith.screen.get(Role::button, say("form.save")).node().shortcut == "Control+Enter");
    kith.screen.get(Role::textbox, say("opps.stages_name")).fill("Lead\nSecond shift\nAccepted\nDeclined");
    kith.screen.press("Control+Enter");
    CHECK(kith.screen.has(Role::list, "Second shift"));
    CHECK_FALSE(kith.screen.has(Role::textbox, say("opps.stages_name")));
    kith.screen.get(Role::button, say("opps.edit_stages")).click();
    kith.screen.get(Role::textbox, say("opps.stages_name")).fill("Lead");
    kith.screen.get(Role::button, say("form.cancel")).click();
    CHECK(kith.screen.has(Role::list, "Second shift"));
}

TEST_CASE("an opportunity says what comes next, who is missing, and who it could be") {
    SampleKith kith;
    const RecordId anna = kith.called(Kind::organisation, "St. Anna Hospital");
    const RecordId lead = kith.make(Kind::opportunity, [&](Draft& draft, RecordId made) {
        draft.set_text(made, opportunity::title, "Head of night staff");
        draft.set(made, opportunity::kind, opportunity::kind::opening);
        draft.set(made, opportunity::organisation, Value::reference(anna));
    });
    kith.open("opportunities", lead);
    REQUIRE(kith.screen.shows(say("opportunity.missing.referrer", "St. Anna Hospital")));
    kith.screen.get(Role::button, "Jonas Weber?").click();
    CHECK_FALSE(kith.screen.shows(say("opportunity.missing.referrer", "St. Anna Hospital")));
    CHECK(kith.workspace.reference(lead, opportunity::referrer) == kith.called(Kind::person, "Jonas Weber"));
}

TEST_CASE("a goal gets steps by typing, and progress from what was done") {
    Kith kith;
    const RecordId goal = kith.make_titled(Kind::goal, "Lead a cardiac ward");
    kith.open("goals", goal);
    kith.screen.get(Role::textbox, say("page.steps_add")).click();
    kith.screen.type("Ask Rosa about the course");
    kith.screen.press("Enter");
    kith.screen.type("Talk at the meetup");
    kith.screen.press("Enter");
    CHECK(kith.workspace.referrers(goal, action::goal).size() == 2);
    CHECK(kith.screen.shows(say("plan.progress", 0, 2)));
    kith.screen.get(Role::checkbox, say("page.done_box", "Talk at the meetup")).click();
    CHECK(kith.screen.shows(say("plan.progress", 1, 2)));
    CHECK_FALSE(kith.screen.has(Role::checkbox, say("page.done_box", "Talk at the meetup")));
    kith.screen.get(Role::button, say("page.show_done", 1)).click();
    CHECK(kith.screen.has(Role::checkbox, say("page.done_box", "Talk at the meetup")));
}

TEST_CASE("an obstacle becomes a plan of the form if, then") {
    Kith kith;
    const RecordId goal = kith.make_titled(Kind::goal, "Lead a cardiac ward");
    kith.open("goals", goal);
    kith.screen.get(Role::button, say("page.obstacles_add")).click();
    kith.screen.get(Role::textbox, say("row.obstacles")).fill("Night shifts");
    kith.screen.get(Role::textbox, say("part.obstacles.if")).fill("a night shift runs over");
    kith.screen.get(Role::textbox, say("part.obstacles.then")).fill("plan the week on Sunday");
    kith.screen.get(Role::button, say("form.save")).click();
    CHECK(kith.screen.get(Role::list, say("page.obstacles"))
            .has(Role::link, say("page.if_then", "a night shift runs over", "plan the week on Sunday")));
}

TEST_CASE("people met at an event are added by name, with where they were met") {
    SampleKith kith;
    const RecordId meetup = kith.called(Kind::event, "Nursing Leaders meetup");
    kith.open("events", meetup);
    kith.screen.get(Role::combobox, say("page.people_there_add")).click();
    kith.screen.type("Zita Brandt");
    kith.screen.press("Enter");
    const RecordId zita = kith.called(Kind::person, "Zita Brandt");
    REQUIRE(zita);
    CHECK(kith.workspace.reference(zita, person::met_at) == meetup);
    CHECK(kith.workspace.text(zita, person::met_where) == "Nursing Leaders meetup");
    CHECK(kith.screen.get(Role::list, say("page.follow_ups")).has(Role::link, "Zita Brandt"));
}

TEST_CASE("a person's timeline has everything, and can be narrowed") {
    SampleKith kith;
    const RecordId ben = kith.called(Kind::person, "Ben Okafor");
    make_favour(kith, ben, "received", "done", "St. Anna");
    kith.open("people", ben);
    Found timeline = kith.screen.get(Role::list, say("person.timeline"));
    CHECK(timeline.has(Role::button,
        say("words.favour_received", option_of(favour::kind, "referral"), "Ben Okafor") + ": St. Anna"));
    CHECK(timeline.has(Role::button, "ESC Congress"));
    kith.screen.get(Role::toolbar, say("timeline.show")).get(Role::button, say("timeline.favours")).click();
    CHECK(timeline.has(Role::button,
        say("words.favour_received", option_of(favour::kind, "referral"), "Ben Okafor") + ": St. Anna"));
    CHECK_FALSE(timeline.has(Role::button, "ESC Congress"));
    timeline
        .get(Role::button,
            say("words.favour_received", option_of(favour::kind, "referral"), "Ben Okafor") + ": St. Anna")
        .click();
    CHECK(kith.screen.has(Role::heading,
        say("words.favour_received", option_of(favour::kind, "referral"), "Ben Okafor") + ": St. Anna"));
}

TEST_CASE("whom a person knows is added by name, and how by a press") {
    SampleKith kith;
    const RecordId maja = kith.called(Kind::person, "Maja Lindqvist");
    kith.open("people", maja);
    kith.screen.get(Role::combobox, say("person.knows_add")).click();
    kith.screen.type("jonas web");
    kith.screen.press("Enter");
    kith.screen.press("Tab");
    Found ask = kith.screen.get(Role::toolbar, say("person.tie_kinds"));
    ask.get(Role::button, option_of(tie::kinds, "colleague")).click();
    ask.get(Role::button, option_of(tie::closeness, "well")).click();
    const RecordId jonas = kith.called(Kind::person, "Jonas Weber");
    RecordId made;
    for (const RecordId tie : kith.workspace.referrers(jonas, tie::b)) {
        if (kith.workspace.reference(tie, tie::a) == maja) made = tie;
    }
    REQUIRE(made);
    CHECK(kith.workspace.texts(made, tie::kinds) == std::vector<std::string_view>{"colleague"});
    CHECK(kith.workspace.choice(made, tie::closeness) == tie::closeness::well);
}

TEST_CASE("a person's organisation is one press away") {
    SampleKith kith;
    kith.open("people", kith.called(Kind::person, "Ben Okafor"));
    kith.screen.get(Role::button, say("row.open", "City Clinic")).click();
    CHECK(kith.screen.has(Role::heading, "City Clinic"));
}

TEST_CASE("a rhythm and an organisation are set for many at once, each taken back in one step") {
    SampleKith kith;
    kith.open("people");
    const RecordId ben = kith.called(Kind::person, "Ben Okafor");
    kith.screen.get(Role::row, "Ben Okafor").hover();
    kith.screen.get(Role::checkbox, say("widget.select_row", "Ben Okafor")).click();
    kith.screen.get(Role::button, say("people.set_rhythm")).click();
    kith.screen.get(Role::menuitem, say("people.rhythm.month")).click();
    CHECK(kith.workspace.integer(ben, person::cadence_days) == 30);
    kith.screen.get(Role::button, say("toast.undo")).click();
    CHECK(kith.workspace.get(ben, person::cadence_days).empty());
    kith.screen.get(Role::button, say("people.set_organisation")).click();
    kith.screen.get(Role::combobox, say("people.filter_organisation")).fill("Harbour Clinic");
    kith.screen.get(Role::dialog, say("people.set_organisation"))
        .get(Role::button, say("people.set_organisation"))
        .click();
    const RecordId clinic = kith.called(Kind::organisation, "Harbour Clinic");
    REQUIRE(clinic);
    CHECK(kith.workspace.referrers(clinic, affiliation::organisation).size() == 1);
}

TEST_CASE("circle and tag are set for many at once and many are deleted, each taken back in one step") {
    SampleKith kith;
    kith.open("people");
    std::vector<RecordId> people;
    for (const std::string_view name : {"Ben Okafor", "Aino Virtanen"}) {
        people.push_back(kith.called(Kind::person, name));
        kith.screen.get(Role::row, name).hover();
        kith.screen.get(Role::checkbox, say("widget.select_row", name)).click();
    }
    const auto all = [&](auto holds) { return std::ranges::all_of(people, holds); };
    const auto tagged = [&](RecordId person) {
        return std::ranges::contains(kith.workspace.texts(person, person::tags), "union");
    };
    const auto beyond = [&](RecordId person) {
        return kith.workspace.choice(person, person::circle) == person::circle::beyond;
    };
    const auto live = [&](RecordId person) { return kith.workspace.live(person); };

    kith.screen.get(Role::button, say("people.set_circle")).click();
    kith.screen.get(Role::menuitem, option_of(person::circle, "beyond")).click();
    CHECK(all(beyond));
    kith.screen.get(Role::button, say("toast.undo")).click();
    CHECK(std::ranges::none_of(people, beyond));

    kith.screen.get(Role::button, say("people.add_tag")).click();
    kith.screen.get(Role::combobox, say("people.tag")).fill("union");
    kith.screen.get(Role::dialog, say("people.add_tag")).get(Role::button, say("people.add_tag")).click();
    CHECK(all(tagged));
    kith.screen.get(Role::button, say("toast.undo")).click();
    CHECK(std::ranges::none_of(people, tagged));

    kith.screen.get(Role::button, say("people.delete")).click();
    kith.screen.get(Role::alertdialog, say("removal.title_many", 2))
        .get(Role::button, say("removal.go"))
        .click();
    CHECK(std::ranges::none_of(people, live));
    kith.screen.get(Role::button, say("toast.undo")).click();
    CHECK(all(live));
}

TEST_CASE("a filter is kept under a name and found again") {
    SampleKith kith;
    kith.open("people");
    const int all = kith.screen.get(Role::grid, say("nav.people")).node().rows;
    kith.screen.get(Role::button, say("people.filter")).click();
    kith.screen.get(Role::textbox, say("people.filter_place")).fill("Uppsala");
    const int there = kith.screen.get(Role::grid, say("nav.people")).node().rows;
    CHECK(there < all);
    kith.screen.press("Tab");
    kith.screen.get(Role::button, say("people.saved_filters")).click();
    kith.screen.get(Role::menuitem, say("people.save_filter")).click();
    kith.screen.type("Uppsala people");
    kith.screen.press("Enter");
    const RecordId kept = kith.called(Kind::saved_filter, "Uppsala people");
    REQUIRE(kept);
    CHECK(kith.workspace.text(kept, saved_filter::query) == "place:Uppsala");
    kith.screen.get(Role::textbox, say("people.filter_place")).fill("");
    CHECK(kith.screen.get(Role::grid, say("nav.people")).node().rows == all);
    kith.screen.press("Tab");
    kith.screen.get(Role::button, say("people.saved_filters")).click();
    kith.screen.get(Role::menuitemcheckbox, "Uppsala people").click();
    CHECK(kith.screen.get(Role::grid, say("nav.people")).node().rows == there);
}

TEST_CASE("one's own membership is noted with what it brought") {
    SampleKith kith;
    const RecordId college = kith.called(Kind::organisation, "Royal College of Nursing");
    const std::size_t people = kith.workspace.count(Kind::person);
    kith.open("organisations", college);
    kith.screen.get(Role::button, say("page.membership_add")).click();
    kith.screen.get(Role::textbox, label_of(affiliation::brought)).fill("A mentor, and two talks");
    kith.screen.press("Control+Enter");
    const RecordId me = self(kith.workspace);
    REQUIRE(me);
    CHECK(kith.workspace.count(Kind::person) == people);  // the sample has a record of its own person
    const auto roles = kith.workspace.referrers(college, affiliation::organisation);
    const auto mine = std::ranges::find_if(
        roles, [&](RecordId role) { return kith.workspace.reference(role, affiliation::person) == me; });
    REQUIRE(mine != roles.end());
    CHECK(kith.workspace.text(*mine, affiliation::brought) == "A mentor, and two talks");
    kith.open("people");
    CHECK_FALSE(kith.screen.has(Role::row, "Alma Sandgren"));
}

TEST_CASE("the first membership makes a record of the person at the screen, and they are no contact") {
    Kith kith;
    const RecordId college = kith.make_titled(Kind::organisation, "Royal College of Nursing");
    kith.open("organisations", college);
    kith.screen.get(Role::button, say("page.membership_add")).click();
    REQUIRE(self(kith.workspace));
    kith.make_person("Eva", "Berg");
    kith.open("people");
    CHECK(kith.screen.get(Role::grid, say("nav.people")).node().rows == 2);  // Eva, and the row of titles
}

TEST_CASE("suggestions say why, and one that is refused is not made again") {
    Kith kith;
    const RecordId neha = kith.make(Kind::person, [](Draft& draft, RecordId made) {
        draft.set_text(made, person::given_name, "Neha");
        draft.add(made, person::needs, "simulation course");
    });
    kith.make(Kind::person, [](Draft& draft, RecordId made) {
        draft.set_text(made, person::given_name, "Rosa");
        draft.add(made, person::offers, "simulation course");
    });
    make_favour(kith, neha, "received", "told", "A talk");
    kith.open("favours");
    REQUIRE(kith.screen.get(Role::list, say("suggest.introductions"))
            .has(Role::link, say("suggest.introduce", "Neha", "Rosa")));
    kith.screen.get(Role::button, say("suggest.not_this", say("suggest.introduce", "Neha", "Rosa"))).click();
    CHECK_FALSE(kith.screen.has(Role::list, say("suggest.introductions")));
    kith.screen.get(Role::button, say("toast.undo")).click();
    kith.screen.get(Role::button, say("suggest.introduce_yes")).click();
    CHECK(kith.workspace.count(Kind::favour) == 2);
    const RecordId offered = kith.workspace.all(Kind::favour).back();
    CHECK(kith.workspace.choice(offered, favour::kind) == favour::kind::introduction);
    CHECK(kith.screen.has(Role::list, say("favours.path")));
}

TEST_CASE("a mentor is looked for among the people one knows") {
    SampleKith kith;
    kith.open("mentorships");
    kith.screen.get(Role::button, say("suggest.find_mentor")).click();
    kith.screen.get(Role::textbox, say("suggest.field")).fill("training");
    REQUIRE(kith.screen.get(Role::list, say("suggest.candidates")).has(Role::button, say("suggest.ask")));
    kith.screen.get(Role::list, say("suggest.candidates")).get(Role::button, say("suggest.ask")).click();
    CHECK(kith.screen.host().location.starts_with("mentorships/"));
}
