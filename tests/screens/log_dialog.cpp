// One line is enough to log a contact, and each guess can be corrected.
#include "ui/log_dialog.h"

#include <doctest/doctest.h>

#include "model/fields.h"
#include "with_sample.h"

using namespace kith;
using namespace kith::ui;

namespace {

struct Logging : WithSample {
    explicit Logging(std::string_view line) {
        screen.get(Role::button, "Log a contact").click();
        REQUIRE(screen.has(Role::dialog, "Log a contact"));
        screen.type(line);
        screen.settle();
    }
    bool with(std::string_view name) { return screen.has(Role::button, "Remove " + std::string(name)); }
    void save() {
        screen.get(Role::button, "Save").click();
        CHECK_FALSE(screen.has(Role::dialog, "Log a contact"));
    }
};

}  // namespace

TEST_CASE("one line becomes a contact with its people, its topic and its promise") {
    Logging kith("coffee with Ben and Priya about the clinic job, send her the report by Friday");
    CHECK(kith.screen.has(Role::button, "Coffee"));
    CHECK(kith.with("Ben Okafor"));
    CHECK(kith.with("Priya Sharma"));
    CHECK(kith.screen.get(Role::textbox, "About").value() == "The clinic job");
    CHECK(kith.screen.get(Role::textbox, "Promise 1").value() == "Send Priya the report");
    CHECK(kith.screen.get(Role::textbox, "Promise 1, by when").value() == "27/11/2026");
    kith.save();
    const RecordId contact = kith.called(Kind::interaction, "The clinic job");
    REQUIRE(contact);
    CHECK(kith.workspace.text(contact, interaction::kind) == "coffee");
    CHECK(kith.workspace.elements(contact, interaction::people).size() == 2);
    const RecordId promise = kith.called(Kind::action, "Send Priya the report");
    REQUIRE(promise);
    CHECK(kith.workspace.text(promise, action::promised_by) == "me");
    CHECK(kith.workspace.reference(promise, action::came_of) == contact);
    CHECK(kith.screen.has(Role::listitem, "Send Priya the report"));
    kith.screen.get(Role::button, "Undo").click();
    CHECK_FALSE(kith.called(Kind::interaction, "The clinic job"));
    CHECK_FALSE(kith.called(Kind::action, "Send Priya the report"));
}

TEST_CASE("a wrong guess is corrected where it stands") {
    Logging kith("coffee with Ben about shifts");
    kith.screen.get(Role::button, "Coffee").click();
    kith.screen.get(Role::menuitem, "Meal").click();
    CHECK(kith.screen.get(Role::combobox, "Kind").value() == "Meal");
    CHECK_FALSE(kith.screen.has(Role::button, "Coffee"));
    kith.screen.get(Role::button, "Ben Okafor").click();
    kith.screen.get(Role::menuitem, "New: Ben").click();
    CHECK(kith.screen.has(Role::button, "New: Ben"));
    CHECK_FALSE(kith.with("Ben Okafor"));
    const std::size_t before = kith.workspace.count(Kind::person);
    kith.save();
    CHECK(kith.workspace.count(Kind::person) == before + 1);
    const RecordId contact = kith.called(Kind::interaction, "Shifts");
    CHECK(kith.workspace.text(contact, interaction::kind) == "meal");
}

TEST_CASE("what is said in the form counts, and typing on does not take it back") {
    Logging kith("call with Ben about");
    kith.screen.get(Role::textbox, "About").fill("The night roster");
    kith.screen.get(Role::textbox, "In one line").fill("call with Ben about nights yesterday");
    CHECK(kith.screen.get(Role::textbox, "About").value() == "The night roster");
    CHECK(kith.screen.get(Role::textbox, "On").value() == "19/11/2026");
    kith.save();
    CHECK(kith.called(Kind::interaction, "The night roster"));
}

TEST_CASE("a day to come is a plan") {
    Logging kith("lunch with Ben next Tuesday");
    CHECK(kith.screen.shows("A day to come: Kith keeps it as planned, and reminds you to prepare."));
    kith.save();
    bool planned = false;
    kith.workspace.for_each(Kind::interaction, [&](RecordId one) {
        planned |= kith.workspace.flag(one, interaction::planned) &&
            to_iso(kith.workspace.date(one, interaction::on)) == "2026-11-24";
    });
    CHECK(planned);
}

TEST_CASE("a promise alone is kept without a contact, and one that was none is left out") {
    Logging kith("send Ben the triage list by Tuesday");
    const std::size_t before = kith.workspace.count(Kind::interaction);
    kith.screen.get(Role::button, "No promise").click();
    CHECK_FALSE(kith.screen.has(Role::textbox, "Promise 1"));
    kith.screen.get(Role::textbox, "In one line").fill("send Ben the triage lists by Tuesday");
    CHECK(kith.screen.get(Role::textbox, "Promise 1").value() == "Send Ben the triage lists");
    kith.screen.get(Role::radio, "They promise").click();
    kith.save();
    CHECK(kith.workspace.count(Kind::interaction) == before);
    const RecordId promise = kith.called(Kind::action, "Send Ben the triage lists");
    CHECK(kith.workspace.text(promise, action::promised_by) == "them");
}

TEST_CASE("logging from Today begins with that person") {
    WithSample kith;
    kith.screen.get(Role::button, "More for: Send Ben the triage report").click();
    kith.screen.get(Role::menuitem, "Log a contact").click();
    CHECK(kith.screen.has(Role::button, "Remove Ben Okafor"));
    kith.screen.type("coffee about the ward");
    CHECK(kith.screen.has(Role::button, "Remove Ben Okafor"));
    kith.screen.press("Control+Enter");
    CHECK(kith.called(Kind::interaction, "The ward"));
}
