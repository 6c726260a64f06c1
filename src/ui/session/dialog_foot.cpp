#include "ui/session/dialog_foot.h"

namespace kith::ui {

DialogFoot::DialogFoot(Session& session, Flow& flow, const Button& done)
    : line(flow.take(session.ui.control())),
      session_(session),
      done_(done),
      cancel_({.label = session.text("form.cancel")}) {
    const Ui& ui = session.ui;
    done_area_ = line.end(button_width(ui, done_), ui.px(8));
    cancel_area_ = line.end(button_width(ui, cancel_), ui.px(8));
}

DialogAnswer DialogFoot::answer() {
    Ui& ui = session_.ui;
    const bool cancelled = button(ui, cancel_area_, cancel_);
    const bool pressed = button(ui, done_area_, done_);
    if (cancelled) return DialogAnswer::cancelled;
    const bool by_key = !done_.shortcut.empty() && !done_.disabled && ui.submitted();
    return pressed || by_key ? DialogAnswer::done : DialogAnswer::none;
}

Button save_button(const Session& session) {
    return {.label = session.text("form.save"), .kind = ButtonKind::primary, .shortcut = "Control+Enter"};
}

}  // namespace kith::ui
