#include "ui/week/screen.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/text.h"
#include "ui/records/cards.h"
#include "ui/records/forms.h"
#include "ui/session/places.h"
#include "ui/session/record_scope.h"
#include "ui/words/record_words.h"
#include "workspace/names.h"

namespace kith::ui {

namespace {

constexpr std::size_t most_left_over = 6;
constexpr std::size_t most_done = 8;
constexpr float side_width = 340;

void write_number(Session& session, SettingName rule, int value) {
    session.commit(set_week_number(session.workspace, rule, value));
}

/// The number that a text is; nothing if it is none from least to most.
std::optional<int> whole_number(std::string_view text, int least, int most) {
    int number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool sound = problem == std::errc{} && end == text.data() + text.size();
    return sound && number >= least && number <= most ? std::optional(number) : std::nullopt;
}

/// A name and a small field beside it; true when its text is to be written.
bool draw_small_field(
    Session& session, Flow& flow, std::string_view name, std::string& text, std::string& error) {
    Ui& ui = session.ui;
    Line line(flow.take(ui.control()));
    const ImRect area = line.end(ui.px(84), ui.px(12));
    label(ui, line.area, name);
    const FieldResult typed =
        text_field(ui, area, {.name = name, .error = error, .focus_first = false}, text);
    return typed.committed();
}

void draw_hours(Session& session, WeekState& state, Flow& flow) {
    Ui& ui = session.ui;
    const Rules rules = rules_of(session.workspace);
    Card card(ui, flow, grid::between_cards, grid::between_cards);
    heading(ui, card.flow.take(ui.line(Type::section)), session.text("weekly.your_hours"), 2, Type::section);
    card.flow.space(ui.px(8));
    if (draw_small_field(
            session, card.flow, session.text("weekly.hours_field"), state.hours, state.hours_error)) {
        const auto minutes = minutes_from_hours(state.hours);
        state.hours_error = minutes ? std::string{} : std::string(session.text("weekly.no_hours"));
        if (minutes) state.hours = hours_to_edit(*minutes);
        if (minutes && *minutes != rules.week_minutes)
            write_number(session, settings::rules::week_minutes, *minutes);
    }
    if (!state.hours_error.empty()) paragraph(ui, card.flow, state.hours_error, Type::small, Colour::late);
    card.flow.space(ui.px(8));
    const WeekProposal& week = state.proposal;
    const std::string planned = duration_in_words(session, week.taken);
    paragraph(ui, card.flow,
        week.done == 0 ? session.text("weekly.hours_text_none", {planned})
                       : session.text("weekly.hours_text", {duration_in_words(session, week.done), planned}),
        Type::small, Colour::muted);
    card.end();
    flow.space(ui.px(grid::between_cards));
}

/// What was done, then what is in the week, against what is meant for it.
void draw_share(Session& session, Flow& flow, const WeekShare& share) {
    Ui& ui = session.ui;
    const std::string name =
        share.goal ? record_title(session, share.goal) : std::string(session.text("weekly.in_touch"));
    const int all = share.done + share.taken;
    const std::string words = session.text(all > share.minutes ? "weekly.share_over" : "weekly.share",
        {duration_in_words(session, all), duration_in_words(session, share.minutes)});
    paragraph(ui, flow, name, Type::body);
    const ImRect area = flow.take(ui.px(12));
    Node& node = ui.tree().add({.id = ui.static_id(name), .role = Role::meter, .name = name});
    node.value = words;
    node.maximum = static_cast<float>(std::max({share.minutes, all, 1}));
    node.now = static_cast<float>(all);
    node.bounds = ui.visible_bounds(area);
    const ImRect bar = middle(area, ui.px(6));
    const float whole = static_cast<float>(std::max({share.minutes, all, 1}));
    const auto reach = [&](int minutes) {
        return bar.Min.x + std::floor(bar.GetWidth() * static_cast<float>(minutes) / whole);
    };
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(bar.Min, bar.Max, ui.colour(Colour::surface_2), ui.px(3));
    if (all > 0)
        list.AddRectFilled(
            bar.Min, {reach(all), bar.Max.y}, with_alpha(ui.colour(Colour::accent), 0.45F), ui.px(3));
    if (share.done > 0)
        list.AddRectFilled(bar.Min, {reach(share.done), bar.Max.y}, ui.colour(Colour::accent), ui.px(3));
    silent_label(ui, flow.take(ui.line(Type::small)), words, Type::small, Colour::muted);
    flow.space(ui.px(10));
}

void draw_shares(Session& session, WeekState& state, Flow& flow) {
    Ui& ui = session.ui;
    Card card(ui, flow, grid::between_cards, grid::between_cards);
    heading(ui, card.flow.take(ui.line(Type::section)), session.text("weekly.shares"), 2, Type::section);
    card.flow.space(ui.px(8));
    for (const WeekShare& share : state.proposal.shares)
        draw_share(session, card.flow, share);
    if (state.proposal.shares.size() > 1) {
        const Rules rules = rules_of(session.workspace);
        if (draw_small_field(
                session, card.flow, session.text("weekly.touch_share"), state.share, state.share_error)) {
            std::string_view digits = trim(state.share);
            if (digits.ends_with('%')) digits = trim(digits.substr(0, digits.size() - 1));
            const auto percent = whole_number(digits, 0, 100);
            state.share_error = percent ? std::string{} : std::string(session.text("weekly.no_percent"));
            if (percent && *percent != rules.touch_share)
                write_number(session, settings::rules::touch_share, *percent);
        }
        if (!state.share_error.empty())
            paragraph(ui, card.flow, state.share_error, Type::small, Colour::late);
        card.flow.space(ui.px(6));
        paragraph(ui, card.flow, session.text("weekly.shares_text"), Type::small, Colour::muted);
    }
    card.end();
    flow.space(ui.px(grid::between_cards));
}

constexpr int most_minutes_each = 600;

void draw_times(Session& session, WeekState& state, Flow& flow) {
    Ui& ui = session.ui;
    const Rules rules = rules_of(session.workspace);
    Card card(ui, flow, grid::between_cards, grid::between_cards);
    heading(ui, card.flow.take(ui.line(Type::section)), session.text("weekly.times"), 2, Type::section);
    card.flow.space(ui.px(8));
    for (std::size_t i = 0; i < week_times.size(); ++i) {
        const WeekTime& time = week_times[i];
        std::string& error = state.time_errors[i];
        if (draw_small_field(session, card.flow, session.text(time.name), state.times[i], error)) {
            const auto minutes = whole_number(trim(state.times[i]), 1, most_minutes_each);
            error = minutes ? std::string{} : std::string(session.text("weekly.no_minutes"));
            if (minutes && *minutes != rules.*time.minutes) write_number(session, time.rule, *minutes);
        }
        if (!error.empty()) paragraph(ui, card.flow, error, Type::small, Colour::late);
        card.flow.space(ui.px(4));
    }
    paragraph(ui, card.flow, session.text("weekly.times_text"), Type::small, Colour::muted);
    card.end();
    flow.space(ui.px(grid::between_cards));
}

void draw_done(Session& session, const WeekState& state, Flow& flow) {
    Ui& ui = session.ui;
    std::vector<RecordId> done = state.past.milestones_reached;
    done.insert(done.end(), state.past.steps_done.begin(), state.past.steps_done.end());
    done.insert(done.end(), state.past.contacts.begin(), state.past.contacts.end());
    const std::string title(session.text("weekly.done_title"));
    ListCard list(session, flow, title, done.size());
    if (done.empty()) {
        list.say(session.text("weekly.done_none"));
    } else {
        list.begin_rows();
        ui.open_group(Role::list, title);
        const std::size_t shown = std::min(done.size(), most_done);
        for (std::size_t i = 0; i < shown; ++i) {
            if (i > 0) list.separate();
            const RecordScope scope(done[i]);
            const RecordRow row{.record = done[i],
                .position = static_cast<int>(i) + 1,
                .set_size = static_cast<int>(done.size())};
            if (record_row(session, list.card.flow, row).pressed) open_record(session, done[i]);
        }
        ui.tree().close();
    }
    draw_separator(ui, list.card.flow.x, list.card.flow.end_x(), list.card.flow.y);
    Line line(inset(list.card.flow.take(ui.row() + ui.px(4)), ui.px(4), ui.px(3)));
    const Button review{
        .label = session.text("weekly.review"), .icon = Icon::history, .kind = ButtonKind::bare};
    if (button(ui, line.start(button_width(ui, review)), review)) session.go(PlaceId::review);
    list.end();
    flow.space(ui.px(grid::between_cards));
}

bool draw_taken(Session& session, WeekState& state, const Agenda& agenda, Flow& flow) {
    if (state.taken.empty()) return false;
    const std::string title(session.text("weekly.taken"));
    ListCard list(session, flow, title, state.taken.size());
    const bool changed = draw_week_rows(session, state, agenda, list,
        {.name = title, .lines = state.taken, .begin = state.proposal.begin, .captions = true});
    list.end();
    flow.space(session.ui.px(grid::between_cards));
    return changed;
}

bool draw_proposed(Session& session, WeekState& state, const Agenda& agenda, Flow& flow) {
    if (state.proposed.empty()) return false;
    const std::string title(session.text("weekly.proposed"));
    ListCard list(session, flow, title, state.proposed.size());
    bool changed = list.action({.label = session.text("weekly.take_all"), .icon = Icon::check}) &&
        take_for_week(session, state.proposed, state.proposal.begin);
    if (!changed)
        changed = draw_week_rows(session, state, agenda, list,
            {.name = title,
                .lines = state.proposed,
                .begin = state.proposal.begin,
                .proposed = true,
                .captions = true});
    list.end();
    flow.space(session.ui.px(grid::between_cards));
    return changed;
}

bool draw_left_over(Session& session, WeekState& state, const Agenda& agenda, Flow& flow) {
    if (state.left_over.empty()) return false;
    Ui& ui = session.ui;
    const std::string title(session.text("weekly.left_over"));
    ListCard list(session, flow, title, state.left_over.size());
    const std::size_t shown = state.whole ? state.left_over.size() : most_left_over;
    const bool changed = draw_week_rows(session, state, agenda, list,
        {.name = title,
            .lines = state.left_over,
            .begin = state.proposal.begin,
            .proposed = true,
            .shown = shown});
    if (!changed && shown < state.left_over.size()) {
        Line line(inset(list.card.flow.take(ui.row()), ui.px(4), ui.px(2)));
        const std::string more = session.text("today.more", {state.left_over.size() - shown});
        const Button all{.label = more, .kind = ButtonKind::bare, .id = "left over"};
        if (button(ui, line.start(button_width(ui, all)), all)) state.whole = true;
    }
    list.end();
    flow.space(ui.px(grid::between_cards));
    return changed;
}

std::string summary_of(const Session& session, const WeekState& state) {
    const WeekProposal& week = state.proposal;
    return joined({session.ui.formatter().week(week.begin),
        session.text("weekly.of_hours",
            {duration_in_words(session, week.done + week.taken), duration_in_words(session, week.minutes)})});
}

}  // namespace

void draw_week(Session& session, WeekState& state, const Agenda& agenda, ImRect area) {
    Ui& ui = session.ui;
    update_week(session, state, agenda);
    ui.open_group(Role::main, session.name_of(PlaceId::week), area);
    const ScrollOptions options{.side = ui.phone() ? grid::screen_phone : grid::screen,
        .top = 20,
        .most_width = 1240,
        .reserve_scrollbar = true};
    Flow flow = begin_scroll(ui, "week", area, options);
    heading(ui, flow.take(ui.line(Type::title)), session.name_of(PlaceId::week), 1, Type::title);
    paragraph(ui, flow, summary_of(session, state), Type::body, Colour::muted);
    draw_day_tabs(session, flow);
    flow.space(ui.px(4));

    const bool beside = flow.width > ui.px(side_width + 480);
    const float narrow = beside ? ui.px(side_width) : flow.width;
    Flow left{.x = flow.x,
        .y = flow.y,
        .width = beside ? flow.width - narrow - ui.px(grid::between_cards) : flow.width};
    const WeekProposal& week = state.proposal;
    if (week.too_much()) {
        notice(ui, left, TagKind::due,
            session.text("weekly.too_much",
                {duration_in_words(session, week.taken),
                    duration_in_words(session, std::max(0, week.minutes - week.done))}));
        left.space(ui.px(grid::between_cards));
    }
    if (state.taken.empty() && state.proposed.empty()) {
        const bool spent = !state.left_over.empty();
        const EmptyState empty{.icon = Icon::sun,
            .title = session.text(spent ? "weekly.spent" : "weekly.nothing"),
            .text = session.text(spent ? "weekly.spent_text" : "weekly.nothing_text"),
            .action = session.text("weekly.nothing_action"),
            .action_icon = Icon::target};
        if (empty_state(ui, left, empty)) session.go(PlaceId::goals);
        left.space(ui.px(32));
    }
    bool changed = draw_taken(session, state, agenda, left);
    if (!changed) changed = draw_proposed(session, state, agenda, left);
    if (!changed) changed = draw_left_over(session, state, agenda, left);
    if (!changed && !ui.touch() && !state.proposed.empty())
        paragraph(ui, left, session.text("weekly.keys"), Type::small, Colour::muted);
    Flow right = beside ? Flow{.x = flow.end_x() - narrow, .y = flow.y, .width = narrow} : left;
    draw_hours(session, state, right);
    draw_shares(session, state, right);
    draw_done(session, state, right);
    draw_times(session, state, right);
    flow.y = std::max(left.y, right.y);
    end_scroll(ui, flow, options);
    ui.tree().close();
    if (changed) ui.keep_moving();
}

}  // namespace kith::ui
