// What Kith costs with 1,000, 10,000 and 100,000 people: `kith_bench [PEOPLE…]`. The people are made up
// and the same each time; times are of this machine. The browser adds drawing and storage to this.
#include <cstdio>
#include <cstdlib>

#include "base/text.h"
#include "exchange/import.h"
#include "generate.h"
#include "measure.h"
#include "model/fields.h"
#include "search/search.h"

using namespace kith;
using namespace kith::testing;

namespace {

constexpr std::string_view typed[] = {"maria", "ana gar", "mueller", "wójcik", "hospital", "st nurse berlin", "senior software engineer",
                                      "0170 123", "jonh smiht", "李", "oconnor", "congress", "e", "gmbh", "weissbreger", "a m"};

Instant today() { return Instant{Day{std::chrono::year{2026} / 3 / 1}}; }

/// The figures of one size, in the order they are printed.
class Figures {
public:
    void add(std::string_view what, std::string figure) { rows_.push_back({std::string(what), {std::move(figure)}}); }
    const std::vector<Row>& rows() const { return rows_; }

private:
    std::vector<Row> rows_;
};

/// Opens the file as a start of Kith does, and hands the workspace on.
void open(Workspace& workspace, const std::string& file, std::size_t people, Figures& figures) {
    const std::size_t before = bytes_in_use();
    const auto count = static_cast<double>(people);
    figures.add("open: read and apply the journal", in_milliseconds(milliseconds([&] {
        const auto frames = frames_of(file);
        if (!frames || workspace.apply(std::string(*frames)).damaged) std::abort();
    })));
    figures.add("  journal, a person", in_bytes(static_cast<double>(file.size()) / count));
    figures.add("  memory, a person", in_bytes(static_cast<double>(bytes_in_use() - before) / count));
}

void build_search(SearchIndex& index, const Workspace& workspace, Figures& figures) {
    const std::size_t before = bytes_in_use();
    std::vector<double> slices;
    const double whole = milliseconds([&] {
        // In slices of 4 ms, as between frames.
        for (bool more = true; more;) {
            slices.push_back(milliseconds([&] {
                const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds{4};
                more = index.step(workspace, [&] { return std::chrono::steady_clock::now() >= end; });
            }));
        }
    });
    figures.add("search: build the index", in_milliseconds(whole));
    figures.add("  longest slice of 4 ms", in_milliseconds(spread_of(slices).worst));
    figures.add("  memory", in_bytes(static_cast<double>(bytes_in_use() - before)));
}

void press_keys(SearchIndex& index, const Workspace& workspace, Figures& figures) {
    std::vector<double> times;
    double worst = 0;
    std::string slowest;
    for (const std::string_view query : typed) {
        for (std::size_t length = 1; length <= query.size(); ++length) {
            if (!is_valid_utf8(query.substr(0, length))) continue;
            times.push_back(milliseconds([&] { (void)index.find(workspace, query.substr(0, length), {.limit = 20, .kind = Kind::none}); }));
            if (times.back() <= worst) continue;
            worst = times.back();
            slowest = query.substr(0, length);
        }
    }
    figures.add("  key press to results, median", in_milliseconds(spread_of(times).median));
    figures.add("  key press to results, slowest", in_milliseconds(worst) + " (" + slowest + ")");
}

void edit_one(SearchIndex& index, Workspace& workspace, Figures& figures) {
    std::vector<double> commits;
    std::vector<double> steps;
    std::size_t bytes = 0;
    Random random(5);
    const auto people = workspace.all(Kind::person);
    constexpr int edits = 200;
    for (int i = 0; i < edits; ++i) {
        const RecordId person = people[random.below(people.size())];
        commits.push_back(milliseconds([&] {
            Draft draft({"test.edit", {}});
            draft.set_text(person, person::headline, "Edited " + std::to_string(i));
            (void)workspace.commit(std::move(draft), today() + std::chrono::minutes{i});
        }));
        bytes += workspace.transactions().back().frame.size();
        steps.push_back(milliseconds([&] { index.update(workspace); }));
    }
    figures.add("edit: one field, committed", in_milliseconds(spread_of(commits).median));
    figures.add("  bytes to store", in_bytes(static_cast<double>(bytes) / edits));
    figures.add("  taken up by search, median", in_milliseconds(spread_of(steps).median));
    figures.add("  taken up by search, slowest", in_milliseconds(spread_of(steps).worst));
}

/// Brings a file into an empty workspace, then the same file once more.
void bring_in(std::string_view what, const std::string& name, const std::string& bytes, std::size_t people, Figures& figures) {
    Random random(3);
    Workspace workspace(ReplicaId{3});
    const std::chrono::sys_days day = std::chrono::floor<std::chrono::days>(today());
    std::vector<double> slices;
    const auto in_slices = [&](ImportJob& job) {
        for (bool more = true; more;) {
            slices.push_back(milliseconds([&] {
                const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds{4};
                more = job.step([&] { return std::chrono::steady_clock::now() >= end; });
            }));
        }
    };
    const auto job_of = [&] {
        std::vector<ImportFile> files;
        files.push_back({name, bytes});
        return ImportJob(workspace, std::move(files), {random, day});
    };
    const std::size_t before = bytes_in_use();
    ImportJob job = job_of();
    const std::string subject(what);
    figures.add(subject + ": read and planned", in_milliseconds(milliseconds([&] { in_slices(job); })));
    if (job.plan().counts.fresh != people) std::abort();
    figures.add("  file, a person", in_bytes(static_cast<double>(bytes.size()) / static_cast<double>(people)));
    figures.add("  memory of the plan, a person", in_bytes(static_cast<double>(bytes_in_use() - before) / static_cast<double>(people)));
    job.accept();
    figures.add("  draft written", in_milliseconds(milliseconds([&] { in_slices(job); })));
    figures.add("  longest slice of 4 ms", in_milliseconds(spread_of(slices).worst));
    figures.add("  committed", in_milliseconds(milliseconds([&] {
        if (!workspace.commit(job.take_draft(), today())) std::abort();
    })));
    ImportJob again = job_of();
    figures.add("  the same file again, planned", in_milliseconds(milliseconds([&] { again.finish(); })));
    if (again.plan().changes_something()) std::abort();
}

Figures measure(std::size_t people) {
    Figures figures;
    const auto made_up = made_up_people(people);
    bring_in("import LinkedIn", "Connections.csv", linkedin_csv(made_up), people, figures);
    bring_in("import vCards", "contacts.vcf", vcards(made_up), people, figures);
    const std::string file = made_up_file(people);
    Workspace workspace(ReplicaId{2});
    open(workspace, file, people, figures);
    SearchIndex index;
    build_search(index, workspace, figures);
    press_keys(index, workspace, figures);
    edit_one(index, workspace, figures);
    return figures;
}

}  // namespace

int main(int count, char** arguments) {
    std::vector<std::size_t> sizes;
    for (int i = 1; i < count; ++i) sizes.push_back(std::strtoull(arguments[i], nullptr, 10));
    if (sizes.empty()) sizes = {1'000, 10'000, 100'000};
    std::vector<std::string> head{"People"};
    std::vector<Row> rows;
    for (const std::size_t people : sizes) {
        if (people == 0) {
            std::fputs("usage: kith_bench [PEOPLE...]\n", stderr);
            return 2;
        }
        head.push_back(std::to_string(people));
        const Figures figures = measure(people);
        if (rows.empty()) rows = figures.rows();
        else for (std::size_t i = 0; i < rows.size(); ++i) rows[i].figures.push_back(figures.rows()[i].figures.front());
    }
    print_table(head, rows);
    return 0;
}
