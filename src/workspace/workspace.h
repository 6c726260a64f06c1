// What is now: all records, kept up to date from transactions. Everything that is read is read here, and
// nothing is written but by commit(), undo(), redo() and apply().
//
// Every register (record, field, element) keeps all the values it ever had, ordered by stamp; the latest
// counts. So applying any set of transactions in any order, any number of times, gives the same workspace,
// and history, undo and looking back need no second store.
//
// Memory: the bytes of the journal, once, with values pointing into them, and 32 bytes a register.
// Threads: one.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/assertion.h"
#include "base/error.h"
#include "base/ids.h"
#include "journal/stamp.h"
#include "journal/transaction.h"
#include "model/options.h"
#include "model/schema.h"
#include "model/value.h"

namespace kith {

/// One value that a register has or had.
struct Cell {
    ElementId element;
    std::uint64_t bits = 0;            // of inline values, or the address of the data
    std::uint32_t size = 0;            // of the data
    std::uint32_t transaction = 0;     // index into Workspace::transactions()
    std::uint32_t older = 0xffffffff;  // index of the value before it, none: all ones
    FieldId field;
    ValueType type = ValueType::none;

    Value value() const;
};

/// One element of a set or list.
struct Element {
    ElementId id;
    Value value;
};

/// What a transaction was, as history shows it.
struct TransactionInfo {
    Stamp stamp;
    TransactionKind kind = TransactionKind::edit;
    Stamp target;            // of undo and redo
    std::string_view frame;  // its bytes, for history and for writing
    std::uint32_t changes = 0;
};

/// One value that a field had, newest first in history_of.
struct PastValue {
    FieldId field;
    ElementId element;
    Value value;
    std::uint32_t transaction = 0;  // index into transactions()
};

/// What apply() did with a run of frames.
struct ApplyReport {
    std::size_t applied = 0;     // transactions that were new
    std::size_t known = 0;       // transactions that were here already
    std::size_t bytes_read = 0;  // up to the first damaged frame, or all
    bool damaged = false;        // the rest could not be read: it starts at bytes_read
    bool too_new = false;        // … because a newer Kith wrote it
};

/// What undo or redo did.
struct UndoReport {
    Message label;               // of the transaction that was undone or redone
    Stamp stamp;                 // of the new transaction
    std::size_t changed = 0;     // registers put back
    std::size_t left_alone = 0;  // registers that somebody changed since: kept as they are
};

/// What merge() did.
struct MergeReport {
    ApplyReport read;
    Stamp stamp;  // of the step that undo takes back; none if there was nothing new
};

/// How far a step that is done in slices has come.
struct StepProgress {
    double part = 0;       // 0 to 1
    bool settled = false;  // it can't be given up any more
};

struct StampHash {
    using is_avalanching = void;
    std::size_t operator()(const Stamp& stamp) const {
        return static_cast<std::size_t>(mix(stamp.ticks ^ mix(stamp.replica.value)));
    }
};

class Workspace {
public:
    explicit Workspace(ReplicaId replica);
    Workspace(const Workspace&) = delete;
    Workspace& operator=(const Workspace&) = delete;
    Workspace(Workspace&&) = default;
    Workspace& operator=(Workspace&&) = default;

    // Reading. Views stay valid as long as the workspace lives; ranges until the next change. -----------

    /// Absent for a record that was never mentioned. O(1). Its kind is kind_of(record).
    RecordState state(RecordId record) const;
    bool live(RecordId record) const { return state(record) == RecordState::live; }

