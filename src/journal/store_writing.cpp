// What a Store writes: runs of frames, what stands in for files that are folded or damaged, a whole anew.
#include <algorithm>
#include <iterator>
#include <ranges>
#include <utility>

#include "base/assertion.h"
#include "journal/store.h"
#include "journal/store_file_names.h"
#include "journal/transaction.h"

namespace kith {

namespace {

constexpr std::size_t shortest_run = 8;  // files folded at once, at least

auto refused() {
    return failure(ErrorKind::too_new, {"journal.too_new", {}});
}

}  // namespace

Result<> Store::put(const std::string& name, std::span<const std::string_view> pieces) {
    auto written = files_.write(name, pieces);
    if (!written && written.error().kind != ErrorKind::conflict) (void)files_.remove(name);  // a part of it
    return written;
}

Result<> Store::set_damage_aside(const std::function<bool(const StoreDamage&)>& healed) {
    if (too_new_) return refused();
    while (!damage_.empty()) {
        const StoreDamage damage = damage_.back();
        if (auto done = put_aside(damage, healed && healed(damage)); !done) return done;
        damage_.pop_back();
    }
    return {};
}

Result<> Store::put_aside(const StoreDamage& damage, bool healed) {
    const auto found = std::ranges::find(pieces_, damage.file, &Piece::name);
    StoreFileName name = *store_file_name(damage.file);
    std::string rest;
    if (found != pieces_.end() && found->read > head_size(*found)) {
        auto sound = files_.read(found->name, head_size(*found), found->read - head_size(*found));
        if (!sound) return std::unexpected(sound.error());
        const std::string_view frames = *sound;
        if (auto kept = append_behind(found->head, found->replica, {&frames, 1}); !kept) return kept;
    }
    const auto piece = std::ranges::find(pieces_, damage.file, &Piece::name);  // append() moved it
    if (piece != pieces_.end() && !healed) {
        auto bytes = files_.read(piece->name, piece->read, UINT64_MAX);
        if (!bytes) return std::unexpected(bytes.error());
        rest = std::move(*bytes);
        // Sealed frames without their head could never be opened again.
        if (piece->head != 0 && !rest.empty()) rest.insert(0, heads_[piece->head]);
    }
    name.what = rest.empty() ? "gone" : "damaged";
    const std::string_view bytes = rest.empty() ? std::string_view(heads_[0]) : std::string_view(rest);
    auto written = put(in_letters(name), {&bytes, 1});
    if (!written && written.error().kind != ErrorKind::conflict)
        return written;  // else it was put aside before
    if (piece != pieces_.end()) {
        waste_.push_back({std::move(piece->name), syncs_ + 1});
        pieces_.erase(piece);
    }
    return {};
}

Result<> Store::append(ReplicaId replica, std::span<const std::string_view> frames) {
    if (fold_ && fold_->unused > 0) return failure(ErrorKind::conflict, {"storage.failed", {}});
    return append_behind(head_, replica, frames);
}

Result<> Store::append_behind(
    std::uint32_t head, ReplicaId replica, std::span<const std::string_view> frames) {
    KITH_ASSERT(replica);
    if (too_new_) return refused();
    std::vector<std::string_view> pieces = {heads_[head]};
    pieces.insert(pieces.end(), frames.begin(), frames.end());
    Piece piece{.replica = replica, .first = unused_, .last = next_, .reading = Reading::sound, .head = head};
    for (const std::string_view bytes : pieces)
        piece.size += bytes.size();
    piece.read = piece.size;
    piece.name = in_letters({"journal", replica, piece.first, piece.last});
    ++next_;  // whatever happens: what failed may have left a part
    if (auto written = put(piece.name, pieces); !written) return written;
    unused_ = next_;
    pieces_.push_back(std::move(piece));
    return {};
}

Result<> Store::replace(ReplicaId replica, std::string_view head, std::span<const std::string_view> frames,
    const std::map<std::string, std::string>& aside) {
    if (too_new_) return refused();
    const auto is_open = [](const Piece& piece) {
        return piece.reading == Reading::sound || piece.reading == Reading::locked;
    };
    if (fold_ || !std::ranges::all_of(pieces_, is_open))
        return failure(ErrorKind::conflict, {"storage.failed", {}});
    Fold fold{.sync = syncs_ + 1, .head = head_, .unused = unused_};
    const auto write = [&](std::string name, std::span<const std::string_view> pieces) {
        auto written = put(name, pieces);
        if (written) fold.fresh.push_back(std::move(name));
        return written;
    };
    const auto write_all = [&](Piece& whole) -> Result<> {
        std::vector<std::string_view> bytes = {head};
        bytes.insert(bytes.end(), frames.begin(), frames.end());
        for (const std::string_view part : bytes)
            whole.size += part.size();
        whole.read = whole.size;
        whole.name = in_letters({"journal", replica, whole.first, whole.last});
        if (auto written = write(whole.name, bytes); !written) return written;
        for (const auto& [old, fresh] : aside) {
            const std::string_view part = fresh;
            if (auto written = write(in_letters({"damaged", replica, next_, next_}), {&part, 1}); !written)
                return written;
            ++next_;
            fold.outdated.push_back(old);
        }
        // It stands for what comes after the last file that nobody can open. The numbers before that one were
        // found elsewhere, namely here.
        for (const Piece& piece : pieces_) {
            if (piece.reading == Reading::locked || piece.first >= whole.first) continue;
            const std::string_view nothing = heads_[0];
            const std::string name = in_letters({"gone", piece.replica, piece.first, piece.last});
            if (auto written = write(name, {&nothing, 1}); !written) return written;
        }
        return {};
    };
    Piece whole{.replica = replica,
        .first = unused_,
        .last = next_++,
        .reading = Reading::sound,
        .head = head_index(head)};
    for (std::size_t i = pieces_.size(); i-- > 0 && pieces_[i].reading == Reading::sound;)
        whole.first = pieces_[i].first;
    if (auto written = write_all(whole); !written) {
        for (const std::string& name : fold.fresh)
            (void)files_.remove(name);
        return written;
    }
    const auto locked = std::ranges::stable_partition(
        pieces_, [](const Piece& piece) { return piece.reading == Reading::locked; });
    fold.replaced = {std::move_iterator(locked.begin()), std::move_iterator(locked.end())};
    pieces_.erase(locked.begin(), locked.end());
    head_ = whole.head;
    unused_ = next_;
    pieces_.push_back(std::move(whole));
    fold_ = std::move(fold);
    return {};
}

std::span<const Store::Piece> Store::find_run() const {
    if (fold_ || too_new_) return {};
    std::uint64_t after = 0;
    std::size_t begin = pieces_.size();
    for (std::size_t i = pieces_.size(); i-- > 0;) {
        if (pieces_[i].reading != Reading::sound || pieces_[i].head != head_) break;
        const std::size_t length = pieces_.size() - i;
        if (length >= shortest_run && pieces_[i].size <= after) begin = i;
        after += pieces_[i].size;
    }
    return std::span(pieces_).subspan(begin);
}

Result<> Store::fold() {
    const std::span<const Piece> run = find_run();
    if (run.empty()) return {};
    const std::string& start = heads_[head_];
    std::vector<std::string> names;
    Piece folded{.replica = run.back().replica,
        .first = run.front().first,
        .last = run.back().last,
        .size = start.size(),
        .reading = Reading::sound,
        .head = head_};
    for (const Piece& piece : run) {
        names.push_back(piece.name);
        folded.size += piece.size - start.size();
        folded.last = std::max(folded.last, piece.last);
    }
    folded.read = folded.size;
    folded.name = in_letters({"journal", folded.replica, folded.first, folded.last});
    if (auto joined = files_.join(folded.name, start, names, start.size()); !joined) {
        (void)files_.remove(folded.name);
        return joined;
    }
    const auto begin = pieces_.end() - static_cast<std::ptrdiff_t>(run.size());
    fold_ = {.fresh = {folded.name},
        .replaced = {std::move_iterator(begin), std::move_iterator(pieces_.end())},
        .sync = syncs_ + 1,
        .head = head_};
    pieces_.erase(begin, pieces_.end());
    pieces_.push_back(std::move(folded));
    return {};
}

bool Store::synced(std::uint64_t sync) {
    KITH_ASSERT(sync <= syncs_);
    if (fold_ && fold_->sync <= sync) {
        for (Piece& piece : fold_->replaced)
            waste_.push_back({std::move(piece.name), sync});
        for (std::string& name : fold_->outdated)
            waste_.push_back({std::move(name), sync});
        fold_.reset();
    }
    return std::erase_if(waste_, [&](const Waste& waste) {
        if (waste.sync > sync) return false;
        const auto removed = files_.remove(waste.file);
        return removed || removed.error().kind == ErrorKind::not_found;
    }) > 0;
}

bool Store::sync_failed() {
    if (!fold_) return true;
    if (!files_.remove(fold_->fresh.front())) return false;
    std::erase_if(pieces_, [&](const Piece& piece) { return piece.name == fold_->fresh.front(); });
    for (const std::string& name : fold_->fresh | std::views::drop(1))
        (void)files_.remove(name);
    std::ranges::move(fold_->replaced, std::back_inserter(pieces_));
    std::ranges::sort(pieces_, {}, &Piece::first);
    head_ = fold_->head;
    if (fold_->unused > 0) unused_ = fold_->unused;
    fold_.reset();
    return true;
}

std::uint64_t Store::bytes() const {
    std::uint64_t total = 0;
    for (const Piece& piece : pieces_)
        total += piece.size;
    return total;
}

std::string file_of(std::span<const std::string_view> frames) {
    std::string file = file_header();
    std::size_t size = file.size();
    for (const std::string_view frame : frames)
        size += frame.size();
    file.reserve(size);
    for (const std::string_view frame : frames)
        file += frame;
    return file;
}

}  // namespace kith
