#include "exchange/cards/format.h"

namespace kith {

Encoding encoding_of_text(std::string_view bytes) {
    const Encoding guess = detect_encoding(bytes);
    if (guess != Encoding::windows_1252) return guess;
    std::size_t sequences = 0;
    std::size_t broken = 0;
    for (std::size_t i = 0; i < bytes.size();) {
        if (static_cast<unsigned char>(bytes[i]) < 0x80) {
            ++i;
            continue;
        }
        const auto [point, length] = decode_utf8(bytes.substr(i));
        ++(length > 1 ? sequences : broken);
        i += length;
    }
    return sequences >= broken ? Encoding::utf8 : Encoding::windows_1252;
}

std::string_view FileContent::text() const {
    constexpr std::size_t sample_size = 64 * 1024;
    if (is_binary_) return {};
    const std::string_view sample = bytes_.substr(0, sample_size);
    if (!decoded_) decoded_ = to_utf8(sample, encoding_of_text(sample));
    return trim(*decoded_);
}

}  // namespace kith
