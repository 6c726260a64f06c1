// The jobs that LinkedIn's export holds: "Job Applications.csv" and "Saved Jobs.csv". A row becomes a card of
// an opportunity: its title, the company, the posting's address, and the stage with its day. What Kith has
// no field for goes below the notes under the name of its column.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/cards/card.h"
#include "exchange/tables/contact_table.h"
#include "exchange/tables/csv.h"

namespace kith {

/// `linkedin_applications`, `linkedin_saved_jobs`, or `unknown` if these are not the columns of either.
FileKind kind_of_job_headings(std::span<const std::string_view> headings);
bool holds_jobs(FileKind kind);

class JobTable {
public:
    /// `text` is UTF-8 and must outlive the table; `stage` is what rows of this table are set to.
    JobTable(std::string_view text, const TableHeader& header, std::string stage);

    enum class Row : std::uint8_t { card, blank, end };
    /// Reads the next row into the builder.
    Row next(CardBuilder& builder);

    std::size_t offset() const { return reader_.offset(); }

private:
    static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

    FileKind kind_;
    CsvReader reader_;
    std::string stage_;
    std::vector<std::string> headings_;
    std::size_t title_ = nowhere;
    std::size_t company_ = nowhere;
    std::size_t link_ = nowhere;
    std::size_t date_ = nowhere;

    std::string_view cell(std::size_t column) const;
    void read_names(CardBuilder& builder);
    void read_stage(CardBuilder& builder);
    void read_rest(CardBuilder& builder);
};

}  // namespace kith
