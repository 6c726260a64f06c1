// What is half done: a text in an open field, a half-filled form or dialog. It is handed to the host as one draft
// and is there again at the next start, until it is written or given up. A dialog counts once it differs from what
// it was when it opened; searches and passphrases never do.
#include "ui/app/half_done.h"

#include <algorithm>

#include "base/text.h"
#include "ui/app/half_done_parts.h"
#include "ui/app/inside.h"
#include "ui/conversations/meeting_prepare.h"
#include "ui/goals/goal_page.h"
#include "ui/goals/plan.h"
#include "ui/goals/start_kept.h"
#include "ui/session/named_parts.h"
#include "ui/week/review.h"

namespace kith::ui {

/// `visit.dialog(name, open, state)` for what is open and closed; `visit.page(name, there, unwritten, state)` for
/// what lies in pages.
template <typename Visit>
void App::Inside::each_half_done(Visit& visit) {
    visit.dialog("add", add.open, add);
    visit.dialog("log", log.open, log);
    visit.dialog("message", message.open, message);
    visit.dialog("prepare", meeting.prepare.open, meeting.prepare);
    visit.dialog("review", meeting.review.open, meeting.review);
    visit.dialog("form", form.open, form);
    visit.dialog("person_form", person.form.open, person.form);
    visit.dialog("person_row", person.row.open, person.row);
    visit.dialog("record_new", records.add.open, records.add);
    visit.dialog("record_form", records.page.form.open, records.page.form);
    visit.dialog("record_row", records.page.row.open, records.page.row);
    visit.dialog("profile", records.profile.open, records.profile);
    visit.dialog("put_off", today.put_off_dialog.open, today.put_off_dialog);
    visit.dialog("rhythm", today.rhythm.open, today.rhythm);
    if (!records.page.goal && visit.has("told")) records.page.goal = std::make_shared<GoalPageState>();
    if (records.page.goal) {
        ToldDialog& told = records.page.goal->told_dialog;
        visit.dialog("told", told.open, told);
    }
    StagesEdited stages{records.opportunities.asking_stages, records.opportunities.stages};
    visit.dialog("stages", stages.open, stages);
    PeopleAsked asked{people};
    visit.dialog("people", people.asking_tag || people.asking_organisation || people.naming_filter, asked);
    StartSaid start{records.goal_start.open, {}};
    if (start.open) start.said = write_goal_start(records.goal_start);
    visit.dialog("start", start.open, start);
    if (visit.has("start") && start.open) go_on_with_goal_start(session, records.goal_start, start.said);

    PersonPage person_page{person};
    visit.page("person", person.person != RecordId{}, !person.tie_typing.empty(), person_page);
    RecordPage record_page{records.page, records.page.plan ? records.page.plan->adding_to : RecordId{}};
    const bool adds = std::ranges::any_of(
        records.page.typing, [](const auto& field) { return !trim(field.second).empty(); });
    visit.page("record", records.page.record != RecordId{}, adds, record_page);
    if (visit.has("record") && record_page.adding_to) {
        records.page.plan = std::make_shared<GoalPlanState>();
        records.page.plan->goal = records.page.record;
        records.page.plan->adding_to = record_page.adding_to;
    }
    const bool refuses =
        std::ranges::any_of(session.field_errors, [](const auto& error) { return !error.second.empty(); });
    Refused refused{session};
    visit.page("refused", refuses, refuses, refused);
    ReviewAt review;
    if (today.review) {
        review = {.under_way = today.review->under_way,
            .step = today.review->step,
            .week = static_cast<int>(today.review->week.time_since_epoch().count())};
    }
    visit.page("week", review.under_way, false, review);
    if (visit.has("week") && review.under_way) {
        if (!today.review) today.review = std::make_shared<ReviewState>();
        begin_review(session, *today.review, Day{std::chrono::days{review.week}});
        today.review->step = review.step;
    }
}

namespace {

class Writing {
public:
    explicit Writing(std::map<std::string, std::string, std::less<>>& begun) : begun_(begun) {}

    bool has(std::string_view) const { return false; }
    template <typename State>
    void dialog(std::string_view name, bool open, const State& state) {
        const auto before = begun_.find(name);
        if (!open) {
            if (before != begun_.end()) begun_.erase(before);
            return;
        }
        std::string bytes = write_parts(state);
        if (before == begun_.end())
            begun_.emplace(name, std::move(bytes));
        else if (bytes != before->second)
            is_unwritten = true, add(name, std::move(bytes));
    }
    template <typename State>
    void page(std::string_view name, bool there, bool unwritten, const State& state) {
        is_unwritten = is_unwritten || unwritten;
        if (there) add(name, write_parts(state));
    }
    void add(std::string_view name, std::string bytes) {
        parts.emplace_back(name);
        parts.push_back(std::move(bytes));
    }

    bool is_unwritten = false;
    std::vector<std::string> parts;

private:
    std::map<std::string, std::string, std::less<>>& begun_;
};

class TakingUp {
public:
    explicit TakingUp(std::string_view draft) : parts_(parts::each_of(draft)) {}

