// Tables of words as a text: `weekday 1 = Monday, Mon`, a line for each meaning. What is left of "=" is a role and,
// behind a space, its value; what is right of it are phrases between commas. Lines without "=" and `# comments`
// are passed over. The words of a log line and of days are such tables, so that a language is a file.
#pragma once

#include <string_view>

#include "base/text.h"

namespace kith {

/// Calls `take(role, value, phrase)` for each phrase, in the order of the file; all are parts of it, trimmed.
template <typename Take>
void each_phrase(std::string_view file, Take take) {
    for (const std::string_view line : split(file, '\n')) {
        const std::size_t equals = line.find('=');
        if (line.starts_with('#') || equals == std::string_view::npos) continue;
        const std::string_view left = trim(line.substr(0, equals));
        const std::size_t space = left.find(' ');
        const std::string_view value =
            space == std::string_view::npos ? std::string_view{} : trim(left.substr(space));
        for (const std::string_view phrase : split(line.substr(equals + 1), ','))
            take(left.substr(0, space), value, trim(phrase));
    }
}

}  // namespace kith
