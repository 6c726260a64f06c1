#include "base/message.h"

#include <cmath>
#include <tuple>

namespace kith {

ArgumentView::ArgumentView(Day day) : ArgumentView(PartialDate{std::chrono::year_month_day{day}}) {}

ArgumentView::ArgumentView(const std::vector<Argument>& list)
    : ArgumentView(std::span<const Argument>(list)) {}

ArgumentView::ArgumentView(const Argument& argument)
    : type_(argument.type),
      decimals_(argument.decimals),
      text_(argument.text),
      number_(argument.number),
      items_(argument.items) {}

ArgumentView ArgumentView::decimal(double number, unsigned places) {
    return scaled(std::llround(number * std::pow(10, places)), places);
}

ArgumentView ArgumentView::scaled(std::int64_t digits, unsigned places) {
    ArgumentView argument(digits);
    argument.decimals_ = static_cast<std::uint8_t>(places);
    return argument;
}

Argument::Argument(const ArgumentView& argument)
    : type(argument.type()),
      decimals(static_cast<std::uint8_t>(argument.decimals())),
      text(argument.text()),
      number(static_cast<std::uint64_t>(argument.count())),
      items(argument.items().begin(), argument.items().end()) {}

std::strong_ordering Argument::operator<=>(const Argument& other) const {
    const auto parts = [](const Argument& one) {
        return std::tie(one.type, one.text, one.number, one.decimals, one.items);
    };
    return parts(*this) <=> parts(other);
}

std::string kept_text(const ArgumentView& argument) {
    switch (argument.type()) {
        case ArgumentType::count: {
            std::string digits = std::to_string(argument.count());
            const std::size_t places = argument.decimals();
            if (places == 0) return digits;
            const std::size_t sign = digits.starts_with('-') ? 1 : 0;
            if (digits.size() - sign <= places) digits.insert(sign, places + 1 - (digits.size() - sign), '0');
            return digits.insert(digits.size() - places, ".");
        }
        case ArgumentType::span: return std::to_string(argument.span().count());
        case ArgumentType::day: return to_iso(argument.day());
        case ArgumentType::moment: return to_iso(argument.moment());
        case ArgumentType::list: {
            std::string texts;
            for (const Argument& item : argument.items()) {
                const bool more = item.type == ArgumentType::count;
                texts += (texts.empty() ? "" : more ? " +" : ", ") + kept_text(item);
            }
            return texts;
        }
        case ArgumentType::text:
        case ArgumentType::person:
        case ArgumentType::record:
        case ArgumentType::kept: break;
    }
    return std::string(argument.text());
}

}  // namespace kith
