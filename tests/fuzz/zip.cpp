// Archives: whatever the bytes, they are listed, and unpacked into what they say they are or not at all; and the
// import of one keeps the laws of all imports.
#include <cstdint>

#include "exchange/archives/zip.h"
#include "importing.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace kith;
    constexpr std::size_t limit = std::size_t{1} << 20;
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    Result<std::vector<ZipMember>> members;
    list_zip(bytes, members).finish();
    if (members) {
        for (const ZipMember& member : *members) {
            fuzz::require(member.packed.size() <= bytes.size());
            Result<std::string> unpacked;
            std::size_t room = limit;
            unzip(member, room, unpacked).finish();
            fuzz::require(!unpacked || (unpacked->size() == member.size && unpacked->size() <= limit));
            // The same in slices, and given up after the first.
            Result<std::string> given_up;
            Slices work = unzip(member, room = limit, given_up);
            work.step([] { return true; });
        }
    }
    fuzz::check_import("a.zip", bytes);
    return 0;
}
