#include "planning/facts/repeats.h"

#include "../world.h"

using namespace kith;
using namespace kith::testing;

namespace {

std::string after(std::string_view repeat, Day due, Day done) {
    const auto parsed = parse_repeat(repeat);
    REQUIRE(parsed);
    return to_iso(next_time(*parsed, due, done));
}

}  // namespace

TEST_CASE("repeats are read as people write them, and nothing else is") {
    CHECK(parse_repeat("weekly") == Recurrence{1, RecurrenceUnit::week, {}});
    CHECK(parse_repeat("Every  2 weeks") == Recurrence{2, RecurrenceUnit::week, {}});
    CHECK(parse_repeat("every day") == Recurrence{1, RecurrenceUnit::day, {}});
    CHECK(parse_repeat("every month on day 31") == Recurrence{1, RecurrenceUnit::month, 31});
    CHECK(parse_repeat("yearly on day 29") == Recurrence{1, RecurrenceUnit::year, 29});
    for (const std::string_view text : {"", "every", "every 0 days", "every 1000 days", "2 weeks",
             "every month on day 32", "every week on day 3", "every 2", "weekly please", "every month on"})
        CHECK_MESSAGE(!parse_repeat(text), std::string(text));
    for (const std::string_view text : {"every day", "every 3 weeks", "every month on day 31",
             "every 2 years", "every 2 weeks on friday", "every week on monday and thursday",
             "every month on the second friday", "every month on the last friday until 2027-03-31"})
        CHECK(print_repeat(*parse_repeat(text)) == text);
}

TEST_CASE("the next time is counted from the day it was due, also when it was done late or early") {
    CHECK(after("weekly", on(2026, 11, 2), on(2026, 11, 2)) == "2026-11-09");
    CHECK(after("weekly", on(2026, 11, 2), on(2026, 11, 20)) == "2026-11-23");
    CHECK(after("weekly", on(2026, 11, 30), on(2026, 11, 20)) == "2026-12-07");
    CHECK(after("every 3 days", on(2026, 2, 27), on(2026, 2, 27)) == "2026-03-02");
    CHECK(after("monthly", on(2026, 1, 31), on(2026, 1, 31)) == "2026-02-28");
    CHECK(after("monthly", on(2028, 1, 31), on(2028, 1, 31)) == "2028-02-29");
    CHECK(after("every month on day 31", on(2026, 2, 28), on(2026, 3, 1)) == "2026-03-31");
    CHECK(after("yearly on day 29", on(2028, 2, 29), on(2028, 3, 1)) == "2029-02-28");
    CHECK(after("yearly on day 29", on(2029, 2, 28), on(2031, 3, 1)) == "2032-02-29");
}

TEST_CASE("weekdays come in the weeks that are counted from the one it was due in") {
    CHECK(after("every weekday", on(2026, 12, 4), on(2026, 12, 4)) == "2026-12-07");
    CHECK(after("every second Friday", on(2026, 12, 4), on(2026, 12, 4)) == "2026-12-18");
    CHECK(after("every second Friday", on(2026, 12, 4), on(2026, 12, 20)) == "2027-01-01");
    CHECK(after("every Monday and Thursday", on(2026, 11, 30), on(2026, 11, 30)) == "2026-12-03");
    CHECK(after("every second Friday of the month", on(2026, 12, 11), on(2026, 12, 11)) == "2027-01-08");
    CHECK(after("every last Friday of the month", on(2026, 12, 25), on(2027, 1, 20)) == "2027-01-29");
}

TEST_CASE("whatever the series, its next time is later than both days and the one before it is not") {
    Random random(4);
    for (int i = 0; i < 3000; ++i) {
        Recurrence repeat{
            1 + static_cast<int>(random.below(20)), static_cast<RecurrenceUnit>(random.below(4)), {}};
        const Day due = on(2020, 1, 1) + days{random.below(3000)};
        const Day done = due - days{200} + days{random.below(2000)};
        const Day next = next_time(repeat, due, done);
        CHECK(next > due);
        CHECK(next > done);
        // No time of the series lies between: from any day before `next`, `next` comes next.
        CHECK(next_time(repeat, due, next - days{1}) == next);
        if (repeat.unit >= RecurrenceUnit::month) {
            const std::chrono::year_month_day day{next};
            const auto last = std::chrono::year_month_day{day.year() / day.month() / std::chrono::last}.day();
            CHECK(day.day() == std::min(last, std::chrono::year_month_day{due}.day()));
        }
    }
}
