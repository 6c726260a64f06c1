// LinkedIn's job applications and saved jobs as opportunities.
#include "../importing.h"
#include "exchange/cards/reach.h"

using namespace kith;

namespace {

struct JobImport : TestImport {
    RecordId job(std::string_view title) const { return called(Kind::opportunity, title); }
    std::string_view organisation_of(RecordId job) const {
        return workspace.text(workspace.reference(job, opportunity::organisation), organisation::name);
    }
    std::string_view stage_of(RecordId job) const { return workspace.text(job, opportunity::stage); }

    void set(RecordId record, FieldId field, std::string_view text) {
        Draft draft({"test.set", {}});
        draft.set_text(record, field, text);
        now += std::chrono::seconds{1};
        REQUIRE(workspace.commit(std::move(draft), now));
    }
    ImportJob plan_files(std::initializer_list<std::string> names) {
        std::vector<ImportFile> files;
        for (const std::string& name : names)
            files.push_back({name, read_data("linkedin/" + name)});
        ImportJob job(workspace, std::move(files), {random, std::chrono::floor<std::chrono::days>(now)});
        job.finish();
        return job;
    }
};

const std::string saved_columns = "Saved Date,Job Url,Job Title,Company Name\n";
const std::string applied_columns = "Application Date,Company Name,Job Title,Job Url\n";

}  // namespace

TEST_CASE("Job applications become opportunities with their organisation, day and stage") {
    JobImport here;
    const ImportPlan plan = here.bring_data("linkedin/Job Applications.csv");
    CHECK(plan.files[0].key() == "linkedin_applications");
    CHECK(plan.counts.fresh == 4);
    CHECK(plan.counts.opportunities == 5);
    CHECK(plan.counts.new_organisations == 4);
    CHECK(here.workspace.count(Kind::person) == 0);

    const RecordId head = here.job("Head of Nursing");
    CHECK(here.organisation_of(head) == "St. Anna Hospital");
    CHECK(here.stage_of(head) == "applied");
    CHECK(to_iso(here.workspace.date(head, opportunity::applied_on)) == "2026-01-29");
    CHECK(here.rows(head, opportunity::stage_history) == Texts{"applied|2026-01-29"});
    CHECK(here.workspace.text(head, opportunity::link) == "https://www.linkedin.com/jobs/view/3755500001");
    CHECK(here.workspace.choice(head, opportunity::kind) == opportunity::kind::opening);
    CHECK(here.workspace.choice(head, opportunity::advertised) == opportunity::advertised::advertised);
    CHECK(here.organisation_of(here.job("Director, Operations")) == "Okafor & Sons, Ltd.");
}

TEST_CASE("What an application says beyond its fields stands in its notes, column by column") {
    JobImport here;
    here.bring_data("linkedin/Job Applications.csv");
    CHECK(here.workspace.text(here.job("Head of Nursing"), opportunity::notes) ==
        "Contact Email: me@example.org\nContact Phone Number: +41 79 555 01 02\nResume Name: cv-2026.pdf\n"
        "Question And Answers: Years of experience?:12|Work permit?:Yes");
    CHECK(here.workspace.text(here.job("Ward Manager"), opportunity::notes).empty());
}

TEST_CASE("A day that does not exist and a row that names nothing are said with their lines") {
    JobImport here;
    const ImportPlan plan = here.bring_data("linkedin/Job Applications.csv");
    CHECK(has_notice(plan, "import.impossible_date", 5));
    const RecordId job = here.job("Care Coordinator");
    CHECK(here.stage_of(job) == "applied");
    CHECK(here.workspace.date(job, opportunity::applied_on).empty());
    CHECK(here.workspace.text(job, opportunity::notes) == "Application Date: 2/30/26, 8:00 AM");
    const ImportItem& nameless = plan.items[4];
    CHECK(nameless.status == ItemStatus::skipped);
    CHECK(nameless.line == 6);
    CHECK(nameless.reason.key == "import.no_title");
}

TEST_CASE("A saved job is a lead, and one that was applied for later has gone on") {
    JobImport here;
    here.bring_data("linkedin/Saved Jobs.csv");
    const RecordId head = here.job("Head of Nursing");
    CHECK(here.stage_of(head) == "lead");
    CHECK(here.rows(head, opportunity::stage_history) == Texts{"lead|2026-01-20"});

    const ImportPlan plan = here.bring_data("linkedin/Job Applications.csv");
    CHECK(plan.counts.changed == 1);
    CHECK(plan.counts.fresh == 3);
    CHECK(here.job("Head of Nursing") == head);
    CHECK(here.stage_of(head) == "applied");
    CHECK(here.rows(head, opportunity::stage_history) == Texts{"lead|2026-01-20", "applied|2026-01-29"});
    CHECK(to_iso(here.workspace.date(head, opportunity::applied_on)) == "2026-01-29");
    CHECK(here.stage_of(here.job("Chief Nurse")) == "lead");
}

