// The frame around the screens: rail or bottom bar, top bar, what is shown where, shortcuts, and what
// screens wish for.
#include "ui/app.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "journal/transaction.h"
#include "model/fields.h"
#include "ui/backup.h"
#include "ui/dates.h"
#include "ui/log_dialog.h"
#include "ui/meeting.h"
#include "ui/message.h"
#include "ui/past.h"
#include "ui/places.h"
#include "ui/record_words.h"
#include "ui/records.h"
#include "ui/screen_network.h"
#include "ui/screens.h"
#include "ui/today.h"
#include "workspace/names.h"

namespace kith::ui {

struct App::Inside {
    Inside(Host& host, Workspace& workspace, Random& random, const Catalogue& words)
        : session(host, workspace, random, words) {}

    Session session;
    TodayState today;
    MeetingState meeting;
    MessageDialog message;
    PeopleState people;
    PersonState person;
    NetworkState network;
    RecordsState records;
    AddPerson add;
    LogDialog log;
    RecordForm form;  // of an interaction or event that is there
    FinderState finder;
    TrashState trash;
    HistoryState history;
    SettingsState settings;
    FilesStatePtr files = make_files_state();
    bool file_hovers = false;
    bool more_open = false;

    std::string shown_location;  // as the host has it
    std::uint64_t counted_revision = ~std::uint64_t{0};
    std::size_t in_trash = 0;
    RecordCounts counts;

    void read_settings();
    void begin();
    void shortcuts();
    void draw();
    void draw_rail(ImRect area, bool narrow);
    void draw_bottom_bar(ImRect area);
    void draw_top_bar(ImRect area);
    void draw_place(ImRect area);
    void draw_drop_target();
    void grant_wishes();
    void tell_host();
    bool bottom_item(ImRect slot, std::string_view screen, Icon icon, bool here, Role role);
    bool rail_item(ImRect area, std::string_view screen, Icon icon, std::size_t count, bool narrow);
    bool first_start() const;
};

namespace {

struct Destination {
    std::string_view screen;
    Icon icon;
    bool bottom;  // at the foot of the rail
};
constexpr std::array destinations{
    Destination{"today", Icon::sun, false},
    Destination{"people", Icon::users, false},
    Destination{"network", Icon::waypoints, false},
    Destination{"goals", Icon::target, false},
    Destination{"opportunities", Icon::briefcase_business, false},
    Destination{"events", Icon::calendar_days, false},
    Destination{"favours", Icon::hand_helping, false},
    Destination{"trash", Icon::trash_2, true},
    Destination{"history", Icon::history, true},
    Destination{"files", Icon::arrow_up_down, true},
    Destination{"settings", Icon::settings, true},
};

std::string nav_key(std::string_view screen) {
    return "nav." + std::string(screen);
}

bool known_screen(std::string_view screen) {
    for (const Destination& destination : destinations) {
        if (destination.screen == screen) return true;
    }
    return place_named(screen) != nullptr;
}

/// Where one begins, and where what is not known leads.
Place home() {
    return {"today", {}};
}

/// Today and People have nothing to show yet when there is nobody: they offer ways to begin.
bool shows_first_start(const Place& place) {
    return !place.record && (place.screen == "today" || place.screen == "people");
}

constexpr std::string_view contact_files = ".csv,.vcf,.vcard,.zip,.kith,text/csv,text/vcard";

}  // namespace

// ---- The frame -----------------------------------------------------------------------------------

bool App::Inside::first_start() const {
    return session.workspace.count(Kind::person) == 0 && session.workspace.count(Kind::organisation) == 0 &&
        in_trash == 0;
}

void App::Inside::read_settings() {
    const std::string theme = session.setting("theme");
    session.ui.set_theme(theme == "light" ? ThemeChoice::light
            : theme == "dark"             ? ThemeChoice::dark
                                          : ThemeChoice::system);
    const std::string size = session.setting("text_size");
    float scale = 1;
    if (!size.empty()) std::from_chars(size.data(), size.data() + size.size(), scale);
    session.ui.set_text_scale(scale >= 0.5f && scale <= 4 ? scale : 1);
}

void App::Inside::begin() {
    read_settings();
    if (counted_revision != session.workspace.revision()) {
        counted_revision = session.workspace.revision();
        in_trash = trash_count(session.workspace);
        counts = count_records(session.workspace);
    }
    // About 3 ms of indexing a frame.
    if (session.search.step(session.workspace, [asked = 0]() mutable { return ++asked > 60; }))
        session.ui.keep_moving();
    if (work_on_files(session, *files)) session.ui.keep_moving();
    update_today(session, today);
}

void App::Inside::shortcuts() {
    Ui& ui = session.ui;
    if (ui.chord(ImGuiMod_Ctrl | ImGuiKey_K)) finder.open = true;
    if (ui.focus().top_layer() != 0)
        return;  // while a field is edited the host passes these on only if it has nothing to undo
    if (ui.chord(ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_Z) || ui.chord(ImGuiMod_Ctrl | ImGuiKey_Y))
        session.redo();
    else if (ui.chord(ImGuiMod_Ctrl | ImGuiKey_Z))
        session.undo();
}

bool App::Inside::rail_item(ImRect area, std::string_view screen, Icon icon, std::size_t count, bool narrow) {
    Ui& ui = session.ui;
    const std::string_view name = session.text(nav_key(screen));
    const bool here = rail_of(session.place.screen) == screen;
    Node node{.role = Role::link, .name = std::string(name)};
    node.current = here;
    if (count > 0) node.description = std::to_string(count);
    const ImGuiID id = ImGui::GetID(screen.data(), screen.data() + screen.size());
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
                {std::floor((area.Min.x + area.Max.x - sign) * 0.5f), middle(area, sign).Min.y}, icon, sign,
                ui.colour(colour));
        } else {
            Line line(inset(area, ui.px(12), 0));
            draw_icon(ui, list, middle(line.left(sign, ui.px(11)), sign).Min, icon, sign, ui.colour(colour));
            if (count > 0) {
                const std::string number = std::to_string(count);
                const Type type = here ? Type::small_strong : Type::small;
                silent_label(ui, line.right(std::ceil(text_width(ui, number, type)), ui.px(8)), number, type,
                    colour, Align::right);
            }
            silent_label(ui, line.area, name, here ? Type::body_strong : Type::body,
                here ? Colour::accent : Colour::muted);
        }
    }
    if (narrow) ui.tooltip(id, area, name, press);
    return press.pressed;
}

