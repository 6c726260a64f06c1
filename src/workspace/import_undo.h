// Undoing an import after people were joined or edited: what else goes back with it is worked out and shown before
// anything is done; it is one step, and undo takes that step back.
//
//     ImportUndo plan;
//     double part = 0;
//     Slices work = plan_import_undo(workspace, import, plan, part);
//     while (work.step(out_of_time)) { … draw part … }
//     … say what is in the plan, and if that is wanted:
//     workspace.commit(std::move(plan.draft), now);
//
// What the import set is as it was before; what it made is gone, with all that was written into it. Two who were
// joined since are two again if one of them came with the import, or if the joining carried something of it over.
// What was made by hand goes too where it says nothing without somebody who goes, and else no longer names them.
// Everything else stays: what was edited since on people who were here before, and organisations of the import
// that something else names by now.
#pragma once

#include <cstdint>
#include <vector>

#include "base/slices.h"
#include "workspace/looking_back.h"
#include "workspace/workspace.h"

namespace kith {

struct ImportUndo {
    std::uint32_t import = 0;           // index into Workspace::transactions()
    std::uint64_t revision = 0;         // of the workspace it was made for: another makes it stale
    Draft draft{Message{}};             // the step
    std::vector<std::uint32_t> joined;  // the joinings that go back with it, oldest first

    std::vector<RecordId> edited;    // came with the import, was edited since, and goes
    std::vector<RecordId> along;     // was made by hand, and goes with those it is about
    std::vector<RecordId> loosened;  // stays, and no longer names those who go
    std::vector<RecordId> kept;      // was here before, was edited since, and keeps that
    std::vector<RecordId> used;      // came with the import, and stays because something else names it

    /// Nothing goes back but the import itself.
    bool is_import_alone() const {
        return joined.empty() && edited.empty() && along.empty() && loosened.empty();
    }
};

/// Whether a step is an import that can still be undone: it stands, and what was before it is all here.
bool is_import_to_undo(const Workspace& workspace, const HistoryEntry& entry);

/// Works it out, in slices: `part` goes from 0 to 1. The workspace must not change meanwhile, and `plan` and
/// `part` must stay. The step must be an import to undo. O(transactions + what the import changed × its history).
Slices plan_import_undo(const Workspace& workspace, std::uint32_t import, ImportUndo& plan, double& part);
/// All of that in one go.
ImportUndo plan_import_undo(const Workspace& workspace, std::uint32_t import);

}  // namespace kith
