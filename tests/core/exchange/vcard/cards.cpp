#include "exchange/vcard/reader.h"

#include "../importing.h"
#include "base/text.h"

using namespace kith;

TEST_CASE("Apple's cards: groups, labels, dates without a year, companies and groups of people") {
    TestImport here;
    const ImportPlan plan = here.bring_data("vcard/apple.vcf");
    CHECK(plan.notices.empty());
    const RecordId john = here.person("Dr. John Quincy Appleseed Jr.");
    const auto text = [&](FieldId field) { return here.workspace.text(john, field); };
    CHECK(text(person::display_name) == "Dr. John Quincy Appleseed Jr.");
    CHECK(text(person::given_name) == "John");
    CHECK(text(person::former_name) == "Smith");
    CHECK(text(person::phonetic_given) == "Jon");
    CHECK(text(person::notes) == "Likes apples, pears; and \"plums\".\nSecond line\\end");
    CHECK(to_iso(here.workspace.date(john, person::birthday)) == "--11-02");
    CHECK(here.jobs(john) == Texts{"Head of Trees @ Orchard Inc."});
    CHECK(here.workspace.text(affiliations_of(here.workspace, john)[0], affiliation::department) ==
        "Research, Apples");
    CHECK(here.rows(john, person::contact_points) ==
        Texts{"email|john@orchard.example|work|yes", "email|john@home.example|cider",
            "phone|+1 (212) 555-0100|mobile|yes", "phone|+1 212 555 0101|work fax",
            "message|skype:john.appleseed|home"});
    CHECK(here.rows(john, person::addresses) ==
        Texts{"1 Apple Lane\nBack door|||Springfield|IL|62701|USA|home"});
    CHECK(here.rows(john, person::links) ==
        Texts{"https://orchard.example|homepage", "http://twitter.com/johnny|twitter"});
    CHECK(here.rows(john, person::dates) == Texts{"2015-06-20|anniversary"});
    CHECK(here.rows(john, person::related) == Texts{"Maria Boss|manager"});
    CHECK(here.workspace.texts(john, person::tags).size() == 3);  // two of its own and the group's
    CHECK(here.workspace.get(john, person::photo).as_bytes().starts_with("\xFF\xD8\xFF"));
    CHECK(
        std::ranges::contains(here.rows(john, person::properties), "X-CUSTOM-THING|X-P=\"a:b\"|as it\\, is"));

    REQUIRE(here.workspace.count(Kind::organisation) == 1);
    const RecordId orchard = here.workspace.all(Kind::organisation)[0];
    CHECK(here.rows(orchard, organisation::contact_points) == Texts{"phone|+1 212 555 0000|main"});
    CHECK(here.workspace.count(Kind::person) == 1);
}

TEST_CASE("Google's cards: addresses of photos are kept and not fetched, its own label is no tag") {
    TestImport here;
    here.bring_data("vcard/google.vcf");
    const RecordId ana = here.person("Ana Núñez");
    CHECK(here.rows(ana, person::contact_points) ==
        Texts{"email|ana@example.org", "phone|0171 1234567|mobile", "email|ana@hospital.example|Hospital"});
    CHECK(here.jobs(ana) == Texts{"Head Nurse @ St. Anna Hospital"});
    CHECK(to_iso(here.workspace.date(ana, person::birthday)) == "--05-12");
    CHECK(here.workspace.texts(ana, person::tags) == std::vector<std::string_view>{"starred"});
    CHECK(here.rows(ana, person::properties) ==
        Texts{"PHOTO||https://lh3.googleusercontent.com/contacts/"
              "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"});
}

TEST_CASE("vCard 2.1: bare parameters, charsets, quoted-printable, base64 and a card in a card") {
    TestImport here;
    const ImportPlan plan = here.bring_data("vcard/old_2_1.vcf");
    CHECK(plan.notices.empty());
    CHECK(here.workspace.count(Kind::person) == 1);
    const RecordId ana = here.person("Ana Núñez");
    CHECK(here.workspace.text(ana, person::name_prefix) == "Dr.");
    CHECK(here.rows(ana, person::contact_points) ==
        Texts{"phone|+49 30 1234567|work", "phone|+49 171 7654321|mobile|yes",
            "phone|+49 30 7654321|home fax", "email|ana@example.org", "message|skype:ana.nunez"});
    CHECK(here.jobs(ana) == Texts{" @ Klinik"});
    CHECK(here.rows(ana, person::addresses) == Texts{"Große Straße 1|||München||80331|Germany|home"});
    CHECK(here.workspace.text(ana, person::notes) ==
        "First line\nSecond line, with a comma, escaped and a soft break");
    CHECK(here.workspace.get(ana, person::photo).as_bytes().size() > 100);
    CHECK(to_iso(here.workspace.date(ana, person::birthday)) == "1980-05-12");
    CHECK(here.rows(ana, person::related) == Texts{"Fred Friday|assistant"});
}

