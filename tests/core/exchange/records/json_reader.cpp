#include "exchange/records/json_reader.h"

#include <doctest/doctest.h>

#include "base/json.h"
#include "base/random.h"

using namespace kith;

namespace {

bool reads(std::string_view text) {
    JsonReader reader(text);
    reader.value();
    return !reader.failed() && reader.at_end();
}

/// Writes a value as Kith writes JSON.
void write(JsonWriter& json, const JsonValue& value) {
    switch (value.type) {
        case JsonValue::Type::null: json.raw("null"); break;
        case JsonValue::Type::boolean: json.boolean(value.truth); break;
        case JsonValue::Type::number: json.raw(value.text); break;
        case JsonValue::Type::text: json.text(value.text); break;
        case JsonValue::Type::array:
            json.open('[');
            for (const JsonValue& item : value.items)
                write(json, item);
            json.close(']');
            break;
        case JsonValue::Type::object:
            json.open('{');
            for (const auto& [name, member] : value.members)
                write(json.key(name), member);
            json.close('}');
            break;
    }
}

}  // namespace

TEST_CASE("JSON is read value by value, from front to back") {
    JsonReader reader("{\"kith\": 1, \"people\": [{\"name\": \"Ana\"},\n {\"name\": \"Ben\"}]} ");
    REQUIRE(reader.open('{'));
    REQUIRE(reader.next());
    CHECK(reader.key() == "kith");
    CHECK(reader.value().word() == "1");
    REQUIRE(reader.next());
    CHECK(reader.key() == "people");
    REQUIRE(reader.open('['));
    REQUIRE(reader.next());
    CHECK(reader.value()["name"].word() == "Ana");
    REQUIRE(reader.next());
    CHECK(reader.peek() == '{');
    CHECK(reader.line() == 2);
    CHECK(reader.value()["name"].word() == "Ben");
    CHECK_FALSE(reader.next());
    CHECK_FALSE(reader.next());
    CHECK(reader.at_end());
    CHECK_FALSE(reader.failed());
}

TEST_CASE("Escapes are read, and half a pair is a letter that is not known") {
    JsonReader reader(R"(["\"\\\/\n\t\u00e9", "\ud83d\ude80", "\ud83d", "\ud83dx", "\ude80\u0041"])");
    const JsonValue value = reader.value();
    REQUIRE(value.items.size() == 5);
    CHECK(value.items[0].text == "\"\\/\n\té");
    CHECK(value.items[1].text == "🚀");
    CHECK(value.items[2].text == "\uFFFD");
    CHECK(value.items[3].text == "\uFFFDx");
    CHECK(value.items[4].text == "\uFFFDA");
}

TEST_CASE("What is no JSON is said, wherever it ends") {
    for (const char* text : {"{", "[1,", "[1 2]", "{\"a\" 1}", "{\"a\":}", "tru", "\"a", "\"\\x\"",
             "\"\\u12\"", "", "[1}", "nul"}) {
        CAPTURE(text);
        CHECK_FALSE(reads(text));
    }
    CHECK_FALSE(reads(std::string(10'000, '[')));
    CHECK(reads("[true, false, null, -1.5e3, {}, []]"));
}

TEST_CASE("What Kith writes as JSON is read as it was") {
    Random random{5};
    const auto make = [&](auto& self, int depth) -> JsonValue {
        JsonValue value;
        const auto kind = random.below(depth > 3 ? 4 : 6);
        value.type = static_cast<JsonValue::Type>(kind);
        if (value.is(JsonValue::Type::boolean)) value.truth = random.below(2) == 0;
        if (value.is(JsonValue::Type::number)) value.text = std::to_string(random.below(1'000'000));
        if (value.is(JsonValue::Type::text)) value.text = "é\"\\\n\x01🚀" + std::to_string(random.below(9));
        for (auto left = random.below(4); left > 0; --left) {
            if (value.is(JsonValue::Type::array)) value.items.push_back(self(self, depth + 1));
            if (value.is(JsonValue::Type::object))
                value.members.push_back({"k" + std::to_string(left), self(self, depth + 1)});
        }
        return value;
    };
    for (int round = 0; round < 300; ++round) {
        JsonWriter json;
        write(json, make(make, 0));
        JsonReader reader(json.result());
        JsonWriter again;
        write(again, reader.value());
        REQUIRE_FALSE(reader.failed());
        CHECK(again.result() == json.result());
    }
}
