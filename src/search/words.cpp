#include "search/words.h"

namespace kith {

namespace {

/// Characters that stand inside a word and are not seen or not typed.
bool is_passed_over(char32_t point) {
    return point == U'\'' || point == 0x00AD || (point >= 0x200B && point <= 0x200F) || point == 0x2060 ||
        point == 0xFEFF;
}

}  // namespace

std::pair<std::uint32_t, std::uint32_t> SearchWord::range(std::size_t from, std::size_t to) const {
    // A character may have become several bytes ("ß": "ss"): none of it is left out.
    while (to < text.size() && to > 0 && origin[to] == origin[to - 1])
        ++to;
    if (to == text.size()) return {origin[from], end};
    // Its marks go with it, but no punctuation that was passed over.
    std::uint32_t behind = to > 0 ? origin[to - 1] + 1 : origin[from];
    while (behind < origin[to] && static_cast<unsigned char>(source[behind]) >= 0x80)
        ++behind;
    return {origin[from], behind};
}

bool is_phone_number(std::string_view text) {
    std::size_t digits = 0;
    for (const char c : text) {
        if (c >= '0' && c <= '9')
            ++digits;
        else if (std::string_view(" +-()./\u00A0").find(c) == std::string_view::npos)
            return false;
    }
    return digits >= 5;
}

std::string_view WordSplitter::fold_point(char32_t point) {
    const auto [at, added] = known_.try_emplace(point);
    if (added) {
        std::string source;
        append_utf8(source, point);
        at->second.at = static_cast<std::uint32_t>(folded_.size());
        const std::string folded = fold(source);
        for (std::string_view rest = folded; !rest.empty();) {
            const auto [part, length] = decode_utf8(rest);
            if (is_letter_or_digit(part))
                folded_.append(rest.substr(0, length));
            else if (!is_passed_over(part))
                folded_ += ' ';
            rest.remove_prefix(length);
        }
        at->second.size = static_cast<std::uint32_t>(folded_.size()) - at->second.at;
    }
    return std::string_view(folded_).substr(at->second.at, at->second.size);
}

}  // namespace kith
