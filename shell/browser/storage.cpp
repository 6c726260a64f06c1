// The part of storage that knows what transactions and segments are. storage.js and its neighbours know
// when to store them and where; they call the functions at the end of this file.
#include "storage.h"

#include <emscripten.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "journal/seal.h"
#include "journal/transaction.h"
#include "storage_files.h"

extern "C" {
void kith_storage_start(void* storage);
/// Frames that were committed and must be stored soon. Copied.
void kith_storage_pending(const char* bytes, std::size_t size);
void kith_storage_take_over(void);
/// The notice of that name at the edge of the page.
void kith_storage_notice(const char* name);
void kith_passphrase_change(const char* current, const char* fresh);
void kith_passphrase_lock(void);
void kith_passphrase_pack(void);
void kith_passphrase_lock_after(double minutes);
}

namespace kith::browser {

namespace {

// The numbers of storage.js.
constexpr std::string_view reasons[] = {
    "",
    "storage.no_space",
    "storage.failed",
    "storage.refused",
    "storage.elsewhere",
    "storage.too_new",
    "storage.taking_over",
};
constexpr std::string_view passphrase_problems[] = {
    "",
    "passphrase.wrong",
    "passphrase.not_stored",
    "passphrase.copy_behind",
};

constexpr std::size_t bite = std::size_t{1} << 20;  // bytes of frames that are sealed at once

}  // namespace

struct Storage::Inside {
    Events events;
    Random& random;
    IdbFiles files;
    Store store{files};
    std::unique_ptr<Workspace> workspace;
    ui::StorageState state{.state = ui::SaveState::saving, .detail = {}};
    std::size_t noted = 0;    // transactions handed to storage.js
    std::size_t written = 0;  // transactions that are in files
    std::vector<std::string> healed;
    bool is_open = false;
    struct Run {  // bytes that storage.js is to look at
        std::string bytes;
        std::string head;
    };
    Run run;
    std::vector<std::uint32_t> packed_away;     // sorted
    std::map<std::string, std::string> aside;   // for replace(): what was set aside, sealed
    std::optional<std::size_t> written_before;  // replace()
    ui::Protection protection;

    // Reading -------------------------------------------------------------------------------------------

    bool begin() {
        if (!store.open()) return false;
        if (!workspace) {
            const ReplicaId replica = store.replica();
            workspace = std::make_unique<Workspace>(replica ? replica : random.id<ReplicaId>());
        }
        return true;
    }

    /// 2: a run waits to be unsealed; 1: more to come; 0: all is read; -1: can't be read.
    int load() {
        note();
        auto next = store.next();
        if (!next) return -1;
        if (!*next) return 0;
        run.bytes = std::move((*next)->frames);
        run.head = (*next)->head;
        if (run.head.size() > plain_head_size) return 2;
        const std::size_t size = run.bytes.size();
        took(std::move(run.bytes), size);
        return 1;
    }

    /// The frames of a run, `size` bytes of which they were.
    void took(std::string frames, std::size_t size) {
        const bool all_written = written == noted;
        const std::size_t whole = frames.size();
        const ApplyReport report = workspace->apply(std::move(frames));
        const bool sealed = run.head.size() > plain_head_size;
        const std::size_t read = !sealed ? report.bytes_read : report.bytes_read == whole ? size : 0;
        store.took({.bytes = read, .too_new = report.too_new});
        noted = workspace->transactions().size();
        if (all_written) written = noted;  // else it is all written once more, which does no harm
    }

    /// Frames that are not in our files: from the tail, the second copy, another tab or a backup. What is
    /// new in them will be stored. `name`: the file that has no more than these. Returns how many bytes at
    /// the end could not be read.
    std::size_t adopt(std::string_view name, std::string bytes) {
        const std::size_t size = bytes.size();
        const ApplyReport report = workspace->apply(std::move(bytes));
        if (report.bytes_read == size && !name.empty()) healed.emplace_back(name);
        if (report.applied > 0) changed();
        return size - report.bytes_read;
    }