void App::Inside::draw_rail(ImRect area, bool narrow) {
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
    for (const Destination& destination : destinations) {
        if (destination.bottom) foot -= high + gap;
    }
    for (const Destination& destination : destinations) {
        if (destination.screen == "trash" && in_trash == 0 && session.place.screen != "trash") {
            foot += high + gap;
            continue;
        }
        float& at = destination.bottom ? foot : y;
        const ImRect place{area.Min.x + side, at, area.Max.x - side - 1, at + high};
        at += high + gap;
        const std::size_t count = destination.screen == "people" ? session.workspace.count(Kind::person)
            : destination.screen == "today"                      ? today.due
            : destination.screen == "trash"                      ? in_trash
                                                                 : counts.of(destination.screen);
        if (rail_item(place, destination.screen, destination.icon, count, narrow))
            session.go(destination.screen);
    }
    ui.tree().close();
}

void App::Inside::draw_bottom_bar(ImRect area) {
    Ui& ui = session.ui;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(area.Min, area.Max, ui.colour(Colour::ground));
    draw_separator(ui, area.Min.x, area.Max.x, area.Min.y);
    ui.open_group(Role::navigation, session.text("nav.name"), area);
    // Four places and a menu of the others.
    std::vector<Destination> shown, others;
    for (const Destination& destination : destinations) {
        if (destination.screen == "trash" && in_trash == 0 && session.place.screen != "trash") continue;
        (shown.size() < 4 ? shown : others).push_back(destination);
    }
    const std::string_view here = rail_of(session.place.screen);
    const float wide = std::floor(area.GetWidth() / 5);
    ImRect slot{area.Min.x, area.Min.y + 1, area.Min.x + wide, area.Max.y};
    for (const Destination& destination : shown) {
        const bool current = here == destination.screen;
        if (bottom_item(slot, destination.screen, destination.icon, current, Role::link))
            session.go(destination.screen);
        slot.Translate({wide, 0});
    }
    const bool elsewhere = std::ranges::contains(others, here, &Destination::screen);
    if (bottom_item(slot, "more", Icon::menu, elsewhere, Role::button)) more_open = true;
    ui.tree().close();
    Flow menu;
    if (!begin_menu(ui, session.text("nav.more"), slot, 220, more_open, menu)) return;
    for (const Destination& destination : others) {
        if (!menu_item(
                ui, menu, {.label = session.text(nav_key(destination.screen)), .icon = destination.icon}))
            continue;
        more_open = false;
        session.go(destination.screen);
    }
    end_menu(ui, menu);
}