    /// The current value of a plain field; empty if it has none. O(log fields).
    Value get(RecordId record, FieldId field) const;
    std::string_view text(RecordId record, FieldId field) const { return get(record, field).as_text(); }
    /// Options have names: `none` if the field is empty, `unknown` if a newer version wrote it.
    template <typename Names>
    Names choice(RecordId record, ChoiceField<Names> field) const {
        return field.option(text(record, FieldId(field)));
    }
    /// Whether a set has an option. O(log fields).
    template <typename Names>
    bool has(RecordId record, ChoiceSetField<Names> field, std::type_identity_t<Names> option) const {
        return has(record, field, element_of(field.key(option)));
    }
    bool has(RecordId record, FieldId field, ElementId element) const;
    PartialDate date(RecordId record, FieldId field) const { return get(record, field).as_date(); }
    RecordId reference(RecordId record, FieldId field) const { return get(record, field).as_reference(); }
    bool flag(RecordId record, FieldId field) const { return get(record, field).as_boolean(); }
    std::int64_t integer(RecordId record, FieldId field) const { return get(record, field).as_integer(); }

    /// The elements present in a collection: sets ordered by element id, rows by when they were added.
    std::vector<Element> elements(RecordId record, FieldId field) const;
    std::vector<std::string_view> texts(RecordId record, FieldId field) const;
    /// Present elements without allocating: `visit(Element)`, ordered by element id.
    template <typename Visit>
    void for_each_element(RecordId record, FieldId field, Visit visit) const;
    /// Everything a record holds at once: `visit(FieldId, Element)`, ordered by field and element id.
    template <typename Visit>
    void for_each_value(RecordId record, Visit visit) const;

    /// All records of a kind ever created, in the order they were first seen here, whatever their state.
    std::span<const RecordId> all(Kind kind) const;
    /// `visit(RecordId)` for live ones. O(records of the kind).
    template <typename Visit>
    void for_each(Kind kind, Visit visit) const;
    std::size_t count(Kind kind) const;  // live ones. O(1)
    /// Those that were ever marked as the user (person::self), first seen first. O(1).
    std::span<const RecordId> ever_self() const { return ever_self_; }
    /// Grows whenever something goes into the trash or comes out of it.
    std::uint64_t trash_revision() const { return trash_revision_; }

    /// Live records whose `field` (a reference or reference set) names `record`. O(references to it).
    std::vector<RecordId> referrers(RecordId record, FieldId field) const;
    /// All live records that refer to it by whatever field.
    std::vector<RecordId> referrers(RecordId record) const;

    /// Grows with every transaction; equal revisions mean nothing changed.
    std::uint64_t revision() const { return transactions_.size(); }

    /// The records touched since a cursor (0: everything ever), and the cursor to pass next time.
    /// A record may come more than once.
    std::span<const RecordId> touched_since(std::size_t cursor) const;
    std::size_t cursor() const { return touched_.size(); }

    // Writing -------------------------------------------------------------------------------------------

    /// Checks, stamps, encodes and applies a draft. Values must fit the schema (type, options, UTF-8, a
    /// live or new record): else conflict or bad_input, and nothing changed. Changes that change nothing
    /// are dropped; a draft of only such gives no transaction (an empty stamp). O(changes).
    Result<Stamp> commit(Draft draft, Instant now);
    /// The same in slices, for drafts of many thousand changes. Here and below: `result` and `progress` must
    /// stay until it is done; what was begun may be thrown away until it is settled, and then nothing has
    /// changed; from there on it is to be brought to its end, and until then what is read may be half of it.
    Slices commit(Draft draft, Instant now, Result<Stamp>& result, StepProgress& progress);

    /// Takes back, or does again, the last of this replica's own transactions. `conflict` if there is none.
    Result<UndoReport> undo(Instant now);
    Result<UndoReport> redo(Instant now);
    Slices undo(Instant now, Result<UndoReport>& result, StepProgress& progress);
    Slices redo(Instant now, Result<UndoReport>& result, StepProgress& progress);
    const TransactionInfo* next_undo();  // null: nothing to undo
    const TransactionInfo* next_redo();

