// All text of the interface: a table from key to message, English compiled in from assets/text/en.txt, so that
// a translation is one more file and no code. base/formatter.h makes sentences of the messages.
//
//     language = en
//
//     # Today
//     nav.today = Today
//     today.more_for(text step) = More for: {$step}
//     fact.planned(span ahead) = It’s {$ahead :ahead}
//     today.late(count promises) =
//         .match $promises
//         one {{{$promises} promise is overdue}}
//         * {{{$promises} promises are overdue}}
//
// A line has a key, what the message is told, and the message; what follows indented belongs to it. A message is
// one of Unicode MessageFormat 2 (UTS #35, part 9; https://unicode.org/reports/tr35/tr35-messageFormat.html), of
// which Kith reads what it needs:
//
// - Text, with {$name} where an argument goes. A backslash stands before a "{", "}" or "\" that is meant.
// - `{$name :function option=value}` says how it is written:
//       count   {$n}                           1,596 as the locale divides it
//       day     {$on}, {$on :date}             12 August, with the year only if it isn't this one
//               {$on :date fields=F}           F: year-month-day, month-day, month-day-weekday, weekday
//               {$on :relative}                yesterday, in 3 days, in 2 weeks; from a month away as :date,
//                                              or sooner: {$on :relative within=1}
//               {$on :week}                    23 November – 29 November, the week that begins there
//       moment  {$at}, {$at :datetime}         12 August 2026, 10:30
//               {$at :date …}, {$at :relative} as for a day
//       list    {$names}                       Ana, Ben and Priya
//       span    {$time}                        a day, 3 weeks
//               {$time :ago}, {$time :ahead}   yesterday, 3 weeks ago; tomorrow, in 3 weeks; today
//               {$time :every}                 every day, every 3 weeks
//   A text, a person and a record come out as they are.
// - `.match $name $name` and then variants: a key for each of these counts and the pattern in {{ }}. A key is a
//   number (of a span: of its days), a plural category of the language (zero, one, two, few, many, other) or *; the number goes before
//   the category, that before *, and the counts go from the left. The last variant has only *.
// - `.input {$name :number select=ordinal}` before it: the category is one for 1st, 2nd, 3rd.
//
// What stands in brackets behind the key declares the arguments: their types (base/message.h) and the names that
// they have in the message, in the order in which the program hands them over. It is Kith's own, short for
// MessageFormat's declarations: `count n` for `.input {$n :number}`, `day on` for `.input {$on :date}`. Names,
// because a translator who reads "{$person} asked {$friend}" needs no program to see who is who, and may turn them
// round; by position, because a call of the program stays as short as its sentence, and the tests compare the two.
// A translation leaves the brackets out: English declares for all.
//
// The file is compiled in by its short form (compact_catalogue.py), so that a first visit loads less: there a key
// that begins with a dot is in the room of the key before it, of a type the first letter is enough, and arguments
// are called a, b, c. A translation is shortened the same way, by what English declares.
//
// `:relative`, `:week` and those of a span are functions of Kith's own, and so is what it does with lists. A
// relative date goes where an adverb goes ("asked yesterday", "back in 3 days"); after a preposition a message
// wants a date ("by 12 August").
#pragma once

#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"
#include "base/plural_rules.h"

namespace kith {

/// An argument as a message declares it.
struct Parameter {
    ArgumentType type = ArgumentType::text;
    std::string_view name;

    bool operator==(const Parameter&) const = default;
};

/// A message of the catalogue as it stands there.
struct CatalogueEntry {
    std::string_view key;
    std::string_view parameters;  // "count promises, text step"; of a translation empty
    std::string_view text;
};

class Catalogue {
public:
    /// The English text that is part of the program.
    static const Catalogue& english();

    /// Reads a file; what a translation lacks falls back to English. Lines that are not `key = text`, blank,
    /// indented or `# comment` are passed over. `rules` are those of the file's language, where the program has
    /// none of it (tests).
    explicit Catalogue(std::string_view file, const Catalogue* fallback = nullptr,
        std::optional<PluralRules> rules = std::nullopt);
    Catalogue(const Catalogue&) = delete;
    Catalogue& operator=(const Catalogue&) = delete;

    /// The text for a key that takes no arguments, or the key itself if there is none (a test finds those).
    /// O(log n).
    std::string_view get(std::string_view key) const;
    bool has(std::string_view key) const;

    struct Found {
        CatalogueEntry entry;
        const Catalogue* in = nullptr;  // this one or a fallback
    };
    /// A message, and the catalogue whose language it is in.
    std::optional<Found> find(std::string_view key) const;
    /// What a message is told. English declares it for all languages.
    std::string_view parameters(std::string_view key) const;

    /// Whether these are what the message is told, by number and type: else it is a mistake of the program. What
    /// a history kept fits everything, and may be more or fewer. True of a key that isn't there.
    bool takes(std::string_view key, std::span<const ArgumentView> arguments) const;
    bool takes(const Message& message) const;

    const PluralRules& rules() const { return rules_; }
    std::vector<std::string_view> keys() const;

private:
    std::string file_;
    std::deque<std::string> spelled_out_;  // keys that the file has shortened
    std::vector<CatalogueEntry> entries_;  // sorted by key, views into the two above
    const Catalogue* fallback_ = nullptr;
    PluralRules rules_;

    const CatalogueEntry* own(std::string_view key) const;
};

/// Takes the next parameter from what is left of a declaration; nothing at its end, or where it is malformed.
std::optional<Parameter> next_parameter(std::string_view& declaration);

}  // namespace kith
