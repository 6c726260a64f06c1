#include "ui/files/import_same.h"

#include <algorithm>
#include <string>
#include <vector>

#include "model/fields.h"
#include "ui/people/side_view.h"
#include "ui/words/record_words.h"
#include "workspace/names.h"

namespace kith::ui {

namespace {

const ImportItem& item_at(const FilesState& state, std::size_t at) {
    return state.import->plan().items[state.preview.same.items[at]];
}

bool is_doubtful(const ImportItem& item) {
    return item.status == ItemStatus::maybe_known;
}
bool is_certain(const ImportItem& item) {
    return item.kind == Kind::person && item.match &&
        (item.status == ItemStatus::changed || item.status == ItemStatus::already_here);
}

SameAnswer answer_of(const FilesState& state, std::size_t at) {
    const ImportItem& item = item_at(state, at);
    if (!item.answered) {
        const auto& later = state.preview.same.later;
        return later[at] != 0 ? SameAnswer::later : SameAnswer::none;
    }
    return item.choice == ItemChoice::join ? SameAnswer::same : SameAnswer::different;
}

std::size_t count_open(const FilesState& state) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < state.preview.same.doubtful; ++at)
        count += answer_of(state, at) == SameAnswer::none ? 1 : 0;
    return count;
}

void fill(FilesState& state) {
    ImportSame& same = state.preview.same;
    same.items.clear();
    const std::vector<ImportItem>& items = state.import->plan().items;
    const auto add = [&](bool (*passes)(const ImportItem&)) {
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (passes(items[i])) same.items.push_back(i);
        }
    };
    add(is_doubtful);
    same.doubtful = same.items.size();
    add(is_certain);
    same.later.resize(same.items.size());
    same.rows_ready = false;
}

void go_to(ImportSame& same, std::size_t at) {
    same.at = at;
    same.rows_ready = false;
}

/// The next one without an answer; when there is none, back to the preview.
void next_open(FilesState& state) {
    ImportSame& same = state.preview.same;
    for (std::size_t step = 1; step <= same.doubtful; ++step) {
        const std::size_t at = (same.at + step) % same.doubtful;
        if (answer_of(state, at) == SameAnswer::none) return go_to(same, at);
    }
    same.open = false;
}

void give_answer(FilesState& state, SameAnswer answer) {
    ImportSame& same = state.preview.same;
    const std::size_t item = same.items[same.at];
    same.later[same.at] = answer == SameAnswer::later ? 1 : 0;
    if (answer == SameAnswer::later)
        state.import->leave_open(item);
    else
        state.import->choose(item, answer == SameAnswer::same ? ItemChoice::join : ItemChoice::take_as_new);
    state.preview.shown_ready = false;
    next_open(state);
}

SameItem list_item_of(const Session& session, const FilesState& state, std::size_t at) {
    const ImportItem& item = item_at(state, at);
    SameItem shown{.name = std::string(item.name)};
    if (item.evidence) shown.detail = evidence_of(session, *item.evidence).in_short();
    if (shown.detail.empty() && !item.reason.key.empty()) shown.detail = session.text(item.reason);
    shown.key = item.match.value;
    shown.answer = answer_of(state, at);
    return shown;
}

std::string combined_from(const Session& session, const ImportItem& item) {
    if (item.others.empty()) return {};
    std::vector<Argument> lines;
    for (const EntryPlace& other : item.others)
        lines.emplace_back(std::to_string(other.line));
    return session.text("files.put_together", {session.ui.formatter().list(lines)});
}

SameQuestion question_of(const Session& session, const FilesState& state) {
    const ImportSame& same = state.preview.same;
    const ImportItem& item = item_at(state, same.at);
    const ImportPlan& plan = state.import->plan();
    SameQuestion question{.name = std::string(item.name), .rows = same.rows};
    question.standing = same.at < same.doubtful
        ? session.text("same.is_likely", {same.at + 1, same.doubtful})
        : session.text("same.is_certain", {same.at - same.doubtful + 1, same.items.size() - same.doubtful});
    question.first = here_since(session, item.match);
    question.second = plan.is_from_several()
        ? session.text("same.in_named_file", {plan.files[item.file].name, item.line})
        : session.text("same.in_file", {item.line});
    if (item.evidence) question.evidence = evidence_of(session, *item.evidence);
    if (question.evidence.speaks_for.empty() && !item.reason.key.empty())
        question.evidence.speaks_for.push_back(session.text(item.reason));
    question.promise = session.text("same.promise_import");
    question.combined = combined_from(session, item);
    question.answer = answer_of(state, same.at);
    return question;
}

}  // namespace

void open_same(FilesState& state, std::optional<std::size_t> item) {
    ImportSame& same = state.preview.same;
    same = {.open = true};
    fill(state);
    if (same.items.empty()) {
        same.open = false;
        return;
    }
    const auto at = item ? std::ranges::find(same.items, *item) : same.items.end();
    if (at != same.items.end()) {
        same.at = static_cast<std::size_t>(at - same.items.begin());
        return;
    }
    for (std::size_t i = 0; i < same.doubtful && answer_of(state, same.at) != SameAnswer::none; ++i)
        same.at = i;
}

void draw_import_same(Session& session, FilesState& state, ImRect area) {
    Ui& ui = session.ui;
    ImportSame& same = state.preview.same;
    if (!same.rows_ready) {
        same.rows = state.import->side_by_side(same.items[same.at]);
        same.rows_ready = true;
    }
    const ImportPlan& plan = state.import->plan();
    SameScreen screen{.title = std::string(session.text("same.title")),
        .detail =
            session.text("files.look_detail", {state.import->name(), same.items.size(), plan.entries()}),
        .back = std::string(session.text("files.back"))};
    screen.list = {.doubtful = same.doubtful,
        .certain = same.items.size() - same.doubtful,
        .open = count_open(state),
        .item = [&](std::size_t at) { return list_item_of(session, state, at); },
        .at = same.at,
        .join_certain = {},
        .certain_promise = std::string(session.text("same.certain_import"))};
    screen.question = question_of(session, state);
    SameScroll scroll{same.list_at};
    const SameResult result = draw_same(session, area, screen, scroll);
    same.list_at = scroll.at;
    if (result.word) {
        const SideRow& row = same.rows[result.word->row];
        state.import->take(same.items[same.at], row.fields, result.word->second_counts);
        same.rows_ready = false;
    }
    if (result.go_to) go_to(same, *result.go_to);
    if (result.split) {  // its entries follow it as items of their own
        const std::size_t item = same.items[same.at];
        state.import->split(item);
        state.preview.shown_ready = false;
        open_same(state, item);
    } else if (result.answer != SameAnswer::none) {
        give_answer(state, result.answer);
    }
    if (result.back) same.open = false;
    if (result.word || result.go_to || result.split || result.back || result.answer != SameAnswer::none)
        ui.keep_moving();
}

}  // namespace kith::ui
