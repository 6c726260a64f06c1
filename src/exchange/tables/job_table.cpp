#include "exchange/tables/job_table.h"

#include <algorithm>

#include "base/text.h"
#include "model/fields.h"

namespace kith {

namespace {

constexpr std::string_view title_heading = "Job Title";
constexpr std::string_view company_heading = "Company Name";
constexpr std::string_view link_heading = "Job Url";
constexpr std::string_view applied_heading = "Application Date";
constexpr std::string_view saved_heading = "Saved Date";

bool is_called(std::string_view heading, std::string_view name) {
    return equal_ignoring_ascii_case(trim(heading), name);
}

}  // namespace

FileKind kind_of_job_headings(std::span<const std::string_view> headings) {
    const auto has = [&](std::string_view name) {
        return std::ranges::any_of(
            headings, [&](std::string_view heading) { return is_called(heading, name); });
    };
    if (!has(title_heading) || !has(company_heading)) return FileKind::unknown;
    if (has(applied_heading)) return FileKind::linkedin_applications;
    return has(saved_heading) ? FileKind::linkedin_saved_jobs : FileKind::unknown;
}

bool holds_jobs(FileKind kind) {
    return kind == FileKind::linkedin_applications || kind == FileKind::linkedin_saved_jobs;
}

JobTable::JobTable(std::string_view text, const TableHeader& header, std::string stage)
    : kind_(header.kind), reader_(text, header.separator), stage_(std::move(stage)) {
    for (std::size_t i = 0; i <= header.records_before; ++i)
        reader_.next();
    for (const std::string_view heading : reader_.fields()) {
        const std::size_t column = headings_.size();
        headings_.push_back(collapse_spaces(heading));
        const auto is = [&](std::size_t& known, std::string_view name) {
            if (known == nowhere && is_called(heading, name)) known = column;
        };
        is(title_, title_heading);
        is(company_, company_heading);
        is(link_, link_heading);
        is(date_, kind_ == FileKind::linkedin_applications ? applied_heading : saved_heading);
    }
}

std::string_view JobTable::cell(std::size_t column) const {
    const auto fields = reader_.fields();
    return column < fields.size() ? trim(fields[column]) : std::string_view{};
}

JobTable::Row JobTable::next(CardBuilder& builder) {
    if (!reader_.next()) return Row::end;
    builder.begin(reader_.line(), Kind::opportunity);
    note_problem(reader_, builder);
    const auto fields = reader_.fields();
    if (std::ranges::all_of(fields, [](std::string_view field) { return trim(field).empty(); }))
        return Row::blank;
    if (fields.size() < headings_.size()) builder.notice({"import.csv.short_row", {}});
    if (fields.size() > headings_.size()) builder.notice({"import.csv.long_row", {}});
    read_names(builder);
    read_stage(builder);
    read_rest(builder);
    return Row::card;
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
            if (kind_ == FileKind::linkedin_applications) builder.date(opportunity::applied_on, written.date);
            builder.row(opportunity::stage_history, {stage, to_iso(written.date)});
            return;
        case WrittenDate::Reading::impossible:
        case WrittenDate::Reading::unreadable:
            keep_unread_date(builder, written.reading, text, headings_[date_]);
    }
}

void JobTable::read_rest(CardBuilder& builder) {
    const auto fields = reader_.fields();
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (i == title_ || i == company_ || i == link_ || i == date_) continue;
        const std::string_view text = trim(fields[i]);
        if (text.empty()) continue;
        if (i < headings_.size())
            builder.property(headings_[i], {}, text);
        else
            builder.property("Column " + std::to_string(i + 1), {}, text);
    }
}

}  // namespace kith
