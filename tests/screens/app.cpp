// The whole app, as a person meets it.
#include "ui/app.h"

#include <algorithm>
#include <doctest/doctest.h>

#include "driver.h"
#include "exchange/sample.h"
#include "model/fields.h"
#include "ui/session.h"
#include "workspace/names.h"

using namespace kith;
using namespace kith::ui;

namespace {

struct Kith {
    explicit Kith(Stage stage = {}) : screen(stage) { screen.show(app); }

    RecordId person_called(std::string_view name) const {
        for (const RecordId person : workspace.all(Kind::person)) {
            if (person_name(workspace, person) == name) return person;
        }
        return {};
    }

    Random random{7};
    Workspace workspace{ReplicaId{1}};
    Driver screen;
    App app{screen.host(), workspace, random, Catalogue::english()};
};

struct WithSample : Kith {
    explicit WithSample(Stage stage = {}) : Kith(stage) {
        screen.get(Role::button, "Look around first").click();
    }
};

}  // namespace

TEST_CASE("the first start says what Kith is and offers three ways to begin") {
    Kith kith;
    CHECK(kith.screen.has(Role::heading, "Your career runs through people"));
    CHECK(kith.screen.has(Role::button, "Bring in your contacts"));
    CHECK(kith.screen.has(Role::button, "Add someone you know"));
    kith.screen.get(Role::button, "Look around first").click();
    CHECK(kith.screen.has(Role::grid, "People"));
    CHECK(kith.workspace.count(Kind::person) > 30);
    CHECK(kith.screen.shows("Ana María Núñez"));
    kith.screen.get(Role::button, "Undo").click();
    CHECK(kith.screen.has(Role::heading, "Your career runs through people"));
    CHECK(kith.workspace.count(Kind::person) == 0);
}

TEST_CASE("someone is added by keyboard alone") {
    Kith kith;
    kith.screen.get(Role::button, "Add someone you know").focus();
    kith.screen.press("Enter");
    CHECK(kith.screen.focused()->name == "First name");
    kith.screen.type("Ana");
    kith.screen.press("Tab");
    kith.screen.type("Núñez");
    kith.screen.press("Tab");
    kith.screen.type("Head of Training");
    kith.screen.press("Tab");
    kith.screen.type("St. Anna Hospital");
    kith.screen.press("Tab");
    kith.screen.type("ana@example.org");
    kith.screen.press("Enter");
    const RecordId ana = kith.person_called("Ana Núñez");
    REQUIRE(ana);
    CHECK_FALSE(kith.screen.has(Role::dialog, "Add someone you know"));
    CHECK(kith.screen.has(Role::heading, "Ana Núñez"));
    CHECK(kith.screen.shows("Head of Training, St. Anna Hospital"));
    CHECK(kith.screen.host().location == "people/" + to_string(ana));
    CHECK(kith.screen.host().title == "Ana Núñez · Kith");
}

TEST_CASE("a field is edited in place and undone from anywhere") {
    WithSample kith;
    kith.screen.get(Role::row, "Ben Okafor").click();
    REQUIRE(kith.screen.has(Role::heading, "Ben Okafor"));
    kith.screen.get(Role::textbox, "E-mail · work").fill("ben@clinic.example");
    kith.screen.press("Enter");
    kith.screen.press("Escape");
    CHECK(kith.screen.get(Role::textbox, "E-mail · work").value() == "ben@clinic.example");
    kith.screen.click_at({700, 880});
    kith.screen.press("Control+Z");
    CHECK(kith.screen.get(Role::textbox, "E-mail · work").value() == "ben@example.org");
    kith.screen.press("Control+Shift+Z");
    CHECK(kith.screen.get(Role::textbox, "E-mail · work").value() == "ben@clinic.example");
}

TEST_CASE("text in a field is kept when one goes elsewhere") {
    WithSample kith;
    kith.screen.get(Role::row, "Ben Okafor").click();
    kith.screen.get(Role::textbox, "Notes").click();
    kith.screen.type("Knows the triage team");
    kith.screen.get(Role::link, "Settings").activate();
    CHECK(kith.screen.has(Role::heading, "Settings"));
    CHECK(kith.workspace.text(kith.person_called("Ben Okafor"), person::notes)
            .ends_with("Knows the triage team"));
}

