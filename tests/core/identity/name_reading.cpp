#include "identity/name_reading.h"

#include <doctest/doctest.h>

namespace kith::identity {

namespace {

using Words = std::vector<std::string>;

ReadName whole(std::string_view shown) {
    return read_name({.shown = std::string(shown)});
}

}  // namespace

TEST_CASE("identity: A title is said once, wherever it stands") {
    const ReadName name = read_name({.prefix = "Dr.", .given = "Dr. Helen", .family = "Park"});
    CHECK(name.titles == Words{"Dr."});
    CHECK(name.given == "Helen");
    CHECK(name.family == "Park");
    CHECK(prefix_of(name) == "Dr.");
    CHECK(prefix_of(read_name({.prefix = "Prof. Dr.", .given = "Prof. Dr. Ana", .family = "Lima"})) ==
        "Prof. Dr.");
    CHECK(prefix_of(read_name({.prefix = "Frau Dr.", .given = "Ute", .family = "Kahn"})) == "Frau Dr.");
}

TEST_CASE("identity: Degrees go behind the name, and each is said once") {
    ReadName name = read_name({.given = "Mary", .family = "Chen, DNP, RN"});
    CHECK(name.family == "Chen");
    CHECK(name.credentials == Words{"DNP", "RN"});
    CHECK(suffix_of(name) == "DNP, RN");

    name = read_name({.given = "Mary", .family = "Chen, DNP, RN", .suffix = "RN"});
    CHECK(name.credentials == Words{"RN", "DNP"});

    name = read_name({.given = "Omar", .family = "Haddad ph.d."});
    CHECK(name.family == "Haddad");
    CHECK(name.credentials == Words{"ph.d."});

    name = whole("Jane Ellis MBA, PMP");
    CHECK(name.given == "Jane");
    CHECK(name.family == "Ellis");
    CHECK(name.credentials == Words{"PMP", "MBA"});

    name = whole("Lucy Hale, LCSW-R");  // not in any list
    CHECK(name.family == "Hale");
    CHECK(name.credentials == Words{"LCSW-R"});
}

TEST_CASE("identity: A family name that looks like a degree stays") {
    CHECK(read_name({.given = "Yo-Yo", .family = "Ma"}).family == "Ma");
    CHECK(read_name({.given = "JACK", .family = "MA"}).family == "MA");
    CHECK(whole("Yo-Yo Ma").family == "Ma");
    CHECK(whole("Kim Do").family == "Do");
    CHECK(read_name({.given = "Hien", .family = "Do"}).family == "Do");
    CHECK(whole("Dr. Who").family.empty());
    CHECK(read_name({.given = "Prof", .family = "Rao"}).given == "Prof");
}

TEST_CASE("identity: Generations are kept apart from degrees") {
    ReadName name = read_name({.given = "John", .family = "Adams, Jr., MD"});
    CHECK(name.generation == "Jr.");
    CHECK(name.credentials == Words{"MD"});
    CHECK(whole("Martin Luther King Jr.").generation == "Jr.");
    CHECK(read_name({.given = "Louis", .family = "Roy", .suffix = "III"}).generation == "III");
}

TEST_CASE("identity: Whole names are cut before the particles of the family name") {
    ReadName name = whole("Ludwig van den Berg");
    CHECK(name.given == "Ludwig");
    CHECK(name.family == "van den Berg");
    CHECK(whole("Núñez, Ana").family == "Núñez");
    CHECK(whole("Núñez, Ana").given == "Ana");
    CHECK(whole("van Dijk, Kees").family == "van Dijk");
    CHECK(whole("Adams, John, MD").credentials == Words{"MD"});
    CHECK(read_name({.given = "Sushmita Verma-Rao"}).family == "Verma-Rao");
    CHECK(read_name({.family = "Okafor"}).family == "Okafor");
    CHECK(whole("Sade").given == "Sade");
}

TEST_CASE("identity: What stands in quotation marks or brackets is not the name") {
    ReadName name = whole("Robert \"Bob\" Smith");
    CHECK(name.given == "Robert");
    CHECK(name.nicknames == Words{"Bob"});
    name = whole("Anna Müller (geb. Schmidt)");
    CHECK(name.family == "Müller");
    CHECK(name.asides == Words{"geb. Schmidt"});
    CHECK(read_name({.given = "Ana", .family = "Silva (Costa)"}).family == "Silva");
    CHECK(whole("(Anna)").given == "(Anna)");
    CHECK(prefix_of(whole("Dr. med. Uwe Groß")) == "Dr. med.");
}

TEST_CASE("identity: Chinese, Japanese and Korean names begin with the family's") {
    CHECK(whole("王小明").family == "王");
    CHECK(whole("王小明").given == "小明");
    CHECK(whole("欧阳若兰").family == "欧阳");
    CHECK(whole("佐藤健太").family == "佐藤");
    CHECK(whole("김민준").family == "김");
    CHECK(initials_of(whole("王小明")) == "王");
    CHECK(initials_of(read_name({.given = "小明", .family = "王"})) == "王");
}

TEST_CASE("identity: Initials leave titles, degrees and particles aside") {
    CHECK(initials_of(read_name({.given = "Dr. Helen", .family = "Park, RN"})) == "HP");
    CHECK(initials_of(whole("Vincent van Gogh")) == "VG");
    CHECK(initials_of(read_name({.given = "Élodie", .family = "d'Aubigny"})) == "ÉA");
    CHECK(initials_of({}).empty());
}

TEST_CASE("identity: Family names are sorted behind their particles") {
    CHECK(particle_length("van den Berg") == 8);
    CHECK(particle_length("de la Fuente") == 6);
    CHECK(particle_length("al-Hassan") == 3);
    CHECK(particle_length("Berg") == 0);
    CHECK(particle_length("Van") == 0);  // nothing would be left
}

TEST_CASE("identity: No word of a name is lost") {
    for (const std::string_view text : {"Dr. Dr. h. c. Ana Sofia de la Cruz, PhD", "Ma", "Do Do", "Jr.", "RN",
             "van", "Mr", "a, b, c, d", ",", "Prof. Dr. Mr. Ms.", "x, Jr., y", "李", "O'Neil,,, MBA"}) {
        CAPTURE(text);
        const ReadName name = whole(text);
        const std::string all = prefix_of(name) + " " + name.given + " " + name.additional + " " +
            name.family + " " + suffix_of(name);
        for (const char c : text) {
            if (c != ' ' && c != ',') CHECK(all.contains(c));
        }
    }
}

}  // namespace kith::identity
