// The words of the one-line logger: a line in pieces, and the table that says what words do. The table is a
// text (assets/text/log_words.en.txt), so that another language is another file.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "days/phrase_table.h"
#include "days/tokens.h"

namespace kith {

/// A word of a line; what stands before it is a gap.
using Word = Token;
using Gap = Break;

/// Words as days are looked for in them too. O(n).
inline std::vector<Word> words_of_line(std::string_view line) {
    return tokens_of(line);
}

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
    on,
    plan,
    introduce,
    introducer,
    role,
    ahead,
    called,
    emoji,
    need,
    wait,
    now_at,
    relation,
    no_person,
    near,
    topic,
    header,
    state,
    absent,
    apart,
    reported,
    reach,
    sign_off,
    body,
    no_place,
    common,
    small,
    no_slip,
};

class LogWords {
public:
    static const LogWords& english();

    /// `role value = phrase, phrase` lines; what is not understood is passed over.
    explicit LogWords(std::string_view file);

    using Found = PhraseFound;
    /// The longest phrase of that role that begins at a word. Phrases don't reach across commas.
    Found match(WordRole role, std::span<const Word> words, std::size_t at) const {
        return (is_aside(role) ? asides_ : phrases_).match(role, words, at);
    }
    bool is(WordRole role, std::span<const Word> words, std::size_t at) const {
        return static_cast<bool>(match(role, words, at));
    }
    /// Whether the word alone has that role.
    bool is(WordRole role, std::string_view folded) const {
        return (is_aside(role) ? asides_ : phrases_).knows(folded, role);
    }

    /// The word that names a kind of contact, or what one did, and was misspelt by a letter. Empty: none. O(words).
    std::string_view respelt(std::string_view folded) const;
    struct Sign {
        std::string_view value;
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    /// The first sign that stands for a kind of contact: "☕". O(line × signs).
    Sign sign_in(std::string_view line) const;

    /// Whether any phrase begins at a word.
    bool begins(std::span<const Word> words, std::size_t at) const { return phrases_.begins(words, at); }

    /// Whether the word does anything in the table: then it is a name only where one is expected.
    bool knows(std::string_view folded) const { return phrases_.knows(folded); }

private:
    PhraseTable<WordRole> phrases_;
    PhraseTable<WordRole> asides_;                            // what says nothing against a name
    std::vector<std::string> spelt_;                          // what may be misspelt
    std::vector<std::pair<std::string, std::string>> signs_;  // and the kind it stands for

    static bool is_aside(WordRole role) { return role >= WordRole::near; }
};

}  // namespace kith
