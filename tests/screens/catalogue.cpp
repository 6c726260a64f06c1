// Every key that the screens ask for is in the catalogue, and what is there for screens is asked for.
#include "base/catalogue.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "../say.h"
#include "model/fields.h"
#include "model/labels.h"

using namespace kith;

namespace {

// Literals in the sources that look like keys, and those that end in a dot: what is added follows at run
// time.
struct KeysInSources {
    std::set<std::string> whole, beginnings;
};

KeysInSources keys_in_sources() {
    KeysInSources keys;
    for (const char* folder : {"src", "shell"}) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
            const auto extension = entry.path().extension();
            if (extension != ".cpp" && extension != ".h") continue;
            std::ifstream file(entry.path());
            std::stringstream text;
            text << file.rdbuf();
            const std::string source = text.str();
            static const std::regex literal("\"([a-z_]+(\\.[a-z0-9_]+)*\\.?)\"");
            for (auto it = std::sregex_iterator(source.begin(), source.end(), literal);
                it != std::sregex_iterator(); ++it) {
                const std::string key = (*it)[1];
                if (key.ends_with('.'))
                    keys.beginnings.insert(key);
                else if (key.contains('.'))
                    keys.whole.insert(key);
            }
        }
    }
    return keys;
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
