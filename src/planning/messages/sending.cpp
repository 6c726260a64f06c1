#include "planning/messages/sending.h"

#include "base/enums.h"
#include "model/fields.h"
#include "planning/agenda/doing.h"
#include "planning/goals/telling.h"

namespace kith {

namespace {

constexpr std::string_view settles_prefix = "draft.";
constexpr DraftKind last_kind = DraftKind::end_mentorship;

}  // namespace

bool is_kept_message(const Workspace& workspace, RecordId action) {
    return kind_of(action) == Kind::action &&
        workspace.text(action, action::settles).starts_with(settles_prefix);
}

MessageDraft kept_message(const Workspace& workspace, RecordId action) {
    MessageDraft message;
    const std::string_view text = workspace.text(action, action::notes);
    const std::size_t end = text.find('\n');
    message.subject = text.substr(0, end);
    if (end != std::string_view::npos) message.body = text.substr(end + 1);
    std::string_view kind = workspace.text(action, action::settles);
    if (kind.starts_with(settles_prefix)) kind.remove_prefix(settles_prefix.size());
    for (std::size_t i = 0; i <= static_cast<std::size_t>(last_kind); ++i) {
        if (key_of(static_cast<DraftKind>(i)) == kind) message.kind = static_cast<DraftKind>(i);
    }
    return message;
}

Draft keep_message(
    const MessageToKeep& keeping, std::string_view name, std::string_view title, Day today, Random& random) {
    const MessageDraft& message = keeping.message;
    Draft draft({"message.keep_change", {std::string(name)}});
    const RecordId action = keeping.kept ? keeping.kept : draft.create(Kind::action, random);
    draft.set_text(action, action::title, title);
    draft.set_text(action, action::notes, message.subject + "\n" + message.body);
    draft.set_text(action, action::settles, std::string(settles_prefix) + std::string(key_of(message.kind)));
    if (keeping.kept) return draft;
    draft.add(action, action::people, message.person);
    draft.set(action, action::due, Value::day(today));
    if (keeping.about) draft.set(action, action::came_of, Value::reference(keeping.about));
    return draft;
}

Draft note_sent(
    const Workspace& workspace, const MessageSent& sent, std::string_view name, Day today, Random& random) {
    Draft draft({"message.sent_change", {std::string(name)}});
    log_message(draft, sent.message, today, random);
    if (sent.tells) note_told(draft, sent.tells, sent.message.person);
    if (sent.asked) note_asked(draft, *sent.asked, today, random);
    if (sent.item != nullptr) mark_done(draft, workspace, *sent.item, sent.item_title, today, random);
    if (sent.kept) draft.set(sent.kept, action::done_on, Value::day(today));
    return draft;
}

}  // namespace kith
