#include "search/edits.h"

#include <algorithm>

#include "base/assertion.h"
#include "base/text.h"

namespace kith {

EditTable::EditTable(std::u32string_view word, unsigned limit) : word_(word), limit_(limit) {
    for (std::size_t i = 0; i < width; ++i)
        rows_[0][i] = static_cast<std::uint8_t>(i);
}

void EditTable::put(std::size_t depth, char32_t letter) {
    KITH_ASSERT(word_.size() <= longest_edited && depth + 1 < height);
    letters_[depth] = letter;
    const auto& above = rows_[depth];
    auto& row = rows_[depth + 1];
    row[0] = static_cast<std::uint8_t>(depth + 1);
    for (std::size_t i = 0; i < word_.size(); ++i) {
        int best = above[i] + (word_[i] == letter ? 0 : 1);
        best = std::min({best, above[i + 1] + 1, row[i] + 1});
        const bool swapped = i > 0 && depth > 0 && word_[i] == letters_[depth - 1] && word_[i - 1] == letter;
        if (swapped) best = std::min(best, rows_[depth - 1][i - 1] + 1);
        row[i + 1] = static_cast<std::uint8_t>(best);
    }
}

bool EditTable::hopeless(std::size_t depth) const {
    const auto above_limit = [&](const auto& row, unsigned limit) {
        return std::none_of(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(word_.size()) + 1,
            [&](std::uint8_t edits) { return edits <= limit; });
    };
    // A swap reaches over the latest row.
    return above_limit(rows_[depth], limit_) &&
        (depth == 0 || limit_ == 0 || above_limit(rows_[depth - 1], limit_ - 1));
}

Nearness nearness(EditTable& table, std::string_view word) {
    bool beginning = false;
    std::size_t depth = 0;
    while (!word.empty()) {
        const auto [point, length] = decode_utf8(word);
        table.put(depth, point);
        ++depth;
        word.remove_prefix(length);
        beginning = beginning || table.reached(depth);
        if (table.hopeless(depth)) return beginning ? Nearness::beginning : Nearness::no;
    }
    if (depth > 0 && table.reached(depth)) return Nearness::whole;
    return beginning ? Nearness::beginning : Nearness::no;
}

}  // namespace kith
