#include "exchange/people/matching.h"

#include "../importing.h"
#include "exchange/cards/reach.h"
#include "exchange/people/duplicates.h"

using namespace kith;

namespace {

const std::string header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";
const std::string ana =
    "Ana,Núñez,https://www.linkedin.com/in/ana,ana@example.org,St. Anna Hospital,Nurse,08 Feb 2026\n";

std::size_t count_of(const ImportPlan& plan, ItemStatus status) {
    return static_cast<std::size_t>(std::ranges::count(plan.items, status, &ImportItem::status));
}

std::string vcard(std::string_view name, std::string_view lines) {
    const std::size_t space = name.find(' ');
    return "BEGIN:VCARD\nVERSION:3.0\nN:" + std::string(name.substr(space + 1)) + ";" +
        std::string(name.substr(0, space)) + ";;;\n" + std::string(lines) + "END:VCARD\n";
}

}  // namespace

TEST_CASE("Importing the same file again changes nothing") {
    for (const std::string name : {"linkedin/Connections.csv", "linkedin/broken_quote.csv", "vcard/apple.vcf",
             "vcard/google.vcf", "vcard/four.vcf", "vcard/old_2_1.vcf", "vcard/found_in_the_wild.vcf",
             "csv/google_2024.csv", "csv/google_before_2024.csv", "csv/outlook.csv", "csv/semicolons.csv",
             "bad/no_name.vcf", "bad/dates.vcf", "bad/long_name.csv"}) {
        CAPTURE(name);
        TestImport here;
        here.bring_data(name);
        const auto before = here.workspace.revision();
        ImportJob again = here.plan_data(name);
        CHECK_FALSE(again.plan().changes_something());
        CHECK(again.plan().counts.fresh == 0);
        CHECK(again.plan().counts.changed == 0);
        CHECK(again.plan().counts.maybe_known == 0);
        for (const ImportItem& item : again.plan().items) {
            for (const FieldDifference& difference : item.differences) {
                FAIL_CHECK(item.name << ": " << find_field(difference.field)->key << " here '"
                                     << difference.here << "' in the file '" << difference.in_file << "'");
            }
        }
        CHECK_FALSE(here.accept(again));
        CHECK(here.workspace.revision() == before);
    }
}

TEST_CASE("One undo takes an import back, and it can be done again") {
    TestImport here;
    here.bring_data("linkedin/Connections.csv");
    const auto undone = here.workspace.undo(here.now);
    REQUIRE(undone);
    CHECK(undone->label.key == "import.done");
    CHECK(undone->label.arguments[0].text == "Connections.csv");
    CHECK(here.workspace.count(Kind::person) == 0);
    CHECK(here.workspace.count(Kind::organisation) == 0);
    CHECK(here.bring_data("linkedin/Connections.csv").counts.fresh == 5);
}

TEST_CASE("A changed profile address, card, e-mail or phone does not make a second person") {
    TestImport here;
    here.bring("Connections.csv", header + ana);
    const auto status_of = [&](const std::string& card) {
        return here.plan("a.vcf", card).plan().items[0].status;
    };
    // They match; another name in another source's file is listed, not taken.
    CHECK(
        status_of(vcard("Anna Nunez-Ruiz", "URL:http://linkedin.com/in/ANA/\n")) == ItemStatus::already_here);
    CHECK(status_of(vcard("Ana Nunez", "EMAIL:ANA@example.org\n")) == ItemStatus::already_here);
    // Another surname may be a marriage or another person: asked, with one address or one profile.
    CHECK(status_of(vcard("Ana Ruiz", "EMAIL:ANA@example.org\n")) == ItemStatus::maybe_known);
    CHECK(status_of(vcard("Ana Ruiz", "URL:http://linkedin.com/in/ana\n")) == ItemStatus::maybe_known);
    CHECK(status_of(vcard("Ana Nunez", "ORG:St. Anna HOSPITAL\nTEL:+43 1 2345678\n")) == ItemStatus::changed);
    // A family that shares an address is several people.
    CHECK(status_of(vcard("Bea Núñez", "EMAIL:ana@example.org\n")) == ItemStatus::fresh);
    CHECK(status_of(vcard("Ana Núñez", "ORG:Elsewhere\n")) == ItemStatus::maybe_known);
    CHECK(status_of(vcard("Ana Muñoz", "ORG:St. Anna Hospital\n")) == ItemStatus::fresh);
}

