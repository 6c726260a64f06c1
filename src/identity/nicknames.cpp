#include "identity/nicknames.h"

#include <algorithm>

#include "base/text.h"
#include "identity/name_sounds.h"

namespace kith::identity {

namespace {

constexpr char file[] = {
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wc23-extensions"
#embed "nicknames.txt"
#pragma clang diagnostic pop
};

constexpr std::size_t telling = 4;  // shorter ones sound like too many others

}  // namespace

const Nicknames& Nicknames::table() {
    static const Nicknames nicknames;
    return nicknames;
}

Nicknames::Nicknames() {
    for (const std::string_view line : split({file, sizeof file}, '\n')) {
        if (line.empty() || line.starts_with('#')) continue;
        const auto group = static_cast<Group>(forms_.size());
        std::vector<std::string_view>& forms = forms_.emplace_back();
        for (const std::string_view word : split(line, ' ')) {
            if (word.empty()) continue;
            forms.push_back(word);
            groups_[std::string(word)].push_back(group);
            const std::string sound = sound_of(word);
            if (sound.size() >= telling) groups_["\n" + sound].push_back(group);
        }
    }
}

std::vector<Nicknames::Group> Nicknames::groups_of(std::string_view letters, std::string_view sound) const {
    std::vector<Group> groups;
    const auto add = [&](const std::string& key) {
        const auto found = groups_.find(key);
        if (found != groups_.end()) groups.insert(groups.end(), found->second.begin(), found->second.end());
    };
    add(std::string(letters));
    if (sound.size() >= telling) add("\n" + std::string(sound));
    std::ranges::sort(groups);
    const auto twice = std::ranges::unique(groups);
    groups.erase(twice.begin(), twice.end());
    return groups;
}

}  // namespace kith::identity
