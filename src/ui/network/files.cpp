#include "ui/network/files.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/xml.h"
#include "exchange/graphs/writers.h"
#include "network/describe.h"
#include "ui/network/labels.h"
#include "ui/network/look.h"
#include "widgets/widgets.h"

namespace kith::ui {

namespace {

constexpr ImVec2 picture_size{1600, 1200};

struct Saving {
    std::string_view key;
    std::string_view ending;
    std::optional<GraphFormat> format;  // none: the picture
};
constexpr std::array savings{
    Saving{"network.save_svg", "svg", {}},
    Saving{"network.save_png", "png", {}},
    Saving{"network.save_graphml", "graphml", GraphFormat::graphml},
    Saving{"network.save_gexf", "gexf", GraphFormat::gexf},
    Saving{"network.save_csv_nodes", "csv", GraphFormat::csv_nodes},
    Saving{"network.save_csv_edges", "csv", GraphFormat::csv_edges},
    Saving{"network.save_dot", "dot", GraphFormat::dot},
};

/// SVG as text. Numbers with one decimal: a picture needs no more.
struct Writing {
    std::string text;

    Writing& operator<<(std::string_view piece) {
        text += piece;
        return *this;
    }
    Writing& operator<<(float number) {
        std::array<char, 32> digits;
        const auto end =
            std::to_chars(digits.data(), digits.data() + digits.size(), std::round(number * 10) / 10);
        text.append(digits.data(), end.ptr);
        return *this;
    }
    void escaped(std::string_view words) { text += xml_text(words); }
    void colour(std::string_view attribute, ImU32 colour) {
        constexpr std::string_view digits = "0123456789abcdef";
        *this << " " << attribute << "=\"#";
        for (const int shift : {IM_COL32_R_SHIFT, IM_COL32_G_SHIFT, IM_COL32_B_SHIFT}) {
            const unsigned part = (colour >> shift) & 0xFFU;
            text += digits[part >> 4U];
            text += digits[part & 15U];
        }
        text += '"';
    }
};

/// Of those who are shown, for other programs.
std::string graph_file(const Session& session, const NetworkState& state, GraphFormat format) {
    const NetworkView& view = state.view;
    std::vector<Point> at(view.people().nodes.size());
    for (std::size_t i = 0; i < view.nodes().size(); ++i) {
        const NodeIndex place = view.people().place(view.contacts(), view.nodes()[i].record);
        if (place != no_index) at[place] = view.at(i);
    }
    GraphDescription graph = describe(session.workspace, view.contacts(), view.people(),
        {.sensitive = true, .community = view.communities(), .at = at});
    return write_graph(graph, format);
}

}  // namespace

std::string network_svg(const Session& session, const NetworkState& state, ImVec2 size) {
    const Ui& ui = session.ui;
    const NetworkView& view = state.view;
    const NetworkCamera camera = view.fit(size, state.shown);
    const ImVec2 middle{size.x / 2, size.y / 2};
    const auto& nodes = view.nodes();
    const auto place = [&](std::size_t node) { return camera.to_screen(view.at(node), middle); };
    const float line = type_style(Type::small).line;

    Writing out;
    out << R"(<svg xmlns="http://www.w3.org/2000/svg" width=")" << size.x << R"(" height=")" << size.y
        << R"(" viewBox="0 0 )" << size.x << " " << size.y
        << R"(" font-family="system-ui, sans-serif" font-size=")" << type_style(Type::small).size
        << "\"><title>";
    out.escaped(session.text("network.title"));
    out << R"(</title><rect width="100%" height="100%")";
    out.colour("fill", ui.colour(Colour::ground));
    out << "/>\n<g stroke-opacity=\"0.3\"";
    out.colour("stroke", ui.colour(Colour::muted));
    out << ">\n";
    for (NodeIndex a = 0; a < view.graph().node_count(); ++a) {
        if (!is_drawn(state, a)) continue;
        for (const Neighbour& next : view.graph().neighbours(a)) {
            if (next.node < a || !is_drawn(state, next.node)) continue;
            const ImVec2 from = place(a), to = place(next.node);
            out << "<line x1=\"" << from.x << "\" y1=\"" << from.y << "\" x2=\"" << to.x << "\" y2=\"" << to.y
                << "\"/>\n";
        }
    }
    out << "</g>\n<g stroke-width=\"1.5\"";
    out.colour("stroke", ui.colour(Colour::ground));
    out << ">\n";
    std::vector<std::size_t> order;
    std::vector<ImRect> discs;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (!is_drawn(state, i)) continue;
        const ImVec2 at = place(i);
        const float radius = network_radius(state, i);
        order.push_back(i);
        discs.push_back({at - ImVec2{radius, radius}, at + ImVec2{radius, radius}});
        if (nodes[i].person)
            out << "<circle cx=\"" << at.x << "\" cy=\"" << at.y << "\" r=\"" << radius << "\"";
        else
            out << "<rect x=\"" << at.x - radius << "\" y=\"" << at.y - radius << "\" width=\"" << 2 * radius
                << "\" height=\"" << 2 * radius << "\" rx=\"3\"";
        out.colour("fill", ui.colour(nodes[i].person ? network_colour(session, state, i) : Colour::edge));
        out << "><title>";
        out.escaped(nodes[i].name);
        out << (nodes[i].person ? "</title></circle>\n" : "</title></rect>\n");
    }
    out << "</g>\n<g>\n";
    std::ranges::stable_sort(
        order, std::ranges::greater{}, [&](std::size_t node) { return nodes[node].ties; });
    std::vector<LabelWish> wishes;
    for (const std::size_t node : order) {
        const ImVec2 at = place(node);
        const float radius = network_radius(state, node);
        wishes.push_back({.beside = {at - ImVec2{radius, radius}, at + ImVec2{radius, radius}},
            .size = {text_width(ui, nodes[node].name, Type::small) / ui.px_exact(1), line}});
    }
    for (const PlacedLabel& label : place_labels(wishes, discs, {{0, 0}, size}, wishes.size())) {
        out << "<text x=\"" << label.area.Min.x << "\" y=\"" << label.area.Min.y + line * 0.75F << "\"";
        out.colour("fill", ui.colour(nodes[order[label.wish]].person ? Colour::text : Colour::muted));
        out << ">";
        out.escaped(nodes[order[label.wish]].name);
        out << "</text>\n";
    }
    out << "</g>\n</svg>\n";
    return std::move(out.text);
}

