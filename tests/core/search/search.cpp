// What is found, in which order, and why.
#include "small_world.h"

using namespace kith;
using namespace kith::testing;

TEST_CASE("a person is found by any beginning of any name, ignoring case and accents") {
    SmallWorld world;
    world.person("Ana", "Núñez");
    world.person("Søren", "Łukasiewicz");
    world.person("Conor", "O’Brien");
    world.person("Jean-Luc", "Großmann");
    for (const std::string_view query :
        {"ana", "AN", "nunez", "Núñ", "ÑÚÑEZ", "nunez ana", "ana nu", "  a   n "}) {
        CAPTURE(query);
        CHECK(world.names(query).starts_with("Ana Núñez"));
    }
    CHECK(world.names("soren luk") == "Søren Łukasiewicz");
    CHECK(world.names("obri") == "Conor O’Brien");
    CHECK(world.names("o'brien") == "Conor O’Brien");
    CHECK(world.names("luc gross") == "Jean-Luc Großmann");
    CHECK(world.names("") == "");
    CHECK(world.names("…!") == "");
    CHECK(world.names("ana luc") == "");
}

TEST_CASE("a slip of the finger is forgiven, the more so the longer the word") {
    SmallWorld world;
    world.person("Johnny", "Kowalczyk");
    world.person("John", "Smith");
    world.person("Bob", "Ng");
    CHECK(world.names("jhon") == "John Smith · Johnny Kowalczyk");  // the whole word before a beginning
    CHECK(world.names("smiht") == "John Smith");
    CHECK(world.names("smoth") == "John Smith");
    CHECK(world.names("smit") == "John Smith");
    CHECK(world.names("smmith") == "John Smith");
    CHECK(world.names("kovalczik") == "Johnny Kowalczyk");
    CHECK(world.names("kovalc") == "Johnny Kowalczyk");  // while typing
    CHECK(world.names("kovalzi") == "");                 // two edits in seven letters
    CHECK(world.names("bbo") == "");                     // too short to guess
    CHECK(world.find("smiht").results.front().kind == MatchKind::typo);
}

TEST_CASE("no guesses are shown when enough is found as typed") {
    SmallWorld world;
    for (int i = 0; i < 10; ++i)
        world.person("Anna", "Number" + std::to_string(i));
    world.person("Hanne", "Other");
    CHECK(world.find("anna").total() == 10);
    CHECK(world.names("annq").contains("Hanne") == false);
    CHECK(world.find("annx").total() == 10);
}

TEST_CASE("results are ranked by how they match, then where, then what was touched last") {
    SmallWorld world;
    const RecordId noted = world.person("Zoe", "Zimmer");
    world.set(noted, person::notes, "Worked with Mark before");
    world.person("Denmark", "Jones");
    world.person("Anna", "Markova");
    world.organisation("Mark");
    world.organisation("Deutsche Mark Bank");
    world.person("Mark", "Twain");
    CHECK(world.names("mark") ==
        "Mark Twain · Mark · Anna Markova · Deutsche Mark Bank · Zoe Zimmer · Denmark Jones");
    const auto found = world.find("mark").results;
    CHECK(found[0].kind == MatchKind::exact);
    CHECK(found[2].kind == MatchKind::prefix);
    CHECK(found[3].kind == MatchKind::word);
    CHECK(found[4].place == MatchPlace::notes);
    CHECK(found[5].kind == MatchKind::substring);

    SmallWorld recent;
    const RecordId first = recent.person("Maria", "One");
    recent.person("Maria", "Two");
    CHECK(recent.names("maria") == "Maria Two · Maria One");
    recent.set(first, person::headline, "Nurse");
    CHECK(recent.names("maria") == "Maria One · Maria Two");
}

