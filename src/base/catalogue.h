// All text of the interface: a table from key to sentence, English compiled in from assets/text/en.txt,
// so that a translation is one more file and no code. A line reads `people.title = People`; {0}, {1} …
// are filled in; `{0|one person|{0} people}` chooses by whether the number is 1.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"

namespace kith {

class Catalogue {
public:
    /// The English text that is part of the program.
    static const Catalogue& english();

    /// Reads a translation; keys that it lacks fall back to English. Lines that are not `key = text`,
    /// blank or `# comment` are passed over.
    explicit Catalogue(std::string_view file, const Catalogue* fallback = nullptr);

    /// The sentence for a key, or the key itself if there is none (a test finds those). O(log n).
    std::string_view get(std::string_view key) const;
    bool has(std::string_view key) const;

    /// The sentence with its {n} filled in.
    std::string format(std::string_view key, std::initializer_list<std::string_view> arguments) const;
    std::string format(const Message& message) const;
    /// The message of an error, with "file, line n, field: " before it where they are known; the file is left
    /// out where the sentence names it itself.
    std::string format(const Error& error) const;

    std::vector<std::string_view> keys() const;

private:
    std::string file_;
    std::vector<std::pair<std::string_view, std::string_view>> entries_;  // sorted by key, views into file_
    const Catalogue* fallback_ = nullptr;

    const std::string_view* find(std::string_view key) const;
    std::string fill(std::string_view sentence, const std::vector<std::string_view>& arguments) const;
};

}  // namespace kith
