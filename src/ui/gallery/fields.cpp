#include "ui/gallery/fields.h"

#include <array>

namespace kith::ui {

namespace {

void field(Ui& ui, Flow& flow, const Field& field, std::string& value) {
    const ImRect area = labelled(ui, flow, field.name, ui.control());
    text_field(ui, area, field, value);
    flow.space(ui.px(8));
}

}  // namespace

void draw_fields_in_gallery(Ui& ui, GalleryState& state, Flow& page) {
    gallery_section(ui, page, "Fields", [&](Flow& flow) {
        field(ui, flow, {.name = "Filled"}, state.filled);
        field(ui, flow, {.name = "Empty", .placeholder = "What it is for"}, state.empty);
        field(ui, flow, {.name = "Required, and strong", .required = true, .strong = true}, state.strong);
        field(ui, flow, {.name = "With an error", .error = "There is no such day"}, state.wrong);
        field(ui, flow,
            {.name = "Can’t be changed", .description = "It comes from a file", .read_only = true},
            state.fixed);
        field(ui, flow,
            {.name = "With a sign and a shortcut",
                .placeholder = "Search",
                .kind = InputKind::search,
                .role = Role::searchbox,
                .icon = Icon::search,
                .trailing = "Ctrl K",
                .shortcut = "Control+K"},
            state.search);
        field(ui, flow, {.name = "Passphrase", .kind = InputKind::passphrase}, state.secret);
        field(ui, flow, {.name = "From right to left"}, state.arabic);
        field(ui, flow, {.name = "Longer than its field"}, state.long_text);
        caption(ui, flow, "Without a frame until it is attended to");
        text_field(ui, flow.take(ui.control()),
            {.name = "In place", .look = FieldLook::in_place, .focus_first = false}, state.in_place);
        caption(ui, flow, "Without any frame");
        text_field(ui, flow.take(ui.control()),
            {.name = "Bare", .placeholder = "Search people and everything else", .look = FieldLook::bare},
            state.typed);
        caption(ui, flow, "Over several lines");
        const float high = text_area_height(ui, state.notes, flow.width, 3, 8);
        text_field(
            ui, flow.take(high), {.name = "Notes", .multiline = true, .select_all = false}, state.notes);
    });
}

void draw_lists_in_gallery(Ui& ui, GalleryState& state, Flow& page) {
    gallery_section(ui, page, "Closed lists and completions", [&](Flow& flow) {
        constexpr std::array<std::string_view, 5> options{
            "Advice", "Introduction", sample::long_words, sample::long_word, sample::arabic};
        constexpr std::array<std::string_view, 5> details{"2 so far", "", "none so far", "", ""};
        caption(ui, flow, "Chosen");
        const Select chosen{.name = "Chosen", .options = options, .current = state.picked};
        state.picked = select(ui, flow.take(ui.control()), chosen).value_or(state.picked);
        caption(ui, flow, "As wide as what is chosen");
        Line line(flow.take(ui.control()));
        const Select fitted{.name = "Fitted", .options = options, .current = state.picked};
        state.picked = select(ui, line.start(select_width(ui, fitted)), fitted).value_or(state.picked);
        caption(ui, flow, "Nothing chosen");
        const Select open{.name = "Nothing chosen",
            .options = options,
            .current = state.nothing_picked,
            .placeholder = "Choose one"};
        state.nothing_picked = select(ui, flow.take(ui.control()), open).value_or(state.nothing_picked);
        caption(ui, flow, "In place");
        select(ui, flow.take(ui.control()),
            {.name = "In place", .options = options, .current = 2, .look = FieldLook::in_place});
        caption(ui, flow, "A field with what could be meant");
        const Completion completion = completing_field(ui, flow.take(ui.control()),
            {.name = "Completing", .placeholder = "Type a letter"}, state.empty, options, details);
        if (completion.chosen) state.empty = options[static_cast<std::size_t>(*completion.chosen)];
    });
}

}  // namespace kith::ui
