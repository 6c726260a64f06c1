// What opportunities, achievements, hard situations, projects and one's own memberships put on the agenda.
#include "../world.h"
#include "planning/agenda/doing.h"
#include "planning/goals/telling.h"
#include "planning/pursuits/pipeline.h"

using namespace kith;
using namespace kith::testing;

namespace {

/// The lines about one kind of thing.
std::vector<std::string> about(World& world, AgendaKind kind) {
    Agenda agenda;
    agenda.update(world.insight, world.today);
    std::vector<std::string> lines;
    for (const AgendaItem& item : agenda.items()) {
        if (item.kind == kind) lines.push_back(by_key(item));
    }
    return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("an opportunity stands on the list when its deadline is near, by what its stage asks for") {
    World world(R"(
[organisation anna]
name = St. Anna Hospital
[goal lead]
wish = Lead a ward
[opportunity job]
title = Ward Lead
organisation = anna
goal = lead
deadline = today+8
)");
    const RecordId job = world.find(Kind::opportunity, "Ward Lead");
    CHECK(about(world, AgendaKind::opportunity).empty());
    world.today += days{1};
    CHECK(about(world, AgendaKind::opportunity) ==
        Lines{"soon 2026-11-28 agenda.opportunity: agenda.title.opportunity_lead(Ward Lead) (fact.is_at(St. "
              "Anna Hospital). fact.due_in(7). fact.for_goal(Lead a ward)) → step.open_it"});
    world.edit([&](Draft& draft) { draft.set_text(job, opportunity::stage, "interview"); });
    CHECK(about(world, AgendaKind::opportunity)[0].contains("agenda.title.opportunity_going(Ward Lead)"));
    world.edit([&](Draft& draft) { draft.set_text(job, opportunity::stage, "offer"); });
    CHECK(about(world, AgendaKind::opportunity)[0].contains("agenda.title.opportunity_offer(Ward Lead)"));
    world.today += days{9};
    CHECK(about(world, AgendaKind::opportunity)[0].contains(
        "agenda.title.opportunity_past(Ward Lead) (fact.is_at(St. Anna Hospital). fact.deadline_past"));
    world.edit([&](Draft& draft) { draft.set_text(job, opportunity::stage, "accepted"); });
    CHECK(about(world, AgendaKind::opportunity).empty());
}

TEST_CASE("an opportunity whose step stands on the list already does not stand there twice") {
    World world(R"(
[opportunity job]
title = Ward Lead
deadline = today+3
[action answer]
title = Answer St. Anna
opportunity = job
due = today+2
)");
    CHECK(about(world, AgendaKind::opportunity).empty());
    const RecordId action = world.find(Kind::action, "Answer St. Anna");
    world.edit([&](Draft& draft) { draft.set(action, action::due, date_value(world.today + days{20})); });
    CHECK(about(world, AgendaKind::opportunity).size() == 1);
}

TEST_CASE("an opportunity taken off the list comes back with another deadline") {
    World world("[opportunity job]\ntitle = Ward Lead\ndeadline = today+1\n");
    const RecordId job = world.find(Kind::opportunity, "Ward Lead");
    Agenda agenda;
    agenda.update(world.insight, world.today);
    REQUIRE(agenda.items().size() == 1);
    world.edit([&](Draft& draft) {
        set_aside(
            draft, world.workspace, agenda.items()[0], "Ward Lead", world.today, world.today, world.random);
    });
    CHECK(about(world, AgendaKind::opportunity).empty());
    world.edit(
        [&](Draft& draft) { draft.set(job, opportunity::deadline, date_value(world.today + days{60})); });
    world.today += days{56};
    CHECK(about(world, AgendaKind::opportunity).size() == 1);
}

TEST_CASE("which stages are closed is the person's own list, and the agenda follows a change of it") {
    World world("[opportunity job]\ntitle = Ward Lead\nstage = signed\ndeadline = today+1\n");
    Agenda agenda;
    agenda.update(world.insight, world.today);
    REQUIRE(agenda.items().size() == 1);
    const std::vector<Stage> stages{{"lead", StageMark::lead}, {"signed", StageMark::won}};
    world.edit([&](Draft& draft) { set_stages(draft, world.workspace, stages); });
    agenda.update(world.insight, world.today);
    CHECK(agenda.items().empty());
}

TEST_CASE("news is to be told while it is news, to those who have not heard yet") {
    World world(R"(
[person ana]
given_name = Ana
[person ben]
given_name = Ben
[achievement triage]
title = Triage times down
on = today-5
to_tell = ana
to_tell = ben
)");
    CHECK(about(world, AgendaKind::tell_news) ==
        Lines{"late 2026-11-17 agenda.tell_news: agenda.title.tell_news(Ana, Ben, Triage times down) "
              "(fact.was_on(5). telling.noted) → step.share_news"});
    const RecordId triage = world.find(Kind::achievement, "Triage times down");
    world.edit([&](Draft& draft) { note_told(draft, triage, world.person("Ana")); });
    CHECK(about(world, AgendaKind::tell_news)[0].contains("agenda.title.tell_news(Ben, "));
    Agenda agenda;
    agenda.update(world.insight, world.today);
    world.edit([&](Draft& draft) {
        mark_done(draft, world.workspace, agenda.items()[0], "Tell Ben", world.today, world.random);
    });
    CHECK(about(world, AgendaKind::tell_news).empty());
    CHECK(world.workspace.elements(triage, achievement::told).size() == 2);
    world.edit([&](Draft& draft) {
        draft.set(triage, achievement::on, date_value(world.today - days{90}));
        draft.add(triage, achievement::to_tell, world.person("Ana"));
        draft.remove(triage, achievement::told, element_of(world.person("Ana")));
    });
    CHECK(about(world, AgendaKind::tell_news).empty());  // old news stays on the page of its goal
}

TEST_CASE("something hard asks whom to turn to, to talk to them, and later how it is") {
    World world("[person amina]\ngiven_name = Amina\n[challenge nights]\ntitle = Nights\nfrom = today-3\n");
    const RecordId nights = world.find(Kind::challenge, "Nights");
    CHECK(about(world, AgendaKind::challenge) ==
        Lines{"late 2026-11-19 agenda.challenge: agenda.title.challenge_whom(Nights) (fact.hard(3)) → "
              "step.open_it"});
    const RecordId amina = world.person("Amina");
    world.edit([&](Draft& draft) { draft.add(nights, challenge::people, amina); });
    CHECK(about(world, AgendaKind::challenge)[0].contains("agenda.title.challenge_talk(Amina, Nights)"));
    world.interaction(world.today, {amina});
    CHECK(about(world, AgendaKind::challenge).empty());
    world.today += days{31};
    CHECK(about(world, AgendaKind::challenge) ==
        Lines{"late 2026-12-20 agenda.challenge: agenda.title.challenge_now(Nights) (fact.hard(34). "
              "fact.spoke(31, Amina)) → step.open_it"});
    Agenda agenda;
    agenda.update(world.insight, world.today);
    const auto items = agenda.items();
    const auto item = std::ranges::find(items, AgendaKind::challenge, &AgendaItem::kind);
    REQUIRE(item != items.end());
    world.edit(
        [&](Draft& draft) { mark_done(draft, world.workspace, *item, "Nights", world.today, world.random); });
    CHECK(about(world, AgendaKind::challenge).empty());
    world.edit([&](Draft& draft) { draft.set(nights, challenge::to, date_value(world.today)); });
    world.today += days{60};
    CHECK(about(world, AgendaKind::challenge).empty());
}

TEST_CASE("a project that is over asks what came of it") {
    World world("[project pilot]\nname = Night pilot\nto = today-4\n");
    CHECK(about(world, AgendaKind::review_project) ==
        Lines{"late 2026-11-18 agenda.review_project: agenda.title.review_event(Night pilot) "
              "(fact.ended(4). fact.no_outcome_noted) → step.open_it"});
    const RecordId pilot = world.find(Kind::project, "Night pilot");
    world.edit([&](Draft& draft) { draft.set_text(pilot, project::outcome, "Fewer sick days"); });
    CHECK(about(world, AgendaKind::review_project).empty());
}

TEST_CASE("a membership of one's own asks whether to go on, and afterwards what it brought") {
    World world(R"(
[person me]
self = yes
given_name = Selin
[person ana]
given_name = Ana
[organisation college]
name = College
[affiliation mine]
person = me
organisation = college
to = today+5
[affiliation hers]
person = ana
organisation = college
to = today+5
)");
    CHECK(about(world, AgendaKind::membership) ==
        Lines{"soon 2026-11-25 agenda.membership: agenda.title.membership_ends(College) (fact.ends(5). "
              "fact.brought_nothing_noted) → step.open_it"});
    world.today += days{7};
    CHECK(about(world, AgendaKind::membership)[0].contains(
        "agenda.title.membership_over(College) (fact.ended(2)"));
    const auto roles = affiliations_of(world.workspace, self(world.workspace));
    REQUIRE(roles.size() == 1);
    world.edit([&](Draft& draft) { draft.set_text(roles[0], affiliation::brought, "A talk"); });
    CHECK(about(world, AgendaKind::membership).empty());
}
