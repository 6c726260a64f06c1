// People as a table for spreadsheets: a row each, in UTF-8 with a byte order mark, so that Excel takes it for what it
// is. sheet/columns.h says what the columns are; sheet/cells.h, what keeps a cell from running as a formula.
//
// What a table has no room for is left out: photos, who they were met through and at which event, and what is not of a
// person (conversations, goals …). vCard has the photos, JSON has all of it.
#pragma once

#include <string>
#include <vector>

#include "exchange/out/export.h"
#include "exchange/sheet/columns.h"

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
    using Row = std::vector<std::string>;  // by the parts of a list's rows
    struct Listed {
        const SheetList* list;
        std::size_t most = 0;
        std::vector<bool> used;  // its columns
    };
    const Workspace& workspace_;
    char separator_;
    bool sensitive_;
    std::vector<FieldId> plain_;
    std::vector<Listed> lists_;
    bool first_in_row_ = true;

    std::vector<Row> rows_of(RecordId person, const SheetList& list) const;
    std::vector<Row> jobs_of(RecordId person) const;
    bool may_say(FieldId field) const;
    void cell(std::string& out, std::string_view text);
    void append_list(std::string& out, RecordId person, const Listed& listed);
};

}  // namespace kith
