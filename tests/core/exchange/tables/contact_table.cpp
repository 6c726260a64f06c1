#include "../importing.h"

using namespace kith;

TEST_CASE("Google's CSV of today: labels, several values in a cell, numbered columns") {
    TestImport here;
    const ImportPlan plan = here.bring_data("csv/google_2024.csv");
    CHECK(plan.files[0].key() == "google");
    CHECK(plan.notices.empty());
    const RecordId ana = here.person("Dr. Ana Núñez");
    CHECK(here.workspace.text(ana, person::name_prefix) == "Dr.");
    CHECK(here.workspace.text(ana, person::notes) == "Met at\nthe congress");
    CHECK(to_iso(here.workspace.date(ana, person::birthday)) == "--05-12");
    CHECK(here.rows(ana, person::contact_points) ==
        Texts{"email|ana@hospital.example|work|yes", "email|ana.n@hospital.example|work|yes",
            "email|ana@example.org|home", "phone|+49 171 1234567|mobile"});
    CHECK(here.rows(ana, person::addresses) ==
        Texts{"Main St. 1|||Town||12345|DE|home|Main St. 1\n12345 Town"});
    CHECK(here.rows(ana, person::links) == Texts{"https://www.linkedin.com/in/ana|profile"});
    CHECK(here.rows(ana, person::dates) == Texts{"2015-06-20|anniversary"});
    CHECK(here.rows(ana, person::related) == Texts{"Maria Boss|manager"});
    CHECK(here.jobs(ana) == Texts{"Head Nurse @ St. Anna Hospital"});
    std::vector<std::string_view> tags = here.workspace.texts(ana, person::tags);
    std::ranges::sort(tags);
    CHECK(tags == std::vector<std::string_view>{"Congress", "starred"});
    CHECK(std::ranges::contains(here.rows(ana, person::properties), "Shoe size||39"));
}

TEST_CASE("Google's CSV before 2024") {
    TestImport here;
    const ImportPlan plan = here.bring_data("csv/google_before_2024.csv");
    CHECK(plan.files[0].key() == "google");
    const RecordId ana = here.person("Ana Núñez");
    CHECK(here.workspace.text(ana, person::display_name).empty());
    CHECK(here.workspace.text(ana, person::former_name) == "Ruiz");
    CHECK(here.workspace.text(ana, person::place) == "Vienna");
    CHECK(here.jobs(ana) == Texts{"Head Nurse @ St. Anna Hospital"});
    CHECK(here.rows(ana, person::properties) == Texts{"Hobby||Chess"});
}

TEST_CASE("Outlook's CSV: business and home, categories, dates of zeros") {
    TestImport here;
    const ImportPlan plan = here.bring_data("csv/outlook.csv");
    CHECK(plan.files[0].key() == "outlook");
    CHECK(plan.notices.empty());
    const RecordId ana = here.person("Dr. Ana Núñez");
    CHECK(here.jobs(ana) == Texts{"Head Nurse @ St. Anna Hospital"});
    CHECK(here.rows(ana, person::addresses) == Texts{"Main St. 1|Floor 2||Vienna||1010|Austria|work"});
    CHECK(to_iso(here.workspace.date(ana, person::birthday)) == "1980-12-25");
    CHECK(here.rows(ana, person::dates).empty());
    CHECK(here.workspace.texts(ana, person::tags).size() == 2);
    CHECK(here.rows(ana, person::related) == Texts{"Maria Boss|manager", "Ben|referred by", "Otto|spouse"});
    CHECK(here.rows(ana, person::properties) == Texts{"User 1||blue"});
}

TEST_CASE("A table of one's own, with semicolons and other headings") {
    TestImport here;
    const ImportPlan plan = here.bring_data("csv/semicolons.csv");
    CHECK(plan.files[0].key() == "table");
    const RecordId ana = here.person("Ana Núñez");
    CHECK(here.jobs(ana) == Texts{" @ St. Anna; Hospital"});
    CHECK(here.rows(ana, person::contact_points) == Texts{"email|ana@example.org", "phone|+43 1 234567"});
}
