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

    explicit TextField(Events events);
    TextField(const TextField&) = delete;

    /// In a frame, each frame, while a field is edited.
    void edit(const ui::TextEdit& edit);
    void end();

    /// After the frame's mirror: shows, moves or takes away the real field. No call if nothing changed.
    void show();

    // Called from JavaScript.
    void event(ImGuiID field, ui::TextEvent event, std::string_view text) { events_(field, event, text); }

private:
    Events events_;
    FieldLook wanted_, shown_;
    std::string name_, text_, placeholder_;
    std::string shown_name_, shown_placeholder_;
};

}  // namespace kith::browser
