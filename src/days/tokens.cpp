#include "days/tokens.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace kith {

namespace {

/// The first of each run of ten digits that folding doesn't make plain: Arabic, Persian, Devanagari, Bengali, Thai.
constexpr std::array<char32_t, 5> zeros = {0x0660, 0x06F0, 0x0966, 0x09E6, 0x0E50};

bool is_digit(char32_t point) {
    return (point >= '0' && point <= '9') ||
        std::ranges::any_of(zeros, [&](char32_t zero) { return point >= zero && point < zero + 10; });
}

bool is_apostrophe(char32_t point) {
    return point == '\'' || point == U'\u2019' || point == U'\u02BC';
}

bool is_hyphen(char32_t point) {
    return point == '-' || point == U'\u2010' || point == U'\u2011';
}

std::string folded_word(std::string_view word) {
    const std::string folded = fold(word);
    if (std::ranges::all_of(folded, [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
        return folded;
    std::string plain;
    for (std::string_view rest = folded; !rest.empty();) {
        const auto [point, length] = decode_utf8(rest);
        const auto zero =
            std::ranges::find_if(zeros, [&](char32_t one) { return point >= one && point < one + 10; });
        if (zero != zeros.end())
            plain += static_cast<char>('0' + (point - *zero));
        else if (is_apostrophe(point))
            plain += '\'';
        else if (is_hyphen(point) || point == U'\u2013')
            plain += '-';
        else
            plain += rest.substr(0, length);
        rest.remove_prefix(length);
    }
    return plain;
}

Break break_of(char32_t point) {
    switch (point) {
        case ',':
        case U'、':
        case U'،': return Break::comma;
        case '.':
        case ';':
        case ':':
        case '!':
        case '?':
        case '\n':
        case '(':
        case ')':
        case U'\u2013':
        case U'\u2014':
        case U'\u2192':
        case U'。':
        case U'…':
        case U'؛': return Break::stop;
        default: return Break::space;
    }
}

class Tokeniser {
public:
    explicit Tokeniser(std::string_view line) : line_(line) {}

    std::vector<Token> read() {
        while (at_ < line_.size()) {
            const auto [point, length] = decode_utf8(line_.substr(at_));
            if (is_letter_or_digit(point))
                take_word();
            else
                take_mark(point, length);
        }
        if (!tokens_.empty()) tokens_.front().before = Break::stop;
        return std::move(tokens_);
    }

private:
    std::string_view line_;
    std::size_t at_ = 0;
    char32_t last_ = 0;
    Break gap_ = Break::none;
    bool quoted_ = false;
    bool opened_ = false;
    std::vector<Token> tokens_;

    char32_t point_at(std::size_t at) const {
        return at < line_.size() ? decode_utf8(line_.substr(at)).point : 0;
    }

    void push(std::size_t begin, std::size_t end) {
        const std::string_view text = line_.substr(begin, end - begin);
        const char32_t first = decode_utf8(text).point;
        // In scripts without case any word may be a name.
        const bool capital = !is_digit(first) && !is_small_letter(first);
        tokens_.push_back({begin, end, folded_word(text), gap_, capital, quoted_, opened_, false});
        gap_ = Break::none;
        opened_ = false;
    }

    void take_mark(char32_t point, std::size_t length) {
        const bool quote = point == '"' || point == U'\u201C' || point == U'\u201D' || point == U'\u00AB' ||
            point == U'\u00BB' || point == U'\u201E' || point == U'\u300C' || point == U'\u300D';
        if (quote)
            quoted_ = point == U'\u201D' || point == U'\u00BB' || point == U'\u300D' ? false : !quoted_;
        if (point == '(' || point == '[') opened_ = true;
        if (point == '.' && !tokens_.empty() && tokens_.back().end == at_) tokens_.back().dot_behind = true;
        const bool sign = point == '&' || point == '@' || (point == '+' && !is_digit(point_at(at_ + length)));
        if (sign) {
            gap_ = std::max(gap_, Break::space);
            push(at_, at_ + length);
            gap_ = Break::space;
        } else if (is_hyphen(point) && last_ == ' ' && point_at(at_ + length) == ' ') {
            gap_ = Break::stop;  // a dash, as typed
        } else {
            gap_ = std::max({gap_, Break::space, break_of(point)});
        }
        last_ = point;
        at_ += length;
    }

    /// Marks that belong to a word when they stand within it: "O'Brien", "e-mail", "10:30", "3.5.2026", "3/5".
    bool joins(char32_t mark, char32_t after) const {
        if (is_hyphen(mark) || is_apostrophe(mark))
            return is_letter_or_digit(last_) && is_letter_or_digit(after);
        if (mark == '.' || mark == ':' || mark == '/' || mark == U'\u2013')
            return is_digit(last_) && is_digit(after);
        return false;
    }

    void take_word() {
        const std::size_t begin = at_;
        std::size_t apostrophe = 0;
        std::size_t hyphen = 0;
        while (at_ < line_.size()) {
            const auto [point, length] = decode_utf8(line_.substr(at_));
            if (!is_letter_or_digit(point) && !is_mark(point) && !joins(point, point_at(at_ + length))) {
                // "w/", "b/c"
                if (point == '/' && at_ == begin + 1 && line_[begin] == 'w') ++at_;
                break;
            }
            if (is_apostrophe(point)) apostrophe = at_;
            if (is_hyphen(point) && hyphen == 0) hyphen = at_;
            last_ = point;
            at_ += length;
        }
        if (take_half_of_day(begin)) return;
        const std::string before = hyphen == 0 ? "" : fold(line_.substr(begin, hyphen - begin));
        const std::string after = apostrophe == 0 ? "" : fold(line_.substr(apostrophe, at_ - apostrophe));
        static constexpr std::array<std::string_view, 6> endings = {"'s", "'ll", "'d", "'ve", "'re", "'m"};
        if (before == "mid" || before == "mi" || before == "ex") {  // "mid-January" is "mid January"
            push(begin, hyphen);
            push(hyphen + decode_utf8(line_.substr(hyphen)).length, at_);
        } else if (apostrophe != 0 &&
            std::ranges::contains(endings, "'" + after.substr(decode_utf8(after).length))) {
            push(begin, apostrophe);
            push(apostrophe, at_);
            tokens_.back().folded = "'" + after.substr(decode_utf8(after).length);
        } else {
            push(begin, at_);
        }
    }

    /// "p.m." and "a.m.", which full stops would divide.
    bool take_half_of_day(std::size_t begin) {
        if (at_ != begin + 1) return false;
        const std::string_view rest = line_.substr(begin);
        const char first = static_cast<char>(rest[0] | 32);
        if ((first != 'a' && first != 'p') || rest.size() < 3 || rest[1] != '.' || (rest[2] | 32) != 'm')
            return false;
        if (rest.size() > 3 && is_letter_or_digit(point_at(begin + 3))) return false;
        at_ = begin + (rest.size() > 3 && rest[3] == '.' ? 4 : 3);
        push(begin, at_);
        tokens_.back().folded = first == 'a' ? "am" : "pm";
        last_ = '.';
        return true;
    }
};

}  // namespace

std::vector<Token> tokens_of(std::string_view line) {
    return Tokeniser(line).read();
}

}  // namespace kith
