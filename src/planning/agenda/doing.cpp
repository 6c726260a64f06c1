#include "planning/agenda/doing.h"

#include "model/fields.h"
#include "planning/agenda/put_off.h"
#include "planning/goals/plan.h"
#include "planning/goals/telling.h"

namespace kith {

namespace {

constexpr std::size_t id_digits = 12;  // two of 10,000 items share one once in six million lists

Draft called(std::string_view key, std::string_view title) {
    return Draft({key, {title}});
}

void settle(
    Draft& draft, const AgendaItem& item, FieldId closed, std::string_view title, Day today, Random& random) {
    const RecordId action = draft.create(Kind::action, random);
    draft.set_text(action, action::title, title);
    draft.set(action, action::came_of, Value::reference(item.record));
    draft.set_text(action, action::settles, key_of(item.kind));
    draft.set(action, closed, Value::day(today));
    for (const RecordId person : item.people)
        draft.add(action, action::people, person);
}

/// A row of commitments marked as done.
void close_commitment(Draft& draft, const Workspace& workspace, const AgendaItem& item, Day today) {
    const std::string done = to_iso(today);
    workspace.for_each_element(item.record, mentorship::commitments, [&](const Element& row) {
        if (row.id != item.element) return;
        auto parts = decode_row(row.value.as_row());
        set_part(parts, mentorship::commitments::done, done);
        draft.set_row(item.record, mentorship::commitments, item.element, parts);
    });
}

}  // namespace

Draft do_item(
    const Workspace& workspace, const AgendaItem& item, std::string_view title, Day today, Random& random) {
    Draft draft = called("today.done", title);
    mark_done(draft, workspace, item, title, today, random);
    return draft;
}

Draft put_off_item(const Workspace& workspace, const AgendaItem& item, std::string_view title, Day until) {
    Draft draft = called("today.put_off", title);
    put_off(draft, workspace, item, until);
    return draft;
}

Draft wait_for_reply(const AgendaItem& item, std::string_view title, Day today) {
    Draft draft = called("today.put_off", title);
    snooze_until_reply(draft, item.record, today);
    return draft;
}

Draft leave_out_item(
    const Workspace& workspace, const AgendaItem& item, std::string_view title, Day today, Random& random) {
    Draft draft = called("today.leave_out", title);
    set_aside(draft, workspace, item, title, today, today, random);
    return draft;
}

Draft bring_back_item(const Workspace& workspace, const AgendaItem& item, std::string_view title, Day today) {
    Draft draft = called("today.bring_back_change", title);
    put_off(draft, workspace, item, today);
    return draft;
}

Draft bring_back_contact(RecordId person, std::string_view title) {
    Draft draft = called("today.bring_back_change", title);
    end_snooze(draft, person);
    return draft;
}

std::string id_of(const AgendaItem& item) {
    std::string name(key_of(item.kind));
    name += '.' + to_string(item.record) + '.' + to_string(item.element);
    // Several occasions of one person can be near at once.
    if (const auto& celebration = item.celebration) {
        name += '.';
        name += key_of(celebration->kind);
        name += '.' + to_string(celebration->affiliation) + '.' + celebration->what;
    }
    return to_hex(hash_text(name)).substr(0, id_digits);
}

std::vector<const AgendaItem*> items_called(std::span<const AgendaItem> items, std::string_view id) {
    std::vector<const AgendaItem*> found;
    for (const AgendaItem& item : items) {
        if (!id.empty() && id_of(item).starts_with(id)) found.push_back(&item);
    }
    return found;
}

void set_aside(Draft& draft, const Workspace& workspace, const AgendaItem& item, std::string_view title,
    Day today, Day until, Random& random) {
    switch (item.kind) {
        case AgendaKind::due_contact: snooze_until(draft, item.record, until); return;
        case AgendaKind::celebrate:
            if (item.celebration) set_aside(draft, *item.celebration, random);
            return;
        case AgendaKind::review_meeting:
            draft.set(item.record, interaction::reviewed, Value::boolean(true));
            return;
        case AgendaKind::action: draft.set(item.record, action::dropped_on, Value::day(today)); return;
        case AgendaKind::promise_mine:
        case AgendaKind::promise_theirs:
            if (item.element)
                close_commitment(draft, workspace, item, today);
            else
                draft.set(item.record, action::dropped_on, Value::day(today));
            return;
        default: settle(draft, item, action::dropped_on, title, today, random);
    }
}

void mark_done(Draft& draft, const Workspace& workspace, const AgendaItem& item, std::string_view title,
    Day today, Random& random) {
    const auto advance_favour = [&](std::string_view stage, FieldId on) {
        draft.set_text(item.record, favour::stage, stage);
        draft.set(item.record, on, Value::day(today));
    };
    switch (item.kind) {
        case AgendaKind::due_contact: return;
        case AgendaKind::celebrate:
            if (item.celebration) congratulate(draft, *item.celebration, today, random);
            return;
        case AgendaKind::promise_mine:
        case AgendaKind::promise_theirs:
        case AgendaKind::action:
            if (item.element)
                close_commitment(draft, workspace, item, today);
            else
                complete_step(draft, workspace, item.record, today, random);
            return;
        case AgendaKind::review_meeting:
            draft.clear(item.record, interaction::planned);
            draft.set(item.record, interaction::reviewed, Value::boolean(true));
            return;
        case AgendaKind::favour_do: advance_favour("done", favour::done_on); return;
        case AgendaKind::favour_remind:
            draft.set(item.record, favour::reminded_on, Value::day(today));
            return;
        case AgendaKind::favour_thank: advance_favour("thanked", favour::thanked_on); return;
        case AgendaKind::favour_tell: advance_favour("told", favour::told_on); return;
        case AgendaKind::tell_news:
            for (const RecordId person : item.people)
                note_told(draft, item.record, person);
            return;
        default: settle(draft, item, action::done_on, title, today, random);
    }
}

}  // namespace kith
