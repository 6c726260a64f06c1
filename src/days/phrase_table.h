// A table of phrases by what they do, as words of days and of a log line are kept: made from lines of
// base/phrase_lines.h, asked where a phrase begins in a line.
#pragma once

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "days/tokens.h"

namespace kith {

struct PhraseFound {
    std::size_t length = 0;  // in words; 0: nothing
    std::string_view value;

    explicit operator bool() const { return length > 0; }
};

template <typename Role>
class PhraseTable {
public:
    /// A phrase in folded words with single spaces between them; it may do several things.
    void add(const std::string& phrase, Role role, std::string_view value) {
        phrases_[phrase].push_back({role, std::string(value)});
        const auto words = static_cast<std::size_t>(std::ranges::count(phrase, ' ')) + 1;
        std::size_t& longest = longest_[phrase.substr(0, phrase.find(' '))];
        longest = std::max(longest, words);
    }

    /// The longest phrase of that role that begins at a word and crosses no comma. O(words of the longest phrase).
    PhraseFound match(Role role, std::span<const Token> tokens, std::size_t at) const {
        PhraseFound found;
        each(tokens, at, [&](std::size_t length, const std::vector<Entry>& entries) {
            const auto one = std::ranges::find(entries, role, &Entry::role);
            if (one != entries.end()) found = {length, one->value};
        });
        return found;
    }

    /// Whether any phrase begins at a word.
    bool begins(std::span<const Token> tokens, std::size_t at) const {
        bool any = false;
        each(tokens, at, [&](std::size_t, const std::vector<Entry>&) { any = true; });
        return any;
    }

    /// Whether the word alone does anything here.
    bool knows(std::string_view folded) const { return phrases_.contains(std::string(folded)); }
    bool knows(std::string_view folded, Role role) const {
        const auto entry = phrases_.find(std::string(folded));
        return entry != phrases_.end() && std::ranges::contains(entry->second, role, &Entry::role);
    }

private:
    struct Entry {
        Role role;
        std::string value;
    };
    boost::unordered_flat_map<std::string, std::vector<Entry>> phrases_;
    boost::unordered_flat_map<std::string, std::size_t> longest_;  // of phrases that begin with a word

    template <typename Visit>
    void each(std::span<const Token> tokens, std::size_t at, Visit visit) const {
        if (at >= tokens.size()) return;
        const auto most = longest_.find(tokens[at].folded);
        if (most == longest_.end()) return;
        std::string phrase;
        for (std::size_t length = 1; length <= most->second && at + length <= tokens.size(); ++length) {
            const Token& token = tokens[at + length - 1];
            if (length > 1 && token.before > Break::space) return;
            if (length > 1) phrase += ' ';
            phrase += token.folded;
            const auto entry = phrases_.find(phrase);
            if (entry != phrases_.end()) visit(length, entry->second);
        }
    }
};

}  // namespace kith
