#include "storage_files.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>

extern "C" {
/// "name size" lines, to be freed.
char* kith_idb_list(void);
/// -1: there is none.
double kith_idb_size(const char* name);
bool kith_idb_read(const char* name, double offset, char* to, std::size_t size);
/// 0: done, 1: there is one of that name, 2: can't.
int kith_idb_write(const char* name, const std::string_view* pieces, std::size_t count);
int kith_idb_join(
    const char* name, const char* head, std::size_t head_size, const char* names, std::size_t skip);
bool kith_idb_remove(const char* name);
}

namespace kith::browser {

namespace {

// storage_files.js reads them so.
static_assert(sizeof(std::string_view) == 2 * sizeof(void*));

Result<> outcome(int code, std::string_view name) {
    if (code == 0) return {};
    if (code == 1) return failure(ErrorKind::conflict, {"files.already_there", {std::string(name)}});
    return failure(ErrorKind::unavailable, {"files.cannot_write", {std::string(name)}});
}

}  // namespace

Result<std::vector<FileEntry>> IdbFiles::list() {
    char* lines = kith_idb_list();
    if (lines == nullptr) return failure(ErrorKind::unavailable, {"files.cannot_read", {""}});
    std::vector<FileEntry> entries;
    for (std::string_view rest = lines; !rest.empty();) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        const std::size_t space = line.find(' ');
        FileEntry entry{.name = std::string(line.substr(0, space)), .size = 0};
        std::from_chars(line.data() + space + 1, line.data() + line.size(), entry.size);
        entries.push_back(std::move(entry));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    }
    std::free(lines);  // NOLINT(cppcoreguidelines-no-malloc)
    return entries;
}

Result<std::string> IdbFiles::read(std::string_view name, std::uint64_t offset, std::uint64_t size) {
    const std::string file(name);
    const double there = kith_idb_size(file.c_str());
    if (there < 0) return failure(ErrorKind::not_found, {"files.not_there", {file}});
    std::string bytes;
    if (offset >= static_cast<std::uint64_t>(there)) return bytes;
    size = std::min(size, static_cast<std::uint64_t>(there) - offset);
    bytes.resize_and_overwrite(static_cast<std::size_t>(size), [&](char* to, std::size_t wanted) {
        return kith_idb_read(file.c_str(), static_cast<double>(offset), to, wanted) ? wanted : 0;
    });
    if (bytes.size() != size) return failure(ErrorKind::unavailable, {"files.cannot_read", {file}});
    return bytes;
}

Result<> IdbFiles::write(std::string_view name, std::span<const std::string_view> pieces) {
    return outcome(kith_idb_write(std::string(name).c_str(), pieces.data(), pieces.size()), name);
}

Result<> IdbFiles::join(
    std::string_view name, std::string_view head, std::span<const std::string> names, std::uint64_t skip) {
    std::string lines;
    for (const std::string& part : names) {
        if (!lines.empty()) lines += '\n';
        lines += part;
    }
    return outcome(kith_idb_join(std::string(name).c_str(), head.data(), head.size(), lines.c_str(),
                       static_cast<std::size_t>(skip)),
        name);
}

Result<> IdbFiles::remove(std::string_view name) {
    if (kith_idb_remove(std::string(name).c_str())) return {};
    return failure(ErrorKind::not_found, {"files.not_there", {std::string(name)}});
}

}  // namespace kith::browser
