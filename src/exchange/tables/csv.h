// Comma-separated values (RFC 4180), as programs really write them: any line ends, a separator of comma,
// semicolon or tab, quoted fields that span lines, quotes that were never closed or never doubled.
//
// A quote that does not close ends its record at its line: the record is taken with the quote as an
// ordinary character, a problem says so, and reading goes on at the next line, so nothing else is lost.
//
// Cost: O(bytes), also for files made to be slow.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith {

enum class CsvProblem : std::uint8_t {
    none,
    unclosed_quote,  // the field's quote has no end: the record is its first line
    stray_quote,     // a quote inside a quoted field that was not doubled: taken as it stands
};

class CsvReader {
public:
    /// `text` is UTF-8 and must outlive the reader.
    explicit CsvReader(std::string_view text, char separator = ',') : text_(text), separator_(separator) {}

    /// Moves to the next record; blank lines are passed over. False at the end.
    bool next();

    /// The fields of the record at hand, unquoted; valid until the next call of next().
    std::span<const std::string_view> fields() const { return fields_; }
    /// The line on which the record begins, 1 based.
    std::size_t line() const { return record_line_; }
    /// What was odd about the record.
    CsvProblem problem() const { return problem_; }

    std::size_t offset() const { return at_; }  // bytes read so far

private:
    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::size_t record_line_ = 0;
    CsvProblem problem_ = CsvProblem::none;
    std::size_t wasted_ = 0;  // bytes looked through for the end of quotes that had none
    std::vector<std::string_view> fields_;
    std::deque<std::string> unquoted_;  // fields that held doubled quotes; grows and is reused
    std::size_t unquoted_count_ = 0;

    struct Quoted {
        std::size_t end = 0;  // of the content: the closing quote
        std::size_t lines = 0;
        bool doubled = false;
        bool stray = false;
    };
    std::optional<Quoted> find_end_of_quote(std::size_t start);
    std::string_view without_doubling(std::string_view content);
    void read_record(bool quotes_may_span_lines);
    void end_line();
    bool at_line_end() const { return text_[at_] == '\n' || text_[at_] == '\r'; }
};

/// The separator that splits `header` into most fields: comma, semicolon or tab.
char guess_separator(std::string_view header);

/// Appends one field, quoted if it must be.
void append_csv_field(std::string& out, std::string_view field);

}  // namespace kith
