// Steps of many thousand changes, done in slices: the same as in one go, and nothing until they are settled.
#include <doctest/doctest.h>

#include <string>

#include "random_edits.h"
#include "workspace/merging.h"

using namespace kith;
using namespace kith::testing;

namespace {

constexpr std::size_t many = 2000;

Draft add_many(Random& random) {
    Draft draft({"test.add", {}});
    for (std::size_t i = 0; i < many; ++i) {
        const RecordId person = draft.create(Kind::person, random);
        draft.set_text(person, person::given_name, "Person " + std::to_string(i));
        draft.add(person, person::tags, "many");
    }
    return draft;
}

/// One pause after the other; gives up after so many. How many there were.
std::size_t run(Slices& work, std::size_t most = 1'000'000) {
    std::size_t pauses = 0;
    while (pauses < most && work.step([] { return true; }))
        ++pauses;
    return pauses;
}

std::string names_in(const Workspace& workspace) {
    std::string names;
    workspace.for_each(Kind::person, [&](RecordId person) {
        names += workspace.text(person, person::given_name);
        for (const std::string_view tag : workspace.texts(person, person::tags))
            names += tag;
        names += '\n';
    });
    return names;
}

}  // namespace

TEST_CASE("a commit in slices, its undo and its redo come to what they come to in one go") {
    Random random(5), same(5);
    Workspace sliced(ReplicaId{1}), whole(ReplicaId{1});
    REQUIRE(whole.commit(add_many(same), moment(1)));
    const std::string full = names_in(whole);

    Result<Stamp> result;
    StepProgress progress;
    Slices work = sliced.commit(add_many(random), moment(1), result, progress);
    CHECK(run(work) > many / 100);
    REQUIRE(result);
    CHECK(progress.part == 1);
    CHECK(names_in(sliced) == full);
    CHECK(sliced.transactions().back().frame == whole.transactions().back().frame);

    Result<UndoReport> undone;
    progress = {};
    work = sliced.undo(moment(2), undone, progress);
    CHECK(run(work) > many / 100);
    REQUIRE(undone);
    CHECK(undone->changed == 3 * many);
    CHECK(sliced.count(Kind::person) == 0);
    REQUIRE(whole.undo(moment(2)));
    CHECK(sliced.transactions().back().frame == whole.transactions().back().frame);

    progress = {};
    work = sliced.redo(moment(3), undone, progress);
    run(work);
    REQUIRE(undone);
    CHECK(names_in(sliced) == full);
}

TEST_CASE("a step that is given up before it is settled has changed nothing, wherever that is") {
    Random random(6);
    Workspace workspace(ReplicaId{1});
    REQUIRE(workspace.commit(add_many(random), moment(1)));
    const std::string before = names_in(workspace);
    std::size_t given_up = 0;
    for (std::size_t pauses = 0;; ++pauses) {
        Result<UndoReport> result;
        StepProgress progress;
        Slices work = workspace.undo(moment(2), result, progress);
        run(work, pauses);
        if (progress.settled) {
            run(work);
            break;
        }
        work = {};
        ++given_up;
        REQUIRE(workspace.revision() == 1);
        REQUIRE(names_in(workspace) == before);
    }
    CHECK(given_up > 10);
    CHECK(workspace.count(Kind::person) == 0);
}

TEST_CASE("what is refused in slices is refused as in one go") {
    Random random(7);
    Workspace workspace(ReplicaId{1});
    Draft draft = add_many(random);
    draft.set_text(make_record_id(Kind::person, 77), person::given_name, "Nobody");
    Result<Stamp> result;
    StepProgress progress;
    Slices work = workspace.commit(std::move(draft), moment(1), result, progress);
    run(work);
    REQUIRE_FALSE(result);
    CHECK(result.error().message.key == "workspace.record_gone");
    CHECK_FALSE(progress.settled);
    CHECK(workspace.revision() == 0);
}

TEST_CASE("while a step is applied in slices, what another device wrote can come in between") {
    Random random(8);
    Workspace other(ReplicaId{2});
    REQUIRE(other.commit(add_many(random), moment(5)));
    const std::string theirs(other.transactions().back().frame);

    Workspace sliced(ReplicaId{1}), whole(ReplicaId{1});
    Random mine(9), mine_too(9);
    Result<Stamp> result;
    StepProgress progress;
    Slices work = sliced.commit(add_many(mine), moment(6), result, progress);
    while (!progress.settled || progress.part < 0.7)
        REQUIRE(work.step([] { return true; }));
    CHECK(sliced.apply(theirs).applied == 1);
    run(work);
    REQUIRE(whole.commit(add_many(mine_too), moment(6)));
    CHECK(whole.apply(theirs).applied == 1);
    CHECK(sliced.count(Kind::person) == 2 * many);
    CHECK(differences(sliced, whole).empty());
}

TEST_CASE("another device's file is taken in in slices, either way") {
    Random random(10);
    Workspace here(ReplicaId{1}), there(ReplicaId{2});
    REQUIRE(there.commit(add_many(random), moment(1)));
    Draft own({"test.own", {}});
    own.set_text(own.create(Kind::person, random), person::given_name, "Ana");
    REQUIRE(here.commit(std::move(own), moment(2)));
    const std::string file = file_header() + std::string(there.transactions().back().frame);
    for (const MergeWay way : {MergeWay::join, MergeWay::replace}) {
        const auto plan = plan_merge(here, file);
        REQUIRE(plan);
        MergeReport report;
        StepProgress progress;
        Slices work = carry_out(here, *plan, way, {"test.merge", {}}, moment(3), report, progress);
        CHECK(run(work) > 10);
        CHECK(here.count(Kind::person) == (way == MergeWay::join ? many + 1 : many));
        CHECK(here.size_of_step(static_cast<std::uint32_t>(here.revision() - 1)) >=
            (way == MergeWay::join ? 3 * many : 1));
        Result<UndoReport> undone;
        progress = {};
        work = here.undo(moment(4), undone, progress);
        run(work);
        REQUIRE(undone);
        CHECK(here.count(Kind::person) == (way == MergeWay::join ? 1 : many + 1));
        if (way == MergeWay::join) REQUIRE(here.redo(moment(5)));
    }
}
