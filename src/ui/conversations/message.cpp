#include "ui/conversations/message.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "model/fields.h"
#include "planning/facts/ledger.h"
#include "planning/messages/sending.h"
#include "ui/agenda/lines.h"
#include "ui/records/guides.h"
#include "workspace/names.h"

namespace kith::ui {

namespace {

// What one writes for of one's own accord; the others need a record to be about.
constexpr std::array offered{DraftKind::check_in, DraftKind::follow_up, DraftKind::thank,
    DraftKind::congratulate, DraftKind::ask_advice, DraftKind::ask_referral, DraftKind::ask_recommendation,
    DraftKind::ask_introduction, DraftKind::tell_outcome, DraftKind::remind, DraftKind::share_news,
    DraftKind::end_mentorship};

std::string label_key(DraftKind kind) {
    return "draft." + std::string(key_of(kind));
}

bool asks(DraftKind kind) {
    return kind == DraftKind::ask_advice || kind == DraftKind::ask_referral ||
        kind == DraftKind::ask_recommendation || kind == DraftKind::ask_introduction;
}

bool edited(const MessageDialog& dialog) {
    return dialog.draft.subject != dialog.begun.subject || dialog.draft.body != dialog.begun.body;
}

void fill(Session& session, MessageDialog& dialog) {
    const Day today = session.ui.today();
    dialog.begun = dialog.draft =
        write_message(session.workspace, session.insight.contacts(), dialog.request, session.ui.formatter());
    dialog.warning.clear();
    if (!asks(dialog.request.kind)) return;
    const Rules rules = rules_of(session.workspace);
    if (const auto fact = asked_recently(session.workspace, dialog.request.person, today, rules))
        dialog.warning = session.text(*fact);
}

void keep(Session& session, MessageDialog& dialog) {
    const std::string name = person_name(session.workspace, dialog.request.person);
    const std::string title = session.text("message.kept_title", {name, dialog.draft.subject});
    const MessageToKeep message{.message = dialog.draft, .kept = dialog.kept, .about = dialog.request.record};
    dialog.open = !session.commit(keep_message(message, name, title, session.ui.today(), session.random),
        session.text("message.kept", {name}));
}

/// The favour that was asked for by it, if one was.
std::optional<AskedFor> asked_for(const MessageDialog& dialog) {
    if (dialog.favour_kind == favour::kind::none) return std::nullopt;
    const bool introduction = dialog.favour_kind == favour::kind::introduction;
    return AskedFor{.person = dialog.request.person,
        .kind = dialog.favour_kind,
        .about = dialog.request.about,
        .goal = dialog.asks_for,
        .introduced = introduction ? dialog.request.other : RecordId{}};
}

/// Notes that it was sent, and that what it was for is done.
void note_sent(Session& session, MessageDialog& dialog) {
    const std::string name = person_name(session.workspace, dialog.request.person);
    const MessageSent sent{.message = dialog.draft,
        .item = dialog.item ? &*dialog.item : nullptr,
        .item_title = dialog.item_title,
        .tells = dialog.tells,
        .asked = asked_for(dialog),
        .kept = dialog.kept};
    dialog.open =
        !session.commit(note_sent(session.workspace, sent, name, session.ui.today(), session.random),
            session.text("message.is_sent", {name}));
}

void read_kept(Session& session, MessageDialog& dialog) {
    MessageDraft kept = kept_message(session.workspace, dialog.kept);
    dialog.draft.subject = std::move(kept.subject);
    dialog.draft.body = std::move(kept.body);
    dialog.request.kind = dialog.draft.kind = kept.kind;
}

void draw_kind(Session& session, MessageDialog& dialog, Flow& flow) {
    Ui& ui = session.ui;
    std::vector<DraftKind> kinds(offered.begin(), offered.end());
    if (!std::ranges::contains(kinds, dialog.request.kind)) kinds.push_back(dialog.request.kind);
    std::vector<std::string_view> labels;
    for (const DraftKind kind : kinds)
        labels.push_back(session.text(label_key(kind)));
    const auto at = std::ranges::find(kinds, dialog.request.kind) - kinds.begin();
    const std::string_view name = session.text("message.kind");
    Line kind_line(labelled(ui, flow, name, ui.control()));
    const Button how = how_to_button(session);
    const ImRect how_area = kind_line.end(button_width(ui, how), ui.px(8));
    if (button(ui, how_area, how)) session.wish.guide = guide_for(dialog.request.kind);
    const auto picked =
        select(ui, kind_line.area, {.name = name, .options = labels, .current = static_cast<int>(at)});
    flow.space(ui.px(12));
    if (!picked) return;
    dialog.request.kind = kinds[static_cast<std::size_t>(*picked)];
    const MessageDraft mine = dialog.draft;
    const bool keep_mine = edited(dialog);
    fill(session, dialog);
    if (!keep_mine) return;
    dialog.draft.subject = mine.subject;
    dialog.draft.body = mine.body;
}

void draw_sent(Session& session, MessageDialog& dialog, Flow& flow) {
    Ui& ui = session.ui;
    const Button sent{.label = session.text("message.sent"), .kind = ButtonKind::primary};
    const Button not_yet{.label = session.text("message.not_yet")};
    Line line(flow.take(ui.control()));
    const ImRect sent_area = line.end(button_width(ui, sent), ui.px(8));
    const ImRect later_area = line.end(button_width(ui, not_yet), ui.px(8));
    label(ui, line.area, session.text("message.was_it_sent"), Type::body, Colour::muted);
    if (button(ui, later_area, not_yet)) dialog.handed_over = false;
    if (button(ui, sent_area, sent)) note_sent(session, dialog);
}

void draw_ways(Session& session, MessageDialog& dialog, Flow& flow) {
    Ui& ui = session.ui;
    const Button mail{.label = session.text("message.open_mail"),
        .icon = Icon::mail,
        .kind = ButtonKind::primary,
        .shortcut = "Control+Enter"};
    const Button copy{.label = session.text("message.copy"), .icon = Icon::copy};
    const Button keep_it{.label = session.text("message.keep")};
    const float gap = ui.px(8);
    Line line(flow.take(ui.control()));
    const bool narrow =
        button_width(ui, mail) + button_width(ui, copy) + button_width(ui, keep_it) + 2 * gap > line.width();
    const ImRect mail_area = narrow ? line.area : line.end(button_width(ui, mail), gap);
    if (narrow) {
        flow.space(gap);
        line = Line(flow.take(ui.control()));
    }
    const ImRect copy_area = line.end(button_width(ui, copy), gap);
    const ImRect keep_area = line.end(button_width(ui, keep_it));
    if (button(ui, keep_area, keep_it)) keep(session, dialog);
    if (button(ui, copy_area, copy)) {
        ui.host().copy(dialog.draft.body);
        ui.tree().announce(std::string(session.text("message.copied")));
        dialog.handed_over = true;
    }
    if (dialog.open && (button(ui, mail_area, mail) || ui.submitted())) {
        ui.host().open_link(mailto_link(dialog.draft));
        dialog.handed_over = true;
    }
}

}  // namespace

void open_message(Session& session, MessageDialog& dialog, WriteWish wish) {
    dialog = {.open = true, .request = std::move(wish.request)};
    dialog.tells = wish.tells;
    dialog.asks_for = wish.asks_for;
    dialog.favour_kind = wish.favour_kind;
    if (wish.item) {
        dialog.item = std::move(wish.item);
        dialog.item_title = std::move(wish.title);
        if (is_kept_message(session.workspace, dialog.item->record)) {
            dialog.kept = dialog.item->record;
            dialog.item.reset();
        }
    }
    fill(session, dialog);
    if (dialog.kept) read_kept(session, dialog);
}

void draw_message(Session& session, MessageDialog& dialog) {
    if (!dialog.open) return;
    Ui& ui = session.ui;
    Flow flow;
    const std::string name = person_name(session.workspace, dialog.request.person);
    if (!begin_dialog(ui, session.text("message.title", {name}), 620, dialog.open, flow)) return;
    if (!dialog.warning.empty()) {
        notice(ui, flow, TagKind::due, dialog.warning);
        flow.space(ui.px(12));
    }
    draw_kind(session, dialog, flow);
    const std::string_view to = session.text("message.to"), subject = session.text("message.subject"),
                           body = session.text("message.text");
    text_field(ui, labelled(ui, flow, to, ui.control()),
        {.name = to,
            .placeholder = session.text("message.no_address"),
            .kind = InputKind::email,
            .focus_first = false},
        dialog.draft.to);
    flow.space(ui.px(12));
    text_field(ui, labelled(ui, flow, subject, ui.control()),
        {.name = subject, .focus_first = false, .select_all = false}, dialog.draft.subject);
    flow.space(ui.px(12));
    text_field(ui, labelled(ui, flow, body, text_area_height(ui, dialog.draft.body, flow.width, 7, 14)),
        {.name = body, .multiline = true, .select_all = false}, dialog.draft.body);
    flow.space(ui.px(4));
    paragraph(ui, flow, session.text("message.yours"), Type::small, Colour::muted);
    flow.space(ui.px(16));
    if (dialog.handed_over)
        draw_sent(session, dialog, flow);
    else
        draw_ways(session, dialog, flow);
    end_dialog(ui, flow);
}

}  // namespace kith::ui
