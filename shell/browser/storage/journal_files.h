// The journal's files in the page's file system, in the folder that IDBFS keeps in IndexedDB. What is
// written here is durable after the next sync. Folding happens in JavaScript's memory: WebAssembly's,
// which never shrinks, is not touched.
#pragma once

#include "journal/files.h"

namespace kith::browser {

class IdbFiles final : public kith::Files {
public:
    Result<std::vector<FileEntry>> list() override;
    Result<std::string> read(std::string_view name, std::uint64_t offset, std::uint64_t size) override;
    Result<> write(std::string_view name, std::span<const std::string_view> pieces) override;
    Result<> join(std::string_view name, std::string_view head, std::span<const std::string> names,
        std::uint64_t skip) override;
    Result<> remove(std::string_view name) override;
};

}  // namespace kith::browser
