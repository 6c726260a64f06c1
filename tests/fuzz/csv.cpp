// Contact tables and archives of them: the CSV reader, every importer that stands on it, and what becomes of
// the people.
#include <cstdint>

#include "exchange/tables/csv.h"
#include "importing.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    std::size_t before = 0;
    for (kith::CsvReader reader(bytes); reader.next(); before = reader.line()) {
        kith::fuzz::require(
            reader.line() > before && reader.offset() <= bytes.size() && !reader.fields().empty());
    }
    kith::fuzz::check_import("table.csv", bytes);
    // A fuzzer seldom finds a header: these always stand before the rows.
    kith::fuzz::check_import(
        "Connections.csv", "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n" + bytes);
    kith::fuzz::check_import("Jobs.csv", "Saved Date,Job Url,Job Title,Company Name\n" + bytes);
    return 0;
}
