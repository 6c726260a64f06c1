#include "ui/give/led_to.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "model/fields.h"
#include "ui/give/suggestions.h"
#include "ui/session/places.h"
#include "ui/session/record_scope.h"
#include "ui/words/opportunities.h"
#include "ui/words/record_words.h"

namespace kith::ui {

namespace {

constexpr std::size_t most_sources = 6;
constexpr std::size_t most_offers = 5;
constexpr float two_columns_from = 860;

Icon icon_of_source(RecordId record) {
    const Icon icon = icon_of(kind_of(record));
    return icon != Icon::none ? icon : Icon::circle;
}

void read(Session& session, LedToState& state) {
    if (!state.made.renew(session.moment())) return;
    state.yields = what_led_to_what(session.workspace);
    state.offers.clear();
    for (const RecordId opportunity : offers_so_far(session.workspace)) {
        if (state.offers.size() == most_offers) break;
        state.offers.push_back(story_of(session, opportunity));
    }
}

/// A kind of favour, or how an opportunity became known.
std::string effort_in_words(const Session& session, const Effort& effort) {
    return effort.favour != favour::kind::none
        ? option_label(session.ui.words(), favour::kind, effort.favour)
        : option_label(session.ui.words(), opportunity::advertised, effort.known);
}

struct SourceCard {
    std::string_view key;
    std::vector<Yield> Yields::* sources;
};
constexpr std::array source_cards{
    SourceCard{"led.people", &Yields::people},
    SourceCard{"led.events", &Yields::events},
    SourceCard{"led.organisations", &Yields::organisations},
    SourceCard{"led.efforts", &Yields::efforts},
};

void draw_sources(Session& session, Flow& flow, const SourceCard& card, const Yields& yields) {
    Ui& ui = session.ui;
    const std::vector<Yield>& sources = yields.*card.sources;
    const std::string_view title = session.text(card.key);
    ListCard list(session, flow, title, sources.size());
    if (sources.empty()) {
        list.say(session.text("led.none_noted"));
        list.end();
        flow.space(ui.px(grid::between_cards));
        return;
    }
    list.begin_rows();
    ui.open_group(Role::list, title);
    int position = 0;
    for (const Yield& yield : std::span(sources).first(std::min(sources.size(), most_sources))) {
        const std::string name =
            yield.source ? record_title(session, yield.source) : effort_in_words(session, yield.effort);
        const std::string counts = facts_in_words(session, yield_facts(yield), 4);
        const bool person = kind_of(yield.source) == Kind::person;
        const Face face{.name = name,
            .key = yield.source.value,
            .photo =
                person ? session.workspace.get(yield.source, person::photo).as_bytes() : std::string_view{}};
        if (position > 0) list.separate();
        const ListItem item{.title = name,
            .detail = counts,
            .icon = person     ? Icon::none
                : yield.source ? icon_of_source(yield.source)
                               : Icon::hand_helping,
            .face = person ? &face : nullptr,
            .pressable = static_cast<bool>(yield.source),
            .wraps = true,
            .position = ++position,
            .set_size = static_cast<int>(sources.size())};
        const float high = list_item_height(ui, item, list.card.flow.width);
        if (list_item(ui, list.card.flow.take(high), item).pressed) open_record(session, yield.source);
    }
    ui.tree().close();
    list.end();
    flow.space(ui.px(grid::between_cards));
}

void draw_offers(Session& session, Flow& flow, const LedToState& state) {
    Ui& ui = session.ui;
    for (const Story& story : state.offers) {
        const RecordScope scope(story.opportunity);
        ListCard list(session, flow, record_title(session, story.opportunity));
        draw_story(session, list, story);
        list.end();
        flow.space(ui.px(grid::between_cards));
    }
    if (!state.offers.empty()) return;
    ListCard list(session, flow, session.text("led.offers"));
    list.say(session.text("led.no_offers"));
    list.end();
    flow.space(ui.px(grid::between_cards));
}

}  // namespace

Story story_of(const Session& session, RecordId opportunity) {
    Story story{.opportunity = opportunity};
    for (const StepThere& step : how_it_came_about(session.workspace, opportunity)) {
        Story::Line line{.record = step.record, .words = {}, .when = {}, .icon = icon_of_source(step.record)};
        // A stage is called on the screens as the person calls it.
        line.words = step.what.key == "came.stage"
            ? session.text("came.stage", {stage_label(session, step.what.arguments.front().text)})
            : session.text(step.what);
        if (!step.about.empty()) line.words = session.text("led.about", {line.words, step.about});
        if (step.on) line.when = session.show_relative(*step.on);
        story.lines.push_back(std::move(line));
    }
    return story;
}

void draw_story(Session& session, ListCard& list, const Story& story) {
    Ui& ui = session.ui;
    list.begin_rows();
    ui.open_group(Role::list, session.text("led.steps", {record_title(session, story.opportunity)}));
    const int count = static_cast<int>(story.lines.size());
    for (int i = 0; i < count; ++i) {
        const Story::Line& line = story.lines[static_cast<std::size_t>(i)];
        ImGui::PushID(i);
        if (i > 0) list.separate();
        const ListItem item{.title = line.words,
            .detail = line.when,
            .icon = line.icon,
            .wraps = true,
            .position = i + 1,
            .set_size = count};
        const float high = list_item_height(ui, item, list.card.flow.width);
        if (list_item(ui, list.card.flow.take(high), item).pressed) open_record(session, line.record);
        ImGui::PopID();
    }
    ui.tree().close();
}

void draw_led_to(Session& session, LedToState& state, ImRect area) {
    Ui& ui = session.ui;
    read(session, state);
    const ScrollOptions options{.side = 0, .top = 4, .most_width = 1240, .reserve_scrollbar = true};
    Flow flow = begin_scroll(ui, "led_to", area, options);
    paragraph(ui, flow, facts_in_words(session, yield_facts(state.yields.all), 4), Type::body_strong);
    paragraph(ui, flow, session.text("led.text"), Type::small, Colour::muted);
    flow.space(ui.px(12));
    if (state.yields.too_few()) {
        notice(ui, flow, TagKind::note, ui.text(too_few_fact(state.yields)));
        flow.space(ui.px(grid::between_cards));
    }
    const bool two = flow.width >= ui.px(two_columns_from);
    const float gap = ui.px(grid::between_cards);
    const float half = two ? std::floor((flow.width - gap) / 2) : flow.width;
    Flow left{.x = flow.x, .y = flow.y, .width = half};
    heading(ui, left.take(ui.px(32)), session.text("led.offers"), 2);
    draw_offers(session, left, state);
    Flow right = two ? Flow{.x = flow.end_x() - half, .y = flow.y, .width = half} : left;
    heading(ui, right.take(ui.px(32)), session.text("led.sources"), 2);
    for (const SourceCard& card : source_cards)
        draw_sources(session, right, card, state.yields);
    flow.y = std::max(left.y, right.y);
    end_scroll(ui, flow, options);
}

}  // namespace kith::ui
