// The picture: people as discs, ties as lines, organisations as words. What a drag does is the tool's to say;
// with the keyboard one stands on a person and walks along ties, and each tool has a key.
#include <algorithm>
#include <cmath>

#include "ui/network/canvas.h"
#include "ui/network/drawing.h"
#include "ui/network/filter.h"
#include "ui/network/tools.h"
#include "workspace/names.h"

namespace kith::ui {

namespace {

constexpr float click_slop = 4;

void select(NetworkState& state, RecordId person) {
    if (!state.selected.erase(person)) state.selected.insert(person);
}

/// A press or Enter on somebody, or (none) on an empty place.
void use_tool(Canvas& canvas, std::optional<std::size_t> node, Point place) {
    Session& session = canvas.session;
    NetworkState& state = canvas.state;
    const RecordId person = node ? state.view.nodes()[*node].record : RecordId{};
    switch (state.tool) {
        case NetworkTool::select:
            if (person) select(state, person);
            return;
        case NetworkTool::connect:
            if (person && state.connect_from && state.connect_from != person)
                return connect_in_network(session, state, state.connect_from, person);
            state.connect_from = person;
            if (node) {
                choose_in_network(session, state, *node);
                session.ui.tree().announce(
                    session.text("network.connect_from", {state.view.nodes()[*node].name}));
            }
            return;
        case NetworkTool::add:
            if (person) break;
            state.place_for_new = place;
            state.people_before = session.workspace.all(Kind::person).size();
            session.wish.add_person = true;
            return;
        case NetworkTool::move: break;
    }
    if (node)
        choose_in_network(session, state, *node);
    else
        state.chosen = {};
}

void walk_with_keys(Canvas& canvas) {
    Ui& ui = canvas.session.ui;
    NetworkState& state = canvas.state;
    struct Direction {
        ImGuiKey key;
        Point to;
    };
    constexpr Direction directions[]{{ImGuiKey_LeftArrow, {-1, 0}}, {ImGuiKey_RightArrow, {1, 0}},
        {ImGuiKey_UpArrow, {0, -1}}, {ImGuiKey_DownArrow, {0, 1}}};
    for (const auto& [key, to] : directions) {
        if (!ui.key(key, true)) continue;
        const auto next = canvas.chosen ? state.view.beside(*canvas.chosen, to, state.shown)
                                        : state.view.nearest(canvas.camera.centre, 1e9F, state.shown);
        if (next) choose_in_network(canvas.session, state, *next);
    }
    NetworkCamera camera = canvas.camera;
    if (ui.key(ImGuiKey_Equal, true) || ui.key(ImGuiKey_KeypadAdd, true)) {
        camera.scale *= 1.2F;
        state.camera = camera;
    }
    if (ui.key(ImGuiKey_Minus, true) || ui.key(ImGuiKey_KeypadSubtract, true)) {
        camera.scale /= 1.2F;
        state.camera = camera;
    }
    if (ui.key(ImGuiKey_Home)) state.camera.reset();
    if (ui.key(ImGuiKey_Space) && state.chosen) select(state, state.chosen);
    if (!ui.key(ImGuiKey_Enter)) return;
    if (state.tool == NetworkTool::move) {
        if (state.chosen) canvas.session.go(PlaceId::people, state.chosen);
    } else {
        use_tool(canvas, state.tool == NetworkTool::add ? std::nullopt : canvas.chosen, canvas.camera.centre);
    }
}

/// Whether a place lies within a line that is closed from its end to its beginning (even-odd rule).
bool inside(std::span<const Point> line, Point place) {
    bool within = false;
    for (std::size_t i = 0, before = line.size() - 1; i < line.size(); before = i++) {
        const Point a = line[i], b = line[before];
        if ((a.y > place.y) != (b.y > place.y) && place.x < (b.x - a.x) * (place.y - a.y) / (b.y - a.y) + a.x)
            within = !within;
    }
    return within;
}

void select_within(NetworkState& state) {
    if (!ImGui::GetIO().KeyShift) state.selected.clear();
    for (std::size_t i = 0; i < state.view.nodes().size(); ++i) {
        const NetworkNode& node = state.view.nodes()[i];
        if (node.person && is_shown(state, i) && inside(state.lasso, state.view.at(i)))
            state.selected.insert(node.record);
    }
    state.chosen = {};
    state.lasso.clear();
}

/// What began as a press on the picture and is a drag by now.
void drag(Canvas& canvas, Point under, std::optional<std::size_t> below) {
    NetworkState& state = canvas.state;
    const ImVec2 moved = ImGui::GetIO().MouseDelta;
    const bool begins = !state.dragging && !state.carried && state.lasso.empty();
    if (begins && below && (state.tool == NetworkTool::move || state.tool == NetworkTool::connect))
        state.carried = state.view.nodes()[*below].record;
    if (state.carried && state.tool == NetworkTool::connect) {
        state.connect_from = state.carried;
    } else if (state.carried) {
        // Among ties only: rings say something by where people stand.
        const auto node = state.view.find(state.carried);
        if (node && state.view.arrangement() == NetworkLayout::ties && canvas.session.may_write()) {
            state.view.pin(*node, under);
            state.carried_far = true;
        }
    } else if (state.tool == NetworkTool::select) {
        state.lasso.push_back(under);
    } else {
        state.dragging = true;
        NetworkCamera camera = canvas.camera;
        camera.centre.x -= moved.x / camera.scale;
        camera.centre.y -= moved.y / camera.scale;
        state.camera = camera;
    }
    canvas.session.ui.keep_moving();
}

void drop(Canvas& canvas, std::optional<std::size_t> below) {
    NetworkState& state = canvas.state;
    const RecordId carried = std::exchange(state.carried, {});
    if (state.lasso.size() > 2) select_within(state);
    state.lasso.clear();
    state.dragging = false;
    if (!carried) return;
    if (state.tool == NetworkTool::connect) {
        const RecordId other = below ? state.view.nodes()[*below].record : RecordId{};
        return connect_in_network(canvas.session, state, carried, other);
    }
    if (!std::exchange(state.carried_far, false)) return;
    if (const auto node = state.view.find(carried)) pin_in_network(canvas.session, state, *node, true);
}

void use_mouse(Canvas& canvas, const Press& press) {
    NetworkState& state = canvas.state;
    const ImGuiIO& io = ImGui::GetIO();
    const Ui& ui = canvas.session.ui;
    const Point under = canvas.camera.to_world(io.MousePos, canvas.middle);
    const auto below =
        state.view.nearest(under, ui.px(ui.touch() ? 22 : 14) / canvas.camera.scale, state.shown);
    if (press.hovered && !state.dragging) canvas.hovered = below;
    const bool busy = state.dragging || state.carried || !state.lasso.empty();
    if (press.held && (busy || ImGui::IsMouseDragging(0, click_slop))) {
        // Where the press was, not where the mouse has got to since.
        const Point began = canvas.camera.to_world(io.MouseClickedPos[0], canvas.middle);
        drag(canvas, under,
            busy ? below : state.view.nearest(began, ui.px(14) / canvas.camera.scale, state.shown));
    }
    if (press.hovered && io.MouseWheel != 0) {
        NetworkCamera camera = canvas.camera;
        camera.scale = std::clamp(camera.scale * std::pow(1.15F, io.MouseWheel), 0.02F, 8.0F);
        // What is under the mouse stays there.
        const Point now = camera.to_world(io.MousePos, canvas.middle);
        camera.centre.x += under.x - now.x;
        camera.centre.y += under.y - now.y;
        state.camera = camera;
    }
    if (press.pressed && !busy) {
        const auto node =
            below ? below : state.view.nearest(under, ui.px(22) / canvas.camera.scale, state.shown);
        if (io.KeyShift && node)
            select(state, state.view.nodes()[*node].record);
        else
            use_tool(canvas, state.tool == NetworkTool::add ? below : node, under);
    }
    if (!press.held && busy) drop(canvas, below);
}

/// The line that is being drawn: around those to select, or to whom somebody is to be tied.
void draw_gesture(const Canvas& canvas, ImDrawList& list) {
    const Ui& ui = canvas.session.ui;
    const NetworkState& state = canvas.state;
    const ImU32 accent = ui.colour(Colour::accent);
    if (state.lasso.size() > 1) {
        for (const Point point : state.lasso)
            list.PathLineTo(canvas.camera.to_screen(point, canvas.middle));
        list.PathStroke(accent, ImDrawFlags_Closed, ui.px_exact(1.5F));
    }
    if (state.tool != NetworkTool::connect || !state.connect_from) return;
    const auto from = state.view.find(state.connect_from);
    if (!from) return;
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    list.AddCircle(canvas.at[*from], canvas.radius(*from) + ui.px(6), accent, 0, ui.px_exact(2));
    if (canvas.area.Contains(mouse)) list.AddLine(canvas.at[*from], mouse, accent, ui.px_exact(2));
}

}  // namespace

void draw_network_canvas(Session& session, NetworkState& state, ImRect area) {
    Ui& ui = session.ui;
    const NetworkCamera camera = state.camera.value_or(state.view.fit(area.GetSize(), state.shown));
    Canvas canvas{session, state, camera, area, (area.Min + area.Max) * 0.5F, {}, {}};
    if (state.chosen) canvas.chosen = state.view.find(state.chosen);

    Node node{.role = Role::application, .name = std::string(session.text("network.picture_name"))};
    node.description = canvas.chosen ? network_sentence(session, state, *canvas.chosen)
                                     : std::string(session.text("network.picture_help"));
    const Press press = ui.press(
        ImGui::GetID("picture"), area, std::move(node), {.keys = false, .overlap = true, .corner = 0});
    use_mouse(canvas, press);
    if (press.focused) walk_with_keys(canvas);
    if (!press.visible) return;

    canvas.at.reserve(state.view.nodes().size());
    for (std::size_t i = 0; i < state.view.nodes().size(); ++i)
        canvas.at.push_back(camera.to_screen(state.view.at(i), canvas.middle));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.PushClipRect(area.Min, area.Max, true);
    draw_network_picture(canvas, list);
    draw_gesture(canvas, list);
    draw_network_legend(canvas);
    list.PopClipRect();
    draw_network_tools(session, state, area);
}

}  // namespace kith::ui
