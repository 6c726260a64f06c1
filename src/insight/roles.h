// What people do and did: the roles that their positions and their headline name, as titles/reading.h reads them.
//
// A line may name several ("Adviser, Ostrava & Kin; Head of Sales, Tarnwell"), and what an organisation is called
// says what a partner is in it, so a role is read again when its position, its person or its organisation is
// touched. RoleBook keeps this for everyone: some 200 bytes a role.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <span>
#include <vector>

#include "base/slices.h"
#include "titles/role.h"
#include "workspace/workspace.h"

namespace kith {

/// One role of a person.
struct HeldRole {
    JobRole role;
    RecordId affiliation;   // the position that names it; none: the headline does
    RecordId organisation;  // of the position
    bool main = false;      // the one of its line that counts
    bool past = false;      // the position is over, or the line says so

    bool operator==(const HeldRole&) const = default;
};

/// All roles of a person: of positions held now, latest begun first, then of past ones, then of the headline. A
/// position without words is none. O(their positions), some 10 µs a line.
std::vector<HeldRole> roles_of(const Workspace& workspace, RecordId person);

class RoleBook {
public:
    /// Takes in what changed since the last call. The first call reads everybody, as does one after more than a
    /// quarter of all was touched. Next to nothing when nothing was.
    void update(const Workspace& workspace);
    /// The same in slices: the titles of 10,000 people take longer than a frame. What is changed meanwhile is for
    /// the next time.
    Slices update_in_slices(const Workspace& workspace);

    /// As roles_of; empty for whom no record says anything. Valid until the next update. O(1).
    std::span<const HeldRole> of(RecordId person) const;
    /// Changes when somebody's roles may have.
    std::uint64_t revision() const { return revision_; }

private:
    boost::unordered_flat_map<RecordId, std::vector<HeldRole>, IdHash> by_person_;
    std::size_t cursor_ = 0;
    std::uint64_t revision_ = 0;

    Slices rebuild(const Workspace& workspace);
    void take_in(const Workspace& workspace, RecordId person);
};

}  // namespace kith
