#include "search/query.h"

namespace kith {

namespace {

/// Scripts written without spaces, and Korean, whose syllables are several letters once folded.
bool is_written_without_spaces(char32_t point) {
    return (point >= 0x0E00 && point <= 0x0EFF) || (point >= 0x1000 && point <= 0x11FF) ||
        (point >= 0x1780 && point <= 0x17FF) || (point >= 0x3040 && point <= 0x9FFF) ||
        (point >= 0xAC00 && point <= 0xD7FF) || (point >= 0x20000 && point <= 0x3FFFF);
}

bool is_all_digits(std::string_view word) {
    return std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

QueryWord make_word(std::string text) {
    QueryWord word{.text = std::move(text), .letters = {}, .edits = 0, .inside = false};
    for (std::string_view rest = word.text; !rest.empty();) {
        const auto [point, length] = decode_utf8(rest);
        word.letters += point;
        rest.remove_prefix(length);
    }
    word.inside = word.letters.size() >= 3 || std::ranges::any_of(word.letters, is_written_without_spaces);
    const bool has_digit = std::ranges::any_of(word.text, [](char c) { return c >= '0' && c <= '9'; });
    word.edits = has_digit ? 0 : edits_forgiven(word.letters.size());
    return word;
}

std::string without_leading_zeros(std::string_view digits) {
    const std::size_t first = digits.find_first_not_of('0');
    return std::string(first == std::string_view::npos ? digits : digits.substr(first));
}

/// Numbers that follow each other as one, each changed by `change`.
template <typename ChangeDigits>
Reading as_phone(const Reading& words, ChangeDigits change) {
    Reading joined;
    std::string digits;
    const auto finish = [&] {
        if (!digits.empty()) joined.push_back(make_word(change(digits)));
        digits.clear();
    };
    for (const QueryWord& word : words) {
        if (is_all_digits(word.text)) {
            digits += word.text;
        } else {
            finish();
            joined.push_back(word);
        }
    }
    finish();
    return joined;
}

}  // namespace

Query read_query(WordSplitter& splitter, std::string_view text) {
    Query query;
    Reading words;
    splitter.split(text, [&](const SearchWord& word) {
        if (words.size() < most_words) words.push_back(make_word(std::string(word.text)));
    });
    if (words.empty()) return query;
    query.readings.push_back(words);
    constexpr std::size_t subscriber_digits =
        8;  // enough to tell a number without its country's and area's code
    const auto add = [&](Reading reading) {
        const auto is_same = [&](const Reading& other) {
            return std::ranges::equal(reading, other, {}, &QueryWord::text, &QueryWord::text);
        };
        if (std::ranges::none_of(query.readings, is_same)) query.readings.push_back(std::move(reading));
    };
    add(as_phone(words, [](const std::string& digits) { return digits; }));
    if (std::ranges::any_of(words,
            [](const QueryWord& word) { return word.text.starts_with('0') && is_all_digits(word.text); })) {
        add(as_phone(words, without_leading_zeros));
    }
    add(as_phone(words, [](const std::string& digits) {
        const bool international = digits.size() > subscriber_digits + 1;
        return international ? digits.substr(digits.size() - subscriber_digits) : digits;
    }));
    return query;
}

Relation relate(const QueryWord& wanted, std::string_view word, EditTable* table) {
    if (word == wanted.text) return Relation::equal;
    if (word.starts_with(wanted.text)) return Relation::begins;
    if (wanted.inside && word.contains(wanted.text)) return Relation::contains;
    if (table == nullptr || wanted.edits == 0) return Relation::none;
    switch (nearness(*table, word)) {
        case Nearness::whole: return Relation::nearly_whole;
        case Nearness::beginning: return Relation::nearly_begins;
        case Nearness::no: break;
    }
    return Relation::none;
}

}  // namespace kith
