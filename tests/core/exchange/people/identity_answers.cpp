// Who is who when files come in: different people are never made one without a yes, and what was answered once is
// not asked again.
#include "exchange/people/identity_answers.h"

#include "../importing.h"
#include "exchange/people/duplicates.h"
#include "exchange/people/joining.h"

using namespace kith;

namespace {

std::string card(std::string_view name, std::string_view lines) {
    const std::size_t space = name.find(' ');
    return "BEGIN:VCARD\nVERSION:3.0\nN:" + std::string(name.substr(space + 1)) + ";" +
        std::string(name.substr(0, space)) + ";;;\n" + std::string(lines) + "END:VCARD\n";
}

std::string office(std::string_view rows) {
    return "First Name,Last Name,E-mail Address,Business Phone,Company\n" + std::string(rows);
}

std::size_t questions(const Workspace& workspace) {
    DuplicateSearch search;
    search.catch_up(workspace).finish();
    return search.found().size();
}

}  // namespace

TEST_CASE("Colleagues of one first name behind one switchboard stay several, in one file and the next") {
    TestImport here;
    here.bring("office.csv",
        office("John,Adams,ja@adams.example,+1 555 0100,Harbour Health\n"
               "John,Baker,jb@baker.example,+1 555 0100,Harbour Health\n"
               "Mary,Poe,mp@poe.example,+1 555 0100,Harbour Health\n"));
    CHECK(here.workspace.count(Kind::person) == 3);
    const ImportPlan plan =
        here.bring("more.csv", office("Mary,Quill,mq@quill.example,+1 555 0100,Harbour Health\n"));
    CHECK(plan.counts.fresh + plan.counts.maybe_known == 1);
    CHECK(here.workspace.count(Kind::person) == 4);
    CHECK(here.person("Mary Quill"));
}

TEST_CASE("A couple at one address, and a father and a son, are never made one") {
    TestImport here;
    here.bring("a.vcf",
        card("Rosa Ferreira", "EMAIL:ferreira@home.example\n") +
            card("Paulo Ferreira", "EMAIL:ferreira@home.example\n") +
            card("Istvan Nagy", "BDAY:1950-02-03\nTEL;TYPE=home:+36 1 234 5678\n") +
            card("Istvan Nagy", "BDAY:1981-07-08\nTEL;TYPE=home:+36 1 234 5678\n"));
    CHECK(here.workspace.count(Kind::person) == 4);
}

TEST_CASE("A yes is remembered, however often the file comes again and whatever was edited since") {
    TestImport here;
    here.bring("a.vcf", card("Robert Hale", "EMAIL:rhale@clinic.example\nORG:North Clinic\n"));
    const std::string bob = card("Bob Hale", "EMAIL:rhale@clinic.example\nTEL;TYPE=cell:+44 7700 900123\n");
    ImportJob job = here.plan("phone.vcf", bob);
    REQUIRE(job.plan().items[0].status == ItemStatus::maybe_known);
    REQUIRE(job.plan().items[0].evidence);
    CHECK(job.plan().items[0].evidence->agrees(identity::Reason::email));
    job.choose(0, ItemChoice::join);
    here.accept(job);
    CHECK(here.workspace.count(Kind::person) == 1);
    const RecordId hale = here.person("Robert Hale");
    Draft edit({"edit", {}});
    for (const Element& row : here.workspace.elements(hale, person::contact_points))
        edit.remove(hale, person::contact_points, row.id);
    REQUIRE(here.workspace.commit(std::move(edit), here.now + std::chrono::seconds{5}));
    const ImportJob again = here.plan("phone.vcf", bob);
    CHECK(again.plan().counts.maybe_known == 0);
    CHECK(again.plan().counts.fresh == 0);
    CHECK(again.plan().items[0].match == hale);
    CHECK(plain_text(again.plan().items[0].reason) == say("import.same.answer"));
}

TEST_CASE("A no is remembered: neither the file nor the search for duplicates asks again") {
    TestImport here;
    here.bring("a.vcf", card("Annika Stoltenberg", "ORG:North Clinic\n"));
    const std::string other = card("Annika Stoltenberg", "ORG:Harbour Health\n");
    ImportJob job = here.plan("b.vcf", other);
    REQUIRE(job.plan().items[0].status == ItemStatus::maybe_known);
    job.choose(0, ItemChoice::take_as_new);
    here.accept(job);
    CHECK(here.workspace.count(Kind::person) == 2);
    CHECK(questions(here.workspace) == 0);
    const ImportJob again = here.plan("b.vcf", other);
    CHECK(again.plan().items[0].status == ItemStatus::already_here);
    // Undone with the import.
    REQUIRE(here.workspace.undo(here.now + std::chrono::seconds{9}));
    CHECK(here.plan("b.vcf", other).plan().items[0].status == ItemStatus::maybe_known);
}

