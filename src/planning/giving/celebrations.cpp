#include "planning/giving/celebrations.h"

#include <algorithm>

#include "base/enums.h"
#include "base/text.h"
#include "identity/organisations.h"
#include "model/fields.h"
#include "workspace/names.h"

namespace kith {

namespace {

namespace chr = std::chrono;

/// How an import from LinkedIn labels the day on which two people were connected there: a fact, and nothing
/// to congratulate hundreds of contacts on every year.
constexpr std::string_view connected_label = "Connected on LinkedIn";

constexpr EnumArray<CelebrationKind, enum celebration::kind> options{
    {celebration::kind::birthday, celebration::kind::work_anniversary, celebration::kind::new_job,
        celebration::kind::promotion, celebration::kind::achievement, celebration::kind::other}};

Day day_of(Stamp stamp) {
    return chr::floor<chr::days>(stamp.wall());
}

/// Collects the celebrations of one person.
class Finder {
public:
    Finder(const Workspace& workspace, RecordId person, Day today, const CelebrationSpan& span)
        : workspace_(workspace), person_(person), today_(today), span_(span) {}

    std::vector<Celebration> find() {
        yearly(CelebrationKind::birthday, workspace_.date(person_, person::birthday), {}, {});
        workspace_.for_each_element(person_, person::dates, [&](const Element& row) {
            const auto date = parse_iso_date(row_part(row.value, person::dates::date));
            const std::string_view label = row_part(row.value, person::dates::label);
            if (date && label != connected_label) yearly(CelebrationKind::other, *date, label, {});
        });
        affiliations_ = workspace_.referrers(person_, affiliation::person);
        for (const RecordId affiliation : affiliations_)
            look_at(affiliation);
        take_in_records();
        std::ranges::sort(found_, {}, &Celebration::on);
        return std::move(found_);
    }

private:
    const Workspace& workspace_;
    RecordId person_;
    Day today_;
    CelebrationSpan span_;
    std::vector<RecordId> affiliations_;
    std::vector<Celebration> found_;

    void yearly(CelebrationKind kind, PartialDate date, std::string_view what, RecordId affiliation) {
        if (!date.month || !date.valid()) return;
        if (!date.day) {
            if (kind != CelebrationKind::work_anniversary) return;
            date.day = chr::day{1};
        }
        const auto on = next_anniversary(date, today_ - span_.belated);
        if (!on || *on > today_ + span_.ahead) return;
        std::optional<int> years;
        if (date.year) {
            years = static_cast<int>(chr::year_month_day{*on}.year()) - static_cast<int>(*date.year);
            if (*years < 1) return;
        }
        found_.push_back({.kind = kind,
            .person = person_,
            .on = *on,
            .years = years,
            .what = std::string(what),
            .affiliation = affiliation});
    }

    void look_at(RecordId affiliation) {
        if (is_past(workspace_, affiliation)) return;
        const RecordId organisation = workspace_.reference(affiliation, affiliation::organisation);
        const auto kind = workspace_.choice(organisation, organisation::kind);
        const bool work = kind == organisation::kind::none || kind == organisation::kind::employer ||
            kind == organisation::kind::agency;
        if (!work) return;
        const PartialDate from = workspace_.date(affiliation, affiliation::from);
        const std::string_view where = workspace_.text(organisation, organisation::name);
        if (from.year) yearly(CelebrationKind::work_anniversary, from, where, affiliation);
        // Without an earlier job on record there is nothing to compare with, and nothing is said.
        if (const auto began = affiliations_.size() > 1 ? began_lately(affiliation, from) : std::nullopt)
            add_job(affiliation, organisation, *began);
        else if (const auto changed = role_changed_lately(affiliation))
            add(CelebrationKind::promotion, affiliation, *changed);
    }

    bool lately(Day day) const { return day <= today_ && today_ - day <= span_.jobs; }

