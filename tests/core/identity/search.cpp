#include "identity/search.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/random.h"

namespace kith::identity {

namespace {

using Given = std::string_view;

Entry person(std::uint32_t source, std::string_view given, std::string_view family) {
    Entry entry;
    entry.name.given = given;
    entry.name.family = family;
    entry.source = source;
    return entry;
}
Entry with_email(Entry entry, std::string_view email) {
    entry.emails.emplace_back(email);
    return entry;
}
Entry with_number(Entry entry, std::string_view number, NumberUse use) {
    entry.numbers.push_back({std::string(number), use});
    return entry;
}
Entry with_work(Entry entry, std::string_view organisation) {
    entry.work.push_back({std::string(organisation), {}});
    return entry;
}
Entry born(Entry entry, int year, unsigned month, unsigned day) {
    entry.birthday = PartialDate(std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day));
    return entry;
}
Entry with_profile(Entry entry, std::string_view slug) {
    entry.profiles.push_back("https://www.linkedin.com/in/" + std::string(slug));
    return entry;
}

enum class Answer { same, asked, apart };

/// What becomes of the first two, among the others.
Answer answer(std::vector<Entry> entries, Settled settled = {}) {
    SameSearch search(entries, std::move(settled));
    Slices work = search.run();
    work.finish();
    if (search.first_of()[0] == search.first_of()[1]) return Answer::same;
    const bool asked = std::ranges::any_of(search.questions(), [&](const SamePair& pair) {
        return pair.a == search.first_of()[0] && pair.b == search.first_of()[1];
    });
    return asked ? Answer::asked : Answer::apart;
}

/// Others, so that a name in common says something.
std::vector<Entry> among_others(std::vector<Entry> entries) {
    constexpr std::string_view given[] = {"Ida", "Tariq", "Noor", "Emil", "Greta", "Pavel", "Ines", "Hugo"};
    constexpr std::string_view family[] = {
        "Lund", "Okafor", "Vesely", "Rossi", "Tanaka", "Moreau", "Silva", "Novak"};
    std::uint32_t source = 90;
    for (const std::string_view one : given) {
        for (const std::string_view other : family)
            entries.push_back(person(++source, one, other));
    }
    return entries;
}
Answer among(Entry a, Entry b) {
    return answer(among_others({std::move(a), std::move(b)}));
}

}  // namespace

TEST_CASE("identity: Entries are joined by what is certain") {
    CHECK(among(with_email(person(1, "Ana", "Cruz"), "ana@x.example"),
              with_email(person(2, "Ana", "Cruz"), "ANA@x.example")) == Answer::same);
    CHECK(among(with_number(person(1, "José", "Muñoz"), "+34 600 123 456", NumberUse::mobile),
              with_number(person(2, "Jose", "MUNOZ"), "600123456", NumberUse::mobile)) == Answer::same);
    CHECK(among(born(person(1, "Ana", "Cruz"), 1980, 3, 4), born(person(2, "Ana", "Cruz"), 1980, 3, 4)) ==
        Answer::same);
    CHECK(among(with_profile(person(1, "Bob", "Stone"), "bob-1"),
              with_profile(person(2, "Robert", "Stone"), "bob-1")) == Answer::same);
    CHECK(among(with_work(person(1, "Ana", "Cruz"), "Acme Ltd"),
              with_work(person(2, "Ana", "Cruz"), "ACME")) == Answer::same);
}

TEST_CASE("identity: What is likely is asked about") {
    const auto one_address = [](std::string_view a_given, std::string_view a_family, std::string_view b_given,
                                 std::string_view b_family) {
        return among(with_email(person(1, a_given, a_family), "x@y.example"),
            with_email(person(2, b_given, b_family), "x@y.example"));
    };
    CHECK(one_address("Bob", "Stone", "Robert", "Stone") == Answer::asked);
    CHECK(one_address("Catharine", "Stone", "Catherine", "Stone") == Answer::asked);
    CHECK(one_address("Wei", "Zhang", "Zhang", "Wei") == Answer::asked);
    CHECK(one_address("Дмитрий", "Волков", "Dmitri", "Volkov") == Answer::asked);
    CHECK(one_address("小明", "王", "Xiaoming", "Wang") == Answer::asked);
    CHECK(one_address("Ana", "Cruz", "Ana", "Silva") == Answer::asked);  // married, perhaps
    CHECK(one_address("Ana", "", "Ana", "Cruz") == Answer::asked);
    CHECK(one_address("Ana", "Silva (Cruz)", "Ana", "Cruz") != Answer::apart);
    CHECK(among(person(1, "Annika", "Stoltenberg"), person(2, "Annika", "Stoltenberg")) == Answer::asked);
}

