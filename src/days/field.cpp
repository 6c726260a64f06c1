#include "days/field.h"

#include <algorithm>

#include "base/text.h"
#include "days/grammar.h"

namespace kith {

namespace {

namespace chr = std::chrono;

bool is_number(const Token& token) {
    return !token.folded.empty() && token.folded.find_first_not_of("0123456789") == std::string::npos;
}

bool ends_in_two_digits(std::string_view text) {
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto begin = std::ranges::find_if_not(text.rbegin(), text.rend(), digit);
    return begin - text.rbegin() == 2;
}

class FieldReader {
public:
    FieldReader(std::string_view text, const DayContext& context, FieldWants wants)
        : context_(context), wants_(wants), tokens_(tokens_of(text)) {
        const DayWords& words = DayWords::of(context.locale);
        for (Token& token : tokens_) {
            token.quoted = false;
            if (const auto meant = words.respelt(token.folded); !meant.empty()) token.folded = meant;
        }
        join_numbers();
    }

    DayField read() const {
        if (tokens_.empty()) return refuse(DayRefusal::no_day);
        const DayGrammar grammar(tokens_, context_);
        DayField best = refuse(DayRefusal::no_day);
        std::size_t first = 0;
        if (const TimeRead time = grammar.time_at(0);
            time && !time.plain && time.end < tokens_.size()) {  // "noon tomorrow"
            best.minute = time.minute;
            first = time.end;
        }
        for (std::size_t at = first; at < tokens_.size();) {
            if (const auto day = grammar.day_at(at); day && ends(grammar, day.end, best))
                return taken(day, at, best.minute);
            std::size_t lead = 0;
            for (const DayRole role : {DayRole::on, DayRole::by, DayRole::in, DayRole::the, DayRole::since})
                lead = std::max(lead, grammar.match(role, at).length);
            if (lead == 0) break;
            at += lead;
        }
        return reason(grammar);
    }

private:
    const DayContext& context_;
    FieldWants wants_;
    std::vector<Token> tokens_;

    static DayField refuse(DayRefusal why, chr::year_month month = {}) {
        DayField field;
        field.refusal = why;
        field.month = month;
        return field;
    }

    /// "12 12 1979" and "12. 12. 1979" are one number each.
    void join_numbers() {
        if (tokens_.size() < 2 || tokens_.size() > 3 || !std::ranges::all_of(tokens_, is_number)) return;
        const char mark = tokens_.front().dot_behind ? '.' : '/';
        Token whole = tokens_.front();
        for (std::size_t i = 1; i < tokens_.size(); ++i)
            whole.folded += mark + tokens_[i].folded;
        whole.dot_behind = true;
        tokens_ = {whole};
    }

    /// Whether nothing but a time of day stands behind.
    bool ends(const DayGrammar& grammar, std::size_t at, DayField& field) const {
        if (at < tokens_.size()) {
            if (const TimeRead time = grammar.time_at(at);
                time && (!time.plain || tokens_[at].folded.contains('.'))) {
                field.minute = time.minute;
                at = time.end;
            } else if (const auto part = grammar.match(DayRole::part_word, at)) {
                at += part.length;
            }
        }
        return at == tokens_.size();
    }

    DayField taken(const DayRead& day, std::size_t at, std::optional<int> minute) const {
        const chr::year_month_day first{day.days.first};
        if (day.doubt == DayDoubt::no_such_day &&
            (wants_ != FieldWants::birthday || day.year_said || day.days.is_day())) {
            const bool leap = first.month() == chr::February && tokens_leap();
            if (!leap || day.year_said) {
                DayField field = refuse(DayRefusal::no_such_day, {first.year(), first.month()});
                field.year_said = day.year_said;
                return field;
            }
        }
        DayField field;
        field.minute = minute;
        field.year_said = day.year_said;
        field.doubt = day.doubt;
        const auto keep = [&](const DaySpan& span) {
            return span.precision == DayPrecision::quarter || span.precision == DayPrecision::season
                ? std::nullopt
                : span.kept();
        };
        field.date = keep(day.days);
        const bool week = day.days.precision == DayPrecision::week ||
            day.days.precision == DayPrecision::weekend || day.days.precision == DayPrecision::days;
        if (week && !day.days.is_day()) {  // the day it begins, for what was; for what is to come, by when
            const Day monday = day.days.first;
            const bool whole = day.days.precision == DayPrecision::week;
            const Day chosen = wants_ == FieldWants::future && whole
                ? std::max(monday + chr::days{4}, context_.today)
                : monday;
            field.date = PartialDate{chr::year_month_day{chosen}};
        }
        if (!field.date) return refuse(DayRefusal::not_a_day);
        for (const DaySpan& other : day.others) {
            if (const auto kept = keep(other)) field.others.push_back(*kept);
        }
        const bool yearly = wants_ == FieldWants::birthday || wants_ == FieldWants::any;
        if (yearly && !day.year_said && !day.own_sense && !is_relative(at)) {
            if (day.doubt == DayDoubt::this_or_next) return field;
            field.date->year.reset();
            field.others.clear();
            field.doubt = DayDoubt::none;
            return field;
        }
        const auto earliest = field.date->earliest();
        if (wants_ == FieldWants::birthday && earliest && *earliest > context_.today)
            return refuse(DayRefusal::to_come);
        return field;
    }
    /// A weekday or a day of the month: without a year, but no day of every year.
    bool is_relative(std::size_t at) const {
        const DayGrammar grammar(tokens_, context_);
        for (std::size_t i = at; i < tokens_.size(); ++i) {
            if (grammar.is(DayRole::month, i) || tokens_[i].folded.contains('/') ||
                tokens_[i].folded.contains('.') || tokens_[i].folded.contains("月") ||
                grammar.is(DayRole::holiday, i) || tokens_[i].folded.contains("\u110B"))
                return false;
        }
        return true;
    }
    bool tokens_leap() const {
        return std::ranges::any_of(tokens_, [](const Token& token) {
            return token.folded.starts_with("29") || token.folded.contains("/29") ||
                token.folded.contains("-29") || token.folded.contains(".29");
        });
    }

