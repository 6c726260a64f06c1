// Titles and degrees in the names of others' files.
#include "../importing.h"
#include "exchange/out/export.h"

using namespace kith;

namespace {

std::string parts(const TestImport& in) {
    const RecordId one = in.workspace.all(Kind::person)[0];
    std::string all;
    for (const FieldId field : {person::name_prefix, person::given_name, person::family_name,
             person::name_suffix, person::display_name})
        all += std::string(in.workspace.text(one, field)) + "|";
    return all;
}

std::string of_table(const std::string& row) {
    TestImport here;
    here.bring("a.csv", "Name Prefix,First Name,Last Name,Name Suffix,Name\n" + row + "\n");
    return parts(here);
}

std::string of_card(const std::string& lines) {
    TestImport here;
    here.bring("a.vcf", "BEGIN:VCARD\nVERSION:3.0\n" + lines + "\nEND:VCARD\n");
    return parts(here);
}

}  // namespace

TEST_CASE("Titles and degrees leave the fields of the name, and are said once") {
    CHECK(of_table("Dr.,Dr. Helen,\"Park, DNP, RN, NEA-BC\",,") == "Dr.|Helen|Park|DNP, RN, NEA-BC||");
    CHECK(of_table(",Prof. Dr. Jörg,Weiß,,") == "Prof. Dr.|Jörg|Weiß|||");
    CHECK(of_table(",Amara,\"Okafor, PMP\",MBA,") == "|Amara|Okafor|MBA, PMP||");
    CHECK(of_table(",Marie,\"Dubois, ph.d.\",,") == "|Marie|Dubois|ph.d.||");
    CHECK(of_table(",\"Dr. Li Na, MD\",,,") == "Dr.|Li Na||MD||");
}

TEST_CASE("A name without such words stays as it is") {
    CHECK(of_table(",Yo-Yo,Ma,,") == "|Yo-Yo|Ma|||");
    CHECK(of_table(",Vincent,van Gogh,,") == "|Vincent|van Gogh|||");
    CHECK(of_table(",小明,王,,") == "|小明|王|||");
    CHECK(of_table(",\"Robert \"\"Bob\"\"\",\"Smith, MD\",,") == "|Robert \"Bob\"|Smith, MD|||");
    CHECK(of_table(",\"Núñez, Ana\",,,") == "|Núñez, Ana||||");
    CHECK(of_table("Dr. Dr.,Anna,Klein,,") == "Dr. Dr.|Anna|Klein|||");  // who has two doctorates says so
}

TEST_CASE("A name as shown that only repeats titles and degrees is left out") {
    CHECK(of_card("N:Park\\, DNP;Dr. Helen;;Dr.;\nFN:Dr. Helen Park\\, DNP") == "Dr.|Helen|Park|DNP||");
    CHECK(of_card("N:Park;Helen;;;DNP RN\nFN:Helen Park DNP RN") == "|Helen|Park|DNP RN||");
    CHECK(of_card("N:Park;Helen;;;\nFN:The Boss") == "|Helen|Park||The Boss|");
}

TEST_CASE("Whom a vCard of Kith’s own names is named so again, whatever stands in the name") {
    TestImport here;
    Draft draft({"edit", {}});
    const RecordId one = draft.create(Kind::person, here.random);
    draft.set_text(one, person::given_name, "Dr. Dre");
    draft.set_text(one, person::family_name, "Young, MD");
    REQUIRE(here.workspace.commit(std::move(draft), here.now));
    for (const ExportFormat format :
        {ExportFormat::vcard3, ExportFormat::vcard4, ExportFormat::csv, ExportFormat::json}) {
        TestImport there;
        there.bring("a", export_all(here.workspace, format));
        CHECK(parts(there) == "|Dr. Dre|Young, MD|||");
    }
}
