// What a record said before: every change of every field, the latest first, and each earlier value to be
// brought back on its own.
#include "ui/records/history.h"

#include "ui/records/forms.h"
#include "ui/session/dates.h"
#include "workspace/edits.h"
#include "workspace/names.h"

namespace kith::ui {

namespace {

/// One line of an entry; `past` is what "bring back" would write, if that makes sense.
struct HistoryLine {
    std::string text;
    const PastValue* past = nullptr;
};

Value value_now(const Workspace& workspace, RecordId record, const PastValue& past) {
    Value now;
    workspace.for_each_element(record, past.field, [&](const Element& element) {
        if (element.id == past.element) now = element.value;
    });
    return now;
}

/// Only what was something, is no more, and can be again.
bool can_come_back(const Session& session, RecordId record, const PastValue& past) {
    if (!session.may_write() || past.value.empty()) return false;
    const RecordId named = past.value.as_reference();
    if (kind_of(named) != Kind::none && !session.workspace.live(named)) return false;
    return session.workspace.live(record) && !(value_now(session.workspace, record, past) == past.value);
}

void bring_value_back(Session& session, RecordId record, const PastValue& past) {
    const std::string label = field_label(session.ui.words(), *find_field(past.field));
    const std::string name = record_name(session.workspace, record);
    const FieldWords words{.field = label, .record = name};
    session.commit(bring_value_back(words, {record, past.field, past.element, past.value}),
        session.text("history.value_back", {label}));
}

std::vector<HistoryLine> lines_of(
    const Session& session, RecordId record, std::span<const PastValue> changes) {
    std::vector<HistoryLine> lines;
    for (const PastValue& past : changes) {
        const FieldSpec* field = find_field(past.field);
        if (field == nullptr || field->has(hidden)) continue;
        const std::string name = field_label(session.ui.words(), *field);
        const std::string value = value_in_words(session, *field, past.value);
        lines.push_back({value.empty() ? session.text("person.history_removed", {name}) : name + ": " + value,
            can_come_back(session, record, past) ? &past : nullptr});
    }
    return lines;
}

void draw_line(Session& session, Flow& flow, RecordId record, const HistoryLine& line) {
    Ui& ui = session.ui;
    const std::string name = session.text("history.bring_back", {line.text});
    const Button back{
        .label = name, .icon = Icon::rotate_ccw, .kind = ButtonKind::bare, .icon_only = true, .small = true};
    const float room = ui.touch() ? ui.px(grid::control_touch) : ui.px(28);
    const float indent = ui.px(12), width = flow.width - indent - (line.past != nullptr ? room : 0);
    const auto parts = wrap_text(ui, line.text, Type::small, width);
    const float text_height = ui.line(Type::small) * static_cast<float>(parts.size());
    const ImRect strip = flow.take(line.past != nullptr ? std::max(text_height, room) : text_height);
    Flow words{.x = strip.Min.x + indent, .y = middle(strip, text_height).Min.y, .width = width};
    for (const std::string_view part : parts)
        silent_label(ui, words.take(ui.line(Type::small)), part, Type::small);
    if (line.past == nullptr) return;
    const ImRect place = middle({strip.Max.x - room, strip.Min.y, strip.Max.x, strip.Max.y}, room);
    if (button(ui, place, back)) bring_value_back(session, record, *line.past);
}

}  // namespace

void draw_history(Session& session, Flow& flow, RecordId record) {
    Ui& ui = session.ui;
    const std::vector<PastValue> history = session.workspace.history_of(record);
    ui.open_group(Role::list, session.text("person.history"));
    // One entry for each transaction, with the fields it changed.
    for (std::size_t i = 0; i < history.size();) {
        const std::size_t begin = i;
        const std::uint32_t number = history[i].transaction;
        while (i < history.size() && history[i].transaction == number)
            ++i;
        const TransactionInfo& transaction = session.workspace.transactions()[number];
        const std::string label = ui.text(Workspace::label_of(transaction));
        const std::string when = ui.formatter().moment(transaction.stamp.wall());
        const auto lines = lines_of(session, record, std::span(history).subspan(begin, i - begin));
        std::string whole = label + ", " + when;
        for (const HistoryLine& line : lines)
            whole += "; " + line.text;
        ImGui::PushID(static_cast<int>(number));
        ui.tree().open({.id = ui.static_id(whole), .role = Role::listitem, .name = whole});
        silent_label(ui, flow.take(ui.line(Type::body)), label);
        silent_label(ui, flow.take(ui.line(Type::small)), when, Type::small, Colour::muted);
        for (std::size_t line = 0; line < lines.size(); ++line) {
            ImGui::PushID(static_cast<int>(line));
            draw_line(session, flow, record, lines[line]);
            ImGui::PopID();
        }
        ui.tree().close();
        ImGui::PopID();
        flow.space(ui.px(12));
    }
    ui.tree().close();
}

}  // namespace kith::ui
