#include "planning/facts/ledger.h"

#include <algorithm>

#include "base/text.h"
#include "model/fields.h"
#include "model/meanings.h"
#include "workspace/names.h"

namespace kith {

namespace {

void count_favour(const Workspace& workspace, RecordId favour, FavourCount& count) {
    const auto stage = workspace.choice(favour, favour::stage);
    if (stage == favour::stage::declined)
        ++count.declined;
    else if (is_done(stage))
        ++count.done;
    else
        ++count.open;
    const auto day = day_of_favour(workspace, favour);
    if (day && (!count.last || *day > *count.last)) count.last = day;
}

/// Something was asked of them if I received it, or am to, and they did not offer it.
void count_asked(const Workspace& workspace, RecordId favour, Day today, AskedCount& count) {
    if (workspace.choice(favour, favour::stage) == favour::stage::offered) return;
    ++count.ever;
    const auto on = workspace.date(favour, favour::asked_on).earliest();
    if (!on || *on > today) return;
    if (today - *on < days{90}) ++count.in_90_days;
    if (today - *on < days{365}) ++count.in_a_year;
    if (!count.last || *on > *count.last) count.last = on;
}

void count_promise(const Workspace& workspace, RecordId action, Day today, PromiseCount& count) {
    const auto due = workspace.date(action, action::due).earliest();
    const auto done = workspace.date(action, action::done_on).earliest();
    if (done)
        ++(due && *done > *due ? count.kept_late : count.kept);
    else if (!workspace.date(action, action::dropped_on).empty())
        ++count.dropped;
    else if (due && *due < today)
        ++count.late;
    else
        ++count.open;
}

}  // namespace

std::optional<Day> day_of_favour(const Workspace& workspace, RecordId favour) {
    const auto done = workspace.date(favour, favour::done_on).earliest();
    return done ? done : workspace.date(favour, favour::asked_on).earliest();
}

Ledger ledger_with(const Workspace& workspace, RecordId person, Day today) {
    Ledger ledger;
    ledger.favours = workspace.referrers(person, favour::person);
    for (const RecordId favour : ledger.favours) {
        const bool given = workspace.choice(favour, favour::direction) == favour::direction::given;
        count_favour(workspace, favour, given ? ledger.given : ledger.received);
        if (!given) count_asked(workspace, favour, today, ledger.asked);
    }
    std::ranges::stable_sort(ledger.favours, std::ranges::greater{},
        [&](RecordId favour) { return day_of_favour(workspace, favour).value_or(Day::min()); });
    for (const RecordId action : workspace.referrers(person, action::people)) {
        const auto by = workspace.choice(action, action::promised_by);
        if (by == action::promised_by::me) count_promise(workspace, action, today, ledger.my_promises);
        if (by == action::promised_by::them) count_promise(workspace, action, today, ledger.their_promises);
    }
    return ledger;
}

Facts ledger_facts(const Ledger& ledger, Day today) {
    Facts facts;
    if (ledger.given.done > 0) facts.push_back({"fact.you_gave", {ledger.given.done}});
    if (ledger.received.done > 0) facts.push_back({"fact.they_gave", {ledger.received.done}});
    if (ledger.asked.last && *ledger.asked.last < today)
        facts.push_back({"fact.last_asked", {today - *ledger.asked.last}});
    if (ledger.asked.in_a_year > 0) facts.push_back({"fact.asked_in_a_year", {ledger.asked.in_a_year}});
    if (ledger.my_promises.late > 0) facts.push_back({"fact.my_promises_late", {ledger.my_promises.late}});
    if (ledger.their_promises.late > 0)
        facts.push_back({"fact.their_promises_late", {ledger.their_promises.late}});
    return facts;
}

std::optional<Message> asked_recently(
    const Workspace& workspace, RecordId person, Day today, const Rules& rules) {
    AskedCount asked;
    for (const RecordId favour : workspace.referrers(person, favour::person)) {
        if (workspace.choice(favour, favour::direction) != favour::direction::given)
            count_asked(workspace, favour, today, asked);
    }
    if (!asked.last || today - *asked.last >= rules.asked_recently) return std::nullopt;
    return Message{"fact.last_asked", {today - *asked.last}};
}

std::vector<ChainLink> chain_of(const Workspace& workspace, RecordId favour) {
    RecordId origin = favour;
    std::vector<RecordId> seen = {favour};
    for (;;) {
        const RecordId before = workspace.reference(origin, favour::led_from);
        if (!before || !workspace.live(before) || std::ranges::contains(seen, before)) break;
        seen.push_back(origin = before);
    }
    std::vector<ChainLink> chain;
    const auto visit = [&](auto& again, RecordId record, RecordId from, std::size_t depth) -> void {
        if (std::ranges::contains(chain, record, &ChainLink::record)) return;
        chain.push_back({record, from, depth});
        auto next = workspace.referrers(record, favour::led_from);
        std::ranges::stable_sort(
            next, {}, [&](RecordId one) { return day_of_favour(workspace, one).value_or(Day::max()); });
        for (const RecordId one : next)
            again(again, one, record, depth + 1);
        for (const FieldId field : {opportunity::came_of})
            for (const RecordId one : workspace.referrers(record, field))
                again(again, one, record, depth + 1);
        if (const RecordId target = workspace.reference(record, favour::opportunity);
            target && workspace.live(target))
            again(again, target, record, depth + 1);
    };
    visit(visit, origin, {}, 0);
    return chain;
}

std::vector<RecordId> open_favours(const Workspace& workspace) {
    std::vector<RecordId> open;
    workspace.for_each(Kind::favour, [&](RecordId favour) {
        const auto stage = workspace.choice(favour, favour::stage);
        const bool given = workspace.choice(favour, favour::direction) == favour::direction::given;
        const bool closed =
            stage == favour::stage::told || stage == favour::stage::declined || (given && is_done(stage));
        if (!closed) open.push_back(favour);
    });
    std::ranges::stable_sort(open, {}, [&](RecordId favour) {
        return workspace.date(favour, favour::asked_on).earliest().value_or(Day::max());
    });
    return open;
}

}  // namespace kith
