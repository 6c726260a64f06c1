#include "ui/people/duplicates.h"

#include <algorithm>
#include <array>

#include "exchange/people/identity_entries.h"
#include "model/fields.h"
#include "ui/people/side_view.h"
#include "ui/records/pickers.h"
#include "ui/words/record_words.h"
#include "workspace/names.h"

namespace kith::ui {

namespace {

using Pair = DuplicateQuestions::Pair;

bool is_of_people(const Pair& pair) {
    return kind_of(pair.a) == Kind::person;
}

/// What was answered; undo takes it back, and then it is open again.
SameAnswer answer_of(const Session& session, const Pair& pair) {
    const Workspace& workspace = session.workspace;
    if (!workspace.live(pair.a) || !workspace.live(pair.b)) return SameAnswer::same;
    if (are_told_apart(workspace, pair.a, pair.b)) return SameAnswer::different;
    return session.duplicates.later.contains({pair.a, pair.b}) ? SameAnswer::later : SameAnswer::none;
}

SameEvidence evidence_of(const Session& session, const Pair& pair) {
    if (pair.by_hand && !is_of_people(pair) && pair.likeness == identity::OrganisationLikeness::different)
        return {};
    return is_of_people(pair) ? evidence_of(session, pair.comparison) : evidence_of(session, pair.likeness);
}

/// Two people as the search would see them, were they alone.
identity::Comparison compare_two(const Workspace& workspace, RecordId a, RecordId b) {
    identity::FeatureTable table;
    const identity::Features one = table.features_of(identity_entry(workspace, a, 0));
    const identity::Features other = table.features_of(identity_entry(workspace, b, 1));
    return compare(one, other, table);
}

void count_open(Session& session) {
    DuplicateQuestions& questions = session.duplicates;
    if (!questions.counted_from.renew(session.workspace.revision(), questions.later.size())) return;
    questions.open_doubtful = questions.open_certain = 0;
    for (std::size_t i = 0; i < questions.pairs.size(); ++i) {
        if (answer_of(session, questions.pairs[i]) == SameAnswer::none)
            ++(i < questions.doubtful ? questions.open_doubtful : questions.open_certain);
    }
}

void close(Session& session) {
    session.duplicates.open = false;
    session.duplicates.pairs.clear();
    session.ui.keep_moving();
}

void open(Session& session, std::vector<Pair> pairs) {
    DuplicateQuestions& questions = session.duplicates;
    std::ranges::stable_partition(pairs, [](const Pair& pair) { return !pair.certain; });
    questions.doubtful = static_cast<std::size_t>(std::ranges::count(pairs, false, &Pair::certain));
    questions.pairs = std::move(pairs);
    questions.at = 0;
    questions.list_at = ~std::size_t{0};
    questions.later.clear();
    questions.rows_from.forget();
    questions.counted_from.forget();
    questions.opened_at = session.place;
    questions.open = true;
}

void open_all(Session& session) {
    std::vector<Pair> pairs;
    for (const Duplicate& found : session.duplicates.search.found())
        pairs.push_back(
            {.a = found.a, .b = found.b, .comparison = found.comparison, .certain = found.certain});
    for (const LikeOrganisations& found : session.duplicates.organisations.found()) {
        pairs.push_back({.a = found.a,
            .b = found.b,
            .comparison = {},
            .likeness = found.likeness,
            .certain = found.likeness == identity::OrganisationLikeness::same});
    }
    open(session, std::move(pairs));
}

/// On to the next that has no answer, from there on or else from the beginning; when there is none, back to where it
/// was opened.
void next_open(Session& session) {
    DuplicateQuestions& questions = session.duplicates;
    const std::size_t count = questions.pairs.size();
    for (std::size_t step = 1; step <= count; ++step) {
        const std::size_t at = (questions.at + step) % count;
        if (answer_of(session, questions.pairs[at]) != SameAnswer::none) continue;
        questions.at = at;
        return;
    }
    close(session);
}

void give_answer(Session& session, SameAnswer answer) {
    DuplicateQuestions& questions = session.duplicates;
    const Pair pair = questions.pairs[questions.at];
    const Workspace& workspace = session.workspace;
    if (answer == SameAnswer::same) {
        const std::string name = record_name(workspace, pair.a);
        Draft draft =
            join_records(workspace, {pair.a, pair.b}, session.random, chosen_of_second(questions.rows));
        if (!session.commit(std::move(draft), session.text("same.joined", {name}))) return;
        if (session.place.record == pair.b) {
            session.place.record = questions.opened_at.record = pair.a;
            session.ui.keep_moving();
        }
    } else if (answer == SameAnswer::different) {
        if (!session.commit(tell_apart(workspace, pair.a, pair.b), std::string(session.text("same.apart"))))
            return;
    } else {
        questions.later.insert({pair.a, pair.b});
    }
    next_open(session);
}

void join_all_certain(Session& session) {
    DuplicateQuestions& questions = session.duplicates;
    std::vector<JoinedPair> pairs;
    for (std::size_t i = questions.doubtful; i < questions.pairs.size(); ++i) {
        const Pair& pair = questions.pairs[i];
        if (answer_of(session, pair) == SameAnswer::none) pairs.push_back({pair.a, pair.b});
    }
    JoinedPairs joined = join_certain(session.workspace, pairs, session.random);
    if (!session.commit(std::move(joined.draft), session.text("same.joined_certain", {joined.count}))) return;
    if (answer_of(session, questions.pairs[questions.at]) != SameAnswer::none) next_open(session);
}

SameItem item_of(const Session& session, const Pair& pair) {
    const Workspace& workspace = session.workspace;
    const RecordId shown = workspace.live(pair.a) ? pair.a : pair.b;
    SameItem item{.organisation = !is_of_people(pair)};
    item.name = record_title(session, shown);
    item.detail = evidence_of(session, pair).in_short();
    item.key = shown.value;
    if (!item.organisation) item.photo = workspace.get(shown, person::photo).as_bytes();
    item.answer = answer_of(session, pair);
    return item;
}

SameQuestion question_of(const Session& session, const Pair& pair) {
    const DuplicateQuestions& questions = session.duplicates;
    const Workspace& workspace = session.workspace;
    SameQuestion question{.rows = questions.rows, .organisations = !is_of_people(pair)};
    question.name = record_title(session, workspace.live(pair.a) ? pair.a : pair.b);
    const bool certain = questions.at >= questions.doubtful;
    if (pair.by_hand)
        question.standing = session.text("same.by_hand");
    else if (certain)
        question.standing = session.text("same.is_certain",
            {questions.at - questions.doubtful + 1, questions.pairs.size() - questions.doubtful});
    else
        question.standing = session.text("same.is_likely", {questions.at + 1, questions.doubtful});
    question.first = here_since(session, pair.a);
    question.second = here_since(session, pair.b);
    question.evidence = evidence_of(session, pair);
    if (question.evidence.speaks_for.empty())
        question.evidence.speaks_for.emplace_back(session.text("same.you_say_so"));
    question.answer = answer_of(session, pair);
    question.asked = workspace.live(pair.a) && workspace.live(pair.b) && session.may_write();
    question.promise = session.text("same.promise");
    return question;
}

}  // namespace

bool look_for_duplicates(Session& session) {
    if (session.past) return false;
    DuplicateQuestions& questions = session.duplicates;
    if (questions.looking.done()) questions.looking = questions.search.catch_up(session.workspace);
    if (questions.looking.step(session.ui.one_slice(150))) return true;
    if (questions.looking_at_organisations.done())
        questions.looking_at_organisations = questions.organisations.catch_up(session.workspace);
    return questions.looking_at_organisations.step(session.ui.one_slice(150));
}

bool has_duplicates(const Session& session) {
    const DuplicateQuestions& questions = session.duplicates;
    return !session.past && questions.search.done() && questions.organisations.done() &&
        questions.found() > 0;
}

void duplicates_line(Session& session, Flow& flow) {
    const DuplicateQuestions& questions = session.duplicates;
    if (!has_duplicates(session)) return;
    Ui& ui = session.ui;
    const std::string words = questions.organisations.found().empty()
        ? session.text("same.found", {questions.search.found().size()})
        : questions.search.found().empty()
        ? session.text("same.found_organisations", {questions.organisations.found().size()})
        : session.text(
              "same.found_both", {questions.search.found().size(), questions.organisations.found().size()});
    if (button(ui, flow, {.label = words, .icon = Icon::users, .small = true, .id = "same people"}))
        open_all(session);
    flow.space(ui.px(12));
}

void open_pair(Session& session, RecordId a, RecordId b) {
    const Workspace& workspace = session.workspace;
    Pair pair{.a = a, .b = b, .comparison = {}, .by_hand = true};
    if (is_of_people(pair))
        pair.comparison = compare_two(workspace, a, b);
    else
        pair.likeness = identity::compare_organisations(
            workspace.text(a, organisation::name), workspace.text(b, organisation::name));
    open(session, {pair});
}

bool shows_duplicates(Session& session) {
    DuplicateQuestions& questions = session.duplicates;
    if (questions.open && (!(session.place == questions.opened_at) || questions.pairs.empty()))
        close(session);
    return questions.open;
}

void draw_duplicates(Session& session, ImRect area) {
    Ui& ui = session.ui;
    DuplicateQuestions& questions = session.duplicates;
    count_open(session);
    const Pair pair = questions.pairs[questions.at];
    if (questions.rows_from.renew(session.workspace.revision(), questions.at))
        questions.rows = side_by_side(session.workspace, pair.a, pair.b);
    const std::string_view title =
        session.text(is_of_people(pair) ? "same.title" : "same.title_organisation");
    ui.open_group(Role::main, title, area);
    SameScreen screen{.title = std::string(title),
        .detail = std::string(session.text("same.text")),
        .back = std::string(session.text("same.back"))};
    screen.list = {.doubtful = questions.doubtful,
        .certain = questions.pairs.size() - questions.doubtful,
        .open = questions.open_doubtful,
        .item = [&](std::size_t i) { return item_of(session, questions.pairs[i]); },
        .at = questions.at,
        .join_certain = questions.open_certain > 0 && session.may_write()
            ? session.text("same.join_certain", {questions.open_certain})
            : std::string{},
        .certain_promise = std::string(session.text("same.certain_promise"))};
    screen.question = question_of(session, pair);
    SameScroll scroll{questions.list_at};
    const SameResult result = draw_same(session, area, screen, scroll);
    questions.list_at = scroll.at;
    ui.tree().close();
    if (result.word) {
        questions.rows[result.word->row].second_counts = result.word->second_counts;
        ui.keep_moving();
    }
    if (result.go_to) {
        questions.at = *result.go_to;
        ui.keep_moving();
    }
    if (result.answer != SameAnswer::none && screen.question.asked) give_answer(session, result.answer);
    if (result.join_certain) join_all_certain(session);
    if (result.back) close(session);
}

void ask_merge_with(Session& session, RecordId record) {
    session.duplicates.merge_with = record;
    session.duplicates.merge_text.clear();
}

void draw_merge_with(Session& session) {
    Ui& ui = session.ui;
    DuplicateQuestions& questions = session.duplicates;
    bool open = session.workspace.live(questions.merge_with);
    if (!open) return;
    Flow flow;
    const RecordId record = questions.merge_with;
    const std::string title = session.text("same.merge_with", {record_name(session.workspace, record)});
    if (!begin_dialog(ui, title, 440, open, flow)) {
        if (!open) questions.merge_with = {};
        return;
    }
    paragraph(ui, flow, session.text("same.merge_with_text"), Type::body, Colour::muted);
    flow.space(ui.px(12));
    const bool person = kind_of(record) == Kind::person;
    const std::string_view name = session.text(person ? "same.merge_person" : "same.merge_organisation");
    const std::array without{record};
    const Picked picked = pick_record(session, labelled(ui, flow, name, ui.control()), {.name = name},
        {.target = kind_of(record), .create = false, .without = without}, questions.merge_text);
    flow.space(ui.px(8));
    end_dialog(ui, flow);
    if (picked.record && picked.record != record) {
        open = false;
        open_pair(session, record, picked.record);
    }
    if (!open) questions.merge_with = {};
}

}  // namespace kith::ui
