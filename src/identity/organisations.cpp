#include "identity/organisations.h"

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <rapidfuzz/distance/OSA.hpp>

#include "base/text.h"

namespace kith::identity {

namespace {

/// What a law calls a company; says nothing of which one it is.
constexpr std::string_view legal_forms[] = {"ab", "ag", "as", "asa", "bv", "co", "company", "corp",
    "corporation", "cv", "eg", "ev", "gbr", "ggmbh", "gmbh", "hf", "inc", "incorporated", "kft", "kg", "kgaa",
    "kk", "lda", "limited", "llc", "llp", "lp", "ltd", "ltda", "mbh", "nv", "ohg", "oy", "oyj", "pbc", "plc",
    "pte", "pty", "pvt", "sa", "sarl", "sas", "sau", "se", "sl", "slu", "spa", "spzoo", "srl", "sro", "ug",
    "zrt"};

/// What an organisation is, where one name says it and the other doesn't.
constexpr std::string_view kinds[] = {"hospital", "clinic", "clinica", "klinik", "klinikum", "krankenhaus",
    "center", "centre", "medical", "health", "healthcare", "system", "systems", "university", "universitat",
    "universidad", "universite", "college", "school", "institute", "group", "gruppe", "grupo", "groupe",
    "holding", "holdings", "international", "global", "usa", "us", "uk", "europe", "deutschland", "germany",
    "services", "solutions", "technologies", "technology", "tech", "software", "consulting", "partners",
    "foundation", "stiftung", "association", "society", "bank", "labs", "laboratories", "studio", "studios",
    "company", "the", "software", "media", "com"};

/// Words that first letters leave out.
constexpr std::string_view small_words[] = {"a", "and", "de", "der", "des", "die", "du", "et", "for", "fur",
    "in", "la", "le", "of", "on", "the", "und", "y", "e", "di", "del", "da", "do"};

std::vector<std::string> words_of(std::string_view name) {
    std::vector<std::string> words;
    std::string word;
    const auto end_word = [&] {
        if (!word.empty()) words.push_back(std::exchange(word, {}));
    };
    const std::string folded = fold(name);
    for (std::string_view rest = folded; !rest.empty();) {
        const DecodedPoint next = decode_utf8(rest);
        const std::string_view letter = rest.substr(0, next.length);
        rest.remove_prefix(next.length);
        if (is_letter_or_digit(next.point) || is_mark(next.point)) {
            word += letter;
        } else if (next.point == '&' || next.point == '+') {
            end_word();
            words.emplace_back("and");
        } else if (next.point != '.' && next.point != '\'') {  // "S.L." is one word
            end_word();
        }
    }
    end_word();
    while (words.size() > 1 && (std::ranges::contains(legal_forms, words.back()) || words.back() == "and"))
        words.pop_back();
    return words;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : " ") + word;
    return text;
}

bool is_small(const std::string& word) {
    return std::ranges::contains(small_words, word);
}
bool is_kind(const std::string& word) {
    return std::ranges::contains(kinds, word) || is_small(word);
}

std::string first_letters(const std::vector<std::string>& words) {
    std::string letters;
    for (const std::string& word : words) {
        if (!is_small(word)) letters += first_graphemes(word, 1);
    }
    return letters;
}

bool is_abbreviation(const std::vector<std::string>& one, const std::vector<std::string>& other) {
    constexpr std::size_t fewest = 3;
    return one.size() == 1 && other.size() >= fewest && one[0].size() >= fewest &&
        first_letters(other) == one[0];
}

/// All words of the one, in their order, at the other's beginning; what is more says what it is.
bool is_longer(const std::vector<std::string>& one, const std::vector<std::string>& other) {
    const auto named = [](const std::vector<std::string>& words) {
        std::vector<std::string> kept;
        std::ranges::copy_if(
            words, std::back_inserter(kept), [](const std::string& word) { return !is_kind(word); });
        return kept;
    };
    const auto mine = named(one), theirs = named(other);
    return !mine.empty() && mine == theirs && one.size() != other.size() &&
        (mine.size() > 1 || mine[0].size() > 3);
}

OrganisationLikeness compare_words(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    if (a.empty() || b.empty()) return OrganisationLikeness::different;
    const std::string mine = joined(a), theirs = joined(b);
    if (mine == theirs) return OrganisationLikeness::same;
    if (is_longer(a, b)) return OrganisationLikeness::longer;
    if (is_abbreviation(a, b) || is_abbreviation(b, a)) return OrganisationLikeness::abbreviation;
    const std::size_t shorter = std::min(mine.size(), theirs.size());
    const std::size_t most = shorter < 6 ? 0 : shorter < 14 ? 1 : 2;
    const auto digits = [](std::string_view text) {
        std::string kept;
        std::ranges::copy_if(text, std::back_inserter(kept), [](char c) { return c >= '0' && c <= '9'; });
        return kept;
    };
    if (most > 0 && digits(mine) == digits(theirs) && rapidfuzz::osa_distance(mine, theirs, most) <= most)
        return OrganisationLikeness::typing;
    return OrganisationLikeness::different;
}

}  // namespace

std::string organisation_key(std::string_view name) {
    return joined(words_of(name));
}

OrganisationLikeness compare_organisations(std::string_view a, std::string_view b) {
    return compare_words(words_of(a), words_of(b));
}

Slices find_like_organisations(std::span<const std::string> names, std::vector<LikelyOrganisation>& found) {
    std::vector<std::vector<std::string>> words;
    boost::unordered_flat_map<std::string, std::vector<std::uint32_t>> blocks;
    for (std::uint32_t at = 0; at < names.size(); ++at) {
        words.push_back(words_of(names[at]));
        const std::vector<std::string>& mine = words.back();
        // Who shares none of these is not alike: the first word, the last that is a name, the first letters.
        const auto first = std::ranges::find_if_not(mine, is_kind);
        if (first != mine.end()) blocks["w" + first->substr(0, 4)].push_back(at);
        if (mine.size() > 1) blocks["w" + mine.back().substr(0, 4)].push_back(at);
        blocks["a" + (mine.size() == 1 ? mine[0] : first_letters(mine))].push_back(at);
        co_await next_slice;
    }
    constexpr std::size_t largest = 64;  // of a block that begins like thousands only neighbours are compared
    for (const auto& [key, members] : blocks) {
        for (std::size_t i = 0; i < members.size(); ++i) {
            for (std::size_t j = i + 1; j < std::min(members.size(), i + largest); ++j) {
                const OrganisationLikeness likeness = compare_words(words[members[i]], words[members[j]]);
                if (likeness != OrganisationLikeness::different)
                    found.push_back({members[i], members[j], likeness});
            }
            co_await next_slice;
        }
    }
    const auto order = [](const LikelyOrganisation& one) { return std::tuple(one.likeness, one.a, one.b); };
    std::ranges::sort(found, {}, order);
    const auto twice = std::ranges::unique(found, {}, order);
    found.erase(twice.begin(), twice.end());
}

}  // namespace kith::identity
