#include "keeping.h"

#include <cstdlib>
#include <memory>
#include <string>

#include "journal/sealed_file.h"
#include "journal/store.h"
#include "model/fields.h"
#include "workspace/merging.h"

namespace kith::testing {

namespace {

constexpr int edits = 1000;

std::string frames_of_all(const Workspace& workspace) {
    std::string frames;
    for (const TransactionInfo& transaction : workspace.transactions())
        frames += transaction.frame;
    return frames;
}

/// A thousand edits made on another device that had the same: their frames alone.
std::string edited_elsewhere(const std::string& all, ReplicaId replica, Instant now) {
    Workspace device(replica);
    device.apply(all);
    Random random(replica.value);
    const std::size_t known = device.transactions().size();
    const auto people = device.all(Kind::person);
    for (int i = 0; i < edits; ++i) {
        Draft draft({"test.edit", {}});
        draft.set_text(people[random.below(people.size())], person::headline, "Edited " + std::to_string(i));
        (void)device.commit(std::move(draft), now + std::chrono::seconds(i));
    }
    std::string frames;
    for (std::size_t i = known; i < device.transactions().size(); ++i)
        frames += device.transactions()[i].frame;
    return frames;
}

void add(std::vector<Row>& rows, std::string what, std::string figure) {
    rows.push_back({std::move(what), {std::move(figure)}});
}

void measure_store(const std::string& all, std::vector<Row>& rows) {
    MemoryFiles files;
    Store store(files);
    if (!store.open()) std::abort();
    const std::string_view view = all;
    if (!store.append(ReplicaId{1}, {&view, 1})) std::abort();
    add(rows, "keeping: a checkpoint of everything", in_milliseconds(milliseconds([&] {
        if (!store.replace(ReplicaId{1}, file_header(), {&view, 1})) std::abort();
        (void)store.synced(store.begin_sync());
    })));
    // One edit after the other, with the folding that goes with them.
    const std::uint64_t before = files.bytes_written;
    std::string edit(60, 'x');
    std::vector<double> times;
    for (int i = 0; i < edits; ++i) {
        const std::string_view frame = edit;
        times.push_back(milliseconds([&] {
            if (!store.append(ReplicaId{1}, {&frame, 1})) std::abort();
            if (store.fold_due()) (void)store.fold();
            (void)store.synced(store.begin_sync());
        }));
    }
    add(rows, "  an edit's file, folding and all, median", in_milliseconds(spread_of(times).median));
    add(rows, "  bytes written for it, folding and all",
        in_bytes(static_cast<double>(files.bytes_written - before) / edits));
}

}  // namespace

std::vector<Row> measure_keeping(const Workspace& workspace, Instant now) {
    std::vector<Row> rows;
    const std::string all = frames_of_all(workspace);
    measure_store(all, rows);

    const std::string first = edited_elsewhere(all, ReplicaId{901}, now);
    const std::string second = edited_elsewhere(all, ReplicaId{902}, now);
    Workspace here(ReplicaId{2});
    here.apply(all);
    add(rows, "merge: 1,000 edits each of two devices", in_milliseconds(milliseconds([&] {
        here.apply(first);
        here.apply(second);
    })));
    const std::string file = file_header() + all + first;
    double longest = 0;
    auto job = std::make_unique<MergeJob>(workspace, file);
    const double planning = milliseconds([&] {
        for (bool more = true; more;) {
            longest = std::max(longest, milliseconds([&] {
                const double end = processor_time() + 4;
                more = job->step([&] { return processor_time() >= end; });
            }));
        }
    });
    add(rows, "merge: a whole file, until it shows what would change", in_milliseconds(planning));
    add(rows, "  longest slice of 4 ms", in_milliseconds(longest));
    Random random(1);
    const Seal seal("nine blue cups", random, 1);
    std::string sealed;
    add(rows, "passphrase: seal everything",
        in_milliseconds(milliseconds([&] { sealed = seal.seal(all, random); })));
    add(rows, "  open it", in_milliseconds(milliseconds([&] { (void)seal.open_frames(sealed); })));
    add(rows, "  from passphrase to key, 600,000 rounds",
        in_milliseconds(milliseconds([&] { (void)Seal("nine blue cups", random); })));
    add(rows, "packing: what can go",
        in_milliseconds(milliseconds([&] { (void)workspace.superseded_before(now); })));
    return rows;
}

std::vector<Row> measure_full_journal(const Workspace& workspace) {
    std::vector<Row> rows;
    const std::string all = frames_of_all(workspace);
    add(rows, "keeping: with ten interactions a person, the journal",
        in_bytes(static_cast<double>(all.size())));
    add(rows, "  open it", in_milliseconds(milliseconds([&] {
        Workspace opened(ReplicaId{2});
        opened.apply(all);
    })));
    return rows;
}

}  // namespace kith::testing
