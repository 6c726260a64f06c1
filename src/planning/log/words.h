// The words of the one-line logger: a line in pieces, and the table that says what words do. The table is a
// text (assets/text/log_words.en.txt), so that another language is another file.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"

namespace kith {

/// What stands between a word and the one before it.
enum class Gap : std::uint8_t { none, space, comma, stop };

/// One word of a line and where it stands in it (bytes).
struct Word {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string folded;  // as it is compared
    Gap before = Gap::space;
    bool capital = false;  // begins with a capital letter, or its script has none
    bool quoted = false;
};

/// Words, with contractions in two ("she'll": "she", "'ll"), numbers whole ("10:30", "3.5.", "2026-05-03").
/// What stands between quotation marks is marked. O(n).
std::vector<Word> words_of_line(std::string_view line);

/// The roles of the table, as they are called there.
enum class WordRole : std::uint8_t {
    kind,
    weak,
    past,
    base,
    begun,
    from,
    with,
    and_,
    then,
    about,
    at,
    in,
    by,
    to,
    for_,
    of,
    not_verb,
    article,
    stop,
    me,
    i,
    female,
    male,
    any,
    title,
    particle,
    will,
    must,
    todo,
    owe,
    owes,
    request,
    filler,
    of_thing,
    verb,
    day,
    weekday,
    month,
    unit,
    number,
    last,
    next,
    this_,
    ago,
    from_now,
    on,
    end_of,
    plan,
};

class LogWords {
public:
    static const LogWords& english();

    /// `role value = phrase, phrase` lines; what is not understood is passed over.
    explicit LogWords(std::string_view file);

    struct Found {
        std::size_t length = 0;  // in words; 0: nothing
        std::string_view value;

        explicit operator bool() const { return length > 0; }
    };
    /// The longest phrase of that role that begins at a word. Phrases don't reach across commas.
    Found match(WordRole role, std::span<const Word> words, std::size_t at) const;
    bool is(WordRole role, std::span<const Word> words, std::size_t at) const {
        return static_cast<bool>(match(role, words, at));
    }

    /// Whether the word does anything in the table: then it is a name only where one is expected.
    bool knows(std::string_view folded) const { return single_.contains(hash_text(folded)); }

private:
    struct Entry {
        WordRole role;
        std::string value;
    };
    boost::unordered_flat_map<std::string, std::vector<Entry>> phrases_;
    boost::unordered_flat_map<std::uint64_t, bool> single_;
    std::size_t longest_ = 1;
};

}  // namespace kith
