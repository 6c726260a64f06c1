// Writing to somebody: in the sample Ana gave advice three days ago and is to be thanked.
#include "ui/conversations/message.h"

#include <algorithm>
#include <doctest/doctest.h>

#include "model/fields.h"
#include "with_sample.h"

using namespace kith;
using namespace kith::ui;

namespace {

std::string thanks() {
    return say("agenda.title.favour_thank", "Ana María Núñez", "the leadership course");
}
std::string dialog() {
    return say("message.title", "Ana María Núñez");
}

void begin(WithSample& kith) {
    kith.screen.get(Role::listitem, thanks()).get(Role::button, say("today.step_thank")).click();
    REQUIRE(kith.screen.has(Role::dialog, dialog()));
}

}  // namespace

TEST_CASE("a message begins with what the two share, is edited, and opened in the mail program") {
    WithSample kith;
    begin(kith);
    CHECK(kith.screen.get(Role::combobox, say("message.kind")).value() == say("draft.thank"));
    CHECK(kith.screen.get(Role::textbox, say("message.text")).value().contains("Ana María"));
    kith.screen.get(Role::textbox, say("message.subject")).fill("Thank you & more");
    kith.screen.get(Role::button, say("message.open_mail")).click();
    REQUIRE(kith.screen.host().opened_links.size() == 1);
    const std::string& link = kith.screen.host().opened_links[0];
    CHECK(link.starts_with("mailto:"));
    CHECK(link.contains("subject=Thank%20you%20%26%20more"));
}

TEST_CASE("that it was sent is noted with one press, and what it was for is done") {
    WithSample kith;
    begin(kith);
    kith.screen.get(Role::button, say("message.copy")).click();
    REQUIRE(kith.screen.host().copied.size() == 1);
    CHECK(kith.screen.host().copied[0] == kith.screen.get(Role::textbox, say("message.text")).value());
    const std::size_t before = kith.workspace.count(Kind::interaction);
    kith.screen.get(Role::button, say("message.sent")).click();
    CHECK_FALSE(kith.screen.has(Role::dialog, dialog()));
    CHECK(kith.workspace.count(Kind::interaction) == before + 1);
    CHECK_FALSE(kith.screen.has(Role::listitem, thanks()));
    kith.screen.get(Role::button, say("toast.undo")).click();
    CHECK(kith.workspace.count(Kind::interaction) == before);
    CHECK(kith.screen.has(Role::listitem, thanks()));
}

TEST_CASE("a message that is kept waits in Today as it was left") {
    WithSample kith;
    begin(kith);
    kith.screen.get(Role::textbox, say("message.subject")).fill("Half a thought");
    kith.screen.get(Role::textbox, say("message.text")).fill("Dear Ana, I wanted to");
    kith.screen.get(Role::button, say("message.keep")).click();
    CHECK_FALSE(kith.screen.has(Role::dialog, dialog()));
    const std::string kept = say("message.kept_title", "Ana María Núñez", "Half a thought");
    REQUIRE(kith.screen.has(Role::listitem, kept));
    CHECK(kith.screen.has(Role::listitem, thanks()));
    kith.screen.get(Role::listitem, kept).get(Role::button, say("today.step_write")).click();
    CHECK(kith.screen.get(Role::textbox, say("message.subject")).value() == "Half a thought");
    kith.screen.get(Role::button, say("message.open_mail")).click();
    kith.screen.get(Role::button, say("message.sent")).click();
    CHECK_FALSE(kith.screen.has(Role::listitem, kept));
}

TEST_CASE("what was written by hand stays when another kind of message is chosen") {
    WithSample kith;
    begin(kith);
    kith.screen.get(Role::combobox, say("message.kind")).set_value(say("draft.ask_advice"));
    CHECK(kith.screen.get(Role::combobox, say("message.kind")).value() == say("draft.ask_advice"));
    // Ana was asked for advice nine days ago.
    CHECK(std::ranges::any_of(
        kith.screen.tree().nodes(), [](const Node& node) { return node.role == Role::note; }));
    kith.screen.get(Role::textbox, say("message.subject")).fill("My own words");
    kith.screen.get(Role::combobox, say("message.kind")).set_value(say("draft.check_in"));
    CHECK(kith.screen.get(Role::textbox, say("message.subject")).value() == "My own words");
}

TEST_CASE("one writes to somebody from their own page") {
    WithSample kith(say("nav.people"));
    kith.screen.get(Role::row, "Ben Okafor").click();
    kith.screen.get(Role::button, say("today.step_write")).click();
    CHECK(kith.screen.has(Role::dialog, say("message.title", "Ben Okafor")));
}
