// What a person does to any record by hand.
#include "workspace/edits.h"

#include <doctest/doctest.h>
#include <regex>

#include "../../sources.h"
#include "model/fields.h"
#include "random_edits.h"
#include "workspace/names.h"
#include "workspace/settings.h"

using namespace kith;
using namespace kith::testing;

namespace {

struct Desk {
    Random random{9};
    Workspace workspace{ReplicaId{1}};
    std::int64_t time = 0;
    RecordId ana = made(Kind::person, "Ana Holm");
    RecordId clinic = made(Kind::organisation, "City Clinic");
    const FieldWords words{.field = "Field", .record = "Record"};

    /// Gives back what History calls it.
    std::string commit(Draft draft) {
        std::string label(draft.label().key);
        for (const Argument& argument : draft.label().arguments)
            label += " " + kept_text(argument);
        REQUIRE(workspace.commit(std::move(draft), moment(++time)));
        return label;
    }
    RecordId made(Kind kind, std::string_view name) {
        Draft draft({"test.story", {}});
        const RecordId record = create_named(draft, kind, name, random);
        commit(std::move(draft));
        return record;
    }
    std::string_view part(const Element& row, enum person::contact_points at) {
        return row_part(row.value, at);
    }
};

}  // namespace

TEST_CASE_FIXTURE(Desk, "a record is made by its name: a person's last word is the family name") {
    CHECK(workspace.text(ana, person::given_name) == "Ana");
    CHECK(workspace.text(ana, person::family_name) == "Holm");
    CHECK(workspace.text(made(Kind::person, " Björk "), person::given_name) == "Björk");
    CHECK(workspace.text(made(Kind::goal, "Lead  a ward"), goal::wish) == "Lead a ward");
    Draft draft({"test.story", {}});
    CHECK(organisation_named(draft, workspace, " city  CLINIC ", random) == clinic);
    CHECK(draft.empty());
    CHECK(take_in(draft, Kind::person, {.record = ana, .fresh = "Ben"}, random) == ana);
    CHECK(take_in(draft, Kind::person, {.record = {}, .fresh = "Ben"}, random) != ana);
}

TEST_CASE_FIXTURE(Desk, "one field is set, cleared, or brought back from the history") {
    CHECK(commit(set_field(words, ana, person::place, Value::text("Leeds"))) == "change.field Field Record");
    const PastValue past = workspace.history_of(ana, person::place).front();
    CHECK(workspace.text(ana, person::place) == "Leeds");
    commit(set_field(words, ana, person::place, {}));
    CHECK(workspace.get(ana, person::place).empty());
    CHECK(commit(bring_value_back(words, {ana, past.field, past.element, past.value})) ==
        "change.value_back Field Record");
    CHECK(workspace.text(ana, person::place) == "Leeds");
}

TEST_CASE_FIXTURE(Desk, "a reference is set to who is there or new, and cleared by nobody") {
    const RecordId goal = made(Kind::goal, "Rest");
    const RecordId step = made(Kind::action, "Sleep");
    commit(set_reference(words, step, action::goal, {.record = goal, .fresh = {}}, random));
    CHECK(workspace.reference(step, action::goal) == goal);
    CHECK(commit(set_reference(words, step, action::goal, {.record = {}, .fresh = "Lead"}, random)) ==
        "change.field Field Record");
    CHECK(workspace.text(workspace.reference(step, action::goal), goal::wish) == "Lead");
    commit(set_reference(words, step, action::goal, {}, random));
    CHECK_FALSE(workspace.reference(step, action::goal));
}

TEST_CASE_FIXTURE(Desk, "a set gains and loses members, by record, name or text") {
    const RecordId step = made(Kind::action, "Call");
    commit(add_member(words, step, action::people, {.record = ana, .fresh = {}}, random));
    CHECK(commit(add_member(words, step, action::people, {.record = {}, .fresh = "Ben"}, random)) ==
        "change.field Field Record");
    CHECK(workspace.elements(step, action::people).size() == 2);
    CHECK(commit(remove_member(words, step, action::people, element_of(ana))) == "change.field Field Record");
    CHECK(workspace.elements(step, action::people).size() == 1);
    CHECK(commit(add_text(words, ana, person::tags, "choir")) == "change.field Field Record");
    CHECK(workspace.texts(ana, person::tags) == std::vector<std::string_view>{"choir"});
}

