// What somebody promised in a line, to whom and until when.
#include <algorithm>

#include "base/text.h"
#include "model/fields.h"
#include "planning/log/reader.h"
#include "workspace/names.h"

namespace kith {

/// Whether a verb of doing stands here: "send her …", "call Ben …", but not "review of …" or "call with …".
bool LineReader::is_action(std::size_t at) const {
    const auto verb = match(WordRole::verb, at);
    const std::size_t next = at + verb.length;
    if (!verb || !inside(next) || words_[next].before > Gap::space || is(WordRole::not_verb, next))
        return false;
    const std::size_t noun = std::max(match(WordRole::kind, at).length, match(WordRole::weak, at).length);
    if (noun < verb.length) return true;  // "call back"
    return name_at(next) != none || is(WordRole::female, next) || is(WordRole::male, next) ||
        is(WordRole::any, next) || is(WordRole::article, next);
}

/// To the end of the clause: a comma ends it unless people are listed, "and" if another clause follows.
std::size_t LineReader::promise_end(std::size_t verb) const {
    for (std::size_t at = verb + 1; at < words_.size(); ++at) {
        if (words_[at].before == Gap::stop) return at;
        if (words_[at].before == Gap::comma) {
            const bool list = name_ending(at) != none && name_at(at) != none;
            const DatePhrase day = date(at, DateDirection::future);
            const std::size_t behind = at + day.length;
            const bool due = day && (!inside(behind) || words_[behind].before >= Gap::comma);
            if (!list && !due) return at;
        }
        if (!is(WordRole::and_, at) && !is(WordRole::then, at)) continue;
        std::size_t next = at + 1;
        if (is(WordRole::then, next)) ++next;
        const bool clause = is_action(next) || theirs_at(next) || is(WordRole::past, next) ||
            (is(WordRole::i, next) && (is(WordRole::must, next + 1) || is(WordRole::owe, next + 1)));
        if (clause) return at;
    }
    return words_.size();
}

/// "Call Ben tomorrow" at the beginning is a contact to come, "call Ben by Friday" a promise.
bool LineReader::contact_to_come(std::size_t verb, std::size_t end) {
    const auto base = match(WordRole::base, verb);
    if (!base || name_at(verb + base.length) == none) return false;
    for (std::size_t at = verb + base.length; at < end; ++at) {
        if (is(WordRole::by, at)) return false;
        if (date(at, DateDirection::future)) {
            planned_verb_ = true;
            return true;
        }
    }
    return false;
}

/// The name in front of "I'd", where somebody was told so.
std::size_t LineReader::told_somebody(std::size_t at) const {
    if (!is(WordRole::i, at) || !inside(at + 1)) return none;
    if (!is(WordRole::must, at + 1) && !is(WordRole::will, at + 1)) return none;
    const std::size_t name = name_ending(at);
    if (name == none || names_[name].begin == 0) return none;
    return match(WordRole::reach, names_[name].begin - 1).value == "tell" ? name : none;
}

std::optional<LineReader::Promise> LineReader::mine_at(std::size_t at) {
    std::size_t verb = none;
    Promise promise{.begin = at};
    if (const auto request = match(WordRole::request, at)) {
        verb = at + request.length;
        // Who asked: "Ben asked me to", "he asked me to".
        promise.subject = name_ending(at);
        if (promise.subject != none) {
            promise.begin = names_[promise.subject].begin;
        } else if (at > 0 &&
            (is(WordRole::female, at - 1) || is(WordRole::male, at - 1) || is(WordRole::any, at - 1))) {
            promise.pronoun = at - 1;
            promise.begin = at - 1;
        }
    } else if (const auto told = told_somebody(at); told != none) {
        promise.subject = told;  // "told Ken I'd review his deck"
        verb = at + 1 + std::max<std::size_t>(match(WordRole::must, at + 1).length, 1);
    } else if (!clause_start(at)) {
        return std::nullopt;
    } else if (is(WordRole::i, at) && inside(at + 2) && words_[at + 1].folded == "promised" &&
        !is(WordRole::to, at + 2)) {
        verb = at + 2;
    } else if (words_[at].folded == "promised" && inside(at + 1) &&
        (name_at(at + 1) != none || is(WordRole::female, at + 1) || is(WordRole::male, at + 1) ||
            is(WordRole::any, at + 1))) {
        verb = at + 1;
    } else if (const auto i = match(WordRole::i, at)) {
        if (const auto must = match(WordRole::must, at + i.length))
            verb = at + i.length + must.length;
        else if (is(WordRole::owe, at + i.length) || (at > 0 && is_action(at + i.length)))
            verb = at + i.length;
    } else if (const auto todo = match(WordRole::todo, at); todo && is(WordRole::verb, at + todo.length)) {
        verb = at + todo.length;
    } else if (name_at(at) == none && org_end_[at] == 0 && !is(WordRole::ahead, at) &&
        (is(WordRole::owe, at) || is_action(at))) {
        verb = at;
        // "Read the article" was done, unless it is due.
        if (at == 0 && match(WordRole::verb, at).value == "same") {
            bool due = false;
            for (std::size_t next = verb; next < words_.size(); ++next)
                due = due || date(next, DateDirection::future);
            if (!due) return std::nullopt;
        }
    }
    if (verb == none || !inside(verb)) return std::nullopt;
    promise.verb = verb;
    promise.end = promise_end(verb);
    if (at == 0 && contact_to_come(verb, promise.end)) {
        mark(0, verb, Use::join);
        return std::nullopt;
    }
    return promise;
}

std::optional<LineReader::Promise> LineReader::theirs_at(std::size_t at) const {
    if (!inside(at)) return std::nullopt;
    Promise promise{.begin = at, .mine = false};
    std::size_t next = none;
    if (const std::size_t name = name_at(at); name != none) {
        promise.subject = name;
        next = std::max({names_[name].end, names_[name].details_end, names_[name].aside_end});
    } else {
        for (const WordRole role : {WordRole::female, WordRole::male, WordRole::any}) {
            if (is(role, at)) {
                promise.pronoun = at;
                next = at + 1;
            }
        }
    }
    if (next == none || !inside(next) || words_[next].before > Gap::space) return std::nullopt;
    const std::string& said = words_[next].folded;
    const auto stem_is_verb = [&](std::size_t word) {
        if (!words_[word].folded.ends_with('s') || words_[word].folded.size() < 4) return false;
        std::vector<Word> one = {words_[word]};
        one[0].folded.pop_back();
        return table_.is(WordRole::verb, one, 0);
    };
    if (const auto will = match(WordRole::will, next)) {
        promise.verb = next + will.length;
        // "He wants to leave" promises nothing.
        if ((said == "wants" || said == "plans") && !is(WordRole::verb, promise.verb)) return std::nullopt;
    } else if (is(WordRole::owes, next))
        promise.verb = next;
    else if (is(WordRole::to, next) && is(WordRole::verb, next + 1) && clause_start(at))
        promise.verb = next + 1;
    else if ((said == "promised" || said == "promises") && inside(next + 1) &&
        words_[next + 1].before <= Gap::space)
        promise.verb = next + 1;
    else if (at > 0 && clause_start(at) && inside(next + 1) && words_[next + 1].before <= Gap::space &&
        stem_is_verb(next)) {
        promise.verb = next;  // "Liz books the room"
        promise.third = true;
    } else if (at > 0 && clause_start(at) && promise.pronoun != none && is_action(next))
        promise.verb = next;  // "she send the rota"
    else
        return std::nullopt;
    if (!inside(promise.verb)) return std::nullopt;
    return promise;  // its end is for promise_at(): promise_end() asks here where the next one begins
}

/// "She needs my abstract by Friday": mine; "I want his feedback by Friday": theirs.
std::optional<LineReader::Promise> LineReader::wanted_at(std::size_t at) const {
    const bool own = is(WordRole::i, at);
    const bool pronoun = is(WordRole::female, at) || is(WordRole::male, at) || is(WordRole::any, at);
    const std::size_t name = name_at(at);
    if (!own && !pronoun && name == none) return std::nullopt;
    const std::size_t verb = name != none
        ? names_[name].end
        : at + match(own ? WordRole::i : WordRole::any, at).length + (own || is(WordRole::any, at) ? 0 : 1);
    static constexpr std::string_view verbs[] = {
        "needs", "wants", "need", "want", "awaits", "expects", "asked", "asks"};
    if (!inside(verb + 1) || words_[verb].before > Gap::space ||
        !std::ranges::contains(verbs, words_[verb].folded))
        return std::nullopt;
    std::size_t object = verb + 1;
    if (words_[verb].folded.starts_with("ask")) {
        if (words_[object].folded != "for") return std::nullopt;
        ++object;
    }
    if (!inside(object) || is(WordRole::to, object) || words_[object].before > Gap::space)
        return std::nullopt;
    const std::string& owner = words_[object].folded;
    const bool mine = owner == "my" || owner == "our";
    Promise promise{.begin = at, .verb = object, .end = promise_end(object), .mine = !own};
    bool due = false;
    for (std::size_t i = object; i < promise.end; ++i)
        due = due || date(i, DateDirection::future);
    if (own) {
        const bool theirs = owner == "his" || owner == "her" || owner == "their" ||
            (name_at(object) != none && names_[name_at(object)].possessive);
        if (!theirs) return std::nullopt;
        if (name_at(object) != none)
            promise.subject = name_at(object);
        else
            promise.pronoun = object;
        return promise;
    }
    if (!mine && !due) return std::nullopt;
    if (name != none)
        promise.subject = name;
    else
        promise.pronoun = at;
    return promise;
}

/// "Waiting for Rosa's letter", "waiting for feedback from Priya".
std::optional<LineReader::Promise> LineReader::awaited_at(std::size_t at) const {
    const auto wait = match(WordRole::wait, at);
    if (!wait || !clause_start(at) || !inside(at + wait.length)) return std::nullopt;
    Promise promise{.begin = at, .verb = at + wait.length, .mine = false};
    promise.end = promise_end(promise.verb);
    for (std::size_t i = promise.verb; i < promise.end; ++i) {
        if (name_at(i) != none && promise.subject == none) promise.subject = name_at(i);
    }
    return promise.subject == none ? std::nullopt : std::optional(promise);
}

/// "She knows the owner and will introduce us": who does the first does the second.
std::optional<LineReader::Promise> LineReader::goes_on_at(std::size_t at) const {
    const auto will = match(WordRole::will, at);
    if (!will || at < 2 || !is(WordRole::and_, at - 1) || !inside(at + will.length)) return std::nullopt;
    Promise promise{.begin = at, .verb = at + will.length, .mine = false};
    for (std::size_t i = at - 1; i-- > 0 && sentences_[i] == sentences_[at];) {
        if (is(WordRole::i, i)) return std::nullopt;
        if (!clause_start(i)) continue;
        if (name_at(i) != none && acts(names_[name_at(i)].end)) {
            promise.subject = name_at(i);
            return promise;
        }
        if (is(WordRole::female, i) || is(WordRole::male, i) || is(WordRole::any, i)) {
            promise.pronoun = i;
            return promise;
        }
    }
    return std::nullopt;
}

std::optional<LineReader::Promise> LineReader::promise_at(std::size_t at) {
    if (words_[at].quoted) return std::nullopt;
    if (auto wanted = wanted_at(at)) return wanted;
    if (auto awaited = awaited_at(at)) return awaited;
    auto theirs = theirs_at(at);
    if (!theirs) theirs = goes_on_at(at);
    if (!theirs) return mine_at(at);
    theirs->end = promise_end(theirs->verb);
    return theirs;
}

void LineReader::find_promises() {
    for (std::size_t at = 0; at < words_.size();) {
        const std::size_t name = name_at(at);
        const auto promise = promise_at(at);
        if (!promise) {
            at = name != none ? names_[name].end : at + 1;
            continue;
        }
        mark(promise->begin, promise->end, Use::promise);
        // The "and" before it goes with it.
        if (promise->begin > 0 &&
            (is(WordRole::and_, promise->begin - 1) || is(WordRole::then, promise->begin - 1)) &&
            free(promise->begin - 1))
            mark(promise->begin - 1, promise->begin, Use::join);
        promises_.push_back(*promise);
        at = promise->end;
    }
}

/// The last date in the promise that is not past; the words to leave out of its wording.
std::optional<Guess<Day>> LineReader::due_of(
    const Promise& promise, std::size_t& from, std::size_t& to) const {
    std::optional<Guess<Day>> due;
    for (std::size_t at = promise.verb + 1; at < promise.end;) {
        const auto by = match(WordRole::by, at);
        const std::size_t first = at + by.length;
        const DatePhrase phrase = first < promise.end ? date(first, DateDirection::future) : DatePhrase{};
        const auto day = phrase ? phrase.date.earliest() : std::nullopt;
        if (!day || *day < context_.today || first + phrase.length > promise.end) {
            ++at;
            continue;
        }
        from = at;
        to = first + phrase.length;
        const bool whole_month = phrase.date.month && !phrase.date.day;
        const Day last = whole_month ? Day{*phrase.date.year / *phrase.date.month / std::chrono::last} : *day;
        due = Guess<Day>{last, range(from, to), {}, phrase.doubtful};
        for (const PartialDate& other : phrase.alternatives) {
            if (const auto alternative = other.earliest(); alternative && *alternative >= context_.today)
                due->alternatives.push_back(*alternative);
        }
        at = to;
    }
    // "Back in August, call him then"
    const std::size_t last = promise.end - 1;
    if (due || words_[last].folded != "then" || last == promise.verb) return due;
    for (std::size_t at = promise.begin; at-- > 0 && !due;) {
        const DatePhrase phrase = date(at, DateDirection::future);
        const auto day = phrase ? phrase.date.earliest() : std::nullopt;
        if (!day || *day < context_.today) continue;
        const bool whole_month = phrase.date.month && !phrase.date.day;
        due = Guess<Day>{whole_month ? Day{*phrase.date.year / *phrase.date.month / std::chrono::last} : *day,
            range(last, last + 1), {}, phrase.doubtful};
        from = last;
        to = last + 1;
    }
    return due;
}

/// Whom a pronoun can mean: of those named before it whose own pronouns don't speak against it, the last
/// first; all of them for "them".
std::vector<std::size_t> LineReader::meant_by(std::size_t pronoun, std::size_t before) const {
    const bool any = is(WordRole::any, pronoun);
    const bool female = is(WordRole::female, pronoun);
    std::vector<std::pair<std::size_t, std::size_t>> found;  // position, person
    for (std::size_t i = 0; i < reading_.people.size(); ++i) {
        const PersonGuess& guess = reading_.people[i];
        if (guess.range.begin >= words_[before].begin) continue;
        const auto own = fold(context_.workspace.text(guess.person, person::pronouns));
        const bool he = own.starts_with("he");
        const bool she = own.starts_with("she");
        if (!any && (female ? he : she)) continue;
        const bool sure = !any && (female ? she : he);
        found.emplace_back((sure ? reading_.line.size() : 0) + guess.range.begin, i);
    }
    std::ranges::sort(found, std::ranges::greater{});
    std::vector<std::size_t> people;
    for (const auto& [position, person] : found)
        people.push_back(person);
    if (any) std::ranges::reverse(people);
    return people;
}

/// The promise in words: from its verb, without its date, with names for pronouns.
std::string LineReader::wording(const Promise& promise, std::size_t cut_from, std::size_t cut_to,
    const std::vector<std::pair<std::size_t, std::string>>& names) const {
    std::string what;
    for (std::size_t at = promise.verb; at < promise.end; ++at) {
        if (at >= cut_from && at < cut_to) continue;
        if (!what.empty()) {
            const bool adjacent = at > 0 && !(cut_to == at && cut_from < at);
            what += adjacent ? reading_.line.substr(words_[at - 1].end, words_[at].begin - words_[at - 1].end)
                             : std::string(" ");
        }
        const auto named = std::ranges::find(names, at, [](const auto& one) { return one.first; });
        std::string said = text(at, at + 1);
        if (promise.third && at == promise.verb) said.pop_back();  // "books"
        what += named != names.end() ? named->second : said;
    }
    if (!what.empty() && what[0] >= 'a' && what[0] <= 'z' && promise.mine)
        what[0] = static_cast<char>(what[0] - 'a' + 'A');
    return what;
}

void LineReader::read_promise(const Promise& promise) {
    PromiseGuess guess;
    guess.mine = promise.mine;
    guess.range = range(promise.begin, promise.end);
    std::size_t cut_from = none;
    std::size_t cut_to = none;
    guess.due = due_of(promise, cut_from, cut_to);

    std::vector<std::pair<std::size_t, std::string>> names;
    const auto stand_for = [&](std::size_t pronoun, bool in_wording) {
        const auto people = meant_by(pronoun, promise.begin);
        if (people.empty()) return;
        const bool all = is(WordRole::any, pronoun);
        const std::size_t count = all ? people.size() : 1;
        guess.people.insert(
            guess.people.end(), people.begin(), people.begin() + static_cast<std::ptrdiff_t>(count));
        if (!all) guess.others.assign(people.begin() + 1, people.end());
        if (!in_wording || count > 1) return;
        const PersonGuess& one = reading_.people[people.front()];
        const auto given = context_.workspace.text(one.person, person::given_name);
        const bool short_name = !one.name.contains(' ');
        names.emplace_back(pronoun, given.empty() || short_name ? one.name : std::string(given));
    };
    if (promise.subject != none) guess.people.push_back(person_index(promise.subject, false));
    if (promise.pronoun != none) stand_for(promise.pronoun, false);
    for (std::size_t at = promise.verb; at < promise.end; ++at) {
        if (at >= cut_from && at < cut_to) continue;
        if (const std::size_t name = name_at(at); name != none && !names_[name].possessive) {
            const std::size_t person = person_index(name, false);
            if (promise.mine && !std::ranges::contains(guess.people, person)) guess.people.push_back(person);
            at = names_[name].end - 1;
            continue;
        }
        const bool pronoun = is(WordRole::female, at) || is(WordRole::male, at) || is(WordRole::any, at);
        // "read her paper": the paper is hers, and nothing goes to her.
        const bool object =
            !is(WordRole::of_thing, promise.verb) || at + 1 >= promise.end || at + 1 == cut_from;
        if (promise.mine && pronoun && object && guess.people.empty()) stand_for(at, true);
    }
    if (guess.people.empty()) {
        for (std::size_t i = 0; i < reading_.people.size(); ++i) {
            if (reading_.people[i].took_part) guess.people.push_back(i);
        }
    }
    guess.what = wording(promise, cut_from, cut_to, names);
    reading_.promises.push_back(std::move(guess));
}

}  // namespace kith
