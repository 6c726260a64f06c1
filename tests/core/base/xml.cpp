#include "base/xml.h"

#include <doctest/doctest.h>

using namespace kith;

TEST_CASE("text in an XML file keeps its letters and loses only what no XML may hold") {
    CHECK(xml_text("Ana \"A\" <Núñez> & Co") == "Ana &quot;A&quot; &lt;Núñez&gt; &amp; Co");
    CHECK(xml_text("one\ntwo\tthree") == "one two three");
    CHECK(xml_text("a\uFFFE\uFFFF"
                   "b\uFFFD") == "ab\uFFFD");
    CHECK(xml_text(std::string_view("a\0\x01\x1f"
                                    "b",
              5)) == "ab");
    CHECK(xml_text("N\xfa"
                   "ez") == "N\uFFFDez");
    CHECK(xml_text("\U0001F600\U0010FFFF") == "\U0001F600\U0010FFFF");
    CHECK_FALSE(is_xml_character(0xD800));
}
