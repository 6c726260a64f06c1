// The whole app, as a person meets it.
#include "ui/app/app.h"

#include <algorithm>
#include <doctest/doctest.h>

#include "exchange/sample.h"
#include "kith.h"
#include "model/fields.h"
#include "ui/session/session.h"
#include "workspace/names.h"

using namespace kith;
using namespace kith::ui;

namespace {

using WithSample = SampleKith;

}  // namespace

TEST_CASE("the first start says what Kith is and offers three ways to begin") {
    Kith kith;
    CHECK(kith.screen.has(Role::heading, say("first.title")));
    CHECK(kith.screen.has(Role::button, say("first.import")));
    CHECK(kith.screen.has(Role::button, say("first.add")));
    kith.screen.get(Role::button, say("first.sample")).click();
    CHECK(kith.screen.has(Role::grid, "People"));
    CHECK(kith.workspace.count(Kind::person) > 30);
    CHECK(kith.screen.shows("Ana María Núñez"));
    kith.screen.get(Role::button, say("toast.undo")).click();
    CHECK(kith.screen.has(Role::heading, say("first.title")));
    CHECK(kith.workspace.count(Kind::person) == 0);
}

TEST_CASE("someone is added by keyboard alone") {
    Kith kith;
    kith.screen.get(Role::button, say("first.add")).focus();
    kith.screen.press("Enter");
    CHECK(kith.screen.focused()->name == say("add.given"));
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
    const RecordId ana = kith.called(Kind::person, "Ana Núñez");
    REQUIRE(ana);
    CHECK_FALSE(kith.screen.has(Role::dialog, say("add.title")));
    CHECK(kith.screen.has(Role::heading, "Ana Núñez"));
    CHECK(kith.screen.shows("Head of Training, St. Anna Hospital"));
    CHECK(kith.screen.host().location == "people/" + to_string(ana));
    CHECK(kith.screen.host().title == say("app.title", "Ana Núñez"));
}

TEST_CASE("a field is edited in place and undone from anywhere") {
    WithSample kith;
    kith.screen.get(Role::row, "Ben Okafor").click();
    REQUIRE(kith.screen.has(Role::heading, "Ben Okafor"));
    kith.screen.get(Role::textbox, joined({say("contact.email"), "work"})).fill("ben@clinic.example");
    kith.screen.press("Enter");
    kith.screen.press("Escape");
    CHECK(kith.screen.get(Role::textbox, joined({say("contact.email"), "work"})).value() ==
        "ben@clinic.example");
    kith.screen.click_at({700, 880});
    kith.screen.press("Control+Z");
    CHECK(
        kith.screen.get(Role::textbox, joined({say("contact.email"), "work"})).value() == "ben@example.org");
    kith.screen.press("Control+Shift+Z");
    CHECK(kith.screen.get(Role::textbox, joined({say("contact.email"), "work"})).value() ==
        "ben@clinic.example");
}

