// Opening another device's file or a backup: what is said before, what happens, what is taken back.
#include "workspace/merging.h"

#include <doctest/doctest.h>

#include "../journal/whole_file.h"
#include "random_edits.h"

using namespace kith;
using namespace kith::testing;

namespace {

/// Two devices that had the same once.
struct TwoDevices {
    TwoDevices() {
        Draft first({"test.first", {}});
        ana = first.create(Kind::person, random);
        first.set_text(ana, person::given_name, "Ana");
        ben = first.create(Kind::person, random);
        first.set_text(ben, person::given_name, "Ben");
        REQUIRE(phone.commit(std::move(first), moment(0)));
        laptop.apply(frames_of_file(whole_file(phone)));
    }

    static void note(Workspace& at, RecordId person, std::string_view text, int when) {
        Draft draft({"test.note", {}});
        draft.set_text(person, person::notes, text);
        REQUIRE(at.commit(std::move(draft), moment(when)));
    }
    RecordId add(Workspace& at, std::string_view name, int when) {
        Draft draft({"test.add", {}});
        const RecordId person = draft.create(Kind::person, random);
        draft.set_text(person, person::given_name, name);
        REQUIRE(at.commit(std::move(draft), moment(when)));
        return person;
    }
    MergePlan plan() const {
        auto made = plan_merge(laptop, whole_file(phone));
        REQUIRE(made);
        return std::move(*made);
    }

    Random random{5};
    Workspace phone{ReplicaId{1}};
    Workspace laptop{ReplicaId{2}};
    RecordId ana, ben;
};

}  // namespace

TEST_CASE_FIXTURE(TwoDevices, "what a file would bring is said before anything is done") {
    const RecordId zoe = add(phone, "Zoe", 10);
    note(phone, ana, "Likes tea", 20);
    const RecordId max = add(laptop, "Max", 15);
    const auto before = laptop.revision();
    const MergePlan made = plan();
    CHECK(made.fresh == 2);
    CHECK(made.join.added == std::vector{zoe});
    CHECK(made.join.changed == std::vector{ana});
    CHECK(made.join.gone.empty());
    CHECK(made.replace.gone == std::vector{max});
    CHECK(made.conflicts.empty());
    CHECK(laptop.revision() == before);
}

TEST_CASE_FIXTURE(TwoDevices, "where both changed a field the later wins, and it is told which") {
    note(phone, ana, "Likes tea", 20);
    note(laptop, ana, "Likes coffee", 30);
    note(phone, ben, "Sails", 40);
    note(laptop, ben, "Rows", 35);
    const MergePlan made = plan();
    REQUIRE(made.conflicts.size() == 2);
    for (const Conflict& conflict : made.conflicts) {
        CHECK(conflict.field == person::notes);
        CHECK(conflict.here_wins() == (conflict.record == ana));
        CHECK(conflict.here.as_text() == (conflict.record == ana ? "Likes coffee" : "Rows"));
        CHECK(conflict.there.as_text() == (conflict.record == ana ? "Likes tea" : "Sails"));
    }
    carry_out(laptop, made, MergeWay::join, {"test.merge", {}}, moment(50));
    CHECK(laptop.text(ana, person::notes) == "Likes coffee");
    CHECK(laptop.text(ben, person::notes) == "Sails");
    CHECK(laptop.history_of(ana, person::notes).size() == 2);  // both stay in the history
}

TEST_CASE_FIXTURE(TwoDevices, "one undo takes a merge back, and what was changed since stays") {
    const RecordId zoe = add(phone, "Zoe", 10);
    note(phone, ana, "Likes tea", 20);
    note(phone, ben, "Sails", 21);
    carry_out(laptop, plan(), MergeWay::join, {"test.merge", {}}, moment(50));
    CHECK(laptop.live(zoe));
    REQUIRE(laptop.undo(moment(60)));
    CHECK_FALSE(laptop.live(zoe));
    CHECK(laptop.text(ana, person::notes).empty());
    REQUIRE(laptop.redo(moment(61)));
    CHECK(laptop.live(zoe));
    note(laptop, ana, "Likes tea and cake", 70);
    CHECK(laptop.depend_on(4) == std::vector<std::uint32_t>{7});
    CHECK_FALSE(laptop.undo_one(4, moment(71)));
}

TEST_CASE_FIXTURE(TwoDevices, "taken back on one device, a merge is taken back on the other too") {
    const RecordId zoe = add(phone, "Zoe", 10);
    carry_out(laptop, plan(), MergeWay::join, {"test.merge", {}}, moment(50));
    REQUIRE(laptop.undo(moment(60)));
    phone.apply(frames_of_file(whole_file(laptop)));
    CHECK(picture(phone) == picture(laptop));
    CHECK_FALSE(phone.live(zoe));
}

