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

void ArchiveChoice::add(std::string_view name) {
    const std::size_t index = count_++;
    if (is_of_the_system(name)) return;
    const std::string plain = plain_name(name);
    const std::string numberless = without_number(plain);
    for (std::size_t i = 0; i < formats_.size(); ++i) {
        const Format& format = *formats_[i];
        if (std::ranges::contains(format.names_in_archives, numberless)) {
            known_.emplace_back(format.holds, index);
            return;
        }
    }
    for (std::size_t i = 0; i < formats_.size(); ++i) {
        const Format& format = *formats_[i];
        const auto ends = [&](std::string_view ending) { return plain.ends_with(ending); };
        const bool plain_file = format.holds == Holds::people || format.holds == Holds::jobs;
        if (!plain_file || !format.names_in_archives.empty() || !std::ranges::any_of(format.endings, ends))
            continue;
        by_ending_.push_back({format.holds, i, index});
        return;
    }
}

std::vector<std::size_t> ArchiveChoice::chosen() const {
    std::vector<std::size_t> chosen;
    if (!known_.empty()) {
        // People first: what is done with jobs may name them.
        auto known = known_;
        std::ranges::stable_sort(known, {}, &std::pair<Holds, std::size_t>::first);
        for (const auto& [holds, index] : known)
            chosen.push_back(index);
        return chosen;
    }
    for (const Holds holds : {Holds::people, Holds::jobs}) {
        std::size_t first = formats_.size();  // the first format of the table that the archive has
        for (const ByEnding& one : by_ending_) {
            if (one.holds == holds) first = std::min(first, one.format);
        }
        for (const ByEnding& one : by_ending_) {
            if (one.holds == holds && one.format == first) chosen.push_back(one.index);
        }
    }
    return chosen;
}

}  // namespace kith
