// Comma-separated values (RFC 4180), as programs really write them: any line ends, a separator of comma,
// semicolon or tab, quoted fields that span lines, quotes that were never closed or never doubled.
//
// A quote that does not close ends its record at its line: the record is taken with the quote as an
// ordinary character, a problem says so, and reading goes on at the next line, so nothing else is lost.
//
// Cost: O(bytes), also for files made to be slow, in steps of some hundred KB.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/cards/read_step.h"

namespace kith {

enum class CsvProblem : std::uint8_t {
    none,
    unclosed_quote,  // the field's quote has no end: the record is its first line
    stray_quote,     // a quote inside a quoted field that was not doubled: taken as it stands
};

class CsvReader {
public:
    /// A record has so many fields; the others are counted.
    static constexpr std::size_t most_fields = 2'000;
    /// Of a field, so many bytes are kept: nobody takes more.
    static constexpr std::size_t longest_field = std::size_t{4} << 20;

    /// `text` is UTF-8 and must outlive the reader.
    explicit CsvReader(std::string_view text, char separator = ',') : text_(text), separator_(separator) {}

    /// Goes on towards the next record; blank lines are passed over.
    ReadStep step();
    /// Moves to the next record, however long that takes. False at the end.
    bool next();

    /// The fields of the record at hand, unquoted; valid until the next call of step() or next().
    std::span<const std::string_view> fields() const { return fields_; }
    /// Fields beyond most_fields.
    std::size_t more_fields() const { return more_fields_; }
    /// The line on which the record begins, 1 based.
    std::size_t line() const { return record_line_; }
    /// What was odd about the record.
    CsvProblem problem() const { return problem_; }

    std::size_t offset() const { return at_; }  // bytes read so far

private:
    /// Where a step may stop.
    enum class Phase : std::uint8_t { between_records, field, unquoted, quoted };
    struct Quoted {
        std::size_t lines = 0;
        bool doubled = false;
        bool stray = false;
    };
    enum class Search : std::uint8_t { found, nothing, unfinished };

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    Phase phase_ = Phase::between_records;
    std::size_t scan_ = 0;  // in the field at at_: looked at up to here
    Quoted quoted_;
    std::size_t record_start_ = 0;
    std::size_t record_line_ = 0;
    bool quotes_span_lines_ = true;
    CsvProblem problem_ = CsvProblem::none;
    std::size_t wasted_ = 0;  // bytes looked through for the end of quotes that had none
    std::vector<std::string_view> fields_;
    std::size_t more_fields_ = 0;
    std::deque<std::string> unquoted_;  // fields that held doubled quotes; grows and is reused
    std::size_t unquoted_count_ = 0;

    void begin_record();
    void begin_field();
    Search find_end_of_quote(std::size_t limit);
    void give_up_quote();
    void take_quoted();
    void add_field(std::string_view field);
    bool end_field();
    std::string_view without_doubling(std::string_view content);
    void end_line();
    bool is_line_end(std::size_t at) const { return text_[at] == '\n' || text_[at] == '\r'; }
};

/// The separator that splits `header` into most fields: comma, semicolon or tab.
char guess_separator(std::string_view header);

/// Appends one field, quoted if it must be.
void append_csv_field(std::string& out, std::string_view field);

}  // namespace kith
