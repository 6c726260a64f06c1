// What tests of imports and exports share: a workspace that files go into.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "../../say.h"
#include "base/formatter.h"
#include "exchange/people/import.h"
#include "model/fields.h"
#include "workspace/names.h"
#include "workspace/workspace.h"

namespace kith {

inline std::string read_data(const std::string& name) {
    std::ifstream file("tests/data/" + name, std::ios::binary);
    REQUIRE_MESSAGE(file.good(), "tests run from the top of the checkout: tests/data/", name);
    return {std::istreambuf_iterator<char>(file), {}};
}

struct TestImport {
    Random random{7};
    Workspace workspace{ReplicaId{1}};
    Instant now{std::chrono::sys_days{std::chrono::year{2026} / 11 / 20}};

    ImportJob plan(std::string name, std::string bytes) {
        std::vector<ImportFile> files;
        files.push_back({std::move(name), std::move(bytes)});
        ImportJob job(workspace, std::move(files), {random, std::chrono::floor<std::chrono::days>(now)});
        job.finish();
        return job;
    }
    ImportJob plan_data(const std::string& name) { return plan(name, read_data(name)); }

    /// Accepts a plan. True if it changed anything.
    bool accept(ImportJob& job) {
        REQUIRE(job.stage() == ImportStage::planned);
        job.accept();
        job.finish();
        REQUIRE(job.stage() == ImportStage::drafted);
        if (job.draft().empty()) return false;
        now += std::chrono::seconds{1};
        const auto stamp = job.commit(now);
        if (!stamp) FAIL(plain_text(stamp.error()));
        return static_cast<bool>(*stamp);
    }

    ImportPlan bring(std::string name, std::string bytes) {
        ImportJob job = plan(std::move(name), std::move(bytes));
        accept(job);
        return job.plan();
    }
    ImportPlan bring_data(const std::string& name) { return bring(name, read_data(name)); }

    RecordId called(Kind kind, std::string_view name) const {
        RecordId found;
        workspace.for_each(kind, [&](RecordId record) {
            if (record_name(workspace, record) == name) found = record;
        });
        CHECK_MESSAGE(found, "none is called ", name);
        return found;
    }
    RecordId person(std::string_view name) const { return called(Kind::person, name); }

    /// The rows of a list, parts joined with "|".
    std::vector<std::string> rows(RecordId record, FieldId field) const {
        std::vector<std::string> out;
        for (const Element& element : workspace.elements(record, field)) {
            std::string& row = out.emplace_back();
            for (const std::string_view part : decode_row(element.value.as_row())) {
                if (!row.empty()) row += '|';
                row += part;
            }
        }
        return out;
    }

    std::vector<std::string> jobs(RecordId person) const {
        std::vector<std::string> out;
        for (const RecordId affiliation : affiliations_of(workspace, person)) {
            std::string job(workspace.text(affiliation, affiliation::role));
            job += " @ ";
            job += workspace.text(
                workspace.reference(affiliation, affiliation::organisation), organisation::name);
            if (is_past(workspace, affiliation)) job += " (past)";
            out.push_back(std::move(job));
        }
        std::ranges::sort(out);
        return out;
    }
};

inline std::vector<std::string> sentences(const ImportPlan& plan) {
    std::vector<std::string> out;
    for (const Error& notice : plan.notices)
        out.push_back(plain_text(notice));
    return out;
}

inline bool has_notice(const ImportPlan& plan, std::string_view key, std::size_t line) {
    return std::ranges::any_of(plan.notices, [&](const Error& notice) {
        return notice.message.key == key && notice.line == line && !notice.file.empty();
    });
}

using Texts = std::vector<std::string>;

}  // namespace kith
