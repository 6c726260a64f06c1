#include "ui/favours.h"

#include <algorithm>

#include "model/fields.h"
#include "planning/rules.h"
#include "ui/dates.h"

namespace kith::ui {

bool is_given(const Workspace& workspace, RecordId favour) {
    return workspace.text(favour, favour::direction) == "given";
}

bool is_open_favour(const Workspace& workspace, RecordId favour) {
    const std::string_view stage = workspace.text(favour, favour::stage);
    return stage.empty() || stage == "asked" || stage == "offered" || stage == "agreed";
}

bool owes_thanks(const Workspace& workspace, RecordId favour) {
    const std::string_view stage = workspace.text(favour, favour::stage);
    return !is_given(workspace, favour) && (stage == "done" || stage == "thanked");
}

bool waits_on_me(const Workspace& workspace, RecordId favour) {
    const std::string_view stage = workspace.text(favour, favour::stage);
    if (is_given(workspace, favour)) return stage == "asked" || stage == "agreed";
    return stage == "offered" || owes_thanks(workspace, favour);
}

BothWays both_ways(const Workspace& workspace, RecordId person, Day today) {
    BothWays counts;
    const auto later = [](std::optional<Day>& last, std::optional<Day> day) {
        if (day && (!last || *day > *last)) last = day;
    };
    for (const RecordId favour : workspace.referrers(person, favour::person)) {
        const std::string_view stage = workspace.text(favour, favour::stage);
        const bool done = stage == "done" || stage == "thanked" || stage == "told";
        const auto asked = workspace.date(favour, favour::asked_on).earliest();
        const auto on = workspace.date(favour, favour::done_on).earliest();
        if (is_given(workspace, favour)) {
            counts.given += done ? 1 : 0;
            if (done) later(counts.last_given, on ? on : asked);
            continue;
        }
        counts.received += done ? 1 : 0;
        if (done) later(counts.last_received, on ? on : asked);
        if (stage == "offered" || !asked || *asked > today) continue;
        later(counts.last_asked, asked);
        if (today - *asked < std::chrono::days(365)) ++counts.asked_this_year;
    }
    return counts;
}

void draw_both_ways(Session& session, Flow& flow, RecordId person) {
    Ui& ui = session.ui;
    const BothWays counts = both_ways(session.workspace, person, ui.today());
    const auto when = [&](std::optional<Day> day) {
        return day ? relative_day(ui.words(), ui.host(), *day, ui.today()) : std::string{};
    };
    const auto say = [&](std::string_view key, int count, std::optional<Day> last) {
        std::string words = session.text(key, {std::to_string(count)});
        if (count > 0 && last) words += ", " + session.text("favours.last", {when(last)});
        paragraph(ui, flow, words, Type::small);
    };
    say("favours.you_gave", counts.given, counts.last_given);
    say("favours.you_received", counts.received, counts.last_received);
    say("favours.asked_this_year", counts.asked_this_year, counts.last_asked);
    const Rules rules = rules_of(session.workspace);
    if (counts.last_asked && ui.today() - *counts.last_asked < rules.asked_recently &&
        counts.asked_this_year > 1) {
        flow.space(ui.px(8));
        notice(ui, flow, TagKind::due, session.text("favours.asked_lately"));
    }
}

}  // namespace kith::ui
