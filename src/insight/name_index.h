// Finding people by how they are called in a sentence: first name, full name, nickname, family name, in
// whatever script or spelling they are written ("Hanako" finds 佐藤 花子 by her phonetic name).
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

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
    /// Takes in who was touched since the last call. O(touched people), the first time O(people).
    void update(const Workspace& workspace);

    /// People who can be called by these folded words, the best fit first, then those one was in touch with
    /// last. One word: a first name, a nickname, a one-word name or a family name. Several: all of them are
    /// parts of the name. O(people of that name).
    std::vector<NameMatch> find(std::span<const std::string_view> words, const ContactBook& contacts) const;

    /// Whether anybody's name has this word.
    bool has(std::string_view word) const { return by_word_.contains(hash_text(word)); }

private:
    struct NameWord {
        std::uint64_t word = 0;
        bool given = false;  // of a first name, nickname or the first of the name as shown
    };
    boost::unordered_flat_map<std::uint64_t, std::vector<RecordId>> by_word_;
    boost::unordered_flat_map<RecordId, std::vector<NameWord>, IdHash> by_person_;
    std::size_t cursor_ = 0;

    void take_in(const Workspace& workspace, RecordId person);
};

}  // namespace kith
