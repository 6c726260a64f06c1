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

/// What goes with Ana: "1 connection, 1 conversation and 1 favour".
std::string along() {
    return say("series.last", say("series.middle", say("count.tie", 1), say("count.interaction", 1)),
        say("count.favour", 1));
}

}  // namespace

TEST_CASE("what goes with a person is said before they are deleted, and comes back with them") {
    KnownAna kith;
    kith.open("people", kith.ana);
    kith.screen.get(Role::button, say("person.more")).click();
    kith.screen.get(Role::menuitem, say("person.delete")).click();
    REQUIRE(kith.screen.has(Role::alertdialog, say("removal.title", "Ana Núñez")));
    CHECK(kith.screen.shows(say("removal.along", along())));
    CHECK(kith.workspace.live(kith.ana));
    kith.screen.get(Role::button, say("removal.go")).click();
    CHECK_FALSE(kith.workspace.live(kith.ana));
    CHECK_FALSE(kith.workspace.live(kith.tie));
    kith.screen.get(Role::link, say("nav.trash")).click();
    CHECK(kith.screen.get(Role::listitem, "Ana Núñez").description() ==
        say("trash.deleted_with", say("kind.person", 1), say("date.today"), along()));
    kith.screen.get(Role::button, say("trash.restore")).click();
    CHECK(kith.workspace.live(kith.ana));
    CHECK(kith.workspace.live(kith.tie));
}

TEST_CASE("the trash is emptied by hand alone, after a question") {
    KnownAna kith;
    kith.open("people", kith.called(Kind::person, "Ben Okafor"));
    kith.screen.get(Role::button, say("person.more")).click();
    kith.screen.get(Role::menuitem, say("person.delete")).click();
    kith.screen.get(Role::button, say("removal.go")).click();
    kith.screen.get(Role::link, say("nav.trash")).click();
    kith.screen.get(Role::button, say("trash.empty")).click();
    REQUIRE(kith.screen.has(Role::alertdialog, say("trash.empty_title")));
    kith.screen.get(Role::button, say("form.cancel")).click();
    CHECK(kith.screen.has(Role::button, say("trash.restore")));
    kith.screen.get(Role::button, say("trash.empty")).click();
    kith.screen.get(Role::alertdialog, say("trash.empty_title"))
        .get(Role::button, say("trash.empty"))
        .click();
    CHECK(kith.screen.shows(say("trash.none")));
}

TEST_CASE("an earlier value of a field is brought back from the record's history") {
    KnownAna kith;
    for (const std::string_view text : {"Likes tea", "Likes coffee"}) {
        Draft draft({"change.edit", {"Person"}});
        draft.set_text(kith.ana, person::notes, text);
        REQUIRE(kith.workspace.commit(std::move(draft), kith.screen.host().clock));
    }
    kith.open("people", kith.ana);
    kith.screen.get(Role::button, say("person.more")).click();
    kith.screen.get(Role::menuitem, Catalogue::english().get("person.show_history")).click();
    CHECK_FALSE(
        kith.screen.has(Role::button, say("history.bring_back", label_of(person::notes) + ": Likes coffee")));
    kith.screen.get(Role::button, say("history.bring_back", label_of(person::notes) + ": Likes tea"))
        .activate();
    CHECK(kith.workspace.text(kith.ana, person::notes) == "Likes tea");
    CHECK(
        kith.screen.has(Role::button, say("history.bring_back", label_of(person::notes) + ": Likes coffee")));
}

TEST_CASE("an entry of a list that was taken out is brought back") {
    KnownAna kith;
    const RecordId clinic = kith.make(Kind::organisation, [](Draft& draft, RecordId made) {
        draft.set_text(made, organisation::name, "City Clinic");
        draft.add(made, organisation::tags, "target");
    });
    Draft draft({"change.edit", {say("column.organisation")}});
    draft.remove(clinic, organisation::tags, element_of("target"));
    REQUIRE(kith.workspace.commit(std::move(draft), kith.screen.host().clock));
    kith.open("organisations", clinic);
    kith.screen.get(Role::button, say("person.more")).click();
    kith.screen.get(Role::menuitem, Catalogue::english().get("page.show_history")).click();
    kith.screen.get(Role::button, say("history.bring_back", label_of(organisation::tags) + ": target"))
        .activate();
    CHECK(kith.workspace.texts(clinic, organisation::tags).size() == 1);
}

TEST_CASE("a week without a backup is said where the browser may clear what it keeps") {
    NineDaysOn kith;
    REQUIRE(kith.screen.shows(say("backup.remind_never")));
    kith.screen.get(Role::button, say("backup.save_now")).click();
    CHECK(kith.screen.host().saved.size() == 1);
    CHECK_FALSE(kith.screen.has(Role::button, say("backup.save_now")));
    kith.screen.host().clock += std::chrono::days(8);
    kith.open("people");
    CHECK(kith.screen.shows(say("backup.remind", say("span.ago.days", 8))));
    kith.screen.get(Role::button, say("backup.later")).click();
    CHECK_FALSE(kith.screen.has(Role::button, say("backup.save_now")));
    kith.screen.host().clock += std::chrono::hours(25);
    kith.open("files");
    CHECK(kith.screen.has(Role::button, say("backup.save_now")));
}

