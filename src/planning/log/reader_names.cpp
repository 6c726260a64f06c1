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

bool is_initial(const Word& word) {
    return word.folded.size() == 1 && word.capital && word.folded[0] >= 'a' && word.folded[0] <= 'z';
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
    for (const WordRole role :
        {WordRole::with, WordRole::past, WordRole::owe, WordRole::to, WordRole::introduce,
            WordRole::introducer, WordRole::called, WordRole::relation, WordRole::wait}) {
        if (ends_before(role, at)) return true;
    }
    if ((ends_before(WordRole::verb, at) || ends_before(WordRole::base, at)) && !is(WordRole::article, at))
        return true;
    if (at > 0 && is(WordRole::article, at - 1) && words_[at].before <= Gap::space && words_[at].capital)
        return expects_person(at - 1) || in_list(at - 1);  // "met a Petra Malá"
    return in_list(at);
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
    // "dinner on 21 November: Olu, Nadia": what a colon opens.
    const bool opened = words_[at].before == Gap::stop && reading_.line[words_[at - 1].end] == ':' &&
        !names_.empty() == false && words_[at].capital;
    return joined || after_both || opened;
}

/// Whether the word at the end of a name goes on as a sentence about somebody does: "Ben called", "Will and
/// Rosa", "Mark will".
bool LineReader::acts(std::size_t at) const {
    if (!inside(at)) return false;
    if (const std::size_t behind = aside_end(at); behind > 0) return is_predicate(behind);
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

/// Names that are words as well, beside those that the tables know.
bool LineReader::is_common(std::string_view folded) const {
    static constexpr std::string_view words[] = {"art", "bill", "bob", "chase", "chris", "dawn", "dean",
        "drew", "faith", "frank", "grace", "hope", "jack", "joy", "mark", "pat", "penny", "ray", "rose",
        "sue", "carol", "will", "may", "sunny", "summer", "star", "ivy", "lily", "iris", "olive", "hazel",
        "ginger", "robin", "jay", "max", "rich", "dick", "nick", "pierce", "grant", "guy", "gene", "josh",
        "mike", "miles", "norm", "peg", "rob", "skip", "stew", "victor", "wade", "ward", "stone", "grey",
        "park", "field", "day", "winter", "walker", "marsh", "rivers", "march", "friday", "price", "young",
        "long", "short", "king", "hill", "wood", "black", "white", "green", "brown", "cook", "baker", "mason",
        "potter", "fisher", "hunter", "carter", "coleman", "harper"};
    return std::ranges::contains(words, folded);
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
    return best ? best : misspelt(at);
}

/// "Ana M.", "S. Ellis": those whose other name begins so.
std::optional<LineReader::Name> LineReader::with_initial(std::size_t at) const {
    if (!inside(at + 1) || (words_[at + 1].before > Gap::space && !words_[at].dot_behind))
        return std::nullopt;
    const bool family = is_initial(words_[at + 1]) && words_[at].capital;
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

/// A name with one slip of the finger: asked about when there is more to it than a first name.
std::optional<LineReader::Name> LineReader::misspelt(std::size_t at) const {
    const Word& word = words_[at];
    if (word.quoted || word.folded[0] <= '9') return std::nullopt;
    // "Tom Waker": the family name.
    if (inside(at + 1) && words_[at + 1].before <= Gap::space && words_[at + 1].capital &&
        context_.names.is_given(word.folded)) {
        for (const std::string& meant : context_.names.respelt(words_[at + 1].folded)) {
            const std::string_view both[] = {word.folded, meant};
            auto matches = context_.names.find(both, context_.contacts);
            if (!matches.empty() && !knows(words_[at + 1].folded))
                return Name{.begin = at, .end = at + 2, .matches = std::move(matches), .slip = true};
        }
        return std::nullopt;
    }
    // A small word may be any word of the language: a name only right behind what leads to people.
    const bool led =
        ends_before(WordRole::with, at) || ends_before(WordRole::to, at) || ends_before(WordRole::from, at);
    static constexpr std::string_view small[] = {"more", "some", "most", "here", "there", "much", "many",
        "none", "lots", "less", "then", "than", "them", "what", "when", "whom", "where", "which", "time",
        "times", "town", "down", "done", "love", "life", "line", "land", "hand", "fine", "nice", "news",
        "note", "notes", "rest", "best", "back", "lack", "only", "even", "ever", "over", "under", "abroad",
        "upstairs", "lunchtime"};
    if (!expects_person(at) || !(word.capital || led) || knows(word.folded) || is_common(word.folded) ||
        word.folded.size() < 4 || (!word.capital && std::ranges::contains(small, word.folded)))
        return std::nullopt;
    if (inside(at + 1) && words_[at + 1].before <= Gap::space && words_[at + 1].capital &&
        !knows(words_[at + 1].folded) && word.capital)
        return std::nullopt;  // somebody else's full name
    std::vector<NameMatch> found;
    for (const std::string& meant : context_.names.respelt(word.folded)) {
        if (!context_.names.is_given(meant) || meant[0] != word.folded[0]) continue;
        const std::string_view one = meant;
        for (const NameMatch& match : context_.names.find(std::span(&one, 1), context_.contacts)) {
            if (match.fit == NameFit::given) found.push_back(match);
        }
    }
    if (found.empty()) return std::nullopt;
    const bool slipped = word.folded.size() >= 5 || found.size() == 1;
    return slipped ? std::optional(Name{.begin = at, .end = at + 1, .matches = std::move(found)})
                   : std::nullopt;
}

/// A run of capitalised words, with what joins them ("van der"), where a person is due; or, right behind
/// "with", a single small word that does nothing else in a line.
std::optional<LineReader::Name> LineReader::unknown_name(std::size_t at) const {
    std::size_t first = at;
    while (is(WordRole::title, first))
        ++first;
    if (!inside(first)) return std::nullopt;
    const auto capital = [&](std::size_t i) {
        return inside(i) && words_[i].capital && !words_[i].quoted && org_end_[i] == 0 &&
            words_[i].folded.size() > 1 && !table_.is(WordRole::no_person, words_, i) &&
            (!knows(words_[i].folded) || context_.names.has(words_[i].folded)) &&
            !(i == at && table_.begins(words_, i));
    };
    const bool month_name = words_[first].capital && days_.match(DayRole::month, words_, first) &&
        !date(first, DateDirection::past);
    const bool subject = clause_start(at) && capital(at) && acts(at + 1) && words_.size() > at + 1 &&
        (words_[at + 1].before <= Gap::space || aside_end(at + 1) > 0) && !is(WordRole::and_, at + 1);
    const bool two = capital(first) && capital(first + 1) && words_[first + 1].before <= Gap::space;
    const bool role = two && at > 0 && (is_role(at - 1) || is(WordRole::relation, at - 1));
    const bool subject_of_two = two && clause_start(at) && inside(first + 2) && acts(first + 2);
    const bool signed_ = two && at > 0 && words_[at].before >= Gap::comma && first + 2 == words_.size() &&
        (words_[at - 1].folded == "best" || words_[at - 1].folded == "regards" ||
            words_[at - 1].folded == "thanks" || words_[at - 1].folded == "cheers" ||
            words_[at - 1].folded == "wishes" || words_[at - 1].folded == "yours");
    const bool after_to = ends_before(WordRole::to, at) && !ends_before(WordRole::introduce, at) &&
        !ends_before(WordRole::past, at);
    const bool expected = expects_person(at) && (!after_to || two);
    if (!subject && !subject_of_two && !expected && !role && !signed_ && first == at) return std::nullopt;
    if (!capital(first) && !month_name) {
        const std::string& word = words_[first].folded;
        const bool plain = ends_before(WordRole::with, at) && !knows(word) && word.size() > 2 &&
            !words_[first].quoted && !words_[first].capital &&
            !table_.is(WordRole::no_person, words_, first) && !word.ends_with("ing") &&
            org_end_[first] == 0 && decode_utf8(word).point > U'9' && lower_case() && ends_here(first + 1);
        return plain ? std::optional(Name{.begin = at, .end = first + 1}) : std::nullopt;
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
    // An employer in place of a person: "met Acme Ltd" names nobody.
    static constexpr std::string_view bodies[] = {"ltd", "inc", "gmbh", "llc", "plc", "foundation",
        "hospital", "university", "clinic", "college", "school", "company", "church", "bank", "agency",
        "council", "group"};
    if (inside(end) && words_[end].before <= Gap::space && words_[end].capital &&
        std::ranges::contains(bodies, words_[end].folded))
        return std::nullopt;
    return Name{.begin = at, .end = end};
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
        // "May" behind "with" is somebody, "in May" and "2 May" are not.
        if (const DatePhrase phrase = date(at, DateDirection::past);
            phrase.length > 1 || (phrase && !expects_person(at))) {
            at += phrase.length;
            continue;
        }
        auto name = known_name(at);
        if (name && !name->slip && is_somebody_new(*name)) {
            // "Ben Smith", "Grace Okafor": somebody new, whose halves may be known from others.
            do
                ++name->end;
            while (is_somebody_new(*name));
            for (NameMatch& one : name->matches)
                one.fit = NameFit::none;
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

void LineReader::take_participants() {
    for (std::size_t i = 0; i < names_.size(); ++i) {
        const Name& name = names_[i];
        if (name.possessive || !free(name.begin)) continue;
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
