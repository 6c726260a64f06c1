#include "ui/network/drawing.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/network/labels.h"
#include "ui/network/tools.h"
#include "workspace/names.h"

namespace kith::ui {

namespace {

constexpr std::size_t most_lines = 5000;         // drawn at once
constexpr std::size_t most_lines_moving = 1500;  // … while a big picture is dragged, for 30 frames a second
constexpr std::size_t plain_below = 2500;        // lines in view: all are drawn, none bundled
constexpr std::size_t most_bundles = 400;
constexpr std::size_t crowd_from = 400;    // people: from here on discs shrink as one goes farther
constexpr std::size_t coarse_from = 1500;  // discs in view: drawn with fewer corners

/// How many of the lines are in view, by the part of the picture that is.
float lines_in_view(const Canvas& canvas) {
    const NetworkCamera whole = canvas.state.view.fit(canvas.area.GetSize(), canvas.state.shown);
    const float part = whole.scale / std::max(canvas.camera.scale, 1e-6F);
    return static_cast<float>(canvas.state.scene.edges.size()) * std::min(1.0F, part * part);
}

/// The middle of the people of a group, and an area that most of them are in.
struct GroupPlace {
    ImVec2 centre;
    ImRect area;
    std::size_t people = 0;
};

GroupPlace place_of(const Canvas& canvas, std::span<const NodeIndex> people) {
    GroupPlace place{.people = people.size()};
    if (people.empty()) return place;
    for (const NodeIndex node : people)
        place.centre += canvas.at[node] / static_cast<float>(people.size());
    float mean = 0;
    const auto away = [&](NodeIndex node) {
        return std::hypot(canvas.at[node].x - place.centre.x, canvas.at[node].y - place.centre.y);
    };
    for (const NodeIndex node : people)
        mean += away(node) / static_cast<float>(people.size());
    place.area = {place.centre, place.centre};
    for (const NodeIndex node : people) {
        if (away(node) > 1.3F * mean) continue;
        const float radius = canvas.radius(node);
        place.area.Add(canvas.at[node] - ImVec2{radius, radius});
        place.area.Add(canvas.at[node] + ImVec2{radius, radius});
    }
    return place;
}

std::vector<GroupPlace> places_of_groups(const Canvas& canvas) {
    std::vector<GroupPlace> places;
    for (const auto& group : canvas.state.scene.groups)
        places.push_back(place_of(canvas, group));
    return places;
}

void draw_bundles(const Canvas& canvas, std::span<const GroupPlace> places, ImDrawList& list) {
    const Ui& ui = canvas.session.ui;
    const auto& bundles = canvas.state.scene.bundles;
    std::size_t drawn = 0;
    for (const SceneBundle& bundle : bundles) {
        if (drawn == most_bundles) break;
        const ImVec2 from = places[bundle.a].centre, to = places[bundle.b].centre;
        if (!canvas.area.Overlaps({ImMin(from, to), ImMax(from, to)})) continue;
        ++drawn;
        const float thick = std::min(6.0F, 0.6F + 0.8F * std::log2(1 + static_cast<float>(bundle.count)));
        // Bent a little, so that one can tell bundles of one group apart where they come together.
        const ImVec2 across{(from.y - to.y) * 0.08F, (to.x - from.x) * 0.08F};
        const ImVec2 bend{(from.x + to.x) / 2 + across.x, (from.y + to.y) / 2 + across.y};
        list.AddBezierQuadratic(
            from, bend, to, with_alpha(ui.colour(Colour::muted), 0.22F), ui.px_exact(thick), 10);
    }
}

/// The lines of whom one looks at stand out, whatever else is drawn.
void draw_own_lines(const Canvas& canvas, std::size_t node, ImDrawList& list) {
    const Ui& ui = canvas.session.ui;
    for (const Neighbour& next : canvas.state.view.graph().neighbours(static_cast<NodeIndex>(node))) {
        if (is_drawn(canvas.state, next.node))
            list.AddLine(canvas.at[node], canvas.at[next.node], ui.colour(Colour::accent), ui.px_exact(1.6F));
    }
}

void draw_lines(const Canvas& canvas, std::span<const GroupPlace> places, ImDrawList& list) {
    const Ui& ui = canvas.session.ui;
    const bool bundled = lines_in_view(canvas) > static_cast<float>(plain_below);
    // Without a graphics card smooth lines are half of a frame, and nobody follows one while all of them
    // move.
    const ImDrawListFlags flags = list.Flags;
    const bool quick = bundled && (canvas.state.dragging || canvas.state.carried);
    if (quick) list.Flags &= ~(ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedLinesUseTex);
    if (bundled) draw_bundles(canvas, places, list);
    const ImU32 plain = with_alpha(ui.colour(Colour::muted), bundled ? 0.2F : 0.28F);
    std::size_t drawn = 0;
    for (const SceneEdge& edge : canvas.state.scene.edges) {
        if (drawn == (quick ? most_lines_moving : most_lines)) break;
        if (bundled && !edge.within) continue;
        const ImVec2 from = canvas.at[edge.a], to = canvas.at[edge.b];
        if (!canvas.area.Overlaps({ImMin(from, to), ImMax(from, to)})) continue;
        ++drawn;
        list.AddLine(from, to, plain, edge.member ? 0.7F : 1);
    }
    list.Flags = flags;
    if (canvas.hovered) draw_own_lines(canvas, *canvas.hovered, list);
    if (canvas.chosen) draw_own_lines(canvas, *canvas.chosen, list);
}

/// The ways that are told beside the picture, the best one strongest.
void draw_ways(const Canvas& canvas, ImVec2 you, ImDrawList& list) {
    const Ui& ui = canvas.session.ui;
    const NetworkState& state = canvas.state;
    for (std::size_t i = state.ways.size(); i-- > 0;) {
        ImVec2 from = you;
        for (const RecordId person : state.ways[i]) {
            const auto node = state.view.find(person);
            if (!node) break;
            const ImVec2 to = canvas.at[*node];
            list.AddLine(from, to, with_alpha(ui.colour(Colour::accent), i == 0 ? 1.0F : 0.45F),
                ui.px_exact(i == 0 ? 3 : 2));
            from = to;
        }
    }
}

void draw_disc(
    const Canvas& canvas, ImDrawList& list, ImVec2 place, float radius, ImU32 colour, bool coarse) {
    if (radius < 1.6F) {
        const ImVec2 half{radius, radius};
        list.AddRectFilled(place - half, place + half, colour);
        return;
    }
    if (!coarse) {
        list.AddCircleFilled(place, radius + 1.5F, canvas.session.ui.colour(Colour::ground));
        list.AddCircleFilled(place, radius, colour);
        return;
    }
    list.AddNgonFilled(place, radius, colour, radius < 4 ? 6 : 10);
}

/// Organisations and events, where they are wanted: squares with their sign.
void draw_sign(const Canvas& canvas, ImDrawList& list, std::size_t index) {
    const Ui& ui = canvas.session.ui;
    const bool event = canvas.state.view.nodes()[index].kind == Kind::event;
    const float half = std::floor(canvas.radius(index));
    const ImRect square{canvas.at[index] - ImVec2{half, half}, canvas.at[index] + ImVec2{half, half}};
    list.AddRectFilled(square.Min, square.Max, ui.colour(Colour::surface), ui.px(3));
    list.AddRect(square.Min, square.Max, ui.colour(Colour::edge), ui.px(3));
    if (half < 6) return;
    const float size = half * 1.4F;
    draw_icon(ui, list, square.GetCenter() - ImVec2{size / 2, size / 2},
        event ? Icon::calendar_days : Icon::building_2, size, ui.colour(Colour::muted));
}

void draw_nodes(const Canvas& canvas, ImDrawList& list) {
    const Ui& ui = canvas.session.ui;
    const NetworkState& state = canvas.state;
    const auto& nodes = state.view.nodes();
    std::size_t in_view = 0;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (is_drawn(state, i) && canvas.shows(canvas.at[i], 0)) ++in_view;
    }
    const bool coarse = in_view > coarse_from;
    // Without smooth edges a disc takes a third of the corners, and at that size nobody sees them.
    const ImDrawListFlags flags = list.Flags;
    if (coarse) list.Flags &= ~ImDrawListFlags_AntiAliasedFill;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const float radius = canvas.radius(i);
        if (!is_drawn(state, i) || !canvas.shows(canvas.at[i], radius)) continue;
        if (nodes[i].person)
            draw_disc(canvas, list, canvas.at[i], radius, ui.colour(state.scene.colours[i]), coarse);
        else
            draw_sign(canvas, list, i);
    }
    list.Flags = flags;
    const auto ring = [&](std::size_t node, float away, Colour colour) {
        list.AddCircle(
            canvas.at[node], canvas.radius(node) + ui.px(away), ui.colour(colour), 0, ui.px_exact(2));
    };
    for (const RecordId target : state.targets) {
        if (const auto node = state.view.find(target); node && is_drawn(state, *node))
            ring(*node, 3, Colour::due);
    }
    for (const RecordId selected : state.selected) {
        if (const auto node = state.view.find(selected); node && is_drawn(state, *node))
            ring(*node, 3, Colour::accent);
    }
    if (canvas.chosen) ring(*canvas.chosen, 4, Colour::text);
}

