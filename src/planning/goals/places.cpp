#include "planning/goals/places.h"

#include <algorithm>
#include <ranges>
#include <string>
#include <vector>

#include "base/text.h"
#include "identity/organisations.h"

namespace kith::goals {

namespace {

/// What follows a name and says only what sort of body it is, or for which country.
constexpr std::string_view bodies[] = {"trust", "foundation", "nhs", "group", "gruppe", "grupo", "groupe",
    "gruppo", "holding", "holdings", "international", "global", "worldwide", "council", "hq", "headquarters",
    "stiftung", "uk", "usa", "us", "ireland", "deutschland", "germany", "france", "espana", "italia",
    "portugal", "nederland", "osterreich", "austria", "schweiz", "suisse", "switzerland", "europe", "emea",
    "apac", "latam"};

/// What is cut short in names.
constexpr std::string_view long_words[] = {"university", "universitat", "universite", "universidad",
    "universidade", "universita", "hospital", "foundation", "institute", "institut", "international",
    "association", "department", "technology", "technologies", "management", "services", "solutions",
    "manufacturing", "college", "academy", "laboratories", "engineering", "communications", "government",
    "corporation", "company", "brothers"};

std::string without_spaces(std::string_view key) {
    std::string joined;
    std::ranges::copy_if(key, std::back_inserter(joined), [](char c) { return c != ' '; });
    return joined;
}

/// "univ" for "university", "fdn" for "foundation": begins alike, and its letters come in this order.
bool cuts_short(std::string_view cut, std::string_view word) {
    constexpr std::size_t fewest = 3, spared = 2;
    if (!std::ranges::contains(long_words, word)) return false;
    if (cut.size() < fewest || cut.size() + spared > word.size() || cut.front() != word.front()) return false;
    std::size_t at = 0;
    for (const char letter : word) {
        if (at < cut.size() && cut[at] == letter) ++at;
    }
    return at == cut.size();
}

/// "brannocs" and "brannoc": an apostrophe or a plural between them.
bool is_alike(std::string_view a, std::string_view b) {
    if (a == b) return true;
    if (a.size() > b.size()) std::swap(a, b);
    return cuts_short(a, b) || (b.size() == a.size() + 1 && b.starts_with(a) && b.ends_with('s'));
}

bool says_only_what_it_is(std::span<const std::string_view> words) {
    if (words.size() == 2 && words.front() == "and") return true;  // "… Resorts & Spas"
    return std::ranges::all_of(
        words, [](std::string_view word) { return std::ranges::contains(bodies, word); });
}

bool begins_with(const std::vector<std::string_view>& longer, const std::vector<std::string_view>& shorter) {
    if (longer.size() < shorter.size()) return false;
    if (!std::ranges::equal(std::span(longer).first(shorter.size()), shorter, is_alike)) return false;
    return longer.size() == shorter.size() ||
        (shorter.size() > 1 && says_only_what_it_is(std::span(longer).subspan(shorter.size())));
}

/// Without what is said beside the name: behind a comma, a bar, a bracket or a dash.
std::string_view name_itself(std::string_view name) {
    for (const std::string_view mark : {",", "(", "|", " - ", " – ", "·"}) {
        if (const std::size_t at = name.find(mark); at != std::string_view::npos && at > 0)
            name = name.substr(0, at);
    }
    return trim(name);
}

}  // namespace

PlaceName::PlaceName(std::string_view name)
    : key_(identity::organisation_key(name_itself(name))), run_(without_spaces(key_)) {}

bool PlaceName::is_same(const PlaceName& other) const {
    if (key_.empty() || other.key_.empty()) return false;
    if (run_ == other.run_) return true;
    if (key_.front() != other.key_.front()) return false;  // the first words are alike in whatever follows
    const std::vector<std::string_view> mine = split(key_, ' '), theirs = split(other.key_, ' ');
    return begins_with(mine, theirs) || begins_with(theirs, mine);
}

bool is_same_place(std::string_view place, std::string_view target) {
    return PlaceName(place).is_same(PlaceName(target));
}

}  // namespace kith::goals
