#include "planning/goals/step_line.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/text.h"
#include "planning/facts/repeats.h"
#include "planning/log/dates.h"

namespace kith {

namespace {

constexpr std::array<std::string_view, 4> before_days = {"by", "on", "until", "before"};
constexpr std::array<std::string_view, 5> minute_words = {"m", "min", "mins", "minute", "minutes"};
constexpr std::array<std::string_view, 5> hour_words = {"h", "hr", "hrs", "hour", "hours"};

class LineReader {
public:
    LineReader(std::string_view line, Day today, bool month_first, const LogWords& table)
        : line_(line),
          today_(today),
          month_first_(month_first),
          table_(table),
          words_(words_of_line(line)),
          end_(words_.size()) {}

    StepLine read() {
        while (end_ > 1 && (take_minutes() || take_repeat() || take_day())) {}
        // Without a title there would be nothing to do: then the line is what it says.
        const std::string_view title = end_ > 0 ? line_.substr(0, words_[end_ - 1].end) : line_;
        step_.title = std::string(trim(end_ == words_.size() ? trim(line_) : title));
        return std::move(step_);
    }

private:
    std::string_view line_;
    Day today_;
    bool month_first_;
    const LogWords& table_;
    std::vector<Word> words_;
    std::size_t end_;  // words from here on are taken
    StepLine step_;

    const std::string& word(std::size_t at) const { return words_[at].folded; }
    std::string_view from(std::size_t at) const {
        return line_.substr(words_[at].begin, words_[end_ - 1].end - words_[at].begin);
    }

    /// "20 min", "1.5 h", "90min"
    bool take_minutes() {
        if (step_.minutes > 0) return false;
        std::string_view unit = word(end_ - 1);
        std::size_t begin = end_ - 1;
        std::string_view digits;
        const std::size_t letters = unit.find_first_not_of("0123456789.,");
        if (letters != 0 && letters != std::string_view::npos) {
            digits = unit.substr(0, letters);
            unit.remove_prefix(letters);
        } else if (end_ > 2 && letters == 0) {
            begin = end_ - 2;
            digits = word(begin);
        }
        const bool hours = std::ranges::contains(hour_words, unit);
        if (digits.empty() || begin == 0 || (!hours && !std::ranges::contains(minute_words, unit)))
            return false;
        double count = 0;
        std::string number(digits);
        std::ranges::replace(number, ',', '.');
        const auto [stop, error] = std::from_chars(number.data(), number.data() + number.size(), count);
        if (error != std::errc{} || stop != number.data() + number.size() || !(count > 0) || count > 6000)
            return false;
        step_.minutes = static_cast<int>(std::lround(count * (hours ? 60 : 1)));
        end_ = begin;
        return true;
    }

    /// "every 2 weeks", "monthly"
    bool take_repeat() {
        if (!step_.repeats.empty()) return false;
        for (std::size_t at = end_ > 5 ? end_ - 5 : 1; at < end_; ++at) {
            const auto repeat = parse_repeat(from(at));
            if (!repeat) continue;
            step_.repeats = print_repeat(*repeat);
            end_ = at;
            return true;
        }
        return false;
    }

    /// "by Friday", "on 3 May", "tomorrow". A small word alone may mean something else ("the march").
    bool take_day() {
        if (step_.due) return false;
        for (std::size_t at = end_ > 7 ? end_ - 7 : 1; at < end_; ++at) {
            const std::span<const Word> rest(words_.data(), end_);
            const DatePhrase phrase = date_at(table_, rest, at, today_, DateDirection::future, month_first_);
            if (phrase.length == 0 || at + phrase.length != end_) continue;
            const bool led = at > 1 && std::ranges::contains(before_days, word(at - 1));
            const bool leads = std::ranges::contains(before_days, word(at));
            const bool plain = phrase.length == 1 && !words_[at].capital &&
                (table_.is(WordRole::weekday, rest, at) || table_.is(WordRole::month, rest, at));
            if (plain && !led && !leads && !word(at).ends_with("day")) continue;
            if (!phrase.date.earliest()) continue;
            step_.due = phrase.date;
            end_ = led ? at - 1 : at;
            return true;
        }
        return false;
    }
};

}  // namespace

StepLine read_step_line(std::string_view line, Day today, bool month_first, const LogWords& words) {
    return LineReader(line, today, month_first, words).read();
}

}  // namespace kith
