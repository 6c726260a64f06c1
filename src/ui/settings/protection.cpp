#include "ui/settings/protection.h"

#include <algorithm>
#include <array>

#include "ui/session/dialog_foot.h"
#include "ui/session/session.h"

namespace kith::ui {

namespace {

constexpr std::size_t shortest = 10;  // letters of a passphrase
constexpr std::array<int, 5> idle_minutes{1, 5, 15, 60, 0};

std::size_t letters(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xc0) != 0x80; }));
}

void passphrase_field(Session& session, Flow& flow, const ProtectionDialog& dialog, std::string_view key,
    std::string& text, std::string_view error = {}) {
    Ui& ui = session.ui;
    const std::string_view name = session.text(key);
    const bool is_new = key != "passphrase.current";
    text_field(ui, labelled(ui, flow, name, ui.control()),
        {.name = name,
            .kind = dialog.shown ? InputKind::text
                : is_new         ? InputKind::new_passphrase
                                 : InputKind::passphrase,
            .error = error,
            .required = true,
            .select_all = false},
        text);
    if (!error.empty()) paragraph(ui, flow, error, Type::small, Colour::late);
    flow.space(ui.px(12));
}

void close(ProtectionDialog& dialog) {
    for (std::string* text : {&dialog.current, &dialog.fresh, &dialog.again})
        wipe(*text);
    dialog = {};
}

/// Takes back what the host was asked for, if it has not begun to write; else what comes of it is said all the same.
void cancel(Session& session, ProtectionDialog& dialog) {
    if (!dialog.is_sent) return close(dialog);
    for (std::string* text : {&dialog.current, &dialog.fresh, &dialog.again})
        wipe(*text);
    dialog.open = false;
    session.host.change_passphrase({}, {});
}

/// What stands in the way, as a catalogue key; empty: nothing.
std::string_view mistake(const ProtectionDialog& dialog) {
    using Task = ProtectionDialog::Task;
    if (dialog.task != Task::set && dialog.current.empty()) return "passphrase.current_missing";
    if (dialog.task == Task::remove) return {};
    if (letters(dialog.fresh) < shortest) return "passphrase.too_short";
    if (dialog.fresh != dialog.again) return "passphrase.not_the_same";
    return {};
}

std::string_view title_key(ProtectionDialog::Task task) {
    switch (task) {
        case ProtectionDialog::Task::set: return "passphrase.set_title";
        case ProtectionDialog::Task::change: return "passphrase.change_title";
        case ProtectionDialog::Task::remove: return "passphrase.remove_title";
    }
    return {};
}

/// With a second copy that still is as it was.
bool is_done(const Protection& protection) {
    return !protection.problem || protection.problem->message.key == "passphrase.copy_behind";
}

/// The host is at it, or has an answer.
void follow_host(Session& session, ProtectionDialog& dialog) {
    const Protection protection = session.host.protection();
    if (!dialog.is_sent) return;
    if (protection.state == Protection::State::working) {
        dialog.was_busy = true;
        session.ui.keep_moving();
        return;
    }
    if (!dialog.was_busy) return session.ui.keep_moving();
    dialog.is_sent = dialog.was_busy = false;
    using Task = ProtectionDialog::Task;
    if (protection.problem && !is_done(protection)) {
        if (!dialog.open) return close(dialog);  // cancelled, and nothing was changed
        dialog.error = session.ui.text(*protection.problem);
        dialog.cause = session.ui.formatter().format_cause(*protection.problem);
        session.ui.tree().announce(dialog.error, Politeness::assertive);
        return;
    }
    const Task task = dialog.task;
    close(dialog);
    session.say(std::string(session.text(task == Task::set ? "passphrase.was_set"
            : task == Task::change                         ? "passphrase.was_changed"
                                                           : "passphrase.was_removed")));
}

void draw_idle_choice(Session& session, Flow& flow) {
    Ui& ui = session.ui;
    std::vector<std::string> words;
    for (const int minutes : idle_minutes)
        words.push_back(minutes == 0 ? std::string(session.text("passphrase.idle_never"))
                                     : session.text("passphrase.idle_minutes", {minutes}));
    const std::vector<std::string_view> options(words.begin(), words.end());
    const auto at = std::ranges::find(idle_minutes, session.lock_minutes()) - idle_minutes.begin();
    const std::string_view name = session.text("passphrase.idle");
    const ImRect area = labelled(ui, flow, name, ui.control());
    const ImRect place{area.Min.x, area.Min.y, std::min(area.Max.x, area.Min.x + ui.px(240)), area.Max.y};
    if (auto picked = select(ui, place, {.name = name, .options = options, .current = static_cast<int>(at)}))
        session.set_setting(
            settings::lock_after, std::to_string(idle_minutes[static_cast<std::size_t>(*picked)]));
}

}  // namespace

