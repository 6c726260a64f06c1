// "The same file changes nothing when imported again", for the files that are hard to know again: nobody has
// a name, everybody has the same one, or one address leads to all.
#include "../importing.h"

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

TEST_CASE("A card without a name is none of the colleagues behind the same address") {
    TestImport here;
    const std::string address = "EMAIL:info@example.org\n";
    const ImportPlan plan = bring_twice(here, "a.vcf",
        card(address) + card("N:Diaz;Ana;;;\n" + address) + card("N:Okafor;Ben;;;\n" + address));
    CHECK(plan.counts.joined == 0);
    CHECK(here.workspace.count(Kind::person) == 3);
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

TEST_CASE("An organisation's card with an assistant's card in it is kept as it came") {
    TestImport here;
    bring_twice(here, "a.vcf", card("KIND:org\nFN:Acme\nAGENT:BEGIN:VCARD\\nFN:Zoe\\nEND:VCARD\n"));
    REQUIRE(here.workspace.count(Kind::organisation) == 1);
    const RecordId organisation = here.workspace.all(Kind::organisation)[0];
    CHECK(here.rows(organisation, organisation::properties) ==
        Texts{"AGENT||BEGIN:VCARD\\nFN:Zoe\\nEND:VCARD"});
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

namespace {

/// Few values, so that cards meet in some of them and not in others.
constexpr std::string_view card_lines[] = {"N:Diaz;Ana;;;", "N:Diaz;A;;;", "N:;Ana;;;", "N:;;Ana;;",
    "N:;;;Dr.;", "N:Okafor;Ben;;;", "FN:Ana Diaz", "FN:Ben", "FN:Acme", "FN:...", "NICKNAME:Ana",
    "ORG:Acme;Wards", "ORG:Acme;", "ORG:City Clinic", "ORG:ACME;Office", "TITLE:Nurse", "TITLE:nurse",
    "ROLE:Lead", "X-KITH-WORK:Acme;;Nurse", "X-KITH-WORK:;Wards;", "X-KITH-PAST-WORK:Acme;;Nurse",
    "X-KITH-PAST-WORK;X-KITH-TO=2020:Acme;;Clerk", "EMAIL:info@example.org",
    "EMAIL;TYPE=work:Info@example.org", "EMAIL:ana@example.org", "EMAIL:nowhere", "TEL:+43 1 2345678",
    "TEL;TYPE=cell:01 234 56 78", "TEL:112", "URL:https://www.linkedin.com/in/ana",
    "URL:https://www.linkedin.com/in/ana2", "URL:example.org/", "URL:http://", "UID:1", "UID:2", "KIND:org",
    "KIND:individual", "NOTE:Met at the fair", "NOTE:Met", "CATEGORIES:Target,target", "BDAY:--0512",
    "BDAY:1980-05-12", "GENDER:F", "X-ODD:1", "RELATED;VALUE=text:Ben", "ADR:;;1 High St;Vienna;;;",
    "TZ:Europe/Vienna", "LANG:de", "AGENT:BEGIN:VCARD\\nFN:Zoe\\nEND:VCARD", "X-SPOUSE:Ben",
    "ANNIVERSARY:2001-02-03", "X-AIM:ana", "IMPP:xmpp:ana", "X-SOCIALPROFILE;TYPE=x:ana", "X-MAIDENNAME:Ruiz",
    "X-KITH-CIRCLE:50", "X-KITH-WHOLE-NAME:", "X-KITH-CONTACT:fax;12", "X-KITH-COLUMN;X-NAME=Odd:1",
    "PHOTO;ENCODING=b:iVBORw==", "LOGO:x", "KIND:group", "MEMBER:1", "MEMBER:urn:uuid:2", "item1.ORG:Acme",
    "item1.TITLE:Clerk", "item1.X-ABLABEL:Odd"};

constexpr std::string_view headings[] = {"First Name", "Middle Name", "Last Name", "Nickname",
    "E-mail Address", "Company", "Job Title", "Home Phone", "Notes", "Categories", "Web Page", "Birthday",
    "Odd"};
constexpr std::string_view cells[] = {"Ana", "A", "Diaz", "Ben", "info@example.org", "ana@example.org",
    "Acme", "ACME", "Nurse", "+43 1 2345678", "112", "https://www.linkedin.com/in/ana", "example.org",
    "12 May 1980", "...", "(x)", "Met", "Dr."};

template <std::size_t Size>
std::string_view any_of(const std::string_view (&list)[Size], Random& random) {
    return list[random.below(Size)];
}

std::string some_cards(Random& random) {
    std::string file;
    for (std::uint64_t i = 1 + random.below(7); i > 0; --i) {
        std::string lines;
        for (std::uint64_t j = 1 + random.below(6); j > 0; --j)
            lines += std::string(any_of(card_lines, random)) + '\n';
        file += card(lines);
    }
    return file;
}

std::string some_rows(Random& random) {
    std::string file;
    for (const std::string_view heading : headings)
        file += std::string(heading) + ',';
    for (std::uint64_t i = 1 + random.below(7); i > 0; --i) {
        file += '\n';
        for (std::size_t j = 0; j < std::size(headings); ++j)
            file += (random.below(4) == 0 ? std::string(any_of(cells, random)) : "") + ',';
    }
    return file + '\n';
}

}  // namespace

TEST_CASE("Whatever cards and rows meet in a file, the second time it changes nothing") {
    for (std::uint64_t seed = 1; seed <= 1500; ++seed) {
        Random random{seed};
        const bool cards = seed % 3 != 0;
        const std::string file = cards ? some_cards(random) : some_rows(random);
        CAPTURE(file);
        TestImport here;
        bring_twice(here, cards ? "a.vcf" : "a.csv", file);
    }
}
