// Filters for people that read like what they mean, to be typed, saved and shared:
//
//     circle:15,50 tag:recruiter place:Berlin last-contact:<this-year org:"St. Anna" decides:hiring -due:no
//
// Terms stand beside each other and must all hold; a comma offers alternatives; "-" before a term turns it
// round; words without a key look in the name. Names of fields are English in every language, as in a
// spreadsheet, so that a saved filter means the same everywhere.
//
//     circle     5 15 50 150 beyond none          place, role, org (current), was-at (formerly), tag,
//     standing   senior peer junior none          skill, industry, language, need, offer, name
//     decides    hiring promotion funding yes no       text: part of it; "none": nothing there; tags whole
//     due        yes soon drifting no snoozed     last-contact, asked, met, birthday
//     kin, private                 yes no             <D  before; >D  after; D  within; never
//     has        email phone birthday photo notes     D: 2026-03-01 2026-03 2026 today this-week this-month
//                                                     this-year, 90d 6m 2y (so long ago)
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "insight/contact_book.h"
#include "planning/facts/rules.h"

namespace kith {

enum class FilterKey : std::uint8_t {
    name,
    circle,
    tag,
    place,
    role,
    org,
    was_at,
    standing,
    decides,
    skill,
    industry,
    language,
    need,
    offer,
    due,
    last_contact,
    asked,
    met,
    birthday,
    kin,
    is_private,
    has,
};

/// Words that stand for no option of a field.
namespace filter_word {
inline constexpr std::string_view yes = "yes";
inline constexpr std::string_view no = "no";
inline constexpr std::string_view birthday = "birthday";
}  // namespace filter_word

enum class FilterComparison : std::uint8_t { is, before, after };

struct FilterValue {
    FilterComparison comparison = FilterComparison::is;
    std::string text;

    bool operator==(const FilterValue&) const = default;
};

struct FilterTerm {
    FilterKey key = FilterKey::name;
    bool negated = false;
    std::vector<FilterValue> values;  // one of them must hold

    bool operator==(const FilterTerm&) const = default;
};

struct Filter {
    std::vector<FilterTerm> terms;  // all of them must hold; none: everyone

    bool operator==(const Filter&) const = default;
};

/// What is wrong, and which bytes of the text.
struct FilterError {
    std::size_t begin = 0;
    std::size_t end = 0;
    Message message;
};

std::expected<Filter, FilterError> parse_filter(std::string_view text);
/// The same filter in its shortest spelling: parse_filter(print_filter(f)) == f.
std::string print_filter(const Filter& filter);

/// O(what the terms look at).
bool matches_filter(const Filter& filter, const Workspace& workspace, const ContactBook& contacts,
    RecordId person, Day today, const Rules& rules = {});
/// Everyone who matches, but oneself, in the order they came here. O(people).
std::vector<RecordId> people_matching(const Filter& filter, const Workspace& workspace,
    const ContactBook& contacts, Day today, const Rules& rules = {});

/// "circle", "last-contact" …: for completing what is typed.
std::span<const std::string_view> filter_keys();
/// What may stand behind a key where that is a fixed list: "5 15 50 150 beyond none".
std::vector<std::string_view> filter_options(FilterKey key);

}  // namespace kith
