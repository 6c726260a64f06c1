#include "base/links.h"

#include <algorithm>
#include <optional>

#include "base/percent.h"
#include "base/text.h"

namespace kith {

namespace {

bool is_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}

bool is_ascii_letter(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

bool is_plain(char32_t c) {
    return is_digit(c) || is_ascii_letter(c);
}

bool take_scheme(std::string_view& text, std::string_view scheme) {
    if (!equal_ignoring_ascii_case(text.substr(0, scheme.size()), scheme)) return false;
    text.remove_prefix(scheme.size());
    return true;
}

/// Whether all code points are good; malformed text is not.
template <typename Good>
bool all_points(std::string_view text, Good good) {
    while (!text.empty()) {
        const auto [point, length] = decode_utf8(text);
        if (point == U'\uFFFD' || !good(point)) return false;
        text.remove_prefix(length);
    }
    return true;
}

/// Programs take a host's letters for what they look like (UTS #46): the fullwidth "？" for "?". So it is looked at
/// as they will.
bool is_host(std::string_view host) {
    constexpr std::size_t longest = 253;
    if (host.ends_with('.')) host.remove_suffix(1);
    if (host.empty() || host.size() > longest) return false;
    for (const std::string_view label : split(host, '.')) {
        if (label.empty() || label.starts_with('-') || label.ends_with('-')) return false;
    }
    const auto good = [](char32_t c) {
        if (c >= 0x80) return is_letter_or_digit(c) || is_mark(c);
        return is_plain(c) || c == U'-' || c == U'_' || c == U'.';
    };
    return all_points(host, good) && all_points(fold(host), good);
}

/// What stands before the "@": a dot-atom (RFC 5322, RFC 6532), with dots anywhere, as providers once allowed.
bool is_mailbox(std::string_view local) {
    constexpr std::size_t longest = 128;
    constexpr std::u32string_view signs = U"!#$%&'*+-/=?^_`{|}~.";
    return !local.empty() && local.size() <= longest && all_points(local, [&](char32_t c) {
        if (c >= 0x80) return is_letter_or_digit(c) || is_mark(c);
        return is_plain(c) || signs.contains(c);
    });
}

struct Telephone {
    std::string digits;
    std::string extension;
    bool international = false;
};

/// A decimal digit in the scripts that numbers are written in; nothing for what is none.
std::optional<char> digit_of(char32_t c) {
    constexpr char32_t zeros[] = {U'0', U'\u0660', U'\u06F0', U'\u0966', U'\uFF10'};
    for (const char32_t zero : zeros) {
        if (c >= zero && c <= zero + 9) return static_cast<char>('0' + (c - zero));
    }
    return std::nullopt;
}

/// Stands inside numbers and says nothing: blanks, hyphens, and what shows the direction of writing.
bool is_between_digits(char32_t c) {
    constexpr std::u32string_view signs =
        U" \t.-/()\u00A0\u2009\u202F\u2060\uFEFF\uFF0D\u2212\u3000\uFF08\uFF09";
    const bool hyphen = c >= U'\u2010' && c <= U'\u2015';
    const bool direction = c == U'\u200E' || c == U'\u200F' || (c >= U'\u202A' && c <= U'\u202E') ||
        (c >= U'\u2066' && c <= U'\u2069');
    return hyphen || direction || signs.contains(c);
}

/// "x 12", "ext. 12", "ext=12", "#12": the digits; empty if it is no extension.
std::string extension_of(std::string_view text) {
    if (text.starts_with('#'))
        text.remove_prefix(1);
    else if (!take_scheme(text, "extension") && !take_scheme(text, "ext") && !take_scheme(text, "x"))
        return {};
    const std::size_t start = std::min(text.find_first_not_of(" .:="), text.size());
    const std::string_view digits = trim(text.substr(start));
    constexpr std::size_t longest = 8;
    const bool good =
        digits.size() <= longest && std::ranges::all_of(digits, [](char c) { return is_digit(c); });
    return good ? std::string(digits) : std::string{};
}

/// Nothing if it is not one number that a person could be called at.
std::optional<Telephone> read_telephone(std::string_view text) {
    constexpr std::size_t shortest = 2, longest = 20;
    Telephone phone;
    const auto good = [&]() -> std::optional<Telephone> {
        if (phone.digits.size() < shortest || phone.digits.size() > longest) return std::nullopt;
        return phone;
    };
    while (!text.empty()) {
        const auto [c, length] = decode_utf8(text);
        const bool begun = !phone.digits.empty();
        if (c == U'*' || (c == U'#' && !begun)) return std::nullopt;  // a code
        if (c == U',' || c == U';') {  // what is dialled after it, or how it is meant
            text.remove_prefix(length);
            if (const std::string_view rest = trim(text); c == U';' && !rest.starts_with('#'))
                phone.extension = extension_of(rest.substr(0, rest.find(';')));
            return good();
        }
        if (begun && (is_ascii_letter(c) || c == U'#')) {
            phone.extension = extension_of(text);
            return phone.extension.empty() ? std::nullopt : good();  // 1-800-FLOWERS
        }
        if (phone.international && text.starts_with("(0)")) {  // not dialled from abroad
            text.remove_prefix(3);
            continue;
        }
        if (const auto digit = digit_of(c)) {
            phone.digits += *digit;
        } else if (c == U'+' || c == U'\uFF0B') {
            if (begun || phone.international) return std::nullopt;
            phone.international = true;
        } else if (begun && !is_between_digits(c)) {
            return std::nullopt;
        }
        text.remove_prefix(length);
    }
    return good();
}

/// What a link may hold behind its host; whatever else is there is percent-encoded.
bool stays_in_path(char c) {
    return is_plain(static_cast<unsigned char>(c)) || std::string_view("-._~!$&'()*+,;=:@/?#[]%").contains(c);
}

/// "8080" of "x.org:8080/path".
bool is_port(std::string_view text) {
    const std::string_view digits = text.substr(0, text.find_first_of("/?#"));
    return !digits.empty() && digits.size() <= 5 &&
        std::ranges::all_of(digits, [](char c) { return is_digit(c); });
}

}  // namespace

std::string mail_link(std::string_view address) {
    address = trim(address);
    if (const std::size_t open = address.rfind('<'); open != std::string_view::npos && address.ends_with('>'))
        address = trim(address.substr(open + 1, address.size() - open - 2));
    std::string decoded;
    if (take_scheme(address, "mailto:")) {
        decoded = percent_decoded(address.substr(0, address.find('?')));
        address = trim(decoded);
    }
    const std::size_t at = address.find('@');
    if (at == std::string_view::npos) return {};
    const std::string_view local = address.substr(0, at), domain = address.substr(at + 1);
    if (!is_mailbox(local) || !is_host(domain)) return {};
    return "mailto:" + percent_encoded(local) + "@" + percent_encoded(domain);
}

std::string phone_link(std::string_view number) {
    number = trim(number);
    std::string decoded;
    if (take_scheme(number, "tel:")) {
        decoded = percent_decoded(number);
        number = decoded;
    }
    const auto phone = read_telephone(number);
    if (!phone) return {};
    const std::string extension = phone->extension.empty() ? "" : ";ext=" + phone->extension;
    return (phone->international ? "tel:+" : "tel:") + phone->digits + extension;
}

std::string web_link(std::string_view address) {
    address = trim(address);
    std::string link = "https://";
    const std::size_t mark = address.find_first_of(":/?#");
    const bool colon = mark != std::string_view::npos && address[mark] == ':';
    if (colon && !is_port(address.substr(mark + 1))) {
        const std::string scheme = ascii_lower(address.substr(0, mark));
        if (scheme == "mailto") return mail_link(address);
        if (scheme == "tel") return phone_link(address);
        if (scheme != "https" && scheme != "http") return {};
        link = scheme + "://";
        address.remove_prefix(mark + 1);
        if (!address.starts_with("//")) return {};
    }
    if (address.starts_with("//")) address.remove_prefix(2);
    const std::size_t end = std::min(address.find_first_of("/?#"), address.size());
    std::string_view host = address.substr(0, end);
    const std::string_view rest = address.substr(end);
    std::string_view port;
    if (const std::size_t at = host.find(':'); at != std::string_view::npos) {
        port = host.substr(at);
        host = host.substr(0, at);
        if (!is_port(port.substr(1))) return {};
    }
    if (!is_host(host)) return {};
    link += host;
    link += port;
    for (const char c : rest) {
        if (stays_in_path(c))
            link += c;
        else
            link += percent_encoded({&c, 1});
    }
    return link;
}

}  // namespace kith
