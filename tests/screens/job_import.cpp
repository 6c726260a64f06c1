// Jobs that come in from LinkedIn's export, as a person meets them.
#include <fstream>
#include <iterator>

#include "exchange/people/import.h"
#include "kith.h"
#include "planning/pursuits/pipeline.h"

using kith::Draft;
using kith::Kind;
using kith::RecordId;
using kith::say;
using kith::StageMark;
using kith::ui::Role;
namespace opportunity = kith::opportunity;

TEST_CASE("job applications are shown as opportunities, and lead to their board") {
    kith::ui::Kith app;
    const std::string rows =
        "Application Date,Company Name,Job Title,Job Url\n"
        "\"1/29/26, 2:37 PM\",St. Anna Hospital,Head of Nursing,https://www.linkedin.com/jobs/view/1\n"
        "\"1/30/26, 2:37 PM\",City Clinic,Ward Manager,https://www.linkedin.com/jobs/view/2\n";
    app.app.receive_file("Job Applications.csv", rows);
    app.screen.settle();
    CHECK(app.screen.shows(say("files.plan_detail", "LinkedIn job applications", 2)));
    CHECK(app.screen.has(Role::columnheader, say("import_column.opportunity")));
    CHECK(app.screen.has(Role::row, "Head of Nursing"));
    app.screen.get(Role::button, say("files.do_import_jobs", 2)).click();
    CHECK(app.screen.shows(say("toast.imported_jobs", 2, "Job Applications.csv")));
    CHECK(app.screen.has(Role::heading, say("nav.opportunities")));
    CHECK(app.screen.shows("Head of Nursing"));
    CHECK(app.workspace.count(Kind::opportunity) == 2);
    app.screen.get(Role::button, say("toast.undo")).click();
    CHECK(app.workspace.count(Kind::opportunity) == 0);
}

TEST_CASE("jobs come in under the stages that the person made") {
    kith::ui::Kith app;
    Draft draft({"change.stages", {}});
    const std::array stages{kith::Stage{"idea", StageMark::lead}, kith::Stage{"sent", StageMark::applied}};
    set_stages(draft, app.workspace, stages);
    REQUIRE(app.workspace.commit(std::move(draft), app.screen.host().clock));
    app.app.receive_file("Saved Jobs.csv",
        "Saved Date,Job Url,Job Title,Company Name\n\"1/29/26, 2:37 PM\",https://example.org/1,Nurse,Anna\n");
    app.screen.settle();
    app.screen.get(Role::button, say("files.do_import_jobs", 1)).click();
    const RecordId job = app.workspace.all(Kind::opportunity).front();
    CHECK(app.workspace.text(job, opportunity::stage) == "idea");
}

TEST_CASE("on a phone what comes in is counted in a word, and the way back is beside it") {
    kith::ui::Kith app({.width = 390, .height = 844, .touch = true});
    std::ifstream file("tests/data/linkedin/Complete_LinkedInDataExport_02-08-2026.zip", std::ios::binary);
    app.app.receive_file("Complete.zip", {std::istreambuf_iterator<char>(file), {}});
    app.screen.settle();
    CHECK(app.screen.has(Role::button, say("files.do_import_short", 10)));
    app.screen.get(Role::row, "Chief Nurse").click();
    CHECK(app.screen.shows(say("files.where", "Saved Jobs.csv", 3)));
    app.screen.press("Escape");
    const auto cancel = app.screen.get(Role::button, say("form.cancel")).node().bounds;
    CHECK(cancel.z - cancel.x > 70);  // its word is whole
}

TEST_CASE("of an archive each row says which file it comes from") {
    kith::ui::Kith app;
    std::ifstream file("tests/data/linkedin/Complete_LinkedInDataExport_02-08-2026.zip", std::ios::binary);
    app.app.receive_file("Complete.zip", {std::istreambuf_iterator<char>(file), {}});
    app.screen.settle();
    CHECK(app.screen.shows("Saved Jobs.csv: 3"));
    CHECK(app.screen.shows("Connections.csv: 5"));
}
