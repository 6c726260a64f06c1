#include "planning/people/load.h"

#include <algorithm>
#include <cmath>

#include "model/fields.h"

namespace kith {

namespace {

constexpr double days_a_month = 365.25 / 12;

struct Promised {
    RecordId person;
    Rhythm rhythm;
};

double a_month(std::chrono::days every) {
    return days_a_month / static_cast<double>(every.count());
}

std::string rounded(double value) {
    const double tenths = std::round(value * 10);
    const auto whole = static_cast<long>(tenths / 10);
    const auto rest = static_cast<long>(tenths) % 10;
    return rest == 0 ? std::to_string(whole) : std::to_string(whole) + "." + std::to_string(rest);
}

void add_share(Load& load, const Promised& promised) {
    const bool own = promised.rhythm.source == RhythmSource::own;
    const std::string_view circle = own ? std::string_view{} : promised.rhythm.circle;
    auto share = std::ranges::find(load.shares, circle, &LoadShare::circle);
    if (share == load.shares.end()) share = load.shares.insert(share, LoadShare{.circle = circle});
    ++share->people;
    share->a_month += a_month(promised.rhythm.every);
    load.promised_a_month += a_month(promised.rhythm.every);
}

/// People who are seen, as a habit, half as often again as promised or less: their own gap is the honester
/// rhythm.
Relaxation seen_less_often(std::vector<Promised>& everyone, const ContactBook& contacts, Day today) {
    Relaxation relaxation;
    for (Promised& promised : everyone) {
        const auto usual = summarise(contacts.of(promised.person), today).usual_gap;
        if (!usual || usual->count() * 2 < promised.rhythm.every.count() * 3) continue;
        relaxation.people.push_back(promised.person);
        relaxation.every.push_back(*usual);
        relaxation.saves_a_month += a_month(promised.rhythm.every) - a_month(*usual);
        promised.rhythm = {RhythmSource::own, *usual, promised.rhythm.circle};
    }
    relaxation.reason = {
        "load.relax_to_usual", {std::to_string(relaxation.people.size()), rounded(relaxation.saves_a_month)}};
    return relaxation;
}

Relaxation circle_doubled(const std::vector<Promised>& everyone, std::string_view circle) {
    Relaxation relaxation{.circle = circle};
    for (const Promised& promised : everyone) {
        if (promised.rhythm.source != RhythmSource::circle || promised.rhythm.circle != circle) continue;
        relaxation.people.push_back(promised.person);
        relaxation.every.push_back(promised.rhythm.every * 2);
        relaxation.saves_a_month += a_month(promised.rhythm.every) / 2;
    }
    if (!relaxation.people.empty()) {
        relaxation.reason = {"load.relax_circle",
            {std::to_string(relaxation.people.size()), std::string(circle),
                std::to_string(relaxation.every.front().count()), rounded(relaxation.saves_a_month)}};
    }
    return relaxation;
}

}  // namespace

Load yearly_load(const Workspace& workspace, const ContactBook& contacts, Day today, const Rules& rules) {
    Load load;
    load.time_for = rules.contacts_a_month;
    constexpr days lately{90};
    std::vector<Promised> everyone;
    std::uint32_t made = 0;
    workspace.for_each(Kind::person, [&](RecordId person) {
        if (workspace.flag(person, person::self)) return;
        const Rhythm rhythm = rhythm_of(workspace, person, rules);
        if (!rhythm) return;
        everyone.push_back({person, rhythm});
        add_share(load, everyone.back());
        made += days_of_contact(contacts.of(person), today - lately + days{1}, today);
    });
    load.made_a_month = made * days_a_month / static_cast<double>(lately.count());
    constexpr std::string_view order[] = {"5", "15", "50", "150", ""};
    std::ranges::sort(load.shares, {},
        [&](const LoadShare& share) { return std::ranges::find(order, share.circle) - std::begin(order); });
    if (!load.too_much()) return load;

    double promised = load.promised_a_month;
    const auto take = [&](Relaxation relaxation) {
        if (relaxation.people.empty() || promised <= load.time_for) return;
        promised -= relaxation.saves_a_month;
        load.proposal.push_back(std::move(relaxation));
    };
    take(seen_less_often(everyone, contacts, today));
    for (const std::string_view circle : {"150", "50", "15", "5"})
        take(circle_doubled(everyone, circle));
    return load;
}

void relax(Draft& draft, const Relaxation& relaxation) {
    for (std::size_t i = 0; i < relaxation.people.size(); ++i)
        draft.set(relaxation.people[i], person::cadence_days, Value::integer(relaxation.every[i].count()));
}

}  // namespace kith
