#include "base/enums.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <ranges>
#include <string>

using namespace kith;

namespace {

enum class Colour : std::uint8_t { red, green, blue };
enum class Stage : std::uint8_t { none, asked, unknown = 255 };

constexpr EnumArray<Colour, std::string_view> names{{"rot", "grün", "blau"}};

template <std::size_t given>
constexpr bool takes =
    requires(const std::string_view (&elements)[given]) { EnumArray<Colour, std::string_view>(elements); };

}  // namespace

TEST_CASE("an enum's values are counted and named by the compiler") {
    static_assert(count_of<Colour>() == 3);
    static_assert(count_of<Stage>() == 2, "what comes after a gap is not counted");
    static_assert(enumerator_name<Colour::green>() == "green");
    static_assert(enumerators<Colour>.back() == Colour::blue);
    CHECK(std::ranges::equal(
        enumerator_names<Colour>, std::array<std::string_view, 3>{"red", "green", "blue"}));
}

TEST_CASE("a table indexed by an enum has one element for each value") {
    static_assert(names[Colour::green] == "grün");
    static_assert(takes<3>);
    static_assert(!takes<2> && !takes<4>, "a line too few or too many does not compile");
    CHECK(names.find("blau") == Colour::blue);
    CHECK_FALSE(names.find("gelb"));
    EnumArray<Colour, int> counts;
    ++counts[Colour::red];
    CHECK(counts == EnumArray<Colour, int>{{1, 0, 0}});
}
