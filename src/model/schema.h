// What there is: every kind of record and every field of it, in one table (schema.cpp). Forms, journal,
// JSON, CSV, search and redaction read that table; a new field is one line in it.
//
// Numbers of kinds and fields are written to disk: never change or reuse one.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/ids.h"
#include "model/value.h"

namespace kith {

enum class Kind : std::uint8_t {
    none = 0,
    person = 1,
    organisation = 2,
    affiliation = 3,
    tie = 4,
    interaction = 5,
    favour = 6,
    mentorship = 7,
    event = 8,
    project = 9,
    goal = 10,
    milestone = 11,
    action = 12,
    opportunity = 13,
    insight = 14,
    achievement = 15,
    challenge = 16,
    celebration = 17,
    setting = 18,
    saved_filter = 19,
};

/// A record's id says what kind it is: the kind in the top 6 bits, 58 random bits below (a million records
/// of one kind collide with a chance of two in a million). So no two devices can disagree on a kind.
constexpr RecordId make_record_id(Kind kind, std::uint64_t random) {
    constexpr std::uint64_t low = (std::uint64_t{1} << 58) - 1;
    return RecordId{static_cast<std::uint64_t>(kind) << 58 | (random & low)};
}
constexpr Kind kind_of(RecordId record) {
    return static_cast<Kind>(record.value >> 58);
}
inline constexpr std::size_t kind_limit = 64;

/// Kind in the high byte, number within the kind in the low byte. Number 0 of each kind is its state.
struct FieldId {
    std::uint16_t value = 0;

    constexpr FieldId() = default;
    constexpr explicit FieldId(std::uint16_t v) : value(v) {}
    constexpr FieldId(Kind kind, std::uint8_t number)
        : value(static_cast<std::uint16_t>(static_cast<unsigned>(kind) << 8 | number)) {}
    constexpr Kind kind() const { return static_cast<Kind>(value >> 8); }
    constexpr std::uint8_t number() const { return static_cast<std::uint8_t>(value & 0xff); }
    constexpr auto operator<=>(const FieldId&) const = default;
};

/// How a field is edited, shown and read from text. What it stores is `stored_as`.
enum class FieldType : std::uint8_t {
    text,       // one line
    long_text,  // several lines
    choice,     // one of `options`, stored as the option's key
    boolean,
    integer,
    date,  // may be partial
    instant,
    reference,  // to a record of kind `target`
    photo,      // an encoded picture (JPEG, PNG, WebP)
    text_set,   // tags, skills; from `options` where there are some
    reference_set,
    rows,  // structured list; `parts` names the parts of a row
};

constexpr bool is_collection(FieldType type) {
    return type == FieldType::text_set || type == FieldType::reference_set || type == FieldType::rows;
}

/// Registers merge by the latest stamp. In collections each element is a register of its own.
constexpr ValueType stored_as(FieldType type) {
    switch (type) {
        case FieldType::text:
        case FieldType::long_text:
        case FieldType::choice:
        case FieldType::text_set: return ValueType::text;
        case FieldType::boolean: return ValueType::boolean;
        case FieldType::integer: return ValueType::integer;
        case FieldType::date: return ValueType::date;
        case FieldType::instant: return ValueType::instant;
        case FieldType::reference:
        case FieldType::reference_set: return ValueType::reference;
        case FieldType::photo: return ValueType::bytes;
        case FieldType::rows: return ValueType::row;
    }
    return ValueType::none;
}

/// Flags of a field.
enum FieldFlag : std::uint8_t {
    plain = 0,
    searched = 1,   // the finder looks in it
    hidden = 2,     // no form shows it (bookkeeping)
    sensitive = 4,  // left out of what is shared or published
};

struct FieldSpec {
    FieldId id;
    std::string_view key;    // "given_name": JSON member, CSV column, command line
    std::string_view label;  // English; a translation may override it as field.person.given_name
    FieldType type = FieldType::text;
    std::uint8_t flags = plain;
    std::string_view group;  // forms show fields of one group together: "name", "reach", "work" …
    std::string_view
        vcard;  // property of RFC 6350 that it maps to one to one; empty: none, or by hand in exchange/
    std::string_view list;     // choices: option keys; rows: part names; separated by spaces
    Kind target = Kind::none;  // of references; none: any

    bool has(FieldFlag flag) const { return (flags & flag) != 0; }
};

struct KindSpec {
    Kind kind;
    std::string_view key;  // "person"; what people call it is in model/labels.h
};

std::span<const KindSpec> all_kinds();
std::span<const FieldSpec> all_fields();  // sorted by id
std::span<const FieldSpec> fields_of(Kind kind);
const KindSpec* find_kind(Kind kind);
const KindSpec* find_kind(std::string_view key);
/// Nothing for a field that this version doesn't know (written by a newer one): it is kept untouched. O(1).
const FieldSpec* find_field(FieldId id);
const FieldSpec* find_field(Kind kind, std::string_view key);

/// The place of a part in a rows field ("kind" of contact_points → 0), or npos.
std::size_t part_index(const FieldSpec& field, std::string_view part);
std::vector<std::string_view> list_of(const FieldSpec& field);

/// The place of an option in a field's list, counted from 1: what the enums of fields.h are. 0 for an empty
/// key, 255 for one that is not in the list. O(options).
std::uint8_t option_number(FieldId field, std::string_view key);
/// The other way round; empty for 0 and for numbers that the field has no option for. O(options).
std::string_view option_key(FieldId field, std::uint8_t number);

/// What a record's state field holds: absent (never created, or its creation undone), live, in the trash,
/// or gone from the trash too (emptied by hand; its content is cleared).
enum class RecordState : std::uint8_t { absent = 0, live = 1, trashed = 2, erased = 3 };

constexpr FieldId state_field(Kind kind) {
    return FieldId(kind, 0);
}

}  // namespace kith
