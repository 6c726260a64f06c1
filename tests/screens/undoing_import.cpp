// An import that is undone from the history, after people were merged and edited.
#include <algorithm>
#include <string>

#include "exchange/people/joining.h"
#include "kith.h"

using namespace kith;
using namespace kith::ui;

namespace {

struct AfterImport : Kith {
    AfterImport() {
        ana = make_person("Ana", "Núñez");
        Draft draft(
            {"import.done", {"contacts.vcf", 3, ArgumentView::kept("test")}}, TransactionKind::import);
        for (const std::string_view name : {"Ben", "Chidi", "Dora"}) {
            const RecordId person = draft.create(Kind::person, random);
            draft.set_text(person, person::given_name, name);
            draft.set_text(person, person::headline, "Nurse");
            people.push_back(person);
        }
        commit(std::move(draft));
    }
    void commit(Draft draft) {
        screen.host().clock += std::chrono::seconds(1);
        REQUIRE(workspace.commit(std::move(draft), screen.host().clock));
    }
    void write(RecordId person, std::string_view text) {
        Draft draft({"change.edit", {"Person"}});
        draft.set_text(person, person::notes, text);
        commit(std::move(draft));
    }
    void open_import() {
        open("history");
        screen.get(Role::row, say("import.done", "contacts.vcf", 3)).click();
        screen.settle();
    }
    void undo() {
        screen.get(Role::button, say("history.undo")).click();
        screen.settle();
    }

    RecordId ana;
    std::vector<RecordId> people;
};

}  // namespace

TEST_CASE_FIXTURE(AfterImport, "an import alone is undone as ever") {
    open_import();
    CHECK_FALSE(screen.shows(say("history.goes_too")));
    undo();
    CHECK(workspace.count(Kind::person) == 1);
    CHECK(screen.has(Role::gridcell, say("history.undone")));
    CHECK(screen.shows(say("toast.undone", say("import.done", "contacts.vcf", 3))));
}

TEST_CASE_FIXTURE(AfterImport, "what goes back with an import is said, done in one step, and undone in one") {
    commit(join_records(workspace, {ana, people[0]}, random));
    commit(join_records(workspace, {ana, people[1]}, random));
    write(people[2], "Plays the cello");
    const auto before = workspace.revision();
    open_import();
    CHECK(screen.shows(say("history.goes_too")));
    CHECK(screen.shows(say("history.goes_merges", 2)));
    CHECK(screen.shows(say("history.goes_edited")));
    CHECK(screen.shows("1 person: Dora"));
    undo();
    CHECK(workspace.revision() == before + 1);
    CHECK(workspace.count(Kind::person) == 1);
    CHECK(workspace.text(ana, person::headline).empty());
    CHECK(screen.has(Role::row, say("change.undo_import", "contacts.vcf")));
    CHECK(screen.shows(say("toast.undone", say("import.done", "contacts.vcf", 3))));

    screen.get(Role::button, say("toast.undo")).click();
    CHECK(workspace.count(Kind::person) == 2);
    CHECK(workspace.text(ana, person::headline) == "Nurse");
    CHECK(workspace.text(people[2], person::notes) == "Plays the cello");
}

TEST_CASE_FIXTURE(AfterImport, "the way to undo stands above the list of changes") {
    write(people[0], "Plays the cello");
    open_import();
    const auto place_of = [&](Role role, std::string_view name) {
        const auto nodes = screen.tree().nodes();
        return std::ranges::find_if(nodes, [&](const Node& node) {
            return node.role == role && node.name == name;
        }) - nodes.begin();
    };
    CHECK(screen.has(Role::list, say("history.changes")));
    CHECK(place_of(Role::button, say("history.undo")) < place_of(Role::list, say("history.changes")));
}

TEST_CASE_FIXTURE(AfterImport, "what is said is of now, whatever comes while it is read") {
    open_import();
    CHECK_FALSE(screen.shows(say("history.goes_merges", 1)));
    commit(join_records(workspace, {ana, people[0]}, random));
    screen.settle();
    CHECK(screen.shows(say("history.goes_merges", 1)));
    undo();
    CHECK(workspace.count(Kind::person) == 1);
}