TEST_CASE("Not answered is not a no: it stays a question") {
    TestImport here;
    here.bring("a.vcf", card("Annika Stoltenberg", "ORG:North Clinic\n"));
    here.bring("b.vcf", card("Annika Stoltenberg", "ORG:Harbour Health\n"));
    CHECK(here.workspace.count(Kind::person) == 2);
    CHECK(questions(here.workspace) == 1);
}

TEST_CASE("Who was joined with somebody here is known again under both names") {
    TestImport here;
    const std::string second = card("Kata Szabo", "EMAIL:kata@sz.example\n");
    here.bring("a.vcf", card("Katalin Szabo", "TEL;TYPE=cell:+36 30 123 4567\n"));
    here.bring("b.vcf", second);
    const RecordId katalin = here.person("Katalin Szabo"), kata = here.person("Kata Szabo");
    REQUIRE(here.workspace.commit(
        join_records(here.workspace, {katalin, kata}, here.random), here.now + std::chrono::seconds{5}));
    const ImportJob again = here.plan("b.vcf", second);
    REQUIRE(again.plan().items.size() == 1);
    CHECK(again.plan().items[0].match == katalin);
    CHECK(again.plan().counts.skipped == 0);
    CHECK(again.plan().counts.fresh == 0);
}

TEST_CASE("What was put together inside a file can be split, and stays so when it comes again") {
    TestImport here;
    const std::string file = card("Ivo Horvat", "EMAIL:ivo@horvat.example\nTITLE:Cook\n") +
        card("Ivo Horvat", "EMAIL:ivo@horvat.example\nTITLE:Pilot\n");
    ImportJob job = here.plan("a.vcf", file);
    REQUIRE(job.plan().items.size() == 1);
    CHECK(job.plan().counts.joined == 1);
    REQUIRE(job.plan().items[0].others.size() == 1);
    CHECK(job.plan().items[0].others[0].line > job.plan().items[0].line);
    job.split(0);
    REQUIRE(job.plan().items.size() == 2);
    CHECK(job.plan().counts.joined == 0);
    CHECK(job.plan().counts.fresh == 2);
    CHECK(job.plan().items[1].detail != job.plan().items[0].detail);
    CHECK_FALSE(has_notice(job.plan(), "import.came_twice", 1));
    here.accept(job);
    CHECK(here.workspace.count(Kind::person) == 2);
    CHECK(questions(here.workspace) == 0);
    ImportJob again = here.plan("a.vcf", file);
    CHECK(again.plan().counts.already_here == 2);
    CHECK_FALSE(here.accept(again));
}

TEST_CASE("Two of one name and address who were both added as new are not made one when they come again") {
    TestImport here;
    here.bring("a.vcf", card("Ivo Horvat", "ORG:Harbour Ferries\n"));
    const std::string file = card("Ivo Horvat", "EMAIL:horvat@home.example\nBDAY:1950-02-03\n") +
        card("Ivo Horvat", "EMAIL:horvat@home.example\nBDAY:1981-07-08\n");
    ImportJob job = here.plan("b.vcf", file);
    REQUIRE(job.plan().items.size() == 2);
    for (std::size_t i = 0; i < 2; ++i)
        job.choose(i, ItemChoice::take_as_new);
    here.accept(job);
    CHECK(here.workspace.count(Kind::person) == 3);
    // With something added to one of them, so that it is not known by all that it says.
    const std::string more = card("Ivo Horvat", "EMAIL:horvat@home.example\nBDAY:1950-02-03\nTITLE:Cook\n") +
        card("Ivo Horvat", "EMAIL:horvat@home.example\nBDAY:1981-07-08\n");
    for (const std::string& again : {file, more}) {
        const ImportJob next = here.plan("b.vcf", again);
        REQUIRE(next.plan().items.size() == 2);
        CHECK(next.plan().counts.joined == 0);
        CHECK((!next.plan().items[0].match || next.plan().items[0].match != next.plan().items[1].match));
    }
    CHECK(here.plan("b.vcf", file).plan().counts.already_here == 2);
}

TEST_CASE("Whoever was recognised can still be added as somebody new") {
    TestImport here;
    const std::string one = card("Lea Brandt", "EMAIL:lea@brandt.example\n");
    here.bring("a.vcf", one);
    ImportJob job = here.plan("b.vcf", one + card("Zoe Adler", ""));
    REQUIRE(job.plan().items[0].choice == ItemChoice::join);
    CHECK(std::ranges::contains(job.plan().items[0].choices(), ItemChoice::take_as_new));
    job.choose(0, ItemChoice::take_as_new);
    here.accept(job);
    CHECK(here.workspace.count(Kind::person) == 3);
    CHECK(questions(here.workspace) == 0);
}