    /// The day a job began, or was noticed in an import of somebody who was known before.
    std::optional<Day> began_lately(RecordId affiliation, const PartialDate& from) const {
        if (from.year && from.month) {
            if (const auto began = from.earliest(); began && lately(*began)) return began;
            if (const auto began = from.earliest(); began && today_ - *began > span_.jobs + chr::days{31})
                return std::nullopt;  // old news, whenever it was imported
        }
        const auto born = first_transaction(affiliation);
        if (!born || born->kind != TransactionKind::import || !lately(day_of(born->stamp)))
            return std::nullopt;
        const auto known = first_transaction(person_);
        return known && known->stamp < born->stamp ? std::optional(day_of(born->stamp)) : std::nullopt;
    }

    std::optional<TransactionInfo> first_transaction(RecordId record) const {
        const auto history = workspace_.history_of(record, state_field(kind_of(record)));
        if (history.empty()) return std::nullopt;
        return workspace_.transactions()[history.back().transaction];
    }

    std::optional<Day> role_changed_lately(RecordId affiliation) const {
        const auto history = workspace_.history_of(affiliation, affiliation::role);
        if (history.size() < 2 || history[1].value.empty() || history[0].value == history[1].value)
            return std::nullopt;
        const TransactionInfo& change = workspace_.transactions()[history[0].transaction];
        const Day day = day_of(change.stamp);
        return change.kind == TransactionKind::import && lately(day) ? std::optional(day) : std::nullopt;
    }

    /// The same, or by another name in all likelihood: "Mercy General", "Mercy General Hospital".
    bool is_same_place(RecordId one, RecordId other) const {
        return one == other ||
            identity::compare_organisations(workspace_.text(one, organisation::name),
                workspace_.text(other, organisation::name)) != identity::OrganisationLikeness::different;
    }

    /// A new role where they were already is a promotion; anywhere else, a new job. The same role there is no news.
    void add_job(RecordId affiliation, RecordId organisation, Day on) {
        bool same_place = false;
        for (const RecordId other : affiliations_) {
            const RecordId there = workspace_.reference(other, affiliation::organisation);
            if (other == affiliation || !is_same_place(there, organisation)) continue;
            same_place = true;
            const bool other_name = there != organisation;
            if (other_name &&
                fold(workspace_.text(other, affiliation::role)) ==
                    fold(workspace_.text(affiliation, affiliation::role)))
                return;
        }
        add(same_place ? CelebrationKind::promotion : CelebrationKind::new_job, affiliation, on);
    }

    void add(CelebrationKind kind, RecordId affiliation, Day on) {
        std::string what(workspace_.text(affiliation, affiliation::role));
        if (kind == CelebrationKind::new_job) {
            const auto where =
                record_name(workspace_, workspace_.reference(affiliation, affiliation::organisation));
            what += what.empty() || where.empty() ? where : ", " + where;
        }
        found_.push_back({.kind = kind,
            .person = person_,
            .on = on,
            .years = {},
            .what = what,
            .affiliation = affiliation});
    }

    /// Records say what was done about a celebration, or are celebrations of their own.
    void take_in_records() {
        for (const RecordId record : workspace_.referrers(person_, celebration::person)) {
            const auto kind = options.find(workspace_.choice(record, celebration::kind));
            const auto on = workspace_.date(record, celebration::on).earliest();
            if (!kind || !on) continue;
            const std::string_view what = workspace_.text(record, celebration::what);
            auto same = std::ranges::find_if(found_, [&](const Celebration& one) {
                return !one.record && one.kind == *kind &&
                    (one.on == *on || (is_job(*kind) && one.what == what));
            });
            if (same == found_.end()) {
                if (*on > today_ + span_.ahead || today_ - *on > span_.jobs) continue;
                found_.push_back(
                    {.kind = *kind, .person = person_, .on = *on, .years = {}, .what = std::string(what)});
                same = found_.end() - 1;
            }
            same->record = record;
            same->congratulated = !workspace_.date(record, celebration::congratulated_on).empty();
            same->set_aside = workspace_.flag(record, celebration::dismissed);
        }
    }

