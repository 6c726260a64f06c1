// An import from its files to its end, as a page and `kith import` go through it: stage by stage, in slices, with
// what a person chooses on the way, and with all that may come between.
#include "../importing.h"

using namespace kith;

namespace {

const std::string header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";
const std::string ana =
    "Ana,Reyes,https://www.linkedin.com/in/ana,ana@example.org,Clinic,Nurse,08 Feb 2026\n";
const std::string ben = "Ben,Okafor,https://www.linkedin.com/in/ben,,Clinic,Surgeon,09 Feb 2026\n";

std::string many(int count) {
    std::string rows = header;
    for (int i = 0; i < count; ++i) {
        const std::string number = std::to_string(i);
        rows += "Ana" + number + ",Reyes,https://www.linkedin.com/in/ana" + number +
            ",,Clinic,Nurse,08 Feb 2026\n";
    }
    return rows;
}

/// A job of which nothing is done yet.
ImportJob begin(TestImport& here, std::string bytes) {
    std::vector<ImportFile> files;
    files.push_back({"C:\\Downloads\\Connections.csv", std::move(bytes)});
    return {here.workspace, std::move(files), {here.random, Day{}}};
}

/// Goes on a pause at a time until a stage is reached. False if it ended before.
bool reach(ImportJob& job, ImportStage stage) {
    while (job.stage() != stage) {
        if (!job.step([] { return true; })) return job.stage() == stage;
    }
    return true;
}

void edit(TestImport& here) {
    Draft draft({"test.edit", {}});
    draft.set_text(draft.create(Kind::person, here.random), person::display_name, "Eve");
    REQUIRE(here.workspace.commit(std::move(draft), here.now));
}

}  // namespace

TEST_CASE("An import goes from stage to stage, and what it does is one step") {
    TestImport here;
    ImportJob job = begin(here, many(300));
    CHECK(job.name() == "Connections.csv");
    std::vector<ImportStage> stages{job.stage()};
    double fraction = 0;
    const auto go_on = [&] {
        bool more = true;
        while (more) {
            more = job.step([] { return true; });
            CHECK(job.fraction() >= 0);
            CHECK(job.fraction() <= 1);
            if (job.stage() == stages.back()) CHECK(job.fraction() >= fraction);
            fraction = job.fraction();
            if (job.stage() != stages.back()) stages.push_back(job.stage());
        }
    };
    CHECK(job.is_busy());
    go_on();
    CHECK_FALSE(job.is_busy());
    CHECK(here.workspace.revision() == 0);
    job.accept();
    stages.push_back(job.stage());
    fraction = 0;
    go_on();
    CHECK(job.draft().size() > 300);
    CHECK(job.draft().label().key == "import.done");

    Result<Stamp> stamp;
    StepProgress progress;
    Slices commit = job.commit(here.now, stamp, progress);
    stages.push_back(job.stage());
    while (commit.step([] { return true; }))
        CHECK_FALSE(job.step([] { return true; }));
    stages.push_back(job.stage());
    const std::vector expected{ImportStage::reading, ImportStage::comparing, ImportStage::planned,
        ImportStage::writing, ImportStage::drafted, ImportStage::committing, ImportStage::done};
    CHECK(stages == expected);
    CHECK(stamp.has_value());
    CHECK(here.workspace.revision() == 1);
    CHECK(here.workspace.count(Kind::person) == 300);
}

TEST_CASE("What a person chooses is what comes in, and is counted before it does") {
    TestImport here;
    ImportJob job = begin(here, header + ana + ben);
    job.finish();
    REQUIRE(job.stage() == ImportStage::planned);
    CHECK(job.plan().taken().people == 2);
    CHECK(job.plan().items[0].choices() == std::vector{ItemChoice::take_as_new, ItemChoice::skip});
    job.choose(0, ItemChoice::join);  // there is nobody to join
    CHECK(job.plan().items[0].choice == ItemChoice::take_as_new);
    job.choose(0, ItemChoice::skip);
    CHECK(job.plan().taken().people == 1);
    CHECK(job.plan().taken().jobs == 0);
    CHECK(here.accept(job));
    CHECK(here.workspace.count(Kind::person) == 1);
    CHECK(here.person("Ben Okafor"));
}

TEST_CASE("What asks for a look is listed first, unless one status is asked for") {
    TestImport here;
    here.bring("Connections.csv", header + ana);
    ImportJob job = here.plan("Connections.csv",
        header + ben +
            "Ana,Reyes,https://www.linkedin.com/in/ana,ana@example.org,Hospital,Nurse,08 Feb 2026\n");
    const ImportPlan& plan = job.plan();
    REQUIRE(plan.items.size() == 2);
    CHECK(plan.items[1].status == ItemStatus::changed);
    CHECK(plan.listed({}) == std::vector<std::uint32_t>{1, 0});
    CHECK(plan.listed(ItemStatus::fresh) == std::vector<std::uint32_t>{0});
    CHECK(plan.listed(ItemStatus::skipped).empty());
    CHECK(plan.entries() == 2);
    CHECK(plan.main_format() == "linkedin");
    CHECK_FALSE(plan.is_from_several());
    std::size_t all = 0;
    for (const ItemStatus status : {ItemStatus::fresh, ItemStatus::changed, ItemStatus::already_here,
             ItemStatus::maybe_known, ItemStatus::skipped}) {
        CHECK(plan.listed(status).size() == plan.counts.of(status));
        all += plan.counts.of(status);
    }
    CHECK(all == plan.counts.total());
}

