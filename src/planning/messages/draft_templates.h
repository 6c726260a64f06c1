// The templates of messages, from assets/playbook.
#pragma once

#include <string_view>

#include "planning/messages/drafts.h"

namespace kith {

std::string_view template_of(DraftKind kind);

}  // namespace kith
