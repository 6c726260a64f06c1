// Text as words to search by: folded, split where letters and digits end, apostrophes left out
// ("O'Brien" is "obrien"), each byte knowing where in the source it came from.
#pragma once

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
    std::string word_;
    std::vector<std::uint32_t> origin_;

    /// What a character outside of ASCII becomes: "" if it is only a mark.
    std::string_view fold_point(char32_t point);

    void put(char byte, std::size_t at) {
        word_ += byte;
        origin_.push_back(static_cast<std::uint32_t>(at));
    }
    template <typename Visit>
    void finish(std::string_view source, std::size_t end, Visit& visit) {
        if (word_.empty()) return;
        visit(SearchWord{.text = word_, .source = source, .origin = origin_.data(), .end = static_cast<std::uint32_t>(end)});
        word_.clear();
        origin_.clear();
    }
};

template <typename Visit>
void WordSplitter::split(std::string_view text, Visit visit) {
    std::size_t end = 0;  // of the word at hand, in the source
    for (std::size_t at = 0; at < text.size();) {
        const char byte = text[at];
        if (static_cast<unsigned char>(byte) < 0x80) {
            ++at;
            if (byte == '\'') continue;
            const bool upper = byte >= 'A' && byte <= 'Z';
            const bool kept = upper || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
            if (kept) {
                put(upper ? static_cast<char>(byte + ('a' - 'A')) : byte, at - 1);
                end = at;
            }
            if (!kept || word_.size() >= longest_word) finish(text, end, visit);
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
        if (word_.size() >= longest_word) finish(text, end, visit);
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
        if (word_.size() >= longest_word) finish(text, end, visit);
    }
    finish(text, end, visit);
}

}  // namespace kith
