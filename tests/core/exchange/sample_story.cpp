// The sample network against what MISSION.md's row 28 says of it: somebody in healthcare joins associations,
// goes to events, finds mentors, offers help, and then uses the relationships. And against the day it is
// loaded on, whichever that is: what is due has to look like somebody's good week.
#include <doctest/doctest.h>

#include <map>
#include <set>

#include "../planning/world.h"
#include "planning/facts/ledger.h"
#include "planning/goals/coverage.h"
#include "planning/goals/if_then.h"
#include "planning/goals/plan.h"
#include "planning/people/load.h"
#include "planning/pursuits/came_about.h"
#include "planning/pursuits/pipeline.h"
#include "planning/pursuits/yields.h"
#include "planning/week/proposal.h"

using namespace kith;
using namespace kith::testing;

namespace {

struct SampleOn : World {
    explicit SampleOn(Day day = on(2026, 11, 20)) {
        today = day;
        auto draft = sample_network(today, random);
        REQUIRE(draft);
        commit(std::move(*draft));
        agenda.update(insight, today);
    }

    std::vector<const AgendaItem*> items(AgendaKind kind) const {
        std::vector<const AgendaItem*> found;
        for (const AgendaItem& item : agenda.items()) {
            if (item.kind == kind) found.push_back(&item);
        }
        return found;
    }

    Agenda agenda;
};

/// Any day of the week, the ends of months and years, leap days and the days about them.
std::vector<Day> days_to_load_on() {
    std::vector<Day> all;
    for (int i = 0; i < 7; ++i)
        all.push_back(on(2026, 11, 16) + days{i});
    for (const Day day : {on(2026, 12, 31), on(2027, 1, 1), on(2028, 2, 27), on(2028, 2, 28), on(2028, 2, 29),
             on(2028, 3, 1), on(2027, 3, 31), on(2029, 7, 14)})
        all.push_back(day);
    return all;
}

}  // namespace

TEST_CASE("the sample has sixty people and fifteen organisations, each in its place") {
    const SampleOn sample;
    CHECK(sample.workspace.count(Kind::person) == 61);  // and oneself
    CHECK(sample.workspace.count(Kind::organisation) == 15);
    const RecordId me = self(sample.workspace);
    REQUIRE(me);
    std::set<std::string> kinds;
    sample.workspace.for_each(Kind::organisation, [&](RecordId organisation) {
        kinds.insert(std::string(sample.workspace.text(organisation, organisation::kind)));
    });
    CHECK(kinds ==
        std::set<std::string>{
            "agency", "association", "committee", "community", "employer", "other", "school"});
    std::map<std::string, int> circles;
    sample.workspace.for_each(Kind::person, [&](RecordId person) {
        const auto worked_or_kin = !affiliations_of(sample.workspace, person).empty() ||
            sample.workspace.choice(person, person::circle) == person::circle::closest_5;
        CHECK_MESSAGE(worked_or_kin, record_name(sample.workspace, person));
        if (person != me) ++circles[std::string(sample.workspace.text(person, person::circle))];
    });
    CHECK(circles.at("5") <= 5);
    CHECK(circles.at("15") <= 10);
    CHECK(circles.at("50") <= 35);
    CHECK(circles.at("150") <= 100);
    CHECK(circles.at("beyond") > 5);
}

TEST_CASE("the sample tells of two years, with every kind of thing that Kith keeps") {
    const SampleOn sample;
    int early = 0, late = 0;
    sample.workspace.for_each(Kind::interaction, [&](RecordId interaction) {
        const auto day = sample.workspace.date(interaction, interaction::on).to_day();
        REQUIRE(day);
        const auto ago = sample.today - *day;
        if (ago > days{365} && ago < days{740}) ++early;
        if (ago >= days{0} && ago <= days{365}) ++late;
    });
    CHECK(early > 30);
    CHECK(late > 70);
    for (const KindSpec& kind : all_kinds()) {
        if (find_field(kind.kind, "sample") == nullptr) continue;
        CHECK_MESSAGE(sample.workspace.count(kind.kind) > 0, kind.key);
    }
    std::set<std::string_view> favours, opportunities;
    sample.workspace.for_each(
        Kind::favour, [&](RecordId favour) { favours.insert(sample.workspace.text(favour, favour::kind)); });
    sample.workspace.for_each(Kind::opportunity,
        [&](RecordId one) { opportunities.insert(sample.workspace.text(one, opportunity::kind)); });
    CHECK(favours.size() >= 8);
    CHECK(opportunities.size() >= 6);
}

