// The part of storage that knows what transactions and segments are. storage.js and its neighbours know
// when to store them and where; they call the functions at the end of this file.
#include "browser/storage/storage.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <optional>
#include <ranges>
#include <utility>
#include <vector>

#include "browser/border.h"
#include "browser/storage/journal_files.h"
#include "journal/seal.h"
#include "journal/transaction.h"

namespace kith::browser {

namespace {

std::optional<Error> error_of(ErrorKind kind, std::string_view key, std::string_view cause) {
    return Error{.kind = kind, .message = {key, {}}, .cause = std::string(cause)};
}
std::optional<Error> error_of(StorageReason reason, std::string_view cause) {
    switch (reason) {
        case StorageReason::none: break;
        case StorageReason::no_space: return error_of(ErrorKind::no_space, "storage.no_space", cause);
        case StorageReason::failed: return error_of(ErrorKind::unavailable, "storage.failed", cause);
        case StorageReason::refused: return error_of(ErrorKind::unavailable, "storage.refused", cause);
        case StorageReason::elsewhere: return error_of(ErrorKind::conflict, "storage.elsewhere", cause);
        case StorageReason::too_new: return error_of(ErrorKind::too_new, "storage.too_new", cause);
        case StorageReason::taking_over: return error_of(ErrorKind::conflict, "storage.taking_over", cause);
        case StorageReason::slow: return error_of(ErrorKind::unavailable, "storage.slow", cause);
    }
    return std::nullopt;
}
std::optional<Error> error_of(PassphraseProblem problem, std::string_view cause) {
    switch (problem) {
        case PassphraseProblem::none: break;
        case PassphraseProblem::wrong: return error_of(ErrorKind::locked, "passphrase.wrong", cause);
        case PassphraseProblem::not_stored:
            return error_of(ErrorKind::unavailable, "passphrase.not_stored", cause);
        case PassphraseProblem::copy_behind:
            return error_of(ErrorKind::unavailable, "passphrase.copy_behind", cause);
        case PassphraseProblem::cancelled:
            return error_of(ErrorKind::unavailable, "passphrase.cancelled", cause);
    }
    return std::nullopt;
}

constexpr std::size_t bite = std::size_t{1} << 20;  // bytes of frames that are sealed at once

}  // namespace

struct StorageInside {
    Storage::Events events;
    Random& random;
    IdbFiles files;
    Store store{files};
    std::unique_ptr<Workspace> workspace;
    ui::StorageState state{.state = ui::SaveState::saving};
    std::size_t noted = 0;    // transactions handed to storage.js
    std::size_t written = 0;  // transactions that are in files
    std::vector<std::string> healed;
    bool is_open = false;
    std::optional<Error> failure;            // of the last time that something was to be written or read
    std::uint64_t sync = 0;                  // that is on its way
    StorageHeld held;                        // what storage.js looks at, which is in …
    std::string bytes, head;                 // … these
    std::vector<std::uint32_t> packed_away;  // sorted
    std::string typed;                       // what is half done, as it was kept last
    std::uint64_t typed_after = 0;           // ticks: the latest own transaction then
    std::uint64_t own_ticks = 0;             // the latest own transaction of the first own_looked_at
    std::size_t own_looked_at = 0;
    std::map<std::string, std::string> aside;   // for replace(): what was set aside, sealed
    std::optional<std::size_t> written_before;  // replace()
    ui::Protection protection;

    // Reading -------------------------------------------------------------------------------------------

    bool begin() {
        if (!good(store.open())) return false;
        if (!workspace) {
            const ReplicaId replica = store.replica();
            workspace = std::make_unique<Workspace>(replica ? replica : random.id<ReplicaId>());
        }
        return true;
    }

    template <typename T>
    bool good(const Result<T>& result) {
        failure = result ? std::nullopt : std::optional(result.error());
        return result.has_value();
    }

    const StorageHeld* hold() {
        held.bytes = bytes.data();
        held.size = static_cast<std::uint32_t>(bytes.size());
        const bool sealed = head.size() > plain_head_size;
        held.head = sealed ? head.data() : nullptr;
        held.head_size = sealed ? static_cast<std::uint32_t>(head.size()) : 0;
        held.progress = static_cast<float>(store.progress());
        held.count = static_cast<std::uint32_t>(workspace->transactions().size());
        held.is_damaged = store.damage().empty() ? 0 : 1;
        held.is_too_new = store.too_new() ? 1 : 0;
        return &held;
    }

