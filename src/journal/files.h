// A place that keeps whole, immutable files: written once under a name that is never used again, read,
// removed. It is all that the journal asks of a disk, so any store that can do this much will do, and
// tests can make any call fail. Natives have a folder, tests have memory, the browser has IDBFS.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace kith {

struct FileEntry {
    std::string name;
    std::uint64_t size = 0;

    bool operator==(const FileEntry&) const = default;
};

/// Names are plain: letters, digits, '-' and '.', no folders. When write() returns is not when the bytes
/// are durable: the host says so with Store::synced(), because a browser stores later than it writes.
class Files {
public:
    virtual ~Files() = default;

    virtual Result<std::vector<FileEntry>> list() = 0;  // in no order

    /// Up to `size` bytes from `offset`; fewer at the end of the file.
    virtual Result<std::string> read(std::string_view name, std::uint64_t offset, std::uint64_t size) = 0;

    /// A new file from pieces, one after the other. `conflict` if there is one of that name. After a
    /// failure there may be a part of it.
    virtual Result<> write(std::string_view name, std::span<const std::string_view> pieces) = 0;

    /// A new file: `head`, then each of `names` without its first `skip` bytes. For folding without
    /// bringing the files into memory, where the place can do that.
    virtual Result<> join(
        std::string_view name, std::string_view head, std::span<const std::string> names, std::uint64_t skip);

    /// `not_found` if there is none.
    virtual Result<> remove(std::string_view name) = 0;
};

/// In memory, with faults to order. Models a store that is written now and durable later: what is
/// durable is what sync() copied.
class MemoryFiles final : public Files {
public:
    using Contents = std::map<std::string, std::string, std::less<>>;

    Result<std::vector<FileEntry>> list() override;
    Result<std::string> read(std::string_view name, std::uint64_t offset, std::uint64_t size) override;
    Result<> write(std::string_view name, std::span<const std::string_view> pieces) override;
    Result<> remove(std::string_view name) override;

    /// Makes `durable` equal to `files`, or fails after having done a part of it, as IDBFS does: a failed
    /// put does not keep the removals from happening.
    Result<> sync();
    /// What is left after the power went: only what was durable.
    void crash() { files = durable; }

    /// The call after `calls` others fails; 0: the next; negative: none. Counts every call but list().
    int fail_after = -1;
    /// So many calls in a row fail then.
    int failures = 1;
    /// A failing write leaves half of the file behind.
    bool short_writes = false;
    /// Writes and syncs beyond this many bytes in all fail with no_space.
    std::uint64_t capacity = UINT64_MAX;

    Contents files;
    Contents durable;
    std::uint64_t bytes_written = 0;

private:
    Result<> fault();
    static std::uint64_t size_of(const Contents& contents);
};

/// A folder. Files come into being whole: written under another name, flushed, renamed.
class FolderFiles final : public Files {
public:
    explicit FolderFiles(std::filesystem::path folder) : folder_(std::move(folder)) {}

    Result<std::vector<FileEntry>> list() override;
    Result<std::string> read(std::string_view name, std::uint64_t offset, std::uint64_t size) override;
    Result<> write(std::string_view name, std::span<const std::string_view> pieces) override;
    Result<> remove(std::string_view name) override;

private:
    std::filesystem::path folder_;
};

}  // namespace kith
