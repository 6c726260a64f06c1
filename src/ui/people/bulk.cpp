#include "ui/people/bulk.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"
#include "exchange/out/export.h"
#include "model/fields.h"
#include "planning/people/adding.h"
#include "ui/people/duplicates.h"
#include "ui/records/forms.h"
#include "ui/records/pickers.h"
#include "ui/records/removal.h"
#include "ui/words/record_words.h"

namespace kith::ui {

namespace {

// A rhythm of their own in days; 0: wanted none, nothing: as their circle has it.
struct RhythmChoice {
    std::string_view key;  // catalogue: people.rhythm.KEY
    std::optional<std::chrono::days> every;
};
constexpr std::array rhythms{
    RhythmChoice{"week", std::chrono::days{7}},
    RhythmChoice{"two_weeks", std::chrono::days{14}},
    RhythmChoice{"month", std::chrono::days{30}},
    RhythmChoice{"quarter", std::chrono::days{91}},
    RhythmChoice{"half_year", std::chrono::days{182}},
    RhythmChoice{"year", std::chrono::days{365}},
    RhythmChoice{"circle", std::nullopt},
    RhythmChoice{"none", std::chrono::days{0}},
};

std::vector<RecordId> selected_now(const Session& session, const PeopleState& state) {
    std::vector<RecordId> people;
    for (const RecordId person : state.selected) {
        if (session.workspace.live(person)) people.push_back(person);
    }
    return people;
}

void set_circle(Session& session, PeopleState& state, ImRect anchor, const std::vector<RecordId>& people) {
    Ui& ui = session.ui;
    Flow menu;
    if (!begin_menu(ui, session.text("people.set_circle"), anchor, 180, state.circle_open, menu)) return;
    for (const auto circle : enumerators<enum person::circle>) {
        if (circle == person::circle::none) continue;
        const std::string words = circle_name(ui.words(), circle);
        if (!menu_item(ui, menu, {.label = words})) continue;
        state.circle_open = false;
        session.commit(kith::set_circle(people, circle, words),
            session.text("toast.circle_people", {words, people.size()}));
    }
    end_menu(ui, menu);
}

void set_rhythm(Session& session, PeopleState& state, ImRect anchor, const std::vector<RecordId>& people) {
    Ui& ui = session.ui;
    Flow menu;
    if (!begin_menu(ui, session.text("people.set_rhythm"), anchor, 220, state.rhythm_open, menu)) return;
    for (const RhythmChoice& choice : rhythms) {
        const std::string words(session.text("people.rhythm." + std::string(choice.key)));
        if (!menu_item(ui, menu, {.label = words})) continue;
        state.rhythm_open = false;
        session.commit(kith::set_rhythm(people, choice.every, words),
            session.text("toast.rhythm_people", {words, people.size()}));
    }
    end_menu(ui, menu);
}

void ask_tag(Session& session, PeopleState& state, const std::vector<RecordId>& people) {
    Ui& ui = session.ui;
    Flow dialog;
    if (!begin_dialog(ui, session.text("people.add_tag"), 360, state.asking_tag, dialog)) return;
    const std::vector<std::string>& known = session.known_texts(person::tags);
    std::vector<std::string_view> options;
    for (const std::string& text : known) {
        if (options.size() < 6 && fold(text).contains(fold(trim(state.new_tag)))) options.push_back(text);
    }
    const std::string_view name = session.text("people.tag");
    const Completion typed = completing_field(
        ui, labelled(ui, dialog, name, ui.control()), {.name = name}, state.new_tag, options);
    dialog.space(ui.px(16));
    Line buttons(dialog.take(ui.control()));
    const Button add{.label = session.text("people.add_tag"),
        .kind = ButtonKind::primary,
        .disabled = trim(state.new_tag).empty(),
        .id = "add"};
    const bool pressed = button(ui, buttons.end(button_width(ui, add), ui.px(8)), add);
    if ((pressed || typed.field.accepted) && !trim(state.new_tag).empty()) {
        const std::string tag(trim(state.new_tag));
        if (session.commit(add_tag(people, tag), session.text("toast.tag_people", {tag, people.size()}))) {
            state.asking_tag = false;
            state.new_tag.clear();
        }
    }
    end_dialog(ui, dialog);
}

void write_organisation(Session& session, PeopleState& state, const std::vector<RecordId>& people) {
    const std::string name = collapse_spaces(state.bulk_organisation);
    Draft draft = place_in_organisation(session.workspace, people, name, state.bulk_role, session.random);
    if (!session.commit(std::move(draft), session.text("toast.organisation_people", {name, people.size()})))
        return;
    state.asking_organisation = false;
    state.bulk_organisation.clear();
    state.bulk_role.clear();
}

void ask_organisation(Session& session, PeopleState& state, const std::vector<RecordId>& people) {
    Ui& ui = session.ui;
    Flow dialog;
    if (!begin_dialog(ui, session.text("people.set_organisation"), 400, state.asking_organisation, dialog))
        return;
    const std::string_view name = session.text("people.filter_organisation");
    pick_record(session, labelled(ui, dialog, name, ui.control()), {.name = name},
        {.target = Kind::organisation}, state.bulk_organisation);
    dialog.space(ui.px(12));
    const std::string_view role = session.text("add.role");
    text_field(ui, labelled(ui, dialog, role, ui.control()), {.name = role}, state.bulk_role);
    dialog.space(ui.px(16));
    Line buttons(dialog.take(ui.control()));
    const Button set{.label = session.text("people.set_organisation"),
        .kind = ButtonKind::primary,
        .disabled = trim(state.bulk_organisation).empty(),
        .id = "set"};
    const bool pressed = button(ui, buttons.end(button_width(ui, set), ui.px(8)), set);
    if ((pressed || ui.submitted()) && !trim(state.bulk_organisation).empty())
        write_organisation(session, state, people);
    end_dialog(ui, dialog);
}

}  // namespace

void draw_selection(Session& session, PeopleState& state, Flow& flow) {
    Ui& ui = session.ui;
    const std::vector<RecordId> people = selected_now(session, state);
    ui.open_group(Role::toolbar, session.text("people.selection"));
    Line line(flow.take(ui.control()));
    const std::string said = session.text("people.selected", {people.size()});
    label(ui, line.start(std::ceil(text_width(ui, said, Type::body_strong)) + 1, ui.px(12)), said,
        Type::body_strong);
    const bool short_of_room = flow.width < ui.px(1000);
    const auto tool = [&](std::string_view key, Icon icon, ButtonKind kind = ButtonKind::quiet,
                          bool popup = false) {
        const Button made{.label = session.text(key),
            .icon = icon,
            .kind = kind,
            .icon_only = short_of_room,
            .has_popup = popup};
        const ImRect area = line.start(button_width(ui, made), ui.px(8));
        return std::pair{button(ui, area, made), area};
    };
    if (tool("people.add_tag", Icon::tag).first) state.asking_tag = true;
    const auto [circle, circle_area] = tool("people.set_circle", Icon::target, ButtonKind::quiet, true);
    if (circle) state.circle_open = true;
    const auto [rhythm, rhythm_area] = tool("people.set_rhythm", Icon::calendar, ButtonKind::quiet, true);
    if (rhythm) state.rhythm_open = true;
    if (tool("people.set_organisation", Icon::building_2).first) state.asking_organisation = true;
    if (tool("people.export", Icon::file_down).first) {
        session.host.save_file("kith-people.vcf", mime_type_of(ExportFormat::vcard4),
            export_all(session.workspace, ExportFormat::vcard4, {.people = people}));
    }
    if (people.size() == 2 && tool("people.merge", Icon::users).first)
        open_pair(session, people[0], people[1]);
    if (tool("people.delete", Icon::trash_2, ButtonKind::danger).first) ask_removal(session, people);
    if (tool("people.select_none", Icon::x, ButtonKind::bare).first) state.selected.clear();
    ui.tree().close();
    flow.space(ui.px(12));
    set_circle(session, state, circle_area, people);
    set_rhythm(session, state, rhythm_area, people);
    ask_tag(session, state, people);
    ask_organisation(session, state, people);
}

}  // namespace kith::ui
