// What must hold for every history: the index that followed it equals one built anew, and it finds what a
// plain look at everything finds.
#include <algorithm>
#include <set>

#include "base/text.h"
#include "search/texts.h"
#include "small_world.h"

using namespace kith;
using namespace kith::testing;

namespace {

constexpr std::string_view syllables[] = {
    "an", "ma", "ri", "jo", "na", "ko", "val", "ber", "lin", "Ó", "ñe", "田", "京"};

std::string random_word(Random& random) {
    std::string word;
    for (std::size_t i = 0; i <= random.below(3); ++i)
        word += syllables[random.below(std::size(syllables))];
    return word;
}

std::string random_words(Random& random, std::size_t most) {
    std::string words = random_word(random);
    for (std::size_t i = random.below(most); i-- > 0;)
        words += " " + random_word(random);
    return words;
}

RecordId pick(const Workspace& workspace, Random& random, Kind kind, bool live = true) {
    std::vector<RecordId> records;
    for (const RecordId record : workspace.all(kind)) {
        if (!live || workspace.live(record)) records.push_back(record);
    }
    return records.empty() ? RecordId{} : records[random.below(records.size())];
}

/// One random change of anything that search depends on.
void random_edit(SmallWorld& world) {
    Random& random = world.random;
    const RecordId person = pick(world.workspace, random, Kind::person);
    const RecordId organisation = pick(world.workspace, random, Kind::organisation);
    const RecordId job = pick(world.workspace, random, Kind::affiliation);
    Draft draft({"test", {}});
    switch (random.below(person && organisation ? 16 : 2)) {
        case 0: world.person(random_word(random), random_words(random, 2)); return;
        case 1: world.organisation(random_words(random, 3)); return;
        case 2: world.works_at(person, organisation, random_words(random, 3)); return;
        case 3: world.set(organisation, organisation::name, random_words(random, 3)); return;
        case 4: world.set(person, person::given_name, random_word(random)); return;
        case 5: world.set(person, person::notes, random_words(random, 12)); return;
        case 6:
            world.contact(person, "email", random_word(random) + "@" + random_word(random) + ".org");
            return;
        case 7:
            world.contact(person, "phone", "+43 " + std::to_string(100000 + random.below(900000)));
            return;
        case 8: draft.add(person, person::tags, random_words(random, 2)); break;
        case 9:
            draft.trash(
                pick(world.workspace, random, random.below(2) == 0 ? Kind::person : Kind::organisation));
            break;
        case 10: {
            const RecordId back = pick(world.workspace, random, Kind::person, false);
            if (!world.workspace.live(back)) draft.restore(back);
            break;
        }
        case 11:
            if (job) draft.set(job, affiliation::person, Value::reference(person));
            break;
        case 12:
            if (job) draft.set(job, affiliation::past, Value::boolean(random.below(2) == 0));
            break;
        case 13: {
            const RecordId met = draft.create(Kind::interaction, random);
            draft.add(met, interaction::people, person);
            draft.set_text(met, interaction::summary, random_words(random, 4));
            draft.set(met, interaction::on,
                Value::date(
                    PartialDate{std::chrono::year{2040} / 1 / static_cast<unsigned>(1 + random.below(28))}));
            break;
        }
        case 14:
            if (const RecordId met = pick(world.workspace, random, Kind::interaction)) draft.trash(met);
            break;
        default:
            (void)(random.below(2) == 0 ? world.workspace.undo(world.now())
                                        : world.workspace.redo(world.now()));
            return;
    }
    (void)world.workspace.commit(std::move(draft), world.now());
}

std::string random_query(Random& random) {
    std::string query = random_words(random, 3);
    if (random.below(3) == 0) query.insert(random.below(query.size()), 1, 'x');  // a slip
    if (random.below(3) == 0)
        query.resize(1 + random.below(query.size()));  // still typing, even within a character
    return query;
}

/// All that can be seen of a result.
std::string in_words(const SearchResults& results) {
    std::string all;
    for (const SearchResult& result : results.results) {
        all += to_string(result.record) + " " + std::to_string(static_cast<int>(result.kind)) +
            std::to_string(static_cast<int>(result.place));
        for (const SearchMatch& match : result.matches) {
            all += " " + std::to_string(match.field.value) + ":" +
                std::string(match.text.substr(match.begin, match.end - match.begin));
        }
        all += "\n";
    }
    return all;
}

std::vector<std::string> folded_words(std::string_view text) {
    std::vector<std::string> words{""};
    const std::string folded = fold(text);
    for (std::string_view rest = folded; !rest.empty();) {
        const auto [point, length] = decode_utf8(rest);
        if (is_letter_or_digit(point))
            words.back() += rest.substr(0, length);
        else if (!words.back().empty())
            words.emplace_back();
        rest.remove_prefix(length);
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

/// Whether each word of the query begins a word of the record: looked up the long way.
bool begins_somewhere(const Workspace& workspace, RecordId record, const std::vector<std::string>& query) {
    std::vector<SearchedText> texts;
    collect_texts(workspace, record, texts);
    return std::ranges::all_of(query, [&](const std::string& wanted) {
        return std::ranges::any_of(texts, [&](const SearchedText& text) {
            if (text.phone) return false;
            return std::ranges::any_of(
                folded_words(text.text), [&](const std::string& word) { return word.starts_with(wanted); });
        });
    });
}

}  // namespace

TEST_CASE("an index that followed any edits finds the same as one built anew") {
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        CAPTURE(seed);
        SmallWorld world;
        world.random = Random(seed);
        for (int round = 0; round < 12; ++round) {
            for (std::size_t edits = world.random.below(30); edits-- > 0;)
                random_edit(world);
            // In slices of a record or so.
            while (world.index.step(world.workspace, [] { return true; })) {}
            REQUIRE(world.index.up_to_date(world.workspace));
            SearchIndex fresh;
            fresh.update(world.workspace);
            for (int i = 0; i < 20; ++i) {
                const std::string query = random_query(world.random);
                CAPTURE(query);
                const SearchOptions options{
                    .limit = static_cast<std::size_t>(1 + world.random.below(20)), .kind = Kind::none};
                REQUIRE(in_words(world.index.find(world.workspace, query, options)) ==
                    in_words(fresh.find(world.workspace, query, options)));
                REQUIRE(world.index.filter(query, Kind::person) == fresh.filter(query, Kind::person));
            }
        }
    }
}

TEST_CASE("what begins with the words of a query is found exactly as by looking at everything") {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        CAPTURE(seed);
        SmallWorld world;
        world.random = Random(seed);
        for (int edit = 0; edit < 250; ++edit)
            random_edit(world);
        world.index.update(world.workspace);
        for (int i = 0; i < 60; ++i) {
            const std::string query = repair_utf8(random_query(world.random));
            CAPTURE(query);
            std::set<RecordId> expected;
            for (const KindSpec& kind : all_kinds()) {
                if (!is_found(kind.kind)) continue;
                world.workspace.for_each(kind.kind, [&](RecordId record) {
                    const auto words = folded_words(query);
                    if (!words.empty() && begins_somewhere(world.workspace, record, words))
                        expected.insert(record);
                });
            }
            std::set<RecordId> found;
            for (const SearchResult& result :
                world.index.find(world.workspace, query, {.limit = 10'000, .kind = Kind::none}).results) {
                if (result.kind <= MatchKind::word_prefix) found.insert(result.record);
            }
            REQUIRE(found == expected);
        }
    }
}

TEST_CASE("an index worn by edits is renewed and finds the same") {
    SmallWorld world;
    const RecordId ana = world.person("Ana", "Núñez");
    for (int i = 0; i < 6000; ++i) {
        world.set(ana, person::headline, "Nurse " + std::to_string(i));
        if (i % 50 == 0)
            world.index.update(world.workspace);
        else
            world.index.step(world.workspace, [] { return true; });
    }
    world.index.update(world.workspace);
    CHECK(world.index.memory().words < 5000);
    CHECK(world.names("nurse 5999") == "Ana Núñez");
    CHECK(world.names("nurse 598") == "");
}
