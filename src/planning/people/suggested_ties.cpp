#include "planning/people/suggested_ties.h"

#include <algorithm>
#include <boost/unordered/unordered_flat_set.hpp>
#include <map>

#include "base/enums.h"
#include "model/fields.h"
#include "planning/facts/acquainted.h"
#include "planning/facts/expertise.h"
#include "planning/facts/turned_down.h"
#include "workspace/names.h"

namespace kith {

namespace {

using Pair = std::pair<RecordId, RecordId>;  // the smaller id first

/// Strongest first: the order of reasons, and which of them says of what kind the tie is.
enum class Evidence : std::uint8_t { introduced, met_through, worked, studied, project, together, event };

constexpr EnumArray<Evidence, enum tie::kinds> kind_of_tie{
    {tie::kinds::acquaintance, tie::kinds::acquaintance, tie::kinds::colleague, tie::kinds::classmate,
        tie::kinds::collaborator, tie::kinds::acquaintance, tie::kinds::acquaintance}};

struct Reason {
    Evidence evidence = Evidence::event;
    Message fact;
};

struct Found {
    std::vector<Reason> reasons;
    int meetings = 0;  // with both of them
    std::optional<Day> last_meeting;
};

/// Somebody's time at an organisation, to the day as far as it is known.
struct Stay {
    RecordId person;
    std::optional<Day> from;
    std::optional<Day> to;
    bool past = false;
};

class TieFinder {
public:
    TieFinder(const Workspace& workspace, RecordId only, Day today)
        : workspace_(workspace), only_(only), today_(today) {}

    void read(RecordId record) {
        if (!read_.insert(record).second || !workspace_.live(record)) return;
        switch (kind_of(record)) {
            case Kind::organisation: read_organisation(record); break;
            case Kind::event: read_event(record); break;
            case Kind::project:
                add_group(
                    people_in(record, project::people), Evidence::project, "fact.both_in_project", record);
                break;
            case Kind::interaction: read_interaction(record); break;
            case Kind::favour: read_favour(record); break;
            case Kind::person: read_person(record); break;
            default: break;
        }
    }

    std::vector<SuggestedTie> take(std::size_t most) {
        std::vector<SuggestedTie> ties;
        for (auto& [pair, found] : found_) {
            const auto& [a, b] = pair;
            add_meetings(found);
            if (found.reasons.empty() || acquainted(workspace_, a, b) ||
                was_turned_down(workspace_, "tie", a, b))
                continue;
            std::ranges::stable_sort(found.reasons, {}, &Reason::evidence);
            SuggestedTie tie{
                .a = a, .b = b, .kind = kind_of_tie[found.reasons.front().evidence], .reasons = {}};
            for (Reason& reason : found.reasons) {
                if (!std::ranges::contains(tie.reasons, reason.fact))
                    tie.reasons.push_back(std::move(reason.fact));
            }
            ties.push_back(std::move(tie));
        }
        std::ranges::stable_sort(
            ties, std::ranges::greater{}, [](const SuggestedTie& tie) { return tie.reasons.size(); });
        if (ties.size() > most) ties.resize(most);
        return ties;
    }

private:
    const Workspace& workspace_;
    RecordId only_;  // none: everyone
    Day today_;
    std::map<Pair, Found> found_;
    boost::unordered_flat_set<RecordId, IdHash> read_;

    bool counts(RecordId person) const {
        return workspace_.live(person) && !workspace_.flag(person, person::self);
    }

    Found* pair_of(RecordId a, RecordId b) {
        if (a == b || !counts(a) || !counts(b) || (only_ && a != only_ && b != only_)) return nullptr;
        return &found_[std::minmax(a, b)];
    }

    void add(RecordId a, RecordId b, Evidence evidence, Message fact) {
        if (Found* found = pair_of(a, b)) found->reasons.push_back({evidence, std::move(fact)});
    }

    std::vector<RecordId> people_in(RecordId record, FieldId field) const {
        std::vector<RecordId> people;
        workspace_.for_each_element(record, field, [&](const Element& element) {
            if (counts(element.value.as_reference())) people.push_back(element.value.as_reference());
        });
        return people;
    }

    void add_group(
        const std::vector<RecordId>& people, Evidence evidence, std::string_view key, RecordId record) {
        if (people.size() > small_group) return;
        for (std::size_t i = 0; i < people.size(); ++i) {
            for (std::size_t j = i + 1; j < people.size(); ++j)
                add(people[i], people[j], evidence, {key, {record_name(workspace_, record)}});
        }
    }

    void read_event(RecordId event) {
        const auto from = workspace_.date(event, event::from).earliest();
        if (!from || *from > today_) return;
        add_group(people_in(event, event::people), Evidence::event, "fact.both_at_event", event);
    }

