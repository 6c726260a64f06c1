#include "ui/records/steps.h"

#include <algorithm>
#include <array>

#include "model/fields.h"
#include "planning/goals/plan.h"
#include "ui/words/record_words.h"

namespace kith::ui {

namespace {

// What was given is over when it is done: thanks and outcome are for the other side to tell, and can be noted
// on the favour's page.
constexpr std::array favour_steps{
    FavourStep{
        favour::direction::received, favour::stage::none, favour::stage::agreed, {}, "next.they_agreed"},
    FavourStep{
        favour::direction::received, favour::stage::asked, favour::stage::agreed, {}, "next.they_agreed"},
    FavourStep{favour::direction::received, favour::stage::offered, favour::stage::agreed, {}, "next.accept"},
    FavourStep{favour::direction::received, favour::stage::agreed, favour::stage::done, favour::done_on,
        "next.done"},
    FavourStep{favour::direction::received, favour::stage::done, favour::stage::thanked, favour::thanked_on,
        "next.thanked"},
    FavourStep{favour::direction::received, favour::stage::thanked, favour::stage::told, favour::told_on,
        "next.told"},
    FavourStep{favour::direction::given, favour::stage::none, favour::stage::agreed, {}, "next.agree"},
    FavourStep{favour::direction::given, favour::stage::asked, favour::stage::agreed, {}, "next.agree"},
    FavourStep{
        favour::direction::given, favour::stage::offered, favour::stage::agreed, {}, "next.they_want_it"},
    FavourStep{
        favour::direction::given, favour::stage::agreed, favour::stage::done, favour::done_on, "next.done"},
};

constexpr std::array received_stages{favour::stage::asked, favour::stage::agreed, favour::stage::done,
    favour::stage::thanked, favour::stage::told};
constexpr std::array given_stages{favour::stage::asked, favour::stage::agreed, favour::stage::done};

FieldId done_field(Kind kind) {
    return kind == Kind::action ? action::done_on : milestone::done_on;
}

Value today(const Session& session) {
    return Value::date(PartialDate(std::chrono::year_month_day(session.ui.today())));
}

}  // namespace

bool is_checkable(Kind kind) {
    return kind == Kind::action || kind == Kind::milestone;
}

bool is_done(const Workspace& workspace, RecordId record) {
    if (!is_checkable(kind_of(record))) return false;
    if (!workspace.get(record, done_field(kind_of(record))).empty()) return true;
    return kind_of(record) == Kind::action && !workspace.get(record, action::dropped_on).empty();
}

void toggle_done(Session& session, RecordId record) {
    const bool done = is_done(session.workspace, record);
    const std::string title = record_title(session, record);
    Draft draft({done ? "change.reopen" : "change.done", {title}});
    if (done) {
        draft.clear(record, done_field(kind_of(record)));
        if (kind_of(record) == Kind::action) draft.clear(record, action::dropped_on);
    } else if (kind_of(record) == Kind::action) {
        complete_step(draft, session.workspace, record, session.ui.today(), session.random);
    } else {
        draft.set(record, done_field(kind_of(record)), today(session));
    }
    session.commit(std::move(draft), done ? std::string{} : session.text("toast.done", {title}));
}

const FavourStep* next_step_of(const Workspace& workspace, RecordId favour) {
    const auto stage = workspace.choice(favour, favour::stage);
    const bool given = workspace.choice(favour, favour::direction) == favour::direction::given;
    const auto direction = given ? favour::direction::given : favour::direction::received;
    for (const FavourStep& step : favour_steps) {
        if (step.direction == direction && step.from == stage) return &step;
    }
    return nullptr;
}

std::span<const enum favour::stage> stages_of(enum favour::direction direction) {
    if (direction == favour::direction::given) return given_stages;
    return received_stages;
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
    Draft draft({"change.step", {words, title}});
    if (const FavourStep* step =
            kind_of(record) == Kind::favour ? next_step_of(session.workspace, record) : nullptr) {
        draft.set(record, favour::stage, step->to);
        if (step->dated.value != 0) draft.set(record, step->dated, today(session));
    } else {
        draft.set(record, celebration::congratulated_on, today(session));
    }
    session.commit(std::move(draft), session.text("toast.step", {words, title}));
}

}  // namespace kith::ui
