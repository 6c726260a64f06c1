#include "ui/gallery/controls.h"

#include <array>
#include <cmath>

namespace kith::ui {

namespace {

/// Widgets beside each other, as far as there is room, then in the next line.
class Wrapping {
public:
    Wrapping(Ui& ui, Flow& flow) : ui_(ui), flow_(flow), line_(flow.take(ui.control())) {}

    ImRect take(float width) {
        if (width > line_.width() && line_.width() < flow_.width) {
            flow_.space(ui_.px(8));
            line_ = Line(flow_.take(ui_.control()));
        }
        return line_.start(width, ui_.px(8));
    }

private:
    Ui& ui_;
    Flow& flow_;
    Line line_;
};

constexpr std::array texts_in_use{
    Colour::text, Colour::muted, Colour::accent, Colour::due, Colour::late, Colour::note};

struct NamedKind {
    TagKind kind;
    std::string_view name;
};
constexpr std::array tag_kinds{
    NamedKind{TagKind::plain, "Plain"},
    NamedKind{TagKind::accent, "Accent"},
    NamedKind{TagKind::due, "Due"},
    NamedKind{TagKind::late, "Late"},
    NamedKind{TagKind::note, "Note"},
};

}  // namespace

void draw_texts_in_gallery(Ui& ui, Flow& page) {
    gallery_section(ui, page, "Texts", [&](Flow& flow) {
        heading(ui, flow.take(ui.line(Type::title)), "Heading of a screen", 3, Type::title);
        heading(ui, flow.take(ui.line(Type::section)), "Heading of a section", 3);
        heading(ui, flow.take(ui.line(Type::section)), sample::long_words, 3);
        caption(ui, flow, "In each colour");
        for (const Colour colour : texts_in_use)
            label(ui, flow.take(ui.line(Type::body)), sample::words, Type::body, colour);
        caption(ui, flow, "In each size");
        for (const Type type : {Type::title, Type::section, Type::section_plain, Type::body,
                 Type::body_strong, Type::small, Type::small_strong})
            label(ui, flow.take(ui.line(type)), sample::words, type);
        caption(ui, flow, "At the start, in the middle, at the end");
        for (const Align align : {Align::start, Align::centre, Align::end})
            label(ui, flow.take(ui.line(Type::body)), sample::words, Type::body, Colour::text, align);
        caption(ui, flow, "Too long for its line: the whole is in a tooltip");
        for (const std::string_view text : {sample::long_words, sample::long_word})
            label(ui, flow.take(ui.line(Type::body)), text);
        caption(ui, flow, "Other scripts");
        for (const std::string_view text : {sample::arabic, sample::hebrew, sample::japanese})
            label(ui, flow.take(ui.line(Type::body)), text);
        caption(ui, flow, "Part of another control, on one line and on several");
        silent_label(ui, flow.take(ui.line(Type::body)), sample::words);
        const float high = lines_height(ui, sample::long_words, Type::small, flow.width * 0.5f);
        ImRect half = flow.take(high);
        half.Max.x = half.Min.x + flow.width * 0.5f;
        silent_lines(ui, half, sample::long_words, Type::small, Colour::muted);
        caption(ui, flow, "Paragraphs");
        paragraph(ui, flow, sample::long_words);
        paragraph(ui, flow, sample::long_word, Type::small, Colour::muted);
        paragraph(ui, flow, sample::arabic, Type::body, Colour::text, Align::end);
        caption(ui, flow, "Terms");
        term(ui, flow, "Organisation", "St. Anna Hospital", ui.px(120));
        term(ui, flow, "What was said", sample::long_words, ui.px(120));
    });
}

void draw_buttons_in_gallery(Ui& ui, Flow& page) {
    gallery_section(ui, page, "Buttons", [&](Flow& flow) {
        struct Kind {
            ButtonKind kind;
            std::string_view name, disabled;
        };
        constexpr std::array kinds{
            Kind{ButtonKind::primary, "Primary", "Primary, disabled"},
            Kind{ButtonKind::quiet, "Quiet", "Quiet, disabled"},
            Kind{ButtonKind::bare, "Bare", "Bare, disabled"},
            Kind{ButtonKind::danger, "Danger", "Danger, disabled"},
        };
        for (const Kind& kind : kinds) {
            flow.space(ui.px(8));
            ImGui::PushID(kind.name.data());
            Wrapping line(ui, flow);
            const Button plain{.label = kind.name, .kind = kind.kind};
            button(ui, line.take(button_width(ui, plain)), plain);
            const Button signed_one{
                .label = kind.name, .icon = Icon::plus, .kind = kind.kind, .id = "with a sign"};
            button(ui, line.take(button_width(ui, signed_one)), signed_one);
            const Button small{.label = kind.name, .kind = kind.kind, .small = true, .id = "small"};
            button(ui, line.take(button_width(ui, small)), small);
            const Button only{.label = kind.name,
                .icon = Icon::pencil,
                .kind = kind.kind,
                .icon_only = true,
                .id = "only its sign"};
            button(ui, line.take(button_width(ui, only)), only);
            const Button disabled{
                .label = kind.disabled, .icon = Icon::plus, .kind = kind.kind, .disabled = true};
            button(ui, line.take(button_width(ui, disabled)), disabled);
            ImGui::PopID();
        }
        caption(
            ui, flow, "With a menu, closed and open; held down or not; with a reason; seen when attended to");
        Wrapping line(ui, flow);
        const std::array states{
            Button{.label = "Menu, closed", .has_popup = true, .expanded = Tri::no},
            Button{.label = "Menu, open", .has_popup = true, .expanded = Tri::yes},
            Button{.label = "Held down", .pressed = Tri::yes},
            Button{.label = "Not held down", .pressed = Tri::no},
            Button{.label = "With a reason",
                .description = "Because she asked for it",
                .shortcut = "Control+Enter"},
            Button{.label = "Retiring", .retiring = true},
        };
        for (const Button& state : states)
            button(ui, line.take(button_width(ui, state)), state);
        caption(ui, flow, "As wide as it needs, and with less room than that");
        button(ui, flow, {.label = sample::arabic});
        flow.space(ui.px(8));
        button(ui, flow.take(ui.control()), {.label = sample::long_words});
        caption(ui, flow, "Links");
        link(ui, flow.take(ui.line(Type::body)), "St. Anna Hospital");
        link(ui, flow.take(ui.line(Type::body)), sample::long_word);
        caption(ui, flow, "Big choices");
        choice_card(ui, flow, Icon::upload, "Bring in contacts", "From a file of another program");
        flow.space(ui.px(8));
        choice_card(ui, flow, Icon::eye, sample::hebrew, sample::long_words);
    });
}

void draw_choices_in_gallery(Ui& ui, GalleryState& state, Flow& page) {
    gallery_section(ui, page, "Choices", [&](Flow& flow) {
        constexpr std::array<std::string_view, 3> few{"List", "Board", "Timeline"};
        constexpr std::array<std::string_view, 2> long_few{sample::long_word, sample::arabic};
        caption(ui, flow, "Check boxes");
        if (checkbox(ui, flow, "Can be ticked", state.ticked))
            state.ticked = state.ticked == Tri::yes ? Tri::no : Tri::yes;
        checkbox(ui, flow, "Ticked", Tri::yes);
        checkbox(ui, flow, "Not ticked", Tri::no);
        checkbox(ui, flow, "Some of them", Tri::mixed);
        checkbox(ui, flow, sample::long_words, Tri::yes);
        checkbox(ui, flow.take(ui.control()), "Without its words", Tri::yes, false);
        caption(ui, flow, "Switches");
        if (toggle(ui, flow.take(ui.control()), "Can be switched", state.switched))
            state.switched = !state.switched;
        toggle(ui, flow.take(ui.control()), "On", true, "With a second sentence about it");
        toggle(ui, flow.take(ui.control()), "Off", false);
        caption(ui, flow, "One of a few");
        ImRect strip = flow.take(ui.control());
        strip.Max.x = std::min(strip.Max.x, strip.Min.x + segmented_width(ui, few));
        state.segment = segmented(ui, strip, "How it is shown", few, state.segment).value_or(state.segment);
        flow.space(ui.px(8));
        segmented(ui, flow.take(ui.control()), "With long words", long_few, 0);
        caption(ui, flow, "Views of the same");
        state.tab = tabs(ui, flow.take(ui.px(36)), "Views", few, state.tab).value_or(state.tab);
        flow.space(ui.px(8));
        tabs(ui, flow.take(ui.px(36)), "Views with long names", long_few, 1);
    });
}

void draw_tags_in_gallery(Ui& ui, GalleryState& state, Flow& page) {
    gallery_section(ui, page, "Tags", [&](Flow& flow) {
        caption(ui, flow, "Part of something else");
        Line silent(flow.take(tag_height(ui)));
        for (const NamedKind& each : tag_kinds)
            draw_tag(ui, silent.start(tag_width(ui, each.name), ui.px(8)).Min, each.name, each.kind);
        caption(ui, flow, "By themselves");
        Line own(flow.take(tag_height(ui)));
        for (const NamedKind& each : tag_kinds)
            tag(ui, own.start(tag_width(ui, each.name), ui.px(8)).Min, each.name, each.kind);
        caption(ui, flow, "Filters: on, off, removable");
        Line chips(flow.take(ui.control()));
        if (chip(ui, chips.start(chip_width(ui, "Can be pressed", false), ui.px(8)).Min, "Can be pressed",
                state.chip))
            state.chip = !state.chip;
        chip(ui, chips.start(chip_width(ui, "Off", false), ui.px(8)).Min, "Off", false);
        chip(ui, chips.start(chip_width(ui, "On, removable", true), ui.px(8)).Min, "On, removable", true,
            true);
        caption(ui, flow, "In a tag’s colours, off and on");
        for (const bool on : {false, true}) {
            Line tinted(flow.take(ui.control()));
            ImGui::PushID(on);
            for (const NamedKind& each : tag_kinds)
                tinted_chip(ui, tinted.start(chip_width(ui, each.name, false), ui.px(8)).Min, each.name,
                    each.kind, on);
            ImGui::PopID();
        }
        caption(ui, flow, "A set of tags");
        const std::array suggestions{std::string("nurse"), std::string("Mannheim"), std::string("mentor")};
        const TagsResult result = tags_field(ui, flow, "Tags", state.tags, state.tag_draft, suggestions);
        if (result.added) state.tags.push_back(*result.added), state.tag_draft.clear();
        if (result.removed)
            state.tags.erase(state.tags.begin() + static_cast<std::ptrdiff_t>(*result.removed));
    });
}

}  // namespace kith::ui
