#include "planning/week/proposal.h"

#include <iterator>

#include "../world.h"
#include "planning/agenda/put_off.h"
#include "planning/goals/plan.h"

using namespace kith;
using namespace kith::testing;

namespace {

// Today is Friday, 20 November 2026; the week is 16 to 22 November.
constexpr std::string_view story = R"(
[person ana]
given_name = Ana
circle = 5
met_on = 2020
[person ben]
given_name = Ben
[person eva]
given_name = Eva
[goal lead]
wish = Lead a ward
priority = 1
[goal write]
wish = Write an article
priority = 2
[goal resting]
wish = Learn Greek
stage = paused
[action slides]
title = Send Ben the slides
promised_by = me
people = ben
due = today+1
[action form]
title = Hand in the form
goal = lead
due = today
effort_minutes = 15
[favour thanks]
direction = received
kind = advice
person = ben
about = the course
stage = done
done_on = today-1
asked_on = today-10
[action lead_1]
title = Ask Ben for a referral
goal = lead
people = ben
order = 1
[action lead_2]
title = Read three job offers
goal = lead
order = 2
[action lead_3]
title = Write the CV
goal = lead
order = 3
after = lead_2
[action write_1]
title = Collect figures
goal = write
order = 1
[action write_2]
title = Ask Eva for her notes
goal = write
people = eva
order = 2
[action write_3]
title = Ask Eva for a date
goal = write
people = eva
order = 3
[action greek]
title = Buy a grammar
goal = resting
)";

struct Planner {
    World world{story};
    Agenda agenda;

    WeekProposal propose(int minutes) {
        agenda.update(world.insight, world.today);
        return propose_week(world.workspace, agenda, world.today, minutes);
    }
    /// "promised 30: Send Ben the slides"
    std::vector<std::string> lines(std::span<const WeekItem> items) const {
        std::vector<std::string> all;
        for (const WeekItem& item : items)
            all.push_back(std::string(key_of(item.why).substr(9)) + " " + std::to_string(item.minutes) +
                ": " + by_key(item.title));
        return all;
    }
    std::vector<std::string> items(int minutes) { return lines(propose(minutes).items); }

    WeekItem item(std::string_view title, int minutes = 600) {
        const WeekProposal proposal = propose(minutes);
        for (const auto* list : {&proposal.items, &proposal.left_over}) {
            for (const WeekItem& one : *list) {
                if (by_key(one.title) == title) return one;
            }
        }
        FAIL_CHECK("nothing is called " << std::string(title));
        return {};
    }
};

}  // namespace

TEST_CASE("a week holds what is promised and dated, then what would be too late, then each goal's share") {
    Planner planner;
    CHECK(planner.items(180) ==
        std::vector<std::string>{"dated 15: Hand in the form", "promised 30: Send Ben the slides",
            "pressing 10: agenda.title.favour_thank(Ben, the course)",
            "share 20: agenda.title.due_contact(Ana)", "share 30: Read three job offers",
            "share 30: Collect figures", "share 30: Ask Eva for her notes"});
    const WeekProposal proposal = planner.propose(180);
    CHECK(proposal.begin == on(2026, 11, 16));
    CHECK(proposal.taken == 165);
    REQUIRE(proposal.shares.size() == 3);
    CHECK(proposal.shares[0].minutes == 72);  // 40 %
    CHECK(proposal.shares[1].minutes == 72);  // two parts of three of the rest
    CHECK(proposal.shares[2].minutes == 36);
    CHECK(proposal.shares[1].taken == 45);
    CHECK_FALSE(proposal.too_much());
}

TEST_CASE("every item says why, and what is left says why not where there is a reason") {
    Planner planner;
    for (const int minutes : {0, 60, 180, 600}) {
        const WeekProposal proposal = planner.propose(minutes);
        for (const WeekItem& item : proposal.items) {
            CHECK_FALSE(by_key(Message{key_of(item.why), {}}).empty());
            CHECK_FALSE(by_key(item.reasons).empty());
        }
    }
    CHECK(by_key(planner.item("Ask Ben for a referral").reasons) ==
        "fact.for_goal(Lead a ward). fact.last_asked(10)");
    CHECK(by_key(planner.item("Ask Eva for a date").reasons) ==
        "fact.for_goal(Write an article). week.asked_this_week");
}

TEST_CASE("nothing promised or dated is dropped for want of time, and too much is said to be too much") {
    Planner planner;
    const WeekProposal proposal = planner.propose(30);
    CHECK(planner.lines(proposal.items) ==
        std::vector<std::string>{"dated 15: Hand in the form", "promised 30: Send Ben the slides"});
    CHECK(proposal.too_much());
    CHECK(by_key(proposal.notes).contains("week.too_much(45, 30)"));
    CHECK(proposal.left_over.size() == 7);
}

