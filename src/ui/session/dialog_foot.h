// The foot of a dialog: what is done by it, and to leave it as it was.
//
//     DialogFoot foot(session, flow, {.label = …, .kind = ButtonKind::primary, .shortcut = "Control+Enter"});
//     …                                       // other buttons, from the start of foot.line
//     switch (foot.answer()) …
#pragma once

#include "ui/session/session.h"

namespace kith::ui {

enum class DialogAnswer : std::uint8_t { none, done, cancelled };

class DialogFoot {
public:
    /// Takes its place. What `done` says must stay until it has answered.
    DialogFoot(Session& session, Flow& flow, const Button& done);

    Line line;  // what room is left beside the two

    /// Draws the two. `done` also by the keys, if it has a shortcut.
    DialogAnswer answer();

private:
    Session& session_;
    Button done_, cancel_;
    ImRect done_area_, cancel_area_;
};

/// "Save", as most forms have it.
Button save_button(const Session& session);

}  // namespace kith::ui
