#include "ui/conversations/meeting_prepare.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "model/fields.h"
#include "planning/agenda/doing.h"
#include "ui/conversations/meeting_review.h"
#include "ui/words/record_words.h"
#include "workspace/names.h"

namespace kith::ui {

namespace {

/// One point of a list: a dot, and text over as many lines as it needs.
void point(Ui& ui, Flow& flow, std::string_view text, std::string_view aside = {}) {
    const std::string whole =
        aside.empty() ? std::string(text) : std::string(text) + " · " + std::string(aside);
    const float indent = ui.px(14), high = ui.line(Type::small);
    const float top = flow.y;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddCircleFilled(
        {flow.x + ui.px(4), std::floor(top + high * 0.5f)}, ui.px(2), ui.colour(Colour::muted));
    Flow words{.x = flow.x + indent, .y = top, .width = flow.width - indent};
    for (std::string_view line : wrap_text(ui, whole, Type::small, words.width))
        silent_label(ui, words.take(high), line, Type::small);
    flow.y = words.y + ui.px(2);
    Node& node = ui.tree().add({.id = ui.static_id(whole), .role = Role::listitem, .name = whole});
    node.bounds = ui.visible_bounds({flow.x, top, flow.end_x(), flow.y});
}

/// Points below a label; nothing where there are none.
template <typename Items, typename Draw>
void points(Session& session, Flow& flow, std::string_view key, const Items& items, Draw draw) {
    if (items.empty()) return;
    Ui& ui = session.ui;
    flow.space(ui.px(8));
    const std::string_view name = session.text(key);
    silent_label(ui, flow.take(ui.line(Type::small)), name, Type::small_strong);
    ui.open_group(Role::list, name);
    for (const auto& item : items)
        draw(item);
    ui.tree().close();
}

std::string shared_in_words(const Session& session, RecordId interaction) {
    const Workspace& workspace = session.workspace;
    const auto kind = workspace.choice(interaction, interaction::kind);
    std::string words = kind == interaction::kind::none
        ? std::string(session.text("person.contact"))
        : option_label(session.ui.words(), interaction::kind, kind);
    if (const auto about = workspace.text(interaction, interaction::summary); !about.empty())
        words += ", " + std::string(about);
    return words;
}

std::string joined(const Session& session, const Facts& facts) {
    std::string text;
    for (const Message& fact : facts)
        text += (text.empty() ? "" : " · ") + session.text(fact);
    return text;
}

void draw_brief(Session& session, PreparationDialog& dialog, Flow& flow, const PersonBrief& brief) {
    Ui& ui = session.ui;
    const Workspace& workspace = session.workspace;
    const std::string name = person_name(workspace, brief.person);
    const float size = ui.px(grid::avatar);
    Line head(flow.take(std::max(size, ui.line(Type::body) + ui.line(Type::small))));
    avatar(ui, middle(head.start(size, ui.px(12)), size).Min, size,
        {.name = name,
            .key = brief.person.value,
            .photo = workspace.get(brief.person, person::photo).as_bytes()});
    const Button open{.label = session.text("prepare.open"), .small = true, .id = name};
    const ImRect open_area =
        middle(head.end(button_width(ui, open), ui.px(8)), ui.touch() ? ui.control() : ui.px(34));
    const std::string work = work_of(workspace, brief.person);
    Flow words{.x = head.area.Min.x,
        .y = middle(head.area, ui.line(Type::body) + (work.empty() ? 0 : ui.line(Type::small))).Min.y,
        .width = head.width()};
    heading(ui, words.take(ui.line(Type::body)), name, 3, Type::body_strong);
    if (!work.empty()) label(ui, words.take(ui.line(Type::small)), work, Type::small, Colour::muted);
    if (button(ui, open_area, open)) {
        session.go(PlaceId::people, brief.person);
        dialog.open = false;
    }
    flow.space(ui.px(6));
    paragraph(ui, flow, joined(session, brief.who), Type::small, Colour::muted);
    if (const auto notes = workspace.text(brief.person, person::notes); !notes.empty())
        paragraph(ui, flow, short_text(notes, 200), Type::small, Colour::muted);

    points(session, flow, "prepare.shared", brief.shared, [&](RecordId interaction) {
        point(ui, flow, shared_in_words(session, interaction),
            session.show_relative(workspace.date(interaction, interaction::on)));
    });
    const auto matter = [&](const OpenMatter& one) {
        point(ui, flow, session.text(one.what), one.due ? session.show_relative(*one.due) : std::string{});
    };
    points(session, flow, "prepare.mine", brief.mine, matter);
    points(session, flow, "prepare.theirs", brief.theirs, matter);
    points(session, flow, "prepare.goals", brief.goals, [&](const GoalHelp& help) {
        point(ui, flow, workspace.text(help.goal, goal::wish), joined(session, help.reasons));
    });
    points(session, flow, "prepare.ask", brief.ask,
        [&](const Message& question) { point(ui, flow, session.text(question)); });
}

/// Keeps what one wants to bring up; with `ready`, takes the preparation off Today as well.
bool keep(Session& session, const PreparationDialog& dialog, bool ready) {
    const std::string with = meeting_with(session, dialog.record);
    const std::string title = session.text("agenda.title.prepare_meeting", {with});
    return session.commit(prepare_meeting(session.workspace,
                              {.meeting = dialog.record, .bring_up = dialog.bring_up, .ready = ready}, with,
                              title, session.ui.today(), session.random),
        ready ? session.text("prepare.is_ready", {with}) : std::string{});
}

}  // namespace

std::string meeting_with(const Session& session, RecordId record) {
    if (kind_of(record) == Kind::event) return record_name(session.workspace, record);
    return session.ui.formatter().list(
        names_of(session.workspace, people_to_prepare_for(session.workspace, record)));
}

std::string meeting_in_words(const Session& session, RecordId record) {
    const Workspace& workspace = session.workspace;
    const bool event = kind_of(record) == Kind::event;
    std::string words;
    const auto add = [&](std::string_view part) {
        if (part.empty()) return;
        if (!words.empty()) words += " · ";
        words += part;
    };
    add(event ? choice_in_words(session, record, event::kind)
              : choice_in_words(session, record, interaction::kind));
    add(session.show_relative(workspace.date(record, event ? event::from : interaction::on)));
    if (const auto minute = workspace.integer(record, interaction::minute_of_day); !event && minute > 0)
        add(time_text(static_cast<int>(minute)));
    add(workspace.text(record, event ? event::place : interaction::place));
    if (!event) add(workspace.text(record, interaction::summary));
    return words;
}

void open_preparation(Session& session, MeetingState& state, RecordId record) {
    PreparationDialog& dialog = state.prepare;
    dialog = {.open = true, .record = record, .people = {}, .bring_up = {}};
    dialog.bring_up = preparation_notes(session.workspace, record);
    for (const RecordId person : people_to_prepare_for(session.workspace, record))
        dialog.people.push_back(
            brief_of(session.workspace, session.insight.contacts(), person, session.ui.today()));
}

void draw_preparation(Session& session, PreparationDialog& dialog) {
    if (!dialog.open) return;
    Ui& ui = session.ui;
    Flow flow;
    const std::string title = session.text("prepare.title", {meeting_with(session, dialog.record)});
    if (!begin_dialog(ui, title, 620, dialog.open, flow)) return;
    paragraph(ui, flow, meeting_in_words(session, dialog.record), Type::small, Colour::muted);
    flow.space(ui.px(12));
    for (std::size_t i = 0; i < dialog.people.size(); ++i) {
        if (i > 0) {
            flow.space(ui.px(12));
            draw_separator(ui, flow.x, flow.end_x(), flow.y);
            flow.space(ui.px(12));
        }
        ImGui::PushID(static_cast<int>(i));
        draw_brief(session, dialog, flow, dialog.people[i]);
        ImGui::PopID();
    }
    if (dialog.people.empty())
        paragraph(ui, flow, session.text("prepare.nobody"), Type::small, Colour::muted);
    flow.space(ui.px(16));
    const std::string_view name = session.text("prepare.bring_up");
    const float high = text_area_height(ui, dialog.bring_up, flow.width, 2, 6);
    text_field(ui, labelled(ui, flow, name, high),
        {.name = name, .multiline = true, .focus_first = false, .select_all = false}, dialog.bring_up);
    flow.space(ui.px(16));

    Line line(flow.take(ui.control()));
    const Button ready{
        .label = session.text("prepare.ready"), .kind = ButtonKind::primary, .shortcut = "Control+Enter"};
    const Button close{.label = session.text("prepare.close")};
    const Button change{.label = session.text("prepare.edit"), .icon = Icon::pencil};
    const ImRect ready_area = line.end(button_width(ui, ready), ui.px(8));
    const ImRect close_area = line.end(button_width(ui, close), ui.px(8));
    if (kind_of(dialog.record) == Kind::interaction &&
        button(ui, line.start(button_width(ui, change)), change)) {
        session.wish.edit_interaction = dialog.record;
        dialog.open = false;
    }
    if (button(ui, close_area, close)) dialog.open = false;
    if (dialog.open && (button(ui, ready_area, ready) || ui.submitted())) {
        dialog.open = !keep(session, dialog, true);
    } else if (!dialog.open) {
        keep(session, dialog, false);  // closing loses nothing
    }
    end_dialog(ui, flow);
}

void draw_meeting_dialogs(Session& session, MeetingState& state) {
    draw_preparation(session, state.prepare);
    draw_review(session, state.review);
}

}  // namespace kith::ui
