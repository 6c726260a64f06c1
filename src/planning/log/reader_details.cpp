// What a line says of somebody besides the name, "the dean at Riverside College", and who introduced whom.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "model/fields.h"
#include "planning/log/reader.h"
#include "workspace/names.h"

namespace kith {

namespace {

/// How nouns of work end, where the table doesn't have them.
constexpr std::array<std::string_view, 14> endings = {
    "er", "or", "ist", "ian", "eon", "ant", "yst", "ess", "ive", "arzt", "ero", "eur", "iste", "ica"};

}  // namespace

/// Whether the word names what somebody does.
bool LineReader::is_role(std::size_t at) const {
    if (!inside(at)) return false;
    if (is(WordRole::role, at)) return true;
    const std::string& word = words_[at].folded;
    if (word.size() < 6 || knows(word) || context_.names.has(word)) return false;
    return std::ranges::any_of(endings, [&](std::string_view ending) { return word.ends_with(ending); });
}

/// An employer that begins here: a known organisation, also by how its name begins, or a run of capitalised words.
std::size_t LineReader::employer_end(std::size_t at) const {
    if (!inside(at) || words_[at].quoted) return 0;
    if (org_end_[at] > 0) return org_end_[at];
    std::size_t first = at;
    if (is(WordRole::article, first) && inside(first + 1)) ++first;
    if (const auto known = organisation_at(first);
        known.length > 0 && (words_[first].capital || known.length > 1 || lower_case()))
        return first + known.length;
    if (context_.names.is_given(words_[first].folded) && !words_[first].quoted && words_[first].capital)
        return 0;  // somebody known: "from Emil"
    std::size_t end = first;
    while (inside(end) && end < first + 5 && (end == first || words_[end].before <= Gap::space) &&
        (words_[end].capital ||
            (end > first &&
                (words_[end].folded == "&" || words_[end].folded == "of" || is(WordRole::particle, end)) &&
                inside(end + 1) && words_[end + 1].capital)) &&
        !date(end, DateDirection::past) && name_at(end) == none)
        ++end;
    return end > first && words_[first].folded.size() > 1 ? end : 0;
}

/// Whether somebody among the matches is known to work there, or to have that role.
void LineReader::narrow(Name& name, std::string_view organisation, std::string_view role) {
    if (name.matches.empty() || name.matches.front().fit == NameFit::none) return;
    const std::string wanted = fold(organisation);
    const std::string wanted_role = fold(role);
    std::vector<NameMatch> left;
    for (const NameMatch& one : name.matches) {
        const bool fits =
            std::ranges::any_of(affiliations_of(context_.workspace, one.person), [&](RecordId work) {
                const std::string theirs = fold(record_name(
                    context_.workspace, context_.workspace.reference(work, affiliation::organisation)));
                const std::string title = fold(context_.workspace.text(work, affiliation::role));
                return (!wanted.empty() &&
                           (theirs == wanted || theirs.starts_with(wanted + " ") ||
                               theirs.starts_with(wanted + "."))) ||
                    (wanted.empty() && !wanted_role.empty() && title.contains(wanted_role));
            });
        if (fits) left.push_back(one);
    }
    if (left.size() == 1) name.matches = std::move(left);
}

/// Reads what stands behind a name: "from X", "at X", "(X)", ", CNO at X", ", head of nursing, X", ", barrister".
void LineReader::read_details(Name& name) {
    const std::size_t at = name.end;
    if (name.possessive) return;
    const bool fresh = name.matches.empty() || name.matches.front().fit == NameFit::none;
    const bool several = !fresh && name.matches.size() > 1 && name.matches[1].fit == name.matches[0].fit;
    if (!fresh && !several) return;
    const auto keep = [&](std::size_t begin, std::size_t end) {
        return end > begin ? text(begin, end) : std::string();
    };
    std::string organisation;
    std::string role;
    std::size_t end = name.end;
    const auto take_employer = [&](std::size_t from) {
        const std::size_t stop = employer_end(from);
        if (stop == 0) return false;
        std::size_t first = from;
        if (is(WordRole::article, first)) ++first;
        organisation = keep(first, stop);
        end = stop;
        return true;
    };
    const bool more = inside(at) && !words_[at].quoted;
    const bool close = more && words_[at].before <= Gap::space;
    if (!more) {
        // nothing stands behind
    } else if (words_[at].opened && read_aside_role(name)) {
        return;
    } else if (words_[at].opened) {
        const auto known = organisation_at(at);
        if (org_end_[at] > 0 || known.length > 0 || words_[at].capital) take_employer(at);
    } else if (close && (is(WordRole::from, at) || is(WordRole::of, at))) {
        take_employer(at + 1);
    } else if (close && is(WordRole::at, at) && inside(at + 1)) {
        // "at" leads to places, too: an employer only if it is known as one.
        const auto known = organisation_at(at + 1);
        const bool listed = org_end_[at + 1] > 0 || (known.length > 0 && words_[at + 1].capital);
        const bool meeting = several ? true : fresh && listed;
        if (meeting && listed) {
            Name tried = name;
            take_employer(at + 1);
            if (several) {
                narrow(tried, organisation, {});
                if (tried.matches.size() != 1) organisation.clear();
                end = name.end;  // it is where one met as well
                name.matches = tried.matches;
                return;
            }
        }
    }
    // ", CNO at X" and " - head of nursing, X"
    if (more && organisation.empty() && words_[at].before >= Gap::comma && !words_[at].opened) {
        std::size_t begin = at;
        if (is(WordRole::article, begin) && inside(begin + 1)) ++begin;
        bool past = false;
        if (words_[begin].folded == "ex" ||
            words_[begin].folded == "formerly") {  // "ex-Roche, now at Philips"
            past = true;
            const std::size_t gone = employer_end(begin + 1);
            begin = gone > 0 ? gone : begin;
            if (gone > 0) end = gone;
        }
        if (is(WordRole::now_at, begin)) {
            take_employer(begin + match(WordRole::now_at, begin).length);
        } else if (!past) {
            std::size_t stop = begin;
            bool noun = false;
            while (inside(stop) && stop < begin + 6 && (stop == begin || words_[stop].before <= Gap::space) &&
                name_free(stop) && !is(WordRole::at, stop) && !is(WordRole::i, stop) &&
                !is(WordRole::will, stop) && !is(WordRole::female, stop) && !is(WordRole::male, stop) &&
                !is(WordRole::any, stop) && !is(WordRole::and_, stop) && !is(WordRole::from, stop) &&
                !is(WordRole::with, stop) && words_[stop].folded != "'s" && !is(WordRole::about, stop) &&
                org_end_[stop] == 0 && words_[stop].folded != "in" && !(date(stop, DateDirection::past))) {
                noun |= is_role(stop);
                ++stop;
            }
            bool of = false;  // "CTO of Deutsche Bahn", but "head of nursing"
            if (stop > begin + 1 && words_[stop - 1].folded == "of" && org_end_[stop] > 0) {
                --stop;
                of = true;
            }
            const bool led = of ||
                (stop > begin && inside(stop) && (is(WordRole::at, stop) || is(WordRole::from, stop)) &&
                    words_[stop].before <= Gap::space);
            const bool next_employer =
                stop > begin && inside(stop) && words_[stop].before == Gap::comma && (org_end_[stop] > 0);
            const bool acronym =
                stop == begin + 1 && words_[begin].capital && words_[begin].folded.size() <= 4;
            const bool verb = is(WordRole::verb, begin) || is(WordRole::past, begin) ||
                is(WordRole::base, begin) || is(WordRole::todo, begin);
            if (stop > begin && !verb && (noun || (led && acronym) || (next_employer && noun))) {
                if (led) take_employer(stop + 1);
                if (organisation.empty() && next_employer) take_employer(stop);
                if (organisation.empty() && inside(stop) && words_[stop].before <= Gap::space &&
                    is(WordRole::of, stop))
                    take_employer(stop + 1);
                role = keep(begin, stop);
                end = std::max(end, organisation.empty() ? stop : end);
            } else if (org_end_[begin] > 0 && fresh) {
                take_employer(begin);  // "Ana Diaz, Mayo Clinic"
            }
        }
    }
    // "the new matron, Sinead Walsh"; "a buyer called Otto Klein"
    if (role.empty() && name.begin > 1) {
        std::size_t last = name.begin;
        if (is(WordRole::called, last - 1)) --last;
        if (last > 0 && is_role(last - 1)) role = keep(last - 1, last);
    }
    if (several) {
        if (!organisation.empty() || !role.empty()) narrow(name, organisation, role);
        if (name.matches.size() == 1) name.details_end = end;
        return;
    }
    name.organisation = std::move(organisation);
    name.role = std::move(role);
    name.details_end = end;
}

/// "Kwame (recruiter, Accenture)", "(CNO at X)", "(head of nursing)" of somebody new: what stands in the brackets.
bool LineReader::read_aside_role(Name& name) {
    if (!name.matches.empty() && name.matches.front().fit != NameFit::none) return false;
    const std::size_t begin = name.end;
    const std::size_t closing = reading_.line.find_first_of(")]", words_[begin].begin);
    if (closing == std::string::npos) return false;
    std::size_t behind = begin;
    while (inside(behind) && words_[behind].begin < closing)
        ++behind;
    std::size_t stop = begin;
    bool noun = false;
    while (stop < behind && (stop == begin || words_[stop].before <= Gap::space) && !is(WordRole::at, stop) &&
        org_end_[stop] == 0) {
        noun |= is_role(stop);
        ++stop;
    }
    if (!noun) return false;
    std::size_t employer = stop;
    if (employer < behind && is(WordRole::at, employer)) ++employer;
    if (stop > begin + 1 && words_[stop - 1].folded == "of") --stop;
    const std::size_t end = employer < behind ? employer_end(employer) : 0;
    name.role = text(begin, stop);
    if (end > employer && end <= behind) name.organisation = text(employer, end);
    name.details_end = behind;
    name.aside_end = behind;
    if (inside(behind) && is_predicate(behind)) words_[behind].before = Gap::space;
    return true;
}

/// The word behind an employer in brackets that begins here; 0 if there is none, or another clause begins there.
std::size_t LineReader::aside_end(std::size_t at) const {
    if (!inside(at) || !words_[at].opened) return 0;
    const std::size_t end = employer_end(at);
    if (end <= at || !inside(end)) return 0;
    const std::string_view between =
        std::string_view(reading_.line).substr(words_[end - 1].end, words_[end].begin - words_[end - 1].end);
    return trim(between) == ")" ? end : 0;
}

/// "Rosa Torres (Motol Hospital) emailed": the sentence goes on behind the brackets. What they say of somebody known
/// is understood if it is known as well, and stays text if not.
void LineReader::read_aside(Name& name) {
    const std::size_t end = name.possessive ? 0 : aside_end(name.end);
    if (end == 0 || (name.details_end > name.end && name.details_end != end)) return;
    name.aside_end = end;
    if (is_predicate(end)) words_[end].before = Gap::space;
    if (name.matches.empty() || name.matches.front().fit == NameFit::none) return;
    const RecordId organisation = orgs_[name.end] ? orgs_[name.end] : organisation_at(name.end).organisation;
    const auto works = affiliations_of(context_.workspace, name.matches.front().person);
    if (std::ranges::any_of(works, [&](RecordId work) {
            return organisation &&
                context_.workspace.reference(work, affiliation::organisation) == organisation;
        }))
        name.details_end = end;
}

bool LineReader::name_free(std::size_t at) const {
    return !context_.names.has(words_[at].folded) || knows(words_[at].folded) || !words_[at].capital;
}

/// "Ana introduced me to Jordan", "intro by Ben", "via Frank": who brought the others and me together.
void LineReader::find_introduction() {
    for (std::size_t at = 0; at < words_.size(); ++at) {
        if (!free(at) || words_[at].quoted) continue;
        if (const auto verb = match(WordRole::introduce, at)) {
            const std::size_t subject = name_ending(at);
            static constexpr std::array<std::string_view, 3> passive = {"was", "were", "got"};
            passive_introduction_ = std::ranges::contains(passive, words_[at].folded);
            if (subject != none && !names_[subject].possessive && !passive_introduction_)
                introducer_ = subject;
            introduction_ = range(at, at + verb.length);
            mark(at, at + verb.length, Use::kind);
            at += verb.length - 1;
        } else if (const auto by = match(WordRole::introducer, at); by && name_at(at + by.length) != none) {
            // "Via Frank" brings in those named before it; "intro by Frank" says so itself.
            const bool noun = words_[at].folded.starts_with("intro") && words_[at].folded != "introduced";
            const bool first = names_.front().begin >= at;
            if (first && !noun) continue;
            introducer_ = name_at(at + by.length);
            if (first) introduction_ = range(at, at + by.length);
            mark(at, at + by.length, first ? Use::kind : Use::join);
            at += by.length - 1;
        }
    }
    // "An intro to Selma from Liz"
    for (std::size_t i = 0; introducer_ == none && i < names_.size(); ++i) {
        const std::size_t behind = std::max(names_[i].end, names_[i].details_end);
        const std::size_t begin = names_[i].begin;
        const std::size_t by = inside(behind + 1) ? name_at(behind + 1) : none;
        if (begin < 2 || by == none || !ends_before(WordRole::to, begin)) continue;
        const auto noun = match(WordRole::kind, begin - 2);
        const bool giver =
            is(WordRole::from, behind) || is(WordRole::introducer, behind) || words_[behind].folded == "by";
        if (noun.value != interaction::kind.key(interaction::kind::introduction) || !giver ||
            !free(begin - 2) || !free(behind))
            continue;
        introducer_ = by;
        introduction_ = range(begin - 2, begin - 1);
        mark(begin - 2, begin, Use::kind);
        mark(behind, behind + 1, Use::join);
    }
    // "Got introduced to Selma by Liz"
    if (introduction_ && introducer_ == none) {
        for (std::size_t i = 0; i < names_.size(); ++i) {
            if (names_[i].begin > 0 && words_[names_[i].begin - 1].folded == "by" &&
                free(names_[i].begin - 1) && words_[names_[i].begin].begin > introduction_->end) {
                introducer_ = i;
                mark(names_[i].begin - 1, names_[i].begin, Use::join);
            }
        }
    }
    if (introduction_ && !reading_.kind)
        reading_.kind = Guess<enum interaction::kind>{interaction::kind::introduction, *introduction_, {}};
}

}  // namespace kith
