#include "titles/likeness.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace kith {

namespace {

/// Twice the words in common by the words of both (Dice 1945).
double shared_words(std::string_view a, std::string_view b) {
    if (a.empty() || b.empty()) return 0;
    const std::vector<std::string_view> words = split(a, ' ');
    std::vector<std::string_view> others = split(b, ' ');
    const std::size_t all = words.size() + others.size();
    std::size_t shared = 0;
    for (const std::string_view word : words) {
        const auto at = std::ranges::find(others, word);
        if (at == others.end()) continue;
        others.erase(at);
        ++shared;
    }
    return 2 * static_cast<double>(shared) / static_cast<double>(all);
}

SpecialtyLikeness compare_specialties(const JobRole& role, const JobRole& other) {
    if (role.function != other.function || role.specialty.empty() || other.specialty.empty())
        return SpecialtyLikeness::unknown;
    return role.specialty == other.specialty ? SpecialtyLikeness::same : SpecialtyLikeness::different;
}

}  // namespace

std::optional<int> rung_of(JobLevel level) {
    constexpr int top = static_cast<int>(JobLevel::chief) - static_cast<int>(JobLevel::intern);
    if (level == JobLevel::none) return {};
    return std::min(top, static_cast<int>(level) - static_cast<int>(JobLevel::intern));
}

RoleLikeness compare_roles(const JobRole& role, const JobRole& other) {
    RoleLikeness likeness;
    const bool is_told = role.function != JobFunction::none && other.function != JobFunction::none;
    likeness.same_function = is_told && role.function == other.function;
    likeness.near_function = is_told && (role.second == other.function || other.second == role.function);
    likeness.specialty = compare_specialties(role, other);
    likeness.wider = likeness.same_function && !role.specialty.empty() && other.specialty.empty();
    const auto own = rung_of(role.level), theirs = rung_of(other.level);
    if (own && theirs) likeness.steps = *theirs - *own;
    likeness.phrase = shared_words(role.phrase, other.phrase);
    return likeness;
}

bool is_peer(const RoleLikeness& likeness) {
    if (!likeness.same_function || likeness.specialty == SpecialtyLikeness::different) return false;
    return likeness.phrase == 1 || (likeness.steps && *likeness.steps >= -1 && *likeness.steps <= 1);
}

bool is_ahead(const RoleLikeness& likeness) {
    if (!likeness.same_function || likeness.specialty == SpecialtyLikeness::different) return false;
    return likeness.steps && *likeness.steps >= 1 && *likeness.steps <= 3;
}

JobFunction reports_to(JobFunction function) {
    switch (function) {
        case JobFunction::learning:
        case JobFunction::recruiting: return JobFunction::hr;
        case JobFunction::design: return JobFunction::product;
        case JobFunction::data: return JobFunction::software;
        case JobFunction::security: return JobFunction::it;
        case JobFunction::communications: return JobFunction::marketing;
        case JobFunction::customer: return JobFunction::sales;
        case JobFunction::compliance: return JobFunction::legal;
        case JobFunction::nursing:
        case JobFunction::allied_health: return JobFunction::medicine;
        case JobFunction::project:
        case JobFunction::supply:
        case JobFunction::manufacturing:
        case JobFunction::transport:
        case JobFunction::trades:
        case JobFunction::hospitality:
        case JobFunction::retail: return JobFunction::operations;
        default: return JobFunction::none;
    }
}

bool recruits_for(const JobRole& recruiter, JobFunction function) {
    return recruiter.function == JobFunction::recruiting &&
        (recruiter.recruits_for == function || recruiter.recruits_for == JobFunction::none);
}

}  // namespace kith