TEST_CASE_FIXTURE(TwoDevices, "a backup takes the place of what is here, and one undo brings that back") {
    const std::string backup = whole_file(laptop);
    const Picture then = picture(laptop);
    const RecordId max = add(laptop, "Max", 15);
    note(laptop, ana, "Wrong", 16);
    Draft trash({"test.trash", {}});
    trash.trash(ben);
    REQUIRE(laptop.commit(std::move(trash), moment(17)));
    const Picture now = picture(laptop);
    const auto made = plan_merge(laptop, backup);
    REQUIRE(made);
    CHECK(made->fresh == 0);
    CHECK(made->join.empty());
    CHECK(made->replace.gone == std::vector{max});
    CHECK(made->replace.added == std::vector{ben});
    CHECK(made->replace.changed == std::vector{ana});
    REQUIRE(carry_out(laptop, *made, MergeWay::replace, {"test.replace", {}}, moment(20)).stamp);
    CHECK(laptop.live(ben));
    CHECK_FALSE(laptop.live(max));
    CHECK(laptop.text(ana, person::notes).empty());
    REQUIRE(laptop.undo(moment(30)));
    CHECK(picture(laptop) == now);
    REQUIRE(laptop.redo(moment(31)));
    CHECK(differences(laptop, *made->there).empty());
}

TEST_CASE("taking a file's place shows what the file shows, whatever was here") {
    for (std::uint64_t seed = 1; seed <= histories(60); ++seed) {
        CAPTURE(seed);
        Random random(seed);
        Workspace here(ReplicaId{1}), there(ReplicaId{2});
        for (int i = 0; i < 15; ++i)
            random_step(here, random, moment(i));
        if (random.below(2) == 0) there.apply(frames_of_file(whole_file(here)));
        for (int i = 0; i < 15; ++i)
            random_step(random.below(2) == 0 ? here : there, random, moment(100 + i));
        const Picture before = picture(here);
        auto made = plan_merge(here, whole_file(there));
        REQUIRE(made);
        if (!carry_out(here, *made, MergeWay::replace, {"test.replace", {}}, moment(500)).stamp) continue;
        REQUIRE(differences(here, there).empty());
        REQUIRE(here.undo(moment(501)));
        REQUIRE(picture(here) == before);
    }
}

TEST_CASE_FIXTURE(
    TwoDevices, "a plan worked out in slices is the plan, also of what is changed here meanwhile") {
    for (int i = 0; i < 600; ++i)
        add(i % 2 == 0 ? laptop : phone, "Zoe " + std::to_string(i), 10 + i);
    const std::string file = whole_file(phone);
    MergeJob job(laptop, file);
    double last = 0;
    int slices = 0;
    bool is_changed = false;
    while (job.step([] { return true; })) {
        ++slices;
        if (!is_changed) REQUIRE(job.fraction() >= last);
        last = job.fraction();
        if (slices == 8) add(laptop, "Max", 900), is_changed = true;
    }
    CHECK(slices > 8);
    const auto plan = job.take();
    const auto at_once = plan_merge(laptop, file);
    REQUIRE(plan);
    REQUIRE(at_once);
    CHECK(plan->revision == laptop.revision());
    CHECK(plan->fresh == at_once->fresh);
    CHECK(plan->frames == at_once->frames);
    CHECK(plan->join.added == at_once->join.added);
    CHECK(plan->replace.gone == at_once->replace.gone);
    CHECK(plan->replace.added == at_once->replace.added);
    CHECK(picture(*plan->after) == picture(*at_once->after));
}

TEST_CASE_FIXTURE(TwoDevices, "a file that is none, newer or cut short is told, and nothing happens") {
    add(phone, "Zoe", 10);
    const std::string file = whole_file(phone);
    CHECK(plan_merge(laptop, "First Name,Last Name").error().kind == ErrorKind::bad_input);
    std::string newer = file;
    newer[8] = 9;
    CHECK(plan_merge(laptop, newer).error().kind == ErrorKind::too_new);
    const auto cut = plan_merge(laptop, std::string_view(file).substr(0, file.size() - 3));
    REQUIRE(cut);
    CHECK(cut->damaged);
    CHECK(cut->fresh == 0);
    CHECK_FALSE(plan_merge(laptop, std::string_view(file).substr(0, 20)));
}
