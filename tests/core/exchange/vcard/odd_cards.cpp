// Cards that stand where they should not: glued, indented, within each other, without an end.
#include "../importing.h"
#include "base/text.h"
#include "exchange/out/export.h"
#include "exchange/vcard/reader.h"

using namespace kith;

namespace {

struct ReadCard {
    std::string name;
    std::size_t properties = 0;
    bool operator==(const ReadCard&) const = default;
};

/// The cards of a text: FN, and how many properties stand in each.
std::vector<ReadCard> read_cards(std::string_view text) {
    std::vector<ReadCard> cards;
    for (VcardReader reader(text); reader.next();) {
        ReadCard& card = cards.emplace_back();
        card.properties = reader.properties().size();
        for (const VcardProperty& property : reader.properties()) {
            if (equal_ignoring_ascii_case(property.name, "FN")) card.name = property.value;
            CHECK_FALSE(equal_ignoring_ascii_case(property.name, "BEGIN"));
            CHECK_FALSE(equal_ignoring_ascii_case(property.name, "END"));
        }
    }
    return cards;
}

}  // namespace

TEST_CASE("Cards that stand on one line, behind blanks or a byte order mark are cards of their own") {
    const std::vector<ReadCard> two{{"Ana", 2}, {"Ben", 2}};
    for (const std::string_view between :
        {"END:VCARD\nBEGIN:VCARD\n", "END:VCARDBEGIN:VCARD\n", "END:VCARD BEGIN:VCARD\n",
            "END:VCARD\n\xEF\xBB\xBF"
            "BEGIN:VCARD\n",
            "END:VCARD\xEF\xBB\xBF"
            "BEGIN:VCARD\n",
            "END:VCARD\n\n \n\t BEGIN:VCARD\n", "end:vcard\r\rbegin:vcard\r",
            "END:VCARD  \r\nBEGIN:VCARD \r\n", "END : VCARD\nBEGIN : VCARD\n", "  END:VCARD\n  BEGIN:VCARD\n",
            "BEGIN:VCARD\n", " BEGIN:VCARD\n", "END:VCARD\nEND:VCARD\nBEGIN:VCARD\n",
            "\nEND:VCARDBEGIN:VCARD\n"}) {
        CAPTURE(between);
        auto cards =
            read_cards("BEGIN:VCARD\nFN:Ana\nTEL:1\n" + std::string(between) + "FN:Ben\nTEL:2\nEND:VCARD\n");
        std::ranges::sort(cards, {}, &ReadCard::name);  // one that never ends comes last
        CHECK(cards == two);
    }
    TestImport here;
    CHECK(here.bring_data("cases/cards-on-one-line/glued.vcf").counts.fresh == 3);
    CHECK(here.rows(here.person("One Press"), person::contact_points) == Texts{"phone|0600000001"});
    CHECK(here.rows(here.person("Two Press"), person::contact_points) == Texts{"email|two@example.org|work"});
    CHECK(here.rows(here.person("Three Press"), person::contact_points) == Texts{"email|three@example.org"});
    TestImport there;
    CHECK(there.bring_data("cases/cards-on-one-line/space.vcf").counts.fresh == 2);
    CHECK(there.person("Ann Sib"));
    CHECK(there.person("Bob Sib"));
}

TEST_CASE("A file of indented cards is read as if it were not, folds and all") {
    CHECK(read_cards("  BEGIN:VCARD\n  FN:Ana\n  NOTE:one\n    and more\n  END:VCARD\n  BEGIN:VCARD\n  "
                     "FN:Ben\n  END:VCARD\n") == std::vector<ReadCard>{{"Ana", 2}, {"Ben", 1}});
    VcardReader reader("\tBEGIN:VCARD\n\tNOTE:one\n\t  two\n\tEND:VCARD");
    REQUIRE(reader.next());
    CHECK(reader.properties()[0].value == "one two");
}

