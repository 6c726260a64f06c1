#include "days/words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/phrase_lines.h"
#include "base/text.h"

namespace kith {

namespace {

struct DayLanguageText {
    std::string_view language;
    std::string_view lines;
};

#include "day_languages.inc"

constexpr std::pair<std::string_view, DayRole> roles[] = {{"weekday", DayRole::weekday},
    {"weekdays", DayRole::weekdays}, {"month", DayRole::month}, {"day", DayRole::day},
    {"part", DayRole::part}, {"part_word", DayRole::part_word}, {"unit", DayRole::unit},
    {"number", DayRole::number}, {"ordinal", DayRole::ordinal}, {"ordinal_ending", DayRole::ordinal_ending},
    {"last", DayRole::last}, {"next", DayRole::next}, {"this", DayRole::this_},
    {"last_behind", DayRole::last_behind}, {"next_behind", DayRole::next_behind},
    {"after_next", DayRole::after_next}, {"before_last", DayRole::before_last},
    {"week_later", DayRole::week_later}, {"in", DayRole::in}, {"time", DayRole::time}, {"ago", DayRole::ago},
    {"ago_lead", DayRole::ago_lead}, {"from_now", DayRole::from_now}, {"after", DayRole::after},
    {"before", DayRole::before}, {"from", DayRole::from}, {"on", DayRole::on}, {"on_base", DayRole::on_base},
    {"by", DayRole::by}, {"since", DayRole::since}, {"about", DayRole::about}, {"at", DayRole::at},
    {"of", DayRole::of}, {"the", DayRole::the}, {"to", DayRole::to}, {"and", DayRole::and_},
    {"week_of", DayRole::week_of}, {"week_number", DayRole::week_number}, {"begin_of", DayRole::begin_of},
    {"early", DayRole::early}, {"mid", DayRole::mid}, {"late", DayRole::late}, {"end_of", DayRole::end_of},
    {"this_unit_end", DayRole::this_unit_end}, {"quarter", DayRole::quarter}, {"season", DayRole::season},
    {"same_time", DayRole::same_time}, {"no_answer", DayRole::no_answer}, {"holiday", DayRole::holiday},
    {"every", DayRole::every}, {"every_other", DayRole::every_other}, {"every_on", DayRole::every_on},
    {"rhythm", DayRole::rhythm}, {"every_vague", DayRole::every_vague}, {"day_word", DayRole::day_word},
    {"each_month", DayRole::each_month}, {"am", DayRole::am}, {"pm", DayRole::pm},
    {"oclock", DayRole::oclock}, {"clock", DayRole::clock}, {"past", DayRole::past},
    {"half_to", DayRole::half_to}, {"for", DayRole::for_}, {"minutes", DayRole::minutes},
    {"minutes_and_half", DayRole::minutes_and_half}, {"length", DayRole::length},
    {"numbered", DayRole::numbered}, {"also_word", DayRole::also_word}, {"no_day", DayRole::no_day},
    {"dangling", DayRole::dangling}};
static_assert(std::size(roles) == static_cast<std::size_t>(DayRole::count));

std::string_view text_of(std::string_view language) {
    const auto found = std::ranges::find(day_languages, language, &DayLanguageText::language);
    return found == std::end(day_languages) ? std::string_view{} : found->lines;
}

/// "'s time" and "twenty-first" as the words of a line come: with single spaces.
std::string phrase_key(std::string_view phrase) {
    std::string key;
    for (const Token& token : tokens_of(phrase))
        key += (key.empty() ? "" : " ") + token.folded;
    // "'s" alone, "~": no letter, so no word of a line, or only half of one.
    return key.empty() ? fold(phrase) : trim(phrase).starts_with("'s") ? "'" + key : key;
}

}  // namespace

const DayWords& DayWords::of(std::string_view locale) {
    static const std::vector<std::pair<std::string_view, DayWords>> all = [] {
        std::vector<std::pair<std::string_view, DayWords>> made;
        for (const DayLanguageText& one : day_languages) {
            const std::array both = {one.lines, text_of("en")};
            made.emplace_back(one.language, DayWords(std::span(both).first(one.language == "en" ? 1 : 2)));
        }
        return made;
    }();
    const std::string_view language = locale.substr(0, locale.find_first_of("-_"));
    const auto found = std::ranges::find(all, language, [](const auto& one) { return one.first; });
    if (found != all.end()) return found->second;
    return std::ranges::find(all, std::string_view("en"), [](const auto& one) { return one.first; })->second;
}

DayWords::DayWords(std::span<const std::string_view> files) {
    const auto take = [&](std::string_view name, std::string_view value, std::string_view written) {
        const auto role = std::ranges::find(roles, name, [](const auto& one) { return one.first; });
        const std::string phrase = phrase_key(written);
        if (role == std::end(roles) || phrase.empty()) return;
        phrases_.add(phrase, role->second, value);
        const bool is_name = role->second == DayRole::weekday || role->second == DayRole::month ||
            role->second == DayRole::day;
        if (is_name && phrase.size() >= 5 && !phrase.contains(' ')) names_.push_back(phrase);
    };
    for (const std::string_view file : files)
        each_phrase(file, take);
}

bool one_slip_apart(std::string_view a, std::string_view b, bool wrong_too) {
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > 1 || a == b) return false;
    const auto [in_a, in_b] = std::ranges::mismatch(a, b);
    const std::string_view rest_a(in_a, a.end());
    const std::string_view rest_b(in_b, b.end());
    if (a.size() < b.size()) return rest_a == rest_b.substr(1);
    if (rest_a.size() > 1 && rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] &&
        rest_a.substr(2) == rest_b.substr(2))
        return true;
    return wrong_too && rest_a.substr(1) == rest_b.substr(1);
}

std::string_view DayWords::respelt(std::string_view folded) const {
    if (folded.size() < 5 || phrases_.knows(folded)) return {};
    std::string_view meant;
    for (const std::string_view name : names_) {
        // Short names have too many neighbours that are words: "marsh", "sundae".
        const bool swapped = name.size() == folded.size();
        if (name.size() == 5 && !swapped) continue;
        if (name[0] != folded[0] && !swapped) continue;
        if (one_slip_apart(folded, name, name.size() >= 7)) meant = name;
    }
    return meant;
}

}  // namespace kith
