// Who is named in a line, known or new.
#include <algorithm>

#include "base/text.h"
#include "model/fields.h"
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

/// Whether a word ends as plurals do: "lawyers", "biscuits", but "jonas" and "chris" don't.
bool is_plural(std::string_view word) {
    return word.size() > 3 && word.ends_with('s') &&
        !std::string_view("aious").contains(word[word.size() - 2]);
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
        const Name& name = names_[i];
        if (at == name.end || (at > name.end && (at == name.details_end || at == name.aside_end))) return i;
    }
    return none;
}

bool LineReader::knows(std::string_view folded) const {
    return table_.knows(folded) || days_.knows(folded);
}

/// The organisation whose whole name begins at a word, and its length.
NameIndex::OrganisationMatch LineReader::organisation_at(std::size_t at) const {
    if (at >= words_.size()) return {};
    std::size_t end = at;
    while (end < words_.size() && end < at + 8 &&
        (end == at || words_[end].before <= Gap::space || words_[end - 1].folded.size() <= 2))
        ++end;
    return context_.names.organisation(std::span(words_).subspan(at, end - at));
}

/// Names that stand whole are found first: organisations and people's full names. No word in them is a day, a verb
/// or another name.
void LineReader::find_whole_names() {
    org_end_.assign(words_.size(), 0);
    orgs_.assign(words_.size(), RecordId{});
    for (std::size_t at = 0; at < words_.size();) {
        std::size_t end = at;
        if (!words_[at].quoted) {
            const std::size_t full = full_name_end(at);
            const auto organisation = organisation_at(at);
            const bool lone = organisation.length == 1 &&
                !(ends_before(WordRole::at, at) ||
                    (at > 0 && is(WordRole::article, at - 1) && ends_before(WordRole::at, at - 1)));
            const bool common = organisation.length == 1 &&
                (context_.names.has(words_[at].folded) || knows(words_[at].folded));
            if (organisation.whole && at + organisation.length > full && !(lone && common)) {
                end = at + organisation.length;
                org_end_[at] = end;
                orgs_[at] = organisation.organisation;
            } else if (full > at) {
                end = full;
            }
        }
        if (end > at) taken_.emplace_back(words_[at].begin, words_[end - 1].end);
        at = std::max(end, at + 1);
    }
}

/// "at", "from", "@" and the like before it: a place or an employer is due.
bool LineReader::led_to_place(std::size_t at) const {
    std::size_t before = at;
    if (before > 0 && is(WordRole::article, before - 1)) --before;
    return ends_before(WordRole::at, before) || ends_before(WordRole::from, before) ||
        ends_before(WordRole::of, before) || ends_before(WordRole::in, before) ||
        (at < words_.size() && words_[at].opened);
}

/// The end of somebody's full name that begins here; 0 if none does.
std::size_t LineReader::full_name_end(std::size_t at) const {
    std::vector<std::string_view> folded;
    std::size_t best = 0;
    for (std::size_t end = at; end < words_.size() && end < at + 6; ++end) {
        if (end > at && (words_[end].before > Gap::space || words_[end].folded == "'s")) break;
        folded.push_back(words_[end].folded);
        const auto matches = context_.names.find(folded, context_.contacts);
        if (matches.empty()) break;
        if (end == at) continue;
        // "will may" is no name, "Will May" may be one.
        const bool named = std::any_of(words_.begin() + static_cast<std::ptrdiff_t>(at),
            words_.begin() + static_cast<std::ptrdiff_t>(end) + 1,
            [&](const Word& word) { return word.capital || !knows(word.folded); });
        if (named) best = end + 1;
    }
    return best;
}

/// Whether a person is due to be named here: behind "with", "met", "send", or in a list of people.
bool LineReader::expects_person(std::size_t at) const {
    // "Email from Ben", but "a postcard to Ben from Lisbon"
    if (ends_before(WordRole::from, at) && !from_place(at)) return true;
    if (at > 0 && words_[at - 1].folded == "promised" && words_[at].before <= Gap::space) return true;
    for (const WordRole role :
        {WordRole::with, WordRole::past, WordRole::owe, WordRole::to, WordRole::introduce,
            WordRole::introducer, WordRole::called, WordRole::relation, WordRole::wait}) {
        if (ends_before(role, at)) return true;
    }
    if ((ends_before(WordRole::verb, at) || ends_before(WordRole::base, at)) && !is(WordRole::article, at))
        return true;
    if (at > 0 && is(WordRole::article, at - 1) && words_[at].before <= Gap::space && words_[at].capital)
        return expects_person(at - 1) || in_list(at - 1);  // "met a Petra Malá"
    return in_list(at) || opens_list(at);
}

