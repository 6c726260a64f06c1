// The journal decoder: whatever the bytes, reading them is safe, a frame counts whole or not at all, and what
// was read can be written and read again.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/random.h"
#include "frames.h"
#include "model/fields.h"
#include "workspace/names.h"
#include "workspace/workspace.h"

namespace {

using namespace kith;

void require(bool holds) {
    if (!holds) std::abort();
}

void look_at_everything(const Workspace& workspace) {
    for (const KindSpec& kind : all_kinds()) {
        for (const RecordId record : workspace.all(kind.kind)) {
            (void)record_name(workspace, record);
            (void)workspace.history_of(record);
            (void)workspace.referrers(record);
            for (const FieldSpec& field : fields_of(kind.kind))
                (void)workspace.elements(record, field.id);
        }
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    (void)frames_of(bytes);
    for (const std::string& input : {bytes, fuzz::with_right_checksums(bytes)}) {
        Workspace workspace(ReplicaId{1});
        const ApplyReport report = workspace.apply(input);
        require(report.bytes_read <= input.size());
        require(workspace.transactions().size() == report.applied);
        for (const TransactionInfo& transaction : workspace.transactions()) {
            require(frame_is_sound(transaction.frame));
            (void)Workspace::label_of(transaction);
        }
        look_at_everything(workspace);
        const Instant now{std::chrono::milliseconds{1}};
        while (workspace.next_undo() != nullptr)
            require(workspace.undo(now).has_value());
        while (workspace.next_redo() != nullptr)
            require(workspace.redo(now).has_value());

        std::string all;
        for (const TransactionInfo& transaction : workspace.transactions())
            all += transaction.frame;
        Workspace again(ReplicaId{2});
        require(again.apply(all).applied == workspace.transactions().size());
        require(again.apply(all).applied == 0);
    }
    return 0;
}
