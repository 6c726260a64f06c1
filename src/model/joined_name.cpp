#include "model/joined_name.h"

#include <algorithm>

#include "base/text.h"

namespace kith {

bool is_east_asian(std::string_view text) {
    if (text.empty()) return false;
    const char32_t point = decode_utf8(text).point;
    return (point >= 0x3040 && point <= 0x30FF) || (point >= 0x3400 && point <= 0x9FFF) ||
        (point >= 0xAC00 && point <= 0xD7AF);
}

namespace {

bool begins_with_word(std::string_view text, std::string_view word) {
    return !word.empty() && text.size() > word.size() && text[word.size()] == ' ' &&
        equal_ignoring_ascii_case(text.substr(0, word.size()), word);
}

/// "Jr.", "III": part of the name, where degrees stand behind it.
bool begins_with_generation(std::string_view suffix) {
    constexpr std::string_view generations[] = {"jr", "jr.", "jun.", "junior", "sr", "sr.", "sen.", "senior",
        "ii", "iii", "iv", "v", "filho", "neto", "fils", "père"};
    const std::string first = ascii_lower(suffix.substr(0, suffix.find_first_of(" ,")));
    return std::ranges::contains(generations, std::string_view(first));
}

}  // namespace

std::string joined_name(std::string_view prefix, std::string_view given, std::string_view additional,
    std::string_view family, std::string_view suffix) {
    if (is_east_asian(family) && is_east_asian(given)) return std::string(family) + " " + std::string(given);
    if (begins_with_word(given, prefix)) prefix = {};
    std::string name;
    const auto add = [&](std::string_view part, std::string_view between) {
        if (!part.empty()) name += std::string(name.empty() ? "" : between) += part;
    };
    for (const std::string_view part : {prefix, given, additional, family})
        add(part, " ");
    add(suffix, begins_with_generation(suffix) ? " " : ", ");
    return name;
}

bool is_same_name(std::string_view a, std::string_view b) {
    const auto words = [](std::string_view name) {
        std::string text(name);
        for (char& c : text)
            c = c == ',' ? ' ' : c;
        return collapse_spaces(text);
    };
    return words(a) == words(b);
}

}  // namespace kith
