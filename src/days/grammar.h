// What begins at a word, rule by rule. For phrases.cpp, field.cpp and grammar_*.cpp only.
#pragma once

#include "days/phrases.h"

namespace kith {

/// What a rule read: up to which word, and what that can mean.
struct DayRead {
    std::size_t end = 0;  // the word behind it; 0: nothing
    DaySpan days;
    std::vector<DaySpan> others;
    DayDoubt doubt = DayDoubt::none;
    bool plain = false;
    bool year_said = false;
    bool own_sense = false;

    explicit operator bool() const { return end > 0; }
};

struct TimeRead {
    std::size_t end = 0;
    int minute = 0;
    bool plain = false;

    explicit operator bool() const { return end > 0; }
};

struct RhythmRead {
    std::size_t end = 0;
    std::optional<Recurrence> rhythm;  // nothing: it can't be told ("every summer")
    std::optional<DaySpan> first;

    explicit operator bool() const { return end > 0; }
};

struct LengthRead {
    std::size_t end = 0;
    int minutes = 0;

    explicit operator bool() const { return end > 0; }
};

/// A number with nothing around it; -1 if it is none.
int to_number(std::string_view digits);
bool all_digits(std::string_view text);
/// The longer of two readings, the first of equals.
void take_longer(DayRead& best, DayRead read);
/// What says itself whether it was or is to come.
DayRead sure(std::size_t end, DaySpan days);

class DayGrammar {
public:
    DayGrammar(std::span<const Token> tokens, const DayContext& context)
        : tokens_(tokens),
          context_(context),
          words_(DayWords::of(context.locale)),
          today_(context.today),
          future_(context.sense == DaySense::future) {}

    DayRead day_at(std::size_t at) const;
    TimeRead time_at(std::size_t at) const;
    RhythmRead rhythm_at(std::size_t at) const;
    LengthRead length_at(std::size_t at) const;

    bool is(DayRole role, std::size_t at) const { return static_cast<bool>(match(role, at)); }
    DayWords::Found match(DayRole role, std::size_t at) const { return words_.match(role, tokens_, at); }
    /// The words that begin here and go on from the word before: no comma between.
    DayWords::Found go_on(DayRole role, std::size_t at) const {
        return continues(at) ? match(role, at) : DayWords::Found{};
    }
    bool inside(std::size_t at) const { return at < tokens_.size(); }
    bool continues(std::size_t at) const { return inside(at) && tokens_[at].before <= Break::space; }
    const DayWords& words() const { return words_; }

private:
    std::span<const Token> tokens_;
    const DayContext& context_;
    const DayWords& words_;
    Day today_;
    bool future_;

    struct Amount {
        std::size_t end = 0;
        double count = 0;
        std::string_view unit;

        explicit operator bool() const { return end > 0; }
    };
    struct DayNumber {
        std::size_t end = 0;
        int day = 0;
        bool ordinal = false;

        explicit operator bool() const { return end > 0; }
    };
    /// "next", "last", "this" before or behind a word.
    enum class Turn : std::uint8_t { none, last, this_, next };
    struct Turned {
        std::size_t end = 0;
        Turn turn = Turn::none;
    };

    DayGrammar ahead() const;
    std::size_t skip(DayRole role, std::size_t at) const;
    Turned turn_before(std::size_t at) const;
    Turned turn_behind(std::size_t at) const;
    DayNumber day_number(std::size_t at) const;
    Amount amount(std::size_t at) const;
    std::optional<Day> moved(Day from, const Amount& amount, int sign) const;
    Day week_begin(Day day) const { return week_of(day, context_.first_weekday).first; }

    // grammar_relative.cpp
    DayRead relative(std::size_t at) const;
    DayRead counted(std::size_t at) const;
    DayRead weekday(std::size_t at) const;
    DayRead weekday_and_date(std::size_t at, std::size_t next, std::chrono::weekday wanted) const;
    DayRead nth_weekday(std::size_t at) const;
    DayRead turned_span(std::size_t at) const;
    DayRead unit_span(std::size_t at, std::size_t end, std::string_view unit, int step) const;
    DayRead part_of_span(std::size_t at) const;
    DayRead week_said(std::size_t at) const;
    DayRead same_time(std::size_t at) const;

    // grammar_calendar.cpp
    DayRead day_and_month(std::size_t at) const;
    DayRead month_alone(std::size_t at) const;
    DayRead day_of_month(std::size_t at) const;
    DayRead numeric(std::size_t at) const;
    DayRead ideographic(std::size_t at) const;
    DayRead quarter(std::size_t at) const;
    DayRead season(std::size_t at) const;
    DayRead holiday(std::size_t at) const;
    DayRead year_alone(std::size_t at) const;
    DayRead range(DayRead from) const;
    struct YearNumber {
        std::size_t end = 0;
        int year = 0;
    };
    YearNumber year_at(std::size_t at) const;
    DayRead dated(std::size_t end, int month, int day) const;
    DayRead dated(std::size_t end, int year, int month, int day) const;
    DayRead no_such_day(std::size_t end, std::chrono::year_month month) const;
    std::chrono::year year_of_month(std::chrono::month month) const;

    // grammar_rhythm.cpp
    std::uint8_t weekday_list(std::size_t at, DayRole role, std::size_t& end) const;
    RhythmRead every(std::size_t at) const;
    RhythmRead on_each(std::size_t at) const;
    void begin_rhythm(RhythmRead& read) const;
};

/// A year that a person may mean.
inline bool may_be_meant(int year) {
    return year >= 1900 && year < 2200;
}

}  // namespace kith
