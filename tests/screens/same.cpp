// Who and what may be here twice, and any two that are to be one: side by side, answered by a key, undone.
#include "exchange/people/identity_answers.h"
#include "exchange/people/joining.h"
#include "kith.h"

using namespace kith;
using namespace kith::ui;

namespace {

struct Same : Kith {
    explicit Same(Stage stage = {}) : Kith(stage) {}

    RecordId make_reached(std::string_view given, std::string_view family, std::string_view email) {
        return make(Kind::person, [&](Draft& draft, RecordId made) {
            draft.set_text(made, person::given_name, given);
            draft.set_text(made, person::family_name, family);
            draft.add_row(made, person::contact_points, {contact::email, email}, random);
        });
    }
    void look(std::size_t people) {
        open("people");
        screen.get(Role::button, say("same.found", people)).click();
    }
    bool asks() { return screen.has(Role::heading, say("same.title")); }
};

/// All of a node is on the screen.
bool in_view(Driver& screen, Role role, std::string_view name, float height) {
    const auto bounds = screen.get(role, name).node().bounds;
    return bounds.w > bounds.y && bounds.y >= 0 && bounds.w <= height;
}

}  // namespace

TEST_CASE("someone entered on both devices is asked about, and joined into one") {
    Same kith;
    const RecordId first = kith.make_person("Ana", "Núñez");
    const RecordId second = kith.make_person("Ana", "Nunez");
    kith.look(1);
    REQUIRE(kith.asks());
    CHECK(kith.screen.shows(say("same.name")));
    kith.screen.get(Role::radio, "Ana Nunez").click();
    kith.screen.get(Role::button, say("same.yes")).click();
    CHECK(kith.workspace.live(first));
    CHECK_FALSE(kith.workspace.live(second));
    CHECK(kith.workspace.text(first, person::family_name) == "Nunez");
    CHECK_FALSE(kith.asks());
    kith.screen.press("Control+Z");
    CHECK(kith.workspace.live(second));
    CHECK(kith.workspace.text(first, person::family_name) == "Núñez");
}

TEST_CASE("two who only share a name are told apart for good") {
    Same kith;
    kith.make_person("Ana", "Núñez");
    kith.make_person("Ana", "Núñez");
    kith.open("files");
    kith.screen.get(Role::button, say("same.found", 1)).click();
    kith.screen.get(Role::button, say("same.no")).click();
    CHECK(kith.workspace.count(Kind::person) == 2);
    kith.open("people");
    CHECK_FALSE(kith.screen.has(Role::button, say("same.found", 1)));
}

TEST_CASE("one key answers and opens the next, the arrows walk, Escape goes back") {
    Same kith;
    for (const char* family : {"Arslan", "Berg", "Costa"}) {
        kith.make_person("Ana", family);
        kith.make_person("Ana", family);
    }
    kith.look(3);
    REQUIRE(kith.asks());
    const auto asked = [&](std::string_view name) { return kith.screen.has(Role::heading, name); };
    REQUIRE(asked("Ana Arslan"));
    kith.screen.press("s");
    CHECK(kith.workspace.count(Kind::person) == 5);
    CHECK(asked("Ana Berg"));
    kith.screen.press("ArrowDown");
    CHECK(asked("Ana Costa"));
    kith.screen.press("d");
    CHECK(kith.workspace.count(Kind::person) == 5);
    CHECK(asked("Ana Berg"));
    CHECK(kith.screen.get(Role::link, "Ana Arslan").there());
    kith.screen.press("Control+Z");
    kith.screen.press("l");
    CHECK(asked("Ana Costa"));
    kith.screen.press("Escape");
    CHECK_FALSE(kith.asks());
    kith.open("people");
    CHECK(kith.screen.has(Role::button, say("same.found", 2)));
}

TEST_CASE("the certain ones are joined with one press, and one undo brings them back") {
    Same kith;
    for (const char* family : {"Arslan", "Berg"}) {
        kith.make_reached("Ana", family, std::string(family) + "@example.org");
        kith.make_reached("Ana", family, std::string(family) + "@example.org");
    }
    kith.make_person("Cem", "Costa");
    kith.make_person("Cem", "Costa");
    kith.look(3);
    kith.screen.get(Role::button, say("same.join_certain", 2)).click();
    CHECK(kith.workspace.count(Kind::person) == 4);
    CHECK(kith.screen.shows(say("same.joined_certain", 2)));
    REQUIRE(kith.asks());
    kith.screen.press("Control+Z");
    CHECK(kith.workspace.count(Kind::person) == 6);
}

