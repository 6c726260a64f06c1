// The lines of vCards (see reader.h): where they end, which of them go on with the one before, and which begin or end
// a card.
#include <algorithm>
#include <cstring>

#include "base/text.h"
#include "exchange/vcard/reader.h"

namespace kith {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool starts_with_word(std::string_view text, std::string_view word) {
    if (text.size() < word.size()) return false;
    return std::ranges::equal(text.substr(0, word.size()), word,
        [](char a, char b) { return (a >= 'a' && a <= 'z' ? static_cast<char>(a - 32) : a) == b; });
}

std::string_view without_blanks(std::string_view text) {
    for (;;) {
        const std::size_t start = std::min(text.find_first_not_of(" \t\v\f"), text.size());
        text.remove_prefix(start);
        if (!text.starts_with(byte_order_mark)) return text;
        text.remove_prefix(byte_order_mark.size());
    }
}

bool is_in_names(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

/// "BEGIN :" of "BEGIN : VCARD" goes.
bool take_word_and_colon(std::string_view& text, std::string_view word) {
    if (!starts_with_word(text, word)) return false;
    const std::string_view rest = without_blanks(text.substr(word.size()));
    if (!rest.starts_with(':')) return false;
    text = rest.substr(1);
    return true;
}

}  // namespace

/// Looks no further than the longest value reaches.
std::size_t VcardReader::find_line_end() {
    const std::size_t limit = std::min(bytes_.size(), at_ + longest_value);
    const bool known = line_feed_ >= at_ && line_feed_ < looked_until_;
    if (!known) {
        looked_until_ = std::max(looked_until_, at_);
        if (looked_until_ < limit) {
            const void* const found = std::memchr(bytes_.data() + looked_until_, '\n', limit - looked_until_);
            const auto* const there = static_cast<const char*>(found);
            line_feed_ = there != nullptr ? static_cast<std::size_t>(there - bytes_.data()) : limit;
            looked_until_ = there != nullptr ? line_feed_ + 1 : limit;
        }
    }
    const bool has_line_feed = line_feed_ >= at_ && line_feed_ < looked_until_;
    const std::size_t end = has_line_feed ? std::min(line_feed_, limit) : limit;
    const void* const carriage_return = std::memchr(bytes_.data() + at_, '\r', end - at_);
    return carriage_return != nullptr
        ? static_cast<std::size_t>(static_cast<const char*>(carriage_return) - bytes_.data())
        : end;
}

/// One physical line, without its end.
std::string_view VcardReader::take_line() {
    const std::size_t start = at_;
    at_ = find_line_end();
    const std::string_view line = bytes_.substr(start, at_ - start);
    if (at_ == bytes_.size()) return line;
    if (bytes_[at_] != '\n' && bytes_[at_] != '\r') {
        skips_line_ = true;
        return line;
    }
    if (bytes_[at_] == '\r' && at_ + 1 < bytes_.size() && bytes_[at_ + 1] == '\n') ++at_;
    ++at_;
    ++line_;
    return line;
}

/// Goes on over a line that is too long, one length at a time.
void VcardReader::skip_line() {
    skips_line_ = false;
    (void)take_line();
}

void VcardReader::begin_again_at(std::string_view rest, std::uint32_t line) {
    at_ = static_cast<std::size_t>(rest.data() - bytes_.data());
    line_ = line;
    skips_line_ = false;
    is_mid_line_ = true;
}

std::string_view VcardReader::without_indent(std::string_view line) const {
    if (!open_.empty() && line.starts_with(open_.back().indent))
        line.remove_prefix(open_.back().indent.size());
    return line;
}

/// Whether the next line is folded onto this one: it begins with a blank, and is not the beginning or end of a card
/// that somebody indented.
bool VcardReader::goes_on_folded() const {
    constexpr std::size_t longest_mark = 200;
    if (at_ >= bytes_.size()) return false;
    std::string_view line = without_indent(bytes_.substr(at_, longest_mark));
    if (!line.starts_with(' ') && !line.starts_with('\t')) return false;
    line = line.substr(0, line.find_first_of("\r\n"));
    return !is_marks_alone(line);
}

/// Takes "BEGIN:VCARD" or "END:VCARD" from the beginning of the text, with blanks and byte order marks before it.
VcardReader::Mark VcardReader::take_mark(std::string_view& text) {
    std::string_view rest = without_blanks(text);
    const Mark mark = take_word_and_colon(rest, "BEGIN") ? Mark::begin
        : take_word_and_colon(rest, "END")               ? Mark::end
                                                         : Mark::none;
    if (mark == Mark::none) return mark;
    constexpr std::string_view vcard = "VCARD";
    rest = without_blanks(rest);
    if (!starts_with_word(rest, vcard)) return Mark::none;
    rest.remove_prefix(vcard.size());
    if (!rest.empty() && is_in_names(rest[0])) {  // "VCARDS", or "END:VCARDBEGIN:VCARD"
        std::string_view after = rest;
        if (!take_word_and_colon(after, "BEGIN") && !take_word_and_colon(after, "END")) return Mark::none;
    }
    text = rest;
    return mark;
}

bool VcardReader::is_marks_alone(std::string_view line) {
    bool any = false;
    while (take_mark(line) != Mark::none)
        any = true;
    return any && without_blanks(line).empty();
}

/// Lines of a value, kept as they are until the last one is there.
void VcardReader::add_piece(std::string_view piece) {
    const bool too_many = pieces_.size() >= most_lines;
    const std::size_t room = too_many ? 0 : longest_value - std::min(longest_value, size_of_pieces_);
    piece = piece.substr(0, room);
    if (piece.empty() && (too_many || gathering_ != Gathering::quoted_printable)) return;
    pieces_.push_back(piece);
    size_of_pieces_ += piece.size();
}

std::string_view VcardReader::joined() {
    if (pieces_.empty()) return {};
    if (pieces_.size() == 1) return pieces_[0];
    std::string text;
    text.reserve(size_of_pieces_);
    for (const std::string_view piece : pieces_)
        text += piece;
    return open_.back().keep(std::move(text));
}

}  // namespace kith
