// Settings are records, so that they travel with a backup and are undone like everything else. A setting's id
// follows from its name: the same on every device.
#pragma once

#include <string_view>

#include "workspace/setting_names.h"
#include "workspace/workspace.h"

namespace kith {

RecordId setting_record(SettingName name);
/// Its value; empty if it was never set.
std::string_view setting_text(const Workspace& workspace, SettingName name);

/// Sets it in a draft. An empty value clears it.
void write_setting(Draft& draft, const Workspace& workspace, SettingName name, std::string_view value);
/// One setting changed by hand. An empty draft if it has that value already.
Draft change_setting(const Workspace& workspace, SettingName name, std::string_view value);

}  // namespace kith
