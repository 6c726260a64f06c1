#include "ui/app/bars.h"

#include <algorithm>
#include <cmath>

#include "ui/session/dates.h"
#include "ui/session/places.h"
#include "widgets/widgets.h"

namespace kith::ui {

namespace {

struct BarItem {  // of the bar at the foot of a phone
    std::string_view id, name;
    std::string_view brief;  // where it is not the name
    Icon icon = Icon::none;
    bool here = false;
    Role role = Role::link;
};

/// The trash stands in the bars while there is something in it.
bool in_bars(const Session& session, const PlaceCounts& counts, const PlaceRow& place) {
    switch (place.reach) {
        case Reach::tab:
        case Reach::record:
        case Reach::address: return false;
        case Reach::bar:
        case Reach::rail:
        case Reach::foot: break;
    }
    return place.id != PlaceId::trash || counts.in_trash > 0 || session.place.id == PlaceId::trash;
}

std::size_t count_beside(const PlaceCounts& counts, PlaceId place) {
    switch (place) {
        case PlaceId::today: return counts.due;
        case PlaceId::people: return counts.records.people;
        case PlaceId::goals: return counts.records.goals;
        case PlaceId::opportunities: return counts.records.opportunities;
        case PlaceId::favours: return counts.records.favours;
        case PlaceId::trash: return counts.in_trash;
        default: return 0;
    }
}

bool rail_item(Session& session, ImRect area, const PlaceRow& place, std::size_t count, bool narrow) {
    Ui& ui = session.ui;
    const std::string_view name = session.name_of(place.id);
    const bool here = row_of(session.place.id).rail == place.id;
    Node node{.role = Role::link, .name = std::string(name)};
    node.current = here;
    if (count > 0) node.description = ui.number(count);
    const ImGuiID id = ImGui::GetID(place.address.data(), place.address.data() + place.address.size());
    const Press press = ui.press(id, area, std::move(node));
    if (press.visible) {
        ImDrawList& list = *ImGui::GetWindowDrawList();
        if (here)
            list.AddRectFilled(area.Min, area.Max, ui.colour(Colour::accent_soft), ui.px(grid::corner));
        else if (press.hovered)
            list.AddRectFilled(area.Min, area.Max, ui.colour(Colour::surface_2), ui.px(grid::corner));
        const Colour colour = here ? Colour::accent : Colour::muted;
        const float sign = ui.px(18);
        if (narrow) {
            draw_icon(ui, list,
                {std::floor((area.Min.x + area.Max.x - sign) * 0.5f), middle(area, sign).Min.y}, place.icon,
                sign, ui.colour(colour));
        } else {
            Line line(inset(area, ui.px(12), 0));
            draw_icon(
                ui, list, middle(line.start(sign, ui.px(11)), sign).Min, place.icon, sign, ui.colour(colour));
            if (count > 0) {
                const std::string number = ui.number(count);
                const Type type = here ? Type::small_strong : Type::small;
                silent_label(ui, line.end(std::ceil(text_width(ui, number, type)), ui.px(8)), number, type,
                    colour, Align::end);
            }
            silent_label(ui, line.area, name, here ? Type::body_strong : Type::body,
                here ? Colour::accent : Colour::muted);
        }
    }
    if (narrow) ui.tooltip(id, area, name, press);
    return press.pressed;
}

bool bottom_item(Ui& ui, ImRect slot, const BarItem& item) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const std::string_view words = item.brief.empty() ? item.name : item.brief;
    const float pill_width = std::min(slot.GetWidth() - ui.px(4),
        std::max(ui.px(60), std::ceil(text_width(ui, words, Type::small_strong)) + ui.px(20)));
    const ImRect pill{std::floor(slot.GetCenter().x - pill_width * 0.5f), slot.Min.y + ui.px(4),
        std::floor(slot.GetCenter().x + pill_width * 0.5f), slot.Max.y - ui.px(4)};
    Node node{.role = item.role, .name = std::string(item.name)};
    node.current = item.here && item.role == Role::link;
    node.has_popup = item.role == Role::button;
    const Press press =
        ui.press(ImGui::GetID(item.id.data(), item.id.data() + item.id.size()), pill, std::move(node));
    if (item.here)
        list.AddRectFilled(pill.Min, pill.Max, ui.colour(Colour::accent_soft), ui.px(grid::corner));
    const float sign = ui.px(18);
    draw_icon(ui, list, {std::floor(pill.GetCenter().x - sign * 0.5f), pill.Min.y + ui.px(8)}, item.icon,
        sign, ui.colour(item.here ? Colour::accent : Colour::muted));
    silent_label(ui, {pill.Min.x, pill.Max.y - ui.px(24), pill.Max.x, pill.Max.y - ui.px(4)}, words,
        item.here ? Type::small_strong : Type::small, item.here ? Colour::accent : Colour::muted,
        Align::centre);
    return press.pressed;
}

struct Saved {
    std::string_view key;
    Icon icon;
    Colour colour;
};

Saved saved_as(SaveState state) {
    switch (state) {
        case SaveState::saved: return {"storage.saved", Icon::check, Colour::muted};
        case SaveState::saving: return {"storage.saving", Icon::ellipsis, Colour::muted};
        case SaveState::not_saved: return {"storage.not_saved", Icon::cloud_off, Colour::late};
        case SaveState::read_only: return {"storage.read_only", Icon::lock, Colour::due};
        case SaveState::memory_only: return {"storage.memory_only", Icon::triangle_alert, Colour::due};
    }
    return {"storage.saved", Icon::check, Colour::muted};
}

}  // namespace

