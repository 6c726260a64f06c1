// Who is named in a line, known or new.
#include <algorithm>

#include "base/text.h"
#include "planning/log/reader.h"

namespace kith {

namespace {

/// Whether its script tells capitals from small letters: only then two capitalised words are one name.
bool has_case(std::string_view text) {
    for (; !text.empty(); text.remove_prefix(decode_utf8(text).length)) {
        if (is_small_letter(decode_utf8(text).point)) return true;
    }
    return false;
}

}  // namespace

std::size_t LineReader::name_at(std::size_t at) const {
    for (std::size_t i = 0; i < names_.size(); ++i) {
        if (names_[i].begin == at) return i;
    }
    return none;
}

std::size_t LineReader::name_ending(std::size_t at) const {
    for (std::size_t i = 0; i < names_.size(); ++i) {
        if (names_[i].end == at) return i;
    }
    return none;
}

/// Whether a person is due to be named here: behind "with", "met", "send", or in a list of people.
bool LineReader::expects_person(std::size_t at) const {
    for (const WordRole role :
        {WordRole::with, WordRole::past, WordRole::from, WordRole::owe, WordRole::to}) {
        if (ends_before(role, at)) return true;
    }
    if ((ends_before(WordRole::verb, at) || ends_before(WordRole::base, at)) && !is(WordRole::article, at))
        return true;
    const bool in_list = at > 0 &&
        (is(WordRole::and_, at - 1) ? name_ending(at - 1) != none
                                    : words_[at].before == Gap::comma && name_ending(at) != none);
    const bool after_both = at > 1 && is(WordRole::and_, at - 1) && words_[at - 1].before == Gap::comma &&
        name_ending(at - 1) != none;
    return in_list || after_both;
}

/// Whether the word at the end of a name goes on as a sentence about somebody does: "Ben called", "Will and
/// Rosa", "Mark will".
bool LineReader::acts(std::size_t at) const {
    if (!inside(at)) return false;
    if (words_[at].before >= Gap::comma) return words_[at].before == Gap::comma;
    return is(WordRole::past, at) || is(WordRole::and_, at) || is(WordRole::will, at) ||
        is(WordRole::owes, at) || is(WordRole::request, at) ||
        (is(WordRole::to, at) && is(WordRole::verb, at + 1));
}

/// Whether a word that is somebody's name is meant as one: "Will" is, "will" is not, unless a person is due.
bool LineReader::believable(std::size_t at) const {
    const Word& word = words_[at];
    // A small word before "the" is a verb: "mark the date".
    if (expects_person(at)) return word.capital || !(is(WordRole::stop, at) || is(WordRole::article, at + 1));
    const bool other_meaning = table_.knows(word.folded);
    if (at == 0) return other_meaning ? word.capital && acts(at + 1) : word.capital || acts(at + 1);
    return word.capital && (!other_meaning || !clause_start(at) || acts(at + 1));
}

std::optional<LineReader::Name> LineReader::known_name(std::size_t at) const {
    std::size_t first = at;
    while (is(WordRole::title, first) && inside(first + 1) && words_[first + 1].before <= Gap::space)
        ++first;
    std::vector<std::string_view> folded;
    std::optional<Name> best;
    for (std::size_t end = first; end < words_.size() && end < first + 5; ++end) {
        if (end > first && (words_[end].before > Gap::space || words_[end].folded == "'s")) break;
        folded.push_back(words_[end].folded);
        auto matches = context_.names.find(folded, context_.contacts);
        if (matches.empty()) break;
        const bool whole = end > first &&
            std::any_of(words_.begin() + static_cast<std::ptrdiff_t>(first),
                words_.begin() + static_cast<std::ptrdiff_t>(end) + 1,
                [&](const Word& word) { return word.capital || !table_.knows(word.folded); });
        if (end == first ? !believable(first) : !whole) continue;
        best = Name{.begin = at, .end = end + 1, .matches = std::move(matches)};
    }
    return best;
}

/// A run of capitalised words, with what joins them ("van der"), where a person is due; or, right behind
/// "with", a single small word that does nothing else in a line.
std::optional<LineReader::Name> LineReader::unknown_name(std::size_t at) const {
    std::size_t first = at;
    while (is(WordRole::title, first))
        ++first;
    if (!inside(first)) return std::nullopt;
    const auto capital = [&](std::size_t i) {
        return inside(i) && words_[i].capital && !table_.knows(words_[i].folded) && !words_[i].quoted;
    };
    // "Jan" is a month only with a day or a year.
    const bool month_name =
        words_[first].capital && is(WordRole::month, first) && !date(first, DateDirection::past);
    const bool subject = at == 0 && capital(0) && acts(1) && words_[1].before <= Gap::space;
    const bool expected = expects_person(at) && !ends_before(WordRole::to, at);
    if (!subject && !expected && first == at) return std::nullopt;
    if (!capital(first) && !month_name) {
        const bool plain = ends_before(WordRole::with, at) && !table_.knows(words_[first].folded) &&
            words_[first].folded.size() > 1 && !words_[first].quoted &&
            decode_utf8(words_[first].folded).point > U'9';
        return plain ? std::optional(Name{.begin = at, .end = first + 1}) : std::nullopt;
    }
    std::size_t end = first + 1;
    for (std::size_t i = end; inside(i) && words_[i].before <= Gap::space && i < first + 6; ++i) {
        if (capital(i))
            end = i + 1;
        else if (!is(WordRole::particle, i))
            break;
    }
    return Name{.begin = at, .end = end};
}

void LineReader::find_names() {
    for (std::size_t at = 0; at < words_.size();) {
        if (words_[at].quoted) {
            ++at;
            continue;
        }
        if (const DatePhrase phrase = date(at, DateDirection::past); phrase.length > 1) {
            at += phrase.length;
            continue;
        }
        auto name = known_name(at);
        if (name && inside(name->end) && words_[name->end].before <= Gap::space &&
            words_[name->end].capital && words_[name->end].folded != "'s" &&
            name->matches.front().fit < NameFit::full && !table_.knows(words_[name->end].folded) &&
            !context_.names.has(words_[name->end].folded) && has_case(text(name->begin, name->end))) {
            // "Ben Smith", while only Ben Okafor is known: somebody new, perhaps.
            while (inside(name->end) && words_[name->end].before <= Gap::space && words_[name->end].capital &&
                !table_.knows(words_[name->end].folded))
                ++name->end;
            for (NameMatch& one : name->matches)
                one.fit = NameFit::none;
        }
        if (!name) name = unknown_name(at);
        if (!name) {
            ++at;
            continue;
        }
        name->possessive =
            inside(name->end) && words_[name->end].folded == "'s" && !is(WordRole::will, name->end);
        at = name->end;
        names_.push_back(std::move(*name));
    }
    person_of_name_.assign(names_.size(), none);
}

/// The person a name stands for, in the reading: the same one for the same name.
std::size_t LineReader::person_index(std::size_t index, bool took_part) {
    if (person_of_name_[index] != none) {
        reading_.people[person_of_name_[index]].took_part |= took_part;
        return person_of_name_[index];
    }
    const Name& name = names_[index];
    PersonGuess guess;
    guess.range = range(name.begin, name.end);
    guess.name = text(name.begin, name.end);
    guess.took_part = took_part;
    for (const NameMatch& one : name.matches) {
        if (one.fit != NameFit::none && !guess.person)
            guess.person = one.person;
        else
            guess.alternatives.push_back(one.person);
    }
    for (std::size_t i = 0; i < reading_.people.size(); ++i) {
        PersonGuess& other = reading_.people[i];
        const bool same = guess.person ? other.person == guess.person
                                       : !other.person && fold(other.name) == fold(guess.name);
        if (!same) continue;
        other.took_part |= took_part;
        return person_of_name_[index] = i;
    }
    reading_.people.push_back(std::move(guess));
    return person_of_name_[index] = reading_.people.size() - 1;
}

void LineReader::take_participants() {
    for (std::size_t i = 0; i < names_.size(); ++i) {
        const Name& name = names_[i];
        if (name.possessive || !free(name.begin)) continue;
        person_index(i, true);
        mark(name.begin, name.end, Use::person);
        // What joins people: "with", "and".
        for (std::size_t before = name.begin; before > 0; --before) {
            const bool joins = is(WordRole::with, before - 1) || is(WordRole::and_, before - 1) ||
                is(WordRole::from, before - 1) || is(WordRole::to, before - 1);
            if (!joins || !free(before - 1)) break;
            mark(before - 1, before, Use::join);
        }
    }
}

}  // namespace kith
