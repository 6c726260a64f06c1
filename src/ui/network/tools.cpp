#include "ui/network/tools.h"

#include <array>
#include <charconv>
#include <utility>

#include "base/text.h"
#include "model/fields.h"
#include "planning/people/adding.h"
#include "widgets/widgets.h"
#include "workspace/names.h"

namespace kith::ui {

namespace {

// Pins are one setting, so that they travel and are undone like everything else: "id x y;id x y".
std::vector<Placed> read_pins(std::string_view text) {
    std::vector<Placed> pins;
    for (const std::string_view entry : split(text, ';')) {
        const std::vector<std::string_view> parts = split(entry, ' ');
        if (parts.size() != 3) continue;
        Placed pin{.key = from_hex(parts[0]).value_or(0), .at = {}, .pinned = true};
        const auto number = [](std::string_view digits, float& value) {
            int whole = 0;
            std::from_chars(digits.data(), digits.data() + digits.size(), whole);
            value = static_cast<float>(whole);
        };
        number(parts[1], pin.at.x);
        number(parts[2], pin.at.y);
        if (pin.key != 0) pins.push_back(pin);
    }
    return pins;
}

std::string write_pins(const std::vector<Placed>& pins) {
    std::string text;
    for (const Placed& pin : pins) {
        if (!text.empty()) text += ';';
        text += to_hex(pin.key) + ' ' + std::to_string(static_cast<int>(pin.at.x)) + ' ' +
            std::to_string(static_cast<int>(pin.at.y));
    }
    return text;
}

struct Tool {
    NetworkTool tool;
    Icon icon;
    std::string_view key;
};
constexpr std::array tools{
    Tool{NetworkTool::move, Icon::hand, "network.tool_move"},
    Tool{NetworkTool::select, Icon::lasso_select, "network.tool_select"},
    Tool{NetworkTool::connect, Icon::spline, "network.tool_connect"},
    Tool{NetworkTool::add, Icon::user_plus, "network.tool_add"},
};

constexpr std::size_t view_tools = 3;  // nearer, farther, everyone

/// Where a column of square buttons stands on a ground of its own.
ImRect palette(const Session& session, ImVec2 corner, std::size_t buttons, bool from_bottom) {
    const Ui& ui = session.ui;
    const float square = ui.control(), edge = ui.px(4);
    const float high = static_cast<float>(buttons) * square + 2 * edge;
    const ImVec2 top = from_bottom ? ImVec2{corner.x, corner.y - high} : corner;
    return {top, {top.x + square + 2 * edge, top.y + high}};
}

ImRect tool_palette(const Session& session, ImRect picture) {
    const float away = session.ui.px(12);
    return palette(session, {picture.Min.x + away, picture.Min.y + away}, tools.size(), false);
}

ImRect view_palette(const Session& session, ImRect picture) {
    const Ui& ui = session.ui;
    const float away = ui.px(12);
    return palette(
        session, {picture.Max.x - away - ui.control() - ui.px(8), picture.Max.y - away}, view_tools, true);
}

}  // namespace

std::vector<ImRect> network_tool_areas(const Session& session, ImRect picture) {
    std::vector<ImRect> areas{view_palette(session, picture)};
    if (session.may_write()) areas.push_back(tool_palette(session, picture));
    return areas;
}

void draw_network_tools(Session& session, NetworkState& state, ImRect picture) {
    Ui& ui = session.ui;
    const float square = ui.control(), edge = ui.px(4);
    if (session.may_write()) {
        const ImRect whole = tool_palette(session, picture);
        draw_card(ui, whole);
        const ImRect column = inset(whole, edge, edge);
        ui.open_group(Role::toolbar, session.text("network.tools_name"), column);
        Flow flow{column.Min.x, column.Min.y, square};
        for (const Tool& tool : tools) {
            const Button choice{.label = session.text(tool.key),
                .icon = tool.icon,
                .kind = state.tool == tool.tool ? ButtonKind::quiet : ButtonKind::bare,
                .icon_only = true,
                .pressed = state.tool == tool.tool ? Tri::yes : Tri::no};
            if (!button(ui, flow.take(square), choice)) continue;
            state.tool = tool.tool;
            state.connect_from = {};
            if (tool.tool == NetworkTool::connect && state.chosen) state.connect_from = state.chosen;
        }
        ui.tree().close();
    }

    const ImRect whole = view_palette(session, picture);
    draw_card(ui, whole);
    const ImRect column = inset(whole, edge, edge);
    ui.open_group(Role::toolbar, session.text("network.view_tools"), column);
    Flow flow{column.Min.x, column.Min.y, square};
    const auto zoom = [&](std::string_view key, Icon icon, float factor) {
        const Button nearer{
            .label = session.text(key), .icon = icon, .kind = ButtonKind::bare, .icon_only = true};
        if (!button(ui, flow.take(square), nearer)) return;
        NetworkCamera camera = state.camera.value_or(state.view.fit(picture.GetSize(), state.shown));
        camera.scale *= factor;
        state.camera = camera;
    };
    zoom("network.nearer", Icon::plus, 1.4F);
    zoom("network.farther", Icon::minus, 1 / 1.4F);
    const Button fit{.label = session.text("network.fit"),
        .icon = Icon::maximize,
        .kind = ButtonKind::bare,
        .icon_only = true};
    if (button(ui, flow.take(square), fit)) state.camera.reset();
    ui.tree().close();
}

void connect_in_network(Session& session, NetworkState& state, RecordId a, RecordId b) {
    state.connect_from = {};
    if (!a || !b || a == b) return;
    const Workspace& workspace = session.workspace;
    const std::string first = record_name(workspace, a), second = record_name(workspace, b);
    const ContactGraph& contacts = state.view.contacts();
    if (const ContactEdge* edge = contacts.between(contacts.find(a), contacts.find(b));
        edge != nullptr && acquainted_on(*edge, session.ui.today()))
        return session.say(session.text("network.connected_already", {first, second}));
    session.commit(
        connect(a, b, first, second, session.random), session.text("network.connected", {first, second}));
}

void pin_in_network(Session& session, NetworkState& state, std::size_t node, bool pinned) {
    if (pinned)
        state.view.pin(node, state.view.at(node));
    else
        state.view.unpin(node);
    state.pins_read = write_pins(state.view.pins());
    session.set_setting(settings::network_pins, state.pins_read);
}

void update_network_places(Session& session, NetworkState& state) {
    const std::string setting = session.setting(settings::network_pins);
    if (setting != state.pins_read || state.pins_version != state.view.version()) {
        state.pins_read = setting;
        state.pins_version = state.view.version();
        state.view.set_pins(read_pins(setting));
    }
    // Whoever is in the list now and was not when the dialog opened is the one it added.
    const auto people = session.workspace.all(Kind::person);
    if (!state.place_for_new || people.size() <= state.people_before) return;
    const auto node = state.view.find(people.back());
    if (!node) return;
    const Point place = *std::exchange(state.place_for_new, std::nullopt);
    state.chosen = people.back();
    state.view.pin(*node, place);
    state.pins_read = write_pins(state.view.pins());
    session.set_setting(settings::network_pins, state.pins_read);
}

}  // namespace kith::ui
