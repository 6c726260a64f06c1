// A message that is kept for later, and one that was sent with all that is done by it.
#include "planning/messages/sending.h"

#include "../world.h"

using namespace kith;
using namespace kith::testing;

namespace {

constexpr std::string_view story = R"(
[person ana]
given_name = Ana
[favour advice]
direction = received
stage = done
done_on = today-20
about = the interview
person = ana
[achievement prize]
title = A prize
to_tell = ana
[goal lead]
wish = Lead a ward
)";

}  // namespace

TEST_CASE("a kept message is a step due today, is found again, and is kept once") {
    World world(story);
    const RecordId ana = world.person("Ana"), prize = world.find(Kind::achievement, "A prize");
    MessageDraft message{
        .kind = DraftKind::thank, .person = ana, .to = {}, .subject = "Thank you", .body = "Dear\nAna"};
    CHECK(carry_out(world,
              keep_message({.message = message, .kept = {}, .about = prize}, "Ana", "Message to Ana",
                  world.today, world.random)) == "message.keep_change(Ana)");
    const RecordId kept = world.find(Kind::action, "Message to Ana");
    CHECK(is_kept_message(world.workspace, kept));
    CHECK(world.workspace.date(kept, action::due).to_day() == world.today);
    CHECK(world.workspace.reference(kept, action::came_of) == prize);
    const MessageDraft again = kept_message(world.workspace, kept);
    CHECK(again.kind == DraftKind::thank);
    CHECK(again.subject == "Thank you");
    CHECK(again.body == "Dear\nAna");
    message.body = "Ana";
    world.commit(keep_message({.message = message, .kept = kept, .about = prize}, "Ana", "Message to Ana",
        world.today + days{1}, world.random));
    CHECK(world.workspace.count(Kind::action) == 1);
    CHECK(kept_message(world.workspace, kept).body == "Ana");
    CHECK(world.workspace.date(kept, action::due).to_day() == world.today);
    CHECK_FALSE(is_kept_message(world.workspace, prize));
}

TEST_CASE("a message that was sent is a conversation, and does what it was for, as one step") {
    World world(story);
    const RecordId ana = world.person("Ana"), prize = world.find(Kind::achievement, "A prize"),
                   favour = world.find(Kind::favour, "the interview"),
                   goal = world.find(Kind::goal, "Lead a ward");
    const MessageDraft message{
        .kind = DraftKind::thank, .person = ana, .to = {}, .subject = "Thank you", .body = ""};
    world.commit(keep_message(
        {.message = message, .kept = {}, .about = {}}, "Ana", "Message", world.today, world.random));
    const RecordId kept = world.find(Kind::action, "Message");
    const AgendaItem item{.kind = AgendaKind::favour_thank, .record = favour, .people = {ana}};
    const MessageSent sent{.message = message,
        .item = &item,
        .item_title = "Thank Ana",
        .tells = prize,
        .asked = AskedFor{.person = ana, .kind = favour::kind::advice, .about = "leading", .goal = goal},
        .kept = kept};
    const std::size_t before = world.workspace.transactions().size();
    CHECK(carry_out(world, note_sent(world.workspace, sent, "Ana", world.today, world.random)) ==
        "message.sent_change(Ana)");
    CHECK(world.workspace.transactions().size() == before + 1);
    CHECK(world.workspace.referrers(ana, interaction::people).size() == 1);
    CHECK(world.workspace.choice(favour, favour::stage) == favour::stage::thanked);
    CHECK(world.workspace.referrers(ana, achievement::told) == std::vector{prize});
    CHECK(world.workspace.referrers(ana, achievement::to_tell).empty());
    CHECK(world.workspace.referrers(goal, favour::goal).size() == 1);
    CHECK(world.workspace.date(kept, action::done_on).to_day() == world.today);
}
