#include "browser/text/text_field.h"

#include <charconv>
#include <utility>

namespace kith::browser {
namespace {

void copy(float (&to)[4], const ImVec4& from) {
    to[0] = from.x;
    to[1] = from.y;
    to[2] = from.z;
    to[3] = from.w;
}

}  // namespace

TextField::TextField(Events events, FieldAt field_at)
    : events_(std::move(events)), field_at_(std::move(field_at)) {
    kith_field_start(this);
}

void TextField::edit(const ui::TextEdit& edit) {
    wanted_ = {
        .id = edit.id,
        .revision = edit.revision,
        .font_size = edit.font_size,
        .line_height = edit.line_height,
        .bold = edit.bold,
        .multiline = edit.multiline,
        .invalid = edit.invalid,
        .select_all = edit.select_all,
        .kind = std::to_underlying(edit.kind),
        .caret_at = edit.caret,
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
    if (wanted_.id != shown_.id || wanted_.revision != shown_.revision) text_ = edit.text;
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
    if (wanted_ == shown_ && name_ == shown_name_ && placeholder_ == shown_placeholder_) return;
    const bool is_new = wanted_.id != shown_.id;
    const bool has_text = is_new || wanted_.revision != shown_.revision;
    const bool has_words = is_new || name_ != shown_name_ || placeholder_ != shown_placeholder_;
    shown_ = wanted_;
    shown_name_ = name_;
    shown_placeholder_ = placeholder_;
    kith_field_show(&wanted_, has_words ? name_.c_str() : nullptr, has_text ? text_.c_str() : nullptr,
        has_words ? placeholder_.c_str() : nullptr);
}

// Called from JavaScript.
extern "C" {
void kith_field_event(
    TextField* field, ImGuiID id, ui::TextEvent event, const char* text, std::size_t length) {
    field->event(id, event, {text, length});
}
ImGuiID kith_field_under(TextField* field, float x, float y) {
    return field->field_at({x, y});
}
}

}  // namespace kith::browser
