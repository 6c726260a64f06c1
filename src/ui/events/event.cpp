#include "ui/events/event.h"

#include <algorithm>

#include "model/fields.h"
#include "ui/session/places.h"
#include "ui/words/record_words.h"

namespace kith::ui {

namespace {

// Whether there was a contact with the person after the event's last day, or in writing on that day; at the
// event itself does not count.
bool in_touch_since(Session& session, RecordId person, Day last_day) {
    return std::ranges::any_of(session.insight.contacts().of(person), [&](const Contact& contact) {
        return contact.on > last_day || (contact.on == last_day && !contact.in_person);
    });
}

void write_to(Session& session, RecordId person, RecordId event) {
    session.wish.write =
        WriteWish{.request = {.kind = DraftKind::follow_up, .person = person, .record = event},
            .item = {},
            .title = {}};
}

}  // namespace

void draw_follow_ups(PageDrawing& page, Flow& flow) {
    Session& session = page.session;
    const Workspace& workspace = page.workspace();
    PartialDate to = workspace.date(page.record, event::to);
    if (to.empty()) to = workspace.date(page.record, event::from);
    const auto last_day = to.earliest();
    std::vector<RecordId> waiting;
    workspace.for_each_element(page.record, event::people, [&](const Element& element) {
        const RecordId person = element.value.as_reference();
        if (workspace.live(person) && last_day && !in_touch_since(session, person, *last_day))
            waiting.push_back(person);
    });
    if (workspace.elements(page.record, event::people).empty()) return;
    const std::string title(session.text("page.follow_ups"));
    ListCard list(session, flow, title, waiting.size());
    if (waiting.empty()) {
        list.say(session.text("page.follow_ups_none"));
    } else {
        list.begin_rows();
        session.ui.open_group(Role::list, title);
        int position = 0;
        for (const RecordId person : waiting) {
            if (position > 0) list.separate();
            const ListItemResult result = record_row(session, list.card.flow,
                {.record = person,
                    .seen_from = page.record,
                    .action = session.text("person.write_short"),
                    .position = ++position,
                    .set_size = static_cast<int>(waiting.size())});
            if (result.action)
                write_to(session, person, page.record);
            else if (result.pressed)
                open_record(session, person);
        }
        session.ui.tree().close();
    }
    list.end();
}

}  // namespace kith::ui
