#include "planning/pursuits/pipeline.h"
#include "planning/pursuits/board.h"

#include "../finders.h"
#include "planning/pursuits/yields.h"

using namespace kith;
using namespace kith::testing;

namespace {

constexpr std::string_view story = R"(
[organisation anna]
name = St. Anna Hospital
[organisation nurses]
name = Nurses' Association
kind = association
[event esc]
name = ESC Congress
organisation = nurses
from = today-200
[person ben]
given_name = Ben
met_at = esc
[person fatima]
given_name = Fatima
circle = 15
[person ingrid]
given_name = Ingrid
decides = hiring
[affiliation fatima]
person = fatima
organisation = anna
role = Nurse
[affiliation ingrid]
person = ingrid
organisation = anna
role = Head of Care
[favour intro]
direction = received
kind = introduction
person = ben
stage = told
[opportunity ward]
title = Ward Lead
kind = opening
advertised = heard_of
organisation = anna
stage = lead
deadline = today+30
[opportunity talk]
title = Talk on triage
kind = talk
stage = offer
)";

struct Board {
    World world{story};

    RecordId opportunity(std::string_view title) const { return world.find(Kind::opportunity, title); }
    OpportunityView look(std::string_view title) const {
        return look_at_opportunity(world.workspace, contacts_in(world), opportunity(title), world.today);
    }
    std::string next(std::string_view title) const {
        const auto view = look(title);
        return view.next ? by_key(view.next->what) : "nothing";
    }
    void move(std::string_view title, std::string_view stage) {
        world.edit([&](Draft& draft) {
            const auto stages = stages_of(world.workspace);
            const auto at = std::ranges::find(stages, stage, &Stage::name);
            REQUIRE(at != stages.end());
            move_to_stage(draft, world.workspace, opportunity(title), *at, world.today, world.random);
        });
    }
    void set(std::string_view title, FieldId field, Value value) {
        world.edit([&](Draft& draft) { draft.set(opportunity(title), field, value); });
    }
};

}  // namespace

TEST_CASE("opportunities stand on a board of stages, one's own if one changed them") {
    Board board;
    auto columns = opportunity_board(board.world.workspace);
    REQUIRE(columns.size() == 8);
    CHECK(columns[0].stage.name == "lead");
    CHECK(columns[0].opportunities.size() == 1);
    CHECK(columns[4].opportunities.size() == 1);
    const std::vector<Stage> own = {
        {"lead", StageMark::lead}, {"trial day", StageMark::talks}, {"signed", StageMark::won}};
    board.world.edit([&](Draft& draft) { set_stages(draft, board.world.workspace, own); });
    columns = opportunity_board(board.world.workspace);
    REQUIRE(columns.size() == 4);  // "offer" is still in use
    CHECK(columns[1].stage == own[1]);
    CHECK(columns[3].stage.name == "offer");
    board.move("Ward Lead", "trial day");
    CHECK(mark_of(board.world.workspace, board.opportunity("Ward Lead")) == StageMark::talks);
    CHECK(board.look("Ward Lead").in_stage_since == board.world.today);
}

TEST_CASE("stages are found by what they mean, whatever they are called") {
    World world;
    using Names = std::vector<std::string>;
    CHECK(stages_marked(world.workspace, StageMark::applied) == Names{"applied"});
    CHECK(stages_marked(world.workspace, StageMark::lost) == Names{"declined", "withdrawn"});
    const std::array own{Stage{"idea", StageMark::lead}, Stage{"hunch", StageMark::lead}};
    world.edit([&](Draft& draft) { set_stages(draft, world.workspace, own); });
    CHECK(stages_marked(world.workspace, StageMark::lead) == Names{"idea", "hunch"});
    CHECK(stages_marked(world.workspace, StageMark::applied) == Names{"applied"});  // Kith's
}

