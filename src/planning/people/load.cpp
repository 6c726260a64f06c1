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

/// To one place, which is left out where it is zero.
ArgumentView rounded(double value) {
    const long tenths = std::lround(value * 10);
    return tenths % 10 == 0 ? ArgumentView(tenths / 10) : ArgumentView::scaled(tenths, 1);
}

void add_share(Load& load, const Promised& promised) {
    const bool own = promised.rhythm.source == RhythmSource::own;
    const auto circle = own ? person::circle::none : promised.rhythm.circle;
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
        "load.relax_to_usual", {relaxation.people.size(), rounded(relaxation.saves_a_month)}};
    return relaxation;
}

Relaxation circle_doubled(const std::vector<Promised>& everyone, enum person::circle circle) {
    Relaxation relaxation{.circle = circle};
    for (const Promised& promised : everyone) {
        if (promised.rhythm.source != RhythmSource::circle || promised.rhythm.circle != circle) continue;
        relaxation.people.push_back(promised.person);
        relaxation.every.push_back(promised.rhythm.every * 2);
        relaxation.saves_a_month += a_month(promised.rhythm.every) / 2;
    }
    if (!relaxation.people.empty()) {
        relaxation.reason = {"load.relax_circle",
            {relaxation.people.size(), person::circle.key(circle), relaxation.every.front().count(),
                rounded(relaxation.saves_a_month)}};
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
    const auto own_last = [](const LoadShare& share) {
        return std::pair(share.circle == person::circle::none, share.circle);
    };
    std::ranges::sort(load.shares, {}, own_last);
    if (!load.too_much()) return load;

    double promised = load.promised_a_month;
    const auto take = [&](Relaxation relaxation) {
        if (relaxation.people.empty() || promised <= load.time_for) return;
        promised -= relaxation.saves_a_month;
        load.proposal.push_back(std::move(relaxation));
    };
    take(seen_less_often(everyone, contacts, today));
    for (const auto circle : {person::circle::closest_150, person::circle::closest_50,
             person::circle::closest_15, person::circle::closest_5})
        take(circle_doubled(everyone, circle));
    return load;
}

Message load_fact(const Load& load) {
    if (load.shares.empty()) return {"today.rhythm_none", {}};
    const long planned = std::lround(load.promised_a_month);
    const long made = std::lround(load.made_a_month);
    // Half as much again as was asked for is no chance of the month.
    const bool plenty = made >= 2 && load.made_a_month >= load.promised_a_month * 1.5;
    return {plenty ? "today.rhythm_plenty" : "today.rhythm_text", {planned, made}};
}

void relax(Draft& draft, const Relaxation& relaxation) {
    for (std::size_t i = 0; i < relaxation.people.size(); ++i)
        draft.set(relaxation.people[i], person::cadence_days, Value::integer(relaxation.every[i].count()));
}

Draft relax_rhythms(std::span<const Relaxation> chosen) {
    Draft draft({"today.relax_change", {}});
    for (const Relaxation& one : chosen)
        relax(draft, one);
    return draft;
}

Draft set_time_for_contacts(const Workspace& workspace, int a_month) {
    Draft draft({"today.change_time", {}});
    set_rule(draft, workspace, settings::rules::contacts_a_month, a_month);
    return draft;
}

}  // namespace kith
