#include "planning/goals/role_help.h"

#include "../finders.h"
#include "planning/goals/coverage.h"

using namespace kith;
using namespace kith::testing;

namespace {

struct Known {
    std::string_view name;
    std::string_view title;
    std::string_view organisation;
};

/// A goal and who is known, as names, titles and employers: what people have on the first day.
struct Network {
    World world;
    RecordId goal;

    Network(
        std::string_view role, std::vector<std::string_view> targets, Known me, std::vector<Known> people) {
        world.edit([&](Draft& draft) {
            const RecordId self = add(draft, me);
            draft.set(self, person::self, Value::boolean(true));
            for (const Known& one : people)
                add(draft, one);
            goal = draft.create(Kind::goal, world.random);
            draft.set_text(goal, goal::wish, "Next");
            draft.set_text(goal, goal::target_role, role);
            for (const std::string_view target : targets)
                draft.add(goal, goal::organisations, organisation(draft, target));
        });
    }

    GoalCoverage cover() {
        return cover_goal(
            world.workspace, world.insight.contacts(), world.insight.roles(), goal, world.today, {}, {}, 100);
    }
    /// "Ina, Jo"
    std::string list(RoleHelp help) {
        std::string text;
        for (const RoleHelper& one : cover().by_role[help])
            text += (text.empty() ? "" : ", ") + person_name(world.workspace, one.person);
        return text;
    }
    std::string why(RoleHelp help, std::string_view name) {
        for (const RoleHelper& one : cover().by_role[help]) {
            if (one.person == world.person(name)) return by_key(one.proof.reasons);
        }
        return {};
    }

private:
    std::vector<std::pair<std::string, RecordId>> organisations_;

    RecordId organisation(Draft& draft, std::string_view name) {
        for (const auto& [known, record] : organisations_) {
            if (known == name) return record;
        }
        const RecordId made = draft.create(Kind::organisation, world.random);
        draft.set_text(made, organisation::name, name);
        organisations_.emplace_back(name, made);
        return made;
    }
    RecordId add(Draft& draft, const Known& one) {
        const RecordId person = draft.create(Kind::person, world.random);
        draft.set_text(person, person::given_name, one.name);
        const RecordId position = draft.create(Kind::affiliation, world.random);
        draft.set(position, affiliation::person, Value::reference(person));
        draft.set(
            position, affiliation::organisation, Value::reference(organisation(draft, one.organisation)));
        draft.set_text(position, affiliation::role, one.title);
        return person;
    }
};

Network product() {
    return {"Product Manager", {"Tarnwell", "Oxley Health"}, {"Me", "Customer Success Manager", "Brightdesk"},
        {{"Ada", "Head of Product", "Tarnwell GmbH"}, {"Bo", "VP Product", "Oxley Health"},
            {"Cem", "Customer Success Manager", "Tarnwell"},
            {"Dov", "Senior Product Manager", "Oxley Health"}, {"Eve", "Produktmanagerin", "Werkmann"},
            {"Fay", "Product Manager | former Customer Success Manager", "Finch"},
            {"Gus", "Project Manager", "Tarnwell"}, {"Hal", "Production Manager", "Steelco"},
            {"Ida", "Adviser, Loop; VP Product, Quern", "Quern"},
            {"Jo", "Recruiter - Product & Design", "Hireloft"}, {"Kit", "Technical Recruiter", "Tarnwell"},
            {"Lou", "Assistant to the Head of Product", "Tarnwell"}, {"Max", "Product Designer", "Dray"},
            {"Nia", "Managing Director", "Dray"}}};
}

}  // namespace

TEST_CASE("who decides at a target is told by title, the nearest above first, and certain only when marked") {
    Network network = product();
    CHECK(network.list(RoleHelp::decides) == "Ada, Bo");
    CHECK(network.why(RoleHelp::decides, "Ada") ==
        "role_help.decides. fact.is_in_role(Head of Product, Tarnwell GmbH)");
    CHECK_FALSE(network.cover().by_role[RoleHelp::decides].front().proof.certain);
    network.world.edit([&](Draft& draft) {
        draft.add(network.world.person("Bo"), person::decides, person::decides::hiring);
    });
    CHECK(network.list(RoleHelp::decides) == "Bo, Ada");
    CHECK(network.cover().by_role[RoleHelp::decides].front().proof.certain);
    CHECK(network.why(RoleHelp::decides, "Bo") ==
        "fact.decides_hiring. fact.is_in_role(VP Product, Oxley Health)");
}

