#include "base/formatter.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include "base/assertion.h"
#include "base/text.h"

namespace kith {

using namespace std::chrono;

namespace {

/// What a history kept as text, as the type that the message declares. What can't be read stays as it is.
ArgumentView as_declared(const ArgumentView& argument, ArgumentType type) {
    const std::string_view text = argument.text();
    if (type == ArgumentType::span) {
        std::int64_t number = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error != std::errc{} || end != text.data() + text.size()) return text;
        return days{number};
    }
    if (type == ArgumentType::count) {
        std::int64_t number = 0;
        const std::size_t point = text.find('.');
        std::string digits(text);
        if (point != std::string_view::npos) digits.erase(point, 1);
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
        if (error != std::errc{} || end != digits.data() + digits.size()) return text;
        return ArgumentView::scaled(
            number, point == std::string_view::npos ? 0 : static_cast<unsigned>(text.size() - point - 1));
    }
    if (type == ArgumentType::day) {
        if (const auto date = parse_iso_date(text)) return *date;
    }
    if (type == ArgumentType::moment) {
        if (const auto moment = parse_iso_instant(text)) return *moment;
    }
    return text;
}

constexpr bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/// Reads a message from its beginning.
struct Reader {
    std::string_view rest;

    void skip_spaces() {
        while (!rest.empty() && is_space(rest.front()))
            rest.remove_prefix(1);
    }
    bool take(std::string_view token) {
        skip_spaces();
        if (!rest.starts_with(token)) return false;
        rest.remove_prefix(token.size());
        return true;
    }
    /// Up to a space or a brace.
    std::string_view word() {
        skip_spaces();
        const std::size_t end = std::ranges::find_if(rest, [](char c) {
            return is_space(c) || c == '{' || c == '}';
        }) - rest.begin();
        const std::string_view found = rest.substr(0, end);
        rest.remove_prefix(end);
        return found;
    }
    /// What stands between the braces that open here, up to the next that closes.
    std::string_view expression() {
        const std::size_t close = std::min(rest.find('}'), rest.size());
        const std::string_view inside = rest.substr(0, close);
        rest.remove_prefix(std::min(close + 1, rest.size()));
        return inside;
    }
    /// A pattern, behind its "{{" and with its "}}".
    std::string_view pattern() {
        std::size_t at = 0;
        while (at < rest.size() && !rest.substr(at).starts_with("}}")) {
            if (rest[at] == '\\')
                ++at;
            else if (rest[at] == '{')
                at = std::min(rest.find('}', at), rest.size() - 1);
            ++at;
        }
        at = std::min(at, rest.size());
        const std::string_view found = rest.substr(0, at);
        rest.remove_prefix(std::min(at + 2, rest.size()));
        return found;
    }
};

}  // namespace

/// A message with what fills it.
struct Formatter::Call {
    Catalogue::Found found;
    std::string_view parameters;
    std::span<const ArgumentView> arguments;

    /// The argument of that name, as the message declares it.
    std::optional<ArgumentView> named(std::string_view name) const {
        std::string_view left = parameters;
        for (std::size_t place = 0; const auto parameter = next_parameter(left); ++place) {
            if (parameter->name != name) continue;
            if (place >= arguments.size()) return std::nullopt;  // a history kept fewer
            const ArgumentView& argument = arguments[place];
            return argument.type() == ArgumentType::kept ? as_declared(argument, parameter->type) : argument;
        }
        KITH_ASSERT(false && "a message names an argument that is not declared");
        return std::nullopt;
    }
};

std::string Formatter::format(std::string_view key, std::span<const ArgumentView> arguments) const {
    const auto found = words_->find(key);
    if (!found) return std::string(key);
    const Call call{*found, words_->parameters(key), arguments};
    KITH_ASSERT(words_->takes(key, arguments));
    std::string out;
    fill(out, choose(call), call);
    return out;
}

std::string Formatter::format(const Message& message) const {
    const std::vector<ArgumentView> arguments(message.arguments.begin(), message.arguments.end());
    return format(message.key, arguments);
}

std::string Formatter::format(const Error& error) const {
    const bool says_file = std::ranges::any_of(
        error.message.arguments, [&](const Argument& one) { return one.text == error.file; });
    std::string place = says_file ? std::string{} : error.file;
    const auto append = [&](const std::string& part) { place += (place.empty() ? "" : ", ") + part; };
    if (error.line != 0) append(format("error.line", {error.line}));
    if (!error.field.empty()) append(error.field);
    return place.empty() ? format(error.message) : place + ": " + format(error.message);
}

std::string Formatter::format_cause(const Error& error) const {
    return error.cause.empty() ? std::string{} : format("error.cause", {error.cause});
}

// Variants -------------------------------------------------------------------------------------------

