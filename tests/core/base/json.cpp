#include "base/json.h"

#include <doctest/doctest.h>

#include <limits>
#include <string>

#include "../is_json.h"

using namespace kith;
using kith::testing::is_json;

TEST_CASE("JSON is written with commas where they belong, and lines where they are asked for") {
    JsonWriter json;
    json.open('{').key("none").open('[').close(']').key("two").open('[').number(1).number(2.5).close(']');
    json.line()
        .key("deep")
        .open('{')
        .key("yes")
        .boolean(true)
        .close('}')
        .line()
        .key("last")
        .raw("null")
        .close('}');
    CHECK(json.result() == "{\"none\": [], \"two\": [1, 2.5],\n\"deep\": {\"yes\": true},\n\"last\": null}");
    CHECK(is_json(json.result()));
}

TEST_CASE("Whatever stands in a text, it is JSON") {
    std::string every;
    for (char c = 1; c < 127; ++c)
        every += c;
    JsonWriter json;
    json.open('[').text(every).text(std::string(1, '\0')).text("\x7f Núñez 佐藤 😀").text("").close(']');
    CHECK(is_json(json.result()));
    CHECK(json.result().contains("\\u0001"));
    CHECK(json.result().contains("\\u0000"));
    CHECK(json.result().contains("\\\"#"));
    CHECK(json.result().contains("[\\\\]"));
}

TEST_CASE("A number is written so that the same one is read, and what is none is null") {
    JsonWriter json;
    json.open('[').number(0.1).number(1e300).number(-0.0).number(std::numeric_limits<double>::infinity());
    json.number(std::nan("")).number(std::optional<int>{}).number(std::optional<int>{7}).close(']');
    CHECK(json.result() == "[0.1, 1e+300, -0, null, null, null, 7]");
    CHECK(is_json(json.result()));
}

TEST_CASE("What is no JSON is told from it") {
    for (const char* text : {"{}", " [ ] ", "-0.5e-7", "\"\\u00e9\\n\"", "{\"a\":[{},[],null,true,false,0]}"})
        CHECK_MESSAGE(is_json(text), text);
    for (const char* text : {"", "{", "[1,]", "{\"a\"}", "{a: 1}", "[1 2]", "01", "1.", "\"\n\"", "\"\\x\"",
             "\"\\u12\"", "nul", "{} {}", "\"\xff\""})
        CHECK_FALSE_MESSAGE(is_json(text), text);
}