void wipe(std::string& text) {
    // Through a volatile pointer, so that it is not left out as useless.
    for (volatile char* at = text.data(); at != text.data() + text.size(); ++at)
        *at = 0;
    text.clear();
}

void draw_protection_card(Session& session, ProtectionDialog& dialog, Flow& flow) {
    Ui& ui = session.ui;
    const Protection protection = session.host.protection();
    using State = Protection::State;
    using Task = ProtectionDialog::Task;
    Card card(ui, flow);
    heading(ui, card.flow.take(ui.line(Type::section)), session.text("passphrase.title"), 2, Type::section);
    card.flow.space(ui.px(4));
    const bool on = protection.state == State::on || (dialog.is_sent && dialog.task != Task::set);
    paragraph(ui, card.flow, session.text(on ? "passphrase.on_text" : "passphrase.text"), Type::body,
        Colour::muted);
    card.flow.space(ui.px(8));
    paragraph(ui, card.flow, session.text("passphrase.limits"), Type::small, Colour::muted);
    card.flow.space(ui.px(12));
    if (protection.state == State::unavailable) {
        paragraph(ui, card.flow, session.text("passphrase.unavailable"), Type::small, Colour::muted);
        card.end();
        return;
    }
    if (protection.problem && is_done(protection)) {
        notice(ui, card.flow, TagKind::due, ui.text(*protection.problem));
        card.flow.space(ui.px(12));
    }
    const bool busy = protection.state == State::working;
    const bool can_write = session.may_write() && session.host.storage().state != SaveState::memory_only;
    if (!can_write) {
        paragraph(ui, card.flow, session.text("passphrase.not_here"), Type::small, Colour::muted);
        card.flow.space(ui.px(12));
    }
    if (on) {
        draw_idle_choice(session, card.flow);
        card.flow.space(ui.px(16));
    }
    const auto offer = [&](Line& line, std::string_view key, Icon icon, ButtonKind kind, Task task) {
        const Button wanted{
            .label = session.text(key), .icon = icon, .kind = kind, .disabled = busy || !can_write};
        if (button(ui, line.start(button_width(ui, wanted), ui.px(8)), wanted))
            dialog = {.open = true, .task = task};
    };
    Line line(card.flow.take(ui.control()));
    if (on) {
        const Button lock{.label = session.text("passphrase.lock"), .icon = Icon::lock};
        if (button(ui, line.start(button_width(ui, lock), ui.px(8)), lock)) session.host.lock();
        if (line.width() < ui.px(320)) {
            card.flow.space(ui.px(8));
            line = Line(card.flow.take(ui.control()));
        }
        offer(line, "passphrase.change", Icon::none, ButtonKind::quiet, Task::change);
        offer(line, "passphrase.remove", Icon::none, ButtonKind::bare, Task::remove);
    } else {
        offer(line, "passphrase.set", Icon::lock, ButtonKind::quiet, Task::set);
    }
    card.end();
}

