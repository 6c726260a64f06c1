#include "journal/store.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>

#include "journal/transaction.h"

namespace kith {

namespace {

constexpr std::uint64_t bite = 1 << 20;  // bytes read at once
constexpr std::size_t shortest_run = 8;  // files folded at once, at least
constexpr std::size_t frame_head = 8;    // length and checksum
const std::uint64_t header_size = file_magic.size() + sizeof(file_version);

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

/// How many bytes at the front are whole frames, by their lengths alone; if none is whole, how many are
/// needed for the first.
std::uint64_t whole_frames(std::string_view bytes, std::uint64_t& needed) {
    std::uint64_t whole = 0;
    for (;;) {
        const std::string_view rest = bytes.substr(whole);
        needed = frame_head;
        if (rest.size() < frame_head) return whole;
        for (std::size_t i = 0; i < 4; ++i) {
            needed += std::uint64_t{static_cast<unsigned char>(rest[i])} << (8 * i);
        }
        if (rest.size() < needed) return whole;
        whole += needed;
    }
}

auto refused() {
    return failure(ErrorKind::too_new, {"journal.too_new", {}});
}

}  // namespace

Result<> Store::open() {
    auto entries = files_.list();
    if (!entries) return std::unexpected(entries.error());
    std::vector<Piece> known = std::move(pieces_);
    pieces_.clear();
    aside_.clear();
    damage_.clear();
    waste_.clear();
    fold_.reset();
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

Result<bool> Store::load(const Reader& reader) {
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
        Piece& piece = pieces_[i];
        if (piece.reading != Reading::unread) continue;
        const bool held = piece.read == 0 && std::ranges::any_of(pieces_, [&](const Piece& other) {
            return &other != &piece && other.reading == Reading::sound && other.first <= piece.first &&
                other.last >= piece.last && other.last - other.first > piece.last - piece.first;
        });
        if (held) {  // a fold left it behind
            waste_.push_back({std::move(piece.name), 0});
            pieces_.erase(pieces_.begin() + static_cast<std::ptrdiff_t>(i));
            return true;
        }
        if (auto read = read_some(piece, reader); !read) return std::unexpected(read.error());
        return true;
    }
    find_damage();
    return false;
}

Result<> Store::read_some(Piece& piece, const Reader& reader) {
    if (piece.read == 0) {
        auto header = files_.read(piece.name, 0, header_size);
        if (!header) return std::unexpected(header.error());
        if (const auto frames = frames_of(*header); !frames) {
            too_new_ = too_new_ || frames.error().kind == ErrorKind::too_new;
            piece.reading = Reading::damaged;
            return {};
        }
        piece.read = header_size;
    }
    const std::uint64_t left = piece.size - std::min(piece.size, piece.read);
    std::uint64_t needed = 0;
    auto frames = files_.read(piece.name, piece.read, std::min(left, bite));
    if (!frames) return std::unexpected(frames.error());
    std::uint64_t whole = whole_frames(*frames, needed);
    if (whole == 0 && needed > frames->size() && needed <= left) {
        frames = files_.read(piece.name, piece.read, needed);
        if (!frames) return std::unexpected(frames.error());
        whole = std::min<std::uint64_t>(needed, frames->size());
    }
    if (whole == 0) {
        piece.reading = left == 0 ? Reading::sound : Reading::damaged;
        return {};
    }
    frames->resize(whole);
    const FramesRead read = reader(std::move(*frames));
    piece.read += read.bytes;
    too_new_ = too_new_ || read.too_new;
    if (read.bytes < whole)
        piece.reading = Reading::damaged;
    else if (piece.read >= piece.size)
        piece.reading = Reading::sound;
    return {};
}

bool Store::covered_elsewhere(const Piece& piece) const {
    std::uint64_t number = piece.first;
    for (const Piece& other : pieces_) {  // by their first numbers
        if (other.reading == Reading::sound && other.first <= number && other.last >= number)
            number = other.last + 1;
    }
    return number > piece.last;
}

void Store::find_damage() {
    damage_.clear();
    if (too_new_) return;
    // A damaged fold whose parts are all still there lost nothing.
    for (std::size_t i = pieces_.size(); i-- > 0;) {
        if (pieces_[i].reading != Reading::damaged || !covered_elsewhere(pieces_[i])) continue;
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
    if (found != pieces_.end() && found->read > header_size) {
        auto sound = files_.read(found->name, header_size, found->read - header_size);
        if (!sound) return std::unexpected(sound.error());
        const std::string_view frames = *sound;
        const ReplicaId replica = found->replica;
        if (auto kept = append(replica, {&frames, 1}); !kept) return kept;
    }
    const auto piece = std::ranges::find(pieces_, damage.file, &Piece::name);  // append() moved it
    if (piece != pieces_.end() && !healed) {
        auto bytes = files_.read(piece->name, piece->read, UINT64_MAX);
        if (!bytes) return std::unexpected(bytes.error());
        rest = std::move(*bytes);
    }
    name.what = rest.empty() ? "gone" : "damaged";
    const std::string header = file_header();
    const std::string_view bytes = rest.empty() ? std::string_view(header) : std::string_view(rest);
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
    if (too_new_) return refused();
    const std::string header = file_header();
    std::vector<std::string_view> pieces = {header};
    pieces.insert(pieces.end(), frames.begin(), frames.end());
    Piece piece{.replica = replica, .first = unused_, .last = next_, .reading = Reading::sound};
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

std::span<const Store::Piece> Store::find_run() const {
    if (fold_ || too_new_) return {};
    std::uint64_t after = 0;
    std::size_t begin = pieces_.size();
    for (std::size_t i = pieces_.size(); i-- > 0 && pieces_[i].reading == Reading::sound;) {
        const std::size_t length = pieces_.size() - i;
        if (length >= shortest_run && pieces_[i].size <= after) begin = i;
        after += pieces_[i].size;
    }
    return std::span(pieces_).subspan(begin);
}

Result<> Store::fold() {
    const std::span<const Piece> run = find_run();
    if (run.empty()) return {};
    std::vector<std::string> names;
    Piece folded{.replica = run.back().replica,
        .first = run.front().first,
        .last = run.back().last,
        .size = header_size,
        .reading = Reading::sound};
    for (const Piece& piece : run) {
        names.push_back(piece.name);
        folded.size += piece.size - header_size;
        folded.last = std::max(folded.last, piece.last);
    }
    folded.read = folded.size;
    folded.name = in_letters({"journal", folded.replica, folded.first, folded.last});
    if (auto joined = files_.join(folded.name, file_header(), names, header_size); !joined) {
        (void)files_.remove(folded.name);
        return joined;
    }
    const auto begin = pieces_.end() - static_cast<std::ptrdiff_t>(run.size());
    fold_ = {.name = folded.name,
        .replaced = {std::move_iterator(begin), std::move_iterator(pieces_.end())},
        .sync = syncs_ + 1};
    pieces_.erase(begin, pieces_.end());
    pieces_.push_back(std::move(folded));
    return {};
}

bool Store::synced(std::uint64_t sync) {
    if (fold_ && fold_->sync <= sync) {
        for (Piece& piece : fold_->replaced)
            waste_.push_back({std::move(piece.name), sync});
        fold_.reset();
    }
    return std::erase_if(waste_, [&](const Waste& waste) {
        if (waste.sync > sync) return false;
        const auto removed = files_.remove(waste.file);
        return removed || removed.error().kind == ErrorKind::not_found;
    }) > 0;
}

void Store::sync_failed() {
    if (!fold_ || !files_.remove(fold_->name)) return;
    std::erase_if(pieces_, [&](const Piece& piece) { return piece.name == fold_->name; });
    std::ranges::move(fold_->replaced, std::back_inserter(pieces_));
    std::ranges::sort(pieces_, {}, &Piece::first);
    fold_.reset();
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
