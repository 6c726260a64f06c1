#include "base/text.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <cstring>

namespace kith {

DecodedPoint decode_utf8(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text[0]);
    if (lead < 0x80) return {lead, 1};
    utf8proc_int32_t point = 0;
    const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
        static_cast<utf8proc_ssize_t>(text.size()), &point);
    if (length <= 0) return {U'\uFFFD', 1};
    return {static_cast<char32_t>(point), static_cast<std::size_t>(length)};
}

void append_utf8(std::string& out, char32_t point) {
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(point), bytes.data());
    out.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length));
}

bool is_valid_utf8(std::string_view text) {
    while (!text.empty()) {
        // Eight ASCII bytes at a time: most text is.
        std::uint64_t word = 0;
        if (text.size() >= sizeof word) {
            std::memcpy(&word, text.data(), sizeof word);
            if ((word & 0x8080808080808080U) == 0) {
                text.remove_prefix(sizeof word);
                continue;
            }
        }
        if (static_cast<unsigned char>(text[0]) < 0x80) {
            text.remove_prefix(1);
            continue;
        }
        utf8proc_int32_t point = 0;
        const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
            static_cast<utf8proc_ssize_t>(text.size()), &point);
        if (length <= 0) return false;
        text.remove_prefix(static_cast<std::size_t>(length));
    }
    return true;
}

std::string repair_utf8(std::string_view text) {
    if (is_valid_utf8(text)) return std::string(text);
    std::string out;
    out.reserve(text.size() + 16);
    while (!text.empty()) {
        const auto [point, length] = decode_utf8(text);
        append_utf8(out, point);
        text.remove_prefix(length);
    }
    return out;
}

Encoding detect_encoding(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) return Encoding::utf8;
    if (bytes.starts_with("\xFF\xFE")) return Encoding::utf16_little;
    if (bytes.starts_with("\xFE\xFF")) return Encoding::utf16_big;
    // UTF-16 without a mark: Latin text has a zero in every other byte.
    const std::string_view sample = bytes.substr(0, 512);
    std::size_t even_zeros = 0;
    std::size_t odd_zeros = 0;
    for (std::size_t i = 0; i < sample.size(); ++i) {
        if (sample[i] == '\0') ++(i % 2 == 0 ? even_zeros : odd_zeros);
    }
    if (sample.size() >= 8 && odd_zeros * 3 > sample.size() && even_zeros == 0) return Encoding::utf16_little;
    if (sample.size() >= 8 && even_zeros * 3 > sample.size() && odd_zeros == 0) return Encoding::utf16_big;
    return is_valid_utf8(bytes) ? Encoding::utf8 : Encoding::windows_1252;
}

namespace {

std::string from_utf16(std::string_view bytes, bool big) {
    std::string out;
    out.reserve(bytes.size());
    const auto unit = [&](std::size_t i) -> char32_t {
        const auto first = static_cast<unsigned char>(bytes[i]);
        const auto second = static_cast<unsigned char>(bytes[i + 1]);
        return static_cast<char32_t>(big ? first << 8 | second : second << 8 | first);
    };
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        char32_t point = unit(i);
        if (i == 0 && point == 0xFEFF) continue;
        if (point >= 0xD800 && point < 0xDC00 && i + 3 < bytes.size()) {
            const char32_t low = unit(i + 2);
            if (low >= 0xDC00 && low < 0xE000) {
                point = 0x10000 + ((point - 0xD800) << 10) + (low - 0xDC00);
                i += 2;
            }
        }
        append_utf8(out, point >= 0xD800 && point < 0xE000 ? U'\uFFFD' : point);
    }
    if (bytes.size() % 2 != 0) append_utf8(out, U'\uFFFD');
    return out;
}

// The upper half of Windows-1252 where it differs from Latin-1
// (https://encoding.spec.whatwg.org/#windows-1252).
constexpr std::array<char16_t, 32> windows_1252_high = {0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026,
    0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019,
    0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

std::string from_windows_1252(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    for (char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        append_utf8(out, byte >= 0x80 && byte < 0xA0 ? windows_1252_high[byte - 0x80] : byte);
    }
    return out;
}

std::string map_utf8(std::string_view text, int options) {
    utf8proc_uint8_t* mapped = nullptr;
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
        static_cast<utf8proc_ssize_t>(text.size()), &mapped, static_cast<utf8proc_option_t>(options));
    if (length < 0)
        return repair_utf8(text) == text ? std::string(text) : map_utf8(repair_utf8(text), options);
    std::string out(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length));
    std::free(mapped);  // utf8proc allocates with malloc by contract
    return out;
}

