// Names of files that lie where the journal's do: one is the store's only if it is written just so.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "journal/store_file_names.h"

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace kith;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto name = store_file_name(text);
    if (!name) return 0;
    require(text.contains(name->what));
    const std::string written = in_letters(*name);
    const auto again = store_file_name(written);
    require(again.has_value());
    require(again->what == name->what && again->replica == name->replica && again->first == name->first &&
        again->last == name->last);
    return 0;
}
