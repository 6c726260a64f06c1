#include "model/value.h"

#include "base/text.h"
#include "base/varint.h"

namespace kith {

std::string encode_row(const std::vector<std::string_view>& parts) {
    std::size_t count = parts.size();
    while (count > 0 && parts[count - 1].empty())
        --count;
    std::string out;
    for (std::size_t i = 0; i < count; ++i) {
        append_varint(out, parts[i].size());
        out += parts[i];
    }
    return out;
}

namespace {

/// Reads the next part off `encoded`; false at its end or where it is malformed.
bool take_part(std::string_view& encoded, std::string_view& part) {
    std::uint64_t size = 0;
    if (encoded.empty() || !take_varint(encoded, size) || size > encoded.size()) return false;
    part = encoded.substr(0, static_cast<std::size_t>(size));
    encoded.remove_prefix(static_cast<std::size_t>(size));
    return true;
}

}  // namespace

std::vector<std::string_view> decode_row(std::string_view encoded) {
    std::vector<std::string_view> parts;
    for (std::string_view part; take_part(encoded, part);)
        parts.push_back(part);
    return parts;
}

bool row_is_sound(std::string_view encoded) {
    for (std::string_view part; !encoded.empty();) {
        if (!take_part(encoded, part) || !is_valid_utf8(part)) return false;
    }
    return true;
}

std::string_view row_part(Value row, std::size_t index) {
    std::string_view encoded = row.as_row();
    for (std::string_view part; take_part(encoded, part); --index) {
        if (index == 0) return part;
    }
    return {};
}

}  // namespace kith
