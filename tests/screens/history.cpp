// The page of everything that was done, and the view of the past.
#include <doctest/doctest.h>

#include "kith.h"
#include "model/fields.h"
#include "ui/app.h"
#include "workspace/workspace.h"

using namespace kith;
using namespace kith::ui;

namespace {

struct Story {
    Story() {
        screen.show(app);
        Draft first({"test.first", {}});
        ana = first.create(Kind::person, random);
        first.set_text(ana, person::given_name, "Ana");
        commit(std::move(first));
        Draft second({"test.second", {}});
        second.set_text(ana, person::notes, "Plays the cello");
        commit(std::move(second));
        Draft third({"test.third", {}});
        third.set_text(third.create(Kind::person, random), person::given_name, "Ben");
        commit(std::move(third));
        app.go_to("history");
        screen.settle();
    }
    void commit(Draft draft) {
        REQUIRE(workspace.commit(std::move(draft), screen.host().now() - std::chrono::hours(3 - ++step)));
    }

    int step = 0;
    Random random{7};
    Workspace workspace{ReplicaId{1}};
    Driver screen;
    App app{screen.host(), workspace, random, Catalogue::english()};
    RecordId ana;
};

}  // namespace

TEST_CASE("a step in the middle is taken back on its own") {
    Story story;
    story.screen.get(Role::row, "test.second").click();
    CHECK(story.screen.shows("Ana, Notes: Plays the cello"));
    story.screen.get(Role::button, "Undo this step").click();
    CHECK(story.workspace.text(story.ana, person::notes).empty());
    CHECK(story.workspace.count(Kind::person) == 2);
}

TEST_CASE("what something else was built on says so, and stays") {
    Story story;
    story.screen.get(Role::row, "test.first").click();
    CHECK(story.screen.shows("This can't be taken back on its own. Built on it: test.second"));
    story.screen.get(Role::button, "Undo this step").click();
    CHECK(story.workspace.live(story.ana));
}

TEST_CASE("Kith is shown as it was, can't be written there, and comes back") {
    Story story;
    story.screen.get(Role::row, "test.second").click();
    story.screen.get(Role::button, "See Kith as it was then").click();
    story.screen.get(Role::link, "People").click();
    CHECK(story.screen.has(Role::row, "Ana"));
    CHECK_FALSE(story.screen.has(Role::row, "Ben"));
    const auto before = story.workspace.revision();
    story.screen.press("Control+Z");
    CHECK(story.workspace.revision() == before);
    story.screen.get(Role::button, "Back to today").click();
    story.screen.get(Role::link, "People").click();
    CHECK(story.screen.has(Role::row, "Ben"));
}

TEST_CASE("steps are found by what they are called") {
    Story story;
    story.screen.get(Role::searchbox, "Find a step").fill("SECOND");
    CHECK(story.screen.has(Role::row, "test.second"));
    CHECK_FALSE(story.screen.has(Role::row, "test.first"));
}

TEST_CASE("a step with hundreds of changes opens as quickly as a small one") {
    Random random{7};
    Workspace workspace{ReplicaId{1}};
    Driver screen;
    App app{screen.host(), workspace, random, Catalogue::english()};
    screen.show(app);
    screen.get(Role::button, "Look around first").click();
    app.go_to("history");
    screen.settle();
    screen.get(Role::row, Catalogue::english().format(Workspace::label_of(workspace.transactions().front())))
        .click();
    CHECK(screen.has(Role::button, "Undo this step"));
}

TEST_CASE("older history is packed away by hand, after a backup with everything was saved") {
    Kith kith;
    const RecordId ana = kith.make_person("Ana", "Núñez");
    for (const std::string_view text : {"Likes tea", "Likes coffee"}) {
        Draft draft({"change.edit", {"Person"}});
        draft.set_text(ana, person::notes, text);
        REQUIRE(kith.workspace.commit(std::move(draft), kith.screen.host().clock));
    }
    kith.screen.host().clock += std::chrono::days(500);
    kith.open("settings");
    CHECK(kith.screen.shows("3 steps since 20 November 2026, 1 KB"));
    kith.screen.get(Role::button, "Pack older history away").activate();
    CHECK(kith.screen.shows("1 step can go, 1 KB. Nothing that is shown now changes."));
    CHECK(kith.screen.get(Role::button, "Pack it away").node().disabled);
    kith.screen.get(Role::radio, "5 years").click();
    CHECK(kith.screen.shows("Nothing that old can go: what is shown now rests on it."));
    kith.screen.get(Role::radio, "1 year").click();
    kith.screen.get(Role::button, "Save a backup with everything first").click();
    REQUIRE(kith.screen.host().saved.size() == 1);
    kith.screen.get(Role::button, "Pack it away").click();
    CHECK(kith.screen.host().packed == std::vector<std::uint32_t>{1});
    CHECK(kith.workspace.text(ana, person::notes) == "Likes coffee");

    // What the host begins anew with.
    Kith anew;
    std::string frames;
    for (const std::size_t i : {0, 2, 3})
        frames += kith.workspace.transactions()[i].frame;
    anew.workspace.apply(std::move(frames));
    anew.screen.host().clock = kith.screen.host().clock;
    anew.open("settings");
    CHECK(anew.screen.shows(
        "History before 3 April 2027 was packed away. Opening that backup file brings it back."));
    anew.open("history");
    anew.screen.get(Role::row, "Packed 1 older step away").click();
    CHECK_FALSE(anew.screen.get(Role::button, "See Kith as it was then").node().disabled);
    anew.screen.press("Escape");
    anew.screen
        .get(Role::row, Catalogue::english().format(Workspace::label_of(anew.workspace.transactions()[0])))
        .click();
    CHECK(anew.screen.shows(Catalogue::english().get("history.packed")));
    CHECK(anew.screen.get(Role::button, "See Kith as it was then").node().disabled);
    CHECK(anew.screen.get(Role::button, "Undo this step").node().disabled);
}
