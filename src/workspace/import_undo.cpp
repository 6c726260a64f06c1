#include "workspace/import_undo.h"

#include <algorithm>
#include <utility>

#include "base/assertion.h"
#include "model/fields.h"
#include "workspace/joinings.h"
#include "workspace/origins.h"
#include "workspace/step_labels.h"
#include "workspace/trash.h"

namespace kith {

namespace {

using Values = std::span<const PastValue>;  // of a register, the newest first

constexpr unsigned slice = 64;  // records between pauses

bool is_state(FieldId field) {
    return field.number() == 0;
}

Value state_value(RecordState state) {
    return Value::integer(static_cast<int>(state));
}

class Planning {
public:
    Planning(const Workspace& workspace, ImportUndo& plan, double& part)
        : workspace_(workspace), origins_(workspace), plan_(plan), part_(part), steps_{plan.import} {}

    Slices run() {
        co_await find_made();
        part_ = 0.2;
        co_await find_joined();
        part_ = 0.3;
        co_await put_back();
        part_ = 0.5;
        co_await let_go();
        co_await let_organisations_go();
        co_await loosen();
        part_ = 0.7;
        co_await look_for_edits();
        part_ = 0.8;
        co_await write();
        part_ = 1;
    }

private:
    using Place = std::pair<FieldId, ElementId>;
    /// What a record that stays is to hold instead.
    struct Put {
        FieldId field;
        ElementId element;
        Value value;
    };

    const Workspace& workspace_;
    const Origins origins_;
    ImportUndo& plan_;
    double& part_;
    Steps steps_;                 // that go back
    Steps never_;                 // those, and all that were undone before
    std::vector<RecordId> made_;  // by the import
    RecordSet is_made_;
    std::vector<RecordId> gone_;  // made by it, or along with those
    RecordSet is_gone_;
    std::vector<RecordId> put_records_;  // that are to hold something else
    boost::unordered_flat_map<RecordId, std::vector<Put>, IdHash> put_;
    std::vector<RecordId> name_gone_;  // those of the rest that name somebody who goes, and stay
    RecordSet is_naming_;

    bool goes_back(Values values, std::size_t from) const {
        return from != Origins::nothing && steps_.contains(values[from].transaction);
    }
    Stamp stamp_of(std::uint32_t step) const { return workspace_.transactions()[step].stamp; }

    // ---- What the import made, and who was joined since ------------------------------------------------

    /// Settings are no records to anybody: each of their values stands for itself.
    Slices find_made() {
        Pieces pieces(slice);
        FrameReader reader(workspace_.transactions()[plan_.import].frame);
        reader.next();
        for (Change change; reader.next_change(change);) {
            if (!is_state(change.field) || kind_of(change.record) == Kind::setting) continue;
            const bool first =
                workspace_.history_of(change.record, change.field).back().transaction == plan_.import;
            if (first && change.value == state_value(RecordState::live) &&
                is_made_.insert(change.record).second)
                made_.push_back(change.record);
            if (pieces.done()) co_await next_slice;
        }
    }

    /// One after the other as they came: a joining may rest on one before it.
    Slices find_joined() {
        std::vector<HistoryEntry> entries = history_entries(workspace_);
        co_await next_slice;
        for (const HistoryEntry& entry : entries) {
            if (entry.undone) never_.insert(entry.transaction);
        }
        never_.insert(plan_.import);
        Pieces pieces(slice);
        std::ranges::reverse(entries);
        for (const HistoryEntry& entry : entries) {
            if (pieces.done()) co_await next_slice;
            const TransactionInfo& info = workspace_.transactions()[entry.transaction];
            const bool since = !entry.undone && info.stamp > stamp_of(plan_.import);
            if (!since || !is_joining(info)) continue;
            const GoingBack back{workspace_, origins_, steps_, is_made_};
            if (!joining_rests_on(back, entry.transaction)) continue;
            steps_.insert(entry.transaction);
            never_.insert(entry.transaction);
            plan_.joined.push_back(entry.transaction);
        }
    }

    // ---- What is as it was before ------------------------------------------------------------------------

    void put(RecordId record, const Put& value) {
        const auto [at, is_new] = put_.try_emplace(record);
        if (is_new) put_records_.push_back(record);
        const auto same = std::ranges::find_if(at->second,
            [&](const Put& one) { return one.field == value.field && one.element == value.element; });
        if (same != at->second.end())
            *same = value;
        else
            at->second.push_back(value);
    }

