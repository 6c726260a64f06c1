// What goes to the trash with a record, and comes back with it.
#include "workspace/trash.h"

#include <doctest/doctest.h>

#include "random_edits.h"

using namespace kith;
using namespace kith::testing;

namespace {

/// Ana, whom the user knows well: a job, a tie, a favour, a talk alone and one with Ben as well.
struct Ana {
    Ana() {
        Draft draft({"test.story", {}});
        ana = draft.create(Kind::person, random);
        ben = draft.create(Kind::person, random);
        draft.set_text(ana, person::given_name, "Ana");
        draft.set_text(ben, person::given_name, "Ben");
        tie = draft.create(Kind::tie, random);
        draft.set(tie, tie::a, Value::reference(ana));
        draft.set(tie, tie::b, Value::reference(ben));
        job = draft.create(Kind::affiliation, random);
        draft.set(job, affiliation::person, Value::reference(ana));
        favour = draft.create(Kind::favour, random);
        draft.set(favour, favour::person, Value::reference(ana));
        alone = draft.create(Kind::interaction, random);
        draft.add(alone, interaction::people, ana);
        both = draft.create(Kind::interaction, random);
        draft.add(both, interaction::people, ana);
        draft.add(both, interaction::people, ben);
        commit(std::move(draft));
    }
    void commit(Draft draft) { REQUIRE(workspace.commit(std::move(draft), moment(++time))); }
    void trash(RecordId record) {
        Draft draft({"test.trash", {}});
        trash_whole(draft, workspace, record);
        commit(std::move(draft));
    }
    void restore(RecordId record) {
        Draft draft({"test.restore", {}});
        restore_whole(draft, workspace, record);
        commit(std::move(draft));
    }

    Random random{9};
    Workspace workspace{ReplicaId{1}};
    std::int64_t time = 0;
    RecordId ana, ben, tie, job, favour, alone, both;
};

}  // namespace

TEST_CASE_FIXTURE(
    Ana, "a person's ties, jobs, favours and talks alone go with them; talks with others stay") {
    CHECK(belongings(workspace, ana).size() == 4);
    trash(ana);
    for (const RecordId record : {ana, tie, job, favour, alone})
        CHECK(workspace.state(record) == RecordState::trashed);
    CHECK(workspace.live(both));
    CHECK(is_along(workspace, tie));
    CHECK_FALSE(is_along(workspace, ana));
    CHECK(went_along(workspace, ana).size() == 4);
}

TEST_CASE_FIXTURE(Ana, "restoring brings all of it back, and nothing that was deleted for itself") {
    trash(favour);
    const Picture before = picture(workspace);
    trash(ana);
    restore(ana);
    CHECK(picture(workspace) == before);
    CHECK(workspace.state(favour) == RecordState::trashed);
}

TEST_CASE_FIXTURE(Ana, "what two deleted people shared comes back with either") {
    Draft draft({"test.trash", {}});
    trash_whole(draft, workspace, ana);
    trash_whole(draft, workspace, ben);
    commit(std::move(draft));
    restore(ben);
    CHECK(workspace.live(tie));
    CHECK(workspace.state(ana) == RecordState::trashed);
    restore(ana);
    CHECK(workspace.live(favour));
}

TEST_CASE_FIXTURE(
    Ana, "the trash lists what was deleted for itself, the latest first, with what went along") {
    trash(favour);
    trash(ana);
    const auto list = deleted(workspace);
    REQUIRE(list.size() == 2);
    CHECK(list[0].record == ana);
    CHECK(list[0].along.size() == 3);
    CHECK(list[1].record == favour);
    CHECK(list[1].along.empty());
}

TEST_CASE_FIXTURE(Ana, "deleting and undoing is as if nothing had been") {
    const Picture before = picture(workspace);
    trash(ana);
    REQUIRE(workspace.undo(moment(++time)));
    CHECK(picture(workspace) == before);
    REQUIRE(workspace.redo(moment(++time)));
    CHECK(went_along(workspace, ana).size() == 4);
}

TEST_CASE_FIXTURE(Ana, "the trash is emptied in one step, which can be taken back") {
    trash(ana);
    const Picture full = picture(workspace);
    Draft draft({"test.empty", {}});
    for (const RecordId record : all_trashed(workspace))
        erase(draft, workspace, record);
    commit(std::move(draft));
    CHECK(all_trashed(workspace).empty());
    CHECK(workspace.state(ana) == RecordState::erased);
    CHECK(workspace.text(ana, person::given_name).empty());
    CHECK(workspace.history_of(ana, person::given_name).size() == 2);
    REQUIRE(workspace.undo(moment(++time)));
    CHECK(picture(workspace) == full);
}

TEST_CASE_FIXTURE(Ana, "what a person deletes, brings back and empties is called as they see it") {
    const auto label = [](const Draft& draft) {
        std::string text(draft.label().key);
        for (const Argument& argument : draft.label().arguments)
            text += " " + kept_text(argument);
        return text;
    };
    const RecordId people[] = {ana, ben};
    Draft draft = delete_whole({"change.trash_people", {2}}, workspace, people);
    CHECK(label(draft) == "change.trash_people 2");
    commit(std::move(draft));
    CHECK(workspace.state(job) == RecordState::trashed);
    draft = bring_back(workspace, ana, "Ana");
    CHECK(label(draft) == "change.restore Ana");
    commit(std::move(draft));
    CHECK(workspace.live(job));
    draft = delete_alone(ana, "Ana");
    CHECK(label(draft) == "change.trash_record Ana");
    commit(std::move(draft));
    CHECK(workspace.live(job));
    const std::size_t all = all_trashed(workspace).size();
    draft = empty_trash(workspace);
    CHECK(label(draft) == "change.empty_trash " + std::to_string(all));
    commit(std::move(draft));
    CHECK(all_trashed(workspace).empty());
    CHECK(workspace.state(ana) == RecordState::erased);
}
