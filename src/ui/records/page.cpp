#include "ui/records/page.h"

#include "ui/records/history.h"
#include "ui/records/removal.h"

#include <algorithm>
#include <cmath>

#include "model/fields.h"
#include "ui/records/sections.h"
#include "ui/session/places.h"
#include "ui/session/record_scope.h"
#include "ui/words/record_words.h"

namespace kith::ui {

namespace {

constexpr float aside_width = 360;
constexpr float two_columns_from = 900;

std::string action_key(std::string_view key) {
    return "page." + std::string(key);
}

// ---- Head ----------------------------------------------------------------------------------------

void draw_more_menu(PageDrawing& page, const PageSpec& spec, ImRect anchor) {
    Session& session = page.session;
    Ui& ui = session.ui;
    RecordPageState& state = page.state;
    Flow menu;
    if (!begin_menu(ui, session.text("page.more"), anchor, 220, state.menu_open, menu)) return;
    if (menu_item(ui, menu,
            {.label = session.text(state.show_history ? "page.hide_history" : "page.show_history"),
                .icon = Icon::history})) {
        state.show_history = !state.show_history;
        state.menu_open = false;
    }
    for (const PageAction& action : spec.menu) {
        if (!menu_item(ui, menu, {.label = session.text(action_key(action.key)), .icon = action.icon}))
            continue;
        action.carry_out(page);
        state.menu_open = false;
    }
    if (menu_item(ui, menu, {.label = session.text("page.delete"), .icon = Icon::trash_2, .danger = true})) {
        state.menu_open = false;
        ask_removal(session, {&page.record, 1});
    }
    end_menu(ui, menu);
}

// Fields that say nothing yet.
void draw_add_menu(PageDrawing& page, const PageSpec& spec, ImRect anchor) {
    Session& session = page.session;
    Ui& ui = session.ui;
    Flow menu;
    if (!begin_menu(ui, session.text("page.add_detail"), anchor, 240, page.state.add_open, menu)) return;
    for (const PageSection& section : spec.sections) {
        for (const FieldId id : section.more) {
            const FieldSpec& field = *find_field(id);
            const bool rows = field.type == FieldType::rows;
            if (!rows &&
                (page.state.asked.contains(id.value) || says_something(page.workspace(), page.record, field)))
                continue;
            const std::string label = field_label(ui.words(), field);
            const std::string name = rows ? session.text("row.add", {label}) : label;
            if (!menu_item(ui, menu, {.label = name})) continue;
            page.state.add_open = false;
            if (rows) {
                open_row(session, page.state.row, page.record, field, {});
            } else {
                page.state.asked.insert(id.value);
                page.state.begin = id;
            }
        }
    }
    end_menu(ui, menu);
}

bool has_more_fields(const PageSpec& spec) {
    return std::ranges::any_of(
        spec.sections, [](const PageSection& section) { return !section.more.empty(); });
}

void draw_buttons(PageDrawing& page, const PageSpec& spec, Line line, bool from_right) {
    Session& session = page.session;
    Ui& ui = session.ui;
    struct Placed {
        Button button;
        ImRect area;
    };
    std::vector<Placed> placed;
    for (std::size_t i = 0; i < spec.actions.size(); ++i) {
        placed.push_back(
            {{.label = session.text(action_key(spec.actions[i].key)), .icon = spec.actions[i].icon}, {}});
    }
    const bool adds = has_more_fields(spec);
    if (adds) {
        placed.push_back({{.label = session.text("page.add_detail"),
                              .icon = Icon::plus,
                              .has_popup = true,
                              .expanded = page.state.add_open ? Tri::yes : Tri::no},
            {}});
    }
    placed.push_back({{.label = session.text("page.more"),
                          .icon = Icon::ellipsis,
                          .icon_only = true,
                          .has_popup = true,
                          .expanded = page.state.menu_open ? Tri::yes : Tri::no},
        {}});
    float total = 0;
    for (const Placed& each : placed)
        total += button_width(ui, each.button) + ui.px(8);
    if (from_right) line.start(std::max(line.width() - total + ui.px(8), 0.0f));
    for (Placed& each : placed)
        each.area = line.start(button_width(ui, each.button), ui.px(8));
    for (std::size_t i = 0; i < placed.size(); ++i) {
        if (!button(ui, placed[i].area, placed[i].button)) continue;
        if (i < spec.actions.size())
            spec.actions[i].carry_out(page);
        else if (i + 1 == placed.size())
            page.state.menu_open = true;
        else
            page.state.add_open = true;
    }
    draw_more_menu(page, spec, placed.back().area);
    if (adds) draw_add_menu(page, spec, placed[placed.size() - 2].area);
}

void draw_head(PageDrawing& page, const PageSpec& spec, Flow& flow) {
    Session& session = page.session;
    Ui& ui = session.ui;
    const RecordWords words = words_for(session, page.record);
    // How far a favour has come, and when, is told below by its path.
    const bool pathed = kind_of(page.record) == Kind::favour;
    const std::string second = pathed ? std::string{} : joined({words.detail, words.tag});
    const bool beside = flow.width >= ui.px(640);
    float buttons = ui.control() + ui.px(16);
    for (const PageAction& action : spec.actions)
        buttons +=
            button_width(ui, {.label = session.text(action_key(action.key)), .icon = action.icon}) + ui.px(8);
    if (has_more_fields(spec))
        buttons +=
            button_width(ui, {.label = session.text("page.add_detail"), .icon = Icon::plus}) + ui.px(8);
    Flow text{.x = flow.x, .y = flow.y, .width = beside ? flow.width - buttons : flow.width};
    wrapped_heading(ui, text, words.title, 1, Type::title);
    if (!second.empty()) paragraph(ui, text, second, Type::body, Colour::muted);
    if (beside) {
        draw_buttons(page, spec, Line(ImRect{flow.x, flow.y, flow.end_x(), flow.y + ui.control()}), true);
        flow.y = std::max(text.y, flow.y + ui.control());
    } else {
        flow.y = text.y + ui.px(12);
        draw_buttons(page, spec, Line(flow.take(ui.control())), false);
    }
    flow.space(ui.px(16));
}

void draw_trashed(Session& session, Flow& flow, RecordId record) {
    Ui& ui = session.ui;
    const std::string name = record_title(session, record);
    wrapped_heading(ui, flow, name, 1, Type::title);
    flow.space(ui.px(12));
    notice(ui, flow, TagKind::due, session.text("page.in_trash"));
    flow.space(ui.px(12));
    if (button(ui, flow,
            {.label = session.text("trash.restore"), .icon = Icon::rotate_ccw, .kind = ButtonKind::primary}))
        bring_back(session, record);
}

void draw_columns(PageDrawing& page, const PageSpec& spec, Flow& flow) {
    Ui& ui = page.ui();
    const bool two = flow.width >= ui.px(two_columns_from) &&
        std::ranges::any_of(spec.sections, [](const PageSection& section) { return section.aside; });
    page.two_columns = two;
    const float side = two ? ui.px(aside_width) : 0, gap = two ? ui.px(grid::between_cards) : 0;
    Flow main{.x = flow.x, .y = flow.y, .width = flow.width - side - gap};
    Flow aside{.x = flow.end_x() - side, .y = flow.y, .width = side};
    // In one column what stands aside comes last.
    for (const PageSection& section : spec.sections) {
        if (!two || !section.aside) draw_section(page, section, main);
    }
    for (const PageSection& section : spec.sections) {
        if (two && section.aside) draw_section(page, section, aside);
    }
    flow.y = std::max(main.y, aside.y);
}

}  // namespace

// ---- The page ------------------------------------------------------------------------------------

void draw_record_page(
    Session& session, RecordPageState& state, ImRect area, RecordId record, const PageSpec& spec) {
    Ui& ui = session.ui;
    if (state.record != record) {
        state = {.record = record, .plan = std::move(state.plan)};
        session.field_errors.clear();
        session.field_texts.clear();
    }
    const PlaceRow& place = *place_of(kind_of(record));
    const RecordScope scope(record);
    ui.open_group(Role::main, record_title(session, record), area);
    const ScrollOptions options{.side = ui.phone() ? grid::screen_phone : grid::screen,
        .top = 12,
        .most_width = 1240,
        .reserve_scrollbar = true};
    Flow flow = begin_scroll(ui, "record", area, options);
    const PlaceId back_to = list_place(place);
    const Button back{.label = session.name_of(back_to), .icon = Icon::arrow_left, .kind = ButtonKind::bare};
    Line line(flow.take(ui.control()));
    line.area.Min.x -= ui.px(14);
    if (button(ui, line.start(button_width(ui, back)), back)) session.go(back_to);
    flow.space(ui.px(4));
    PageDrawing page{session, state, record};
    switch (session.workspace.state(record)) {
        case RecordState::live:
            draw_head(page, spec, flow);
            draw_columns(page, spec, flow);
            break;
        case RecordState::trashed: draw_trashed(session, flow, record); break;
        default:
            empty_state(ui, flow,
                {.icon = icon_of(place.kind),
                    .title = session.text("page.gone"),
                    .text = session.text("page.gone_text")});
            break;
    }
    if (state.show_history && session.workspace.state(record) != RecordState::absent) {
        Card card(ui, flow);
        heading(ui, card.flow.take(ui.line(Type::section)), session.text("person.history"), 2);
        card.flow.space(ui.px(8));
        draw_history(session, card.flow, record);
        card.end();
    }
    end_scroll(ui, flow, options);
    ui.tree().close();
}

void draw_record_dialogs(Session& session, RecordPageState& state) {
    draw_row_form(session, state.row);
    draw_form(session, state.form);
}

}  // namespace kith::ui
