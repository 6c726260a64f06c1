// The page of a favour: how far it has come, and how often its person was asked of late.
#include <algorithm>
#include <array>
#include <cmath>

#include "model/fields.h"
#include "planning/facts/ledger.h"
#include "ui/agenda/lines.h"
#include "ui/conversations/message.h"
#include "ui/give/favours.h"
#include "ui/give/page.h"
#include "ui/records/cards.h"
#include "ui/records/steps.h"
#include "ui/session/places.h"
#include "ui/words/record_words.h"
#include "workspace/names.h"

namespace kith::ui {

namespace {

FieldId date_of_stage(enum favour::stage stage) {
    switch (stage) {
        case favour::stage::asked:
        case favour::stage::offered: return favour::asked_on;
        case favour::stage::done: return favour::done_on;
        case favour::stage::thanked: return favour::thanked_on;
        case favour::stage::told: return favour::told_on;
        case favour::stage::none:
        case favour::stage::agreed:
        case favour::stage::declined:
        case favour::stage::unknown: break;
    }
    return {};
}

/// What one would write to them at a stage; that it was sent takes the favour on.
struct StageMessage {
    enum favour::stage stage;
    AgendaKind kind;
    NextStep step;
    std::string_view title;
};
constexpr std::array stage_messages{
    StageMessage{
        favour::stage::asked, AgendaKind::favour_remind, NextStep::remind, "agenda.title.favour_remind"},
    StageMessage{
        favour::stage::agreed, AgendaKind::favour_remind, NextStep::remind, "agenda.title.favour_remind"},
    StageMessage{favour::stage::done, AgendaKind::favour_thank, NextStep::thank, "agenda.title.favour_thank"},
    StageMessage{
        favour::stage::thanked, AgendaKind::favour_tell, NextStep::tell_outcome, "agenda.title.favour_tell"},
};

void draw_write(PageDrawing& page, ButtonLines& buttons) {
    Session& session = page.session;
    const Workspace& workspace = page.workspace();
    const RecordId person = workspace.reference(page.record, favour::person);
    const auto message =
        std::ranges::find(stage_messages, workspace.choice(page.record, favour::stage), &StageMessage::stage);
    if (is_given(workspace, page.record) || !workspace.live(person) || message == stage_messages.end())
        return;
    const std::string name = record_title(session, person);
    if (!buttons({.label = session.text("opps.write", {name}), .icon = Icon::mail})) return;
    AgendaItem item{.kind = message->kind, .record = page.record, .people = {person}, .step = message->step};
    std::string about = favour_subject(workspace, page.record);
    if (about.empty()) about = choice_in_words(session, page.record, favour::kind);
    item.title = {message->title, {name, std::move(about)}};
    session.wish.write =
        WriteWish{.request = {.kind = message_for(message->step), .person = person, .record = page.record},
            .item = item,
            .title = session.text(item.title)};
}

}  // namespace

void draw_path(Session& session, Flow& flow, RecordId favour) {
    Ui& ui = session.ui;
    const Workspace& workspace = session.workspace;
    const auto now = workspace.choice(favour, favour::stage);
    std::vector<enum favour::stage> stages;
    for (const auto stage : stages_through(workspace.choice(favour, favour::direction)))
        stages.push_back(stage == favour::stage::asked && now == favour::stage::offered ? now : stage);
    const auto at = std::ranges::find(stages, now) - stages.begin();

    const float radius = ui.px(8), line_y = flow.y + ui.px(14);
    const float step = flow.width / static_cast<float>(stages.size());
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const auto centre = [&](std::size_t i) {
        return ImVec2(std::floor(flow.x + step * (static_cast<float>(i) + 0.5f)), line_y);
    };
    float high = 0;
    ui.open_group(Role::list, session.text("favours.path"));
    for (std::size_t i = 0; i < stages.size(); ++i) {
        const bool reached = static_cast<std::ptrdiff_t>(i) <= at && now != favour::stage::declined;
        const ImU32 colour = ui.colour(reached ? Colour::accent : Colour::edge);
        if (i > 0)
            list.AddLine(centre(i - 1) + ImVec2(radius, 0), centre(i) - ImVec2(radius, 0),
                ui.colour(reached ? Colour::accent : Colour::line), ui.px(2));
        if (reached)
            list.AddCircleFilled(centre(i), radius, colour);
        else
            list.AddCircle(centre(i), radius - 1, colour, 0, ui.px_exact(1.5f));
        const std::string words = option_label(ui.words(), favour::stage, stages[i]);
        const FieldId dated = date_of_stage(stages[i]);
        const PartialDate date = dated.value != 0 ? workspace.date(favour, dated) : PartialDate{};
        const std::string when = date.empty() ? std::string{} : session.show_relative(date);
        Flow below{.x = flow.x + step * static_cast<float>(i) + ui.px(2),
            .y = line_y + ui.px(18),
            .width = step - ui.px(4)};
        const float top = below.y;
        for (std::string_view part : wrap_text(ui, words, Type::small, below.width))
            silent_label(ui, below.take(ui.line(Type::small)), part, Type::small,
                reached ? Colour::text : Colour::muted, Align::centre);
        for (std::string_view part : wrap_text(ui, when, Type::small, below.width))
            silent_label(
                ui, below.take(ui.line(Type::small)), part, Type::small, Colour::muted, Align::centre);
        high = std::max(high, below.y - flow.y);
        Node node{.id = ui.static_id(words), .role = Role::listitem, .name = words, .description = when};
        node.current = static_cast<std::ptrdiff_t>(i) == at;
        node.bounds = ui.visible_bounds({below.x, flow.y, below.end_x(), std::max(below.y, top)});
        ui.tree().add(std::move(node));
    }
    ui.tree().close();
    flow.space(high);
}

void draw_favour_path(PageDrawing& page, Flow& flow) {
    Session& session = page.session;
    Ui& ui = session.ui;
    Card card(ui, flow, grid::between_cards, 16);
    const bool declined = page.workspace().choice(page.record, favour::stage) == favour::stage::declined;
    if (declined)
        paragraph(ui, card.flow, session.text("favours.was_declined"), Type::body, Colour::muted);
    else
        draw_path(session, card.flow, page.record);
    const std::string next = next_step_in_words(session, page.record);
    if (!next.empty()) {
        card.flow.space(ui.px(12));
        ButtonLines buttons(ui, card.flow);
        if (buttons({.label = next, .icon = Icon::check, .kind = ButtonKind::primary}))
            take_next_step(session, page.record);
        draw_write(page, buttons);
        if (is_open_favour(page.workspace(), page.record) &&
            buttons({.label = session.text("favours.decline")})) {
            session.commit(decline_favour(page.record, session.text("favours.decline"),
                               record_title(session, page.record)),
                std::string(session.text("favours.declined")));
        }
        buttons.end();
    }
    card.end();
}

void draw_chain(PageDrawing& page, Flow& flow) {
    Session& session = page.session;
    Ui& ui = session.ui;
    const std::vector<ChainLink> chain = chain_of(page.workspace(), page.record);
    const std::string title(session.text("page.led_to"));
    ListCard list(session, flow, title);
    const std::string_view add = session.text("page.led_to_add");
    if (list.action({.label = add, .icon = Icon::plus, .kind = ButtonKind::bare, .icon_only = true}))
        open_new(session, page.state.form, Kind::favour, std::string(add), {{favour::led_from, page.record}});
    if (chain.size() < 2) {
        list.say(session.text("page.led_to_none"));
        list.end();
        return;
    }
    list.begin_rows();
    ui.open_group(Role::list, title);
    int position = 0;
    for (const ChainLink& link : chain) {
        if (position > 0) list.separate();
        Flow inner = list.card.flow;
        const float deep = ui.px(20) * static_cast<float>(std::min<std::size_t>(link.depth, 6));
        inner.x += deep, inner.width -= deep;
        const float top = inner.y;
        const ListItemResult result = record_row(session, inner,
            {.record = link.record, .position = ++position, .set_size = static_cast<int>(chain.size())});
        if (link.record == page.record)
            ImGui::GetWindowDrawList()->AddRectFilled({inner.x, top + ui.px(8)},
                {inner.x + ui.px(3), inner.y - ui.px(8)}, ui.colour(Colour::accent), ui.px(2));
        list.card.flow.y = inner.y;
        if (result.pressed) open_record(session, link.record);
    }
    ui.tree().close();
    list.end();
}

void draw_asked_of_late(PageDrawing& page, Flow& flow) {
    Session& session = page.session;
    const RecordId person = page.workspace().reference(page.record, favour::person);
    if (!page.workspace().live(person)) return;
    Card card(session.ui, flow);
    heading(session.ui, card.flow.take(session.ui.line(Type::section)),
        session.text("page.both_ways", {record_title(session, person)}), 2);
    card.flow.space(session.ui.px(4));
    draw_both_ways(session, card.flow, person);
    card.end();
}

}  // namespace kith::ui
