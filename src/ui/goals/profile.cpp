#include "ui/goals/profile.h"

#include "planning/messages/profile.h"
#include "widgets/widgets.h"
#include "workspace/names.h"

namespace kith::ui {

void draw_profile(Session& session, ProfileDialog& dialog) {
    Ui& ui = session.ui;
    if (session.wish.profile) {
        dialog = {.open = true, .lacks_self = !self(session.workspace)};
        for (const Message& line : profile_lines(session.workspace, *session.wish.profile))
            dialog.text += ui.text(line) + "\n";
        session.wish.profile.reset();
    }
    Flow flow;
    if (!begin_dialog(ui, session.text("profile.title"), 600, dialog.open, flow)) return;
    paragraph(ui, flow, session.text("profile.text"), Type::small, Colour::muted);
    flow.space(ui.px(12));
    if (dialog.lacks_self) {
        notice(ui, flow, TagKind::note, session.text("profile.no_self"));
        flow.space(ui.px(12));
    }
    const std::string_view name = session.text("profile.name");
    text_field(ui, labelled(ui, flow, name, text_area_height(ui, dialog.text, flow.width, 7, 16)),
        {.name = name, .placeholder = session.text("profile.empty"), .multiline = true, .select_all = false},
        dialog.text);
    flow.space(ui.px(16));
    Line line(flow.take(ui.control()));
    const Button copy{.label = session.text("message.copy"),
        .icon = Icon::copy,
        .kind = ButtonKind::primary,
        .disabled = dialog.text.empty()};
    const Button close{.label = session.text("guide.close")};
    const ImRect copy_area = line.end(button_width(ui, copy), ui.px(8));
    if (button(ui, line.end(button_width(ui, close)), close)) dialog.open = false;
    if (button(ui, copy_area, copy)) {
        ui.host().copy(dialog.text);
        session.say(std::string(session.text("message.copied")));
        dialog.open = false;
    }
    end_dialog(ui, flow);
}

}  // namespace kith::ui
