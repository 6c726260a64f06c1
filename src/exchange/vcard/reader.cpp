#include "exchange/vcard/reader.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace kith {

namespace {

bool same(std::string_view a, std::string_view b) {
    return a.size() == b.size() && std::ranges::equal(a, b, [](char x, char y) {
        const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
        return lower(x) == lower(y);
    });
}

bool starts_with_word(std::string_view text, std::string_view word) {
    return text.size() >= word.size() && same(text.substr(0, word.size()), word);
}

bool is_begin(std::string_view line) {
    return starts_with_word(line, "BEGIN:") && same(trim(line.substr(6)), "VCARD");
}
bool is_end(std::string_view line) {
    return starts_with_word(line, "END:") && same(trim(line.substr(4)), "VCARD");
}

bool is_name(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
            c == '_';
    });
}

bool goes_on_as_quoted_printable(std::string_view line) {
    if (!line.ends_with('=')) return false;
    const std::string before = ascii_lower(line.substr(0, line.find(':')));
    return before.find("quoted-printable") != std::string::npos;
}

/// A property with base64 can be megabytes; anything longer than this in problems is noise.
constexpr std::size_t most_problems = 20;

}  // namespace

void VcardReader::problem(VcardProblem::What what, std::uint32_t line) {
    if (problems_.size() < most_problems) problems_.push_back({what, line});
}

/// One physical line, without its end.
std::string_view VcardReader::take_line() {
    const std::size_t start = at_;
    while (at_ < bytes_.size() && bytes_[at_] != '\n' && bytes_[at_] != '\r')
        ++at_;
    const std::string_view line = bytes_.substr(start, at_ - start);
    if (at_ < bytes_.size()) {
        if (bytes_[at_] == '\r' && at_ + 1 < bytes_.size() && bytes_[at_ + 1] == '\n') ++at_;
        ++at_;
        ++line_;
    }
    return line;
}

/// A line and those folded onto it: they begin with a space or tab. Bytes are joined before anything is
/// decoded, since a fold may cut a UTF-8 sequence.
std::string_view VcardReader::take_unfolded() {
    const std::string_view first = take_line();
    if (at_ >= bytes_.size() || (bytes_[at_] != ' ' && bytes_[at_] != '\t')) return first;
    if (goes_on_as_quoted_printable(first)) return first;  // there a space is a space
    std::string joined(first);
    while (at_ < bytes_.size() && (bytes_[at_] == ' ' || bytes_[at_] == '\t')) {
        const std::string_view more = take_line();
        // A blank line of spaces ends base64 in 2.1; joining it adds nothing.
        joined += trim(more).empty() && more.size() <= 1 ? std::string_view{} : more.substr(1);
    }
    return keep(std::move(joined));
}

bool VcardReader::next_line_is(std::string_view word) const {
    return starts_with_word(bytes_.substr(at_, word.size()), word);
}

