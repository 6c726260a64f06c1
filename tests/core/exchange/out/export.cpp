#include "exchange/out/export.h"

#include "../../is_json.h"
#include "../importing.h"
#include "../made_people.h"
#include "base/text.h"
#include "exchange/tables/csv.h"

using namespace kith;

TEST_CASE("A person exported as vCard and imported elsewhere is the same person") {
    for (const ExportFormat format : {ExportFormat::vcard3, ExportFormat::vcard4}) {
        for (std::uint64_t seed = 1; seed <= 25; ++seed) {
            CAPTURE(seed);
            TestImport here;
            here.random = Random{seed};
            MadePeople(here).make(8);
            const std::string cards = export_all(here.workspace, format);
            TestImport there;
            const ImportPlan plan = there.bring("all.vcf", cards);
            CHECK(plan.counts.joined == 0);
            const auto wanted = told_of_all(here);
            const auto got = told_of_all(there);
            REQUIRE(wanted.size() == got.size());
            for (std::size_t i = 0; i < wanted.size(); ++i) {
                REQUIRE_MESSAGE(wanted[i] == got[i], "\n--- here\n", wanted[i], "\n--- there\n", got[i],
                    "\n--- cards\n", cards);
            }
            // And back again: nothing is new.
            ImportJob back = here.plan("all.vcf", cards);
            CHECK(back.plan().counts.fresh == 0);
            CHECK_FALSE(back.plan().changes_something());
        }
    }
}

TEST_CASE("Every line of an exported vCard has at most 75 octets and ends with CRLF") {
    TestImport here;
    MadePeople(here).make(20);
    const std::string cards = export_all(here.workspace, ExportFormat::vcard4);
    std::size_t start = 0;
    while (start < cards.size()) {
        const std::size_t end = cards.find("\r\n", start);
        REQUIRE(end != std::string::npos);
        CHECK(end - start <= 75);
        CHECK(is_valid_utf8(std::string_view(cards).substr(start, end - start)));
        start = end + 2;
    }
}

TEST_CASE("What Kith does not model is written out again unchanged") {
    TestImport here;
    here.bring_data("vcard/apple.vcf");
    const std::string cards = export_all(here.workspace, ExportFormat::vcard3);
    CHECK(cards.contains("X-CUSTOM-THING;X-P=\"a:b\":as it\\, is\r\n"));
    CHECK(cards.contains("BDAY;X-APPLE-OMIT-YEAR=1604:1604-11-02\r\n"));
    CHECK(cards.contains("UID:5ad380fd-b2de-4261-ba99-de1d1db52fbe\r\n"));
    CHECK(cards.contains("TEL;TYPE=CELL,PREF:+1 (212) 555-0100\r\n"));
}

TEST_CASE("The CSV holds every person in a row, and Kith reads it again") {
    TestImport here;
    here.bring_data("vcard/apple.vcf");
    here.bring_data("csv/google_2024.csv");
    here.bring_data("linkedin/Connections.csv");
    const std::string table = export_all(here.workspace, ExportFormat::csv);
    CsvReader reader(table);
    REQUIRE(reader.next());
    const std::size_t columns = reader.fields().size();
    CHECK(reader.fields()[0] == "\xEF\xBB\xBFuid");
    std::size_t rows = 0;
    for (; reader.next(); ++rows) {
        CHECK(reader.fields().size() == columns);
        CHECK(reader.problem() == CsvProblem::none);
    }
    CHECK(rows == here.workspace.count(Kind::person));

    TestImport there;
    const ImportPlan plan = there.bring("kith.csv", table);
    CHECK(plan.files[0].key() == "kith_table");
    CHECK(there.workspace.count(Kind::person) == rows);
    const RecordId john = there.person("Dr. John Quincy Appleseed Jr.");
    CHECK(there.rows(john, person::contact_points)[0] == "email|john@orchard.example|work|yes");
    CHECK(there.jobs(john) == Texts{"Head of Trees @ Orchard Inc."});
}

TEST_CASE("A cell that begins like a formula is no formula in the CSV") {
    TestImport here;
    here.bring("a.csv", "Name,Phone\n\"=HYPERLINK(\"\"http://x\"\")\",+43 1 2345678\n");
    const std::string table = export_all(here.workspace, ExportFormat::csv);
    CHECK(table.contains("\"'=HYPERLINK("));
    CHECK(table.contains(",+43 1 2345678"));
}

TEST_CASE("The JSON is JSON, and holds every record that is not deleted") {
    TestImport here;
    MadePeople(here).make(20);
    const std::string json = export_all(here.workspace, ExportFormat::json);
    CHECK(testing::is_json(json));
    CHECK(json.contains("\"person\": ["));
    CHECK(json.contains("\"organisation\": ["));
    CHECK(export_all(TestImport{}.workspace, ExportFormat::json) == "{\"kith\": 1, \"records\": {}}\n");
}

TEST_CASE("An export to share leaves out what is sensitive and who is private") {
    TestImport here;
    here.bring_data("linkedin/Connections.csv");
    const RecordId ana = here.person("Ana Núñez");
    Draft edit({"edit", {}});
    edit.set(ana, person::is_private, Value::boolean(true));
    REQUIRE(here.workspace.commit(std::move(edit), here.now + std::chrono::seconds{3}));
    for (const ExportFormat format :
        {ExportFormat::vcard3, ExportFormat::vcard4, ExportFormat::csv, ExportFormat::json}) {
        const std::string shared = export_all(here.workspace, format, {{}, false});
        CHECK_FALSE(shared.contains("Núñez"));
        CHECK_FALSE(shared.contains("zoe@example.org"));
        CHECK(shared.contains("Okafor"));
        const std::string one = export_all(here.workspace, format, {{here.person("Ben Okafor, MBA")}, true});
        CHECK(one.contains("Okafor"));
        CHECK_FALSE(one.contains("Chlo"));
    }
}

TEST_CASE("Formats are known by the names that commands use") {
    CHECK(export_format("vcard") == ExportFormat::vcard4);
    CHECK(export_format("json") == ExportFormat::json);
    CHECK_FALSE(export_format("xml"));
    CHECK(extension_of(ExportFormat::vcard3) == "vcf");
}