void draw_protection_dialog(Session& session, ProtectionDialog& dialog) {
    Ui& ui = session.ui;
    follow_host(session, dialog);
    if (!dialog.open) return;
    using Task = ProtectionDialog::Task;
    Flow flow;
    if (!begin_dialog(ui, session.text(title_key(dialog.task)), 480, dialog.open, flow)) return;
    paragraph(ui, flow,
        session.text(dialog.task == Task::remove ? "passphrase.remove_text" : "passphrase.set_text"));
    flow.space(ui.px(12));
    if (dialog.task != Task::set)
        passphrase_field(session, flow, dialog, "passphrase.current", dialog.current);
    if (dialog.task != Task::remove) {
        passphrase_field(session, flow, dialog, "passphrase.fresh", dialog.fresh);
        passphrase_field(session, flow, dialog, "passphrase.again", dialog.again);
    }
    if (checkbox(
            ui, flow.take(ui.control()), session.text("passphrase.show"), dialog.shown ? Tri::yes : Tri::no))
        dialog.shown = !dialog.shown;
    flow.space(ui.px(8));
    if (!dialog.error.empty()) {
        notice(ui, flow, TagKind::late, dialog.error);
        paragraph(ui, flow, dialog.cause, Type::small, Colour::muted);
        flow.space(ui.px(12));
    }
    if (dialog.task != Task::remove) {
        notice(ui, flow, TagKind::due, session.text("passphrase.warning"));
        flow.space(ui.px(16));
    }
    Line line(flow.take(ui.control()));
    const Button go{.label = session.text(dialog.is_sent  ? "passphrase.working"
                            : dialog.task == Task::set    ? "passphrase.set"
                            : dialog.task == Task::change ? "passphrase.change"
                                                          : "passphrase.remove"),
        .kind = dialog.task == Task::remove ? ButtonKind::danger : ButtonKind::primary,
        .disabled = dialog.is_sent};
    const Button away{.label = session.text("form.cancel")};
    const ImRect go_area = line.end(button_width(ui, go), ui.px(8));
    const bool cancelled = button(ui, line.end(button_width(ui, away)), away);
    if ((button(ui, go_area, go) || ui.submitted()) && !dialog.is_sent) {
        const std::string_view wrong = mistake(dialog);
        dialog.cause.clear();
        dialog.error = wrong.empty() ? std::string{} : std::string(session.text(wrong));
        if (wrong.empty()) {
            dialog.is_sent = true;
            session.host.change_passphrase(dialog.current, dialog.fresh);
            ui.keep_moving();
        } else {
            ui.tree().announce(dialog.error, Politeness::assertive);
        }
    }
    end_dialog(ui, flow);
    if (cancelled || !dialog.open) cancel(session, dialog);  // by the button, or by Escape
}

void receive_sealed(Session& session, SealedFile& file, std::string name, std::string bytes) {
    wipe(file.passphrase);
    file = {.name = std::move(name), .bytes = std::move(bytes), .is_busy = true};
    session.host.open_sealed(file.name, file.bytes, {});
}

void stays_sealed(Session& session, SealedFile& file, SealProblem problem) {
    if (file.bytes.empty()) return;
    file.is_busy = false;
    switch (problem) {
        case SealProblem::locked:
            file.error = file.open ? std::string(session.text("sealed.wrong")) : std::string{};
            file.open = true;
            if (!file.error.empty()) session.ui.tree().announce(file.error, Politeness::assertive);
            return;
        case SealProblem::changed: session.say(session.text("sealed.changed", {file.name})); break;
        case SealProblem::no_cryptography: session.say(session.text("sealed.not_here", {file.name})); break;
    }
    wipe(file.passphrase);
    file = {};
}

void draw_sealed_file(Session& session, SealedFile& file) {
    if (!file.open) return;
    const auto forget = [&] {
        if (file.is_busy) session.host.open_sealed({}, {}, {});  // it does not come after all
        wipe(file.passphrase);
        file = {};
    };
    Ui& ui = session.ui;
    Flow flow;
    bool stays = true;
    if (!begin_dialog(ui, session.text("sealed.title", {file.name}), 440, stays, flow)) return;
    paragraph(ui, flow, session.text("sealed.text"));
    flow.space(ui.px(12));
    const std::string_view name = session.text("sealed.passphrase");
    text_field(ui, labelled(ui, flow, name, ui.control()),
        {.name = name, .kind = InputKind::passphrase, .error = file.error, .required = true},
        file.passphrase);
    if (!file.error.empty()) paragraph(ui, flow, file.error, Type::small, Colour::late);
    flow.space(ui.px(16));
    Button go = save_button(session);
    go.label = session.text(file.is_busy ? "sealed.opening" : "sealed.open");
    go.disabled = file.is_busy || file.passphrase.empty();
    DialogFoot foot(session, flow, go);
    const DialogAnswer answer = foot.answer();
    if (answer == DialogAnswer::done) {
        file.is_busy = true;
        file.error.clear();
        session.host.open_sealed(file.name, file.bytes, file.passphrase);
        ui.keep_moving();
    }
    end_dialog(ui, flow);
    if (answer == DialogAnswer::cancelled || !stays) forget();
}

}  // namespace kith::ui
