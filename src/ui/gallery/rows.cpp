#include "ui/gallery/rows.h"

#include <array>
#include <chrono>

namespace kith::ui {

namespace {

using namespace std::chrono_literals;

constexpr std::array names{std::string_view{"Ana Núñez"}, std::string_view{"Bo"}, std::string_view{"田中 明"},
    sample::hebrew, sample::long_words, std::string_view{}};

}  // namespace

void draw_rows_in_gallery(Ui& ui, GalleryState& state, Flow& page) {
    gallery_section(ui, page, "Faces and rows", [&](Flow& flow) {
        caption(ui, flow, "Faces, and their letters");
        Line faces(flow.take(ui.px(56)));
        for (std::size_t i = 0; i < names.size(); ++i) {
            const ImRect place = faces.start(ui.px(48), ui.px(8));
            avatar(ui, place.Min, ui.px(i % 2 == 0 ? 48 : grid::avatar), {.name = names[i], .key = i});
        }
        label(ui, faces.area, initials(names.front()), Type::small, Colour::muted);
        const Face face{.name = names.front(), .key = 3};
        const std::array items{
            ListItem{.title = "Only a title"},
            ListItem{.title = "With a sign", .detail = "and a second line", .icon = Icon::briefcase_business},
            ListItem{.title = "With a face",
                .detail = "Head of Nursing",
                .tag = "today",
                .tag_kind = TagKind::due,
                .action = "Write",
                .menu = "More for Ana",
                .face = &face},
            ListItem{.title = "Late",
                .tag = "3 days late",
                .tag_kind = TagKind::late,
                .icon = Icon::flag,
                .chevron = true},
            ListItem{.title = "With a tick",
                .tick = "Mark as done",
                .tick_on = state.done,
                .menu = "More for the tick"},
            ListItem{.title = "Done already", .tick = "Mark as not done", .tick_on = true},
            ListItem{.title = "Can be taken away", .menu = "Take it away", .dismissed = true},
            ListItem{.title = "With a sign as its button",
                .action = "Edit",
                .action_icon = Icon::pencil,
                .action_room = true},
            ListItem{.title = "With room for what others have",
                .action_room = true,
                .tick_room = true,
                .face_room = true},
            ListItem{.title = "What others belong to", .strong = true},
            ListItem{.title = "Can’t be pressed", .detail = "It only says something", .pressable = false},
            ListItem{.title = sample::long_words,
                .detail = sample::long_words,
                .tag = "27 January 2027",
                .action = "Ask",
                .menu = "More for the long one"},
            ListItem{.title = sample::long_word,
                .detail = sample::long_words,
                .tag = "27 January 2027",
                .action = "Plan",
                .wraps = true},
            ListItem{
                .title = sample::arabic, .detail = sample::japanese, .action = "Read", .icon = Icon::globe},
        };
        caption(ui, flow, "Rows");
        ui.open_group(Role::list, "Rows in every state");
        for (std::size_t i = 0; i < items.size(); ++i) {
            ListItem item = items[i];
            item.position = static_cast<int>(i) + 1;
            item.set_size = static_cast<int>(items.size());
            const auto result = list_item(ui, flow.take(list_item_height(ui, item, flow.width)), item);
            if (result.ticked && item.title == "With a tick") state.done = !state.done;
            draw_separator(ui, flow.x, flow.end_x(), flow.y);
        }
        ui.tree().close();
    });
}

void draw_table_in_gallery(Ui& ui, GalleryState& state, Flow& page) {
    gallery_section(ui, page, "Table", [&](Flow& flow) {
        const std::array columns{
            Column{.key = "name", .title = "Name", .least = 140, .share = 2},
            Column{.key = "role", .title = "Role", .least = 120, .keep = 1},
            Column{.key = "note", .title = "Not sortable", .least = 120, .keep = 2, .sortable = false},
        };
        constexpr int count = 40;
        const auto name_of = [](int row) {
            const std::string_view name = names[static_cast<std::size_t>(row) % (names.size() - 1)];
            return std::string(name) + " " + std::to_string(row + 1);
        };
        const TableRows rows{.count = count,
            .two_lines = true,
            .cell =
                [&](int row, std::size_t column, ImRect place, bool lit) {
                    const std::string words = column == 0 ? name_of(row)
                        : column == 1                     ? std::string(sample::words)
                                                          : std::string();
                    silent_label(ui, place, words, Type::body, lit ? Colour::accent : Colour::text);
                    return words;
                },
            .name = name_of,
            .key = [](int row) { return static_cast<std::uint64_t>(row) + 1; },
            .selected = [&](int row) { return state.selected.contains(row); },
            .current = state.opened,
            .find = {}};
        const float high = std::min(ui.px(320), table_height(ui, count, true));
        const TableResult result =
            table(ui, flow.take(high), "People of the gallery", state.table, columns, rows);
        if (result.opened) state.opened = *result.opened;
        if (result.toggled && state.selected.erase(*result.toggled) == 0)
            state.selected.insert(*result.toggled);
        if (result.select_none) state.selected.clear();
        const auto range = result.select_all ? std::optional(std::pair(0, count - 1)) : result.range;
        for (int row = range ? range->first : 0; range && row <= range->second; ++row)
            state.selected.insert(row);
        caption(ui, flow, "With nothing in it");
        TableState empty;
        const TableRows none{.count = 0, .cell = rows.cell, .name = rows.name, .key = rows.key};
        table(ui, flow.take(table_height(ui, 1)), "Nobody", empty, columns, none);
    });
}

void draw_notices_in_gallery(Ui& ui, Flow& page) {
    gallery_section(ui, page, "Notices", [&](Flow& flow) {
        for (const TagKind kind :
            {TagKind::plain, TagKind::accent, TagKind::due, TagKind::late, TagKind::note}) {
            ImGui::PushID(static_cast<int>(kind));
            notice(ui, flow, kind, kind == TagKind::late ? sample::long_words : sample::words);
            ImGui::PopID();
            flow.space(ui.px(8));
        }
        caption(ui, flow, "Under way: begun, half done, done");
        for (const auto& [name, part] :
            {std::pair{"Begun", 0.0f}, std::pair{"Half done", 0.5f}, std::pair{"Done", 1.0f}})
            progress_bar(ui, flow.take(ui.px(20)), name, part);
        caption(ui, flow, "On their way, since some time");
        skeleton_rows(ui, flow, 3, ui.now() - 1s);
        caption(ui, flow, "A card with nothing in it");
        draw_card(ui, flow.take(ui.px(40)));
    });
    gallery_section(ui, page, "Nothing there yet", [&](Flow& flow) {
        empty_state(ui, flow,
            {.icon = Icon::users,
                .title = "Nobody here yet",
                .text = sample::long_words,
                .action = "Add someone",
                .action_icon = Icon::plus});
        empty_state(ui, flow, {.icon = Icon::search, .title = sample::long_word, .text = sample::words});
    });
}

void draw_overlays_in_gallery(Ui& ui, GalleryState& state, Flow& page) {
    gallery_section(ui, page, "Over the page", [&](Flow& flow) {
        if (button(ui, flow, {.label = "Dialog", .has_popup = true})) state.dialog = true;
        flow.space(ui.px(8));
        if (button(ui, flow, {.label = "Question", .has_popup = true})) state.alert = true;
        flow.space(ui.px(8));
        if (button(ui, flow, {.label = "A panel of its own", .has_popup = true})) state.panel = true;
        flow.space(ui.px(8));
        if (button(ui, flow, {.label = "Message with a way back"}))
            state.toast = {.text = "Logged", .action = "Undo", .until = ui.now() + 10s};
        flow.space(ui.px(8));
        if (button(ui, flow, {.label = "Long message"}))
            state.toast = {.text = std::string(sample::long_words), .action = {}, .until = ui.now() + 6s};
        flow.space(ui.px(8));
        const ImRect anchor = flow.take(ui.control());
        if (button(ui, anchor, {.label = "Menu", .has_popup = true})) state.menu = true;
        Flow menu;
        if (!begin_menu(ui, "Menu of the gallery", anchor, 260, state.menu, menu)) return;
        const std::array items{
            MenuItem{.label = "Edit", .icon = Icon::pencil, .detail = "Ctrl E"},
            MenuItem{.label = "Details",
                .checked = state.detailed ? Tri::yes : Tri::no,
                .role = Role::menuitemcheckbox},
            MenuItem{.label = "Can’t be done now", .icon = Icon::lock, .disabled = true},
            MenuItem{.label = sample::long_words, .icon = Icon::mail},
            MenuItem{.label = sample::arabic, .icon = Icon::globe},
            MenuItem{.label = "Delete", .icon = Icon::trash_2, .danger = true},
        };
        for (const MenuItem& item : items) {
            if (!menu_item(ui, menu, item)) continue;
            if (item.role == Role::menuitemcheckbox) state.detailed = !state.detailed;
            state.menu = false;
        }
        end_menu(ui, menu);
    });
}

void draw_open_overlays_of_gallery(Ui& ui, GalleryState& state) {
    Flow flow;
    if (begin_dialog(ui, "Dialog of the gallery", 420, state.dialog, flow)) {
        paragraph(ui, flow, sample::long_words, Type::body, Colour::muted);
        flow.space(ui.px(12));
        text_field(ui, labelled(ui, flow, "What for", ui.control()), {.name = "What for"}, state.typed);
        flow.space(ui.px(12));
        const Button save{.label = "Save", .kind = ButtonKind::primary};
        if (button(ui, flow, save) || ui.submitted()) state.dialog = false;
        end_dialog(ui, flow);
    }
    if (begin_dialog(ui, "Delete it?", 420, state.alert, flow, true)) {
        paragraph(ui, flow, sample::words);
        flow.space(ui.px(12));
        if (button(ui, flow, {.label = "Delete it", .kind = ButtonKind::danger})) state.alert = false;
        end_dialog(ui, flow);
    }
    if (state.panel) {
        begin_layer(ui, "gallery panel", true);
        const ImVec2 screen = ImGui::GetIO().DisplaySize;
        const ImVec2 size{std::min(ui.px(360), screen.x - ui.px(32)), ui.px(120)};
        const ImVec2 corner{ImFloor((screen.x - size.x) * 0.5f), ui.px(80)};
        const ImRect panel{corner, corner + size};
        draw_card(ui, panel);
        if (layer_dismissed(ui, panel)) state.panel = false;
        Node& node = ui.tree().open(
            {.id = ImGui::GetID("panel"), .role = Role::dialog, .name = "A panel that lays itself out"});
        node.modal = true;
        node.bounds = ui.visible_bounds(panel);
        Flow inner{.x = panel.Min.x + ui.px(16), .y = panel.Min.y + ui.px(16), .width = size.x - ui.px(32)};
        label(ui, inner.take(ui.line(Type::body)), sample::words);
        if (button(ui, inner, {.label = "Close"})) state.panel = false;
        ui.tree().close();
        end_layer(ui);
    }
    show_toast(ui, state.toast, 0);
}

}  // namespace kith::ui