// ---- Names ---------------------------------------------------------------------------------------

struct Name {
    std::string_view words;
    Type type = Type::small;
    Colour colour = Colour::text;
    float weight = 0;
    LabelWish wish;
};

/// Some more names than in the frame before, up to so many that each can be measured in every frame.
void measure_more(Canvas& canvas, bool large) {
    constexpr std::size_t more = 40, most = 300;
    NetworkScene& scene = canvas.state.scene;
    if (std::exchange(scene.large_names, large) != large) scene.names = 0;
    if (scene.names >= std::min(most, canvas.at.size())) return;
    scene.names = std::min(most, scene.names + more);
    canvas.session.ui.keep_moving();
}

/// Everyone in view, the weightiest first; only so many as are measured.
std::vector<Name> names_of_people(const Canvas& canvas, Type type) {
    const Ui& ui = canvas.session.ui;
    const NetworkState& state = canvas.state;
    const auto& nodes = state.view.nodes();
    std::vector<std::pair<float, std::size_t>> order;
    const auto on_way = [&](std::size_t node) {
        return std::ranges::any_of(
            state.ways, [&](const auto& way) { return std::ranges::contains(way, nodes[node].record); });
    };
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (!is_drawn(state, i) || !canvas.shows(canvas.at[i], 0)) continue;
        float weight = canvas.radius(i);
        if (!state.targets.empty() && std::ranges::contains(state.targets, nodes[i].record)) weight += 200;
        if (!state.ways.empty() && on_way(i)) weight += 1000;
        if (canvas.chosen == i || canvas.hovered == i) weight += 10'000;
        order.emplace_back(weight, i);
    }
    const auto end = order.begin() + static_cast<std::ptrdiff_t>(std::min(state.scene.names, order.size()));
    std::ranges::partial_sort(order, end, [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    std::vector<Name> names;
    for (auto at = order.begin(); at != end; ++at) {
        const auto [weight, i] = *at;
        const bool important = weight >= 1000;
        Name name{.words = nodes[i].name, .type = type, .weight = weight};
        if (important) name.type = type == Type::small ? Type::small_strong : Type::body_strong;
        if (!nodes[i].person) name.colour = Colour::muted;
        const float radius = canvas.radius(i);
        name.wish = {.beside = {canvas.at[i] - ImVec2{radius, radius}, canvas.at[i] + ImVec2{radius, radius}},
            .size = {text_width(ui, name.words, name.type), ui.line(name.type)},
            .always = important};
        names.push_back(name);
    }
    return names;
}

std::vector<Name> names_of_groups(
    const Canvas& canvas, std::span<const GroupPlace> places, std::span<const std::string> words) {
    constexpr std::size_t least = 3, most = 40;
    std::vector<Name> names;
    for (std::size_t group = 0; group < places.size(); ++group) {
        const GroupPlace& place = places[group];
        if (place.people < least || !canvas.area.Overlaps(place.area)) continue;
        names.push_back({.words = words[group],
            .type = Type::small_strong,
            .colour = Colour::muted,
            .weight = static_cast<float>(place.people),
            .wish = {.beside = place.area, .size = {}, .above = true}});
    }
    std::ranges::stable_sort(names, std::ranges::greater{}, &Name::weight);
    if (names.size() > most) names.resize(most);
    for (Name& name : names)
        name.wish.size = {
            text_width(canvas.session.ui, name.words, name.type), canvas.session.ui.line(name.type)};
    return names;
}

/// What no name may lie on: discs, what stands over the picture, and the user.
std::vector<ImRect> taken_places(const Canvas& canvas, std::optional<ImVec2> you, ImRect your_name) {
    constexpr std::size_t most_discs = 4000;  // more of them are smaller than letters, and everywhere
    const Ui& ui = canvas.session.ui;
    std::vector<ImRect> taken = network_tool_areas(canvas.session, canvas.area);
    taken.push_back(network_legend_area(canvas));
    if (you) {
        taken.push_back({*you - ImVec2{ui.px(10), ui.px(10)}, *you + ImVec2{ui.px(10), ui.px(10)}});
        taken.push_back(your_name);
    }
    const std::size_t others = taken.size();
    for (std::size_t i = 0; i < canvas.at.size() && taken.size() < others + most_discs; ++i) {
        if (!is_drawn(canvas.state, i)) continue;
        const float radius = canvas.radius(i);
        if (canvas.shows(canvas.at[i], radius))
            taken.push_back({canvas.at[i] - ImVec2{radius, radius}, canvas.at[i] + ImVec2{radius, radius}});
    }
    return taken;
}

void draw_names(Canvas& canvas, std::span<const GroupPlace> places, std::optional<ImVec2> you,
    ImRect your_name, ImDrawList& list) {
    const Ui& ui = canvas.session.ui;
    const NetworkState& state = canvas.state;
    std::vector<std::string> words;
    for (const Message& name : state.view.community_names())
        words.push_back(canvas.session.text(name));
    const bool large = canvas.camera.scale > 1.6F;
    const Type type = large ? Type::body : Type::small;
    measure_more(canvas, large);
    std::vector<Name> names = names_of_people(canvas, type);
    // Groups come after whom one looks at and before all others.
    const auto important =
        std::ranges::partition_point(names, [](const Name& n) { return n.weight >= 1000; });
    std::vector<Name> groups = names_of_groups(canvas, places, words);
    names.insert(important, groups.begin(), groups.end());

    std::vector<LabelWish> wishes;
    for (const Name& name : names)
        wishes.push_back(name.wish);
    const auto most = static_cast<std::size_t>(canvas.area.GetWidth() * canvas.area.GetHeight() / 5000);
    const ImU32 ground = with_alpha(ui.colour(Colour::ground), 0.75F);
    for (const PlacedLabel& placed :
        place_labels(wishes, taken_places(canvas, you, your_name), canvas.area, most)) {
        const Name& name = names[placed.wish];
        list.AddRectFilled(placed.area.Min - ImVec2{2, 0}, placed.area.Max + ImVec2{2, 0}, ground, ui.px(4));
        draw_text(ui, list, placed.area.Min, name.words, name.type, ui.colour(name.colour));
    }
}

}  // namespace