TEST_CASE("A card in a card without AGENT costs neither what is theirs") {
    CHECK(read_cards(
              "BEGIN:VCARD\nFN:Outer\nBEGIN:VCARD\nFN:Inner\nTEL:1\nEND:VCARD\nTEL:2\nNOTE:x\nEND:VCARD\n") ==
        std::vector<ReadCard>{{"Inner", 2}, {"Outer", 3}});
    CHECK(read_cards("BEGIN:VCARD\nFN:Boss\nAGENT:\nBEGIN:VCARD\nFN:Help\nEND:VCARD\nTEL:2\nEND:VCARD\n") ==
        std::vector<ReadCard>{{"Boss", 3}});
    // An agent whose card never ends is somebody all the same.
    CHECK(read_cards("BEGIN:VCARD\nFN:Boss\nAGENT:\nBEGIN:VCARD\nFN:Help\nEND:VCARD") ==
        std::vector<ReadCard>{{"Boss", 2}});
}

TEST_CASE("Words that only look like the beginning of a card are lines of it") {
    VcardReader reader("BEGIN:VCARD\nBEGIN:VEVENT\nNOTE:END:VCARD\nEND:VCARDS\nitem1.END:VCARD\nEND:VCARD\n");
    REQUIRE(reader.next());
    const auto properties = reader.properties();
    REQUIRE(properties.size() == 4);
    CHECK(properties[0].name.empty());
    CHECK(properties[0].value == "BEGIN:VEVENT");
    CHECK(properties[1].value == "END:VCARD");
    CHECK(properties[2].value == "END:VCARDS");
    CHECK(properties[3].value == "item1.END:VCARD");
}

TEST_CASE("Whatever a card held, what is written out has one beginning and one end for each person") {
    Random random(1610);
    constexpr std::string_view lines[] = {"BEGIN:VCARD", "END:VCARD", "BEGIN:VEVENT", "END:VCARDS", "FN:Ana",
        "NOTE:BEGIN:VCARD\\nEND:VCARD", "item1.BEGIN:x", "X-A:b", "VERSION:2.1",
        "AGENT:", "NOTE;ENCODING=QUOTED-PRINTABLE:=0D=0AEND:VCARD=0D=0A", "  END:VCARD", " x",
        "X-B;P=\"^nEND:VCARD^n\":c", "TEL:1", "no property"};
    for (int round = 0; round < 200; ++round) {
        std::string text = "BEGIN:VCARD\nFN:Eva\n";
        for (auto left = random.below(12); left > 0; --left)
            text += std::string(lines[random.below(std::size(lines))]) + "\n";
        CAPTURE(text);
        TestImport here;
        here.bring("odd.vcf", text);
        for (const ExportFormat format : {ExportFormat::vcard3, ExportFormat::vcard4}) {
            const std::string out = export_all(here.workspace, format);
            std::size_t begins = 0, ends = 0, at_line = 0;
            for (std::size_t end = out.find("\r\n"); end != std::string::npos;
                end = out.find("\r\n", at_line)) {
                const std::string_view line = std::string_view(out).substr(at_line, end - at_line);
                begins += std::size_t{ascii_lower(trim(line)).starts_with("begin:vcard")};
                ends += std::size_t{ascii_lower(trim(line)).starts_with("end:vcard")};
                at_line = end + 2;
            }
            CHECK(begins == here.workspace.count(Kind::person));
            CHECK(ends == begins);
        }
    }
}

TEST_CASE("Quoted-printable that was folded inside a letter is whole again") {
    TestImport here;
    here.bring_data("cases/quoted-printable/inside-a-character.vcf");
    const RecordId vlad = here.person("Влад Капустин");
    CHECK(here.workspace.text(vlad, person::family_name) == "Капустин");
    CHECK(
        here.workspace.text(vlad, person::uid) == "20140611T062842Z-000000000000309-D742759A@phone.example");
    const auto value = [](std::string_view text) {
        VcardReader reader(text);
        REQUIRE(reader.next());
        return std::string(reader.properties().back().value);
    };
    const std::string head = "BEGIN:VCARD\nNOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:";
    CHECK(value(head + "J=C3=\n=B6rg\nEND:VCARD") == "Jörg");
    CHECK(value(head + "J=C3=\n =B6rg\nEND:VCARD") == "Jörg");
    CHECK(value(head + "J=C=\n 3=B6rg\nEND:VCARD") == "Jörg");
    CHECK(value(head + "a=\n b\nEND:VCARD") == "a b");  // there a blank is one
    CHECK(value(head + "a=\n\nTEL:1\nEND:VCARD") == "1");
    CHECK(value(head + "a=\nEND:VCARD") == "a");
}

