#include "ui/goals/need_dialog.h"

#include <algorithm>
#include <array>

#include "base/enums.h"
#include "model/fields.h"
#include "planning/giving/favours.h"
#include "ui/give/suggestions.h"
#include "ui/goals/gaps.h"
#include "ui/goals/sight.h"
#include "ui/session/places.h"
#include "ui/words/record_words.h"

namespace kith::ui {

namespace {

/// What follows for each need: how to ask, as what the asking is kept, and as what the help is noted.
struct NeedWays {
    NeedKind need;
    DraftKind draft;
    std::string_view about;    // what is asked for: {0} the role or wish
    enum favour::kind favour;  // the kind it is kept as; none: no kind says it
    std::string_view step;     // for the plan: {0} the name
    std::string_view came;     // the button that notes what came of it …
    Kind kind;                 // … as a record of this kind
    FieldId person, goal;      // its fields; goal may be zero
};
// clang-format off
constexpr EnumArray<NeedKind, NeedWays> ways{{
    {NeedKind::openings,      DraftKind::ask_advice,         "goal_needs.about.openings",      favour::kind::job_lead,       "gap.openings.ask",      "goal_needs.came.openings",      Kind::opportunity, opportunity::source, opportunity::goal},
    {NeedKind::mentorship,    DraftKind::ask_advice,         "goal_needs.about.mentorship",    favour::kind::advice,         "gap.mentorship.ask",    "goal_needs.came.mentorship",    Kind::mentorship,  mentorship::person,  {}},
    {NeedKind::visibility,    DraftKind::ask_recommendation, "goal_needs.about.visibility",    favour::kind::recommendation, "gap.visibility.ask",    "goal_needs.came.favour",        Kind::favour,      favour::person,      favour::goal},
    {NeedKind::collaboration, DraftKind::ask_advice,         "goal_needs.about.collaboration", favour::kind::none,           "gap.collaboration.ask", "goal_needs.came.collaboration", Kind::project,     project::people,     project::goals},
    {NeedKind::support,       DraftKind::check_in,           "goal_needs.about.support",       favour::kind::support,        "gap.support.ask",       "goal_needs.came.favour",        Kind::favour,      favour::person,      favour::goal},
    {NeedKind::insight,       DraftKind::ask_advice,         "goal_needs.about.insight",       favour::kind::none,           "gap.insight.ask",       "goal_needs.came.insight",       Kind::insight,     insight::from,       insight::goals},
    {NeedKind::learning,      DraftKind::ask_advice,         "goal_needs.about.learning",      favour::kind::feedback,       "gap.learning.ask",      "goal_needs.came.favour",        Kind::favour,      favour::person,      favour::goal},
}};
// clang-format on

const NeedWays& ways_of(NeedKind need) {
    return ways[need];
}

void say_facts(
    Session& session, Flow& flow, std::string_view key, const Facts& facts, std::string_view otherwise) {
    Ui& ui = session.ui;
    const std::string_view title = session.text(key);
    heading(ui, flow.take(ui.line(Type::body)), title, 3, Type::body_strong);
    if (facts.empty()) paragraph(ui, flow, session.text(otherwise), Type::body, Colour::muted);
    ui.open_group(Role::list, title);
    for (const Message& fact : facts) {
        const std::string words = session.text(fact);
        ui.tree().open({.id = ui.static_id(words), .role = Role::listitem, .name = words});
        paragraph(ui, flow, words);
        ui.tree().close();
    }
    ui.tree().close();
    flow.space(ui.px(12));
}

/// News of an achievement is what makes one visible; without one to tell, a recommendation is asked for.
void write(Session& session, RecordId goal, const NeedDialog& dialog) {
    const NeedWays& way = ways_of(dialog.need);
    WriteWish wish{.request = {.kind = way.draft, .person = dialog.person}, .item = {}, .title = {}};
    const auto news = dialog.need == NeedKind::visibility ? achievements_to_tell(session.workspace, goal)
                                                          : std::vector<RecordId>{};
    if (!news.empty()) {
        wish.request.kind = DraftKind::share_news;
        wish.request.record = wish.tells = news.front();
    } else {
        wish.request.about = session.text(way.about, {sought(session, goal)});
        wish.favour_kind = way.favour;
        if (way.favour != favour::kind::none) wish.asks_for = goal;
    }
    session.wish.write = std::move(wish);
}

void note_asked(Session& session, RecordId goal, const NeedDialog& dialog) {
    const std::string name = record_title(session, dialog.person);
    const AskedFor asked{.person = dialog.person,
        .kind = ways_of(dialog.need).favour,
        .about = {},
        .goal = goal,
        .introduced = {}};
    session.commit(note_asked_for_goal(asked, name, session.ui.today(), session.random),
        session.text("goal_needs.is_asked", {name}));
}

void note_what_came(Session& session, RecordPageState& state, const NeedDialog& dialog) {
    const NeedWays& way = ways_of(dialog.need);
    std::vector<std::pair<FieldId, RecordId>> fixed{{way.person, dialog.person}};
    if (way.goal.value != 0) fixed.emplace_back(way.goal, state.record);
    open_new(session, state.form, way.kind, std::string(session.text(way.came)), std::move(fixed));
}

/// By their title they decide, and nobody said so yet.
bool may_decide(const GoalCoverage& coverage, const NeedDialog& dialog) {
    if (dialog.need != NeedKind::openings && dialog.need != NeedKind::visibility) return false;
    return std::ranges::any_of(coverage.by_role[RoleHelp::decides],
        [&](const RoleHelper& one) { return one.person == dialog.person && !one.proof.certain; });
}

void draw_next(Session& session, RecordPageState& state, NeedDialog& dialog, NeedState now, bool may_decide,
    Flow& flow) {
    Ui& ui = session.ui;
    const NeedWays& way = ways_of(dialog.need);
    const std::string name = record_title(session, dialog.person);
    const std::string step_title = session.text(way.step, {name});
    const std::string open_words = session.text("today.open", {name});
    ButtonLines lines(ui, flow);
    const bool gave = now == NeedState::gives;
    if (lines({.label = session.text("goal_needs.write"), .icon = Icon::mail, .kind = ButtonKind::primary})) {
        write(session, state.record, dialog);
        dialog.open = false;
    }
    if (way.favour != favour::kind::none && now != NeedState::asked && !gave &&
        lines({.label = session.text("goal_needs.note_asked"), .icon = Icon::check}))
        note_asked(session, state.record, dialog);
    if (may_decide && lines({.label = session.text("goal_needs.mark_decides"), .icon = Icon::check}))
        session.commit(mark_as_deciding(dialog.person, name), session.text("goal_needs.is_marked", {name}));
    if (lines({.label = session.text(way.came), .icon = Icon::pencil})) {
        dialog.open = false;
        note_what_came(session, state, dialog);
    }
    if (lines({.label = session.text("goal_needs.to_plan"), .icon = Icon::plus})) {
        add_gap_step(session, state.record, {{way.step, {name}}, {dialog.person}}, step_title);
        dialog.open = false;
    }
    if (lines({.label = open_words, .icon = Icon::user, .kind = ButtonKind::bare})) {
        dialog.open = false;
        open_record(session, dialog.person);
    }
    lines.end();
}

}  // namespace

std::string sought(const Session& session, RecordId goal) {
    const std::string_view role = session.workspace.text(goal, goal::target_role);
    return role.empty() ? record_title(session, goal) : std::string(role);
}

void open_need(GoalPageState& state, RecordId person, NeedKind need) {
    state.need = {.open = true, .person = person, .need = need};
}

void draw_need_dialog(Session& session, RecordPageState& state) {
    if (!state.goal || !state.goal->need.open) return;
    Ui& ui = session.ui;
    NeedDialog& dialog = state.goal->need;
    Flow flow;
    const std::string title = session.text("goal_needs.cell",
        {record_title(session, dialog.person), session.text("need." + std::string(key_of(dialog.need)))});
    if (!begin_dialog(ui, title, 560, dialog.open, flow)) return;
    const GoalCoverage& coverage = sight_of(session).look(session.insight, state.record, ui.today());
    Helper helper{.person = dialog.person, .evidence = {}, .asked = {}, .cautions = {}};
    bool known = false;
    for (const Helper& one : coverage.of(dialog.need).helpers) {
        if (one.person == dialog.person) helper = one, known = true;
    }
    for (const Message& caution : helper.cautions) {
        notice(ui, flow, TagKind::due, session.text(caution));
        flow.space(ui.px(12));
    }
    say_facts(session, flow, "goal_needs.evidence", helper.evidence, "goal_needs.no_evidence");
    say_facts(session, flow, "goal_needs.was_asked", helper.asked, "goal_needs.not_asked");
    heading(ui, flow.take(ui.line(Type::body)), session.text("goal_needs.next"), 3, Type::body_strong);
    flow.space(ui.px(8));
    const bool asks = may_decide(coverage, dialog);
    draw_next(session, state, dialog, known ? state_of(helper) : NeedState::nothing, asks, flow);
    end_dialog(ui, flow);
}

}  // namespace kith::ui
