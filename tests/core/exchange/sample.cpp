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
    CHECK(workspace.count(Kind::person) == 40);
    CHECK(workspace.count(Kind::organisation) == 12);
    CHECK(workspace.count(Kind::interaction) > 30);
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
    CHECK(workspace.count(Kind::person) == 40);
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
    CHECK(error("[person ana]\nbirthday = 2000-01-01\n") == "none");
}