TEST_CASE("mentors are ahead on the same way or there already, and a shared word makes nobody one") {
    Network network = product();
    const std::string mentors = network.list(RoleHelp::mentors);
    for (const std::string_view not_one : {"Cem", "Gus", "Hal", "Max", "Lou", "Kit", "Nia"})
        CHECK_MESSAGE(!mentors.contains(not_one), std::string(not_one));
    for (const std::string_view one : {"Ada", "Bo", "Dov", "Eve", "Fay", "Ida"})
        CHECK_MESSAGE(mentors.contains(one), std::string(one));
    CHECK(network.why(RoleHelp::mentors, "Fay").starts_with("role_help.same_way. role_help.holds"));
    CHECK(mentors.find("Dov") < mentors.find("Ida"));  // near, before far above
}

TEST_CASE("peers hold the role in whatever language, and somebody's assistant does not hold theirs") {
    Network network = product();
    CHECK(network.list(RoleHelp::peers).contains("Eve"));
    CHECK(network.list(RoleHelp::peers).contains("Fay"));
    CHECK_FALSE(network.list(RoleHelp::peers).contains("Ada"));
    CHECK_FALSE(network.list(RoleHelp::peers).contains("Hal"));
    CHECK_FALSE(network.list(RoleHelp::decides).contains("Lou"));
    CHECK(network.list(RoleHelp::insiders).contains("Lou"));
}

TEST_CASE("recruiters recruit for the field, or for anybody at a target") {
    Network network = product();
    CHECK(network.list(RoleHelp::recruiters) == "Kit, Jo");
    CHECK(network.why(RoleHelp::recruiters, "Kit").starts_with("role_help.recruits_there"));
    Network law("Legal Counsel", {"Tarnwell"}, {"Me", "Paralegal", "Marsh LLP"},
        {{"Ann", "Legal Recruiter", "Lexfind"}, {"Ben", "Legal Secretary Recruitment", "Lexfind"},
            {"Cai", "IT Recruiter", "Bytefind"}, {"Dee", "Recruiter", "Elsewhere"}});
    CHECK(law.list(RoleHelp::recruiters) == "Ann");
}

TEST_CASE("nurses in Spanish: the supervisor is a peer, the director decides, the site supervisor is none") {
    Network network("Supervisora de enfermería", {"Hospital San Telmo"},
        {"Me", "Enfermera", "Clínica del Mar"},
        {{"Ana", "Directora de Enfermería", "Hospital San Telmo"},
            {"Blas", "Supervisor de obra", "Hospital San Telmo"},
            {"Cruz", "Supervisora de enfermería", "Hospital Los Robles"},
            {"Dalia", "Ward Manager", "St Giles Hospital"}, {"Eloy", "Supervisor de ventas", "Farma Sur"},
            {"Fina", "Responsable de selección", "Hospital San Telmo"}});
    CHECK(network.list(RoleHelp::decides) == "Ana");
    CHECK(network.list(RoleHelp::peers).contains("Cruz"));
    CHECK(network.list(RoleHelp::peers).contains("Dalia"));
    CHECK_FALSE(network.list(RoleHelp::mentors).contains("Blas"));
    CHECK_FALSE(network.list(RoleHelp::mentors).contains("Eloy"));
    CHECK(network.list(RoleHelp::recruiters) == "Fina");
}

TEST_CASE("developers in German: who leads the field decides, leads of other fields don't help") {
    Network network("Teamleiter Softwareentwicklung", {"Auerbach Systeme GmbH"},
        {"Me", "Softwareentwickler", "Kappel AG"},
        {{"Ute", "Leiter Softwareentwicklung", "Auerbach Systeme"}, {"Ben", "CTO", "Auerbach Systeme GmbH"},
            {"Cleo", "Teamleiter Buchhaltung", "Auerbach Systeme GmbH"},
            {"Dirk", "Teamleiterin Softwareentwicklung", "Nordpunkt"},
            {"Elif", "Geschäftsführerin", "Auerbach Systeme"}, {"Finn", "Teamleiter Vertrieb", "Kappel AG"},
            {"Gerd", "IT-Recruiter", "Findus"}});
    CHECK(network.list(RoleHelp::decides) == "Ute, Ben, Elif");
    CHECK(network.list(RoleHelp::peers) == "Dirk");
    CHECK(network.list(RoleHelp::recruiters) == "Gerd");
    CHECK_FALSE(network.list(RoleHelp::mentors).contains("Cleo"));
    CHECK_FALSE(network.list(RoleHelp::mentors).contains("Finn"));
}