TEST_CASE("an opportunity says who is missing, and who of one's contacts it could be") {
    Board board;
    const OpportunityView view = board.look("Ward Lead");
    std::vector<std::string> missing;
    for (const MissingRole& one : view.missing)
        missing.push_back(by_key(Message{key_of(one.role), {}}) + ": " + by_key(one.sentence) + " [" +
            names(board.world, one.candidates) + "]");
    CHECK(missing ==
        std::vector<std::string>{"opportunity.role.source: opportunity.missing.source []",
            "opportunity.role.insider: opportunity.missing.insider(St. Anna Hospital) [Ingrid, Fatima]",
            "opportunity.role.referrer: opportunity.missing.referrer(St. Anna Hospital) [Ingrid, Fatima]",
            "opportunity.role.decision_maker: opportunity.missing.decision_maker(St. Anna Hospital) "
            "[Ingrid]"});
    // Nobody refers one to a talk.
    const OpportunityView talk = board.look("Talk on triage");
    CHECK(std::ranges::none_of(
        talk.missing, [](const MissingRole& one) { return one.role == OpportunityRole::referrer; }));
}

TEST_CASE("what is done together lacks its partners, who may be those one works with already") {
    Board board;
    World& world = board.world;
    const RecordId ward = board.opportunity("Ward Lead");
    const auto lacks = [&] {
        const OpportunityView view = board.look("Ward Lead");
        const auto at = std::ranges::find(view.missing, OpportunityRole::partner, &MissingRole::role);
        return at != view.missing.end() ? names(world, at->candidates) : "nobody";
    };
    CHECK(lacks() == "nobody");
    world.edit([&](Draft& draft) {
        draft.set(ward, opportunity::kind, opportunity::kind::venture);
        for (int i = 0; i < 2; ++i) {
            const RecordId project = draft.create(Kind::project, world.random);
            draft.set_text(project, project::name, i == 0 ? "Falls" : "Rotas");
            draft.add(project, project::people, world.person("Fatima"));
            if (i == 0) draft.add(project, project::people, world.person("Ingrid"));
        }
    });
    CHECK(lacks() == "Fatima, Ingrid");
    world.edit([&](Draft& draft) { draft.add(ward, opportunity::partners, world.person("Ingrid")); });
    CHECK(lacks() == "nobody");
}

TEST_CASE("who gave a referral for it, or told of it, is not missing") {
    Board board;
    const auto help = [&](std::string_view kind, std::string_view who, std::string_view stage) {
        board.world.edit([&](Draft& draft) {
            const RecordId favour = draft.create(Kind::favour, board.world.random);
            draft.set(favour, favour::direction, favour::direction::received);
            draft.set_text(favour, favour::kind, kind);
            draft.set_text(favour, favour::stage, stage);
            draft.set(favour, favour::person, Value::reference(board.world.person(who)));
            draft.set(favour, favour::opportunity, Value::reference(board.opportunity("Ward Lead")));
        });
    };
    help("referral", "Fatima", "thanked");
    help("job_lead", "Ben", "asked");
    const auto lacks = [&](OpportunityRole role) {
        const OpportunityView view = board.look("Ward Lead");
        return std::ranges::contains(view.missing, role, &MissingRole::role);
    };
    CHECK_FALSE(lacks(OpportunityRole::referrer));
    CHECK(lacks(OpportunityRole::source));
}

