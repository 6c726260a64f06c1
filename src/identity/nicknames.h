// Short forms of given names: Bob is Robert, Paco is Francisco, Саша is Александр. The table is nicknames.txt, for no
// package of Debian or npm has one that knows more than English.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kith::identity {

/// Names by the groups of forms they belong to. Built once, when it is first asked for: some milliseconds, 100 kB.
class Nicknames {
public:
    using Group = std::uint16_t;

    static const Nicknames& table();

    /// The groups of a name that is folded and read in Latin letters, and of those that sound like it. O(1).
    std::vector<Group> groups_of(std::string_view letters, std::string_view sound) const;
    /// The names of a group, the full form first. Views of the table.
    const std::vector<std::string_view>& forms_of(Group group) const { return forms_[group]; }

private:
    Nicknames();

    boost::unordered_flat_map<std::string, std::vector<Group>> groups_;
    std::vector<std::vector<std::string_view>> forms_;
};

}  // namespace kith::identity
