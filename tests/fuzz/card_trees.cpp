// jCard, xCard, JSContact and Kith's own JSON and table: whatever stands in them, what was read is read again as the same.
#include <cstdint>

#include "exchange/records/json_reader.h"
#include "importing.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    kith::JsonReader reader(bytes);
    reader.value();
    kith::fuzz::require(reader.offset() <= bytes.size());
    kith::fuzz::check_import("a.json", bytes);
    kith::fuzz::check_import("b.json", "[[\"vcard\", [[\"fn\", {}, \"text\", \"Ana\"]," + bytes + "]]]");
    kith::fuzz::check_import("c.json", "{\"@type\": \"Card\", \"name\": {\"full\": \"Ana\"}," + bytes + "}");
    kith::fuzz::check_import("d.json", "{\"kith\": 1, \"records\": {\"person\": [" + bytes + "]}}");
    kith::fuzz::check_import("e.csv", "uid,given_name,display_name," + bytes);
    kith::fuzz::check_import(
        "f.xml", "<vcards xmlns=\"urn:ietf:params:xml:ns:vcard-4.0\"><vcard>" + bytes + "</vcard></vcards>");
    return 0;
}
