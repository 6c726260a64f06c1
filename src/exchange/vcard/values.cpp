#include "exchange/vcard/values.h"

#include <algorithm>

#include "base/text.h"

namespace kith {

namespace {

/// Where the next part ends that begins at `from`.
std::size_t end_of_part(std::string_view value, std::size_t from, char separator, VcardVersion version) {
    std::size_t i = from;
    for (; i < value.size() && value[i] != separator; ++i) {
        const bool escapes = value[i] == '\\' &&
            (version != VcardVersion::v2_1 || (i + 1 < value.size() && value[i + 1] == separator));
        if (escapes) ++i;
    }
    return std::min(i, value.size());
}

}  // namespace

std::vector<std::string_view> split_unescaped(
    std::string_view value, char separator, VcardVersion version, std::size_t most) {
    std::vector<std::string_view> parts;
    for (std::size_t start = 0; parts.size() < most; ++start) {
        const std::size_t end = end_of_part(value, start, separator, version);
        parts.push_back(value.substr(start, end - start));
        if (end == value.size()) break;
        start = end;
    }
    return parts;
}

std::size_t count_unescaped(std::string_view value, char separator, VcardVersion version) {
    std::size_t count = 1;
    for (std::size_t end = end_of_part(value, 0, separator, version); end < value.size();
        end = end_of_part(value, end + 1, separator, version))
        ++count;
    return count;
}

std::string_view unescaped(std::string_view value, VcardVersion version, std::string& out) {
    if (value.find('\\') == std::string_view::npos) return value;
    out.clear();
    for (std::size_t i = 0; i < value.size(); ++i) {
        const char after = value[i] == '\\' && i + 1 < value.size() ? value[i + 1] : '\0';
        const bool modern = version != VcardVersion::v2_1;
        if (after == ',' || after == ';')
            out += after;
        else if (modern && (after == '\\' || after == ':'))
            out += after;
        else if (modern && (after == 'n' || after == 'N'))
            out += '\n';
        else {
            out += value[i];
            continue;
        }
        ++i;
    }
    return out;
}

std::string unescaped(std::string_view value, VcardVersion version) {
    std::string out;
    return std::string(unescaped(value, version, out));
}

std::string with_modern_escapes(std::string_view value, VcardVersion version) {
    const bool old = version == VcardVersion::v2_1;
    if (value.find_first_of(old ? "\r\n\\" : "\r\n") == std::string_view::npos) return std::string(value);
    std::string out;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const char after = i + 1 < value.size() ? value[i + 1] : '\0';
        if (value[i] == '\r' && after == '\n') continue;
        if (value[i] == '\r' || value[i] == '\n')
            out += "\\n";
        else if (old && value[i] == '\\' && after != ',' && after != ';')
            out += "\\\\";
        else
            out += value[i];
    }
    return out;
}

std::string escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size() + 8);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
        if (c == '\n' || c == '\r') {
            out += "\\n";
            continue;
        }
        if (c == '\\' || c == ',' || c == ';') out += '\\';
        out += c;
    }
    return out;
}

namespace {

bool looks_like_a_mark(std::string_view line) {
    const std::string lower = ascii_lower(trim(line.substr(0, 40)));
    return lower.starts_with("begin") || lower.starts_with("end");
}

}  // namespace

void append_content_line(std::string& out, std::string_view line) {
    constexpr std::size_t longest = 75;
    for (std::size_t room = longest; line.size() > room; room = longest - 1) {
        const auto before_a_letter = [&](std::size_t at) {
            while (at > 0 && (static_cast<unsigned char>(line[at]) & 0xC0) == 0x80)
                --at;
            return at;
        };
        std::size_t cut = before_a_letter(room);
        while (cut > longest / 2 && looks_like_a_mark(line.substr(cut)))
            cut = before_a_letter(cut - 1);
        if (cut == 0) cut = room;
        out += line.substr(0, cut);
        out += "\r\n ";
        line.remove_prefix(cut);
    }
    out += line;
    out += "\r\n";
}

std::string parameter_value(std::string_view text) {
    std::string out;
    bool quoted = false;
    for (const char c : text) {
        if (c == '"')
            out += "^'";
        else if (c == '^')
            out += "^^";
        else if (c == '\n')
            out += "^n";
        else if (static_cast<unsigned char>(c) >= 0x20)
            out += c;
        quoted = quoted || c == ':' || c == ';' || c == ',' || c == ' ';
    }
    return quoted ? '"' + out + '"' : out;
}

std::string to_base64(std::string_view bytes) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t three = 0;
        for (std::size_t j = 0; j < 3; ++j) {
            three = three << 8 | (i + j < bytes.size() ? static_cast<unsigned char>(bytes[i + j]) : 0U);
        }
        for (std::size_t j = 0; j < 4; ++j) {
            out += i + j > bytes.size() ? '=' : digits[three >> (18 - 6 * j) & 63];
        }
    }
    return out;
}

std::string from_base64(std::string_view text) {
    const auto digit = [](char c) -> int {
        if (c >= 'A' && c <= 'Z') return c - 'A';
        if (c >= 'a' && c <= 'z') return c - 'a' + 26;
        if (c >= '0' && c <= '9') return c - '0' + 52;
        return c == '+' || c == '-' ? 62 : c == '/' || c == '_' ? 63 : -1;
    };
    std::string out;
    out.reserve(text.size() / 4 * 3);
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : text) {
        if (c == '=') break;
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n') continue;
        const int value = digit(c);
        if (value < 0) return {};
        bits = bits << 6 | static_cast<std::uint32_t>(value);
        if (++count % 4 != 1) out += static_cast<char>(bits >> (6 - 2 * ((count - 1) % 4)) & 0xff);
    }
    return out;
}

std::string from_quoted_printable(std::string_view text) {
    const auto digit = [](char c) {
        return c >= '0' && c <= '9' ? c - '0'
            : c >= 'A' && c <= 'F'  ? c - 'A' + 10
            : c >= 'a' && c <= 'f'  ? c - 'a' + 10
                                    : -1;
    };
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool sequence =
            text[i] == '=' && i + 2 < text.size() && digit(text[i + 1]) >= 0 && digit(text[i + 2]) >= 0;
        if (sequence) {
            out += static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2]));
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

}  // namespace kith
