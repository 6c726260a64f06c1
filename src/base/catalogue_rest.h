// The larger part of the English text: what a first visit doesn’t say. In the page it comes with the second part of
// the program, so nobody waits for it who only looks.
#pragma once

namespace kith {

class Catalogue;

/// All messages but those of first_texts.txt. Catalogue::english() looks here for what it lacks, so nobody else
/// needs to. Read when first asked for: O(n log n).
const Catalogue& rest_of_english();

}  // namespace kith
