// Text that stands in an XML file (XML 1.0, fifth edition), so that any name a person may have leaves it whole.
#pragma once

#include <string>
#include <string_view>

namespace kith {

/// Whether an XML file may hold the character at all, even written as a number (production 2, "Char").
constexpr bool is_xml_character(char32_t c) {
    return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) ||
        (c >= 0x10000 && c <= 0x10FFFF);
}

/// For an element or a quoted attribute, on one line: signs of XML become entities, line breaks and tabs spaces,
/// malformed bytes U+FFFD; what no XML file may hold (U+0000 to U+001F, U+FFFE, U+FFFF) is left out. O(n).
std::string xml_text(std::string_view text);

}  // namespace kith
