#include "text_field.h"

#include <emscripten.h>

#include <charconv>
#include <utility>

extern "C" {
void kith_field_start(kith::browser::TextField*);
/// Shows the field. Strings are null-terminated; null means unchanged.
void kith_field_show(const void* look, const char* name, const char* text, const char* placeholder);
void kith_field_hide(void);

EMSCRIPTEN_KEEPALIVE void kith_field_event(kith::browser::TextField* field, unsigned id, int event, const char* text,
                                           std::size_t length) {
    field->event(id, static_cast<kith::ui::TextEvent>(event), {text, length});
}
}

namespace kith::browser {
namespace {

void copy(float (&to)[4], const ImVec4& from) {
    to[0] = from.x;
    to[1] = from.y;
    to[2] = from.z;
    to[3] = from.w;
}

}  // namespace

TextField::TextField(Events events) : events_(std::move(events)) {
    kith_field_start(this);
}

void TextField::edit(const ui::TextEdit& edit) {
    wanted_ = {
        .id = edit.id,
        .font_size = edit.font_size,
        .line_height = edit.line_height,
        .bold = edit.bold,
        .multiline = edit.multiline,
        .invalid = edit.invalid,
        .select_all = edit.select_all,
        .kind = std::to_underlying(edit.kind),
        .list = edit.list,
        .option = edit.active_option,
        .colour = ImGui::GetColorU32(ImGuiCol_Text),
        .caret = ImGui::GetColorU32(ImGuiCol_CheckMark),
        .hint = ImGui::GetColorU32(ImGuiCol_TextDisabled),
        .selection = ImGui::GetColorU32(ImGuiCol_TextSelectedBg),
    };
    copy(wanted_.bounds, edit.bounds);
    copy(wanted_.clip, edit.clip);
    name_ = edit.name;
    text_ = edit.text;
    placeholder_ = edit.placeholder;
}

void TextField::end() {
    wanted_ = {};
}

void TextField::show() {
    if (wanted_.id == 0) {
        if (shown_.id == 0) return;
        shown_ = {};
        kith_field_hide();
        return;
    }
    const bool is_new = wanted_.id != shown_.id;
    if (wanted_ == shown_ && name_ == shown_name_ && text_ == shown_text_ && placeholder_ == shown_placeholder_) return;
    const auto changed = [&](const std::string& now, std::string& before) {
        if (!is_new && now == before) return static_cast<const char*>(nullptr);
        before = now;
        return before.c_str();
    };
    shown_ = wanted_;
    const char* name = changed(name_, shown_name_);
    const char* text = changed(text_, shown_text_);
    const char* placeholder = changed(placeholder_, shown_placeholder_);
    kith_field_show(&wanted_, name, text, placeholder);
}

}  // namespace kith::browser
