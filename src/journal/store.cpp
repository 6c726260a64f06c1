#include "journal/store.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <ranges>
#include <utility>

#include "base/assertion.h"
#include "journal/seal.h"
#include "journal/store_file_names.h"
#include "journal/transaction.h"

namespace kith {

namespace {

constexpr std::uint64_t bite = 1 << 20;  // bytes read at once

}  // namespace

Store::Store(Files& files) : files_(files), heads_{file_header()}, openable_{0} {}

Result<> Store::open() {
    auto entries = files_.list();
    if (!entries) return std::unexpected(entries.error());
    std::vector<Piece> known = std::move(pieces_);
    pieces_.clear();
    aside_.clear();
    damage_.clear();
    waste_.clear();
    fold_.reset();
    reading_.clear();
    unused_ = 1;
    for (FileEntry& entry : *entries) {
        const auto name = store_file_name(entry.name);
        if (!name) continue;
        avoid(entry.name);
        unused_ = std::max(unused_, name->last + 1);
        Piece piece{.name = entry.name,
            .replica = name->replica,
            .first = name->first,
            .last = name->last,
            .size = entry.size};
        if (name->what == "journal") {
            const auto same = std::ranges::find_if(known, [&](const Piece& old) {
                return old.name == piece.name && old.size == piece.size && old.reading == Reading::sound;
            });
            pieces_.push_back(same != known.end() ? *same : std::move(piece));
        } else if (name->what == "damaged" || name->what == "gone") {
            aside_.push_back(std::move(piece));
        }
    }
    // What holds others comes before them.
    std::ranges::sort(pieces_, [](const Piece& a, const Piece& b) {
        return a.first != b.first ? a.first < b.first : a.last > b.last;
    });
    return {};
}

ReplicaId Store::replica() const {
    const auto latest = std::ranges::max_element(pieces_, {}, &Piece::last);
    return latest != pieces_.end() ? latest->replica : ReplicaId{};
}

double Store::progress() const {
    std::uint64_t read = 0;
    std::uint64_t all = 0;
    for (const Piece& piece : pieces_) {
        all += piece.size;
        read += piece.reading == Reading::unread ? piece.read : piece.size;
    }
    return part_done(read, all);
}

std::uint32_t Store::head_index(std::string_view head) {
    const auto known = std::ranges::find(heads_, head);
    if (known != heads_.end()) return static_cast<std::uint32_t>(known - heads_.begin());
    heads_.emplace_back(head);
    return static_cast<std::uint32_t>(heads_.size() - 1);
}

Result<std::vector<std::string>> Store::sealed_heads() {
    std::vector<std::string> found;
    std::vector<Piece*> pieces;
    for (Piece& piece : pieces_)
        pieces.push_back(&piece);
    std::ranges::sort(pieces, std::greater(), &Piece::last);
    for (Piece* piece : pieces) {
        if (piece->reading == Reading::locked) piece->reading = Reading::unread;
        if (piece->reading != Reading::unread) continue;
        if (auto read = read_head(*piece); !read) return std::unexpected(read.error());
        const std::string& head = heads_[piece->head];
        if (piece->head != 0 && !std::ranges::contains(found, head)) found.push_back(head);
    }
    return found;
}

void Store::can_open(std::string_view head) {
    openable_.push_back(head_index(head));
    for (Piece& piece : pieces_) {
        if (piece.reading == Reading::locked && piece.head == openable_.back())
            piece.reading = Reading::unread;
    }
}

/// Drops a file that a fold left behind: another that is sound has all of it.
bool Store::drop_held(std::size_t index) {
    const Piece& piece = pieces_[index];
    const bool held = piece.read <= head_size(piece) && std::ranges::any_of(pieces_, [&](const Piece& other) {
        return &other != &piece && other.reading == Reading::sound && other.first <= piece.first &&
            other.last >= piece.last && other.last - other.first > piece.last - piece.first;
    });
    if (!held) return false;
    waste_.push_back({std::move(pieces_[index].name), 0});
    pieces_.erase(pieces_.begin() + static_cast<std::ptrdiff_t>(index));
    return true;
}

/// What the file begins with, if that is not known yet.
Result<> Store::read_head(Piece& piece) {
    if (piece.read > 0) return {};
    auto bytes = files_.read(piece.name, 0, longest_head);
    if (!bytes) return std::unexpected(bytes.error());
    const auto head = head_of(*bytes);
    if (!head) {
        too_new_ = too_new_ || head.error().kind == ErrorKind::too_new;
        piece.reading = Reading::damaged;
        return {};
    }
    piece.head = head_index(head->bytes);
    piece.read = head_size(piece);
    return {};
}

Result<std::optional<StoredRun>> Store::next() {
    for (std::size_t i = 0; i < pieces_.size();) {
        if (pieces_[i].reading == Reading::unread && drop_held(i)) continue;
        Piece& piece = pieces_[i++];
        if (piece.reading != Reading::unread) continue;
        if (auto read = read_head(piece); !read) return std::unexpected(read.error());
        if (piece.reading != Reading::unread) continue;
        if (!std::ranges::contains(openable_, piece.head)) {
            piece.reading = Reading::locked;
            continue;
        }
        auto frames = read_run(piece);
        if (!frames) return std::unexpected(frames.error());
        if (frames->empty()) continue;
        reading_ = piece.name;
        return StoredRun{std::move(*frames), heads_[piece.head]};
    }
    find_damage();
    return std::nullopt;
}

/// The next whole frames of a file; nothing if there are none, which says how it was.
Result<std::string> Store::read_run(Piece& piece) {
    const std::uint64_t left = piece.size - std::min(piece.size, piece.read);
    std::uint64_t needed = 0;
    auto frames = files_.read(piece.name, piece.read, std::min(left, bite));
    if (!frames) return frames;
    std::uint64_t whole = whole_frames(*frames, needed);
    if (whole == 0 && needed > frames->size() && needed <= left) {
        frames = files_.read(piece.name, piece.read, needed);
        if (!frames) return frames;
        whole = std::min<std::uint64_t>(needed, frames->size());
    }
    if (whole == 0) piece.reading = left == 0 ? Reading::sound : Reading::damaged;
    frames->resize(whole);
    run_size_ = whole;
    return frames;
}

void Store::took(FramesRead read) {
    const auto piece = std::ranges::find(pieces_, reading_, &Piece::name);
    KITH_ASSERT(piece != pieces_.end() && read.bytes <= run_size_);
    piece->read += read.bytes;
    too_new_ = too_new_ || read.too_new;
    if (read.bytes < run_size_)
        piece->reading = Reading::damaged;
    else if (piece->read >= piece->size)
        piece->reading = Reading::sound;
}

Result<bool> Store::load(const Reader& reader) {
    auto run = next();
    if (!run) return std::unexpected(run.error());
    if (!*run) return false;
    took(reader(std::move((*run)->frames)));
    return true;
}

const std::string& Store::latest_head() const {
    const Piece* latest = nullptr;
    for (const Piece& piece : pieces_) {
        const bool is_later = latest == nullptr || piece.last > latest->last;
        if (piece.reading != Reading::locked && piece.read > 0 && is_later) latest = &piece;
    }
    return heads_[latest != nullptr ? latest->head : 0];
}

std::size_t Store::locked() const {
    return static_cast<std::size_t>(std::ranges::count(pieces_, Reading::locked, &Piece::reading));
}

/// Whether sound files have all these numbers.
bool Store::covered(std::uint64_t first, std::uint64_t last) const {
    for (const Piece& piece : pieces_) {  // by their first numbers
        if (piece.reading == Reading::sound && piece.first <= first && piece.last >= first)
            first = piece.last + 1;
    }
    return first > last;
}

bool Store::has_all_of(std::string_view name) const {
    const auto parsed = store_file_name(name);
    return parsed && covered(parsed->first, parsed->last);
}

void Store::find_damage() {
    damage_.clear();
    if (too_new_) return;
    // A damaged fold whose parts are all still there lost nothing; nor did one that can't be opened.
    for (std::size_t i = pieces_.size(); i-- > 0;) {
        if (pieces_[i].reading == Reading::sound || !covered(pieces_[i].first, pieces_[i].last)) continue;
        waste_.push_back({std::move(pieces_[i].name), 0});
        pieces_.erase(pieces_.begin() + static_cast<std::ptrdiff_t>(i));
    }
    std::vector<const Piece*> all;
    for (const Piece& piece : pieces_)
        all.push_back(&piece);
    for (const Piece& piece : aside_)
        all.push_back(&piece);
    std::ranges::sort(all, {}, &Piece::first);
    const auto is_aside = [&](const Piece& piece) {
        return std::ranges::any_of(aside_,
            [&](const Piece& aside) { return aside.first == piece.first && aside.last == piece.last; });
    };
    std::uint64_t number = 1;
    for (const Piece* piece : all) {
        if (piece->first > number) {
            damage_.push_back({.file = in_letters({"journal", piece->replica, number, piece->first - 1}),
                .first = number,
                .last = piece->first - 1,
                .missing = true});
        }
        number = std::max(number, piece->last + 1);
        if (piece->reading == Reading::damaged) {
            damage_.push_back({.file = piece->name,
                .first = piece->first,
                .last = piece->last,
                .bytes = piece->size - piece->read,
                .known = is_aside(*piece)});
        }
    }
}

std::uint64_t Store::overlap(std::string_view file, const StoreDamage& damage) {
    const auto name = store_file_name(file);
    if (!name || name->what != "journal") return 0;
    const std::uint64_t first = std::max(name->first, damage.first);
    const std::uint64_t last = std::min(name->last, damage.last);
    return last >= first ? last - first + 1 : 0;
}

void Store::avoid(std::string_view name) {
    if (const auto parsed = store_file_name(name)) next_ = std::max(next_, parsed->last + 1);
}

}  // namespace kith
