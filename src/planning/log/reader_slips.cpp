// Names that are not written out, or not as they are spelt.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "days/words.h"
#include "model/fields.h"
#include "planning/log/reader.h"

namespace kith {

namespace {

/// Whether one letter was hit beside the other on a keyboard, of QWERTY, QWERTZ or AZERTY. Other letters than
/// those make another name: "Maria" is not "Marta".
bool next_to_each_other(std::string_view a, std::string_view b) {
    static constexpr std::array<std::string_view, 9> rows = {"qwertyuiop", "qwertzuiop", "azertyuiop",
        "asdfghjkl", "qsdfghjklm", "zxcvbnm", "yxcvbnm", "aqzsxdcfvgbhnjmk", "wsedrftgyhujikol"};
    const auto [in_a, in_b] = std::ranges::mismatch(a, b);
    if (in_a == a.end() || in_b == b.end()) return true;
    return std::ranges::any_of(rows, [&](std::string_view row) {
        const std::size_t one = row.find(*in_a);
        const std::size_t other = row.find(*in_b);
        return one != std::string_view::npos && other != std::string_view::npos &&
            std::max(one, other) - std::min(one, other) == 1;
    });
}

/// Whether one is the other with a letter behind it: "Emily" is not "Emil", but "Rosaa" is Rosa.
bool other_ending(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) std::swap(a, b);
    return b.size() == a.size() + 1 && b.starts_with(a) && b.back() != a.back();
}

/// Whether a letter stands for another, and none is missing, doubled or swapped.
bool is_replaced(std::string_view a, std::string_view b) {
    return a.size() == b.size() && !one_slip_apart(a, b, false);
}

}  // namespace

/// "Ana M.", "S. Ellis": those whose other name begins so.
std::optional<LineReader::Name> LineReader::with_initial(std::size_t at) const {
    if (!inside(at + 1) || (words_[at + 1].before > Gap::space && !words_[at].dot_behind))
        return std::nullopt;
    const bool me = is(WordRole::i, at + 1) && !words_[at + 1].dot_behind;  // "told Ken I'd go"
    const bool family = is_initial(words_[at + 1]) && words_[at].capital && !me;
    const bool given = is_initial(words_[at]) && words_[at].dot_behind && words_[at + 1].capital;
    if (family == given) return std::nullopt;
    const std::string_view said = words_[given ? at + 1 : at].folded;
    const std::string_view initial = words_[given ? at : at + 1].folded;
    auto matches = context_.names.find(std::span(&said, 1), context_.contacts);
    std::erase_if(matches, [&](const NameMatch& one) {
        const auto other =
            context_.workspace.text(one.person, given ? person::given_name : person::family_name);
        return !fold(other).starts_with(initial) ||
            (given ? one.fit != NameFit::family : one.fit != NameFit::given);
    });
    if (matches.empty()) return std::nullopt;
    for (NameMatch& one : matches)
        one.fit = NameFit::full;
    return Name{.begin = at, .end = at + 2, .matches = std::move(matches)};
}

/// Both words of a full name, one of which has a slip: "Tom Waker", "Eml Krüger".
std::optional<LineReader::Name> LineReader::misspelt_in_full(std::size_t at) const {
    if (!inside(at + 1) || words_[at + 1].before > Gap::space || words_[at + 1].quoted) return std::nullopt;
    const Word& first = words_[at];
    const Word& last = words_[at + 1];
    if (first.capital != last.capital || knows(first.folded) || knows(last.folded) || org_end_[at + 1] > 0)
        return std::nullopt;
    std::vector<NameMatch> found;
    const auto look_for = [&](std::string_view given, std::string_view family) {
        const std::string_view both[] = {given, family};
        for (const NameMatch& one : context_.names.find(both, context_.contacts))
            found.push_back(one);
    };
    if (context_.names.is_given(first.folded)) {
        for (const std::string& meant : context_.names.respelt(last.folded))
            look_for(first.folded, meant);
    } else if (context_.names.is_family(last.folded)) {
        for (const std::string& meant : context_.names.respelt(first.folded)) {
            if (context_.names.is_given(meant)) look_for(meant, last.folded);
        }
    }
    if (found.empty()) return std::nullopt;
    return Name{.begin = at, .end = at + 2, .matches = std::move(found), .slip = true};
}

/// A first name with one slip of the finger, where a person is due and nothing else explains the word. It is asked
/// about.
std::optional<LineReader::Name> LineReader::misspelt(std::size_t at) const {
    const Word& word = words_[at];
    if (word.quoted || word.folded[0] <= '9' || word.folded.size() < 4) return std::nullopt;
    if (knows(word.folded) || is_common(word.folded)) return std::nullopt;
    const bool led =
        ends_before(WordRole::with, at) || ends_before(WordRole::to, at) || ends_before(WordRole::from, at);
    if (word.capital) {
        if (!expects_person(at) && !(clause_start(at) && acts(at + 1))) return std::nullopt;
        if (inside(at + 1) && words_[at + 1].before <= Gap::space && words_[at + 1].capital &&
            !knows(words_[at + 1].folded))
            return std::nullopt;  // somebody else's full name
    } else {
        // A small word may be any word of the language: a name only where nothing goes on from it.
        const bool said_of = clause_start(at) && inside(at + 1) && words_[at + 1].before <= Gap::space &&
            is(WordRole::past, at + 1);
        const bool met = expects_person(at) && (ends_here(at + 1) || is(WordRole::for_, at + 1));
        if (!(led && ends_here(at + 1)) && !met && !said_of) return std::nullopt;
        if (table_.is(WordRole::small, word.folded)) return std::nullopt;
    }
    std::vector<NameMatch> found;
    for (const std::string& meant : context_.names.respelt(word.folded)) {
        if (!context_.names.is_given(meant) || meant[0] != word.folded[0]) continue;
        if (is_replaced(word.folded, meant) && !next_to_each_other(word.folded, meant)) continue;
        const std::string_view one = meant;
        for (NameMatch match : context_.names.find(std::span(&one, 1), context_.contacts)) {
            if (match.fit != NameFit::given) continue;
            if (other_ending(word.folded, meant)) match.fit = NameFit::none;
            found.push_back(match);
        }
    }
    std::ranges::stable_sort(found, std::ranges::greater{}, &NameMatch::fit);
    if (found.empty() || (!word.capital && found.front().fit == NameFit::none)) return std::nullopt;
    if (word.folded.size() < 5 && found.size() > 1) return std::nullopt;
    return Name{.begin = at, .end = at + 1, .matches = std::move(found), .slip = true};
}

}  // namespace kith