bool App::Inside::bottom_item(ImRect slot, std::string_view screen, Icon icon, bool here, Role role) {
    Ui& ui = session.ui;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const std::string short_key = nav_key(screen) + "_short";
    const std::string_view name = session.text(nav_key(screen));
    const std::string_view words = session.ui.words().has(short_key) ? session.text(short_key) : name;
    const float pill_width = std::min(slot.GetWidth() - ui.px(4),
        std::max(ui.px(60), std::ceil(text_width(ui, words, Type::small_strong)) + ui.px(20)));
    const ImRect pill{std::floor(slot.GetCenter().x - pill_width * 0.5f), slot.Min.y + ui.px(4),
        std::floor(slot.GetCenter().x + pill_width * 0.5f), slot.Max.y - ui.px(4)};
    Node node{.role = role, .name = std::string(name)};
    node.current = here && role == Role::link;
    node.has_popup = role == Role::button;
    const Press press =
        ui.press(ImGui::GetID(screen.data(), screen.data() + screen.size()), pill, std::move(node));
    if (here) list.AddRectFilled(pill.Min, pill.Max, ui.colour(Colour::accent_soft), ui.px(grid::corner));
    const float sign = ui.px(18);
    draw_icon(ui, list, {std::floor(pill.GetCenter().x - sign * 0.5f), pill.Min.y + ui.px(8)}, icon, sign,
        ui.colour(here ? Colour::accent : Colour::muted));
    silent_label(ui, {pill.Min.x, pill.Max.y - ui.px(24), pill.Max.x, pill.Max.y - ui.px(4)}, words,
        here ? Type::small_strong : Type::small, here ? Colour::accent : Colour::muted, Align::centre);
    return press.pressed;
}

