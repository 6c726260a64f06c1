#include "planning/messages/guides.h"

#include <algorithm>
#include <doctest/doctest.h>

#include "base/text.h"

using namespace kith;

namespace {

std::size_t words_in(const std::vector<std::string>& texts) {
    std::size_t count = 0;
    for (const std::string& text : texts)
        count += split(collapse_spaces(text), ' ').size();
    return count;
}

}  // namespace

TEST_CASE("the eight guides read, and are as long as two minutes") {
    CHECK(guides().size() == 8);
    for (const Guide& guide : guides()) {
        CAPTURE(guide.key);
        CHECK_FALSE(guide.about.empty());
        CHECK(guide.starters.size() >= 3);
        const std::size_t words = words_in(guide.paragraphs) + words_in(guide.starters);
        CHECK(words >= 150);
        CHECK(words <= 300);
        for (const std::string& other : guide.see)
            CHECK(find_guide(other) != nullptr);
    }
}

TEST_CASE("a guide that does not read says where") {
    const auto odd = parse_guide("odd", "title = Odd\nsya = Hello\n");
    REQUIRE_FALSE(odd);
    CHECK(odd.error().line == 2);
    CHECK(odd.error().file == "guide_odd.txt");
    CHECK_FALSE(parse_guide("empty", "title = Only a title"));
    CHECK(parse_guide("small", "title = Small\nsay = One.\nbegin = Hello")->starters.size() == 1);
}
