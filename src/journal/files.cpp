#include "journal/files.h"

#include <algorithm>
#include <cstdio>
#include <system_error>

#if __has_include(<unistd.h>)
#include <unistd.h>
#endif

namespace kith {

namespace {

auto cannot_read(std::string_view name) {
    return failure(ErrorKind::unavailable, {"files.cannot_read", {name}});
}
auto cannot_write(std::string_view name) {
    return failure(ErrorKind::unavailable, {"files.cannot_write", {name}});
}
auto not_there(std::string_view name) {
    return failure(ErrorKind::not_found, {"files.not_there", {name}});
}
auto already_there(std::string_view name) {
    return failure(ErrorKind::conflict, {"files.already_there", {name}});
}

}  // namespace

Result<> Files::join(
    std::string_view name, std::string_view head, std::span<const std::string> names, std::uint64_t skip) {
    std::string whole(head);
    for (const std::string& part : names) {
        auto bytes = read(part, skip, UINT64_MAX);
        if (!bytes) return std::unexpected(bytes.error());
        whole += *bytes;
    }
    const std::string_view piece = whole;
    return write(name, {&piece, 1});
}

// In memory ---------------------------------------------------------------------------------------------

Result<> MemoryFiles::fault() {
    if (fail_after < 0) return {};
    if (fail_after > 0) {
        --fail_after;
        return {};
    }
    if (--failures <= 0) fail_after = -1;
    return failure(ErrorKind::unavailable, {"files.cannot_write", {"test"}});
}

std::uint64_t MemoryFiles::size_of(const Contents& contents) {
    std::uint64_t size = 0;
    for (const auto& [name, bytes] : contents)
        size += bytes.size();
    return size;
}

Result<std::vector<FileEntry>> MemoryFiles::list() {
    std::vector<FileEntry> entries;
    for (const auto& [name, bytes] : files)
        entries.push_back({name, bytes.size()});
    return entries;
}

Result<std::string> MemoryFiles::read(std::string_view name, std::uint64_t offset, std::uint64_t size) {
    if (auto failed = fault(); !failed) return std::unexpected(failed.error());
    const auto found = files.find(name);
    if (found == files.end()) return not_there(name);
    const std::string& bytes = found->second;
    return offset >= bytes.size() ? std::string() : bytes.substr(offset, size);
}

Result<> MemoryFiles::write(std::string_view name, std::span<const std::string_view> pieces) {
    if (files.contains(name)) return already_there(name);
    std::string whole;
    for (const std::string_view piece : pieces)
        whole += piece;
    if (auto failed = fault(); !failed) {
        if (short_writes) files.emplace(name, whole.substr(0, whole.size() / 2));
        return failed;
    }
    if (size_of(files) + whole.size() > capacity) {
        return failure(ErrorKind::no_space, {"files.no_space", {name}});
    }
    bytes_written += whole.size();
    files.emplace(name, std::move(whole));
    return {};
}

Result<> MemoryFiles::remove(std::string_view name) {
    if (auto failed = fault(); !failed) return failed;
    const auto found = files.find(name);
    if (found == files.end()) return not_there(name);
    files.erase(found);
    return {};
}

Result<> MemoryFiles::sync() {
    Result<> result;
    for (const auto& [name, bytes] : files) {
        if (durable.contains(name)) continue;
        if (auto put = fault(); !put) {
            result = put;
        } else if (size_of(durable) + bytes.size() > capacity) {
            result = failure(ErrorKind::no_space, {"files.no_space", {name}});
        } else {
            durable.emplace(name, bytes);
        }
    }
    std::erase_if(durable, [&](const auto& file) { return !files.contains(file.first); });
    return result;
}

// A folder ----------------------------------------------------------------------------------------------

Result<std::vector<FileEntry>> FolderFiles::list() {
    std::vector<FileEntry> entries;
    std::error_code error;
    for (auto at = std::filesystem::directory_iterator(folder_, error);
        !error && at != std::filesystem::directory_iterator(); at.increment(error)) {
        std::error_code unreadable;
        const std::uint64_t size = at->is_regular_file(unreadable) ? at->file_size(unreadable) : 0;
        std::string name = at->path().filename().string();
        if (!unreadable && at->is_regular_file(unreadable) && !name.ends_with(".new")) {
            entries.push_back({std::move(name), size});
        }
    }
    if (error) return cannot_read(folder_.string());
    return entries;
}

Result<std::string> FolderFiles::read(std::string_view name, std::uint64_t offset, std::uint64_t size) {
    std::error_code error;
    const std::uint64_t there = std::filesystem::file_size(folder_ / name, error);
    if (error) return not_there(name);
    if (offset >= there) return std::string();
    std::string bytes(std::min(size, there - offset), '\0');
    std::FILE* file = std::fopen((folder_ / name).string().c_str(), "rb");
    if (file == nullptr) return cannot_read(name);
    const bool sought = std::fseek(file, static_cast<long>(offset), SEEK_SET) == 0;
    const std::size_t got = sought ? std::fread(bytes.data(), 1, bytes.size(), file) : 0;
    std::fclose(file);
    if (got != bytes.size()) return cannot_read(name);
    return bytes;
}

Result<> FolderFiles::write(std::string_view name, std::span<const std::string_view> pieces) {
    std::error_code error;
    const std::filesystem::path path = folder_ / name;
    if (std::filesystem::exists(path, error)) return already_there(name);
    const std::filesystem::path fresh = folder_ / (std::string(name) + ".new");
    std::FILE* file = std::fopen(fresh.string().c_str(), "wb");
    if (file == nullptr) return cannot_write(name);
    bool written = true;
    for (const std::string_view piece : pieces) {
        written = written && std::fwrite(piece.data(), 1, piece.size(), file) == piece.size();
    }
    written = std::fflush(file) == 0 && written;
#if __has_include(<unistd.h>)
    written = written && ::fsync(::fileno(file)) == 0;
#endif
    written = std::fclose(file) == 0 && written;
    if (written) std::filesystem::rename(fresh, path, error);
    if (written && !error) return {};
    std::filesystem::remove(fresh, error);
    return cannot_write(name);
}

Result<> FolderFiles::remove(std::string_view name) {
    std::error_code error;
    if (!std::filesystem::remove(folder_ / name, error))
        return error ? cannot_write(name) : Result<>(not_there(name));
    return {};
}

}  // namespace kith