/// Whether "from" leads to where something came from rather than to who sent it.
bool LineReader::from_place(std::size_t at) const {
    for (const Name& name : names_) {
        bool same_clause = true;
        for (std::size_t i = name.end; i < at; ++i)
            same_clause = same_clause && words_[i].before < Gap::comma;
        if (same_clause && name.end <= at) return true;
    }
    return false;
}

bool LineReader::in_list(std::size_t at) const {
    if (at == 0) return false;
    const bool joined = is(WordRole::and_, at - 1)
        ? name_ending(at - 1) != none
        : words_[at].before == Gap::comma && name_ending(at) != none;
    const bool after_both = at > 1 && is(WordRole::and_, at - 1) && words_[at - 1].before == Gap::comma &&
        name_ending(at - 1) != none;
    return joined || after_both;
}

/// "Dinner on 21 November: Olu, Nadia": what a colon opens.
bool LineReader::opens_list(std::size_t at) const {
    return at > 0 && words_[at].before == Gap::stop && colon_before(at) && names_.empty() &&
        words_[at].capital;
}

/// Whether the word at the end of a name goes on as a sentence about somebody does: "Ben called", "Will and
/// Rosa", "Mark will".
bool LineReader::acts(std::size_t at) const {
    if (!inside(at)) return false;
    if (const std::size_t behind = aside_end(at); behind > 0) return is_predicate(behind);
    // "Tara Singh of Tata, who leads analytics, called"
    if (words_[at].before <= Gap::space && (is(WordRole::of, at) || is(WordRole::from, at))) {
        const std::size_t employer = employer_end(at + 1);
        return employer > 0 && inside(employer) &&
            (words_[employer].before == Gap::comma || is_predicate(employer));
    }
    if (words_[at].before >= Gap::comma) return words_[at].before == Gap::comma;
    return is_predicate(at);
}

bool LineReader::is_predicate(std::size_t at) const {
    if (!inside(at)) return false;
    return is(WordRole::past, at) || is(WordRole::and_, at) || is(WordRole::will, at) ||
        is(WordRole::owes, at) || is(WordRole::request, at) || is(WordRole::introduce, at) ||
        is(WordRole::need, at) || is(WordRole::ahead, at) ||
        (is(WordRole::to, at) && is(WordRole::verb, at + 1)) || ends_like_verb(at);
}

bool LineReader::ends_like_verb(std::size_t at) const {
    return words_[at].folded.size() > 4 && words_[at].folded.ends_with("ed") && !words_[at].capital;
}

/// Whether a word that is somebody's name is meant as one: "Will" is, "will" is not, unless a person is due.
bool LineReader::believable(std::size_t at) const {
    const Word& word = words_[at];
    const bool other_meaning = knows(word.folded);
    // A small word before "the" is a verb: "mark the date".
    if (expects_person(at))
        return word.capital || !(is(WordRole::stop, at) || (other_meaning && is(WordRole::article, at + 1)));
    if (at == 0)
        return other_meaning ? word.capital && acts(at + 1)
                             : word.capital || acts(at + 1) || !is_common(word.folded);
    return word.capital ? !other_meaning || !clause_start(at) || acts(at + 1)
                        : !other_meaning && !is_common(word.folded);
}

std::optional<LineReader::Name> LineReader::known_name(std::size_t at) const {
    std::size_t first = at;
    while (is(WordRole::title, first) && inside(first + 1) && words_[first + 1].before <= Gap::space)
        ++first;
    if (const auto initial = with_initial(first)) return initial;
    std::vector<std::string_view> folded;
    std::optional<Name> best;
    for (std::size_t end = first; end < words_.size() && end < first + 6; ++end) {
        if (end > first && (words_[end].before > Gap::space || words_[end].folded == "'s")) break;
        folded.push_back(words_[end].folded);
        auto matches = context_.names.find(folded, context_.contacts);
        if (matches.empty()) break;
        const bool whole = end > first &&
            std::any_of(words_.begin() + static_cast<std::ptrdiff_t>(first),
                words_.begin() + static_cast<std::ptrdiff_t>(end) + 1,
                [&](const Word& word) { return word.capital || !knows(word.folded); });
        if (end == first ? !believable(first) : !whole) continue;
        best = Name{.begin = at, .end = end + 1, .matches = std::move(matches)};
    }
    // A day's name alone is nobody's family name: "about Friday", where a Dean Friday is known.
    if (best && best->begin == first && best->end == first + 1 && days_.knows(words_[first].folded) &&
        best->matches.front().fit == NameFit::family)
        best.reset();
    if (!best || (best->end == first + 1 && best->begin == first)) {
        if (auto full = misspelt_in_full(first)) return full;
    }
    return best ? best : misspelt(at);
}

