#include "widgets/overlays.h"

#include <cmath>

#include "base/text.h"
#include "widgets/buttons.h"
#include "widgets/texts.h"

namespace kith::ui {

using namespace std::chrono_literals;

namespace {

ImGuiID id_of(std::string_view text) {
    return ImGui::GetID(text.data(), text.data() + text.size());
}

// How high a panel's content was when it was last drawn; 0 on its first frame, which stays invisible.
float& content_height(ImGuiID id) {
    return *ImGui::GetCurrentWindow()->RootWindow->StateStorage.GetFloatRef(id, 0);
}

}  // namespace

void begin_layer(Ui& ui, std::string_view name, bool dim) {
    std::string title = "layer/";
    title += name;
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
    ImGui::Begin(title.c_str(), nullptr,
        ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
            ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse |
            ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoBringToFrontOnFocus);
    ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
    ui.focus().enter_layer(ImGui::GetCurrentWindow()->ID);
    if (dim) {
        ImGui::GetWindowDrawList()->AddRectFilled(
            {0, 0}, ImGui::GetIO().DisplaySize, ui.colour(Colour::scrim));
    }
}

bool layer_dismissed(Ui& ui, ImRect panel) {
    if (!ui.focus().in_top_layer()) return false;
    if (ui.key(ImGuiKey_Escape)) return true;
    const ImGuiContext& g = *ImGui::GetCurrentContext();
    const bool here =
        g.HoveredWindow != nullptr && g.HoveredWindow->RootWindow == ImGui::GetCurrentWindow()->RootWindow;
    return here && g.IO.MouseClicked[0] && !panel.Contains(g.IO.MousePos) && !ImGui::IsWindowAppearing();
}

void end_layer(Ui& ui) {
    ui.focus().leave_layer();
    ImGui::End();
}

// ---- Dialog --------------------------------------------------------------------------------------

bool begin_dialog(Ui& ui, std::string_view title, float width, bool& open, Flow& flow, bool alert) {
    if (!open) return false;
    begin_layer(ui, title, true);
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const ImGuiID id = id_of(title);
    const float padding = ui.px(ui.phone() ? grid::screen_phone : grid::screen);
    const float content = content_height(id);
    const float most = screen.y - 2 * ui.px(24);
    const ImVec2 size{std::min(ui.px(width), screen.x - 2 * ui.px(16)), std::min(content, most)};
    const ImVec2 corner{
        ImFloor((screen.x - size.x) * 0.5f), ImFloor((screen.y - size.y) * (ui.phone() ? 0.5f : 0.35f))};
    const ImRect panel{corner, corner + size};
    if (content > 0) draw_card(ui, panel);
    if (layer_dismissed(ui, panel)) open = false;

    Node& node = ui.tree().open(
        {.id = id, .role = alert ? Role::alertdialog : Role::dialog, .name = std::string(title)});
    node.modal = true;
    node.bounds = ui.visible_bounds(panel);
    ImGui::PushID(static_cast<int>(id));
    const ScrollOptions options{.side = padding / ui.px_exact(1), .top = 20, .bottom = 20};
    flow =
        begin_scroll(ui, "dialog", content > 0 ? panel : ImRect{corner, corner + ImVec2(size.x, 1)}, options);
    heading(ui, flow.take(ui.line(Type::section)), title, 2);
    flow.space(ui.px(12));
    return true;
}

void end_dialog(Ui& ui, Flow& flow) {
    ImGuiWindow* panel = ImGui::GetCurrentWindow();
    const float height = flow.y - panel->DC.CursorStartPos.y + ui.px(20);
    end_scroll(ui, flow, {.bottom = 20});
    ImGui::PopID();
    const ImGuiID id = ui.tree().open_id();
    if (std::abs(content_height(id) - height) > 0.5f) {
        content_height(id) = height;
        ui.keep_moving();
    }
    ui.tree().close();
    end_layer(ui);
}

// ---- Menu ----------------------------------------------------------------------------------------

bool begin_menu(
    Ui& ui, std::string_view name, ImRect anchor, float width, bool& open, Flow& flow, Role role) {
    if (!open) return false;
    begin_layer(ui, name, false);
    ui.note_menu();
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const ImGuiID id = id_of(name);
    const float content = content_height(id);
    const float below = screen.y - anchor.Max.y - ui.px(8);
    const float above = anchor.Min.y - ui.px(8);
    const bool up = content > below && above > below;
    const float height = std::min(content, std::max(up ? above : below, ui.px(80)));
    const float wide = std::min(std::max(ui.px(width), anchor.GetWidth()), screen.x - ui.px(16));
    ImVec2 corner{std::min(anchor.Min.x, screen.x - wide - ui.px(8)),
        up ? anchor.Min.y - height - ui.px(4) : anchor.Max.y + ui.px(4)};
    if (anchor.Min.x + wide > screen.x) corner.x = std::max(ui.px(8), anchor.Max.x - wide);
    const ImRect panel{corner, corner + ImVec2(wide, height)};
    if (content > 0) draw_card(ui, panel);
    if (layer_dismissed(ui, panel)) open = false;
    // Tab leaves a menu, as everywhere.
    Node& node = ui.tree().open({.id = id, .role = role, .name = std::string(name)});
    node.bounds = ui.visible_bounds(panel);
    ImGui::PushID(static_cast<int>(id));
    flow = begin_scroll(ui, "menu", content > 0 ? panel : ImRect{corner, corner + ImVec2(wide, 1)},
        {.side = 4, .top = 4, .bottom = 4});
    return true;
}

void end_menu(Ui& ui, Flow& flow) {
    ImGuiWindow* panel = ImGui::GetCurrentWindow();
    const float height = flow.y - panel->DC.CursorStartPos.y + ui.px(4);
    end_scroll(ui, flow, {.bottom = 4});
    ImGui::PopID();
    const ImGuiID id = ui.tree().open_id();
    if (std::abs(content_height(id) - height) > 0.5f) {
        content_height(id) = height;
        ui.keep_moving();
    }
    // Arrows go round; letters jump to the next item that begins with them.
    if (ui.focus().in_top_layer()) {
        std::vector<const Node*> items;
        for (const Node& node : ui.tree().nodes()) {
            if (node.parent == id && node.focusable) items.push_back(&node);
        }
        const int count = static_cast<int>(items.size());
        int at = -1;
        for (int i = 0; i < count; ++i) {
            if (items[static_cast<std::size_t>(i)]->id == ui.focus().id()) at = i;
        }
        int next = -1;
        if (count > 0 && ui.key(ImGuiKey_DownArrow, true))
            next = (at + 1) % count;
        else if (count > 0 && ui.key(ImGuiKey_UpArrow, true))
            next = (at + count - (at < 0 ? 0 : 1)) % count;
        else if (count > 0 && ui.key(ImGuiKey_Home))
            next = 0;
        else if (count > 0 && ui.key(ImGuiKey_End))
            next = count - 1;
        bool begins = false;
        if (const auto prefix = ui.typed(begins)) {
            for (int step = begins ? 1 : 0; step <= count && next < 0; ++step) {
                const int candidate = (std::max(at, 0) + step) % count;
                if (fold(items[static_cast<std::size_t>(candidate)]->name).starts_with(*prefix))
                    next = candidate;
            }
        }
        if (next >= 0) ui.focus().move_to(items[static_cast<std::size_t>(next)]->id, true);
    }
    ui.tree().close();
    end_layer(ui);
}

bool menu_item(Ui& ui, Flow& flow, const MenuItem& item) {
    const ImRect area = flow.take(ui.touch() ? ui.px(grid::control_touch) : ui.px(32));
    Node node{.role = item.role, .name = std::string(item.label)};
    node.description = item.detail;
    node.checked = item.checked;
    if (item.role == Role::option) node.selected = item.selected ? Tri::yes : Tri::no;
    node.position = item.position;
    node.set_size = item.set_size;
    // The chosen one has the focus when a list opens: it is the one reached by Tab.
    const Press press = ui.press(id_of(item.label), area, std::move(node),
        {.disabled = item.disabled, .field = item.selected, .ring = false, .corner = 4});
    if (press.visible) {
        ImDrawList& list = *ImGui::GetWindowDrawList();
        const bool marked = press.hovered || press.focused;
        if (marked)
            list.AddRectFilled(area.Min, area.Max,
                ui.colour(press.focused ? Colour::accent_soft : Colour::surface_2), ui.px(4));
        Line line(inset(area, ui.px(8), 0));
        const Colour colour = item.disabled ? Colour::edge : item.danger ? Colour::late : Colour::text;
        const float icon = ui.px(grid::icon);
        if (item.checked != Tri::not_applicable || item.role == Role::option) {
            const ImRect sign = middle(line.start(icon, ui.px(8)), icon);
            if (item.checked == Tri::yes || item.selected)
                draw_icon(ui, list, sign.Min, Icon::check, icon, ui.colour(Colour::accent));
        } else if (item.icon != Icon::none) {
            const ImRect sign = middle(line.start(icon, ui.px(8)), icon);
            draw_icon(
                ui, list, sign.Min, item.icon, icon, ui.colour(item.danger ? Colour::late : Colour::muted));
        }
        if (!item.detail.empty()) {
            const float wide = std::ceil(text_width(ui, item.detail, Type::small));
            silent_label(ui, line.end(std::min(wide, line.width() * 0.5f), ui.px(12)), item.detail,
                Type::small, Colour::muted, Align::end);
        }
        silent_label(ui, line.area, item.label, Type::body, colour);
    }
    return press.pressed;
}

// ---- Select and completion -----------------------------------------------------------------------

namespace {

bool is_chosen(const Select& select) {
    return select.current >= 0 && select.current < static_cast<int>(select.options.size());
}
std::string_view shown_by(const Select& select) {
    return is_chosen(select) ? select.options[static_cast<std::size_t>(select.current)] : select.placeholder;
}

}  // namespace

float select_width(const Ui& ui, const Select& select) {
    return std::ceil(text_width(ui, shown_by(select), Type::body)) + 2 * ui.px(12) + ui.px(6) +
        ui.px(grid::icon);
}

std::optional<int> select(Ui& ui, ImRect area, const Select& select) {
    const ImGuiID id = id_of(select.id.empty() ? select.name : select.id);
    bool& open = *ImGui::GetStateStorage()->GetBoolRef(id, false);
    const bool chosen_one = is_chosen(select);
    const std::string_view shown = shown_by(select);

    Node node{.role = Role::combobox, .name = std::string(select.name)};
    if (chosen_one) node.value = shown;
    node.expanded = open ? Tri::yes : Tri::no;
    node.has_popup = true;
    const Press press = ui.press(id, area, std::move(node));
    std::optional<int> result;
    if (auto set = ui.take_request(id, NodeAction::set_value)) {
        for (std::size_t i = 0; i < select.options.size(); ++i) {
            if (select.options[i] == *set) result = static_cast<int>(i);
        }
    }
    if (press.focused && ui.focus().in_top_layer() &&
        (ui.key(ImGuiKey_DownArrow) || ui.key(ImGuiKey_UpArrow)))
        open = true;
    if (press.pressed) open = !open;
    if (press.visible) {
        ImDrawList& list = *ImGui::GetWindowDrawList();
        const float corner = ui.px(grid::corner);
        const bool framed = select.look == FieldLook::framed;
        if (framed) {
            list.AddRectFilled(area.Min, area.Max, ui.colour(Colour::surface), corner);
            list.AddRect(
                area.Min, area.Max, ui.colour(press.hovered || open ? Colour::muted : Colour::edge), corner);
        } else if (press.hovered || open) {
            list.AddRectFilled(area.Min, area.Max, ui.colour(Colour::surface_2), corner);
        }
        Line line(inset(area, ui.px(framed ? 12 : 6), 0));
        const float icon = ui.px(grid::icon);
        const ImRect sign = middle(line.end(icon, ui.px(6)), icon);
        if (framed || press.hovered || open || press.focused) {
            draw_icon(ui, list, sign.Min, Icon::chevron_down, icon, ui.colour(Colour::muted));
        }
        silent_label(ui, line.area, shown, Type::body, chosen_one ? Colour::text : Colour::muted);
    }

    Flow flow;
    ImGui::PushID(static_cast<int>(id));
    if (begin_menu(ui, select.name, area, area.GetWidth() / ui.px_exact(1), open, flow, Role::listbox)) {
        const int count = static_cast<int>(select.options.size());
        for (int i = 0; i < count; ++i) {
            ImGui::PushID(i);
            if (menu_item(ui, flow,
                    {.label = select.options[static_cast<std::size_t>(i)],
                        .role = Role::option,
                        .selected = i == select.current,
                        .position = i + 1,
                        .set_size = count})) {
                result = i;
                open = false;
            }
            ImGui::PopID();
        }
        end_menu(ui, flow);
    }
    ImGui::PopID();
    return result;
}

Completion completing_field(Ui& ui, ImRect area, Field field, std::string& value,
    std::span<const std::string_view> options, std::span<const std::string_view> details) {
    Completion completion;
    const ImGuiID id = id_of(field.id.empty() ? field.name : field.id);
    const ImGuiID list_id = ImHashData(&id, sizeof id, 0x4c495354U);
    int& marked = *ImGui::GetStateStorage()->GetIntRef(list_id, -1);
    // Once something is chosen the list is out of the way, until more is typed or it is asked for.
    constexpr int settled = -2;
    const bool show = ui.editing().id == id && !options.empty() && marked != settled;
    const int count = static_cast<int>(options.size());
    if (marked != settled || ui.editing().id != id) marked = std::clamp(marked, -1, count - 1);
    const auto option_id = [&](int i) { return ImHashData(&i, sizeof i, list_id); };
    field.role = Role::combobox;
    field.expanded = show ? Tri::yes : Tri::no;
    field.controls = show ? list_id : 0;
    field.active_option = show && marked >= 0 ? option_id(marked) : 0;

    completion.field = text_field(ui, area, field, value);
    if (completion.field.changed) marked = -1;
    if (marked == settled && completion.field.steer == TextEvent::down) marked = -1;
    if (show && completion.field.steer == TextEvent::down) marked = (marked + 1) % count;
    if (show && completion.field.steer == TextEvent::up)
        marked = (marked + count) % (count + 1) - (marked < 0 ? 1 : 0);
    if (show && completion.field.accepted && marked >= 0) completion.chosen = marked;
    if (completion.field.accepted) marked = settled;

    if (show && completion.field.editing) {
        // The list lies over the page but is no layer: the keyboard stays in the field.
        const float row = ui.touch() ? ui.px(grid::control_touch) : ui.px(32);
        const ImVec2 screen = ImGui::GetIO().DisplaySize;
        const float wide = std::min(std::max(area.GetWidth(), ui.px(240)), screen.x - ui.px(16));
        const float high = row * static_cast<float>(count) + ui.px(8);
        ImVec2 corner{std::min(area.Min.x, screen.x - wide - ui.px(8)), area.Max.y + ui.px(4)};
        if (corner.y + high > screen.y) corner.y = area.Min.y - ui.px(4) - high;
        ImGui::SetNextWindowPos(corner);
        ImGui::SetNextWindowSize({wide, high});
        std::string window = "completions/" + std::to_string(id);
        ImGui::Begin(window.c_str(), nullptr,
            ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoFocusOnAppearing);
        ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
        draw_card(ui, {corner, corner + ImVec2(wide, high)});
        Node& list_node =
            ui.tree().open({.id = list_id, .role = Role::listbox, .name = std::string(field.name)});
        list_node.bounds = ui.visible_bounds({corner, corner + ImVec2(wide, high)});
        Flow flow{.x = corner.x + ui.px(4), .y = corner.y + ui.px(4), .width = wide - ui.px(8)};
        for (int i = 0; i < count; ++i) {
            const ImRect strip = flow.take(row);
            Node node{.role = Role::option, .name = std::string(options[static_cast<std::size_t>(i)])};
            node.selected = i == marked ? Tri::yes : Tri::no;
            node.position = i + 1;
            node.set_size = count;
            ImGui::ItemAdd(strip, option_id(i), nullptr, ImGuiItemFlags_NoNav);
            bool hovered = false, held = false;
            // Chosen as the button goes down: the field is about to lose the focus.
            if (ImGui::ButtonBehavior(
                    strip, option_id(i), &hovered, &held, ImGuiButtonFlags_PressedOnClick) ||
                ui.take_request(option_id(i), NodeAction::activate)) {
                completion.chosen = i;
            }
            node.id = option_id(i);
            node.bounds = ui.visible_bounds(strip);
            ui.tree().add(std::move(node));
            if (hovered || i == marked) {
                ImGui::GetWindowDrawList()->AddRectFilled(strip.Min, strip.Max,
                    ui.colour(i == marked ? Colour::accent_soft : Colour::surface_2), ui.px(4));
            }
            Line line(inset(strip, ui.px(8), 0));
            if (static_cast<std::size_t>(i) < details.size() &&
                !details[static_cast<std::size_t>(i)].empty()) {
                const float wide_detail =
                    std::ceil(text_width(ui, details[static_cast<std::size_t>(i)], Type::small));
                silent_label(ui, line.end(std::min(wide_detail, line.width() * 0.5f), ui.px(8)),
                    details[static_cast<std::size_t>(i)], Type::small, Colour::muted, Align::end);
            }
            silent_label(ui, line.area, options[static_cast<std::size_t>(i)]);
        }
        ui.tree().close();
        ImGui::End();
    }
    if (completion.chosen) {
        value = options[static_cast<std::size_t>(*completion.chosen)];
        marked = -1;
        ui.end_edit();
        completion.field.editing = false;
    }
    return completion;
}

// ---- Toast ---------------------------------------------------------------------------------------

bool show_toast(Ui& ui, Toast& toast, float bottom_margin) {
    if (toast.text.empty()) return false;
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const Button action{.label = toast.action, .kind = ButtonKind::bare};
    const float padding = ui.px(16);
    const float action_width = toast.action.empty() ? 0 : button_width(ui, action) + ui.px(8);
    const Button close{
        .label = ui.text("widget.close"), .icon = Icon::x, .kind = ButtonKind::bare, .icon_only = true};
    const float close_width = button_width(ui, close);
    const float words = std::ceil(text_width(ui, toast.text, Type::body)) + 1;
    const float beside = action_width + close_width + padding + ui.px(12);
    const float wide = std::min(words + beside, screen.x - 2 * ui.px(16));
    // On a phone the words may take several lines.
    const float high =
        std::max(ui.control(), lines_height(ui, toast.text, Type::body, wide - beside) + ui.px(12)) +
        ui.px(8);
    const ImVec2 corner{ImFloor((screen.x - wide) * 0.5f), screen.y - high - ui.px(24) - bottom_margin};
    ImGui::SetNextWindowPos(corner);
    ImGui::SetNextWindowSize({wide, high});
    ImGui::Begin("toast", nullptr,
        ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
            ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoFocusOnAppearing |
            ImGuiWindowFlags_NoBringToFrontOnFocus);
    if (!ui.menu()) ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
    const ImRect area{corner, corner + ImVec2(wide, high)};
    ui.cover(area);
    draw_card(ui, area);
    ImGui::GetWindowDrawList()->AddRect(area.Min, area.Max, ui.colour(Colour::edge), ui.px(grid::corner));
    ui.open_group(Role::status, toast.text, area);
    Line line(inset(area, 0, ui.px(4)));
    line.start(padding);
    line.end(ui.px(4));
    bool pressed = false, gone = false;
    // Read from left to right: text, Undo, close.
    const ImRect close_area = middle(line.end(close_width), ui.control());
    const ImRect action_area =
        toast.action.empty() ? ImRect{} : middle(line.end(action_width - ui.px(8), ui.px(8)), ui.control());
    silent_lines(ui, line.area, toast.text);
    if (!toast.action.empty() && button(ui, action_area, action)) pressed = gone = true;
    if (button(ui, close_area, close)) gone = true;
    const bool attended = ImGui::IsMouseHoveringRect(area.Min, area.Max) ||
        (ui.focus().ring() && ui.tree().find(ui.focus().id()) != nullptr &&
            ui.tree().find(ui.focus().id())->parent == ui.tree().open_id());
    ui.tree().close();
    ImGui::End();
    if (ui.now() >= toast.until && !attended)
        gone = true;
    else
        ui.host().request_frame(std::chrono::ceil<std::chrono::milliseconds>(
            std::max(toast.until - ui.now(), Instant::duration(200))));
    if (gone) toast = {};
    return pressed;
}

}  // namespace kith::ui
