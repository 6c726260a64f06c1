#include "base/dates.h"

#include <doctest/doctest.h>

#include "base/random.h"

using namespace kith;

TEST_CASE("dates are read and written as ISO 8601 has them, gaps and all") {
    for (const std::string_view text : {"2026-11-20", "2026-11", "2026", "--11-20", "--11", "0001-01-01"}) {
        const auto date = parse_iso_date(text);
        REQUIRE_MESSAGE(date, text);
        CHECK(to_iso(*date) == text);
        CHECK(PartialDate::unpack(date->pack()) == *date);
    }
    CHECK(to_iso(*parse_iso_date("20261120")) == "2026-11-20");
    CHECK(to_iso(*parse_iso_date("--1120")) == "--11-20");
}

TEST_CASE("dates that don't exist are refused") {
    for (const std::string_view text :
        {"2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "--02-30", "26", "", "--", "2026-11-20x"}) {
        CHECK_FALSE_MESSAGE(parse_iso_date(text), text);
    }
    CHECK(parse_iso_date("--02-29"));
    CHECK(parse_iso_date("2024-02-29"));
}

TEST_CASE("moments with zones, fractions and none of them") {
    CHECK(to_iso(*parse_iso_instant("2025-06-01 14:03:22")) == "2025-06-01T14:03:22.000Z");
    CHECK(to_iso(*parse_iso_instant("2025-06-01T14:03:22.5+02:00")) == "2025-06-01T12:03:22.500Z");
    CHECK_FALSE(parse_iso_instant("2025-06-01T25:00:00Z"));
}

TEST_CASE("birthdays on 29 February come round on the 28th in common years") {
    using namespace std::chrono;
    const PartialDate born = *parse_iso_date("--02-29");
    CHECK(to_iso(*next_anniversary(born, Day{2027y / 1 / 1})) == "2027-02-28");
    CHECK(to_iso(*next_anniversary(born, Day{2028y / 1 / 1})) == "2028-02-29");
    CHECK(to_iso(*next_anniversary(born, Day{2027y / 3 / 1})) == "2028-02-29");
    CHECK_FALSE(next_anniversary(*parse_iso_date("2020-05"), Day{2027y / 1 / 1}));
}
