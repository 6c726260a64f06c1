#include "days/step_phrases.h"

#include <algorithm>

#include "base/text.h"
#include "days/words.h"

namespace kith {

namespace {

namespace chr = std::chrono;

class StepReader {
public:
    StepReader(std::string_view line, const DayContext& context,
        std::span<const std::pair<std::size_t, std::size_t>> taken)
        : line_(line),
          today_(context.today),
          words_(DayWords::of(context.locale)),
          tokens_(tokens_of(line)),
          phrases_(find_phrases(tokens_, context, taken)),
          last_(tokens_.size()) {}

    StepPhrases read() {
        if (!tokens_.empty()) {
            while (last_ > first_ + 1 && take_last()) {}
            while (last_ > first_ + 1 && take_first()) {}
        }
        if (all_is_phrase()) {  // "tomorrow at 3" is no step
            StepPhrases whole;
            whole.title = trim(line_);
            return whole;
        }
        step_.title = title();
        if (step_.minute && !step_.due && !step_.repeats && time_by_)
            step_.due = PartialDate{chr::year_month_day{today_}};
        return std::move(step_);
    }

private:
    std::string_view line_;
    Day today_;
    const DayWords& words_;
    std::vector<Token> tokens_;
    std::vector<DayPhrase> phrases_;
    std::size_t first_ = 0;  // words that are left
    std::size_t last_;
    bool time_by_ = false;  // by when today
    StepPhrases step_;

    bool is(DayRole role, std::size_t at) const { return static_cast<bool>(words_.match(role, tokens_, at)); }

    /// Whether what is left for the title is a phrase as well.
    bool all_is_phrase() const {
        if (first_ == 0 && last_ == tokens_.size()) return false;
        return std::ranges::any_of(phrases_, [&](const DayPhrase& one) {
            return one.begin <= tokens_[first_].begin && tokens_[last_ - 1].end <= one.end && !one.plain;
        });
    }

    std::string title() const {
        if (first_ == 0 && last_ == tokens_.size()) return std::string(trim(line_));
        std::size_t begin = first_ == 0 ? 0 : tokens_[first_].begin;
        if (begin > 0 && line_[begin - 1] == '"') --begin;
        const std::size_t end = last_ == tokens_.size() ? line_.size() : tokens_[last_ - 1].end;
        std::string_view left = line_.substr(begin, end - begin);
        // A mark that closes what stands in it belongs to the title; what led to the phrase does not.
        if (last_ < tokens_.size()) {
            std::string_view rest = line_.substr(end, tokens_[last_].begin - end);
            const std::size_t closing = rest.find_first_of("\"')!?");
            if (closing == 0) left = line_.substr(begin, end + 1 - begin);
        }
        left = trim(left);
        return std::string(left);
    }

    std::size_t token_from(std::size_t byte) const {
        return static_cast<std::size_t>(
            std::ranges::lower_bound(tokens_, byte, {}, &Token::begin) - tokens_.begin());
    }

    /// Whether what would be left is no end of a title: "Lunch with", "Look at the".
    bool dangles(std::size_t end) const {
        const Token& word = tokens_[end - 1];
        if (end < tokens_.size() && tokens_[end].before >= Break::comma) return false;
        if (word.quoted) return false;
        if (is(DayRole::dangling, end - 1)) return true;
        for (const DayRole role : {DayRole::the, DayRole::of, DayRole::about, DayRole::since, DayRole::to}) {
            const auto found = words_.match(role, tokens_, end - 1);
            if (found.length == 1 && !word.capital && word.folded[0] > '9' && word.folded != "next")
                return true;
        }
        return false;
    }

    bool believed(const DayPhrase& phrase, std::size_t begin) const {
        if (phrase.lead == PhraseLead::about || phrase.lead == PhraseLead::since) return false;
        if (dangles(begin)) return false;
        const bool led = phrase.lead != PhraseLead::none;
        const Token& word = tokens_[begin];
        switch (phrase.kind) {
            case PhraseKind::day: {
                if (phrase.doubt == DayDoubt::unknown_day) return true;
                const bool digits = word.folded[0] >= '0' && word.folded[0] <= '9';
                if (phrase.plain && !led && step_.minute && word.capital && tokens_[begin].end == phrase.end)
                    return true;  // "Wed 16:00"
                if (phrase.plain && !led)
                    return digits && phrase.days && phrase.days->is_day() &&
                        !word.folded.contains('.') + word.dot_behind > 0;
                // "in May" may be a month, "by sun" is none.
                return true;
            }
            case PhraseKind::time: return !phrase.plain || beside_day(begin);
            case PhraseKind::rhythm: return !led || phrase.lead == PhraseLead::on;
            case PhraseKind::length: return phrase.lead != PhraseLead::by;
        }
        return false;
    }
    /// Whether a day stands before, or was taken behind.
    bool beside_day(std::size_t begin) const {
        if (step_.due) return true;
        return std::ranges::any_of(phrases_, [&](const DayPhrase& one) {
            return one.kind == PhraseKind::day && token_from(one.end) == begin;
        });
    }
    bool free_for(const DayPhrase& phrase) const {
        switch (phrase.kind) {
            case PhraseKind::day: return !step_.due || (step_.repeats && phrase.doubt == DayDoubt::none);
            case PhraseKind::time: return !step_.minute;
            case PhraseKind::rhythm: return !step_.repeats;
            case PhraseKind::length: return step_.minutes == 0;
        }
        return false;
    }

