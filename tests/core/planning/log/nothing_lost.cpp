// Laws of a line: whatever is typed, each of its words is used or kept, and nobody is in it whom neither the line nor
// the records name.
#include <algorithm>
#include <ranges>

#include "../world.h"
#include "base/text.h"
#include "days/words.h"
#include "planning/log/line.h"

using namespace kith;
using namespace kith::testing;

namespace {

struct Town {
    World world{R"(
[person ben]
given_name = Ben
family_name = Okafor
pronouns = he/him
[person rosa]
given_name = Rosa
family_name = Torres
[person rosa_2]
given_name = Rosa
family_name = Blum
[person may]
given_name = May
family_name = Lin
[person wanda]
given_name = Wanda
family_name = Tuesday
[person hanako]
given_name = 花子
family_name = 佐藤
[organisation bakery]
name = Bob's Bakery
[organisation motol]
name = Motol Hospital
[event esc]
name = ESC Congress
from = today-4
)"};
    NameIndex names;
    ContactBook contacts;

    Town() {
        names.update(world.workspace);
        contacts.update(world.workspace);
    }
    LogContext context() const {
        return {.workspace = world.workspace, .names = names, .contacts = contacts, .today = world.today};
    }
};

constexpr std::string_view pieces[] = {"coffee", "lunch", "call", "met", "saw", "with", "with", "and", ",",
    ".", ";", ":", "Ben", "Rosa", "rosaa", "May", "may", "Tuesday", "Wanda Tuesday", "Ben Okafor",
    "Clara Voss", "Petra", "jonas", "佐藤花子", "CNO", "at", "at the", "in", "near the", "Motol Hospital",
    "Bob's Bakery", "Prague", "ESC Congress", "from", "of", "about", "re", "the budget", "yesterday",
    "on Friday", "every Monday", "in March", "10:30", "3/5", "by Friday", "next week", "I", "she", "he",
    "them", "will", "'ll", "send", "her", "the list", "owe", "promised", "told", "told me", "said", "didn't",
    "without", "is", "moved", "introduced me to", "via", "intro by", "\"", "(", ")", "-", "☕",
    "Fwd:", "Re:", "Topic:", "Best,", "Hi", "&", "Co", "people", "then", "asked me to", "waiting for", "IBM",
    "let's", "Dr.", "S.", "van der", "\xff", "@", "not", "called"};

std::string random_line(Random& random) {
    std::string line;
    for (std::size_t i = 1 + random.below(14); i > 0; --i) {
        const std::string_view piece = pieces[random.below(std::size(pieces))];
        if (!line.empty() && random.below(8) > 0) line += ' ';
        line += piece;
    }
    return line;
}

bool within(const Word& word, const LineRange& range) {
    return range.begin <= word.begin && word.end <= range.end;
}

/// Whether a word stands in a phrase that does one of those things.
bool does(std::span<const Word> words, std::size_t at, auto roles) {
    return std::ranges::any_of(roles, [&](WordRole role) {
        for (std::size_t back = 0; back <= std::min<std::size_t>(at, 5); ++back) {
            if (LogWords::english().match(role, words, at - back).length > back) return true;
        }
        return false;
    });
}

/// Every role that leads to a guess: all but the lists of words that lead to none.
auto leading_roles() {
    return std::views::iota(0, static_cast<int>(WordRole::state)) |
        std::views::transform([](int role) { return static_cast<WordRole>(role); });
}

}  // namespace

TEST_CASE("Whatever is typed, each word of a line is used, kept as text, or only joins others") {
    const Town town;
    Random random(19);
    constexpr WordRole joining[] = {WordRole::filler, WordRole::and_, WordRole::then, WordRole::with,
        WordRole::i, WordRole::me, WordRole::article, WordRole::to, WordRole::for_, WordRole::of,
        WordRole::at, WordRole::on};
    for (int i = 0; i < 4000; ++i) {
        const std::string line = random_line(random);
        CAPTURE(line);
        const LogReading reading = read_log_line(line, town.context());
        const auto words = words_of_line(line);
        for (std::size_t at = 0; at < words.size(); ++at) {
            const auto in = [&](const std::vector<LineRange>& ranges) {
                return std::ranges::any_of(
                    ranges, [&](const LineRange& range) { return within(words[at], range); });
            };
            const bool kept = in(reading.rest);
            const bool used = in(reading.used);
            CHECK_FALSE((kept && used));
            const bool joins = words[at].folded == "'s" || does(words, at, std::span(joining));
            if (!kept && !used) CHECK_MESSAGE(joins, words[at].folded);
        }
    }
}

TEST_CASE("What counts as used stands in a guess, or is a word that leads to one") {
    const Town town;
    Random random(20);
    for (int i = 0; i < 4000; ++i) {
        const std::string line = random_line(random);
        CAPTURE(line);
        const LogReading reading = read_log_line(line, town.context());
        std::vector<LineRange> guesses;
        const auto add = [&](const auto& guess) {
            if (guess) guesses.push_back(guess->range);
        };
        add(reading.kind);
        add(reading.on);
        add(reading.minute);
        add(reading.topic);
        add(reading.event);
        add(reading.place);
        add(reading.begun_by);
        for (const PromiseGuess& promise : reading.promises)
            guesses.push_back(promise.range);
        for (const PersonGuess& person : reading.people)
            guesses.push_back({person.range.begin, std::max(person.range.end, person.said_until)});
        const auto words = words_of_line(line);
        for (std::size_t at = 0; at < words.size(); ++at) {
            const auto holds = [&](const LineRange& range) { return within(words[at], range); };
            if (std::ranges::none_of(reading.used, holds) || std::ranges::any_of(guesses, holds)) continue;
            // "with", "pencilled in", "discussed", and "him" or "Ben" said again.
            const bool leads = does(words, at, leading_roles());
            const std::string_view folded = words[at].folded;
            const bool said_again = town.names.has(folded) ||
                std::ranges::any_of(
                    reading.people, [&](const PersonGuess& one) { return fold(one.name).contains(folded); });
            CHECK_MESSAGE((leads || said_again), words[at].folded);
        }
    }
}

TEST_CASE("Nobody is invented: each name of a reading stands in the line, and is new or known as it says") {
    const Town town;
    Random random(21);
    for (int i = 0; i < 4000; ++i) {
        const std::string line = random_line(random);
        CAPTURE(line);
        const LogReading reading = read_log_line(line, town.context());
        for (const PersonGuess& guess : reading.people) {
            REQUIRE(guess.range.end <= line.size());
            CHECK(line.substr(guess.range.begin, guess.range.end - guess.range.begin) == guess.name);
            if (!guess.organisation.empty()) CHECK(line.contains(guess.organisation));
            if (!guess.role.empty()) CHECK(line.contains(guess.role));
            if (!guess.person) continue;
            // A known person is called so, or the guess is shown as doubtful.
            const bool called = std::ranges::any_of(
                words_of_line(guess.name), [&](const Word& word) { return town.names.has(word.folded); });
            CHECK((called || guess.doubtful));
        }
        if (reading.introduced_by) CHECK(*reading.introduced_by < reading.people.size());
        for (const PromiseGuess& promise : reading.promises) {
            for (const std::size_t one : promise.people)
                CHECK(one < reading.people.size());
        }
    }
}