    Slices put_back() {
        std::vector<std::pair<RecordId, Place>> registers;
        Pieces pieces(slice * 8);
        std::vector<std::uint32_t> steps{plan_.import};
        steps.insert(steps.end(), plan_.joined.begin(), plan_.joined.end());
        for (const std::uint32_t step : steps) {
            FrameReader reader(workspace_.transactions()[step].frame);
            reader.next();
            for (Change change; reader.next_change(change);) {
                if (!is_made_.contains(change.record))
                    registers.emplace_back(change.record, Place(change.field, change.element));
                if (pieces.done()) co_await next_slice;
            }
        }
        std::ranges::sort(registers);
        registers.erase(std::ranges::unique(registers).begin(), registers.end());
        co_await next_slice;
        for (std::size_t i = 0; i < registers.size();) {
            std::size_t end = i;
            while (end < registers.size() && registers[end].first == registers[i].first)
                ++end;
            put_back(std::span(registers).subspan(i, end - i));
            i = end;
            if (pieces.done()) co_await next_slice;
        }
    }

    void put_back(std::span<const std::pair<RecordId, Place>> registers) {
        const RecordId record = registers.front().first;
        const RegisterHistory history(workspace_, record);
        std::vector<Put> found;
        bool edited = false;
        for (const auto& [of, place] : registers) {
            const auto& [field, element] = place;
            const FieldSpec* spec = find_field(field);
            if (spec == nullptr) continue;  // a newer version's
            const Values values = history.of(field, element);
            if (goes_back(values, origins_.written(values, 0))) {
                const std::size_t before = origins_.without(values, 0, never_);
                found.push_back(
                    {field, element, before != Origins::nothing ? values[before].value : Value{}});
            } else {
                edited = edited || (!values.front().value.empty() && !is_state(field));
            }
        }
        const bool is_setting = kind_of(record) == Kind::setting;
        if (is_setting && edited) return;  // answered again since
        if (edited && workspace_.live(record)) plan_.kept.push_back(record);
        for (const Put& value : found)
            put(record, value);
    }

    // ---- Who goes ----------------------------------------------------------------------------------------

    bool live_after(RecordId record) const {
        if (is_gone_.contains(record)) return false;
        const auto at = put_.find(record);
        if (at == put_.end()) return workspace_.live(record);
        const auto state =
            std::ranges::find_if(at->second, [](const Put& one) { return is_state(one.field); });
        return state == at->second.end() ? workspace_.live(record)
                                         : state->value == state_value(RecordState::live);
    }

    /// `visit(FieldId, ElementId, RecordId)` for whatever a record will name.
    template <typename Visit>
    void for_each_named(RecordId record, Visit visit) const {
        const auto at = put_.find(record);
        const auto visit_if_reference = [&](FieldId field, ElementId element, Value value) {
            if (value.type() == ValueType::reference) visit(field, element, value.as_reference());
        };
        workspace_.for_each_value(record, [&](FieldId field, const Element& element) {
            const bool is_put = at != put_.end() && std::ranges::any_of(at->second, [&](const Put& one) {
                return one.field == field && one.element == element.id;
            });
            if (!is_put) visit_if_reference(field, element.id, element.value);
        });
        if (at == put_.end()) return;
        for (const Put& one : at->second)
            visit_if_reference(one.field, one.element, one.value);
    }

    /// Whom a plain field named before it named somebody who goes; nobody if there is none.
    RecordId named_before(RecordId record, FieldId field) const {
        const RegisterHistory history(workspace_, record);
        const Values values = history.of(field, ElementId{});
        std::size_t at = origins_.without(values, 0, never_);
        for (; at != Origins::nothing; at = origins_.without(values, at + 1, never_)) {
            const RecordId named = values[at].value.as_reference();
            if (kind_of(named) == Kind::none) return {};  // there was a time when it named nobody
            if (!is_made_.contains(named) && live_after(named)) return named;
        }
        return {};
    }

    /// Whether a record says nothing once those who go are gone.
    bool goes_along(RecordId record) const {
        return std::ranges::any_of(ways_to_belong(), [&](const Belonging& way) {
            if (way.field.kind() != kind_of(record)) return false;
            bool names_gone = false, names_other = false;
            for_each_named(record, [&](FieldId field, ElementId element, RecordId named) {
                if (field != way.field) return;
                if (!is_gone_.contains(named))
                    names_other = names_other || live_after(named);
                else if (!element && named_before(record, field))
                    names_other = true;
                else
                    names_gone = true;
            });
            return names_gone && !names_other;
        });
    }

