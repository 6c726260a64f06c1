// Every word that stands in any record, once: found by its text, by how it begins, by what it contains,
// or nearly. A number each, in order of first mention.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "search/edits.h"

namespace kith {

using WordNumber = std::uint32_t;

class WordTable {
public:
    WordTable();

    std::size_t size() const { return starts_.size() - 1; }
    std::string_view text(WordNumber word) const {
        return std::string_view(bytes_).substr(starts_[word], starts_[word + 1] - starts_[word] - 1);
    }

    /// The word's number; a new one for a new word, which must not be empty or hold a zero byte. O(bytes).
    WordNumber intern(std::string_view word);

    /// Takes new words into the order that beginning_with and nearly go by. O(words), a few ns each.
    void sort();
    std::size_t unsorted() const { return size() - sorted_.size(); }

    /// `visit(WordNumber)` for the words that begin so. O(log words + found).
    template <typename Visit>
    void beginning_with(std::string_view beginning, Visit visit) const {
        const auto [first, last] = range_of(beginning);
        for (std::size_t i = first; i < last; ++i)
            visit(sorted_[i].word);
    }

    /// `visit(WordNumber)` for the words that contain it. O(bytes of all words), at memchr's speed.
    template <typename Visit>
    void containing(std::string_view part, Visit visit) const;

    /// `visit(WordNumber, Nearness)` for the words that are, or begin, within so many edits of `word`.
    template <typename Visit>
    void nearly(std::u32string_view word, unsigned edits, Visit visit) const;

    std::size_t bytes() const;

private:
    struct Sorted {
        std::uint64_t key = 0;  // the first 8 bytes, most significant first
        WordNumber word = 0;
    };
    struct Slot {
        std::uint32_t hash = 0;
        WordNumber word = none;
    };
    static constexpr WordNumber none = 0xffffffff;

    std::string bytes_;                  // the words, a zero byte behind each
    std::vector<std::uint32_t> starts_;  // where each begins, and the end of all
    std::vector<Sorted> sorted_;
    std::vector<Slot> slots_;                     // open addressing, at most 5/8 full
    std::array<std::uint32_t, 256> frequency_{};  // of each byte

    void grow();
    bool before(const Sorted& a, const Sorted& b) const;
    std::pair<std::size_t, std::size_t> range_of(std::string_view beginning) const;
    /// The end of the run from `first` on whose words begin with the first `length` bytes of that word.
    std::size_t end_of_run(std::size_t first, std::size_t length) const;
    WordNumber word_at(std::size_t byte, WordNumber from) const;
};

template <typename Visit>
void WordTable::containing(std::string_view part, Visit visit) const {
    std::size_t rarest = 0;
    for (std::size_t i = 1; i < part.size(); ++i) {
        if (frequency_[static_cast<unsigned char>(part[i])] <
            frequency_[static_cast<unsigned char>(part[rarest])])
            rarest = i;
    }
    WordNumber word = 0;
    for (std::size_t at = rarest; at < bytes_.size();) {
        const void* hit = std::memchr(bytes_.data() + at, part[rarest], bytes_.size() - at);
        if (hit == nullptr) return;
        const auto begin = static_cast<std::size_t>(static_cast<const char*>(hit) - bytes_.data()) - rarest;
        if (bytes_.size() - begin >= part.size() &&
            std::memcmp(bytes_.data() + begin, part.data(), part.size()) == 0) {
            word = word_at(begin, word);
            visit(word);
            at = starts_[word + 1] + rarest;
        } else {
            at = begin + rarest + 1;
        }
    }
}

template <typename Visit>
void WordTable::nearly(std::u32string_view word, unsigned edits, Visit visit) const {
    EditTable table(word, edits);
    EditTable whole(word, edits);
    std::u32string path;  // letters of which the table has rows
    for (std::size_t i = 0; i < sorted_.size();) {
        const std::string_view candidate = text(sorted_[i].word);
        std::size_t depth = 0;
        bool shared = true;
        std::size_t next = i + 1;
        for (std::size_t at = 0; at < candidate.size();) {
            const auto [point, length] = decode_utf8(candidate.substr(at));
            at += length;
            shared = shared && depth < path.size() && path[depth] == point;
            if (!shared) {
                path.resize(depth);
                path += point;
                table.put(depth, point);
            }
            ++depth;
            const bool found = table.reached(depth);
            if (!found && !table.hopeless(depth)) continue;
            next = end_of_run(i, at);
            for (std::size_t j = i; found && j < next; ++j)
                visit(sorted_[j].word, nearness(whole, text(sorted_[j].word)));
            break;
        }
        i = next;
    }
}

}  // namespace kith
