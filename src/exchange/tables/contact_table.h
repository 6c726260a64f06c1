// Tables of contacts: LinkedIn's Connections.csv, Google's and Outlook's CSV, Kith's own, and whatever
// else has a column of names or e-mail addresses. Columns are known by their names, never by their place;
// what a table calls otherwise is kept with the person under the name of its column.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/cards/card.h"
#include "exchange/cards/file_kind.h"
#include "exchange/cards/written_dates.h"
#include "exchange/tables/csv.h"

namespace kith {

/// Where a table begins and what it is.
struct TableHeader {
    FileKind kind = FileKind::unknown;
    char separator = ',';
    std::size_t records_before = 0;  // LinkedIn writes a note above the header
};

/// Finds the row of column names among the first records.
std::optional<TableHeader> find_table(std::string_view text);

/// What is odd about the row that was just read.
void note_problem(const CsvReader& reader, CardBuilder& builder);
/// A date that is none: said, and kept as a property.
void keep_unread_date(
    CardBuilder& builder, WrittenDate::Reading reading, std::string_view text, std::string_view heading);

class ContactTable {
public:
    /// `text` is UTF-8 and must outlive the table.
    ContactTable(std::string_view text, const TableHeader& header);

    enum class Row : std::uint8_t { card, hidden, blank, end };
    /// Reads the next row into the builder.
    Row next(CardBuilder& builder);

    std::size_t offset() const { return reader_.offset(); }

private:
    static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

    /// A value, and its label from another column or for all of its column.
    struct Labelled {
        enum class What : std::uint8_t { email, phone, message, link, date, related, custom } what;
        std::string_view fixed_label;
        std::size_t number = 1;
        std::size_t value = nowhere;
        std::size_t label = nowhere;
        std::size_t service = nowhere;  // of messengers
    };
    struct Address {
        std::string_view fixed_label;
        std::size_t number = 1;
        std::array<std::size_t, 9> parts;  // columns, in the order of the schema's parts
    };
    struct Job {
        std::size_t number = 1;
        std::array<std::size_t, 4> parts;  // organisation, role, department, place
    };
    struct Plain {
        FieldId field;
        std::size_t column = nowhere;
    };

    FileKind kind_;
    CsvReader reader_;
    std::vector<std::string> headings_;
    std::vector<Plain> plain_;
    std::vector<Labelled> labelled_;
    std::vector<Address> addresses_;
    std::vector<Job> jobs_;
    std::vector<std::size_t> full_names_;
    std::vector<std::size_t> tags_;
    std::vector<std::size_t> unknown_;
    std::size_t connected_on_ = nowhere;

    void map_columns();
    void map_column(std::size_t column);
    std::string_view cell(std::size_t column) const;
    void read_plain(CardBuilder& builder);
    void read_plain(
        CardBuilder& builder, const FieldSpec& field, std::string_view text, std::string_view heading);
    void read_labelled(CardBuilder& builder, const Labelled& column);
    void read_rest(CardBuilder& builder);
};

}  // namespace kith
