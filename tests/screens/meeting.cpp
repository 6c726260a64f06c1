// Before and after a planned meeting: the sample has a coffee with Tove in three days.
#include "ui/conversations/meeting.h"

#include <doctest/doctest.h>

#include "model/fields.h"
#include "with_sample.h"

using namespace kith;
using namespace kith::ui;

namespace {

std::string prepare() {
    return say("prepare.title", "Tove Åkesson");
}
std::string review() {
    return say("review.title", "Tove Åkesson");
}

RecordId planned(const WithSample& kith) {
    return kith.called(Kind::interaction, "How the new roster works");
}

}  // namespace

TEST_CASE("before a meeting one is told whom one meets and what is open, and notes what to bring up") {
    WithSample kith;
    kith.screen.get(Role::listitem, prepare()).get(Role::button, say("today.step_prepare")).click();
    REQUIRE(kith.screen.has(Role::dialog, prepare()));
    CHECK(kith.screen.has(Role::heading, "Tove Åkesson"));
    CHECK(kith.screen.has(Role::list, say("prepare.ask")));
    CHECK(kith.screen.get(Role::list, say("prepare.theirs"))
            .has(Role::listitem, joined({"Draft of the new roster", say("date.yesterday")})));
    kith.screen.get(Role::textbox, say("prepare.bring_up")).fill("Weekend shifts");
    kith.screen.get(Role::button, say("prepare.ready")).click();
    CHECK_FALSE(kith.screen.has(Role::dialog, prepare()));
    CHECK_FALSE(kith.screen.has(Role::listitem, prepare()));
    CHECK(kith.workspace.text(planned(kith), interaction::notes) == "Weekend shifts");
}

TEST_CASE("closing the sheet keeps what was written, and leaves the meeting to be prepared") {
    WithSample kith;
    kith.screen.get(Role::listitem, prepare()).get(Role::button, say("today.step_prepare")).click();
    kith.screen.get(Role::textbox, say("prepare.bring_up")).fill("Weekend shifts");
    kith.screen.get(Role::button, say("prepare.close")).click();
    CHECK(kith.workspace.text(planned(kith), interaction::notes) == "Weekend shifts");
    CHECK(kith.screen.has(Role::listitem, prepare()));
}

TEST_CASE("after a meeting two minutes are enough: what was said, and what each promised") {
    WithSample kith;
    kith.screen.host().clock += std::chrono::days{4};
    kith.screen.settle();
    kith.screen.get(Role::listitem, review()).get(Role::button, say("today.step_review")).click();
    REQUIRE(kith.screen.has(Role::dialog, review()));
    kith.screen.get(Role::textbox, say("review.said")).fill("The roster starts in March");
    kith.screen.get(Role::textbox, say("review.mine")).fill("Send Tove the survey");
    kith.screen.get(Role::textbox, say("review.by_of", "You promised")).fill("31/11/2026");
    kith.screen.get(Role::button, say("form.save")).click();
    CHECK(kith.screen.shows(say("form.no_such_date")));
    kith.screen.get(Role::textbox, say("review.by_of", "You promised")).fill("30/11/2026");
    kith.screen.get(Role::textbox, say("review.theirs")).fill("Introduce me to the union");
    kith.screen.get(Role::button, say("form.save")).click();
    CHECK_FALSE(kith.screen.has(Role::dialog, review()));
    const RecordId meeting = planned(kith);
    CHECK_FALSE(kith.workspace.flag(meeting, interaction::planned));
    CHECK(kith.workspace.text(meeting, interaction::notes) == "The roster starts in March");
    const RecordId mine = kith.called(Kind::action, "Send Tove the survey");
    const RecordId theirs = kith.called(Kind::action, "Introduce me to the union");
    REQUIRE(mine);
    REQUIRE(theirs);
    CHECK(kith.workspace.choice(mine, action::promised_by) == action::promised_by::me);
    CHECK(to_iso(kith.workspace.date(mine, action::due)) == "2026-11-30");
    CHECK(kith.workspace.reference(theirs, action::came_of) == meeting);
    CHECK(kith.screen.has(Role::listitem, "Send Tove the survey"));
    kith.screen.get(Role::button, say("toast.undo")).click();
    CHECK(kith.screen.has(Role::listitem, review()));
}

TEST_CASE("a meeting that was moved is to be prepared again, one that was called off asks no more") {
    WithSample kith;
    kith.screen.host().clock += std::chrono::days{4};
    kith.screen.settle();
    kith.screen.get(Role::listitem, review()).get(Role::button, say("today.step_review")).click();
    kith.screen.get(Role::radio, say("review.moved")).click();
    kith.screen.get(Role::textbox, say("review.moved_to")).fill("26/11/2026");
    kith.screen.get(Role::button, say("form.save")).click();
    CHECK(kith.screen.has(Role::listitem, prepare()));
    kith.screen.host().clock += std::chrono::days{4};
    kith.screen.settle();
    kith.screen.get(Role::listitem, review()).get(Role::button, say("today.step_review")).click();
    kith.screen.get(Role::radio, say("review.did_not_happen")).click();
    kith.screen.get(Role::button, say("form.save")).click();
    CHECK_FALSE(kith.screen.has(Role::listitem, review()));
    CHECK(kith.workspace.flag(planned(kith), interaction::planned));
}

TEST_CASE("a planned meeting is prepared from the person's timeline too") {
    WithSample kith(say("nav.people"));
    kith.app.go_to("people/" + to_string(kith.called(Kind::person, "Tove Åkesson")));
    kith.screen.settle();
    kith.screen.get(Role::button, "Coffee, How the new roster works").click();
    CHECK(kith.screen.has(Role::dialog, prepare()));
    kith.screen.get(Role::dialog, prepare()).get(Role::button, say("prepare.edit")).click();
    CHECK(kith.screen.has(Role::dialog, say("person.edit_contact")));
    CHECK(
        kith.screen.get(Role::textbox, label_of(interaction::summary)).value() == "How the new roster works");
}