/// The pattern to fill: the message itself, or the variant whose keys fit best.
std::string_view Formatter::choose(const Call& call) const {
    constexpr std::size_t most = 4;  // selectors
    Reader reader{call.found.entry.text};
    if (!reader.rest.starts_with('.')) return reader.rest;
    std::string_view ordinal;
    while (reader.take(".input")) {
        reader.take("{$");
        Reader input{reader.expression()};
        const std::string_view name = input.word();
        if (input.rest.contains("select=ordinal")) ordinal = name;
    }
    std::array<std::array<std::string_view, 2>, most> selectors;  // the number as it is, and its category
    std::array<std::string, most> numbers;
    std::size_t count = 0;
    reader.take(".match");
    for (; count < most && reader.take("$"); ++count) {
        const std::string_view name = reader.word();
        const auto argument = call.named(name);
        selectors[count] = {"", "other"};
        if (!argument || (argument->type() != ArgumentType::count && argument->type() != ArgumentType::span))
            continue;
        const auto size = static_cast<std::uint64_t>(std::abs(argument->count()));
        const PluralKind kind = name == ordinal ? PluralKind::ordinal : PluralKind::cardinal;
        const auto category =
            call.found.in->rules().category(plural_operands(size, argument->decimals()), kind);
        numbers[count] = kept_text(*argument);
        selectors[count] = {numbers[count], key_of(category)};
    }
    std::string_view best;
    int best_rank = -1;
    while (!reader.rest.empty()) {
        int rank = 0;
        bool fits = true;
        for (std::size_t i = 0; i < count; ++i) {
            const std::string_view key = reader.word();
            const auto at = std::ranges::find(selectors[i], key);
            fits &= at != selectors[i].end() || key == "*";
            rank = rank * 3 + (key == "*" ? 0 : 2 - static_cast<int>(at - selectors[i].begin()));
        }
        if (!reader.take("{{")) break;
        const std::string_view pattern = reader.pattern();
        if (fits && rank > best_rank) {
            best = pattern;
            best_rank = rank;
        }
        reader.skip_spaces();
    }
    return best;
}

void Formatter::fill(std::string& out, std::string_view pattern, const Call& call) const {
    Reader reader{pattern};
    while (!reader.rest.empty()) {
        const std::size_t plain = std::min(reader.rest.find_first_of("\\{"), reader.rest.size());
        out += reader.rest.substr(0, plain);
        reader.rest.remove_prefix(plain);
        if (reader.rest.starts_with('\\')) {
            out += reader.rest.substr(1, 1);
            reader.rest.remove_prefix(std::min<std::size_t>(2, reader.rest.size()));
        } else if (reader.rest.starts_with('{')) {
            reader.rest.remove_prefix(1);
            Reader inside{reader.expression()};
            inside.take("$");
            const std::string_view name = inside.word();
            if (const auto argument = call.named(name)) out += say(*argument, trim(inside.rest));
        }
    }
}

// Arguments ------------------------------------------------------------------------------------------

std::string Formatter::say(const ArgumentView& argument, std::string_view function) const {
    switch (argument.type()) {
        case ArgumentType::count: return count_text(argument);
        case ArgumentType::list: return list(argument.items());
        case ArgumentType::span: return span(argument.span(), function);
        case ArgumentType::moment:
            if (function.empty() || function == ":datetime") return moment(argument.moment());
            return say(local_day(argument.moment()), function);
        case ArgumentType::day: {
            const PartialDate day = argument.day();
            if (function == ":week") return day.to_day() ? week(*day.to_day()) : date(day);
            if (function.starts_with(":relative")) {
                const std::size_t within = function.find("within=");
                int most = relative_days;
                if (within != std::string_view::npos)
                    std::from_chars(function.data() + within + 7, function.data() + function.size(), most);
                return relative(day, most);
            }
            const std::size_t fields = function.find("fields=");
            if (fields == std::string_view::npos) return date(day);
            const std::string_view which = function.substr(fields + 7);
            return date_in(which == "month-day"    ? DateStyle::day_month
                    : which == "month-day-weekday" ? DateStyle::weekday_day_month
                    : which == "weekday"           ? DateStyle::weekday
                                                   : DateStyle::day_month_year,
                day);
        }
        case ArgumentType::text:
        case ArgumentType::person:
        case ArgumentType::record:
        case ArgumentType::kept: break;
    }
    return std::string(argument.text());
}

std::string Formatter::count_text(const ArgumentView& count) const {
    std::uint64_t scale = 1;
    for (unsigned i = 0; i < count.decimals(); ++i)
        scale *= 10;
    const auto size = static_cast<std::uint64_t>(std::abs(count.count()));
    std::string text = (count.count() < 0 ? "-" : "") + grouped(size / scale, formats_->grouping());
    if (scale > 1) text += "." + std::to_string(scale + size % scale).substr(1);
    return text;
}

