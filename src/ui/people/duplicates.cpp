#include "ui/people/duplicates.h"

#include <algorithm>
#include <array>

#include "model/fields.h"
#include "ui/records/forms.h"
#include "ui/session/people_list.h"
#include "ui/session/session.h"
#include "ui/words/counts.h"
#include "ui/words/evidence.h"
#include "workspace/names.h"

namespace kith::ui {

namespace {

std::string_view reason_key(KeyKind why) {
    switch (why) {
        case KeyKind::linkedin: return "same.why_linkedin";
        case KeyKind::uid: return "same.why_uid";
        case KeyKind::email: return "same.why_email";
        case KeyKind::phone: return "same.why_phone";
        case KeyKind::work: return "same.why_work";
        case KeyKind::name:
        case KeyKind::answer: break;
    }
    return "same.why_name";
}

/// Pairs that are still a question: an answer may have settled later ones.
void skip_settled(Session& session) {
    DuplicateQuestions& questions = session.duplicates;
    const Workspace& workspace = session.workspace;
    while (questions.at < questions.pairs.size()) {
        const Duplicate& pair = questions.pairs[questions.at];
        const bool open =
            workspace.live(pair.a) && workspace.live(pair.b) && !are_told_apart(workspace, pair.a, pair.b);
        if (open) return;
        ++questions.at;
    }
    questions.open = false;
}

void next_pair(Session& session) {
    ++session.duplicates.at;
    session.duplicates.keep_second = false;
    skip_settled(session);
}

void join(Session& session, RecordId keep, RecordId other) {
    const std::string name = person_name(session.workspace, keep);
    if (!session.commit(
            join_people(session.workspace, keep, other, session.random), session.text("same.joined", {name})))
        return;
    if (session.place.record == other) session.go(PlaceId::people, keep);
    next_pair(session);
}

void keep_apart(Session& session, const Duplicate& pair) {
    if (session.commit(
            tell_apart(session.workspace, pair.a, pair.b), std::string(session.text("same.apart"))))
        next_pair(session);
}

/// What is known of one of them, in a card.
void draw_one(Session& session, Flow& around, RecordId person) {
    Ui& ui = session.ui;
    const Workspace& workspace = session.workspace;
    Card card(ui, around);
    const std::string name = person_name(workspace, person);
    Line line(card.flow.take(ui.px(grid::avatar)));
    const float size = ui.px(grid::avatar);
    avatar(ui, line.start(size, ui.px(10)).Min, size,
        {.name = name, .key = person.value, .photo = workspace.get(person, person::photo).as_bytes()});
    heading(ui, middle(line.area, ui.line(Type::body)), name, 3, Type::body_strong);
    card.flow.space(ui.px(8));
    const auto say = [&](std::string_view text) {
        if (!text.empty()) paragraph(ui, card.flow, text, Type::small);
    };
    say(work_of(workspace, person));
    for (const Element& point : workspace.elements(person, person::contact_points))
        say(row_part(point.value, person::contact_points::value));
    for (const Element& link : workspace.elements(person, person::links))
        say(row_part(link.value, person::links::url));
    say(workspace.text(person, person::place));
    const std::vector<RecordId> names_them = workspace.referrers(person);
    if (!names_them.empty())
        paragraph(ui, card.flow, counts_in_words(session, names_them), Type::small, Colour::muted);
    card.end();
}

void draw_differences(Session& session, Flow& flow, const Duplicate& pair) {
    Ui& ui = session.ui;
    DuplicateQuestions& questions = session.duplicates;
    const RecordId keep = questions.keep_second ? pair.b : pair.a;
    const RecordId other = questions.keep_second ? pair.a : pair.b;
    const std::vector<Difference> left = joining_leaves(session.workspace, keep, other);
    if (left.empty()) {
        paragraph(ui, flow, session.text("same.nothing_lost"), Type::small, Colour::muted);
        return;
    }
    const std::array options{session.text("same.first"), session.text("same.second")};
    const ImRect area = flow.take(ui.control());
    const float wide = std::min(area.GetWidth(), segmented_width(ui, options));
    if (auto picked = segmented(ui, {area.Min.x, area.Min.y, area.Min.x + wide, area.Max.y},
            session.text("same.which"), options, questions.keep_second ? 1 : 0))
        questions.keep_second = *picked == 1;
    flow.space(ui.px(8));
    for (const Difference& difference : left) {
        const FieldSpec& field = *find_field(difference.field);
        paragraph(ui, flow,
            session.text("same.stays",
                {field_label(ui.words(), field), value_in_words(session, field, difference.kept),
                    value_in_words(session, field, difference.left)}),
            Type::small, Colour::muted);
    }
}

}  // namespace

bool look_for_duplicates(Session& session) {
    if (session.past) return false;
    DuplicateQuestions& questions = session.duplicates;
    if (questions.looking.done()) questions.looking = questions.search.catch_up(session.workspace);
    return questions.looking.step(session.ui.one_slice(150));
}

void duplicates_line(Session& session, Flow& flow) {
    DuplicateQuestions& questions = session.duplicates;
    if (session.past || !questions.search.done() || questions.search.found().empty()) return;
    Ui& ui = session.ui;
    const std::string words = session.text("same.found", {questions.search.found().size()});
    const Button look{.label = words, .icon = Icon::users, .small = true, .id = "same people"};
    if (button(ui, flow, look)) {
        questions.pairs = questions.search.found();
        questions.at = 0;
        questions.keep_second = false;
        questions.open = true;
        skip_settled(session);
    }
    flow.space(ui.px(12));
}

void draw_duplicates(Session& session) {
    DuplicateQuestions& questions = session.duplicates;
    if (questions.open) skip_settled(session);
    if (!questions.open) return;
    Ui& ui = session.ui;
    const Duplicate pair = questions.pairs[questions.at];
    Flow flow;
    if (!begin_dialog(ui, session.text("same.title"), 640, questions.open, flow)) return;
    const std::string place = session.text("same.place", {questions.at + 1, questions.pairs.size()});
    paragraph(ui, flow,
        questions.pairs.size() > 1 ? std::string(session.text(reason_key(pair.why))) + " " + place
                                   : std::string(session.text(reason_key(pair.why))),
        Type::body, Colour::muted);
    for (const std::string& line : evidence_in_words(session, pair.comparison))
        paragraph(ui, flow, line, Type::small);
    flow.space(ui.px(12));
    const bool beside = flow.width >= ui.px(480);
    const float gap = ui.px(12), half = beside ? std::floor((flow.width - gap) * 0.5f) : flow.width;
    Flow left{.x = flow.x, .y = flow.y, .width = half};
    ImGui::PushID("first");
    draw_one(session, left, pair.a);
    ImGui::PopID();
    Flow right = beside ? Flow{.x = flow.x + half + gap, .y = flow.y, .width = half}
                        : Flow{.x = flow.x, .y = left.y + gap, .width = half};
    ImGui::PushID("second");
    draw_one(session, right, pair.b);
    ImGui::PopID();
    flow.y = std::max(left.y, right.y) + ui.px(16);
    draw_differences(session, flow, pair);
    flow.space(ui.px(16));

    const RecordId keep = questions.keep_second ? pair.b : pair.a;
    const RecordId other = questions.keep_second ? pair.a : pair.b;
    const Button same{.label = session.text("same.join"), .kind = ButtonKind::primary};
    const Button apart{.label = session.text("same.not")};
    const Button later{.label = session.text("same.later"), .kind = ButtonKind::bare};
    Line line(flow.take(ui.control()));
    if (button(ui, line.start(button_width(ui, same), ui.px(8)), same)) {
        join(session, keep, other);
    } else if (button(ui, line.start(button_width(ui, apart), ui.px(8)), apart)) {
        keep_apart(session, pair);
    } else if (button(ui, line.start(button_width(ui, later)), later)) {
        next_pair(session);
    }
    end_dialog(ui, flow);
}

}  // namespace kith::ui
