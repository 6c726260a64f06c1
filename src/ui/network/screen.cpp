#include "ui/network/screen.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "model/fields.h"
#include "ui/network/canvas.h"
#include "ui/network/files.h"
#include "ui/network/filter.h"
#include "ui/network/panel.h"
#include "ui/network/tools.h"
#include "ui/session/dates.h"
#include "widgets/overlays.h"
#include "workspace/names.h"

namespace kith::ui {

namespace {

template <std::size_t count>
std::array<std::string_view, count> texts(const Session& session, std::array<std::string_view, count> keys) {
    for (std::string_view& key : keys)
        key = session.text(key);
    return keys;
}

/// Picture or list, how the picture is coloured, sized and laid out, who is in it, and saving.
void draw_tools(Session& session, NetworkState& state, ImRect area) {
    Ui& ui = session.ui;
    ui.open_group(Role::toolbar, session.text("network.tools"), area);
    // On a phone the choices stand on a line of their own.
    Line line({area.Min.x, area.Min.y, area.Max.x, area.Min.y + ui.control()});
    const bool tight = area.GetWidth() < ui.px(800);
    const auto views = texts(session, std::array<std::string_view, 2>{"network.picture", "network.list"});
    if (const auto chosen = segmented(ui, line.start(segmented_width(ui, views), ui.px(tight ? 8 : 12)),
            session.text("network.view"), views, state.as_list ? 1 : 0))
        state.as_list = *chosen == 1;
    const Button filter{.label = session.text("network.filter"),
        .icon = Icon::list_filter,
        .icon_only = tight,
        .expanded = state.filter_open ? Tri::yes : Tri::no,
        .pressed = state.filter.empty() ? Tri::not_applicable : Tri::yes};
    const Button save{.label = session.text("network.save"), .icon = Icon::download, .icon_only = tight};
    draw_network_saving(session, state, line.end(button_width(ui, save), ui.px(8)), tight);
    if (button(ui, line.end(button_width(ui, filter), ui.px(tight ? 8 : 12)), filter))
        state.filter_open = !state.filter_open;
    if (!state.as_list) {
        Line choices =
            ui.phone() ? Line({area.Min.x, area.Max.y - ui.control(), area.Max.x, area.Max.y}) : line;
        const auto colours = texts(session,
            std::array<std::string_view, 4>{"network.by_community", "network.by_circle",
                "network.by_organisation", "network.by_freshness"});
        const auto sizes = texts(session,
            std::array<std::string_view, 3>{"network.by_ties", "network.by_between", "network.by_nothing"});
        constexpr std::array<std::string_view, 3> around{
            "network.around_ties", "network.around_circles", "network.around_steps"};
        constexpr std::array<std::string_view, 3> around_short{
            "network.around_ties_short", "network.around_circles_short", "network.around_steps_short"};
        const float gap = ui.px(8), room = choices.width();
        const Select colour{.name = session.text("network.colour"),
            .options = colours,
            .current = static_cast<int>(state.colour)};
        const Select size{
            .name = session.text("network.size"), .options = sizes, .current = static_cast<int>(state.size)};
        const auto whole = texts(session, around), brief = texts(session, around_short);
        Select layout{.name = session.text("network.layout"),
            .options = whole,
            .current = static_cast<int>(state.view.arrangement())};
        const auto asked = [&](Select one) {  // whatever of it is chosen: its names stay as one chooses
            float widest = 0;
            for (one.current = 0; one.current < static_cast<int>(one.options.size()); ++one.current)
                widest = std::max(widest, select_width(ui, one));
            return select_width(ui, colour) + select_width(ui, size) + widest + 2 * gap;
        };
        if (ui.phone() || asked(layout) > room) layout.options = brief;
        // Each shows whole what is chosen; where there is less room still, all are narrower by the same part.
        const float part = std::min(1.0F, room / asked(layout));
        const auto wide = [&](const Select& one) {
            return ui.phone() ? (room - gap) / 2 : std::floor(select_width(ui, one) * part);
        };
        if (const auto chosen = select(ui, choices.start(wide(colour), gap), colour))
            state.colour = static_cast<NetworkColour>(*chosen);
        if (const auto chosen = select(ui, choices.start(wide(size), gap), size))
            state.size = static_cast<NetworkSize>(*chosen);
        const ImRect place = ui.phone() ? line.area : choices.start(wide(layout), gap);  // beside the view
        if (const auto chosen = select(ui, place, layout)) {
            state.view.arrange(static_cast<NetworkLayout>(*chosen));
            state.camera.reset();
        }
    }
    ui.tree().close();
}

std::string group_name(const Session& session, const NetworkState& state, const NetworkNode& node) {
    const auto& names = state.view.community_names();
    return node.community < names.size() ? session.text(names[node.community]) : std::string();
}

// ---- The list ------------------------------------------------------------------------------------

std::string last_contact_text(const Session& session, const NetworkState& state, const NetworkNode& node) {
    const auto tie = state.view.own_tie(node);
    if (!tie || !tie->last_contact) return {};
    return session.show_relative(*tie->last_contact);
}

void list_rows(NetworkState& state) {
    if (state.rows_version == state.view.version() && state.rows_generation == state.shown_generation) return;
    state.rows_version = state.view.version();
    state.rows_generation = state.shown_generation;
    state.rows.clear();
    const auto& nodes = state.view.nodes();
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (nodes[i].person && is_shown(state, i)) state.rows.push_back(i);
    }
    std::ranges::stable_sort(state.rows, [&](std::size_t a, std::size_t b) {
        if (state.table.sort_key == "ties" && nodes[a].ties != nodes[b].ties)
            return nodes[a].ties < nodes[b].ties;
        if (state.table.sort_key == "group" && nodes[a].community != nodes[b].community)
            return nodes[a].community < nodes[b].community;
        return nodes[a].name < nodes[b].name;
    });
    if (state.table.descending) std::ranges::reverse(state.rows);
}

void draw_list(Session& session, NetworkState& state, ImRect area) {
    Ui& ui = session.ui;
    list_rows(state);
    const auto& nodes = state.view.nodes();
    const std::array columns{
        Column{.key = "name", .title = session.text("network.name"), .least = 160, .share = 2},
        Column{.key = "group", .title = session.text("network.group"), .least = 120, .share = 1, .keep = 2},
        Column{.key = "ties", .title = session.text("network.ties"), .least = 70, .share = 0.4F, .keep = 1},
        Column{.key = "last",
            .title = session.text("network.last"),
            .least = 110,
            .share = 1,
            .keep = 3,
            .sortable = false},
    };
    const auto node_at = [&](int row) -> const NetworkNode& {
        return nodes[state.rows[static_cast<std::size_t>(row)]];
    };
    const TableRows rows{
        .count = static_cast<int>(state.rows.size()),
        .cell =
            [&](int row, std::size_t column, ImRect cell, bool) {
                const NetworkNode& node = node_at(row);
                std::string text = column == 0 ? node.name
                    : column == 1              ? group_name(session, state, node)
                    : column == 2              ? std::to_string(node.ties)
                                               : last_contact_text(session, state, node);
                silent_label(ui, cell, text, Type::body, column == 0 ? Colour::text : Colour::muted);
                return text;
            },
        .name = [&](int row) { return node_at(row).name; },
        .key = [&](int row) { return node_at(row).record.value; },
    };
    const TableResult result = table(ui, area, session.name_of(PlaceId::network), state.table, columns, rows);
    if (result.sort_changed) state.rows_version = ~std::uint64_t{0};
    if (result.opened)
        choose_in_network(session, state, state.rows[static_cast<std::size_t>(*result.opened)]);
}

// ---- Time ----------------------------------------------------------------------------------------

/// How many people there were, as columns that stand on the slider.
void draw_growth(const Session& session, const NetworkState& state, ImRect area) {
    const auto& growth = state.view.answers().growth;
    if (growth.empty() || growth.back().people == 0 || area.GetHeight() <= 0) return;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float wide = area.GetWidth() / static_cast<float>(growth.size());
    const ImU32 colour = with_alpha(session.ui.colour(Colour::muted), 0.25F);
    for (std::size_t i = 0; i < growth.size(); ++i) {
        const float part = static_cast<float>(growth[i].people) / static_cast<float>(growth.back().people);
        const float left = area.Min.x + static_cast<float>(i) * wide;
        list.AddRectFilled(
            {left, area.Max.y - part * area.GetHeight()}, {left + wide - 1, area.Max.y}, colour);
    }
}

/// From the first day anyone was known to today: drag, or the arrow keys by months.
void draw_time(Session& session, NetworkState& state, ImRect area) {
    Ui& ui = session.ui;
    const Day today = ui.today();
    static constexpr std::chrono::days least{60};
    const Day first = std::min(state.view.first_day(), today - least);
    const float length = static_cast<float>((today - first).count());
    Day day = state.day.value_or(today);
    Line line(area);
    const std::string from = std::to_string(static_cast<int>(std::chrono::year_month_day(first).year()));
    silent_label(ui, line.start(ui.px(44)), from, Type::small, Colour::muted);
    const std::string until = ui.host().format_date(day, DateStyle::day_month_year);
    silent_label(ui, line.end(ui.px(120), ui.px(12)), until, Type::small, Colour::text);
    const ImRect bar = line.area;

    Node node{.role = Role::slider, .name = std::string(session.text("network.day")), .value = until};
    node.minimum = 0;
    node.maximum = length;
    node.now = static_cast<float>((day - first).count());
    const ImGuiID id = ImGui::GetID("day");
    const Press press = ui.press(id, bar, std::move(node), {.keys = false});
    const auto set = [&](Day wanted) {
        wanted = std::clamp(wanted, first, today);
        state.day = wanted == today ? std::optional<Day>{} : wanted;
    };
    if (const auto asked = ui.take_request(id, NodeAction::set_value)) {
        int days = 0;
        std::from_chars(asked->data(), asked->data() + asked->size(), days);
        set(first + std::chrono::days(days));
    }
    if (press.held && bar.GetWidth() > 0) {
        const float part = std::clamp((ImGui::GetIO().MousePos.x - bar.Min.x) / bar.GetWidth(), 0.0F, 1.0F);
        set(first + std::chrono::days(std::lround(part * length)));
    }
    if (press.focused) {
        constexpr std::chrono::days month{30};
        if (ui.key(ImGuiKey_LeftArrow, true)) set(day - month);
        if (ui.key(ImGuiKey_RightArrow, true)) set(day + month);
        if (ui.key(ImGuiKey_Home)) set(first);
        if (ui.key(ImGuiKey_End)) set(today);
    }
    if (!press.visible) return;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImRect track = middle(bar, ui.px(6));
    const auto x_of = [&](Day when) {
        const float part = length > 0 ? static_cast<float>((when - first).count()) / length : 1;
        return track.Min.x + std::clamp(part, 0.0F, 1.0F) * track.GetWidth();
    };
    const float x = x_of(day);
    draw_growth(session, state, {bar.Min.x, bar.Min.y, bar.Max.x, track.Min.y - ui.px(1)});
    list.AddRectFilled(track.Min, track.Max, ui.colour(Colour::surface_2), ui.px(3));
    list.AddRectFilled(track.Min, {x, track.Max.y}, ui.colour(Colour::accent), ui.px(3));
    // Events that brought people: their names are told beside the picture.
    for (const Arrivals& arrivals : state.view.answers().arrivals) {
        const float at = std::floor(x_of(arrivals.on));
        list.AddRectFilled({at - 1, track.Max.y + ui.px(2)}, {at + 1, track.Max.y + ui.px(8)},
            ui.colour(arrivals.on <= day ? Colour::accent : Colour::edge));
    }
    if (press.hovered || press.focused || state.day)
        list.AddCircleFilled({x, (track.Min.y + track.Max.y) / 2}, ui.px(8), ui.colour(Colour::accent));
}

void draw_screen(Session& session, NetworkState& state, ImRect area) {
    Ui& ui = session.ui;
    const bool beside = area.GetWidth() > ui.px(760);
    const float panel = beside ? ui.px(330) : area.GetWidth();
    const float below = beside ? 0 : std::floor(area.GetHeight() * 0.42F);
    const ImRect left{area.Min.x, area.Min.y, beside ? area.Max.x - panel : area.Max.x, area.Max.y - below};
    const float side = ui.px(ui.phone() ? grid::screen_phone : 20),
                tools = ui.control() * (ui.phone() && !state.as_list ? 2 : 1) +
        (ui.phone() && !state.as_list ? ui.px(8) : 0);
    const ImRect bar{
        left.Min.x + side, left.Min.y + ui.px(14), left.Max.x - side, left.Min.y + ui.px(14) + tools};
    const float time = ui.px(44);
    draw_tools(session, state, bar);
    Flow under{bar.Min.x, bar.Max.y + ui.px(10), bar.GetWidth()};
    draw_network_filter(session, state, under);
    const ImRect picture{left.Min.x, under.y, left.Max.x, left.Max.y - time};
    if (state.view.nodes().empty() && state.view.working())
        paragraph(ui, under, session.text("network.working"), Type::body, Colour::muted);
    else if (state.as_list)
        draw_list(session, state, inset(picture, side, 0));
    else
        draw_network_canvas(session, state, picture);
    draw_time(
        session, state, middle({left.Min.x + side, picture.Max.y, left.Max.x - side, left.Max.y}, ui.px(28)));
    const ImRect right = beside ? ImRect{left.Max.x, area.Min.y, area.Max.x, area.Max.y}
                                : ImRect{area.Min.x, left.Max.y, area.Max.x, area.Max.y};
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(right.Min,
        beside ? ImVec2{right.Min.x + 1, right.Max.y} : ImVec2{right.Max.x, right.Min.y + 1},
        ui.colour(Colour::line));
    draw_network_panel(session, state, {right.Min.x + 1, right.Min.y + 1, right.Max.x, right.Max.y});
}

}  // namespace

