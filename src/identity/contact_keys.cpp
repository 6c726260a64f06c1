#include "identity/contact_keys.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/percent.h"
#include "base/text.h"

namespace kith::identity {

namespace {

bool take_prefix(std::string_view& text, std::string_view prefix) {
    if (text.size() < prefix.size() || !equal_ignoring_ascii_case(text.substr(0, prefix.size()), prefix))
        return false;
    text.remove_prefix(prefix.size());
    return true;
}

/// What stands before the "@" where a mailbox is several people's, in the languages of business.
constexpr std::string_view shared_mailboxes[] = {"accounting", "accounts", "admin", "administration",
    "anfrage", "billing", "booking", "buchhaltung", "buero", "bureau", "careers", "contact", "contacto",
    "contact-us", "contato", "customerservice", "direction", "empfang", "enquiries", "events", "family",
    "familie", "familia", "famille", "finance", "frontdesk", "geral", "hallo", "hello", "help", "helpdesk",
    "hi", "hola", "hr", "info", "information", "inquiries", "jobs", "kontakt", "kontor", "mail", "marketing",
    "media", "no-reply", "noreply", "office", "oficina", "post", "postmaster", "praxis", "press", "presse",
    "reception", "recepcion", "recruiting", "sales", "secretariat", "sekretariat", "segreteria", "service",
    "services", "shop", "staff", "support", "team", "ufficio", "vendas", "ventas", "verkauf", "vertrieb",
    "webmaster", "welcome", "zentrale"};

constexpr std::string_view family_words[] = {
    "family", "familie", "familia", "famille", "famiglia", "fam", "rodina"};

struct Site {
    std::string_view host, path;
};
constexpr Site profile_sites[] = {{"linkedin.com", "/in/"}, {"xing.com", "/profile/"}, {"orcid.org", "/"}};

}  // namespace

std::string email_key(std::string_view address) {
    address = trim(address);
    take_prefix(address, "mailto:");
    if (address.starts_with('<') && address.ends_with('>')) address = address.substr(1, address.size() - 2);
    const std::size_t at = address.rfind('@');
    if (at == std::string_view::npos || at == 0 || at + 1 == address.size()) return {};
    std::string domain = ascii_lower(address.substr(at + 1));
    std::string local = ascii_lower(address.substr(0, at));
    const std::size_t plus = local.find('+');
    if (plus != std::string::npos && plus > 0) local.resize(plus);
    if (domain == "googlemail.com") domain = "gmail.com";
    if (domain == "gmail.com") std::erase(local, '.');
    return local.empty() ? std::string{} : local + "@" + domain;
}

bool is_shared_mailbox(std::string_view key) {
    const std::string_view local = key.substr(0, key.find('@'));
    if (std::ranges::contains(shared_mailboxes, local)) return true;
    const std::string_view first = local.substr(0, local.find_first_of("._-0123456789"));
    return std::ranges::contains(shared_mailboxes, first) || std::ranges::contains(family_words, first);
}

NumberKey number_key(std::string_view number) {
    number = trim(number);
    take_prefix(number, "tel:");
    NumberKey key;
    std::string* into = &key.line;
    for (const char c : number) {
        if (c >= '0' && c <= '9')
            *into += c;
        else if (c == 'x' || c == 'X' || c == ';' || c == ',' || c == '#')
            into = &key.extension;
    }
    constexpr std::size_t fewest = 6, most = 9;
    if (key.line.size() < fewest) return {};
    if (key.line.size() > most) key.line.erase(0, key.line.size() - most);
    return key;
}

std::string profile_key(std::string_view url) {
    url = trim(url);
    if (!take_prefix(url, "https://")) take_prefix(url, "http://");
    const std::size_t slash = url.find('/');
    if (slash == std::string_view::npos) return {};
    const std::string host = ascii_lower(url.substr(0, slash));
    for (const Site& site : profile_sites) {
        if (!host.ends_with(site.host)) continue;
        if (host.size() > site.host.size() && host[host.size() - site.host.size() - 1] != '.') continue;
        std::string_view path = url.substr(slash);
        if (!take_prefix(path, site.path)) return {};
        const std::string decoded = percent_decoded(path.substr(0, path.find_first_of("/?#")));
        if (decoded.empty() || !is_valid_utf8(decoded)) return {};
        return std::string(site.host) + " " + ascii_lower(normalise(decoded));
    }
    return {};
}

std::string uid_key(std::string_view uid) {
    uid = trim(uid);
    take_prefix(uid, "urn:uuid:");
    return ascii_lower(uid);
}

std::string street_key(std::string_view street) {
    struct Short {
        std::string_view word, whole;
    };
    static constexpr Short shorts[] = {{"st", "street"}, {"str", "strasse"}, {"ave", "avenue"},
        {"av", "avenue"}, {"rd", "road"}, {"ln", "lane"}, {"dr", "drive"}, {"blvd", "boulevard"},
        {"pl", "place"}, {"sq", "square"}, {"c", "calle"}, {"avda", "avenida"}, {"pza", "plaza"},
        {"ul", "ulica"}, {"bd", "boulevard"}, {"ct", "court"}};
    std::string key, word;
    std::vector<std::string> words;
    for (const char c : fold(street) + " ") {
        const bool letter =
            static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (letter) {
            word += c;
            continue;
        }
        if (word.empty()) continue;
        const auto found = std::ranges::find(shorts, word, &Short::word);
        if (found != std::end(shorts)) word = found->whole;
        constexpr std::string_view ending = "str";  // "Hauptstr." is "Hauptstraße"
        if (word.size() > ending.size() && word.ends_with(ending)) word += "asse";
        words.push_back(std::exchange(word, {}));
    }
    std::ranges::sort(words);  // the number stands before or behind
    for (const std::string& one : words)
        key += one + " ";
    return key;
}

std::string place_key(std::string_view city) {
    std::string key;
    for (const char c : fold(city)) {
        if (c != ' ' && c != '-' && c != '.' && c != '\'') key += c;
    }
    return key;
}

}  // namespace kith::identity
