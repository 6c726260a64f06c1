// The texts of the playbook's plans and guides, as they stand in assets/playbook. For planning only.
#pragma once

#include <span>
#include <string_view>
#include <utility>

namespace kith::playbook {

/// Key ("first_job") and text.
std::span<const std::pair<std::string_view, std::string_view>> texts();
std::span<const std::pair<std::string_view, std::string_view>> guide_texts();

}  // namespace kith::playbook