std::string network_sentence(const Session& session, const NetworkState& state, std::size_t index) {
    const NetworkNode& node = state.view.nodes()[index];
    std::string sentence = node.name;
    if (const RecordId work = main_affiliation(session.workspace, node.record)) {
        const std::string role(session.workspace.text(work, affiliation::role));
        const std::string place =
            record_name(session.workspace, session.workspace.reference(work, affiliation::organisation));
        for (const std::string& part : {role, place})
            if (!part.empty()) sentence += ", " + part;
    }
    sentence += ". ";
    if (const auto tie = state.view.own_tie(node))
        sentence += std::string(session.text(key_of(tie->strength))) + ". ";
    sentence += session.text("network.knows", {node.ties});
    sentence += " " + session.text("network.in_group", {group_name(session, state, node)});
    return sentence;
}

void choose_in_network(Session& session, NetworkState& state, std::size_t node) {
    state.chosen = state.view.nodes()[node].record;
    session.ui.tree().announce(network_sentence(session, state, node));
    session.ui.keep_moving();
}

void draw_network(Session& session, NetworkState& state, ImRect area) {
    Ui& ui = session.ui;
    // Before there is a picture nothing else is drawn.
    const std::chrono::milliseconds slice{state.view.nodes().empty() ? 12 : 6};
    const Day today = ui.today();
    state.view.update(state.day.value_or(today), today, state.with_events);
    const Instant end = ui.host().now() + slice;
    if (state.view.step([&] { return ui.host().now() >= end; })) ui.keep_moving();
    if (state.chosen && !state.view.find(state.chosen)) state.chosen = {};
    update_network_places(session, state);
    update_shown(session, state);
    update_scene(session, state);

    ui.open_group(Role::main, session.name_of(PlaceId::network), area);
    // In a low window, or with large text, the picture would be squeezed to nothing: then the screen scrolls.
    const bool beside = area.GetWidth() > ui.px(760);
    if (area.GetHeight() >= ui.px(beside ? 280 : 480)) {
        draw_screen(session, state, area);
    } else {
        const ScrollOptions options{.side = 0, .top = 0, .bottom = 0};
        Flow flow = begin_scroll(ui, "network", area, options);
        draw_screen(session, state, flow.take(ui.px(beside ? 320 : 560)));
        end_scroll(ui, flow, options);
    }
    ui.tree().close();
}

}  // namespace kith::ui