/// A run of capitalised words, with what joins them ("van der"), where a person is due; or, right behind
/// "with", a single small word that does nothing else in a line.
std::optional<LineReader::Name> LineReader::unknown_name(std::size_t at) const {
    std::size_t first = at;
    while (is(WordRole::title, first) && inside(first + 1) && words_[first + 1].before <= Gap::space)
        ++first;
    if (!inside(first)) return std::nullopt;
    if (at > 0 && match(WordRole::sign_off, at - 1).value == "greeting") return std::nullopt;  // to me
    const auto capital = [&](std::size_t i) {
        return inside(i) && words_[i].capital && !words_[i].quoted && org_end_[i] == 0 &&
            words_[i].folded.size() > 1 && words_[i].folded[0] != '\'' &&
            !table_.is(WordRole::no_person, words_, i) &&
            (!knows(words_[i].folded) || context_.names.has(words_[i].folded)) &&
            !(i == at && table_.begins(words_, i));
    };
    const bool month_name = words_[first].capital && days_.match(DayRole::month, words_, first) &&
        !date(first, DateDirection::past);
    const bool subject = clause_start(at) && capital(at) && acts(at + 1) && words_.size() > at + 1 &&
        (words_[at + 1].before <= Gap::space || aside_end(at + 1) > 0) && !is(WordRole::and_, at + 1);
    const bool two = capital(first) && capital(first + 1) && words_[first + 1].before <= Gap::space;
    const bool role =
        two && at > 0 && (is_role(at - 1) || is(WordRole::relation, at - 1)) && words_[at].before < Gap::stop;
    const bool apposed = two && at > 0 && words_[at].before == Gap::comma && behind_role_at_employer(at);
    const bool subject_of_two = two && clause_start(at) && inside(first + 2) && acts(first + 2);
    const bool signed_ = signed_at(at);
    const bool after_to = ends_before(WordRole::to, at) && !ends_before(WordRole::introduce, at) &&
        !ends_before(WordRole::past, at);
    const bool expected = expects_person(at) && (!after_to || two) && !speaks_of_family(at) &&
        (!ends_before(WordRole::from, at) || comes_from_somebody(at)) && !opens_list(at);
    if (!subject && !subject_of_two && !expected && !role && !apposed && !signed_ && first == at)
        return std::nullopt;
    if (!capital(first) && !month_name) {
        const std::string& word = words_[first].folded;
        const bool plain = ends_before(WordRole::with, at) && !knows(word) && word.size() > 2 &&
            !words_[first].quoted && !words_[first].capital &&
            !table_.is(WordRole::no_person, words_, first) && !word.ends_with("ing") &&
            org_end_[first] == 0 && decode_utf8(word).point > U'9' && lower_case() && ends_here(first + 1) &&
            !is_plural(word) && !table_.is(WordRole::small, word);
        return plain ? std::optional(Name{.begin = at, .end = first + 1, .slip = true}) : std::nullopt;
    }
    std::size_t end = first + 1;
    for (std::size_t i = end; inside(i) && words_[i].before <= Gap::space && i < first + 6; ++i) {
        std::size_t next = i;  // past "van der"
        while (is(WordRole::particle, next) && inside(next + 1) && words_[next + 1].before <= Gap::space)
            ++next;
        if (!capital(next) || date(next, DateDirection::past)) break;
        end = next + 1;
        i = next;
    }
    // "The Moraleses" are several.
    if (at > 0 && words_[at - 1].folded == "the" && end == first + 1 && words_[first].folded.ends_with('s'))
        return std::nullopt;
    const bool thing = end == first + 1 && first == at && at > 0 && !in_list(at) &&
        (is(WordRole::of_thing, at - 1) || words_[at - 1].folded == "visited" ||
            (is(WordRole::article, at - 1) && words_[at - 1].capital));
    if (thing) return std::nullopt;  // "visited Prague", "read Middlemarch", "saw The Crown"
    // A weekday's name alone is nobody's, unless it is somebody's first name.
    if (end == first + 1 && days_.match(DayRole::weekday, words_, first) &&
        !context_.names.is_given(words_[first].folded))
        return std::nullopt;
    if (is_body(first, end) || (end == first + 1 && is_acronym(first))) return std::nullopt;
    // A word alone behind "from" or "saw" may be a firm or a play as well.
    const bool unsure = end == first + 1 && first == at &&
        (ends_before(WordRole::from, at) || (at > 0 && words_[at - 1].folded == "saw"));
    return Name{.begin = at, .end = end, .slip = unsure};
}

