// People as a table for spreadsheets: a row each.
#pragma once

#include <string>
#include <vector>

#include "exchange/out/export.h"

namespace kith {

/// Columns are those that the schema has for a person, then as many numbered ones as anybody needs: so
/// everybody is looked at once (measure) before the first row is written.
class CsvExport {
public:
    CsvExport(const Workspace& workspace, const ExportOptions& options);

    void measure(RecordId person);
    void append_header(std::string& out);
    void append_row(std::string& out, RecordId person);

private:
    struct Numbered {  // columns for one list
        FieldId field;
        std::string_view kind;                                          // of contact points; empty: all rows
        std::string_view name;                                          // "E-mail"
        std::vector<std::pair<std::string_view, std::size_t>> columns;  // ("Label", part of the row)
        std::size_t most = 0;
    };
    const Workspace& workspace_;
    std::vector<FieldId> plain_;
    std::vector<Numbered> numbered_;
    std::size_t most_jobs_ = 0;
    bool first_in_row_ = true;

    std::vector<std::vector<std::string_view>> rows_of(RecordId person, const Numbered& list) const;
    std::vector<RecordId> jobs_of(RecordId person) const;
    void cell(std::string& out, std::string_view text);
    void append_numbered(std::string& out, RecordId person, const Numbered& list);
    void append_jobs(std::string& out, RecordId person);
};

}  // namespace kith
