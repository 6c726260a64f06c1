// What a job title says of somebody's role: the field, the level, whether they lead people, and whether they
// have a say on hiring in that field. Fields and levels are those of the yardstick in tests/eval/advice, which
// names the groups of ESCO and O*NET that each field stands for.
#pragma once

#include <cstdint>
#include <string>

namespace kith {

/// The field that a role belongs to.
enum class JobFunction : std::uint8_t {
    none,  // nothing tells
    software,
    data,
    it,
    security,
    product,
    project,
    design,
    marketing,
    communications,
    journalism,
    sales,
    customer,
    hr,
    recruiting,
    learning,
    finance,
    banking,
    legal,
    compliance,
    consulting,
    operations,
    supply,
    manufacturing,
    engineering,
    construction,
    trades,
    transport,
    hospitality,
    retail,
    nursing,
    medicine,
    allied_health,
    social,
    teaching,
    academia,
    science,
    policy,
    nonprofit,
    arts,
    admin,
    general,
    property,
    protective,
    agri_env,
};

/// How far up a role stands. The last three stand beside the ladder as much as on it.
enum class JobLevel : std::uint8_t {
    none,  // no work, or not said
    intern,
    junior,
    individual,
    senior,
    lead,
    manager,
    head,
    director,
    vp,
    chief,
    owner,
    board,
};

enum class LeadsPeople : std::uint8_t { no, unclear, yes };
/// A say on who is hired in the role's function: the final one, a likely one, or none.
enum class HiringSay : std::uint8_t { no, likely, yes };

/// One role of those that a line names.
struct JobRole {
    JobFunction function = JobFunction::none;
    JobFunction second = JobFunction::none;  // where two fields meet in it
    std::string specialty;                   // a part of the function that has its own people: "ux", "ward"
    JobLevel level = JobLevel::none;
    LeadsPeople leads = LeadsPeople::no;
    HiringSay say = HiringSay::no;
    JobFunction recruits_for = JobFunction::none;  // of recruiters: whom they look for

    bool former = false;       // "ex-", "former": not now
    bool interim = false;      // "acting", "interim"
    bool aside = false;        // adviser, board member, volunteer: beside another role it is not the main one
    bool by_company = false;   // the function is only what the organisation does
    std::string assists;       // whom an assistant works for, as written; empty if nobody is named
    std::string organisation;  // as written in the line: "Head of Sales, Tarnwell", "Cook at The Anchor"
    std::string phrase;        // the words of the role itself, folded, that no table knows left out

    bool operator==(const JobRole&) const = default;
};

}  // namespace kith
