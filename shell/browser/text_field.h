// The text field that is being edited, as a real one. The screens draw fields; the moment one is
// edited, its element in the mirror (a real input or textarea all along) is laid over the drawing,
// made visible and given the focus. So input methods, autocorrect, spelling, right-to-left text,
// phone keyboards, native undo and screen readers all work, because nothing imitates them.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

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
    /// What text_field.js reads, in this layout.
    struct Look {
        std::uint32_t id = 0, revision = 0;
        float bounds[4] = {};
        float clip[4] = {};
        float font_size = 0, line_height = 0;
        std::int32_t bold = 0, multiline = 0, invalid = 0, select_all = 0, kind = 0;
        std::uint32_t list = 0, option = 0;
        std::uint32_t colour = 0, caret = 0, hint = 0, selection = 0;
        bool operator==(const Look&) const = default;
    };

    Events events_;
    Look wanted_, shown_;
    std::string name_, text_, placeholder_;
    std::string shown_name_, shown_placeholder_;
};

}  // namespace kith::browser
