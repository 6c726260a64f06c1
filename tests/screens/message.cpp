// Writing to somebody: in the sample Ana gave advice three days ago and is to be thanked.
#include "ui/message.h"

#include <algorithm>
#include <doctest/doctest.h>

#include "model/fields.h"
#include "with_sample.h"

using namespace kith;
using namespace kith::ui;

namespace {

constexpr std::string_view thanks = "Thank Ana María Núñez: the leadership course";
constexpr std::string_view dialog = "Write to Ana María Núñez";

void begin(WithSample& kith) {
    kith.screen.get(Role::listitem, thanks).get(Role::button, "Thank").click();
    REQUIRE(kith.screen.has(Role::dialog, dialog));
}

}  // namespace

TEST_CASE("a message begins with what the two share, is edited, and opened in the mail program") {
    WithSample kith;
    begin(kith);
    CHECK(kith.screen.get(Role::combobox, "What for").value() == "Say thanks");
    CHECK(kith.screen.get(Role::textbox, "Text").value().contains("Ana María"));
    kith.screen.get(Role::textbox, "Subject").fill("Thank you & more");
    kith.screen.get(Role::button, "Open in mail").click();
    REQUIRE(kith.screen.host().opened_links.size() == 1);
    const std::string& link = kith.screen.host().opened_links[0];
    CHECK(link.starts_with("mailto:"));
    CHECK(link.contains("subject=Thank%20you%20%26%20more"));
}

TEST_CASE("that it was sent is noted with one press, and what it was for is done") {
    WithSample kith;
    begin(kith);
    kith.screen.get(Role::button, "Copy the text").click();
    REQUIRE(kith.screen.host().copied.size() == 1);
    CHECK(kith.screen.host().copied[0] == kith.screen.get(Role::textbox, "Text").value());
    const std::size_t before = kith.workspace.count(Kind::interaction);
    kith.screen.get(Role::button, "Yes, note it").click();
    CHECK_FALSE(kith.screen.has(Role::dialog, dialog));
    CHECK(kith.workspace.count(Kind::interaction) == before + 1);
    CHECK_FALSE(kith.screen.has(Role::listitem, thanks));
    kith.screen.get(Role::button, "Undo").click();
    CHECK(kith.workspace.count(Kind::interaction) == before);
    CHECK(kith.screen.has(Role::listitem, thanks));
}

TEST_CASE("a message that is kept waits in Today as it was left") {
    WithSample kith;
    begin(kith);
    kith.screen.get(Role::textbox, "Subject").fill("Half a thought");
    kith.screen.get(Role::textbox, "Text").fill("Dear Ana, I wanted to");
    kith.screen.get(Role::button, "Keep for later").click();
    CHECK_FALSE(kith.screen.has(Role::dialog, dialog));
    constexpr std::string_view kept = "Write to Ana María Núñez: Half a thought";
    REQUIRE(kith.screen.has(Role::listitem, kept));
    CHECK(kith.screen.has(Role::listitem, thanks));
    kith.screen.get(Role::listitem, kept).get(Role::button, "Write").click();
    CHECK(kith.screen.get(Role::textbox, "Subject").value() == "Half a thought");
    kith.screen.get(Role::button, "Open in mail").click();
    kith.screen.get(Role::button, "Yes, note it").click();
    CHECK_FALSE(kith.screen.has(Role::listitem, kept));
}

TEST_CASE("what was written by hand stays when another kind of message is chosen") {
    WithSample kith;
    begin(kith);
    kith.screen.get(Role::combobox, "What for").set_value("Ask for advice");
    CHECK(kith.screen.get(Role::combobox, "What for").value() == "Ask for advice");
    // Ana was asked for advice nine days ago.
    CHECK(std::ranges::any_of(
        kith.screen.tree().nodes(), [](const Node& node) { return node.role == Role::note; }));
    kith.screen.get(Role::textbox, "Subject").fill("My own words");
    kith.screen.get(Role::combobox, "What for").set_value("Check in");
    CHECK(kith.screen.get(Role::textbox, "Subject").value() == "My own words");
}

TEST_CASE("one writes to somebody from their own page") {
    WithSample kith("People");
    kith.screen.get(Role::row, "Ben Okafor").click();
    kith.screen.get(Role::button, "Write").click();
    CHECK(kith.screen.has(Role::dialog, "Write to Ben Okafor"));
}
