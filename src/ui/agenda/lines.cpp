#include "ui/agenda/lines.h"

#include <algorithm>
#include <array>

#include "model/fields.h"
#include "planning/agenda/doing.h"
#include "planning/messages/sending.h"
#include "ui/session/people_list.h"
#include "ui/session/places.h"
#include "workspace/names.h"

namespace kith::ui {

namespace {

bool is_promise(AgendaKind kind) {
    return kind == AgendaKind::promise_mine || kind == AgendaKind::promise_theirs ||
        kind == AgendaKind::favour_do || kind == AgendaKind::action || kind == AgendaKind::opportunity;
}

/// When, in a few words. A rhythm is nobody's verdict: there it is "due", never so many days late.
void say_when(const Session& session, AgendaLine& line) {
    const AgendaItem& item = *line.item;
    if (!item.due) return;
    const Day today = session.ui.today(), due = *item.due;
    if (item.kind == AgendaKind::due_contact && due <= today) {
        const bool drifting = std::ranges::any_of(
            item.reasons, [](const Message& fact) { return fact.key == "fact.drifting"; });
        line.when = session.text(drifting ? "today.drifting" : "today.due");
        line.when_kind = drifting ? TagKind::late : TagKind::due;
    } else if (due == today) {
        line.when = session.text("date.today");
        line.when_kind = TagKind::due;
    } else if (due < today && item.kind == AgendaKind::celebrate) {
        line.when = session.show_relative(due);
    } else if (due < today) {
        line.when = session.text({"today.overdue", {today - due}});
        line.when_kind = is_promise(item.kind) ? TagKind::late : TagKind::due;
    } else if (item.kind == AgendaKind::follow_up) {
        line.when = session.text("today.days_left", {(due - today).count()});
        line.when_kind = TagKind::due;
    } else if (is_promise(item.kind) && due - today < std::chrono::days{7}) {
        line.when = session.text("today.by", {due});
    } else {
        line.when = session.show_relative(due);
    }
}

}  // namespace

bool says_only_when(std::string_view key) {
    constexpr std::array<std::string_view, 5> dates{
        "fact.due_in", "fact.was_due", "fact.planned", "fact.comes", "fact.happened"};
    return std::ranges::contains(dates, key);
}

std::uint64_t line_key(const AgendaItem& item) {
    return mix(item.record.value ^ mix(item.element.value + static_cast<std::uint64_t>(item.kind)));
}

void put_into_words(const Session& session, AgendaLine& line) {
    if (line.worded) return;
    line.worded = true;
    const AgendaItem& item = *line.item;
    line.title = session.text(item.title);
    say_when(session, line);
    // Three facts say why; all of them stand on the person's page.
    constexpr int most = 3;
    int said = 0;
    const auto add = [&](std::string_view fact) {
        if (fact.empty() || said == most) return;
        if (said++ > 0) line.why += " · ";
        line.why += fact;
    };
    for (const Message& fact : item.reasons) {
        if (!says_only_when(fact.key)) add(session.text(fact));
    }
    if (said == 0 && !item.people.empty()) add(work_of(session.workspace, item.people.front()));
}

DraftKind message_for(NextStep step) {
    switch (step) {
        case NextStep::write_follow_up: return DraftKind::follow_up;
        case NextStep::ask_about_it:
        case NextStep::remind: return DraftKind::remind;
        case NextStep::thank: return DraftKind::thank;
        case NextStep::tell_outcome: return DraftKind::tell_outcome;
        case NextStep::congratulate: return DraftKind::congratulate;
        case NextStep::end_well: return DraftKind::end_mentorship;
        case NextStep::share_news: return DraftKind::share_news;
        default: return DraftKind::check_in;
    }
}

std::string_view short_step(const Session& session, const AgendaItem& item) {
    if (is_kept_message(session.workspace, item.record)) return session.text("today.step_write");
    switch (item.step) {
        case NextStep::get_in_touch: return session.text("today.step_get_in_touch");
        case NextStep::write_follow_up: return session.text("today.step_write");
        case NextStep::do_it: return session.text("today.step_done");
        case NextStep::ask_about_it: return session.text("today.step_ask");
        case NextStep::answer: return session.text("today.step_answer");
        case NextStep::remind: return session.text("today.step_remind");
        case NextStep::thank: return session.text("today.step_thank");
        case NextStep::tell_outcome: return session.text("today.step_tell");
        case NextStep::congratulate: return session.text("today.step_congratulate");
        case NextStep::prepare: return session.text("today.step_prepare");
        case NextStep::review: return session.text("today.step_review");
        case NextStep::arrange_meeting: return session.text("today.step_arrange");
        case NextStep::end_well: return session.text("today.step_end");
        case NextStep::share_news: return session.text("today.step_share");
        case NextStep::open_it: return session.text("today.step_open");
    }
    return {};
}

void write_for(Session& session, const AgendaLine& line) {
    const AgendaItem& item = *line.item;
    if (item.step == NextStep::share_news) {  // the others are to hear of it still
        session.wish.write = WriteWish{
            .request = {.kind = message_for(item.step), .person = item.people.front(), .record = item.record},
            .item = {},
            .title = {},
            .tells = item.record};
        return;
    }
    session.wish.write = WriteWish{
        .request = {.kind = message_for(item.step), .person = item.people.front(), .record = item.record},
        .item = item,
        .title = line.title};
}

void open_item(Session& session, RecordId record) {
    const bool membership = kind_of(record) == Kind::affiliation;
    open_record(
        session, membership ? session.workspace.reference(record, affiliation::organisation) : record);
}

bool take_step(Session& session, const AgendaLine& line) {
    const AgendaItem& item = *line.item;
    const bool kept = is_kept_message(session.workspace, item.record);
    if (item.step == NextStep::do_it && !kept) return tick_off(session, line);
    if (item.step == NextStep::prepare)
        session.wish.prepare = item.record;
    else if (item.step == NextStep::review)
        session.wish.review = item.record;
    else if (item.step == NextStep::open_it)
        open_item(session, item.record);
    else if (item.step == NextStep::get_in_touch || item.people.empty())
        session.wish.log_with = item.people.empty() ? RecordId{} : item.people.front();
    else
        write_for(session, line);
    return false;
}

bool tick_off(Session& session, const AgendaLine& line) {
    const AgendaItem& item = *line.item;
    if (item.kind == AgendaKind::due_contact) {  // done by saying that one was in touch
        session.wish.log_with = item.record;
        return false;
    }
    return session.commit(do_item(session.workspace, item, line.title, session.ui.today(), session.random),
        session.text("today.is_done", {line.title}));
}

bool put_off_line(Session& session, const AgendaItem& item, std::string_view title, Day until) {
    return session.commit(put_off_item(session.workspace, item, title, until),
        session.text("today.is_put_off", {title, until}));
}

bool leave_out(Session& session, const AgendaLine& line) {
    return session.commit(
        leave_out_item(session.workspace, *line.item, line.title, session.ui.today(), session.random),
        session.text("today.is_left_out", {line.title}));
}

}  // namespace kith::ui
