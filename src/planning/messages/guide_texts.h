// The texts of the playbook's guides, as they stand in assets/playbook. For guides.cpp only.
#pragma once

#include <span>
#include <string_view>
#include <utility>

namespace kith::playbook {

/// Key ("before_referral") and text.
std::span<const std::pair<std::string_view, std::string_view>> guide_texts();

}  // namespace kith::playbook
