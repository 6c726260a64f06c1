#include "exchange/archives/zip.h"

#include <zlib.h>

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

Result<std::vector<ZipMember>> list_zip(std::string_view archive) {
    const std::size_t end = archive.rfind("PK\x05\x06");
    if (end == std::string_view::npos || archive.size() - end < end_record_size) {
        return failure(ErrorKind::damaged, {"import.zip.cut", {}});
    }
    const std::size_t count = number_at(archive, end + 10, 2);
    std::size_t at = number_at(archive, end + 16, 4);
    std::vector<ZipMember> members;
    for (std::size_t i = 0; i < count; ++i) {
        if (at > archive.size() || archive.size() - at < entry_size ||
            !archive.substr(at).starts_with("PK\x01\x02")) {
            return failure(ErrorKind::damaged, {"import.zip.damaged", {}});
        }
        const std::size_t name_size = number_at(archive, at + 28, 2);
        const std::size_t rest = name_size + number_at(archive, at + 30, 2) + number_at(archive, at + 32, 2);
        if (archive.size() - at - entry_size < rest)
            return failure(ErrorKind::damaged, {"import.zip.damaged", {}});
        ZipMember member;
        member.name = archive.substr(at + entry_size, name_size);
        member.encrypted = (number_at(archive, at + 8, 2) & 1) != 0;
        member.method = static_cast<std::uint16_t>(number_at(archive, at + 10, 2));
        member.checksum = number_at(archive, at + 16, 4);
        member.size = number_at(archive, at + 24, 4);
        member.packed = packed_bytes(archive, number_at(archive, at + 42, 4), number_at(archive, at + 20, 4));
        if (!member.name.ends_with('/')) members.push_back(member);
        at += entry_size + rest;
    }
    return members;
}

Result<std::string> unzip(const ZipMember& member, std::size_t limit) {
    const std::string name = repair_utf8(member.name);
    if (member.encrypted) return failure(ErrorKind::bad_input, {"import.zip.encrypted", {name}});
    if (member.size > limit) return failure(ErrorKind::bad_input, {"import.zip.large", {name}});
    std::string out;
    if (member.method == 0) {
        out = member.packed;
    } else if (member.method == Z_DEFLATED) {
        // Deflate packs at most 1032 to 1: a size beyond that is a lie not worth its memory.
        if (member.size / 1033 > member.packed.size())
            return failure(ErrorKind::damaged, {"import.zip.member", {name}});
        out.resize(member.size);
        z_stream stream{};
        if (inflateInit2(&stream, -MAX_WBITS) != Z_OK)
            return failure(ErrorKind::no_space, {"import.zip.large", {name}});
        stream.next_in =
            reinterpret_cast<Bytef*>(const_cast<char*>(member.packed.data()));  // zlib only reads it
        stream.avail_in = static_cast<uInt>(member.packed.size());
        Bytef nothing = 0;
        stream.next_out = out.empty() ? &nothing : reinterpret_cast<Bytef*>(out.data());
        stream.avail_out = static_cast<uInt>(out.size());
        const int status = inflate(&stream, Z_FINISH);
        inflateEnd(&stream);
        if (status != Z_STREAM_END) return failure(ErrorKind::damaged, {"import.zip.member", {name}});
    } else {
        return failure(ErrorKind::bad_input, {"import.zip.method", {name}});
    }
    const auto checksum = crc32(0, reinterpret_cast<const Bytef*>(out.data()), static_cast<uInt>(out.size()));
    if (out.size() != member.size || checksum != member.checksum) {
        return failure(ErrorKind::damaged, {"import.zip.member", {name}});
    }
    return out;
}

Fit fit_zip(const FileContent& content) {
    const std::string_view bytes = content.bytes();
    const bool is_zip = bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
    return is_zip ? Fit::guessed : Fit::none;
}

Result<std::vector<PackedFile>> open_zip(std::string_view archive) {
    const auto members = list_zip(archive);
    if (!members) return std::unexpected(members.error());
    std::vector<PackedFile> files;
    for (const ZipMember& member : *members) {
        files.push_back(
            {repair_utf8(member.name), [member](std::size_t limit) { return unzip(member, limit); }});
    }
    return files;
}

}  // namespace kith
