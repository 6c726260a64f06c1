#include "workspace/looking_back.h"

#include <doctest/doctest.h>

#include "random_edits.h"

using namespace kith;
using namespace kith::testing;

namespace {

struct Past {
    Workspace workspace{ReplicaId{7}};
    Random random{3};
    std::int64_t time = 0;

    std::uint32_t commit(Draft draft) {
        REQUIRE(workspace.commit(std::move(draft), moment(++time)));
        return static_cast<std::uint32_t>(workspace.transactions().size() - 1);
    }
    RecordId add(std::string_view name) {
        Draft draft({"person.add", {}});
        const RecordId person = draft.create(Kind::person, random);
        draft.set_text(person, person::given_name, name);
        commit(std::move(draft));
        return person;
    }
    std::uint32_t note(RecordId person, std::string_view text) {
        Draft draft({"person.edit", {}});
        draft.set_text(person, person::notes, text);
        return commit(std::move(draft));
    }
};

}  // namespace

TEST_CASE_FIXTURE(Past, "an edit in the middle can be taken back on its own") {
    const RecordId ana = add("Ana"), ben = add("Ben");
    const std::uint32_t noted = note(ana, "Plays the cello");
    note(ben, "Plays the drums");
    CHECK(workspace.depend_on(noted).empty());
    REQUIRE(workspace.undo_one(noted, moment(++time)));
    CHECK(workspace.text(ana, person::notes).empty());
    CHECK(workspace.text(ben, person::notes) == "Plays the drums");
    REQUIRE(workspace.redo(moment(++time)));
    CHECK(workspace.text(ana, person::notes) == "Plays the cello");
}

TEST_CASE_FIXTURE(Past, "what was built upon is not taken back, and what depends on it is named") {
    const RecordId ana = add("Ana");
    const std::uint32_t added = 0;
    const std::uint32_t first = note(ana, "One"), second = note(ana, "Two");
    CHECK(workspace.depend_on(first) == std::vector{second});
    CHECK(workspace.depend_on(added) == std::vector{second});
    const auto refused = workspace.undo_one(first, moment(++time));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.key == "undo.others_depend");

    Draft draft({"tie.add", {}});
    const RecordId ben = draft.create(Kind::person, random);
    const RecordId tie = draft.create(Kind::tie, random);
    draft.set(tie, tie::a, Value::reference(ana));
    draft.set(tie, tie::b, Value::reference(ben));
    const std::uint32_t tied = commit(std::move(draft));
    CHECK(workspace.depend_on(added) == std::vector{second, tied});
}

TEST_CASE("taking one transaction out of the middle gives what there would be without it") {
    Random random{11};
    int taken = 0;
    for (int round = 0; round < 200; ++round) {
        Workspace workspace(ReplicaId{1});
        for (int i = 0; i < 25; ++i)
            REQUIRE(workspace.commit(random_draft(workspace, random), moment(i)));
        if (workspace.transactions().empty()) continue;
        const auto middle = static_cast<std::uint32_t>(random.below(workspace.transactions().size()));
        if (!workspace.depend_on(middle).empty()) continue;
        std::string others;
        for (std::uint32_t i = 0; i < workspace.transactions().size(); ++i) {
            if (i != middle) others += workspace.transactions()[i].frame;
        }
        Workspace without(ReplicaId{1});
        without.apply(std::move(others));
        REQUIRE(workspace.undo_one(middle, moment(100)));
        CHECK(picture(workspace) == picture(without));
        ++taken;
    }
    CHECK(taken > 20);
}

TEST_CASE("the workspace as of a moment is what it was then") {
    Random random{12};
    Workspace workspace(ReplicaId{1});
    std::vector<Picture> then;
    for (int i = 0; i < 60; ++i) {
        REQUIRE(workspace.commit(random_draft(workspace, random), moment(i)));
        then.push_back(picture(workspace));
    }
    for (int i = 0; i < 60; i += 7)
        CHECK(picture(as_of(workspace, moment(i))) == then[static_cast<std::size_t>(i)]);
}

TEST_CASE_FIXTURE(Past, "history lists what was done, the latest first, and marks what was taken back") {
    const RecordId ana = add("Ana");
    const std::uint32_t noted = note(ana, "One");
    REQUIRE(workspace.undo(moment(++time)));
    auto entries = history_entries(workspace);
    REQUIRE(entries.size() == 2);
    CHECK(entries[0].transaction == noted);
    CHECK(entries[0].undone);
    CHECK_FALSE(entries[1].undone);
    REQUIRE(workspace.redo(moment(++time)));
    entries = history_entries(workspace);
    CHECK_FALSE(entries[0].undone);
}

TEST_CASE_FIXTURE(Past, "a transaction tells what was there before and what it put there") {
    const RecordId ana = add("Ana");
    note(ana, "One");
    const std::uint32_t second = note(ana, "Two");
    note(ana, "Three");
    const auto changes = changes_of(workspace, second, 10);
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].record == ana);
    CHECK(changes[0].before.as_text() == "One");
    CHECK(changes[0].after.as_text() == "Two");
}

TEST_CASE_FIXTURE(Past, "what would be is a copy, and nothing is written") {
    const RecordId ana = add("Ana");
    const auto before = workspace.revision();
    Draft draft({"person.edit", {}});
    draft.set_text(ana, person::notes, "Plays the cello");
    const RecordId ben = draft.create(Kind::person, random);
    draft.set_text(ben, person::given_name, "Ben");
    const auto copy = as_if(workspace, std::move(draft), moment(++time));
    REQUIRE(copy);
    CHECK(copy->text(ana, person::notes) == "Plays the cello");
    CHECK(copy->live(ben));
    CHECK(workspace.revision() == before);
    CHECK_FALSE(workspace.live(ben));
    CHECK(workspace.text(ana, person::notes).empty());
}
