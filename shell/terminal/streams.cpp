#include "terminal/streams.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <ctime>
#include <filesystem>

#include "base/catalogue.h"

namespace kith::terminal {

namespace {

/// A pipe may have been set to refuse instead of wait.
void wait_a_little() {
    const timespec millisecond{.tv_sec = 0, .tv_nsec = 1'000'000};
    nanosleep(&millisecond, nullptr);
}

bool can_be_tried_again(int error) {
    if (error == EAGAIN) wait_a_little();
    return error == EINTR || error == EAGAIN;
}

std::unexpected<Error> file_failure(std::string_view key, const std::string& path, int error) {
    if (error == ENOENT && key == "files.cannot_read") key = "files.not_there";
    if (error == ENOSPC) key = "files.no_space";
    const ErrorKind kind = error == ENOENT ? ErrorKind::not_found
        : error == ENOSPC                  ? ErrorKind::no_space
                                           : ErrorKind::unavailable;
    return failure(kind, {key, {shown_name(path)}});
}

/// The file that a path means in the end, through symbolic links; the path itself if there is none.
std::string behind_links(const std::string& path) {
    std::error_code error;
    const auto real = std::filesystem::canonical(path, error);
    return error ? path : real.string();
}

void sync_folder_of(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    const std::string folder = slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
    const int descriptor = open(folder.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return;  // not every file system lets a folder be opened
    (void)fsync(descriptor);
    close(descriptor);
}

}  // namespace

std::string shown_name(std::string_view path) {
    return path == "-" ? std::string(Catalogue::english().get("terminal.standard_input")) : std::string(path);
}

long read_some(int descriptor, char* to, std::size_t size) {
    for (;;) {
        const ssize_t got = read(descriptor, to, size);
        if (got >= 0 || !can_be_tried_again(errno)) return got;
    }
}

bool read_all(int descriptor, std::string& bytes) {
    constexpr std::size_t piece = std::size_t{1} << 18;
    for (;;) {
        const std::size_t known = bytes.size();
        bytes.resize(known + piece);
        const long got = read_some(descriptor, bytes.data() + known, piece);
        bytes.resize(known + static_cast<std::size_t>(got > 0 ? got : 0));
        if (got <= 0) return got == 0;
    }
}

bool write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = write(descriptor, bytes.data(), bytes.size());
        if (written > 0)
            bytes.remove_prefix(static_cast<std::size_t>(written));
        else if (written == 0 || !can_be_tried_again(errno))
            return false;
    }
    return true;
}

Result<std::string> read_file(const std::string& path) {
    const int descriptor = path == "-" ? standard_input : open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return file_failure("files.cannot_read", path, errno);
    std::string bytes;
    const bool whole = read_all(descriptor, bytes);
    const int error = errno;
    if (path != "-") close(descriptor);
    if (!whole) return file_failure("files.cannot_read", path, error);
    return bytes;
}

Result<> write_file(const std::string& path, std::string_view bytes) {
    if (path == "-") {
        if (write_all(standard_output, bytes)) return {};
        return failure(ErrorKind::unavailable,
            {"files.cannot_write", {Catalogue::english().get("terminal.standard_output")}});
    }
    const std::string target = behind_links(path);
    struct stat there{};
    const bool replaces = stat(target.c_str(), &there) == 0;
    // Devices and pipes are written to, not replaced.
    if (replaces && !S_ISREG(there.st_mode)) {
        const int descriptor = open(target.c_str(), O_WRONLY | O_CLOEXEC);
        const bool written = descriptor >= 0 && write_all(descriptor, bytes);
        const int error = errno;
        if (descriptor >= 0) close(descriptor);
        if (!written) return file_failure("files.cannot_write", path, error);
        return {};
    }
    std::string beside = target + ".XXXXXX";
    const int descriptor = mkstemp(beside.data());
    if (descriptor < 0) return file_failure("files.cannot_write", path, errno);
    bool written = write_all(descriptor, bytes) &&
        (!replaces || fchmod(descriptor, there.st_mode & 07777) == 0) && fsync(descriptor) == 0;
    int error = errno;
    if (close(descriptor) != 0 && written) {
        written = false;
        error = errno;
    }
    if (written && rename(beside.c_str(), target.c_str()) != 0) {
        written = false;
        error = errno;
    }
    if (!written) {
        unlink(beside.c_str());
        return file_failure("files.cannot_write", path, error);
    }
    sync_folder_of(target);
    return {};
}

}  // namespace kith::terminal
