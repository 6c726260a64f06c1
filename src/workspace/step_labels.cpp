#include "workspace/step_labels.h"

#include <string>

#include "base/message.h"

namespace kith {

namespace {

constexpr std::size_t near_the_front = 64;  // of a frame: a label of an edit begins within it

std::string written(Stamp stamp) {
    return to_hex(stamp.ticks) + to_hex(stamp.replica.value);
}

/// No stamp if it is none.
Stamp read_stamp(std::string_view text) {
    if (text.size() != 32) return {};
    const auto ticks = from_hex(text.substr(0, 16));
    const auto replica = from_hex(text.substr(16));
    return ticks && replica ? Stamp{*ticks, ReplicaId{*replica}} : Stamp{};
}

}  // namespace

bool is_edit_called(const TransactionInfo& step, std::string_view label) {
    // To read a label is to check all of its frame, which would cost as much as the whole history.
    return step.kind == TransactionKind::edit &&
        step.frame.substr(0, near_the_front + label.size()).contains(label) &&
        Workspace::label_of(step).key == label;
}

bool is_joining(const TransactionInfo& step) {
    return is_edit_called(step, joined_label) || is_edit_called(step, joined_certain_label);
}

Message label_of_undone_import(std::string_view file, std::span<const Stamp> undone) {
    std::vector<Argument> arguments{ArgumentView(file)};
    for (const Stamp stamp : undone)
        arguments.emplace_back(ArgumentView::kept(written(stamp)));
    return {undone_import_label, std::move(arguments)};
}

std::vector<Stamp> undone_with(const TransactionInfo& step) {
    std::vector<Stamp> undone;
    if (!is_edit_called(step, undone_import_label)) return undone;
    const Message label = Workspace::label_of(step);
    for (std::size_t i = 1; i < label.arguments.size(); ++i) {
        if (const Stamp stamp = read_stamp(label.arguments[i].text)) undone.push_back(stamp);
    }
    return undone;
}

}  // namespace kith
