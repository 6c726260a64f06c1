// Texts of the interface as tests speak of them: by key and arguments, so that a better wording breaks no
// test.
//
//     say("top.log")                        "Log a conversation"
//     say("today.tick", "Send the report")  "Mark as done: Send the report"
//     say("people.selected", 2)             "2 selected"
#pragma once

#include <doctest/doctest.h>

#include <concepts>
#include <string>
#include <string_view>

#include "base/formatter.h"

namespace kith {

/// A text stands for whatever the message declares, said already: "21 November", "3 days ago"; a number for a
/// count or for the days of a span.
inline ArgumentView as_argument(std::string_view text) {
    return ArgumentView::kept(text);
}
inline Argument as_argument(std::integral auto number) {
    return ArgumentView::kept(std::to_string(number));
}
template <typename Value>
    requires(!std::convertible_to<const Value&, std::string_view> && !std::integral<Value>)
ArgumentView as_argument(const Value& value) {
    return value;
}

template <typename... Arguments>
std::string say(std::string_view key, const Arguments&... arguments) {
    CHECK_MESSAGE(Catalogue::english().has(key), "the catalogue has no ", std::string(key));
    return plain_text({key, {as_argument(arguments)...}});
}

/// Whether a text has this sentence, whatever number it is filled in with.
inline bool says(std::string_view text, std::string_view key) {
    for (int number = 0; number < 400; ++number) {
        if (text.contains(say(key, number))) return true;
    }
    return false;
}

}  // namespace kith
