// jCard, xCard and JSContact: people as those who wrote them meant them.
#include "../importing.h"
#include "exchange/card_trees/card_lines.h"

using namespace kith;

TEST_CASE("jCard: structured names, lists, types, groups and companies") {
    TestImport here;
    const ImportPlan plan = here.bring_data("card_trees/two.jcard.json");
    CHECK(plan.files[0].key() == "jcard");
    CHECK(plan.files[0].entries == 2);
    REQUIRE(here.workspace.count(Kind::person) == 1);
    const RecordId one = here.workspace.all(Kind::person)[0];
    const auto text = [&](FieldId field) { return here.workspace.text(one, field); };
    CHECK(text(person::family_name) == "Šťastná");
    CHECK(text(person::given_name) == "Ludmila");
    CHECK(text(person::additional_names) == "Marie Eva");
    CHECK(text(person::name_prefix) == "Dr.");
    CHECK(text(person::name_suffix) == "CSc.");
    CHECK(text(person::uid) == "urn:uuid:7f3c2a10-1111-4222-8333-444455556666");
    CHECK(to_iso(here.workspace.date(one, person::birthday)) == "--04-12");
    CHECK(here.rows(one, person::contact_points) ==
        Texts{"phone|+420-777-123456|work mobile|yes", "email|l.stastna@example.cz|home"});
    CHECK(here.rows(one, person::addresses) == Texts{"Dlouhá 5,3. patro|||Brno; střed||602 00|Česko|work"});
    CHECK(here.jobs(one) == Texts{"Primářka @ Nemocnice, s.r.o."});
    CHECK(text(person::notes) == "First line\nsecond; line");
    CHECK(here.workspace.texts(one, person::tags).size() == 2);
    CHECK(here.rows(one, person::properties) == Texts{"a1.X-SHOE|x-p=\"q:r\"|38"});
    CHECK(here.workspace.count(Kind::organisation) == 2);
    CHECK_FALSE(here.plan_data("card_trees/two.jcard.json").plan().changes_something());
}

TEST_CASE("xCard: namespaces with a prefix, parts by name, labels of groups") {
    TestImport here;
    const ImportPlan plan = here.bring_data("card_trees/one.xcard.xml");
    CHECK(plan.files[0].key() == "xcard");
    REQUIRE(here.workspace.count(Kind::person) == 1);
    const RecordId one = here.workspace.all(Kind::person)[0];
    CHECK(here.workspace.text(one, person::family_name) == "O’Neill");
    CHECK(to_iso(here.workspace.date(one, person::birthday)) == "1985-04-12");
    CHECK(here.rows(one, person::contact_points) ==
        Texts{"phone|+33-1-5555|home fax", "email|amelie@example.fr|Cabinet; rue"});
    CHECK(here.jobs(one) == Texts{" @ Clinique"});
    CHECK(here.workspace.texts(one, person::tags).size() == 2);
    const Texts addresses = here.rows(one, person::addresses);
    REQUIRE(addresses.size() == 1);
    CHECK(addresses[0].starts_with("2 rue X|||Paris||75001|France||2 rue X"));
    CHECK_FALSE(here.plan_data("card_trees/one.xcard.xml").plan().changes_something());
}

TEST_CASE("JSContact: maps by id, titles of organisations, partial dates, and what it says beyond a vCard") {
    TestImport here;
    const ImportPlan plan = here.bring_data("card_trees/one.jscontact.json");
    CHECK(plan.files[0].key() == "jscontact");
    REQUIRE(here.workspace.count(Kind::person) == 1);
    const RecordId one = here.workspace.all(Kind::person)[0];
    const auto text = [&](FieldId field) { return here.workspace.text(one, field); };
    CHECK(text(person::given_name) == "Vân Anh");
    CHECK(text(person::family_name) == "Trần");
    CHECK(text(person::name_prefix) == "Dr.");
    CHECK(text(person::name_suffix) == "MBA");
    CHECK(text(person::nickname) == "Vân");
    CHECK(text(person::pronouns) == "she/her");
    CHECK(to_iso(here.workspace.date(one, person::birthday)) == "--04-09");
    CHECK(here.rows(one, person::dates) == Texts{"2012-10-02|anniversary"});
    CHECK(here.rows(one, person::contact_points) ==
        Texts{"email|van@example.vn|work|yes", "email|v@example.org|Hội", "phone|+84-90-1234567|home mobile",
            "message|xmpp:van@chat.example"});
    CHECK(here.rows(one, person::links) ==
        Texts{"https://social.example/@van|Mastodon", "https://van.example"});
    Texts jobs = here.jobs(one);
    std::ranges::sort(jobs);
    CHECK(jobs == Texts{"Bác sĩ @ Bệnh viện; A", "Thành viên @ Hội Y"});
    CHECK(text(person::notes) == "Hai dòng\nlà đây");
    CHECK(std::ranges::any_of(here.rows(one, person::properties),
        [](const std::string& row) { return row == "example.com:shoe||size: 38"; }));
    CHECK(std::ranges::any_of(here.rows(one, person::properties),
        [](const std::string& row) { return row.starts_with("RELATED|") && row.ends_with("urn:uuid:1"); }));
    CHECK_FALSE(here.plan_data("card_trees/one.jscontact.json").plan().changes_something());
}

TEST_CASE("One card by itself, and damaged ones, are read as far as they go") {
    TestImport here;
    here.bring("a.json", "[\"vcard\", [[\"fn\", {}, \"text\", \"Ada Lovelace\"]]]");
    CHECK(here.workspace.count(Kind::person) == 1);
    const ImportPlan cut =
        here.bring("b.json", "[[\"vcard\", [[\"fn\", {}, \"text\", \"Bea Lee\"]]],\n[\"vcard\", [[\"fn\"");
    CHECK(here.workspace.count(Kind::person) == 2);
    REQUIRE(cut.notices.size() == 1);
    CHECK(cut.notices[0].message.key == "import.broken");
    here.bring(
        "c.json", "[{\"@type\": \"Card\", \"name\": {\"full\": \"Cy Fox\"}}, {\"@type\": \"Group\"}, 3]");
    CHECK(here.workspace.count(Kind::person) == 3);
}

TEST_CASE("No value of a card that was written otherwise can begin or end one") {
    CardLines lines;
    lines.add("end", {}, "VCARD");
    lines.add_text("NOTE", {{"X-P", "a\nEND:VCARD"}}, "x\nEND:VCARD\r\nBEGIN:VCARD");
    lines.add("X-RAW", {}, "1\r\nEND:VCARD");
    const std::string text = lines.take();
    std::size_t ends = 0;
    for (std::size_t at = text.find("\nEND:VCARD"); at != std::string::npos;
        at = text.find("\nEND:VCARD", at + 1))
        ++ends;
    CHECK(ends == 1);
}
