#include "ui/give/favours.h"

#include "planning/facts/ledger.h"
#include "planning/facts/rules.h"
#include "ui/session/dates.h"

namespace kith::ui {

void draw_both_ways(Session& session, Flow& flow, RecordId person) {
    Ui& ui = session.ui;
    const Ledger ledger = ledger_with(session.workspace, person, ui.today());
    const auto say = [&](std::string_view key, int count, std::optional<Day> last) {
        if (count == 0) return;
        std::string words = session.text(key, {count});
        if (last) words += ", " + session.text("favours.last", {*last});
        paragraph(ui, flow, words, Type::small);
    };
    say("favours.you_gave", ledger.given.done, ledger.given.last);
    say("favours.you_received", ledger.received.done, ledger.received.last);
    say("favours.asked_this_year", ledger.asked.in_a_year, ledger.asked.last);
    if (ledger.given.done + ledger.received.done + ledger.asked.in_a_year == 0)
        paragraph(ui, flow, session.text("favours.nothing_yet"), Type::small, Colour::muted);
    if (ledger.asked.in_a_year < 2) return;
    if (const auto lately =
            asked_recently(session.workspace, person, ui.today(), rules_of(session.workspace))) {
        flow.space(ui.px(8));
        notice(ui, flow, TagKind::due, ui.text(*lately));
    }
}

}  // namespace kith::ui
