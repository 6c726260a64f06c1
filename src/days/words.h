// The words of a language's days, times and rhythms: a table from phrases to what they do. It is made of
// one file a language in assets/days and of the names of months and weekdays in the Unicode CLDR, so that a language is a
// file. Whatever the language, English is understood beside it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "days/phrase_table.h"
#include "days/tokens.h"

namespace kith {

/// What a phrase does; called in the files as here.
enum class DayRole : std::uint8_t {
    weekday,
    weekdays,
    month,
    day,
    part,
    part_word,
    unit,
    number,
    ordinal,
    ordinal_ending,
    last,
    next,
    this_,
    last_behind,
    next_behind,
    after_next,
    before_last,
    week_later,
    in,
    time,
    ago,
    ago_lead,
    from_now,
    after,
    before,
    from,
    on,
    on_base,
    by,
    since,
    about,
    at,
    of,
    the,
    to,
    and_,
    week_of,
    week_number,
    begin_of,
    early,
    mid,
    late,
    end_of,
    this_unit_end,
    quarter,
    season,
    same_time,
    no_answer,
    holiday,
    every,
    every_other,
    every_on,
    rhythm,
    every_vague,
    day_word,
    each_month,
    am,
    pm,
    oclock,
    clock,
    past,
    half_to,
    for_,
    minutes,
    minutes_and_half,
    length,
    numbered,
    also_word,
    no_day,
    dangling,
    count,
};

class DayWords {
public:
    /// Of a locale ("de-AT"): its language and English. Unknown ones read as English. Made once a language.
    static const DayWords& of(std::string_view locale);

    /// From `role value = phrase, phrase` lines, the first file before the others; what is not understood in them
    /// is passed over. O(size).
    explicit DayWords(std::span<const std::string_view> files);

    using Found = PhraseFound;
    /// The longest phrase of that role that begins at a word and crosses no comma. O(words of the longest phrase).
    Found match(DayRole role, std::span<const Token> tokens, std::size_t at) const {
        return phrases_.match(role, tokens, at);
    }

    /// Whether the word alone does anything here.
    bool knows(std::string_view folded) const { return phrases_.knows(folded); }
    /// The name of a day or month that was meant by a misspelt word: one letter missing, doubled, swapped or, in
    /// long names, wrong. Empty if there is none. O(names).
    std::string_view respelt(std::string_view folded) const;

private:
    PhraseTable<DayRole> phrases_;
    std::vector<std::string> names_;  // that may be misspelt
};

/// Whether one letter missing, doubled, swapped with its neighbour or (`wrong_too`) wrong makes `a` into `b`.
bool one_slip_apart(std::string_view a, std::string_view b, bool wrong_too);

}  // namespace kith
