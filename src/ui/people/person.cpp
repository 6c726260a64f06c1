// A person: what one knows of them, each field to be edited in place, what was spoken about and when, whom
// they know, and how the record came to be what it is.
#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"
#include "model/fields.h"
#include "planning/people/adding.h"
#include "ui/people/add.h"
#include "ui/people/duplicates.h"
#include "ui/people/next.h"
#include "ui/people/person.h"
#include "ui/people/relations.h"
#include "ui/records/cards.h"
#include "ui/records/edit_in_place.h"
#include "ui/records/form_fields.h"
#include "ui/records/history.h"
#include "ui/records/removal.h"
#include "ui/session/dates.h"
#include "ui/session/dialog_foot.h"
#include "ui/session/places.h"
#include "ui/words/record_words.h"
#include "workspace/names.h"

namespace kith::ui {

namespace {

// Always shown, even when empty; everything else appears once it says something or is asked for.
constexpr FieldId always_shown[] = {person::circle, person::tags, person::notes, person::is_private};

constexpr std::array group_order{std::string_view{"reach"}, std::string_view{"work"}, std::string_view{"tie"},
    std::string_view{"about"}, std::string_view{"give"}, std::string_view{"name"}, std::string_view{"notes"}};

bool is_there(const Workspace& workspace, RecordId person, const FieldSpec& field) {
    return is_collection(field.type) ? !workspace.elements(person, field.id).empty()
                                     : !workspace.get(person, field.id).empty();
}

// Names are the title; they are edited when asked for.
bool is_shown(const Workspace& workspace, const PersonState& state, RecordId person, const FieldSpec& field) {
    if (state.asked.contains(field.id.value) || std::ranges::contains(always_shown, field.id)) return true;
    const bool by_itself =
        field.group != "name" || field.id == person::nickname || field.id == person::pronouns;
    return by_itself && is_there(workspace, person, field);
}

// ---- Head ----------------------------------------------------------------------------------------

void draw_head(Session& session, PersonState& state, Flow& flow, RecordId person, bool own_page) {
    Ui& ui = session.ui;
    const Workspace& workspace = session.workspace;
    const std::string name = person_name(workspace, person);
    const std::string work = work_of(workspace, person);
    const float size = ui.px(48);
    const std::string_view title = name.empty() ? session.text("person.nameless") : std::string_view(name);
    const float room = flow.width - size - ui.px(12) - (own_page ? 0 : ui.px(36));
    const auto lines = [&](std::string_view text, Type type) {
        return text.empty() ? 0 : ui.line(type) * static_cast<float>(wrap_text(ui, text, type, room).size());
    };
    const float text_height = lines(title, Type::section) + lines(work, Type::body);

    Line top(flow.take(std::max(size, text_height)));
    const ImRect face_area = top.start(size, ui.px(12));
    const Face face{
        .name = name, .key = person.value, .photo = workspace.get(person, person::photo).as_bytes()};
    avatar(ui, face_area.Min, size, face);
    if (!own_page) {
        const Button close{.label = session.text("person.close"),
            .icon = Icon::x,
            .kind = ButtonKind::bare,
            .icon_only = true};
        const ImRect place = top.end(ui.px(32), ui.px(4));
        if (button(ui, {place.Min.x, place.Min.y, place.Max.x, place.Min.y + ui.px(32)}, close))
            session.go(PlaceId::people);
    }
    Flow words{.x = top.area.Min.x, .y = middle(top.area, text_height).Min.y, .width = room};
    wrapped_heading(ui, words, title, own_page ? 1 : 2, Type::section);
    if (!work.empty()) paragraph(ui, words, work, Type::body, Colour::muted);
    flow.space(ui.px(16));

    Line line(flow.take(ui.control()));
    const Button log{
        .label = session.text("person.log"), .icon = Icon::message_square, .kind = ButtonKind::primary};
    if (button(ui, line.start(button_width(ui, log), ui.px(8)), log)) session.wish.log_with = person;
    const Button write{.label = session.text("person.write_short"),
        .icon = Icon::mail,
        .description = session.text("person.write")};
    if (button(ui, line.start(button_width(ui, write), ui.px(8)), write))
        session.wish.write = WriteWish{.request = {.person = person}};
    const Button add{.label = session.text("person.add_field"),
        .icon = Icon::plus,
        .icon_only = true,
        .has_popup = true,
        .expanded = state.add_open ? Tri::yes : Tri::no};
    const ImRect add_area = line.start(button_width(ui, add), ui.px(8));
    if (button(ui, add_area, add)) state.add_open = true;
    const Button more{.label = session.text("person.more"),
        .icon = Icon::ellipsis,
        .icon_only = true,
        .has_popup = true,
        .expanded = state.menu_open ? Tri::yes : Tri::no};
    const ImRect more_area = line.start(ui.control());
    if (button(ui, more_area, more)) state.menu_open = true;
    flow.space(ui.px(16));

    Flow menu;
    if (begin_menu(ui, session.text("person.more"), more_area, 220, state.menu_open, menu)) {
        if (menu_item(ui, menu, {.label = session.text("person.edit_name"), .icon = Icon::pencil})) {
            for (const FieldId id :
                {person::given_name, person::additional_names, person::family_name, person::display_name})
                state.asked.insert(id.value);
            state.begin = person::given_name;
            state.menu_open = false;
        }
        if (menu_item(ui, menu, {.label = session.text("person.set_photo"), .icon = Icon::user})) {
            state.wants_photo = person;
            session.host.choose_files("image/jpeg,image/png,image/webp", false);
            state.menu_open = false;
        }
        if (!face.photo.empty() &&
            menu_item(ui, menu, {.label = session.text("person.remove_photo"), .icon = Icon::x})) {
            session.commit(set_field(
                {field_label(ui.words(), *find_field(person::photo)), name}, person, person::photo, {}));
            state.menu_open = false;
        }
        if (menu_item(ui, menu,
                {.label = session.text(state.show_history ? "person.hide_history" : "person.show_history"),
                    .icon = Icon::history})) {
            state.show_history = !state.show_history;
            state.menu_open = false;
        }
        if (menu_item(ui, menu, {.label = session.text("same.merge_menu"), .icon = Icon::users})) {
            ask_merge_with(session, person);
            state.menu_open = false;
        }
        if (menu_item(
                ui, menu, {.label = session.text("person.delete"), .icon = Icon::trash_2, .danger = true})) {
            state.menu_open = false;
            ask_removal(session, {&person, 1});
        }
        end_menu(ui, menu);
    }
    if (begin_menu(ui, session.text("person.add_field"), add_area, 260, state.add_open, menu)) {
        for (std::string_view group : group_order) {
            for (const FieldSpec& field : fields_of(Kind::person)) {
                if (field.group != group || field.has(hidden) || field.type == FieldType::photo) continue;
                const bool rows = field.type == FieldType::rows;
                if (!rows && is_shown(workspace, state, person, field)) continue;
                const std::string field_name = rows
                    ? session.text("row.add", {field_label(ui.words(), field)})
                    : field_label(ui.words(), field);
                if (!menu_item(ui, menu, {.label = field_name})) continue;
                state.add_open = false;
                if (rows) {
                    open_row(session, state.row, person, field, {});
                } else {
                    state.asked.insert(field.id.value);
                    state.begin = field.id;
                }
            }
            if (group == "work" && menu_item(ui, menu, {.label = session.text("person.add_affiliation")})) {
                state.add_open = false;
                open_new(session, state.form, Kind::affiliation,
                    std::string(session.text("person.add_affiliation")), {{affiliation::person, person}});
            }
            if (group == "tie" && menu_item(ui, menu, {.label = session.text("person.add_tie")})) {
                state.add_open = false;
                open_new(session, state.form, Kind::tie, std::string(session.text("person.add_tie")),
                    {{tie::a, person}});
            }
        }
        end_menu(ui, menu);
    }
}

// ---- Sections ------------------------------------------------------------------------------------

void draw_affiliations(Session& session, PersonState& state, Flow& flow, RecordId person, float label_width) {
    Ui& ui = session.ui;
    const Workspace& workspace = session.workspace;
    for (const RecordId affiliation : affiliations_of(workspace, person)) {
        ImGui::PushID(static_cast<int>(affiliation.value ^ (affiliation.value >> 32)));
        const bool past = is_past(workspace, affiliation);
        std::string words(workspace.text(affiliation, affiliation::role));
        const std::string organisation =
            record_name(workspace, workspace.reference(affiliation, affiliation::organisation));
        if (!words.empty() && !organisation.empty()) words += ", ";
        words += organisation;
        if (words.empty()) words = session.text("words.nameless");
        const std::string period = period_in_words(session, workspace.date(affiliation, affiliation::from),
            workspace.date(affiliation, affiliation::to));
        const auto lines = wrap_text(ui, words, Type::body, flow.width - label_width - ui.px(28));
        const float text = ui.line(Type::body) * static_cast<float>(lines.size()) +
            (period.empty() ? 0 : ui.line(Type::small));
        const ImRect strip = flow.take(std::max(text + ui.px(6), ui.touch() ? ui.control() : ui.px(28)));
        const std::string_view name = session.text(past ? "person.worked" : "person.works");
        silent_label(ui,
            {strip.Min.x, strip.Min.y, strip.Min.x + label_width - ui.px(8), strip.Min.y + ui.px(28)}, name,
            Type::small, Colour::muted);
        ImRect area{strip.Min.x + label_width - ui.px(6), strip.Min.y, strip.Max.x, strip.Max.y};
        const RecordId there = workspace.reference(affiliation, affiliation::organisation);
        const float sign = ui.touch() ? ui.control() : ui.px(28);
        if (workspace.live(there)) {
            const ImRect open_area{area.Max.x - sign, area.Min.y, area.Max.x, area.Min.y + sign};
            area.Max.x -= sign;
            const std::string open_name = session.text("row.open", {organisation});
            if (button(ui, open_area,
                    {.label = open_name,
                        .icon = Icon::arrow_right,
                        .kind = ButtonKind::bare,
                        .icon_only = true,
                        .id = "open"}))
                open_record(session, there);
        }
        const Press press = ui.press(ImGui::GetID("affiliation"), area,
            {.role = Role::button, .name = std::string(name) + ": " + words, .description = period});
        if (press.visible && press.hovered)
            ImGui::GetWindowDrawList()->AddRectFilled(
                area.Min, area.Max, ui.colour(Colour::surface_2), ui.px(grid::corner));
        Flow inside{
            .x = area.Min.x + ui.px(6), .y = strip.Min.y + ui.px(3), .width = area.GetWidth() - ui.px(6)};
        for (std::string_view line : lines)
            silent_label(
                ui, inside.take(ui.line(Type::body)), line, Type::body, past ? Colour::muted : Colour::text);
        if (!period.empty())
            silent_label(ui, inside.take(ui.line(Type::small)), period, Type::small, Colour::muted);
        if (press.pressed) {
            open_form(session, state.form, Kind::affiliation, affiliation, form_fields(Kind::affiliation),
                std::string(session.text("person.edit_affiliation")));
            std::erase_if(state.form.values,
                [](const FormValue& value) { return value.field->id == affiliation::person; });
        }
        ImGui::PopID();
    }
}

void draw_facts(Session& session, PersonState& state, Flow& flow, RecordId person) {
    Ui& ui = session.ui;
    const Workspace& workspace = session.workspace;
    const float label_width = ui.px(104);
    for (std::string_view group : group_order) {
        if (group == "notes") continue;
        if (group == "work") draw_affiliations(session, state, flow, person, label_width);
        for (const FieldSpec& field : fields_of(Kind::person)) {
            if (field.group != group || field.has(hidden) || field.type == FieldType::photo) continue;
            if (field.type == FieldType::rows) {
                draw_rows(session, state.row, flow, person, field, label_width);
                continue;
            }
            if (!is_shown(workspace, state, person, field)) continue;
            const bool begin = state.begin == field.id;
            if (begin) state.begin = {};
            edit_in_place(session, flow, person, field, label_width, begin);
        }
    }
}

void draw_notes(Session& session, const PersonState& state, Flow& flow, RecordId person) {
    person_section(session, state, flow, session.text("person.notes"));
    Flow wide = flow;
    // The text stands where other text stands: the frame reaches out a little.
    edit_in_place(session, wide, person, *find_field(person::notes), 0);
    flow.y = wide.y;
    edit_in_place(session, flow, person, *find_field(person::is_private), 0);
}

}  // namespace

void draw_person(Session& session, PersonState& state, ImRect area, RecordId person, bool own_page) {
    Ui& ui = session.ui;
    if (state.person != person) {
        const RecordId photo = state.wants_photo;
        state = {.person = person};
        state.wants_photo = photo;
        session.field_errors.clear();
        session.field_texts.clear();
    }
    state.own_page = own_page;
    ImGui::PushID(static_cast<int>(person.value ^ (person.value >> 32)));
    const std::string name = person_name(session.workspace, person);
    ui.open_group(own_page ? Role::main : Role::complementary, name, area);
    const ScrollOptions options{.side = own_page && ui.phone() ? grid::screen_phone : 20.0f,
        .top = 20,
        .most_width = own_page ? 640.0f : 0.0f,
        .reserve_scrollbar = true};
    Flow flow = begin_scroll(ui, "person", area, options);
    if (own_page) {
        const Button back{
            .label = session.name_of(PlaceId::people), .icon = Icon::arrow_left, .kind = ButtonKind::bare};
        Line line(flow.take(ui.control()));
        line.area.Min.x -= ui.px(14);
        if (button(ui, line.start(button_width(ui, back)), back)) session.go(PlaceId::people);
        flow.space(ui.px(8));
    }
    const RecordState record_state = session.workspace.state(person);
    if (record_state == RecordState::trashed) {
        notice(ui, flow, TagKind::due, session.text("person.in_trash"));
        flow.space(ui.px(12));
        if (button(ui, flow,
                {.label = session.text("trash.restore"),
                    .icon = Icon::rotate_ccw,
                    .kind = ButtonKind::primary}))
            bring_back(session, person);
    } else if (record_state != RecordState::live) {
        empty_state(ui, flow,
            {.icon = Icon::user,
                .title = session.text("person.gone"),
                .text = session.text("person.gone_text")});
    } else {
        draw_head(session, state, flow, person, own_page);
        draw_what_is_next(session, state, flow, person);
        draw_facts(session, state, flow, person);
        draw_notes(session, state, flow, person);
        draw_ties(session, state, flow, person);
        draw_give_and_ask(session, state, flow, person);
        draw_timeline(session, state, flow, person);
    }
    if (state.show_history && record_state != RecordState::absent) {
        person_section(session, state, flow, session.text("person.history"));
        draw_history(session, flow, person);
    }
    end_scroll(ui, flow, options);
    ui.tree().close();
    ImGui::PopID();
}

void draw_person_dialogs(Session& session, PersonState& state) {
    draw_row_form(session, state.row);
    draw_form(session, state.form);
}

// ---- Adding someone ------------------------------------------------------------------------------

void draw_add_person(Session& session, AddPerson& state) {
    Ui& ui = session.ui;
    Flow flow;
    if (!begin_dialog(ui, session.text("add.title"), 440, state.open, flow)) return;
    const auto field = [&](std::string_view key, std::string& text, InputKind kind,
                           std::string_view error = {}) {
        const std::string_view name = session.text(key);
        const FieldResult result = text_field(
            ui, labelled(ui, flow, name, ui.control()), {.name = name, .kind = kind, .error = error}, text);
        flow.space(ui.px(12));
        return result;
    };
    if (field("add.given", state.given, InputKind::text, state.error).changed) state.error.clear();
    if (!state.error.empty()) paragraph(ui, flow, state.error, Type::small, Colour::late);
    field("add.family", state.family, InputKind::text);
    field("add.role", state.role, InputKind::text);
    reference_field(session, labelled(ui, flow, session.text("add.organisation"), ui.control()),
        {.name = session.text("add.organisation")}, Kind::organisation, state.organisation);
    flow.space(ui.px(12));
    field("add.email", state.email, InputKind::email);
    field("add.phone", state.phone, InputKind::tel);
    field("add.met", state.met, InputKind::text);
    flow.space(ui.px(4));
    Button add = save_button(session);
    add.label = session.text("add.add");
    DialogFoot foot(session, flow, add);
    const DialogAnswer answer = foot.answer();
    if (answer == DialogAnswer::cancelled) state = {};
    if (answer == DialogAnswer::done) {
        if (trim(state.given).empty() && trim(state.family).empty() && trim(state.email).empty()) {
            state.error = session.text("add.nameless");
            ui.tree().announce(state.error, Politeness::assertive);
        } else {
            const std::string name(
                trim(std::string(trim(state.given)) + " " + std::string(trim(state.family))));
            Made made = add_person(session.workspace,
                {.given = state.given,
                    .family = state.family,
                    .email = state.email,
                    .phone = state.phone,
                    .role = state.role,
                    .organisation = state.organisation,
                    .met = state.met},
                session.random);
            if (session.commit(std::move(made.draft), session.text("toast.added", {name}))) {
                state = {};
                // In the picture they stand where they were asked for.
                if (session.place.id != PlaceId::network) session.go(PlaceId::people, made.record);
            }
        }
    }
    end_dialog(ui, flow);
}

}  // namespace kith::ui
