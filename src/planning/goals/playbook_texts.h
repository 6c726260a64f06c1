// The texts of the playbook's plans, as they stand in assets/playbook. For playbook.cpp only.
#pragma once

#include <span>
#include <string_view>
#include <utility>

namespace kith::playbook {

/// Key ("first_job") and text.
std::span<const std::pair<std::string_view, std::string_view>> texts();

}  // namespace kith::playbook
