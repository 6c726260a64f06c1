// Changes that are gathered, and how they are written as a frame.
#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <tuple>

#include "base/assertion.h"
#include "base/sorting.h"
#include "base/text.h"
#include "base/varint.h"
#include "journal/checksum.h"
#include "journal/frame_parts.h"
#include "journal/transaction.h"

namespace kith {

namespace {

constexpr std::size_t slice = 1024;  // changes between pauses

}  // namespace

Draft::Draft(Message label, TransactionKind kind) : label_(std::move(label)), kind_(kind) {}

void Draft::change(const Change& change) {
    Change kept = change;
    if (Value::holds_data(change.value.type()))
        kept.value = change.value.relocated(keeper_.keep(change.value.data()));
    changes_.push_back(kept);
}

RecordId Draft::create(Kind kind, Random& random) {
    const RecordId record = make_record_id(kind, random());
    create(record);
    return record;
}

namespace {

Value state_value(RecordState state) {
    return Value::integer(static_cast<int>(state));
}

}  // namespace

void Draft::create(RecordId record) {
    KITH_ASSERT(kind_of(record) != Kind::none);
    set(record, state_field(kind_of(record)), state_value(RecordState::live));
}
void Draft::trash(RecordId record) {
    set(record, state_field(kind_of(record)), state_value(RecordState::trashed));
}
void Draft::restore(RecordId record) {
    create(record);
}

void Draft::set(RecordId record, FieldId field, Value value) {
    change({record, field, ElementId{}, value});
}

void Draft::set_text(RecordId record, FieldId field, std::string_view text) {
    set(record, field, text.empty() ? Value{} : Value::text(text));
}

void Draft::add(RecordId record, FieldId field, std::string_view text) {
    change({record, field, element_of(text), Value::text(text)});
}

void Draft::add(RecordId record, FieldId field, RecordId reference) {
    change({record, field, element_of(reference), Value::reference(reference)});
}

void Draft::remove(RecordId record, FieldId field, ElementId element) {
    change({record, field, element, Value{}});
}

ElementId Draft::add_row(
    RecordId record, FieldId field, const std::vector<std::string_view>& parts, Random& random) {
    // One random start, then upwards: elements added together sort in the order they were added.
    last_row_ = last_row_ == 0 ? (random() >> 1) + 1 : last_row_ + 1;
    set_row(record, field, ElementId{last_row_}, parts);
    return ElementId{last_row_};
}

void Draft::set_row(
    RecordId record, FieldId field, ElementId element, const std::vector<std::string_view>& parts) {
    const std::string encoded = encode_row(parts);
    change({record, field, element, encoded.empty() ? Value{} : Value::row(encoded)});
}

void Draft::append(Draft other) {
    changes_.insert(changes_.end(), other.changes_.begin(), other.changes_.end());
    keeper_.take_over(std::move(other.keeper_));
    other.changes_.clear();
}

Slices Draft::take_changes(std::vector<Change>& sorted) {
    boost::unordered_flat_map<RecordId, std::uint32_t, IdHash> order;
    struct Placed {
        std::uint32_t record;
        std::uint32_t index;
    };
    std::vector<Placed> placed;
    placed.reserve(changes_.size());
    for (std::uint32_t i = 0; i < changes_.size(); ++i) {
        if (i % slice == slice - 1) co_await next_slice;
        const auto next = static_cast<std::uint32_t>(order.size());
        placed.push_back({order.try_emplace(changes_[i].record, next).first->second, i});
    }
    co_await sort_in_slices(placed, [this](const Placed& a, const Placed& b) {
        const Change& left = changes_[a.index];
        const Change& right = changes_[b.index];
        return std::tie(a.record, left.field, left.element, a.index) <
            std::tie(b.record, right.field, right.element, b.index);
    });
    sorted.clear();
    sorted.reserve(placed.size());
    for (std::size_t i = 0; i < placed.size(); ++i) {
        if (i % slice == slice - 1) co_await next_slice;
        const Change& change = changes_[placed[i].index];
        const bool again = !sorted.empty() && sorted.back().record == change.record &&
            sorted.back().field == change.field && sorted.back().element == change.element;
        if (again)
            sorted.back() = change;
        else
            sorted.push_back(change);
    }
    changes_.clear();
}

std::vector<Change> Draft::take_changes() {
    std::vector<Change> sorted;
    take_changes(sorted).finish();
    return sorted;
}

ElementId element_of(std::string_view text) {
    return ElementId{hash_text(text)};
}
ElementId element_of(RecordId reference) {
    return ElementId{reference.value};
}

// Writing --------------------------------------------------------------------------------------------

namespace {

void append_u64(std::string& out, std::uint64_t value) {
    for (int i = 0; i < 8; ++i)
        out += static_cast<char>(value >> (8 * i));
}

void append_string(std::string& out, std::string_view text) {
    append_varint(out, text.size());
    out += text;
}

void append_stamp(std::string& out, Stamp stamp) {
    append_u64(out, stamp.ticks);
    append_u64(out, stamp.replica.value);
}

void append_value(std::string& out, const Change& change) {
    const Value& value = change.value;
    const bool element = change.element &&
        change.element != ElementId{value.type() == ValueType::reference ? value.bits() : 0};
    // The element of a reference set is the reference itself, and need not be said twice; 0x20 says so.
    const bool own_element = change.element && !element;
    out += static_cast<char>(
        static_cast<unsigned>(value.type()) | (element ? has_element : 0U) | (own_element ? 0x20U : 0U));
    if (element) append_u64(out, change.element.value);
    switch (value.type()) {
        case ValueType::none: break;
        case ValueType::boolean: out += static_cast<char>(value.bits()); break;
        case ValueType::integer:
        case ValueType::instant: append_varint(out, zigzag(static_cast<std::int64_t>(value.bits()))); break;
        case ValueType::date: append_varint(out, value.bits()); break;
        case ValueType::reference: append_u64(out, value.bits()); break;
        case ValueType::text:
        case ValueType::row:
        case ValueType::bytes: append_string(out, value.data()); break;
    }
}

}  // namespace

void append_frame(std::string& out, const Draft& header_of, Stamp stamp, const std::vector<Change>& changes) {
    append_frame_in_slices(out, header_of, stamp, changes).finish();
}

Slices append_frame_in_slices(
    std::string& out, const Draft& header_of, Stamp stamp, const std::vector<Change>& changes) {
    const std::size_t start = out.size();
    out.append(frame_header_size, '\0');
    append_stamp(out, stamp);
    out += static_cast<char>(header_of.kind());
    const bool targeted =
        header_of.kind() == TransactionKind::undo || header_of.kind() == TransactionKind::redo;
    if (targeted) append_stamp(out, header_of.target());
    if (header_of.kind() == TransactionKind::pack) {
        append_u64(out, header_of.packed().until);
        append_varint(out, header_of.packed().count);
    }
    if (header_of.kind() == TransactionKind::merge || header_of.kind() == TransactionKind::pack) {
        append_varint(out, header_of.merged().size());
        for (const StampRange& range : header_of.merged()) {
            append_stamp(out, {range.first, range.replica});
            append_u64(out, range.last);
        }
    }
    append_string(out, header_of.label().key);
    append_varint(out, header_of.label().arguments.size());
    for (const Argument& argument : header_of.label().arguments)
        append_string(out, kept_text(argument));
    append_varint(out, changes.size());
    for (std::size_t i = 0; i < changes.size();) {
        std::size_t end = i;
        while (end < changes.size() && changes[end].record == changes[i].record)
            ++end;
        if (i / slice != end / slice) co_await next_slice;
        append_u64(out, changes[i].record.value);
        append_varint(out, end - i);
        std::uint16_t last = 0;
        for (; i < end; ++i) {
            KITH_ASSERT(changes[i].field.kind() == kind_of(changes[i].record));  // or no reader takes it
            append_varint(out, zigzag(std::int64_t{changes[i].field.value} - last));
            last = changes[i].field.value;
            append_value(out, changes[i]);
        }
    }
    const std::string_view payload = std::string_view(out).substr(start + frame_header_size);
    KITH_ASSERT(payload.size() <= UINT32_MAX);
    std::string head;
    append_u32(head, static_cast<std::uint32_t>(payload.size()));
    append_u32(head, checksum(payload));
    out.replace(start, frame_header_size, head);
}

}  // namespace kith
