#include "ui/settings/packing.h"

#include <algorithm>
#include <array>

#include "ui/files/backup.h"
#include "ui/session/dates.h"
#include "ui/session/dialog_foot.h"
#include "ui/session/session.h"

namespace kith::ui {

namespace {

constexpr std::array<int, 4> ages_in_months{6, 12, 24, 60};

/// Everything before the beginning of that day.
Instant cut_of(const Session& session, const PackingDialog& dialog) {
    const std::chrono::year_month_day today{session.ui.today()};
    std::chrono::year_month_day day =
        today - std::chrono::months(ages_in_months[static_cast<std::size_t>(dialog.age)]);
    if (!day.ok()) day = day.year() / day.month() / std::chrono::last;
    return Instant{Day{day}} - session.ui.host().locale().utc_offset;
}

void work_out(const Session& session, PackingDialog& dialog) {
    if (!dialog.worked_out.renew(session.workspace.revision(), dialog.age)) return;
    dialog.away = session.workspace.superseded_before(cut_of(session, dialog));
    dialog.bytes = 0;
    for (const std::uint32_t transaction : dialog.away)
        dialog.bytes += session.workspace.transactions()[transaction].frame.size();
}

void pack(Session& session, PackingDialog& dialog) {
    const std::vector<std::uint32_t> away = std::move(dialog.away);
    const Message label{"change.pack", {away.size()}};
    if (session.workspace.note_packing(label, away, cut_of(session, dialog), session.ui.now()))
        session.host.pack_away(away);
    dialog = {};
}

}  // namespace

std::string size_text(std::uint64_t bytes) {
    if (bytes < 1'000'000) return std::to_string((bytes + 999) / 1000) + " KB";
    constexpr std::uint64_t megabyte = 1'000'000, gigabyte = 1'000 * megabyte;
    const std::uint64_t unit = bytes < gigabyte ? megabyte : gigabyte;
    const std::uint64_t tenths = bytes / (unit / 10);
    std::string text = std::to_string(tenths / 10);
    if (tenths < 100) text += "." + std::to_string(tenths % 10);
    return text + (unit == gigabyte ? " GB" : " MB");
}

void draw_packing_card(Session& session, PackingDialog& dialog, Flow& flow) {
    Ui& ui = session.ui;
    const auto steps = session.workspace.transactions();
    if (steps.empty()) return;
    std::uint64_t bytes = 0;
    Instant first = steps.front().stamp.wall();
    for (const TransactionInfo& step : steps) {
        bytes += step.frame.size();
        first = std::min(first, step.stamp.wall());
    }
    Card card(ui, flow);
    heading(ui, card.flow.take(ui.line(Type::section)), session.text("packing.title"), 2, Type::section);
    card.flow.space(ui.px(4));
    paragraph(ui, card.flow, session.text("packing.text"), Type::body, Colour::muted);
    card.flow.space(ui.px(8));
    paragraph(ui, card.flow, session.text("packing.size", {steps.size(), first, size_text(bytes)}),
        Type::small, Colour::muted);
    if (session.workspace.packed_until() > Instant{})
        paragraph(ui, card.flow, session.text("packing.was_packed", {session.workspace.packed_until()}),
            Type::small, Colour::muted);
    card.flow.space(ui.px(12));
    const bool can = session.may_write() && session.host.storage().state == SaveState::saved;
    if (button(ui, card.flow, {.label = session.text("packing.open"), .disabled = !can}))
        dialog = {.open = true};
    card.end();
}

void draw_packing(Session& session, PackingDialog& dialog) {
    if (!dialog.open) return;
    Ui& ui = session.ui;
    Flow flow;
    if (!begin_dialog(ui, session.text("packing.open"), 520, dialog.open, flow)) return;
    work_out(session, dialog);
    std::array<std::string, 4> words;
    std::array<std::string_view, 4> options;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const int months = ages_in_months[i];
        words[i] = months < 12 ? session.text("packing.months", {months})
                               : session.text("packing.years", {months / 12});
        options[i] = words[i];
    }
    const std::string_view name = session.text("packing.age");
    const ImRect strip = labelled(ui, flow, name, ui.control());
    const float wide = std::min(strip.GetWidth(), segmented_width(ui, options));
    if (const auto picked = segmented(
            ui, {strip.Min.x, strip.Min.y, strip.Min.x + wide, strip.Max.y}, name, options, dialog.age))
        dialog.age = *picked;
    flow.space(ui.px(12));
    const bool nothing = dialog.away.empty();
    paragraph(ui, flow,
        nothing ? std::string(session.text("packing.nothing"))
                : session.text("packing.what", {dialog.away.size(), size_text(dialog.bytes)}));
    if (!nothing) {
        flow.space(ui.px(4));
        paragraph(ui, flow, session.text("packing.consequence", {cut_of(session, dialog)}), Type::small,
            Colour::muted);
    }
    flow.space(ui.px(16));
    const Button save{
        .label = session.text("packing.save"), .icon = dialog.is_saved ? Icon::check : Icon::download};
    const Button go{.label = session.text("packing.go"),
        .kind = ButtonKind::primary,
        .disabled = nothing || !dialog.is_saved};
    if (!nothing) {
        if (button(ui, flow, save)) {
            session.wish.backup = true;
            dialog.is_saved = true;
        }
        flow.space(ui.px(16));
    }
    DialogFoot foot(session, flow, go);
    const DialogAnswer answer = foot.answer();
    if (answer == DialogAnswer::cancelled) dialog.open = false;
    end_dialog(ui, flow);
    if (answer == DialogAnswer::done) pack(session, dialog);
}

}  // namespace kith::ui