    /// What another tab has stored.
    void receive(std::string frames) {
        note();
        const ApplyReport report = workspace->apply(std::move(frames));
        noted = written = workspace->transactions().size();
        if (report.applied > 0) changed();
    }

    void changed() {
        note();
        if (is_open) events.workspace_changed();
    }

    /// Everything is read: the app may begin. False: a newer Kith wrote here.
    void open(bool may_write) {
        if (may_write) set_damage_aside();
        if (is_open) return events.workspace_changed();
        is_open = true;
        events.opened(*workspace);
    }

    void set_damage_aside() {
        std::size_t lost = 0;
        const auto is_healed = [&](const StoreDamage& damage) {
            std::uint64_t numbers = 0;
            for (const std::string& file : healed)
                numbers += Store::overlap(file, damage);
            const bool found = numbers > damage.last - damage.first;
            lost += found || damage.known ? 0 : 1;
            return found;
        };
        if (store.damage().empty() || !store.set_damage_aside(is_healed) || lost == 0) return;
        kith_storage_notice("damaged");
    }

    // Writing -------------------------------------------------------------------------------------------

    void note() {
        if (!workspace) return;
        const auto transactions = workspace->transactions();
        for (; noted < transactions.size(); ++noted) {
            kith_storage_pending(transactions[noted].frame.data(), transactions[noted].frame.size());
        }
    }

    /// About a megabyte of frames, from a transaction on, for storage.js to seal; without what is packed
    /// away, if so wished. Returns the one after them.
    std::size_t frames_between(std::size_t first, std::size_t end, bool packs) {
        run.bytes.clear();
        const auto transactions = workspace->transactions();
        for (; first < end && run.bytes.size() < bite; ++first) {
            if (!packs || !std::ranges::binary_search(packed_away, first))
                run.bytes += transactions[first].frame;
        }
        return first;
    }

    /// Puts everything that was noted into a file. The number of a reason, 0 if all is well.
    int write() {
        note();
        const auto transactions = workspace->transactions();
        std::vector<std::string_view> frames;
        for (std::size_t i = written; i < transactions.size(); ++i)
            frames.push_back(transactions[i].frame);
        return append(frames, transactions.size());
    }
    /// The same with what was sealed, up to a transaction.
    int write_sealed(std::string_view sealed, std::size_t end) { return append({&sealed, 1}, end); }

    int append(std::span<const std::string_view> frames, std::size_t end) {
        if (written == end) return 0;
        const auto appended = store.append(workspace->replica(), frames);
        if (!appended) return appended.error().kind == ErrorKind::too_new ? 5 : 2;
        written = end;
        return 0;
    }

    /// Everything once more behind another head.
    bool replace(std::string_view head, std::string_view bytes, std::size_t end) {
        const auto replaced = store.replace(workspace->replica(), head, {&bytes, 1}, aside);
        aside.clear();
        if (!replaced) return false;
        written_before = std::exchange(written, end);
        return true;
    }
    bool sync_failed() {
        const bool taken_back = store.sync_failed();
        if (taken_back && written_before) written = *written_before;
        written_before.reset();
        return taken_back;
    }
};

Storage::Storage(Events events, Random& random)
    : inside_(new Inside{.events = std::move(events), .random = random, .files = {}}) {}

Storage::~Storage() = default;

void Storage::open() {
    kith_storage_start(inside_.get());
}
void Storage::note() {
    inside_->note();
}
ui::StorageState Storage::state() const {
    return inside_->state;
}
std::string Storage::whole_file() const {
    if (!inside_->workspace) return {};
    std::vector<std::string_view> frames;
    for (const TransactionInfo& transaction : inside_->workspace->transactions())
        frames.push_back(transaction.frame);
    return file_of(frames);
}
void Storage::take_over() {
    kith_storage_take_over();
}
const ui::Protection& Storage::protection() const {
    return inside_->protection;
}
void Storage::change_passphrase(std::string_view current, std::string_view fresh) {
    kith_passphrase_change(std::string(current).c_str(), std::string(fresh).c_str());
}
void Storage::pack_away(std::span<const std::uint32_t> transactions) {
    inside_->packed_away.assign(transactions.begin(), transactions.end());
    kith_passphrase_pack();
}
void Storage::lock() {
    kith_passphrase_lock();
}
void Storage::lock_after(std::chrono::minutes idle) {
    kith_passphrase_lock_after(static_cast<double>(idle.count()));
}

}  // namespace kith::browser