TEST_CASE("An archive is called by what most of it is") {
    TestImport here;
    ImportJob job = here.plan_data("linkedin/Complete_LinkedInDataExport_02-08-2026.zip");
    CHECK(job.name() == "Complete_LinkedInDataExport_02-08-2026.zip");
    CHECK(job.plan().is_from_several());
    CHECK(job.plan().taken().total() == job.plan().taken().people + job.plan().taken().jobs);
    std::size_t most = 0;
    for (const ImportedFile& file : job.plan().files)
        most = std::max(most, file.entries);
    const auto at = std::ranges::find(job.plan().files, most, &ImportedFile::entries);
    CHECK(job.plan().main_format() == at->key());
}

TEST_CASE(
    "An edit while files are read is nothing to an import, and one after they were compared makes it stale") {
    {
        TestImport here;
        ImportJob job = begin(here, many(300));
        (void)job.step([] { return true; });
        REQUIRE(job.stage() == ImportStage::reading);
        edit(here);
        job.finish();
        CHECK(job.stage() == ImportStage::planned);
        CHECK(here.accept(job));
    }
    for (const ImportStage stage :
        {ImportStage::comparing, ImportStage::planned, ImportStage::writing, ImportStage::drafted}) {
        CAPTURE(static_cast<int>(stage));
        TestImport here;
        here.bring("Connections.csv", header + ana);
        ImportJob job = begin(here, many(300));
        if (stage > ImportStage::planned) {
            REQUIRE(reach(job, ImportStage::planned));
            job.accept();
        }
        REQUIRE(reach(job, stage));
        edit(here);
        CHECK_FALSE(job.step([] { return true; }));
        CHECK(job.stage() == ImportStage::stale);
        CHECK_FALSE(job.is_busy());
        CHECK(job.error().message.key == "files.stale");
        CHECK_FALSE(job.step([] { return true; }));
        CHECK(here.workspace.count(Kind::person) == 2);
        // What is begun again takes the edit in.
        ImportJob again = begin(here, many(300));
        again.finish();
        CHECK(here.accept(again));
    }
}

TEST_CASE("An import that is stopped changes nothing, in whatever stage") {
    for (const ImportStage stage : {ImportStage::reading, ImportStage::comparing, ImportStage::planned,
             ImportStage::writing, ImportStage::drafted}) {
        CAPTURE(static_cast<int>(stage));
        TestImport here;
        ImportJob job = begin(here, many(300));
        if (stage > ImportStage::planned) {
            REQUIRE(reach(job, ImportStage::planned));
            job.accept();
        }
        REQUIRE(reach(job, stage));
        job.stop();
        CHECK(job.stage() == ImportStage::stopped);
        CHECK(job.error().kind == ErrorKind::stopped);
        CHECK_FALSE(job.step([] { return false; }));
        CHECK(here.workspace.revision() == 0);
    }
}

TEST_CASE("A commit that is thrown away before it is settled changes nothing") {
    for (const int steps : {0, 1, 5}) {
        CAPTURE(steps);
        TestImport here;
        ImportJob job = begin(here, many(300));
        job.finish();
        job.accept();
        job.finish();
        Result<Stamp> stamp;
        StepProgress progress;
        {
            Slices commit = job.commit(here.now, stamp, progress);
            for (int i = 0; i < steps; ++i)
                (void)commit.step([] { return true; });
            REQUIRE_FALSE(progress.settled);
        }
        CHECK(job.stage() == ImportStage::stopped);
        CHECK(job.error().message.key == "import.stopped");
        CHECK(here.workspace.revision() == 0);
    }
}

TEST_CASE("The slices of a commit may outlive the job they come from") {
    TestImport here;
    Result<Stamp> stamp;
    StepProgress progress;
    Slices commit;
    {
        ImportJob job = begin(here, many(20));
        job.finish();
        job.accept();
        job.finish();
        commit = job.commit(here.now, stamp, progress);
    }
    commit.finish();
    CHECK(stamp.has_value());
    CHECK(here.workspace.count(Kind::person) == 20);
}

TEST_CASE("An import that has nothing to do ends without a step") {
    TestImport here;
    here.bring("Connections.csv", header + ana);
    ImportJob job = here.plan("Connections.csv", header + ana);
    job.accept();
    job.finish();
    CHECK(job.draft().empty());
    const Result<Stamp> stamp = job.commit(here.now);
    REQUIRE(stamp.has_value());
    CHECK_FALSE(static_cast<bool>(*stamp));
    CHECK(job.stage() == ImportStage::done);
    CHECK(here.workspace.revision() == 1);
}

TEST_CASE("A file that can't be read ends the import, with the reason") {
    TestImport here;
    ImportJob job = begin(here, "");
    job.finish();
    CHECK(job.stage() == ImportStage::failed);
    CHECK(job.error().message.key == "import.empty");
    CHECK(job.plan().main_format().empty());
    CHECK_FALSE(job.step([] { return true; }));
}
