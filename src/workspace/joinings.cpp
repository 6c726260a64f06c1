#include "workspace/joinings.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "model/fields.h"
#include "workspace/setting_names.h"

namespace kith {

namespace {

using Values = std::span<const PastValue>;  // of a register, the newest first

bool is_state(FieldId field) {
    return field.number() == 0;
}

bool can_be_joined(RecordId record) {
    return kind_of(record) == Kind::person || kind_of(record) == Kind::organisation;
}

/// The two that a setting says are one; nothing if it is about something else.
std::optional<std::pair<RecordId, RecordId>> said_to_be_one(const Workspace& workspace, RecordId setting) {
    const auto about = settings::the_same.about(workspace.text(setting, setting::name));
    const std::size_t space = about ? about->find(' ') : std::string_view::npos;
    if (space == std::string_view::npos) return std::nullopt;
    return std::pair(RecordId{from_hex(about->substr(0, space)).value_or(0)},
        RecordId{from_hex(about->substr(space + 1)).value_or(0)});
}

class Joining {
public:
    Joining(const GoingBack& back, std::uint32_t joining) : back_(back), joining_(joining) {}

    bool rests() const {
        const std::vector<Change> changes = read_changes();
        const Value trashed = Value::integer(static_cast<int>(RecordState::trashed));
        std::vector<RecordId> into_trash;
        RecordSet joined;
        for (const Change& change : changes) {
            if (can_be_joined(change.record) && back_.made.contains(change.record)) return true;
            if (kind_of(change.record) == Kind::setting) {
                if (const auto said = said_to_be_one(back_.workspace, change.record))
                    joined.insert({said->first, said->second});
            }
            if (is_state(change.field) && change.value == trashed) into_trash.push_back(change.record);
        }
        if (std::ranges::any_of(joined, [&](RecordId record) { return back_.made.contains(record); }))
            return true;
        if (std::ranges::any_of(
                into_trash, [&](RecordId record) { return gave_way_to_made(record, joined); }))
            return true;
        const auto goes_anyway = [&](const Change& change) { return back_.made.contains(change.record); };
        for (const Change& change : changes) {
            if (!goes_anyway(change) && wrote_over_steps(change)) return true;
        }
        for (const RecordId from : into_trash) {
            const RegisterHistory history(back_.workspace, from);
            for (const Change& change : changes) {
                const bool other = change.record != from && kind_of(change.record) == kind_of(from);
                if (other && !goes_anyway(change) && took_over(change, history)) return true;
            }
        }
        return false;
    }

private:
    const GoingBack& back_;
    std::uint32_t joining_;

    bool goes_back(Values values, std::size_t from) const {
        return from != Origins::nothing && back_.steps.contains(values[from].transaction);
    }
    Stamp stamp_of(std::uint32_t step) const { return back_.workspace.transactions()[step].stamp; }

    std::vector<Change> read_changes() const {
        std::vector<Change> changes;
        FrameReader reader(back_.workspace.transactions()[joining_].frame);
        reader.next();
        for (Change change; reader.next_change(change);)
            changes.push_back(change);
        return changes;
    }

    /// A job or tie went into the trash because the import had made one that says the same of those who were joined.
    bool gave_way_to_made(RecordId record, const RecordSet& joined) const {
        if (can_be_joined(record) || back_.made.contains(record)) return false;
        const auto is_of_two = [&](RecordId named) { return joined.contains(named); };
        bool found = false;
        back_.workspace.for_each_value(record, [&](FieldId, const Element& element) {
            const RecordId end = element.value.as_reference();
            if (found || kind_of(end) == Kind::none || is_of_two(end)) return;
            found = std::ranges::any_of(back_.workspace.referrers(end), [&](RecordId other) {
                bool of_two = false;
                back_.workspace.for_each_value(other, [&](FieldId, const Element& named) {
                    of_two = of_two || is_of_two(named.value.as_reference());
                });
                return of_two && kind_of(other) == kind_of(record) && back_.made.contains(other);
            });
        });
        return found;
    }

    /// What the register held before the joining wrote into it was of the steps.
    bool wrote_over_steps(const Change& change) const {
        const RegisterHistory history(back_.workspace, change.record);
        const Values values = history.of(change.field, change.element);
        const auto own = std::ranges::find(values, joining_, &PastValue::transaction);
        const auto before = static_cast<std::size_t>(own - values.begin()) + 1;
        return before < values.size() && goes_back(values, back_.origins.written(values, before));
    }

    /// A change of the joining has what the steps had put into the other one of the two.
    bool took_over(const Change& change, const RegisterHistory& other) const {
        if (is_state(change.field)) return false;
        bool found = false;
        other.for_each([&](Values values) {
            if (found || values.front().field != change.field) return;
            std::size_t then = 0;
            while (then < values.size() && stamp_of(values[then].transaction) >= stamp_of(joining_))
                ++then;
            if (then == values.size() || values[then].value.empty()) return;
            // Of a list, the same thing; of a plain field, whatever was made of the two.
            const bool same = !change.element || values[then].value == change.value;
            found = same && goes_back(values, back_.origins.written(values, then));
        });
        return found;
    }
};

}  // namespace

bool joining_rests_on(const GoingBack& back, std::uint32_t joining) {
    return Joining(back, joining).rests();
}

}  // namespace kith
