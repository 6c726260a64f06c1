// Words that stand around a name, or join its parts, in many languages: titles, degrees, generations, particles.
// What they have in common is that none of them tells who somebody is, but for the generation.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kith::identity {

enum class NameWord : std::uint8_t {
    name,         // none of these
    honorific,    // Mr., Frau, Señora
    title,        // Dr., Prof., Dipl.-Ing.: stands before a name
    credential,   // PhD, MBA, RN: stands behind it
    particle,     // van, de, al-: belongs to the family name that follows
    conjunction,  // y, e, i: joins two family names
    generation    // Jr., III
};

/// What a word that is folded, and without its full stops, is where it could be one of these.
NameWord kind_of_word(std::string_view folded);

/// "junior", "Jr." → "jr": what tells father and son apart. Empty for other words.
std::string_view generation_of(std::string_view folded);

/// A word as kind_of_word takes it: folded, without full stops and commas.
std::string bare_word(std::string_view word);

}  // namespace kith::identity