TEST_CASE("Both files together, in either order, make one opportunity of a job that is in both") {
    for (const bool saved_first : {true, false}) {
        CAPTURE(saved_first);
        JobImport here;
        ImportJob job = saved_first ? here.plan_files({"Saved Jobs.csv", "Job Applications.csv"})
                                    : here.plan_files({"Job Applications.csv", "Saved Jobs.csv"});
        CHECK(job.plan().counts.joined == 1);
        CHECK_FALSE(has_notice(job.plan(), "import.came_twice", 2));  // that is how it should be
        here.accept(job);
        CHECK(here.workspace.count(Kind::opportunity) == 5);
        CHECK(here.stage_of(here.job("Head of Nursing")) == "applied");
        CHECK(here.rows(here.job("Head of Nursing"), opportunity::stage_history).size() == 2);
    }
}

TEST_CASE("The same jobs again change nothing, one undo takes them back") {
    JobImport here;
    here.bring_data("linkedin/Job Applications.csv");
    for (const char* again : {"linkedin/Job Applications.csv", "linkedin/Job Applications.csv"}) {
        ImportJob job = here.plan_data(again);
        CHECK(job.plan().counts.already_here == 4);
        CHECK_FALSE(job.plan().changes_something());
        CHECK_FALSE(here.accept(job));
    }
    REQUIRE(here.workspace.undo(here.now));
    CHECK(here.workspace.count(Kind::opportunity) == 0);
    CHECK(here.workspace.count(Kind::organisation) == 0);
}

TEST_CASE("What a person made of a job stays: stage, title, notes and organisation") {
    JobImport here;
    here.bring_data("linkedin/Saved Jobs.csv");
    const RecordId head = here.job("Head of Nursing");
    here.set(head, opportunity::title, "My dream job");
    here.set(head, opportunity::stage, "interview");
    here.set(head, opportunity::notes, "Ask Priya first");
    ImportJob job = here.plan_data("linkedin/Job Applications.csv");
    here.accept(job);
    CHECK(here.workspace.count(Kind::opportunity) == 5);
    CHECK(here.workspace.text(head, opportunity::title) == "My dream job");
    CHECK(here.stage_of(head) == "interview");
    CHECK(here.workspace.text(head, opportunity::notes) == "Ask Priya first");
    CHECK(to_iso(here.workspace.date(head, opportunity::applied_on)) == "2026-01-29");  // was empty
}

TEST_CASE(
    "A lead noted by hand is known by its title and organisation; moving it on is the person's choice") {
    JobImport here;
    Draft draft({"test.lead", {}});
    const RecordId clinic = draft.create(Kind::organisation, here.random);
    draft.set_text(clinic, organisation::name, "Diaz Clinic");
    const RecordId lead = draft.create(Kind::opportunity, here.random);
    draft.set_text(lead, opportunity::title, "ward manager");
    draft.set_text(lead, opportunity::stage, "lead");
    draft.set(lead, opportunity::organisation, Value::reference(clinic));
    REQUIRE(here.workspace.commit(std::move(draft), here.now));

    ImportJob job = here.plan_data("linkedin/Job Applications.csv");
    const ImportPlan& plan = job.plan();
    const auto item = std::ranges::find(plan.items, lead, &ImportItem::match);
    REQUIRE(item != plan.items.end());
    CHECK(item->reason.key == "import.same.title");
    const auto stage = std::ranges::find(item->differences, opportunity::stage, &FieldDifference::field);
    REQUIRE(stage != item->differences.end());
    CHECK(stage->kind == DifferenceKind::differs);
    CHECK_FALSE(stage->take);
    job.take(static_cast<std::size_t>(item - plan.items.begin()),
        static_cast<std::size_t>(stage - item->differences.begin()), true);
    here.accept(job);
    CHECK(here.stage_of(lead) == "applied");
    CHECK(here.rows(lead, opportunity::stage_history) == Texts{"applied|2025-12-01"});
}

TEST_CASE("Two postings of one title at one organisation are two; a row without an address is the first") {
    JobImport here;
    const std::string rows = applied_columns +
        "\"1/2/26, 8:00 AM\",Anna,Nurse,https://www.linkedin.com/jobs/view/1\n"
        "\"1/3/26, 8:00 AM\",Anna,Nurse,https://www.linkedin.com/jobs/view/2\n"
        "\"1/4/26, 8:00 AM\",Anna,Nurse,\n";
    const ImportPlan plan = here.bring("Job Applications.csv", rows);
    CHECK(here.workspace.count(Kind::opportunity) == 2);
    CHECK(has_notice(plan, "import.came_twice", 2));
    ImportJob again = here.plan("Job Applications.csv", rows);
    CHECK_FALSE(again.plan().changes_something());
}

