// Which records a word stands in, and where in them. Lists only grow: the latest posting of a word is
// with the word itself, the ones before it in slices that double in size and link backwards (Busch et al.
// 2012). So a word that occurs once, as most do, costs no slice.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "base/assertion.h"
#include "search/search.h"

namespace kith {

/// Where in a field a word stands: it is all of the field, its beginning, or further on.
enum class WordSpot : std::uint8_t { whole, first, inner };

/// A number for a record in the index. Grows; a record that changed gets a new one.
using EntryNumber = std::uint32_t;
inline constexpr EntryNumber entry_limit = 1U << 27;

/// Entry in the high 27 bits, spot (2) and place (3) below.
struct Posting {
    std::uint32_t bits = 0xffffffff;

    Posting() = default;
    Posting(EntryNumber entry, WordSpot spot, MatchPlace place)
        : bits(entry << 5 | static_cast<std::uint32_t>(spot) << 3 | static_cast<std::uint32_t>(place)) {
        KITH_ASSERT(entry < entry_limit);
    }
    EntryNumber entry() const { return bits >> 5; }
    WordSpot spot() const { return static_cast<WordSpot>(bits >> 3 & 3); }
    MatchPlace place() const { return static_cast<MatchPlace>(bits & 7); }
    std::uint32_t manner() const { return bits & 31; }  // spot and place

    /// Whether it is at least as good in both respects, for the same entry.
    bool covers(Posting other) const {
        return entry() == other.entry() && spot() <= other.spot() && place() <= other.place();
    }
};

/// The postings of one word; the pool has the rest.
struct PostingList {
    Posting last;
    std::uint32_t slice = 0xffffffff;  // the current one: its size class in the high 3 bits, then its address
    std::uint32_t used = 0;            // cells of it, with the link
};

class PostingPool {
public:
    /// Entries come in growing order. A posting that another one of the same entry covers is left out.
    void add(PostingList& list, Posting posting) {
        KITH_ASSERT(list.last.bits == none || list.last.entry() <= posting.entry());
        if (list.last.covers(posting)) return;
        if (posting.covers(list.last)) {
            list.last = posting;
            return;
        }
        if (list.last.bits != none) push(list, list.last.bits);
        list.last = posting;
        ++count_;
    }

    /// `visit(Posting)` for all of them, latest first.
    template <typename Visit>
    void for_each(const PostingList& list, Visit visit) const {
        if (list.last.bits == none) return;
        visit(list.last);
        std::uint32_t used = list.used;
        for (std::uint32_t slice = list.slice; slice != none;) {
            const std::uint32_t* cells = at(slice);
            for (std::uint32_t i = used; i-- > 1;) {
                Posting posting;
                posting.bits = cells[i];
                visit(posting);
            }
            slice = cells[0];
            used = slice != none ? size_of(slice) : 0;
        }
    }

    std::size_t count() const { return count_; }
    std::size_t bytes() const { return blocks_.size() * block_size * sizeof(std::uint32_t); }

private:
    static constexpr std::uint32_t none = 0xffffffff;
    static constexpr std::uint32_t block_size = 1U << 16;
    static constexpr std::uint32_t largest_class = 7;
    static constexpr std::uint32_t address_bits = 29;

    std::vector<std::unique_ptr<std::array<std::uint32_t, block_size>>> blocks_;
    std::uint32_t free_ = block_size;  // in the last block
    std::size_t count_ = 0;

    static std::uint32_t size_of(std::uint32_t slice) { return 4U << (slice >> address_bits); }
    const std::uint32_t* at(std::uint32_t slice) const {
        const std::uint32_t address = slice & ((1U << address_bits) - 1);
        return blocks_[address / block_size]->data() + address % block_size;
    }
    std::uint32_t* at(std::uint32_t slice) {
        return const_cast<std::uint32_t*>(std::as_const(*this).at(slice));
    }

    void push(PostingList& list, std::uint32_t bits);
};

}  // namespace kith
