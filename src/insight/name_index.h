// Finding people by how they are called in a sentence: first name, full name, nickname, family name, in
// whatever script or spelling they are written ("Hanako" finds 佐藤 花子 by her phonetic name).
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "days/tokens.h"
#include "insight/contact_book.h"
#include "workspace/workspace.h"

namespace kith {

/// How much of a name was said: the better the fewer people it can mean.
enum class NameFit : std::uint8_t { none, family, given, full };

struct NameMatch {
    RecordId person;
    NameFit fit = NameFit::none;
};

class NameIndex {
public:
    /// Takes in people and organisations touched since the last call. O(touched), the first time O(all).
    void update(const Workspace& workspace);

    /// People who can be called by these folded words, the best fit first, then those one was in touch with
    /// last. One word: a first name, a nickname, a one-word name or a family name. Several: all of them are
    /// parts of the name. O(people of that name).
    std::vector<NameMatch> find(std::span<const std::string_view> words, const ContactBook& contacts) const;

    /// Whether anybody's name has this word.
    bool has(std::string_view word) const { return by_word_.contains(hash_text(word)); }
    /// Whether it is a first name or nickname of somebody.
    bool is_given(std::string_view word) const;
    bool is_family(std::string_view word) const;

    /// The names' words that one slip of the finger makes of this one; of four letters and more. O(words of names).
    std::vector<std::string> respelt(std::string_view word) const;

    struct OrganisationMatch {
        RecordId organisation;
        std::size_t length = 0;  // in words
        bool whole = false;      // not only how its name begins: "Motol" for "Motol Hospital"
    };
    /// The organisation whose name stands at the front of these words, the longest; of names that only begin so, one
    /// that no other begins like. O(organisations with that first word).
    OrganisationMatch organisation(std::span<const Token> words) const;

private:
    struct NameWord {
        std::uint64_t word = 0;
        bool given = false;  // of a first name, nickname or the first of the name as shown
        bool family = false;
    };
    struct OrganisationName {
        RecordId organisation;
        std::vector<std::string> words;
    };
    boost::unordered_flat_map<std::uint64_t, std::vector<RecordId>> by_word_;
    boost::unordered_flat_map<RecordId, std::vector<NameWord>, IdHash> by_person_;
    boost::unordered_flat_map<std::uint64_t, std::string> spelling_;
    boost::unordered_flat_map<std::uint64_t, std::vector<OrganisationName>> organisations_;  // by first word
    boost::unordered_flat_map<RecordId, std::uint64_t, IdHash> first_words_;
    std::size_t cursor_ = 0;

    void take_in(const Workspace& workspace, RecordId person);
    void take_in_organisation(const Workspace& workspace, RecordId organisation);
};

}  // namespace kith
