#include "exchange/cards/file_reading.h"

#include "exchange/cards/format.h"

namespace kith {

std::string_view FileReading::text() {
    if (!is_decoded_) {
        const Encoding encoding = encoding_of_text(bytes_);
        const bool marked = bytes_.starts_with("\xEF\xBB\xBF");
        if (marked || encoding != Encoding::utf8 || !is_valid_utf8(bytes_))
            bytes_ = to_utf8(bytes_, encoding);
        is_decoded_ = true;
    }
    return bytes_;
}

std::string_view FileReading::bytes_or_wide_text() {
    const Encoding encoding = encoding_of_text(bytes_);
    const bool wide = encoding == Encoding::utf16_little || encoding == Encoding::utf16_big;
    return wide ? text() : std::string_view(bytes_);
}

void FileReading::take() {
    read_.cards.push_back(builder_.take());
    ++entries_;
}

void FileReading::empty(std::size_t line) {
    read_.empty.push_back({file_, static_cast<std::uint32_t>(line)});
    ++entries_;
}

void FileReading::hide() {
    ++read_.hidden;
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