TEST_CASE("every field of the schema can be reached") {
    WithSample kith;
    kith.screen.get(Role::row, "Ben Okafor").click();
    for (const FieldSpec& field : fields_of(Kind::person)) {
        if (field.has(hidden) || field.type == FieldType::photo) continue;
        CAPTURE(field.key);
        const bool rows = field.type == FieldType::rows;
        const std::string label = field_label(Catalogue::english(), field);
        const std::string name = rows ? "Add " + label : label;
        const auto shown = [&] {
            for (const Role role : {Role::textbox, Role::combobox, Role::switch_, Role::list}) {
                if (kith.screen.has(role, label)) return true;
            }
            return kith.screen.has(Role::dialog, name);
        };
        if (!rows && shown()) continue;
        kith.screen.get(Role::button, "Add").activate();
        // The page has an "Add" of its own: the person's comes later.
        if (!kith.screen.has(Role::menu, "Add")) {
            kith.screen.press("Escape");
            kith.screen.press("Escape");
            kith.screen.get(Role::complementary, "Ben Okafor").get(Role::button, "Add").click();
        }
        kith.screen.get(Role::menuitem, name).activate();
        CHECK(shown());
        kith.screen.press("Escape");
        kith.screen.press("Escape");
    }
}

TEST_CASE("a contact is logged from the top bar") {
    WithSample kith;
    const std::size_t before = kith.workspace.count(Kind::interaction);
    kith.screen.get(Role::button, "Log a contact").click();
    REQUIRE(kith.screen.has(Role::dialog, "Log a contact"));
    kith.screen.get(Role::combobox, "With").click();
    kith.screen.type("Ben Ok");
    kith.screen.get(Role::option, "Ben Okafor").click();
    CHECK(kith.screen.has(Role::button, "Remove Ben Okafor"));
    kith.screen.get(Role::textbox, "About").fill("night shifts");
    kith.screen.get(Role::button, "Save").click();
    CHECK(kith.workspace.count(Kind::interaction) == before + 1);
    kith.screen.get(Role::row, "Ben Okafor").click();
    CHECK(kith.screen.shows("Contact, night shifts"));
}

TEST_CASE("on a phone a contact is logged from every screen with one press") {
    WithSample kith({.width = 390, .height = 844, .touch = true});
    for (const std::string_view place : {"today", "people", "network", "settings"}) {
        kith.app.go_to(place);
        kith.screen.settle();
        kith.screen.get(Role::button, "Log a contact").click();
        CHECK(kith.screen.has(Role::dialog, "Log a contact"));
        kith.screen.press("Escape");
        kith.screen.press("Escape");
    }
}

TEST_CASE("a contact with nobody, or on a day that does not exist, is not logged") {
    WithSample kith;
    const std::size_t before = kith.workspace.count(Kind::interaction);
    kith.screen.get(Role::button, "Log a contact").click();
    kith.screen.get(Role::textbox, "On").fill("30/02/2026");
    kith.screen.get(Role::button, "Save").click();
    CHECK(kith.screen.has(Role::dialog, "Log a contact"));
    CHECK(kith.screen.get(Role::textbox, "On").node().invalid);
    CHECK(kith.screen.shows("Say whom this is about."));
    CHECK(kith.workspace.count(Kind::interaction) == before);
}

TEST_CASE("people are found by Ctrl+K and opened by keyboard") {
    WithSample kith;
    kith.screen.press("Control+K");
    REQUIRE(kith.screen.has(Role::dialog, "Find anyone, anything"));
    REQUIRE(kith.screen.host().field);
    kith.screen.type("jonas");
    CHECK(kith.screen.get(Role::option, "Jonas Weber").node().selected == Tri::yes);
    kith.screen.press("Enter");
    CHECK(kith.screen.has(Role::heading, "Jonas Weber"));
    CHECK_FALSE(kith.screen.has(Role::dialog, "Find anyone, anything"));
    kith.screen.press("Control+K");
    kith.screen.type("settings");
    kith.screen.press("Enter");
    CHECK(kith.screen.has(Role::heading, "Settings"));
    kith.screen.press("Control+K");
    kith.screen.press("Escape");
    CHECK_FALSE(kith.screen.has(Role::dialog, "Find anyone, anything"));
}

