// What the fuzzers of imports share: whatever the bytes, an import can be planned, committed, taken back and
// brought in again, and then says nothing new.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "base/formatter.h"
#include "base/text.h"
#include "exchange/out/export.h"
#include "exchange/people/import.h"

namespace kith::fuzz {

inline void require(bool holds, const char* what = "a law does not hold") {
    if (holds) return;
    std::fputs(what, stderr);
    std::abort();
}

/// What an import says of itself, for the log of a finding.
inline void print(const ImportPlan& plan) {
    for (const ImportItem& item : plan.items) {
        std::fprintf(stderr, "line %u: %.*s: status %d, choice %d, %s\n", item.line,
            static_cast<int>(item.name.size()), item.name.data(), static_cast<int>(item.status),
            static_cast<int>(item.choice), plain_text(item.reason).c_str());
        for (const FieldDifference& difference : item.differences) {
            std::fprintf(stderr, "    %s%s: '%s' in the file '%s'\n", difference.take ? "takes " : "",
                std::string(find_field(difference.field)->key).c_str(), difference.here.c_str(),
                difference.in_file.c_str());
        }
    }
    for (const Error& notice : plan.notices)
        std::fprintf(stderr, "%s\n", plain_text(notice).c_str());
}

inline ImportJob plan(Workspace& workspace, Random& random, std::string name, std::string bytes) {
    std::vector<ImportFile> files;
    files.push_back({std::move(name), std::move(bytes)});
    ImportJob job(workspace, std::move(files), {random, Day{}});
    job.finish();
    return job;
}

inline bool accept(ImportJob& job, Instant now) {
    job.accept();
    job.finish();
    const auto stamp = job.commit(now);
    if (!stamp) std::fprintf(stderr, "%s\n", plain_text(stamp.error()).c_str());
    require(stamp.has_value(), "a plan can't be committed");
    return static_cast<bool>(*stamp);
}

inline void check_import(const std::string& name, const std::string& bytes) {
    Random random{1};
    Workspace workspace(ReplicaId{1});
    ImportJob job = plan(workspace, random, name, bytes);
    const Catalogue& english = Catalogue::english();
    for (const Error& notice : job.plan().notices)
        require(!plain_text(notice).empty());
    if (job.stage() == ImportStage::failed) {
        require(english.has(job.error().message.key));
        return;
    }
    require(job.stage() == ImportStage::planned);
    const bool changes = job.plan().changes_something();
    require(accept(job, Instant{std::chrono::seconds{1}}) == changes);
    require(workspace.count(Kind::person) + workspace.count(Kind::opportunity) <=
        job.plan().items.size() + job.plan().other_records);

    ImportJob again = plan(workspace, random, name, bytes);
    if (again.plan().changes_something()) print(again.plan());
    require(!again.plan().changes_something(), "the same file changes something again");

    for (const ExportFormat format : {ExportFormat::vcard3, ExportFormat::csv, ExportFormat::json})
        require(is_valid_utf8(export_all(workspace, format)));
    std::string cards = export_all(workspace, ExportFormat::vcard4);
    require(is_valid_utf8(cards));
    if (workspace.count(Kind::person) > 0) {
        Workspace elsewhere(ReplicaId{2});
        ImportJob back = plan(elsewhere, random, "all.vcf", std::move(cards));
        require(back.stage() == ImportStage::planned);
        accept(back, Instant{std::chrono::seconds{1}});
    }
    if (changes) {
        require(workspace.undo(Instant{std::chrono::seconds{2}}).has_value());
        require(workspace.count(Kind::person) == 0 && workspace.count(Kind::opportunity) == 0);
    }
}

}  // namespace kith::fuzz
