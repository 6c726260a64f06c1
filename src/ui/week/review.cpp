// Look back over a week, a month or a year: what was done and what came of it, and the reviews written then.
#include "ui/week/review.h"

#include <algorithm>
#include <array>

#include "model/fields.h"
#include "ui/records/cards.h"
#include "ui/session/dates.h"
#include "ui/session/places.h"
#include "ui/session/record_scope.h"
#include "ui/week/review_steps.h"
#include "ui/words/record_words.h"
#include "workspace/names.h"

namespace kith::ui {

namespace {

using std::chrono::days;
using std::chrono::year_month_day;

constexpr std::size_t most_rows = 6;
constexpr days review_from{4};  // the fifth day of a week

SpanOfDays span_of(const Session& session, LookSpan span, Day at) {
    const Day week = week_begin(at, session.ui.host().locale().first_weekday);
    const year_month_day date{at};
    const auto last_of = [](std::chrono::year year, std::chrono::month month) {
        return Day{std::chrono::year_month_day_last{year, std::chrono::month_day_last{month}}};
    };
    switch (span) {
        case LookSpan::week: return {week, week + days{6}};
        case LookSpan::month:
            return {Day{date.year() / date.month() / 1}, last_of(date.year(), date.month())};
        case LookSpan::year: return {Day{date.year() / 1 / 1}, last_of(date.year(), std::chrono::December)};
    }
    return {at, at};
}

std::string span_in_words(const Session& session, LookSpan span, SpanOfDays its) {
    const year_month_day from{its.from};
    if (span == LookSpan::month) return session.show_exact({from.year(), from.month(), std::nullopt});
    if (span == LookSpan::year) return session.show_exact({from.year(), std::nullopt, std::nullopt});
    return session.ui.formatter().week(its.from);
}

void read_look_back(Session& session, ReviewState& state, SpanOfDays span) {
    if (!state.made.renew(session.moment(), span)) return;
    state.past = look_back(session.workspace, span.from, span.to);
    state.reviews = finished_reviews(session.workspace);
}

void draw_choice(Session& session, ReviewState& state, Flow& flow, SpanOfDays span) {
    Ui& ui = session.ui;
    const std::array<std::string_view, 3> spans{
        session.text("lookback.week"), session.text("lookback.month"), session.text("lookback.year")};
    Line line(flow.take(ui.control()));
    const bool narrow = line.width() < ui.px(520);
    const float wide = narrow ? line.width() : segmented_width(ui, spans);
    if (const auto chosen = segmented(ui, line.start(wide, ui.px(16)), session.text("lookback.span"), spans,
            static_cast<int>(state.span)))
        state.span = static_cast<LookSpan>(*chosen);
    if (narrow) {
        flow.space(ui.px(8));
        line = Line(flow.take(ui.control()));
    }
    const Button before{
        .label = session.text("lookback.before"), .icon = Icon::chevron_left, .icon_only = true};
    const Button after{.label = session.text("lookback.after"),
        .icon = Icon::chevron_right,
        .icon_only = true,
        .disabled = span.to >= ui.today()};
    if (button(ui, line.start(button_width(ui, before), ui.px(4)), before)) state.at = span.from - days{1};
    if (button(ui, line.start(button_width(ui, after), ui.px(12)), after)) state.at = span.to + days{1};
    label(ui, line.area, span_in_words(session, state.span, span), Type::body_strong);
}

void draw_reviews(Session& session, ReviewState& state, Flow& flow, SpanOfDays span) {
    Ui& ui = session.ui;
    const std::string title(session.text("lookback.reviews"));
    bool any = false;
    for (const ReviewNotes& review : state.reviews) {
        if (review.week + days{6} < span.from || review.week > span.to) continue;
        if (!any) {
            heading(ui, flow.take(ui.line(Type::section)), title, 2, Type::section);
            flow.space(ui.px(8));
        }
        any = true;
        Card card(ui, flow);
        heading(ui, card.flow.take(ui.line(Type::body)), session.ui.formatter().week(review.week), 3,
            Type::body_strong);
        for (const auto& [key, text] :
            {std::pair{"lookback.why", &review.why}, std::pair{"lookback.came_text", &review.came}}) {
            if (text->empty()) continue;
            card.flow.space(ui.px(6));
            paragraph(ui, card.flow, session.text(key), Type::small, Colour::muted);
            paragraph(ui, card.flow, *text);
        }
        if (review.why.empty() && review.came.empty())
            paragraph(ui, card.flow, session.text("lookback.no_words"), Type::small, Colour::muted);
        card.flow.space(ui.px(8));
        const std::string name = session.text("lookback.again", {review.week});
        if (button(ui, card.flow,
                {.label = session.text("lookback.go_on"), .small = true, .description = name, .id = name}))
            begin_review(session, state, review.week);
        card.end();
        flow.space(ui.px(grid::between_cards));
    }
}

void draw_looking_back(Session& session, ReviewState& state, Flow& flow) {
    Ui& ui = session.ui;
    heading(ui, flow.take(ui.line(Type::title)), session.name_of(PlaceId::review), 1, Type::title);
    draw_day_tabs(session, flow);
    const SpanOfDays span = span_of(session, state.span, state.at);
    read_look_back(session, state, span);
    draw_choice(session, state, flow, span);
    flow.space(ui.px(grid::between_cards));
    const bool two = flow.width > ui.px(860);
    const float gap = ui.px(grid::between_cards), side = two ? ui.px(340) : flow.width;
    Flow left{.x = flow.x, .y = flow.y, .width = two ? flow.width - side - gap : flow.width};
    {
        Card card(ui, left, grid::between_cards, grid::between_cards);
        heading(ui, card.flow.take(ui.line(Type::section)), session.text("lookback.facts"), 2, Type::section);
        card.flow.space(ui.px(8));
        draw_facts_of(session, card.flow, state.past);
        card.end();
        left.space(gap);
    }
    const LookBack& past = state.past;
    for (const auto& [key, records] : {std::pair{"lookback.milestones", &past.milestones_reached},
             std::pair{"lookback.steps", &past.steps_done},
             std::pair{"lookback.opportunities", &past.opportunities},
             std::pair{"lookback.achievements", &past.achievements},
             std::pair{"lookback.received", &past.received}, std::pair{"lookback.given", &past.given},
             std::pair{"lookback.contacts", &past.contacts}})
        draw_records_card(session, state, left, key, *records);
    Flow right = two ? Flow{.x = flow.end_x() - side, .y = flow.y, .width = side} : left;
    {
        const Day week = week_to_review(session);
        Card card(ui, right, grid::between_cards, grid::between_cards);
        heading(
            ui, card.flow.take(ui.line(Type::section)), session.text("lookback.weekly"), 2, Type::section);
        card.flow.space(ui.px(4));
        paragraph(ui, card.flow,
            session.text(
                is_reviewed(session, week) ? "lookback.reviewed_text" : "lookback.weekly_text", {week}),
            Type::small, Colour::muted);
        card.flow.space(ui.px(8));
        const bool again = is_reviewed(session, week);
        if (button(ui, card.flow,
                {.label = session.text(again ? "lookback.begin_again" : "lookback.begin"),
                    .icon = Icon::history,
                    .kind = again ? ButtonKind::quiet : ButtonKind::primary}))
            begin_review(session, state, week);
        card.end();
        right.space(gap);
    }
    draw_records_card(session, state, right, "lookback.new_people", past.new_people);
    draw_records_card(session, state, right, "lookback.people", past.people);
    draw_reviews(session, state, right, span);
    flow.y = std::max(left.y, right.y);
}

}  // namespace

Day week_to_review(const Session& session) {
    const Day today = session.ui.today();
    const Day week = week_begin(today, session.ui.host().locale().first_weekday);
    return today - week >= review_from ? week : week - days{7};
}

bool is_reviewed(const Session& session, Day week) {
    return is_week_reviewed(session.workspace, week);
}

bool is_worth_reviewing(const Session& session, Day week) {
    const LookBack past = look_back(session.workspace, week, week + days{6});
    if (!past.steps_done.empty() || past.contacts.size() > 1) return true;
    bool taken = false;
    session.workspace.for_each(Kind::action, [&](RecordId action) {
        taken = taken || session.workspace.date(action, action::week).to_day() == week;
    });
    return taken;
}

void begin_review(Session& session, ReviewState& state, Day week) {
    state.under_way = true;
    state.step = ReviewStep::done;
    state.week = week;
    ReviewNotes notes = review_notes(session.workspace, week);
    state.why = std::move(notes.why);
    state.came = std::move(notes.came);
    state.made.forget();
}

void keep_review(Session& session, const ReviewState& state, bool finished) {
    const ReviewNotes notes{.week = state.week, .why = state.why, .came = state.came};
    session.commit(keep_review_notes(session.workspace, notes, finished, session.ui.today()),
        finished ? std::string(session.text("lookback.finished")) : std::string{});
}

void draw_facts_of(Session& session, Flow& flow, const LookBack& past) {
    Ui& ui = session.ui;
    ui.open_group(Role::list, session.text("lookback.facts"));
    for (const Message& fact : look_back_facts(past)) {
        const std::string words = session.text(fact);
        const ImRect strip = flow.take(ui.line(Type::body) + ui.px(4));
        Node& node = ui.tree().add({.id = ui.static_id(words), .role = Role::listitem, .name = words});
        node.bounds = ui.visible_bounds(strip);
        silent_label(ui, strip, words);
    }
    ui.tree().close();
}

void draw_records_card(Session& session, ReviewState& state, Flow& flow, std::string_view key,
    std::span<const RecordId> records) {
    if (records.empty()) return;
    Ui& ui = session.ui;
    const std::string title(session.text(key));
    ListCard list(session, flow, title, records.size());
    list.begin_rows();
    ui.open_group(Role::list, title);
    const bool whole = state.whole.contains(key);
    const std::size_t shown = whole ? records.size() : std::min(records.size(), most_rows);
    for (std::size_t i = 0; i < shown; ++i) {
        if (i > 0) list.separate();
        const RecordScope scope(RecordId{records[i].value ^ hash_text(key)});  // may stand in two cards
        const RecordRow row{.record = records[i],
            .position = static_cast<int>(i) + 1,
            .set_size = static_cast<int>(records.size())};
        if (record_row(session, list.card.flow, row).pressed) open_record(session, records[i]);
    }
    ui.tree().close();
    if (shown < records.size()) {
        Line line(inset(list.card.flow.take(ui.row()), ui.px(4), ui.px(2)));
        const std::string more = session.text("today.more", {records.size() - shown});
        const Button all{.label = more, .kind = ButtonKind::bare, .id = key};
        if (button(ui, line.start(button_width(ui, all)), all)) state.whole.insert(key);
    }
    list.end();
    flow.space(ui.px(grid::between_cards));
}

void draw_review(Session& session, ReviewState& state, const Agenda& agenda, ImRect area) {
    Ui& ui = session.ui;
    if (state.at == Day{}) state.at = ui.today();
    ui.open_group(Role::main, session.name_of(PlaceId::review), area);
    const ScrollOptions options{.side = ui.phone() ? grid::screen_phone : grid::screen,
        .top = 20,
        .most_width = state.under_way ? 760.0F : 1240.0F,
        .reserve_scrollbar = true,
        .from_top = state.under_way && state.shown != state.step};
    state.shown = state.under_way ? std::optional(state.step) : std::nullopt;
    Flow flow = begin_scroll(ui, state.under_way ? "review" : "look back", area, options);
    if (state.under_way)
        draw_review_steps(session, state, agenda, flow);
    else
        draw_looking_back(session, state, flow);
    end_scroll(ui, flow, options);
    ui.tree().close();
}

void draw_review_dialogs(Session& session, ReviewState& state) {
    draw_form(session, state.form);
}

}  // namespace kith::ui