TEST_CASE_FIXTURE(
    Desk, "a row is added, changed and removed; of each kind the one marked last is first choice") {
    using enum person::contact_points;
    const auto write = [&](ElementId element, std::vector<std::string_view> parts) {
        CHECK(commit(write_row({"row.change", {}}, workspace, ana, person::contact_points, element, parts,
                  random)) == "row.change");
    };
    write({}, {"email", "one@example.org", "", "yes"});
    write({}, {"phone", "1", "", "yes"});
    write({}, {"email", "two@example.org", "", "yes"});
    ElementId two;
    for (const Element& row : workspace.elements(ana, person::contact_points)) {
        CHECK(part(row, primary) == (part(row, value) == "one@example.org" ? "" : "yes"));
        if (part(row, value) == "two@example.org") two = row.id;
    }
    write(two, {"email", "three@example.org"});
    CHECK(workspace.elements(ana, person::contact_points).size() == 3);
    write(two, {});
    CHECK(workspace.elements(ana, person::contact_points).size() == 2);
}

TEST_CASE_FIXTURE(Desk, "a list gains a record that joins the two, or a titled one, and what goes with it") {
    const RecordList people{.of = clinic,
        .field = affiliation::organisation,
        .joined_by = affiliation::person,
        .also = [](Draft& draft, const Workspace&, RecordId list, RecordId made, bool fresh) {
            draft.set_text(made, person::notes, fresh ? "new " + to_string(list) : "known");
        }};
    CHECK(commit(add_to_list(people, workspace, {.record = {}, .fresh = "Ben Berg"}, "Ben", "Clinic",
              random)) == "change.add_to Ben Clinic");
    const auto jobs = workspace.referrers(clinic, affiliation::organisation);
    REQUIRE(jobs.size() == 1);
    const RecordId ben = workspace.reference(jobs[0], affiliation::person);
    CHECK(person_name(workspace, ben) == "Ben Berg");
    CHECK(workspace.text(ben, person::notes) == "new " + to_string(clinic));
    Made step =
        add_titled({.of = ana, .field = action::people, .joined_by = {}}, workspace, "Call", "Ana", random);
    CHECK(commit(std::move(step.draft)) == "change.add_to Call Ana");
    CHECK(workspace.referrers(ana, action::people) == std::vector{step.record});
}

TEST_CASE_FIXTURE(Desk, "a form writes what it shows, of a new record or one that is there") {
    const std::string name = "city clinic";
    RecordEntry entry{.kind = Kind::affiliation,
        .record = {},
        .fixed = {{affiliation::person, ana}},
        .fields = {{.field = affiliation::role, .value = Value::text("Nurse")},
            {.field = affiliation::organisation, .named = {{.record = {}, .fresh = name}}, .by_name = true}}};
    Made made = write_record({"change.add", {"role"}}, workspace, entry, random);
    CHECK(commit(std::move(made.draft)) == "change.add role");
    CHECK(workspace.reference(made.record, affiliation::person) == ana);
    CHECK(workspace.reference(made.record, affiliation::organisation) == clinic);

    commit(add_text(words, ana, person::tags, "choir"));
    entry = {.kind = Kind::person,
        .record = ana,
        .fixed = {},
        .fields = {{.field = person::given_name, .value = {}}, {.field = person::tags, .texts = {"sea"}}}};
    made = write_record({"change.edit", {"person"}}, workspace, entry, random);
    CHECK(made.record == ana);
    commit(std::move(made.draft));
    CHECK(workspace.get(ana, person::given_name).empty());
    CHECK(workspace.text(ana, person::family_name) == "Holm");  // the form did not show it
    CHECK(workspace.texts(ana, person::tags) == std::vector<std::string_view>{"sea"});
}

TEST_CASE_FIXTURE(Desk, "a setting is the same record wherever it is set, and an empty value clears it") {
    CHECK(setting_text(workspace, settings::theme).empty());
    CHECK(commit(change_setting(workspace, settings::theme, "dark")) == "change.setting");
    CHECK(setting_text(workspace, settings::theme) == "dark");
    CHECK(workspace.live(setting_record(settings::theme)));
    CHECK(change_setting(workspace, settings::theme, "dark").empty());
    commit(change_setting(workspace, settings::theme, ""));
    CHECK(setting_text(workspace, settings::theme).empty());
}

TEST_CASE("no screen begins a draft: what a person means to do is a function beside its planning") {
    static const std::regex begun(R"(\bDraft( \w+)?[({;])");
    REQUIRE(std::regex_search(std::string("Draft draft({\"change.field\", {}});"), begun));
    REQUIRE_FALSE(std::regex_search(std::string("bool commit(Draft draft, std::string said);"), begun));
    for (const SourceFile& source : sources_in({"src/ui"})) {
        CAPTURE(source.path);
        std::smatch found;
        if (std::regex_search(source.text, found, begun)) FAIL_CHECK(found.str());
    }
}