    void go(RecordId record) {
        if (is_gone_.insert(record).second) gone_.push_back(record);
    }

    /// All that the import made but organisations, and what says nothing without those.
    Slices let_go() {
        Pieces pieces(slice);
        for (const RecordId record : made_) {
            if (kind_of(record) != Kind::organisation) go(record);
        }
        for (std::size_t named = 0; named < gone_.size();) {
            for (; named < gone_.size(); ++named) {
                for (const RecordId record : workspace_.referrers(gone_[named]))
                    note_if_naming(record);
                if (pieces.done()) co_await next_slice;
            }
            for (const RecordId record : put_records_) {
                note_if_naming(record);
                if (pieces.done()) co_await next_slice;
            }
            // Those who stayed when it was looked at last may go with those who went since.
            for (std::size_t i = 0; i < name_gone_.size(); ++i) {
                if (live_after(name_gone_[i]) && goes_along(name_gone_[i])) go(name_gone_[i]);
                if (pieces.done()) co_await next_slice;
            }
        }
    }

    void note_if_naming(RecordId record) {
        if (is_gone_.contains(record) || is_naming_.contains(record)) return;
        bool naming = false;
        for_each_named(
            record, [&](FieldId, ElementId, RecordId named) { naming = naming || is_gone_.contains(named); });
        if (naming && is_naming_.insert(record).second) name_gone_.push_back(record);
    }

    /// Whoever was entered since as working there would have made it too.
    Slices let_organisations_go() {
        Pieces pieces(slice);
        std::vector<RecordId> unused;
        for (const RecordId record : made_) {
            if (kind_of(record) == Kind::organisation) unused.push_back(record);
        }
        RecordSet is_unused(unused.begin(), unused.end());
        // Who comes back to life, or names it anew, is not among those who name it now.
        boost::unordered_flat_map<RecordId, std::vector<RecordId>, IdHash> will_be_named;
        for (const RecordId record : put_records_) {
            if (pieces.done()) co_await next_slice;
            for_each_named(record, [&](FieldId, ElementId, RecordId named) {
                if (is_unused.contains(named)) will_be_named[named].push_back(record);
            });
        }
        for (bool again = true; again;) {
            again = false;
            for (const RecordId organisation : unused) {
                if (pieces.done()) co_await next_slice;
                if (!is_unused.contains(organisation)) continue;
                if (!workspace_.live(organisation) && !was_joined_away(organisation)) continue;
                std::vector<RecordId> naming = workspace_.referrers(organisation);
                if (const auto anew = will_be_named.find(organisation); anew != will_be_named.end())
                    naming.insert(naming.end(), anew->second.begin(), anew->second.end());
                const bool used = std::ranges::any_of(naming, [&](RecordId by) {
                    return live_after(by) && !is_unused.contains(by) && will_name(by, organisation);
                });
                if (!used) continue;
                is_unused.erase(organisation);
                plan_.used.push_back(organisation);
                part_again(organisation);
                again = true;
            }
        }
        for (const RecordId organisation : unused) {
            if (pieces.done()) co_await next_slice;
            if (!is_unused.contains(organisation)) continue;
            go(organisation);
            for (const RecordId record : workspace_.referrers(organisation))
                note_if_naming(record);
            if (const auto anew = will_be_named.find(organisation); anew != will_be_named.end())
                std::ranges::for_each(anew->second, [&](RecordId record) { note_if_naming(record); });
        }
    }

    /// Whether it is in the trash because of a joining that goes back.
    bool was_joined_away(RecordId organisation) const {
        const RegisterHistory history(workspace_, organisation);
        const Values states = history.of(state_field(Kind::organisation), ElementId{});
        return !states.empty() && is_of_joinings(states, origins_.written(states, 0));
    }
    bool is_of_joinings(Values values, std::size_t from) const {
        return goes_back(values, from) && values[from].transaction != plan_.import;
    }
    /// What the joinings wrote into an organisation that the import made, and that stays, is as it was before them.
    void part_again(RecordId organisation) {
        Steps never = never_;
        never.erase(plan_.import);
        RegisterHistory(workspace_, organisation).for_each([&](Values values) {
            const PastValue& latest = values.front();
            if (find_field(latest.field) == nullptr || !is_of_joinings(values, origins_.written(values, 0)))
                return;
            const std::size_t before = origins_.without(values, 0, never);
            put(organisation,
                {latest.field, latest.element, before != Origins::nothing ? values[before].value : Value{}});
        });
    }

