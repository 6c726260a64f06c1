#include "planning/pursuits/came_about.h"

#include <algorithm>

#include "base/enums.h"
#include "model/fields.h"
#include "planning/pursuits/pipeline.h"
#include "planning/pursuits/yields.h"
#include "workspace/names.h"

namespace kith {

namespace {

/// What was done for one, by the kind of favour: {0} is the person.
constexpr EnumArray<enum favour::kind, std::string_view> favour_words{{
    "came.helped",
    "came.introduction",
    "came.referral",
    "came.recommendation",
    "came.advice",
    "came.feedback",
    "came.mentoring",
    "came.resource",
    "came.job_lead",
    "came.endorsement",
    "came.support",
}};

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
        read_part(opportunity::source, favour::kind::job_lead, "came.told");
        read_part(opportunity::referrer, favour::kind::referral, "came.referred");
        const std::size_t first_stage = steps_.size();
        read_stages();
        put_in_order(first_stage);
        return std::move(steps_);
    }

private:
    const Workspace& workspace_;
    RecordId opportunity_;
    std::vector<StepThere> steps_;
    std::vector<RecordId> said_;                                // events at which somebody was met
    std::vector<std::pair<RecordId, enum favour::kind>> done_;  // who did which kind of favour

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
        const Argument name = named(workspace_, person);
        if (workspace_.live(event)) {
            if (!on) on = day(event, event::from);
            said_.push_back(event);
            add(person, on, {"came.met_at", {name, named(workspace_, event)}});
        } else if (workspace_.live(through)) {
            add(person, on, {"came.met_through", {name, named(workspace_, through)}});
        } else if (!where.empty()) {
            add(person, on, {"came.met_where", {name, where}});
        } else if (on) {
            add(person, on, {"came.met", {name}});
        }
    }

    void read_event(RecordId event) {
        if (std::ranges::contains(said_, event)) return;
        add(event, day(event, event::from), {"came.event", {named(workspace_, event)}});
    }

    /// That one joined, where one did.
    void read_membership(RecordId organisation) {
        const RecordId me = self(workspace_);
        if (!me) return;
        for (const RecordId affiliation : affiliations_of(workspace_, me)) {
            if (workspace_.reference(affiliation, affiliation::organisation) != organisation) continue;
            return add(organisation, day(affiliation, affiliation::from),
                {"came.joined", {named(workspace_, organisation)}});
        }
    }

    void read_favour(RecordId favour) {
        const RecordId person = workspace_.reference(favour, favour::person);
        const auto kind = workspace_.choice(favour, favour::kind);
        const auto stage = workspace_.choice(favour, favour::stage);
        if (!workspace_.live(person) || stage == favour::stage::declined) return;
        std::optional<Day> on = day(favour, favour::done_on);
        if (!on) on = day(favour, favour::asked_on);
        const Argument name = named(workspace_, person);
        std::string about = short_text(workspace_.text(favour, favour::about));
        if (workspace_.choice(favour, favour::direction) == favour::direction::given)
            return add(favour, on, {"came.given", {name}}, std::move(about));
        if (stage == favour::stage::asked || stage == favour::stage::agreed)
            return add(favour, on, {"came.asked", {name}}, std::move(about));
        done_.emplace_back(person, kind);
        const RecordId introduced = workspace_.reference(favour, favour::introduced);
        if (kind == favour::kind::introduction && workspace_.live(introduced))
            return add(favour, on, {"came.introduction_to", {name, named(workspace_, introduced)}});
        add(favour, on, {favour_words[known(kind)], {name}}, std::move(about));
    }

    /// Who told or referred, unless a favour says so already.
    void read_part(FieldId field, enum favour::kind favour_kind, std::string_view key) {
        const RecordId person = workspace_.reference(opportunity_, field);
        if (!workspace_.live(person) || workspace_.flag(person, person::self)) return;
        if (std::ranges::contains(done_, std::pair(person, favour_kind))) return;
        add(person, std::nullopt, {key, {named(workspace_, person)}});
    }

    void read_stages() {
        for (const Element& row : workspace_.elements(opportunity_, opportunity::stage_history)) {
            const auto date = parse_iso_date(row_part(row.value, opportunity::stage_history::date));
            add(opportunity_, date ? date->earliest() : std::nullopt,
                {"came.stage", {row_part(row.value, opportunity::stage_history::stage)}});
        }
        const std::string_view now = workspace_.text(opportunity_, opportunity::stage);
        const bool said = !steps_.empty() && steps_.back().record == opportunity_ &&
            steps_.back().what.arguments.front().text == now;
        if (!now.empty() && !said) add(opportunity_, std::nullopt, {"came.stage", {now}});
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