void draw_rail(Session& session, const PlaceCounts& counts, ImRect area, bool narrow) {
    Ui& ui = session.ui;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled({area.Max.x - 1, area.Min.y}, area.Max, ui.colour(Colour::line));
    const float mark = ui.px(20);
    const ImVec2 corner{narrow ? std::floor((area.Min.x + area.Max.x - mark) * 0.5f) : area.Min.x + ui.px(20),
        area.Min.y + ui.px(21)};
    list.AddRectFilled(corner, corner + ImVec2(mark, mark), ui.colour(Colour::accent), ui.px(5));
    if (!narrow) {
        const ImRect words{corner.x + mark + ui.px(8), corner.y, area.Max.x, corner.y + mark};
        silent_label(ui, words, session.text("app.name"), Type::section);
    }
    ui.open_group(Role::navigation, session.text("nav.name"), area);
    const float side = ui.px(8), high = std::max(ui.control(), ui.px(36)), gap = ui.px(2);
    float y = area.Min.y + ui.px(60);
    float foot = area.Max.y - ui.px(12);
    for (const PlaceRow& place : places()) {
        if (in_bars(session, counts, place) && place.reach == Reach::foot) foot -= high + gap;
    }
    for (const PlaceRow& place : places()) {
        if (!in_bars(session, counts, place)) continue;
        float& at = place.reach == Reach::foot ? foot : y;
        const ImRect strip{area.Min.x + side, at, area.Max.x - side - 1, at + high};
        at += high + gap;
        if (rail_item(session, strip, place, count_beside(counts, place.id), narrow)) session.go(place.id);
    }
    ui.tree().close();
}

void draw_bottom_bar(Session& session, const PlaceCounts& counts, bool& more_open, ImRect area) {
    Ui& ui = session.ui;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(area.Min, area.Max, ui.colour(Colour::ground));
    draw_separator(ui, area.Min.x, area.Max.x, area.Min.y);
    ui.open_group(Role::navigation, session.text("nav.name"), area);
    // Some places and a menu of the others.
    const PlaceRow& here = row_of(row_of(session.place.id).rail);
    const auto shown = std::ranges::count(places(), Reach::bar, &PlaceRow::reach);
    const float wide = std::floor(area.GetWidth() / static_cast<float>(shown + 1));
    ImRect slot{area.Min.x, area.Min.y + 1, area.Min.x + wide, area.Max.y};
    for (const PlaceRow& place : places()) {
        if (place.reach != Reach::bar) continue;
        if (bottom_item(ui, slot,
                {.id = place.address,
                    .name = session.name_of(place.id),
                    .brief = place.brief.empty() ? std::string_view{} : session.text(place.brief),
                    .icon = place.icon,
                    .here = here.id == place.id}))
            session.go(place.id);
        slot.Translate({wide, 0});
    }
    if (bottom_item(ui, slot,
            {.id = "more",
                .name = session.text("nav.more"),
                .icon = Icon::menu,
                .here = here.reach != Reach::bar,
                .role = Role::button}))
        more_open = true;
    ui.tree().close();
    Flow menu;
    if (!session.host.whole() || !begin_menu(ui, session.text("nav.more"), slot, 220, more_open, menu))
        return;
    const bool can_lock = session.host.protection().state == Protection::State::on;
    if (can_lock && menu_item(ui, menu, {.label = session.text("passphrase.lock"), .icon = Icon::lock})) {
        more_open = false;
        session.host.lock();
    }
    for (const PlaceRow& place : places()) {
        if (!in_bars(session, counts, place) || place.reach == Reach::bar) continue;
        if (!menu_item(ui, menu, {.label = session.name_of(place.id), .icon = place.icon})) continue;
        more_open = false;
        session.go(place.id);
    }
    end_menu(ui, menu);
}

