// The parts that the index is made of, each against the long way round.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/random.h"
#include "search/postings.h"
#include "search/query.h"
#include "search/word_table.h"
#include "search/words.h"

using namespace kith;

namespace {

std::vector<std::string> words_of(std::string_view text) {
    WordSplitter splitter;
    std::vector<std::string> words;
    splitter.split(text, [&](const SearchWord& word) { words.emplace_back(word.text); });
    return words;
}

std::string random_word(Random& random, std::size_t letters) {
    constexpr std::string_view alphabet[] = {"a", "b", "c", "д", "田"};
    std::string word;
    for (std::size_t i = 0; i < letters; ++i)
        word += alphabet[random.below(std::size(alphabet))];
    return word;
}

std::u32string decoded(std::string_view text) {
    std::u32string points;
    while (!text.empty()) {
        const auto [point, length] = decode_utf8(text);
        points += point;
        text.remove_prefix(length);
    }
    return points;
}

/// Optimal string alignment distance by its definition.
unsigned distance(std::u32string_view a, std::u32string_view b) {
    std::vector<std::vector<unsigned>> d(a.size() + 1, std::vector<unsigned>(b.size() + 1));
    for (unsigned i = 0; i <= a.size(); ++i) {
        for (unsigned j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                d[i][j] = i + j;
                continue;
            }
            d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] != b[j - 1])});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
        }
    }
    return d[a.size()][b.size()];
}

}  // namespace

TEST_CASE("text is split into folded words") {
    CHECK(words_of("Dr. Ana-María O'Brien (née Núñez)") ==
        std::vector<std::string>{"dr", "ana", "maria", "obrien", "nee", "nunez"});
    CHECK(words_of("½ № ﬁn Ⅷ") == std::vector<std::string>{"1", "2", "no", "fin", "viii"});
    CHECK(words_of("co\u00ADoperate") == std::vector<std::string>{"cooperate"});
    CHECK(words_of(" \u3000田中、太郎。") == std::vector<std::string>{"田中", "太郎"});
    CHECK(words_of("\U0001F600 ").empty());
    CHECK(words_of(std::string(500, 'a')).size() == 3);
}

TEST_CASE("splitting gives the same words as folding everything at once") {
    Random random(3);
    constexpr std::string_view pieces[] = {"A", "é", "e\u0301", "ß", "Σ", "ς", "İ", "ﬁ", "김", "が",
        "か\u3099", " ", "-", "'", "７", "ø", "क\u093e"};
    for (int i = 0; i < 2000; ++i) {
        std::string text;
        for (std::size_t n = random.below(12); n-- > 0;)
            text += pieces[random.below(std::size(pieces))];
        CAPTURE(text);
        std::vector<std::string> expected{""};
        for (const char c : fold(text)) {
            if (c == ' ' || c == '-')
                expected.emplace_back();
            else if (c != '\'')
                expected.back() += c;
        }
        std::erase(expected, "");
        REQUIRE(words_of(text) == expected);
    }
}

TEST_CASE("the word table finds by beginning, by part and by nearness what a plain look finds") {
    Random random(5);
    WordTable table;
    std::vector<std::string> words;
    for (int round = 0; round < 40; ++round) {
        for (int i = 0; i < 20; ++i) {
            const std::string word = random_word(random, 1 + random.below(11));
            const WordNumber number = table.intern(word);
            if (number == words.size()) words.push_back(word);
            REQUIRE(words[number] == word);
            REQUIRE(table.text(number) == word);
        }
        table.sort();
        const std::string wanted = random_word(random, 1 + random.below(8));
        CAPTURE(wanted);
        std::multiset<WordNumber> begin, expected_begin, contain, expected_contain;
        table.beginning_with(wanted, [&](WordNumber number) { begin.insert(number); });
        table.containing(wanted, [&](WordNumber number) { contain.insert(number); });
        std::map<WordNumber, Nearness> near, expected_near;
        const std::u32string letters = decoded(wanted);
        const unsigned limit = static_cast<unsigned>(random.below(3));
        table.nearly(letters, limit,
            [&](WordNumber number, Nearness how) { REQUIRE(near.emplace(number, how).second); });
        for (WordNumber number = 0; number < words.size(); ++number) {
            if (words[number].starts_with(wanted)) expected_begin.insert(number);
            if (words[number].contains(wanted)) expected_contain.insert(number);
            const std::u32string other = decoded(words[number]);
            Nearness how = Nearness::no;
            for (std::size_t length = 1; length <= other.size(); ++length) {
                if (distance(letters, std::u32string_view(other).substr(0, length)) <= limit)
                    how = Nearness::beginning;
            }
            if (distance(letters, other) <= limit) how = Nearness::whole;
            if (how != Nearness::no) expected_near[number] = how;
        }
        REQUIRE(begin == expected_begin);
        REQUIRE(contain == expected_contain);
        REQUIRE(near == expected_near);
    }
}

TEST_CASE("posting lists give back what was added, but for what is covered by better") {
    PostingPool pool;
    std::vector<PostingList> lists(5);
    std::vector<std::vector<std::uint32_t>> expected(5);
    Random random(9);
    for (EntryNumber entry = 0; entry < 20'000; ++entry) {
        const std::size_t list = random.below(5);
        const Posting posting(
            entry, static_cast<WordSpot>(random.below(3)), static_cast<MatchPlace>(random.below(5)));
        pool.add(lists[list], posting);
        pool.add(lists[list], Posting(entry, WordSpot::inner, MatchPlace::notes));
        expected[list].push_back(posting.bits);
    }
    for (std::size_t list = 0; list < 5; ++list) {
        std::vector<std::uint32_t> found;
        pool.for_each(lists[list], [&](Posting posting) { found.push_back(posting.bits); });
        std::ranges::sort(found);
        CHECK(found == expected[list]);
    }
    CHECK(pool.count() == 20'000);
    PostingList one;
    pool.add(one, Posting(1, WordSpot::first, MatchPlace::work));
    pool.add(one, Posting(1, WordSpot::inner, MatchPlace::name));
    std::size_t kept = 0;
    pool.for_each(one, [&](Posting) { ++kept; });
    CHECK(kept == 2);  // neither is better in both respects
}

TEST_CASE("phone queries are read with and without spaces, leading zeros and the country's code") {
    WordSplitter splitter;
    const auto readings = [&](std::string_view text) {
        std::vector<std::string> all;
        for (const Reading& reading : read_query(splitter, text).readings) {
            std::string words;
            for (const QueryWord& word : reading)
                words += (words.empty() ? "" : " ") + word.text;
            all.push_back(words);
        }
        return all;
    };
    CHECK(readings("ana") == std::vector<std::string>{"ana"});
    CHECK(readings("0170 12") == std::vector<std::string>{"0170 12", "017012", "17012"});
    CHECK(readings("ana 0170 12") == std::vector<std::string>{"ana 0170 12", "ana 017012", "ana 17012"});
    CHECK(readings("+43 664 7654321") ==
        std::vector<std::string>{"43 664 7654321", "436647654321", "47654321"});
}