TEST_CASE("Numbers written in two ways are the same number") {
    CHECK(phone_key("+49 (0)171 1234567") == phone_key("0171 / 123 45 67"));
    CHECK(phone_key("+1 (212) 555-0100") == phone_key("212.555.0100"));
    CHECK(phone_key("+1 212 555 0100 x12") != phone_key("+1 212 555 0100"));
    CHECK(phone_key("112").empty());
    CHECK(linkedin_slug("https://de.linkedin.com/in/Ana-N%C3%BA?trk=x") == "ana-nú");
    CHECK(linkedin_slug("https://notlinkedin.com/in/ana").empty());
    CHECK(email_key(" mailto:Ana@Example.org ") == "ana@example.org");
}

TEST_CASE("Two people of one name and employer with two profiles stay two") {
    TestImport here;
    const ImportPlan plan = here.bring("Connections.csv",
        header +
            "John,Smith,https://www.linkedin.com/in/john1,,Acme,Clerk,08 Feb 2026\n"
            "John,Smith,https://www.linkedin.com/in/john2,,Acme,Clerk,08 Feb 2026\n");
    CHECK(plan.counts.fresh == 2);
    CHECK(plan.counts.joined == 0);
}

TEST_CASE("Colleagues whose names differ between first and last, or by generation, stay several") {
    const std::string_view names[] = {"María García López", "María Fernández López", "John Smith",
        "John Smith Jr.", "John Smith Sr.", "John Smith IV", "Ana María Adeyemi IV", "Ana María Weber IV"};
    TestImport here;
    std::string cards;
    for (const std::string_view name : names)
        cards += vcard(std::string(name), "ORG:Acme\n");
    CHECK(here.bring("a.vcf", cards).counts.fresh == std::size(names));
    CHECK(here.workspace.count(Kind::person) == std::size(names));
    CHECK(here.bring("again.vcf", cards).counts.already_here == std::size(names));
    // What only abbreviates a name, or leaves it out, may be the same one: a file that has several of them at one
    // place shows several people, or one several times, and is asked about.
    TestImport there;
    there.bring("b.vcf",
        vcard("Ana María Núñez", "ORG:Acme\n") + vcard("Ana M. Núñez", "ORG:Acme\n") +
            vcard("Ana Núñez", "ORG:Acme\n"));
    CHECK(there.workspace.count(Kind::person) == 3);
    DuplicateSearch search;
    search.catch_up(there.workspace).finish();
    CHECK(search.found().size() >= 2);
}

TEST_CASE("A shared switchboard does not make colleagues one person") {
    TestImport here;
    const ImportPlan plan = here.bring(
        "a.vcf", vcard("Ana Núñez", "TEL:+43 1 2345678\n") + vcard("Ben Okafor", "TEL:+43 1 2345678\n"));
    CHECK(plan.counts.fresh == 2);
    CHECK(here.workspace.count(Kind::person) == 2);
}

TEST_CASE("Who comes twice in a file is put together and reported") {
    TestImport here;
    const ImportPlan plan = here.bring("a.vcf",
        vcard("Ana Núñez", "EMAIL:ana@example.org\nTEL:+43 1 2345678\n") +
            vcard("Ana Nunez", "EMAIL:ana@example.org\nEMAIL:ana@home.example\nBDAY:1980-05-12\n"));
    CHECK(plan.counts.joined == 1);
    CHECK(has_notice(plan, "import.came_twice", 1));
    REQUIRE(here.workspace.count(Kind::person) == 1);
    const RecordId person = here.person("Ana Núñez");
    CHECK(here.rows(person, person::contact_points) ==
        Texts{"email|ana@example.org", "phone|+43 1 2345678", "email|ana@home.example"});
    CHECK(to_iso(here.workspace.date(person, person::birthday)) == "1980-05-12");
    CHECK(here.rows(person, person::properties) == Texts{"X-KITH-ALSO|FIELD=family_name|Nunez"});
}

TEST_CASE("Who may be known is added as new, joined or skipped, as the person chooses") {
    const std::string card = vcard("Ana Núñez", "TEL:+43 1 2345678\nTITLE:Doctor\n");
    for (const ItemChoice choice : {ItemChoice::take_as_new, ItemChoice::join, ItemChoice::skip}) {
        TestImport here;
        here.bring("Connections.csv", header + ana);
        ImportJob job = here.plan("a.vcf", card);
        REQUIRE(job.plan().items.size() == 1);
        CHECK(job.plan().items[0].status == ItemStatus::maybe_known);
        CHECK(job.plan().items[0].choice == ItemChoice::take_as_new);
        CHECK(plain_text(job.plan().items[0].reason) == say("import.maybe.name", "Ana Núñez"));
        job.choose(0, choice);
        here.accept(job);
        CHECK(here.workspace.count(Kind::person) == (choice == ItemChoice::take_as_new ? 2 : 1));
        if (choice == ItemChoice::join) {
            CHECK(here.rows(here.person("Ana Núñez"), person::contact_points).size() == 2);
        }
    }
}