    bool has(std::string_view name) const { return find(name).has_value(); }
    template <typename State>
    void dialog(std::string_view name, bool, State& state) {
        if (const auto bytes = find(name)) read_parts(*bytes, state);
    }
    template <typename State>
    void page(std::string_view name, bool, bool, State& state) {
        dialog(name, true, state);
    }
    std::optional<std::string_view> find(std::string_view name) const {
        for (std::size_t i = 0; i + 1 < parts_.size(); i += 2) {
            if (parts_[i] == name) return parts_[i + 1];
        }
        return std::nullopt;
    }

private:
    std::vector<std::string_view> parts_;
};

/// What a form is about may be gone by now, and so may fields that it had.
void mend(const Workspace& workspace, RecordForm& form) {
    std::erase_if(form.values, [](const FormValue& value) { return value.field == nullptr; });
    const auto gone = [&](RecordId record) { return record && !workspace.live(record); };
    if (gone(form.record) ||
        std::ranges::any_of(form.fixed, [&](const auto& one) { return gone(one.second); }))
        form = {};
}
void mend(const Workspace& workspace, RowForm& form) {
    const FieldSpec* field = find_field(form.field);
    if (!form.open || (workspace.live(form.record) && field != nullptr)) return;
    form = {};
}

/// The item as the agenda has it now.
const AgendaItem* find_again(const Agenda& agenda, const AgendaItem& item) {
    const auto found = std::ranges::find_if(agenda.items(), [&](const AgendaItem& other) {
        return other.kind == item.kind && other.record == item.record && other.element == item.element;
    });
    return found != agenda.items().end() ? &*found : nullptr;
}

}  // namespace

std::string App::Inside::write_half_done() {
    Writing writing(half_done.begun);
    each_half_done(writing);
    const std::vector<Ui::Typed> fields = session.ui.unwritten();
    if (fields.empty() && !writing.is_unwritten) return {};
    const Place& place = session.ui.waiting().empty() ? session.place : half_done.place;
    writing.add("place", path_of(place));
    writing.add("fields", write_parts(fields));
    return parts::row_of(writing.parts);
}

bool App::Inside::keep_typed(bool at_once) {
    using namespace std::chrono_literals;
    constexpr auto pause = 300ms;
    if (session.past || !half_done.coming.empty()) return false;
    if (session.ui.waiting().empty())
        half_done.place = session.place;
    else
        give_up_waiting();
    std::string typed = write_half_done();
    const bool changed = std::exchange(half_done.is_unwritten, !typed.empty()) == typed.empty();
    if (typed == half_done.handed_over) return changed;
    const auto left = half_done.handed_over_at + pause - session.host.now();
    if (!at_once && !typed.empty() && left > 0ms && left <= pause) {
        session.host.request_frame(std::chrono::ceil<std::chrono::milliseconds>(left));
        return changed;
    }
    session.host.keep_typed(typed);
    half_done.handed_over = std::move(typed);
    half_done.handed_over_at = session.host.now();
    return changed;
}

/// Texts whose field does not come where it was, or whose record is gone, are shown once more.
void App::Inside::give_up_waiting() {
    using namespace std::chrono_literals;
    Ui& ui = session.ui;
    const RecordId record = half_done.place.record;
    const bool gone = record && !session.workspace.live(record);
    const bool here = session.place == half_done.place && !session.long_step && ui.editing().id == 0 &&
        ui.focus().top_layer() == 0;
    if (!here && !gone) return half_done.waited.reset();
    if (!half_done.waited) half_done.waited = ui.now();
    if (!gone && ui.now() - *half_done.waited < 3s) return session.host.request_frame(1s);
    const Ui::Typed typed = ui.waiting().front();
    half_done.waited.reset();
    ui.forget_waiting();
    session.say(session.text("storage.draft_astray", {typed.name, typed.text}));
    session.toast.until = ui.now() + 10min;
}

void App::Inside::take_up() {
    if (half_done.coming.empty() || session.past || session.long_step) return;
    const std::string draft = std::exchange(half_done.coming, {});
    const TakingUp taken(draft);
    half_done.handed_over = draft;
    if (half_done.is_unwritten) return;  // one goes on with what one is at
    TakingUp visit = taken;
    each_half_done(visit);
    const Workspace& workspace = session.workspace;
    for (RecordForm* each : {&form, &person.form, &records.add, &records.page.form, &log.form})
        mend(workspace, *each);
    std::erase_if(log.guessed, [](const FormValue& value) { return value.field == nullptr; });
    if (log.open && log.form.values.empty()) log = {};
    mend(workspace, person.row);
    mend(workspace, records.page.row);
    if (message.open && !workspace.live(message.request.person)) message = {};
    if (message.item) {
        const AgendaItem* item = find_again(session.agenda, *message.item);
        message.item = item != nullptr ? std::optional(*item) : std::nullopt;
    }
    if (today.put_off_dialog.open) {
        const AgendaItem* item = find_again(session.agenda, today.put_off_dialog.item);
        if (item != nullptr)
            today.put_off_dialog.item = *item;
        else
            today.put_off_dialog = {};
    }
    if (meeting.prepare.open) {
        const PreparationDialog kept = meeting.prepare;
        meeting.prepare = {};
        if (workspace.live(kept.record)) {
            open_preparation(session, meeting, kept.record);
            meeting.prepare.bring_up = kept.bring_up;
        }
    }
    if (meeting.review.open && !workspace.live(meeting.review.record)) meeting.review = {};
    // Of dialogs that are there again, what stands in them is not written either.
    for (const std::string_view name : {"add", "log", "message", "prepare", "review", "form", "person_form",
             "person_row", "record_new", "record_form", "record_row", "profile", "put_off", "rhythm", "told",
             "stages", "people", "start"}) {
        if (taken.has(name)) half_done.begun.emplace(name, std::string{});
    }
    std::vector<Ui::Typed> fields;
    if (const auto bytes = taken.find("fields")) read_parts(*bytes, fields);
    for (Ui::Typed& typed : fields)
        session.ui.resume(std::move(typed));
    if (const auto path = taken.find("place")) {
        half_done.place = parse_place(*path).value_or(session.place);
        session.wish.go = half_done.place;
    }
    session.ui.keep_moving();
}

}  // namespace kith::ui
