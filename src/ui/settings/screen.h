// Settings.
#pragma once

#include "ui/session/session.h"

namespace kith::ui {

struct ProtectionDialog;
struct PackingDialog;
struct SettingsDialogs {
    ProtectionDialog& protection;
    PackingDialog& packing;
};
struct SettingsState {
    std::uint64_t revision = ~std::uint64_t{0};  // of what follows
    bool has_sample = false;
};
void draw_settings(Session& session, SettingsState& state, SettingsDialogs dialogs, ImRect area);

}  // namespace kith::ui