bool is_ascii(std::string_view text) {
    for (char c : text) {
        if (static_cast<unsigned char>(c) >= 0x80) return false;
    }
    return true;
}

/// Letters that have no decomposition but that people type plainly.
std::string_view plain_spelling(char32_t point) {
    switch (point) {
        case U'ß': return "ss";
        case U'ø': return "o";
        case U'ł': return "l";
        case U'đ':
        case U'ð': return "d";
        case U'æ': return "ae";
        case U'œ': return "oe";
        case U'þ': return "th";
        case U'ı': return "i";
        case U'ħ': return "h";
        case U'\u2019':
        case U'\u2018':
        case U'\u02BC': return "'";
        default: return {};
    }
}

}  // namespace

std::string to_utf8(std::string_view bytes, Encoding encoding) {
    switch (encoding) {
        case Encoding::utf16_little: return from_utf16(bytes, false);
        case Encoding::utf16_big: return from_utf16(bytes, true);
        case Encoding::windows_1252: return from_windows_1252(bytes);
        case Encoding::utf8: break;
    }
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    return repair_utf8(bytes);
}

std::string fold(std::string_view text) {
    if (is_ascii(text)) return ascii_lower(text);
    const std::string mapped = map_utf8(text,
        UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK);
    std::string out;
    out.reserve(mapped.size());
    for (std::string_view rest = mapped; !rest.empty();) {
        const auto [point, length] = decode_utf8(rest);
        const std::string_view plain = point < 0x80 ? std::string_view{} : plain_spelling(point);
        out.append(plain.empty() ? rest.substr(0, length) : plain);
        rest.remove_prefix(length);
    }
    return out;
}

std::string normalise(std::string_view text) {
    return is_ascii(text) ? std::string(text) : map_utf8(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

std::string_view trim(std::string_view text) {
    constexpr std::string_view spaces = " \t\r\n\v\f";
    const std::size_t first = text.find_first_not_of(spaces);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(spaces) - first + 1);
}

std::string collapse_spaces(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (char c : trim(text)) {
        const bool space = c == ' ' || (c >= '\t' && c <= '\r');
        if (!space)
            out += c;
        else if (!out.ends_with(' '))
            out += ' ';
    }
    return out;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t at = text.find(separator);
        parts.push_back(text.substr(0, at));
        if (at == std::string_view::npos) return parts;
        text.remove_prefix(at + 1);
    }
}

std::string ascii_lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    }
    return out;
}

std::optional<std::int64_t> read_integer(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

bool equal_ignoring_ascii_case(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; };
    return std::ranges::equal(a, b, [&](char x, char y) { return lower(x) == lower(y); });
}

bool is_letter_or_digit(char32_t point) {
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(point));
    return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
        (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO);
}

std::string capitalised(std::string_view text) {
    if (text.empty()) return {};
    const DecodedPoint first = decode_utf8(text);
    std::string out;
    append_utf8(out, static_cast<char32_t>(utf8proc_totitle(static_cast<utf8proc_int32_t>(first.point))));
    return out.append(text.substr(first.length));
}

bool is_small_letter(char32_t point) {
    return utf8proc_category(static_cast<utf8proc_int32_t>(point)) == UTF8PROC_CATEGORY_LL;
}

bool is_mark(char32_t point) {
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(point));
    const bool joiner = point == U'\u200C' || point == U'\u200D';
    return joiner || (category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME);
}

std::string_view first_graphemes(std::string_view text, std::size_t count) {
    utf8proc_int32_t state = 0;
    char32_t previous = 0;
    std::size_t seen = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto [point, length] = decode_utf8(text.substr(at));
        const bool starts = at == 0 ||
            utf8proc_grapheme_break_stateful(
                static_cast<utf8proc_int32_t>(previous), static_cast<utf8proc_int32_t>(point), &state);
        if (starts && seen++ == count) return text.substr(0, at);
        previous = point;
        at += length;
    }
    return text;
}

}  // namespace kith
