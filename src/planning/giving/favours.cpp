#include "planning/giving/favours.h"

#include <algorithm>
#include <array>

#include "base/assertion.h"
#include "model/meanings.h"

namespace kith {

namespace {

using enum favour::direction;

constexpr std::array favour_steps{
    FavourStep{received, favour::stage::none, favour::stage::agreed, {}, "next.they_agreed"},
    FavourStep{received, favour::stage::asked, favour::stage::agreed, {}, "next.they_agreed"},
    FavourStep{received, favour::stage::offered, favour::stage::agreed, {}, "next.accept"},
    FavourStep{received, favour::stage::agreed, favour::stage::done, favour::done_on, "next.done"},
    FavourStep{received, favour::stage::done, favour::stage::thanked, favour::thanked_on, "next.thanked"},
    FavourStep{received, favour::stage::thanked, favour::stage::told, favour::told_on, "next.told"},
    FavourStep{given, favour::stage::none, favour::stage::agreed, {}, "next.agree"},
    FavourStep{given, favour::stage::asked, favour::stage::agreed, {}, "next.agree"},
    FavourStep{given, favour::stage::offered, favour::stage::agreed, {}, "next.they_want_it"},
    FavourStep{given, favour::stage::agreed, favour::stage::done, favour::done_on, "next.done"},
};

constexpr std::array received_stages{favour::stage::asked, favour::stage::agreed, favour::stage::done,
    favour::stage::thanked, favour::stage::told};
constexpr std::array given_stages{favour::stage::asked, favour::stage::agreed, favour::stage::done};

}  // namespace

bool is_given(const Workspace& workspace, RecordId favour) {
    return workspace.choice(favour, favour::direction) == given;
}

bool is_open_favour(const Workspace& workspace, RecordId favour) {
    const auto stage = workspace.choice(favour, favour::stage);
    return stage == favour::stage::none || is_open(stage);
}

bool owes_thanks(const Workspace& workspace, RecordId favour) {
    const auto stage = workspace.choice(favour, favour::stage);
    return !is_given(workspace, favour) && (stage == favour::stage::done || stage == favour::stage::thanked);
}

bool waits_on_me(const Workspace& workspace, RecordId favour) {
    const auto stage = workspace.choice(favour, favour::stage);
    if (is_given(workspace, favour)) return stage == favour::stage::asked || stage == favour::stage::agreed;
    return stage == favour::stage::offered || owes_thanks(workspace, favour);
}

const FavourStep* next_step_of(const Workspace& workspace, RecordId favour) {
    const auto direction = is_given(workspace, favour) ? given : received;
    const auto stage = workspace.choice(favour, favour::stage);
    const auto at = std::ranges::find_if(favour_steps,
        [&](const FavourStep& step) { return step.direction == direction && step.from == stage; });
    return at != favour_steps.end() ? &*at : nullptr;
}

std::span<const enum favour::stage> stages_through(enum favour::direction direction) {
    if (direction == given) return given_stages;
    return received_stages;
}

Draft take_favour_step(
    const Workspace& workspace, RecordId favour, std::string_view words, std::string_view title, Day today) {
    const FavourStep* step = next_step_of(workspace, favour);
    KITH_ASSERT(step != nullptr);
    Draft draft({"change.step", {std::string(words), std::string(title)}});
    draft.set(favour, favour::stage, step->to);
    if (step->dated.value != 0) draft.set(favour, step->dated, Value::day(today));
    return draft;
}

Draft decline_favour(RecordId favour, std::string_view words, std::string_view title) {
    Draft draft({"change.step", {std::string(words), std::string(title)}});
    draft.set(favour, favour::stage, favour::stage::declined);
    return draft;
}

RecordId note_asked(Draft& draft, const AskedFor& asked, Day today, Random& random) {
    const RecordId favour = draft.create(Kind::favour, random);
    draft.set(favour, favour::direction, received);
    draft.set(favour, favour::kind, asked.kind);
    draft.set(favour, favour::stage, favour::stage::asked);
    draft.set_text(favour, favour::about, asked.about);
    draft.set(favour, favour::person, Value::reference(asked.person));
    if (asked.goal) draft.set(favour, favour::goal, Value::reference(asked.goal));
    if (asked.introduced) draft.set(favour, favour::introduced, Value::reference(asked.introduced));
    draft.set(favour, favour::asked_on, Value::day(today));
    return favour;
}

Draft note_asked_for_goal(const AskedFor& asked, std::string_view name, Day today, Random& random) {
    Draft draft({"goal_needs.change_asked", {std::string(name)}});
    note_asked(draft, asked, today, random);
    return draft;
}

}  // namespace kith
