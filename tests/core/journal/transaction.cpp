#include "journal/transaction.h"

#include <doctest/doctest.h>

#include "base/random.h"
#include "model/fields.h"

using namespace kith;

namespace {

Value random_value(Random& random, std::string& memory) {
    memory.clear();
    for (auto n = random.below(20); n > 0; --n)
        memory += static_cast<char>('a' + random.below(26));
    switch (random.below(9)) {
        case 0: return Value{};
        case 1: return Value::boolean(random.below(2) == 1);
        case 2: return Value::integer(static_cast<std::int64_t>(random()));
        case 3: return Value::text(memory);
        case 4:
            return Value::date(PartialDate{std::chrono::year{static_cast<int>(random.below(9999))},
                std::chrono::month{3}, std::chrono::day{1}});
        case 5:
            return Value::instant(Instant{std::chrono::milliseconds{static_cast<std::int64_t>(random())}});
        case 6: return Value::reference(make_record_id(Kind::person, random()));
        case 7: memory = encode_row({memory, "", "x"}); return Value::row(memory);
        default: return Value::bytes(memory);
    }
}

}  // namespace

TEST_CASE("encode then decode is the identity") {
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        CAPTURE(seed);
        Random random(seed);
        Draft draft(
            {"label", {"one", "", "three"}}, seed % 2 == 0 ? TransactionKind::edit : TransactionKind::undo);
        draft.set_target({random(), ReplicaId{random()}});
        std::string memory;
        for (auto n = random.below(30); n > 0; --n) {
            const RecordId record =
                make_record_id(static_cast<Kind>(1 + random.below(19)), random.below(3) + 1);
            const auto field = FieldId(kind_of(record), static_cast<std::uint8_t>(random.below(255)));
            draft.change({record, field, ElementId{random.below(2) == 0 ? 0 : random()},
                random_value(random, memory)});
        }
        const auto changes = draft.take_changes();
        const Stamp stamp{(random() >> 2) + 1, ReplicaId{random()}};
        std::string bytes;
        append_frame(bytes, draft, stamp, changes);

        FrameReader reader(bytes);
        REQUIRE(reader.next() == FrameReader::Next::frame);
        CHECK(reader.header().stamp == stamp);
        CHECK(reader.header().kind == draft.kind());
        CHECK(reader.header().label_key == "label");
        CHECK(reader.header().label_arguments == std::vector<std::string_view>{"one", "", "three"});
        if (draft.kind() == TransactionKind::undo) CHECK(reader.header().target == draft.target());
        Change change;
        for (const Change& expected : changes) {
            REQUIRE(reader.next_change(change));
            CHECK(change.record == expected.record);
            CHECK(change.field == expected.field);
            CHECK(change.element == expected.element);
            CHECK(change.value == expected.value);
        }
        CHECK_FALSE(reader.next_change(change));
        CHECK(reader.changes_were_sound());
        CHECK(reader.next() == FrameReader::Next::end);
    }
}

TEST_CASE("a flipped bit or a cut anywhere in a frame is noticed, and frames before it are read") {
    Random random(3);
    std::string bytes;
    for (int i = 0; i < 2; ++i) {
        Draft draft({"label", {}});
        draft.set_text(draft.create(Kind::person, random), person::given_name, "Ana");
        const auto changes = draft.take_changes();
        append_frame(bytes, draft, {static_cast<std::uint64_t>(i + 1), ReplicaId{1}}, changes);
    }
    const std::size_t half = bytes.size() / 2;
    for (std::size_t at = half; at < bytes.size(); ++at) {
        for (const std::string& broken : {bytes.substr(0, at), [&] {
                                              auto copy = bytes;
                                              copy[at] = static_cast<char>(copy[at] ^ 0x10);
                                              return copy;
                                          }()}) {
            FrameReader reader(broken);
            REQUIRE(reader.next() == FrameReader::Next::frame);
            const auto next = reader.next();
            REQUIRE(next != FrameReader::Next::frame);
            REQUIRE((at == half && broken.size() == half) == (next == FrameReader::Next::end));
            REQUIRE(reader.offset() == half);
        }
    }
}

TEST_CASE("a stamp that would leave no room for later ones is damage") {
    for (const Stamp stamp :
        {Stamp{0, ReplicaId{1}}, Stamp{1, ReplicaId{}}, Stamp{~std::uint64_t{0}, ReplicaId{1}}}) {
        std::string bytes;
        append_frame(bytes, Draft({"label", {}}), stamp, {});
        CHECK(FrameReader(bytes).next() == FrameReader::Next::damaged);
    }
}

TEST_CASE("a register set twice in a draft keeps the later value, and text outlives its source") {
    Random random(1);
    Draft draft({"label", {}});
    const RecordId person = draft.create(Kind::person, random);
    {
        std::string temporary = "first";
        draft.set_text(person, person::notes, temporary);
        temporary = "second";
        draft.set_text(person, person::notes, temporary);
        temporary = "gone";
    }
    const auto changes = draft.take_changes();
    REQUIRE(changes.size() == 2);
    CHECK(changes[1].value.as_text() == "second");
}

TEST_CASE("files of other kinds and of the future are told apart") {
    CHECK(frames_of("%PDF-1.7").error().kind == ErrorKind::bad_input);
    CHECK(frames_of(file_magic).error().kind == ErrorKind::damaged);
    std::string future = file_header();
    future[file_magic.size()] = 9;
    CHECK(frames_of(future).error().kind == ErrorKind::too_new);
    CHECK(frames_of(file_header())->empty());
}
