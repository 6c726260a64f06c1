// The frame around the screens: what is shown where, shortcuts, what screens wish for, and what the host
// asks.
#include "ui/app/app.h"

#include <array>
#include <charconv>
#include <cmath>

#include "exchange/readers/formats.h"
#include "journal/seal.h"
#include "model/fields.h"
#include "ui/app/bars.h"
#include "ui/app/first.h"
#include "ui/app/inside.h"
#include "ui/app/past.h"
#include "ui/conversations/meeting_prepare.h"
#include "ui/conversations/meeting_review.h"
#include "ui/files/backup.h"
#include "ui/people/duplicates.h"
#include "ui/records/form_fields.h"
#include "ui/records/removal.h"
#include "ui/session/places.h"
#include "ui/session/session_steps.h"
#include "ui/today/screen.h"
#include "ui/words/record_words.h"
#include "workspace/edits.h"
#include "workspace/names.h"

namespace kith::ui {

namespace {

/// Where one begins, and where an address that names no place leads.
constexpr Place home{PlaceId::today};

}  // namespace

// ---- The frame -----------------------------------------------------------------------------------

/// Today and People have nothing to show yet when there is nobody: they offer ways to begin.
bool App::Inside::on_first_page() const {
    const Place& place = session.place;
    const bool nobody = session.workspace.count(Kind::person) == 0 &&
        session.workspace.count(Kind::organisation) == 0 && in_trash.last() == 0;
    return nobody && !place.record && (place.id == PlaceId::today || place.id == PlaceId::people);
}

void App::Inside::read_settings() {
    const std::string theme = session.setting(settings::theme);
    session.ui.set_theme(theme == "light" ? ThemeChoice::light
            : theme == "dark"             ? ThemeChoice::dark
                                          : ThemeChoice::system);
    const std::string size = session.setting(settings::text_size);
    float scale = 1;
    if (!size.empty()) std::from_chars(size.data(), size.data() + size.size(), scale);
    session.host.lock_after(std::chrono::minutes(session.lock_minutes()));
    session.ui.set_text_scale(scale >= 0.5f && scale <= 4 ? scale : 1);
}

/// After a long step most lines of Today have changed, and working them out would take as long again.
Slices App::Inside::catch_up() {
    co_await session.agenda.update_in_slices(
        session.insight, session.ui.today(), rules_of(session.workspace));
}

void App::Inside::begin() {
    // The next day begins by itself, on a page that rests.
    const Instant here = session.ui.now() + session.host.locale().utc_offset;
    session.host.request_frame(
        std::chrono::ceil<std::chrono::milliseconds>(session.ui.today() + std::chrono::days{1} - here));
    if (session.long_step && work_on_long_step(session)) return;
    read_settings();
    if (!session.host.whole()) return;
    const Workspace& workspace = session.workspace;
    in_trash.get(workspace.trash_revision(), [&] { return trash_count(workspace); });
    counts.get(workspace.revision(), [&] { return count_records(workspace); });
    if (session.insight.read_search(session.ui.one_slice(60))) session.ui.keep_moving();
    if (work_on_files(session, *files)) session.ui.keep_moving();
    update_today(session, today);
    take_up();
}

void App::Inside::shortcuts() {
    Ui& ui = session.ui;
    if (ui.chord(ImGuiMod_Ctrl | ImGuiKey_K)) finder.open = true;
    if (ui.focus().top_layer() != 0) return;
    const bool again =
        ui.chord(ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_Z) || ui.chord(ImGuiMod_Ctrl | ImGuiKey_Y);
    if (!again && !ui.chord(ImGuiMod_Ctrl | ImGuiKey_Z)) return;
    if (ui.editing().id != 0) {
        // What is typed is the field's to take back; and a step that is not there ends no editing.
        if (ui.editing().text != ui.editing().before) return;
        Workspace& workspace = session.workspace;
        if ((again ? workspace.next_redo() : workspace.next_undo()) != nullptr) ui.end_edit();
    }
    again ? redo_step(session) : undo_step(session);
}

// A place without a drawing does not compile: no default here.
void App::Inside::draw_place(ImRect area) {
    if (on_first_page()) return draw_first_start(session, area);
    if (shows_duplicates(session)) return draw_duplicates(session, area);
    switch (session.place.id) {
        case PlaceId::today: return draw_today(session, today, area);
        case PlaceId::week: return draw_this_week(session, today, area);
        case PlaceId::review: return draw_look_back(session, today, area);
        case PlaceId::people: return draw_people_place(area);
        case PlaceId::network: return draw_network(session, network, area);
        case PlaceId::goals:
        case PlaceId::achievements:
        case PlaceId::insights:
        case PlaceId::challenges:
        case PlaceId::opportunities:
        case PlaceId::events:
        case PlaceId::organisations:
        case PlaceId::projects:
        case PlaceId::favours:
        case PlaceId::mentorships:
        case PlaceId::interactions:
        case PlaceId::affiliations:
        case PlaceId::ties:
        case PlaceId::celebrations:
        case PlaceId::milestones:
        case PlaceId::actions: return draw_records(session, records, area);
        case PlaceId::trash: return draw_trash(session, trash, area);
        case PlaceId::history: return draw_history_screen(session, history, area);
        case PlaceId::files: return draw_files(session, *files, area);
        case PlaceId::settings: return draw_settings(session, settings, {protection, packing}, area);
        case PlaceId::gallery: return draw_gallery(session.ui, gallery, area);
    }
}

void App::Inside::draw_people_place(ImRect area) {
    Ui& ui = session.ui;
    const Place& place = session.place;
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
    const PlaceCounts beside{.records = counts.last(), .due = today.due, .in_trash = in_trash.last()};
    if (!phone) draw_rail(session, beside, {0, 0, left, screen.y}, narrow);
    if (draw_top_bar(session, half_done.is_unwritten, !on_first_page(), {left, 0, screen.x, top}))
        finder.open = true;
    const float reminder = session.host.whole() && !session.long_step
        ? draw_backup_reminder(session, {left, top, screen.x, screen.y - bottom})
        : 0;
    if (session.long_step)
        draw_long_step(session, {left, top, screen.x, screen.y - bottom});
    else
        draw_place({left, top + reminder, screen.x, screen.y - bottom});
    if (phone) draw_bottom_bar(session, beside, more_open, {0, screen.y - bottom, screen.x, screen.y});
    if (session.host.whole() && !session.long_step) draw_overlays(bottom);
    draw_drop_target();
    end_canvas(ui);
}

/// Dialogs over whatever screen is shown.
void App::Inside::draw_overlays(float bottom) {
    Ui& ui = session.ui;
    draw_person_dialogs(session, person);
    draw_records_dialogs(session, records);
    draw_today_dialogs(session, today);
    draw_meeting_dialogs(session, meeting);
    draw_message(session, message);
    draw_add_person(session, add);
    draw_form(session, form);
    draw_removal(session);
    draw_merge_with(session);
    draw_log(session, log);
    draw_finder(session, finder);
    draw_guide(session, guide);
    draw_protection_dialog(session, protection);
    draw_sealed_file(session, sealed);
    draw_packing(session, packing);
    // Where the places are a menu at the bottom, it and the message would lie over each other.
    if (!more_open && show_toast(ui, session.toast, bottom)) undo_step(session);
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
    if (wish.write) open_message(session, message, *std::exchange(wish.write, std::nullopt));
    if (wish.prepare) open_preparation(session, meeting, wish.prepare);
    if (wish.review && kind_of(wish.review) == Kind::interaction) open_review(session, meeting, wish.review);
    if (wish.review && kind_of(wish.review) == Kind::event) {
        constexpr FieldId fields[] = {event::outcome, event::worth, event::people, event::follow_up};
        open_form(session, form, Kind::event, wish.review, fields,
            session.text("review.event", {named(session.workspace, wish.review)}));
    }
    wish.edit_interaction = wish.prepare = wish.review = {};
    if (wish.choose_import) session.host.choose_files(accepted_files(all_formats()), false);
    if (wish.backup) {
        save_backup(session);
    }
    wish.add_person = wish.choose_import = wish.backup = false;
    wish.log_with.reset();
    // Text that is being edited is written before its field goes away.
    if (wish.go && ui.editing().id == 0) {
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
    Host& host = session.host;
    std::string location = path_of(session.place);
    if (location != shown_location) host.set_location(shown_location = location);
    using State = Protection::State;
    const State state = host.protection().state;
    // Browsers keep titles in their history, where a passphrase would not reach.
    const bool names_records = state != State::on && state != State::working;
    if (!titled.renew(location, names_records, session.workspace.revision())) return;
    std::string title(session.name_of(session.place.id));
    if (session.place.record && names_records) title = record_title(session, session.place.record);
    host.set_title(on_first_page() ? session.text("app.name") : session.text("app.title", {title}));
}

// ---- App -----------------------------------------------------------------------------------------

/// Everything as it was at some moment: another workspace in the same screens.
struct App::Past {
    Past(Host& real, const Workspace& workspace_now, Instant end, const Catalogue& words)
        : host(real, end), workspace(as_of(workspace_now, end)), inside(host, workspace, random, words) {
        inside.session.past = true;
        inside.session.place = home;
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
    inside_->session.place = home;
}
App::~App() = default;

bool App::frame() {
    Session& now = inside_->session;
    if (const auto end = std::exchange(now.wish.look_back, {}))
        past_ = std::make_unique<Past>(now.host, now.workspace, *end, now.ui.words());
    else if (past_ && std::exchange(past_->inside.session.wish.leave_past, false))
        past_.reset();
    if (!waiting_files_.empty() && !now.long_step) {
        const auto [name, bytes] = std::move(waiting_files_.front());
        waiting_files_.erase(waiting_files_.begin());
        receive_file(name, bytes);
    }
    Inside& inside = shown();
    Ui& ui = inside.session.ui;
    if (!inside.session.long_step) inside.read_settings();
    ui.begin_frame();
    inside.begin();
    inside.shortcuts();
    inside.draw();
    inside.grant_wishes();
    inside.tell_host();
    const bool moving = ui.end_frame();
    const bool told = inside.session.host.whole() && inside.keep_typed(false);
    return moving || told || now.wish.look_back || inside.session.wish.leave_past;
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

ImGuiID App::field_at(ImVec2 place) {
    return shown().session.ui.field_at(place);
}

void App::receive_file(std::string name, std::string bytes) {
    past_.reset();
    Session& session = inside_->session;
    inside_->file_hovers = false;
    if (session.long_step) {
        waiting_files_.emplace_back(std::move(name), std::move(bytes));
        return;
    }
    // A picture that was asked for.
    const RecordId person = std::exchange(inside_->person.wants_photo, RecordId{});
    const bool picture = bytes.starts_with("\xff\xd8") || bytes.starts_with("\x89PNG") ||
        (bytes.size() >= 12 && bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP");
    if (person && picture) {
        const std::string title = record_name(session.workspace, person);
        session.commit(set_field({field_label(session.ui.words(), *find_field(person::photo)), title}, person,
                           person::photo, Value::bytes(bytes)),
            std::string(session.text("toast.photo")));
        return;
    }
    if (const auto head = head_of(bytes); head && head->sealed()) {
        if (const auto sane = check_rounds(head->bytes); !sane)
            return session.say(session.text("sealed.refused", {name, session.text(sane.error())}));
        return receive_sealed(session, inside_->sealed, std::move(name), std::move(bytes));
    }
    inside_->sealed = {};
    ui::receive_file(session, *inside_->files, std::move(name), std::move(bytes));
}

void App::stays_sealed(SealProblem problem) {
    ui::stays_sealed(inside_->session, inside_->sealed, problem);
}

void App::refuse_file(std::string_view name, FileProblem problem) {
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
    const Place place = parse_place(path).value_or(home);
    inside_->shown_location = path_of(place);  // the host has it already
    inside_->session.wish.go = place;
}

void App::take_up(std::string typed) {
    inside_->half_done.coming = std::move(typed);
}

void App::leaving() {
    if (inside_->session.host.whole()) inside_->keep_typed(true);
}

void App::workspace_changed() {
    inside_->counts.forget();
    inside_->in_trash.forget();
}

}  // namespace kith::ui
