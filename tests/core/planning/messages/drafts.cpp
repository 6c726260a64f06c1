#include "planning/messages/drafts.h"

#include "../../../english_formats.h"
#include "../world.h"

using namespace kith;
using namespace kith::testing;

namespace {

constexpr std::string_view story = R"(
[person me]
given_name = Selin
self = yes
[person priya]
given_name = Priya
family_name = Sharma
contact_points = phone | +46 70 123
contact_points = email | old@example.org | home
contact_points = email | priya@example.org | work | yes
birthday = --11-22
met_at = esc
[event esc]
name = ESC Congress
from = today-3
[organisation anna]
name = St. Anna Hospital
[affiliation priya]
person = priya
organisation = anna
role = Senior Nurse
[interaction coffee]
on = today-14
kind = coffee
people = priya
summary = Night shifts and the course
[action slides]
title = the slides on night shifts
promised_by = me
people = priya
[favour referral]
direction = received
kind = referral
person = priya
about = Ward Lead at St. Anna
stage = asked
due = 2026-12-01
[favour before]
direction = received
kind = advice
person = priya
about = advice on the course
stage = told
done_on = today-200
[person tom]
given_name = Tom
)";

MessageDraft write(World& world, DraftKind kind, std::string_view person, RecordId record = {}) {
    ContactBook contacts;
    contacts.update(world.workspace);
    MessageRequest request;
    request.kind = kind;
    request.person = world.person(person);
    request.record = record;
    EnglishFormats formats;
    const Formatter say(Catalogue::english(), formats, world.today);
    return write_message(world.workspace, contacts, request, say);
}

}  // namespace

TEST_CASE("a draft is filled with what the two share, and leaves out what is not known") {
    World world(story);
    const MessageDraft message = write(world, DraftKind::follow_up, "Priya");
    CHECK(message.to == "priya@example.org");
    CHECK(message.subject == "Good to meet you – ESC Congress");
    CHECK(message.body ==
        "Hi Priya,\n\nIt was good to meet you at ESC Congress.\nI enjoyed talking about Night shifts and the "
        "course.\n"
        "As promised: the slides on night shifts\n\nLet's stay in touch.\n\nSelin");
    const MessageDraft plain = write(world, DraftKind::follow_up, "Tom");
    CHECK(plain.to.empty());
    CHECK(plain.subject == "Good to meet you");
    CHECK(plain.body == "Hi Tom,\n\nLet's stay in touch.\n\nSelin");
}

TEST_CASE("a request says what it is about, by when, and what they did before") {
    World world(story);
    const MessageDraft message =
        write(world, DraftKind::ask_referral, "Priya", world.find(Kind::favour, "Ward Lead at St. Anna"));
    CHECK(message.subject == "A referral for Ward Lead at St. Anna");
    CHECK(message.body.contains("You know St. Anna Hospital from the inside"));
    CHECK(message.body.contains("You helped me before (advice on the course)"));
    CHECK(message.body.contains("by 1 December."));
    world.edit([&](Draft& draft) {
        draft.set(
            world.find(Kind::favour, "Ward Lead at St. Anna"), favour::due, date_value(on(2027, 2, 14)));
    });
    CHECK(write(world, DraftKind::ask_referral, "Priya", world.find(Kind::favour, "Ward Lead at St. Anna"))
            .body.contains("by 14 February 2027."));
    CHECK(write(world, DraftKind::congratulate, "Priya").body.contains("Happy birthday!"));
}

TEST_CASE("every kind of draft has a template that fills without leftovers") {
    World world(story);
    for (int i = 0; i <= static_cast<int>(DraftKind::end_mentorship); ++i) {
        const auto kind = static_cast<DraftKind>(i);
        for (const std::string_view person : {"Priya", "Tom"}) {
            const MessageDraft message = write(world, kind, person);
            INFO(std::string(key_of(kind)));
            CHECK_FALSE(message.body.empty());
            CHECK(message.body.find('{') == std::string::npos);
            CHECK(message.body.find("\n\n\n") == std::string::npos);
            CHECK(message.subject.find('{') == std::string::npos);
        }
        CHECK(Catalogue::english().has("draft." + std::string(key_of(kind))));
    }
}

TEST_CASE("a mailto link carries any text as RFC 6068 asks") {
    const MessageDraft message{
        .to = "gorby%kremvax@example.com", .subject = "café & co?", .body = "one\ntwo\r\nthree = 100%"};
    CHECK(mailto_link(message) ==
        "mailto:gorby%25kremvax@example.com?subject=caf%C3%A9%20%26%20co%3F&body=one%0D%0Atwo%0D%0Athree%20%"
        "3D%20100%25");
    CHECK(mailto_link({.body = "hi"}) == "mailto:?body=hi");
    CHECK(mailto_link({.to = "a?b&c@example.org"}) == "mailto:a%3Fb%26c@example.org");
    CHECK(mailto_link({.to = "ana@x.org?bcc=eva@y.org", .subject = "hi"}) == "mailto:?subject=hi");
}

TEST_CASE("a message that was sent can be logged as a contact") {
    World world(story);
    const MessageDraft message = write(world, DraftKind::check_in, "Priya");
    world.edit([&](Draft& draft) { log_message(draft, message, world.today, world.random); });
    CHECK(contacts_of(world.workspace, world.person("Priya")).back().on == world.today);
}