TEST_CASE("a waiting step, a resting goal and somebody else's promise are not proposed") {
    Planner planner;
    const WeekProposal proposal = planner.propose(6000);
    for (const auto* list : {&proposal.items, &proposal.left_over}) {
        for (const std::string& line : planner.lines(*list)) {
            CHECK_FALSE(line.contains("Write the CV"));
            CHECK_FALSE(line.contains("grammar"));
        }
    }
}

TEST_CASE("accepted things stay, moved ones come back in their week, left out ones make room for others") {
    Planner planner;
    World& world = planner.world;
    const Day begin = week_begin(world.today);
    const auto holds = [&](const std::vector<std::string>& lines, std::string_view title) {
        return std::ranges::any_of(lines, [&](const std::string& line) { return line.ends_with(title); });
    };
    world.edit([&](Draft& draft) {
        accept_for_week(
            draft, world.workspace, planner.item("agenda.title.due_contact(Ana)"), begin, world.random);
        move_to_week(
            draft, world.workspace, planner.item("Read three job offers"), begin + days{7}, world.random);
        leave_out_of_week(draft, world.workspace, planner.item("agenda.title.favour_thank(Ben, the course)"),
            begin, world.today, world.random);
    });
    CHECK(holds(planner.items(45), "accepted 20: agenda.title.due_contact(Ana)"));
    CHECK_FALSE(holds(planner.items(180), "Read three job offers"));
    CHECK_FALSE(holds(planner.items(180), "agenda.title.favour_thank(Ben, the course)"));
    CHECK(holds(planner.lines(planner.propose(180).left_over), "agenda.title.favour_thank(Ben, the course)"));
    // The marks are no steps and change no agenda.
    CHECK(std::ranges::any_of(planner.agenda.items(),
        [](const AgendaItem& item) { return item.kind == AgendaKind::favour_thank; }));
    // Next week: what was accepted and not done slipped and says so; the rest is back.
    world.today += days{7};
    CHECK(holds(planner.items(600), "agenda.title.favour_thank(Ben, the course)"));
    CHECK(holds(planner.items(600), "accepted 30: Read three job offers"));
    CHECK(by_key(planner.item("agenda.title.due_contact(Ana)").reasons).contains("week.slipped(2026-11-16)"));
    // Changing one's mind changes the mark that is there.
    const auto actions = world.workspace.count(Kind::action);
    world.edit([&](Draft& draft) {
        leave_out_of_week(draft, world.workspace, planner.item("agenda.title.due_contact(Ana)"),
            week_begin(world.today), world.today, world.random);
    });
    CHECK(world.workspace.count(Kind::action) == actions);
    CHECK_FALSE(holds(planner.items(600), "agenda.title.due_contact(Ana)"));
    // Done is done: the contact is logged, and nothing remains of it.
    world.interaction(world.today, {world.person("Ana")});
    const WeekProposal after = planner.propose(600);
    CHECK_FALSE(holds(planner.lines(after.left_over), "agenda.title.due_contact(Ana)"));
}

TEST_CASE("an if-then plan whose if has come is in the week before ordinary steps") {
    Planner planner;
    World& world = planner.world;
    world.edit([&](Draft& draft) {
        draft.add_row(world.find(Kind::goal, "Write an article"), goal::obstacles,
            {"No answer", "nothing came by 2026-11-19", "Call the editor"}, world.random);
    });
    CHECK(std::ranges::contains(planner.items(90),
        std::string("pressing 30: week.if_then(Call the editor, nothing came by 2026-11-19)")));
}

TEST_CASE("a step of no goal and no day is in the week it was taken for") {
    Planner planner;
    World& world = planner.world;
    world.tell("[action tidy]\ntitle = Tidy the desk\nweek = 2026-11-16\n");
    CHECK(std::ranges::contains(planner.items(180), std::string("accepted 30: Tidy the desk")));
    world.edit([&](Draft& draft) {
        draft.set(world.find(Kind::action, "Tidy the desk"), action::done_on, date_value(world.today));
    });
    CHECK_FALSE(std::ranges::contains(planner.items(180), std::string("accepted 30: Tidy the desk")));
}