std::string Formatter::list(std::span<const Argument> items) const {
    std::string text;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const bool last = i + 1 == items.size();
        std::string item = say(items[i], {});
        if (last && items[i].type == ArgumentType::count) item = format("series.more", {items[i]});
        text = i == 0 ? std::move(item) : format(last ? "series.last" : "series.middle", {text, item});
    }
    return text;
}

// Lengths of time, days and moments -----------------------------------------------------------------------------------

namespace {

/// Where the units of a length of time are found.
struct SpanKeys {
    std::string_view days, weeks, months, years;
};
constexpr SpanKeys span_for{"span.for.days", "span.for.weeks", "span.for.months", "span.for.years"};
constexpr SpanKeys span_ago{"span.ago.days", "span.ago.weeks", "span.ago.months", "span.ago.years"};
constexpr SpanKeys span_ahead{"span.ahead.days", "span.ahead.weeks", "span.ahead.months", "span.ahead.years"};
constexpr SpanKeys span_every{"span.every.days", "span.every.weeks", "span.every.months", "span.every.years"};

}  // namespace

/// In days below two weeks, weeks below two months, months below two years, else years.
std::string Formatter::span(std::chrono::days span, std::string_view function) const {
    const auto length = span.count();
    const bool placed = function == ":ago" || function == ":ahead";
    if (placed && length == 0) return std::string(words_->get("date.today"));
    const SpanKeys& keys = function == ":ago" ? span_ago
        : function == ":ahead"                ? span_ahead
        : function == ":every"                ? span_every
                                              : span_for;
    const auto in_units_of = [&](double unit) { return std::lround(static_cast<double>(length) / unit); };
    if (length >= 730) return format(keys.years, {in_units_of(365.25)});
    if (length >= 61) return format(keys.months, {in_units_of(30.44)});
    if (length >= 14) return format(keys.weeks, {in_units_of(7)});
    return format(keys.days, {length});
}

std::string Formatter::relative(const PartialDate& date_of_it, int most) const {
    const auto day = date_of_it.to_day();
    if (!day || formats_->writes_iso()) return date(date_of_it);
    const auto ago = (today_ - *day).count();
    if (std::abs(ago) > most) return date(date_of_it);
    if (ago == 0) return std::string(words_->get("date.today"));
    if (ago == 1) return std::string(words_->get("date.yesterday"));
    if (ago == -1) return std::string(words_->get("date.tomorrow"));
    const SpanKeys& keys = ago > 0 ? span_ago : span_ahead;
    const auto away = std::abs(ago);
    return away < 14 ? format(keys.days, {away}) : format(keys.weeks, {away / 7});
}

std::string Formatter::weekday(Day day) const {
    return date_in(DateStyle::weekday, PartialDate{year_month_day{day}});
}

std::string Formatter::week(Day begin) const {
    return format("date.from_to", {begin, begin + days{6}});
}

std::string Formatter::date(const PartialDate& date) const {
    const bool this_year = date.year && *date.year == year_month_day{today_}.year();
    return date_in(this_year ? DateStyle::day_month : DateStyle::day_month_year, date);
}

std::string Formatter::exact(const PartialDate& date) const {
    return date_in(DateStyle::day_month_year, date);
}

std::string Formatter::date_in(DateStyle style, const PartialDate& date) const {
    if (formats_->writes_iso()) return to_iso(date);
    if (const auto day = date.to_day()) return formats_->format_date(*day, style);
    if (date.month && date.day) {
        // 2000 is a leap year: 29 February can be written.
        const PartialDate in_some_year(year{2000}, date.month, date.day);
        if (const auto day = in_some_year.to_day()) return formats_->format_date(*day, DateStyle::day_month);
    }
    if (date.year && date.month) {
        const PartialDate first(date.year, date.month, std::chrono::day{1});
        if (const auto day = first.to_day()) return formats_->format_date(*day, DateStyle::month_year);
    }
    if (date.year) return std::to_string(static_cast<int>(*date.year));
    return to_iso(date);
}

Day Formatter::local_day(Instant moment) const {
    return floor<days>(moment + formats_->utc_offset());
}

std::string Formatter::moment(Instant moment) const {
    if (formats_->writes_iso()) return to_iso(moment);
    const Day day = local_day(moment);
    const auto minute = floor<minutes>(moment + formats_->utc_offset() - day);
    return format("date.moment",
        {formats_->format_date(day, DateStyle::day_month_year), time_text(static_cast<int>(minute.count()))});
}

namespace {

template <typename What>
std::string plain_text_of(const What& what) {
    PlainFormats formats;
    return Formatter(Catalogue::english(), formats, Day{}).format(what);
}

}  // namespace

std::string plain_text(const Message& message) {
    return plain_text_of(message);
}

std::string plain_text(const Error& error) {
    return plain_text_of(error);
}

std::string time_text(int minute_of_day) {
    const auto two = [](int n) { return std::to_string(100 + n).substr(1); };
    return two(minute_of_day / 60) + ":" + two(minute_of_day % 60);
}

}  // namespace kith
