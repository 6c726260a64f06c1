#include "model/schema.h"

#include <doctest/doctest.h>

#include <set>

#include "model/fields.h"

using namespace kith;

TEST_CASE("every field is found by number and by key, and keys are unique within a kind") {
    for (const KindSpec& kind : all_kinds()) {
        std::set<std::string_view> keys;
        REQUIRE_FALSE(fields_of(kind.kind).empty());
        for (const FieldSpec& field : fields_of(kind.kind)) {
            CHECK(find_field(field.id) == &field);
            CHECK(find_field(kind.kind, field.key) == &field);
            CHECK(keys.insert(field.key).second);
            CHECK_FALSE(field.label.empty());
            CHECK((field.type != FieldType::choice || !field.list.empty()));
            CHECK((field.type != FieldType::rows || !field.list.empty()));
        }
    }
    CHECK(find_field(FieldId(Kind::person, 200)) == nullptr);
    CHECK(find_field(FieldId(static_cast<Kind>(60), 0)) == nullptr);
}

TEST_CASE("rows keep their parts, and trailing empty ones cost nothing") {
    const std::string row = encode_row({"email", "a@example.org", "", ""});
    CHECK(decode_row(row) == std::vector<std::string_view>{"email", "a@example.org"});
    CHECK(row_part(Value::row(row), 1) == "a@example.org");
    CHECK(row_part(Value::row(row), 3).empty());
    CHECK_FALSE(row_is_sound("\x05"
                             "abc"));
    CHECK(part_index(*find_field(person::contact_points), "label") == 2);
}
