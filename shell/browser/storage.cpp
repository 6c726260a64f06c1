// The part of storage that knows what transactions and segments are. storage.js and its neighbours know
// when to store them and where; they call the functions at the end of this file.
#include "storage.h"

#include <emscripten.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "journal/transaction.h"
#include "storage_files.h"

extern "C" {
void kith_storage_start(void* storage);
/// Frames that were committed and must be stored soon. Copied.
void kith_storage_pending(const char* bytes, std::size_t size);
void kith_storage_take_over(void);
/// The notice of that name at the edge of the page.
void kith_storage_notice(const char* name);
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

    // Reading -------------------------------------------------------------------------------------------

    bool begin() {
        if (!store.open()) return false;
        if (!workspace) {
            const ReplicaId replica = store.replica();
            workspace = std::make_unique<Workspace>(replica ? replica : random.id<ReplicaId>());
        }
        return true;
    }

    /// 1: more to come; 0: all is read; -1: can't be read.
    int load() {
        note();
        const bool all_written = written == noted;
        const auto more = store.load([this](std::string frames) {
            const ApplyReport report = workspace->apply(std::move(frames));
            return FramesRead{.bytes = report.bytes_read, .too_new = report.too_new};
        });
        noted = workspace->transactions().size();
        if (all_written) written = noted;  // else it is all written once more, which does no harm
        return more ? (*more ? 1 : 0) : -1;
    }

    /// Frames that are not in our files: from the tail, the second copy, another tab or a backup. What is
    /// new in them will be stored. Returns how many bytes at the end could not be read.
    std::size_t adopt(std::string_view name, std::string bytes) {
        if (!name.empty()) {
            const auto frames = frames_of(bytes);
            if (!frames) return bytes.size();
            bytes.erase(0, bytes.size() - frames->size());
        }
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

    /// Puts everything that was noted into a file. The number of a reason, 0 if all is well.
    int write() {
        note();
        const auto transactions = workspace->transactions();
        if (written == transactions.size()) return 0;
        std::vector<std::string_view> frames;
        for (std::size_t i = written; i < transactions.size(); ++i)
            frames.push_back(transactions[i].frame);
        const auto appended = store.append(workspace->replica(), frames);
        if (!appended) return appended.error().kind == ErrorKind::too_new ? 5 : 2;
        written = transactions.size();
        return 0;
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

EMSCRIPTEN_KEEPALIVE int kith_storage_count(Inside* storage) {
    return static_cast<int>(storage->workspace->transactions().size());
}
/// What was noted is another tab's affair now.
EMSCRIPTEN_KEEPALIVE void kith_storage_handed_over(Inside* storage) {
    storage->written = storage->noted;
}

EMSCRIPTEN_KEEPALIVE int kith_storage_write(Inside* storage) {
    return storage->write();
}
EMSCRIPTEN_KEEPALIVE int kith_storage_begin_sync(Inside* storage) {
    return static_cast<int>(storage->store.begin_sync());
}
EMSCRIPTEN_KEEPALIVE bool kith_storage_synced(Inside* storage, int sync) {
    return storage->store.synced(static_cast<std::uint64_t>(sync));
}
EMSCRIPTEN_KEEPALIVE void kith_storage_sync_failed(Inside* storage) {
    storage->store.sync_failed();
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

}  // extern "C"