TEST_CASE("A backslash of 2.1 is a backslash, and stays one when it is written out anew") {
    TestImport here;
    here.bring("old.vcf",
        "BEGIN:VCARD\nVERSION:2.1\nN:Diaz;Ana\nADR:;;C:\\share\\;x;Bonn;;;\nNOTE:C:\\new\\table\nX-PATH:C:"
        "\\new\\x\nEND:VCARD\n");
    const RecordId ana = here.person("Ana Diaz");
    CHECK(here.rows(ana, person::addresses) == Texts{"C:\\share;x|||Bonn"});
    CHECK(here.workspace.text(ana, person::notes) == "C:\\new\\table");
    const std::string out = export_all(here.workspace, ExportFormat::vcard3);
    CHECK(out.contains("X-PATH:C:\\\\new\\\\x\r\n"));
    CHECK(out.contains("NOTE:C:\\\\new\\\\table\r\n"));
    TestImport again;
    again.bring("new.vcf", out);
    CHECK(again.workspace.text(again.person("Ana Diaz"), person::notes) == "C:\\new\\table");
    CHECK(export_all(again.workspace, ExportFormat::vcard3) == out);
}

TEST_CASE("A company's card is an organisation with address and numbers, and leaves as it came") {
    TestImport here;
    here.bring_data("cases/odd-cards/company.vcf");
    CHECK(here.workspace.count(Kind::person) == 0);
    const RecordId dental = here.called(Kind::organisation, "Bay Dental");
    CHECK(here.rows(dental, organisation::contact_points) == Texts{"phone|+1 555 0190|work"});
    CHECK(here.workspace.text(dental, organisation::place) == "12 Bay Street, Harbourton, HB, 94000, USA");
    for (const ExportFormat format : {ExportFormat::vcard3, ExportFormat::vcard4}) {
        const std::string out = export_all(here.workspace, format);
        CHECK(out.contains(format == ExportFormat::vcard3 ? "X-ABShowAs:COMPANY\r\n" : "KIND:org\r\n"));
        CHECK(out.contains("item1.ADR;type=WORK:;;12 Bay Street;Harbourton;HB;94000;USA\r\n"));
        CHECK(out.contains("item1.X-ABADR:us\r\n"));
        CHECK(out.contains("UID:11111111-2222-4333-8444-555555555555\r\n"));
        TestImport there;
        there.bring("back.vcf", out);
        CHECK(there.workspace.count(Kind::person) == 0);
        CHECK(export_all(there.workspace, format) == out);
        CHECK_FALSE(here.plan("back.vcf", out).plan().changes_something());
    }
}

TEST_CASE("What a number or address is for is kept beside what somebody calls it") {
    TestImport here;
    here.bring("labels.vcf",
        "BEGIN:VCARD\nN:Diaz;Ana;;;\nitem1.TEL;TYPE=WORK,FAX:1\nitem1.X-ABLabel:Front desk\n"
        "item2.EMAIL;TYPE=INTERNET,HOME:a@example.org\nitem2.X-ABLabel:Cider club\nEND:VCARD\n");
    const RecordId ana = here.person("Ana Diaz");
    const Texts wanted{"phone|1|Front desk (work fax)", "email|a@example.org|Cider club (home)"};
    Texts found = here.rows(ana, person::contact_points);
    std::ranges::sort(found, std::greater{});
    CHECK(found == wanted);
}
