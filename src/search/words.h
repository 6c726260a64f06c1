// Text as words to search by: folded, split where letters and digits end, apostrophes left out
// ("O'Brien" is "obrien"), each byte knowing where in the source it came from.
#pragma once

#include <array>
#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"

namespace kith {

/// One word of a text. Views stay valid until the splitter reads on.
struct SearchWord {
    std::string_view text;        // folded
    std::string_view source;      // the whole text that was split
    const std::uint32_t* origin;  // for each byte of `text`, where its character begins in the source
    std::uint32_t end = 0;        // in the source, behind the last character

    /// The source's range for bytes [from, to) of `text`, on whole characters with their marks.
    std::pair<std::uint32_t, std::uint32_t> range(std::size_t from, std::size_t to) const;
};

/// Words longer than this many bytes are cut: their rest is a word of its own.
inline constexpr std::size_t longest_word = 240;

/// Whether a contact point reads as a phone number: five digits or more and nothing else but " +-()./".
bool is_phone_number(std::string_view text);

/// What an ASCII byte becomes: a space where a word ends, zero if it is passed over.
inline constexpr auto folded_ascii = [] {
    std::array<char, 128> table{};
    table.fill(' ');
    for (std::size_t i = 0; i < 10; ++i)
        table['0' + i] = static_cast<char>('0' + i);
    for (std::size_t i = 0; i < 26; ++i)
        table['a' + i] = table['A' + i] = static_cast<char>('a' + i);
    table['\''] = '\0';
    return table;
}();

class WordSplitter {
public:
    /// `visit(SearchWord)` for each word in order. O(bytes); folding is remembered for each character.
    template <typename Visit>
    void split(std::string_view text, Visit visit);

    /// All digits of a phone number as one word. O(bytes).
    template <typename Visit>
    void digits(std::string_view text, Visit visit);

private:
    struct Folded {
        std::uint32_t at = 0;
        std::uint32_t size = 0;
    };
    boost::unordered_flat_map<char32_t, Folded> known_;
    std::string folded_;  // what `known_` points into: word bytes, ' ' where a word ends
    // The word at hand; a character may run over the longest word by what it folds to (18 letters at most).
    std::array<char, longest_word + 64> word_{};
    std::array<std::uint32_t, longest_word + 64> origin_{};
    std::size_t size_ = 0;

    /// What a character outside of ASCII becomes: "" if it is only a mark.
    std::string_view fold_point(char32_t point);

    void put(char byte, std::size_t at) {
        word_[size_] = byte;
        origin_[size_] = static_cast<std::uint32_t>(at);
        ++size_;
    }
    template <typename Visit>
    void finish(std::string_view source, std::size_t end, Visit& visit) {
        if (size_ == 0) return;
        visit(SearchWord{.text = {word_.data(), size_},
            .source = source,
            .origin = origin_.data(),
            .end = static_cast<std::uint32_t>(end)});
        size_ = 0;
    }
};

template <typename Visit>
void WordSplitter::split(std::string_view text, Visit visit) {
    std::size_t end = 0;  // of the word at hand, in the source
    for (std::size_t at = 0; at < text.size();) {
        const char byte = text[at];
        if (static_cast<unsigned char>(byte) < 0x80) {
            const char folded = folded_ascii[static_cast<unsigned char>(byte)];
            ++at;
            if (folded > ' ') {
                put(folded, at - 1);
                end = at;
                if (size_ < longest_word) continue;
            }
            if (folded != '\0') finish(text, end, visit);
            continue;
        }
        const auto [point, length] = decode_utf8(text.substr(at));
        const std::string_view folded = fold_point(point);
        for (const char part : folded) {
            if (part == ' ') {
                finish(text, end, visit);
            } else {
                put(part, at);
                end = at + length;
            }
        }
        at += length;
        if (folded.empty()) end = at;
        if (size_ >= longest_word) finish(text, end, visit);
    }
    finish(text, end, visit);
}

template <typename Visit>
void WordSplitter::digits(std::string_view text, Visit visit) {
    std::size_t end = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] < '0' || text[at] > '9') continue;
        put(text[at], at);
        end = at + 1;
        if (size_ >= longest_word) finish(text, end, visit);
    }
    finish(text, end, visit);
}

}  // namespace kith
