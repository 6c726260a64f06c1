#include "planning/pursuits/came_about.h"

#include <algorithm>

#include "model/fields.h"
#include "planning/pursuits/pipeline.h"
#include "planning/pursuits/yields.h"
#include "workspace/names.h"

namespace kith {

namespace {

/// What was done for one, by the kind of favour: {0} is the person.
struct FavourWords {
    std::string_view kind;
    std::string_view key;
};
constexpr FavourWords favour_words[] = {
    {"introduction", "came.introduction"},
    {"referral", "came.referral"},
    {"recommendation", "came.recommendation"},
    {"advice", "came.advice"},
    {"feedback", "came.feedback"},
    {"mentoring", "came.mentoring"},
    {"resource", "came.resource"},
    {"job_lead", "came.job_lead"},
    {"endorsement", "came.endorsement"},
    {"support", "came.support"},
};

class WayReader {
public:
    WayReader(const Workspace& workspace, RecordId opportunity)
        : workspace_(workspace), opportunity_(opportunity) {}

    std::vector<StepThere> read() {
        for (const RecordId record : traced_to(workspace_, opportunity_)) {
            switch (kind_of(record)) {
                case Kind::person: read_meeting(record); break;
                case Kind::event: read_event(record); break;
                case Kind::organisation: read_membership(record); break;
                case Kind::favour: read_favour(record); break;
                default: break;
            }
        }
        // It is traced from the end: what led to a thing stands before it also where the day is the same.
        std::ranges::reverse(steps_);
        read_part(opportunity::source, "job_lead", "came.told");
        read_part(opportunity::referrer, "referral", "came.referred");
        const std::size_t first_stage = steps_.size();
        read_stages();
        put_in_order(first_stage);
        return std::move(steps_);
    }

private:
    const Workspace& workspace_;
    RecordId opportunity_;
    std::vector<StepThere> steps_;
    std::vector<RecordId> said_;                               // events at which somebody was met
    std::vector<std::pair<RecordId, std::string_view>> done_;  // who did which kind of favour

    /// By day; what has none stands just before the stages, a stage without one at the end.
    void put_in_order(std::size_t first_stage) {
        Day begins = Day::max();
        for (std::size_t i = steps_.size(); i-- > first_stage;)
            begins = steps_[i].on.value_or(begins);
        std::vector<std::pair<Day, StepThere>> keyed;
        for (std::size_t i = 0; i < steps_.size(); ++i)
            keyed.emplace_back(steps_[i].on.value_or(i < first_stage ? begins : Day::max()), steps_[i]);
        std::ranges::stable_sort(keyed, {}, &std::pair<Day, StepThere>::first);
        std::ranges::transform(keyed, steps_.begin(), &std::pair<Day, StepThere>::second);
    }

    std::optional<Day> day(RecordId record, FieldId field) const {
        return workspace_.date(record, field).earliest();
    }

    void add(RecordId record, std::optional<Day> on, Message what, std::string about = {}) {
        steps_.push_back({record, on, std::move(what), std::move(about)});
    }

    void read_meeting(RecordId person) {
        const RecordId event = workspace_.reference(person, person::met_at);
        const RecordId through = workspace_.reference(person, person::met_through);
        const std::string_view where = workspace_.text(person, person::met_where);
        std::optional<Day> on = day(person, person::met_on);
        const std::string name = person_name(workspace_, person);
        if (workspace_.live(event)) {
            if (!on) on = day(event, event::from);
            said_.push_back(event);
            add(person, on, {"came.met_at", {name, record_name(workspace_, event)}});
        } else if (workspace_.live(through)) {
            add(person, on, {"came.met_through", {name, person_name(workspace_, through)}});
        } else if (!where.empty()) {
            add(person, on, {"came.met_where", {name, std::string(where)}});
        } else if (on) {
            add(person, on, {"came.met", {name}});
        }
    }

    void read_event(RecordId event) {
        if (std::ranges::contains(said_, event)) return;
        add(event, day(event, event::from), {"came.event", {record_name(workspace_, event)}});
    }

    /// That one joined, where one did.
    void read_membership(RecordId organisation) {
        const RecordId me = self(workspace_);
        if (!me) return;
        for (const RecordId affiliation : affiliations_of(workspace_, me)) {
            if (workspace_.reference(affiliation, affiliation::organisation) != organisation) continue;
            return add(organisation, day(affiliation, affiliation::from),
                {"came.joined", {record_name(workspace_, organisation)}});
        }
    }

    void read_favour(RecordId favour) {
        const RecordId person = workspace_.reference(favour, favour::person);
        const std::string_view kind = workspace_.text(favour, favour::kind);
        const std::string_view stage = workspace_.text(favour, favour::stage);
        if (!workspace_.live(person) || stage == "declined") return;
        std::optional<Day> on = day(favour, favour::done_on);
        if (!on) on = day(favour, favour::asked_on);
        const std::string name = person_name(workspace_, person);
        std::string about = short_text(workspace_.text(favour, favour::about));
        if (workspace_.text(favour, favour::direction) == "given")
            return add(favour, on, {"came.given", {name}}, std::move(about));
        if (stage == "asked" || stage == "agreed")
            return add(favour, on, {"came.asked", {name}}, std::move(about));
        done_.emplace_back(person, kind);
        const auto words = std::ranges::find(favour_words, kind, &FavourWords::kind);
        const RecordId introduced = workspace_.reference(favour, favour::introduced);
        if (kind == "introduction" && workspace_.live(introduced))
            return add(favour, on, {"came.introduction_to", {name, person_name(workspace_, introduced)}});
        add(favour, on, {words != std::end(favour_words) ? words->key : "came.helped", {name}},
            std::move(about));
    }

    /// Who told or referred, unless a favour says so already.
    void read_part(FieldId field, std::string_view favour_kind, std::string_view key) {
        const RecordId person = workspace_.reference(opportunity_, field);
        if (!workspace_.live(person) || workspace_.flag(person, person::self)) return;
        if (std::ranges::contains(done_, std::pair(person, favour_kind))) return;
        add(person, std::nullopt, {key, {person_name(workspace_, person)}});
    }

    void read_stages() {
        for (const Element& row : workspace_.elements(opportunity_, opportunity::stage_history)) {
            const auto date = parse_iso_date(row_part(row.value, 1));
            add(opportunity_, date ? date->earliest() : std::nullopt,
                {"came.stage", {std::string(row_part(row.value, 0))}});
        }
        const std::string_view now = workspace_.text(opportunity_, opportunity::stage);
        const bool said = !steps_.empty() && steps_.back().record == opportunity_ &&
            steps_.back().what.arguments.front() == now;
        if (!now.empty() && !said) add(opportunity_, std::nullopt, {"came.stage", {std::string(now)}});
    }
};

}  // namespace

std::vector<StepThere> how_it_came_about(const Workspace& workspace, RecordId opportunity) {
    return WayReader(workspace, opportunity).read();
}

std::vector<RecordId> offers_so_far(const Workspace& workspace) {
    std::vector<RecordId> found;
    workspace.for_each(Kind::opportunity, [&](RecordId opportunity) {
        const StageMark mark = furthest_mark(workspace, opportunity);
        if (mark == StageMark::offer || mark == StageMark::won) found.push_back(opportunity);
    });
    std::ranges::reverse(found);
    return found;
}

}  // namespace kith