bool draw_top_bar(Session& session, bool half_done, bool offers_log, ImRect area) {
    Ui& ui = session.ui;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    draw_separator(ui, area.Min.x, area.Max.x, area.Max.y - 1);
    ui.open_group(Role::banner, session.text("app.name"), area);
    const bool phone = ui.phone();
    Line line(middle(inset(area, ui.px(phone ? grid::screen_phone : grid::screen), 0), ui.control()));
    line.area.Max.y = std::min(line.area.Max.y, area.Max.y - ui.px(4));

    const StorageState storage = session.past ? StorageState{} : session.host.storage();
    Saved saved = saved_as(storage.state);
    std::string words(session.text(saved.key));
    std::string why;
    if (storage.problem) {
        why = ui.text(*storage.problem);
        if (const std::string cause = ui.formatter().format_cause(*storage.problem); !cause.empty())
            why += " " + cause;
    }
    if (session.past) {
        saved.icon = Icon::history;
        words = session.text("history.past", {ui.now()});
    }
    // What is half done is not saved, whatever else is.
    const bool kept_else = storage.state == SaveState::saved || storage.state == SaveState::saving;
    if (half_done && kept_else) {
        saved = {"storage.draft", Icon::pencil, Colour::muted};
        words = session.text(saved.key);
        why = session.text(storage.typed_kept ? "storage.draft_kept" : "storage.draft_coming");
    }
    const float sign = ui.px(14);
    const Button log_it{.label = session.text("top.log"),
        .icon = Icon::plus,
        .kind = ButtonKind::primary,
        .icon_only = phone};
    const bool wants_log = !session.past && offers_log;
    const ImRect log_area = wants_log ? line.end(button_width(ui, log_it), ui.px(12)) : ImRect{};
    const bool word = !phone && line.width() > ui.px(360);
    const float saved_width = sign + (word ? ui.px(6) + std::ceil(text_width(ui, words, Type::small)) : 0);
    const ImRect saved_area = line.end(saved_width, ui.px(phone ? 8 : 16));
    const Button pen{
        .label = session.text(session.past ? "history.leave_past" : "storage.take_over"), .small = true};
    const bool offer = session.past || storage.state == SaveState::read_only;
    const ImRect take_area = offer ? line.end(button_width(ui, pen), ui.px(8)) : ImRect{};

    const Button lock{.label = session.text("passphrase.lock"),
        .icon = Icon::lock,
        .kind = ButtonKind::bare,
        .icon_only = true};
    const bool can_lock = !phone && !session.past && session.host.protection().state == Protection::State::on;
    const ImRect lock_area = can_lock ? line.end(button_width(ui, lock), ui.px(8)) : ImRect{};

    // The finder: looks like a field, opens the panel.
    const ImRect find = line.start(phone ? line.width() : std::min(ui.px(420), line.width()));
    const std::string_view find_words = session.text("finder.placeholder");
    Node node{.role = Role::button, .name = std::string(find_words), .shortcut = "Control+K Meta+K"};
    node.has_popup = true;
    const Press press = ui.press(ImGui::GetID("find"), find, std::move(node));
    list.AddRectFilled(find.Min, find.Max, ui.colour(Colour::surface), ui.px(grid::corner));
    list.AddRect(
        find.Min, find.Max, ui.colour(press.hovered ? Colour::edge : Colour::line), ui.px(grid::corner));
    Line inner(inset(find, ui.px(13), 0));
    draw_icon(ui, list, middle(inner.start(ui.px(16), ui.px(8)), ui.px(16)).Min, Icon::search, ui.px(16),
        ui.colour(Colour::muted));
    if (!phone) {
        const std::string_view hint = session.text("finder.hint");
        silent_label(ui, inner.end(std::ceil(text_width(ui, hint, Type::small)), ui.px(8)), hint, Type::small,
            Colour::muted);
    }
    silent_label(ui, inner.area, find_words, Type::body, Colour::muted);

    if (can_lock && button(ui, lock_area, lock)) session.host.lock();
    if (offer && button(ui, take_area, pen)) {
        if (session.past)
            session.wish.leave_past = true;
        else
            session.host.take_over();
    }
    Node& state =
        ui.tree().add({.id = ui.static_id("saved"), .role = Role::status, .name = std::string(words)});
    state.bounds = ui.visible_bounds(saved_area);
    state.description = why;
    draw_icon(ui, list, middle(saved_area, sign).Min, saved.icon, sign, ui.colour(saved.colour));
    if (word)
        silent_label(ui,
            {saved_area.Min.x + sign + ui.px(6), saved_area.Min.y, saved_area.Max.x, saved_area.Max.y}, words,
            Type::small, saved.colour);
    if (ImGui::IsMouseHoveringRect(saved_area.Min, saved_area.Max) && (!word || !why.empty()))
        ui.tooltip(ImGui::GetID("saved"), saved_area, why.empty() ? words : why, {.hovered = true});
    if (wants_log && button(ui, log_area, log_it)) session.wish.log_with = RecordId{};
    ui.tree().close();
    return press.pressed;
}

}  // namespace kith::ui
