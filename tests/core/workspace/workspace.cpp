#include "workspace/workspace.h"

#include <doctest/doctest.h>

#include "random_edits.h"
#include "workspace/names.h"

using namespace kith;
using namespace kith::testing;

namespace {

struct Fixture {
    Workspace workspace{ReplicaId{7}};
    Random random{42};
    std::int64_t time = 0;

    Stamp commit(Draft draft) {
        const auto stamp = workspace.commit(std::move(draft), moment(++time));
        REQUIRE(stamp);
        return *stamp;
    }
    RecordId add_person(std::string_view given, std::string_view family) {
        Draft draft({"person.add", {}});
        const RecordId person = draft.create(Kind::person, random);
        draft.set_text(person, person::given_name, given);
        draft.set_text(person, person::family_name, family);
        commit(std::move(draft));
        return person;
    }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "a person can be added, named, changed and found") {
    const RecordId ana = add_person("Ana María", "Núñez");
    CHECK(workspace.live(ana));
    CHECK(workspace.count(Kind::person) == 1);
    CHECK(person_name(workspace, ana) == "Ana María Núñez");
    CHECK(initials(workspace, ana) == "AN");

    Draft draft({"person.edit", {}});
    draft.set_text(ana, person::family_name, "Sato");
    draft.set(ana, person::birthday, Value::date(*parse_iso_date("--05-12")));
    commit(std::move(draft));
    CHECK(workspace.text(ana, person::family_name) == "Sato");
    CHECK(to_iso(workspace.date(ana, person::birthday)) == "--05-12");
}

TEST_CASE_FIXTURE(Fixture, "a draft that does not fit the schema is refused whole, with the field named") {
    const RecordId ana = add_person("Ana", "Núñez");
    const auto refused = [&](auto fill) {
        Draft draft({"person.edit", {}});
        draft.set_text(ana, person::nickname, "Any");
        fill(draft);
        const auto result = workspace.commit(std::move(draft), moment(100));
        CHECK(workspace.text(ana, person::nickname).empty());
        return result ? std::string("taken")
                      : std::string(result.error().message.key) + " " + result.error().field;
    };
    CHECK(refused([&](Draft& d) { d.set_text(ana, person::circle, "7"); }) ==
        "workspace.no_such_choice circle");
    CHECK(refused([&](Draft& d) { d.set(ana, person::notes, Value::integer(3)); }) ==
        "workspace.wrong_type notes");
    CHECK(refused([&](Draft& d) { d.set_text(ana, person::notes, "\xff"); }) == "workspace.not_text notes");
    CHECK(refused([&](Draft& d) {
        d.set(ana, person::met_through, Value::reference(make_record_id(Kind::goal, 1)));
    }) == "workspace.wrong_reference met_through");
    CHECK(refused([&](Draft& d) { d.set_text(make_record_id(Kind::person, 5), person::notes, "x"); }) ==
        "workspace.record_gone notes");
    CHECK(refused([&](Draft& d) { d.set(ana, person::tags, Value::text("x")); }) ==
        "workspace.wrong_element tags");
}

TEST_CASE_FIXTURE(Fixture, "an edit that changes nothing leaves no transaction") {
    const RecordId ana = add_person("Ana", "Núñez");
    const auto before = workspace.revision();
    Draft draft({"person.edit", {}});
    draft.set_text(ana, person::given_name, "Ana");
    draft.clear(ana, person::notes);
    CHECK_FALSE(static_cast<bool>(commit(std::move(draft))));
    CHECK(workspace.revision() == before);
}

TEST_CASE_FIXTURE(Fixture, "rows keep the order they were added in, across edits") {
    const RecordId ana = add_person("Ana", "Núñez");
    Draft first({"person.edit", {}});
    first.add_row(ana, person::contact_points, {"email", "a@example.org"}, random);
    const ElementId second = first.add_row(ana, person::contact_points, {"email", "b@example.org"}, random);
    first.add_row(ana, person::contact_points, {"phone", "1"}, random);
    commit(std::move(first));
    Draft later({"person.edit", {}});
    later.add_row(ana, person::contact_points, {"phone", "2"}, random);
    later.set_row(ana, person::contact_points, second, {"email", "changed@example.org"});
    commit(std::move(later));
    std::string seen;
    for (const Element& row : workspace.elements(ana, person::contact_points))
        seen += std::string(row_part(row.value, 1)) + " ";
    CHECK(seen == "a@example.org changed@example.org 1 2 ");
}

TEST_CASE_FIXTURE(Fixture, "the trash hides a person from what points there and gives everything back") {
    const RecordId ana = add_person("Ana", "Núñez");
    const RecordId ben = add_person("Ben", "Okafor");
    Draft draft({"tie.add", {}});
    const RecordId tie = draft.create(Kind::tie, random);
    draft.set(tie, tie::a, Value::reference(ana));
    draft.set(tie, tie::b, Value::reference(ben));
    commit(std::move(draft));
    const Picture before = picture(workspace);
    Draft away({"person.delete", {"Ana Núñez"}});
    away.trash(ana);
    commit(std::move(away));
    CHECK(workspace.state(ana) == RecordState::trashed);
    CHECK(workspace.count(Kind::person) == 1);
    Draft back({"person.restore", {}});
    back.restore(ana);
    commit(std::move(back));
    CHECK(picture(workspace) == before);
}

TEST_CASE_FIXTURE(Fixture, "undo says what it took back and leaves alone what another device changed since") {
    const RecordId ana = add_person("Ana", "Núñez");
    Draft draft({"person.edit", {"Ana Núñez"}});
    draft.set_text(ana, person::nickname, "Any");
    draft.set_text(ana, person::headline, "Nurse");
    commit(std::move(draft));

    Workspace other(ReplicaId{8});
    for (const std::string& frame : frames_of_all(workspace))
        other.apply(frame);
    Draft elsewhere({"person.edit", {}});
    elsewhere.set_text(ana, person::headline, "Head nurse");
    REQUIRE(other.commit(std::move(elsewhere), moment(500)));
    for (const std::string& frame : frames_of_all(other))
        workspace.apply(frame);

    const auto report = workspace.undo(moment(600));
    REQUIRE(report);
    CHECK(report->label.key == "person.edit");
    CHECK(report->label.arguments == std::vector<Argument>{ArgumentView::kept("Ana Núñez")});
    CHECK(report->changed == 1);
    CHECK(report->left_alone == 1);
    CHECK(workspace.text(ana, person::nickname).empty());
    CHECK(workspace.text(ana, person::headline) == "Head nurse");
}

TEST_CASE_FIXTURE(Fixture, "history tells every value a field had, newest first") {
    const RecordId ana = add_person("Ana", "Núñez");
    for (const std::string_view name : {"Núñez Sato", "Sato"}) {
        Draft draft({"person.edit", {}});
        draft.set_text(ana, person::family_name, name);
        commit(std::move(draft));
    }
    std::vector<std::string> seen;
    for (const PastValue& past : workspace.history_of(ana, person::family_name))
        seen.emplace_back(past.value.as_text());
    CHECK(seen == std::vector<std::string>{"Sato", "Núñez Sato", "Núñez"});
}

TEST_CASE_FIXTURE(Fixture, "a clock set back a day does not let old values win") {
    const RecordId ana = add_person("Ana", "Núñez");
    Draft draft({"person.edit", {}});
    draft.set_text(ana, person::nickname, "later");
    REQUIRE(workspace.commit(std::move(draft), moment(-86'400'000)));
    CHECK(workspace.text(ana, person::nickname) == "later");
}

TEST_CASE_FIXTURE(Fixture, "what changed is told to those who keep a cursor") {
    const RecordId ana = add_person("Ana", "Núñez");
    const std::size_t cursor = workspace.cursor();
    CHECK(workspace.touched_since(cursor).empty());
    Draft draft({"person.edit", {}});
    draft.add(ana, person::tags, "mentor");
    commit(std::move(draft));
    REQUIRE(workspace.touched_since(cursor).size() == 1);
    CHECK(workspace.touched_since(cursor)[0] == ana);
}

TEST_CASE_FIXTURE(Fixture, "names come from whatever a record has") {
    CHECK(person_name(workspace, add_person("花子", "佐藤")) == "佐藤 花子");
    CHECK(initials(workspace, add_person("花子", "佐藤")) == "佐");
    Draft draft({"person.add", {}});
    const RecordId nobody = draft.create(Kind::person, random);
    draft.add_row(nobody, person::contact_points, {"email", "x@example.org"}, random);
    commit(std::move(draft));
    CHECK(person_name(workspace, nobody) == "x@example.org");
}

TEST_CASE(
    "After a change from the end of time nothing can be written, which is said, and nothing pretends to be") {
    Draft draft({"person.add", {}});
    Random random{1};
    const RecordId ana = draft.create(Kind::person, random);
    draft.set_text(ana, person::given_name, "Ana");
    const std::vector<Change> changes = draft.take_changes();
    for (const std::uint64_t left : {0U, 1U}) {
        Workspace workspace{ReplicaId{7}};
        std::string frame;
        append_frame(frame, draft, {(std::uint64_t{1} << tick_bits) - 1 - left, ReplicaId{7}}, changes);
        REQUIRE(workspace.apply(std::move(frame)).applied == 1);
        const auto rename = [&](std::string_view name) {
            Draft edit({"person.edit", {}});
            edit.set_text(ana, person::given_name, name);
            return workspace.commit(std::move(edit), moment(1));
        };
        if (left > 0) {
            CHECK(rename("Eva"));
            CHECK(workspace.text(ana, person::given_name) == "Eva");
        }
        const std::size_t before = workspace.transactions().size();
        const auto refused = rename("Ida");
        REQUIRE_FALSE(refused);
        CHECK(refused.error().message.key == "workspace.at_end_of_time");
        CHECK(workspace.next_undo() == nullptr);
        CHECK_FALSE(workspace.undo(moment(1)));
        CHECK_FALSE(workspace.undo_one(0, moment(1)));
        CHECK(workspace.transactions().size() == before);
    }
}
