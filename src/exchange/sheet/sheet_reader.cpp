#include "exchange/sheet/sheet_reader.h"

#include <algorithm>
#include <map>

#include "base/enums.h"
#include "base/text.h"
#include "exchange/cards/written_dates.h"
#include "exchange/sheet/cells.h"
#include "exchange/sheet/columns.h"
#include "exchange/tables/rows.h"
#include "model/fields.h"

namespace kith {

namespace {

bool are_of_a_sheet(std::span<const std::string_view> headings) {
    return std::ranges::all_of(
        std::initializer_list<std::string_view>{uid_heading, "given_name", "display_name"},
        [&](std::string_view name) { return has_heading(headings, name); });
}

/// As Kith writes it, or as a spreadsheet wrote it again.
std::optional<PartialDate> date_in(std::string_view text) {
    text = trim(text);
    if (const auto date = parse_iso_date(text)) return date;
    const WrittenDate written = read_written_date(text);
    return written.reading == WrittenDate::Reading::date ? std::optional(written.date) : std::nullopt;
}

bool is_true(std::string_view text) {
    return equal_ignoring_ascii_case(trim(text), "true");
}

class Sheet {
public:
    Sheet(CsvReader& reader, CardBuilder& builder) : reader_(reader), builder_(builder) {
        for (const std::string_view heading : reader_.fields())
            headings_.push_back(repair_utf8(collapse_spaces(heading)));
        for (std::size_t i = 0; i < headings_.size(); ++i)
            place(i);
    }

    std::size_t columns() const { return headings_.size() + reader_.more_fields(); }

    Slices read_row() {
        Pieces pieces(4);
        for (const auto& [field, column] : plain_) {
            if (const auto text = cell(column); !trim(text).empty())
                read_plain(*field, text, headings_[column]);
            if (pieces.done()) co_await next_slice;
        }
        for (const auto& [place, columns] : listed_) {
            read_listed(sheet_lists()[place.first], columns);
            if (pieces.done()) co_await next_slice;
        }
        for (const std::size_t column : added_) {
            if (const auto text = cell(column); !trim(text).empty())
                builder_.property(headings_[column], {}, text);
            if (pieces.done()) co_await next_slice;
        }
        co_await keep_more_fields(reader_, headings_.size(), builder_);
    }

private:
    static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
    /// By the part of the row, or of the job, that they hold.
    using Columns = std::vector<std::size_t>;

    CsvReader& reader_;
    CardBuilder& builder_;
    std::vector<std::string> headings_;
    std::vector<std::pair<const FieldSpec*, std::size_t>> plain_;
    std::map<std::pair<std::size_t, std::size_t>, Columns>
        listed_;  // by list and number, in the writer's order
    std::vector<std::size_t> added_;

    void place(std::size_t column) {
        constexpr std::size_t most_parts = 9;
        if (const FieldSpec* field = find_field(Kind::person, headings_[column]);
            field != nullptr && has_sheet_column(*field)) {
            plain_.emplace_back(field, column);
        } else if (const auto heading = sheet_heading(headings_[column])) {
            const auto list = static_cast<std::size_t>(heading->list - sheet_lists().data());
            Columns& columns = listed_[{list, heading->number}];
            columns.resize(most_parts, nowhere);
            columns[heading->column->part] = column;
        } else {
            added_.push_back(column);
        }
    }

    std::string_view cell(std::size_t column) const {
        const auto fields = reader_.fields();
        return column < fields.size() ? unguarded(fields[column]) : std::string_view{};
    }

    void read_plain(const FieldSpec& field, std::string_view text, std::string_view heading) {
        switch (field.type) {
            case FieldType::date:
                if (const auto date = date_in(text))
                    builder_.date(field.id, *date);
                else
                    keep_unread_date(builder_, WrittenDate::Reading::unreadable, text, heading);
                break;
            case FieldType::boolean: builder_.value(field.id, Value::boolean(is_true(text))); break;
            case FieldType::integer:
                if (const auto number = read_integer(trim(text)))
                    builder_.value(field.id, Value::integer(*number));
                else
                    builder_.property(heading, {}, text);
                break;
            case FieldType::text_set:
                for (const std::string& one : split_values(text))
                    builder_.text(field.id, one, heading);
                break;
            default: builder_.text(field.id, text, heading);
        }
    }