float Canvas::radius(std::size_t node) const {
    const float crowd = state.view.nodes().size() > crowd_from ? std::clamp(camera.scale, 0.15F, 1.0F) : 1.0F;
    return std::max(1.0F, session.ui.px_exact(state.scene.radii[node]) * crowd);
}

ImVec2 own_place_on(const Canvas& canvas) {
    if (const auto own = canvas.state.view.own_place()) return canvas.camera.to_screen(*own, canvas.middle);
    const float room = canvas.session.ui.px(24);
    const auto free = [&](ImVec2 place) {
        for (std::size_t i = 0; i < canvas.at.size(); ++i) {
            const ImVec2 away = canvas.at[i] - place;
            if (is_drawn(canvas.state, i) && away.x * away.x + away.y * away.y < room * room) return false;
        }
        return true;
    };
    for (int i = 0; i < 60; ++i) {  // a spiral around the middle
        const float angle = static_cast<float>(i) * 2.4F,
                    far = room * 0.7F * std::sqrt(static_cast<float>(i));
        const ImVec2 place = canvas.middle + ImVec2{far * std::cos(angle), far * std::sin(angle)};
        if (free(place)) return place;
    }
    return canvas.middle;
}

void draw_network_picture(Canvas& canvas, ImDrawList& list) {
    const Ui& ui = canvas.session.ui;
    const std::vector<GroupPlace> places = places_of_groups(canvas);
    draw_lines(canvas, places, list);
    std::optional<ImVec2> you;
    if (!canvas.state.ways.empty() || canvas.state.view.own_place()) you = own_place_on(canvas);
    if (you) draw_ways(canvas, *you, list);
    draw_nodes(canvas, list);
    ImRect your_name;
    if (you) {
        const std::string_view words = canvas.session.text("network.you");
        const float high = ui.line(Type::small_strong);
        const ImVec2 place{you->x + ui.px(14), std::floor(you->y - high / 2)};
        your_name = {place, place + ImVec2{text_width(ui, words, Type::small_strong), high}};
        list.AddCircleFilled(*you, ui.px(10) + 1.5F, ui.colour(Colour::ground));
        list.AddCircleFilled(*you, ui.px(10), ui.colour(Colour::text));
        draw_text(ui, list, place, words, Type::small_strong, ui.colour(Colour::text));
    }
    draw_names(canvas, places, you, your_name, list);
}