TEST_CASE("identity: What speaks against it makes a question or two people, never one") {
    const auto one_address = [](Entry a, Entry b) {
        return among(with_email(std::move(a), "x@y.example"), with_email(std::move(b), "x@y.example"));
    };
    CHECK(one_address(born(person(1, "Ana", "Cruz"), 1980, 3, 4),
              born(person(2, "Ana", "Cruz"), 1955, 6, 7)) != Answer::same);
    CHECK(one_address(with_profile(person(1, "Ana", "Cruz"), "ana-1"),
              with_profile(person(2, "Ana", "Cruz"), "ana-2")) != Answer::same);
    Entry one = person(1, "Ana", "Cruz"), other = person(2, "Ana", "Cruz");
    one.uids = {"1"};
    other.uids = {"2"};
    CHECK(one_address(one, other) == Answer::asked);
    CHECK(one_address(person(1, "John", "Adams Jr."), person(2, "John", "Adams")) != Answer::same);
    one = person(1, "Ana", "Cruz");
    other = person(2, "Ana", "Cruz");
    one.name.additional = "Maria";
    other.name.additional = "Luisa";
    CHECK(one_address(one, other) != Answer::same);
}

TEST_CASE("identity: Strangers who share something are two people") {
    const auto at = [](Entry entry) {
        return with_work(with_number(std::move(entry), "+1 202 555 0100", NumberUse::work), "Acme");
    };
    std::vector<Entry> switchboard = among_others(
        {at(person(1, "John", "Adams")), at(person(1, "John", "Baker")), at(person(2, "John", "Carter"))});
    CHECK(answer(switchboard) == Answer::apart);
    std::swap(switchboard[1], switchboard[2]);
    CHECK(answer(switchboard) == Answer::apart);

    CHECK(among(with_email(person(1, "Ana", "Cruz"), "info@x.example"),
              with_email(person(2, "Ida", "Berg"), "info@x.example")) == Answer::apart);
    // A couple, and twins.
    const auto home = [](Entry entry) {
        return with_number(std::move(entry), "+1 202 555 0199", NumberUse::home);
    };
    CHECK(among(home(person(1, "Ana", "Cruz")), home(person(2, "Luis", "Cruz"))) == Answer::apart);
    CHECK(among(born(home(person(1, "Ana", "Cruz")), 1980, 3, 4),
              born(home(person(2, "Luis", "Cruz")), 1980, 3, 4)) != Answer::same);
}

TEST_CASE("identity: Among a few people the same is asked as among many") {
    CHECK(answer({person(1, "Cem", "Arslan"), person(2, "Cem", "Arslan")}) == Answer::asked);
    CHECK(answer({with_email(person(1, "Bob", "Stone"), "x@y.example"),
              with_email(person(2, "Robert", "Stone"), "x@y.example")}) == Answer::asked);
    CHECK(answer({with_email(person(1, "Ana", "Cruz"), "x@y.example"),
              with_email(person(1, "Luis", "Cruz"), "x@y.example")}) == Answer::apart);
    const auto at = [](Entry entry) {
        return with_work(with_number(std::move(entry), "+1 202 555 0100", NumberUse::work), "Acme");
    };
    CHECK(answer({at(person(1, "John", "Adams")), at(person(1, "John", "Baker")),
              at(person(1, "John", "Carter"))}) == Answer::apart);
}

TEST_CASE("identity: A home's number is a person's own only while nobody else is known under it") {
    const auto home = [](Entry entry) {
        return with_number(std::move(entry), "+1 202 555 0199", NumberUse::home);
    };
    std::vector<Entry> entries =
        among_others({home(person(1, "Ana", "Cruz")), home(person(2, "Ana", "Cruz"))});
    CHECK(answer(entries) == Answer::same);
    entries.push_back(home(person(3, "Luis", "Cruz")));
    CHECK(answer(entries) == Answer::asked);
}

