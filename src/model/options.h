// Fields whose values code speaks of by name: choices, sets of options, and lists whose rows have parts.
// fields.h declares an enum for each, under the field's own name, so that the field is `favour::stage`, an
// option of it `favour::stage::thanked`, and a part of a row `person::contact_points::value`:
//
//     if (workspace.choice(favour, favour::stage) == favour::stage::done)
//         draft.set(favour, favour::stage, favour::stage::thanked);
//
// (C++ lets a variable and an enum of one scope share a name: before `::` it is the enum, elsewhere the
// variable; the type alone is spelled `enum favour::stage`.) options.cpp compares each enum with the table: a
// missing, misspelt or misplaced name does not compile, nor does an option of another field. What is stored is
// the option's key, as ever; the numbers of these enums are never written.
#pragma once

#include <concepts>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/enums.h"
#include "model/schema_table.h"

namespace kith {

/// Never defined: calling it at compile time is the error message.
FieldId no_such_field();

/// The id of a field by kind and key; fails to compile if there is none.
consteval FieldId field_id(Kind kind, std::string_view key) {
    const schema_table::Range range = schema_table::ranges[static_cast<std::size_t>(kind)];
    for (std::size_t i = range.begin; i < range.end; ++i) {
        if (schema_table::fields[i].key == key) return schema_table::fields[i].id;
    }
    return no_such_field();
}
/// The same, if it is of that type.
consteval FieldId field_id(Kind kind, std::string_view key, FieldType type) {
    const FieldId id = field_id(kind, key);
    const schema_table::Range range = schema_table::ranges[static_cast<std::size_t>(kind)];
    return schema_table::fields[range.begin + id.number()].type == type ? id : no_such_field();
}

/// What an enum of options calls a text that this version does not know: a newer one wrote it.
inline constexpr std::uint8_t unknown_option = 255;

/// An option as far as this version knows it: what it does not know counts as none.
template <typename Names>
constexpr Names known(Names option) {
    return option == Names::unknown ? Names::none : option;
}

/// A field of the table whose options have names. `Names` is an enum of none, the options, and unknown.
template <typename Names>
class NamedOptions : public FieldId {
public:
    consteval NamedOptions(FieldType type, Kind kind, std::string_view key)
        : FieldId(field_id(kind, key, type)) {}

    /// What is stored for an option: its key. Empty for none and unknown.
    std::string_view key(Names option) const { return option_key(*this, static_cast<std::uint8_t>(option)); }
    /// The option of that key; none for an empty text.
    Names option(std::string_view key) const { return static_cast<Names>(option_number(*this, key)); }
    Names option(Value value) const { return option(value.as_text()); }
};

/// A field that holds one option.
template <typename Names>
class ChoiceField : public NamedOptions<Names> {
public:
    consteval ChoiceField(Kind kind, std::string_view key)
        : NamedOptions<Names>(FieldType::choice, kind, key) {}
};

/// A field that holds any number of options.
template <typename Names>
class ChoiceSetField : public NamedOptions<Names> {
public:
    consteval ChoiceSetField(Kind kind, std::string_view key)
        : NamedOptions<Names>(FieldType::text_set, kind, key) {}
};

/// A structured list. `Part` is an enum of the parts of its rows.
template <typename Part>
class RowsField : public FieldId {
public:
    consteval RowsField(Kind kind, std::string_view key) : FieldId(field_id(kind, key, FieldType::rows)) {}
};

template <typename Part>
concept PartName = std::is_scoped_enum_v<Part>;

/// Where a part stands in a row.
template <PartName Part>
constexpr std::size_t place_in_row(Part part) {
    return static_cast<std::size_t>(part);
}

/// One part of a row by name; empty if the row has fewer.
template <PartName Part>
std::string_view row_part(Value row, Part part) {
    return row_part(row, static_cast<std::size_t>(part));
}

/// One part of a row that was decoded; empty if it has fewer.
template <PartName Part>
std::string_view part_of(std::span<const std::string_view> parts, Part part) {
    const auto place = static_cast<std::size_t>(part);
    return place < parts.size() ? parts[place] : std::string_view{};
}

/// Sets one part of a row that was decoded.
template <PartName Part>
void set_part(std::vector<std::string_view>& parts, Part part, std::string_view text) {
    const auto place = static_cast<std::size_t>(part);
    if (parts.size() <= place) parts.resize(place + 1);
    parts[place] = text;
}

/// A text for one part of a row.
template <PartName Part>
struct PartText {
    Part part;
    std::string_view text;
};

/// The parts of a row from those that have a text, in any order.
template <PartName Part>
std::vector<std::string_view> parts_of(std::initializer_list<PartText<Part>> texts) {
    std::vector<std::string_view> parts(count_of<Part>());
    for (const PartText<Part>& text : texts)
        parts[static_cast<std::size_t>(text.part)] = text.text;
    return parts;
}

}  // namespace kith