ImRect network_legend_area(const Canvas& canvas) {
    const Ui& ui = canvas.session.ui;
    const auto& legend = canvas.state.scene.legend;
    if (ui.phone() || legend.empty()) return {};
    const float high = ui.line(Type::small) + ui.px(2), side = ui.px(12);
    float wide = 0;
    for (const LegendEntry& entry : legend)
        wide = std::max(wide, std::min(text_width(ui, entry.words, Type::small), ui.px(170)));
    const ImVec2 end{canvas.area.Min.x + side + wide + ui.px(36), canvas.area.Max.y - ui.px(12)};
    return {{canvas.area.Min.x + side, end.y - high * static_cast<float>(legend.size()) - ui.px(12)}, end};
}

void draw_network_legend(const Canvas& canvas) {
    Ui& ui = canvas.session.ui;
    const ImRect area = network_legend_area(canvas);
    if (area.GetHeight() <= 0) return;
    const float high = ui.line(Type::small) + ui.px(2), disc = ui.px(5);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(area.Min, area.Max, with_alpha(ui.colour(Colour::ground), 0.9F), ui.px(grid::corner));
    ui.open_group(Role::list, ui.text("network.legend"), area);
    Flow flow{area.Min.x + ui.px(8), area.Min.y + ui.px(6), area.GetWidth() - ui.px(16)};
    for (const LegendEntry& entry : canvas.state.scene.legend) {
        Line line(flow.take(high));
        const ImRect sign = line.start(2 * disc, ui.px(8));
        list.AddCircleFilled(sign.GetCenter(), disc, ui.colour(entry.colour));
        ui.tree().open({.id = ui.static_id(entry.words), .role = Role::listitem, .name = entry.words});
        silent_label(ui, line.area, entry.words, Type::small, Colour::muted);
        ui.tree().close();
    }
    ui.tree().close();
}

}  // namespace kith::ui
