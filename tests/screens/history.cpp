// The page of everything that was done, and the view of the past.
#include <doctest/doctest.h>

#include "kith.h"
#include "model/fields.h"
#include "ui/app/app.h"
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
    CHECK(story.screen.shows(say("history.set", "Ana", label_of(person::notes), "Plays the cello")));
    story.screen.get(Role::button, say("history.undo")).click();
    CHECK(story.workspace.text(story.ana, person::notes).empty());
    CHECK(story.workspace.count(Kind::person) == 2);
}

TEST_CASE("what something else was built on says so, and stays") {
    Story story;
    story.screen.get(Role::row, "test.first").click();
    CHECK(story.screen.shows(say("history.depends", "test.second")));
    story.screen.get(Role::button, say("history.undo")).click();
    CHECK(story.workspace.live(story.ana));
}

TEST_CASE("Kith is shown as it was, can't be written there, and comes back") {
    Story story;
    story.screen.get(Role::row, "test.second").click();
    story.screen.get(Role::button, say("history.look")).click();
    story.screen.get(Role::link, say("nav.people")).click();
    CHECK(story.screen.has(Role::row, "Ana"));
    CHECK_FALSE(story.screen.has(Role::row, "Ben"));
    const auto before = story.workspace.revision();
    story.screen.press("Control+Z");
    CHECK(story.workspace.revision() == before);
    story.screen.get(Role::button, say("history.leave_past")).click();
    story.screen.get(Role::link, say("nav.people")).click();
    CHECK(story.screen.has(Role::row, "Ben"));
}

TEST_CASE("steps are found by what they are called") {
    Story story;
    story.screen.get(Role::searchbox, say("history.find")).fill("SECOND");
    CHECK(story.screen.has(Role::row, "test.second"));
    CHECK_FALSE(story.screen.has(Role::row, "test.first"));
}

TEST_CASE("a step with hundreds of changes opens as quickly as a small one") {
    Random random{7};
    Workspace workspace{ReplicaId{1}};
    Driver screen;
    App app{screen.host(), workspace, random, Catalogue::english()};
    screen.show(app);
    screen.get(Role::button, say("first.sample")).click();
    app.go_to("history");
    screen.settle();
    screen.get(Role::row, plain_text(Workspace::label_of(workspace.transactions().front()))).click();
    CHECK(screen.has(Role::button, say("history.undo")));
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
    CHECK(kith.screen.shows(say("packing.size", 3, "20 November 2026", "1 KB")));
    kith.screen.get(Role::button, say("packing.open")).activate();
    CHECK(kith.screen.shows(say("packing.what", 1, "1 KB")));
    CHECK(kith.screen.get(Role::button, say("packing.go")).node().disabled);
    kith.screen.get(Role::radio, say("packing.years", 5)).click();
    CHECK(kith.screen.shows(say("packing.nothing")));
    kith.screen.get(Role::radio, say("packing.years", 1)).click();
    kith.screen.get(Role::button, say("packing.save")).click();
    REQUIRE(kith.screen.host().saved.size() == 1);
    kith.screen.get(Role::button, say("packing.go")).click();
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
    CHECK(anew.screen.shows(say("packing.was_packed", "3 April 2027")));
    anew.open("history");
    anew.screen.get(Role::row, say("change.pack", 1)).click();
    CHECK_FALSE(anew.screen.get(Role::button, say("history.look")).node().disabled);
    anew.screen.press("Escape");
    anew.screen.get(Role::row, plain_text(Workspace::label_of(anew.workspace.transactions()[0]))).click();
    CHECK(anew.screen.shows(Catalogue::english().get("history.packed")));
    CHECK(anew.screen.get(Role::button, say("history.look")).node().disabled);
    CHECK(anew.screen.get(Role::button, say("history.undo")).node().disabled);
}