TEST_CASE("A no about one who was joined since counts for the one they became") {
    TestImport here;
    here.bring("a.vcf", card("Jan Berg", "NOTE:1\n"));
    here.bring("b.vcf", card("Jan Bergh", "NOTE:2\n"));
    here.bring("c.vcf", card("Jan Bjerg", "NOTE:3\n"));
    const RecordId a = here.person("Jan Berg"), b = here.person("Jan Bergh"), c = here.person("Jan Bjerg");
    Instant now = here.now;
    REQUIRE(here.workspace.commit(tell_apart(here.workspace, b, c), now += std::chrono::seconds{5}));
    REQUIRE(here.workspace.commit(
        join_records(here.workspace, {a, b}, here.random), now += std::chrono::seconds{5}));
    const IdentityAnswers answers = identity_answers(here.workspace);
    const auto said = [&](RecordId one, RecordId other) {
        return std::ranges::contains(answers.apart, IdentityAnswers::Pair{one, other}) ||
            std::ranges::contains(answers.apart, IdentityAnswers::Pair{other, one});
    };
    CHECK(said(b, c));
    CHECK(said(a, c));
}

TEST_CASE("An organisation that was joined to another is known by its old name when a file comes again") {
    TestImport here;
    const std::string rows = office("Noor,Haddad,,,Mercy General\nInes,Prado,,,Mercy General "
                                    "Hospital\nUwe,Falk,,,Mercy General Hospital\n");
    here.bring("office.csv", rows);
    const RecordId keep = here.called(Kind::organisation, "Mercy General");
    const RecordId other = here.called(Kind::organisation, "Mercy General Hospital");
    REQUIRE(here.workspace.commit(
        join_records(here.workspace, {keep, other}, here.random), here.now + std::chrono::seconds{5}));
    here.now += std::chrono::seconds{10};
    const ImportPlan plan = here.bring("office.csv", rows);
    CHECK_FALSE(plan.changes_something());
    CHECK(plan.counts.new_organisations == 0);
    here.bring("more.csv", office("Pia,Lang,,,Mercy General Hospital\n"));
    CHECK(here.workspace.count(Kind::organisation) == 1);
    CHECK(here.jobs(here.person("Pia Lang")) == std::vector<std::string>{" @ Mercy General"});
}

TEST_CASE("Whoever works where they did under a longer name has no new job, unless that is said") {
    TestImport here;
    const auto list = [](std::string_view company) {
        return "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nNoor,Haddad,"
               "https://www.linkedin.com/in/noor-haddad,," +
            std::string(company) + ",Ward Manager,01 Nov 2026\n";
    };
    here.bring("Connections.csv", list("Mercy General"));
    const RecordId noor = here.person("Noor Haddad");
    ImportJob job = here.plan("Connections.csv", list("Mercy General Hospital"));
    CHECK(job.plan().items[0].status == ItemStatus::already_here);
    here.accept(job);
    CHECK(here.jobs(noor) == std::vector<std::string>{"Ward Manager @ Mercy General"});
    job = here.plan("Connections.csv", list("Mercy General Hospital"));
    REQUIRE(job.plan().items[0].differences.size() == 1);
    job.take(0, 0, true);
    here.accept(job);
    CHECK(here.jobs(noor).size() == 2);
    job = here.plan("Connections.csv", list("Riverside Clinic"));
    CHECK(job.plan().items[0].status == ItemStatus::changed);
}

TEST_CASE("An entry stands beside who it may be, and the word that is chosen there counts") {
    TestImport here;
    here.bring(
        "a.vcf", card("M. Lindqvist", "EMAIL:maja@clinic.example\nBDAY:1981-05-04\nADR:;;;Uppsala;;;\n"));
    ImportJob job = here.plan(
        "phone.vcf", card("Maja Lindqvist", "EMAIL:maja@clinic.example\nBDAY:1981-05-14\nNICKNAME:Majsan\n"));
    REQUIRE(job.plan().items[0].status == ItemStatus::maybe_known);
    const auto rows = job.side_by_side(0);
    const auto row = [&](FieldId field) {
        const auto at = std::ranges::find(rows, field, &SideRow::field);
        REQUIRE(at != rows.end());
        return *at;
    };
    CHECK(row(person::display_name).standing == Standing::differs);
    CHECK(row(person::contact_points).standing == Standing::same);
    CHECK(row(person::birthday).standing == Standing::differs);
    CHECK_FALSE(row(person::birthday).second_counts);
    CHECK(row(person::nickname).standing == Standing::only_second);
    job.take(0, row(person::birthday).fields, true);
    job.choose(0, ItemChoice::join);
    here.accept(job);
    REQUIRE(here.workspace.count(Kind::person) == 1);
    const RecordId maja = here.workspace.all(Kind::person).front();
    CHECK(here.workspace.date(maja, person::birthday).day == std::chrono::day{14});
    CHECK(here.workspace.text(maja, person::given_name) == "M.");
}

TEST_CASE("An answer that is taken back leaves the question for later") {
    TestImport here;
    here.bring("a.vcf", card("Robert Hale", "EMAIL:rhale@clinic.example\nORG:North Clinic\n"));
    ImportJob job = here.plan("phone.vcf", card("Bob Hale", "EMAIL:rhale@clinic.example\n"));
    job.choose(0, ItemChoice::join);
    job.leave_open(0);
    here.accept(job);
    CHECK(here.workspace.count(Kind::person) == 2);
    CHECK(questions(here.workspace) == 1);
}
