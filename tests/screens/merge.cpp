// Opening another device's file or a backup.
#include "journal/store.h"
#include "kith.h"

using namespace kith;
using namespace kith::ui;

namespace {

std::string file_of(const Workspace& workspace) {
    std::vector<std::string_view> frames;
    for (const TransactionInfo& transaction : workspace.transactions())
        frames.push_back(transaction.frame);
    return kith::file_of(frames);
}

/// The same people on two devices; afterwards each was used on its own.
struct TwoDevices : Kith {
    TwoDevices() {
        ana = make_person("Ana", "Núñez");
        other.apply(std::string(frames_of(file_of(workspace)).value()));
        note(other, "Plays the cello", 10);
        Draft draft({"change.add_person", {"Zoe Park"}});
        const RecordId zoe = draft.create(Kind::person, random);
        draft.set_text(zoe, person::given_name, "Zoe");
        draft.set_text(zoe, person::family_name, "Park");
        REQUIRE(other.commit(std::move(draft), screen.host().clock + std::chrono::minutes(11)));
        make_person("Max", "Holm");
    }
    void note(Workspace& at, std::string_view text, int minutes) {
        Draft draft({"change.edit", {"Person"}});
        draft.set_text(ana, person::notes, text);
        REQUIRE(at.commit(std::move(draft), screen.host().clock + std::chrono::minutes(minutes)));
    }
    void receive() {
        app.receive_file("phone.kith", file_of(other));
        screen.settle();
    }

    Workspace other{ReplicaId{2}};
    RecordId ana;
};

}  // namespace

TEST_CASE("another device's file is shown before it is merged, and one press takes it back") {
    TwoDevices kith;
    kith.note(kith.workspace, "Likes tea", 5);
    const auto before = kith.workspace.revision();
    kith.receive();
    CHECK(kith.screen.has(Role::heading, say("merge.title", "phone.kith")));
    CHECK(kith.screen.shows(say("count.person", 1) + ": Zoe Park"));
    CHECK(kith.screen.shows(say("count.person", 1) + ": Ana Núñez"));
    CHECK(kith.screen.shows(
        say("merge.both_there", "Ana Núñez", label_of(person::notes), "Likes tea", "Plays the cello")));
    CHECK(kith.workspace.revision() == before);
    kith.screen.get(Role::button, say("merge.go_join")).click();
    CHECK(kith.called(Kind::person, "Zoe Park"));
    CHECK(kith.called(Kind::person, "Max Holm"));
    CHECK(kith.workspace.text(kith.ana, person::notes) == "Plays the cello");
    CHECK(kith.screen.shows(say("merge.done_text", "phone.kith")));
    kith.screen.get(Role::button, say("merge.undo")).click();
    CHECK_FALSE(kith.called(Kind::person, "Zoe Park"));
    CHECK(kith.workspace.text(kith.ana, person::notes) == "Likes tea");
}

TEST_CASE("a file is put in the place of what is here, and undo brings that back") {
    TwoDevices kith;
    kith.receive();
    kith.screen.get(Role::radio, say("merge.replace")).click();
    CHECK(kith.screen.has(Role::heading, say("merge.gone")));
    CHECK(kith.screen.shows(say("count.person", 1) + ": Max Holm"));
    kith.screen.get(Role::button, say("merge.go_replace")).click();
    CHECK_FALSE(kith.called(Kind::person, "Max Holm"));
    CHECK(kith.called(Kind::person, "Zoe Park"));
    kith.screen.get(Role::button, say("merge.undo")).click();
    CHECK(kith.called(Kind::person, "Max Holm"));
    CHECK_FALSE(kith.called(Kind::person, "Zoe Park"));
}

TEST_CASE("a file whose steps are all here says so, and can still be gone back to") {
    Kith kith;
    kith.make_person("Ana", "Núñez");
    const std::string backup = file_of(kith.workspace);
    kith.make_person("Max", "Holm");
    kith.app.receive_file("backup.kith", backup);
    kith.screen.settle();
    CHECK(kith.screen.shows(say("merge.all_known")));
    CHECK(kith.screen.shows(say("merge.older", 1)));
    CHECK(kith.screen.get(Role::button, say("merge.go_join")).node().disabled);
    kith.screen.get(Role::radio, say("merge.replace")).click();
    kith.screen.get(Role::button, say("merge.go_replace")).click();
    CHECK(kith.workspace.count(Kind::person) == 1);
    kith.screen.get(Role::button, say("files.done")).click();
    CHECK(kith.screen.has(Role::heading, say("nav.files")));
}

TEST_CASE("a file from a device whose clock is ahead says so") {
    TwoDevices kith;
    kith.note(kith.other, say("goal_skills.from", "next week"), 60 * 24 * 7);
    kith.receive();
    CHECK(kith.screen.shows(Catalogue::english().get("merge.clock_ahead")));
}

TEST_CASE("a file from a newer Kith is refused in plain words, and nothing changes") {
    TwoDevices kith;
    std::string file = file_of(kith.other);
    file[8] = 7;
    const auto before = kith.workspace.revision();
    kith.app.receive_file("new.kith", file);
    kith.screen.settle();
    CHECK(kith.screen.shows(Catalogue::english().get("journal.too_new")));
    CHECK(kith.workspace.revision() == before);
}
