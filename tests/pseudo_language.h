// A language that nobody speaks, made from the English texts as a translation would be: letters with accents
// ("Ûþ" for "Up"), a third longer, in brackets, with arguments in another order and more plural forms. What it
// leaves in plain letters was never in the catalogue; what it cuts or breaks, German or Polish would as well.
//
//     Catalogue pseudo(pseudo_language(), &Catalogue::english(), pseudo_rules);
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/catalogue.h"
#include "base/text.h"
#include "model/labels.h"

namespace kith::testing {

/// As in Slavic languages: one, a few, many.
inline PluralCategory pseudo_plural(const PluralOperands& number) {
    if (number.v != 0) return PluralCategory::other;
    const auto last = number.i % 10, two = number.i % 100;
    if (last == 1 && two != 11) return PluralCategory::one;
    return last >= 2 && last <= 4 && (two < 12 || two > 14) ? PluralCategory::few : PluralCategory::many;
}
inline constexpr PluralRules pseudo_rules{"xx", pseudo_plural, pseudo_plural};

class PseudoWriter {
public:
    /// A message as it stands in the catalogue.
    static std::string message(std::string_view text) {
        if (!text.starts_with('.')) return pattern(text);
        std::string out;
        std::size_t at = text.find("{{");
        // Before the first variant stand the declarations, and then its keys.
        std::size_t keys = text.rfind('$', at);
        keys = text.find_first_of(" \n", keys);
        out = std::string(text.substr(0, keys));
        while (at != std::string_view::npos) {
            const std::string_view key = trim(text.substr(keys, at - keys));
            const std::size_t end = pattern_end(text, at + 2);
            const std::string filled = "{{" + pattern(text.substr(at + 2, end - at - 2)) + "}}";
            if (key == "*") {
                for (const char* category : {"two", "few", "many"})
                    out += std::string("\n ") + category + " " + filled;
            }
            out += "\n " + std::string(key) + " " + filled;
            keys = end + 2;
            at = text.find("{{", keys);
        }
        return out;
    }

    static std::string pattern(std::string_view text) {
        std::vector<std::string> words{""}, arguments;
        std::size_t letters = 0;
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (text[at] == '\\') {
                words.back() += text.substr(at++, 2);
            } else if (text[at] == '{') {
                const std::size_t end = text.find('}', at);
                arguments.emplace_back(text.substr(at, end + 1 - at));
                words.emplace_back();
                at = end;
            } else {
                words.back() += accented(text[at]);
                ++letters;
            }
        }
        std::string out = "⟦" + words[0];
        for (std::size_t i = 0; i < arguments.size(); ++i)
            out += arguments[arguments.size() - 1 - i] + words[i + 1];
        for (std::size_t i = 0; i < (letters * 35 + 99) / 100; ++i)
            out += i % 6 == 0 ? " " : "·";
        return out + "⟧";
    }

private:
    static std::string accented(char letter) {
        static constexpr std::string_view small[] = {"à", "ƀ", "ć", "đ", "é", "ƒ", "ğ", "ĥ", "í", "ĵ", "ķ",
            "ĺ", "ɱ", "ñ", "ó", "ƥ", "ɋ", "ŕ", "š", "ţ", "ú", "ʋ", "ŵ", "х", "ý", "ž"};
        static constexpr std::string_view large[] = {"À", "Ɓ", "Ć", "Đ", "É", "Ƒ", "Ğ", "Ĥ", "Í", "Ĵ", "Ķ",
            "Ĺ", "Ɯ", "Ñ", "Ó", "Ƥ", "Ɋ", "Ŕ", "Š", "Ţ", "Ú", "Ʋ", "Ŵ", "Х", "Ý", "Ž"};
        if (letter >= 'a' && letter <= 'z') return std::string(small[letter - 'a']);
        if (letter >= 'A' && letter <= 'Z') return std::string(large[letter - 'A']);
        return {letter};
    }

    static std::size_t pattern_end(std::string_view text, std::size_t at) {
        while (at < text.size() && !text.substr(at).starts_with("}}")) {
            if (text[at] == '\\')
                ++at;
            else if (text[at] == '{')
                at = text.find('}', at);
            ++at;
        }
        return at;
    }
};

/// The file of the pseudo-language.
inline std::string pseudo_language() {
    const Catalogue& english = Catalogue::english();
    std::string file = "language = xx\n";
    const auto add = [&](std::string_view key, std::string_view text) {
        file += std::string(key) + " = " + PseudoWriter::message(text) + "\n";
    };
    for (const std::string_view key : english.keys()) {
        if (key != "language") add(key, english.find(key)->entry.text);
    }
    // The schema's own names, which a translation brings as well.
    for (const FieldSpec& field : all_fields()) {
        const std::string kind(find_kind(field.id.kind())->key), name(field.key);
        const std::string of_field = "field." + kind + "." + name;
        if (!english.has(of_field)) add(of_field, field_label(english, field));
        for (const std::string_view option : list_of(field)) {
            const std::string of_option = "option." + kind + "." + name + "." + std::string(option);
            if (!english.has(of_option)) add(of_option, option_label(english, field, option));
        }
    }
    return file;
}

}  // namespace kith::testing
