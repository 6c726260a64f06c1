#include "planning/agenda/put_off.h"

#include "model/fields.h"
#include "workspace/settings.h"

namespace kith {

namespace {

std::optional<Day> day_in(const Workspace& workspace, RecordId record, Day today) {
    const auto date = parse_iso_date(workspace.text(record, setting::value));
    const auto day = date ? date->to_day() : std::nullopt;
    return day && *day > today ? day : std::nullopt;
}

/// The same for the same item on every device, whatever its words.
FamilySettingName setting_name(const AgendaItem& item) {
    std::string about(key_of(item.kind));
    about += "." + to_string(item.record);
    if (item.element) about += "." + to_string(item.element);
    return settings::put_off.of(about);
}

}  // namespace

void put_off(Draft& draft, const Workspace& workspace, const AgendaItem& item, Day until) {
    if (item.kind == AgendaKind::due_contact) return snooze_until(draft, item.record, until);
    write_setting(draft, workspace, setting_name(item), to_iso(until));
}

std::optional<Day> put_off_until(const Workspace& workspace, const AgendaItem& item, Day today) {
    const RecordId record = setting_record(setting_name(item));
    return workspace.live(record) ? day_in(workspace, record, today) : std::nullopt;
}

bool anything_put_off(const Workspace& workspace, Day today) {
    bool any = false;
    workspace.for_each(Kind::setting, [&](RecordId record) {
        any |= settings::put_off.about(workspace.text(record, setting::name)) &&
            day_in(workspace, record, today).has_value();
    });
    return any;
}

}  // namespace kith
