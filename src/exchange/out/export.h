// Taking contacts out into files: vCard 3.0 and 4.0 for address books, CSV for spreadsheets, JSON for
// everything else. All of them follow the schema table, so a new field is exported without a line here.
//
//     ExportJob job(workspace, ExportFormat::vcard4);
//     while (job.step(out_of_time)) { … job.fraction() … }
//     host.save("contacts.vcf", job.take());
//
// vCard: people, with what Kith models beyond RFC 6350 as X-KITH- properties, and what it does not model
// as it came. Importing the file elsewhere gives the same people. Behind them, when everybody is taken, organisations
// that came with numbers or addresses of their own.
// CSV: a row a person with CRLF (RFC 4180), for spreadsheets; see csv.h.
// JSON: {"kith": 1, "records": {"person": [{"id": …, field: …}, …], …}}; see json.h.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/formats.h"
#include "base/slices.h"
#include "workspace/workspace.h"

namespace kith {

enum class ExportFormat : std::uint8_t { vcard3, vcard4, csv, json };

/// "vcard" and "vcard4" (4.0), "vcard3", "csv", "json"; nothing for other names.
std::optional<ExportFormat> export_format(std::string_view name);
/// "vcf", "csv", "json"
std::string_view extension_of(ExportFormat format);
std::string_view mime_type_of(ExportFormat format);

struct ExportOptions {
    std::vector<RecordId> people;  // empty: all. JSON always takes every kind when empty, else people only
    bool sensitive = true;         // fields marked sensitive, and people marked private, go too
    char separator = ',';          // of CSV: list_separator of the person's locale for their spreadsheet
};

/// What spreadsheets part the columns of a CSV with, by the sign that divides thousands there: a semicolon where the comma
/// stands in a number for something else.
char list_separator(const NumberGrouping& grouping);

/// One export, done in slices. The workspace must outlive the job; what changes meanwhile may or may not
/// be in the file. Memory: the file, once.
class ExportJob {
public:
    ExportJob(const Workspace& workspace, ExportFormat format, ExportOptions options = {});
    ~ExportJob();
    ExportJob(ExportJob&&) noexcept;
    ExportJob& operator=(ExportJob&&) noexcept;

    /// True while there is more to do.
    bool step(const OutOfTime& out_of_time);
    double fraction() const;
    /// How many people (JSON: records) are in it.
    std::size_t count() const;
    /// Once, when step() gives false: the file.
    std::string take();

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

/// All at once: for command lines and tests.
std::string export_all(const Workspace& workspace, ExportFormat format, ExportOptions options = {});

}  // namespace kith
