#include "exchange/tables/rows.h"

#include <algorithm>

#include "base/text.h"

namespace kith {

std::optional<TableHeader> find_header(std::string_view text, AreHeadings are_headings) {
    constexpr std::size_t most_before = 30;
    constexpr std::size_t sample = 64 * 1024;
    constexpr std::size_t enough = 2 * CsvReader::most_fields;
    text = text.substr(0, sample);
    for (const char separator : {',', ';', '\t'}) {
        CsvReader reader(text, separator);
        std::size_t fields = 0;
        for (std::size_t i = 0; i < most_before && fields < enough && reader.next(); ++i) {
            fields += reader.fields().size();
            if (are_headings(reader.fields())) return TableHeader{separator, i};
        }
    }
    return std::nullopt;
}

bool has_heading(std::span<const std::string_view> headings, std::string_view wanted) {
    return std::ranges::any_of(
        headings, [&](std::string_view heading) { return equal_ignoring_ascii_case(trim(heading), wanted); });
}

bool is_blank(std::span<const std::string_view> record) {
    return std::ranges::all_of(record, [](std::string_view field) { return trim(field).empty(); });
}

void note_problem(const CsvReader& reader, CardBuilder& builder) {
    if (reader.problem() == CsvProblem::unclosed_quote)
        builder.notice({"import.csv.broken_quote", {}});
    else if (reader.problem() == CsvProblem::stray_quote)
        builder.notice({"import.csv.stray_quote", {}});
}

Slices keep_more_fields(const CsvReader& reader, std::size_t headings, CardBuilder& builder) {
    const auto fields = reader.fields();
    if (fields.size() > headings || reader.more_fields() > 0) builder.notice({"import.csv.long_row", {}});
    ValuesRead values;
    for (std::size_t i = headings; i < fields.size(); ++i) {
        if (!trim(fields[i]).empty())
            builder.property("Column " + std::to_string(i + 1), {}, trim(fields[i]));
        if (values.done(fields[i].size())) co_await next_slice;
    }
    if (reader.more_fields() > 0)
        builder.leave_out("Column " + std::to_string(fields.size() + 1), reader.more_fields());
}

void keep_unread_date(
    CardBuilder& builder, WrittenDate::Reading reading, std::string_view text, std::string_view heading) {
    const bool impossible = reading == WrittenDate::Reading::impossible;
    builder.notice(
        {impossible ? "import.impossible_date" : "import.unreadable_date", {first_graphemes(text, 40)}},
        heading);
    builder.property(heading, {}, text);
}

}  // namespace kith
