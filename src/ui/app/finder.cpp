// Ctrl/Cmd+K: any person, organisation or command, by typing a part of its name.
#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"
#include "model/fields.h"
#include "planning/messages/guides.h"
#include "ui/app/finder.h"
#include "ui/session/places.h"
#include "ui/session/session_steps.h"
#include "ui/words/record_words.h"
#include "workspace/names.h"

namespace kith::ui {

namespace {

enum class Command : std::uint8_t {
    log,
    add,
    goal,
    profile,
    import,
    open,  // a place that stands among the commands from the first
    lock,
    undo,
    redo
};

struct CommandSpec {
    Command command;
    std::string_view key;       // of the catalogue
    std::string_view shortcut;  // as shown
    std::optional<PlaceId> place = {};
};

constexpr std::array commands{
    CommandSpec{Command::log, "finder.log", ""},
    CommandSpec{Command::add, "finder.add", ""},
    CommandSpec{Command::goal, "goal_start.new", ""},
    CommandSpec{Command::profile, "page.profile", ""},
    CommandSpec{Command::import, "finder.import", ""},
    CommandSpec{Command::open, "finder.export", "", PlaceId::files},
    CommandSpec{Command::open, "finder.settings", "", PlaceId::settings},
    CommandSpec{Command::open, "finder.trash", "", PlaceId::trash},
    CommandSpec{Command::open, "finder.history", "", PlaceId::history},
    CommandSpec{Command::lock, "finder.lock", ""},
    CommandSpec{Command::undo, "finder.undo", "Ctrl Z"},
    CommandSpec{Command::redo, "finder.redo", "Ctrl Y"},
};

using Offer = FinderOffer;

void offer_records(Session& session, const std::string& query, std::vector<Offer>& offers) {
    const Workspace& workspace = session.workspace;
    const auto add = [&](Kind kind, std::size_t most, Offer::Group group) {
        for (const SearchResult& hit :
            session.insight.search_so_far().find(workspace, query, {.limit = most, .kind = kind}).results) {
            Offer offer{.group = group, .name = record_name(workspace, hit.record), .record = hit.record};
            if (kind == Kind::person) {
                offer.detail = work_of(workspace, hit.record);
            } else {
                const auto people = workspace.referrers(hit.record, affiliation::organisation).size();
                const auto sort = workspace.text(hit.record, organisation::kind);
                if (!sort.empty())
                    offer.detail =
                        option_label(session.ui.words(), *find_field(organisation::kind), sort) + " · ";
                offer.detail += session.text("finder.people", {people});
            }
            offers.push_back(std::move(offer));
        }
    };
    add(Kind::person, 6, Offer::Group::people);
    add(Kind::organisation, 3, Offer::Group::organisations);
    // Everything else, best first.
    constexpr std::size_t most_others = 5;
    std::size_t others = 0;
    for (const SearchResult& hit :
        session.insight.search_so_far().find(workspace, query, {.limit = most_others}).results) {
        const Kind kind = kind_of(hit.record);
        const PlaceRow* place = place_of(kind);
        if (kind == Kind::person || kind == Kind::organisation || place == nullptr) continue;
        if (others++ == most_others) break;
        const RecordWords words = words_for(session, hit.record);
        offers.push_back({.group = Offer::Group::others,
            .name = words.title,
            .detail = joined({kind_name(session.ui.words(), kind), words.detail}),
            .record = hit.record});
    }
}

bool has_every_word(std::string_view name, const std::string& wanted) {
    const std::string folded = fold(name);
    for (std::string_view word : split(wanted, ' ')) {
        if (!folded.contains(word)) return false;
    }
    return true;
}

bool is_exactly(std::string_view name, const std::string& wanted) {
    return fold(name) == wanted;
}

/// By its name, or by the short one that its tab has.
bool is_called(const Session& session, const PlaceRow& place, const std::string& wanted,
    bool (*agrees)(std::string_view, const std::string&)) {
    return agrees(session.text(place.name), wanted) ||
        (!place.brief.empty() && agrees(session.text(place.brief), wanted));
}

std::vector<Offer> offers_for(Session& session, const std::string& query) {
    std::vector<Offer> offers;
    const std::string wanted = fold(trim(query));
    if (!wanted.empty()) offer_records(session, query, offers);
    if (!offers.empty() && offers.front().group == Offer::Group::people) {
        const Offer& first = offers.front();
        offers.push_back({.group = Offer::Group::commands,
            .name = session.text("finder.log_with", {first.name}),
            .log_with = first.record});
    }
    for (std::size_t i = 0; i < commands.size(); ++i) {
        const CommandSpec& command = commands[i];
        const std::string name(session.text(command.key));
        if (command.command == Command::lock && session.host.protection().state != Protection::State::on)
            continue;
        if (has_every_word(name, wanted))
            offers.push_back({.group = Offer::Group::commands,
                .name = name,
                .shortcut = std::string(command.shortcut),
                .command = static_cast<int>(i),
                .place = command.place});
    }
    for (const PlaceRow& place : places()) {
        if (wanted.empty()) break;
        const bool found = place.findable() && is_called(session, place, wanted, &has_every_word);
        if (found && !std::ranges::contains(offers, place.id, &Offer::place))
            offers.push_back({.group = Offer::Group::commands,
                .name = session.text("finder.open_place", {session.name_of(place.id)}),
                .place = place.id});
    }
    // The playbook's guides, by title or all of them by "how to".
    for (const Guide& guide : guides()) {
        if (wanted.empty()) break;
        std::string name = session.text("guide.offer", {guide.title});
        if (has_every_word(name, wanted))
            offers.push_back({.group = Offer::Group::commands,
                .name = std::move(name),
                .detail = guide.about,
                .guide = guide.key});
    }
    return offers;
}

/// The one that Enter takes: what is called exactly so, else the first.
int best_of(const Session& session, std::span<const Offer> offers, const std::string& query) {
    const std::string wanted = fold(trim(query));
    const auto called_so = [&](const Offer& offer) {
        return fold(offer.name) == wanted ||
            (offer.place && is_called(session, row_of(*offer.place), wanted, &is_exactly));
    };
    const auto at = wanted.empty() ? offers.end() : std::ranges::find_if(offers, called_so);
    return at != offers.end() ? static_cast<int>(at - offers.begin()) : 0;
}

void carry_out(Session& session, const Offer& offer) {
    if (offer.log_with) {
        session.wish.log_with = offer.log_with;
    } else if (offer.place) {
        session.go(*offer.place);
    } else if (offer.command >= 0) {
        switch (commands[static_cast<std::size_t>(offer.command)].command) {
            case Command::log: session.wish.log_with = RecordId{}; break;
            case Command::add: session.wish.add_person = true; break;
            case Command::goal: session.wish.start_goal = true; break;
            case Command::profile: session.wish.profile = RecordId{}; break;
            case Command::import: session.wish.choose_import = true; break;
            case Command::open: break;  // has a place
            case Command::lock: session.host.lock(); break;
            case Command::undo: undo_step(session); break;
            case Command::redo: redo_step(session); break;
        }
    } else if (!offer.guide.empty()) {
        session.wish.guide = offer.guide;
    } else {
        open_record(session, offer.record);
    }
}

std::string_view group_key(Offer::Group group) {
    switch (group) {
        case Offer::Group::people: return "finder.group_people";
        case Offer::Group::organisations: return "finder.group_organisations";
        case Offer::Group::others: return "finder.group_others";
        case Offer::Group::commands: break;
    }
    return "finder.group_commands";
}

void draw_offer(Session& session, const Offer& offer, ImRect area) {
    Ui& ui = session.ui;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    Line line(inset(area, ui.px(16), 0));
    const float size = ui.px(grid::avatar);
    const ImRect sign = middle(line.start(size, ui.px(12)), size);
    const bool has_face =
        kind_of(offer.record) == Kind::person || kind_of(offer.record) == Kind::organisation;
    if (offer.record && !has_face) {
        const float icon = ui.px(grid::icon);
        draw_icon(ui, list, {sign.Min.x + (size - icon) * 0.5f, middle(area, icon).Min.y},
            words_for(session, offer.record).icon, icon, ui.colour(Colour::muted));
    } else if (offer.record) {
        avatar(ui, sign.Min, size,
            {.name = offer.name,
                .key = offer.record.value,
                .photo = kind_of(offer.record) == Kind::person
                    ? session.workspace.get(offer.record, person::photo).as_bytes()
                    : std::string_view{}});
    } else {
        const float icon = ui.px(grid::icon);
        draw_icon(ui, list, {sign.Min.x + (size - icon) * 0.5f, middle(area, icon).Min.y}, Icon::arrow_right,
            icon, ui.colour(Colour::text));
    }
    if (!offer.shortcut.empty()) {
        const float wide = tag_width(ui, offer.shortcut);
        draw_tag(ui, middle(line.end(wide, ui.px(8)), tag_height(ui)).Min, offer.shortcut);
    }
    const float name = silent_label(ui, line.area, offer.name);
    if (!offer.detail.empty()) {
        ImRect rest = line.area;
        rest.Min.x += name + ui.px(6);
        rest.Min.y += ui.px(1), rest.Max.y += ui.px(1);
        if (rest.GetWidth() > ui.px(40)) silent_label(ui, rest, offer.detail, Type::small, Colour::muted);
    }
}

}  // namespace

void draw_finder(Session& session, FinderState& state) {
    if (!state.open) return;
    Ui& ui = session.ui;
    begin_layer(ui, "finder", true);
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const bool whole = session.insight.search_so_far().up_to_date(session.workspace);
    bool show_marked = false;
    if (state.offers_from.renew(state.query, session.workspace.revision(), whole) || state.offers.empty()) {
        state.offers = offers_for(session, state.query);
        show_marked = state.offered_for != state.query;
        if (show_marked) state.marked = best_of(session, state.offers, state.query);
        state.offered_for = state.query;
    }
    const std::vector<Offer> offers = state.offers;  // choosing one may close the finder
    const auto count = static_cast<int>(offers.size());
    state.marked = std::clamp(state.marked, 0, std::max(count - 1, 0));

    // As high as what is found, and as wide as the drawing.
    const float input = ui.px(54), row = ui.px(44), group = ui.px(36);
    float content = input + 1;
    for (int i = 0; i < count; ++i) {
        if (i == 0 ||
            offers[static_cast<std::size_t>(i)].group != offers[static_cast<std::size_t>(i - 1)].group)
            content += group;
        content += row;
    }
    if (count == 0) content += ui.px(56);
    const float left = ui.phone() ? 0 : ui.px(ui.narrow() ? grid::rail_narrow : grid::rail);
    const float wide = std::min(ui.px(620), screen.x - left - ui.px(32));
    const float top = ui.phone() ? ui.px(8) : ui.px(124);
    const float high = std::min(content, screen.y - top - ui.px(24));
    const ImVec2 corner{ImFloor(left + (screen.x - left - wide) * 0.5f), top};
    const ImRect panel{corner, corner + ImVec2(wide, high)};
    draw_card(ui, panel);
    if (layer_dismissed(ui, panel)) state.open = false;

    const ImGuiID dialog = ImGui::GetID("dialog");
    Node& node = ui.tree().open(
        {.id = dialog, .role = Role::dialog, .name = std::string(session.text("finder.title"))});
    node.modal = true;
    node.bounds = ui.visible_bounds(panel);

    const ImGuiID list_id = ImGui::GetID("list");
    const auto option_id = [&](int i) { return ImHashData(&i, sizeof i, list_id); };
    const ImRect input_area{
        panel.Min.x + ui.px(16), panel.Min.y, panel.Max.x - ui.px(16), panel.Min.y + input};
    const FieldResult typed = text_field(ui, input_area,
        {.name = session.text("finder.title"),
            .placeholder = session.text("finder.placeholder"),
            .kind = InputKind::search,
            .look = FieldLook::bare,
            .role = Role::combobox,
            .icon = Icon::search,
            .select_all = true,
            .type = Type::section_plain,
            .controls = list_id,
            .active_option = count > 0 ? option_id(state.marked) : 0,
            .expanded = Tri::yes},
        state.query);
    draw_separator(ui, panel.Min.x + 1, panel.Max.x - 1, input_area.Max.y);
    if (typed.changed) state.marked = 0;
    if (typed.cancelled) state.open = false;
    const int page = 5;
    int moved = 0;
    if (typed.steer == TextEvent::down) moved = 1;
    if (typed.steer == TextEvent::up) moved = -1;
    if (typed.steer == TextEvent::page_down) moved = page;
    if (typed.steer == TextEvent::page_up) moved = -page;
    if (count > 0 && (moved == 1 || moved == -1))
        state.marked = (state.marked + moved + count) % count;
    else if (count > 0)
        state.marked = std::clamp(state.marked + moved, 0, count - 1);
    std::optional<int> chosen;
    if (typed.accepted && count > 0) chosen = state.marked;

    const ImRect below{panel.Min.x + 1, input_area.Max.y + 1, panel.Max.x - 1, panel.Max.y - 1};
    Flow flow = begin_scroll(ui, "offers", below, {.side = 0, .top = 0, .bottom = 0});
    Node& list_node = ui.tree().open(
        {.id = list_id, .role = Role::listbox, .name = std::string(session.text("finder.found"))});
    list_node.bounds = ui.visible_bounds(below);
    for (int i = 0; i < count; ++i) {
        const Offer& offer = offers[static_cast<std::size_t>(i)];
        if (i == 0 || offer.group != offers[static_cast<std::size_t>(i - 1)].group) {
            const ImRect title = flow.take(group);
            silent_label(ui, {title.Min.x + ui.px(16), title.Min.y + ui.px(10), title.Max.x, title.Max.y},
                session.text(group_key(offer.group)), Type::small, Colour::muted);
        }
        const ImRect strip = flow.take(row);
        Node option{.role = Role::option, .name = offer.name, .description = offer.detail};
        option.selected = i == state.marked ? Tri::yes : Tri::no;
        option.position = i + 1;
        option.set_size = count;
        const Press press =
            ui.press(option_id(i), strip, std::move(option), {.tab = false, .keys = false, .ring = false});
        if (press.pressed) chosen = i;
        if ((moved != 0 || show_marked) && i == state.marked)
            ImGui::ScrollToRect(ImGui::GetCurrentWindow(), strip, ImGuiScrollFlags_KeepVisibleEdgeY);
        if (!press.visible) continue;
        if (i == state.marked || press.hovered) {
            ImGui::GetWindowDrawList()->AddRectFilled(
                strip.Min, strip.Max, ui.colour(i == state.marked ? Colour::accent_soft : Colour::surface_2));
        }
        draw_offer(session, offer, strip);
    }
    ui.tree().close();
    if (count == 0) {
        const ImRect strip = flow.take(ui.px(56));
        label(ui, inset(strip, ui.px(16), 0), session.text("finder.nothing", {state.query}), Type::body,
            Colour::muted);
    }
    end_scroll(ui, flow, {.bottom = 0});
    ui.tree().close();
    end_layer(ui);

    if (chosen) {
        state.open = false;
        carry_out(session, offers[static_cast<std::size_t>(*chosen)]);
    }
    if (!state.open) state.query.clear();
}

}  // namespace kith::ui