void draw_network_saving(Session& session, NetworkState& state, ImRect area, bool icon_only) {
    Ui& ui = session.ui;
    const Button save{.label = session.text("network.save"),
        .icon = Icon::download,
        .icon_only = icon_only,
        .has_popup = true,
        .expanded = state.save_open ? Tri::yes : Tri::no};
    if (button(ui, area, save)) state.save_open = true;
    Flow menu;
    if (!begin_menu(ui, session.text("network.save"), area, 260, state.save_open, menu)) return;
    for (const Saving& saving : savings) {
        if (!menu_item(ui, menu, {.label = session.text(saving.key)})) continue;
        state.save_open = false;
        std::string name = "kith-" + std::string(session.text("network.file"));
        if (saving.format == GraphFormat::csv_nodes)
            name += "-" + std::string(session.text("network.file_people"));
        if (saving.format == GraphFormat::csv_edges)
            name += "-" + std::string(session.text("network.file_ties"));
        name += "." + std::string(saving.ending);
        const std::string bytes = saving.format ? graph_file(session, state, *saving.format)
                                                : network_svg(session, state, picture_size);
        session.host.save_file(name, saving.format ? "application/octet-stream" : "image/svg+xml", bytes);
        session.say(session.text("network.saved_as", {name}));
    }
    end_menu(ui, menu);
}

}  // namespace kith::ui
