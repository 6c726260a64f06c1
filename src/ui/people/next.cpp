#include "ui/people/next.h"

#include <algorithm>

#include "planning/facts/cadence.h"
#include "ui/agenda/lines.h"
#include "ui/give/suggestions.h"
#include "ui/people/relations.h"
#include "ui/words/record_words.h"
#include "widgets/widgets.h"

namespace kith::ui {

namespace {

constexpr std::size_t most_items = 4;

/// Returns whether records changed: then the agenda is no longer what it was.
bool draw_item(Session& session, Flow& flow, const AgendaItem& item, int position, int set_size) {
    Ui& ui = session.ui;
    AgendaLine line{.item = &item};
    put_into_words(session, line);
    const std::string tick = session.text("today.tick", {line.title});
    const std::string detail = joined({line.when, line.why});
    const ListItem row{.title = line.title,
        .detail = detail,
        .action = short_step(session, item),
        .tick = tick,
        .pressable = false,
        .wraps = true,
        .position = position,
        .set_size = set_size};
    ImGui::PushID(static_cast<int>(line_key(item)));
    const ListItemResult result = list_item(ui, flow.take(list_item_height(ui, row, flow.width)), row);
    ImGui::PopID();
    if (result.ticked) return tick_off(session, line);
    return result.action && take_step(session, line);
}

void draw_items(Session& session, Flow& flow, std::span<const AgendaItem* const> items) {
    Ui& ui = session.ui;
    // Rows reach the panel's edges, as lists do.
    const float out = ui.px(grid::between_cards);
    Flow wide{.x = flow.x - out, .y = flow.y, .width = flow.width + 2 * out};
    ui.open_group(Role::list, session.text("person.next"));
    int position = 0;
    bool changed = false;
    for (const AgendaItem* item : items) {
        if (!changed) changed = draw_item(session, wide, *item, ++position, static_cast<int>(items.size()));
    }
    ui.tree().close();
    flow.y = wide.y;
    if (changed) ui.keep_moving();
}

}  // namespace

void draw_what_is_next(Session& session, const PersonState& state, Flow& flow, RecordId person) {
    std::vector<const AgendaItem*> items = session.agenda.items_about(person);
    if (items.size() > most_items) items.resize(most_items);
    if (!items.empty()) {
        person_section(session, state, flow, session.text("person.next"));
        draw_items(session, flow, items);
        flow.space(session.ui.px(8));
    }
    const Day today = session.ui.today();
    const Cadence cadence = cadence_of(
        session.workspace, person, session.insight.contacts().of(person), today, rules_of(session.workspace));
    Facts facts = cadence_facts(session.workspace, cadence, today);
    std::erase_if(facts, [](const Message& fact) { return fact.key == "fact.last_about"; });
    if (!cadence.rhythm && !cadence.contacts.last) return;  // nothing to say yet
    person_section(session, state, flow, session.text("today.rhythm"));
    paragraph(session.ui, flow, facts_in_words(session, facts, facts.size()), Type::small, Colour::muted);
    flow.space(session.ui.px(8));
}

}  // namespace kith::ui
