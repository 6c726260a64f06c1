#include "browser/storage/journal_files.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <memory>

#include "browser/border.h"

namespace kith::browser {

namespace {

// journal_files.js reads them so.
static_assert(sizeof(std::string_view) == 2 * sizeof(void*));

struct Free {
    void operator()(char* text) const { std::free(text); }  // NOLINT(cppcoreguidelines-no-malloc)
};
using Text = std::unique_ptr<char, Free>;

/// With what the browser said.
std::unexpected<Error> refused(std::string_view key, std::string_view name) {
    auto error = failure(ErrorKind::unavailable, {key, {name}});
    if (const Text cause{kith_idb_cause()}) error.error().cause = cause.get();
    return error;
}

Result<> outcome(Written written, std::string_view name) {
    switch (written) {
        case Written::done: return {};
        case Written::exists: return failure(ErrorKind::conflict, {"files.already_there", {name}});
        case Written::failed: break;
    }
    return refused("files.cannot_write", name);
}

}  // namespace

Result<std::vector<FileEntry>> IdbFiles::list() {
    const Text lines{kith_idb_list()};
    if (!lines) return refused("files.cannot_read", "");
    std::vector<FileEntry> entries;
    for (std::string_view rest = lines.get(); !rest.empty();) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        const std::size_t space = line.find(' ');
        FileEntry entry{.name = std::string(line.substr(0, space)), .size = 0};
        std::from_chars(line.data() + space + 1, line.data() + line.size(), entry.size);
        entries.push_back(std::move(entry));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    }
    return entries;
}

Result<std::string> IdbFiles::read(std::string_view name, std::uint64_t offset, std::uint64_t size) {
    const double there = kith_idb_size(name.data(), name.size());
    if (there < 0) return failure(ErrorKind::not_found, {"files.not_there", {std::string(name)}});
    std::string bytes;
    if (offset >= static_cast<std::uint64_t>(there)) return bytes;
    size = std::min(size, static_cast<std::uint64_t>(there) - offset);
    bytes.resize_and_overwrite(static_cast<std::size_t>(size), [&](char* to, std::size_t wanted) {
        const bool is_read = kith_idb_read(name.data(), name.size(), static_cast<double>(offset), to, wanted);
        return is_read ? wanted : 0;
    });
    if (bytes.size() != size) return refused("files.cannot_read", name);
    return bytes;
}

Result<> IdbFiles::write(std::string_view name, std::span<const std::string_view> pieces) {
    return outcome(kith_idb_write(name.data(), name.size(), pieces.data(), pieces.size()), name);
}

Result<> IdbFiles::join(
    std::string_view name, std::string_view head, std::span<const std::string> names, std::uint64_t skip) {
    std::string lines;
    for (const std::string& part : names) {
        if (!lines.empty()) lines += '\n';
        lines += part;
    }
    return outcome(kith_idb_join(name.data(), name.size(), head.data(), head.size(), lines.data(),
                       lines.size(), static_cast<std::size_t>(skip)),
        name);
}

Result<> IdbFiles::remove(std::string_view name) {
    if (kith_idb_remove(name.data(), name.size())) return {};
    return failure(ErrorKind::not_found, {"files.not_there", {name}});
}

}  // namespace kith::browser