    static bool is_job(CelebrationKind kind) {
        return kind == CelebrationKind::new_job || kind == CelebrationKind::promotion;
    }
};

RecordId record_for(Draft& draft, const Celebration& celebration, Random& random) {
    if (celebration.record) return celebration.record;
    const RecordId record = draft.create(Kind::celebration, random);
    draft.set(record, celebration::person, Value::reference(celebration.person));
    draft.set(record, celebration::kind, options[celebration.kind]);
    draft.set(record, celebration::on, Value::date(PartialDate{std::chrono::year_month_day{celebration.on}}));
    draft.set_text(record, celebration::what, celebration.what);
    return record;
}

}  // namespace

std::string_view key_of(CelebrationKind kind) {
    return celebration::kind.key(options[kind]);
}

std::vector<Celebration> celebrations_of(
    const Workspace& workspace, RecordId person, Day today, const CelebrationSpan& span) {
    return Finder(workspace, person, today, span).find();
}

std::vector<Celebration> celebrations(const Workspace& workspace, Day today, const CelebrationSpan& span) {
    std::vector<Celebration> all;
    workspace.for_each(Kind::person, [&](RecordId person) {
        if (workspace.flag(person, person::self)) return;
        auto found = celebrations_of(workspace, person, today, span);
        std::ranges::move(found, std::back_inserter(all));
    });
    std::ranges::stable_sort(all, {},
        [&](const Celebration& one) { return std::pair(one.on, person_name(workspace, one.person)); });
    return all;
}

Message celebration_title(const Workspace& workspace, const Celebration& celebration) {
    const Argument name = named(workspace, celebration.person);
    const int years = celebration.years.value_or(0);
    switch (celebration.kind) {
        case CelebrationKind::birthday:
            if (celebration.years) return {"celebration.birthday_years", {name, years}};
            return {"celebration.birthday", {name}};
        case CelebrationKind::work_anniversary:
            return {"celebration.work_anniversary", {name, years, celebration.what}};
        case CelebrationKind::new_job: return {"celebration.new_job", {name, celebration.what}};
        case CelebrationKind::promotion: return {"celebration.promotion", {name, celebration.what}};
        case CelebrationKind::achievement: return {"celebration.achievement", {name, celebration.what}};
        case CelebrationKind::other: break;
    }
    if (celebration.what.empty()) return {"celebration.unnamed", {name}};
    return {"celebration.other", {name, celebration.what}};
}

Facts celebration_facts(const Workspace& workspace, const Celebration& celebration, Day today) {
    Facts facts;
    if (celebration.on >= today)
        facts.push_back({"fact.comes", {celebration.on - today}});
    else
        facts.push_back({"fact.happened", {today - celebration.on}});
    if (!celebration.record && celebration.affiliation &&
        (celebration.kind == CelebrationKind::new_job || celebration.kind == CelebrationKind::promotion)) {
        const auto changed = workspace.changed_at(celebration.affiliation);
        facts.push_back({"fact.seen_on", {day_of(changed)}});
    }
    return facts;
}

void congratulate(Draft& draft, const Celebration& celebration, Day today, Random& random) {
    const RecordId record = record_for(draft, celebration, random);
    draft.set(
        record, celebration::congratulated_on, Value::date(PartialDate{std::chrono::year_month_day{today}}));
}

void set_aside(Draft& draft, const Celebration& celebration, Random& random) {
    draft.set(record_for(draft, celebration, random), celebration::dismissed, Value::boolean(true));
}

Draft note_congratulated(RecordId celebration, std::string_view words, std::string_view title, Day today) {
    Draft draft({"change.step", {std::string(words), std::string(title)}});
    draft.set(celebration, celebration::congratulated_on, Value::day(today));
    return draft;
}

}  // namespace kith
