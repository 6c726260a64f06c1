#include "ui/records/steps.h"

#include "model/fields.h"
#include "planning/giving/celebrations.h"
#include "ui/words/record_words.h"

namespace kith::ui {

void toggle_done(Session& session, RecordId record) {
    const bool done = is_done(session.workspace, record);
    const std::string title = record_title(session, record);
    session.commit(toggle_done(session.workspace, record, title, session.ui.today(), session.random),
        done ? std::string{} : session.text("toast.done", {title}));
}

std::string next_step_in_words(const Session& session, RecordId record) {
    if (kind_of(record) == Kind::favour) {
        const FavourStep* step = next_step_of(session.workspace, record);
        return step != nullptr ? std::string(session.text(step->key)) : std::string{};
    }
    if (kind_of(record) == Kind::celebration &&
        session.workspace.get(record, celebration::congratulated_on).empty())
        return std::string(session.text("next.congratulated"));
    return {};
}

void take_next_step(Session& session, RecordId record) {
    const std::string words = next_step_in_words(session, record);
    if (words.empty()) return;
    const std::string title = record_title(session, record);
    const Day today = session.ui.today();
    session.commit(kind_of(record) == Kind::favour
            ? take_favour_step(session.workspace, record, words, title, today)
            : note_congratulated(record, words, title, today),
        session.text("toast.step", {words, title}));
}

}  // namespace kith::ui
