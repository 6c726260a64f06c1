#include "model/joined_name.h"

#include "base/text.h"

namespace kith {

bool is_east_asian(std::string_view text) {
    if (text.empty()) return false;
    const char32_t point = decode_utf8(text).point;
    return (point >= 0x3040 && point <= 0x30FF) || (point >= 0x3400 && point <= 0x9FFF) ||
        (point >= 0xAC00 && point <= 0xD7AF);
}

std::string joined_name(std::string_view prefix, std::string_view given, std::string_view additional,
    std::string_view family, std::string_view suffix) {
    if (is_east_asian(family) && is_east_asian(given)) return std::string(family) + " " + std::string(given);
    std::string name;
    for (const std::string_view part : {prefix, given, additional, family, suffix}) {
        if (part.empty()) continue;
        if (!name.empty()) name += ' ';
        name += part;
    }
    return name;
}

}  // namespace kith