/// Whether those words name a firm in place of a person: "met Acme Ltd", "Bella & Co", "the Oxfam people".
bool LineReader::is_body(std::size_t begin, std::size_t end) const {
    if (end > begin + 1 && table_.is(WordRole::body, words_[end - 1].folded) &&
        !context_.names.is_family(words_[end - 1].folded))
        return true;
    if (!inside(end) || words_[end].before > Gap::space) return false;
    if (table_.is(WordRole::body, words_[end].folded)) return true;
    return (words_[end].folded == "&" || words_[end].folded == "and") && inside(end + 1) &&
        words_[end + 1].before <= Gap::space && words_[end + 1].capital &&
        table_.is(WordRole::body, words_[end + 1].folded);
}

/// "IBM", where not all is written so; "JP" behind "with" is somebody.
bool LineReader::is_acronym(std::size_t at) const {
    const std::string said = text(at, at + 1);
    const bool small = has_case(said) || said.size() < 2;
    const bool initials = said.size() == 2 && ends_before(WordRole::with, at);
    return !small && !initials && static_cast<unsigned char>(said[0]) < 0x80 && has_case(reading_.line);
}

/// The end of a message: "Best, Clara Voss".
bool LineReader::signed_at(std::size_t at) const {
    if (!inside(at) || words_[at].before < Gap::comma || !words_[at].capital) return false;
    const std::size_t left = words_.size() - at;
    return left <= 3 && ends_with_sign_off(at) &&
        std::all_of(words_.begin() + static_cast<std::ptrdiff_t>(at), words_.end(),
            [](const Word& word) { return word.capital && word.folded.size() > 1; });
}

bool LineReader::ends_with_sign_off(std::size_t at) const {
    return at > 0 && table_.is(WordRole::sign_off, words_[at - 1].folded) &&
        match(WordRole::sign_off, at - 1).value.empty() &&
        (at == 1 || words_[at - 1].before >= Gap::comma || at == 2 || words_[at - 2].before >= Gap::comma);
}

/// "Her husband Sam is a dentist" speaks of Sam; "met her husband Sam" meets him.
bool LineReader::speaks_of_family(std::size_t at) const {
    if (ends_before(WordRole::called, at) && at > 1 && table_.is(WordRole::state, words_[at - 2].folded))
        return true;
    if (!ends_before(WordRole::relation, at)) return false;
    std::size_t begin = at - 1;
    while (begin > 0 && words_[begin].before <= Gap::space && !clause_start(begin) && begin + 3 > at &&
        !expects_person(begin))
        --begin;
    return clause_start(begin) && !in_list(begin);
}

/// "A recruiter at Accenture, Kwame Boateng"
bool LineReader::behind_role_at_employer(std::size_t at) const {
    std::size_t begin = at;
    while (begin > 0 && words_[begin - 1].capital && begin + 4 > at)
        --begin;
    return begin < at && begin > 1 && (is(WordRole::at, begin - 1) || is(WordRole::of, begin - 1)) &&
        is_role(begin - 2);
}

/// Whether "from" in front of a word tells who sent something: "email from", "heard from", not "moved from".
bool LineReader::comes_from_somebody(std::size_t at) const {
    for (std::size_t i = at; i-- > 0;) {
        if (is(WordRole::kind, i) || is(WordRole::weak, i) || is(WordRole::past, i) ||
            is(WordRole::introducer, i) || is(WordRole::wait, i) ||
            table_.is(WordRole::reach, words_[i].folded))
            return true;
        if (words_[i].before >= Gap::comma) return false;
    }
    return false;
}

bool LineReader::lower_case() const {
    return std::ranges::none_of(words_, [](const Word& word) { return word.capital && word.begin > 0; });
}
/// Whether nothing goes on from a name: the end, a comma, or what begins something else.
bool LineReader::ends_here(std::size_t at) const {
    return !inside(at) || words_[at].before > Gap::space || is(WordRole::about, at) ||
        is(WordRole::and_, at) || is(WordRole::at, at) || is(WordRole::in, at) || is(WordRole::by, at) ||
        date(at, DateDirection::past) || is(WordRole::i, at) || is(WordRole::female, at) ||
        is(WordRole::male, at) || is(WordRole::any, at);
}

