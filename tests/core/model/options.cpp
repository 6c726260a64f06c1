#include "model/options.h"

#include <doctest/doctest.h>

#include <ranges>
#include <regex>
#include <set>

#include "../../sources.h"
#include "model/fields.h"

using namespace kith;

namespace {

template <typename A, typename B>
constexpr bool compares = requires(A a, B b) { a == b; };

using Stage = enum favour::stage;

}  // namespace

TEST_CASE("an option is a name that only its own field is compared with") {
    static_assert(compares<Stage, decltype(favour::stage::thanked)>);
    static_assert(!compares<Stage, decltype(mentorship::stage::asked)>);
    static_assert(!compares<Stage, const char*>);
    static_assert(!compares<Stage, std::string_view>);
}

TEST_CASE("options are stored by their keys and read back") {
    CHECK(favour::stage.key(favour::stage::thanked) == "thanked");
    CHECK(favour::stage.option("thanked") == favour::stage::thanked);
    CHECK(person::circle.key(person::circle::closest_5) == "5");
    CHECK(person::circle.option("150") == person::circle::closest_150);
    CHECK(tie::kinds.option("friend") == tie::kinds::friend_);
    CHECK(celebration::kind.option("other") == celebration::kind::other);

    CHECK(favour::stage.option("") == favour::stage::none);
    CHECK(favour::stage.option("thank") == favour::stage::unknown);
    CHECK(favour::stage.option("asked offered") == favour::stage::unknown);
    CHECK(favour::stage.option(Value::integer(1)) == favour::stage::none);
    CHECK(favour::stage.key(favour::stage::none).empty());
    CHECK(favour::stage.key(favour::stage::unknown).empty());
}

TEST_CASE("every option of the table has the number of its place") {
    for (const FieldSpec& field : all_fields()) {
        if (field.type == FieldType::rows) continue;
        const auto keys = list_of(field);
        for (std::size_t i = 0; i < keys.size(); ++i) {
            const auto number = static_cast<std::uint8_t>(i + 1);
            CHECK(option_number(field.id, keys[i]) == number);
            CHECK(option_key(field.id, number) == keys[i]);
        }
        CHECK(option_key(field.id, static_cast<std::uint8_t>(keys.size() + 1)).empty());
    }
}

TEST_CASE("parts of rows have names") {
    using enum person::contact_points;
    const auto parts =
        parts_of<enum person::contact_points>({{value, "a@example.org"}, {kind, contact::email}});
    const std::string encoded = encode_row(parts);
    const Value row = Value::row(encoded);
    CHECK(row_part(row, person::contact_points::value) == "a@example.org");
    CHECK(row_part(row, person::contact_points::primary).empty());

    auto decoded = decode_row(encoded);
    CHECK(part_of<enum person::contact_points>(decoded, primary).empty());
    set_part(decoded, person::contact_points::primary, contact::primary);
    CHECK(part_of<enum person::contact_points>(decoded, primary) == contact::primary);
    CHECK(row_part(Value::row(encode_row({"me"})), mentorship::commitments::who) == "me");
}

TEST_CASE("no code compares with a quoted option, field or part of a row, nor takes a part by its place") {
    // These read texts: dates (src/days as a whole), files of the playbook, a setting that is text; and
    // one fills a matrix.
    const std::set<std::string> reads_text{"src/planning/goals/playbook.cpp", "src/ui/network/tools.cpp",
        "src/ui/goals/start_kept.cpp", "src/planning/goals/beginning.cpp", "src/search/edits.cpp"};
    std::set<std::string, std::less<>> options, parts;
    for (const FieldSpec& field : all_fields()) {
        for (const std::string_view name : list_of(field))
            (field.type == FieldType::rows ? parts : options).emplace(name);
    }
    REQUIRE(options.contains("thanked"));
    REQUIRE(parts.contains("formatted"));
    static const std::regex compared(R"re((\w+(\[\w+\])?) [=!]= "([a-z_0-9]+)"|"([a-z_0-9]+)" [=!]= )re");
    static const std::regex placed(R"(\b(parts|row)\[\d+\]|\brow_part\([^()]*, \d+\))");
    for (const SourceFile& source : sources_in({"src", "shell"})) {
        if (source.path.starts_with("src/days/") || reads_text.contains(source.path)) continue;
        CAPTURE(source.path);
        for (const auto line_range : std::views::split(source.text, '\n')) {
            const std::string line(line_range.begin(), line_range.end());
            // A regular expression is slow: it looks only where there can be something.
            if (line.contains("= \"") || line.contains("\" ==") || line.contains("\" !=")) {
                for (auto it = std::sregex_iterator(line.begin(), line.end(), compared);
                    it != std::sregex_iterator(); ++it) {
                    const std::string with = (*it)[3].matched ? (*it)[3] : (*it)[4];
                    const std::string what = (*it)[1];
                    CAPTURE(it->str());
                    CHECK_FALSE(options.contains(with));
                    CHECK_FALSE((what.starts_with("part") && parts.contains(with)));
                }
            }
            std::smatch place;
            const bool may_have =
                line.contains("parts[") || line.contains("row[") || line.contains("row_part(");
            if (may_have && std::regex_search(line, place, placed)) FAIL_CHECK(place.str());
        }
        CHECK_FALSE(source.text.contains("field.key == \""));
        CHECK_FALSE(source.text.contains("field.key != \""));
    }
}