TEST_CASE("identity: Two of one name at one employer are not told by it") {
    std::vector<Entry> entries = among_others(
        {with_work(person(1, "Raj", "Kumar"), "Acme"), with_work(person(2, "Raj", "Kumar"), "Acme")});
    CHECK(answer(entries) == Answer::same);
    entries.push_back(with_work(person(1, "Raj", "Kumar"), "Acme Ltd"));
    CHECK(answer(entries) != Answer::same);
}

TEST_CASE("identity: Where those who are joined contradict each other, all are asked about") {
    // The one in the middle may be either's.
    const std::vector<Entry> entries = among_others({born(with_email(person(1, "Ana", "Cruz"), "a@x.example"),
                                                         1980, 1, 2),
        with_number(with_email(person(2, "Ana", "Cruz"), "a@x.example"), "600 100 200", NumberUse::mobile),
        born(with_number(person(3, "Ana", "Cruz"), "600 100 200", NumberUse::mobile), 1950, 5, 6)});
    CHECK(answer(entries) == Answer::asked);
}

TEST_CASE("identity: What was answered is not asked again") {
    const std::vector<Entry> entries = among_others({with_email(person(1, "Bob", "Stone"), "x@y.example"),
        with_email(person(2, "Robert", "Stone"), "x@y.example")});
    CHECK(answer(entries) == Answer::asked);
    CHECK(answer(entries, {.apart = {{1, 0}}}) == Answer::apart);
    CHECK(answer(entries, {.same = {{0, 1}}}) == Answer::same);
}

TEST_CASE("identity: Records are asked about, never joined") {
    const std::vector<Entry> entries = among_others({with_email(person(1, "Ana", "Cruz"), "x@y.example"),
        with_email(person(1, "Ana", "Cruz"), "x@y.example")});
    CHECK(answer(entries) == Answer::same);
    CHECK(answer(entries, {.records = 2}) == Answer::asked);
    CHECK(answer(entries, {.records = 1}) == Answer::same);
}

TEST_CASE("identity: What was exported from here tells its own again, and nobody apart") {
    Entry here = person(1, "Ana", "Cruz"), back = person(2, "Ana", "Cruz");
    here.exported_as = "urn:uuid:1-2-3";
    back.uids = {"1-2-3"};
    CHECK(among(here, back) == Answer::same);
    back.uids = {"from another program"};
    CHECK(among(with_email(here, "x@y.example"), with_email(back, "x@y.example")) == Answer::same);
}

TEST_CASE("identity: Records can be left aside") {
    const std::vector<Entry> entries{
        person(1, "Cem", "Arslan"), person(1, "Cem", "Arslan"), person(2, "Cem", "Arslan")};
    SameSearch search(entries, {.records = 2, .ask_about_records = false});
    Slices work = search.run();
    work.finish();
    for (const SamePair& pair : search.questions())
        CHECK(pair.b == 2);
    CHECK_FALSE(search.questions().empty());
}

// Laws -----------------------------------------------------------------------------------------------

namespace {

/// People as files have them, and more alike than in life.
std::vector<Entry> some_people(Random& random, std::size_t count) {
    constexpr std::string_view given[] = {
        "Ana", "Anna", "Bob", "Robert", "J.", "José", "Jose", "Wei", "王", "Дмитрий", "Dmitri", "Maria"};
    constexpr std::string_view family[] = {"Cruz", "Cruz-Silva", "Silva", "Stone", "Stone Jr.", "Zhang",
        "小明", "Волков", "Volkov", "de la Paz", "Paz", ""};
    constexpr std::string_view emails[] = {
        "a@x.example", "b@x.example", "info@x.example", "c+1@x.example", "c@x.example"};
    constexpr std::string_view numbers[] = {
        "+1 202 555 0100", "202 555 0101", "2025550102", "+1 202 555 0100 x 7"};
    const auto any = [&](const auto& list) { return list[random.below(std::size(list))]; };
    std::vector<Entry> entries;
    for (std::size_t i = 0; i < count; ++i) {
        Entry entry = person(static_cast<std::uint32_t>(random.below(3)), any(given), any(family));
        if (random.below(3) == 0) entry = with_email(std::move(entry), any(emails));
        if (random.below(3) == 0)
            entry = with_number(std::move(entry), any(numbers), static_cast<NumberUse>(random.below(4)));
        if (random.below(4) == 0)
            entry = with_work(std::move(entry), random.below(2) == 0 ? "Acme" : "Bolt Ltd");
        if (random.below(6) == 0)
            entry = born(std::move(entry), 1980 + static_cast<int>(random.below(2)), 3, 4);
        if (random.below(6) == 0) entry = with_profile(std::move(entry), random.below(2) == 0 ? "p1" : "p2");
        if (random.below(8) == 0) entry.nicknames.emplace_back("Bobby");
        if (random.below(8) == 0) entry.uids.push_back(std::to_string(random.below(4)));
        entries.push_back(std::move(entry));
    }
    return entries;
}

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

Pairs pairs_of(const std::vector<SamePair>& list, const std::vector<std::size_t>& was) {
    Pairs pairs;
    for (const SamePair& pair : list)
        pairs.push_back(std::minmax(was[pair.a], was[pair.b]));
    std::ranges::sort(pairs);
    return pairs;
}

}  // namespace

