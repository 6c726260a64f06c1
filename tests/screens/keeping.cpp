// Nothing is lost: deleting with what belongs to it, bringing values back, backups.
#include "kith.h"

using namespace kith;
using namespace kith::ui;

namespace {

using File = BackupState::File;

/// Ana, with a tie, a favour and a talk.
struct KnownAna : Kith {
    KnownAna() {
        ana = make_person("Ana", "Núñez");
        const RecordId ben = make_person("Ben", "Okafor");
        tie = make(Kind::tie, [&](Draft& draft, RecordId made) {
            draft.set(made, tie::a, Value::reference(ana));
            draft.set(made, tie::b, Value::reference(ben));
        });
        make(Kind::favour,
            [&](Draft& draft, RecordId made) { draft.set(made, favour::person, Value::reference(ana)); });
        make(Kind::interaction,
            [&](Draft& draft, RecordId made) { draft.add(made, interaction::people, ana); });
    }
    RecordId ana, tie;
};

/// Someone was entered nine days ago, in a browser that may clear what it keeps.
struct NineDaysOn : Kith {
    NineDaysOn() {
        make_person("Ana", "Núñez");
        screen.host().clock += std::chrono::days(9);
        open("people");
    }
};

}  // namespace

TEST_CASE("what goes with a person is said before they are deleted, and comes back with them") {
    KnownAna kith;
    kith.open("people", kith.ana);
    kith.screen.get(Role::button, "More").click();
    kith.screen.get(Role::menuitem, "Delete").click();
    REQUIRE(kith.screen.has(Role::alertdialog, "Delete Ana Núñez?"));
    CHECK(kith.screen.shows("This goes to the trash as well: 1 tie, 1 contact and 1 favour."));
    CHECK(kith.workspace.live(kith.ana));
    kith.screen.get(Role::button, "Move to the trash").click();
    CHECK_FALSE(kith.workspace.live(kith.ana));
    CHECK_FALSE(kith.workspace.live(kith.tie));
    kith.screen.get(Role::link, "Trash").click();
    CHECK(kith.screen.get(Role::listitem, "Ana Núñez").description() ==
        "Person · deleted today · with 1 tie, 1 contact and 1 favour");
    kith.screen.get(Role::button, "Restore").click();
    CHECK(kith.workspace.live(kith.ana));
    CHECK(kith.workspace.live(kith.tie));
}

TEST_CASE("the trash is emptied by hand alone, after a question") {
    KnownAna kith;
    kith.open("people", kith.called(Kind::person, "Ben Okafor"));
    kith.screen.get(Role::button, "More").click();
    kith.screen.get(Role::menuitem, "Delete").click();
    kith.screen.get(Role::button, "Move to the trash").click();
    kith.screen.get(Role::link, "Trash").click();
    kith.screen.get(Role::button, "Empty the trash").click();
    REQUIRE(kith.screen.has(Role::alertdialog, "Empty the trash?"));
    kith.screen.get(Role::button, "Cancel").click();
    CHECK(kith.screen.has(Role::button, "Restore"));
    kith.screen.get(Role::button, "Empty the trash").click();
    kith.screen.get(Role::alertdialog, "Empty the trash?").get(Role::button, "Empty the trash").click();
    CHECK(kith.screen.shows("The trash is empty"));
}

TEST_CASE("an earlier value of a field is brought back from the record's history") {
    KnownAna kith;
    for (const std::string_view text : {"Likes tea", "Likes coffee"}) {
        Draft draft({"change.edit", {"Person"}});
        draft.set_text(kith.ana, person::notes, text);
        REQUIRE(kith.workspace.commit(std::move(draft), kith.screen.host().clock));
    }
    kith.open("people", kith.ana);
    kith.screen.get(Role::button, "More").click();
    kith.screen.get(Role::menuitem, Catalogue::english().get("person.show_history")).click();
    CHECK_FALSE(kith.screen.has(Role::button, "Bring back Notes: Likes coffee"));
    kith.screen.get(Role::button, "Bring back Notes: Likes tea").activate();
    CHECK(kith.workspace.text(kith.ana, person::notes) == "Likes tea");
    CHECK(kith.screen.has(Role::button, "Bring back Notes: Likes coffee"));
}

TEST_CASE("an entry of a list that was taken out is brought back") {
    KnownAna kith;
    const RecordId clinic = kith.make(Kind::organisation, [](Draft& draft, RecordId made) {
        draft.set_text(made, organisation::name, "City Clinic");
        draft.add(made, organisation::tags, "target");
    });
    Draft draft({"change.edit", {"Organisation"}});
    draft.remove(clinic, organisation::tags, element_of("target"));
    REQUIRE(kith.workspace.commit(std::move(draft), kith.screen.host().clock));
    kith.open("organisations", clinic);
    kith.screen.get(Role::button, "More").click();
    kith.screen.get(Role::menuitem, Catalogue::english().get("page.show_history")).click();
    kith.screen.get(Role::button, "Bring back Tags: target").activate();
    CHECK(kith.workspace.texts(clinic, organisation::tags).size() == 1);
}

TEST_CASE("a week without a backup is said where the browser may clear what it keeps") {
    NineDaysOn kith;
    REQUIRE(kith.screen.shows("You have no backup yet, and this browser may clear what it keeps."));
    kith.screen.get(Role::button, "Save a backup").click();
    CHECK(kith.screen.host().saved.size() == 1);
    CHECK_FALSE(kith.screen.has(Role::button, "Save a backup"));
    kith.screen.host().clock += std::chrono::days(8);
    kith.open("people");
    CHECK(
        kith.screen.shows("Your last backup was made 8 days ago, and this browser may clear what it keeps."));
    kith.screen.get(Role::button, "Later").click();
    CHECK_FALSE(kith.screen.has(Role::button, "Save a backup"));
    kith.screen.host().clock += std::chrono::hours(25);
    kith.open("files");
    CHECK(kith.screen.has(Role::button, "Save a backup"));
}

TEST_CASE("nobody is reminded where the browser has promised to keep it, or in the first week") {
    NineDaysOn kith;
    kith.screen.host().storage_.persistent = true;
    kith.open("files");
    CHECK_FALSE(kith.screen.has(Role::button, "Save a backup"));
    Kith fresh;
    fresh.make_person("Ana", "Núñez");
    fresh.open("people");
    CHECK_FALSE(fresh.screen.has(Role::button, "Save a backup"));
}

TEST_CASE("a file can be kept up to date, and its state is said in words") {
    Kith kith;
    BackupState& backup = kith.screen.host().backup_;
    kith.open("settings");
    CHECK_FALSE(kith.screen.has(Role::button, "Keep a file up to date"));
    backup.file = File::none;
    kith.open("files");
    kith.screen.get(Role::button, "Keep a file up to date").activate();
    CHECK(kith.screen.host().kept_files.size() == 1);
    backup.file = File::kept, backup.name = "kith.kith", backup.last = kith.screen.host().clock;
    kith.open("settings");
    CHECK(kith.screen.shows("kith.kith is written after every change."));
    CHECK(kith.screen.shows("Last backup: today."));
    backup.file = File::waiting;
    kith.open("files");
    kith.screen.get(Role::button, "Allow it").activate();
    CHECK(kith.screen.host().allowed == 1);
    backup.file = File::failed;
    kith.open("settings");
    CHECK(kith.screen.shows("kith.kith could not be written. Your data here are safe."));
    kith.screen.get(Role::button, "Stop writing it").activate();
    CHECK(kith.screen.host().forgotten == 1);
}
