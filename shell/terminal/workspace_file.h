// A .kith file (src/journal/FORMAT.md) as a workspace. Reading takes what is sound and tells what isn't.
// Writing replaces the whole file at once, and never one that is damaged, newer, or changed meanwhile.
#pragma once

#include <optional>
#include <string>

#include "terminal/keys.h"
#include "workspace/workspace.h"

namespace kith::terminal {

class WorkspaceFile {
public:
    /// To look at. "-": from standard input. What is damaged is told by damage(), and the rest is there.
    static Result<WorkspaceFile> read(const std::string& path, Keys& keys);
    /// The same from the bytes of a file that was read.
    static Result<WorkspaceFile> of(std::string bytes, const std::string& path, Keys& keys);
    /// To change, made when it is missing. Held against other `kith` until the program ends. Damage is an
    /// error.
    static Result<WorkspaceFile> open(const std::string& path, Keys& keys);

    WorkspaceFile(WorkspaceFile&& other) noexcept;
    WorkspaceFile& operator=(WorkspaceFile&&) = delete;
    ~WorkspaceFile();

    Workspace& workspace() { return workspace_; }
    const Workspace& workspace() const { return workspace_; }
    std::size_t size() const { return size_; }
    bool is_new() const { return !existed_; }

    /// Why the rest of the file could not be read, and from which byte on.
    const std::optional<Error>& damage() const { return damage_; }
    std::size_t sound_bytes() const { return sound_bytes_; }

    /// What the file is sealed with; nothing: it is in the clear.
    const std::optional<Seal>& seal() const { return seal_; }
    /// What it is to be sealed with from the next save() on.
    void protect(std::optional<Seal> seal);

    /// Writes what the workspace holds, if that is more than the file does or otherwise protected.
    Result<> save();

private:
    explicit WorkspaceFile(std::string path);

    std::string path_;
    Workspace workspace_;
    std::optional<Error> damage_;
    std::optional<Seal> seal_;
    std::size_t size_ = 0;
    std::size_t sound_bytes_ = 0;
    std::uint64_t saved_revision_ = 0;
    bool existed_ = false;
    bool resealed_ = false;
    int lock_ = -1;  // the file as it was opened

    Result<> take(std::string bytes, Keys& keys);
    bool changed_meanwhile() const;
};

/// All of a workspace as the bytes of a file, sealed if there is something to seal it with.
std::string whole_file(const Workspace& workspace, const std::optional<Seal>& seal);
/// Writes a file that must not be there yet; "-": to standard output.
Result<> write_new_file(const std::string& path, std::string_view bytes);

/// A number that nobody can guess, for ids.
std::uint64_t fresh_seed();
Instant now();

}  // namespace kith::terminal
