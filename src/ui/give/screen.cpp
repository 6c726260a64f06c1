#include "ui/give/screen.h"

#include <algorithm>
#include <cmath>

#include "model/fields.h"
#include "ui/give/give_and_ask.h"
#include "ui/give/page.h"
#include "ui/records/list.h"
#include "ui/records/sections.h"
#include "ui/session/record_scope.h"
#include "ui/words/record_words.h"

namespace kith::ui {

namespace {

constexpr std::size_t most_paths = 1;  // the latest; the others have theirs on their pages

void list_card(PageDrawing& page, Flow& flow, std::string_view key, std::span<const RecordId> records,
    std::string_view none) {
    Session& session = page.session;
    const std::string_view title = session.text(key);
    ListCard list(session, flow, title, records.size());
    if (records.empty()) {
        list.say(session.text(none));
    } else {
        list.begin_rows();
        draw_record_rows(page, list, records, title, key);
    }
    list.end();
    flow.space(session.ui.px(grid::between_cards));
}

void draw_underway(PageDrawing& page, Flow& flow, std::span<const RecordId> favours) {
    Session& session = page.session;
    Ui& ui = session.ui;
    for (const RecordId favour : favours.first(std::min(favours.size(), most_paths))) {
        const RecordScope scope(favour);
        Card card(ui, flow, grid::between_cards, 16);
        wrapped_heading(ui, card.flow, record_title(session, favour), 2, Type::section);
        card.flow.space(ui.px(12));
        draw_path(session, card.flow, favour);
        card.end();
        flow.space(ui.px(grid::between_cards));
    }
}

// A count with a bar beside the larger of the two: how they compare can be seen, nothing is judged.
void draw_count(Session& session, Flow& flow, std::string_view key, int count, int most, Colour colour) {
    Ui& ui = session.ui;
    const std::string words = session.text(key, {count});
    label(ui, flow.take(ui.line(Type::small)), words, Type::small);
    flow.space(ui.px(2));
    const ImRect bar = flow.take(ui.px(6));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(bar.Min, bar.Max, ui.colour(Colour::surface_2), ui.px(3));
    if (count > 0) {
        const float part = static_cast<float>(count) / static_cast<float>(std::max(most, 1));
        list.AddRectFilled(
            bar.Min, {bar.Min.x + std::floor(bar.GetWidth() * part), bar.Max.y}, ui.colour(colour), ui.px(3));
    }
    flow.space(ui.px(10));
}

void draw_year(Session& session, Flow& flow, const GiveAndAsk& all) {
    Ui& ui = session.ui;
    Card card(ui, flow);
    heading(ui, card.flow.take(ui.line(Type::section)), session.text("favours.this_year"), 2);
    card.flow.space(ui.px(8));
    const int most = std::max(all.given, all.received);
    draw_count(session, card.flow, "favours.gave", all.given, most, Colour::accent);
    draw_count(session, card.flow, "favours.received", all.received, most, Colour::note);
    if (all.asked_most) {
        paragraph(ui, card.flow,
            session.text("favours.asked_most", {record_title(session, all.asked_most), all.asked_most_times}),
            Type::small, Colour::muted);
    }
    card.end();
    flow.space(ui.px(grid::between_cards));
}

void draw_promises(Session& session, Flow& flow, const GiveAndAsk& all) {
    Ui& ui = session.ui;
    Card card(ui, flow);
    heading(ui, card.flow.take(ui.line(Type::section)), session.text("favours.promises"), 2);
    card.flow.space(ui.px(4));
    const auto say = [&](std::string_view key, const GiveAndAsk::Promises& counts) {
        paragraph(ui, card.flow, session.text(key, {counts.kept, counts.late, counts.open}), Type::small);
    };
    say("favours.my_promises", all.my_promises);
    say("favours.their_promises", all.their_promises);
    card.end();
}

void open_promise(Session& session, RecordForm& add) {
    open_new(session, add, Kind::action, std::string(session.text("favours.add_promise")));
    value_of(add, action::promised_by)->text = action::promised_by.key(action::promised_by::me);
}

}  // namespace

void draw_favours(Session& session, FavoursState& state, ImRect area, RecordForm& add) {
    Ui& ui = session.ui;
    const GiveAndAsk& all =
        state.shown.get(session.moment(), [&] { return give_and_ask(session.workspace, ui.today()); });
    const ScrollOptions options{.side = 0, .top = 0, .most_width = 1240, .reserve_scrollbar = true};
    Flow flow = begin_scroll(ui, "favours", area, options);
    const std::string open = session.text("favours.open", {all.mine.size() + all.theirs.size()});
    Line line(flow.take(ui.control()));
    const Button promise{.label = session.text("favours.add_promise"), .icon = Icon::plus};
    const bool beside = text_width(ui, open, Type::body) + button_width(ui, promise) < line.width();
    const ImRect promise_area =
        beside ? line.end(button_width(ui, promise), ui.px(12)) : line.start(button_width(ui, promise));
    if (button(ui, promise_area, promise)) open_promise(session, add);
    if (beside) {
        label(ui, line.area, open, Type::body, Colour::muted);
    } else {
        flow.space(ui.px(8));
        paragraph(ui, flow, open, Type::body, Colour::muted);
    }
    flow.space(ui.px(12));
    const bool nothing = all.mine.empty() && all.theirs.empty() && all.past.empty();
    if (nothing) {
        if (empty_state(ui, flow,
                {.icon = Icon::hand_helping,
                    .title = session.text("list.favours_none"),
                    .text = session.text("list.favours_none_text"),
                    .action = session.text("list.favours_add"),
                    .action_icon = Icon::plus}))
            open_add(session, add, Kind::favour);
        end_scroll(ui, flow, options);
        return;
    }
    PageDrawing page{session, state.page, {}};
    const bool two = flow.width >= ui.px(900);
    const float side = two ? ui.px(320) : 0, gap = two ? ui.px(grid::between_cards) : 0;
    Flow main{.x = flow.x, .y = flow.y, .width = flow.width - side - gap};
    list_card(page, main, "favours.on_you", all.mine, "favours.on_you_none");
    draw_underway(page, main, all.underway);
    list_card(page, main, "favours.on_others", all.theirs, "favours.on_others_none");
    draw_introductions(session, state.suggestions, main);
    if (!all.past.empty()) list_card(page, main, "favours.past", all.past, "favours.past");
    Flow aside{.x = flow.end_x() - side, .y = two ? flow.y : main.y, .width = two ? side : flow.width};
    if (!two) aside.x = flow.x;
    draw_year(session, aside, all);
    draw_promises(session, aside, all);
    flow.y = std::max(main.y, aside.y);
    end_scroll(ui, flow, options);
}

}  // namespace kith::ui