namespace {

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

void App::Inside::draw_top_bar(ImRect area) {
    Ui& ui = session.ui;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    draw_separator(ui, area.Min.x, area.Max.x, area.Max.y - 1);
    ui.open_group(Role::banner, session.text("app.name"), area);
    const bool phone = ui.phone();
    Line line(middle(inset(area, ui.px(phone ? grid::screen_phone : grid::screen), 0), ui.control()));
    line.area.Max.y = std::min(line.area.Max.y, area.Max.y - ui.px(4));

    const StorageState storage = session.past ? StorageState{} : ui.host().storage();
    Saved saved = saved_as(storage.state);
    std::string words(session.text(saved.key));
    if (session.past) {
        saved.icon = Icon::history;
        words = session.text("history.past", {exact_moment(ui.words(), ui.host(), ui.now())});
    }
    const float sign = ui.px(14);
    const Button log_it{.label = session.text("top.log"), .icon = Icon::plus, .kind = ButtonKind::primary};
    const bool wants_log = session.past ? false : !first_start() || !shows_first_start(session.place);
    const ImRect log_area = phone || !wants_log ? ImRect{} : line.right(button_width(ui, log_it), ui.px(12));
    const bool word = !phone && line.width() > ui.px(360);
    const float saved_width = sign + (word ? ui.px(6) + std::ceil(text_width(ui, words, Type::small)) : 0);
    const ImRect saved_area = line.right(saved_width, ui.px(phone ? 8 : 16));
    const Button pen{
        .label = session.text(session.past ? "history.leave_past" : "storage.take_over"), .small = true};
    const bool offer = session.past || storage.state == SaveState::read_only;
    const ImRect take_area = offer ? line.right(button_width(ui, pen), ui.px(8)) : ImRect{};

    // The finder: looks like a field, opens the panel.
    const ImRect find = line.left(phone ? line.width() : std::min(ui.px(420), line.width()));
    const std::string_view find_words = session.text("finder.placeholder");
    Node node{.role = Role::button, .name = std::string(find_words), .shortcut = "Control+K Meta+K"};
    node.has_popup = true;
    const Press press = ui.press(ImGui::GetID("find"), find, std::move(node));
    list.AddRectFilled(find.Min, find.Max, ui.colour(Colour::surface), ui.px(grid::corner));
    list.AddRect(
        find.Min, find.Max, ui.colour(press.hovered ? Colour::edge : Colour::line), ui.px(grid::corner));
    Line inner(inset(find, ui.px(13), 0));
    draw_icon(ui, list, middle(inner.left(ui.px(16), ui.px(8)), ui.px(16)).Min, Icon::search, ui.px(16),
        ui.colour(Colour::muted));
    const std::string_view hint = session.text("finder.hint");
    silent_label(ui, inner.right(std::ceil(text_width(ui, hint, Type::small)), ui.px(8)), hint, Type::small,
        Colour::muted);
    silent_label(ui, inner.area, find_words, Type::body, Colour::muted);
    if (press.pressed) finder.open = true;

    if (offer && button(ui, take_area, pen)) {
        if (session.past)
            session.wish.leave_past = true;
        else
            ui.host().take_over();
    }
    Node& state =
        ui.tree().add({.id = ui.static_id("saved"), .role = Role::status, .name = std::string(words)});
    state.bounds = ui.visible_bounds(saved_area);
    if (!storage.detail.empty()) state.description = session.text(storage.detail);
    draw_icon(ui, list, middle(saved_area, sign).Min, saved.icon, sign, ui.colour(saved.colour));
    if (word)
        silent_label(ui,
            {saved_area.Min.x + sign + ui.px(6), saved_area.Min.y, saved_area.Max.x, saved_area.Max.y}, words,
            Type::small, saved.colour);
    if (ImGui::IsMouseHoveringRect(saved_area.Min, saved_area.Max) && (!word || !storage.detail.empty())) {
        ui.tooltip(ImGui::GetID("saved"), saved_area,
            storage.detail.empty() ? words : session.text(storage.detail), {.hovered = true});
    }
    if (!phone && wants_log && button(ui, log_area, log_it)) session.wish.log_with = RecordId{};
    ui.tree().close();
}

void App::Inside::draw_place(ImRect area) {
    Ui& ui = session.ui;
    const Place& place = session.place;
    if (first_start() && shows_first_start(place)) return draw_first_start(session, area);
    if (place.screen == "today") return draw_today(session, today, area);
    if (place.screen == "network") return draw_network(session, network, area);
    if (place.screen == "history") return draw_history_screen(session, history, area);
    if (place.screen == "trash") return draw_trash(session, trash, area);
    if (place.screen == "settings") return draw_settings(session, settings, area);
    if (place.screen == "files") return draw_files(session, *files, area);
    if (is_records_place(place.screen)) return draw_records(session, records, area);
    if (!place.record) return draw_people(session, people, area);
    // The person beside the table where both have room, else on a page of their own.
    const float panel = std::clamp(std::floor(area.GetWidth() * 0.27f), ui.px(340), ui.px(420));
    const bool beside = area.GetWidth() - panel >= ui.px(420);
    if (!beside) return draw_person(session, person, area, place.record, true);
    const ImRect right{area.Max.x - panel, area.Min.y, area.Max.x, area.Max.y};
    draw_people(session, people, {area.Min.x, area.Min.y, right.Min.x, area.Max.y});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(right.Min, right.Max, ui.colour(Colour::surface));
    list.AddRectFilled(right.Min, {right.Min.x + 1, right.Max.y}, ui.colour(Colour::line));
    draw_person(
        session, person, {right.Min.x + 1, right.Min.y, right.Max.x, right.Max.y}, place.record, false);
}

void App::Inside::draw_drop_target() {
    if (!file_hovers) return;
    Ui& ui = session.ui;
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    ImDrawList& list = *ImGui::GetForegroundDrawList();
    list.AddRectFilled({0, 0}, screen, with_alpha(ui.colour(Colour::ground), 0.9f));
    const float away = ui.px(24);
    list.AddRect(
        {away, away}, {screen.x - away, screen.y - away}, ui.colour(Colour::accent), ui.px(12), 0, ui.px(2));
    const float sign = ui.px(40);
    draw_icon(ui, list, {std::floor((screen.x - sign) * 0.5f), std::floor(screen.y * 0.5f) - sign - ui.px(8)},
        Icon::upload, sign, ui.colour(Colour::accent));
    const std::string_view words = session.text("files.drop");
    draw_text(ui, list,
        {std::floor((screen.x - text_width(ui, words, Type::section)) * 0.5f), std::floor(screen.y * 0.5f)},
        words, Type::section, ui.colour(Colour::text));
    ui.tree().add({.id = ui.static_id(words), .role = Role::status, .name = std::string(words)});
}

void App::Inside::draw() {
    Ui& ui = session.ui;
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    begin_canvas(ui);
    const bool phone = ui.phone(), narrow = ui.narrow();
    const float left = phone ? 0 : ui.px(narrow ? grid::rail_narrow : grid::rail);
    const float top = ui.px(ui.touch() ? grid::top_bar + 4 : grid::top_bar);
    const float bottom = phone ? ui.px(grid::bottom_bar) : 0;
    if (!phone) draw_rail({0, 0, left, screen.y}, narrow);
    draw_top_bar({left, 0, screen.x, top});
    const float reminder = draw_backup_reminder(session, {left, top, screen.x, screen.y - bottom});
    draw_place({left, top + reminder, screen.x, screen.y - bottom});
    if (phone) draw_bottom_bar({0, screen.y - bottom, screen.x, screen.y});

    draw_person_dialogs(session, person);
    draw_records_dialogs(session, records);
    draw_today_dialogs(session, today);
    draw_meeting_dialogs(session, meeting);
    draw_message(session, message, today.agenda.contacts());
    draw_add_person(session, add);
    draw_form(session, form);
    draw_removal(session);
    draw_duplicates(session);
    draw_log(session, log, today.agenda.contacts());
    draw_finder(session, finder);
    // Where the places are a menu at the bottom, it and the message would lie over each other.
    if (!more_open && show_toast(ui, session.toast, bottom)) session.undo();
    draw_drop_target();
    end_canvas(ui);
}

// ---- What was wished for -------------------------------------------------------------------------

void App::Inside::grant_wishes() {
    Ui& ui = session.ui;
    Wish& wish = session.wish;
    if (wish.show_organisation) {
        people.filter = {.organisation = wish.show_organisation};
        people.organisation_text = record_name(session.workspace, wish.show_organisation);
        wish.show_organisation = {};
    }
    if (wish.add_person) add = {.open = true};
    if (wish.log_with) open_log(session, log, *wish.log_with);
    if (wish.edit_interaction) {
        open_form(session, form, Kind::interaction, wish.edit_interaction, form_fields(Kind::interaction),
            std::string(session.text("person.edit_contact")));
    }
    if (wish.write)
        open_message(session, message, today.agenda.contacts(), *std::exchange(wish.write, std::nullopt));
    if (wish.prepare) open_preparation(session, meeting, today.agenda.contacts(), wish.prepare);
    if (wish.review && kind_of(wish.review) == Kind::interaction) open_review(session, meeting, wish.review);
    if (wish.review && kind_of(wish.review) == Kind::event) {
        constexpr std::array fields{event::outcome, event::worth, event::people, event::follow_up};
        open_form(session, form, Kind::event, wish.review, fields,
            session.text("review.event", {record_name(session.workspace, wish.review)}));
    }
    wish.edit_interaction = wish.prepare = wish.review = {};
    if (wish.choose_import) ui.host().choose_files(contact_files, false);
    if (wish.backup) {
        save_backup(session);
    }
    wish.add_person = wish.choose_import = wish.backup = false;
    wish.log_with.reset();
    // Text that is being edited is written before its field goes away.
    if (wish.go && ui.editing().id == 0) {
        if (!known_screen(wish.go->screen)) *wish.go = home();
        if (!(session.place == *wish.go)) {
            session.place = *wish.go;
            ui.keep_moving();
        }
        wish.go.reset();
    } else if (wish.go) {
        ui.focus().clear();
        ui.keep_moving();
    }
}

void App::Inside::tell_host() {
    const std::string location = path_of(session.place);
    if (location == shown_location) return;
    shown_location = location;
    session.ui.host().set_location(location);
    std::string title(session.text(nav_key(session.place.screen)));
    if (session.place.record) title = record_title(session, session.place.record);
    session.ui.host().set_title(session.text("app.title", {title}));
}

// ---- App -----------------------------------------------------------------------------------------

/// Everything as it was at some moment: another workspace in the same screens.
struct App::Past {
    Past(Host& real, const Workspace& workspace_now, Instant end, const Catalogue& words)
        : host(real, end), workspace(as_of(workspace_now, end)), inside(host, workspace, random, words) {
        inside.session.past = true;
        inside.session.place = home();
    }

