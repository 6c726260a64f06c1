// What Kith costs with 1,000, 10,000 and 100,000 people: `kith_bench [PEOPLE…]`; and with files made to be heavy:
// `kith_bench heavy [TEXT]`. The people are made up
// and the same each time; times are the processor's. The browser adds drawing and storage to this.
#include <cstdio>
#include <cstdlib>

#include "base/text.h"
#include "exchange/out/export.h"
#include "exchange/people/duplicates.h"
#include "exchange/people/import.h"
#include "generate.h"
#include "heavy.h"
#include "keeping.h"
#include "measure.h"
#include "model/fields.h"
#include "network.h"
#include "planning.h"
#include "search/search.h"
#include "side_by_side.h"

using namespace kith;
using namespace kith::testing;

namespace {

constexpr std::string_view typed[] = {"maria", "ana gar", "mueller", "wójcik", "hospital", "st nurse berlin",
    "senior software engineer", "0170 123", "jonh smiht", "李", "oconnor", "congress", "e", "gmbh",
    "weissbreger", "a m"};

Instant today() {
    return Instant{Day{std::chrono::year{2026} / 3 / 1}};
}

/// The figures of one size, in the order they are printed.
class Figures {
public:
    void add(std::string_view what, std::string figure) {
        rows_.push_back({std::string(what), {std::move(figure)}});
    }
    const std::vector<Row>& rows() const { return rows_; }

private:
    std::vector<Row> rows_;
};

/// The best of three, for work that can be done again: caches and heaps warm up.
template <typename Work>
double best(Work work) {
    return std::min({milliseconds(work), milliseconds(work), milliseconds(work)});
}

/// Opens the file as a start of Kith does, and hands the workspace on.
Workspace open(const std::string& file, std::size_t people, Figures& figures) {
    const auto count = static_cast<double>(people);
    std::size_t before = 0;
    std::vector<Workspace> opened;
    figures.add("open: read and apply the journal", in_milliseconds(best([&] {
        opened.clear();
        before = bytes_in_use();
        opened.emplace_back(ReplicaId{2});
        const auto frames = frames_of(file);
        if (!frames || opened.back().apply(std::string(*frames)).damaged) std::abort();
    })));
    figures.add("  journal, a person", in_bytes(static_cast<double>(file.size()) / count));
    figures.add("  memory, a person", in_bytes(static_cast<double>(bytes_in_use() - before) / count));
    return std::move(opened.back());
}

SearchIndex build_search(const Workspace& workspace, Figures& figures) {
    SearchIndex index;
    double longest = 1e9;
    std::size_t before = 0;
    figures.add("search: build the index", in_milliseconds(best([&] {
        index = SearchIndex();
        before = bytes_in_use();
        double longest_of_these = 0;
        // In slices of 4 ms, as between frames.
        for (bool more = true; more;) {
            longest_of_these = std::max(longest_of_these, milliseconds([&] {
                const double end = processor_time() + 4;
                more = index.step(workspace, [&] { return processor_time() >= end; });
            }));
        }
        longest = std::min(longest, longest_of_these);
    })));
    figures.add("  longest slice of 4 ms", in_milliseconds(longest));
    figures.add("  memory", in_bytes(static_cast<double>(bytes_in_use() - before)));
    return index;
}

void press_keys(SearchIndex& index, const Workspace& workspace, Figures& figures) {
    std::vector<double> times;
    double worst = 0;
    std::string slowest;
    for (const std::string_view query : typed) {
        for (std::size_t length = 1; length <= query.size(); ++length) {
            if (!is_valid_utf8(query.substr(0, length))) continue;
            times.push_back(best([&] {
                (void)index.find(workspace, query.substr(0, length), {.limit = 20, .kind = Kind::none});
            }));
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

/// A file brought into an empty workspace, step by step as a page does it, and taken up by search.
void import_file(std::string name, std::string bytes, std::string_view what, Figures& figures) {
    const auto size = static_cast<double>(bytes.size());
    Workspace workspace(ReplicaId{3});
    Random random(3);
    (void)take_peak();
    const std::size_t before = bytes_in_use();
    std::vector<ImportFile> files;
    files.push_back({std::move(name), std::move(bytes)});
    ImportJob job(workspace, std::move(files), {random, std::chrono::floor<std::chrono::days>(today())});
    double longest = 0;
    const auto run_stage = [&] {
        for (bool more = true; more;) {
            longest = std::max(longest, milliseconds([&] {
                const double end = processor_time() + 4;
                more = job.step([&] { return processor_time() >= end; });
            }));
        }
    };
    const double planning = milliseconds(run_stage);
    if (job.stage() == ImportStage::failed) std::abort();
    double committing = 0;
    const double writing = milliseconds([&] {
        job.accept();
        run_stage();
        committing = milliseconds([&] { (void)job.commit(today()); });
    });
    const double undoing = milliseconds([&] { (void)workspace.undo(today()); });
    figures.add(what, in_milliseconds(planning + writing));
    figures.add("  of that until it shows what will happen", in_milliseconds(planning));
    figures.add("  of that the commit", in_milliseconds(committing));
    figures.add("  undone", in_milliseconds(undoing));
    figures.add("  longest slice of 4 ms", in_milliseconds(longest));
    figures.add("  file", in_bytes(size));
    figures.add("  most memory", in_bytes(static_cast<double>(take_peak() - before)));
}

/// Who is here twice, looked for among everybody in slices as between frames.
void find_duplicates(const Workspace& workspace, Figures& figures) {
    double longest = 0;
    std::size_t found = 0;
    (void)take_peak();
    const std::size_t before = bytes_in_use();
    figures.add("people here twice: all looked through", in_milliseconds(milliseconds([&] {
        DuplicateSearch search;
        Slices work = search.catch_up(workspace);
        for (bool more = true; more;) {
            longest = std::max(longest, milliseconds([&] {
                const double end = processor_time() + 4;
                more = work.step([&] { return processor_time() >= end; });
            }));
        }
        found = search.found().size();
    })));
    figures.add("  longest slice of 4 ms", in_milliseconds(longest));
    figures.add("  questions", std::to_string(found));
    figures.add("  most memory", in_bytes(static_cast<double>(take_peak() - before)));
}

/// Everybody taken out again.
void export_people(const Workspace& workspace, ExportFormat format, std::string_view what, Figures& figures) {
    figures.add(what, in_milliseconds(best([&] { (void)export_all(workspace, format); })));
}

Figures measure(std::size_t people) {
    Figures figures;
    const std::string file = made_up_file(people);
    Workspace workspace = open(file, people, figures);
    SearchIndex index = build_search(workspace, figures);
    press_keys(index, workspace, figures);
    edit_one(index, workspace, figures);
    for (Row& row : measure_keeping(workspace, today()))
        figures.add(row.what, std::move(row.figures.front()));
    find_duplicates(workspace, figures);
    export_people(workspace, ExportFormat::vcard4, "export: vCards", figures);
    export_people(workspace, ExportFormat::json, "export: JSON", figures);
    for (Row& row : measure_planning(workspace, std::chrono::floor<std::chrono::days>(today())))
        figures.add(row.what, std::move(row.figures.front()));
    for (Row& row : measure_full_journal(workspace))
        figures.add(row.what, std::move(row.figures.front()));
    for (Row& row : measure_network(workspace, std::chrono::floor<std::chrono::days>(today())))
        figures.add(row.what, std::move(row.figures.front()));
    const auto made_up = made_up_people(people);
    import_file(
        "Connections.csv", linkedin_csv(made_up), "import: rows of LinkedIn's Connections.csv", figures);
    import_file("contacts.vcf", vcards(made_up), "import: vCards", figures);
    return figures;
}

}  // namespace

int main(int count, char** arguments) {
    if (count > 1 && arguments[1] == std::string_view("heavy")) {
        measure_heavy_files(count > 2 ? arguments[2] : "");
        return 0;
    }
    if (count > 1 && is_side_by_side(arguments[1]))
        return side_by_side({arguments + 1, static_cast<std::size_t>(count - 1)});
    std::vector<std::size_t> sizes;
    for (int i = 1; i < count; ++i)
        sizes.push_back(std::strtoull(arguments[i], nullptr, 10));
    if (sizes.empty()) sizes = {1'000, 10'000, 100'000};
    std::vector<std::string> head{"People"};
    std::vector<Row> rows;
    for (const std::size_t people : sizes) {
        if (people == 0) {
            std::fputs("usage: kith_bench [PEOPLE...] | heavy [TEXT]\n", stderr);
            return 2;
        }
        head.push_back(std::to_string(people));
        const Figures figures = measure(people);
        if (rows.empty())
            rows = figures.rows();
        else
            for (std::size_t i = 0; i < rows.size(); ++i)
                rows[i].figures.push_back(figures.rows()[i].figures.front());
    }
    print_table(head, rows);
    return 0;
}
