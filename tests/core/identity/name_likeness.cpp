#include "identity/name_likeness.h"

#include <doctest/doctest.h>

#include "identity/name_sounds.h"
#include "identity/transliteration.h"

namespace kith::identity {

namespace {

struct Names {
    NameWords words;
    NameLikeness compare(std::string_view a, std::string_view b) {
        return compare_names(shape_of(read_name({.shown = std::string(a)}), words),
            shape_of(read_name({.shown = std::string(b)}), words), words);
    }
    NameLikeness compare(NameFields a, NameFields b) {
        return compare_names(shape_of(a, words), shape_of(b, words), words);
    }
    Likeness given(std::string_view a, std::string_view b) {
        return words.compare(words.add(a), words.add(b));
    }
};

}  // namespace

TEST_CASE("identity: Names that are written in two ways are the same") {
    Names names;
    CHECK(names.compare("José Muñoz", "JOSE MUNOZ").is_same());
    CHECK(names.compare("Jörg Müller", "Joerg Mueller").is_same());
    CHECK(names.compare("Ana García-López", "Ana García López").is_same());
    CHECK(names.compare("Jean-Pierre Roux", "Jean Pierre Roux").is_same());
    CHECK(names.compare("Sean O'Brien", "Sean OBrien").is_same());
    CHECK(names.compare({.given = "Kees", .family = "de Vries"}, {.given = "Kees", .family = "deVries"})
            .is_same());
    CHECK(names
            .compare({.given = "Mary", .family = "Chen, DNP"},
                {.prefix = "Dr.", .given = "Mary", .family = "Chen"})
            .is_same());
}

TEST_CASE("identity: Names that are alike are told how") {
    Names names;
    CHECK(names.given("Catharine", "Katherine") <= Likeness::nickname);
    CHECK(names.given("Meyer", "Maier") == Likeness::sounds);
    CHECK(names.given("Yulia", "Julia") == Likeness::sounds);
    CHECK(names.given("Mohammed", "Muhammad") <= Likeness::typing);
    CHECK(names.given("Bob", "Robert") == Likeness::nickname);
    CHECK(names.given("Paco", "Francisco") == Likeness::nickname);
    CHECK(names.given("Саша", "Aleksandr") == Likeness::nickname);
    CHECK(names.given("Gosia", "Małgorzata") == Likeness::nickname);
    CHECK(names.given("Mihcael", "Michael") == Likeness::typing);
    CHECK(names.given("Wm.", "William") == Likeness::nickname);
    CHECK(names.given("J.", "John") == Likeness::initial);
    CHECK(names.given("יוסף", "Yosef") == Likeness::sounds);
    CHECK(names.given("Mario", "Maria") == Likeness::different);
    CHECK(names.given("Дмитрий", "Dmitri") <= Likeness::typing);
    CHECK(names.given("محمد", "Mohammed") <= Likeness::typing);
    CHECK(names.given("राजेश", "Rajesh") <= Likeness::typing);
    CHECK(names.given("健太", "Kenta") == Likeness::unknown);
    CHECK(names.given("Anna", "Maria") == Likeness::different);
    CHECK(names.given("John", "Jane") == Likeness::different);
}

TEST_CASE("identity: Likeness doesn't depend on who is asked first") {
    Names names;
    constexpr std::string_view some[] = {"Bob", "Robert", "J", "Jörg", "Joerg", "Yulia", "Юлия", "王", "Wang",
        "de la Paz", "Paz", "Xiao-Ming", "小明", "محمد", "Mo", "", "Ann", "Hannah", "Smith-Jones", "Jones"};
    for (const std::string_view a : some) {
        for (const std::string_view b : some) {
            CAPTURE(a);
            CAPTURE(b);
            CHECK(names.given(a, b) == names.given(b, a));
            const NameFields one{.given = std::string(a), .family = "Stone"},
                other{.given = "Kim", .family = std::string(b)};
            CHECK(names.compare(one, other) == names.compare(other, one));
        }
    }
}

TEST_CASE("identity: Whole names are compared in either order") {
    Names names;
    const NameLikeness turned =
        names.compare({.given = "Wei", .family = "Zhang"}, {.given = "Zhang", .family = "Wei"});
    CHECK(turned.swapped);
    CHECK(turned.given == Likeness::same);
    CHECK_FALSE(turned.is_same());  // asked about
    CHECK_FALSE(turned.is_contradiction());

    const NameLikeness script = names.compare("王小明", "Wang Xiaoming");
    CHECK(script.given <= Likeness::sounds);
    CHECK(script.family <= Likeness::sounds);
    CHECK_FALSE(script.is_same());

    CHECK(names.compare("Ana Carter-Reed", "Ana Carter").family == Likeness::part);
    CHECK(names.compare("Jan van den Berg", "Jan Berg").family == Likeness::particle);
    CHECK(names.compare("Anna", "Anna Stone").family == Likeness::unknown);
}

TEST_CASE("identity: Names are cut between words only") {
    Names names;
    CHECK(names
            .compare({.given = "María del Carmen", .family = "García López"},
                {.shown = "María del Carmen García López"})
            .is_same());
    CHECK_FALSE(names.compare("Li Na", "Lin A").is_same());
    CHECK_FALSE(names.compare("Jan van den Berg", "Jan Berg").is_same());
    CHECK(names.compare("J.R.R. Tolkien", "John Tolkien").given == Likeness::initial);
    CHECK(names.compare("Kim Chul-soo", "김철수").is_contradiction() == false);
}

TEST_CASE("identity: Family names, middle names and generations tell people apart") {
    Names names;
    CHECK(names.compare("John Adams", "John Baker").is_contradiction());
    CHECK(names.compare("John Adams", "Jane Adams").is_contradiction());
    CHECK(names.compare({.given = "John", .family = "Adams Jr."}, {.given = "John", .family = "Adams Sr."})
            .is_contradiction());
    const NameLikeness one_generation = names.compare("John Adams Jr.", "John Adams");
    CHECK(one_generation.generations_differ);
    CHECK_FALSE(one_generation.is_same());
    CHECK(names
              .compare({.given = "Ana", .additional = "Maria", .family = "Cruz"},
                  {.given = "Ana", .additional = "Luisa", .family = "Cruz"})
              .middle == Likeness::different);
    CHECK(names
            .compare(
                {.given = "Ana", .additional = "M.", .family = "Cruz"}, {.given = "Ana", .family = "Cruz"})
            .is_same());
}

TEST_CASE("identity: Letters of other scripts are read") {
    CHECK(read_in_latin("Дмитрий").latin == "dmitriy");
    CHECK(read_in_latin("Γεώργιος").latin == "georgios");
    CHECK(read_in_latin("王小明").latin == "wangxiaoming");
    CHECK(read_in_latin("王小明").han);
    CHECK(read_in_latin("김").latin == "gim");
    CHECK(read_in_latin("さとう").latin == "satou");
    CHECK(read_in_latin("राजेश").latin.starts_with("ra"));
    CHECK(read_in_latin("حسين").consonants);
    CHECK(read_in_latin("Zoë").latin == "Zoë");
    CHECK_FALSE(read_in_latin("Zoë").other_script);
    CHECK(sound_of("schmidt") == sound_of("schmitt"));
    CHECK(consonants_of(sound_of("mohammed")) == "mt");
}

}  // namespace kith::identity
