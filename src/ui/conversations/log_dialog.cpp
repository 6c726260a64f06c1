#include "ui/conversations/log_dialog.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"
#include "model/fields.h"
#include "ui/conversations/log_reading.h"
#include "ui/records/form_fields.h"
#include "ui/session/dates.h"
#include "ui/session/dialog_foot.h"
#include "workspace/names.h"

namespace kith::ui {

namespace {

/// Chips side by side over as many lines as they need; each opens a menu of what else it could be.
class Chips {
public:
    Chips(Session& session, LogDialog& dialog, Flow& flow)
        : session_(session), dialog_(dialog), flow_(flow), x_(flow.x), top_(flow.y) {}

    /// A chip; true while its menu is open: then draw the items, and call close().
    bool begin(std::string_view id, std::string_view text, Icon icon, Flow& menu) {
        Ui& ui = session_.ui;
        const float high = ui.touch() ? ui.control() : ui.px(30);
        const bool open = dialog_.menu_open && dialog_.menu_of == id;
        const Button chip{.label = text,
            .icon = icon,
            .small = true,
            .has_popup = true,
            .expanded = open ? Tri::yes : Tri::no,
            .id = id};
        const float wide = std::min(button_width(ui, chip) - ui.px(8), flow_.width);
        if (x_ > flow_.x && x_ + wide > flow_.end_x()) {
            x_ = flow_.x;
            top_ += high + ui.px(6);
        }
        const ImRect area{x_, top_, x_ + wide, top_ + high};
        x_ += wide + ui.px(6);
        flow_.y = area.Max.y;
        if (button(ui, area, chip)) {
            dialog_.menu_of = id;
            dialog_.menu_open = true;
        }
        if (dialog_.menu_of != id) return false;
        return begin_menu(ui, session_.text("log.correct", {text}), area, 220, dialog_.menu_open, menu);
    }

