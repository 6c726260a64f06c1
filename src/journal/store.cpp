#include "journal/store.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>
#include <ranges>
#include <utility>

#include "journal/seal.h"
#include "journal/transaction.h"

namespace kith {

namespace {

constexpr std::uint64_t bite = 1 << 20;  // bytes read at once
constexpr std::size_t shortest_run = 8;  // files folded at once, at least

struct Name {
    std::string_view what;  // journal, damaged, gone
    ReplicaId replica;
    std::uint64_t first = 0;
    std::uint64_t last = 0;
};

std::string in_letters(const Name& name) {
    // By hand: std::format brings 100 KB of locales into the page.
    const auto padded = [](std::uint64_t number) {
        const std::string digits = std::to_string(number);
        return std::string(8 - std::min<std::size_t>(digits.size(), 8), '0') + digits;
    };
    return std::string(name.what) + "-" + to_hex(name.replica.value) + "-" + padded(name.first) + "-" +
        padded(name.last) + ".kith";
}

std::string_view take_part(std::string_view& rest) {
    const std::size_t end = std::min(rest.find('-'), rest.size());
    const std::string_view part = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return part;
}

std::optional<std::uint64_t> take_number(std::string_view& rest) {
    const std::string_view digits = take_part(rest);
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return number;
}

std::optional<Name> parse(std::string_view text) {
    if (!text.ends_with(".kith")) return std::nullopt;
    text.remove_suffix(5);
    Name name;
    name.what = take_part(text);
    const auto replica = from_hex(take_part(text));
    const auto first = take_number(text);
    const auto last = take_number(text);
    if (!replica || *replica == 0 || !first || !last || !text.empty()) return std::nullopt;
    if (*first == 0 || *first > *last) return std::nullopt;
    name.replica = ReplicaId{*replica};
    name.first = *first;
    name.last = *last;
    return name;
}

auto refused() {
    return failure(ErrorKind::too_new, {"journal.too_new", {}});
}

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
        const auto name = parse(entry.name);
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
    return all > 0 ? static_cast<double>(read) / static_cast<double>(all) : 1;
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
    auto bytes = files_.read(piece.name, 0, sealed_head_size);
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
    const auto parsed = parse(name);
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

Result<> Store::put(std::string name, std::span<const std::string_view> pieces) {
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
    Name name = *parse(damage.file);
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

std::uint64_t Store::overlap(std::string_view file, const StoreDamage& damage) {
    const auto name = parse(file);
    if (!name || name->what != "journal") return 0;
    const std::uint64_t first = std::max(name->first, damage.first);
    const std::uint64_t last = std::min(name->last, damage.last);
    return last >= first ? last - first + 1 : 0;
}

void Store::avoid(std::string_view name) {
    if (const auto parsed = parse(name)) next_ = std::max(next_, parsed->last + 1);
}

Result<> Store::append(ReplicaId replica, std::span<const std::string_view> frames) {
    if (fold_ && fold_->unused > 0) return failure(ErrorKind::conflict, {"storage.failed", {}});
    return append_behind(head_, replica, frames);
}

Result<> Store::append_behind(
    std::uint32_t head, ReplicaId replica, std::span<const std::string_view> frames) {
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
