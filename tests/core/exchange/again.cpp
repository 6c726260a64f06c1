// "The same file changes nothing when imported again", for the files that are hard to know again: nobody has
// a name, everybody has the same one, or one address leads to all.
#include "importing.h"

using namespace kith;

namespace {

std::string card(std::string_view lines) {
    return "BEGIN:VCARD\nVERSION:3.0\n" + std::string(lines) + "END:VCARD\n";
}

/// Brings a file in twice. What the first time did; the second must do nothing.
ImportPlan bring_twice(TestImport& here, const std::string& name, const std::string& bytes) {
    ImportPlan first = here.bring(name, bytes);
    ImportJob again = here.plan(name, bytes);
    for (const ImportItem& item : again.plan().items) {
        CAPTURE(item.name);
        CHECK(item.choice != ItemChoice::take_as_new);
        CHECK(item.differences.empty());
    }
    CHECK_FALSE(here.accept(again));
    return first;
}

}  // namespace

TEST_CASE("People listed by a middle name alone are known again") {
    TestImport here;
    CHECK(bring_twice(here, "a.csv", "Given Name,Additional Name\n,Ana\n,Ana\n").counts.fresh == 2);
    CHECK(here.workspace.count(Kind::person) == 2);
}

TEST_CASE("People whose names are signs, or whose only link leads nowhere, are known again") {
    TestImport here;
    CHECK(bring_twice(here, "signs.csv", "First Name,Last Name\n...,\n,(?)\n").counts.fresh == 2);
    CHECK(bring_twice(here, "shown.vcf", card("FN:???\n") + card("FN:'\n")).counts.fresh == 2);
    CHECK(bring_twice(here, "link.vcf", card("URL:https://\n")).counts.fresh == 1);
}

TEST_CASE("Many of one name are known again by what else the file says of them") {
    TestImport here;
    std::string table = "First Name,Notes\n";
    for (int i = 0; i < 40; ++i)
        table += "Ana,Met at table " + std::to_string(i) + "\n";
    CHECK(bring_twice(here, "a.csv", table).counts.fresh == 40);
}

TEST_CASE("Many colleagues behind one switchboard are known again") {
    TestImport here;
    std::string table = "First Name,Last Name,Phone\n";
    for (char c = 'A'; c <= 'Z'; ++c) {
        for (const std::string name : {"na", "xel"})
            table += c + name + ",Smith" + c + ",+43 1 2345678\n";
    }
    CHECK(bring_twice(here, "a.csv", table).counts.fresh == 52);
}

TEST_CASE("A card without a name joins one colleague behind the same address, not all") {
    TestImport here;
    const std::string address = "EMAIL:info@example.org\n";
    const ImportPlan plan = bring_twice(here, "a.vcf",
        card(address) + card("N:Diaz;Ana;;;\n" + address) + card("N:Okafor;Ben;;;\n" + address));
    CHECK(plan.counts.joined == 1);
    CHECK(here.person("Ana Diaz"));
    CHECK(here.person("Ben Okafor"));
}

TEST_CASE("An organisation's card has no employer; what it says of one is kept as it came") {
    TestImport here;
    bring_twice(here, "a.vcf", card("ORG:Acme\nX-KITH-WORK:Other;;Clerk\n"));
    REQUIRE(here.workspace.count(Kind::organisation) == 1);
    const RecordId organisation = here.workspace.all(Kind::organisation)[0];
    CHECK(here.rows(organisation, organisation::properties) == Texts{"X-KITH-WORK||Other;;Clerk"});
}

TEST_CASE("An organisation that comes twice in a file is one, with what both cards say") {
    TestImport here;
    const ImportPlan plan =
        bring_twice(here, "a.vcf", card("ORG:Acme\nNOTE:Small\n") + card("ORG:ACME\nCATEGORIES:Target\n"));
    CHECK(plan.counts.joined == 1);
    CHECK(has_notice(plan, "import.came_twice", 1));
    REQUIRE(here.workspace.count(Kind::organisation) == 1);
    const RecordId organisation = here.workspace.all(Kind::organisation)[0];
    CHECK(here.workspace.text(organisation, organisation::notes) == "Small");
    CHECK(here.workspace.texts(organisation, organisation::tags).size() == 1);
}