    bool item(Flow& menu, std::string_view label, Icon icon = Icon::none) {
        if (!menu_item(session_.ui, menu, {.label = label, .icon = icon})) return false;
        dialog_.menu_open = false;
        return true;
    }
    void close(Flow& menu) { end_menu(session_.ui, menu); }

private:
    Session& session_;
    LogDialog& dialog_;
    Flow& flow_;
    float x_, top_;
};

/// Whether the form still holds the guess: else the chip would say what no longer counts.
bool stands(const LogDialog& dialog, FieldId field) {
    for (std::size_t i = 0; i < dialog.guessed.size(); ++i) {
        if (dialog.guessed[i].field->id == field) return dialog.guessed[i].text == dialog.form.values[i].text;
    }
    return false;
}

void draw_kind_chip(Session& session, LogDialog& dialog, Chips& chips) {
    const auto& kind = dialog.reading.kind;
    if (!kind || !stands(dialog, interaction::kind)) return;
    const auto words = [&](enum interaction::kind option) {
        return option_label(session.ui.words(), interaction::kind, option);
    };
    Flow menu;
    if (!chips.begin("kind", words(kind->value), Icon::message_square, menu)) return;
    const auto choose = [&](enum interaction::kind option) {
        if (option != kind->value && chips.item(menu, words(option)))
            value_of(dialog.form, interaction::kind)->text = interaction::kind.key(option);
    };
    // What the line could mean as well comes first.
    for (const auto option : kind->alternatives)
        choose(option);
    for (const auto option : enumerators<enum interaction::kind>) {
        if (option != interaction::kind::none && !std::ranges::contains(kind->alternatives, option))
            choose(option);
    }
    chips.close(menu);
}

void draw_date_chip(Session& session, LogDialog& dialog, Chips& chips) {
    const auto& on = dialog.reading.on;
    if (!on || !stands(dialog, interaction::on)) return;
    FormValue& value = *value_of(dialog.form, interaction::on);
    Flow menu;
    if (!chips.begin("on", session.show_relative(on->value), Icon::calendar, menu)) return;
    const std::string_view tag = session.ui.host().locale().tag;
    for (const PartialDate& other : on->alternatives) {
        if (chips.item(menu, session.show_exact(other))) value.text = date_to_edit(other, tag);
    }
    if (chips.item(menu, session.text("date.today"))) value.text = session.text("date.today");
    chips.close(menu);
}

void draw_person_chip(Session& session, LogDialog& dialog, Chips& chips, const PersonGuess& guess) {
    const Workspace& workspace = session.workspace;
    const std::string known = guess.person ? person_name(workspace, guess.person) : std::string{};
    const std::string text = guess.person ? known : session.text("log.new_person", {guess.name});
    Flow menu;
    if (!chips.begin("person " + guess.name, text, guess.person ? Icon::user : Icon::user_plus, menu)) return;
    // The reading is made anew with the correction.
    const auto mean = [&](RecordId person) {
        dialog.meant[guess.name] = person;
        dialog.read_line.clear();
    };
    for (const RecordId other : guess.alternatives) {
        const std::string name =
            other ? person_name(workspace, other) : session.text("log.new_person", {guess.name});
        if (chips.item(menu, name, Icon::user)) mean(other);
    }
    if (guess.person && !std::ranges::contains(guess.alternatives, RecordId{}) &&
        chips.item(menu, session.text("log.new_person", {guess.name}), Icon::user_plus))
        mean({});
    if (chips.item(menu, session.text("log.leave_out"), Icon::x)) {
        dialog.no_people.push_back(guess.name);
        dialog.read_line.clear();
    }
    chips.close(menu);
}

/// A guess that can only be left out.
template <typename T>
void draw_plain_chip(Session& session, Chips& chips, std::string_view id, const std::string& text, Icon icon,
    std::optional<T>& guess) {
    Flow menu;
    if (!guess || !chips.begin(id, text, icon, menu)) return;
    if (chips.item(menu, session.text("log.leave_out"), Icon::x)) guess.reset();
    chips.close(menu);
}

void draw_chips(Session& session, LogDialog& dialog, Flow& flow) {
    Ui& ui = session.ui;
    LogReading& reading = dialog.reading;
    if (trim(dialog.line).empty()) {
        paragraph(ui, flow, session.text("log.example"), Type::small, Colour::muted);
        flow.space(ui.px(12));
        return;
    }
    ui.open_group(Role::group, session.text("log.understood"));
    ImGui::PushID("chips");
    const float top = flow.y;
    Chips chips(session, dialog, flow);
    draw_kind_chip(session, dialog, chips);
    draw_date_chip(session, dialog, chips);
    if (reading.minute)
        draw_plain_chip(
            session, chips, "minute", time_text(reading.minute->value), Icon::calendar, reading.minute);
    const std::vector<PersonGuess> people = reading.people;
    for (const PersonGuess& guess : people)
        draw_person_chip(session, dialog, chips, guess);
    if (reading.event)
        draw_plain_chip(session, chips, "event", record_name(session.workspace, reading.event->value),
            Icon::calendar_days, reading.event);
    if (reading.place)
        draw_plain_chip(session, chips, "place", reading.place->value, Icon::map_pin, reading.place);
    ImGui::PopID();
    if (flow.y == top)
        paragraph(ui, flow, session.text("log.nothing_understood"), Type::small, Colour::muted);
    ui.tree().close();
    flow.space(ui.px(12));
}

std::string promised_to(const Session& session, const LogDialog& dialog, const LoggedPromise& promise) {
    std::vector<Argument> names;
    for (const std::size_t index : promise.people) {
        if (index >= dialog.reading.people.size()) continue;
        const PersonGuess& guess = dialog.reading.people[index];
        names.emplace_back(guess.person ? person_name(session.workspace, guess.person) : guess.name);
    }
    return session.ui.formatter().list(names);
}

/// "You promise  [Send Priya the report]  [27/11/2026]  x", and to whom.
bool draw_promise(Session& session, LogDialog& dialog, Flow& flow, std::size_t at) {
    Ui& ui = session.ui;
    LoggedPromise& promise = dialog.promises[at];
    ImGui::PushID(static_cast<int>(at));
    Line head(flow.take(ui.touch() ? ui.control() : ui.px(30)));
    const std::array<std::string_view, 2> sides{
        session.text("log.you_promise"), session.text("log.they_promise")};
    const auto side = segmented(ui, head.start(segmented_width(ui, sides), ui.px(8)),
        session.text("log.who_promises"), sides, promise.mine ? 0 : 1);
    if (side) promise.mine = *side == 0;
    const Button gone{.label = session.text("log.no_promise"),
        .icon = Icon::x,
        .kind = ButtonKind::bare,
        .icon_only = true};
    const bool removed = button(ui, head.end(head.area.GetHeight(), ui.px(8)), gone);
    // To whom, or whose: the others in the line can be meant as well.
    const std::string names = promised_to(session, dialog, promise);
    if (!dialog.reading.people.empty()) {
        const std::string text = names.empty() ? std::string(session.text("log.to_nobody"))
                                               : session.text(promise.mine ? "log.to" : "log.of", {names});
        Flow place{.x = head.area.Min.x, .y = head.area.Min.y, .width = head.width()};
        const bool below = button_width(ui, {.label = text, .small = true}) > place.width;
        if (below) {
            flow.space(ui.px(6));
            place = flow;
            flow.take(head.area.GetHeight());
        }
        Chips chips(session, dialog, place);
        Flow menu;
        if (chips.begin("promise " + std::to_string(at), text, Icon::none, menu)) {
            for (std::size_t i = 0; i < dialog.reading.people.size(); ++i) {
                LoggedPromise one{.people = {i}};
                if (chips.item(menu, promised_to(session, dialog, one), Icon::user)) promise.people = {i};
            }
            chips.close(menu);
        }
    }
    flow.space(ui.px(6));
    Line strip(flow.take(ui.control()));
    const std::string what = session.text("log.promise", {at + 1});
    const std::string due = session.text("log.promise_due", {at + 1});
    const ImRect due_area = strip.end(ui.px(132), ui.px(8));
    text_field(ui, strip.area, {.name = what, .focus_first = false, .select_all = false, .id = "what"},
        promise.what);
    date_field(
        session, due_area, {.name = due, .focus_first = false, .id = "due"}, promise.due, promise.error);
    if (!promise.error.empty()) paragraph(ui, flow, promise.error, Type::small, Colour::late);
    flow.space(ui.px(12));
    ImGui::PopID();
    return removed;
}

void draw_fields(Session& session, LogDialog& dialog, Flow& flow) {
    Ui& ui = session.ui;
    constexpr FieldId short_ones[] = {interaction::kind, interaction::on, interaction::begun_by};
    const auto draw = [&](FieldId field) { draw_form_value(session, flow, *value_of(dialog.form, field)); };
    draw(interaction::people);
    if (flow.width < ui.px(440)) {
        for (const FieldId field : short_ones)
            draw(field);
    } else {
        // Side by side.
        const float gap = ui.px(12), wide = std::floor((flow.width - 2 * gap) / 3), top = flow.y;
        float bottom = top, x = flow.x;
        for (const FieldId field : short_ones) {
            Flow column{.x = x, .y = top, .width = wide};
            draw_form_value(session, column, *value_of(dialog.form, field));
            bottom = std::max(bottom, column.y);
            x += wide + gap;
        }
        flow.y = bottom;
    }
    for (const FieldId field : {interaction::summary, interaction::notes, interaction::follow_up})
        draw(field);
}

}  // namespace

void open_log(Session& session, LogDialog& dialog, RecordId person) {
    dialog = {};
    dialog.open = true;
    open_form(session, dialog.form, Kind::interaction, {}, form_fields(Kind::interaction),
        std::string(session.text("log.title")));
    value_of(dialog.form, interaction::on)->text = std::string(session.text("date.today"));
    dialog.guessed = dialog.form.values;
    if (person) value_of(dialog.form, interaction::people)->references.push_back(person);
}

void draw_log(Session& session, LogDialog& dialog) {
    if (!dialog.open) return;
    Ui& ui = session.ui;
    Flow flow;
    if (!begin_dialog(ui, session.text("log.title"), 580, dialog.open, flow)) return;
    const LogContext context{.workspace = session.workspace,
        .names = session.insight.names(),
        .contacts = session.insight.contacts(),
        .today = ui.today(),
        .order = date_order(ui.host().locale().tag),
        .locale = ui.host().locale().tag};

    const std::string_view name = session.text("log.line");
    text_field(ui, labelled(ui, flow, name, ui.control()), {.name = name, .select_all = false}, dialog.line);
    flow.space(ui.px(8));
    read_line(session, dialog, context);
    draw_chips(session, dialog, flow);
    for (std::size_t i = 0; i < dialog.promises.size(); ++i) {
        if (!draw_promise(session, dialog, flow, i)) continue;
        dialog.promises.erase(dialog.promises.begin() + static_cast<std::ptrdiff_t>(i));
        ui.keep_moving();
        break;
    }
    draw_separator(ui, flow.x, flow.end_x(), flow.y);
    flow.space(ui.px(12));
    draw_fields(session, dialog, flow);
    const auto on =
        parse_typed_date(value_of(dialog.form, interaction::on)->text, ui.host().locale().tag, ui.today());
    if (on && on->earliest() > ui.today()) {
        paragraph(ui, flow, session.text("log.planned"), Type::small, Colour::muted);
        flow.space(ui.px(12));
    }

    DialogFoot foot(session, flow, save_button(session));
    const DialogAnswer answer = foot.answer();
    if (answer == DialogAnswer::cancelled) dialog.open = false;
    if (answer == DialogAnswer::done) {
        if (auto draft = write_log(session, dialog, context))
            dialog.open = !session.commit(std::move(*draft), std::string(session.text("log.saved")));
        else
            ui.tree().announce(std::string(session.text("form.look_again")), Politeness::assertive);
    }
    end_dialog(ui, flow);
}

}  // namespace kith::ui
