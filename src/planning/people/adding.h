// People as they are added by hand: somebody new, who knows whom, where somebody belongs, and what is said of
// several people at once.
#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string_view>

#include "base/random.h"
#include "model/fields.h"
#include "workspace/edits.h"

namespace kith {

/// What is said of somebody new. All may be empty but one of the names or the e-mail address.
struct NewPerson {
    std::string_view given;
    std::string_view family;
    std::string_view email;
    std::string_view phone;
    std::string_view role;
    std::string_view organisation;  // the one of that name, or a new one
    std::string_view met;           // where
};
Made add_person(const Workspace& workspace, const NewPerson& person, Random& random);

/// Whoever is new at an event was met there, on its first day.
void met_at_event(Draft& draft, const Workspace& workspace, RecordId event, RecordId person, bool fresh);

/// The two know each other. Names as the person sees them.
Draft connect(RecordId a, RecordId b, std::string_view name_a, std::string_view name_b, Random& random);
/// Somebody whom a person knows, who may be new; the tie is what was made.
Made add_acquaintance(
    RecordId person, const Named& other, std::string_view name, std::string_view to, Random& random);

/// One's own membership or role in an organisation. `me`: what one is called as long as one has no record of
/// oneself.
Draft join_organisation(const Workspace& workspace, RecordId organisation, std::string_view title,
    std::string_view me, Random& random);

// ---- Several at once: `number` says how many, as the person sees it ------------------------------

Draft set_circle(std::span<const RecordId> people, enum person::circle circle, std::string_view words);
/// No days: by the circle.
Draft set_rhythm(
    std::span<const RecordId> people, std::optional<std::chrono::days> every, std::string_view words);
Draft add_tag(std::span<const RecordId> people, std::string_view tag);
/// Everyone who is not there yet gets a role in the organisation of this name, which may be a new one.
Draft place_in_organisation(const Workspace& workspace, std::span<const RecordId> people,
    std::string_view organisation, std::string_view role, Random& random);

}  // namespace kith
