#include "search/word_table.h"

#include <algorithm>

#include "base/ids.h"

namespace kith {

namespace {

std::uint64_t key_of(std::string_view word) {
    std::uint64_t key = 0;
    for (std::size_t i = 0; i < 8; ++i)
        key = key << 8 | (i < word.size() ? static_cast<unsigned char>(word[i]) : 0U);
    return key;
}

}  // namespace

WordTable::WordTable() : starts_{0}, slots_(1024) {}

WordNumber WordTable::intern(std::string_view word) {
    const auto hash = static_cast<std::uint32_t>(hash_text(word));
    std::size_t at = hash & (slots_.size() - 1);
    for (; slots_[at].word != none; at = (at + 1) & (slots_.size() - 1)) {
        if (slots_[at].hash == hash && text(slots_[at].word) == word) return slots_[at].word;
    }
    const auto number = static_cast<WordNumber>(size());
    slots_[at] = {hash, number};
    bytes_ += word;
    bytes_ += '\0';
    starts_.push_back(static_cast<std::uint32_t>(bytes_.size()));
    for (const char byte : word)
        ++frequency_[static_cast<unsigned char>(byte)];
    if (size() * 8 > slots_.size() * 5) grow();
    return number;
}

void WordTable::grow() {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& slot : old) {
        if (slot.word == none) continue;
        std::size_t at = slot.hash & (slots_.size() - 1);
        while (slots_[at].word != none)
            at = (at + 1) & (slots_.size() - 1);
        slots_[at] = slot;
    }
}

bool WordTable::before(const Sorted& a, const Sorted& b) const {
    if (a.key != b.key) return a.key < b.key;
    return (a.key & 0xff) != 0 && text(a.word) < text(b.word);  // shorter words are all in the key
}

void WordTable::sort() {
    const std::size_t known = sorted_.size();
    if (known == size()) return;
    std::vector<Sorted> fresh;
    for (auto word = static_cast<WordNumber>(known); word < size(); ++word)
        fresh.push_back({key_of(text(word)), word});
    const auto order = [this](const Sorted& a, const Sorted& b) { return before(a, b); };
    std::ranges::sort(fresh, order);
    sorted_.resize(size());
    // From the back: each new word moves what follows it. A few find their place by halving, many by going
    // along.
    const bool few = fresh.size() < known / 64;
    auto end = sorted_.begin() + static_cast<std::ptrdiff_t>(known);
    for (std::size_t left = fresh.size(); left > 0; --left) {
        const Sorted& word = fresh[left - 1];
        auto place = end;
        if (few)
            place = std::upper_bound(sorted_.begin(), end, word, order);
        else
            while (place != sorted_.begin() && order(word, place[-1]))
                --place;
        std::move_backward(place, end, end + static_cast<std::ptrdiff_t>(left));
        place[static_cast<std::ptrdiff_t>(left) - 1] = word;
        end = place;
    }
}

std::pair<std::size_t, std::size_t> WordTable::range_of(std::string_view beginning) const {
    const std::uint64_t key = key_of(beginning);
    const auto first = std::partition_point(sorted_.begin(), sorted_.end(),
        [&](const Sorted& at) { return at.key != key ? at.key < key : text(at.word) < beginning; });
    const auto begin = static_cast<std::size_t>(first - sorted_.begin());
    if (first == sorted_.end() || !text(first->word).starts_with(beginning)) return {begin, begin};
    return {begin, end_of_run(begin, beginning.size())};
}

std::size_t WordTable::end_of_run(std::size_t first, std::size_t length) const {
    const std::string_view beginning = text(sorted_[first].word).substr(0, length);
    const std::uint64_t mask = length >= 8 ? ~std::uint64_t{0} : ~(~std::uint64_t{0} >> (8 * length));
    const std::uint64_t key = sorted_[first].key & mask;
    const auto in_run = [&](const Sorted& at) {
        return (at.key & mask) == key && (length <= 8 || text(at.word).starts_with(beginning));
    };
    // In leaps, as most runs are short.
    std::size_t leap = 1;
    while (first + leap < sorted_.size() && in_run(sorted_[first + leap]))
        leap *= 2;
    const auto from = sorted_.begin() + static_cast<std::ptrdiff_t>(first + leap / 2);
    const auto to = sorted_.begin() + static_cast<std::ptrdiff_t>(std::min(first + leap, sorted_.size()));
    return static_cast<std::size_t>(std::partition_point(from, to, in_run) - sorted_.begin());
}

WordNumber WordTable::word_at(std::size_t byte, WordNumber from) const {
    const auto after =
        std::upper_bound(starts_.begin() + from, starts_.end(), static_cast<std::uint32_t>(byte));
    return static_cast<WordNumber>(after - starts_.begin() - 1);
}

std::size_t WordTable::bytes() const {
    return bytes_.capacity() + starts_.capacity() * sizeof(std::uint32_t) +
        sorted_.capacity() * sizeof(Sorted) + slots_.capacity() * sizeof(Slot);
}

}  // namespace kith
