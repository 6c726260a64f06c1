// The days and times of a line: the grammar of days, in the words of the reader.
#include <algorithm>

#include "days/step_phrases.h"
#include "planning/log/reader.h"

namespace kith {

namespace chr = std::chrono;

std::size_t LineReader::word_from(std::size_t byte) const {
    return static_cast<std::size_t>(
        std::ranges::lower_bound(words_, byte, {}, &Word::begin) - words_.begin());
}

void LineReader::find_phrases_of_days() {
    for (const DaySense sense : {DaySense::past, DaySense::future}) {
        const DayContext days{.today = context_.today,
            .sense = sense,
            .order = context_.order,
            .first_weekday = context_.first_weekday,
            .locale = context_.locale};
        phrases_[static_cast<std::size_t>(sense)] = find_phrases(words_, days, taken_);
    }
}

/// The end of a rhythm that begins at a word: no weekday in it is a name ("every Monday").
std::size_t LineReader::rhythm_end(std::size_t at) const {
    for (const DayPhrase& phrase : phrases_[1]) {
        if (phrase.kind == PhraseKind::rhythm && !phrase.plain && phrase.begin == words_[at].begin)
            return word_from(phrase.end);
    }
    return at;
}

/// The day whose phrase, or what it says without the word in front, begins at a word.
DatePhrase LineReader::date(std::size_t at, DateDirection direction) const {
    if (at >= words_.size()) return {};
    const bool ahead = direction == DateDirection::future;
    for (const DayPhrase& phrase : phrases_[ahead ? 1 : 0]) {
        const bool here = phrase.begin == words_[at].begin || phrase.said == words_[at].begin;
        if (!here || phrase.kind != PhraseKind::day || !phrase.days ||
            (phrase.lead == PhraseLead::about && words_[word_from(phrase.begin)].folded != "for"))
            continue;
        const bool digits = words_[at].folded[0] >= '0' && words_[at].folded[0] <= '9';
        if (phrase.plain && phrase.lead == PhraseLead::since) return {};
        if (phrase.plain && phrase.lead == PhraseLead::none && !digits && !words_[at].capital) return {};
        if (phrase.plain && phrase.lead == PhraseLead::none && !digits && words_.size() > at + 1 &&
            phrase.days->precision != DayPrecision::day)
            return {};
        const auto kept = [&](const DaySpan& span) -> std::optional<PartialDate> {
            if (ahead || span.first > context_.today) return due_in(span, context_.today);
            if (span.precision == DayPrecision::week && span.last >= context_.today)
                return PartialDate{chr::year_month_day{context_.today}};
            if (span.precision == DayPrecision::week)  // the same weekday as today
                return PartialDate{chr::year_month_day{
                    span.first + (chr::weekday{context_.today} - chr::weekday{span.first})}};
            if (const auto one = span.kept()) return one;
            return PartialDate{chr::year_month_day{span.first}};
        };
        DatePhrase read;
        const auto date = kept(*phrase.days);
        if (!date) return {};
        read.date = *date;
        for (const DaySpan& other : phrase.others) {
            if (const auto one = kept(other)) read.alternatives.push_back(*one);
        }
        read.length = word_from(phrase.end) - at;
        read.doubtful = phrase.doubt != DayDoubt::none &&
            !(phrase.doubt == DayDoubt::this_or_next && !ahead) && phrase.doubt != DayDoubt::season;
        read.own_sense = phrase.own_sense;
        read.by = phrase.lead == PhraseLead::by || phrase.lead == PhraseLead::before ||
            phrase.lead == PhraseLead::since;
        return read;
    }
    return {};
}

TimePhrase LineReader::time(std::size_t at) const {
    if (at >= words_.size()) return {};
    for (const DayPhrase& phrase : phrases_[1]) {
        if (phrase.begin != words_[at].begin || phrase.kind != PhraseKind::time || !phrase.minute) continue;
        if (phrase.doubt != DayDoubt::none) return {};
        if (phrase.plain) {  // "0730", "15.00": only beside a day
            const bool beside = std::ranges::any_of(phrases_[1], [&](const DayPhrase& one) {
                return one.kind == PhraseKind::day &&
                    (word_from(one.end) == at || word_from(one.begin) == word_from(phrase.end));
            });
            if (!beside) return {};
        }
        return {word_from(phrase.end) - at, *phrase.minute};
    }
    return {};
}

/// Whether the line tells of what was ("met", "saw") or what is to come ("will see", "planned").
LineReader::Tense LineReader::tense() const {
    Tense found = Tense::unsaid;
    const std::size_t sentence = contact_sentence();
    for (std::size_t at = 0; at < words_.size(); ++at) {
        if (words_[at].quoted || use_[at] == Use::promise || name_at(at) != none ||
            sentences_[at] != sentence)
            continue;
        if (is(WordRole::plan, at) || is(WordRole::ahead, at)) return Tense::ahead;
        if (is(WordRole::past, at) || words_[at].folded == "had" || words_[at].folded == "was")
            found = Tense::past;
    }
    return planned_verb_ ? Tense::ahead : found;
}

/// "Christmas party", "happy new year": not when it was.
bool LineReader::names_other_things(std::size_t at) const {
    const auto holiday = days_.match(DayRole::holiday, words_, at);
    if (!holiday) return false;
    if (at > 0 && (words_[at - 1].folded == "happy" || words_[at - 1].folded == "merry")) return true;
    const std::size_t next = at + holiday.length;
    return inside(next) && words_[next].before <= Gap::space &&
        (is(WordRole::kind, next) || is(WordRole::weak, next));
}

/// Which sentence tells of the contact: the first with a kind or a name.
std::size_t LineReader::contact_sentence() const {
    for (std::size_t at = 0; at < words_.size(); ++at) {
        if (words_[at].quoted || use_[at] == Use::promise) continue;
        const std::size_t name = name_at(at);
        if (is(WordRole::kind, at) || is(WordRole::weak, at) || is(WordRole::past, at) ||
            is(WordRole::ahead, at) || is(WordRole::plan, at) || (name != none && !names_[name].possessive))
            return sentences_[at];
    }
    return 0;
}

/// Whether a sentence says nothing besides when and where: "Coffee with Ben. Friday 10:30."
bool LineReader::says_only_when(std::size_t sentence) const {
    for (std::size_t at = 0; at < words_.size(); ++at) {
        if (sentences_[at] != sentence || use_[at] != Use::free || words_[at].capital) continue;
        const bool day = std::ranges::any_of(phrases_[1], [&](const DayPhrase& phrase) {
            return phrase.begin <= words_[at].begin && words_[at].begin < phrase.end;
        });
        bool joins = day;
        for (const WordRole role :
            {WordRole::filler, WordRole::on, WordRole::at, WordRole::in, WordRole::with, WordRole::and_,
                WordRole::kind, WordRole::weak, WordRole::plan, WordRole::by})
            joins = joins || is(role, at);
        if (!joins) return false;
    }
    return true;
}

void LineReader::find_dates() {
    const Tense tense_said = tense();
    const std::size_t sentence = contact_sentence();
    for (std::size_t at = 0; at < words_.size(); ++at) {
        if (sentences_[at] != sentence) continue;
        const auto plan = free(at) ? match(WordRole::plan, at) : LogWords::Found{};
        const auto coming = free(at) ? match(WordRole::ahead, at) : LogWords::Found{};
        if (plan || coming) {
            reading_.planned = true;
            if (plan) mark(at, at + plan.length, Use::plan);
        }
    }
    if (planned_verb_) reading_.planned = true;
    const auto day_of = [](const PartialDate& date) { return date.earliest().value_or(Day{}); };
    for (std::size_t at = 0; at < words_.size(); ++at) {
        if (!free(at) || name_at(at) != none) continue;
        if (sentences_[at] != sentence && !says_only_when(sentences_[at])) continue;
        if (const TimePhrase clock = time(at); clock && !reading_.minute) {
            reading_.minute = Guess<int>{clock.minute, range(at, at + clock.length), {}};
            mark(at, at + clock.length, Use::date);
            at += clock.length - 1;
            continue;
        }
        if (names_other_things(at)) continue;
        const DatePhrase past = date(at, DateDirection::past);
        const DatePhrase coming = date(at, DateDirection::future);
        DatePhrase phrase = tense_said == Tense::ahead ? coming : past;
        if (!phrase || reading_.on || (phrase.by && !(tense_said == Tense::ahead)) ||
            at + phrase.length > words_.size() || !free(at + phrase.length - 1))
            continue;
        const Day today = context_.today;
        if (past && coming && tense_said == Tense::unsaid && past.date != coming.date) {
            // Nearly a year ago or soon: soon. So close that both are likely: asked about.
            const auto behind = today - day_of(past.date);
            const auto ahead = day_of(coming.date) - today;
            if (behind > chr::days{14} && ahead * 4 < behind) phrase = coming;
            const bool month = !phrase.date.day;
            if (month && behind > chr::days{180} && ahead < chr::days{62} && !phrase.own_sense) {
                phrase.doubtful = true;
                phrase.alternatives = {phrase.date == coming.date ? past.date : coming.date};
            }
        }
        reading_.on = Guess<PartialDate>{
            phrase.date, range(at, at + phrase.length), std::move(phrase.alternatives), phrase.doubtful};
        mark(at, at + phrase.length, Use::date);
        at += phrase.length - 1;
    }
}

}  // namespace kith