    /// One step: a run is read, or waits to be unsealed, or there is none any more.
    const StorageHeld* load() {
        note();
        held.loading = step();
        return hold();
    }
    Loading step() {
        bytes.clear();
        head.clear();
        auto next = store.next();
        if (!good(next)) return Loading::failed;
        if (!*next) return hold_locked_heads();
        bytes = std::move((*next)->frames);
        head = (*next)->head;
        if (head.size() > plain_head_size) return Loading::sealed;
        const std::size_t size = bytes.size();
        took(std::exchange(bytes, {}), size);
        return Loading::going;
    }
    Loading hold_locked_heads() {
        if (store.locked() == 0) return Loading::done;
        const auto heads = store.sealed_heads();
        if (!good(heads)) return Loading::failed;
        for (const std::string& each : *heads)
            bytes += each;
        return Loading::done;
    }

    /// The frames of a run, `size` bytes of which they were.
    void took(std::string frames, std::size_t size) {
        const bool all_written = written == noted;
        const std::size_t whole = frames.size();
        const ApplyReport report = workspace->apply(std::move(frames));
        const bool sealed = head.size() > plain_head_size;
        const std::size_t read = !sealed ? report.bytes_read : report.bytes_read == whole ? size : 0;
        store.took({.bytes = read, .too_new = report.too_new});
        noted = workspace->transactions().size();
        if (all_written) written = noted;  // else it is all written once more, which does no harm
    }

    /// Frames that are not in our files: from the tail, the second copy, another tab or a backup. What is
    /// new in them will be stored. `name`: the file that has no more than these. Returns how many bytes at
    /// the end could not be read.
    std::size_t adopt(std::string_view name, std::string frames) {
        const std::size_t size = frames.size();
        const ApplyReport report = workspace->apply(std::move(frames));
        if (report.bytes_read == size && !name.empty()) healed.emplace_back(name);
        if (report.applied > 0) changed();
        return size - report.bytes_read;
    }

    const StorageHeld* compare(std::string_view names) {
        bytes.clear();
        for (const auto line : std::views::split(names, '\n')) {
            const std::string_view name(line);
            store.avoid(name);
            if (std::ranges::contains(store.damage(), name, &StoreDamage::file)) bytes.append(name) += '\n';
        }
        return hold();
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
        if (noted == transactions.size()) return;
        for (; noted < transactions.size(); ++noted)
            kith_storage_pending(transactions[noted].frame.data(), transactions[noted].frame.size());
        if (!is_open || state.state != ui::SaveState::saved) return;
        state.state = ui::SaveState::saving;
        events.state_changed();
    }

    /// Ticks of the latest transaction of this replica. O(those that came since it was asked).
    std::uint64_t latest_own() {
        const auto transactions = workspace->transactions();
        if (own_looked_at > transactions.size()) own_ticks = own_looked_at = 0;  // history was packed away
        for (; own_looked_at < transactions.size(); ++own_looked_at) {
            const Stamp stamp = transactions[own_looked_at].stamp;
            if (stamp.replica == workspace->replica()) own_ticks = std::max(own_ticks, stamp.ticks);
        }
        return own_ticks;
    }
    /// A draft begins with the ticks of the latest own transaction: one that is found beside a later transaction
    /// has become that, or was given up for it, and was not removed in time.
    void keep_typed() {
        if (!workspace || typed.empty()) return kith_typed_keep(nullptr, 0);
        typed_after = latest_own();
        std::string draft(sizeof typed_after, '\0');
        std::memcpy(draft.data(), &typed_after, sizeof typed_after);
        draft += typed;
        kith_typed_keep(draft.data(), draft.size());
    }
    /// It is half done still, though something was written meanwhile.
    void keep_typed_on() {
        if (workspace && !typed.empty() && latest_own() != typed_after) keep_typed();
    }
    /// The draft of an earlier page; nothing if it is out of date.
    std::optional<std::string_view> typed_before(std::string_view draft) {
        std::uint64_t after = 0;
        if (!workspace || draft.size() < sizeof after) return std::nullopt;
        std::memcpy(&after, draft.data(), sizeof after);
        if (latest_own() > after) return std::nullopt;
        typed_after = after;
        return draft.substr(sizeof after);
    }

