// The columns of Kith's own CSV, as it is written and read again: one for each field of a person by its key, then
// numbered ones for what there are several of, named as Google Contacts names them ("E-mail 1 - Value"). Programs that
// read Google's files find the most of it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/schema.h"

namespace kith {

/// Whether a field has a column of its own: what is one value, or a set of texts.
bool has_sheet_column(const FieldSpec& field);

/// Columns for one list of a person, or their jobs.
struct SheetList {
    enum class Holds : std::uint8_t { rows, jobs };
    /// A column of each number.
    struct Column {
        std::string_view name;  // "Label"
        std::size_t part = 0;   // of the row; of jobs a SheetJob
        bool only_if_used = false;
    };

    std::string_view name;  // "E-mail"
    Holds holds = Holds::rows;
    FieldId field = {};
    std::string_view kind = {};  // of contact points; empty: those of no other list, and other fields' rows
    std::vector<Column> columns;
};

enum class SheetJob : std::uint8_t { organisation, role, department, place, from, to, past, brought, notes };

/// All of them, in the order of the table.
std::span<const SheetList> sheet_lists();

/// What stands in the column called so: "E-mail 2 - Value".
struct SheetHeading {
    const SheetList* list = nullptr;
    const SheetList::Column* column = nullptr;
    std::size_t number = 0;  // from 1
};
std::optional<SheetHeading> sheet_heading(std::string_view heading);
std::string heading_of(const SheetList& list, std::size_t number, const SheetList::Column& column);

/// The column that says of a row who it is about: only Kith's tables have it.
inline constexpr std::string_view uid_heading = "uid";

}  // namespace kith
