#include "exchange/sample.h"

#include <doctest/doctest.h>

#include "model/fields.h"
#include "workspace/names.h"

using namespace kith;

namespace {

constexpr Day today = std::chrono::sys_days{std::chrono::year{2026} / 11 / 20};

}  // namespace

TEST_CASE("the sample network loads whole, tells its story, and is gone in one step") {
    Workspace workspace(ReplicaId{1});
    Random random(1);
    auto draft = sample_network(today, random);
    REQUIRE(draft);
    const auto stamp = workspace.commit(std::move(*draft), Instant{today});
    REQUIRE(stamp);
    const std::size_t people = workspace.count(Kind::person);
    CHECK(people > 60);
    // Every reference leads to a record that the file really has.
    for (const KindSpec& kind : all_kinds()) {
        workspace.for_each(kind.kind, [&](RecordId record) {
            for (const FieldSpec& field : fields_of(kind.kind)) {
                if (stored_as(field.type) != ValueType::reference) continue;
                workspace.for_each_element(record, field.id, [&](const Element& element) {
                    CHECK_MESSAGE(workspace.live(element.value.as_reference()),
                        record_name(workspace, record), " ", field.key);
                });
            }
        });
    }
    CHECK(has_sample(workspace));
    REQUIRE(workspace.commit(remove_sample(workspace), Instant{today}));
    CHECK_FALSE(has_sample(workspace));
    for (const KindSpec& kind : all_kinds())
        CHECK(workspace.count(kind.kind) == 0);
    REQUIRE(workspace.undo(Instant{today}));
    CHECK(workspace.count(Kind::person) == people);
}

TEST_CASE("a mistake in a story is named by line and field") {
    Random random(1);
    const auto error = [&](std::string_view text) {
        const auto read = read_record_text(text, today, random);
        return read ? std::string("none")
                    : std::to_string(read.error().line) + " " + std::string(read.error().message.key) + " " +
                read.error().field;
    };
    CHECK(error("# story\n[person ana]\nname = Ana\n") == "3 sample.no_such_field name");
    CHECK(error("[hero ana]\n") == "1 sample.no_such_kind hero ana");
    CHECK(error("[person ana]\nbirthday = today-x\n") == "2 sample.not_a_value birthday");
    CHECK(error("birthday = 2000-01-01\n") == "1 sample.no_such_field birthday");
    CHECK(error("[favour tea]\nconsents = ana\n[opportunity job]\ncame_of = tea\n") ==
        "4 sample.not_a_value came_of");
    CHECK(error("[person ana]\nbirthday = 2000-01-01\n") == "none");
}

TEST_CASE("a story counts its days from the one it is loaded on, across leap days") {
    Random random(1);
    const auto birthday = [&](std::string_view written, Day day) {
        auto read = read_record_text("[person ana]\nbirthday = " + std::string(written), day, random);
        REQUIRE(read);
        Workspace workspace(ReplicaId{1});
        REQUIRE(workspace.commit(std::move(*read), Instant{day}));
        return to_iso(workspace.date(workspace.all(Kind::person).front(), person::birthday));
    };
    CHECK(birthday("today", today) == "2026-11-20");
    CHECK(birthday("today-14", today) == "2026-11-06");
    CHECK(birthday("today+2-52y", today) == "1974-11-22");
    CHECK(birthday("today-2y-165", today) == "2024-06-08");
    constexpr Day leap = std::chrono::sys_days{std::chrono::year{2028} / 2 / 29};
    CHECK(birthday("today-1y", leap) == "2027-02-28");
    CHECK(birthday("today-4y", leap) == "2024-02-29");
    CHECK(birthday("today+1-1y", leap) == "2027-03-01");
}

TEST_CASE("days within the rows of a story are days as well") {
    Random random(1);
    auto read = read_record_text(
        "[mentorship one]\ncommitments = them | Introduce me today | today-60 | today-52\n", today, random);
    REQUIRE(read);
    Workspace workspace(ReplicaId{1});
    REQUIRE(workspace.commit(std::move(*read), Instant{today}));
    const auto rows = workspace.elements(workspace.all(Kind::mentorship).front(), mentorship::commitments);
    REQUIRE(rows.size() == 1);
    CHECK(row_part(rows[0].value, 1) == "Introduce me today");
    CHECK(row_part(rows[0].value, 2) == "2026-09-21");
    CHECK(row_part(rows[0].value, 3) == "2026-09-29");
}