    /// The later transactions that stand in the way of taking this one back: what it set was set again
    /// since, or something else now names a record that it made. Oldest first. O(changes of it × history).
    std::vector<std::uint32_t> depend_on(std::uint32_t transaction) const;
    /// Takes back one transaction out of the middle, of whatever replica. `conflict` if others depend on it.
    Result<UndoReport> undo_one(std::uint32_t transaction, Instant now);
    Slices undo_one(
        std::uint32_t transaction, Instant now, Result<UndoReport>& result, StepProgress& progress);
    /// How many changes a transaction made; a merge: with those that came in by it. O(transactions) for one.
    std::size_t size_of_step(std::uint32_t transaction) const;

    /// Says that these transactions, superseded before a moment, are about to be packed away: a step of its
    /// own.
    Stamp note_packing(Message label, std::span<const std::uint32_t> away, Instant moment, Instant now);
    /// What is older can't be looked back on or undone, since a part of it was packed away; the beginning of
    /// time if nothing is missing.
    Instant packed_until() const { return Stamp{packed_until_, {}}.wall(); }
    /// Whether everything before a transaction is here.
    bool reaches(std::uint32_t transaction) const {
        KITH_ASSERT(transaction < transactions_.size());
        return transactions_[transaction].stamp.ticks >= packed_until_;
    }

    /// Applies frames from files or another replica; keeps the bytes. Known transactions change nothing.
    ApplyReport apply(std::string frames);
    /// The same in slices; until it is done what is read may be half of a transaction.
    Slices apply(std::string frames, ApplyReport& report);

    /// The same as one step of this replica: `step` brings the label, and what else is to be changed then
    /// (as when the file takes the place of what is here). Undo puts back every value that the step
    /// replaced, unless it was changed since; what came in stays in the history.
    MergeReport merge(std::string frames, Draft step, Instant now);
    Slices merge(std::string frames, Draft step, Instant now, MergeReport& report, StepProgress& progress);

    /// Whether a transaction is here.
    bool knows(Stamp stamp) const { return transaction_index_.contains(stamp); }

    // History -------------------------------------------------------------------------------------------

    std::span<const TransactionInfo> transactions() const { return transactions_; }  // in order of arrival
    /// The label of a transaction, decoded from its frame.
    static Message label_of(const TransactionInfo& transaction);
    /// Every value the record's fields ever had, newest first.
    std::vector<PastValue> history_of(RecordId record) const;
    /// The values of one field, newest first.
    std::vector<PastValue> history_of(RecordId record, FieldId field) const;
    /// The stamp of the latest change to the record.
    Stamp changed_at(RecordId record) const;

    /// The transactions before a moment none of whose values counts at it or at any later one: what is shown,
    /// then and since, is the same without them. O(values).
    std::vector<std::uint32_t> superseded_before(Instant moment) const;

    // For the journal's files ---------------------------------------------------------------------------

    ReplicaId replica() const { return clock_.replica(); }

private:
    struct Reference {
        std::uint32_t record;  // slot of the one that points
        FieldId field;
        auto operator<=>(const Reference&) const = default;
    };
    struct Record {
        RecordId id;
        RecordState state = RecordState::absent;
        std::vector<Cell> cells;  // current values, sorted by field and element
        std::vector<Reference> referrers;
    };

    /// A transaction and, of a merge, those that came in with it: what is undone together.
    struct Group {
        std::uint32_t transaction = 0;
        std::vector<StampRange> merged = {};
        Packed packed = {};  // of a pack
    };

    static constexpr std::uint32_t none = 0xffffffff;

    Clock clock_;
    std::deque<std::string> blocks_;  // the journal's bytes; views into them never move
    std::vector<Record> records_;
    boost::unordered_flat_map<RecordId, std::uint32_t, IdHash> slots_;
    std::vector<Cell> older_;  // values that were replaced, chained by Cell::older
    std::vector<TransactionInfo> transactions_;
    boost::unordered_flat_map<Stamp, std::uint32_t, StampHash> transaction_index_;
    std::vector<std::vector<RecordId>> by_kind_;
    std::vector<std::size_t> live_count_;
    std::vector<RecordId> ever_self_;  // in the order of all()
    std::uint64_t trash_revision_ = 0;
    std::vector<RecordId> touched_;
    std::vector<std::uint32_t> undo_stack_;  // transactions of this replica, latest last
    std::vector<std::uint32_t> redo_stack_;

