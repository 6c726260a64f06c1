// What happened: changes with one label and one stamp. A transaction is encoded once, into a frame that
// is never rewritten, and everything reads it from there: files, merging, undo, history. FORMAT.md
// describes the bytes so that a stranger could read them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/keeper.h"
#include "base/random.h"
#include "base/slices.h"
#include "journal/stamp.h"
#include "model/options.h"
#include "model/schema.h"
#include "model/value.h"

namespace kith {

/// One register set to one value. `element` names the member of a collection and is zero for plain
/// fields. An empty value removes.
struct Change {
    RecordId record;
    FieldId field;
    ElementId element;
    Value value;
};

enum class TransactionKind : std::uint8_t {
    edit = 0,
    undo = 1,    // puts back what `target` changed
    redo = 2,    // does `target` again
    import = 3,  // from a file
    sample = 4,  // the sample network coming or going
    merge = 5,   // another device's file came in: `merged` says which transactions
    pack = 6,    // history from before `packed.until` was packed away: `merged` says which transactions
};

/// Transactions of one replica, from one time to another, both within.
struct StampRange {
    ReplicaId replica;
    std::uint64_t first = 0;  // ticks
    std::uint64_t last = 0;

    bool holds(Stamp stamp) const {
        return stamp.replica == replica && stamp.ticks >= first && stamp.ticks <= last;
    }
    bool operator==(const StampRange&) const = default;
};

/// What a pack says besides.
struct Packed {
    std::uint64_t until = 0;  // ticks: what is older is not all there
    std::uint64_t count = 0;  // of transactions that were packed away
    bool operator==(const Packed&) const = default;
};

/// A transaction in the making. Copies text into an arena of its own, so callers may pass temporaries.
/// A register set twice keeps the later value.
class Draft {
public:
    /// `label` is what undo and history show: a catalogue key and its arguments.
    explicit Draft(Message label, TransactionKind kind = TransactionKind::edit);

    /// A new record; its id is fresh.
    RecordId create(Kind kind, Random& random);
    /// A new record whose id is known (settings: the same on every device).
    void create(RecordId record);
    void trash(RecordId record);
    void restore(RecordId record);

    void set(RecordId record, FieldId field, Value value);
    void set_text(RecordId record, FieldId field, std::string_view text);  // empty text clears
    /// A choice; `none` clears.
    template <typename Names>
    void set(RecordId record, ChoiceField<Names> field, std::type_identity_t<Names> option) {
        KITH_ASSERT(option != Names::unknown);
        set_text(record, FieldId(field), field.key(option));
    }
    void clear(RecordId record, FieldId field) { set(record, field, Value{}); }

    /// Sets: the element follows from the value, so the same tag added twice is one.
    void add(RecordId record, FieldId field, std::string_view text);
    void add(RecordId record, FieldId field, RecordId reference);
    template <typename Names>
    void add(RecordId record, ChoiceSetField<Names> field, std::type_identity_t<Names> option) {
        KITH_ASSERT(option != Names::none && option != Names::unknown);
        add(record, FieldId(field), field.key(option));
    }
    void remove(RecordId record, FieldId field, ElementId element);

    /// Rows. New ones keep the order in which a draft adds them.
    ElementId add_row(
        RecordId record, FieldId field, const std::vector<std::string_view>& parts, Random& random);
    template <typename Part>
    ElementId add_row(RecordId record, RowsField<Part> field,
        std::initializer_list<PartText<std::type_identity_t<Part>>> parts, Random& random) {
        return add_row(record, FieldId(field), parts_of<Part>(parts), random);
    }
    /// Replaces a row; all parts empty removes it.
    void set_row(
        RecordId record, FieldId field, ElementId element, const std::vector<std::string_view>& parts);

    void change(const Change& change);

    bool empty() const { return changes_.empty(); }
    std::size_t size() const { return changes_.size(); }
    const Message& label() const { return label_; }
    void relabel(Message label) { label_ = std::move(label); }
    TransactionKind kind() const { return kind_; }
    Stamp target() const { return target_; }
    void set_target(Stamp target) { target_ = target; }
    const std::vector<StampRange>& merged() const { return merged_; }
    void set_merged(std::vector<StampRange> merged) { merged_ = std::move(merged); }
    Packed packed() const { return packed_; }
    void set_packed(std::vector<StampRange> away, Packed packed) {
        merged_ = std::move(away);
        packed_ = packed;
    }

    /// Sorted by record (in order of first mention), field and element, each register once. O(n log n).
    std::vector<Change> take_changes();
    /// The same in slices: `changes` has them when it is done. Until then the draft must stay where it is.
    Slices take_changes(std::vector<Change>& changes);

    /// Appends the changes of another draft.
    void append(Draft other);

private:
    Message label_;
    TransactionKind kind_;
    Stamp target_;
    std::vector<StampRange> merged_;
    Packed packed_;
    std::vector<Change> changes_;
    Keeper keeper_;  // of the changes' texts
    std::uint64_t last_row_ = 0;
};

ElementId element_of(std::string_view text);
ElementId element_of(RecordId reference);

/// A frame in memory, and views into it.
struct TransactionHeader {
    Stamp stamp;
    TransactionKind kind = TransactionKind::edit;
    Stamp target;                    // of undo and redo
    std::vector<StampRange> merged;  // of a merge: what came in; of a pack: what was packed away
    Packed packed;                   // of a pack
    std::string_view label_key;
    std::vector<std::string_view> label_arguments;
    std::uint64_t change_count = 0;
};

/// Writes one frame: length, checksum (CRC-32), payload. O(bytes).
void append_frame(std::string& out, const Draft& header_of, Stamp stamp, const std::vector<Change>& changes);
Slices append_frame_in_slices(
    std::string& out, const Draft& header_of, Stamp stamp, const std::vector<Change>& changes);

/// Reads frames off a run of bytes, which must stay alive while its views are used.
class FrameReader {
public:
    explicit FrameReader(std::string_view bytes) : rest_(bytes), size_(bytes.size()) {}

    enum class Next : std::uint8_t { frame, end, damaged, too_new };
    /// Moves to the next frame and checks its length, checksum and header. Everything from offset() on is
    /// unread when the result is not `frame`.
    Next next();

    const TransactionHeader& header() const { return header_; }
    std::size_t offset() const { return size_ - rest_.size(); }
    double fraction() const { return part_done(offset(), size_); }  // of all bytes, that are read
    std::string_view frame() const { return frame_; }

    /// Reads the changes of the frame at hand, in order. False at the end.
    bool next_change(Change& change);
    /// False if the changes were malformed in spite of a right checksum: to be asked after the last change.
    bool changes_were_sound() const { return sound_ && changes_.empty(); }

private:
    std::string_view rest_;
    std::size_t size_;
    std::string_view frame_;
    std::string_view changes_;
    TransactionHeader header_;
    RecordId record_;
    std::uint64_t left_in_record_ = 0;
    std::uint16_t last_field_ = 0;
    bool sound_ = true;
};

/// Checks a whole frame's changes for soundness without applying anything. O(bytes).
bool frame_is_sound(std::string_view frame);

// Files: a header, then frames. Segments, checkpoints and .kith are all this.
inline constexpr std::string_view file_magic = "KITHJ\r\n\x1a";
inline constexpr std::uint32_t file_version = 1;    // of what is in frames
inline constexpr std::uint32_t sealed_version = 2;  // says that the frames are sealed (seal.h)
std::string file_header();

/// The frames of a file, or why not: bad_input (not Kith's), damaged, too_new, locked (sealed).
Result<std::string_view> frames_of(std::string_view file);

}  // namespace kith
