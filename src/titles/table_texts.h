// The files of assets/titles, taken in at compile time.
#pragma once

#include <string_view>

#include "titles/terms.h"

namespace kith::titles {

std::string_view table_text(Language language);

}  // namespace kith::titles
