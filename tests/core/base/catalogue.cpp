#include "base/catalogue.h"

#include <doctest/doctest.h>
#include <fstream>
#include <sstream>

#include "base/formatter.h"

using namespace kith;

namespace {

std::string english_as_written() {
    std::ifstream file("assets/text/en.txt");
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

/// The types that a declaration names, whatever it calls the arguments.
std::vector<ArgumentType> types_of(std::string_view declaration) {
    std::vector<ArgumentType> types;
    while (const auto parameter = next_parameter(declaration))
        types.push_back(parameter->type);
    CHECK(declaration.empty());
    return types;
}

}  // namespace

TEST_CASE("what is compiled in says what is written, in fewer bytes") {
    const std::string text = english_as_written();
    const Catalogue written(text);
    const Catalogue& made = Catalogue::english();
    REQUIRE(written.keys() == made.keys());
    PlainFormats formats;
    std::size_t size = 0;
    for (const std::string_view key : written.keys()) {
        CAPTURE(key);
        const auto types = types_of(written.parameters(key));
        REQUIRE(types == types_of(made.parameters(key)));
        size += made.find(key)->entry.text.size() + made.parameters(key).size();
        for (const char* number : {"0", "1", "2", "40"}) {
            const std::vector<ArgumentView> arguments(types.size(), ArgumentView::kept(number));
            CHECK(Formatter(written, formats, Day{}).format(key, arguments) ==
                Formatter(made, formats, Day{}).format(key, arguments));
        }
    }
    CHECK(size * 10 < text.size() * 7);
}

TEST_CASE("a key that begins with a dot is in the room of the one before") {
    const Catalogue words("language = en\npeople.add = Add\n.none(c a)={$a}\n.name.first=First\ntop = Top\n");
    CHECK(words.get("people.add") == "Add");
    CHECK(words.parameters("people.none") == "c a");
    CHECK(words.get("people.name.first") == "First");
    CHECK(words.get("top") == "Top");
}