TEST_CASE("nobody is reminded where the browser has promised to keep it, or in the first week") {
    NineDaysOn kith;
    kith.screen.host().storage_.persistent = true;
    kith.open("files");
    CHECK_FALSE(kith.screen.has(Role::button, say("backup.save_now")));
    Kith fresh;
    fresh.make_person("Ana", "Núñez");
    fresh.open("people");
    CHECK_FALSE(fresh.screen.has(Role::button, say("backup.save_now")));
}

TEST_CASE("what can't be saved is said with what the browser said, where it is looked for") {
    Kith kith;
    StorageState& storage = kith.screen.host().storage_;
    storage.state = SaveState::not_saved;
    storage.problem = Error{.kind = ErrorKind::no_space,
        .message = {"storage.no_space", {}},
        .cause = "QuotaExceededError: full"};
    const std::string cause = say("error.cause", "QuotaExceededError: full");
    kith.open("settings");
    CHECK(kith.screen.has(Role::alert, say("storage.no_space")));
    CHECK(kith.screen.has(Role::paragraph, cause));
    CHECK(kith.screen.get(Role::status, say("storage.not_saved")).node().description ==
        say("storage.no_space") + " " + cause);
    storage.problem->cause.clear();
    kith.screen.settle();
    CHECK(kith.screen.has(Role::alert, say("storage.no_space")));
    CHECK(kith.screen.get(Role::status, say("storage.not_saved")).node().description ==
        say("storage.no_space"));
    storage = {};
    kith.screen.settle();
    CHECK(kith.screen.get(Role::status, say("storage.saved")).node().description.empty());
    CHECK_FALSE(kith.screen.has(Role::alert, say("storage.no_space")));
}

TEST_CASE("how the second copy is stands in the settings") {
    Kith kith;
    SecondCopy& copy = kith.screen.host().storage_.copy;
    kith.open("settings");
    CHECK_FALSE(kith.screen.shows(say("settings.copy_none")));
    CHECK_FALSE(kith.screen.shows(say("settings.copy_kept")));
    copy.state = SecondCopy::State::none;
    kith.screen.settle();
    CHECK(kith.screen.shows(say("settings.copy_none")));
    copy.state = SecondCopy::State::kept;
    kith.screen.settle();
    CHECK(kith.screen.shows(say("settings.copy_kept")));
    CHECK_FALSE(kith.screen.shows(say("settings.copy_mended", 1)));
    copy.checked = kith.screen.host().clock - std::chrono::days(1);
    copy.mended = 1;
    kith.screen.settle();
    CHECK(kith.screen.shows(say("settings.copy_checked", say("date.yesterday"))));
    CHECK(kith.screen.shows(say("settings.copy_mended", 1)));
    copy.state = SecondCopy::State::behind;
    copy.cause = "QuotaExceededError: full";
    copy.mended = 2;
    kith.screen.settle();
    CHECK(kith.screen.shows(say("settings.copy_behind")));
    CHECK(kith.screen.shows(say("error.cause", copy.cause)));
    CHECK(kith.screen.shows(say("settings.copy_mended", 2)));
    CHECK_FALSE(kith.screen.shows(say("settings.copy_none")));
}

TEST_CASE("a file can be kept up to date, and its state is said in words") {
    Kith kith;
    BackupState& backup = kith.screen.host().backup_;
    kith.open("settings");
    CHECK_FALSE(kith.screen.has(Role::button, say("backup.keep")));
    backup.file = File::none;
    kith.open("files");
    kith.screen.get(Role::button, say("backup.keep")).activate();
    CHECK(kith.screen.host().kept_files.size() == 1);
    backup.file = File::kept, backup.name = "kith.kith", backup.last = kith.screen.host().clock;
    kith.open("settings");
    CHECK(kith.screen.shows(say("backup.kept", "kith.kith")));
    CHECK(kith.screen.shows(say("backup.last", say("date.today"))));
    backup.file = File::waiting;
    kith.open("files");
    kith.screen.get(Role::button, say("backup.allow")).activate();
    CHECK(kith.screen.host().allowed == 1);
    backup.file = File::failed;
    kith.open("settings");
    CHECK(kith.screen.shows(say("backup.failed", "kith.kith")));
    CHECK_FALSE(kith.screen.shows("NotFoundError"));
    backup.cause = "NotFoundError: it is gone";
    kith.screen.settle();
    CHECK(kith.screen.shows(say("error.cause", backup.cause)));
    kith.screen.get(Role::button, say("backup.stop")).activate();
    CHECK(kith.screen.host().forgotten == 1);
}