TEST_CASE("A posting here without an address is that of one row, not of all that have its title") {
    JobImport here;
    here.bring("Saved Jobs.csv", saved_columns + "\"1/2/26, 8:00 AM\",,Nurse,Anna\n");
    const std::string rows = saved_columns +
        "\"1/3/26, 8:00 AM\",https://example.org/a,Nurse,Anna\n\"1/4/26, 8:00 "
        "AM\",https://example.org/b,Nurse,Anna\n";
    here.bring("Saved Jobs.csv", rows);
    CHECK(here.workspace.count(Kind::opportunity) == 2);
    ImportJob again = here.plan("Saved Jobs.csv", rows);
    CHECK_FALSE(again.plan().changes_something());
}

TEST_CASE("A deleted job stays deleted") {
    JobImport here;
    here.bring_data("linkedin/Saved Jobs.csv");
    Draft draft({"test.trash", {}});
    draft.trash(here.job("Chief Nurse"));
    here.now += std::chrono::seconds{1};
    REQUIRE(here.workspace.commit(std::move(draft), here.now));
    const ImportPlan plan = here.bring_data("linkedin/Saved Jobs.csv");
    CHECK(plan.counts.skipped == 1);
    CHECK(plan.items[1].reason.key == "import.job_in_trash");
    CHECK(here.workspace.count(Kind::opportunity) == 1);
}

TEST_CASE("A job that was deleted and noted again is the one that is there") {
    JobImport here;
    here.bring_data("linkedin/Saved Jobs.csv");
    Draft draft({"test.again", {}});
    draft.trash(here.job("Chief Nurse"));
    const RecordId again = draft.create(Kind::opportunity, here.random);
    draft.set_text(again, opportunity::title, "Chief Nurse");
    draft.set_text(again, opportunity::link, "https://www.linkedin.com/jobs/view/3755500009");
    here.now += std::chrono::seconds{1};
    REQUIRE(here.workspace.commit(std::move(draft), here.now));
    const ImportPlan plan = here.bring_data("linkedin/Saved Jobs.csv");
    CHECK(plan.counts.skipped == 0);
    CHECK(plan.items[1].match == again);
}

TEST_CASE("Jobs come in under the person's own stages") {
    JobImport here;
    std::vector<ImportFile> files;
    files.push_back({"Job Applications.csv", read_data("linkedin/Job Applications.csv")});
    files.push_back({"Saved Jobs.csv", read_data("linkedin/Saved Jobs.csv")});
    ImportJob job(here.workspace, std::move(files),
        {.random = here.random,
            .today = {},
            .stages = {.before = {"maybe", "soon"}, .applied = {"sent", "sent again"}}});
    job.finish();
    here.accept(job);
    CHECK(here.stage_of(here.job("Head of Nursing")) == "sent");
    CHECK(here.stage_of(here.job("Chief Nurse")) == "maybe");
}

TEST_CASE("Applications of an archive come in with its connections") {
    JobImport here;
    const ImportPlan plan = here.bring_data("linkedin/Complete_LinkedInDataExport_02-08-2026.zip");
    REQUIRE(plan.files.size() == 3);
    CHECK(here.workspace.count(Kind::person) == 5);
    CHECK(here.workspace.count(Kind::opportunity) == 5);
    const RecordId ana = here.person("Ana Núñez");
    const RecordId hospital =
        here.workspace.reference(affiliations_of(here.workspace, ana).front(), affiliation::organisation);
    CHECK(here.workspace.reference(here.job("Head of Nursing"), opportunity::organisation) == hospital);
}

TEST_CASE("A posting on LinkedIn is known by its number") {
    const std::string key = posting_key("https://www.linkedin.com/jobs/view/3755500001");
    CHECK(posting_key("http://linkedin.com/jobs/view/3755500001/?refId=x&trackingId=y") == key);
    CHECK(posting_key("https://ch.linkedin.com/jobs/view/head-of-nursing-at-anna-3755500001?x=1") == key);
    CHECK(posting_key("https://www.linkedin.com/jobs/view/3755500002") != key);
    CHECK(posting_key("https://Example.org/Jobs/1/") == "example.org/Jobs/1");
    CHECK(posting_key("https://www.linkedin.com/jobs/view/none") == "linkedin.com/jobs/view/none");
    CHECK(posting_key("").empty());
}
