#include "ui/files/backup.h"

#include <chrono>
#include <cmath>

#include "journal/transaction.h"
#include "ui/session/dates.h"
#include "ui/session/session.h"

namespace kith::ui {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::days backups_last{7};
constexpr std::chrono::hours asked_again_after{24};

std::string backup_name(const Session& session) {
    return "kith-" + to_iso(session.ui.today()) + ".kith";
}

std::string last_backup(const Session& session, const BackupState& backup) {
    if (backup.last == Instant{}) return std::string(session.text("backup.never"));
    return session.text("backup.last", {backup.last});
}

/// The first thing that was done here but looking at the sample; none: nothing to lose.
Instant first_own_step(const Workspace& workspace) {
    for (const TransactionInfo& step : workspace.transactions()) {
        if (step.kind != TransactionKind::sample) return step.stamp.wall();
    }
    return {};
}

bool reminder_is_due(const Session& session) {
    if (session.past) return false;
    const StorageState storage = session.host.storage();
    const bool keeps = storage.state == SaveState::saved || storage.state == SaveState::saving ||
        storage.state == SaveState::not_saved;
    if (storage.persistent || !keeps || session.workspace.count(Kind::person) == 0) return false;
    const Instant now = session.ui.now();
    if (now < session.remind_after || now - session.host.backup().last < backups_last) return false;
    const Instant first = first_own_step(session.workspace);
    return first != Instant{} && now - first >= backups_last;
}

/// The file that the browser writes by itself.
void draw_kept_file(Session& session, Flow& flow, const BackupState& backup) {
    Ui& ui = session.ui;
    Host& host = session.host;
    using File = BackupState::File;
    const Button stop{.label = session.text("backup.stop"), .kind = ButtonKind::bare};
    switch (backup.file) {
        case File::unavailable:
            paragraph(ui, flow, session.text("backup.unavailable"), Type::small, Colour::muted);
            return;
        case File::none:
            paragraph(ui, flow, session.text("backup.keep_text"), Type::small, Colour::muted);
            flow.space(ui.px(8));
            if (button(ui, flow, {.label = session.text("backup.keep"), .icon = Icon::hard_drive}))
                host.keep_backup_file("kith.kith");
            return;
        case File::waiting:
            notice(ui, flow, TagKind::due, session.text("backup.waiting", {backup.name}));
            break;
        case File::failed:
            notice(ui, flow, TagKind::late, session.text("backup.failed", {backup.name}));
            paragraph(
                ui, flow, ui.formatter().format_cause({.cause = backup.cause}), Type::small, Colour::muted);
            break;
        case File::kept:
            paragraph(ui, flow, session.text("backup.kept", {backup.name}), Type::small, Colour::muted);
            break;
    }
    flow.space(ui.px(8));
    Line line(flow.take(ui.control()));
    const Button again{
        .label = session.text(backup.file == File::waiting ? "backup.allow" : "backup.choose_again")};
    if (backup.file != File::kept && button(ui, line.start(button_width(ui, again), ui.px(8)), again)) {
        if (backup.file == File::waiting)
            host.allow_backup_file();
        else
            host.keep_backup_file("kith.kith");
    }
    if (button(ui, line.start(button_width(ui, stop)), stop)) host.forget_backup_file();
}

}  // namespace

void save_backup(Session& session) {
    std::string bytes = file_header();
    for (const TransactionInfo& transaction : session.workspace.transactions())
        bytes += transaction.frame;
    Host& host = session.host;
    host.save_backup(backup_name(session), bytes);
    host.note_backup();
    session.say(std::string(session.text("settings.backup_done")));
}

void draw_backup_card(Session& session, Flow& flow) {
    Ui& ui = session.ui;
    const BackupState backup = session.host.backup();
    Card card(ui, flow);
    heading(
        ui, card.flow.take(ui.line(Type::section)), session.text("settings.backup_title"), 2, Type::section);
    card.flow.space(ui.px(4));
    paragraph(ui, card.flow, session.text("settings.backup_text"), Type::body, Colour::muted);
    card.flow.space(ui.px(4));
    paragraph(ui, card.flow, last_backup(session, backup), Type::small, Colour::muted);
    card.flow.space(ui.px(12));
    Line line(card.flow.take(ui.control()));
    const Button save{.label = session.text("settings.backup"), .icon = Icon::download};
    const Button restore{.label = session.text("backup.open"), .icon = Icon::upload};
    if (button(ui, line.start(button_width(ui, save), ui.px(8)), save)) session.wish.backup = true;
    if (button(ui, line.start(button_width(ui, restore)), restore)) session.host.choose_files(".kith", false);
    card.flow.space(ui.px(16));
    draw_separator(ui, card.flow.x, card.flow.end_x(), card.flow.y);
    card.flow.space(ui.px(16));
    draw_kept_file(session, card.flow, backup);
    card.end();
}

float draw_backup_reminder(Session& session, ImRect area) {
    if (!reminder_is_due(session)) return 0;
    Ui& ui = session.ui;
    const bool below = ui.phone();
    const Instant last = session.host.backup().last;
    const std::string words = last == Instant{} ? std::string(session.text("backup.remind_never"))
                                                : session.text("backup.remind", {last});
    const Button save{.label = session.text("backup.save_now"), .icon = Icon::download, .small = true};
    const Button later{.label = session.text("backup.later"), .kind = ButtonKind::bare, .small = true};
    const float side = ui.px(below ? grid::screen_phone : grid::screen);
    const float buttons = button_width(ui, save) + button_width(ui, later) + ui.px(8);
    const float room = area.GetWidth() - 2 * side - (below ? 0 : buttons + ui.px(16));
    const auto lines = wrap_text(ui, words, Type::small, room);
    const float text_height = ui.line(Type::small) * static_cast<float>(lines.size());
    const float height =
        below ? text_height + ui.control() + ui.px(20) : std::max(text_height, ui.control()) + ui.px(12);
    const ImRect strip{area.Min.x, area.Min.y, area.Max.x, area.Min.y + height};
    ImGui::GetWindowDrawList()->AddRectFilled(strip.Min, strip.Max, ui.colour(Colour::due_soft));
    ui.open_group(Role::region, session.text("settings.backup_title"), strip);
    Flow flow{.x = strip.Min.x + side, .y = strip.Min.y + ui.px(6), .width = room};
    if (!below) flow.y = middle(strip, text_height).Min.y;
    paragraph(ui, flow, words, Type::small, Colour::due);
    ImRect row = below
        ? ImRect{flow.x, flow.y + ui.px(8), strip.Max.x - side, flow.y + ui.px(8) + ui.control()}
        : middle({strip.Max.x - side - buttons, strip.Min.y, strip.Max.x - side, strip.Max.y}, ui.control());
    Line line(row);
    if (button(ui, line.start(button_width(ui, save), ui.px(8)), save)) session.wish.backup = true;
    if (button(ui, line.start(button_width(ui, later)), later))
        session.remind_after = ui.now() + asked_again_after;
    ui.tree().close();
    return height;
}

}  // namespace kith::ui
