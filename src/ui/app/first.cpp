// The first start: what Kith is, and four ways to begin.
#include <cmath>

#include "exchange/sample.h"
#include "ui/app/first.h"

namespace kith::ui {

void draw_first_start(Session& session, ImRect area) {
    Ui& ui = session.ui;
    ui.open_group(Role::main, session.text("first.title"), area);
    const float side = ui.phone() ? grid::screen_phone : grid::screen;
    Flow page = begin_scroll(ui, "first", area, {.side = side, .top = 0});
    const float wide = std::min(page.width, ui.px(560));
    Flow flow{.x = page.x + std::floor((page.width - wide) * 0.5f), .y = page.y, .width = wide};

    // In the middle of the page, a little high; the height is known from the parts.
    const auto sentences = wrap_text(ui, session.text("first.text"), Type::body, wide);
    const auto titles = wrap_text(ui, session.text("first.title"), Type::title, wide);
    const float content = ui.px(56 + 16) + ui.line(Type::title) * static_cast<float>(titles.size()) +
        ui.px(12) + ui.line(Type::body) * static_cast<float>(sentences.size()) + ui.px(24) + 4 * ui.px(64) +
        3 * ui.px(10);
    flow.space(std::max(std::floor((area.GetHeight() - content) * 0.5f), ui.px(24)));

    const float sign = ui.px(56);
    const ImVec2 corner{flow.x + std::floor((wide - sign) * 0.5f), flow.y};
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(corner, corner + ImVec2(sign, sign), ui.colour(Colour::accent), ui.px(10));
    const float icon = ui.px(28);
    draw_icon(ui, list, corner + ImVec2((sign - icon) * 0.5f, (sign - icon) * 0.5f), Icon::waypoints, icon,
        ui.colour(Colour::on_accent));
    flow.space(sign + ui.px(16));

    const float top = flow.y;
    for (std::string_view line : titles)
        silent_label(ui, flow.take(ui.line(Type::title)), line, Type::title, Colour::text, Align::centre);
    Node& node = ui.tree().add({.id = ui.static_id("title"),
        .role = Role::heading,
        .name = std::string(session.text("first.title"))});
    node.level = 1;
    node.bounds = ui.visible_bounds({flow.x, top, flow.end_x(), flow.y});
    flow.space(ui.px(12));
    paragraph(ui, flow, session.text("first.text"), Type::body, Colour::muted, Align::centre);
    flow.space(ui.px(24));

    if (choice_card(ui, flow, Icon::upload, session.text("first.import"), session.text("first.import_text")))
        session.wish.choose_import = true;
    flow.space(ui.px(10));
    if (choice_card(ui, flow, Icon::user_plus, session.text("first.add"), session.text("first.add_text")))
        session.wish.add_person = true;
    flow.space(ui.px(10));
    if (choice_card(
            ui, flow, Icon::target, session.text("goal_start.first"), session.text("goal_start.first_text")))
        session.wish.start_goal = true;
    flow.space(ui.px(10));
    if (choice_card(ui, flow, Icon::eye, session.text("first.sample"), session.text("first.sample_text"))) {
        auto sample = sample_network(ui.today(), session.random);
        if (!sample)
            session.say(ui.text(sample.error()));
        else if (session.commit(std::move(*sample), std::string(session.text("sample.added"))))
            session.go(PlaceId::people);
    }
    page.y = flow.y;
    end_scroll(ui, page);
    ui.tree().close();
}

}  // namespace kith::ui
