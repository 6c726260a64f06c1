// Entries in the form in which they are compared: every address, number, word and place is a number, and equal
// numbers mean the same. Made once for each entry; comparing two is then a matter of a microsecond.
#pragma once

#include <algorithm>
#include <array>
#include <boost/container/small_vector.hpp>
#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "identity/entry.h"
#include "identity/name_likeness.h"

namespace kith::identity {

/// What entries are compared by beside their names.
enum class Facet : std::uint8_t {
    profile,
    uid,
    exported_as,  // with keys of uid
    email,        // personal addresses
    mobile,       // personal numbers, and those with an extension
    home,         // a home's numbers
    line,         // what others may have too: an office's number, info@
    street,       // with the town
    town,
    employer,
    role,
    source,
    count
};
inline constexpr std::size_t facet_count = static_cast<std::size_t>(Facet::count);

using Key = std::uint32_t;
using Keys = boost::container::small_vector<Key, 2>;  // sorted

struct Features {
    boost::container::small_vector<NameShape, 1> names;
    boost::container::small_vector<WordId, 1> nicknames;
    std::array<Keys, facet_count> facets;
    boost::container::small_vector<PartialDate, 1> birthdays;

    const Keys& of(Facet facet) const { return facets[static_cast<std::size_t>(facet)]; }
    Keys& of(Facet facet) { return facets[static_cast<std::size_t>(facet)]; }
};

/// Adds what another entry of the same person says.
void add_features(Features& to, const Features& other);

/// Makes features, and knows how many entries have each of them.
class FeatureTable {
public:
    FeatureTable();
    Features features_of(const Entry& entry);
    /// An entry with these features is there no more.
    void forget(const Features& features);

    NameWords& words() { return words_; }
    const NameWords& words() const { return words_; }
    /// How many people a name is taken to be one of: the entries, or those that a person may know, if they are few.
    /// Two who have one name are no less likely one because nobody else is there.
    std::uint32_t population() const { return std::max(entries_, fewest_people); }
    /// How many entries have the key, or a name that sounds so. At least 1.
    std::uint32_t holders(Key key) const { return holders_[key]; }
    std::uint32_t bearers(WordId word) const;
    float log2(std::uint32_t count) const;  // count > 0

    /// From now on several people's: what had it as a personal address or number has it as a line.
    void mark_shared(Key key) { shared_[key] = true; }
    void mark_own(Key key) { shared_[key] = false; }
    bool is_shared(Key key) const { return shared_[key]; }
    std::size_t size() const { return holders_.size(); }

private:
    static constexpr std::uint32_t fewest_people = 1000;
    NameWords words_;
    std::uint32_t entries_ = 0;
    boost::unordered_flat_map<std::string, Key> keys_;
    std::vector<std::uint32_t> holders_{0};  // by key
    std::vector<bool> shared_{false};
    std::vector<float> logarithms_;                                  // of small counts
    boost::unordered_flat_map<std::string, std::uint32_t> bearers_;  // by sound
    mutable std::vector<std::uint32_t> bearers_of_word_;             // 0: not looked up yet

    boost::unordered_flat_map<std::string, Key>
        as_written_;  // of texts that many entries have, with their facets

    Key key_of(Facet facet, std::string key);
    void add(Features& features, Facet facet, Key key);
    void add(Features& features, Facet facet, std::string key) {
        add(features, facet, key_of(facet, std::move(key)));
    }
    /// The same for a text of which the key is worked out once.
    template <typename MakeKey>
    void add_written(Features& features, Facet facet, std::string_view text, MakeKey make_key);
    void add_name(Features& features, const NameFields& fields);
    static void add_shape(Features& features, NameShape shape);
    /// Each sound of a name once, however often it occurs.
    template <typename Visit>
    void for_each_sound(const Features& features, Visit visit) const;
};

}  // namespace kith::identity
