// When one was last in touch with whom, and how regularly: read off the interactions that took place.
//
// A group meeting counts for everyone in it, whoever began it; planned ones don't count. A day known only by
// month or year counts as its first day. ContactBook keeps this for everyone and is brought up to date from
// what was touched: O(people in the touched interactions), 24 bytes a contact.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/dates.h"
#include "base/slices.h"
#include "workspace/workspace.h"

namespace kith {

/// One interaction that took place with a person.
struct Contact {
    Day on;
    RecordId interaction;
    bool in_person = false;  // coffee, call, meeting …: not message, e-mail or letter
    bool by_me = false;      // begun by me alone
    bool answered = false;   // they took part: begun by them or both, or in person

    bool operator==(const Contact&) const = default;
};

/// All contacts with a person, oldest first. O(their interactions).
std::vector<Contact> contacts_of(const Workspace& workspace, RecordId person);

class ContactBook {
public:
    /// Takes in what changed since the last call. The first call reads everything, as does one after more
    /// than a quarter of all was touched. Next to nothing when nothing was.
    void update(const Workspace& workspace);
    /// The same in slices; what is changed meanwhile is for the next time.
    Slices update_in_slices(const Workspace& workspace);

    /// Oldest first; valid until the next update. O(1).
    std::span<const Contact> of(RecordId person) const;
    /// The last one there was with a person, up to a day; usually O(1).
    std::optional<Contact> last(RecordId person, Day today) const;
    /// The last one there was with anybody, up to a day. O(people).
    std::optional<Contact> latest(Day today) const;

private:
    boost::unordered_flat_map<RecordId, std::vector<Contact>, IdHash> by_person_;
    std::size_t cursor_ = 0;

    Slices rebuild(const Workspace& workspace);
    void take_in(const Workspace& workspace, RecordId interaction);
};

/// Everyone who is or ever was in a field of references: of those a removal must be noticed too.
std::vector<RecordId> ever_in(const Workspace& workspace, RecordId record, FieldId field);

/// What contacts up to today come to.
struct ContactSummary {
    std::uint32_t days = 0;  // on how many days
    std::optional<Day> first;
    std::optional<Day> last;
    RecordId last_interaction;
    std::optional<Day> last_answer;              // they wrote, called or met
    std::optional<std::chrono::days> usual_gap;  // median of the gaps between days; needs three gaps

    bool operator==(const ContactSummary&) const = default;
};
ContactSummary summarise(std::span<const Contact> contacts, Day today);

/// Days of contact within [from, to].
std::uint32_t days_of_contact(std::span<const Contact> contacts, Day from, Day to);

}  // namespace kith
