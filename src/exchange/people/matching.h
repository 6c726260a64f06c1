// What a person goes by, brought to one form and hashed: their name, or what stands in for one. Entries without
// anything that could be compared are known again by it when a file comes twice. Who else is the same person,
// src/identity says.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "exchange/cards/card.h"
#include "workspace/workspace.h"

namespace kith {

/// What tells two people to be one, the strongest first; last, that a person said so.
enum class KeyKind : std::uint8_t { linkedin, uid, email, phone, work, name, answer };

struct PersonKey {
    KeyKind kind = KeyKind::name;
    std::uint64_t hash = 0;

    bool operator==(const PersonKey&) const = default;
};

/// A name of an organisation in the form in which it is compared.
std::string organisation_key(std::string_view name);

/// What a person or a card goes by.
struct Identity {
    bool nameless = false;  // no word of a name that could be compared
    std::vector<PersonKey> keys;
};
Identity identity_of(const Card& card);
Identity identity_of(const Workspace& workspace, RecordId person);

/// The UID that a person without one is exported with: the same wherever the record is.
std::string derived_uid(RecordId person);

/// From keys to those who have them. Who is any number that the caller understands.
class KeyIndex {
public:
    void reserve(std::size_t keys);
    void add(PersonKey key, std::uint64_t who);
    /// `visit(who)` for up to `most` of those who have the key, the latest added first.
    template <typename Visit>
    void for_each(PersonKey key, Visit visit, int most = 32) const {
        const auto at = first_.find(mixed(key));
        std::uint32_t link = at != first_.end() ? at->second : none;
        for (int i = 0; i < most && link != none; ++i, link = links_[link].next)
            visit(links_[link].who);
    }

private:
    static constexpr std::uint32_t none = 0xffffffff;
    struct Link {
        std::uint64_t who;
        std::uint32_t next;
    };
    static std::uint64_t mixed(PersonKey key) { return mix(key.hash + static_cast<std::uint64_t>(key.kind)); }

    boost::unordered_flat_map<std::uint64_t, std::uint32_t> first_;
    std::vector<Link> links_;
};

}  // namespace kith