TEST_CASE("identity: Nobody is joined without something certain, or against anything") {
    Random random(16);
    for (int round = 0; round < 200; ++round) {
        const std::vector<Entry> entries = some_people(random, 3 + random.below(12));
        SameSearch search(entries);
        Slices work = search.run();
        work.finish();
        for (const SamePair& pair : search.joined()) {
            const Comparison& found = pair.comparison;
            CHECK_FALSE(found.is_contradicted());
            const bool certain = found.agrees(Reason::profile) || found.agrees(Reason::uid) ||
                (found.name.is_same() &&
                    (found.agrees(Reason::email) || found.agrees(Reason::mobile) ||
                        found.agrees(Reason::home) || found.agrees(Reason::birthday) ||
                        found.agrees(Reason::employer)));
            CHECK(certain);
        }
        // Nor by way of others.
        FeatureTable table;
        std::vector<Features> features;
        for (const Entry& entry : entries)
            features.push_back(table.features_of(entry));
        for (std::size_t a = 0; a < entries.size(); ++a) {
            for (std::size_t b = a + 1; b < entries.size(); ++b) {
                if (search.first_of()[a] == search.first_of()[b])
                    CHECK_FALSE(compare(features[a], features[b], table).is_contradicted());
            }
        }
    }
}

TEST_CASE("identity: A comparison is the same from either side") {
    Random random(17);
    for (int round = 0; round < 50; ++round) {
        const std::vector<Entry> entries = some_people(random, 8);
        FeatureTable table;
        std::vector<Features> features;
        for (const Entry& entry : entries)
            features.push_back(table.features_of(entry));
        for (const Features& a : features) {
            for (const Features& b : features) {
                const Comparison one = compare(a, b, table), other = compare(b, a, table);
                CHECK(one.outcomes == other.outcomes);
                CHECK(one.weights == other.weights);
                CHECK(one.name == other.name);
            }
        }
    }
}

TEST_CASE("identity: The order of entries and of files doesn't matter") {
    Random random(18);
    for (int round = 0; round < 200; ++round) {
        const std::vector<Entry> entries = some_people(random, 3 + random.below(9));
        std::vector<std::size_t> was(entries.size());
        for (std::size_t i = 0; i < was.size(); ++i)
            was[i] = i;
        SameSearch search(entries);
        Slices work = search.run();
        work.finish();
        const Pairs joined = pairs_of(search.joined(), was);
        std::vector<std::size_t> firsts;
        for (std::size_t i = 0; i < was.size(); ++i)
            firsts.push_back(search.first_of()[i]);

        for (std::size_t i = was.size(); i > 1; --i)
            std::swap(was[i - 1], was[random.below(i)]);
        std::vector<Entry> turned;
        for (const std::size_t i : was) {
            turned.push_back(entries[i]);
            turned.back().source = 7 - turned.back().source;
        }
        SameSearch again(turned);
        Slices more = again.run();
        more.finish();
        CHECK(pairs_of(again.joined(), was) == joined);
        CHECK(again.questions().size() == search.questions().size());
        for (std::size_t i = 0; i < was.size(); ++i) {
            for (std::size_t j = 0; j < was.size(); ++j)
                CHECK((again.first_of()[i] == again.first_of()[j]) == (firsts[was[i]] == firsts[was[j]]));
        }
    }
}

}  // namespace kith::identity
