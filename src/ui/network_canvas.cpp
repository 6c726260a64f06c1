// The picture: people as discs, ties as lines, organisations as words. What a drag does is the tool's to say;
// with the keyboard one stands on a person and walks along ties, and each tool has a key.
#include <algorithm>
#include <cmath>

#include "ui/screen_network.h"
#include "ui/widgets.h"
#include "workspace/names.h"

namespace kith::ui {

namespace {

constexpr std::size_t most_edges = 6000;  // drawn at once
constexpr std::size_t most_labels = 70;
constexpr float click_slop = 4;

struct Canvas {
    Session& session;
    NetworkState& state;
    NetworkCamera camera;
    ImRect area;
    ImVec2 middle;
    std::optional<std::size_t> chosen, hovered;

    ImVec2 at(std::size_t node) const { return camera.to_screen(state.view.at(node), middle); }
    bool shows(ImVec2 place, float margin) const {
        return place.x > area.Min.x - margin && place.x < area.Max.x + margin &&
            place.y > area.Min.y - margin && place.y < area.Max.y + margin;
    }
};

float radius_of(const Canvas& canvas, std::size_t node) {
    const float crowd =
        canvas.state.view.nodes().size() > 400 ? std::clamp(canvas.camera.scale, 0.35F, 1.0F) : 1.0F;
    return canvas.session.ui.px_exact(network_radius(canvas.state, node)) * crowd;
}

void draw_edges(const Canvas& canvas, ImDrawList& list) {
    const Ui& ui = canvas.session.ui;
    const NetworkView& view = canvas.state.view;
    const ImU32 plain = with_alpha(ui.colour(Colour::muted), 0.28F);
    const ImU32 strong = ui.colour(Colour::accent);
    std::size_t drawn = 0;
    for (NodeIndex a = 0; a < view.graph().node_count(); ++a) {
        if (!is_shown(canvas.state, a)) continue;
        const ImVec2 from = canvas.at(a);
        for (const Neighbour& next : view.graph().neighbours(a)) {
            if (next.node < a || !is_shown(canvas.state, next.node)) continue;
            const bool lit = canvas.chosen == a || canvas.chosen == next.node || canvas.hovered == a ||
                canvas.hovered == next.node;
            if (!lit && drawn >= most_edges) continue;
            const ImVec2 to = canvas.at(next.node);
            if (!canvas.shows(from, 0) && !canvas.shows(to, 0)) continue;
            ++drawn;
            list.AddLine(from, to, lit ? strong : plain, lit ? ui.px_exact(1.6F) : 1);
        }
    }
}

/// The best way to the chosen person, from the user's own place.
void draw_routes(const Canvas& canvas, ImDrawList& list, ImVec2 you) {
    const Ui& ui = canvas.session.ui;
    const NetworkState& state = canvas.state;
    if (!canvas.chosen || state.answered != state.chosen) return;
    ImVec2 from = you;
    for (const RecordId person : state.way) {
        const auto node = state.view.find(person);
        if (!node) return;
        const ImVec2 to = canvas.at(*node);
        list.AddLine(from, to, ui.colour(Colour::accent), ui.px_exact(3));
        from = to;
    }
}

struct Label {
    std::size_t node;
    float weight;
};

/// The weightiest names first, none over another; more of them the nearer one looks.
void draw_labels(const Canvas& canvas, ImDrawList& list) {
    const Ui& ui = canvas.session.ui;
    const auto& nodes = canvas.state.view.nodes();
    std::vector<Label> labels;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (!is_shown(canvas.state, i) || !canvas.shows(canvas.at(i), 0)) continue;
        float weight = nodes[i].person
            ? radius_of(canvas, i)
            : 1000 + static_cast<float>(canvas.state.view.graph().degree(static_cast<NodeIndex>(i)));
        if (!nodes[i].person && canvas.state.view.graph().degree(static_cast<NodeIndex>(i)) < 3) continue;
        if (canvas.chosen == i || canvas.hovered == i) weight += 10'000;
        labels.push_back({i, weight});
    }
    std::ranges::stable_sort(labels, std::ranges::greater{}, &Label::weight);
    if (labels.size() > 4 * most_labels) labels.resize(4 * most_labels);
    std::vector<ImRect> taken;
    const float high = ui.line(Type::small);
    for (const Label& label : labels) {
        if (taken.size() >= most_labels) break;
        const NetworkNode& node = nodes[label.node];
        const bool important = canvas.chosen == label.node || canvas.hovered == label.node;
        const Type type = important ? Type::small_strong : Type::small;
        const float wide = text_width(ui, node.name, type);
        const ImVec2 centre = canvas.at(label.node);
        const float away = node.person ? radius_of(canvas, label.node) + ui.px(4) : -wide / 2;
        const ImVec2 place{std::floor(centre.x + away), std::floor(centre.y - high / 2)};
        const ImRect box{place.x - 3, place.y, place.x + wide + 3, place.y + high};
        if (!important &&
            std::ranges::any_of(taken, [&](const ImRect& other) { return other.Overlaps(box); }))
            continue;
        taken.push_back(box);
        if (important)
            list.AddRectFilled(box.Min, box.Max, with_alpha(ui.colour(Colour::ground), 0.85F), ui.px(4));
        draw_text(ui, list, place, node.name, type,
            ui.colour(node.person || important ? Colour::text : Colour::muted));
    }
}

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
        if (state.chosen) canvas.session.go("people", state.chosen);
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
    list.AddCircle(canvas.at(*from), radius_of(canvas, *from) + ui.px(6), accent, 0, ui.px_exact(2));
    if (canvas.area.Contains(mouse)) list.AddLine(canvas.at(*from), mouse, accent, ui.px_exact(2));
}

