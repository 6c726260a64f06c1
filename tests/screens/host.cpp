#include "host.h"

#include <array>

#include "base/text.h"

namespace kith::ui {

void ScriptedHost::edit_text(const TextEdit& edit) {
    if (!field || field->id != edit.id) {
        field = Field{.id = edit.id,
            .name = std::string(edit.name),
            .text = std::string(edit.text),
            .bounds = edit.bounds,
            .select_all = edit.select_all};
    }
    if (field->revision != edit.revision) field->text = edit.text;
    field->revision = edit.revision;
    field->bounds = edit.bounds;
    field->multiline = edit.multiline;
    field->active_option = edit.active_option;
    field->kind = edit.kind;
}

std::string ScriptedHost::format_date(std::chrono::sys_days day, DateStyle style) {
    static constexpr std::array months{"January", "February", "March", "April", "May", "June", "July",
        "August", "September", "October", "November", "December"};
    static constexpr std::array weekdays{
        "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
    const std::chrono::year_month_day date{day};
    const std::string number = std::to_string(static_cast<unsigned>(date.day()));
    const std::string month = months[static_cast<unsigned>(date.month()) - 1];
    const std::string year = std::to_string(static_cast<int>(date.year()));
    const std::string weekday = weekdays[std::chrono::weekday{day}.c_encoding()];
    switch (style) {
        case DateStyle::day_month: return number + " " + month;
        case DateStyle::day_month_year: return number + " " + month + " " + year;
        case DateStyle::weekday_day_month: return weekday + ", " + number + " " + month;
        case DateStyle::month_year: return month + " " + year;
        case DateStyle::weekday: return weekday;
    }
    return {};
}

std::optional<ShapedRun> ScriptedHost::shape(std::string_view text, float size, bool, ImU32) {
    float width = 0;
    for (std::size_t i = 0; i < text.size(); i += decode_utf8(text.substr(i)).length)
        width += size * 0.5f;
    ShapedRun run;
    run.texture = ImGui::GetIO().Fonts->TexRef;
    run.advance = width;
    run.size = {width, size};
    return run;
}

}  // namespace kith::ui
