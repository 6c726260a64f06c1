// The text field that is being edited, as a real one. The screens draw fields; the moment one is
// edited, its element in the mirror (a real input or textarea all along) is laid over the drawing,
// made visible and given the focus. So input methods, autocorrect, spelling, right-to-left text,
// phone keyboards, native undo and screen readers all work, because nothing imitates them.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "browser/border.h"
#include "ui/app/app.h"

namespace kith::browser {

class TextField {
public:
    using Events = std::function<void(ImGuiID field, ui::TextEvent event, std::string_view text)>;

    using FieldAt = std::function<ImGuiID(ImVec2)>;

    /// `field_at`: the field that lies there.
    TextField(Events events, FieldAt field_at);
    TextField(const TextField&) = delete;

    /// In a frame, each frame, while a field is edited.
    void edit(const ui::TextEdit& edit);
    void end();

    /// After the frame's mirror: shows, moves or takes away the real field. No call if nothing changed.
    void show();

    // Called from JavaScript.
    void event(ImGuiID field, ui::TextEvent event, std::string_view text) { events_(field, event, text); }
    ImGuiID field_at(ImVec2 place) { return field_at_(place); }

private:
    Events events_;
    FieldAt field_at_;
    FieldLook wanted_, shown_;
    std::string name_, text_, placeholder_;
    std::string shown_name_, shown_placeholder_;
};

}  // namespace kith::browser
