#include "days/phrases.h"

#include <algorithm>

#include "days/grammar.h"

namespace kith {

namespace {

class PhraseFinder {
public:
    PhraseFinder(std::span<const Token> tokens, const DayContext& context,
        std::span<const std::pair<std::size_t, std::size_t>> taken)
        : tokens_(respelt(tokens, context, taken)), taken_(taken), grammar_(tokens_, context) {}

    std::vector<DayPhrase> find() {
        for (std::size_t at = 0; at < tokens_.size();) {
            const std::size_t end = tokens_[at].quoted || is_taken(at) ? 0 : phrase_at(at);
            at = end > at ? end : at + 1;
        }
        return std::move(phrases_);
    }

private:
    std::vector<Token> tokens_;
    std::span<const std::pair<std::size_t, std::size_t>> taken_;
    DayGrammar grammar_;
    std::vector<DayPhrase> phrases_;

    static std::vector<Token> respelt(std::span<const Token> tokens, const DayContext& context,
        std::span<const std::pair<std::size_t, std::size_t>> taken) {
        std::vector<Token> corrected(tokens.begin(), tokens.end());
        for (Token& token : corrected) {
            const bool name = std::ranges::any_of(
                taken, [&](const auto& one) { return token.begin < one.second && token.end > one.first; });
            if (name) {
                token.quoted = true;  // nothing of it belongs to a phrase
                continue;
            }
            const std::string_view meant = DayWords::of(context.locale).respelt(token.folded);
            if (!meant.empty()) token.folded = meant;
        }
        return corrected;
    }

    bool is_taken(std::size_t at) const { return tokens_[at].quoted; }
    bool quoted_within(std::size_t begin, std::size_t end) const {
        return std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(begin),
            tokens_.begin() + static_cast<std::ptrdiff_t>(end),
            [](const Token& token) { return token.quoted; });
    }
    bool is(DayRole role, std::size_t at) const { return grammar_.is(role, at); }
    /// Whether a word ends a phrase's place in the line: nothing goes on from it.
    bool possessive(std::size_t end) const { return grammar_.inside(end) && tokens_[end].folded == "'s"; }

    /// Whether the phrase before goes on in this word: "Saturday Night Live".
    bool part_of_name(std::size_t begin, std::size_t end) const {
        if (end - begin > 2 || begin == 0 || !tokens_[begin].capital || !grammar_.continues(end))
            return false;
        const Token& next = tokens_[end];
        return next.capital && !next.quoted && !grammar_.words().knows(next.folded) && next.folded != "'s" &&
            next.folded[0] > '9';
    }
    bool numbered(std::size_t at) const {
        for (std::size_t back = 1; back <= 2 && back <= at; ++back) {
            if (is(DayRole::numbered, at - back)) return true;
            const bool digits = tokens_[at - back].folded[0] >= '0' && tokens_[at - back].folded[0] <= '9';
            if (digits || tokens_[at - back + 1].before > Break::space) return false;
        }
        return false;
    }

    struct Lead {
        PhraseLead lead = PhraseLead::none;
        std::size_t length = 0;
    };
    Lead lead_at(std::size_t at) const {
        Lead best;
        const auto consider = [&](DayRole role, PhraseLead lead) {
            const auto found = grammar_.match(role, at);
            if (found.length > best.length) best = {lead, found.length};
        };
        consider(DayRole::by, PhraseLead::by);
        consider(DayRole::before, PhraseLead::before);
        consider(DayRole::on, PhraseLead::on);
        consider(DayRole::in, PhraseLead::in);
        consider(DayRole::since, PhraseLead::since);
        consider(DayRole::about, PhraseLead::about);
        if (tokens_[at].folded == "before") best.lead = PhraseLead::before;
        return best;
    }