    /// About a megabyte of frames, for storage.js to seal.
    const StorageHeld* hold_frames(std::size_t first, std::size_t end, bool packs) {
        bytes.clear();
        const auto transactions = workspace->transactions();
        for (; first < end && bytes.size() < bite; ++first) {
            if (!packs || !std::ranges::binary_search(packed_away, first)) bytes += transactions[first].frame;
        }
        held.next = static_cast<std::uint32_t>(first);
        held.end = static_cast<std::uint32_t>(end);
        return hold();
    }

    StorageReason write() {
        note();
        const auto transactions = workspace->transactions();
        std::vector<std::string_view> frames;
        for (std::size_t i = written; i < transactions.size(); ++i)
            frames.push_back(transactions[i].frame);
        return append(frames, transactions.size());
    }
    StorageReason append(std::span<const std::string_view> frames, std::size_t end) {
        if (written != end && !good(store.append(workspace->replica(), frames)))
            return failure->kind == ErrorKind::too_new ? StorageReason::too_new : StorageReason::failed;
        written = end;
        sync = store.begin_sync();
        return StorageReason::none;
    }

    bool replace(std::string_view head_of_it, std::string_view frames, std::size_t end) {
        const bool replaced = good(store.replace(workspace->replica(), head_of_it, {&frames, 1}, aside));
        aside.clear();
        if (!replaced) return false;
        written_before = std::exchange(written, end);
        sync = store.begin_sync();
        return true;
    }
    SyncDue synced() {
        written_before.reset();
        const bool again = store.synced(sync);
        const bool fold = store.fold_due();
        return again && fold ? SyncDue::both
            : again          ? SyncDue::sync
            : fold           ? SyncDue::fold
                             : SyncDue::nothing;
    }
    bool sync_failed() {
        const bool taken_back = store.sync_failed();
        if (taken_back && written_before) written = *written_before;
        written_before.reset();
        return taken_back;
    }
};

Storage::Storage(Events events, Random& random)
    : inside_(new StorageInside{.events = std::move(events), .random = random, .files = {}}) {}

Storage::~Storage() = default;

void Storage::open() {
    kith_storage_start(inside_.get());
}
void Storage::note() {
    inside_->note();
}
void Storage::keep_typed(std::string_view typed) {
    inside_->note();  // what it became is to be stored before it goes
    inside_->typed = typed;
    inside_->keep_typed();
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
    kith_passphrase_change(current.data(), current.size(), fresh.data(), fresh.size());
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

// Called from storage.js ------------------------------------------------------------------------------------

extern "C" {

bool kith_storage_begin(StorageInside* storage) {
    return storage->begin();
}
const StorageHeld* kith_storage_load(StorageInside* storage) {
    return storage->load();
}
const StorageHeld* kith_storage_unsealed(
    StorageInside* storage, const char* frames, std::size_t size, std::size_t of) {
    storage->took(std::string(frames, size), of);
    return storage->load();
}
void kith_storage_can_open(StorageInside* storage, const char* head, std::size_t size) {
    storage->store.can_open({head, size});
}
const StorageHeld* kith_storage_go_on(StorageInside* storage) {
    storage->head = storage->store.latest_head();
    storage->store.write_behind(storage->head);
    return storage->hold();
}
void kith_storage_write_behind(StorageInside* storage, const char* head, std::size_t size) {
    storage->store.write_behind({head, size});
}
const StorageHeld* kith_storage_look(StorageInside* storage) {
    storage->note();
    storage->bytes.clear();
    return storage->hold();
}
void kith_storage_open(StorageInside* storage, bool may_write) {
    storage->open(may_write);
}
const StorageHeld* kith_storage_compare(StorageInside* storage, const char* names, std::size_t length) {
    return storage->compare({names, length});
}
bool kith_storage_has_all_of(StorageInside* storage, const char* file, std::size_t length) {
    return storage->store.has_all_of({file, length});
}
std::size_t kith_storage_adopt(
    StorageInside* storage, const char* file, std::size_t length, const char* frames, std::size_t size) {
    return storage->adopt({file, length}, std::string(frames, size));
}
void kith_storage_receive(StorageInside* storage, const char* frames, std::size_t size) {
    storage->receive(std::string(frames, size));
}
void kith_storage_handed_over(StorageInside* storage) {
    storage->written = storage->noted;
}

const StorageHeld* kith_storage_unwritten(StorageInside* storage) {
    storage->note();
    return storage->hold_frames(storage->written, storage->workspace->transactions().size(), false);
}
const StorageHeld* kith_storage_frames(
    StorageInside* storage, std::uint32_t first, std::uint32_t end, bool packs) {
    return storage->hold_frames(first, end, packs);
}
StorageReason kith_storage_write(
    StorageInside* storage, const char* sealed, std::size_t size, std::uint32_t end) {
    const bool wants_sealed = storage->store.head().size() > plain_head_size;
    if (wants_sealed != (sealed != nullptr)) return StorageReason::failed;  // never in the clear by mistake
    const std::string_view frames(sealed, size);
    return sealed != nullptr ? storage->append({&frames, 1}, end) : storage->write();
}
void kith_storage_aside(
    StorageInside* storage, const char* file, std::size_t length, const char* bytes, std::size_t size) {
    storage->aside[std::string(file, length)] = std::string(bytes, size);
}
bool kith_storage_replace(StorageInside* storage, const char* head, std::size_t head_size, const char* bytes,
    std::size_t size, std::uint32_t end) {
    return storage->replace({head, head_size}, {bytes, size}, end);
}
bool kith_storage_fold(StorageInside* storage) {
    return storage->good(storage->store.fold());
}
SyncDue kith_storage_synced(StorageInside* storage) {
    const SyncDue due = storage->synced();
    storage->keep_typed_on();
    return due;
}
bool kith_storage_sync_failed(StorageInside* storage) {
    return storage->sync_failed();
}

void kith_storage_show(StorageInside* storage, ui::SaveState state, StorageReason reason, const char* cause,
    std::size_t length, bool persistent, double used, double quota) {
    storage->state = {
        .state = state,
        .problem = error_of(reason, {cause, length}),
        .persistent = persistent,
        .typed_kept = storage->state.typed_kept,
        .bytes_used = static_cast<std::uint64_t>(used),
        .bytes_quota = static_cast<std::uint64_t>(quota),
        .copy = std::move(storage->state.copy),
    };
    // A failure that this side met first has its cause here.
    if (state == ui::SaveState::not_saved && length == 0 && storage->failure && storage->state.problem)
        storage->state.problem->cause = storage->failure->cause;
    if (storage->is_open) storage->events.state_changed();
}
void kith_storage_show_copy(StorageInside* storage, ui::SecondCopy::State state, double checked, int mended,
    const char* cause, std::size_t length) {
    // A comparison that found nothing is no reason to draw: a page at rest rests.
    ui::SecondCopy& copy = storage->state.copy;
    const bool is_news = copy.state != state || copy.mended != static_cast<std::size_t>(mended);
    copy = {
        .state = state,
        .checked = Instant(std::chrono::milliseconds(static_cast<std::int64_t>(checked))),
        .mended = static_cast<std::size_t>(mended),
        .cause = std::string(cause, length),
    };
    if (storage->is_open && is_news) storage->events.state_changed();
}
void kith_storage_typed(StorageInside* storage, const char* draft, std::size_t size) {
    const auto typed = storage->typed_before({draft, size});
    if (!typed) return kith_typed_keep(nullptr, 0);
    storage->typed = *typed;
    storage->state.typed_kept = true;
    if (storage->events.typed) storage->events.typed(storage->typed);
}
void kith_storage_leaving(StorageInside* storage) {
    if (storage->events.leaving) storage->events.leaving();
    storage->keep_typed_on();
}
void kith_storage_typed_kept(StorageInside* storage, bool kept) {
    storage->state.typed_kept = kept;
    storage->events.state_changed();
}
void kith_storage_show_protection(StorageInside* storage, ui::Protection::State state,
    PassphraseProblem problem, const char* cause, std::size_t length) {
    storage->protection = {.state = state, .problem = error_of(problem, {cause, length})};
    if (storage->is_open) storage->events.state_changed();
}

}  // extern "C"

}  // namespace kith::browser
