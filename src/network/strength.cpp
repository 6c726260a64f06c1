#include "network/strength.h"

#include <algorithm>

#include "base/enums.h"

namespace kith {

namespace {

using std::chrono::days;

struct Step {
    std::int64_t from;
    double value;
};

constexpr Step contact_steps[] = {{40, 1}, {10, 0.75}, {3, 0.5}, {1, 0.25}, {0, 0}};
constexpr Step duration_steps[] = {{3652, 1}, {1826, 0.75}, {730, 0.5}, {182, 0.25}, {0, 0}};  // days
constexpr Step silence_steps[] = {{3 * 365, 0}, {366, 0.25}, {92, 0.5}, {32, 0.75}, {0, 1}};   // days

double value_at(std::span<const Step> steps, std::int64_t amount) {
    for (const Step& step : steps) {
        if (amount >= step.from) return step.value;
    }
    return steps.back().value;
}

/// The mean of what was added.
struct Mean {
    double sum = 0;
    int count = 0;

    void add(double value) {
        sum += value;
        ++count;
    }
    double value() const { return count > 0 ? sum / count : 0; }
};

void weigh(TieStrength& tie, Day day) {
    constexpr double unknown_weight = 0.2;
    constexpr double least_weight = 0.05;  // so that no step costs without bound
    Mean rest;
    bool telling = tie.kin;
    if (tie.last_contact) {
        constexpr double most_ahead = 0.25;  // of a date before the contact that it stands for
        const double contact = value_at(contact_steps, tie.contact_days);
        const double recency = value_at(silence_steps, (day - *tie.last_contact).count());
        rest.add(contact);
        rest.add(tie.kin ? 1 : std::min(recency, contact + most_ahead));
        telling = true;
    } else if (tie.kin) {
        rest.add(1);
    }
    if (tie.known_since) rest.add(value_at(duration_steps, (day - *tie.known_since).count()));
    if (tie.given + tie.received > 0) {
        rest.add(tie.given > 0 && tie.received > 0 ? 1 : 0.5);
        telling = true;
    }
    if (tie.closeness != Closeness::unknown) {
        const double stated = static_cast<double>(tie.closeness) / 4;
        tie.weight = rest.count > 0 ? (stated + rest.value()) / 2 : stated;
        telling = true;
    } else {
        tie.weight = rest.value();
    }
    if (!telling) {
        tie.weight = unknown_weight;
        return;
    }
    tie.weight = std::max(tie.weight, least_weight);
    tie.strength = tie.weight >= 0.6 ? StrengthClass::strong
        : tie.weight >= 0.35         ? StrengthClass::medium
                                     : StrengthClass::weak;
}

}  // namespace

std::string_view key_of(StrengthClass strength) {
    constexpr EnumArray<StrengthClass, std::string_view> keys{
        {"strength.unknown", "strength.weak", "strength.medium", "strength.strong"}};
    return keys[strength];
}

TieStrength strength_of(const ContactEdge& edge, Day day) {
    TieStrength tie;
    std::vector<Day> met;
    for (const Evidence& evidence : edge.evidence) {
        if (!is_acquaintance(evidence.basis) || evidence.since > day) continue;
        if (evidence.since != undated)
            tie.known_since = std::min(tie.known_since.value_or(evidence.since), evidence.since);
        tie.kin = tie.kin || evidence.kin;
        // What was stated of a tie holds while it lasts.
        if (evidence.until >= day) tie.closeness = std::max(tie.closeness, evidence.closeness);
        if (evidence.basis == Basis::met) met.push_back(evidence.since);
        if (evidence.direction == FavourDirection::given) ++tie.given;
        if (evidence.direction == FavourDirection::received) ++tie.received;
    }
    std::ranges::sort(met);
    met.erase(std::ranges::unique(met).begin(), met.end());
    if (!met.empty()) tie.last_contact = met.back();
    tie.contact_days = static_cast<std::uint32_t>(met.end() - std::ranges::lower_bound(met, day - days{365}));
    weigh(tie, day);
    return tie;
}

Message last_contact_fact(const TieStrength& tie, Day day) {
    if (!tie.last_contact) return {"fact.never_in_touch", {}};
    return {"fact.last_contact", {day - *tie.last_contact}};
}

Facts strength_facts(const TieStrength& tie, bool with_self, Day day) {
    Facts facts;
    if (tie.closeness != Closeness::unknown) {
        constexpr std::string_view circles[] = {
            "", "strength.circle_150", "strength.circle_50", "strength.circle_15", "strength.circle_5"};
        constexpr std::string_view words[] = {
            "", "strength.slightly", "strength.fairly", "strength.well", "strength.closely"};
        const auto place = static_cast<std::size_t>(tie.closeness);
        facts.push_back({with_self ? circles[place] : words[place], {}});
    }
    if (tie.kin) facts.push_back({"strength.kin", {}});
    if (tie.last_contact) {
        facts.push_back(last_contact_fact(tie, day));
        if (tie.contact_days > 0) facts.push_back({"strength.contact_days", {tie.contact_days}});
    } else if (with_self) {
        facts.push_back({"fact.never_in_touch", {}});
    }
    if (tie.known_since && *tie.known_since != tie.last_contact)
        facts.push_back({"strength.known", {day - *tie.known_since}});
    if (tie.given > 0) facts.push_back({"strength.favours_given", {tie.given}});
    if (tie.received > 0) facts.push_back({"strength.favours_received", {tie.received}});
    return facts;
}

}  // namespace kith
