#include "network/coverage.h"

#include <map>

#include "small_network.h"

using namespace kith;
using namespace kith::testing;

namespace {

struct Asking : SmallNetwork {
    Strangers strangers;

    Coverage coverage() {
        const GraphSnapshot snapshot = graph();
        strangers.update(workspace);
        return coverage_of(contacts, snapshot, strangers);
    }
    std::vector<Question> questions(std::size_t count = 10) {
        const GraphSnapshot snapshot = graph();
        strangers.update(workspace);
        return next_questions(workspace, contacts, snapshot, strangers, count);
    }
    /// "Do Ana and Ben know each other? Both in Firm since 2019"
    std::vector<std::string> asked(std::size_t count = 10) {
        std::vector<std::string> words;
        for (const Question& question : questions(count))
            words.push_back(by_key(text_of(workspace, question)) + " " + by_key(question.reasons));
        return words;
    }
    void know(const std::string& name, std::string_view circle = "50") { set(name, person::circle, circle); }
};

}  // namespace

TEST_CASE("coverage counts the pairs that are known, answered and possible") {
    Asking net;
    for (const char* name : {"Ana", "Ben", "Cem", "Dora"})
        net.know(name);
    net.set("Karin", person::circle, "beyond");  // no contact
    net.knows("Ana", "Ben");
    net.knows("Ana", "Karin");
    CHECK(net.coverage() ==
        Coverage{.contacts = 4, .known_pairs = 1, .stranger_pairs = 0, .possible_pairs = 6});
    net.commit(answer_no(net.workspace, {.a = net.who("Cem"), .b = net.who("Dora")}, net.today));
    CHECK(net.coverage().stranger_pairs == 1);
    CHECK(net.coverage().answered_share() == doctest::Approx(2.0 / 6));
    CHECK(by_key(coverage_fact(net.coverage())) == "coverage.known(1, 6)");
}

TEST_CASE("a measure of what is not known shows no number") {
    const Coverage none{.contacts = 20, .known_pairs = 0, .possible_pairs = 190};
    const Coverage few{.contacts = 20, .known_pairs = 9, .possible_pairs = 190};
    const Coverage some{.contacts = 20, .known_pairs = 31, .possible_pairs = 190};
    const Coverage all{.contacts = 5, .known_pairs = 4, .stranger_pairs = 4, .possible_pairs = 10};
    CHECK(meaning_of(Measure::constraint, none) == Meaning::nothing);
    CHECK(meaning_of(Measure::degree, none) == Meaning::rough);
    CHECK(meaning_of(Measure::communities, few) == Meaning::nothing);
    CHECK(meaning_of(Measure::betweenness, some) == Meaning::rough);
    CHECK(meaning_of(Measure::constraint, all) == Meaning::sound);
    CHECK(by_key(*caveat_of(Measure::constraint, none)) == "coverage.nothing");
    CHECK(by_key(*caveat_of(Measure::constraint, some)) == "coverage.rough");
    CHECK_FALSE(caveat_of(Measure::constraint, all));
    CHECK(meaning_of(Measure::constraint, Coverage{}) == Meaning::nothing);
}

TEST_CASE("it is asked about people who have something in common") {
    Asking net;
    net.know("Ana", "15");
    net.know("Ben", "15");
    net.know("Cem", "150");
    net.know("Dora", "150");
    net.works("Ana", "Firm", on(2019, 1, 1));
    net.works("Ben", "Firm", on(2018, 1, 1));
    net.set("Cem", person::family_name, "Öztürk");
    net.set("Dora", person::family_name, "Ozturk");
    CHECK(net.asked() ==
        std::vector<std::string>{
            "coverage.know_each_other(Ana, Ben) route.both_in_since(Firm, 2019). coverage.separate",
            "coverage.know_each_other(Cem Öztürk, Dora Ozturk) coverage.same_family_name(Öztürk). "
            "coverage.separate"});
    CHECK(net.asked(1).size() == 1);
}

TEST_CASE("what was answered is not asked again, and can be undone") {
    Asking net;
    net.know("Ana");
    net.know("Ben");
    net.know("Cem");
    for (const char* name : {"Ana", "Ben", "Cem"})
        net.works(name, "Firm");
    REQUIRE(net.questions().size() == 3);
    const Question first = net.questions()[0];
    net.commit(answer_yes(net.workspace, first, net.random));
    CHECK(net.questions().size() == 2);
    CHECK(net.coverage().known_pairs == 1);
    net.commit(answer_no(net.workspace, net.questions()[0], net.today));
    CHECK(net.questions().size() == 1);
    CHECK(net.strangers.size() == 1);
    REQUIRE(net.workspace.undo(net.now()));
    CHECK(net.questions().size() == 2);
    REQUIRE(net.workspace.undo(net.now()));
    CHECK(net.questions().size() == 3);
}

TEST_CASE("nobody is in more than two questions, and strangers to the user in none") {
    Asking net;
    for (const char* name : {"Ana", "Ben", "Cem", "Dora", "Eva"}) {
        net.know(name);
        net.works(name, "Firm");
    }
    net.works("Karin", "Firm");
    std::map<RecordId, int> times;
    for (const Question& question : net.questions()) {
        CHECK(++times[question.a] <= 2);
        CHECK(++times[question.b] <= 2);
    }
    CHECK_FALSE(times.contains(net.who("Karin")));
    CHECK(times.size() >= 4);
}
