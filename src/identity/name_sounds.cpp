#include "identity/name_sounds.h"

#include <algorithm>

namespace kith::identity {

namespace {

/// How letters sound, the longest first. At the first place that fits, the rest goes on behind it.
struct Sound {
    std::string_view letters, sound;
    enum Where : unsigned char { anywhere, at_start, at_end } where = anywhere;
};
constexpr Sound sounds[] = {
    {"shch", "s"},
    {"tsch", "c"},
    {"chr", "kr"},
    {"sch", "s"},
    {"tch", "c"},
    {"eau", "u"},
    {"xi", "si", Sound::at_start},
    {"xu", "su", Sound::at_start},
    {"hs", "s", Sound::at_start},
    {"ye", "e", Sound::at_start},
    {"ie", "i", Sound::at_end},
    {"ey", "i", Sound::at_end},
    {"ee", "i", Sound::at_end},
    {"dt", "t", Sound::at_end},
    {"ph", "f"},
    {"th", "t"},
    {"sh", "s"},
    {"zh", "s"},
    {"cz", "c"},
    {"ch", "c"},
    {"ck", "k"},
    {"kh", "k"},
    {"gh", "g"},
    {"dj", "i"},
    {"ts", "s"},
    {"tz", "s"},
    {"sz", "s"},
    {"ks", "ks"},
    {"wr", "r"},
    {"ce", "se"},
    {"ci", "si"},
    {"cy", "si"},
    {"ae", "a"},
    {"oe", "u"},
    {"ue", "u"},
    {"aa", "a"},
    {"oo", "u"},
    {"ou", "u"},
    {"ee", "i"},
    {"ie", "i"},
    {"ai", "e"},
    {"ay", "e"},
    {"ei", "e"},
    {"ey", "e"},
    {"ij", "e"},
    {"yi", "i"},
    {"ii", "i"},
    {"iy", "i"},
    {"d", "t", Sound::at_end},
    {"e", "", Sound::at_end},
    {"x", "ks"},
    {"q", "k"},
    {"c", "k"},
    {"w", "v"},
    {"y", "i"},
    {"j", "i"},
    {"z", "s"},
    {"o", "u"},
};

bool is_vowel(char c) {
    return std::string_view("aeiou").contains(c);
}

}  // namespace

std::string sound_of(std::string_view letters) {
    std::string out;
    const auto add = [&](char c) {
        if (!out.ends_with(c)) out += c;
    };
    for (std::size_t at = 0; at < letters.size();) {
        const std::string_view rest = letters.substr(at);
        const auto fits = [&](const Sound& one) {
            if (!rest.starts_with(one.letters)) return false;
            if (one.where == Sound::at_start) return at == 0;
            return one.where == Sound::anywhere || (rest.size() == one.letters.size() && at > 1);
        };
        const auto found = std::ranges::find_if(sounds, fits);
        if (found != std::end(sounds)) {
            for (const char c : found->sound)
                add(c);
            at += found->letters.size();
            continue;
        }
        const char c = rest.front();
        if (c >= 'a' && c <= 'z' && (c != 'h' || at == 0)) add(c);
        ++at;
    }
    return out;
}

std::string consonants_of(std::string_view sound) {
    std::string out;
    for (const char c : sound) {
        if (!is_vowel(c) && !out.ends_with(c)) out += c;
    }
    return out;
}

std::string without_digraphs(std::string_view letters) {
    std::string out;
    for (const char c : letters) {
        const bool second = c == 'e' ? out.ends_with('a') || out.ends_with('o') || out.ends_with('u')
                                     : c == 'a' && out.ends_with('a');
        if (!second) out += c;
    }
    return out;
}

}  // namespace kith::identity