TEST_CASE("text in a field is kept when one goes elsewhere") {
    WithSample kith;
    kith.screen.get(Role::row, "Ben Okafor").click();
    kith.screen.get(Role::textbox, label_of(person::notes)).click();
    kith.screen.type("Knows the triage team");
    kith.screen.get(Role::link, say("nav.settings")).activate();
    CHECK(kith.screen.has(Role::heading, say("nav.settings")));
    CHECK(kith.workspace.text(kith.called(Kind::person, "Ben Okafor"), person::notes)
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
        kith.screen.get(Role::button, say("person.add_field")).activate();
        // The page has an "Add" of its own: the person's comes later.
        if (!kith.screen.has(Role::menu, say("person.add_field"))) {
            kith.screen.press("Escape");
            kith.screen.press("Escape");
            kith.screen.get(Role::complementary, "Ben Okafor")
                .get(Role::button, say("person.add_field"))
                .click();
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
    kith.screen.get(Role::button, say("top.log")).click();
    REQUIRE(kith.screen.has(Role::dialog, say("log.title")));
    kith.screen.get(Role::combobox, label_of(interaction::people)).click();
    kith.screen.type("Ben Ok");
    kith.screen.get(Role::option, "Ben Okafor").click();
    CHECK(kith.screen.has(Role::button, say("widget.remove", "Ben Okafor")));
    kith.screen.get(Role::textbox, label_of(interaction::summary)).fill("night shifts");
    kith.screen.get(Role::button, say("form.save")).click();
    CHECK(kith.workspace.count(Kind::interaction) == before + 1);
    kith.screen.get(Role::row, "Ben Okafor").click();
    CHECK(kith.screen.shows(joined({say("words.contact"), "night shifts"}, ", ")));
}

TEST_CASE("on a phone a contact is logged from every screen with one press") {
    WithSample kith({.width = 390, .height = 844, .touch = true});
    for (const std::string_view place : {"today", "people", "network", "settings"}) {
        kith.app.go_to(place);
        kith.screen.settle();
        kith.screen.get(Role::button, say("top.log")).click();
        CHECK(kith.screen.has(Role::dialog, say("log.title")));
        kith.screen.press("Escape");
        kith.screen.press("Escape");
    }
}

TEST_CASE("a contact with nobody, or on a day that does not exist, is not logged") {
    WithSample kith;
    const std::size_t before = kith.workspace.count(Kind::interaction);
    kith.screen.get(Role::button, say("top.log")).click();
    kith.screen.get(Role::textbox, label_of(interaction::on)).fill("30/02/2026");
    kith.screen.get(Role::button, say("form.save")).click();
    CHECK(kith.screen.has(Role::dialog, say("log.title")));
    CHECK(kith.screen.get(Role::textbox, label_of(interaction::on)).node().invalid);
    CHECK(kith.screen.shows(say("form.whom")));
    CHECK(kith.workspace.count(Kind::interaction) == before);
}

TEST_CASE("people are found by Ctrl+K and opened by keyboard") {
    WithSample kith;
    kith.screen.press("Control+K");
    REQUIRE(kith.screen.has(Role::dialog, say("finder.title")));
    REQUIRE(kith.screen.host().field);
    kith.screen.type("jonas");
    CHECK(kith.screen.get(Role::option, "Jonas Weber").node().selected == Tri::yes);
    kith.screen.press("Enter");
    CHECK(kith.screen.has(Role::heading, "Jonas Weber"));
    CHECK_FALSE(kith.screen.has(Role::dialog, say("finder.title")));
    kith.screen.press("Control+K");
    kith.screen.type("settings");
    kith.screen.press("Enter");
    CHECK(kith.screen.has(Role::heading, say("nav.settings")));
    kith.screen.press("Control+K");
    kith.screen.press("Escape");
    CHECK_FALSE(kith.screen.has(Role::dialog, say("finder.title")));
}

TEST_CASE("people are filtered, sorted and chosen") {
    WithSample kith;
    const int all = kith.screen.get(Role::grid, "People").node().rows;
    kith.screen.get(Role::button, say("people.filter")).click();
    kith.screen.get(Role::searchbox, say("people.filter_text")).fill("nurse");
    const int nurses = kith.screen.get(Role::grid, "People").node().rows;
    CHECK(nurses < all);
    CHECK(nurses > 1);
    kith.screen.get(Role::searchbox, say("people.filter_text")).fill("nobody of that name");
    CHECK(kith.screen.shows(say("people.none")));
    kith.screen.get(Role::button, say("people.clear_filter")).click();
    CHECK(kith.screen.get(Role::grid, "People").node().rows == all);
    kith.screen.get(Role::columnheader, say("column.organisation")).click();
    CHECK(
        kith.screen.get(Role::columnheader, say("column.organisation")).node().sort == SortOrder::ascending);

    kith.screen.get(Role::row, "Ben Okafor").hover();
    kith.screen.get(Role::checkbox, say("widget.select_row", "Ben Okafor")).click();
    CHECK(kith.screen.shows(say("people.selected", 1)));
    kith.screen.get(Role::button, say("people.add_tag")).click();
    kith.screen.type("choir");
    kith.screen.press("Enter");
    CHECK(std::ranges::contains(
        kith.workspace.texts(kith.called(Kind::person, "Ben Okafor"), person::tags), "choir"));
    kith.screen.get(Role::button, say("people.select_none")).click();
    kith.screen.get(Role::button, say("people.columns")).click();
    kith.screen.get(Role::menuitemcheckbox, say("column.email")).click();
    kith.screen.press("Escape");
    CHECK(kith.screen.has(Role::columnheader, say("column.email")));
}

TEST_CASE("someone deleted can be taken back from the trash") {
    WithSample kith;
    kith.screen.get(Role::row, "Ben Okafor").click();
    kith.screen.get(Role::button, say("person.more")).click();
    kith.screen.get(Role::menuitem, say("person.delete")).click();
    kith.screen.get(Role::button, say("removal.go")).click();
    CHECK_FALSE(kith.screen.has(Role::row, "Ben Okafor"));
    kith.screen.get(Role::link, say("nav.trash")).click();
    CHECK(kith.screen.shows("Ben Okafor"));
    kith.screen.get(Role::button, say("trash.restore")).click();
    CHECK(kith.screen.shows(say("trash.none")));
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
    CHECK(kith.screen.has(Role::heading, say("files.import_title", "Connections.csv")));
    CHECK(kith.screen.has(Role::row, "Ana Núñez"));
    CHECK(kith.workspace.count(Kind::person) == 0);
    kith.screen.get(Role::button, say("files.do_import", 2)).click();
    CHECK(kith.workspace.count(Kind::person) == 2);
    CHECK(kith.screen.has(Role::row, "Ben Okafor"));
    kith.screen.get(Role::button, say("toast.undo")).click();
    CHECK(kith.workspace.count(Kind::person) == 0);
}

TEST_CASE("what an import will do is seen on a phone, and what differs only where something does") {
    Kith kith({.width = 390, .height = 844, .touch = true});
    const std::string head = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\r\n";
    const std::string ben = ",https://www.linkedin.com/in/ben,,City Clinic,";
    kith.app.receive_file("Connections.csv", head + "Ben,Okafor" + ben + "Nurse,19 Nov 2025\r\n");
    kith.screen.settle();
    CHECK(kith.screen.has(Role::columnheader, say("import_column.happens")));
    CHECK_FALSE(kith.screen.has(Role::columnheader, say("import_column.line")));
    kith.screen.get(Role::button, say("files.do_import", 1)).click();
    kith.screen.resize(1440, 900);
    kith.app.receive_file("Connections.csv", head + "Ana,Núñez,,ana@example.org,,,18 Nov 2025\r\n");
    kith.screen.settle();
    CHECK(kith.screen.has(Role::columnheader, say("import_column.in_file")));
    CHECK_FALSE(kith.screen.has(Role::columnheader, say("import_column.here")));
    kith.app.receive_file("Connections.csv", head + "Ben,Okafor" + ben + "Charge Nurse,19 Nov 2025\r\n");
    kith.screen.settle();
    CHECK(kith.screen.has(Role::columnheader, say("import_column.here")));
}

TEST_CASE("a file that is none says so") {
    Kith kith;
    kith.app.receive_file("holiday.pdf", "%PDF-1.7 and so on");
    kith.screen.settle();
    CHECK(kith.screen.shows(say("import.looks_like.pdf", "holiday.pdf")));
    CHECK(kith.screen.has(Role::heading, say("nav.files")));
}

TEST_CASE("all of it is handed out as a backup, and taken back in") {
    WithSample kith;
    kith.screen.get(Role::link, say("nav.settings")).click();
    kith.screen.get(Role::button, say("settings.backup")).click();
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
    kith.screen.get(Role::link, say("nav.files")).click();
    kith.screen.get(Role::button, say("files.save")).click();
    REQUIRE(kith.screen.host().saved.size() == 1);
    CHECK(kith.screen.host().saved[0].name == "kith-people.vcf");
    CHECK(kith.screen.host().saved[0].bytes.starts_with("BEGIN:VCARD"));
}

TEST_CASE("on a phone there is a bar below, and a person has a page") {
    WithSample kith({.width = 390, .height = 844, .touch = true});
    CHECK(kith.screen.has(Role::columnheader, say("column.name")));
    CHECK(kith.screen.has(Role::columnheader, say("column.last_contact")));
    CHECK_FALSE(kith.screen.has(Role::columnheader, say("column.role")));
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
    kith.screen.get(Role::textbox, label_of(person::notes)).click();
    kith.screen.type("lost?");
    kith.screen.press("Control+Enter");
    CHECK(kith.workspace.text(kith.called(Kind::person, "Ben Okafor"), person::notes) != "lost?");
    kith.screen.get(Role::button, say("storage.take_over")).click();
    CHECK(kith.screen.host().takeovers == 1);
}

TEST_CASE("the address leads back to where one was") {
    WithSample kith;
    kith.app.go_to("people/" + to_string(kith.called(Kind::person, "Jonas Weber")));
    kith.screen.settle();
    CHECK(kith.screen.has(Role::heading, "Jonas Weber"));
    kith.app.go_to("nowhere");
    kith.screen.settle();
    CHECK(kith.screen.has(Role::main, say("nav.today")));
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
