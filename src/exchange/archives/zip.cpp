#include "exchange/archives/zip.h"

#include <zlib.h>

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace kith {

namespace {

std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t width) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < width; ++i) {
        value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
    }
    return value;
}

constexpr std::size_t piece_size = std::size_t{512} << 10;
constexpr std::size_t end_record_size = 22;
constexpr std::size_t entry_size = 46;
constexpr std::size_t local_size = 30;

/// Where the bytes of an entry of the central directory are; empty if it points outside.
std::string_view packed_bytes(std::string_view archive, std::size_t local, std::size_t size) {
    if (local > archive.size() || archive.size() - local < local_size) return {};
    if (!archive.substr(local).starts_with("PK\x03\x04")) return {};
    const std::size_t start =
        local + local_size + number_at(archive, local + 26, 2) + number_at(archive, local + 28, 2);
    if (start > archive.size() || archive.size() - start < size) return {};
    return archive.substr(start, size);
}

}  // namespace

Slices list_zip(std::string_view archive, Result<std::vector<ZipMember>>& members) {
    constexpr std::string_view end_mark = "PK\x05\x06";
    members.emplace();
    std::size_t end = std::string_view::npos;
    for (std::size_t stop = archive.size(); stop > 0 && end == std::string_view::npos;) {
        const std::size_t start = stop - std::min(stop, piece_size);
        const std::size_t reach = stop - start + end_mark.size() - 1;  // a mark may lie across two pieces
        const std::size_t found = archive.substr(start, reach).rfind(end_mark);
        if (found != std::string_view::npos) end = start + found;
        stop = start;
        co_await next_slice;
    }
    if (end == std::string_view::npos || archive.size() - end < end_record_size) {
        members = failure(ErrorKind::damaged, {"import.zip.cut", {}});
        co_return;
    }
    const std::size_t count = number_at(archive, end + 10, 2);
    std::size_t at = number_at(archive, end + 16, 4);
    Pieces pieces(256);
    for (std::size_t i = 0; i < count; ++i) {
        const bool whole = at <= archive.size() && archive.size() - at >= entry_size &&
            archive.substr(at).starts_with("PK\x01\x02");
        const std::size_t name_size = whole ? number_at(archive, at + 28, 2) : 0;
        const std::size_t rest =
            whole ? name_size + number_at(archive, at + 30, 2) + number_at(archive, at + 32, 2) : 0;
        if (!whole || archive.size() - at - entry_size < rest) {
            members = failure(ErrorKind::damaged, {"import.zip.damaged", {}});
            co_return;
        }
        ZipMember member;
        member.name = archive.substr(at + entry_size, name_size);
        member.encrypted = (number_at(archive, at + 8, 2) & 1) != 0;
        member.method = static_cast<std::uint16_t>(number_at(archive, at + 10, 2));
        member.checksum = number_at(archive, at + 16, 4);
        member.size = number_at(archive, at + 24, 4);
        member.packed = packed_bytes(archive, number_at(archive, at + 42, 4), number_at(archive, at + 20, 4));
        if (!member.name.ends_with('/')) members->push_back(member);
        at += entry_size + rest;
        if (pieces.done()) co_await next_slice;
    }
}

namespace {

/// zlib's state, given back whenever the work ends.
struct Inflating {
    z_stream stream{};
    bool ready = false;

    explicit Inflating(std::string_view packed) {
        ready = inflateInit2(&stream, -MAX_WBITS) == Z_OK;
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));  // zlib only reads it
        stream.avail_in = static_cast<uInt>(packed.size());
    }
    Inflating(const Inflating&) = delete;
    Inflating& operator=(const Inflating&) = delete;
    ~Inflating() {
        if (ready) inflateEnd(&stream);
    }
};

/// Deflate packs at most 1032 to 1: a size beyond that is a lie not worth its memory.
bool is_possible(const ZipMember& member) {
    return member.method == 0 ? member.size == member.packed.size()
                              : member.size / 1033 <= member.packed.size();
}

}  // namespace

Slices unzip(ZipMember member, std::size_t& room, Result<std::string>& bytes) {
    const std::string name = repair_utf8(member.name);
    const auto refuse = [&](ErrorKind kind, std::string_view key) { bytes = failure(kind, {key, {name}}); };
    if (member.encrypted) co_return refuse(ErrorKind::bad_input, "import.zip.encrypted");
    if (member.size > room) co_return refuse(ErrorKind::bad_input, "import.zip.large");
    if (member.method != 0 && member.method != Z_DEFLATED)
        co_return refuse(ErrorKind::bad_input, "import.zip.method");
    if (!is_possible(member)) co_return refuse(ErrorKind::damaged, "import.zip.member");
    room -= member.size;
    std::string out;
    out.reserve(member.size);
    Inflating inflating(member.packed);
    if (!inflating.ready) co_return refuse(ErrorKind::no_space, "import.zip.large");
    uLong checksum = crc32(0, nullptr, 0);
    std::size_t done = 0;
    for (bool more = member.size > 0; more;) {
        const std::size_t wanted = std::min(piece_size, member.size - done);
        if (member.method == 0) {
            out += member.packed.substr(done, wanted);
        } else {
            out.resize(done + wanted);
            z_stream& stream = inflating.stream;
            stream.next_out = reinterpret_cast<Bytef*>(out.data() + done);
            stream.avail_out = static_cast<uInt>(wanted);
            const int status = inflate(&stream, Z_NO_FLUSH);
            if ((status != Z_OK && status != Z_STREAM_END) || stream.avail_out != 0)
                co_return refuse(ErrorKind::damaged, "import.zip.member");
        }
        checksum =
            crc32(checksum, reinterpret_cast<const Bytef*>(out.data() + done), static_cast<uInt>(wanted));
        done += wanted;
        more = done < member.size;
        co_await next_slice;
    }
    if (member.method == Z_DEFLATED) {  // and nothing behind it
        Bytef one = 0;
        inflating.stream.next_out = &one;
        inflating.stream.avail_out = 1;
        const int status = inflate(&inflating.stream, Z_FINISH);
        if (status != Z_STREAM_END || inflating.stream.avail_out != 1)
            co_return refuse(ErrorKind::damaged, "import.zip.member");
    }
    if (checksum != member.checksum) co_return refuse(ErrorKind::damaged, "import.zip.member");
    bytes = std::move(out);
}

Fit fit_zip(const FileContent& content) {
    const std::string_view bytes = content.bytes();
    const bool is_zip = bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
    return is_zip ? Fit::guessed : Fit::none;
}

Slices open_zip(std::string_view archive, Result<std::vector<PackedFile>>& files) {
    Result<std::vector<ZipMember>> members;
    co_await list_zip(archive, members);
    if (!members) {
        files = std::unexpected(members.error());
        co_return;
    }
    files.emplace();
    files->reserve(members->size());
    Pieces pieces(64);
    for (const ZipMember& member : *members) {
        files->push_back({repair_utf8(member.name),
            [member](std::size_t& room, Result<std::string>& bytes) { return unzip(member, room, bytes); }});
        if (pieces.done()) co_await next_slice;
    }
}

}  // namespace kith
