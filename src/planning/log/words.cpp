#include "planning/log/words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/phrase_lines.h"
#include "base/text.h"

namespace kith {

namespace {

constexpr char english_file[] = {
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wc23-extensions"
#embed "text/log_words.en.txt"
#pragma clang diagnostic pop
};

constexpr std::pair<std::string_view, WordRole> roles[] = {{"kind", WordRole::kind}, {"weak", WordRole::weak},
    {"past", WordRole::past}, {"base", WordRole::base}, {"begun", WordRole::begun}, {"from", WordRole::from},
    {"with", WordRole::with}, {"and", WordRole::and_}, {"then", WordRole::then}, {"about", WordRole::about},
    {"at", WordRole::at}, {"in", WordRole::in}, {"by", WordRole::by}, {"to", WordRole::to},
    {"for", WordRole::for_}, {"of", WordRole::of}, {"not_verb", WordRole::not_verb},
    {"article", WordRole::article}, {"stop", WordRole::stop}, {"me", WordRole::me}, {"i", WordRole::i},
    {"female", WordRole::female}, {"male", WordRole::male}, {"any", WordRole::any},
    {"title", WordRole::title}, {"particle", WordRole::particle}, {"will", WordRole::will},
    {"must", WordRole::must}, {"todo", WordRole::todo}, {"owe", WordRole::owe}, {"owes", WordRole::owes},
    {"request", WordRole::request}, {"filler", WordRole::filler}, {"of_thing", WordRole::of_thing},
    {"verb", WordRole::verb}, {"day", WordRole::day}, {"weekday", WordRole::weekday},
    {"month", WordRole::month}, {"unit", WordRole::unit}, {"number", WordRole::number},
    {"last", WordRole::last}, {"next", WordRole::next}, {"this", WordRole::this_}, {"ago", WordRole::ago},
    {"from_now", WordRole::from_now}, {"on", WordRole::on}, {"end_of", WordRole::end_of},
    {"plan", WordRole::plan}};

bool is_digit(char32_t point) {
    return point >= '0' && point <= '9';
}
bool is_apostrophe(char32_t point) {
    return point == '\'' || point == U'\u2019' || point == U'\u02BC';
}

/// Marks that belong to a word when they stand within it: "O'Brien", "e-mail", "10:30", "3.5.2026", "3/5".
bool joins(char32_t mark, char32_t before, char32_t after) {
    if (mark == '-' || mark == U'\u2010' || mark == U'\u2011' || is_apostrophe(mark))
        return is_letter_or_digit(before) && is_letter_or_digit(after);
    if (mark == '.' || mark == ':' || mark == '/') return is_digit(before) && is_digit(after);
    return false;
}

Gap gap_of(char32_t point) {
    if (point == ',' || point == U'、' || point == U'،') return Gap::comma;
    switch (point) {
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
        case U'。':
        case U'…':
        case U'؛': return Gap::stop;
        default: return Gap::space;
    }
}

/// In scripts without case any word may be a name.
bool begins_with_capital(std::string_view word) {
    const char32_t point = decode_utf8(word).point;
    return !is_digit(point) && !is_small_letter(point);
}

}  // namespace

std::vector<Word> words_of_line(std::string_view line) {
    std::vector<Word> words;
    Gap gap = Gap::none;
    bool quoted = false;
    char32_t before = 0;
    const auto point_at = [&](std::size_t at) {
        return at < line.size() ? decode_utf8(line.substr(at)).point : 0;
    };
    const auto push = [&](std::size_t begin, std::size_t end) {
        const std::string_view text = line.substr(begin, end - begin);
        words.push_back({begin, end, fold(text), gap, begins_with_capital(text), quoted});
        gap = Gap::none;
    };
    for (std::size_t at = 0; at < line.size();) {
        const auto [point, length] = decode_utf8(line.substr(at));
        if (!is_letter_or_digit(point)) {
            if (point == '"' || point == U'\u201C' || point == U'\u201D' || point == U'\u00AB' ||
                point == U'\u00BB' || point == U'\u201E')
                quoted = point == U'\u201D' || point == U'\u00BB' ? false : !quoted;
            if (point == '&' || point == '@' || (point == '+' && !is_digit(point_at(at + length)))) {
                gap = std::max(gap, Gap::space);
                push(at, at + length);
                gap = Gap::space;
            } else {
                gap = std::max({gap, Gap::space, gap_of(point)});
            }
            before = point;
            at += length;
            continue;
        }
        const std::size_t begin = at;
        std::size_t apostrophe = 0;
        while (at < line.size()) {
            const auto [inner, inner_length] = decode_utf8(line.substr(at));
            const bool within = is_letter_or_digit(inner) || is_mark(inner);
            if (!within && !joins(inner, before, point_at(at + inner_length))) {
                // "w/" and a date like "3.5."
                if (inner == '/' && line.substr(begin, at - begin) == "w") at += 1;
                break;
            }
            if (is_apostrophe(inner)) apostrophe = at;
            before = inner;
            at += inner_length;
        }
        const std::string after = apostrophe != 0 ? fold(line.substr(apostrophe, at - apostrophe)) : "";
        if (after == "'s" || after == "'ll" || after == "'d" || after == "'ve" || after == "'re" ||
            after == "'m") {
            push(begin, apostrophe);
            push(apostrophe, at);
        } else {
            push(begin, at);
        }
    }
    if (!words.empty()) words.front().before = Gap::stop;
    return words;
}

const LogWords& LogWords::english() {
    static const LogWords words{std::string_view(english_file, sizeof english_file)};
    return words;
}

LogWords::LogWords(std::string_view file) {
    each_phrase(file, [&](std::string_view name, std::string_view value, std::string_view written) {
        const auto role = std::ranges::find(roles, name, [](const auto& one) { return one.first; });
        const std::string phrase = fold(written);
        if (role == std::end(roles) || phrase.empty()) return;
        phrases_[phrase].push_back({role->second, std::string(value)});
        const auto spaces = static_cast<std::size_t>(std::ranges::count(phrase, ' '));
        longest_ = std::max(longest_, spaces + 1);
        if (spaces == 0) single_[hash_text(phrase)] = true;
    });
}

LogWords::Found LogWords::match(WordRole role, std::span<const Word> words, std::size_t at) const {
    Found found;
    std::string phrase;
    for (std::size_t length = 1; length <= longest_ && at + length <= words.size(); ++length) {
        const Word& word = words[at + length - 1];
        if (length > 1 && word.before > Gap::space) break;
        if (length > 1) phrase += ' ';
        phrase += word.folded;
        const auto entry = phrases_.find(phrase);
        if (entry == phrases_.end()) continue;
        for (const Entry& one : entry->second) {
            if (one.role == role) found = {length, one.value};
        }
    }
    return found;
}

}  // namespace kith