    void doubt(StepField field, const DayPhrase& phrase, bool or_none = false) {
        StepDoubt one{.field = field,
            .why = phrase.doubt,
            .begin = phrase.begin,
            .end = phrase.end,
            .or_none = or_none};
        if (field == StepField::due) {
            for (const DaySpan& other : phrase.others) {
                if (const auto day = due_in(other, today_)) one.others.push_back(*day);
            }
        }
        step_.doubts.push_back(std::move(one));
    }

    /// Takes what the phrase says; false if it is only asked about and stays in the title.
    bool keep(const DayPhrase& phrase) {
        switch (phrase.kind) {
            case PhraseKind::day: {
                if (phrase.doubt == DayDoubt::unknown_day) {
                    doubt(StepField::due, phrase);
                    return false;
                }
                const auto due = due_in(*phrase.days, today_);
                if (!due) return false;
                if (step_.repeats && step_.due) return true;  // the rhythm said it already
                step_.due = due;
                if (phrase.doubt != DayDoubt::none)
                    doubt(StepField::due, phrase, phrase.doubt == DayDoubt::no_such_day);
                return true;
            }
            case PhraseKind::time: {
                if (phrase.doubt == DayDoubt::vague) {
                    doubt(StepField::time, phrase);
                    return false;
                }
                step_.minute = phrase.minute;
                time_by_ |= phrase.lead == PhraseLead::by;
                if (phrase.doubt != DayDoubt::clock) return true;
                doubt(StepField::time, phrase);
                StepDoubt day{.field = StepField::due,
                    .why = phrase.doubt,
                    .begin = phrase.begin,
                    .end = phrase.end,
                    .or_none = true};
                const std::string_view hour = line_.substr(phrase.said, phrase.end - phrase.said);
                if (const auto number = read_integer(hour)) {
                    const chr::year_month_day now{today_};
                    for (int step = 0; step < 3; ++step) {
                        const auto month = chr::year_month{now.year(), now.month()} + chr::months{step};
                        const chr::year_month_day date = month / chr::day{static_cast<unsigned>(*number)};
                        if (!date.ok() || Day{date} < today_) continue;
                        day.others.push_back(PartialDate{date});
                        break;
                    }
                }
                step_.doubts.push_back(std::move(day));
                return true;
            }
            case PhraseKind::rhythm:
                if (!phrase.rhythm) {
                    doubt(StepField::repeats, phrase);
                    return false;
                }
                step_.repeats = phrase.rhythm;
                if (phrase.days && !step_.due) step_.due = due_in(*phrase.days, today_);
                return true;
            case PhraseKind::length: step_.minutes = phrase.minutes; return true;
        }
        return false;
    }

    bool take_last() {
        const std::size_t end = tokens_[last_ - 1].end;
        const auto phrase = std::ranges::find_if(phrases_, [&](const DayPhrase& one) {
            return one.end >= end && one.begin < end && token_from(one.begin) < last_;
        });
        if (phrase == phrases_.end()) return false;
        const std::size_t begin = token_from(phrase->begin);
        if (begin <= first_ || !believed(*phrase, begin) || !free_for(*phrase) || !keep(*phrase))
            return false;
        last_ = begin;
        // "(25 min)", ", due 7 December"
        return true;
    }

    bool take_first() {
        const auto phrase = std::ranges::find_if(
            phrases_, [&](const DayPhrase& one) { return token_from(one.begin) == first_; });
        if (phrase == phrases_.end()) return false;
        const std::size_t end = token_from(phrase->end);
        if (end >= last_ || phrase->end > tokens_[end].begin) return false;
        const bool parted = tokens_[end].before >= Break::comma;
        const bool leads = phrase->kind == PhraseKind::day && !phrase->plain &&
            (phrase->lead == PhraseLead::by || phrase->lead == PhraseLead::on ||
                (phrase->own_sense && !tokens_[end].capital && phrase->days && phrase->days->is_day()));
        if ((!parted && !leads) || phrase->doubt == DayDoubt::unknown_day || phrase->doubt == DayDoubt::vague)
            return false;
        if (phrase->lead == PhraseLead::about || phrase->lead == PhraseLead::since || !free_for(*phrase) ||
            (phrase->plain && !parted))
            return false;
        if (!keep(*phrase)) return false;
        first_ = end;
        return true;
    }
};

}  // namespace

std::optional<PartialDate> due_in(const DaySpan& span, Day today) {
    const auto day = [](Day one) { return PartialDate{chr::year_month_day{one}}; };
    switch (span.precision) {
        case DayPrecision::week: {
            const Day friday = span.first + (chr::Friday - chr::weekday{span.first});
            return day(friday < today && span.last >= today ? span.last : friday);
        }
        case DayPrecision::weekend: return day(span.first);
        case DayPrecision::days:
            return day(
                span.first == span.last ? span.first : std::max(span.first, std::min(today, span.last)));
        case DayPrecision::quarter:
        case DayPrecision::season: return day(span.last);
        default: return span.kept();
    }
}

StepPhrases read_step_phrases(
    std::string_view line, DayContext context, std::span<const std::pair<std::size_t, std::size_t>> taken) {
    context.sense = DaySense::future;
    return StepReader(line, context, taken).read();
}

}  // namespace kith
