#include "planning/messages/guides.h"

#include <algorithm>

#include "base/text.h"
#include "planning/messages/guide_texts.h"

namespace kith {

namespace {

/// Empty, or what is wrong.
std::string_view take_line(Guide& guide, std::string_view key, std::string_view text) {
    if (text.empty()) return "playbook.empty";
    if (key == "title")
        guide.title = text;
    else if (key == "about")
        guide.about = text;
    else if (key == "say")
        guide.paragraphs.emplace_back(text);
    else if (key == "begin")
        guide.starters.emplace_back(text);
    else if (key == "see")
        guide.see.emplace_back(text);
    else
        return "playbook.no_key";
    return {};
}

}  // namespace

Result<Guide> parse_guide(std::string_view key, std::string_view text) {
    Guide guide{.key = std::string(key)};
    std::size_t number = 0;
    const auto wrong = [&](std::string_view problem) {
        return std::unexpected(Error{.kind = ErrorKind::bad_input,
            .message = {problem, {}},
            .file = "guide_" + guide.key + ".txt",
            .line = number,
            .field = {}});
    };
    for (const std::string_view raw : split(text, '\n')) {
        ++number;
        const std::string_view line = trim(raw);
        if (line.empty() || line.starts_with('#')) continue;
        const std::size_t equals = line.find('=');
        if (equals == std::string_view::npos) return wrong("playbook.no_key");
        const std::string_view problem =
            take_line(guide, trim(line.substr(0, equals)), trim(line.substr(equals + 1)));
        if (!problem.empty()) return wrong(problem);
    }
    if (guide.title.empty() || guide.paragraphs.empty()) return wrong("playbook.no_guide");
    return guide;
}

std::span<const Guide> guides() {
    static const std::vector<Guide> all = [] {
        std::vector<Guide> read;
        for (const auto& [key, text] : playbook::guide_texts()) {
            // They are part of the program: a test reads them all.
            if (auto guide = parse_guide(key, text)) read.push_back(std::move(*guide));
        }
        return read;
    }();
    return all;
}

const Guide* find_guide(std::string_view key) {
    const auto all = guides();
    const auto at = std::ranges::find(all, key, &Guide::key);
    return at != all.end() ? &*at : nullptr;
}

}  // namespace kith
