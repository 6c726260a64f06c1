// Values of vCards apart from their properties: lists and their escapes, parameters, content lines, base64 and
// quoted-printable (RFC 2426, RFC 6350, RFC 6868, RFC 2045).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kith {

enum class VcardVersion : std::uint8_t { v2_1, v3_0, v4_0 };

/// Splits at `separator` where it is not escaped, into `most` parts at most; what is beyond those is not looked at. Parts
/// keep their escapes. In 2.1 a backslash is one, unless it stands before the separator.
std::vector<std::string_view> split_unescaped(
    std::string_view value, char separator, VcardVersion version, std::size_t most = 10'000);
/// How many parts there are. O(n).
std::size_t count_unescaped(std::string_view value, char separator, VcardVersion version);
/// Resolves \n \, \; \\ (2.1: only \, and \;). `out` is overwritten if anything has to be; the result is
/// `value` or `out`.
std::string_view unescaped(std::string_view value, VcardVersion version, std::string& out);
std::string unescaped(std::string_view value, VcardVersion version);
/// A raw value of any version as 3.0 and 4.0 write it: line breaks and the backslashes of 2.1 become escapes.
std::string with_modern_escapes(std::string_view value, VcardVersion version);

// Writing --------------------------------------------------------------------------------------------

/// Escapes \ , ; and line breaks.
std::string escaped(std::string_view text);

/// Appends a content line, folded so that no line is longer than 75 octets, no UTF-8 sequence is cut, and no line
/// looks like the beginning or end of a card.
void append_content_line(std::string& out, std::string_view line);

/// A parameter's value, quoted if it must be, with the escapes of RFC 6868.
std::string parameter_value(std::string_view text);

std::string to_base64(std::string_view bytes);
/// Passes over white space; empty if it is no base64.
std::string from_base64(std::string_view text);
std::string from_quoted_printable(std::string_view text);

}  // namespace kith