    /// Why it is no day: numbers that can't be months, days or years say so.
    DayField reason(const DayGrammar& grammar) const {
        if (grammar.inside(0) && (tokens_.size() == 1 || grammar.time_at(1))) {
            std::string text = tokens_[0].folded;
            std::ranges::replace(text, '/', '-');
            std::ranges::replace(text, '.', '-');
            const auto parts = split(text, '-');
            if (parts.size() == 3 && std::ranges::all_of(parts, [](std::string_view part) {
                    return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
                })) {
                const bool year_leads = parts[0].size() == 4;
                const auto year = read_integer(parts[year_leads ? 0 : 2]);
                if (year && *year == 0) return refuse(DayRefusal::no_such_year);
                const auto a = read_integer(parts[year_leads ? 1 : 0]);
                const auto b = read_integer(parts[year_leads ? 2 : 1]);
                if (a && b && (*a > 12 || *b > 12) && *a > 0 && *b > 0)
                    return refuse(DayRefusal::no_such_month);
                return refuse(DayRefusal::no_day);
            }
        }
        // "1 January 0000"
        if (tokens_.size() > 1 && is_number(tokens_.back()) && tokens_.back().folded.size() == 4) {
            for (std::size_t at = 0; at < tokens_.size(); ++at) {
                if (grammar.is(DayRole::month, at)) return refuse(DayRefusal::no_such_year);
            }
        }
        return refuse(DayRefusal::no_day);
    }
};

/// "3 weeks" alone: in a field it can only mean from now.
std::optional<PartialDate> bare_amount(std::string_view text, const DayContext& context) {
    const DayWords& words = DayWords::of(context.locale);
    const std::vector<Token> tokens = tokens_of("in " + std::string(text));
    if (tokens.size() < 3 || words.match(DayRole::rhythm, tokens, 1)) return std::nullopt;
    const DayGrammar grammar(tokens, context);
    const DayRead day = grammar.day_at(0);
    if (!day || day.end != tokens.size() || !day.days.is_day() || !day.own_sense || day.year_said)
        return std::nullopt;
    return day.days.kept();
}

}  // namespace

DayField read_day_field(std::string_view text, DayContext context, FieldWants wants) {
    text = trim(text);
    // "14-Mar-1979" is three words.
    std::string spaced(text);
    for (std::size_t i = 1; i + 1 < spaced.size(); ++i) {
        const auto digit = [](char c) { return c >= '0' && c <= '9'; };
        if (spaced[i] == '-' && digit(spaced[i - 1]) != digit(spaced[i + 1])) spaced[i] = ' ';
    }
    const bool weeks = std::ranges::any_of(text, [](char c) { return c == 'w' || c == 'W'; });
    if (!weeks && !text.starts_with("--")) text = spaced;
    context.field = true;
    context.sense = wants == FieldWants::future ? DaySense::future : DaySense::past;
    if (text.starts_with("--")) {
        DayField field;
        field.date = parse_iso_date(text);
        field.refusal = field.date ? DayRefusal::none : DayRefusal::no_day;
        return field;
    }
    DayField field = FieldReader(text, context, wants).read();
    if (field.refusal == DayRefusal::no_day && wants == FieldWants::future && !text.empty() &&
        text.size() < 40) {
        if (const auto date = bare_amount(text, context)) {
            field = {};
            field.date = date;
        }
    }
    if (wants == FieldWants::any && field.date && field.date->year && ends_in_two_digits(text)) {
        // A year of two digits may be up to 20 years to come: "1/2/30".
        constexpr chr::years century{100};
        const chr::year later = *field.date->year + century;
        if (later <= chr::year_month_day{context.today}.year() + chr::years{20}) field.date->year = later;
    }
    return field;
}

}  // namespace kith
