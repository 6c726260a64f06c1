// Who helps towards a role by what they do themselves: who decides on it, who holds it or is further on that way,
// who works at a target, who recruits for it. Read from the roles that the insight room keeps; nobody is scored,
// each proof is a fact with its reason.
//
//     RoleFinder finder(workspace, insight.roles(), goal);
//     finder.read(zoe)[RoleHelp::decides]->reasons  →  "Likely decision-maker", "Head of Product at Tarnwell"
//
// What counts is the field, the part of it, and how many rungs of the ladder are between (titles/likeness.h), never a
// shared word. Only a wish whose field can't be told is compared by its words, and then by all of them.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/enums.h"
#include "insight/roles.h"
#include "planning/goals/places.h"
#include "titles/likeness.h"
#include "workspace/facts.h"

namespace kith {

enum class RoleHelp : std::uint8_t {
    decides,     // at a target: marked to decide on hiring, or by their title
    mentors,     // one to three levels further on that way, or there already
    peers,       // hold the role now
    insiders,    // work at a target
    recruiters,  // recruit for that field, at a target or for many
};
/// "decides" …, as `kith gaps --json` calls the lists; the catalogue's key is "role_help.list." and that.
std::string_view key_of(RoleHelp help);

struct RoleProof {
    int weight = 0;        // more is nearer to what is wanted
    bool certain = false;  // of who decides: marked by the person, not told by the title
    RecordId target;       // the organisation aimed at where they are
    Facts reasons;         // what the role says, then the role itself

    bool operator==(const RoleProof&) const = default;
};
using RoleProofs = EnumArray<RoleHelp, std::optional<RoleProof>>;

/// What a person means to do who knows that the likely one decides on hiring. `name`: theirs.
Draft mark_as_deciding(RecordId person, std::string_view name);

namespace goals {

class RoleFinder {
public:
    /// `roles` must stay and be up to date whenever somebody is read.
    RoleFinder(const Workspace& workspace, const RoleBook& roles, RecordId goal);

    /// O(their roles); the first time at an organisation O(targets).
    RoleProofs read(RecordId person);
    /// The target that an organisation is, however it is spelt; none if it is no target.
    RecordId target_of(RecordId organisation);
    /// What was seen of an organisation is no longer so.
    void forget(RecordId organisation) { places_.erase(organisation); }

    /// The wish names a role that can be read.
    bool knows_role() const { return !wishes_.empty(); }

private:
    /// What is known of an organisation.
    struct Place {
        RecordId target;
        bool own = false;  // one works there oneself
        JobFunction trade = JobFunction::none;
    };
    /// A role as it is held now, with where.
    struct Held {
        const HeldRole& held;
        Place place;
        Message said;  // "Head of Product at Tarnwell"
    };

    const Workspace& workspace_;
    const RoleBook& roles_;
    std::vector<JobRole> wishes_;
    std::vector<std::string> words_;  // of a wish whose field can't be told
    std::optional<JobRole> own_;      // what one does oneself
    struct Aim {
        RecordId organisation;
        PlaceName name;
    };
    std::vector<Aim> targets_;
    std::vector<Aim> own_places_;
    bool aims_at_trade_ = false;  // a target's trade is the wish's field
    boost::unordered_flat_map<RecordId, Place, IdHash> places_;

    Place place_of(RecordId organisation);
    Place place_of(const HeldRole& held);
    bool went_the_same_way(std::span<const HeldRole> roles, const JobRole& wish) const;
    void read_role(const JobRole& wish, const Held& held, bool same_way, RoleProofs& found) const;
    void read_recruiter(const JobRole& wish, const Held& held, RoleProofs& found) const;
    void read_words(const Held& held, RoleProofs& found) const;
    void read_inside(RecordId person, RoleProofs& found);
    Message said(const HeldRole& held, RecordId person) const;
};

}  // namespace goals

}  // namespace kith
