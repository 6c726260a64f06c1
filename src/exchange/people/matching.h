// Who is who: what a person is known by, brought to one form and hashed, so that the same person in a file
// and here meet under the same key.
//
// A LinkedIn profile or a vCard UID is enough. An e-mail address or a phone number is enough if the names
// don't contradict it (families and switchboards share them), the same name at the same organisation if
// neither the LinkedIn profiles nor what stands between and behind the names do (María García López is not
// María Fernández López, nor John Smith Jr. John Smith). The same name alone is only a question.
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

enum class KeyKind : std::uint8_t { linkedin, uid, email, phone, work, name };

struct PersonKey {
    KeyKind kind = KeyKind::name;
    std::uint64_t hash = 0;

    bool operator==(const PersonKey&) const = default;
};

/// A name in the form in which it is compared: folded, without titles and what follows a comma.
struct NameShape {
    std::string first;
    std::string last;
    std::string middle;      // the words between, or none
    std::string generation;  // "jr", "iv", or none
    bool empty() const { return first.empty(); }
};
/// `suffix` is what stands behind the name in a field of its own.
NameShape name_shape(
    std::string_view given, std::string_view family, std::string_view shown, std::string_view suffix = {});

/// Whether two names can be one person's: the first names are equal, or one begins the other ("J", "Chris"),
/// or one of them is not known; or they are the other way round.
bool can_be_same(const NameShape& a, const NameShape& b);

/// Whether two names with equal first and last words are told apart all the same: other words between them,
/// neither of which abbreviate the other's, or another generation.
bool names_tell_apart(const NameShape& a, const NameShape& b);

/// A name of an organisation in the form in which it is compared.
std::string organisation_key(std::string_view name);

/// What a person or a card is known by.
struct Identity {
    NameShape name;
    std::vector<PersonKey> keys;
    std::vector<std::uint64_t> linkedin;  // hashes of LinkedIn profiles

    bool contradicts(const Identity& other) const;  // both have LinkedIn profiles, and none in common
    /// Whether one name at one organisation is enough to be the same person.
    bool is_same_at_work(const Identity& other) const;
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
