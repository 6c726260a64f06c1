#include "ui/give/suggestions.h"

#include <cmath>

#include "base/text.h"
#include "model/fields.h"
#include "planning/giving/mentors.h"
#include "ui/records/cards.h"
#include "ui/session/places.h"
#include "ui/session/record_scope.h"
#include "ui/words/record_words.h"

namespace kith::ui {

namespace {

// Whether what is kept was made for another workspace, day, record or question.
bool is_stale(const Session& session, SuggestionState& state, RecordId about, std::string_view question) {
    return state.made.renew(session.moment(), about, std::string(question));
}

struct Suggestion {
    RecordId person;
    std::string title, why, yes, no;
};
enum class Answer : std::uint8_t { nothing, open, yes, no };

// A row with a button for yes and a sign for no.
Answer suggestion_row(Session& session, Flow& flow, const Suggestion& made) {
    Ui& ui = session.ui;
    const RecordScope scope(made.person);
    const std::string name = record_title(session, made.person);
    const Face face{.name = name,
        .key = made.person.value,
        .photo = session.workspace.get(made.person, person::photo).as_bytes()};
    const ListItem item{.title = made.title,
        .detail = made.why,
        .action = made.yes,
        .menu = made.no,
        .dismissed = true,
        .face = &face,
        .id = "suggestion"};
    const ListItemResult result = list_item(ui, flow.take(list_item_height(ui, item, flow.width)), item);
    if (result.action) return Answer::yes;
    if (result.menu) return Answer::no;
    return result.pressed ? Answer::open : Answer::nothing;
}

}  // namespace

const OpportunityView& opportunity_view(Session& session, SuggestionState& state, RecordId opportunity) {
    if (is_stale(session, state, opportunity, {}))
        state.opportunity = look_at_opportunity(session.workspace, session.insight.contacts(), opportunity,
            session.ui.today(), rules_of(session.workspace));
    return state.opportunity;
}

std::string facts_in_words(const Session& session, const Facts& facts, std::size_t most) {
    std::string words;
    for (const Message& fact : facts) {
        if (most-- == 0) break;
        words = joined({words, session.text(fact)});
    }
    return words;
}

// ---- Introductions -------------------------------------------------------------------------------

void draw_introductions(Session& session, SuggestionState& state, Flow& flow) {
    Ui& ui = session.ui;
    constexpr std::size_t most = 5;
    if (is_stale(session, state, {}, {}))
        state.introductions = introductions(session.workspace, session.insight.contacts(), ui.today(), most);
    if (state.introductions.empty()) return;
    const std::string_view title = session.text("suggest.introductions");
    ListCard list(session, flow, title, state.introductions.size());
    list.begin_rows();
    ui.open_group(Role::list, title);
    bool first = true;
    for (const Introduction& pair : state.introductions) {
        if (!first) list.separate();
        first = false;
        const std::string needs = record_title(session, pair.needs),
                          offers = record_title(session, pair.offers);
        const std::string words = session.text("suggest.introduce", {needs, offers});
        const RecordScope scope(pair.offers);
        switch (suggestion_row(session, list.card.flow,
            {.person = pair.needs,
                .title = words,
                .why = facts_in_words(session, pair.reasons),
                .yes = std::string(session.text("suggest.introduce_yes")),
                .no = session.text("suggest.not_this", {words})})) {
            case Answer::yes: {
                Made made = begin_introduction(pair, needs, offers, ui.today(), session.random);
                if (session.commit(std::move(made.draft), session.text("toast.introduction", {needs})))
                    open_record(session, made.record);
                break;
            }
            case Answer::no: {
                session.commit(refuse_introduction(pair, words, ui.today(), session.random),
                    std::string(session.text("toast.not_suggested")));
                break;
            }
            case Answer::open: open_record(session, pair.needs); break;
            case Answer::nothing: break;
        }
    }
    ui.tree().close();
    list.end();
    flow.space(ui.px(grid::between_cards));
}

// ---- Whom to turn to -----------------------------------------------------------------------------

void draw_whom_to_turn_to(Session& session, SuggestionState& state, Flow& flow, RecordId challenge) {
    Ui& ui = session.ui;
    constexpr std::size_t most = 5;
    if (is_stale(session, state, challenge, {}))
        state.candidates = whom_to_turn_to(session.workspace, session.insight.contacts(), challenge,
            ui.today(), rules_of(session.workspace), most);
    const std::string_view title = session.text("suggest.turn_to");
    ListCard list(session, flow, title);
    if (state.candidates.empty()) {
        list.say(session.text("suggest.turn_to_none"));
        list.end();
        return;
    }
    list.begin_rows();
    ui.open_group(Role::list, title);
    bool first = true;
    for (const Candidate& candidate : state.candidates) {
        if (!first) list.separate();
        first = false;
        const std::string name = record_title(session, candidate.person);
        const Answer answer = suggestion_row(session, list.card.flow,
            {.person = candidate.person,
                .title = name,
                .why = facts_in_words(session, candidate.reasons),
                .yes = std::string(session.text("suggest.add"))});
        if (answer == Answer::open) open_record(session, candidate.person);
        if (answer != Answer::yes) continue;
        session.commit(turn_to(challenge, candidate.person, name, record_title(session, challenge)),
            session.text("toast.added", {name}));
    }
    ui.tree().close();
    list.end();
}

// ---- Ties ----------------------------------------------------------------------------------------

void draw_suggested_ties(Session& session, SuggestionState& state, Flow& flow, RecordId person) {
    Ui& ui = session.ui;
    constexpr std::size_t most = 3;
    if (is_stale(session, state, person, {}))
        state.ties = suggested_ties_of(session.workspace, person, ui.today(), most);
    if (state.ties.empty()) return;
    flow.space(ui.px(8));
    const std::string_view title = session.text("suggest.ties");
    paragraph(ui, flow, title, Type::small, Colour::muted);
    ui.open_group(Role::list, title);
    const float out = ui.px(grid::between_cards);
    Flow wide{.x = flow.x - out, .y = flow.y, .width = flow.width + 2 * out};
    for (const SuggestedTie& tie : state.ties) {
        const RecordId other = tie.a == person ? tie.b : tie.a;
        const std::string name = record_title(session, other);
        switch (suggestion_row(session, wide,
            {.person = other,
                .title = name,
                .why = facts_in_words(session, tie.reasons, 2),
                .yes = std::string(session.text("suggest.yes")),
                .no = session.text("suggest.not_this", {name})})) {
            case Answer::yes: {
                session.commit(accept_tie(tie, name, record_title(session, person), session.random),
                    session.text("toast.added", {name}));
                break;
            }
            case Answer::no: {
                session.commit(refuse_tie(tie, name, ui.today(), session.random),
                    std::string(session.text("toast.not_suggested")));
                break;
            }
            case Answer::open: open_record(session, other); break;
            case Answer::nothing: break;
        }
    }
    ui.tree().close();
    flow.y = wide.y;
}

// ---- Mentors -------------------------------------------------------------------------------------

void draw_mentor_search(Session& session, MentorSearch& search) {
    Ui& ui = session.ui;
    Flow flow;
    if (!begin_dialog(ui, session.text("suggest.find_mentor"), 560, search.open, flow)) return;
    paragraph(ui, flow, session.text("suggest.find_mentor_text"), Type::small, Colour::muted);
    flow.space(ui.px(8));
    const std::string_view name = session.text("suggest.field");
    text_field(ui, labelled(ui, flow, name, ui.control()),
        {.name = name, .placeholder = session.text("suggest.field_example"), .kind = InputKind::search},
        search.field);
    flow.space(ui.px(12));
    const std::string field(trim(search.field));
    if (is_stale(session, search.found, {}, field)) {
        search.found.candidates = field.empty() ? std::vector<Candidate>{}
                                                : find_mentors(session.workspace, session.insight.contacts(),
                                                      field, ui.today(), rules_of(session.workspace), 6);
    }
    if (!field.empty() && search.found.candidates.empty())
        paragraph(ui, flow, session.text("suggest.no_mentor"), Type::body, Colour::muted);
    ui.open_group(Role::list, session.text("suggest.candidates"));
    for (const Candidate& candidate : search.found.candidates) {
        const std::string person = record_title(session, candidate.person);
        const std::string why = joined(
            {facts_in_words(session, candidate.reasons), facts_in_words(session, candidate.cautions, 1)});
        const Answer answer = suggestion_row(session, flow,
            {.person = candidate.person,
                .title = person,
                .why = why,
                .yes = std::string(session.text("suggest.ask"))});
        if (answer == Answer::open) {
            search.open = false;
            open_record(session, candidate.person);
        }
        if (answer != Answer::yes) continue;
        Made made = ask_for_mentorship(candidate.person, field, person, ui.today(), session.random);
        if (session.commit(std::move(made.draft), session.text("toast.mentorship", {person}))) {
            search.open = false;
            open_record(session, made.record);
        }
    }
    ui.tree().close();
    end_dialog(ui, flow);
}

}  // namespace kith::ui
