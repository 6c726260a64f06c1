// The files in a zip archive (APPNOTE.TXT 6.3.10), stored or deflated: what exports come in. The central
// directory at the end counts; encrypted and zip64 members are told apart and not read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/slices.h"
#include "exchange/cards/format.h"

namespace kith {

struct ZipMember {
    std::string_view name;  // views into the archive
    std::string_view packed;
    std::uint32_t size = 0;
    std::uint32_t checksum = 0;
    std::uint16_t method = 0;
    bool encrypted = false;
};

/// The members, folders left out; `damaged` if the bytes are no whole archive. O(bytes) where the end has to be looked
/// for, else O(members). The archive and `members` must still be there.
Slices list_zip(std::string_view archive, Result<std::vector<ZipMember>>& members);

/// A member's bytes, checked against size and checksum, in slices. Refuses those above `room` bytes before unpacking,
/// and stops at their size, so a small archive can't fill memory; takes that size from `room` also when it turns out to
/// be damaged, so that many can't fill time either. The archive, `room` and `bytes` must still be there.
Slices unzip(ZipMember member, std::size_t& room, Result<std::string>& bytes);

/// As a format: guesses any zip, since letters and spreadsheets are zips too and may be known as such.
Fit fit_zip(const FileContent& content);
Slices open_zip(std::string_view archive, Result<std::vector<PackedFile>>& files);

}  // namespace kith
