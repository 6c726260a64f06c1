#include "exchange/cards/written_dates.h"

#include <doctest/doctest.h>

#include <string>

using namespace kith;

namespace {

std::string read(std::string_view text, DateOrder order = DateOrder::month_first) {
    const WrittenDate written = read_written_date(text, order);
    switch (written.reading) {
        case WrittenDate::Reading::date: return to_iso(written.date);
        case WrittenDate::Reading::blank: return "blank";
        case WrittenDate::Reading::impossible: return "impossible";
        case WrittenDate::Reading::unreadable: break;
    }
    return "unreadable";
}

}  // namespace

TEST_CASE("Months are read in the languages that exports come in") {
    CHECK(read("08 Feb 2026") == "2026-02-08");
    CHECK(read("Feb 8, 2026") == "2026-02-08");
    CHECK(read("8. März 2024") == "2024-03-08");
    CHECK(read("8. Dezember 2024") == "2024-12-08");
    CHECK(read("8 févr. 2024") == "2024-02-08");
    CHECK(read("1er juin 2024") == "2024-06-01");
    CHECK(read("8 juil. 2024") == "2024-07-08");
    CHECK(read("8 août 2024") == "2024-08-08");
    CHECK(read("8 ene 2024") == "2024-01-08");
    CHECK(read("8 de agosto de 2024") == "2024-08-08");
    CHECK(read("8 gen 2024") == "2024-01-08");
    CHECK(read("8 luglio 2024") == "2024-07-08");
    CHECK(read("8 de out. de 2024") == "2024-10-08");
    CHECK(read("8 de março de 2024") == "2024-03-08");
    CHECK(read("8 mrt. 2024") == "2024-03-08");
    CHECK(read("8 mei 2024") == "2024-05-08");
    CHECK(read("8 maj 2024") == "2024-05-08");
    CHECK(read("8 okt. 2024") == "2024-10-08");
    CHECK(read("2026年2月8日") == "2026-02-08");
    CHECK(read("March 2019") == "2019-03");
}

TEST_CASE("Dates in numbers are read in the order that makes them possible") {
    CHECK(read("12/25/1980") == "1980-12-25");
    CHECK(read("25/12/1980") == "1980-12-25");
    CHECK(read("3/4/2020") == "2020-03-04");
    CHECK(read("3/4/2020", DateOrder::day_first) == "2020-04-03");
    CHECK(read("3.4.2020") == "2020-04-03");
    CHECK(read("1/29/26, 2:37 PM") == "2026-01-29");
    CHECK(read("2020/04/03 10:00:00 UTC") == "2020-04-03");
    CHECK(read("1953-10-15T23:10:00Z") == "1953-10-15");
    CHECK(read("--05-12") == "--05-12");
    CHECK(read("0/0/00") == "blank");
    CHECK(read(" ") == "blank");
}

TEST_CASE("Dates that do not exist are told apart from what is no date") {
    CHECK(read("31 Feb 2026") == "impossible");
    CHECK(read("1985-02-30") == "impossible");
    CHECK(read("2026-13-01") == "impossible");
    CHECK(read("300/400/2020") == "impossible");
    CHECK(read("29 Feb 2023") == "impossible");
    CHECK(read("29 Feb 2024") == "2024-02-29");
    CHECK(read("soon") == "unreadable");
    CHECK(read("7") == "unreadable");
}
