// A file of the journal that holds anything at all, by itself and among sound ones: what can be read is, the
// sound ones lose nothing, the damage is set aside and said once, and noting goes on.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <set>
#include <string>
#include <utility>

#include "frames.h"
#include "journal/store.h"
#include "journal/transaction.h"
#include "workspace/workspace.h"

namespace {

using namespace kith;

void require(bool holds, const char* what) {
    if (holds) return;
    std::fputs(what, stderr);
    std::abort();
}

constexpr ReplicaId replica{7};

/// One person added; each number another stamp.
std::string frame(std::uint64_t number) {
    Random random{number};
    Draft draft({"edit", {}});
    draft.create(Kind::person, random);
    std::string bytes;
    append_frame(bytes, draft, {number, replica}, draft.take_changes());
    return bytes;
}

void append(Store& store, std::uint64_t number) {
    const std::string bytes = frame(number);
    const std::string_view view = bytes;
    require(store.append(replica, {&view, 1}).has_value(), "nothing can be noted any more");
}

void sync(Store& store, MemoryFiles& files) {
    const std::uint64_t number = store.begin_sync();
    require(files.sync().has_value(), "memory is full");
    (void)store.synced(number);
}

/// The stamps of all transactions that a store gives to a workspace.
std::set<Stamp> load(Store& store) {
    Workspace workspace(replica);
    require(store.open().has_value(), "the files can't be listed");
    for (;;) {
        const auto more = store.load([&](std::string frames) {
            const std::size_t size = frames.size();
            const ApplyReport report = workspace.apply(std::move(frames));
            require(report.bytes_read <= size, "more was read than there is");
            return FramesRead{.bytes = report.bytes_read, .too_new = report.too_new};
        });
        require(more.has_value(), "a file can't be read");
        if (!*more) break;
    }
    std::set<Stamp> stamps;
    for (const TransactionInfo& transaction : workspace.transactions())
        stamps.insert(transaction.stamp);
    return stamps;
}

bool includes(const std::set<Stamp>& all, const std::set<Stamp>& some) {
    return std::ranges::includes(all, some);
}

void check_alone(const std::string& bytes) {
    const auto frames = frames_of(bytes);
    if (!frames) return;
    Workspace workspace(replica);
    const ApplyReport report = workspace.apply(std::string(*frames));
    require(report.bytes_read <= frames->size(), "more was read than there is");
    require((report.damaged || report.too_new) == (report.bytes_read < frames->size()),
        "a rest that is not said");
}

void check_among_others(const std::string& bytes) {
    constexpr std::uint64_t sound = 3;
    MemoryFiles files;
    std::string middle;
    {
        Store store(files);
        require(store.open().has_value(), "an empty folder can't be opened");
        for (std::uint64_t number = 1; number <= sound; ++number) {
            append(store, number);
            if (number == 2) middle = std::prev(files.files.end())->first;
        }
        sync(store, files);
    }
    files.files[middle] = files.durable[middle] = bytes;

    Store store(files);
    const std::set<Stamp> read = load(store);
    require(includes(read, {Stamp{1, replica}, Stamp{3, replica}}), "a sound file was lost");
    if (store.too_new()) {
        require(!store.set_damage_aside({}), "an older Kith writes over a newer one's files");
        require(files.files[middle] == bytes, "a newer Kith's file was changed");
        return;
    }
    require(store.set_damage_aside({}).has_value(), "damage can't be set aside");
    append(store, sound + 1);
    sync(store, files);
    sync(store, files);
    files.crash();

    Store again(files);
    const std::set<Stamp> left = load(again);
    require(includes(left, read), "setting damage aside lost what was read");
    require(left.contains(Stamp{sound + 1, replica}), "what was noted after the damage was lost");
    require(again.damage().empty(), "the same damage is said twice");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    const std::string with_header = file_header() + fuzz::with_right_checksums(bytes);
    for (const std::string& file : {bytes, with_header}) {
        check_alone(file);
        check_among_others(file);
    }
    return 0;
}