    void read_listed(const SheetList& list, const Columns& columns) {
        std::vector<std::string_view> parts;
        for (const std::size_t column : columns)
            parts.push_back(cell(column));
        const bool blank =
            std::ranges::all_of(parts, [](std::string_view part) { return trim(part).empty(); });
        if (blank) return;
        if (list.holds == SheetList::Holds::jobs)
            read_job(parts);
        else if (list.field == person::contact_points)
            read_contact_point(list, parts);
        else
            read_row_of(list, parts);
    }

    void read_contact_point(const SheetList& list, const std::vector<std::string_view>& parts) {
        using enum person::contact_points;
        std::string_view written = part_of(parts, label);
        const bool is_first = written == "*" || written.starts_with("* ");
        if (is_first) written.remove_prefix(std::min<std::size_t>(2, written.size()));
        if (written.starts_with("\\*")) written.remove_prefix(1);  // a label that looks so
        const std::string_view of_kind = list.kind.empty() ? part_of(parts, kind) : list.kind;
        builder_.contact_point(of_kind, part_of(parts, value), written, is_first, list.name);
    }

    void read_row_of(const SheetList& list, const std::vector<std::string_view>& parts) {
        if (list.field == person::properties) {
            using enum person::properties;
            builder_.property(part_of(parts, name), part_of(parts, parameters), part_of(parts, value));
        } else if (list.field == person::addresses) {
            builder_.address(parts, list.name);
        } else if (list.field == person::links) {
            builder_.link(
                part_of(parts, person::links::url), part_of(parts, person::links::label), list.name);
        } else if (list.field == person::related) {
            using enum person::related;
            builder_.related(part_of(parts, name), part_of(parts, label), list.name);
        } else {
            using enum person::dates;
            if (const auto day = date_in(part_of(parts, date)))
                builder_.other_date(*day, part_of(parts, label));
            else
                builder_.property(part_of(parts, label).empty() ? list.name : part_of(parts, label), {},
                    part_of(parts, date));
        }
    }

    void read_job(const std::vector<std::string_view>& parts) {
        const auto part = [&](SheetJob of) { return parts[static_cast<std::size_t>(of)]; };
        const auto date = [&](SheetJob of) { return date_in(part(of)).value_or(PartialDate{}); };
        const std::size_t before = builder_.card().jobs.size();
        builder_.job(
            part(SheetJob::organisation), part(SheetJob::role), part(SheetJob::department), "Organization");
        if (builder_.card().jobs.size() == before) return;
        CardJob& job = builder_.card().jobs.back();
        job.place = builder_.line_of_text(part(SheetJob::place), "Location", longest_line);
        job.brought = builder_.lines_of_text(part(SheetJob::brought), "Brought");
        job.notes = builder_.lines_of_text(part(SheetJob::notes), "Notes");
        job.from = date(SheetJob::from);
        job.to = date(SheetJob::to);
        job.past = is_true(part(SheetJob::past));
    }
};

}  // namespace

Fit fit_kith_sheet(const FileContent& content) {
    return find_header(content.text(), are_of_a_sheet) ? Fit::known : Fit::none;
}

Slices read_kith_sheet(FileReading& file) {
    const auto header = find_header(file.text(), are_of_a_sheet);
    if (!header) co_return;
    CsvReader reader(file.text(), header->separator);
    CardBuilder& builder = file.builder();
    std::optional<Sheet> sheet;
    std::size_t before = header->records_before;
    for (ReadStep step = reader.step(); step != ReadStep::end; step = reader.step()) {
        if (step == ReadStep::unfinished) {
            file.is_at(reader.offset());
            co_await next_slice;
        } else if (before > 0) {
            --before;
        } else if (!sheet) {
            sheet.emplace(reader, builder);
            if (reader.more_fields() > 0)
                file.notice({"import.csv.columns", {sheet->columns(), CsvReader::most_fields}});
        } else if (!is_blank(reader.fields())) {
            builder.begin(reader.line());
            builder.is_of_kith();
            note_problem(reader, builder);
            co_await sheet->read_row();
            if (!builder.empty()) file.take();
            if (file.piece_done(reader.offset())) co_await next_slice;
        }
    }
}

}  // namespace kith
