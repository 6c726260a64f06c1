#include "exchange/linkedin/connections.h"

#include "exchange/tables/contact_table.h"

namespace kith {

namespace {

constexpr std::string_view date_heading = "Connected On";

bool are_of_connections(std::span<const std::string_view> headings) {
    return has_heading(headings, "First Name") && has_heading(headings, date_heading);
}

}  // namespace

Fit fit_connections(const FileContent& content) {
    return find_header(content.text(), are_of_connections) ? Fit::known : Fit::none;
}

Slices read_connections(FileReading& file) {
    const auto header = find_header(file.text(), are_of_connections);
    if (!header) co_return;
    co_await next_slice;
    ContactTable table(file.text(), *header);
    CardBuilder& builder = file.builder();
    for (ReadStep step = table.step(builder); step != ReadStep::end; step = table.step(builder)) {
        if (step == ReadStep::unfinished) {
            file.is_at(table.offset());
            co_await next_slice;
            continue;
        }
        if (table.fills_only(table.column_of(date_heading))) {
            file.hide(builder.card().line);
        } else {
            if (table.is_short() && !table.is_blank()) builder.notice({"import.csv.short_row", {}});
            co_await table.read(builder);
            if (!builder.empty()) file.take();
        }
        if (file.piece_done(table.offset())) co_await next_slice;
    }
    say_too_many_columns(table, file);
}

}  // namespace kith
