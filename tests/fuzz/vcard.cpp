// vCards of every version: reading them, and what becomes of the people.
#include <cstdint>

#include "exchange/vcard/reader.h"
#include "importing.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    for (kith::VcardReader reader(bytes); reader.next();) {
        for (const kith::VcardProperty& property : reader.properties()) {
            kith::fuzz::require(kith::is_valid_utf8(property.value));
            for (const kith::VcardParameter& parameter : reader.parameters(property)) {
                kith::fuzz::require(kith::is_valid_utf8(parameter.value));
            }
        }
    }
    kith::fuzz::check_import("a.vcf", bytes);
    kith::fuzz::check_import("b.vcf", "BEGIN:VCARD\nN:A;B\n" + bytes + "\nEND:VCARD\n");
    return 0;
}