    DayPhrase& add(PhraseKind kind, std::size_t begin, std::size_t said, std::size_t end, PhraseLead lead) {
        DayPhrase phrase;
        phrase.kind = kind;
        phrase.begin = tokens_[begin].begin;
        phrase.said = tokens_[said].begin;
        phrase.end = tokens_[end - 1].end;
        phrase.lead = lead;
        return phrases_.emplace_back(std::move(phrase));
    }

    /// The word behind the phrase that begins here; 0 if none does.
    std::size_t phrase_at(std::size_t at) {
        if (const auto no = grammar_.match(DayRole::no_day, at); no && !comes_true(at, no.length))
            return at + no.length;
        if (const auto part = grammar_.match(DayRole::part_word, at);
            part && grammar_.continues(at + part.length)) {
            if (const DayRead day = grammar_.day_at(at + part.length);
                day && !day.plain && !quoted_within(at, day.end))
                return read(at, at + part.length, PhraseLead::none);
        }
        const Lead lead = lead_at(at);
        if (lead.length > 0 && grammar_.continues(at + lead.length) && !is_taken(at + lead.length)) {
            if (const std::size_t end = read(at, at + lead.length, lead.lead)) return end;
        }
        return read(at, at, PhraseLead::none);
    }

    /// "Friday the 13th", when the next 13th is one.
    bool comes_true(std::size_t at, std::size_t length) const {
        const DayRead day = grammar_.day_at(at + 1);
        return is(DayRole::weekday, at) && length > 1 && day &&
            chr_weekday(day.days.first) == weekday_named(at);
    }
    unsigned weekday_named(std::size_t at) const {
        const auto name = grammar_.match(DayRole::weekday, at);
        return static_cast<unsigned>(name.value.empty() ? 0 : name.value[0] - '0');
    }
    static unsigned chr_weekday(Day day) { return std::chrono::weekday{day}.iso_encoding(); }

    std::size_t read(std::size_t begin, std::size_t at, PhraseLead lead) {
        const DayRead day = grammar_.day_at(at);
        TimeRead time = grammar_.time_at(at);
        const RhythmRead rhythm = grammar_.rhythm_at(at);
        const LengthRead length = grammar_.length_at(at);
        const std::size_t longest = std::max({day.end, time.end, rhythm.end, length.end});
        if (longest == 0) return unknown(begin, at, lead);
        if (quoted_within(at, longest) || (possessive(longest) && day.end == longest)) return 0;
        if (rhythm.end == longest) {
            DayPhrase& phrase = add(PhraseKind::rhythm, begin, at, longest, lead);
            phrase.rhythm = rhythm.rhythm;
            phrase.days = rhythm.first;
            if (!rhythm.rhythm) phrase.doubt = DayDoubt::vague;
            return longest;
        }
        if (day.end == longest) {
            const bool weekday =
                day.plain && is(DayRole::weekday, day.end - 1) && !is(DayRole::month, day.end - 1);
            if (weekday && (lead == PhraseLead::in || is(DayRole::the, at))) return 0;  // "in the sun"
            if (begin == at && numbered(at) && day.plain && tokens_[at].folded[0] <= '9') return 0;
            if (begin == at && day.end == at + 1 && part_of_name(at, longest)) return 0;
            if (begin == at && day.end == at + 2 && !is(DayRole::the, at) && part_of_name(at, longest) &&
                !tokens_[at].folded.empty() && tokens_[at].folded[0] > '9')
                return 0;
            DayPhrase& phrase = add(PhraseKind::day, begin, at, longest, lead);
            phrase.days = day.days;
            phrase.others = day.others;
            phrase.doubt = day.doubt;
            phrase.plain = day.plain;
            phrase.year_said = day.year_said;
            phrase.own_sense = day.own_sense;
            return take_part_words(longest);
        }
        if (length.end == longest && (length.end > time.end || !time)) {
            // "In 20 minutes": when that is, only a clock knows.
            if (lead == PhraseLead::in || (begin == at && is(DayRole::in, at) && !is(DayRole::for_, at))) {
                add(PhraseKind::time, begin, at, longest, lead).doubt = DayDoubt::vague;
                return longest;
            }
            if (lead == PhraseLead::about) lead = PhraseLead::none;  // "for 20 min"
            add(PhraseKind::length, begin, at, longest, lead).minutes = length.minutes;
            return longest;
        }
        if (numbered(at) && time.plain) return 0;
        DayPhrase& phrase = add(PhraseKind::time, begin, at, longest, lead);
        phrase.minute = time.minute;
        phrase.plain = time.plain;
        return longest;
    }