TEST_CASE("words that stand together as typed come before the same words elsewhere") {
    SmallWorld world;
    world.organisation("Anna Hospital of St. Gallen");
    world.organisation("St. Anna Hospital Foundation");
    world.organisation("St. Anna Hospital");
    CHECK(world.names("st anna hospital") ==
        "St. Anna Hospital · St. Anna Hospital Foundation · Anna Hospital of St. Gallen");
    CHECK(world.find("st anna hospital").results[0].kind == MatchKind::exact);
    CHECK(world.find("st anna hospital").results[1].kind == MatchKind::prefix);
    CHECK(world.marks("st anna hos") == "[St]. Anna Hospital | St. [Anna] Hospital | St. Anna [Hos]pital");
}

TEST_CASE("people are found by what they do and where, now before once") {
    SmallWorld world;
    const RecordId clinic = world.organisation("Charité Berlin");
    const RecordId ana = world.person("Ana", "Núñez");
    const RecordId ben = world.person("Ben", "Okafor");
    const RecordId once = world.works_at(ana, clinic, "Head of Nursing");
    world.works_at(ben, clinic, "Surgeon");
    Draft draft({"test", {}});
    draft.set(once, affiliation::past, Value::boolean(true));
    world.commit(std::move(draft));
    CHECK(world.names("charite") == "Charité Berlin · Ben Okafor · Ana Núñez");
    CHECK(world.names("nursing ana") == "Ana Núñez");
    CHECK(world.names("berlin surg") == "Ben Okafor");
    CHECK(world.marks("berlin surg") == "Charité [Berlin] | [Surg]eon");
    CHECK(world.find("surgeon").results[0].matches[0].field == affiliation::role);
    CHECK(world.find("surgeon").results[0].place == MatchPlace::work);
}

TEST_CASE("what is indexed of people follows their organisations and affiliations") {
    SmallWorld world;
    const RecordId clinic = world.organisation("Old Clinic");
    const RecordId ana = world.person("Ana", "Núñez");
    const RecordId ben = world.person("Ben", "Okafor");
    const RecordId job = world.works_at(ana, clinic, "Nurse");
    CHECK(world.names("nurse") == "Ana Núñez");
    world.set(clinic, organisation::name, "New Hospital");
    CHECK(world.names("old") == "");
    CHECK(world.names("ana hospital") == "Ana Núñez");
    Draft hand_over({"test", {}});
    hand_over.set(job, affiliation::person, Value::reference(ben));
    world.commit(std::move(hand_over));
    CHECK(world.names("nurse") == "Ben Okafor");
    Draft away({"test", {}});
    away.trash(clinic);
    world.commit(std::move(away));
    CHECK(world.names("hospital") == "");
    REQUIRE(world.workspace.undo(world.now()));
    CHECK(world.names("hospital") == "New Hospital · Ben Okafor");
    Draft gone({"test", {}});
    gone.trash(ben);
    world.commit(std::move(gone));
    CHECK(world.names("nurse") == "");
}

TEST_CASE("every kind is found by its own fields") {
    SmallWorld world;
    world.named(Kind::event, event::name, "Nursing congress Vienna");
    world.named(Kind::goal, goal::wish, "Lead a ward in Vienna");
    world.named(Kind::interaction, interaction::summary, "Coffee in Vienna");
    world.named(Kind::action, action::title, "Book the train to Vienna");
    const SearchResults found = world.find("vienna");
    CHECK(found.total() == 4);
    CHECK(found.count[static_cast<std::size_t>(Kind::goal)] == 1);
    const SearchResults goals = world.find("vienna", {.limit = 5, .kind = Kind::goal});
    CHECK(goals.results.size() == 1);
    CHECK(goals.total() == 1);
}

TEST_CASE("names without spaces are found by any part") {
    SmallWorld world;
    Draft draft({"test", {}});
    const RecordId tanaka = draft.create(Kind::person, world.random);
    draft.set_text(tanaka, person::display_name, "田中太郎");
    draft.set_text(tanaka, person::phonetic_family, "タナカ");
    world.commit(std::move(draft));
    world.organisation("東京大学病院");
    world.person("민준", "김");
    world.person("Анна", "Ковалёва");
    world.person("محمد", "العلي");
    CHECK(world.names("田中") == "田中太郎");
    CHECK(world.names("太郎") == "田中太郎");
    CHECK(world.names("太郎 田中") == "田中太郎");
    CHECK(world.names("ﾀﾅｶ") == "田中太郎");
    CHECK(world.names("大学") == "東京大学病院");
    CHECK(world.marks("大学") == "東京[大学]病院");
    CHECK(world.names("김") == "김 민준");
    CHECK(world.names("КОВАЛЕВА") == "Анна Ковалёва");
    CHECK(world.names("محمد") == "محمد العلي");
}

