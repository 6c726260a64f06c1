// A value of a field: small, typed, and a view. Text, rows and bytes point into memory owned by whoever
// made the value (a Draft's arena, or the journal's own bytes for everything in a workspace); numbers,
// dates and references are held inside. 16 bytes; copying is free.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/assertion.h"
#include "base/dates.h"
#include "base/ids.h"

namespace kith {

enum class ValueType : std::uint8_t { none, boolean, integer, text, date, instant, reference, row, bytes };

class Value {
public:
    constexpr Value() = default;  // none: the field is empty

    static Value boolean(bool value) { return Value(ValueType::boolean, value ? 1 : 0); }
    static Value integer(std::int64_t value) {
        return Value(ValueType::integer, static_cast<std::uint64_t>(value));
    }
    static Value text(std::string_view text) { return Value(ValueType::text, text); }
    static Value date(const PartialDate& date) { return Value(ValueType::date, date.pack()); }
    static Value day(Day day) { return date(PartialDate{std::chrono::year_month_day{day}}); }
    static Value instant(Instant instant) {
        return Value(ValueType::instant, static_cast<std::uint64_t>(instant.time_since_epoch().count()));
    }
    static Value reference(RecordId record) { return Value(ValueType::reference, record.value); }
    static Value bytes(std::string_view bytes) { return Value(ValueType::bytes, bytes); }
    /// `encoded` as encode_row writes it.
    static Value row(std::string_view encoded) { return Value(ValueType::row, encoded); }
    /// From parts a decoder has read: `bits` for inline types, `data` for text, row and bytes.
    static Value raw(ValueType type, std::uint64_t bits, std::string_view data) {
        return holds_data(type) ? Value(type, data) : Value(type, bits);
    }

    static constexpr bool holds_data(ValueType type) {
        return type == ValueType::text || type == ValueType::row || type == ValueType::bytes;
    }

    ValueType type() const { return type_; }
    bool empty() const { return type_ == ValueType::none; }

    // Each gives a zero, empty or "none" when the value is of another type.
    bool as_boolean() const { return type_ == ValueType::boolean && bits_ != 0; }
    std::int64_t as_integer() const {
        return type_ == ValueType::integer ? static_cast<std::int64_t>(bits_) : 0;
    }
    std::string_view as_text() const { return type_ == ValueType::text ? data() : std::string_view{}; }
    std::string_view as_bytes() const { return type_ == ValueType::bytes ? data() : std::string_view{}; }
    std::string_view as_row() const { return type_ == ValueType::row ? data() : std::string_view{}; }
    PartialDate as_date() const {
        return type_ == ValueType::date ? PartialDate::unpack(static_cast<std::uint32_t>(bits_))
                                        : PartialDate{};
    }
    Instant as_instant() const {
        return Instant{
            std::chrono::milliseconds{type_ == ValueType::instant ? static_cast<std::int64_t>(bits_) : 0}};
    }
    RecordId as_reference() const { return RecordId{type_ == ValueType::reference ? bits_ : 0}; }

    /// The bytes of text, row or bytes; empty for other types.
    std::string_view data() const {
        return holds_data(type_) ? std::string_view(data_, size_) : std::string_view{};
    }
    /// The bits of the inline types; 0 for other types.
    std::uint64_t bits() const { return holds_data(type_) ? 0 : bits_; }

    /// The same value pointing at another copy of its data.
    Value relocated(std::string_view copy) const { return Value(type_, copy); }

    bool operator==(const Value& other) const {
        return type_ == other.type_ && (holds_data(type_) ? data() == other.data() : bits_ == other.bits_);
    }

private:
    constexpr Value(ValueType type, std::uint64_t bits) : type_(type), bits_(bits) {
        KITH_ASSERT(!holds_data(type));
    }
    Value(ValueType type, std::string_view data)
        : type_(type), size_(static_cast<std::uint32_t>(data.size())), data_(data.data()) {
        KITH_ASSERT(holds_data(type) && data.size() == size_);
    }

    ValueType type_ = ValueType::none;
    std::uint32_t size_ = 0;
    union {
        std::uint64_t bits_ = 0;
        const char* data_;
    };
};

/// A row is one element of a structured list (a contact point, an address): texts whose meaning the
/// schema's `parts` give, in order. Trailing empty parts are left out, so parts can be added later.
std::string encode_row(const std::vector<std::string_view>& parts);
std::vector<std::string_view> decode_row(std::string_view encoded);
/// Whether an encoding read from outside is whole and all its parts are UTF-8. O(bytes).
bool row_is_sound(std::string_view encoded);
/// One part; empty if the row has fewer. Malformed encodings read as empty parts. O(index).
std::string_view row_part(Value row, std::size_t index);

}  // namespace kith
