#include "workspace/trash.h"

#include <algorithm>
#include <array>
#include <boost/unordered/unordered_flat_map.hpp>
#include <utility>

#include "model/fields.h"

namespace kith {

namespace {

constexpr std::array belonging{
    Belonging{affiliation::person},
    Belonging{affiliation::organisation},
    Belonging{tie::a},
    Belonging{tie::b},
    Belonging{interaction::people, true},
    Belonging{favour::person},
    Belonging{mentorship::person},
    Belonging{celebration::person},
    Belonging{milestone::goal},
    Belonging{action::goal},
};

bool names_alone(const Workspace& workspace, RecordId record, FieldId field, RecordId owner) {
    bool alone = true;
    workspace.for_each_element(record, field, [&](const Element& element) {
        const RecordId other = element.value.as_reference();
        alone = alone && (other == owner || !workspace.live(other));
    });
    return alone;
}

/// The transaction that put a record into the trash.
std::uint32_t trashed_by(const Workspace& workspace, RecordId record) {
    return workspace.history_of(record, state_field(kind_of(record))).front().transaction;
}

bool belongs_to(const Workspace& workspace, RecordId record, RecordId owner) {
    return std::ranges::any_of(belonging, [&](const Belonging& way) {
        if (way.field.kind() != kind_of(record)) return false;
        bool named = false;
        workspace.for_each_element(record, way.field,
            [&](const Element& element) { named = named || element.value.as_reference() == owner; });
        return named;
    });
}

/// Those it belongs to that went to the trash in the same step and are there still.
std::vector<RecordId> owners_along(const Workspace& workspace, RecordId record) {
    std::vector<RecordId> owners;
    const std::uint32_t step = trashed_by(workspace, record);
    for (const Belonging& way : belonging) {
        if (way.field.kind() != kind_of(record)) continue;
        workspace.for_each_element(record, way.field, [&](const Element& element) {
            const RecordId owner = element.value.as_reference();
            const bool along =
                workspace.state(owner) == RecordState::trashed && trashed_by(workspace, owner) == step;
            if (along && !std::ranges::contains(owners, owner)) owners.push_back(owner);
        });
    }
    return owners;
}

}  // namespace

std::span<const Belonging> ways_to_belong() {
    return belonging;
}

std::vector<RecordId> belongings(const Workspace& workspace, RecordId record) {
    std::vector<RecordId> found;
    for (const Belonging& way : belonging) {
        for (const RecordId part : workspace.referrers(record, way.field)) {
            if (way.alone && !names_alone(workspace, part, way.field, record)) continue;
            if (!std::ranges::contains(found, part)) found.push_back(part);
        }
    }
    return found;
}

void trash_whole(Draft& draft, const Workspace& workspace, RecordId record) {
    draft.trash(record);
    for (const RecordId part : belongings(workspace, record))
        draft.trash(part);
}

std::vector<RecordId> went_along(const Workspace& workspace, RecordId record) {
    std::vector<RecordId> found;
    if (workspace.state(record) != RecordState::trashed) return found;
    const std::uint32_t step = trashed_by(workspace, record);
    FrameReader reader(workspace.transactions()[step].frame);
    reader.next();
    for (Change change; reader.next_change(change);) {
        const bool candidate = change.field.number() == 0 && change.record != record &&
            workspace.state(change.record) == RecordState::trashed &&
            belongs_to(workspace, change.record, record);
        if (candidate && trashed_by(workspace, change.record) == step) found.push_back(change.record);
    }
    return found;
}

bool is_along(const Workspace& workspace, RecordId record) {
    return workspace.state(record) == RecordState::trashed && !owners_along(workspace, record).empty();
}

std::vector<Deleted> deleted(const Workspace& workspace) {
    std::vector<Deleted> found;
    boost::unordered_flat_map<RecordId, std::vector<RecordId>, IdHash> along;
    for (const RecordId record : all_trashed(workspace)) {
        const std::vector<RecordId> owners = owners_along(workspace, record);
        for (const RecordId owner : owners)
            along[owner].push_back(record);
        if (owners.empty()) found.push_back({record, workspace.changed_at(record), {}});
    }
    for (Deleted& each : found) {
        if (const auto parts = along.find(each.record); parts != along.end())
            each.along = std::move(parts->second);
    }
    std::ranges::stable_sort(found, std::ranges::greater{}, &Deleted::at);
    return found;
}

void restore_whole(Draft& draft, const Workspace& workspace, RecordId record) {
    draft.restore(record);
    for (const RecordId part : went_along(workspace, record))
        draft.restore(part);
}

std::vector<RecordId> all_trashed(const Workspace& workspace) {
    std::vector<RecordId> found;
    for (const KindSpec& kind : all_kinds()) {
        for (const RecordId record : workspace.all(kind.kind)) {
            if (workspace.state(record) == RecordState::trashed) found.push_back(record);
        }
    }
    return found;
}

void erase(Draft& draft, const Workspace& workspace, RecordId record) {
    const FieldId state = state_field(kind_of(record));
    workspace.for_each_value(record, [&](FieldId field, const Element& element) {
        if (field != state) draft.remove(record, field, element.id);
    });
    draft.set(record, state, Value::integer(static_cast<int>(RecordState::erased)));
}

Draft delete_whole(Message label, const Workspace& workspace, std::span<const RecordId> records) {
    Draft draft(std::move(label));
    for (const RecordId record : records)
        trash_whole(draft, workspace, record);
    return draft;
}

Draft delete_alone(RecordId record, std::string_view title) {
    Draft draft({"change.trash_record", {std::string(title)}});
    draft.trash(record);
    return draft;
}

Draft bring_back(const Workspace& workspace, RecordId record, std::string_view title) {
    Draft draft({"change.restore", {std::string(title)}});
    restore_whole(draft, workspace, record);
    return draft;
}

Draft empty_trash(const Workspace& workspace) {
    const std::vector<RecordId> records = all_trashed(workspace);
    Draft draft({"change.empty_trash", {records.size()}});
    for (const RecordId record : records)
        erase(draft, workspace, record);
    return draft;
}

}  // namespace kith
