#include "ui/session/session_steps.h"

#include "ui/session/session.h"

namespace kith::ui {

namespace {

Slices one_after_the_other(Slices first, Slices second) {
    co_await first;
    co_await second;
}

bool say_written(Session& session, const Result<Stamp>& result, std::string said) {
    if (!result) {
        session.say(session.text(result.error()));
        session.ui.tree().announce(session.toast.text, Politeness::assertive);
        return false;
    }
    session.ui.keep_moving();
    if (*result && !said.empty()) session.say(std::move(said), true);
    return true;
}

void say_undone(Session& session, const Result<UndoReport>& report) {
    if (!report) return session.say(session.text(report.error()));
    std::string said = session.text("toast.undone", {session.text(report->label)});
    if (report->left_alone > 0) said += " " + session.text("toast.left_alone", {report->left_alone});
    session.say(std::move(said));
    session.ui.keep_moving();
}

void say_done_again(Session& session, const Result<UndoReport>& report) {
    if (!report) return session.say(session.text(report.error()));
    session.say(session.text("toast.redone", {session.text(report->label)}), true);
    session.ui.keep_moving();
}

void undo_or_redo(Session& session, bool again) {
    if (!may_begin(session)) return;
    Workspace& workspace = session.workspace;
    const auto tell = [&session, again](const Result<UndoReport>& report) {
        again ? say_done_again(session, report) : say_undone(session, report);
    };
    const TransactionInfo* next = again ? workspace.next_redo() : workspace.next_undo();
    const bool is_long = next != nullptr &&
        workspace.size_of_step(static_cast<std::uint32_t>(next - workspace.transactions().data())) >=
            long_step_changes;
    const Instant now = session.ui.now();
    if (!is_long) return tell(again ? workspace.redo(now) : workspace.undo(now));
    begin_long_step(
        session,
        session.text(again ? "step.redoing" : "step.undoing", {session.text(Workspace::label_of(*next))}),
        [&](LongStep& step) {
            return again ? workspace.redo(now, step.undone, step.progress)
                         : workspace.undo(now, step.undone, step.progress);
        },
        [tell](LongStep& step) { tell(step.undone); });
}

}  // namespace

bool may_begin(Session& session) {
    if (session.long_step) return false;  // that is plain to see
    if (session.may_write()) return true;
    session.say(
        std::string(session.text(session.past ? "history.past_refused" : "storage.read_only_refused")));
    return false;
}

void begin_long_step(Session& session, std::string title, const std::function<Slices(LongStep&)>& begin,
    std::function<void(LongStep&)> then) {
    session.long_step = std::make_unique<LongStep>();
    LongStep& step = *session.long_step;
    step.title = std::move(title);
    step.then = [&step, then = std::move(then)] { then(step); };
    step.work = one_after_the_other(begin(step), session.catch_up ? session.catch_up() : Slices());
    session.ui.tree().announce(step.title);
    session.ui.keep_moving();
}

bool write_draft(Session& session, Draft draft, std::string said) {
    const std::size_t changes = draft.size();
    const Message label = draft.label();
    const auto begin = [&](Result<Stamp>& result, StepProgress& progress) {
        return session.workspace.commit(std::move(draft), session.ui.now(), result, progress);
    };
    return write_step(session, changes, label, begin, std::move(said));
}

bool write_step(Session& session, std::size_t changes, const Message& label,
    const std::function<Slices(Result<Stamp>&, StepProgress&)>& begin, std::string said) {
    if (changes == 0) return true;
    if (!may_begin(session)) return false;
    if (changes < long_step_changes) {
        Result<Stamp> result;
        StepProgress progress;
        begin(result, progress).finish();
        return say_written(session, result, std::move(said));
    }
    begin_long_step(
        session, session.text("step.writing", {session.text(label)}),
        [&](LongStep& step) { return begin(step.stamp, step.progress); },
        [&session, said = std::move(said)](LongStep& step) { say_written(session, step.stamp, said); });
    return true;
}

void undo_step(Session& session) {
    undo_or_redo(session, false);
}

void redo_step(Session& session) {
    undo_or_redo(session, true);
}

void undo_one(Session& session, std::uint32_t transaction) {
    if (!may_begin(session)) return;
    Workspace& workspace = session.workspace;
    const Instant now = session.ui.now();
    if (workspace.size_of_step(transaction) < long_step_changes)
        return say_undone(session, workspace.undo_one(transaction, now));
    const Message label = Workspace::label_of(workspace.transactions()[transaction]);
    begin_long_step(
        session, session.text("step.undoing", {session.text(label)}),
        [&](LongStep& step) { return workspace.undo_one(transaction, now, step.undone, step.progress); },
        [&session](LongStep& step) { say_undone(session, step.undone); });
}

}  // namespace kith::ui
