#include "heavy.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "base/dates.h"
#include "base/random.h"
#include "exchange/people/import.h"
#include "heavy_files.h"
#include "measure.h"
#include "workspace/workspace.h"

namespace kith::testing {

namespace {

std::string_view name_of(ImportStage stage) {
    switch (stage) {
        case ImportStage::reading: return "reading";
        case ImportStage::comparing: return "comparing";
        case ImportStage::planned: return "asking";
        case ImportStage::writing: return "writing";
        case ImportStage::drafted: return "drafted";
        case ImportStage::committing: return "committing";
        default: return "ending";
    }
}

/// What the slices of an import cost, and the worst of them.
class Watched {
public:
    /// Goes on with slices of 4 ms, as between frames, until there is nothing left to do.
    template <typename Step>
    double watch(const ImportJob& job, Step step) {
        double all = 0;
        bool more = true;
        while (more) {
            const std::string_view stage = name_of(job.stage());
            const double time = milliseconds([&] {
                const double end = processor_time() + 4;
                more = step([&] { return processor_time() >= end; });
            });
            all += time;
            if (time > longest_) {
                longest_ = time;
                where_ = stage;
            }
        }
        return all;
    }
    std::string longest() const { return in_milliseconds(longest_) + ", " + std::string(where_); }

private:
    double longest_ = 0;
    std::string_view where_;
};

std::string in_times(double times) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", times);
    return text;
}

Row measure_file(const HeavyFile& heavy) {
    std::string bytes = heavy.make();
    const std::size_t size = bytes.size();
    const Instant now{Day{std::chrono::year{2026} / 3 / 1}};
    const std::size_t before = bytes_in_use() - bytes.capacity();  // the file itself counts
    (void)take_peak();
    Watched watched;
    double answer = 0, whole = 0;
    std::string_view end;
    Workspace workspace(ReplicaId{3});
    Random random(3);
    {
        std::vector<ImportFile> files;
        files.push_back({std::string(heavy.name), std::move(bytes)});
        ImportJob job(workspace, std::move(files), {random, std::chrono::floor<std::chrono::days>(now)});
        const auto step = [&](const OutOfTime& out_of_time) { return job.step(out_of_time); };
        answer = watched.watch(job, step);
        whole = answer;
        end = job.stage() == ImportStage::failed ? "refused" : "taken";
        if (job.stage() == ImportStage::planned) {
            job.accept();
            whole += watched.watch(job, step);
            Result<Stamp> result;
            StepProgress progress;
            Slices commit = job.commit(now, result, progress);
            whole +=
                watched.watch(job, [&](const OutOfTime& out_of_time) { return commit.step(out_of_time); });
        }
    }
    const std::size_t peak = take_peak() - before;
    const std::size_t loaded = bytes_in_use() - before;
    return {std::string(heavy.what),
        {in_bytes(static_cast<double>(size)), std::string(end), in_milliseconds(answer),
            in_milliseconds(whole), watched.longest(), in_bytes(static_cast<double>(peak)),
            in_bytes(static_cast<double>(loaded)),
            in_times((static_cast<double>(peak) - static_cast<double>(loaded)) / static_cast<double>(size))}};
}

}  // namespace

void measure_heavy_files(std::string_view only) {
    std::vector<Row> rows;
    for (const HeavyFile& heavy : heavy_files()) {
        if (!heavy.what.contains(only)) continue;
        rows.push_back(measure_file(heavy));
        std::fprintf(stderr, "%s\n", rows.back().what.c_str());
    }
    print_table(
        {"File", "size", "end", "answer", "all", "longest slice", "peak", "loaded", "times the file"}, rows);
}

}  // namespace kith::testing