    bool will_name(RecordId record, RecordId wanted) const {
        bool found = false;
        for_each_named(record, [&](FieldId, ElementId, RecordId named) { found = found || named == wanted; });
        return found;
    }

    /// Those who stay name nobody who is gone.
    Slices loosen() {
        Pieces pieces(slice);
        for (const RecordId record : name_gone_) {
            if (pieces.done()) co_await next_slice;
            if (is_gone_.contains(record)) continue;
            std::vector<Put> instead;
            for_each_named(record, [&](FieldId field, ElementId element, RecordId named) {
                if (!is_gone_.contains(named) || find_field(field) == nullptr) return;
                const RecordId before = element ? RecordId{} : named_before(record, field);
                instead.push_back({field, element, before ? Value::reference(before) : Value{}});
            });
            for (const Put& value : instead)
                put(record, value);
            if (!instead.empty() && live_after(record)) plan_.loosened.push_back(record);
        }
    }

    // ---- What is said, and written -----------------------------------------------------------------------

    bool was_edited(RecordId record) const {
        if (workspace_.changed_at(record) <= stamp_of(plan_.import)) return false;
        bool edited = false;
        RegisterHistory(workspace_, record).for_each([&](Values values) {
            const FieldSpec* field = find_field(values.front().field);
            if (edited || field == nullptr || field->has(hidden) || values.front().value.empty()) return;
            const std::size_t from = origins_.written(values, 0);
            edited = from != Origins::nothing && !steps_.contains(values[from].transaction);
        });
        return edited;
    }

    Slices look_for_edits() {
        Pieces pieces(slice);
        for (const RecordId record : gone_) {
            if (pieces.done()) co_await next_slice;
            if (!workspace_.live(record)) continue;
            if (!is_made_.contains(record))
                plan_.along.push_back(record);
            else if (was_edited(record))
                plan_.edited.push_back(record);
        }
    }

    Message label() const {
        const Message import = Workspace::label_of(workspace_.transactions()[plan_.import]);
        std::vector<Stamp> undone{stamp_of(plan_.import)};
        for (const std::uint32_t step : plan_.joined)
            undone.push_back(stamp_of(step));
        return label_of_undone_import(
            import.arguments.empty() ? std::string_view{} : import.arguments.front().text, undone);
    }

    Slices write() {
        Pieces pieces(slice);
        plan_.draft = Draft(label());
        for (const RecordId record : gone_) {
            if (pieces.done()) co_await next_slice;
            plan_.draft.clear(record, state_field(kind_of(record)));
            if (is_made_.contains(record)) write_empty(record);
        }
        for (const RecordId record : put_records_) {
            if (pieces.done()) co_await next_slice;
            if (is_gone_.contains(record)) continue;
            // Its state beside the rest, though it is the same: what is in the trash is written to as well.
            const FieldId state = state_field(kind_of(record));
            plan_.draft.set(record, state, workspace_.get(record, state));
            for (const Put& value : put_.find(record)->second)
                plan_.draft.change({record, value.field, value.element, value.value});
        }
    }

    void write_empty(RecordId record) {
        workspace_.for_each_value(record, [&](FieldId field, const Element& element) {
            if (!is_state(field) && find_field(field) != nullptr)
                plan_.draft.remove(record, field, element.id);
        });
    }
};

}  // namespace

bool is_import_to_undo(const Workspace& workspace, const HistoryEntry& entry) {
    return workspace.transactions()[entry.transaction].kind == TransactionKind::import && !entry.undone &&
        workspace.reaches(entry.transaction);
}

Slices plan_import_undo(const Workspace& workspace, std::uint32_t import, ImportUndo& plan, double& part) {
    KITH_ASSERT(import < workspace.transactions().size());
    plan = {};
    plan.import = import;
    plan.revision = workspace.revision();
    Planning planning(workspace, plan, part);
    co_await planning.run();
}

ImportUndo plan_import_undo(const Workspace& workspace, std::uint32_t import) {
    ImportUndo plan;
    double part = 0;
    plan_import_undo(workspace, import, plan, part).finish();
    return plan;
}

}  // namespace kith