bool VcardReader::next() {
    properties_.clear();
    parameters_.clear();
    problems_.clear();
    made_.clear();
    version_ = VcardVersion::v3_0;
    for (;;) {
        if (at_ >= bytes_.size()) return false;
        card_line_ = line_;
        std::string_view line = take_line();
        if (line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
        if (is_begin(trim(line))) break;
        if (!trim(line).empty() && !is_end(trim(line))) problem(VcardProblem::What::outside, card_line_);
    }
    for (;;) {
        if (at_ >= bytes_.size()) {
            problem(VcardProblem::What::no_end, card_line_);
            return true;
        }
        if (next_line_is("BEGIN:VCARD")) {  // the card before it was never ended
            problem(VcardProblem::What::no_end, card_line_);
            return true;
        }
        const std::uint32_t number = line_;
        const std::string_view line = take_unfolded();
        if (is_end(line)) return true;
        if (!trim(line).empty()) read_property(line, number);
    }
}

void VcardReader::read_property(std::string_view line, std::uint32_t number) {
    VcardProperty property;
    property.line = number;
    property.first_parameter = static_cast<std::uint32_t>(parameters_.size());
    bool in_quotes = false;
    std::size_t colon = 0;
    std::size_t semicolon = std::string_view::npos;
    for (; colon < line.size(); ++colon) {
        if (line[colon] == '"') in_quotes = !in_quotes;
        if (in_quotes) continue;
        if (line[colon] == ':') break;
        if (line[colon] == ';' && semicolon == std::string_view::npos) semicolon = colon;
    }
    if (colon >= line.size()) {
        colon = line.find(':');  // a quote that does not close
        if (colon != std::string_view::npos) semicolon = line.substr(0, colon).find(';');
    }
    std::string_view name = trim(line.substr(0, std::min(colon, semicolon)));
    if (const std::size_t dot = name.rfind('.'); dot != std::string_view::npos) {
        property.group = name.substr(0, dot);
        name.remove_prefix(dot + 1);
    }
    if (colon == std::string_view::npos || !is_name(name)) {
        problem(VcardProblem::What::no_property, number);
        // Kept, so that nothing is lost; no property of this name can come from a file.
        properties_.push_back({{}, {}, keep(repair_utf8(trim(line))), property.first_parameter, 0, number});
        return;
    }
    property.name = name;
    if (semicolon < colon) read_parameters(line.substr(semicolon + 1, colon - semicolon - 1), property);
    std::string_view value = line.substr(colon + 1);
    if (same(parameter(property, "ENCODING"), "QUOTED-PRINTABLE"))
        value = continue_quoted_printable(value);
    else if (!parameter(property, "ENCODING").empty())
        value = continue_base64(value);
    if (same(name, "AGENT") && trim(value).empty() && next_line_is("BEGIN:VCARD")) value = nested_card();
    property.value = decoded(property, value);
    if (same(name, "VERSION")) {
        const std::string_view version = trim(property.value);
        version_ = version == "2.1" ? VcardVersion::v2_1
            : version == "4.0"      ? VcardVersion::v4_0
                                    : VcardVersion::v3_0;
    }
    properties_.push_back(property);
}

void VcardReader::add_parameter(VcardProperty& property, std::string_view name, std::string_view value) {
    parameters_.push_back({name, value});
    ++property.parameter_count;
}

void VcardReader::read_parameters(std::string_view text, VcardProperty& property) {
    const auto until = [](std::string_view& rest, char end) {
        bool in_quotes = false;
        std::size_t i = 0;
        for (; i < rest.size() && (in_quotes || rest[i] != end); ++i) {
            if (rest[i] == '"') in_quotes = !in_quotes;
        }
        if (in_quotes) i = std::min(rest.find(end), rest.size());
        const std::string_view part = rest.substr(0, i);
        rest.remove_prefix(std::min(i + 1, rest.size()));
        return part;
    };
    const auto plain = [&](std::string_view value) {
        value = trim(value);
        if (value.size() >= 2 && value.starts_with('"') && value.ends_with('"'))
            value = value.substr(1, value.size() - 2);
        if (value.find('^') == std::string_view::npos && is_valid_utf8(value)) return value;
        std::string out;  // RFC 6868
        for (std::size_t i = 0; i < value.size(); ++i) {
            const char after = value[i] == '^' && i + 1 < value.size() ? value[i + 1] : '\0';
            if (after == 'n')
                out += '\n';
            else if (after == '\'')
                out += '"';
            else if (after == '^')
                out += '^';
            else {
                out += value[i];
                continue;
            }
            ++i;
        }
        return keep(repair_utf8(out));
    };
    while (!text.empty()) {
        std::string_view part = until(text, ';');
        const std::size_t equals = part.find('=');
        if (equals == std::string_view::npos) {  // bare, as in 2.1
            const std::string_view value = plain(part);
            const bool encoding =
                same(value, "QUOTED-PRINTABLE") || same(value, "BASE64") || same(value, "B");
            if (!value.empty()) add_parameter(property, encoding ? "ENCODING" : "TYPE", value);
            continue;
        }
        const std::string_view name = trim(part.substr(0, equals));
        std::string_view values = part.substr(equals + 1);
        if (!is_name(name)) continue;
        if (values.empty()) add_parameter(property, name, {});
        const bool list = same(name, "TYPE") || same(name, "PID") || same(name, "SORT-AS");
        while (!values.empty()) {
            std::string_view one = plain(list ? until(values, ',') : std::exchange(values, {}));
            if (!list) {
                add_parameter(property, name, one);
                continue;
            }
            while (!one.empty())
                add_parameter(property, name, trim(until(one, ',')));  // TYPE="voice,home"
        }
    }
}

/// Quoted-printable lines end with "=" where they go on. In UTF-16 and CR-only files alike.
std::string_view VcardReader::continue_quoted_printable(std::string_view value) {
    if (!value.ends_with('=')) return value;
    std::string joined(value);
    while (joined.ends_with('=') && at_ < bytes_.size() && !is_end(bytes_.substr(at_, 9))) {
        joined.pop_back();
        joined += take_line();
    }
    if (joined.ends_with('=')) joined.pop_back();
    return keep(std::move(joined));
}

/// Base64 that was broken into lines without folding them: lines of nothing else go on with it.
std::string_view VcardReader::continue_base64(std::string_view value) {
    const auto is_base64 = [](std::string_view line) {
        return !line.empty() && std::ranges::all_of(line, [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' ||
                c == '/' || c == '=';
        });
    };
    std::string joined;
    while (at_ < bytes_.size()) {
        const std::size_t end = std::min(bytes_.find_first_of("\r\n", at_), bytes_.size());
        if (!is_base64(bytes_.substr(at_, end - at_))) break;
        if (joined.empty()) joined = value;
        joined += take_line();
    }
    return joined.empty() ? value : keep(std::move(joined));
}

namespace {

std::string decode_quoted_printable(std::string_view text) {
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

}  // namespace

std::string_view VcardReader::decoded(const VcardProperty& property, std::string_view value) {
    if (same(parameter(property, "ENCODING"), "QUOTED-PRINTABLE"))
        value = keep(decode_quoted_printable(value));
    const std::string_view charset = parameter(property, "CHARSET");
    const bool latin = starts_with_word(charset, "ISO-8859-1") || starts_with_word(charset, "WINDOWS-125") ||
        same(charset, "LATIN1");
    if (!latin && is_valid_utf8(value)) return value;
    const bool utf8 = same(charset, "UTF-8") || same(charset, "UTF8");
    return keep(to_utf8(value, utf8 ? Encoding::utf8 : Encoding::windows_1252));
}

/// The card inside an AGENT of 2.1, as text.
std::string_view VcardReader::nested_card() {
    constexpr int deepest = 50;
    const std::size_t start = at_;
    const std::uint32_t number = line_;
    int depth = 0;
    while (at_ < bytes_.size()) {
        const std::string_view line = trim(take_line());
        if (is_begin(line)) ++depth;
        if (is_end(line)) --depth;
        if (depth == 0) return bytes_.substr(start, at_ - start);
        if (depth > deepest) break;
    }
    // No end: the nested card is not one. What it holds belongs to the card around it, or to the next.
    problem(VcardProblem::What::nested_too_deep, number);
    at_ = start;
    line_ = number;
    take_line();
    return {};
}

std::string_view VcardReader::parameter(const VcardProperty& property, std::string_view name) const {
    for (const VcardParameter& parameter : parameters(property)) {
        if (same(parameter.name, name)) return parameter.value;
    }
    return {};
}

bool VcardReader::has_type(const VcardProperty& property, std::string_view type) const {
    return std::ranges::any_of(parameters(property), [&](const VcardParameter& parameter) {
        return same(parameter.name, "TYPE") && same(parameter.value, type);
    });
}

// Values ---------------------------------------------------------------------------------------------

std::vector<std::string_view> split_unescaped(std::string_view value, char separator) {
    std::vector<std::string_view> parts;
    std::size_t start = 0;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i] == '\\') {
            ++i;
        } else if (value[i] == separator) {
            parts.push_back(value.substr(start, i - start));
            start = i + 1;
        }
    }
    parts.push_back(value.substr(std::min(start, value.size())));
    return parts;
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

void append_content_line(std::string& out, std::string_view line) {
    constexpr std::size_t longest = 75;
    for (std::size_t room = longest; line.size() > room; room = longest - 1) {
        std::size_t cut = room;
        while (cut > 0 && (static_cast<unsigned char>(line[cut]) & 0xC0) == 0x80)
            --cut;
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

}  // namespace kith
