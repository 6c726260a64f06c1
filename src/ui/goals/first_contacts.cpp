#include "ui/goals/first_contacts.h"

#include "model/fields.h"
#include "ui/give/suggestions.h"
#include "ui/goals/goal_page.h"
#include "ui/goals/need_dialog.h"
#include "ui/goals/sight.h"
#include "ui/session/places.h"
#include "ui/session/record_scope.h"
#include "ui/words/record_words.h"

namespace kith::ui {

namespace {

constexpr std::size_t most_reasons = 4;

/// To who can introduce one, or to themselves.
void write(Session& session, RecordId goal, const FirstContact& first) {
    WriteWish wish{.request = {.kind = first.through ? DraftKind::ask_introduction : DraftKind::ask_advice,
                       .person = first.through ? first.through : first.person,
                       .record = {},
                       .other = first.through ? first.person : RecordId{},
                       .about = sought(session, goal)},
        .item = {},
        .title = {}};
    wish.asks_for = goal;
    wish.favour_kind = first.through ? favour::kind::introduction : favour::kind::advice;
    session.wish.write = std::move(wish);
}

void draw_menu(PageDrawing& page, GoalPageState& state, const FirstContact& first, ImRect anchor) {
    Session& session = page.session;
    Ui& ui = session.ui;
    const std::string name = record_title(session, first.person);
    Flow menu;
    if (!begin_menu(ui, session.text("today.menu", {name}), anchor, 280, state.first_menu_open, menu)) return;
    const auto chosen = [&](std::string_view label, Icon icon) {
        if (!menu_item(ui, menu, {.label = label, .icon = icon})) return false;
        state.first_menu_open = false;
        return true;
    };
    const std::string through = first.through ? record_title(session, first.through) : std::string{};
    if (chosen(first.through ? session.text("first.ask_introduction", {through})
                             : session.text("message.title", {name}),
            Icon::mail))
        write(session, page.record, first);
    const std::string step = first.through ? session.text("first.step_through", {name, through})
                                           : session.text("first.step", {name});
    if (chosen(session.text("goal_needs.to_plan"), Icon::plus)) {
        session.commit(
            plan_first_contact(first, page.record, step, record_title(session, page.record), session.random),
            session.text("toast.added", {step}));
    }
    if (chosen(session.text("first.evidence"), Icon::info)) open_need(state, first.person, first.need);
    if (chosen(session.text("today.open", {name}), Icon::user)) open_record(session, first.person);
    end_menu(ui, menu);
}

}  // namespace

void draw_goal_first(PageDrawing& page, Flow& flow) {
    Session& session = page.session;
    Ui& ui = session.ui;
    goal_coverage(page);
    // A copy: what is pressed may change what the sight says.
    const std::vector<FirstContact> firsts = sight_of(session).first_contacts();
    if (firsts.empty()) return;
    GoalPageState& state = goal_state(page);
    const std::string title(session.text("first.contacts"));
    ListCard list(session, flow, title, firsts.size());
    list.begin_rows();
    ui.open_group(Role::list, title);
    int position = 0;
    for (const FirstContact& first : firsts) {
        const RecordScope scope(first.person);
        const std::string name = record_title(session, first.person);
        const std::string why = facts_in_words(session, first.reasons, most_reasons);
        const std::string menu = session.text("today.menu", {name});
        const Face face{.name = name,
            .key = first.person.value,
            .photo = session.workspace.get(first.person, person::photo).as_bytes()};
        if (position > 0) list.separate();
        const ListItem item{.title = name,
            .detail = why,
            .action = session.text("goal_needs.write"),
            .menu = menu,
            .face = &face,
            .wraps = true,
            .position = ++position,
            .set_size = static_cast<int>(firsts.size()),
            .id = "first contact"};
        const float high = list_item_height(ui, item, list.card.flow.width);
        const ListItemResult result = list_item(ui, list.card.flow.take(high), item);
        if (result.menu) state.first_menu_of = first.person, state.first_menu_open = true;
        if (result.action)
            write(session, page.record, first);
        else if (result.pressed)
            open_record(session, first.person);
        if (state.first_menu_of == first.person) draw_menu(page, state, first, result.menu_area);
    }
    ui.tree().close();
    list.end();
}

}  // namespace kith::ui