TEST_CASE("vCard 4.0: preferences, telephone addresses, labels, languages and pronouns") {
    TestImport here;
    const ImportPlan plan = here.bring_data("vcard/four.vcf");
    CHECK(plan.notices.empty());
    const RecordId taro = here.person("Taro Yamada");
    CHECK(here.rows(taro, person::contact_points) ==
        Texts{"phone|+1-555-555-5555 x5555|home|yes", "phone|+33-01-23-45-67|home",
            "email|taro@example.jp||yes", "email|yamada@clinic.example|work"});
    CHECK(here.rows(taro, person::addresses) ==
        Texts{"1-2-3 Ginza|||Chuo-ku|Tokyo|104-0061|Japan||Mr. Yamada\n1-2-3 Ginza"});
    CHECK(here.jobs(taro) == Texts{"Surgeon @ Clinic"});
    CHECK(to_iso(here.workspace.date(taro, person::birthday)) == "--12-25");
    CHECK(here.rows(taro, person::dates) == Texts{"2009-08-08|anniversary"});
    CHECK(here.workspace.texts(taro, person::languages).size() == 2);
    CHECK(here.workspace.texts(taro, person::skills) == std::vector<std::string_view>{"hand surgery"});
    CHECK(here.workspace.text(taro, person::pronouns) == "he/him");
    CHECK(here.workspace.text(taro, person::uid) == "urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1");
    CHECK(here.rows(taro, person::related) == Texts{"Hanako|spouse"});
    CHECK(here.workspace.get(taro, person::photo).as_bytes().starts_with("\x89PNG"));
    const Texts kept = here.rows(taro, person::properties);
    CHECK(std::ranges::contains(kept, "GENDER||M"));
    CHECK(std::ranges::contains(kept, "ROLE||Operates"));
    CHECK(std::ranges::contains(kept, "FN|ALTID=1;LANGUAGE=ja|山田太郎"));
    CHECK(std::ranges::contains(kept, "RELATED|TYPE=friend|urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6"));
}

TEST_CASE("Cards as found: any case, no end, folds inside a letter, lines that are no property") {
    TestImport here;
    const ImportPlan plan = here.bring_data("vcard/found_in_the_wild.vcf");
    CHECK(plan.counts.fresh == 4);
    CHECK(here.rows(here.person("lower case"), person::dates) == Texts{"2001-01-01|anniversary"});
    CHECK(has_notice(plan, "import.vcard.no_end", 8));
    CHECK(here.rows(here.person("No End"), person::contact_points) == Texts{"phone|+1 212 555 0199"});
    const RecordId after = here.person("After It");
    CHECK(to_iso(here.workspace.date(after, person::birthday)) == "--05-12");
    CHECK(here.workspace.text(after, person::notes) == "folded inside a letter: ñandu");
    CHECK(has_notice(plan, "import.vcard.no_property", 20));
    CHECK(here.rows(after, person::properties) == Texts{"X-KITH-LINE||this line is no property"});
    CHECK(here.person("Only"));
}

TEST_CASE("A zip of vCards is opened") {
    TestImport here;
    const ImportPlan plan = here.bring_data("vcard/contacts.zip");
    CHECK(plan.files.size() == 2);
    CHECK(here.workspace.count(Kind::person) == 2);
}

TEST_CASE("Line ends make no difference") {
    std::string carriage_returns;
    for (const char c : read_data("vcard/apple.vcf")) {
        if (c != '\n') carriage_returns += c;
    }
    TestImport here;
    CHECK(here.bring("apple.vcf", carriage_returns).counts.fresh == 2);
    CHECK(here.bring_data("vcard/apple.vcf").counts.already_here == 2);
}

TEST_CASE("Content lines are folded at 75 octets and never inside a letter") {
    std::string text = "NOTE:";
    for (int i = 0; i < 100; ++i)
        text += "añ€🚀";
    std::string out;
    append_content_line(out, text);
    std::string unfolded;
    std::size_t start = 0;
    for (std::size_t end = out.find("\r\n"); end != std::string::npos;
        start = end + 2, end = out.find("\r\n", start)) {
        const std::string line = out.substr(start, end - start);
        CHECK(line.size() <= 75);
        CHECK(is_valid_utf8(line));
        unfolded += start == 0 ? line : line.substr(1);
    }
    CHECK(unfolded == text);
}

TEST_CASE("Escapes, parameters and base64 read back what was written") {
    Random random{11};
    for (int round = 0; round < 300; ++round) {
        std::string bytes;
        for (auto left = random.below(40); left > 0; --left)
            bytes += static_cast<char>(random.below(256));
        CHECK(from_base64(to_base64(bytes)) == bytes);
        std::string text;
        constexpr std::string_view pieces[] = {"a", "\\", ",", ";", "\n", ":", "\"", "^", "n", "é", "'"};
        for (auto left = random.below(12); left > 0; --left)
            text += pieces[random.below(std::size(pieces))];
        CHECK(unescaped(escaped(text), VcardVersion::v3_0) == text);
        if (text.starts_with(' ') || text.empty()) continue;
        const std::string card = "BEGIN:VCARD\r\nX;P=" + parameter_value(text) + ":v\r\nEND:VCARD\r\n";
        VcardReader reader(card);
        REQUIRE(reader.next());
        REQUIRE(reader.properties().size() == 1);
        CHECK(reader.parameter(reader.properties()[0], "p") == text);
    }
}
