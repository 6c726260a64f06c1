#include "workspace/setting_names.h"

#include <doctest/doctest.h>
#include <map>
#include <regex>
#include <set>

#include "../../sources.h"
#include "workspace/settings.h"

using namespace kith;

namespace {

constexpr const char* home = "src/workspace/setting_names.h";

/// What the header declares with this type, by its name in C++: {"theme", "theme"}.
std::map<std::string, std::string> declared(const std::string& type) {
    const std::regex declaration(type + R"re( (\w+)\{"([^"]+)"\};)re");
    std::map<std::string, std::string> names;
    for (const SourceFile& source : sources_in({"src/workspace"})) {
        if (source.path != home) continue;
        for (auto it = std::sregex_iterator(source.text.begin(), source.text.end(), declaration);
            it != std::sregex_iterator(); ++it)
            names[(*it)[1]] = (*it)[2];
    }
    return names;
}

}  // namespace

TEST_CASE("settings that were stored once are found under the same names for ever") {
    CHECK(settings::theme.text() == "theme");
    CHECK(settings::text_size.text() == "text_size");
    CHECK(settings::lock_after.text() == "lock_after");
    CHECK(settings::people_columns.text() == "people.columns");
    CHECK(settings::name_order.text() == "name_order");
    CHECK(settings::network_pins.text() == "network_pins");
    CHECK(settings::begun_goal.text() == "goal_start");
    CHECK(settings::opportunity_stages.text() == "opportunity.stages");
    CHECK(settings::put_off.of("x").text() == "planning.put_off.x");
    CHECK(settings::weekly_review.of("2026-11-30").text() == "weekly_review:2026-11-30");
    CHECK(settings::not_acquainted.of("x").text() == "not_acquainted.x");
    CHECK(settings::not_the_same.of("x").text() == "not_the_same x");
    CHECK(settings::the_same.of("x").text() == "the_same x");
    CHECK(settings::entry_is.of("x").text() == "entry_is x");
    for (const auto& [name, stored] : declared("SettingName")) {
        CAPTURE(name);
        static const std::set<std::string> above{"theme", "text_size", "lock_after", "people_columns",
            "name_order", "network_pins", "begun_goal", "opportunity_stages"};
        if (!above.contains(name)) CHECK(stored == "planning." + name);  // the rules
    }
    CHECK(settings::rules::circle_5.text() == "planning.circle_5");
    CHECK(setting_record(settings::theme) == make_record_id(Kind::setting, hash_text("theme")));
}

TEST_CASE("a family says what a setting of it is about, and knows no other") {
    using namespace settings;
    CHECK(not_acquainted.about("not_acquainted.1.2") == "1.2");
    CHECK(not_acquainted.about("not_acquainted.") == "");
    CHECK_FALSE(not_acquainted.about("not_acquainted"));
    CHECK_FALSE(not_acquainted.about("not_the_same 1 2"));
    CHECK_FALSE(not_acquainted.about(""));
    CHECK(put_off.about(put_off.of("due_contact.7").text()) == "due_contact.7");
}

TEST_CASE("no two settings share a name") {
    std::set<std::string> names;
    for (const auto& [constant, name] : declared("SettingName")) {
        CAPTURE(name);
        CHECK(names.insert(name).second);
    }
    CHECK(names.size() > 20);
    const auto families = declared("SettingFamily");
    CHECK(families.size() == 6);
    for (const auto& [constant, beginning] : families) {
        for (const std::string& name : names)
            CHECK_FALSE(name.starts_with(beginning));
        for (const auto& [other, another] : families)
            CHECK((constant == other || !another.starts_with(beginning)));
    }
}

TEST_CASE("no code spells a setting's name but the header of names") {
    const auto names = declared("SettingName"), families = declared("SettingFamily");
    REQUIRE_FALSE(names.empty());
    // A text's key may be called as a setting is: it names none.
    const auto names_a_text = [](std::string_view before) {
        return before.ends_with("text(") || before.ends_with("say(");
    };
    static const std::regex made(R"((SettingName|SettingFamily)( \w+)?[({]")");
    for (const SourceFile& source : sources_in({"src", "shell"})) {
        if (source.path == home) continue;
        CAPTURE(source.path);
        const std::string_view text = source.text;
        const auto look_for = [&](const std::string& quoted) {
            for (std::size_t at = text.find(quoted); at != std::string_view::npos;
                at = text.find(quoted, at + 1)) {
                CAPTURE(quoted);
                CHECK(names_a_text(text.substr(0, at)));
            }
        };
        for (const auto& [constant, name] : names)
            look_for('"' + name + '"');
        for (const auto& [constant, beginning] : families)
            look_for('"' + beginning);
        if (!text.contains("SettingName") && !text.contains("SettingFamily")) continue;
        std::smatch name;
        if (std::regex_search(source.text, name, made)) FAIL_CHECK(name.str());
    }
}