TEST_CASE("the next step is always there, and follows what is known and how far it is") {
    Board board;
    CHECK(board.next("Ward Lead") == "opportunity.next.talk_to_insider(Ingrid, Ward Lead)");
    board.world.edit([&](Draft& draft) {
        draft.add(board.opportunity("Ward Lead"), opportunity::insiders, board.world.person("Fatima"));
    });
    CHECK(board.next("Ward Lead") == "opportunity.next.ask_referral(Fatima, Ward Lead)");
    board.world.edit([&](Draft& draft) {
        draft.add(board.opportunity("Ward Lead"), opportunity::insiders, board.world.person("Ingrid"));
    });
    board.set("Ward Lead", opportunity::deadline, date_value(board.world.today + days{3}));
    CHECK(board.next("Ward Lead") == "opportunity.next.apply(, Ward Lead)");
    board.move("Ward Lead", "applied");
    CHECK(board.world.workspace.date(board.opportunity("Ward Lead"), opportunity::applied_on).to_day() ==
        board.world.today);
    board.set("Ward Lead", opportunity::referrer, Value::reference(board.world.person("Fatima")));
    CHECK(board.next("Ward Lead") == "opportunity.next.reach_decider(Ingrid, Ward Lead)");
    board.set("Ward Lead", opportunity::decision_maker, Value::reference(board.world.person("Ingrid")));
    CHECK(board.next("Ward Lead") == "opportunity.next.ask_how_it_stands(Ingrid, Ward Lead)");
    board.move("Ward Lead", "interview");
    CHECK(board.next("Ward Lead") == "opportunity.next.after_talk(Ingrid, Ward Lead)");
    board.move("Ward Lead", "offer");
    CHECK(board.next("Ward Lead") == "opportunity.next.answer_offer(, Ward Lead)");
    board.move("Ward Lead", "accepted");
    CHECK(board.next("Ward Lead").starts_with("opportunity.next.tell_and_thank(Fatima"));
    board.world.interaction(board.world.today, {board.world.person("Fatima"), board.world.person("Ingrid")});
    CHECK(board.next("Ward Lead") == "opportunity.next.note_won(, Ward Lead)");
    board.set("Ward Lead", opportunity::outcome, Value::text("I lead a ward"));
    CHECK(board.next("Ward Lead") == "nothing");
}

TEST_CASE("a step or favour noted for it goes before what Kith would propose") {
    Board board;
    board.world.tell("[action call]\ntitle = Call Ingrid\ndue = today+2\n");
    board.world.edit([&](Draft& draft) {
        draft.set(board.world.find(Kind::action, "Call Ingrid"), action::opportunity,
            Value::reference(board.opportunity("Ward Lead")));
        const RecordId favour = draft.create(Kind::favour, board.world.random);
        draft.set(favour, favour::opportunity, Value::reference(board.opportunity("Talk on triage")));
        draft.set(favour, favour::person, Value::reference(board.world.person("Ben")));
        draft.set(favour, favour::stage, favour::stage::asked);
    });
    CHECK(board.next("Ward Lead") == "Call Ingrid");
    CHECK(board.next("Talk on triage") == "opportunity.next.favour_waits(Ben, Talk on triage)");
}

TEST_CASE("what led to what is counted for people, events, communities and efforts") {
    Board board;
    const Yields before = what_led_to_what(board.world.workspace);
    CHECK(before.all.leads == 2);
    CHECK(before.too_few());
    CHECK(by_key(too_few_fact(before)) == "yield.too_few(2)");
    board.world.edit([&](Draft& draft) {
        draft.add(
            board.opportunity("Ward Lead"), opportunity::came_of, board.world.workspace.all(Kind::favour)[0]);
        draft.set(
            board.opportunity("Ward Lead"), opportunity::source, Value::reference(board.world.person("Ben")));
    });
    board.move("Ward Lead", "interview");
    board.move("Ward Lead", "declined");
    const Yields yields = what_led_to_what(board.world.workspace);
    REQUIRE(yields.people.size() == 1);  // Ben told of it and introduced: he counts once
    CHECK(yields.people[0].source == board.world.person("Ben"));
    CHECK(by_key(yield_facts(yields.people[0])) == "yield.leads(1). yield.talks(1)");
    REQUIRE(yields.events.size() == 1);
    CHECK(yields.events[0].source == board.world.find(Kind::event, "ESC Congress"));
    REQUIRE(yields.organisations.size() == 1);
    std::vector<std::string> efforts;
    for (const Yield& yield : yields.efforts)
        efforts.emplace_back(yield.effort.key());
    CHECK(efforts == std::vector<std::string>{"heard_of", "introduction"});
    CHECK(by_key(yield_facts(yields.all)) == "yield.leads(2). yield.talks(2). yield.offers(1)");
}
