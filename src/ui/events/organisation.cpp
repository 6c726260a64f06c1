#include "ui/events/organisation.h"

#include <array>

#include "model/fields.h"
#include "planning/people/adding.h"
#include "ui/records/edit_in_place.h"
#include "ui/session/record_scope.h"
#include "ui/words/record_words.h"
#include "workspace/names.h"

namespace kith::ui {

namespace {

constexpr FieldId membership_fields[] = {
    affiliation::role, affiliation::from, affiliation::to, affiliation::brought};

RecordId membership_of(const Workspace& workspace, RecordId organisation) {
    const RecordId me = self(workspace);
    if (!me) return {};
    for (const RecordId affiliation : workspace.referrers(organisation, affiliation::organisation)) {
        if (workspace.reference(affiliation, affiliation::person) == me) return affiliation;
    }
    return {};
}

// The person at the screen gets a record of their own the first time one is needed.
void join(Session& session, RecordId organisation) {
    session.commit(join_organisation(session.workspace, organisation, record_title(session, organisation),
        session.text("words.me"), session.random));
}

}  // namespace

void draw_membership(PageDrawing& page, Flow& flow) {
    Session& session = page.session;
    Ui& ui = session.ui;
    Card card(ui, flow);
    heading(ui, card.flow.take(ui.line(Type::section)), session.text("page.membership"), 2);
    card.flow.space(ui.px(8));
    const RecordId membership = membership_of(page.workspace(), page.record);
    if (membership) {
        const RecordScope scope(membership);
        for (const FieldId field : membership_fields)
            edit_in_place(session, card.flow, membership, *find_field(field), ui.px(128));
    } else {
        paragraph(ui, card.flow, session.text("page.membership_none"), Type::small, Colour::muted);
        card.flow.space(ui.px(8));
        if (button(ui, card.flow, {.label = session.text("page.membership_add"), .icon = Icon::plus}))
            join(session, page.record);
    }
    card.end();
}

}  // namespace kith::ui
