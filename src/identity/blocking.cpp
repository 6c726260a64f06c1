#include "identity/blocking.h"

#include <algorithm>
#include <boost/container/static_vector.hpp>

#include "base/random.h"

namespace kith::identity {

namespace {

struct Member {
    std::uint64_t block = 0;
    std::uint64_t name = 0;  // its parts' places in the alphabet, in either order
    std::uint32_t entry = 0;
    auto operator<=>(const Member&) const = default;
};

enum class Block : std::uint64_t { facet = 1, birthday, names, consonants, nickname };

std::uint64_t hash_of(Block block, std::uint64_t a, std::uint64_t b = 0) {
    return mix(mix(mix(static_cast<std::uint64_t>(block)) + a) + b);
}

class Blocking {
public:
    Blocking(FeatureTable& table, std::vector<Member>& members)
        : table_(table), members_(members), places_(table.words().in_order()) {}

    void add(const Features& features, std::uint32_t entry) {
        entry_ = entry;
        name_ = features.names.empty() ? 0 : place_of(features.names.front());
        for (const Facet facet : {Facet::profile, Facet::uid, Facet::exported_as, Facet::email, Facet::mobile,
                 Facet::home, Facet::line}) {
            for (const Key key : features.of(facet))
                add(hash_of(Block::facet, key));
        }
        for (const PartialDate& birthday : features.birthdays) {
            if (birthday.complete()) add(hash_of(Block::birthday, birthday.pack()));
        }
        for (const NameShape& name : features.names) {
            add_names(name.family, name.given);
            add_names(name.given, name.family);
        }
    }

private:
    FeatureTable& table_;
    std::vector<Member>& members_;
    std::vector<std::uint32_t> places_;
    std::uint32_t entry_ = 0;
    std::uint64_t name_ = 0;

    std::uint64_t place_of(const NameShape& name) const {
        const std::uint64_t given = places_[name.given.core], family = places_[name.family.core];
        return (std::min(given, family) << 32) | std::max(given, family);
    }

    void add(std::uint64_t block) { members_.push_back({block, name_, entry_}); }

    /// One part of a name whole and the other's beginning: a mistake is seldom in both, and nobody knows which is
    /// the family's.
    void add_names(const NamePart& whole, const NamePart& other) {
        if (whole.empty()) return;
        NameWords& words = table_.words();
        add_word(whole.core, other);
        if (whole.whole != whole.core) add_word(whole.whole, other);
        if (whole.words.size() > 1) {
            for (const WordId word : whole.words)
                add_word(word, other);
        }
        if (!other.empty()) return;
        add(hash_of(Block::names, hash_text(words.sound(whole.core))));
    }

    /// The words that a part of a name may be cut down to.
    static boost::container::static_vector<WordId, 3> starts_of(const NamePart& part) {
        boost::container::static_vector<WordId, 3> starts{part.core};
        for (const WordId word : part.words) {
            if (starts.size() < starts.capacity() && !std::ranges::contains(starts, word))
                starts.push_back(word);
        }
        return starts;
    }

    void add_word(WordId word, const NamePart& other) {
        NameWords& words = table_.words();
        const std::string_view sound = words.sound(word);
        if (sound.size() < 2 || other.empty()) return;
        const std::uint64_t hash = hash_text(sound);
        boost::container::static_vector<unsigned char, 3> first_letters;
        for (const WordId start : starts_of(other)) {
            const std::string_view start_sound = words.sound(start);
            if (!start_sound.empty() &&
                !std::ranges::contains(first_letters, static_cast<unsigned char>(start_sound.front())))
                first_letters.push_back(static_cast<unsigned char>(start_sound.front()));
            for (const Nicknames::Group group : words.nicknames_of(start))
                add(hash_of(Block::nickname, hash, group));
        }
        for (const unsigned char letter : first_letters)
            add(hash_of(Block::names, hash, letter));
        for (const Nicknames::Group group : words.nicknames_of(word)) {
            if (const std::string_view letters = words.sound(other.core); !letters.empty())
                add(hash_of(Block::nickname, mix(group), static_cast<unsigned char>(letters.front())));
        }
        const std::string_view consonants = words.consonants(word), start = words.consonants(other.core);
        if (words.any_without_vowels() && consonants.size() > 1 && !start.empty())
            add(hash_of(Block::consonants, hash_text(consonants), static_cast<unsigned char>(start.front())));
    }
};

/// Blocks are hashes, so their first bits share them out evenly.
Slices sort_in_slices(std::vector<Member>& members) {
    constexpr int bits = 10;
    std::vector<std::vector<Member>> shares(std::size_t{1} << bits);
    for (const Member& member : members)
        shares[member.block >> (64 - bits)].push_back(member);
    co_await next_slice;
    auto out = members.begin();
    for (std::vector<Member>& share : shares) {
        std::ranges::sort(share);
        out = std::ranges::copy(share, out).out;
        co_await next_slice;
    }
}

/// How many members of a block are compared: all with each other in a small one, neighbours in a large one.
struct Reach {
    std::size_t whole, neighbours;
};
/// Among tens of thousands names have many bearers, and other blocks bring together who belongs together.
Reach reach_among(std::size_t entries) {
    constexpr std::size_t many = 20'000;
    return entries < many ? Reach{10, 5} : Reach{6, 3};
}

}  // namespace

Slices find_candidates(std::span<const Features> entries, FeatureTable& table, std::uint32_t first,
    std::vector<Candidate>& candidates) {
    constexpr std::size_t piece = 64;
    std::vector<Member> members;
    members.reserve(entries.size() * 10);
    Blocking blocking(table, members);
    for (std::uint32_t at = 0; at < entries.size(); ++at) {
        blocking.add(entries[at], at);
        if (at % piece == 0) co_await next_slice;
    }
    co_await sort_in_slices(members);
    std::vector<std::vector<std::uint32_t>> partners(entries.size());
    const Reach reach = reach_among(entries.size());
    std::size_t done = 0;
    for (std::size_t begin = 0, end = 0; begin < members.size(); begin = end) {
        while (end < members.size() && members[end].block == members[begin].block)
            ++end;
        const std::size_t most = end - begin <= reach.whole ? reach.whole : reach.neighbours;
        for (std::size_t i = begin; i < end; ++i) {
            for (std::size_t j = i + 1; j < std::min(end, i + 1 + most); ++j) {
                const auto [one, other] = std::minmax(members[i].entry, members[j].entry);
                if (one != other && other >= first) partners[one].push_back(other);
            }
        }
        done += end - begin;
        if (done >= piece) {
            done = 0;
            co_await next_slice;
        }
    }
    for (std::uint32_t entry = 0; entry < partners.size(); ++entry) {
        std::vector<std::uint32_t>& mine = partners[entry];
        std::ranges::sort(mine);
        const auto twice = std::ranges::unique(mine);
        for (auto at = mine.begin(); at != twice.begin(); ++at)
            candidates.push_back({entry, *at});
        if (entry % piece == 0) co_await next_slice;
    }
}

}  // namespace kith::identity
