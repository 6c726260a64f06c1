#include "planning/people/filter.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

#include "base/enums.h"
#include "base/text.h"

namespace kith {

namespace {

constexpr EnumArray<FilterKey, std::string_view> keys{{"name", "circle", "tag", "place", "role", "org",
    "was-at", "standing", "decides", "skill", "industry", "language", "need", "offer", "due", "last-contact",
    "asked", "met", "birthday", "kin", "private", "has"}};

bool is_date_key(FilterKey key) {
    return key == FilterKey::last_contact || key == FilterKey::asked || key == FilterKey::met ||
        key == FilterKey::birthday;
}

std::string_view options_of(FilterKey key) {
    switch (key) {
        case FilterKey::circle: return "5 15 50 150 beyond none";
        case FilterKey::standing: return "senior peer junior none";
        case FilterKey::decides: return "hiring promotion funding yes no";
        case FilterKey::due: return "yes soon drifting no snoozed";
        case FilterKey::kin:
        case FilterKey::is_private: return "yes no";
        case FilterKey::has: return "email phone birthday photo notes";
        default: return {};
    }
}

bool is_day_word(std::string_view text) {
    if (text == "today" || text == "this-week" || text == "this-month" || text == "this-year" ||
        text == "never")
        return true;
    if (const auto date = parse_iso_date(text); date && date->year) return true;
    if (text.size() < 2 || !std::string_view("dmy").contains(text.back())) return false;
    int count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size() - 1, count);
    return error == std::errc{} && end == text.data() + text.size() - 1 && count >= 0 && count < 40'000;
}

class FilterReader {
public:
    explicit FilterReader(std::string_view text) : text_(text) {}

    std::expected<Filter, FilterError> read() {
        Filter filter;
        for (;;) {
            while (at_ < text_.size() && text_[at_] == ' ')
                ++at_;
            if (at_ >= text_.size()) return filter;
            auto term = read_term();
            if (!term) return std::unexpected(term.error());
            filter.terms.push_back(std::move(*term));
        }
    }

private:
    std::string_view text_;
    std::size_t at_ = 0;

    std::unexpected<FilterError> wrong(std::size_t begin, std::string_view key, std::string_view what) const {
        return std::unexpected(FilterError{begin, std::max(at_, begin), {key, {std::string(what)}}});
    }

    std::expected<FilterTerm, FilterError> read_term() {
        FilterTerm term;
        const std::size_t begin = at_;
        if (text_[at_] == '-' && at_ + 1 < text_.size() && text_[at_ + 1] != ' ') {
            term.negated = true;
            ++at_;
        }
        const std::size_t word = at_;
        const std::size_t colon = text_.find_first_of(": \"", at_);
        if (colon != std::string_view::npos && text_[colon] == ':' && colon > at_) {
            const std::string name = ascii_lower(text_.substr(at_, colon - at_));
            const auto key = keys.find(std::string_view(name));
            at_ = colon;
            if (!key) return wrong(word, "filter.no_such_key", name);
            term.key = *key;
            ++at_;
        }
        do {
            auto value = read_value(term.key, begin);
            if (!value) return std::unexpected(value.error());
            term.values.push_back(std::move(*value));
        } while (at_ < text_.size() && text_[at_] == ',' && ++at_ <= text_.size());
        return term;
    }

    std::expected<FilterValue, FilterError> read_value(FilterKey key, std::size_t term) {
        FilterValue value;
        const std::size_t begin = at_;
        if (is_date_key(key) && at_ < text_.size() && (text_[at_] == '<' || text_[at_] == '>')) {
            value.comparison = text_[at_] == '<' ? FilterComparison::before : FilterComparison::after;
            ++at_;
        }
        if (at_ < text_.size() && text_[at_] == '"') {
            const std::size_t close = text_.find('"', at_ + 1);
            if (close == std::string_view::npos) {
                at_ = text_.size();
                return wrong(begin, "filter.open_quote", text_.substr(begin));
            }
            value.text = text_.substr(at_ + 1, close - at_ - 1);
            at_ = close + 1;
            if (at_ < text_.size() && text_[at_] != ' ' && text_[at_] != ',')
                return wrong(begin, "filter.open_quote", text_.substr(begin));
        } else {
            const std::size_t end = std::min(text_.find_first_of(", \"", at_), text_.size());
            value.text = text_.substr(at_, end - at_);
            at_ = end;
            if (at_ < text_.size() && text_[at_] == '"')
                return wrong(begin, "filter.open_quote", text_.substr(begin));
        }
        if (trim(value.text).empty()) return wrong(term, "filter.no_value", keys[key]);
        if (is_date_key(key)) {
            value.text = ascii_lower(value.text);
            const bool birthday = key == FilterKey::birthday && parse_iso_date(value.text);
            if (!is_day_word(value.text) && !birthday) return wrong(begin, "filter.no_date", value.text);
            if (value.text == "never" && value.comparison != FilterComparison::is)
                return wrong(begin, "filter.no_date", text_.substr(begin, at_ - begin));
        }
        if (const std::string_view options = options_of(key); !options.empty()) {
            value.text = ascii_lower(value.text);
            if (!std::ranges::contains(split(options, ' '), std::string_view(value.text)))
                return wrong(begin, "filter.no_such_option", value.text);
        }
        return value;
    }
};

bool needs_quotes(std::string_view text, FilterKey key) {
    if (text.find_first_of(" ,\"") != std::string_view::npos) return true;
    // A bare word must not look like a term of its own.
    return key == FilterKey::name && (text.contains(':') || text.starts_with('-'));
}

}  // namespace

std::expected<Filter, FilterError> parse_filter(std::string_view text) {
    return FilterReader(text).read();
}

std::string print_filter(const Filter& filter) {
    std::string out;
    for (const FilterTerm& term : filter.terms) {
        if (!out.empty()) out += ' ';
        if (term.negated) out += '-';
        if (term.key != FilterKey::name) out += std::string(keys[term.key]) + ":";
        for (std::size_t i = 0; i < term.values.size(); ++i) {
            const FilterValue& value = term.values[i];
            if (i > 0) out += ',';
            if (value.comparison != FilterComparison::is)
                out += value.comparison == FilterComparison::before ? '<' : '>';
            out += needs_quotes(value.text, term.key) ? '"' + value.text + '"' : value.text;
        }
    }
    return out;
}

std::span<const std::string_view> filter_keys() {
    return keys;
}

std::vector<std::string_view> filter_options(FilterKey key) {
    const std::string_view options = options_of(key);
    return options.empty() ? std::vector<std::string_view>{} : split(options, ' ');
}

}  // namespace kith