    std::vector<Group> merges_;
    std::vector<Group> packs_;
    std::uint64_t packed_until_ = 0;  // ticks
    bool packs_changed_ = false;

    std::uint32_t last_own_ = none;
    bool stacks_in_order_ = true;

    const Record* find(RecordId record) const;
    std::uint32_t slot_for(RecordId record);
    std::span<const Cell> cells_of(const Record& record, FieldId field) const;
    const Cell* find_cell(const Record& record, FieldId field, ElementId element) const;
    const Cell* older_of(const Cell& cell) const;
    template <typename Accept>
    std::vector<RecordId> referrers_where(RecordId record, Accept accept) const;

    Slices apply(std::string frames, ApplyReport& report, StepProgress& progress);
    Slices apply_all(FrameReader& reader, ApplyReport& report, StepProgress& progress);
    Slices read_frame(FrameReader& reader, bool& sound, StepProgress& progress);
    void apply_some(std::uint32_t transaction, std::span<const Change> changes);
    void apply_change(std::uint32_t slot, std::uint32_t transaction, const Change& change);
    void insert_older(Cell& current, Cell late);
    void note_self(RecordId record);
    void show_state(std::uint32_t slot, std::int64_t state);

    Slices check(std::span<const Change> changes, Result<>& result, StepProgress& progress) const;
    Slices drop_what_changes_nothing(std::vector<Change>& changes, StepProgress& progress) const;
    Stamp write(const Draft& draft, const std::vector<Change>& changes, Instant now);
    Slices write(const Draft& draft, const std::vector<Change>& changes, Instant now, Stamp& stamp,
        StepProgress& progress);

    void note_for_undo(std::uint32_t transaction);
    void look_for_packed();
    void note_values_at(const Record& record, Instant moment, std::vector<bool>& counts) const;
    bool note_what_it_rests_on(const std::vector<bool>& reverses, std::vector<bool>& counts) const;
    std::vector<StampRange> ranges_of(std::vector<Stamp> stamps) const;
    void order_stacks();
    Slices reverse(TransactionKind kind, std::uint32_t transaction, Instant now, Result<UndoReport>& result,
        StepProgress& progress);
    bool reversed(TransactionKind kind, const Group& group, Change& change, UndoReport& report) const;
    Group group_of(std::uint32_t transaction) const;
    bool holds(const Group& group, std::uint32_t transaction) const;
    const Cell* written_by(const Cell* newest, const Group& group) const;
    const Cell* before(const Cell& own, const Group& group) const;
    const Cell* source_of(const Cell& cell, const Group& group) const;
    std::vector<Change> registers_of(const Group& group) const;
    Slices registers_of(const Group& group, std::vector<Change>& registers) const;
};

template <typename Visit>
void Workspace::for_each_element(RecordId record, FieldId field, Visit visit) const {
    const Record* found = find(record);
    if (found == nullptr) return;
    for (const Cell& cell : cells_of(*found, field)) {
        if (cell.type != ValueType::none) visit(Element{cell.element, cell.value()});
    }
}

template <typename Visit>
void Workspace::for_each_value(RecordId record, Visit visit) const {
    const Record* found = find(record);
    if (found == nullptr) return;
    for (const Cell& cell : found->cells) {
        if (cell.type != ValueType::none) visit(cell.field, Element{cell.element, cell.value()});
    }
}

template <typename Visit>
void Workspace::for_each(Kind kind, Visit visit) const {
    for (const RecordId record : all(kind)) {
        if (live(record)) visit(record);
    }
}

}  // namespace kith
