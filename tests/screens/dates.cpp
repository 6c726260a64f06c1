#include "ui/session/dates.h"

#include <doctest/doctest.h>

#include "../say.h"

using namespace kith;
using namespace kith::ui;
using namespace std::chrono;

namespace {

constexpr Day today = sys_days{2026y / November / 20};

std::string typed(std::string_view text, std::string_view tag) {
    const auto date = parse_typed_date(text, tag, today);
    return date ? to_iso(*date) : "no date";
}

}  // namespace

TEST_CASE("typed dates are read as the locale writes them") {
    CHECK(typed("20/11/2026", "en-GB") == "2026-11-20");
    CHECK(typed("11/20/2026", "en-US") == "2026-11-20");
    CHECK(typed("20.11.2026", "de-DE") == "2026-11-20");
    CHECK(typed("2026-11-20", "en-US") == "2026-11-20");
    CHECK(typed("2026. 11. 20", "hu-HU") == "2026-11-20");
    CHECK(typed("5/6/74", "en-GB") == "1974-06-05");
    CHECK(typed("1/2/30", "en-GB") == "2030-02-01");
    CHECK(typed("12/5", "en-GB") == "--05-12");
    CHECK(typed("5/12", "en-US") == "--05-12");
    CHECK(typed("3/2019", "en-GB") == "2019-03");
    CHECK(typed("2019", "en-GB") == "2019");
    CHECK(typed("Yesterday", "en-GB") == "2026-11-19");
    CHECK(typed("12 December 1979", "en-GB") == "1979-12-12");
    CHECK(typed("14 March", "en-GB") == "--03-14");
    CHECK(typed("14. März 2026", "de-DE") == "2026-03-14");
    CHECK(typed("2026年3月14日", "ja-JP") == "2026-03-14");
}

TEST_CASE("what is no date is refused") {
    for (std::string_view text : {"30/02/2026", "29/02/2025", "0/1/2026", "13/13/2026", "soon", "1/2/3/4", "",
             "12-", "25:00", "31 November"}) {
        CAPTURE(text);
        CHECK(typed(text, "en-GB") == "no date");
    }
}

TEST_CASE("a date survives being edited") {
    for (std::string_view tag : {"en-GB", "en-US", "sv-SE", "de-DE"}) {
        for (const PartialDate& date : {PartialDate(2026y / November / 2),
                 PartialDate(std::nullopt, May, 12d), PartialDate(2019y, March, std::nullopt)}) {
            const auto again = parse_typed_date(date_to_edit(date, tag), tag, today);
            REQUIRE(again);
            CHECK(*again == date);
        }
    }
}
