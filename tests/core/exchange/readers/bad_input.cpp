// Every case under "Bad input": a clear sentence, what can be taken is taken, nothing else is lost.
#include "../importing.h"

using namespace kith;

namespace {

std::string refusal(TestImport& here, const std::string& name) {
    const ImportJob job = here.plan_data(name);
    CHECK(job.stage() == ImportStage::failed);
    return plain_text(job.error());
}

}  // namespace

TEST_CASE("Files of the wrong kind are told what they look like") {
    TestImport here;
    CHECK(refusal(here, "bad/empty.csv") == say("import.empty", "empty.csv"));
    CHECK(refusal(here, "bad/paper.pdf") == say("import.looks_like.pdf", "paper.pdf"));
    CHECK(refusal(here, "bad/page.html") == say("import.looks_like.html", "page.html"));
    CHECK(refusal(here, "bad/noise.bin") == say("import.looks_like.noise", "noise.bin"));
    CHECK(refusal(here, "bad/prices.csv") == say("import.looks_like.table", "prices.csv"));
    CHECK(refusal(here, "bad/letter.txt") == say("import.looks_like.text", "letter.txt"));
    CHECK(refusal(here, "bad/chat.txt") == say("import.looks_like.chat", "chat.txt"));
    CHECK(refusal(here, "bad/_chat.txt") == say("import.looks_like.chat", "_chat.txt"));
    CHECK(refusal(here, "bad/mail.mbox") == say("import.looks_like.mail", "mail.mbox"));
    CHECK(refusal(here, "bad/message.eml") == say("import.looks_like.mail", "message.eml"));
    CHECK(here.plan("a.json", "{\"a\": 1}").error().message.key == "import.looks_like.json");
    CHECK(here.plan("a.xml", "<a><vcards/></a>").error().message.key == "import.looks_like.xml");
    CHECK(here.plan("Kith.kith", file_header()).error().message.key == "import.is_kith");
    CHECK(here.plan("a.zip", "PK\x03\x04 cut").error().message.key == "import.zip.cut");
}

TEST_CASE("A file of a few bytes is told what it looks like, whatever they are") {
    TestImport here;
    for (const std::string_view whole : {"BEGIN:VCARD\n", "PK\x03\x04....", "RIFF....WEBP", "%PDF-1.7",
             "\xff\xfe"
             "a",
             "\xef\xbb\xbf", "<?xml ", "....ftyp", "a;b\nc", "\x89PNG\r\n"}) {
        for (std::size_t length = 1; length <= whole.size(); ++length) {
            const std::string bytes(whole.substr(0, length));
            CAPTURE(bytes);
            const ImportJob job = here.plan("short.csv", bytes);
            CHECK((job.stage() == ImportStage::failed || !job.plan().changes_something()));
        }
    }
}

TEST_CASE("A table of no rows is an import of nobody") {
    TestImport here;
    const ImportJob job = here.plan_data("bad/only_header.csv");
    CHECK(job.stage() == ImportStage::planned);
    CHECK(job.plan().items.empty());
    CHECK_FALSE(job.plan().changes_something());
}

TEST_CASE("UTF-16, Windows-1252 and CR-only files are read") {
    for (const std::string name :
        {"bad/utf16le.csv", "bad/utf16be_no_mark.csv", "bad/windows_1252.csv", "bad/cr_only.csv"}) {
        CAPTURE(name);
        TestImport here;
        CHECK(here.bring_data(name).counts.fresh == 2);
        CHECK(here.person("Ben Okafor"));
        const bool accent = name == "bad/utf16le.csv" || name == "bad/windows_1252.csv";
        CHECK(here.person(accent ? "Ana Díaz" : "Ana Diaz"));
    }
}

TEST_CASE("A file cut inside a letter stays in its encoding") {
    TestImport here;
    CHECK(here.bring_data("bad/utf8_cut_in_a_letter.csv").counts.fresh == 3);
    CHECK(here.person("Zoé N\uFFFD"));
}

TEST_CASE("A truncated vCard gives what it has, and says so") {
    TestImport here;
    const ImportPlan plan = here.bring_data("bad/truncated.vcf");
    CHECK(plan.counts.fresh == 2);
    CHECK(has_notice(plan, "import.vcard.no_end", 7));
    CHECK(here.rows(here.person("Ben Okafor"), person::contact_points) == Texts{"phone|+49 171 12|mobile"});
}

TEST_CASE("A card without a name goes by its address, one of a company is an organisation, an empty one is "
          "skipped") {
    TestImport here;
    const ImportPlan plan = here.bring_data("bad/no_name.vcf");
    CHECK(plan.counts.fresh == 2);
    CHECK(plan.counts.skipped == 1);
    CHECK(has_notice(plan, "import.nameless", 1));
    CHECK(here.workspace.count(Kind::person) == 1);
    REQUIRE(here.workspace.count(Kind::organisation) == 1);
    const RecordId acme = here.workspace.all(Kind::organisation)[0];
    CHECK(here.workspace.text(acme, organisation::name) == "Acme GmbH");
    CHECK(here.rows(acme, organisation::contact_points) == Texts{"phone|+49 30 123456"});
}

