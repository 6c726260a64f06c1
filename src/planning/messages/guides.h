// The playbook's guides: what to know in two minutes before asking, meeting, guiding or going to an event,
// with sentences to begin with. Texts in assets/playbook/guide_*.txt, to be edited and translated by anyone;
// guide_before_referral.txt explains their form.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace kith {

struct Guide {
    std::string key;  // "before_referral", as its file has it
    std::string title;
    std::string about;  // one line, for lists
    std::vector<std::string> paragraphs;
    std::vector<std::string> starters;
    std::vector<std::string> see;  // keys of others that go with it
};

/// Those that Kith comes with, in the order in which lists show them.
std::span<const Guide> guides();
const Guide* find_guide(std::string_view key);

/// What does not read is an error with its line.
Result<Guide> parse_guide(std::string_view key, std::string_view text);

}  // namespace kith
