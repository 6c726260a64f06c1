#include "insight/name_index.h"

#include "../planning/world.h"
#include "base/text.h"

using namespace kith;
using namespace kith::testing;

namespace {

constexpr std::string_view story = R"(
[person me]
given_name = Selin
self = yes
[person ana]
given_name = Ana María
family_name = Núñez Prado
nickname = Anita
former_name = Gómez
[person ana_2]
given_name = Ana
family_name = Silva
[person prado]
given_name = Luis
family_name = Prado
[person hanako]
given_name = 花子
family_name = 佐藤
phonetic_given = Hanako
phonetic_family = Sato
[person grace]
display_name = Grace O'Connor
[person tomas]
given_name = Tomáš
family_name = Dvořák
[interaction silva]
on = today-3
kind = call
people = ana_2
)";

struct Names {
    World world{story};
    NameIndex index;
    ContactBook contacts;

    /// Whom a name can mean: "full Ana María Núñez Prado".
    std::string find(std::string_view name) {
        index.update(world.workspace);
        contacts.update(world.workspace);
        std::vector<std::string> folded;
        for (const std::string_view word : split(name, ' '))
            folded.push_back(fold(word));
        const std::vector<std::string_view> words(folded.begin(), folded.end());
        constexpr std::string_view fits[] = {"none", "family", "given", "full"};
        std::string text;
        for (const NameMatch& match : index.find(words, contacts)) {
            text += (text.empty() ? "" : ", ") + std::string(fits[static_cast<std::size_t>(match.fit)]) +
                " " + person_name(world.workspace, match.person);
        }
        return text;
    }
};

}  // namespace

TEST_CASE("people are found by first name, nickname, family name or all of it, however it is typed") {
    Names names;
    CHECK(names.find("anita") == "given Ana María Núñez Prado");
    CHECK(names.find("maria") == "given Ana María Núñez Prado");
    CHECK(names.find("Nunez") == "family Ana María Núñez Prado");
    CHECK(names.find("gomez") == "family Ana María Núñez Prado");
    CHECK(names.find("ana nunez") == "full Ana María Núñez Prado");
    CHECK(names.find("prado ana") == "full Ana María Núñez Prado");
    CHECK(names.find("DVORAK") == "family Tomáš Dvořák");
    CHECK(names.find("grace") == "given Grace O'Connor");
    CHECK(names.find("o'connor") == "family Grace O'Connor");
    CHECK(names.find("hanako") == "given 佐藤 花子");
    CHECK(names.find("佐藤花子") == "given 佐藤 花子");
    CHECK(names.find("ana dvorak") == "");
    CHECK(names.find("an") == "");
    CHECK(names.find("") == "");
}

TEST_CASE("of people alike in name, the better fit comes first, then whom one was in touch with last") {
    Names names;
    CHECK(names.find("ana") == "given Ana Silva, given Ana María Núñez Prado");
    CHECK(names.find("prado").contains("family Luis Prado"));
    names.world.tell("[person p]\ngiven_name = Prado\n");
    CHECK(names.find("prado").starts_with("given Prado, "));
}

TEST_CASE(
    "the index follows renames, new people, the trash and what comes back from it, and leaves oneself out") {
    Names names;
    CHECK(names.find("selin") == "");
    const RecordId luis = names.world.person("Luis");
    CHECK(names.find("luis") == "given Luis Prado");
    names.world.edit([&](Draft& draft) { draft.set_text(luis, person::given_name, "Ludwig"); });
    CHECK(names.find("luis") == "");
    CHECK(names.find("ludwig") == "given Ludwig Prado");
    CHECK_FALSE(names.index.has("luis"));
    CHECK(names.index.has("ludwig"));
    names.world.edit([&](Draft& draft) { draft.trash(luis); });
    CHECK(names.find("ludwig") == "");
    names.world.edit([&](Draft& draft) { draft.restore(luis); });
    CHECK(names.find("ludwig") == "given Ludwig Prado");
}