    /// "in the evening", "first thing": belong to the day before them and change nothing in it.
    std::size_t take_part_words(std::size_t end) {
        const auto part = grammar_.go_on(DayRole::part_word, end);
        if (!part) return end;
        phrases_.back().end = tokens_[end + part.length - 1].end;
        return end + part.length;
    }

    /// "the day after the interview", "by 5", "in 5": somebody meant a day that can't be told.
    std::size_t unknown(std::size_t begin, std::size_t at, PhraseLead lead) {
        const bool ends = !grammar_.inside(at + 1) || tokens_[at + 1].before >= Break::comma;
        if (lead == PhraseLead::by && ends && tokens_[begin].folded == "by" && is_hour(at)) {
            DayPhrase& phrase = add(PhraseKind::time, begin, at, at + 1, lead);
            const int hour = tokens_[at].folded.size() == 1 ? tokens_[at].folded[0] - '0'
                                                            : 10 + tokens_[at].folded[1] - '0';
            phrase.minute = (hour <= 6 ? hour + 12 : hour) * 60;
            phrase.doubt = DayDoubt::clock;
            return at + 1;
        }
        if (lead == PhraseLead::in && ends && tokens_[begin].folded == "in" && is_number(at)) {
            add(PhraseKind::time, begin, at, at + 1, lead).doubt = DayDoubt::vague;
            return at + 1;
        }
        if (begin != at) return 0;
        // "The day after …", "two weeks before …", to the end of the clause.
        std::size_t next = at + grammar_.match(DayRole::the, at).length;
        if (const auto number = next == at ? grammar_.match(DayRole::number, at) : DayWords::Found{})
            next += number.length;
        else if (next == at && is_number(at))
            ++next;
        if (next == at) return 0;
        const auto unit = grammar_.go_on(DayRole::unit, next);
        if (!unit || unit.value == "weekend") return 0;
        next += unit.length;
        const auto after = grammar_.go_on(DayRole::after, next);
        const auto before = grammar_.go_on(DayRole::before, next);
        const std::size_t base = next + std::max(after.length, before.length);
        if (base == next || !grammar_.continues(base)) return 0;
        std::size_t end = base + 1;
        while (grammar_.continues(end) && end < base + 6)
            ++end;
        add(PhraseKind::day, at, at, end, PhraseLead::none).doubt = DayDoubt::unknown_day;
        return end;
    }
    bool is_number(std::size_t at) const {
        const std::string& text = tokens_[at].folded;
        return !text.empty() && text.size() <= 2 && text.find_first_not_of("0123456789") == std::string::npos;
    }
    bool is_hour(std::size_t at) const {
        const std::string& text = tokens_[at].folded;
        return is_number(at) && text[0] != '0' && (text.size() == 1 || text <= "12");
    }
};

}  // namespace

std::vector<DayPhrase> find_phrases(std::span<const Token> tokens, const DayContext& context,
    std::span<const std::pair<std::size_t, std::size_t>> taken) {
    return PhraseFinder(tokens, context, taken).find();
}

std::vector<DayPhrase> find_phrases(std::string_view line, const DayContext& context,
    std::span<const std::pair<std::size_t, std::size_t>> taken) {
    return find_phrases(tokens_of(line), context, taken);
}

}  // namespace kith
