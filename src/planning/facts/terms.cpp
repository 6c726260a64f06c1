#include "planning/facts/terms.h"

#include <algorithm>

#include "base/text.h"

namespace kith {

namespace {

// Words that would match anything.
constexpr std::string_view little_words[] = {"about", "advice", "and", "any", "are", "can", "for", "from",
    "get", "good", "have", "help", "her", "his", "how", "into", "introduction", "look", "looking", "more",
    "new", "not", "of", "off", "on", "or", "our", "out", "people", "someone", "some", "that", "the", "their",
    "them", "this", "to", "use", "with", "work", "your"};

// What may follow a word of four letters that is still the same: "lead", "leader", "leadership".
constexpr std::string_view endings[] = {
    "s", "er", "ers", "ed", "ing", "ership", "ly", "al", "ist", "ment", "ion", "ions"};

}  // namespace

std::vector<std::string> terms_of(std::string_view text) {
    std::vector<std::string> terms;
    const std::string folded = fold(text);
    std::string word;
    const auto finish = [&] {
        if (word.size() > 4 && word.ends_with('s') && !word.ends_with("ss")) word.pop_back();
        const bool ascii_short =
            word.size() < 3 && !word.empty() && static_cast<unsigned char>(word[0]) < 0x80;
        if (!word.empty() && !ascii_short && !std::ranges::contains(little_words, word))
            terms.push_back(word);
        word.clear();
    };
    for (std::string_view rest = folded; !rest.empty();) {
        const auto [point, length] = decode_utf8(rest);
        if (is_letter_or_digit(point) || is_mark(point))
            word += rest.substr(0, length);
        else
            finish();
        rest.remove_prefix(length);
    }
    finish();
    std::ranges::sort(terms);
    terms.erase(std::ranges::unique(terms).begin(), terms.end());
    return terms;
}

bool alike(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) std::swap(a, b);
    if (!b.starts_with(a)) return false;
    if (a.size() == b.size()) return true;
    std::size_t letters = 0;
    for (std::string_view rest = a; !rest.empty();) {
        const auto [point, length] = decode_utf8(rest);
        letters += point >= 0x2E80 ? 3 : 1;
        rest.remove_prefix(length);
    }
    return letters >= 5 || (letters == 4 && std::ranges::contains(endings, b.substr(a.size())));
}

bool shares_term(std::span<const std::string> wanted, std::string_view text) {
    if (wanted.empty() || text.empty()) return false;
    const auto terms = terms_of(text);
    return std::ranges::any_of(wanted, [&](const std::string& one) {
        return std::ranges::any_of(terms, [&](const std::string& other) { return alike(one, other); });
    });
}

bool has_all_terms(std::span<const std::string> wanted, std::string_view text) {
    if (wanted.empty() || text.empty()) return false;
    const auto terms = terms_of(text);
    return std::ranges::all_of(wanted, [&](const std::string& one) {
        return std::ranges::any_of(terms, [&](const std::string& other) { return alike(one, other); });
    });
}

bool TermMatcher::operator()(std::string_view text) {
    if (wanted_.empty() || text.empty()) return false;
    const auto [at, fresh] = known_.try_emplace(text, false);
    if (fresh) at->second = shares_term(wanted_, text);
    return at->second;
}

}  // namespace kith