TEST_CASE("Birthdays that do not exist are said with line and property, and kept as text") {
    TestImport here;
    const ImportPlan plan = here.bring_data("bad/dates.vcf");
    CHECK(has_notice(plan, "import.impossible_date", 1));
    CHECK(has_notice(plan, "import.unreadable_date", 7));
    CHECK(sentences(plan)[0] == "dates.vcf, line 1, BDAY: " + say("import.impossible_date", "1985-02-30"));
    CHECK(here.rows(here.person("Ana Diaz"), person::properties) == Texts{"BDAY||1985-02-30"});
}

TEST_CASE("A name of 10,000 characters is shortened, and the whole kept") {
    TestImport here;
    const ImportPlan plan = here.bring_data("bad/long_name.csv");
    CHECK(has_notice(plan, "import.shortened", 2));
    const RecordId person = here.person(std::string(longest_name, 'A') + " Diaz");
    CHECK(here.rows(person, person::properties) ==
        Texts{"X-KITH-WHOLE|FIELD=\"First Name\"|" + std::string(10'000, 'A')});
}

TEST_CASE("A card with more details than an entry takes keeps its name, and what was left out is said") {
    std::string card = "BEGIN:VCARD\nVERSION:3.0\n";
    for (std::size_t i = 0; i < most_details + 300; ++i)
        card += "EMAIL:a" + std::to_string(i) + "@example.org\n";
    for (int i = 0; i < 20; ++i)
        card += "X-BADGE:" + std::to_string(i) + "\n";
    card += "BDAY:1980-02-03\nNOTE:met in Lisbon\nN:Diaz;Ana;;;\nORG:Harbour Clinic\nEND:VCARD\n";
    TestImport here;
    const ImportPlan plan = here.bring("many.vcf", card);
    const RecordId ana = here.person("Ana Diaz");
    CHECK(here.workspace.date(ana, person::birthday) ==
        PartialDate{std::chrono::year{1980} / std::chrono::February / 3});
    CHECK(here.workspace.text(ana, person::notes) == "met in Lisbon");
    CHECK(here.rows(ana, person::contact_points).size() == most_details);
    REQUIRE(has_notice(plan, "import.too_much", 1));
    CHECK(sentences(plan).back() ==
        "many.vcf, line 1: " +
            say("import.too_much", most_details, 321,
                std::vector<Argument>{Argument(find_field(person::contact_points)->label),
                    Argument("X-BADGE"), Argument("ORG")}));
}

TEST_CASE("A card is full at once, however often it says the same kinds of things") {
    std::string card = "BEGIN:VCARD\nVERSION:3.0\nN:Diaz;Ana;;;\nNOTE:" + std::string(50'000, 'n') + "\n";
    for (int i = 0; i < 6'000; ++i) {
        const std::string number = std::to_string(i);
        card += "NOTE:note " + number + "\nitem" + number + ".ORG:Clinic " + number + "\nitem" + number +
            ".TITLE:Nurse\nitem" + number + ".X-ABLabel:Ward\n";
    }
    TestImport here;
    const ImportPlan plan = here.bring("full.vcf", card + "END:VCARD\n");
    CHECK(here.person("Ana Diaz"));
    CHECK(has_notice(plan, "import.too_much", 1));
}

TEST_CASE("A file of 200 MB is refused with a sentence, without being looked at") {
    TestImport here;
    const ImportJob job = here.plan("all.vcf", std::string(std::size_t{200} << 20, 'x'));
    CHECK(job.stage() == ImportStage::failed);
    CHECK(job.error().message.key == "import.too_large");
    CHECK(job.error().message.arguments[1] == Argument(200));
}

TEST_CASE("One bad file among good ones does not stop them") {
    TestImport here;
    std::vector<ImportFile> files;
    files.push_back({"paper.pdf", read_data("bad/paper.pdf")});
    files.push_back({"C:\\Users\\ana\\google.vcf", read_data("vcard/google.vcf")});
    ImportJob job(here.workspace, std::move(files), {here.random, Day{}});
    job.finish();
    CHECK(job.stage() == ImportStage::planned);
    CHECK(job.plan().counts.fresh == 1);
    REQUIRE(job.plan().files.size() == 2);
    CHECK(job.plan().files[1].name == "google.vcf");
    CHECK(sentences(job.plan())[0].ends_with(say("import.looks_like.pdf", "paper.pdf")));
}

TEST_CASE("Every message of exchange stands in the catalogue") {
    for (const std::string_view key :
        {"import.done", "import.summary", "import.zip.member", "import.same.work"}) {
        CHECK(Catalogue::english().has(key));
    }
}
