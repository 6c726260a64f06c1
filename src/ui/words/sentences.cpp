#include "ui/words/sentences.h"

namespace kith::ui {

std::string awaited_day(const Session& session, Day day) {
    const Day today = session.ui.today();
    if (day == today + std::chrono::days{1}) return std::string(session.text("date.tomorrow"));
    const bool far = day - today > std::chrono::days{180};
    return session.ui.host().format_date(day, far ? DateStyle::day_month_year : DateStyle::day_month);
}

std::string in_words(const Session& session, Message message) {
    for (std::string& argument : message.arguments) {
        const auto date = argument.size() == 10 ? parse_iso_date(argument) : std::nullopt;
        if (date) argument = session.show_relative(*date);
    }
    return session.ui.words().format(message);
}

}  // namespace kith::ui