void LineReader::find_names() {
    find_whole_names();
    find_phrases_of_days();
    for (std::size_t at = 0; at < words_.size();) {
        if (words_[at].quoted) {
            ++at;
            continue;
        }
        if (org_end_[at] > 0) {
            at = org_end_[at];
            continue;
        }
        if (const std::size_t rhythm = rhythm_end(at); rhythm > at) {
            at = rhythm;
            continue;
        }
        // "May" behind "with" is somebody, "in May" and "2 May" are not.
        if (const DatePhrase phrase = date(at, DateDirection::past);
            phrase.length > 1 || (phrase && !expects_person(at))) {
            at += phrase.length;
            continue;
        }
        auto name = known_name(at);
        // The point of "Ana S." ends nothing.
        if (name && inside(name->end) && is_initial(words_[name->end - 1]) &&
            words_[name->end - 1].dot_behind && !words_[name->end].capital &&
            words_[name->end].begin <= words_[name->end - 1].end + 2)
            words_[name->end].before = Gap::space;
        if (name && !name->slip && is_somebody_new(*name)) {
            // Two names that nobody has together are somebody new, though each half may be known from others.
            do
                ++name->end;
            while (is_somebody_new(*name));
            for (NameMatch& one : name->matches)
                one.fit = NameFit::none;
        }
        if (name && name->matches.front().fit != NameFit::full && is_body(name->begin, name->end)) {
            at = name->end;
            while (inside(at) && words_[at].before <= Gap::space && words_[at].capital)
                ++at;
            continue;
        }
        if (!name) name = unknown_name(at);
        if (!name || is_me(*name)) {
            at = name ? name->end : at + 1;
            continue;
        }
        name->possessive =
            inside(name->end) && words_[name->end].folded == "'s" && !is(WordRole::will, name->end);
        names_.push_back(std::move(*name));
        read_details(names_.back());
        read_aside(names_.back());
        at = std::max({names_.back().end, names_.back().details_end, names_.back().aside_end});
    }
    person_of_name_.assign(names_.size(), none);
}

/// Whether the name goes on in a word that belongs to nobody of that first name.
bool LineReader::is_somebody_new(const Name& name) const {
    if (!inside(name.end) || words_[name.end].before > Gap::space || !words_[name.end].capital ||
        words_[name.end].quoted)
        return false;
    const Word& next = words_[name.end];
    if (name.matches.front().fit == NameFit::full || next.folded == "'s" || next.folded.size() < 2)
        return false;
    if (org_end_[name.end] > 0 && !context_.names.is_family(next.folded)) return false;
    if (!has_case(text(name.begin, name.end)) || next.folded[0] <= '9') return false;
    if (!has_case(text(name.end, name.end + 1)) && !context_.names.is_family(next.folded))
        return false;  // "Mei CV"
    if (date(name.end, DateDirection::past) && !context_.names.is_family(next.folded)) return false;
    // Two first names, of two people.
    if (context_.names.is_given(next.folded) && !context_.names.is_family(next.folded)) return false;
    return !knows(next.folded) || context_.names.is_family(next.folded);
}

/// Whoever writes the line is nobody in it.
bool LineReader::is_me(const Name& name) const {
    if (!name.matches.empty()) return false;
    const RecordId me = self(context_.workspace);
    if (!me) return false;
    const std::string given = fold(context_.workspace.text(me, person::given_name));
    const std::string family = fold(context_.workspace.text(me, person::family_name));
    const std::string said = fold(text(name.begin, name.end));
    return !said.empty() && (said == given || said == given + " " + family);
}

