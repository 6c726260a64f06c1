// What the label of a step says beyond its words: that it made one record of two, or that it undid an import and
// which steps with it.
//
// The journal has no kind of its own for either, so that every version reads them: they are edits. The label of an
// undone import keeps, beside the name of the file, the stamps of what was undone.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "workspace/workspace.h"

namespace kith {

inline constexpr std::string_view joined_label = "change.join_people";  // people or organisations
inline constexpr std::string_view joined_certain_label = "change.join_certain";
inline constexpr std::string_view undone_import_label = "change.undo_import";

/// Whether a step is an edit of this label. O(1) for almost all that are not.
bool is_edit_called(const TransactionInfo& step, std::string_view label);
/// Whether a step made one record of two, or of several pairs at once. O(1) for almost all that did not.
bool is_joining(const TransactionInfo& step);

/// The label of a step that undoes an import of a file, and the steps that go back with it.
Message label_of_undone_import(std::string_view file, std::span<const Stamp> undone);
/// The steps that such a step undid; nothing for any other.
std::vector<Stamp> undone_with(const TransactionInfo& step);

}  // namespace kith
