// Tables of contacts: Google's and Outlook's CSV, Kith's own, and whatever else has a column of names or e-mail
// addresses; LinkedIn's connections are read with it too (linkedin/connections.h). Columns are known by their
// names, never by their place; what a table calls otherwise is kept with the person under the name of its column.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/enums.h"
#include "base/slices.h"
#include "exchange/cards/card.h"
#include "exchange/cards/file_reading.h"
#include "exchange/cards/format.h"
#include "exchange/tables/contact_columns.h"
#include "exchange/tables/csv.h"
#include "exchange/tables/rows.h"
#include "model/fields.h"

namespace kith {

Fit fit_google_contacts(const FileContent& content);  // before 2024 and since
Slices read_google_contacts(FileReading& file);

Fit fit_outlook_contacts(const FileContent& content);  // and what writes like it
Slices read_outlook_contacts(FileReading& file);

/// Knows Kith's own columns, and guesses by a column of names or of e-mail addresses.
Fit fit_contact_table(const FileContent& content);
Slices read_contact_table(FileReading& file);

class ContactTable;
/// At the end of a file whose table was wider than a record.
void say_too_many_columns(const ContactTable& table, FileReading& file);

class ContactTable {
public:
    /// How several tags share a cell: "a ::: b", as Google writes them, or "a;b".
    enum class Tags : std::uint8_t { joined_by_colons, joined_by_semicolons };

    /// `text` is UTF-8 and must outlive the table.
    ContactTable(std::string_view text, const TableHeader& header, Tags tags = Tags::joined_by_colons);

    /// Goes on towards the next row, by way of the headings, and begins a card for it.
    ReadStep step(CardBuilder& builder);
    /// Reads the row at hand into the builder, which stays empty if the row says nothing.
    Slices read(CardBuilder& builder);
    /// Of the table, in the row of headings; those beyond what a record holds are not read.
    std::size_t columns() const { return headings_.size() + more_columns_; }
    bool has_too_many_columns() const { return more_columns_ > 0; }

    bool is_blank() const { return kith::is_blank(reader_.fields()); }
    /// A column that is not there is never filled.
    std::size_t column_of(std::string_view heading) const;
    bool fills_only(std::size_t column) const;
    /// The row at hand has fewer cells than there are headings.
    bool is_short() const { return reader_.fields().size() < headings_.size(); }

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
        EnumArray<enum person::addresses, std::size_t> parts;  // columns
    };
    struct Job {
        std::size_t number = 1;
        EnumArray<JobPart, std::size_t> parts{{nowhere, nowhere, nowhere, nowhere}};  // columns
    };
    struct Plain {
        FieldId field;
        std::size_t column = nowhere;
    };

    Tags joined_tags_;
    CsvReader reader_;
    std::size_t records_before_;  // the headings, until they are read
    bool has_headings_ = false;
    std::vector<std::string> headings_;
    std::size_t more_columns_ = 0;
    std::vector<Plain> plain_;
    std::vector<Labelled> labelled_;
    std::vector<Address> addresses_;
    std::vector<Job> jobs_;
    std::vector<std::size_t> full_names_;
    std::vector<std::size_t> tags_;
    std::vector<std::size_t> unknown_;
    std::size_t connected_on_ = nowhere;

    void read_headings();
    void map_columns();
    void map_column(std::size_t column);
    std::string_view cell(std::size_t column) const;
    void read_full_name(CardBuilder& builder, std::size_t column);
    void read_plain(
        CardBuilder& builder, const FieldSpec& field, std::string_view text, std::string_view heading);
    void read_job(CardBuilder& builder, const Job& job);
    void read_labelled(CardBuilder& builder, const Labelled& column);
    void read_address(CardBuilder& builder, const Address& address);
    void read_tags(CardBuilder& builder, std::size_t column);
    void read_connected_on(CardBuilder& builder);
};

}  // namespace kith