TEST_CASE("of two things to celebrate with one person, one can be taken for the week without the other") {
    World world(R"(
[person ana]
given_name = Ana
circle = 15
birthday = 1990-11-21
[organisation clinic]
name = City Clinic
[affiliation work]
person = ana
organisation = clinic
role = Nurse
from = 2020-11-22
)");
    Agenda agenda;
    agenda.update(world.insight, world.today);
    const auto celebrations = [&] {
        std::vector<WeekItem> found;
        const WeekProposal proposal = propose_week(world.workspace, agenda, world.today, 600);
        for (const auto* list : {&proposal.items, &proposal.left_over}) {
            std::ranges::copy_if(*list, std::back_inserter(found),
                [](const WeekItem& item) { return item.kind == AgendaKind::celebrate; });
        }
        return found;
    };
    REQUIRE(celebrations().size() == 2);
    world.edit([&](Draft& draft) {
        accept_for_week(
            draft, world.workspace, celebrations().front(), week_begin(world.today), world.random);
    });
    agenda.update(world.insight, world.today);
    CHECK(std::ranges::count_if(celebrations(), &WeekItem::accepted) == 1);
}

TEST_CASE("how much is for keeping in touch is the person's own number") {
    Planner planner;
    World& world = planner.world;
    world.edit([&](Draft& draft) { set_rule(draft, world.workspace, settings::rules::touch_share, 0); });
    planner.propose(0);
    const Rules rules = rules_of(world.workspace);
    const auto proposal = propose_week(world.workspace, planner.agenda, world.today, 180, rules);
    CHECK(proposal.shares[0].minutes == 0);
    CHECK(proposal.shares[1].minutes == 120);
    CHECK(proposal.shares[2].minutes == 60);
}

TEST_CASE("the same records, day and hours always give the same proposal") {
    Planner one;
    Planner other;
    for (const int minutes : {0, 45, 100, 180, 333, 600})
        CHECK(one.items(minutes) == other.items(minutes));
    CHECK(week_begin(on(2026, 11, 22)) == on(2026, 11, 16));
    CHECK(week_begin(on(2026, 11, 22), std::chrono::Sunday) == on(2026, 11, 22));
}

TEST_CASE("with nothing due and nothing planned the week is empty and says so") {
    World world("[person ana]\ngiven_name = Ana\n");
    Agenda agenda;
    agenda.update(world.insight, world.today);
    const WeekProposal proposal = propose_week(world.workspace, agenda, world.today, 300);
    CHECK(proposal.items.empty());
    CHECK(by_key(proposal.notes) == "week.nothing");
}

TEST_CASE("what was done this week counts against its share and the hours") {
    World world(story);
    const RecordId lead = world.find(Kind::goal, "Lead a ward");
    Agenda agenda;
    agenda.update(world.insight, world.today);
    const WeekProposal before = propose_week(world.workspace, agenda, world.today, 240);
    const WeekShare spent[] = {{.goal = lead, .done = 60}};
    const WeekProposal after =
        propose_week(world.workspace, agenda, world.today, 240, {}, std::chrono::Monday, spent);
    CHECK(after.done == 60);
    CHECK(std::ranges::find(after.shares, lead, &WeekShare::goal)->done == 60);
    CHECK(after.taken + after.done <= 240);
    CHECK(after.taken <= before.taken);
    const WeekProposal full =
        propose_week(world.workspace, agenda, world.today, 60, {}, std::chrono::Monday, spent);
    CHECK(full.too_much());
}

TEST_CASE("hours are read as people write them") {
    CHECK(minutes_from_hours("4") == 240);
    CHECK(minutes_from_hours(" 1.5 ") == 90);
    CHECK(minutes_from_hours("1,25 h") == 75);
    CHECK(minutes_from_hours("1:30") == 90);
    CHECK(minutes_from_hours("150 min") == 150);
    CHECK(minutes_from_hours("0") == 0);
    for (const std::string_view odd : {"", "soon", "-1", "1:75", "101", "1.00000", "4 weeks"})
        CHECK_FALSE(minutes_from_hours(odd));
}

TEST_CASE("what was set aside past this week is not in it, and says until when") {
    World world(story);
    Agenda agenda;
    agenda.update(world.insight, world.today);
    const RecordId slides = world.find(Kind::action, "Send Ben the slides");
    const auto item = std::ranges::find(agenda.items(), slides, &AgendaItem::record);
    REQUIRE(item != agenda.items().end());
    world.edit([&](Draft& draft) { put_off(draft, world.workspace, *item, on(2026, 11, 27)); });
    const WeekProposal week = propose_week(world.workspace, agenda, world.today, 240);
    CHECK_FALSE(std::ranges::contains(week.items, slides, &WeekItem::record));
    const auto left = std::ranges::find(week.left_over, slides, &WeekItem::record);
    REQUIRE(left != week.left_over.end());
    CHECK(by_key(left->reasons.back()) == "week.put_off(2026-11-27)");
}
