// Packing older history away: what is shown, and everything since, is the same without it; and it comes back
// with the file that it was saved in.
#include <doctest/doctest.h>

#include <algorithm>

#include "random_edits.h"
#include "workspace/looking_back.h"

using namespace kith;
using namespace kith::testing;

namespace {

/// What is left in the files afterwards, read again.
Workspace packed(Workspace& workspace, Instant before, Instant now) {
    const std::vector<std::uint32_t> away = workspace.superseded_before(before);
    (void)workspace.note_packing({"change.pack", {1}}, away, before, now);
    std::string frames;
    for (std::uint32_t i = 0; i < workspace.transactions().size(); ++i) {
        if (!std::ranges::binary_search(away, i)) frames += workspace.transactions()[i].frame;
    }
    Workspace left(workspace.replica());
    const ApplyReport report = left.apply(std::move(frames));
    REQUIRE_FALSE(report.damaged);
    return left;
}

std::string frames_in(const Workspace& workspace) {
    std::string frames;
    for (const TransactionInfo& transaction : workspace.transactions())
        frames += transaction.frame;
    return frames;
}

}  // namespace

TEST_CASE(
    "packing changes nothing that is shown, then or since, and merging the saved file brings all back") {
    std::size_t away = 0;
    for (std::uint64_t seed = 1; seed <= histories(100); ++seed) {
        CAPTURE(seed);
        Random random(seed);
        Workspace whole(ReplicaId{1}), other(ReplicaId{2});
        for (int step = 0; step < 60; ++step) {
            random_step(whole, random, moment(step * 1000));
            random_step(other, random, moment(step * 1000 + 500));
            if (random.below(15) == 0)
                whole.merge(
                    frames_in(other), Draft({"test.merge", {}}, TransactionKind::merge), moment(step * 1000));
            if (random.below(15) == 0) other.apply(frames_in(whole));
        }
        const std::int64_t cut = static_cast<std::int64_t>(random.below(60)) * 1000;
        const std::string saved = frames_in(whole);
        Workspace left = packed(whole, moment(cut), moment(100'000));
        away += whole.transactions().size() - left.transactions().size();
        REQUIRE(picture(left) == picture(whole));
        for (std::int64_t at = cut; at < 62'000; at += 2500)
            REQUIRE(picture(as_of(left, moment(at))) == picture(as_of(whole, moment(at))));
        for (const RecordId person : whole.all(Kind::person)) {
            for (const FieldSpec& field : fields_of(Kind::person)) {
                const auto a = whole.elements(person, field.id), b = left.elements(person, field.id);
                REQUIRE(std::ranges::equal(a, b, {}, &Element::id, &Element::id));  // rows stay in order
            }
        }
        if (left.transactions().size() < whole.transactions().size()) {
            REQUIRE(left.packed_until() == moment(cut));
        }
        // Undo goes back as far as everything is there, and no further.
        Workspace copy(ReplicaId{1});
        copy.apply(frames_in(whole));
        while (left.next_undo() != nullptr) {
            REQUIRE(left.next_undo()->stamp.wall() >= left.packed_until());
            REQUIRE(copy.next_undo()->stamp == left.next_undo()->stamp);
            REQUIRE(left.undo(moment(200'000)));
            REQUIRE(copy.undo(moment(200'000)));
            REQUIRE(picture(left) == picture(copy));
        }
        left.apply(saved);
        REQUIRE(left.packed_until() == Instant{});
        for (std::int64_t at = 0; at < 62'000; at += 5000)
            REQUIRE(picture(as_of(left, moment(at))) == picture(as_of(whole, moment(at))));
    }
    CHECK(away > 100);
}

TEST_CASE("a device that has everything is not bothered by another's packing") {
    Random random(1);
    Workspace laptop(ReplicaId{1}), phone(ReplicaId{2});
    for (int step = 0; step < 40; ++step)
        random_step(laptop, random, moment(step * 1000));
    phone.apply(frames_in(laptop));
    Workspace left = packed(laptop, moment(30'000), moment(50'000));
    REQUIRE(left.packed_until() > Instant{});
    phone.apply(frames_in(left));
    CHECK(phone.packed_until() == Instant{});
    CHECK(picture(phone) == picture(left));
}

TEST_CASE("a step that may rest on what was packed away can't be taken back, and says why") {
    Workspace whole(ReplicaId{1});
    Random random(1);
    Draft first({"test.first", {}});
    const RecordId ana = first.create(Kind::person, random);
    first.set_text(ana, person::given_name, "Ana");
    REQUIRE(whole.commit(std::move(first), moment(0)));
    for (int i = 1; i <= 3; ++i) {
        Draft draft({"test.note", {}});
        draft.set_text(ana, person::notes, std::to_string(i));
        REQUIRE(whole.commit(std::move(draft), moment(i * 1000)));
    }
    Workspace left = packed(whole, moment(2500), moment(9000));
    CHECK(left.transactions().size() == 4);  // first, 2, 3 and the packing
    CHECK(left.history_of(ana, person::notes).size() == 2);
    CHECK(left.undo_one(0, moment(9001)).error().message.key == "undo.packed");
    REQUIRE(left.undo(moment(9002)));
    CHECK(left.text(ana, person::notes) == "2");
    const auto again = whole.superseded_before(moment(0));
    CHECK(again.empty());
    CHECK_FALSE(whole.note_packing({"change.pack", {1}}, again, moment(0), moment(9003)));
}
