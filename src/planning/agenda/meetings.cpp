#include "planning/agenda/meetings.h"

#include "base/text.h"
#include "model/fields.h"
#include "planning/agenda/doing.h"
#include "planning/agenda/preparation.h"

namespace kith {

namespace {

FieldId notes_field(RecordId meeting) {
    return kind_of(meeting) == Kind::event ? event::preparation : interaction::notes;
}

void promise(Draft& draft, const Workspace& workspace, RecordId meeting, const MeetingPromise& promise,
    enum action::promised_by by, Random& random) {
    if (trim(promise.what).empty()) return;
    const RecordId action = draft.create(Kind::action, random);
    draft.set_text(action, action::title, trim(promise.what));
    draft.set(action, action::promised_by, by);
    if (promise.due) draft.set(action, action::due, Value::day(*promise.due));
    draft.set(action, action::came_of, Value::reference(meeting));
    for (const RecordId person : people_to_prepare_for(workspace, meeting))
        draft.add(action, action::people, person);
}

}  // namespace

std::string_view preparation_notes(const Workspace& workspace, RecordId meeting) {
    return workspace.text(meeting, notes_field(meeting));
}

Draft prepare_meeting(const Workspace& workspace, const Preparation& preparation, std::string_view with,
    std::string_view title, Day today, Random& random) {
    const RecordId meeting = preparation.meeting;
    Draft draft({"prepare.change", {std::string(with)}});
    const std::string_view bring_up = trim(preparation.bring_up);
    if (bring_up != preparation_notes(workspace, meeting))
        draft.set_text(meeting, notes_field(meeting), bring_up);
    if (!preparation.ready) return draft;
    const bool event = kind_of(meeting) == Kind::event;
    const AgendaItem item{.kind = event ? AgendaKind::prepare_event : AgendaKind::prepare_meeting,
        .record = meeting,
        .people = people_to_prepare_for(workspace, meeting)};
    mark_done(draft, workspace, item, title, today, random);
    return draft;
}

Draft review_meeting(
    const Workspace& workspace, const MeetingReview& review, std::string_view with, Random& random) {
    const RecordId meeting = review.meeting;
    Draft draft({"review.change", {std::string(with)}});
    switch (review.outcome) {
        case MeetingOutcome::took_place:
            draft.clear(meeting, interaction::planned);
            draft.set(meeting, interaction::reviewed, Value::boolean(true));
            draft.set_text(meeting, interaction::summary, trim(review.about));
            draft.set_text(meeting, interaction::notes, trim(review.said));
            promise(draft, workspace, meeting, review.mine, action::promised_by::me, random);
            promise(draft, workspace, meeting, review.theirs, action::promised_by::them, random);
            break;
        case MeetingOutcome::moved:
            draft.set(meeting, interaction::on, Value::day(review.moved_to));
            draft.clear(meeting, interaction::reviewed);
            break;
        // The plan stays in the timeline as what it was: something that was meant to be.
        case MeetingOutcome::did_not_happen:
            draft.set(meeting, interaction::reviewed, Value::boolean(true));
            break;
    }
    return draft;
}

}  // namespace kith