TEST_CASE("people are filtered, sorted and chosen") {
    WithSample kith;
    const int all = kith.screen.get(Role::grid, "People").node().rows;
    kith.screen.get(Role::button, "Filter").click();
    kith.screen.get(Role::searchbox, "Name, role, notes").fill("nurse");
    const int nurses = kith.screen.get(Role::grid, "People").node().rows;
    CHECK(nurses < all);
    CHECK(nurses > 1);
    kith.screen.get(Role::searchbox, "Name, role, notes").fill("nobody of that name");
    CHECK(kith.screen.shows("Nobody here"));
    kith.screen.get(Role::button, "Clear filters").click();
    CHECK(kith.screen.get(Role::grid, "People").node().rows == all);
    kith.screen.get(Role::columnheader, "Organisation").click();
    CHECK(kith.screen.get(Role::columnheader, "Organisation").node().sort == SortOrder::ascending);

    kith.screen.get(Role::row, "Ben Okafor").hover();
    kith.screen.get(Role::checkbox, "Select Ben Okafor").click();
    CHECK(kith.screen.shows("1 selected"));
    kith.screen.get(Role::button, "Add tag").click();
    kith.screen.type("choir");
    kith.screen.press("Enter");
    CHECK(
        std::ranges::contains(kith.workspace.texts(kith.person_called("Ben Okafor"), person::tags), "choir"));
    kith.screen.get(Role::button, "Select none").click();
    kith.screen.get(Role::button, "Columns").click();
    kith.screen.get(Role::menuitemcheckbox, "E-mail").click();
    kith.screen.press("Escape");
    CHECK(kith.screen.has(Role::columnheader, "E-mail"));
}

TEST_CASE("someone deleted can be taken back from the trash") {
    WithSample kith;
    kith.screen.get(Role::row, "Ben Okafor").click();
    kith.screen.get(Role::button, "More").click();
    kith.screen.get(Role::menuitem, "Delete").click();
    kith.screen.get(Role::button, "Move to the trash").click();
    CHECK_FALSE(kith.screen.has(Role::row, "Ben Okafor"));
    kith.screen.get(Role::link, "Trash").click();
    CHECK(kith.screen.shows("Ben Okafor"));
    kith.screen.get(Role::button, "Restore").click();
    CHECK(kith.screen.shows("The trash is empty"));
    kith.screen.get(Role::link, "People").click();
    CHECK(kith.screen.has(Role::row, "Ben Okafor"));
}

TEST_CASE("a file is shown before it is imported, and one undo takes it back") {
    Kith kith;
    kith.app.receive_file("Connections.csv",
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\r\n"
        "Ana,Núñez,https://www.linkedin.com/in/ana,ana@example.org,St. Anna Hospital,Trainer,20 Nov 2025\r\n"
        "Ben,Okafor,https://www.linkedin.com/in/ben,,City Clinic,Charge Nurse,19 Nov 2025\r\n");
    kith.screen.settle();
    CHECK(kith.screen.has(Role::heading, "Import Connections.csv"));
    CHECK(kith.screen.has(Role::row, "Ana Núñez"));
    CHECK(kith.workspace.count(Kind::person) == 0);
    kith.screen.get(Role::button, "Import 2 people").click();
    CHECK(kith.workspace.count(Kind::person) == 2);
    CHECK(kith.screen.has(Role::row, "Ben Okafor"));
    kith.screen.get(Role::button, "Undo").click();
    CHECK(kith.workspace.count(Kind::person) == 0);
}

TEST_CASE("what an import will do is seen on a phone, and what differs only where something does") {
    Kith kith({.width = 390, .height = 844, .touch = true});
    const std::string head = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\r\n";
    const std::string ben = ",https://www.linkedin.com/in/ben,,City Clinic,";
    kith.app.receive_file("Connections.csv", head + "Ben,Okafor" + ben + "Nurse,19 Nov 2025\r\n");
    kith.screen.settle();
    CHECK(kith.screen.has(Role::columnheader, "What happens"));
    CHECK_FALSE(kith.screen.has(Role::columnheader, "Line"));
    kith.screen.get(Role::button, "Import 1 person").click();
    kith.screen.resize(1440, 900);
    kith.app.receive_file("Connections.csv", head + "Ana,Núñez,,ana@example.org,,,18 Nov 2025\r\n");
    kith.screen.settle();
    CHECK(kith.screen.has(Role::columnheader, "In the file"));
    CHECK_FALSE(kith.screen.has(Role::columnheader, "Here"));
    kith.app.receive_file("Connections.csv", head + "Ben,Okafor" + ben + "Charge Nurse,19 Nov 2025\r\n");
    kith.screen.settle();
    CHECK(kith.screen.has(Role::columnheader, "Here"));
}

