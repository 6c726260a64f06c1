#include "ui/today/week.h"

#include <algorithm>
#include <unordered_set>

#include "ui/records/cards.h"
#include "ui/week/lines.h"

namespace kith::ui {

namespace {

constexpr std::size_t most_lines = 8;

std::vector<WeekLine> lines_where(const WeekState& week, bool (*wanted)(const WeekItem&)) {
    std::vector<WeekLine> lines;
    for (const auto* group : {&week.taken, &week.proposed, &week.left_over}) {
        for (const WeekLine& line : *group) {
            if (wanted(line.item)) lines.push_back(line);
        }
    }
    return lines;
}

bool was_taken(const WeekItem& item) {
    return item.accepted && !is_if_then(item);
}

/// What stands above is not said again in the cards below.
void take_out_of_cards(const Session& session, TodayState& state, std::span<const WeekLine> lines) {
    std::unordered_set<std::uint64_t> keys;
    for (const WeekLine& line : lines) {
        if (const AgendaItem* item = agenda_item_of(session.agenda, line.item)) keys.insert(line_key(*item));
    }
    if (keys.empty()) return;
    for (TodayGroup& group : state.groups)
        std::erase_if(
            group.lines, [&](const AgendaLine& line) { return keys.contains(line_key(*line.item)); });
    std::erase_if(state.groups, [](const TodayGroup& group) { return group.lines.empty(); });
}

/// One quiet row that says how the week stands and leads there.
void draw_way_to_week(Session& session, const WeekState& week, Flow& flow, bool planned) {
    Ui& ui = session.ui;
    const WeekProposal& proposal = week.proposal;
    const std::string words = proposal.too_much()
        ? session.text("weekly.today_too_much",
              {duration_in_words(session, proposal.taken),
                  duration_in_words(session, std::max(0, proposal.minutes - proposal.done))})
        : session.text(planned ? "weekly.today_planned" : "weekly.today_open",
              {duration_in_words(session, proposal.minutes), proposal.items.size()});
    const std::string_view label = session.text(planned ? "weekly.open" : "weekly.plan_it");
    const ListItem row{.title = words,
        .tag = proposal.too_much() ? session.text("weekly.too_much_tag") : std::string_view{},
        .tag_kind = TagKind::due,
        .action = label,
        .icon = Icon::calendar_days,
        .pressable = false,
        .wraps = true,
        .id = "the week"};
    ui.open_group(Role::list, session.name_of(PlaceId::week));
    if (list_item(ui, flow.take(list_item_height(ui, row, flow.width)), row).action)
        session.go(PlaceId::week);
    ui.tree().close();
}

}  // namespace

const WeekState& week_of_today(Session& session, TodayState& state) {
    if (!state.week) state.week = std::make_shared<WeekState>();
    update_week(session, *state.week, session.agenda);
    return *state.week;
}

bool draw_week_in_today(Session& session, TodayState& state, Flow& flow) {
    Ui& ui = session.ui;
    const WeekState& week = week_of_today(session, state);
    bool changed = false;
    if (const auto now = lines_where(week, is_if_then); !now.empty()) {
        const std::string title(session.text("weekly.if_then"));
        ListCard list(session, flow, title, now.size());
        changed = draw_week_rows(session, *state.week, session.agenda, list,
            {.name = title,
                .lines = now,
                .begin = week.proposal.begin,
                .movable = false,
                .shown = most_lines});
        list.end();
        flow.space(ui.px(grid::between_cards));
    }
    const std::vector<WeekLine> taken = lines_where(week, was_taken);
    take_out_of_cards(session, state, taken);
    if (changed || week.proposal.items.empty()) return changed;
    if (taken.empty()) {
        // Where there is room for it, a button above leads there.
        if (!ui.phone() && !week.proposal.too_much()) return changed;
        Card card(ui, flow, 0, 0);
        draw_way_to_week(session, week, card.flow, false);
        card.end();
    } else {
        const std::string title(session.text("weekly.in_today"));
        ListCard list(session, flow, title, taken.size());
        changed = draw_week_rows(session, *state.week, session.agenda, list,
            {.name = title, .lines = taken, .begin = week.proposal.begin, .shown = most_lines});
        if (!changed) {
            draw_separator(ui, list.card.flow.x, list.card.flow.end_x(), list.card.flow.y);
            draw_way_to_week(session, week, list.card.flow, true);
        }
        list.end();
    }
    flow.space(ui.px(grid::between_cards));
    return changed;
}

}  // namespace kith::ui
