#include "journal/transaction.h"

#include <bit>
#include <cstring>

#include "base/text.h"
#include "base/varint.h"
#include "journal/checksum.h"
#include "journal/frame_parts.h"
#include "journal/seal.h"

namespace kith {

namespace {

template <typename Word>
bool take_word(std::string_view& bytes, Word& value) {
    if (bytes.size() < sizeof(Word)) return false;
    static_assert(std::endian::native == std::endian::little);
    std::memcpy(&value, bytes.data(), sizeof(Word));
    bytes.remove_prefix(sizeof(Word));
    return true;
}

bool take_string(std::string_view& bytes, std::string_view& text) {
    std::uint64_t size = 0;
    if (!take_varint(bytes, size) || size > bytes.size()) return false;
    text = bytes.substr(0, static_cast<std::size_t>(size));
    bytes.remove_prefix(static_cast<std::size_t>(size));
    return true;
}

bool take_stamp(std::string_view& bytes, Stamp& stamp) {
    return take_word(bytes, stamp.ticks) && take_word(bytes, stamp.replica.value);
}

bool take_value(std::string_view& bytes, Change& change) {
    if (bytes.empty()) return false;
    const auto tag = static_cast<unsigned char>(bytes[0]);
    bytes.remove_prefix(1);
    const unsigned type_number = tag & 0x0fU;
    if ((tag & 0xc0U) != 0 || (tag & 0x30U) == 0x30U || type_number > static_cast<unsigned>(ValueType::bytes))
        return false;
    const auto type = static_cast<ValueType>(type_number);
    change.element = ElementId{};
    if ((tag & has_element) != 0 && !take_word(bytes, change.element.value)) return false;

    std::uint64_t bits = 0;
    std::string_view data;
    switch (type) {
        case ValueType::none: break;
        case ValueType::boolean:
            if (bytes.empty() || static_cast<unsigned char>(bytes[0]) > 1) return false;
            bits = static_cast<unsigned char>(bytes[0]);
            bytes.remove_prefix(1);
            break;
        case ValueType::integer:
        case ValueType::instant:
            if (!take_varint(bytes, bits)) return false;
            bits = static_cast<std::uint64_t>(unzigzag(bits));
            break;
        case ValueType::date:
            if (!take_varint(bytes, bits) || bits >> 24 != 0) return false;
            if (!PartialDate::unpack(static_cast<std::uint32_t>(bits)).valid()) return false;
            break;
        case ValueType::reference:
            if (!take_word(bytes, bits)) return false;
            break;
        case ValueType::text:
            if (!take_string(bytes, data) || !is_valid_utf8(data)) return false;
            break;
        case ValueType::row:
            if (!take_string(bytes, data) || !row_is_sound(data)) return false;
            break;
        case ValueType::bytes:
            if (!take_string(bytes, data)) return false;
            break;
    }
    change.value = Value::raw(type, bits, data);
    if ((tag & 0x20U) != 0) {
        if (type != ValueType::reference) return false;
        change.element = ElementId{bits};
    }
    return true;
}

bool take_ranges(std::string_view& bytes, std::vector<StampRange>& ranges) {
    std::uint64_t count = 0;
    if (!take_varint(bytes, count) || count > bytes.size()) return false;  // each takes more than a byte
    for (; count > 0; --count) {
        Stamp first;
        std::uint64_t last = 0;
        if (!take_stamp(bytes, first) || !take_word(bytes, last) || last < first.ticks) return false;
        ranges.push_back({first.replica, first.ticks, last});
    }
    return true;
}

/// A stamp of the far future would leave no room for later ones.
bool is_possible(Stamp stamp) {
    return stamp && stamp.replica && stamp.ticks >> tick_bits == 0;
}

}  // namespace

FrameReader::Next FrameReader::next() {
    header_ = {};
    changes_ = {};
    left_in_record_ = 0;
    sound_ = true;
    if (rest_.empty()) return Next::end;

    std::string_view bytes = rest_;
    std::uint32_t length = 0;
    std::uint32_t expected = 0;
    if (!take_word(bytes, length) || !take_word(bytes, expected) || length > bytes.size())
        return Next::damaged;
    std::string_view payload = bytes.substr(0, length);
    if (checksum(payload) != expected) return Next::damaged;

    std::uint64_t arguments = 0;
    if (!take_stamp(payload, header_.stamp) || !is_possible(header_.stamp) || payload.empty())
        return Next::damaged;
    const auto kind = static_cast<unsigned char>(payload[0]);
    payload.remove_prefix(1);
    if (kind > static_cast<unsigned>(TransactionKind::pack)) return Next::too_new;
    header_.kind = static_cast<TransactionKind>(kind);
    const bool targeted = header_.kind == TransactionKind::undo || header_.kind == TransactionKind::redo;
    if (targeted && !take_stamp(payload, header_.target)) return Next::damaged;
    const bool packs = header_.kind == TransactionKind::pack;
    if (packs && (!take_word(payload, header_.packed.until) || !take_varint(payload, header_.packed.count)))
        return Next::damaged;
    if ((packs || header_.kind == TransactionKind::merge) && !take_ranges(payload, header_.merged))
        return Next::damaged;
    if (!take_string(payload, header_.label_key) || !take_varint(payload, arguments)) return Next::damaged;
    if (arguments > payload.size()) return Next::damaged;
    for (; arguments > 0; --arguments) {
        std::string_view argument;
        if (!take_string(payload, argument)) return Next::damaged;
        header_.label_arguments.push_back(argument);
    }
    if (!take_varint(payload, header_.change_count)) return Next::damaged;
    changes_ = payload;
    frame_ = rest_.substr(0, frame_header_size + length);
    rest_.remove_prefix(frame_.size());
    return Next::frame;
}

bool FrameReader::next_change(Change& change) {
    if (!sound_ || (changes_.empty() && left_in_record_ == 0)) return false;
    sound_ = false;
    if (left_in_record_ == 0) {
        if (!take_word(changes_, record_.value) || !take_varint(changes_, left_in_record_)) return false;
        if (kind_of(record_) == Kind::none || left_in_record_ == 0) return false;
        last_field_ = 0;
    }
    std::uint64_t step = 0;
    if (!take_varint(changes_, step)) return false;
    const std::int64_t field = last_field_ + unzigzag(step);
    if (field < 0 || field > 0xffff) return false;
    last_field_ = static_cast<std::uint16_t>(field);
    change.record = record_;
    change.field = FieldId(last_field_);
    if (change.field.kind() != kind_of(record_) || !take_value(changes_, change)) return false;
    --left_in_record_;
    sound_ = true;
    return true;
}

bool frame_is_sound(std::string_view frame) {
    FrameReader reader(frame);
    if (reader.next() != FrameReader::Next::frame) return false;
    std::uint64_t count = 0;
    for (Change change; reader.next_change(change);)
        ++count;
    return reader.changes_were_sound() && count == reader.header().change_count;
}

std::string file_header() {
    std::string header(file_magic);
    append_u32(header, file_version);
    return header;
}

Result<std::string_view> frames_of(std::string_view file) {
    const auto head = head_of(file);
    if (!head) return std::unexpected(head.error());
    if (head->sealed()) return failure(ErrorKind::locked, {"journal.locked", {}});
    return file.substr(head->bytes.size());
}

}  // namespace kith