/// The person a name stands for, in the reading: the same one for the same name, and for the first name of one who
/// was named in full before.
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
    guess.doubtful = name.slip;
    const std::size_t said = std::max({name.end, name.details_end, name.aside_end});
    guess.said_until = words_[said - 1].end;
    guess.organisation = name.organisation;
    guess.role = name.role;
    const NameFit best = name.matches.empty() ? NameFit::none : name.matches.front().fit;
    for (const NameMatch& one : name.matches) {
        if (one.fit != NameFit::none && !guess.person)
            guess.person = one.person;
        else
            guess.alternatives.push_back(one.person);
        if (one.person != guess.person && one.fit == best && best != NameFit::none) guess.doubtful = true;
    }
    for (std::size_t i = 0; i < reading_.people.size(); ++i) {
        PersonGuess& other = reading_.people[i];
        const bool meant_again = guess.person && guess.doubtful && !name.slip && other.person &&
            !other.doubtful &&
            (other.person == guess.person || std::ranges::contains(guess.alternatives, other.person));
        const bool first_name = !other.person && fold(other.name).starts_with(fold(guess.name) + " ");
        const bool same = guess.person && !meant_again && !first_name
            ? other.person == guess.person
            : meant_again || first_name || (!other.person && fold(other.name) == fold(guess.name));
        if (!same) continue;
        other.took_part |= took_part;
        return person_of_name_[index] = i;
    }
    reading_.people.push_back(std::move(guess));
    return person_of_name_[index] = reading_.people.size() - 1;
}

/// Whether the line only speaks of somebody: "Ana S. didn't", "without Omar", "she told me Emil left", "Liz told her".
bool LineReader::is_spoken_of(std::size_t index) const {
    const Name& name = names_[index];
    const bool quoted = name.begin > 1 && words_[name.begin - 2].quoted;  // '"Come on Monday," said Bella'
    if ((ends_before(WordRole::reported, name.begin) && !quoted) || ends_before(WordRole::apart, name.begin))
        return true;
    // "without Omar and Ken"
    if (index > 0 && in_list(name.begin) &&
        name_ending(name.begin - (is(WordRole::and_, name.begin - 1) ? 1 : 0)) == index - 1 &&
        ends_before(WordRole::apart, names_[index - 1].begin))
        return true;
    if (!inside(name.end) || words_[name.end].before > Gap::space) return false;
    const bool others = std::ranges::any_of(
        names_, [&](const Name& one) { return one.begin < name.begin && !one.possessive; });
    if (!others) return false;
    if (is(WordRole::absent, name.end)) return true;
    const std::size_t next = name.end + 1;
    return match(WordRole::reach, name.end).value == "tell" &&
        (is(WordRole::female, next) || is(WordRole::male, next) || is(WordRole::any, next));
}

/// Whether the clause that goes on there has "me" in it.
bool LineReader::speaks_to_me(std::size_t at) const {
    for (std::size_t i = at; inside(i) && (i == at || words_[i].before < Gap::comma); ++i) {
        if (is(WordRole::me, i)) return true;
    }
    return false;
}

/// "Rose rose to director, congratulate her" is no contact: something is told of people, and a promise made.
void LineReader::tell_contact_apart() {
    if (reading_.topic && !reading_.kind && !reading_.on && !reading_.event && names_.empty()) {
        for (std::size_t at = 0; at < words_.size(); ++at)
            use_[at] = use_[at] == Use::topic ? Use::free : use_[at];
        reading_.topic.reset();  // "the article about Mayo Clinic"
    }
    if (signed_at(words_.size() < 2 ? 0 : words_.size() - 1) ||
        (words_.size() > 2 && signed_at(words_.size() - 2))) {
        if (!reading_.kind)
            reading_.kind = Guess<enum interaction::kind>{
                interaction::kind::email, range(words_.size() - 1, words_.size()), {}};
        return;
    }
    if (reading_.kind || promises_.empty() || reading_.planned || reading_.event) return;
    bool any = false;
    for (const Name& name : names_) {
        if (name.possessive || !free(name.begin)) continue;
        const bool told = clause_start(name.begin) && inside(name.end) &&
            words_[name.end].before <= Gap::space && is(WordRole::state, name.end) && !speaks_to_me(name.end);
        if (!told) return;
        any = true;
    }
    if (!any) return;
    only_statements_ = true;
    if (!reading_.on) return;
    for (std::size_t at = 0; at < words_.size(); ++at) {
        if (use_[at] == Use::date && words_[at].begin >= reading_.on->range.begin &&
            words_[at].end <= reading_.on->range.end)
            use_[at] = Use::free;
    }
    reading_.on.reset();
}

void LineReader::take_participants() {
    for (std::size_t i = 0; i < names_.size(); ++i) {
        const Name& name = names_[i];
        if (name.possessive || !free(name.begin)) continue;
        if (only_statements_) {
            person_index(i, false);
            continue;
        }
        if (is_spoken_of(i)) {
            if (!name.matches.empty() && name.matches.front().fit != NameFit::none) person_index(i, false);
            continue;
        }
        person_index(i, true);
        mark(name.begin, std::max(name.end, name.details_end), Use::person);
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