TEST_CASE("What an earlier import set, the same source updates; employers that ended become past") {
    TestImport here;
    here.bring("Connections.csv", header + ana);
    const std::string married =
        header + "Ana,Ruiz,https://www.linkedin.com/in/ana,,City Clinic,Head Nurse,08 Feb 2026\n";
    ImportJob job = here.plan("Connections (1).csv", married);
    REQUIRE(count_of(job.plan(), ItemStatus::maybe_known) == 1);  // another surname
    job.choose(0, ItemChoice::join);
    here.accept(job);
    CHECK(count_of(here.plan("Connections (2).csv", married).plan(), ItemStatus::already_here) == 1);
    const RecordId person = here.person("Ana Ruiz");
    CHECK(here.jobs(person) == Texts{"Head Nurse @ City Clinic", "Nurse @ St. Anna Hospital (past)"});
    CHECK(here.rows(person, person::contact_points).size() == 1);  // nothing is removed
}

TEST_CASE("A new role at the same employer updates the role") {
    TestImport here;
    here.bring("Connections.csv", header + ana);
    here.bring("Connections.csv",
        header + "Ana,Núñez,https://www.linkedin.com/in/ana,,St. Anna Hospital,Head Nurse,08 Feb 2026\n");
    CHECK(here.jobs(here.person("Ana Núñez")) == Texts{"Head Nurse @ St. Anna Hospital"});
}

TEST_CASE("What was written by hand is kept and listed, unless the file's word is taken") {
    TestImport here;
    here.bring("Connections.csv", header + ana);
    const RecordId person = here.person("Ana Núñez");
    Draft edit({"edit", {}});
    edit.set_text(person, person::family_name, "Núñez Ruiz");
    REQUIRE(here.workspace.commit(std::move(edit), here.now + std::chrono::seconds{5}));
    here.now += std::chrono::seconds{9};

    ImportJob job = here.plan("Connections.csv", header + ana);
    REQUIRE(job.plan().items.size() == 1);
    const ImportItem& item = job.plan().items[0];
    CHECK(item.status == ItemStatus::already_here);
    REQUIRE(item.differences.size() == 1);
    CHECK(item.differences[0].kind == DifferenceKind::differs);
    CHECK(item.differences[0].here == "Núñez Ruiz");
    CHECK(item.differences[0].in_file == "Núñez");
    CHECK_FALSE(job.plan().changes_something());

    job.take(0, 0, true);
    CHECK(job.plan().changes_something());
    CHECK(here.accept(job));
    CHECK(here.workspace.text(person, person::family_name) == "Núñez");
}

TEST_CASE("What was deleted by hand does not come back by itself") {
    TestImport here;
    here.bring("Connections.csv", header + ana);
    const RecordId person = here.person("Ana Núñez");
    Draft edit({"edit", {}});
    edit.remove(
        person, person::contact_points, here.workspace.elements(person, person::contact_points)[0].id);
    edit.trash(affiliations_of(here.workspace, person)[0]);
    REQUIRE(here.workspace.commit(std::move(edit), here.now + std::chrono::seconds{5}));
    CHECK(here.bring("Connections.csv", header + ana).counts.already_here == 1);
    CHECK(here.rows(person, person::contact_points).empty());
    CHECK(here.jobs(person).empty());

    Draft removal({"delete", {}});
    removal.trash(person);
    REQUIRE(here.workspace.commit(std::move(removal), here.now + std::chrono::seconds{9}));
    ImportJob job = here.plan("Connections.csv", header + ana);
    CHECK(job.plan().items[0].status == ItemStatus::skipped);
    CHECK(plain_text(job.plan().items[0].reason) == say("import.in_trash", "Ana Núñez"));
    job.choose(0, ItemChoice::take_as_new);
    here.accept(job);
    CHECK(here.workspace.count(Kind::person) == 1);
}

TEST_CASE("An import is done in slices and can be stopped") {
    TestImport here;
    std::vector<ImportFile> files;
    files.push_back({"Connections.csv", read_data("linkedin/Connections.csv")});
    files.push_back({"apple.vcf", read_data("vcard/apple.vcf")});
    ImportJob job(here.workspace, std::move(files), {here.random, Day{}});
    double before = 0;
    int slices = 0;
    ImportStage stage = job.stage();
    while (job.step([] { return true; })) {
        if (job.stage() == stage) CHECK(job.fraction() >= before);
        stage = job.stage();
        before = job.fraction();
        ++slices;
    }
    CHECK(slices > 1);
    CHECK(job.plan().counts.fresh == 7);
    job.stop();
    CHECK(job.stage() == ImportStage::stopped);
    CHECK_FALSE(job.step([] { return false; }));
}
