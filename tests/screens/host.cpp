#include "host.h"

#include "../english_formats.h"
#include "base/text.h"

namespace kith::ui {

void ScriptedHost::edit_text(const TextEdit& edit) {
    if (!field || field->id != edit.id) {
        field = Field{.id = edit.id,
            .name = std::string(edit.name),
            .text = std::string(edit.text),
            .bounds = edit.bounds,
            .select_all = edit.select_all,
            .caret = edit.caret};
    }
    if (field->revision != edit.revision) field->text = edit.text;
    field->revision = edit.revision;
    field->bounds = edit.bounds;
    field->multiline = edit.multiline;
    field->active_option = edit.active_option;
    field->kind = edit.kind;
}

std::string ScriptedHost::format_date(Day day, DateStyle style) {
    return EnglishFormats::english_date(day, style);
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
