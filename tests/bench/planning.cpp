#include "planning.h"

#include <cstdlib>

#include "insight/insight.h"
#include "model/fields.h"
#include "planning/agenda/agenda.h"
#include "planning/giving/introductions.h"
#include "planning/giving/mentors.h"
#include "planning/goals/coverage.h"
#include "planning/goals/playbook.h"
#include "planning/log/line.h"
#include "planning/people/filter.h"
#include "planning/people/load.h"
#include "planning/people/suggested_ties.h"
#include "planning/week/proposal.h"
#include "planning/week/review.h"

namespace kith::testing {

namespace {

constexpr std::string_view circles[] = {"5", "15", "50", "150", "150", "150", "beyond", "beyond"};
constexpr std::string_view matters[] = {"leadership", "night shifts", "triage", "cardiology", "budgets",
    "teaching", "statistics", "Swedish", "recruiting", "wound care", "research", "public speaking"};
constexpr std::string_view kinds[] = {"coffee", "call", "email", "message", "meeting"};

Value date_value(Day day) {
    return Value::date(PartialDate{std::chrono::year_month_day{day}});
}

void fill_life(Workspace& workspace, Random& random, Day today) {
    std::vector<RecordId> people(workspace.all(Kind::person).begin(), workspace.all(Kind::person).end());
    for (std::size_t i = 0; i < people.size();) {
        Draft draft({"test.edit", {}});
        for (std::size_t end = std::min(people.size(), i + 100); i < end; ++i) {
            // One in twenty looks for something, one in five has something.
            if (i % 20 == 0) draft.add(people[i], person::needs, matters[random.below(std::size(matters))]);
            if (i % 5 == 1) draft.add(people[i], person::skills, matters[random.below(std::size(matters))]);
            draft.set_text(people[i], person::circle, circles[random.below(std::size(circles))]);
            draft.set(people[i], person::birthday, date_value(today - days{8000 + random.below(9000)}));
            for (int j = 0; j < 10; ++j) {
                const RecordId one = draft.create(Kind::interaction, random);
                draft.set(one, interaction::on, date_value(today - days{random.below(1100)}));
                draft.set_text(one, interaction::kind, kinds[random.below(std::size(kinds))]);
                draft.set_text(one, interaction::begun_by, random.below(2) == 0 ? "me" : "them");
                draft.set_text(one, interaction::summary, "How the new ward is doing");
                draft.add(one, interaction::people, people[i]);
                if (random.below(10) == 0)
                    draft.add(one, interaction::people, people[random.below(people.size())]);
            }
        }
        if (!workspace.commit(std::move(draft), Instant{today})) std::abort();
    }
}

/// Ten goals with two hundred open steps each, some dated, some waiting, some with people.
std::vector<RecordId> fill_goals(Workspace& workspace, Random& random, Day today) {
    const auto people = workspace.all(Kind::person);
    const auto organisations = workspace.all(Kind::organisation);
    std::vector<RecordId> goals;
    for (int i = 0; i < 10; ++i) {
        Draft draft({"test.edit", {}});
        const RecordId goal = goals.emplace_back(draft.create(Kind::goal, random));
        draft.set_text(goal, goal::wish, "Lead a ward");
        draft.set_text(goal, goal::target_role, "Senior nurse");
        draft.set_text(goal, goal::industry, "Health");
        draft.set(goal, goal::priority, Value::integer(i + 1));
        for (int j = 0; j < 3 && !organisations.empty(); ++j)
            draft.add(goal, goal::organisations, organisations[random.below(organisations.size())]);
        RecordId before;
        for (int j = 0; j < 200; ++j) {
            const RecordId action = draft.create(Kind::action, random);
            draft.set_text(action, action::title, "Take the next step");
            draft.set(action, action::goal, Value::reference(goal));
            draft.set(
                action, action::effort_minutes, Value::integer(15 * (1 + static_cast<int>(random.below(6)))));
            if (random.below(4) == 0)
                draft.set(action, action::due, date_value(today + days{random.below(90)}));
            if (random.below(4) == 0) draft.add(action, action::people, people[random.below(people.size())]);
            if (before && random.below(5) == 0) draft.add(action, action::after, before);
            before = action;
        }
        if (!workspace.commit(std::move(draft), Instant{today})) std::abort();
    }
    return goals;
}

/// With anybody.
void log_a_call(Workspace& workspace, Random& random, std::span<const RecordId> people, Day today) {
    Draft draft({"test.edit", {}});
    const RecordId one = draft.create(Kind::interaction, random);
    draft.set(one, interaction::on, date_value(today));
    draft.set(one, interaction::kind, interaction::kind::call);
    draft.add(one, interaction::people, people[random.below(people.size())]);
    if (!workspace.commit(std::move(draft), Instant{today})) std::abort();
}

/// What Today shows, made anew after each of many logged calls: one frame has to do. The words of the lines
/// that are drawn come on top in the page.
std::vector<Row> measure_today(
    Workspace& workspace, Insight& insight, Random& random, Agenda& agenda, RecordId goal, Day today) {
    const auto people = workspace.all(Kind::person);
    const Rules rules = rules_of(workspace);
    LookingBack back;
    GoalCover cover;
    std::vector<double> list, week, beside, all;
    for (int i = 0; i < 60; ++i) {
        log_a_call(workspace, random, people, today);
        list.push_back(milliseconds([&] { agenda.update(insight, today, rules); }));
        week.push_back(milliseconds([&] {
            const LookBack& past = back.look(workspace, week_begin(today), today);
            const auto done = minutes_done(workspace, past, rules.week_minutes, rules);
            (void)propose_week(
                workspace, agenda, today, rules.week_minutes, rules, std::chrono::Monday, done);
        }));
        beside.push_back(milliseconds([&] {
            (void)cover.look(workspace, insight.contacts(), insight.roles(), goal, today, rules);
            (void)yearly_load(workspace, insight.contacts(), today, rules);
            (void)insight.contacts().latest(today);
        }));
        all.push_back(list.back() + week.back() + beside.back());
    }
    // The first of each read everything.
    for (auto* times : {&list, &week, &beside, &all})
        times->erase(times->begin());
    std::vector<Row> rows;
    const auto add = [&](std::string_view what, const std::vector<double>& times) {
        rows.push_back({std::string(what), {in_milliseconds(spread_of(times).median)}});
    };
    add("Today after a logged call, median", all);
    rows.push_back({"  slowest", {in_milliseconds(spread_of(all).worst)}});
    add("  what is due", list);
    add("  the week: ten goals, 2,000 open steps", week);
    add("  the first goal, the rhythm, the last contact", beside);
    return rows;
}

}  // namespace

std::vector<Row> measure_planning(Workspace& workspace, Day today) {
    std::vector<Row> rows;
    const auto add = [&](std::string_view what, std::string figure) {
        rows.push_back({std::string(what), {std::move(figure)}});
    };
    Random random(9);
    fill_life(workspace, random, today);
    const auto people = workspace.all(Kind::person);

    Insight insight(workspace);
    Agenda agenda;
    add("agenda: read everything, 10 interactions a person",
        in_milliseconds(milliseconds([&] { agenda.update(insight, today); })));
    add("  items", std::to_string(agenda.items().size()));
    add("  a new day", in_milliseconds(milliseconds([&] { agenda.update(insight, today + days{1}); })));
    std::vector<double> updates;
    for (int i = 0; i < 200; ++i) {
        log_a_call(workspace, random, people, today);
        updates.push_back(milliseconds([&] { agenda.update(insight, today + days{1}); }));
    }
    add("  after a logged call, median", in_milliseconds(spread_of(updates).median));
    add("  after a logged call, slowest", in_milliseconds(spread_of(updates).worst));

    add("log line: index of names", in_milliseconds(milliseconds([&] { (void)insight.names(); })));
    const LogContext context{
        .workspace = workspace, .names = insight.names(), .contacts = insight.contacts(), .today = today};
    std::vector<double> reads;
    for (int i = 0; i < 50; ++i) {
        reads.push_back(milliseconds([&] {
            (void)read_log_line(
                "coffee with Maria and Paul about the clinic job, send her the report by Friday", context);
        }));
    }
    add("  one line read, median", in_milliseconds(spread_of(reads).median));

    add("roles: every title read", in_milliseconds(milliseconds([&] { (void)insight.roles(); })));
    const auto filter = parse_filter("circle:15,50 last-contact:<this-year due:yes place:Berlin");
    if (!filter) std::abort();
    add("filter: everyone", in_milliseconds(milliseconds([&] {
        (void)people_matching(*filter, workspace, insight.contacts(), today);
    })));
    add("mentors for a field", in_milliseconds(milliseconds([&] {
        (void)find_mentors(workspace, insight.contacts(), "ward nurse", today);
    })));
    add("introductions to suggest",
        in_milliseconds(milliseconds([&] { (void)introductions(workspace, insight.contacts(), today); })));
    add("yearly load",
        in_milliseconds(milliseconds([&] { (void)yearly_load(workspace, insight.contacts(), today, {}); })));
    add("ties to suggest", in_milliseconds(milliseconds([&] { (void)suggested_ties(workspace, today); })));

    const auto goals = fill_goals(workspace, random, today);
    agenda.update(insight, today + days{1});
    for (Row& row : measure_today(workspace, insight, random, agenda, goals.front(), today + days{1}))
        rows.push_back(std::move(row));
    std::vector<double> weeks;
    for (int i = 0; i < 20; ++i) {
        weeks.push_back(
            milliseconds([&] { (void)propose_week(workspace, agenda, today + days{1}, 600 + i * 30); }));
    }
    add("week: ten goals, 2,000 open steps, median", in_milliseconds(spread_of(weeks).median));
    add("  slowest", in_milliseconds(spread_of(weeks).worst));
    add("coverage of a goal", in_milliseconds(milliseconds([&] {
        (void)cover_goal(workspace, insight.contacts(), insight.roles(), goals[0], today);
    })));
    add("a plan of the playbook, adapted", in_milliseconds(milliseconds([&] {
        (void)adapt_plan(
            workspace, insight.contacts(), insight.roles(), playbook_plans()[1], goals[1], today);
    })));
    return rows;
}

}  // namespace kith::testing