TEST_CASE("all evidence and the answers are in view on a large and on a small screen") {
    for (const Stage stage : {Stage{1440, 900}, Stage{390, 844, true}}) {
        Same kith(stage);
        for (const char* given : {"Robert", "Bob"}) {
            const RecordId person = kith.make_reached(given, "Hale", "rhale@clinic.example");
            kith.make(Kind::affiliation, [&](Draft& draft, RecordId job) {
                draft.set(job, affiliation::person, Value::reference(person));
                draft.set_text(job, affiliation::role, given);
            });
            Draft draft({"change.edit", {"Person"}});
            for (int i = 0; i < 12; ++i)
                draft.add(person, person::tags, std::string(given) + std::to_string(i));
            draft.set_text(person, person::place, given);
            draft.set_text(person, person::headline, given);
            draft.set(person, person::birthday,
                Value::day(std::chrono::sys_days{std::chrono::year{1980} / 5 / (*given == 'B' ? 4 : 14)}));
            REQUIRE(kith.workspace.commit(std::move(draft), kith.screen.host().clock));
        }
        kith.look(1);
        REQUIRE(kith.asks());
        const bool phone = stage.width < 600;
        for (const std::string_view evidence :
            {say("same.email"), say("same.name_nickname"), say("same.other_birthday")})
            CHECK(in_view(kith.screen, Role::paragraph, evidence, stage.height));
        for (const std::string_view answer : phone
                ? std::array{say("same.key_same"), say("same.key_different"), say("same.key_later")}
                : std::array{say("same.yes"), say("same.no"), say("same.later")})
            CHECK(in_view(kith.screen, Role::button, answer, stage.height));
    }
}

TEST_CASE("any two people are joined by hand from the selection, seen before it is done") {
    Same kith;
    const RecordId ana = kith.make_person("Ana", "Núñez"), tina = kith.make_person("Tina", "Okafor");
    kith.open("people");
    for (const char* name : {"Ana Núñez", "Tina Okafor"}) {
        kith.screen.get(Role::row, name).hover();
        kith.screen.get(Role::checkbox, say("widget.select_row", name)).click();
    }
    kith.screen.get(Role::button, say("people.merge")).click();
    REQUIRE(kith.asks());
    CHECK(kith.screen.shows(say("same.by_hand")));
    CHECK(kith.workspace.count(Kind::person) == 2);
    kith.screen.press("s");
    CHECK(kith.workspace.live(ana) != kith.workspace.live(tina));
    kith.screen.press("Control+Z");
    CHECK(kith.workspace.count(Kind::person) == 2);
}

TEST_CASE("a person is joined to another from their page") {
    Same kith;
    const RecordId ana = kith.make_person("Ana", "Núñez"), tina = kith.make_person("Tina", "Okafor");
    kith.open("people", ana);
    kith.screen.get(Role::button, say("person.more")).click();
    kith.screen.get(Role::menuitem, say("same.merge_menu")).click();
    kith.screen.get(Role::combobox, say("same.merge_person")).click();
    kith.screen.type("Tina Okafor");
    kith.screen.press("Enter");
    REQUIRE(kith.asks());
    kith.screen.press("s");
    CHECK(kith.workspace.live(ana));
    CHECK_FALSE(kith.workspace.live(tina));
}

TEST_CASE("organisations that are likely one are asked about, and joined by hand from their page") {
    Same kith;
    const RecordId mercy = kith.make_titled(Kind::organisation, "Mercy General");
    const RecordId hospital = kith.make_titled(Kind::organisation, "Mercy General Hospital");
    const RecordId clinic = kith.make_titled(Kind::organisation, "Riverside Clinic");
    kith.open("files");
    kith.screen.get(Role::button, say("same.found_organisations", 1)).click();
    REQUIRE(kith.screen.has(Role::heading, say("same.title_organisation")));
    CHECK(kith.screen.shows(say("same.organisation_longer")));
    kith.screen.press("s");
    CHECK(kith.workspace.live(mercy));
    CHECK_FALSE(kith.workspace.live(hospital));
    kith.open("organisations", clinic);
    kith.screen.get(Role::button, say("page.more")).click();
    kith.screen.get(Role::menuitem, say("page.merge")).click();
    kith.screen.get(Role::combobox, say("same.merge_organisation")).click();
    kith.screen.type("Mercy General");
    kith.screen.press("Enter");
    REQUIRE(kith.screen.has(Role::heading, say("same.title_organisation")));
    kith.screen.press("d");
    CHECK(are_told_apart(kith.workspace, clinic, mercy));
}

TEST_CASE(
    "before an import an entry that may be somebody is answered by a key, and Decide later asks again") {
    Same kith;
    const RecordId robert = kith.make_reached("Robert", "Hale", "rhale@clinic.example");
    kith.make_reached("Ines", "Prado", "ines@example.org");
    const std::string rows =
        "First Name,Last Name,E-mail Address,Business Phone,Company\n"
        "Bob,Hale,rhale@clinic.example,,North Clinic\nInes,Prado,ines@example.org,,City Clinic\n";
    kith.app.receive_file("office.csv", rows);
    kith.screen.settle();
    kith.screen.get(Role::button, say("files.look_at", 1)).click();
    REQUIRE(kith.asks());
    CHECK(kith.screen.shows(say("same.name_nickname")));
    CHECK(kith.screen.shows(say("same.certain_import")));
    const auto before = kith.workspace.revision();
    kith.screen.press("s");
    CHECK_FALSE(kith.asks());
    CHECK(kith.workspace.revision() == before);
    kith.screen.get(Role::row, "Bob Hale").click();
    REQUIRE(kith.asks());
    kith.screen.press("l");
    kith.screen.get(Role::button, say("files.do_import", 2)).click();
    CHECK(kith.workspace.count(Kind::person) == 3);
    CHECK(kith.workspace.live(robert));
    kith.open("people");
    CHECK(kith.screen.has(Role::button, say("same.found", 1)));
}
