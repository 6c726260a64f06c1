#include "ui/session/long_step.h"

#include "ui/session/session.h"
#include "widgets/widgets.h"

namespace kith::ui {

bool work_on_long_step(Session& session) {
    session.ui.keep_moving();
    if (session.long_step->work.step(session.ui.most_of_a_frame(800))) return true;
    // What follows may begin another.
    const std::unique_ptr<LongStep> done = std::move(session.long_step);
    if (done->then) done->then();
    return static_cast<bool>(session.long_step);
}

void draw_long_step(Session& session, ImRect area) {
    Ui& ui = session.ui;
    const LongStep& step = *session.long_step;
    ui.open_group(Role::main, step.title, area);
    const float side = ui.phone() ? grid::screen_phone : grid::screen;
    const ScrollOptions options{.side = side, .top = 20, .most_width = 720};
    Flow flow = begin_scroll(ui, "long step", area, options);
    heading(ui, flow.take(ui.line(Type::title)), step.title, 1, Type::title);
    paragraph(ui, flow, session.text(step.progress.settled ? "step.settled" : "step.open"), Type::body,
        Colour::muted);
    flow.space(ui.px(16));
    const ImRect bar = flow.take(ui.px(8));
    progress_bar(ui, {bar.Min.x, bar.Min.y, std::min(bar.Max.x, bar.Min.x + ui.px(480)), bar.Max.y},
        step.title, static_cast<float>(step.progress.part));
    flow.space(ui.px(16));
    const bool stopped =
        button(ui, flow, {.label = session.text("files.stop"), .disabled = step.progress.settled});
    end_scroll(ui, flow, options);
    ui.tree().close();
    if (!stopped) return;
    session.long_step.reset();
    session.say(std::string(session.text("step.stopped")));
}

}  // namespace kith::ui
