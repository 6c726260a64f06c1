// What tables share, whatever their rows are about: finding the row of headings, and saying what is odd.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "base/slices.h"
#include "exchange/cards/card.h"
#include "exchange/cards/written_dates.h"
#include "exchange/tables/csv.h"

namespace kith {

/// Where a table begins.
struct TableHeader {
    char separator = ',';
    std::size_t records_before = 0;  // LinkedIn writes a note above the headings
};

/// Whether these are the headings of a certain kind of table.
using AreHeadings = bool (*)(std::span<const std::string_view> record);

/// Looks for the headings among the first records, as each separator parts them, and in the first 64 KB of the text; in
/// some thousand fields at most.
std::optional<TableHeader> find_header(std::string_view text, AreHeadings are_headings);

/// Whether one of the headings is this one, in capitals or not.
bool has_heading(std::span<const std::string_view> headings, std::string_view wanted);

bool is_blank(std::span<const std::string_view> record);

/// What is odd about the row that was just read.
void note_problem(const CsvReader& reader, CardBuilder& builder);
/// Values behind the last heading: each is kept by the number of its column, those beyond what a record holds are
/// counted.
Slices keep_more_fields(const CsvReader& reader, std::size_t headings, CardBuilder& builder);
/// A date that is none: said, and kept as a property.
void keep_unread_date(
    CardBuilder& builder, WrittenDate::Reading reading, std::string_view text, std::string_view heading);

}  // namespace kith
