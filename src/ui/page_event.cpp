// The page of an event: who was met and has not heard from one since.
#include "model/fields.h"
#include "ui/page_parts.h"
#include "ui/places.h"
#include "ui/record_words.h"
#include "workspace/names.h"

namespace kith::ui {

namespace {

// Whether there was a contact with the person after the event's last day; at the event itself does not count.
bool in_touch_since(const Workspace& workspace, RecordId person, Day last_day) {
    const auto last = last_contact(workspace, person).on.earliest();
    return last && *last > last_day;
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
        if (workspace.live(person) && last_day && !in_touch_since(workspace, person, *last_day))
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
                    .action = session.text("person.log"),
                    .position = ++position,
                    .set_size = static_cast<int>(waiting.size())});
            if (result.action)
                session.wish.log_with = person;
            else if (result.pressed)
                open_record(session, person);
        }
        session.ui.tree().close();
    }
    list.end();
}

}  // namespace kith::ui
