// No file holds the page: however it was made, a reader goes through it in steps of so many bytes at most, once, and an
// import of it pauses in between. (How long steps take stands in tests/bench.)
#include <array>

#include "../importing.h"
#include "exchange/tables/csv.h"
#include "exchange/vcard/reader.h"

using namespace kith;

namespace {

std::string repeated(std::string_view piece, std::size_t times) {
    std::string text;
    text.reserve(piece.size() * times);
    for (; times > 0; --times)
        text += piece;
    return text;
}

constexpr std::size_t megabyte = std::size_t{1} << 20;
constexpr std::string_view base64 = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNk";

struct Made {
    std::string_view what;
    std::string text;
};

std::vector<Made> heavy_cards() {
    const std::string begin = "BEGIN:VCARD\nVERSION:3.0\nN:Diaz;Ana;;;\n", end = "END:VCARD\n";
    std::string labels;
    for (int i = 0; i < 2'000; ++i) {
        const std::string group = "i" + std::to_string(i) + ".";
        labels += group + "ORG:O\n" + group + "TITLE:T\n" + group + "X-ABLabel:L\n";
    }
    return {
        {"nested agents",
            repeated("BEGIN:VCARD\nVERSION:2.1\nN:A;B\nAGENT:\n", 2'000) + repeated("END:VCARD\n", 2'000)},
        {"agents without an end", repeated("BEGIN:VCARD\nAGENT:\n", 2'000)},
        {"beginnings alone", repeated("BEGIN:VCARD\n", 5'000)},
        {"one long photo",
            begin + "PHOTO;ENCODING=b;TYPE=JPEG:/9j/" + repeated(base64, 120'000) + "\n" + end},
        {"a folded photo",
            begin + "PHOTO;ENCODING=b;TYPE=JPEG:/9j/" + repeated("\n " + std::string(base64), 120'000) +
                "\n" + end},
        {"a photo of bare lines",
            begin + "PHOTO;ENCODING=BASE64;JPEG:/9j/\n" + repeated(std::string(base64) + "\n", 120'000) +
                "\n" + end},
        {"a photo as a link",
            begin + "PHOTO:data:image/jpeg;base64\\,/9j/" + repeated(base64, 120'000) + "\n" + end},
        {"a long note", begin + "NOTE:" + repeated("Größe und Maß; ", 250'000) + "\n" + end},
        {"soft breaks",
            begin + "NOTE;ENCODING=QUOTED-PRINTABLE:" + repeated("=C3=A4=\n", 250'000) + "\n" + end},
        {"many properties", begin + repeated("X-A:b\n", 40'000) + end},
        {"many groups", begin + labels + end},
        {"a list", begin + "CATEGORIES:" + repeated("a,", megabyte) + "\n" + end},
        {"an address of many parts", begin + "ADR:" + repeated("a;", megabyte) + "\n" + end},
        {"many roles at a long name",
            begin + "ORG:" + repeated("Acme ", 100'000) + "\n" + repeated("TITLE:Nurse\n", 6'000) + end},
        {"a long label at many properties",
            begin + "i.X-ABLabel:" + repeated("label ", 100'000) + "\n" + repeated("i.X-A:b\n", 6'000) + end},
        {"a value in many lines", begin + "NOTE:" + repeated("\n x", 300'000) + "\n" + end},
        {"lines outside", begin + end + repeated("x\n", 30'000)},
        {"carriage returns", repeated("BEGIN:VCARD\rN:A;B\rEND:VCARD\r", 1'000)},
        {"no line ends", "BEGIN:VCARD" + std::string(5 * megabyte, 'x')},
    };
}

std::vector<Made> heavy_tables() {
    std::string wide = "Name";
    for (int i = 0; i < 30'000; ++i)
        wide += ",c" + std::to_string(i);
    return {
        {"many columns", wide + "\nAna Diaz" + repeated(",x", 30'000) + "\n"},
        {"a long row",
            "Name,Email\nAna Diaz,ana@example.org" + repeated(",x", 300'000) +
                "\nBen Okafor,b@example.org\n"},
        {"a long cell",
            "Name,Notes\nAna Diaz,\"" + repeated("Größe und Maß\n", 100'000) + "\"\nBen Okafor,x\n"},
        {"a long plain cell", "Name,Notes\nAna Diaz," + std::string(2 * megabyte, 'x') + "\nBen Okafor,x\n"},
        {"quotes alone", "Name,Email\n" + repeated("\"", 1'000'000)},
        {"an open quote", "Name,Email\n\"Ana Diaz" + repeated("\na,b", 20'000)},
        {"doubled quotes", "Name,Notes\nAna Diaz,\"" + repeated("\"\"", 500'000) + "\"\n"},
        {"a list", "Name,Labels\nAna Diaz," + repeated("a ::: ", 300'000) + "\n"},
        {"many long cells",
            "Name,Notes\nAna Diaz" + repeated("," + std::string(100'000, 'x'), 40) + "\nBen Okafor,x\n"},
        {"blank lines", "Name,Email\n" + repeated("\n", 500'000) + "Ana Diaz,ana@example.org\n"},
    };
}

/// Goes through the text step by step: so many that each can look at no more than `most` bytes, and no more of them than
/// if all were looked at twice.
template <typename Reader>
void check_steps(const Made& made, std::size_t most) {
    CAPTURE(made.what);
    Reader reader(made.text);
    std::size_t steps = 0, entries = 0;
    for (ReadStep step = reader.step(); step != ReadStep::end; step = reader.step()) {
        ++steps;
        entries += std::size_t{step == ReadStep::ready};
        REQUIRE(steps < 1000 + entries + made.text.size() / 1000);
    }
    CHECK(reader.offset() == made.text.size());
    CHECK(steps >= made.text.size() / most);
}

}  // namespace

TEST_CASE("A reader of vCards takes short steps through whatever was made to be long") {
    for (const Made& made : heavy_cards())
        check_steps<VcardReader>(made, VcardReader::longest_value + megabyte);
}

TEST_CASE("A reader of tables takes short steps through whatever was made to be long") {
    for (const Made& made : heavy_tables())
        check_steps<CsvReader>(made, megabyte);
}

TEST_CASE("What a reader keeps of an entry is bounded, and the rest is counted") {
    const std::string card = "BEGIN:VCARD\n" + repeated("X-A:b\n", 40'000) + "FN:Ana\nUID:1\nEND:VCARD\n";
    VcardReader cards(card);
    REQUIRE(cards.next());
    CHECK(cards.properties().size() == VcardReader::most_properties + 2);
    REQUIRE(cards.left_out().size() == 1);
    CHECK(cards.left_out()[0].times == 40'000 - VcardReader::most_properties);
    const std::string row = "a" + repeated(",b", 30'000);
    CsvReader table(row);
    REQUIRE(table.next());
    CHECK(table.fields().size() == CsvReader::most_fields);
    CHECK(table.fields().size() + table.more_fields() == 30'001);
}

TEST_CASE("A value in more lines than any program writes is read so far, and what follows it is whole") {
    const std::string lines = repeated("\n x", VcardReader::most_lines + 1'000);
    for (const std::string head : {"NOTE:", "NOTE;ENCODING=QUOTED-PRINTABLE:"}) {
        CAPTURE(head);
        const bool quoted = head != "NOTE:";
        const std::string value = quoted ? repeated("x=\n", VcardReader::most_lines + 1'000) + "x" : lines;
        const std::string text = "BEGIN:VCARD\n" + head + value + "\nFN:Ana\nEND:VCARD\n";
        VcardReader card(text);
        REQUIRE(card.next());
        REQUIRE(card.properties().size() == 2);
        CHECK(card.properties()[0].value.size() <= VcardReader::most_lines);
        CHECK(card.properties()[0].value.size() + 1 >= VcardReader::most_lines);
        CHECK(card.properties()[1].value == "Ana");
    }
}

TEST_CASE("A card keeps so many parameters, and of each property after that a few") {
    const std::string property = "TEL" + repeated(";TYPE=home", 2'000) + ":1\n";
    const std::string text = "BEGIN:VCARD\n" + repeated(property, 150) + "END:VCARD\n";
    VcardReader card(text);
    REQUIRE(card.next());
    REQUIRE(card.properties().size() == 150);
    CHECK(card.properties()[0].parameter_count == VcardReader::most_parameters);
    CHECK(card.properties()[149].parameter_count == VcardReader::few_parameters);
}

TEST_CASE("A group of more members than a card has properties has them all") {
    TestImport here;
    std::string group = "BEGIN:VCARD\nVERSION:4.0\nKIND:group\nFN:Choir\n";
    for (std::size_t i = 0; i <= VcardReader::most_properties; ++i)
        group += "MEMBER:urn:uuid:" + std::to_string(i) + "\n";
    const std::string last = "UID:urn:uuid:" + std::to_string(VcardReader::most_properties) + "\n";
    here.bring("a.vcf",
        group + "END:VCARD\nBEGIN:VCARD\nVERSION:4.0\nFN:Ana Diaz\n" + last +
            "END:VCARD\nBEGIN:VCARD\nVERSION:4.0\nFN:Ben Okafor\nUID:urn:uuid:0\nEND:VCARD\n");
    const auto tags = [&](std::string_view name) {
        Texts all;
        for (const Element& element : here.workspace.elements(here.person(name), person::tags))
            all.emplace_back(element.value.as_text());
        return all;
    };
    CHECK(tags("Ana Diaz") == Texts{"Choir"});
    CHECK(tags("Ben Okafor") == Texts{"Choir"});
}

TEST_CASE("Of a list without end as much is taken as an entry takes, and how much was left out is said") {
    for (const bool card : {true, false}) {
        CAPTURE(card);
        TestImport here;
        std::string list;
        for (int i = 0; i < 12'000; ++i)
            list += (i == 0 ? "" : card ? "," : " ::: ") + ("t" + std::to_string(i));
        const ImportPlan plan = card
            ? here.bring(
                  "a.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:Ana Diaz\nCATEGORIES:" + list + "\nEND:VCARD\n")
            : here.bring("a.csv", "First Name,Last Name,Labels\nAna,Diaz," + list + "\n");
        CHECK(here.workspace.elements(here.person("Ana Diaz"), person::tags).size() == most_details);
        const auto notice = std::ranges::find_if(
            plan.notices, [](const Error& error) { return error.message.key == "import.too_much"; });
        REQUIRE(notice != plan.notices.end());
        CHECK(plain_text(*notice).contains("7000"));
    }
}

TEST_CASE("Further roles at one employer cost no more than their own words") {
    TestImport here;
    const std::string employer = repeated("Acme ", 30'000);
    std::string card = "BEGIN:VCARD\nVERSION:3.0\nFN:Ana Diaz\nORG:" + employer + ";Ward\n";
    for (int i = 0; i < 200; ++i)
        card += "TITLE:Nurse " + std::to_string(i) + "\n";
    const ImportPlan plan = here.bring("a.vcf", card + "END:VCARD\n");
    CHECK(here.jobs(here.person("Ana Diaz")).size() == 200);
    const auto shortened = std::ranges::count_if(plan.notices, [](const Error& error) {
        return error.message.key == "import.shortened" || error.message.key == "import.too_long";
    });
    CHECK(shortened == 1);
}

TEST_CASE("An import of a heavy file pauses, answers in words, and keeps whom it can name") {
    std::vector<Made> files = heavy_cards();
    std::ranges::move(heavy_tables(), std::back_inserter(files));
    for (Made& made : files) {
        CAPTURE(made.what);
        TestImport here;
        const std::size_t size = made.text.size();
        const bool is_card = made.text.starts_with("BEGIN:VCARD");
        std::vector<ImportFile> list;
        list.push_back({is_card ? "a.vcf" : "a.csv", std::move(made.text)});
        ImportJob job(here.workspace, std::move(list), {here.random, Day{}});
        std::size_t pauses = 0;
        while (job.step([] { return true; }))
            ++pauses;
        CHECK(pauses > size / (4 * megabyte));
        if (made.what == "many long cells") CHECK(pauses > 40);
        CHECK((job.stage() == ImportStage::planned || job.stage() == ImportStage::failed));
        if (job.stage() == ImportStage::failed) {
            CHECK_FALSE(plain_text(job.error()).empty());
            continue;
        }
        job.accept();
        job.finish();
        CHECK(job.commit(here.now).has_value());
    }
}

TEST_CASE("A table wider than a record is read as far as that, and how wide it is, is said") {
    TestImport here;
    std::string wide = "First Name,Last Name,Email";
    for (int i = 0; i < 5'000; ++i)
        wide += ",c" + std::to_string(i);
    const ImportPlan plan =
        here.bring("wide.csv", wide + "\nAna,Diaz,ana@example.org" + repeated(",x", 5'000) + "\n");
    CHECK(here.rows(here.person("Ana Diaz"), person::contact_points) == Texts{"email|ana@example.org"});
    CHECK(has_notice(plan, "import.csv.columns", 0));
}
