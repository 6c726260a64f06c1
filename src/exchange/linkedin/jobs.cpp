#include "exchange/linkedin/jobs.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"
#include "exchange/tables/csv.h"
#include "exchange/tables/rows.h"
#include "model/fields.h"

namespace kith {

namespace {

constexpr std::string_view title_heading = "Job Title";
constexpr std::string_view company_heading = "Company Name";
constexpr std::string_view link_heading = "Job Url";
constexpr std::string_view applied_heading = "Application Date";
constexpr std::string_view saved_heading = "Saved Date";

bool are_of_jobs(std::span<const std::string_view> headings) {
    return has_heading(headings, title_heading) && has_heading(headings, company_heading);
}
bool are_of_applications(std::span<const std::string_view> headings) {
    return are_of_jobs(headings) && has_heading(headings, applied_heading);
}
bool are_of_saved_jobs(std::span<const std::string_view> headings) {
    return are_of_jobs(headings) && has_heading(headings, saved_heading);
}

class JobTable {
public:
    /// `text` is UTF-8 and must outlive the table; `stage` is what rows of this table are set to, on the day in
    /// the column `date_heading`.
    JobTable(
        std::string_view text, const TableHeader& header, std::string stage, std::string_view date_heading);

    /// Goes on towards the next row, by way of the headings.
    ReadStep step();
    bool is_blank() const { return kith::is_blank(reader_.fields()); }
    /// Reads the row at hand into the builder, unless it is blank.
    Slices read(CardBuilder& builder);

    std::size_t offset() const { return reader_.offset(); }

private:
    static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

    CsvReader reader_;
    std::size_t records_before_;  // the headings, until they are read
    bool has_headings_ = false;
    std::string stage_;
    std::string_view date_heading_;
    bool are_applications_;
    std::vector<std::string> headings_;
    std::size_t title_ = nowhere;
    std::size_t company_ = nowhere;
    std::size_t link_ = nowhere;
    std::size_t date_ = nowhere;

    void read_headings();
    std::string_view cell(std::size_t column) const;
    void read_names(CardBuilder& builder);
    void read_stage(CardBuilder& builder);
    Slices read_rest(CardBuilder& builder);
};

JobTable::JobTable(
    std::string_view text, const TableHeader& header, std::string stage, std::string_view date_heading)
    : reader_(text, header.separator),
      records_before_(header.records_before),
      stage_(std::move(stage)),
      date_heading_(date_heading),
      are_applications_(date_heading == applied_heading) {}

ReadStep JobTable::step() {
    const ReadStep step = reader_.step();
    if (step != ReadStep::ready || has_headings_) return step;
    if (records_before_ > 0)
        --records_before_;
    else
        read_headings();
    return ReadStep::unfinished;
}

void JobTable::read_headings() {
    constexpr std::size_t longest_heading = 1000;
    has_headings_ = true;
    for (const std::string_view heading : reader_.fields()) {
        const std::size_t column = headings_.size();
        headings_.push_back(repair_utf8(collapse_spaces(heading.substr(0, longest_heading))));
        const auto is = [&](std::size_t& known, std::string_view name) {
            if (known == nowhere && equal_ignoring_ascii_case(trim(heading), name)) known = column;
        };
        is(title_, title_heading);
        is(company_, company_heading);
        is(link_, link_heading);
        is(date_, date_heading_);
    }
}

std::string_view JobTable::cell(std::size_t column) const {
    const auto fields = reader_.fields();
    return column < fields.size() ? trim(fields[column]) : std::string_view{};
}

Slices JobTable::read(CardBuilder& builder) {
    builder.begin(reader_.line(), Kind::opportunity);
    note_problem(reader_, builder);
    if (is_blank()) co_return;
    if (reader_.fields().size() < headings_.size()) builder.notice({"import.csv.short_row", {}});
    read_names(builder);
    co_await next_slice;
    read_stage(builder);
    co_await read_rest(builder);
}

/// An opportunity without a title goes by the company, or by where the posting is.
void JobTable::read_names(CardBuilder& builder) {
    builder.job(cell(company_), {}, {}, company_heading);
    builder.text(opportunity::link, cell(link_), link_heading);
    builder.text(opportunity::title, cell(title_), title_heading);
    const Card& card = builder.card();
    if (card.has(opportunity::title)) return;
    const std::string_view stand_in =
        card.jobs.empty() ? card.text(opportunity::link) : card.jobs[0].organisation;
    builder.text(opportunity::title, stand_in, title_heading);
}

void JobTable::read_stage(CardBuilder& builder) {
    const std::string_view stage = builder.line_of_text(stage_, {}, longest_line);
    builder.value(opportunity::stage, Value::text(stage));
    const std::string_view text = cell(date_);
    const WrittenDate written = read_written_date(text);
    switch (written.reading) {
        case WrittenDate::Reading::blank: return;
        case WrittenDate::Reading::date:
            if (are_applications_) builder.date(opportunity::applied_on, written.date);
            builder.row(opportunity::stage_history, {stage, to_iso(written.date)});
            return;
        case WrittenDate::Reading::impossible:
        case WrittenDate::Reading::unreadable:
            keep_unread_date(builder, written.reading, text, headings_[date_]);
    }
}

Slices JobTable::read_rest(CardBuilder& builder) {
    ValuesRead values;
    for (std::size_t i = 0; i < headings_.size(); ++i) {
        if (i == title_ || i == company_ || i == link_ || i == date_) continue;
        if (const std::string_view text = cell(i); !text.empty()) builder.property(headings_[i], {}, text);
        if (values.done(cell(i).size())) co_await next_slice;
    }
    co_await keep_more_fields(reader_, headings_.size(), builder);
}

Slices read_jobs(
    FileReading& file, AreHeadings are_headings, std::string stage, std::string_view date_heading) {
    const auto header = find_header(file.text(), are_headings);
    if (!header) co_return;
    JobTable table(file.text(), *header, std::move(stage), date_heading);
    for (ReadStep step = table.step(); step != ReadStep::end; step = table.step()) {
        if (step == ReadStep::unfinished) {
            file.is_at(table.offset());
            co_await next_slice;
            continue;
        }
        co_await table.read(file.builder());
        if (!table.is_blank()) file.take();
        if (file.piece_done(table.offset())) co_await next_slice;
    }
}

}  // namespace

Fit fit_applications(const FileContent& content) {
    return find_header(content.text(), are_of_applications) ? Fit::known : Fit::none;
}
Slices read_applications(FileReading& file) {
    return read_jobs(file, are_of_applications, file.stages().applied.front(), applied_heading);
}

Fit fit_saved_jobs(const FileContent& content) {
    return find_header(content.text(), are_of_saved_jobs) ? Fit::known : Fit::none;
}
Slices read_saved_jobs(FileReading& file) {
    return read_jobs(file, are_of_saved_jobs, file.stages().before.front(), saved_heading);
}

}  // namespace kith
