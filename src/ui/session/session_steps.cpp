// Writing, and taking back: at once, or in slices where that would hold the page.
#include "ui/session/session.h"

namespace kith::ui {

namespace {

Slices one_after_the_other(Slices first, Slices second) {
    co_await first;
    co_await second;
}

}  // namespace

bool Session::may_begin() {
    if (long_step) return false;  // that is plain to see
    if (may_write()) return true;
    say(std::string(text(past ? "history.past_refused" : "storage.read_only_refused")));
    return false;
}

void Session::begin_long_step(
    std::string title, const std::function<Slices(LongStep&)>& begin, std::function<void(LongStep&)> then) {
    long_step = std::make_unique<LongStep>();
    LongStep& step = *long_step;
    step.title = std::move(title);
    step.then = [&step, then = std::move(then)] { then(step); };
    step.work = one_after_the_other(begin(step), catch_up ? catch_up() : Slices());
    ui.tree().announce(step.title);
    ui.keep_moving();
}

bool Session::commit(Draft draft, std::string said) {
    const std::size_t changes = draft.size();
    const Message label = draft.label();
    const auto begin = [&](Result<Stamp>& result, StepProgress& progress) {
        return workspace.commit(std::move(draft), ui.now(), result, progress);
    };
    return write(changes, label, begin, std::move(said));
}

bool Session::write(std::size_t changes, const Message& label,
    const std::function<Slices(Result<Stamp>&, StepProgress&)>& begin, std::string said) {
    if (changes == 0) return true;
    if (!may_begin()) return false;
    if (changes < long_step_changes) {
        Result<Stamp> result;
        StepProgress progress;
        begin(result, progress).finish();
        return say_written(result, std::move(said));
    }
    begin_long_step(
        text("step.writing", {text(label)}), [&](LongStep& step) { return begin(step.stamp, step.progress); },
        [this, said = std::move(said)](LongStep& step) { say_written(step.stamp, said); });
    return true;
}

bool Session::say_written(const Result<Stamp>& result, std::string said) {
    if (!result) {
        say(text(result.error()));
        ui.tree().announce(toast.text, Politeness::assertive);
        return false;
    }
    ui.keep_moving();
    if (*result && !said.empty()) say(std::move(said), true);
    return true;
}

void Session::undo() {
    undo_or_redo(false);
}
void Session::redo() {
    undo_or_redo(true);
}

void Session::undo_or_redo(bool again) {
    if (!may_begin()) return;
    const auto tell = [this, again](const Result<UndoReport>& report) {
        again ? say_done_again(report) : say_undone(report);
    };
    const TransactionInfo* next = again ? workspace.next_redo() : workspace.next_undo();
    const bool is_long = next != nullptr &&
        workspace.size_of_step(static_cast<std::uint32_t>(next - workspace.transactions().data())) >=
            long_step_changes;
    if (!is_long) return tell(again ? workspace.redo(ui.now()) : workspace.undo(ui.now()));
    begin_long_step(
        text(again ? "step.redoing" : "step.undoing", {text(Workspace::label_of(*next))}),
        [&](LongStep& step) {
            return again ? workspace.redo(ui.now(), step.undone, step.progress)
                         : workspace.undo(ui.now(), step.undone, step.progress);
        },
        [tell](LongStep& step) { tell(step.undone); });
}

void Session::undo_one(std::uint32_t transaction) {
    if (!may_begin()) return;
    if (workspace.size_of_step(transaction) < long_step_changes)
        return say_undone(workspace.undo_one(transaction, ui.now()));
    const Message label = Workspace::label_of(workspace.transactions()[transaction]);
    begin_long_step(
        text("step.undoing", {text(label)}),
        [&](LongStep& step) { return workspace.undo_one(transaction, ui.now(), step.undone, step.progress); },
        [this](LongStep& step) { say_undone(step.undone); });
}

void Session::say_undone(const Result<UndoReport>& report) {
    if (!report) return say(text(report.error()));
    std::string said = text("toast.undone", {text(report->label)});
    if (report->left_alone > 0) said += " " + text("toast.left_alone", {report->left_alone});
    say(std::move(said));
    ui.keep_moving();
}

void Session::say_done_again(const Result<UndoReport>& report) {
    if (!report) return say(text(report.error()));
    say(text("toast.redone", {text(report->label)}), true);
    ui.keep_moving();
}

}  // namespace kith::ui