/// What the colours mean, in the lower left corner.
void draw_legend(const Canvas& canvas) {
    Ui& ui = canvas.session.ui;
    if (ui.phone()) return;
    const std::vector<LegendEntry> legend = network_legend(canvas.session, canvas.state);
    if (legend.empty()) return;
    const float high = ui.line(Type::small) + ui.px(2), side = ui.px(12), disc = ui.px(5);
    float wide = 0;
    for (const LegendEntry& entry : legend)
        wide = std::max(wide, std::min(text_width(ui, entry.words, Type::small), ui.px(170)));
    const ImVec2 end{canvas.area.Min.x + side + wide + ui.px(36), canvas.area.Max.y - ui.px(12)};
    const ImVec2 begin{
        canvas.area.Min.x + side, end.y - high * static_cast<float>(legend.size()) - ui.px(12)};
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(begin, end, with_alpha(ui.colour(Colour::ground), 0.9F), ui.px(grid::corner));
    ui.open_group(Role::list, ui.text("network.legend"), {begin, end});
    Flow flow{begin.x + ui.px(8), begin.y + ui.px(6), end.x - begin.x - ui.px(16)};
    for (const LegendEntry& entry : legend) {
        Line line(flow.take(high));
        const ImRect sign = line.left(2 * disc, ui.px(8));
        list.AddCircleFilled(sign.GetCenter(), disc, ui.colour(entry.colour));
        ui.tree().open({.id = ui.static_id(entry.words), .role = Role::listitem, .name = entry.words});
        silent_label(ui, line.area, entry.words, Type::small, Colour::muted);
        ui.tree().close();
    }
    ui.tree().close();
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

    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.PushClipRect(area.Min, area.Max, true);
    const auto own = state.view.own_place();
    const ImVec2 you = own ? camera.to_screen(*own, canvas.middle) : canvas.middle;
    draw_edges(canvas, list);
    draw_routes(canvas, list, you);
    const ImU32 ground = ui.colour(Colour::ground);
    for (std::size_t i = 0; i < state.view.nodes().size(); ++i) {
        const NetworkNode& person = state.view.nodes()[i];
        if (!person.person || !is_shown(state, i)) continue;
        const ImVec2 place = canvas.at(i);
        const float radius = radius_of(canvas, i);
        if (!canvas.shows(place, radius)) continue;
        if (radius > 3) list.AddCircleFilled(place, radius + 1.5F, ground);
        list.AddCircleFilled(place, radius, ui.colour(network_colour(session, state, i)));
        if (state.selected.contains(person.record))
            list.AddCircle(place, radius + ui.px(3), ui.colour(Colour::accent), 0, ui.px_exact(2));
        if (canvas.chosen == i)
            list.AddCircle(place, radius + ui.px(4), ui.colour(Colour::text), 0, ui.px_exact(2));
    }
    if (canvas.chosen || own) {
        list.AddCircleFilled(you, ui.px(10), ui.colour(Colour::text));
        draw_text(ui, list, {you.x + ui.px(14), you.y - ui.line(Type::small_strong) / 2},
            session.text("network.you"), Type::small_strong, ui.colour(Colour::text));
    }
    draw_labels(canvas, list);
    draw_gesture(canvas, list);
    draw_legend(canvas);
    list.PopClipRect();
    draw_network_tools(session, state, area);
}

}  // namespace kith::ui
