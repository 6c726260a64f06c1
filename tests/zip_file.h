// Zip archives as tests make them: of files as they are, not packed (APPNOTE.TXT 6.3.10, 4.3).
#pragma once

#include <zlib.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kith {

struct ZipEntry {
    std::string name;
    std::string bytes;
};

inline void append_number(std::string& out, std::uint64_t number, int bytes) {
    for (int i = 0; i < bytes; ++i)
        out += static_cast<char>(number >> (8 * i));
}

/// At most 65,535 files. O(bytes).
inline std::string zip_of(const std::vector<ZipEntry>& files) {
    std::string zip, directory;
    for (const auto& [name, bytes] : files) {
        std::string about;
        append_number(about, 20, 2);  // version that reads it
        append_number(about, 0, 2 + 2 + 4);
        append_number(about,
            ::crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size())), 4);
        append_number(about, bytes.size(), 4);
        append_number(about, bytes.size(), 4);
        append_number(about, name.size(), 2);
        append_number(about, 0, 2);
        directory += "PK\x01\x02";
        append_number(directory, 20, 2);
        directory += about;
        append_number(directory, 0, 2 + 2 + 2);
        append_number(directory, 0, 4);
        append_number(directory, zip.size(), 4);
        directory += name;
        zip += "PK\x03\x04" + about + name + bytes;
    }
    const std::size_t begin = zip.size();
    zip += directory + "PK\x05\x06";
    append_number(zip, 0, 2 + 2);
    append_number(zip, files.size(), 2);
    append_number(zip, files.size(), 2);
    append_number(zip, directory.size(), 4);
    append_number(zip, begin, 4);
    append_number(zip, 0, 2);
    return zip;
}

}  // namespace kith
