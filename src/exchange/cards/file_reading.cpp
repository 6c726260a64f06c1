#include "exchange/cards/file_reading.h"

#include <algorithm>

#include "exchange/cards/format.h"

namespace kith {

namespace {

constexpr std::size_t piece_size = std::size_t{512} << 10;

/// So much of the text that no letter of UTF-8 is cut.
std::string_view first_piece(std::string_view text) {
    std::size_t size = std::min(text.size(), piece_size);
    for (int i = 0; i < 3 && size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80;
        ++i)
        --size;
    return text.substr(0, size);
}

/// How much of a text that is not whole UTF-8 would be.
struct Utf8Likeness {
    std::size_t letters = 0;  // of several bytes
    std::size_t broken = 0;

    void add(std::string_view text) {
        for (std::size_t i = 0; i < text.size();) {
            if (static_cast<unsigned char>(text[i]) < 0x80) {
                ++i;
                continue;
            }
            const std::size_t length = decode_utf8(text.substr(i)).length;
            ++(length > 1 ? letters : broken);
            i += length;
        }
    }
};

}  // namespace

Slices FileReading::decode(bool decodes_itself) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    constexpr std::size_t beginning = 512;
    Encoding encoding = detect_encoding(std::string_view(bytes_).substr(0, beginning));
    const bool wide = encoding == Encoding::utf16_little || encoding == Encoding::utf16_big;
    if (text_.starts_with(byte_order_mark)) text_.remove_prefix(byte_order_mark.size());
    if (!wide) {
        if (decodes_itself) co_return;
        bool valid = true;
        for (std::string_view rest = text_; !rest.empty() && valid;) {
            const std::string_view piece = first_piece(rest);
            valid = is_valid_utf8(piece);
            rest.remove_prefix(piece.size());
            co_await next_slice;
        }
        if (valid) co_return;
        Utf8Likeness likeness;
        for (std::string_view rest = text_; !rest.empty();) {
            const std::string_view piece = first_piece(rest);
            likeness.add(piece);
            rest.remove_prefix(piece.size());
            co_await next_slice;
        }
        encoding = likeness.letters >= likeness.broken ? Encoding::utf8 : Encoding::windows_1252;
    }
    std::string decoded;
    decoded.reserve(wide ? bytes_.size() / 2 + bytes_.size() / 4 : bytes_.size() + bytes_.size() / 8);
    for (std::string_view rest = bytes_; !rest.empty();) {
        std::string_view piece = encoding == Encoding::utf8 ? first_piece(rest) : rest.substr(0, piece_size);
        if (wide && piece.size() == piece_size) {  // both halves of a letter outside the first plane
            const auto last =
                static_cast<unsigned char>(piece[piece.size() - (encoding == Encoding::utf16_big ? 2 : 1)]);
            if (last >= 0xD8 && last < 0xDC) piece.remove_suffix(2);
        }
        decoded += to_utf8(piece, encoding);
        rest.remove_prefix(piece.size());
        co_await next_slice;
    }
    bytes_ = std::move(decoded);
    text_ = bytes_;
}

void FileReading::take() {
    read_.cards.push_back(builder_.take());
    ++entries_;
}

void FileReading::empty(std::size_t line) {
    read_.empty.push_back({file_, static_cast<std::uint32_t>(line)});
    ++entries_;
}

void FileReading::hide(std::size_t line) {
    read_.hidden.push_back({file_, static_cast<std::uint32_t>(line)});
    ++hidden_;
    ++entries_;
}

void FileReading::group(CardGroup group) {
    read_.groups.push_back(std::move(group));
    ++entries_;
}

void FileReading::notice(Message message) {
    notices_.add(
        {.kind = ErrorKind::bad_input, .message = std::move(message), .file = name_, .line = 0, .field = {}});
}

}  // namespace kith