TEST_CASE("the offer of the sample is traced to its chain, from the association to the interview") {
    const SampleOn sample;
    const RecordId offer = sample.find(Kind::opportunity, "Ward Lead");
    CHECK(mark_of(sample.workspace, offer) == StageMark::offer);
    std::vector<std::string> steps;
    for (const StepThere& step : how_it_came_about(sample.workspace, offer))
        steps.push_back(by_key(step.what));
    CHECK(steps ==
        std::vector<std::string>{"came.joined(Association of Cardiovascular Nursing)",
            "came.met_at(Ben Okafor, ESC Congress)", "came.introduction_to(Ben Okafor, Priya Sharma)",
            "came.met_at(Priya Sharma, ESC Congress)", "came.resource(Priya Sharma)",
            "came.job_lead(Priya Sharma)", "came.stage(lead)",
            "came.introduction_to(Priya Sharma, Ingrid Berg)", "came.stage(talking)",
            "came.referral(Priya Sharma)", "came.stage(applied)", "came.stage(interview)",
            "came.stage(offer)"});
    const Yields yields = what_led_to_what(sample.workspace);
    CHECK_FALSE(yields.too_few());
    REQUIRE_FALSE(yields.organisations.empty());
    CHECK(record_name(sample.workspace, yields.organisations.front().source) ==
        "Association of Cardiovascular Nursing");
    CHECK(yields.organisations.front().offers == 2);
}

TEST_CASE("whatever day the sample is loaded on, Today shows a good week") {
    for (const Day day : days_to_load_on()) {
        CAPTURE(to_iso(day));
        const SampleOn sample(day);
        CAPTURE(by_key(sample.agenda.items()));
        std::size_t now = 0;
        for (const AgendaItem& item : sample.agenda.items()) {
            if (!item.due || *item.due > day) continue;
            ++now;
            // Nothing embarrassing: what is late is late by days. A rhythm is due, never late.
            if (item.kind != AgendaKind::due_contact && item.kind != AgendaKind::celebrate)
                CHECK(day - *item.due <= days{3});
        }
        CHECK(now >= 5);
        CHECK(now <= 7);
        CHECK(sample.agenda.items().size() >= 12);
        CHECK(sample.agenda.items().size() <= 18);
        CHECK(sample.items(AgendaKind::promise_mine).size() == 1);
        CHECK(sample.items(AgendaKind::due_contact).size() == 3);
        CHECK(sample.items(AgendaKind::follow_up).size() == 1);
        CHECK(sample.items(AgendaKind::celebrate).size() >= 2);
        CHECK(sample.items(AgendaKind::celebrate).size() <= 3);  // 29 February is somebody's birthday
    }
}

TEST_CASE("whatever day the sample is loaded on, the week fits its hours and serves the goals") {
    for (const Day day : days_to_load_on()) {
        CAPTURE(to_iso(day));
        const SampleOn sample(day);
        const WeekProposal week = propose_week(sample.workspace, sample.agenda, day, 240);
        CHECK_FALSE(week.too_much());
        CHECK(week.items.size() >= 6);
        CHECK(week.items.size() <= 16);
        REQUIRE(week.shares.size() == 3);  // keeping in touch, and two goals
        CHECK(week.shares[1].taken > 0);
        CHECK(if_thens_that_came(sample.workspace, day).size() == 1);
    }
}

TEST_CASE("the first goal of the sample is under way, with somebody for every need and something missing") {
    SampleOn sample;
    const RecordId goal = sample.find(Kind::goal, "Lead a cardiac ward");
    const Plan plan = plan_of(sample.workspace, goal, sample.today);
    CHECK(plan.progress.done == 7);
    CHECK(plan.progress.total == 18);
    const GoalCoverage coverage = cover_goal(
        sample.workspace, sample.insight.contacts(), sample.insight.roles(), goal, sample.today, {});
    for (const NeedCoverage& need : coverage.needs) {
        if (need.wanted) CHECK(need.givers + need.candidates > 0);
    }
    CHECK_FALSE(coverage.gaps.empty());
    CHECK(coverage.told.size() == 4);
    CHECK_FALSE(coverage.to_tell.empty());
}

TEST_CASE("the sample promises no more contacts than somebody with a job can keep") {
    SampleOn sample;
    const Load load = yearly_load(sample.workspace, sample.insight.contacts(), sample.today, {});
    CHECK(load.promised_a_month < 25);
    CHECK(load.made_a_month > 10);
}

TEST_CASE("who noted something of their own about themselves keeps their record when the sample goes") {
    SampleOn sample;
    const RecordId me = self(sample.workspace);
    RecordId mine;
    sample.edit([&](Draft& draft) {
        const RecordId clinic = draft.create(Kind::organisation, sample.random);
        draft.set_text(clinic, organisation::name, "Harbour Clinic");
        mine = draft.create(Kind::affiliation, sample.random);
        draft.set(mine, affiliation::person, Value::reference(me));
        draft.set(mine, affiliation::organisation, Value::reference(clinic));
    });
    sample.commit(remove_sample(sample.workspace));
    CHECK(self(sample.workspace) == me);
    CHECK(sample.workspace.count(Kind::person) == 1);
    CHECK(sample.workspace.text(me, person::given_name).empty());
    CHECK(sample.workspace.texts(me, person::skills).empty());
    CHECK(affiliations_of(sample.workspace, me) == std::vector{mine});
    CHECK_FALSE(has_sample(sample.workspace));
}
