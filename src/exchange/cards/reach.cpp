#include "exchange/cards/reach.h"

#include "base/percent.h"
#include "base/text.h"

namespace kith {

namespace {

bool take_prefix_ignoring_case(std::string_view& text, std::string_view prefix) {
    if (text.size() < prefix.size() || !equal_ignoring_ascii_case(text.substr(0, prefix.size()), prefix))
        return false;
    text.remove_prefix(prefix.size());
    return true;
}

std::string_view without_scheme(std::string_view url) {
    url = trim(url);
    if (!take_prefix_ignoring_case(url, "https://")) take_prefix_ignoring_case(url, "http://");
    take_prefix_ignoring_case(url, "www.");
    return url;
}

}  // namespace

std::string email_key(std::string_view address) {
    address = trim(address);
    take_prefix_ignoring_case(address, "mailto:");
    if (address.starts_with('<') && address.ends_with('>')) address = address.substr(1, address.size() - 2);
    const std::size_t at = address.find('@');
    if (at == std::string_view::npos || at == 0 || at + 1 == address.size()) return {};
    return ascii_lower(trim(address));
}

std::string phone_key(std::string_view number) {
    number = trim(number);
    take_prefix_ignoring_case(number, "tel:");
    std::string digits;
    std::string extension;
    std::string* into = &digits;
    for (const char c : number) {
        if (c >= '0' && c <= '9')
            *into += c;
        else if (c == 'x' || c == 'X' || c == ';' || c == ',' || c == '#')
            into = &extension;
    }
    if (digits.size() < 6) return {};
    if (digits.size() > 9) digits.erase(0, digits.size() - 9);
    return extension.empty() ? digits : digits + "x" + extension;
}

std::string linkedin_slug(std::string_view url) {
    url = without_scheme(url);
    const std::size_t slash = url.find('/');
    if (slash == std::string_view::npos) return {};
    const std::string_view host = url.substr(0, slash);
    constexpr std::string_view domain = "linkedin.com";
    if (host.size() < domain.size()) return {};
    if (!equal_ignoring_ascii_case(host.substr(host.size() - domain.size()), domain)) return {};
    if (host.size() > domain.size() && host[host.size() - domain.size() - 1] != '.') return {};
    url.remove_prefix(slash);
    if (!take_prefix_ignoring_case(url, "/in/")) return {};
    const std::string decoded = percent_decoded(url.substr(0, url.find_first_of("/?#")));
    return is_valid_utf8(decoded) ? ascii_lower(normalise(decoded)) : std::string{};
}

std::string url_key(std::string_view url) {
    url = without_scheme(url);
    while (url.ends_with('/'))
        url.remove_suffix(1);
    const std::size_t slash = url.find('/');
    std::string key = ascii_lower(url.substr(0, slash));
    if (slash != std::string_view::npos) key += url.substr(slash);
    return key;
}

std::string posting_key(std::string_view url) {
    std::string key = url_key(trim(url));
    constexpr std::string_view view = "/jobs/view/";
    const std::size_t at = key.find(view);
    if (at == std::string::npos || !key.substr(0, at).ends_with("linkedin.com")) return key;
    std::string_view job = std::string_view(key).substr(at + view.size());
    job = job.substr(0, job.find_first_of("/?#"));
    const std::size_t number = job.find_last_not_of("0123456789") + 1;  // 0 when all are digits
    return number < job.size() ? "job " + std::string(job.substr(number)) : key;
}

std::string uid_key(std::string_view uid) {
    uid = trim(uid);
    take_prefix_ignoring_case(uid, "urn:uuid:");
    return ascii_lower(uid);
}

}  // namespace kith
