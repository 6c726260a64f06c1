#include "insight/insight.h"

#include "../network/graph_in_words.h"
#include "../planning/random_life.h"
#include "base/text.h"

using namespace kith;
using namespace kith::testing;

namespace {

/// Somebody knows somebody, or is said not to: what the contact graph and the strangers are read from.
Draft random_tie(World& world, Random& random) {
    Draft draft({"test.edit", {}});
    const auto people = world.workspace.all(Kind::person);
    const auto ties = world.workspace.all(Kind::tie);
    if (people.size() < 2) return draft;
    const RecordId a = people[random.below(people.size())], b = people[random.below(people.size())];
    switch (random.below(4)) {
        case 0:
            if (!ties.empty()) draft.trash(ties[random.below(ties.size())]);
            break;
        case 1: return answer_no(world.workspace, {.a = a, .b = b, .reasons = {}}, world.today);
        default: {
            const RecordId tie = draft.create(Kind::tie, random);
            draft.set(tie, tie::a, Value::reference(a));
            draft.set(tie, tie::b, Value::reference(b));
        }
    }
    return draft;
}

/// What people do: positions with titles, their ends and organisations, headlines, trash and back.
Draft random_work(World& world, Random& random) {
    Draft draft({"test.edit", {}});
    const Workspace& workspace = world.workspace;
    const auto some = [&](Kind kind) {
        const auto all = workspace.all(kind);
        return all.empty() ? RecordId{} : all[random.below(all.size())];
    };
    const auto title = [&] {
        constexpr std::string_view titles[] = {"Nurse", "Partner", "Associate", "Ex-teacher | Trainer",
            "Adviser, Ostrava & Kin; Leiterin Vertrieb", "Électricienne", ""};
        return titles[random.below(std::size(titles))];
    };
    const auto to_and_fro = [&](RecordId record) {
        if (!record) return;
        workspace.live(record) ? draft.trash(record) : draft.restore(record);
    };
    const RecordId person = some(Kind::person), position = some(Kind::affiliation),
                   organisation = some(Kind::organisation);
    switch (random.below(8)) {
        case 0:
            if (workspace.live(person)) draft.set_text(person, person::headline, title());
            break;
        case 1:
            if (!workspace.live(organisation)) break;
            draft.set_text(organisation, organisation::name, random.below(2) == 0 ? "Marsh LLP" : "Kin");
            break;
        case 2: to_and_fro(person); break;
        case 3: to_and_fro(position); break;
        case 4: to_and_fro(organisation); break;
        case 5:
            if (workspace.live(position) && workspace.live(person))
                draft.set(position, affiliation::person, Value::reference(person));
            break;
        default:
            if (!workspace.live(position)) break;
            draft.set_text(position, affiliation::role, title());
            draft.set(position, affiliation::past, Value::boolean(random.below(3) == 0));
    }
    return draft;
}

void random_edit(World& world, Random& random) {
    switch (random.below(10)) {
        case 0: (void)world.workspace.undo(world.now()); break;
        case 1: (void)world.workspace.redo(world.now()); break;
        case 2: (void)world.workspace.commit(random_tie(world, random), world.now()); break;
        case 3:
        case 4: (void)world.workspace.commit(random_work(world, random), world.now()); break;
        default: (void)world.workspace.commit(random_life(world, random), world.now());
    }
}

std::vector<std::string> called(Insight& insight, std::string_view word) {
    const std::string folded = fold(word);
    const std::string_view words[] = {folded};
    std::vector<std::string> found;
    for (const NameMatch& match : insight.names().find(words, insight.contacts()))
        found.push_back(to_string(match.person) + std::to_string(static_cast<int>(match.fit)));
    return found;
}

void require_same(Insight& kept, Insight& anew) {
    const Workspace& workspace = kept.workspace();
    for (const RecordId person : workspace.all(Kind::person)) {
        REQUIRE(std::ranges::equal(kept.contacts().of(person), anew.contacts().of(person)));
        REQUIRE(std::ranges::equal(kept.roles().of(person), anew.roles().of(person)));
    }
    REQUIRE(in_words(kept.graph()) == in_words(anew.graph()));
    REQUIRE(kept.strangers().pairs() == anew.strangers().pairs());
    for (int i = 0; i < 100; ++i) {
        const std::string name = "P" + std::to_string(i);
        REQUIRE(called(kept, name) == called(anew, name));
    }
    for (const std::string_view query : {"P1", "P7", "O3", "do", "hard"}) {
        for (const Kind kind : {Kind::person, Kind::organisation, Kind::action})
            REQUIRE(kept.search().filter(query, kind) == anew.search().filter(query, kind));
    }
}

}  // namespace

TEST_CASE("what is kept up to date is what would be read anew, whatever was edited, undone or redone") {
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        World world;
        Random random(seed);
        for (int i = 0; i < 250; ++i) {
            random_edit(world, random);
            // Each part is asked now and then, so that what it has to take in is more or less, and some of it
            // is taken in a slice at a time.
            switch (random.below(14)) {
                case 0: (void)world.insight.contacts(); break;
                case 1: (void)world.insight.names(); break;
                case 2: (void)world.insight.read_graph([] { return true; }); break;
                case 3: (void)world.insight.read_search([] { return true; }); break;
                case 4: (void)world.insight.strangers(); break;
                case 5: {
                    Slices reading = world.insight.read_contacts();
                    reading.step([] { return true; });
                    random_edit(world, random);
                    if (random.below(2) == 0) (void)world.insight.contacts();
                    reading.finish();
                    break;
                }
                case 6: (void)world.insight.roles(); break;
                case 7: {
                    Slices reading = world.insight.read_roles();
                    reading.step([] { return true; });
                    random_edit(world, random);
                    if (random.below(2) == 0) (void)world.insight.roles();
                    reading.finish();
                    break;
                }
                default: break;
            }
            if (i % 10 != 9) continue;
            Insight anew(world.workspace);
            require_same(world.insight, anew);
        }
        CHECK(world.workspace.count(Kind::interaction) > 0);
        CHECK(world.insight.graph().edges().size() > 0);
        CHECK(world.insight.roles().revision() > 10);
    }
}

TEST_CASE("what is handed out stays the same object, and is as of when it was asked for") {
    World world("[person ana]\ngiven_name = Ana\n");
    const RecordId ana = world.person("Ana");
    const ContactBook& contacts = world.insight.contacts();
    const ContactGraph& graph = world.insight.graph();
    const std::uint64_t revision = graph.revision();
    CHECK(contacts.of(ana).empty());
    world.interaction(world.today, {ana});
    CHECK(contacts.of(ana).empty());  // nobody asked again
    CHECK(graph.revision() == revision);
    CHECK(&world.insight.contacts() == &contacts);
    CHECK(contacts.of(ana).size() == 1);
    CHECK(&world.insight.graph() == &graph);
    CHECK(graph.revision() != revision);
    const std::uint64_t after = graph.revision();
    CHECK(&world.insight.graph() == &graph);
    CHECK(graph.revision() == after);  // nothing was touched since
}
