#include "terminal/workspace_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "base/random.h"
#include "terminal/streams.h"

namespace kith::terminal {

namespace {

Error about(const std::string& path, ErrorKind kind, Message message) {
    return {.kind = kind, .message = std::move(message), .file = shown_name(path), .line = 0, .field = {}};
}

/// A device of its own each time: two runs on copies of a file must never give the same stamp.
ReplicaId fresh_replica() {
    return Random(fresh_seed()).id<ReplicaId>();
}

bool lock_whole(int descriptor) {
    struct flock whole{};
    whole.l_type = F_WRLCK;
    whole.l_whence = SEEK_SET;
    return fcntl(descriptor, F_SETLK, &whole) == 0;
}

}  // namespace

std::uint64_t fresh_seed() {
    std::uint64_t seed = 0;
    if (getentropy(&seed, sizeof seed) != 0)
        seed = mix(static_cast<std::uint64_t>(now().time_since_epoch().count()) ^
            static_cast<std::uint64_t>(getpid()) << 40);
    return seed;
}

Instant now() {
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

std::string whole_file(const Workspace& workspace, const std::optional<Seal>& seal) {
    std::string frames;
    for (const TransactionInfo& transaction : workspace.transactions())
        frames += transaction.frame;
    if (!seal) return file_header() + frames;
    Random random = fresh_random();
    const Seal now = is_numbered(seal->head()) ? *seal : seal->renewed(random);
    return now.head() + now.seal(frames, random);
}

Result<> write_new_file(const std::string& path, std::string_view bytes) {
    if (path != "-") {
        if (const auto there = read_file(path); there || there.error().kind != ErrorKind::not_found)
            return failure(ErrorKind::conflict, {"files.already_there", {path}});
    }
    return write_file(path, bytes);
}

WorkspaceFile::WorkspaceFile(std::string path) : path_(std::move(path)), workspace_(fresh_replica()) {}

WorkspaceFile::WorkspaceFile(WorkspaceFile&& other) noexcept
    : path_(std::move(other.path_)),
      workspace_(std::move(other.workspace_)),
      damage_(std::move(other.damage_)),
      seal_(std::move(other.seal_)),
      size_(other.size_),
      sound_bytes_(other.sound_bytes_),
      saved_revision_(other.saved_revision_),
      existed_(other.existed_),
      resealed_(other.resealed_),
      lock_(std::exchange(other.lock_, -1)) {}

WorkspaceFile::~WorkspaceFile() {
    if (lock_ >= 0) close(lock_);
}

/// Applies a file's bytes; not being Kith's at all, or behind an unknown passphrase, is an error, a damaged
/// end is noted.
Result<> WorkspaceFile::take(std::string bytes, Keys& keys) {
    size_ = bytes.size();
    const auto fail = [&](Error error) {
        if (error.file.empty()) error.file = shown_name(path_);
        return std::unexpected(std::move(error));
    };
    const auto head = head_of(bytes);
    if (!head) return fail(head.error());
    sound_bytes_ = head->bytes.size();
    bool is_sound = true;
    RunFault fault = RunFault::none;
    if (head->sealed()) {
        auto seal = keys.open(head->bytes, path_);
        if (!seal) return fail(seal.error());
        auto opened = open_sealed_file(*seal, bytes);
        if (!opened) return fail(opened.error());
        seal_ = std::move(*seal);
        sound_bytes_ = opened->bytes;
        bytes = std::move(opened->frames);
        is_sound = sound_bytes_ == size_;
        fault = opened->fault;
    } else {
        bytes.erase(0, sound_bytes_);
    }
    const ApplyReport report = workspace_.apply(std::move(bytes));
    if (!head->sealed()) sound_bytes_ += report.bytes_read;
    saved_revision_ = workspace_.revision();
    if (report.too_new)
        damage_ = about(path_, ErrorKind::too_new, {"journal.too_new", {}});
    else if (report.damaged || !is_sound)
        damage_ = about(path_, ErrorKind::damaged, {"terminal.damaged", {sound_bytes_, size_}});
    else if (fault != RunFault::none)
        damage_ = about(path_, ErrorKind::damaged, message_of(fault));
    return {};
}

Result<WorkspaceFile> WorkspaceFile::read(const std::string& path, Keys& keys) {
    Result<std::string> bytes = read_file(path);
    if (!bytes) return std::unexpected(bytes.error());
    return of(std::move(*bytes), path, keys);
}

Result<WorkspaceFile> WorkspaceFile::of(std::string bytes, const std::string& path, Keys& keys) {
    WorkspaceFile file(path);
    file.existed_ = true;
    if (const auto taken = file.take(std::move(bytes), keys); !taken) return std::unexpected(taken.error());
    return file;
}

Result<WorkspaceFile> WorkspaceFile::open(const std::string& path, Keys& keys) {
    WorkspaceFile file(path);
    file.lock_ = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
    if (file.lock_ < 0 && errno == ENOENT) return file;
    if (file.lock_ < 0) return failure(ErrorKind::unavailable, {"files.cannot_write", {path}});
    if (!lock_whole(file.lock_))
        return std::unexpected(about(path, ErrorKind::conflict, {"terminal.in_use", {}}));
    file.existed_ = true;
    std::string bytes;
    if (!read_all(file.lock_, bytes)) return failure(ErrorKind::unavailable, {"files.cannot_read", {path}});
    if (const auto taken = file.take(std::move(bytes), keys); !taken) return std::unexpected(taken.error());
    if (file.damage_) return std::unexpected(*file.damage_);
    return file;
}

/// Whether the path no longer means the file that was read, or that file grew.
bool WorkspaceFile::changed_meanwhile() const {
    struct stat there{};
    const bool is_there = stat(path_.c_str(), &there) == 0;
    if (!existed_) return is_there;
    struct stat read{};
    return !is_there || fstat(lock_, &read) != 0 || there.st_ino != read.st_ino ||
        there.st_dev != read.st_dev || static_cast<std::size_t>(read.st_size) != size_;
}

void WorkspaceFile::protect(std::optional<Seal> seal) {
    seal_ = std::move(seal);
    resealed_ = true;
}

Result<> WorkspaceFile::save() {
    if (existed_ && !resealed_ && workspace_.revision() == saved_revision_) return {};
    if (changed_meanwhile())
        return std::unexpected(about(path_, ErrorKind::conflict, {"terminal.changed_meanwhile", {}}));
    if (auto written = write_file(path_, whole_file(workspace_, seal_)); !written) return written;
    saved_revision_ = workspace_.revision();
    return {};
}

}  // namespace kith::terminal
