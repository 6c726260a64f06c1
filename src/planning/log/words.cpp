#include "planning/log/words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/phrase_lines.h"
#include "base/text.h"
#include "days/words.h"

namespace kith {

namespace {

constexpr char english_file[] = {
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wc23-extensions"
#embed "text/log_words.en.txt"
#pragma clang diagnostic pop
};

constexpr std::pair<std::string_view, WordRole> roles[] = {{"kind", WordRole::kind}, {"weak", WordRole::weak},
    {"past", WordRole::past}, {"base", WordRole::base}, {"begun", WordRole::begun}, {"from", WordRole::from},
    {"with", WordRole::with}, {"and", WordRole::and_}, {"then", WordRole::then}, {"about", WordRole::about},
    {"at", WordRole::at}, {"in", WordRole::in}, {"by", WordRole::by}, {"to", WordRole::to},
    {"for", WordRole::for_}, {"of", WordRole::of}, {"not_verb", WordRole::not_verb},
    {"article", WordRole::article}, {"stop", WordRole::stop}, {"me", WordRole::me}, {"i", WordRole::i},
    {"female", WordRole::female}, {"male", WordRole::male}, {"any", WordRole::any},
    {"title", WordRole::title}, {"particle", WordRole::particle}, {"will", WordRole::will},
    {"must", WordRole::must}, {"todo", WordRole::todo}, {"owe", WordRole::owe}, {"owes", WordRole::owes},
    {"request", WordRole::request}, {"filler", WordRole::filler}, {"of_thing", WordRole::of_thing},
    {"verb", WordRole::verb}, {"on", WordRole::on}, {"plan", WordRole::plan},
    {"introduce", WordRole::introduce}, {"introducer", WordRole::introducer}, {"role", WordRole::role},
    {"ahead", WordRole::ahead}, {"called", WordRole::called}, {"emoji", WordRole::emoji},
    {"need", WordRole::need}, {"wait", WordRole::wait}, {"now_at", WordRole::now_at},
    {"relation", WordRole::relation}, {"no_person", WordRole::no_person}, {"near", WordRole::near},
    {"topic", WordRole::topic}, {"header", WordRole::header}, {"state", WordRole::state},
    {"absent", WordRole::absent}, {"apart", WordRole::apart}, {"reported", WordRole::reported},
    {"reach", WordRole::reach}, {"sign_off", WordRole::sign_off}, {"body", WordRole::body},
    {"no_place", WordRole::no_place}, {"common", WordRole::common}, {"small", WordRole::small},
    {"no_slip", WordRole::no_slip}};

}  // namespace

const LogWords& LogWords::english() {
    static const LogWords words{std::string_view(english_file, sizeof english_file)};
    return words;
}

LogWords::LogWords(std::string_view file) {
    each_phrase(file, [&](std::string_view name, std::string_view value, std::string_view written) {
        const auto role = std::ranges::find(roles, name, [](const auto& one) { return one.first; });
        if (role == std::end(roles) || written.empty()) return;
        if (role->second == WordRole::emoji) {
            signs_.emplace_back(written, value);
            return;
        }
        const std::string phrase = fold(written);
        if (phrase.empty()) return;
        (is_aside(role->second) ? asides_ : phrases_).add(phrase, role->second, value);
        const bool slips = role->second == WordRole::kind || role->second == WordRole::past ||
            role->second == WordRole::about || role->second == WordRole::weak;
        if (slips && phrase.size() >= 5 && !phrase.contains(' ')) spelt_.push_back(phrase);
    });
}

std::string_view LogWords::respelt(std::string_view folded) const {
    // Some words are near one of the table's and mean something else.
    if (folded.size() < 4 || is(WordRole::no_slip, folded)) return {};
    for (const std::string& word : spelt_) {
        if (word[0] == folded[0] && one_slip_apart(folded, word, false)) return word;
    }
    return {};
}

LogWords::Sign LogWords::sign_in(std::string_view line) const {
    Sign first;
    for (const auto& [sign, value] : signs_) {
        const std::size_t at = line.find(sign);
        if (at != std::string_view::npos && (first.value.empty() || at < first.begin))
            first = {value, at, at + sign.size()};
    }
    return first;
}

}  // namespace kith
