// Every key that the screens ask for is in the catalogue, and what is there for screens is asked for.
#include "base/catalogue.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <optional>
#include <regex>
#include <set>

#include "../say.h"
#include "../sources.h"
#include "base/text.h"
#include "model/fields.h"
#include "model/labels.h"

using namespace kith;

namespace {

const std::regex key_literal("\"([a-z_]+(\\.[a-z0-9_]+)*\\.?)\"");

// Literals in the sources that look like keys, and those that end in a dot: what is added follows at run
// time.
struct KeysInSources {
    std::set<std::string> whole, beginnings;
};

KeysInSources keys_in_sources() {
    KeysInSources keys;
    for (const SourceFile& source : sources_in({"src", "shell"})) {
        for (auto it = std::sregex_iterator(source.text.begin(), source.text.end(), key_literal);
            it != std::sregex_iterator(); ++it) {
            const std::string key = (*it)[1];
            if (key.ends_with('.'))
                keys.beginnings.insert(key);
            else if (key.contains('.'))
                keys.whole.insert(key);
        }
    }
    return keys;
}

/// How many things stand in the braces that open here, parted by commas; nothing where they are moved in, as
/// many as there are.
std::optional<std::size_t> count_in_braces(std::string_view text) {
    int depth = 0;
    bool quoted = false;
    std::size_t commas = 0, size = 0;
    for (; size < text.size(); ++size) {
        const char c = text[size];
        if (c == '\\')
            ++size;
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted && (c == '{' || c == '(' || c == '['))
            ++depth;
        else if (!quoted && (c == '}' || c == ')' || c == ']') && --depth == 0)
            break;
        else if (!quoted && c == ',' && depth == 1)
            ++commas;
    }
    const std::string_view inside = trim(text.substr(1, size - 1));
    if (inside.contains("std::move(")) return std::nullopt;
    return inside.empty() ? 0 : commas + 1;
}

std::size_t count_parameters(std::string_view declaration) {
    std::size_t count = 0;
    while (next_parameter(declaration))
        ++count;
    return count;
}

}  // namespace

TEST_CASE("no key is missing from the catalogue") {
    const Catalogue& words = Catalogue::english();
    std::set<std::string>
        rooms;  // "people" of "people.add": only these are keys, others are file names and such
    for (std::string_view key : words.keys())
        rooms.emplace(key.substr(0, key.find('.')));
    for (const std::string& key : keys_in_sources().whole) {
        if (!rooms.contains(key.substr(0, key.find('.')))) continue;
        const std::string ending = key.substr(key.rfind('.') + 1);
        if (ending == "h" || ending == "cpp" || ending == "csv" || ending == "vcf" || ending == "txt")
            continue;
        if (key == "people.columns" || key == "opportunity.stages") continue;  // settings' names as well
        CAPTURE(key);
        CHECK(words.has(key));
    }
}

TEST_CASE("every call hands over as many arguments as the message declares") {
    const Catalogue& words = Catalogue::english();
    // A draft may be called without them as long as it isn't known what it will do: relabel() tells it.
    static const std::regex begun("([Dd]raft_?|Draft \\w+)\\(\\{$");
    static const std::regex called("(\\{|\\b(text|format|say|get)\\()$");
    int seen = 0;
    for (const SourceFile& source : sources_in({"src", "shell"})) {
        const std::string& text = source.text;
        for (auto it = std::sregex_iterator(text.begin(), text.end(), key_literal);
            it != std::sregex_iterator(); ++it) {
            const std::string key = (*it)[1];
            if (!words.has(key)) continue;
            const auto at = static_cast<std::size_t>(it->position());
            const std::string before = text.substr(at < 40 ? 0 : at - 40, std::min<std::size_t>(at, 40));
            const std::string_view behind = trim(std::string_view(text).substr(at + it->length()));
            if (!std::regex_search(before, called)) continue;
            std::optional<std::size_t> given;
            if (behind.starts_with(")") && !before.ends_with("{"))
                given = 0;
            else if (behind.starts_with(",") && trim(behind.substr(1)).starts_with("{"))
                given = count_in_braces(trim(behind.substr(1)));
            if (!given || (given == 0 && std::regex_search(before, begun))) continue;
            ++seen;
            CAPTURE(source.path);
            CAPTURE(key);
            CHECK(*given == count_parameters(words.parameters(key)));
        }
    }
    CHECK(seen > 1000);
}

TEST_CASE("no text says “every a week”") {
    const Catalogue& words = Catalogue::english();
    for (std::string_view key : words.keys()) {
        std::vector<Argument> ones(4, ArgumentView::kept("1"));
        const std::string once = plain_text({key, std::move(ones)});
        CAPTURE(once);
        CHECK_FALSE(once.contains("every a "));
        CHECK_FALSE(once.contains("Every a "));
    }
}

TEST_CASE("every kind has a name for one, for several and within a sentence") {
    const Catalogue& words = Catalogue::english();
    for (const KindSpec& kind : all_kinds()) {
        CAPTURE(std::string(kind.key));
        REQUIRE(words.has("kind." + std::string(kind.key)));
        REQUIRE(words.has("kind_inside." + std::string(kind.key)));
        CHECK(kind_name(words, kind.kind) != kind_name(words, kind.kind, 2));
    }
    CHECK(kind_name(words, Kind::interaction, 2) == say("kind.interaction", 2));
}

TEST_CASE("an option can be called differently from one kind to the next") {
    const Catalogue words("option.stage.declined = Declined\noption.favour.stage.declined = They said no\n");
    CHECK(option_label(words, *find_field(favour::stage), "declined") == "They said no");
    CHECK(option_label(words, *find_field(mentorship::stage), "declined") == "Declined");
    CHECK(option_label(words, *find_field(favour::kind), "job_lead") == "Job lead");
}

TEST_CASE("a circle has one name, and who is in none belongs to everyone else") {
    const Catalogue& words = Catalogue::english();
    CHECK(circle_name(words, "15") == say("option.circle.15"));
    CHECK(circle_name(words, "beyond") == say("option.circle.beyond"));
    CHECK(circle_name(words, "") == say("option.circle.beyond"));
}

TEST_CASE("no key stands in the catalogue without use") {
    const KeysInSources keys = keys_in_sources();
    for (std::string_view key : Catalogue::english().keys()) {
        const bool whole = keys.whole.contains(std::string(key));
        const bool begun = std::ranges::any_of(
            keys.beginnings, [&](const std::string& beginning) { return key.starts_with(beginning); });
        CAPTURE(key);
        CHECK((whole || begun || key == "language"));  // which the catalogue reads itself
    }
}