TEST_CASE("phone numbers are found by their digits however they are written") {
    SmallWorld world;
    world.contact(world.person("Ana", "Núñez"), "phone", "+49 (170) 123-4567");
    world.contact(world.person("Ben", "Okafor"), "phone", "0664 765 43 21");
    for (const std::string_view query :
        {"+49 170", "0170 123", "1701234567", "0170/1234567", "1234567", "ana 0170 12"}) {
        CAPTURE(query);
        CHECK(world.names(query) == "Ana Núñez");
    }
    for (const std::string_view query : {"+43 664 7654321", "0664 7654", "06647654321", "7654321"}) {
        CAPTURE(query);
        CHECK(world.names(query) == "Ben Okafor");
    }
    CHECK(world.marks("0170 123") == "+49 ([170) 123]-4567");
    CHECK(world.find("1234567").results[0].place == MatchPlace::contact);
}

TEST_CASE("fragments of addresses are found") {
    SmallWorld world;
    world.contact(world.person("Ana", "Núñez"), "email", "ana.nunez@charite.example");
    world.person("Anabel", "Other");
    for (const std::string_view query :
        {"nunez@char", "ana.nunez@charite.example", "@charite.ex", "charite", "harit"}) {
        CAPTURE(query);
        CHECK(world.names(query) == "Ana Núñez");
    }
    CHECK(world.marks("harit") == "ana.nunez@c[harit]e.example");
}

TEST_CASE("what is highlighted are whole characters with their marks") {
    SmallWorld world;
    world.person("Ana", "Nu\u0301n\u0303ez Groß");
    CHECK(world.marks("nun") == "[Nu\u0301n\u0303]ez Groß");
    CHECK(world.marks("gros") == "Nu\u0301n\u0303ez [Groß]");
    world.index.update(world.workspace);
    CHECK(world.index.highlight("Ana Núñez, St. Anna", "an nunez") ==
        std::vector<TextRange>{{0, 2}, {4, 11}, {17, 19}});
    CHECK(world.index.highlight("Ana Núñez", "nuñes") == std::vector<TextRange>{{4, 11}});
    CHECK(world.index.highlight("+49 170 123", "0170") == std::vector<TextRange>{{4, 7}});
    CHECK(world.index.highlight("nothing", "").empty());
}

TEST_CASE("a table is filtered by what a query finds") {
    SmallWorld world;
    const RecordId ana = world.person("Ana", "Núñez");
    world.person("Ben", "Okafor");
    world.organisation("Ana Foundation");
    world.index.update(world.workspace);
    CHECK(world.index.filter("ana", Kind::person) == std::vector<RecordId>{ana});
    CHECK(world.index.filter("nuñes", Kind::person) == std::vector<RecordId>{ana});
    CHECK(world.index.filter("xyz", Kind::person) == std::vector<RecordId>{});
    CHECK_FALSE(world.index.filter(" - ", Kind::person).has_value());
}

TEST_CASE("names of any length and odd bytes of text do no harm") {
    SmallWorld world;
    world.person(std::string(10'000, 'x'), "\u200B\u202E\U0001F600");
    std::string many;
    for (int i = 0; i < 5000; ++i)
        many += "長い名前";
    world.person(many, "Ana");
    CHECK(world.find("xxxx").total() == 1);
    CHECK(world.find("名前").total() == 1);
    CHECK(world.find(many).results.size() <= 1);
    CHECK(world.find("\xFF\xFE\x80").results.empty());
    CHECK(world.find(std::string(100'000, 'q')).results.empty());
}
