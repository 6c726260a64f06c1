#include "ui/records/removal.h"

#include <algorithm>

#include "ui/session/dialog_foot.h"
#include "ui/session/places.h"
#include "ui/words/counts.h"
#include "ui/words/record_words.h"
#include "workspace/trash.h"

namespace kith::ui {

namespace {

std::vector<RecordId> all_belongings(const Workspace& workspace, std::span<const RecordId> records) {
    std::vector<RecordId> found;
    for (const RecordId record : records) {
        for (const RecordId part : belongings(workspace, record))
            found.push_back(part);
    }
    std::ranges::sort(found);
    const auto twice = std::ranges::unique(found);
    found.erase(twice.begin(), twice.end());
    std::vector<RecordId> themselves(records.begin(), records.end());
    std::ranges::sort(themselves);
    std::erase_if(found, [&](RecordId part) { return std::ranges::binary_search(themselves, part); });
    return found;
}

Message label_for(const Removal& removal) {
    if (removal.records.size() > 1) return {"change.trash_people", {removal.records.size()}};
    const bool person = kind_of(removal.records.front()) == Kind::person;
    return {person ? "change.trash_person" : "change.trash_record", {removal.name}};
}

void remove(Session& session, const Removal& removal) {
    const bool many = removal.records.size() > 1;
    const std::string said = many ? session.text("toast.trashed_people", {removal.records.size()})
                                  : session.text("toast.trashed", {removal.name});
    const bool shown = std::ranges::contains(removal.records, session.place.record);
    const PlaceRow* place = place_of(kind_of(removal.records.front()));
    if (session.commit(delete_whole(label_for(removal), session.workspace, removal.records), said) && shown &&
        place != nullptr)
        session.go(list_place(*place));
}

}  // namespace

void ask_removal(Session& session, std::span<const RecordId> records) {
    if (records.empty()) return;
    Removal removal{.records = {records.begin(), records.end()}};
    if (records.size() == 1) removal.name = record_title(session, records.front());
    removal.along = counts_in_words(session, all_belongings(session.workspace, records));
    if (removal.along.empty()) return remove(session, removal);
    removal.open = true;
    session.removal = std::move(removal);
}

void draw_removal(Session& session) {
    Removal& removal = session.removal;
    if (!removal.open) return;
    Ui& ui = session.ui;
    const bool many = removal.records.size() > 1;
    Flow flow;
    const std::string title = many ? session.text("removal.title_many", {removal.records.size()})
                                   : session.text("removal.title", {removal.name});
    if (!begin_dialog(ui, title, 460, removal.open, flow, true)) return;
    paragraph(ui, flow, session.text(many ? "removal.along_many" : "removal.along", {removal.along}));
    flow.space(ui.px(8));
    paragraph(ui, flow, session.text("removal.text"), Type::small, Colour::muted);
    flow.space(ui.px(16));
    const Button go{.label = session.text("removal.go"), .icon = Icon::trash_2, .kind = ButtonKind::danger};
    DialogFoot foot(session, flow, go);
    const DialogAnswer answer = foot.answer();
    if (answer != DialogAnswer::none) removal.open = false;
    if (answer == DialogAnswer::done) remove(session, removal);
    end_dialog(ui, flow);
}

void bring_back(Session& session, RecordId record) {
    const std::string name = record_title(session, record);
    session.commit(bring_back(session.workspace, record, name), session.text("toast.restored", {name}));
}

}  // namespace kith::ui
