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
    Kept<bool, std::uint64_t> has_sample;  // from the workspace's revision
};
void draw_settings(Session& session, SettingsState& state, SettingsDialogs dialogs, ImRect area);

}  // namespace kith::ui
