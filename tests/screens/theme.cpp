#include "widgets/theme.h"

#include <doctest/doctest.h>

#include "widgets/icons.h"
#include "widgets/text.h"
#include "widgets/widgets.h"

using namespace kith::ui;

TEST_CASE("contrast is that of WCAG") {
    CHECK(contrast(IM_COL32(0, 0, 0, 255), IM_COL32(255, 255, 255, 255)) == doctest::Approx(21.0));
    CHECK(contrast(IM_COL32(119, 119, 119, 255), IM_COL32(255, 255, 255, 255)) ==
        doctest::Approx(4.48).epsilon(0.01));
}

TEST_CASE("every pair of colours in use can be read, light and dark") {
    for (const ColourPair& pair : pairs_in_use()) {
        CAPTURE(pair.use);
        CHECK(contrast(light_theme[pair.front], light_theme[pair.back]) >= pair.least);
        CHECK(contrast(dark_theme[pair.front], dark_theme[pair.back]) >= pair.least);
    }
}

TEST_CASE("icons have their glyphs") {
    CHECK(icon_code_point(Icon::none) == 0);
    CHECK(icon_code_point(Icon::users) == 0xE1A4);
    CHECK(icon_code_point(Icon::x) == 0xE1B2);
}

TEST_CASE("text that single glyphs can't show is told apart") {
    CHECK_FALSE(needs_shaping("Ana María Núñez"));
    CHECK_FALSE(needs_shaping("Дмитрий Ελένη 佐藤 花子 한국"));
    CHECK(needs_shaping("محمد الفاتح"));
    CHECK(needs_shaping("שלום"));
    CHECK(needs_shaping("नेहा"));
    CHECK(needs_shaping("สมชาย"));
    CHECK(needs_shaping("n\u0303"));
    CHECK(needs_shaping("👩‍⚕️"));
    CHECK(needs_shaping("🇸🇪"));
    CHECK_FALSE(needs_shaping("🙂"));
}

TEST_CASE("initials") {
    CHECK(initials("Ana María Núñez") == "AN");
    CHECK(initials("佐藤 花子") == "佐");
    CHECK(initials("Prince") == "P");
    CHECK(initials("Ελένη Παπαδοπούλου") == "ΕΠ");
    CHECK(initials("Jane (Doe)") == "J");
    CHECK(initials("Dr. Helen Park, DNP, RN") == "HP");
    CHECK(initials("J. Smith") == "JS");
    CHECK(initials("Dr.") == "D");
    CHECK(initials("St. Anna Hospital") == "SH");
    CHECK(initials("").empty());
}
