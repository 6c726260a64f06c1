// Numbers as people read them.
#pragma once

#include <cstdint>
#include <string>

#include "widgets/host.h"

namespace kith::ui {

/// "12,345" as the locale divides it.
std::string grouped(std::uint64_t number, const NumberGrouping& grouping);

}  // namespace kith::ui
