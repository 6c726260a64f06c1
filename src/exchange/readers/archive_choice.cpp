#include "exchange/readers/archive_choice.h"

#include <algorithm>
#include <string>

#include "base/text.h"

namespace kith {

namespace {

/// "Basic_LinkedIn…/Job Applications_1.csv" → "jobapplications1.csv"
std::string plain_name(std::string_view name) {
    std::string plain = ascii_lower(without_folder(name));
    std::erase_if(plain, [](char c) { return c == ' ' || c == '_'; });
    return plain;
}

/// "jobapplications1.csv" → "jobapplications.csv"
std::string without_number(std::string name) {
    const std::size_t end = std::min(name.rfind('.'), name.size());
    const std::size_t last = name.find_last_not_of("0123456789", end - std::size_t{end > 0});
    const std::size_t start = last == std::string::npos ? 0 : last + 1;
    if (start < end) name.erase(start, end - start);
    return name;
}

bool is_of_the_system(std::string_view name) {
    return name.starts_with("__MACOSX/");
}

}  // namespace

std::string_view without_folder(std::string_view name) {
    const std::size_t slash = name.find_last_of("/\\");
    return slash != std::string_view::npos ? name.substr(slash + 1) : name;
}

std::vector<std::size_t> choose_from_archive(std::span<const std::string_view> names, FileFormats formats) {
    std::vector<std::pair<Holds, std::size_t>> known;
    std::vector<std::string> plain;
    for (const std::string_view name : names)
        plain.push_back(is_of_the_system(name) ? std::string{} : plain_name(name));
    for (std::size_t i = 0; i < plain.size(); ++i) {
        const std::string name = without_number(plain[i]);
        const auto knows = [&](const Format* format) {
            return std::ranges::contains(format->names_in_archives, name);
        };
        if (const auto at = std::ranges::find_if(formats, knows); at != formats.end())
            known.emplace_back((*at)->holds, i);
    }
    std::vector<std::size_t> chosen;
    if (!known.empty()) {
        // People first: what is done with jobs may name them.
        std::ranges::stable_sort(known, {}, &std::pair<Holds, std::size_t>::first);
        for (const auto& [holds, index] : known)
            chosen.push_back(index);
        return chosen;
    }
    for (const Holds holds : {Holds::people, Holds::jobs}) {
        const std::size_t before = chosen.size();
        for (const Format* format : formats) {
            if (format->holds != holds || !format->names_in_archives.empty()) continue;
            for (std::size_t i = 0; i < plain.size(); ++i) {
                const auto ends = [&](std::string_view ending) { return plain[i].ends_with(ending); };
                if (std::ranges::any_of(format->endings, ends)) chosen.push_back(i);
            }
            if (chosen.size() > before) break;
        }
    }
    return chosen;
}

}  // namespace kith