    void read_organisation(RecordId organisation) {
        std::vector<Stay> stays;
        for (const RecordId affiliation : workspace_.referrers(organisation, affiliation::organisation)) {
            const RecordId person = workspace_.reference(affiliation, affiliation::person);
            if (!counts(person)) continue;
            stays.push_back({person, workspace_.date(affiliation, affiliation::from).earliest(),
                workspace_.date(affiliation, affiliation::to).earliest(), is_past(workspace_, affiliation)});
        }
        if (stays.size() > small_group) return;
        const bool school = workspace_.choice(organisation, organisation::kind) == organisation::kind::school;
        for (std::size_t i = 0; i < stays.size(); ++i) {
            for (std::size_t j = i + 1; j < stays.size(); ++j) {
                if (auto fact = overlap(stays[i], stays[j], organisation))
                    add(stays[i].person, stays[j].person, school ? Evidence::studied : Evidence::worked,
                        std::move(*fact));
            }
        }
    }

    /// Both there now, or known to have been there at the same time; nothing is guessed where dates are
    /// missing.
    std::optional<Message> overlap(const Stay& a, const Stay& b, RecordId organisation) const {
        const std::string name = record_name(workspace_, organisation);
        if (!a.past && !b.past) return Message{"fact.both_at", {name}};
        if (!a.from || !b.from || (a.past && !a.to) || (b.past && !b.to)) return std::nullopt;
        const Day from = std::max(*a.from, *b.from);
        const Day to = std::min(a.past ? *a.to : today_, b.past ? *b.to : today_);
        if (to <= from) return std::nullopt;
        const auto year = [](Day day) {
            return PartialDate(std::chrono::year_month_day{day}.year(), std::nullopt, std::nullopt);
        };
        return Message{"fact.both_were_at", {name, year(from), year(to)}};
    }

    void read_interaction(RecordId interaction) {
        if (workspace_.flag(interaction, interaction::planned)) return;
        const auto people = people_in(interaction, interaction::people);
        const auto on = workspace_.date(interaction, interaction::on).earliest();
        if (people.size() < 2 || people.size() > small_group || !on || *on > today_) return;
        for (std::size_t i = 0; i < people.size(); ++i) {
            for (std::size_t j = i + 1; j < people.size(); ++j) {
                Found* found = pair_of(people[i], people[j]);
                if (found == nullptr) continue;
                ++found->meetings;
                found->last_meeting = std::max(found->last_meeting.value_or(*on), *on);
            }
        }
    }

    static void add_meetings(Found& found) {
        if (found.meetings == 0) return;
        found.reasons.push_back(
            {Evidence::together, {"fact.met_both", {found.meetings, *found.last_meeting}}});
    }

    void read_favour(RecordId favour) {
        const RecordId other = workspace_.reference(favour, favour::introduced);
        if (!other || !favour_is_done(workspace_, favour)) return;
        // Received: they introduced me to the other, whom they know. Given: I made the two acquainted.
        const bool given = workspace_.choice(favour, favour::direction) == favour::direction::given;
        const RecordId person = workspace_.reference(favour, favour::person);
        if (given)
            add(person, other, Evidence::introduced, {"fact.you_introduced", {}});
        else
            add(person, other, Evidence::introduced,
                {"fact.introduced_you", {named(workspace_, person), named(workspace_, other)}});
    }

    void read_person(RecordId person) {
        const RecordId through = workspace_.reference(person, person::met_through);
        if (through)
            add(person, through, Evidence::met_through,
                {"fact.met_through", {named(workspace_, person), named(workspace_, through)}});
    }
};

constexpr Kind sources[] = {
    Kind::person, Kind::organisation, Kind::interaction, Kind::favour, Kind::event, Kind::project};

}  // namespace

std::vector<SuggestedTie> suggested_ties(const Workspace& workspace, Day today, std::size_t most) {
    TieFinder finder(workspace, {}, today);
    for (const Kind kind : sources)
        workspace.for_each(kind, [&](RecordId record) { finder.read(record); });
    return finder.take(most);
}

std::vector<SuggestedTie> suggested_ties_of(
    const Workspace& workspace, RecordId person, Day today, std::size_t most) {
    TieFinder finder(workspace, person, today);
    finder.read(person);
    for (const RecordId record : workspace.referrers(person)) {
        if (kind_of(record) == Kind::affiliation)
            finder.read(workspace.reference(record, affiliation::organisation));
        else
            finder.read(record);  // contacts met through them are people
    }
    return finder.take(most);
}

RecordId confirm_tie(Draft& draft, const SuggestedTie& suggestion, Random& random) {
    const RecordId tie = draft.create(Kind::tie, random);
    draft.set(tie, tie::a, Value::reference(suggestion.a));
    draft.set(tie, tie::b, Value::reference(suggestion.b));
    draft.add(tie, tie::kinds, suggestion.kind);
    draft.set(tie, tie::origin, tie::origin::confirmed);
    return tie;
}

void turn_down_tie(
    Draft& draft, const SuggestedTie& suggestion, std::string_view title, Day today, Random& random) {
    turn_down(draft, "tie", suggestion.a, suggestion.b, title, today, random);
}

Draft accept_tie(const SuggestedTie& suggestion, std::string_view name, std::string_view to, Random& random) {
    Draft draft({"change.add_to", {std::string(name), std::string(to)}});
    confirm_tie(draft, suggestion, random);
    return draft;
}

Draft refuse_tie(const SuggestedTie& suggestion, std::string_view name, Day today, Random& random) {
    Draft draft({"change.not_suggested", {std::string(name)}});
    turn_down_tie(draft, suggestion, name, today, random);
    return draft;
}

}  // namespace kith
