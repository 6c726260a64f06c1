// A name as it came in, put in order: titles and degrees out of the fields of the name itself.
#pragma once

#include "base/keeper.h"
#include "exchange/cards/card.h"

namespace kith {

/// "Dr." · "Dr. Helen" · "Park, DNP, RN" becomes "Dr." · "Helen" · "Park" · "DNP, RN". Words are moved, and said once;
/// none is lost. What cannot be told stays as it stands, and so does a card that has no such words in its name.
/// A name as shown that says only what the parts now do is left out. O(name).
void tidy_name(Card& card, Keeper& keeper);

}  // namespace kith