TEST_CASE("teachers in French, lawyers and trades: the same, by what titles mean") {
    Network school("Principale de collège", {"Collège Jean Giono"},
        {"Me", "Professeur", "Collège Les Tilleuls"},
        {{"Ali", "Principal de collège", "Collège Les Tilleuls"}, {"Bea", "Principal Engineer", "Orbitel"},
            {"Cam", "Proviseur", "Lycée Ampère"}, {"Dan", "Headteacher", "Oak School"}});
    CHECK(school.list(RoleHelp::peers).contains("Ali"));
    CHECK(school.list(RoleHelp::peers).contains("Dan"));
    CHECK_FALSE(school.list(RoleHelp::mentors).contains("Bea"));
    Network partner("Partner", {"Brock & Vale LLP"}, {"Me", "Senior Associate", "Dunmore Solicitors"},
        {{"Ann", "Managing Partner", "Brock & Vale LLP"}, {"Bob", "Channel Partner Manager", "Cloudix"},
            {"Cy", "HR Business Partner", "Brock & Vale LLP"}, {"Di", "Talent Partner", "Cloudix"}});
    CHECK(partner.list(RoleHelp::decides) == "Ann");
    CHECK_FALSE(partner.list(RoleHelp::peers).contains("Bob"));
    CHECK_FALSE(partner.list(RoleHelp::peers).contains("Cy"));
    Network trade("Elektriker", {"Blitz Elektrotechnik GmbH"}, {"Me", "Azubi Elektroniker", "Huber"},
        {{"Abe", "Electrician", "Sparks Ltd"}, {"Bäcker", "Bäcker", "Backhaus Voss"},
            {"Cora", "Électricienne", "Lumière"}, {"Dom", "Klempner", "Rohr & Co"}});
    CHECK(trade.list(RoleHelp::peers).contains("Abe"));
    CHECK(trade.list(RoleHelp::peers).contains("Cora"));
    CHECK_FALSE(trade.list(RoleHelp::peers).contains("Bäcker"));
    CHECK_FALSE(trade.list(RoleHelp::peers).contains("Dom"));
}

TEST_CASE("a wish that no table knows is compared by all of its words, not by any") {
    Network network("Quaggle Whisperer", {"Tarnwell"}, {"Me", "Clerk", "Huber"},
        {{"Abe", "Quaggle Whisperer", "Elsewhere"}, {"Bo", "Horse Whisperer", "Elsewhere"}});
    CHECK(network.list(RoleHelp::peers) == "Abe");
}

TEST_CASE("for each need the proved stand first, and whoever only shares a word stays below them") {
    Network network = product();
    const NeedCoverage mentors = network.cover().of(NeedKind::mentorship);
    REQUIRE(mentors.proved > 0);
    CHECK(mentors.helpers.size() == mentors.givers + mentors.candidates);
    CHECK(mentors.proved_helpers().size() == mentors.proved);
    for (const Helper& helper : mentors.proved_helpers())
        CHECK(helper.proved);
    const auto others = std::span(mentors.helpers).subspan(mentors.proved);
    REQUIRE(others.size() > 0);
    for (const Helper& helper : others) {
        CHECK_FALSE(helper.proved);
        CHECK(helper.fit == 0);
        CHECK_FALSE(helper.evidence.empty());
    }
}

TEST_CASE("where somebody may decide by title, the gap asks, and a mark closes it") {
    Network network = product();
    const auto gap = [&](std::string_view key) {
        return std::ranges::any_of(
            network.cover().gaps, [&](const GoalGap& one) { return one.sentence.key == key; });
    };
    CHECK(gap("gap.may_decide"));
    CHECK_FALSE(gap("gap.nobody_decides"));
    CHECK(carry_out(network.world, mark_as_deciding(network.world.person("Ada"), "Ada")) ==
        "role_help.marked(Ada)");
    CHECK_FALSE(gap("gap.may_decide"));
}
