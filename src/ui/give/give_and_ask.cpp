#include "ui/give/give_and_ask.h"

#include <algorithm>
#include <map>

#include "model/fields.h"
#include "ui/give/favours.h"
#include "ui/records/sections.h"
#include "ui/records/steps.h"

namespace kith::ui {

namespace {

bool is_promise(const Workspace& workspace, RecordId action) {
    return workspace.choice(action, action::promised_by) != action::promised_by::none &&
        workspace.get(action, action::dropped_on).empty();
}

// The day by which something is to happen: what is asked for has one, what is done waits since then.
std::optional<Day> waits_for(const Workspace& workspace, RecordId record) {
    if (kind_of(record) == Kind::action) return workspace.date(record, action::due).earliest();
    if (is_open_favour(workspace, record)) {
        if (const auto due = workspace.date(record, favour::due).earliest()) return due;
        return std::nullopt;
    }
    return day_of(workspace, record);
}

void order_by_wait(const Workspace& workspace, std::vector<RecordId>& records) {
    std::ranges::stable_sort(records, [&](RecordId a, RecordId b) {
        const auto day_a = waits_for(workspace, a), day_b = waits_for(workspace, b);
        if (day_a.has_value() != day_b.has_value()) return day_a.has_value();
        return day_a && *day_a < *day_b;
    });
}

void count_promise(const Workspace& workspace, RecordId action, Day today, GiveAndAsk& all) {
    const bool mine = workspace.choice(action, action::promised_by) == action::promised_by::me;
    GiveAndAsk::Promises& counts = mine ? all.my_promises : all.their_promises;
    const auto due = workspace.date(action, action::due).earliest();
    if (is_done(workspace, action)) {
        ++counts.kept;
        return;
    }
    ++(due && *due < today ? counts.late : counts.open);
    (mine ? all.mine : all.theirs).push_back(action);
}

}  // namespace

GiveAndAsk give_and_ask(const Workspace& workspace, Day today) {
    GiveAndAsk all;
    std::map<RecordId, int> asked;
    const auto within_a_year = [&](std::optional<Day> day) {
        return day && *day <= today && today - *day < std::chrono::days(365);
    };
    workspace.for_each(Kind::favour, [&](RecordId favour) {
        const bool given = is_given(workspace, favour);
        const auto stage = workspace.choice(favour, favour::stage);
        const bool done =
            stage == favour::stage::done || stage == favour::stage::thanked || stage == favour::stage::told;
        const auto asked_on = workspace.date(favour, favour::asked_on).earliest();
        const auto done_on = workspace.date(favour, favour::done_on).earliest();
        if (done && within_a_year(done_on ? done_on : asked_on)) ++(given ? all.given : all.received);
        if (!given && stage != favour::stage::offered && within_a_year(asked_on))
            ++asked[workspace.reference(favour, favour::person)];
        if (waits_on_me(workspace, favour))
            all.mine.push_back(favour);
        else if (is_open_favour(workspace, favour))
            all.theirs.push_back(favour);
        else
            all.past.push_back(favour);
        if (!given &&
            (stage == favour::stage::agreed || stage == favour::stage::done ||
                stage == favour::stage::thanked))
            all.underway.push_back(favour);
    });
    workspace.for_each(Kind::action, [&](RecordId action) {
        if (is_promise(workspace, action)) count_promise(workspace, action, today, all);
    });
    for (const auto& [person, times] : asked) {
        if (times >= 2 && times > all.asked_most_times && workspace.live(person))
            all.asked_most = person, all.asked_most_times = times;
    }
    order_by_wait(workspace, all.mine);
    order_by_wait(workspace, all.theirs);
    order_records(workspace, all.past);
    order_records(workspace, all.underway);
    return all;
}

}  // namespace kith::ui
