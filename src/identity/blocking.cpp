#include "identity/blocking.h"

#include <algorithm>
#include <boost/container/static_vector.hpp>

#include "base/random.h"

namespace kith::identity {

namespace {

using Member = Blocks::Member;

enum class Block : std::uint64_t { facet = 1, birthday, names, consonants, nickname };

std::uint64_t hash_of(Block block, std::uint64_t a, std::uint64_t b = 0) {
    return mix(mix(mix(static_cast<std::uint64_t>(block)) + a) + b);
}

class Blocking {
public:
    Blocking(FeatureTable& table, const std::vector<std::uint32_t>& places, std::vector<Member>& members)
        : table_(table), members_(members), places_(places) {}

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
    const std::vector<std::uint32_t>& places_;
    std::uint32_t entry_ = 0;
    std::uint64_t name_ = 0;

    std::uint64_t place_of(const NameShape& name) const {
        const std::uint64_t given = place_of(name.given.core), family = place_of(name.family.core);
        return (std::min(given, family) << 32) | std::max(given, family);
    }

    /// Words that came later stand behind the others: they are few.
    std::uint64_t place_of(WordId word) const { return word < places_.size() ? places_[word] : word; }

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
    Pieces pieces(4096);
    for (const Member& member : members) {
        shares[member.block >> (64 - bits)].push_back(member);
        if (pieces.done()) co_await next_slice;
    }
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
    return entries < many ? Reach{16, 5} : Reach{6, 3};
}

constexpr std::size_t piece = 64;  // entries between two looks at the clock

}  // namespace

Slices Blocks::build(std::span<const Features> entries, FeatureTable& table) {
    built_ = false;
    entries_ = entries.size();
    added_ = 0;
    members_.clear();
    later_.clear();
    members_.reserve(entries.size() * 10);
    co_await table.words().find_places(places_);
    any_without_vowels_ = table.words().any_without_vowels();
    Blocking blocking(table, places_, members_);
    for (std::uint32_t at = 0; at < entries.size(); ++at) {
        blocking.add(entries[at], at);
        if (at % piece == 0) co_await next_slice;
    }
    co_await sort_in_slices(members_);
    built_ = true;
}

Slices Blocks::find_pairs(std::uint32_t first, std::vector<Candidate>& candidates) const {
    std::vector<std::vector<std::uint32_t>> partners(entries_);
    const Reach reach = reach_among(entries_);
    std::size_t done = 0;
    for (std::size_t begin = 0, end = 0; begin < members_.size(); begin = end) {
        while (end < members_.size() && members_[end].block == members_[begin].block)
            ++end;
        const std::size_t most = end - begin <= reach.whole ? reach.whole : reach.neighbours;
        for (std::size_t i = begin; i < end; ++i) {
            for (std::size_t j = i + 1; j < std::min(end, i + 1 + most); ++j) {
                const auto [one, other] = std::minmax(members_[i].entry, members_[j].entry);
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

void Blocks::add(const Features& features, std::uint32_t entry, FeatureTable& table) {
    ++added_;
    std::vector<Member> members;
    Blocking(table, places_, members).add(features, entry);
    for (const Member& member : members)
        later_[member.block].push_back(member.entry);
}

void Blocks::find_partners(const Features& features, std::uint32_t entry, FeatureTable& table,
    std::vector<std::uint32_t>& partners) const {
    const Reach reach = reach_among(entries_);
    std::vector<Member> mine;
    Blocking(table, places_, mine).add(features, entry);
    for (const Member& member : mine) {
        auto begin = std::ranges::lower_bound(members_, member.block, {}, &Member::block);
        auto end = std::ranges::upper_bound(begin, members_.end(), member.block, {}, &Member::block);
        if (static_cast<std::size_t>(end - begin) > reach.whole) {
            const auto at = std::lower_bound(begin, end, member);
            const auto most = static_cast<std::ptrdiff_t>(reach.neighbours);
            begin = at - std::min(most, at - begin);
            end = at + std::min(most + 1, end - at);
        }
        for (; begin != end; ++begin)
            partners.push_back(begin->entry);
        if (const auto later = later_.find(member.block); later != later_.end()) {
            const std::size_t many = later->second.size();
            for (std::size_t i = many - std::min(many, reach.whole); i < many; ++i)
                partners.push_back(later->second[i]);
        }
    }
    std::ranges::sort(partners);
    const auto twice = std::ranges::unique(partners);
    partners.erase(twice.begin(), twice.end());
    std::erase(partners, entry);
}

std::vector<std::uint32_t> Blocks::sharers_of(Key key) const {
    constexpr std::size_t most = 64;
    const std::uint64_t block = hash_of(Block::facet, key);
    std::vector<std::uint32_t> sharers;
    for (auto at = std::ranges::lower_bound(members_, block, {}, &Member::block);
        at != members_.end() && at->block == block && sharers.size() < most; ++at)
        sharers.push_back(at->entry);
    if (const auto later = later_.find(block); later != later_.end())
        sharers.insert(sharers.end(), later->second.begin(), later->second.end());
    return sharers;
}

bool Blocks::fits(const FeatureTable& table) const {
    constexpr std::size_t few = 64;
    return built_ && any_without_vowels_ == table.words().any_without_vowels() &&
        added_ <= few + entries_ / 8;
}

}  // namespace kith::identity
