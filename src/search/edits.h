// Words that are nearly the same: optimal string alignment distance (a letter too much, too few, another,
// or two swapped), one row of its table at a time, so that words with a common beginning share the rows
// of that beginning. Rows are letters² at most and words are short: no bit tricks needed.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace kith {

/// Words of more letters than this are not looked at for typos.
inline constexpr std::size_t longest_edited = 48;

/// How many edits a word of so many letters is forgiven.
constexpr unsigned edits_forgiven(std::size_t letters) {
    if (letters < 4 || letters > longest_edited) return 0;
    return letters < 8 ? 1 : 2;
}

class EditTable {
public:
    /// `word` must live as long as the table. Of more than longest_edited letters nothing may be put.
    EditTable(std::u32string_view word, unsigned limit);

    /// Puts `letter` behind the first `depth` letters of the other word; depth ≤ word + limit. O(letters).
    void put(std::size_t depth, char32_t letter);

    /// With `depth` letters of the other word put: those are within the limit of the whole word.
    bool reached(std::size_t depth) const { return rows_[depth][word_.size()] <= limit_; }
    /// … whatever follows them, the limit will be passed.
    bool hopeless(std::size_t depth) const;

private:
    static constexpr std::size_t width = longest_edited + 1;
    static constexpr std::size_t height = longest_edited + 4;

    std::u32string_view word_;
    unsigned limit_;
    std::array<char32_t, height> letters_{};
    std::array<std::array<std::uint8_t, width>, height> rows_;
};

/// Whether a word is within the table's limit of the table's word: wholly, by its beginning, or not.
enum class Nearness : std::uint8_t { whole, beginning, no };
Nearness nearness(EditTable& table, std::string_view word);

}  // namespace kith