// Called from storage.js ----------------------------------------------------------------------------------

using Inside = kith::browser::Storage::Inside;

extern "C" {

EMSCRIPTEN_KEEPALIVE bool kith_storage_begin(Inside* storage) {
    return storage->begin();
}
EMSCRIPTEN_KEEPALIVE int kith_storage_load(Inside* storage) {
    return storage->load();
}
/// What load() said is waiting, or what kith_storage_frames made.
EMSCRIPTEN_KEEPALIVE const char* kith_storage_run_bytes(Inside* storage) {
    return storage->run.bytes.data();
}
EMSCRIPTEN_KEEPALIVE std::size_t kith_storage_run_size(Inside* storage) {
    return storage->run.bytes.size();
}
EMSCRIPTEN_KEEPALIVE const char* kith_storage_run_head(Inside* storage) {
    return storage->run.head.data();
}
EMSCRIPTEN_KEEPALIVE void kith_storage_unsealed(
    Inside* storage, const char* bytes, std::size_t size, std::size_t of) {
    storage->took(std::string(bytes, size), of);
}
EMSCRIPTEN_KEEPALIVE std::size_t kith_storage_frames(
    Inside* storage, std::size_t first, std::size_t end, bool packs) {
    return storage->frames_between(first, end, packs);
}
/// The heads of what can't be opened yet, one behind the other, as kith_storage_run_bytes.
EMSCRIPTEN_KEEPALIVE bool kith_storage_locked_heads(Inside* storage) {
    storage->run.bytes.clear();
    if (storage->store.locked() == 0) return true;
    const auto heads = storage->store.sealed_heads();
    if (!heads) return false;
    for (const std::string& head : *heads)
        storage->run.bytes += head;
    return true;
}
EMSCRIPTEN_KEEPALIVE void kith_storage_can_open(Inside* storage, const char* head) {
    storage->store.can_open({head, kith::sealed_head_size});
}
EMSCRIPTEN_KEEPALIVE std::size_t kith_storage_locked(Inside* storage) {
    return storage->store.locked();
}
/// Goes on as the latest file was written: true if that is sealed, with its head as kith_storage_run_head.
EMSCRIPTEN_KEEPALIVE bool kith_storage_go_on(Inside* storage) {
    storage->run.head = storage->store.latest_head();
    storage->store.write_behind(storage->run.head);
    return storage->run.head.size() == kith::sealed_head_size;
}
EMSCRIPTEN_KEEPALIVE void kith_storage_write_behind(Inside* storage, const char* head, std::size_t size) {
    storage->store.write_behind({head, size});
}
EMSCRIPTEN_KEEPALIVE bool kith_storage_has_all_of(Inside* storage, const char* file) {
    return storage->store.has_all_of(file);
}
EMSCRIPTEN_KEEPALIVE double kith_storage_progress(Inside* storage) {
    return storage->store.progress();
}
EMSCRIPTEN_KEEPALIVE bool kith_storage_too_new(Inside* storage) {
    return storage->store.too_new();
}
EMSCRIPTEN_KEEPALIVE bool kith_storage_damaged(Inside* storage) {
    return !storage->store.damage().empty();
}
EMSCRIPTEN_KEEPALIVE bool kith_storage_is_damaged(Inside* storage, const char* file) {
    return std::ranges::find(storage->store.damage(), file, &kith::StoreDamage::file) !=
        storage->store.damage().end();
}
EMSCRIPTEN_KEEPALIVE void kith_storage_avoid(Inside* storage, const char* file) {
    storage->store.avoid(file);
}

EMSCRIPTEN_KEEPALIVE std::size_t kith_storage_adopt(
    Inside* storage, const char* file, const char* bytes, std::size_t size) {
    return storage->adopt(file, std::string(bytes, size));
}
EMSCRIPTEN_KEEPALIVE void kith_storage_receive(Inside* storage, const char* bytes, std::size_t size) {
    storage->receive(std::string(bytes, size));
}
EMSCRIPTEN_KEEPALIVE void kith_storage_open(Inside* storage, bool may_write) {
    storage->open(may_write);
}

/// How many transactions there are, all of them noted.
EMSCRIPTEN_KEEPALIVE int kith_storage_count(Inside* storage) {
    storage->note();
    return static_cast<int>(storage->workspace->transactions().size());
}
/// What was noted is another tab's affair now.
EMSCRIPTEN_KEEPALIVE void kith_storage_handed_over(Inside* storage) {
    storage->written = storage->noted;
}

EMSCRIPTEN_KEEPALIVE std::size_t kith_storage_written(Inside* storage) {
    return storage->written;
}
EMSCRIPTEN_KEEPALIVE int kith_storage_write(Inside* storage) {
    return storage->write();
}
EMSCRIPTEN_KEEPALIVE int kith_storage_write_sealed(
    Inside* storage, const char* bytes, std::size_t size, std::size_t end) {
    return storage->write_sealed({bytes, size}, end);
}
EMSCRIPTEN_KEEPALIVE void kith_storage_aside(
    Inside* storage, const char* file, const char* bytes, std::size_t size) {
    storage->aside[file] = std::string(bytes, size);
}
EMSCRIPTEN_KEEPALIVE bool kith_storage_replace(Inside* storage, const char* head, std::size_t head_size,
    const char* bytes, std::size_t size, std::size_t end) {
    return storage->replace({head, head_size}, {bytes, size}, end);
}
EMSCRIPTEN_KEEPALIVE int kith_storage_begin_sync(Inside* storage) {
    return static_cast<int>(storage->store.begin_sync());
}
EMSCRIPTEN_KEEPALIVE bool kith_storage_synced(Inside* storage, int sync) {
    storage->written_before.reset();
    return storage->store.synced(static_cast<std::uint64_t>(sync));
}
EMSCRIPTEN_KEEPALIVE bool kith_storage_sync_failed(Inside* storage) {
    return storage->sync_failed();
}
EMSCRIPTEN_KEEPALIVE bool kith_storage_fold_due(Inside* storage) {
    return storage->store.fold_due();
}
EMSCRIPTEN_KEEPALIVE bool kith_storage_fold(Inside* storage) {
    return storage->store.fold().has_value();
}

EMSCRIPTEN_KEEPALIVE void kith_storage_show(
    Inside* storage, int state, int reason, bool persistent, double used, double quota) {
    storage->state = {
        .state = static_cast<kith::ui::SaveState>(state),
        .detail = std::string(kith::browser::reasons[reason]),
        .persistent = persistent,
        .bytes_used = static_cast<std::uint64_t>(used),
        .bytes_quota = static_cast<std::uint64_t>(quota),
    };
    if (storage->is_open) storage->events.state_changed();
}

EMSCRIPTEN_KEEPALIVE void kith_storage_show_protection(Inside* storage, int state, int problem) {
    storage->protection = {.state = static_cast<kith::ui::Protection::State>(state),
        .problem = std::string(kith::browser::passphrase_problems[problem])};
    if (storage->is_open) storage->events.state_changed();
}

}  // extern "C"
