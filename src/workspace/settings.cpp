#include "workspace/settings.h"

#include "model/fields.h"

namespace kith {

RecordId setting_record(SettingName name) {
    return make_record_id(Kind::setting, hash_text(name.text()));
}

std::string_view setting_text(const Workspace& workspace, SettingName name) {
    const RecordId record = setting_record(name);
    return workspace.live(record) ? workspace.text(record, setting::value) : std::string_view{};
}

void write_setting(Draft& draft, const Workspace& workspace, SettingName name, std::string_view value) {
    const RecordId record = setting_record(name);
    if (!workspace.live(record)) {
        draft.create(record);
        draft.set_text(record, setting::name, name.text());
    }
    draft.set_text(record, setting::value, value);
}

Draft change_setting(const Workspace& workspace, SettingName name, std::string_view value) {
    Draft draft({"change.setting", {}});
    if (setting_text(workspace, name) != value) write_setting(draft, workspace, name, value);
    return draft;
}

}  // namespace kith
