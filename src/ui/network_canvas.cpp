// The picture: people as discs, ties as lines, organisations as words. The mouse drags and turns its wheel;
// with the keyboard one stands on a person and walks along ties.
#include <algorithm>
#include <cmath>

#include "model/fields.h"
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
    const NetworkView& view = canvas.state.view;
    const Ui& ui = canvas.session.ui;
    float part = 0.3F;
    if (canvas.state.size == NetworkSize::ties)
        part = std::min(1.0F, std::sqrt(static_cast<float>(view.nodes()[node].ties)) / 4);
    else if (canvas.state.size == NetworkSize::betweenness && !view.betweenness().empty() &&
        meaning_of(Measure::betweenness, view.coverage()) != Meaning::nothing)
        part = std::sqrt(view.betweenness()[node]);
    const float crowd = view.nodes().size() > 400 ? std::clamp(canvas.camera.scale, 0.35F, 1.0F) : 1.0F;
    return ui.px_exact(4 + 7 * part) * crowd;
}

Colour colour_of(const Canvas& canvas, std::size_t index) {
    const NetworkNode& node = canvas.state.view.nodes()[index];
    const Workspace& workspace = canvas.session.workspace;
    switch (canvas.state.colour) {
        case NetworkColour::community: return group_colour(node.community);
        case NetworkColour::circle: {
            const std::string_view circle = workspace.text(node.record, person::circle);
            constexpr std::array<std::string_view, 4> circles{"5", "15", "50", "150"};
            const auto found = std::ranges::find(circles, circle);
            return found == circles.end() ? Colour::edge
                                          : group_colour(static_cast<std::uint64_t>(found - circles.begin()));
        }
        case NetworkColour::organisation: {
            const RecordId work = main_affiliation(workspace, node.record);
            const RecordId place = work ? workspace.reference(work, affiliation::organisation) : RecordId{};
            return place ? group_colour(place.value % 5) : Colour::edge;
        }
        case NetworkColour::freshness: {
            const auto tie = canvas.state.view.own_tie(node);
            if (!tie || !tie->last_contact) return Colour::edge;
            const auto gap = canvas.session.ui.today() - *tie->last_contact;
            return gap <= std::chrono::days{90} ? Colour::accent
                : gap <= std::chrono::days{365} ? Colour::group_1
                : gap < dormant_after           ? Colour::due
                                                : Colour::late;
        }
    }
    return Colour::edge;
}

void draw_edges(const Canvas& canvas, ImDrawList& list) {
    const Ui& ui = canvas.session.ui;
    const NetworkView& view = canvas.state.view;
    const ImU32 plain = with_alpha(ui.colour(Colour::muted), 0.28F);
    const ImU32 strong = ui.colour(Colour::accent);
    std::size_t drawn = 0;
    for (NodeIndex a = 0; a < view.graph().node_count(); ++a) {
        const ImVec2 from = canvas.at(a);
        for (const Neighbour& next : view.graph().neighbours(a)) {
            if (next.node < a) continue;
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
        if (!canvas.shows(canvas.at(i), 0)) continue;
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
        const auto next = canvas.chosen ? state.view.beside(*canvas.chosen, to)
                                        : state.view.nearest(canvas.camera.centre, 1e9F);
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
    if (ui.key(ImGuiKey_Enter) && state.chosen) canvas.session.go("people", state.chosen);
}

void use_mouse(Canvas& canvas, const Press& press) {
    NetworkState& state = canvas.state;
    const ImGuiIO& io = ImGui::GetIO();
    const Point under = canvas.camera.to_world(io.MousePos, canvas.middle);
    if (press.hovered && !state.dragging)
        canvas.hovered = state.view.nearest(under, canvas.session.ui.px(14) / canvas.camera.scale);
    if (press.held && (state.dragging || ImGui::IsMouseDragging(0, click_slop))) {
        state.dragging = true;
        NetworkCamera camera = canvas.camera;
        camera.centre.x -= io.MouseDelta.x / camera.scale;
        camera.centre.y -= io.MouseDelta.y / camera.scale;
        state.camera = camera;
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
    if (press.pressed && !state.dragging) {
        if (const auto node = state.view.nearest(under, canvas.session.ui.px(22) / canvas.camera.scale))
            choose_in_network(canvas.session, state, *node);
        else
            state.chosen = {};
    }
    if (!press.held) state.dragging = false;
}

}  // namespace

void draw_network_canvas(Session& session, NetworkState& state, ImRect area) {
    Ui& ui = session.ui;
    const NetworkCamera camera = state.camera.value_or(state.view.fit(area.GetSize()));
    Canvas canvas{session, state, camera, area, (area.Min + area.Max) * 0.5F, {}, {}};
    if (state.chosen) canvas.chosen = state.view.find(state.chosen);

    Node node{.role = Role::application, .name = std::string(session.text("network.picture_name"))};
    node.description = canvas.chosen ? network_sentence(session, state, *canvas.chosen)
                                     : std::string(session.text("network.picture_help"));
    const Press press =
        ui.press(ImGui::GetID("picture"), area, std::move(node), {.keys = false, .corner = 0});
    use_mouse(canvas, press);
    if (press.focused) walk_with_keys(canvas);
    if (!press.visible) return;

    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.PushClipRect(area.Min, area.Max, true);
    const ImVec2 you = canvas.middle;
    draw_edges(canvas, list);
    draw_routes(canvas, list, you);
    const ImU32 ground = ui.colour(Colour::ground);
    for (std::size_t i = 0; i < state.view.nodes().size(); ++i) {
        if (!state.view.nodes()[i].person) continue;
        const ImVec2 place = canvas.at(i);
        const float radius = radius_of(canvas, i);
        if (!canvas.shows(place, radius)) continue;
        if (radius > 3) list.AddCircleFilled(place, radius + 1.5F, ground);
        list.AddCircleFilled(place, radius, ui.colour(colour_of(canvas, i)));
        if (canvas.chosen == i)
            list.AddCircle(place, radius + ui.px(4), ui.colour(Colour::text), 0, ui.px_exact(2));
    }
    if (canvas.chosen) {
        list.AddCircleFilled(you, ui.px(10), ui.colour(Colour::text));
        draw_text(ui, list, {you.x + ui.px(14), you.y - ui.line(Type::small_strong) / 2},
            session.text("network.you"), Type::small_strong, ui.colour(Colour::text));
    }
    draw_labels(canvas, list);
    list.PopClipRect();
}

}  // namespace kith::ui
