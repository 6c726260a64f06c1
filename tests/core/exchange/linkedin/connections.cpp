#include "../importing.h"

using namespace kith;

TEST_CASE("LinkedIn's connections become people with their work, profile and date") {
    TestImport here;
    const ImportPlan plan = here.bring_data("linkedin/Connections.csv");
    CHECK(plan.files[0].key() == "linkedin");
    CHECK(plan.counts.fresh == 5);
    CHECK(plan.counts.new_organisations == 2);

    const RecordId ana = here.person("Ana Núñez");
    CHECK(here.workspace.text(ana, person::given_name) == "Ana");
    CHECK(here.workspace.text(ana, person::family_name) == "Núñez");
    CHECK(here.jobs(ana) == Texts{"Head Nurse @ St. Anna Hospital"});
    CHECK(here.rows(ana, person::contact_points) == Texts{"email|ana@example.org"});
    CHECK(here.rows(ana, person::links) == Texts{"https://www.linkedin.com/in/ana-n%C3%BA%C3%B1ez|LinkedIn"});
    CHECK(here.rows(ana, person::dates) == Texts{"2026-02-08|Connected on LinkedIn"});
    CHECK(here.workspace.texts(ana, person::sources) == std::vector<std::string_view>{"Connections.csv"});
}

TEST_CASE("Quotes, commas, line breaks and other scripts in LinkedIn's fields survive") {
    TestImport here;
    here.bring_data("linkedin/Connections.csv");
    CHECK(here.jobs(here.person("Ben Okafor, MBA")) == Texts{"Director, Operations @ Okafor & Sons, Ltd."});
    CHECK(here.jobs(here.person("Chloé D'Arc \"Jo\"")) == Texts{"Freelance consultant @ "});
    CHECK(here.jobs(here.person("山田 太郎")) == Texts{"Surgeon @ St. Anna Hospital"});
    CHECK(here.person("Zoë Öztürk 🚀"));
    CHECK(here.workspace.count(Kind::organisation) == 2);  // "st. anna hospital" is St. Anna Hospital
}

TEST_CASE("Members who hide their name are counted and reported, not made into blank people") {
    TestImport here;
    const ImportPlan plan = here.bring_data("linkedin/Connections.csv");
    CHECK(plan.counts.hidden == 2);
    CHECK(here.workspace.count(Kind::person) == 5);
    CHECK(sentences(plan) == Texts{"Connections.csv: " + say("import.hidden_members", 2)});
}

TEST_CASE("The columns of 2021, without note and profile, are read too") {
    TestImport here;
    const ImportPlan plan = here.bring_data("linkedin/before_2021.csv");
    CHECK(plan.files[0].key() == "linkedin");
    CHECK(here.rows(here.person("Ana Núñez"), person::dates) == Texts{"2020-02-08|Connected on LinkedIn"});
}

TEST_CASE("Months may be in another language than English") {
    TestImport here;
    const ImportPlan plan = here.bring_data("linkedin/months_in_seven_languages.csv");
    CHECK(plan.notices.empty());
    const auto date_of = [&](std::string_view name) {
        return here.rows(here.person(name), person::dates)[0].substr(0, 10);
    };
    CHECK(date_of("Jürgen Groß") == "2024-03-08");
    CHECK(date_of("Élise Roux") == "2024-02-08");
    CHECK(date_of("Ángel Gil") == "2024-12-08");
    CHECK(date_of("Ugo Neri") == "2024-01-08");
    CHECK(date_of("Inês Sá") == "2024-10-08");
    CHECK(date_of("Bram Vos") == "2024-03-08");
    CHECK(date_of("Åsa Ek") == "2024-05-08");
}

TEST_CASE("A broken quote and a date that does not exist are said with their lines, and nobody is lost") {
    TestImport here;
    const ImportPlan plan = here.bring_data("linkedin/broken_quote.csv");
    CHECK(plan.counts.fresh == 5);
    CHECK(has_notice(plan, "import.csv.broken_quote", 6));
    CHECK(has_notice(plan, "import.csv.stray_quote", 8));
    CHECK(has_notice(plan, "import.impossible_date", 9));
    CHECK(here.jobs(here.person("Carla Diaz")) == Texts{"Owner @ Diaz, Inc."});
    CHECK(here.jobs(here.person("Dan O\"Neil")) == Texts{"Owner @ The \"Best\" Company"});
    CHECK(here.jobs(here.person("Ben Okafor")) == Texts{"Director @ Okafor"});
    CHECK(here.rows(here.person("Eve Ito"), person::properties) == Texts{"Connected On||31 Feb 2025"});
}

TEST_CASE("An archive of LinkedIn is opened, and its connections found") {
    TestImport here;
    const ImportPlan plan = here.bring_data("linkedin/Basic_LinkedInDataExport_02-08-2026.zip");
    REQUIRE(plan.files.size() == 2);
    CHECK(plan.files[0].name == "Connections.csv");
    CHECK(plan.files[1].key() == "linkedin_saved_jobs");  // none in it
    CHECK(plan.counts.fresh == 5);
    CHECK(plan.counts.total() == 5);
}
