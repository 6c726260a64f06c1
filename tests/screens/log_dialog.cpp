// One line is enough to log a contact, and each guess can be corrected.
#include "ui/conversations/log_dialog.h"

#include <doctest/doctest.h>

#include "model/fields.h"
#include "with_sample.h"

using namespace kith;
using namespace kith::ui;

namespace {

struct Logging : WithSample {
    explicit Logging(std::string_view line) {
        screen.get(Role::button, say("top.log")).click();
        REQUIRE(screen.has(Role::dialog, say("log.title")));
        screen.type(line);
        screen.settle();
    }
    bool with(std::string_view name) { return screen.has(Role::button, say("widget.remove", name)); }
    void save() {
        screen.get(Role::button, say("form.save")).click();
        CHECK_FALSE(screen.has(Role::dialog, say("log.title")));
    }
};

}  // namespace

TEST_CASE("one line becomes a contact with its people, its topic and its promise") {
    Logging kith("coffee with Ben and Priya about the clinic job, send her the report by Friday");
    CHECK(kith.screen.has(Role::button, option_of(interaction::kind, "coffee")));
    CHECK(kith.with("Ben Okafor"));
    CHECK(kith.with("Priya Sharma"));
    CHECK(kith.screen.get(Role::textbox, label_of(interaction::summary)).value() == "The clinic job");
    CHECK(kith.screen.get(Role::textbox, say("log.promise", 1)).value() == "Send Priya the report");
    CHECK(kith.screen.get(Role::textbox, say("log.promise_due", 1)).value() == "27/11/2026");
    kith.save();
    const RecordId contact = kith.called(Kind::interaction, "The clinic job");
    REQUIRE(contact);
    CHECK(kith.workspace.choice(contact, interaction::kind) == interaction::kind::coffee);
    CHECK(kith.workspace.elements(contact, interaction::people).size() == 2);
    const RecordId promise = kith.called(Kind::action, "Send Priya the report");
    REQUIRE(promise);
    CHECK(kith.workspace.choice(promise, action::promised_by) == action::promised_by::me);
    CHECK(kith.workspace.reference(promise, action::came_of) == contact);
    CHECK(kith.screen.has(Role::listitem, "Send Priya the report"));
    kith.screen.get(Role::button, say("toast.undo")).click();
    CHECK_FALSE(kith.called(Kind::interaction, "The clinic job"));
    CHECK_FALSE(kith.called(Kind::action, "Send Priya the report"));
}

TEST_CASE("a wrong guess is corrected where it stands") {
    Logging kith("coffee with Ben about shifts");
    kith.screen.get(Role::button, option_of(interaction::kind, "coffee")).click();
    kith.screen.get(Role::menuitem, option_of(interaction::kind, "meal")).click();
    CHECK(kith.screen.get(Role::combobox, label_of(interaction::kind)).value() ==
        option_of(interaction::kind, "meal"));
    CHECK_FALSE(kith.screen.has(Role::button, option_of(interaction::kind, "coffee")));
    kith.screen.get(Role::button, "Ben Okafor").click();
    kith.screen.get(Role::menuitem, say("log.new_person", "Ben")).click();
    CHECK(kith.screen.has(Role::button, say("log.new_person", "Ben")));
    CHECK_FALSE(kith.with("Ben Okafor"));
    const std::size_t before = kith.workspace.count(Kind::person);
    kith.save();
    CHECK(kith.workspace.count(Kind::person) == before + 1);
    const RecordId contact = kith.called(Kind::interaction, "Shifts");
    CHECK(kith.workspace.choice(contact, interaction::kind) == interaction::kind::meal);
}

TEST_CASE("what is said in the form counts, and typing on does not take it back") {
    Logging kith("call with Ben about");
    kith.screen.get(Role::textbox, label_of(interaction::summary)).fill("The night roster");
    kith.screen.get(Role::textbox, say("log.line")).fill("call with Ben about nights yesterday");
    CHECK(kith.screen.get(Role::textbox, label_of(interaction::summary)).value() == "The night roster");
    CHECK(kith.screen.get(Role::textbox, label_of(interaction::on)).value() == "19/11/2026");
    kith.save();
    CHECK(kith.called(Kind::interaction, "The night roster"));
}

TEST_CASE("a day to come is a plan") {
    Logging kith("lunch with Ben next Tuesday");
    CHECK(kith.screen.shows(say("log.planned")));
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
    kith.screen.get(Role::button, say("log.no_promise")).click();
    CHECK_FALSE(kith.screen.has(Role::textbox, say("log.promise", 1)));
    kith.screen.get(Role::textbox, say("log.line")).fill("send Ben the triage lists by Tuesday");
    CHECK(kith.screen.get(Role::textbox, say("log.promise", 1)).value() == "Send Ben the triage lists");
    kith.screen.get(Role::radio, say("log.they_promise")).click();
    kith.save();
    CHECK(kith.workspace.count(Kind::interaction) == before);
    const RecordId promise = kith.called(Kind::action, "Send Ben the triage lists");
    CHECK(kith.workspace.choice(promise, action::promised_by) == action::promised_by::them);
}

TEST_CASE("logging from Today begins with that person") {
    WithSample kith;
    kith.screen.get(Role::button, say("today.menu", "Send Ben the triage report")).click();
    kith.screen.get(Role::menuitem, say("today.log")).click();
    CHECK(kith.screen.has(Role::button, say("widget.remove", "Ben Okafor")));
    kith.screen.type("coffee about the ward");
    CHECK(kith.screen.has(Role::button, say("widget.remove", "Ben Okafor")));
    kith.screen.press("Control+Enter");
    CHECK(kith.called(Kind::interaction, "The ward"));
}