TEST_CASE("a file that is none says so") {
    Kith kith;
    kith.app.receive_file("holiday.pdf", "%PDF-1.7 and so on");
    kith.screen.settle();
    CHECK(kith.screen.shows("“holiday.pdf” is a PDF. Kith reads contacts from vCard (.vcf) and CSV files."));
    CHECK(kith.screen.has(Role::heading, "Import & export"));
}

TEST_CASE("all of it is handed out as a backup, and taken back in") {
    WithSample kith;
    kith.screen.get(Role::link, "Settings").click();
    kith.screen.get(Role::button, "Download").click();
    REQUIRE(kith.screen.host().saved.size() == 1);
    CHECK(kith.screen.host().saved[0].name == "kith-2026-11-20.kith");
    Kith other;
    other.app.receive_file("kith-2026-11-20.kith", kith.screen.host().saved[0].bytes);
    other.screen.settle();
    CHECK(other.workspace.count(Kind::person) == kith.workspace.count(Kind::person));
    CHECK(other.screen.has(Role::row, "Ben Okafor"));
}

TEST_CASE("everyone is exported as vCards") {
    WithSample kith;
    kith.screen.get(Role::link, "Import & export").click();
    kith.screen.get(Role::button, "Save the file").click();
    REQUIRE(kith.screen.host().saved.size() == 1);
    CHECK(kith.screen.host().saved[0].name == "kith-people.vcf");
    CHECK(kith.screen.host().saved[0].bytes.starts_with("BEGIN:VCARD"));
}

TEST_CASE("on a phone there is a bar below, and a person has a page") {
    WithSample kith({.width = 390, .height = 844, .touch = true});
    CHECK(kith.screen.has(Role::columnheader, "Name"));
    CHECK(kith.screen.has(Role::columnheader, "Last contact"));
    CHECK_FALSE(kith.screen.has(Role::columnheader, "Role"));
    kith.screen.get(Role::row, "Ben Okafor").click();
    CHECK(kith.screen.has(Role::main, "Ben Okafor"));
    CHECK_FALSE(kith.screen.has(Role::grid, "People"));
    kith.screen.get(Role::main, "Ben Okafor").get(Role::button, "People").click();
    CHECK(kith.screen.has(Role::grid, "People"));
}

TEST_CASE("another tab that writes keeps this one from writing") {
    WithSample kith;
    kith.screen.host().storage_.state = SaveState::read_only;
    kith.screen.get(Role::row, "Ben Okafor").click();
    kith.screen.get(Role::textbox, "Notes").click();
    kith.screen.type("lost?");
    kith.screen.press("Control+Enter");
    CHECK(kith.workspace.text(kith.person_called("Ben Okafor"), person::notes) != "lost?");
    kith.screen.get(Role::button, "Take over").click();
    CHECK(kith.screen.host().takeovers == 1);
}

TEST_CASE("the address leads back to where one was") {
    WithSample kith;
    kith.app.go_to("people/" + to_string(kith.person_called("Jonas Weber")));
    kith.screen.settle();
    CHECK(kith.screen.has(Role::heading, "Jonas Weber"));
    kith.app.go_to("nowhere");
    kith.screen.settle();
    CHECK(kith.screen.has(Role::main, "Today"));
}

TEST_CASE("every size of screen and text stays in order") {
    for (const float width : {320.0f, 600.0f, 800.0f, 1024.0f, 1440.0f, 2560.0f}) {
        WithSample kith({.width = width, .height = 700});
        CAPTURE(width);
        kith.screen.get(Role::row, "Ana María Núñez").click();
        for (std::string_view place : {"today", "settings", "files", "trash", "people"}) {
            kith.app.go_to(place);
            kith.screen.settle();
        }
    }
}
