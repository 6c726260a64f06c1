// How alike two names are, and in which way. Words of names are kept once in a table with all that they are compared
// by, for the same few thousand words stand in a hundred thousand names.
#pragma once

#include <boost/container/static_vector.hpp>
#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/slices.h"
#include "identity/name_reading.h"
#include "identity/nicknames.h"

namespace kith::identity {

/// What two words, or two parts of names, have in common; the better comes first.
enum class Likeness : std::uint8_t {
    same,      // but for case, accents, hyphens, spaces and how a particle is written
    written,   // with "ae", "oe" for letters of their own
    particle,  // but for a particle that one of them lacks
    further,   // but for a further given name that one of them has
    sounds,    // spelt in two ways, or one is the other in Latin letters
    nickname,  // one of them is a form of the other
    typing,    // a letter or two are different
    part,      // a double name, of which one has only a part
    initial,   // one is the other's first letter
    unknown,   // one is missing, or is written in a script that can't be compared
    different
};

/// A word by its place in the table.
using WordId = std::uint32_t;

/// A given or a family name.
struct NamePart {
    WordId whole = 0;                                  // 0: none
    WordId core = 0;                                   // without particles
    boost::container::static_vector<WordId, 4> words;  // of the core: a double name's
    bool empty() const { return whole == 0; }
};

class NameWords {
public:
    NameWords();

    /// `text` as written; letters only count. O(n), most of it the first time.
    WordId add(std::string_view text);

    Likeness compare(WordId a, WordId b);

    std::string_view letters(WordId word) const { return words_[word].letters; }
    std::string_view sound(WordId word) const { return words_[word].sound; }
    bool is_other_script(WordId word) const { return words_[word].other_script; }
    std::size_t size() const { return words_.size(); }
    /// From a word to its place in the order of all words' letters. O(n log n), in slices.
    Slices find_places(std::vector<std::uint32_t>& places) const;
    /// A given or family name without titles; worked out once.
    const NamePart& part(std::string_view text);
    std::string_view consonants(WordId word) const { return words_[word].consonants; }
    const std::vector<Nicknames::Group>& nicknames_of(WordId word) const { return words_[word].groups; }
    /// Whether any word came from a script that leaves vowels out.
    bool any_without_vowels() const { return any_without_vowels_; }

private:
    struct Word {
        std::string letters, written, sound, consonants;
        std::vector<Nicknames::Group> groups;
        bool other_script = false, han = false, without_vowels = false;
    };
    /// What tells most words apart at a glance.
    struct Sketch {
        std::uint32_t letters = 0, sounds = 0;    // a bit for each letter that occurs
        std::uint32_t sound = 0, consonants = 0;  // hashes
        bool plain = false;                       // Latin, not an initial
        bool has_nicknames = false;
    };
    const Nicknames* nicknames_ = &Nicknames::table();
    std::vector<Sketch> sketches_;
    boost::unordered_flat_map<std::string, WordId> ids_;
    std::vector<Word> words_;
    boost::unordered_flat_map<std::uint64_t, Likeness> compared_;
    bool any_without_vowels_ = false;
    boost::unordered_flat_map<std::string, NamePart> parts_;

    Likeness compare_words(const Word& a, const Word& b) const;
    bool is_misspelt_nickname(const Word& a, const Word& b) const;
};

/// A name in the form in which it is compared.
struct NameShape {
    NamePart given, family;
    boost::container::static_vector<WordId, 4> middle;  // given names after the first, and additional ones
    std::uint64_t all = 0;                              // a hash of both in one; 0: one is missing
    std::string_view generation;                        // "jr"; lives for ever
    bool empty() const { return given.empty() && family.empty(); }
};
NameShape shape_of(const ReadName& name, NameWords& words);
/// Whether the fields hold more than two plain words.
bool needs_reading(const NameFields& fields);
/// The same for fields as they are; quick for most, whose parts were met before.
NameShape shape_of(const NameFields& fields, NameWords& words);

struct NameLikeness {
    Likeness given = Likeness::unknown;
    Likeness family = Likeness::unknown;
    Likeness middle = Likeness::unknown;
    bool swapped = false;                 // the one's given is the other's family name
    bool generations_differ = false;      // both have one, or one has "Jr." and the other none
    bool generations_contradict = false;  // both have one, and not the same

    /// The same full name: nothing but how it is written differs, and nothing is missing on both sides.
    bool is_same() const;
    /// Nobody has both names, as far as names tell.
    bool is_contradiction() const;
    bool operator==(const NameLikeness&) const = default;
};
NameLikeness compare_names(const NameShape& a, const NameShape& b, NameWords& words);

}  // namespace kith::identity