    PastHost host;
    Workspace workspace;
    Random random{1};  // nothing is made here
    Inside inside;
};

App::Inside& App::shown() {
    return past_ ? past_->inside : *inside_;
}

App::App(Host& host, Workspace& workspace, Random& random, const Catalogue& catalogue)
    : inside_(std::make_unique<Inside>(host, workspace, random, catalogue)) {
    inside_->session.place = home();
}
App::~App() = default;

bool App::frame() {
    Session& now = inside_->session;
    if (const auto end = std::exchange(now.wish.look_back, {}))
        past_ = std::make_unique<Past>(now.ui.host(), now.workspace, *end, now.ui.words());
    else if (past_ && std::exchange(past_->inside.session.wish.leave_past, false))
        past_.reset();
    Inside& inside = shown();
    Ui& ui = inside.session.ui;
    inside.read_settings();
    ui.begin_frame();
    inside.begin();
    inside.shortcuts();
    inside.draw();
    inside.grant_wishes();
    inside.tell_host();
    const bool moving = ui.end_frame();
    return moving || now.wish.look_back || inside.session.wish.leave_past;
}

SemanticTree& App::semantics() {
    return shown().session.ui.tree();
}
void App::request(NodeRequest request) {
    shown().session.ui.request(std::move(request));
}
void App::text_event(ImGuiID field, TextEvent event, std::string_view text) {
    shown().session.ui.text_event(field, event, text);
}

void App::receive_file(std::string name, std::string bytes) {
    past_.reset();
    Session& session = inside_->session;
    inside_->file_hovers = false;
    // A picture that was asked for.
    const RecordId person = std::exchange(inside_->person.wants_photo, RecordId{});
    const bool picture = bytes.starts_with("\xff\xd8") || bytes.starts_with("\x89PNG") ||
        (bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP");
    if (person && picture) {
        Draft draft({"change.field",
            {field_label(session.ui.words(), *find_field(person::photo)),
                record_name(session.workspace, person)}});
        draft.set(person, person::photo, Value::bytes(bytes));
        session.commit(std::move(draft), std::string(session.text("toast.photo")));
        return;
    }
    ui::receive_file(session, *inside_->files, std::move(name), std::move(bytes));
}

void App::refuse_file(std::string name, FileProblem problem) {
    Session& session = inside_->session;
    inside_->file_hovers = false;
    switch (problem) {
        case FileProblem::too_large: session.say(session.text("files.refused_too_large", {name})); break;
        case FileProblem::unreadable: session.say(session.text("files.refused_unreadable", {name})); break;
        case FileProblem::no_memory: session.say(session.text("files.refused_no_memory", {name})); break;
    }
}

void App::file_hover(bool over) {
    inside_->file_hovers = over;
}

void App::go_to(std::string_view path) {
    Place place = parse_place(path);
    if (!known_screen(place.screen)) place = home();
    inside_->shown_location = path_of(place);  // the host has it already
    inside_->session.wish.go = place;
}

void App::workspace_changed() {
    inside_->counted_revision = ~std::uint64_t{0};
}

}  // namespace kith::ui
