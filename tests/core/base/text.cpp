#include "base/text.h"

#include <doctest/doctest.h>

#include "base/random.h"

using namespace kith;

TEST_CASE("folding makes what people type and what is written meet") {
    CHECK(fold("Ana María NÚÑEZ") == "ana maria nunez");
    CHECK(fold("Straße") == "strasse");
    CHECK(fold("Søren Łukasz Ægir") == "soren lukasz aegir");
    CHECK(fold("Ελένη") == fold("ελενη"));
    CHECK(fold("Ёлка") == fold("елка"));
    CHECK(fold("ﬁnance") == "finance");
    CHECK(fold("ＫＩＴＨ") == "kith");
}

TEST_CASE("malformed bytes become U+FFFD and valid text stays") {
    CHECK(repair_utf8("Núñez") == "Núñez");
    CHECK(repair_utf8("N\xfa\xf1"
                      "ez") == "N\uFFFD\uFFFDez");
    Random random(5);
    for (int i = 0; i < 2000; ++i) {
        std::string noise;
        for (auto n = random.below(40); n > 0; --n)
            noise += static_cast<char>(random.below(256));
        CHECK(is_valid_utf8(repair_utf8(noise)));
        CHECK(is_valid_utf8(to_utf8(noise, detect_encoding(noise))));
        CHECK(is_valid_utf8(fold(repair_utf8(noise))));
    }
}

TEST_CASE("encodings that exports come in are recognised") {
    CHECK(to_utf8("\xEF\xBB\xBFName", detect_encoding("\xEF\xBB\xBFName")) == "Name");
    const std::string little("\xFF\xFE"
                             "N\0\xfa\0",
        6);
    CHECK(to_utf8(little, detect_encoding(little)) == "Nú");
    const std::string unmarked("N\0a\0m\0e\0,\0X\0", 12);
    CHECK(to_utf8(unmarked, detect_encoding(unmarked)) == "Name,X");
    CHECK(to_utf8("N\xfa\xf1"
                  "ez \x80",
              detect_encoding("N\xfa\xf1"
                              "ez \x80")) == "Núñez €");
}

TEST_CASE("graphemes are not torn apart") {
    CHECK(first_graphemes("e\u0301a", 1) == "e\u0301");
    CHECK(first_graphemes("👩‍⚕️x", 1) == "👩‍⚕️");
    CHECK(first_graphemes("ab", 5) == "ab");
}

TEST_CASE("a sentence begins with a capital, where the script has them") {
    CHECK(capitalised("read again") == "Read again");
    CHECK(capitalised("élan") == "Élan");
    CHECK(capitalised("ждать") == "Ждать");
    CHECK(capitalised("花を") == "花を");
    CHECK(capitalised("3 names") == "3 names");
    CHECK(capitalised("").empty());
}
