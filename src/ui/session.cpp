#include "ui/session.h"

#include <charconv>

#include <algorithm>

#include "base/text.h"
#include "model/fields.h"
#include "ui/dates.h"

namespace kith::ui {

using namespace std::chrono_literals;

Place parse_place(std::string_view path) {
    while (path.starts_with('#') || path.starts_with('/'))
        path.remove_prefix(1);
    const std::size_t slash = path.find('/');
    Place place{std::string(path.substr(0, slash)), {}};
    if (slash != std::string_view::npos)
        place.record = RecordId{from_hex(path.substr(slash + 1)).value_or(0)};
    return place;
}

std::string path_of(const Place& place) {
    return place.record ? place.screen + "/" + to_string(place.record) : place.screen;
}

Session::Session(Host& host, Workspace& workspace_, Random& random_, const Catalogue& words)
    : ui(host, words), workspace(workspace_), random(random_) {}

std::string Session::show_relative(const PartialDate& date) const {
    return relative_date(ui.words(), ui.host(), date, ui.today());
}

std::string Session::show_exact(const PartialDate& date) const {
    return exact_date(ui.words(), ui.host(), date);
}

bool Session::may_write() const {
    return !past && ui.host().storage().state != SaveState::read_only;
}

namespace {

Slices one_after_the_other(Slices first, Slices second) {
    co_await first;
    co_await second;
}

}  // namespace

bool Session::may_begin() {
    if (long_step) return false;  // that is plain to see
    if (may_write()) return true;
    say(std::string(text(past ? "history.past_refused" : "storage.read_only_refused")));
    return false;
}

void Session::begin_long_step(
    std::string title, const std::function<Slices(LongStep&)>& begin, std::function<void(LongStep&)> then) {
    long_step = std::make_unique<LongStep>();
    LongStep& step = *long_step;
    step.title = std::move(title);
    step.then = [&step, then = std::move(then)] { then(step); };
    step.work = one_after_the_other(begin(step), catch_up ? catch_up() : Slices());
    ui.tree().announce(step.title);
    ui.keep_moving();
}

bool Session::commit(Draft draft, std::string said) {
    if (draft.empty()) return true;
    if (!may_begin()) return false;
    if (draft.size() < long_step_changes)
        return say_written(workspace.commit(std::move(draft), ui.now()), std::move(said));
    begin_long_step(
        std::string(text("step.writing")),
        [&](LongStep& step) {
            return workspace.commit(std::move(draft), ui.now(), step.stamp, step.progress);
        },
        [this, said = std::move(said)](LongStep& step) { say_written(step.stamp, said); });
    return true;
}

bool Session::say_written(const Result<Stamp>& result, std::string said) {
    if (!result) {
        say(ui.words().format(result.error()));
        ui.tree().announce(toast.text, Politeness::assertive);
        return false;
    }
    ui.keep_moving();
    if (*result && !said.empty()) say(std::move(said), true);
    return true;
}

void Session::undo() {
    if (!may_begin()) return;
    const TransactionInfo* next = workspace.next_undo();
    const bool is_long = next != nullptr &&
        workspace.size_of_step(static_cast<std::uint32_t>(next - workspace.transactions().data())) >=
            long_step_changes;
    if (!is_long) return say_undone(workspace.undo(ui.now()));
    begin_long_step(
        text("step.undoing", {ui.words().format(Workspace::label_of(*next))}),
        [&](LongStep& step) { return workspace.undo(ui.now(), step.undone, step.progress); },
        [this](LongStep& step) { say_undone(step.undone); });
}

void Session::undo_one(std::uint32_t transaction) {
    if (!may_begin()) return;
    if (workspace.size_of_step(transaction) < long_step_changes)
        return say_undone(workspace.undo_one(transaction, ui.now()));
    const Message label = Workspace::label_of(workspace.transactions()[transaction]);
    begin_long_step(
        text("step.undoing", {ui.words().format(label)}),
        [&](LongStep& step) { return workspace.undo_one(transaction, ui.now(), step.undone, step.progress); },
        [this](LongStep& step) { say_undone(step.undone); });
}

void Session::redo() {
    if (!may_begin()) return;
    const TransactionInfo* next = workspace.next_redo();
    const bool is_long = next != nullptr &&
        workspace.size_of_step(static_cast<std::uint32_t>(next - workspace.transactions().data())) >=
            long_step_changes;
    if (!is_long) return say_done_again(workspace.redo(ui.now()));
    begin_long_step(
        text("step.redoing", {ui.words().format(Workspace::label_of(*next))}),
        [&](LongStep& step) { return workspace.redo(ui.now(), step.undone, step.progress); },
        [this](LongStep& step) { say_done_again(step.undone); });
}

void Session::say_undone(const Result<UndoReport>& report) {
    if (!report) return say(ui.words().format(report.error()));
    std::string said = text("toast.undone", {ui.words().format(report->label)});
    if (report->left_alone > 0) said += " " + text("toast.left_alone", {std::to_string(report->left_alone)});
    say(std::move(said));
    ui.keep_moving();
}

void Session::say_done_again(const Result<UndoReport>& report) {
    if (!report) return say(ui.words().format(report.error()));
    say(text("toast.redone", {ui.words().format(report->label)}), true);
    ui.keep_moving();
}

void Session::say(std::string sentence, bool undo) {
    toast.text = std::move(sentence);
    toast.action = undo ? text("toast.undo") : std::string_view{};
    toast.until = ui.now() + (undo ? 10s : 6s);
    ui.tree().announce(toast.text);
    ui.keep_moving();
}

const std::vector<std::string>& Session::known_texts(FieldId field) {
    Known& known = known_texts_[field.value];
    if (known.revision == workspace.revision() && known.revision != 0) return known.texts;
    known = {.revision = workspace.revision(), .texts = {}};
    std::unordered_map<std::string_view, int> uses;
    workspace.for_each(field.kind(), [&](RecordId record) {
        workspace.for_each_element(
            record, field, [&](const Element& element) { ++uses[element.value.as_text()]; });
    });
    std::vector<std::pair<int, std::string_view>> order;
    for (const auto& [text, count] : uses)
        order.emplace_back(-count, text);
    std::ranges::sort(order);
    for (const auto& [count, text] : order)
        known.texts.emplace_back(text);
    return known.texts;
}

namespace {

RecordId setting_record(std::string_view name) {
    return make_record_id(Kind::setting, hash_text(name));
}

}  // namespace

std::string Session::setting(std::string_view name) const {
    return std::string(workspace.text(setting_record(name), setting::value));
}

int Session::lock_minutes() const {
    int minutes = 15;
    const std::string text = setting("lock_after");
    std::from_chars(text.data(), text.data() + text.size(), minutes);
    return minutes;
}

void Session::set_setting(std::string_view name, std::string_view value) {
    Draft draft({"change.setting", {}});
    write_setting(draft, name, value);
    commit(std::move(draft));
}

void Session::write_setting(Draft& draft, std::string_view name, std::string_view value) const {
    const RecordId record = setting_record(name);
    if (!workspace.live(record)) {
        draft.create(record);
        draft.set_text(record, setting::name, name);
    }
    draft.set_text(record, setting::value, value);
}

std::string field_label(const Catalogue& words, const FieldSpec& field) {
    const KindSpec* kind = find_kind(field.id.kind());
    const std::string key =
        "field." + std::string(kind != nullptr ? kind->key : "") + "." + std::string(field.key);
    return std::string(words.has(key) ? words.get(key) : field.label);
}

std::string option_label(const Catalogue& words, const FieldSpec& field, std::string_view option) {
    const std::string key = "option." + std::string(field.key) + "." + std::string(option);
    if (words.has(key)) return std::string(words.get(key));
    std::string label(option);
    for (char& letter : label) {
        if (letter == '_') letter = ' ';
    }
    if (!label.empty() && label[0] >= 'a' && label[0] <= 'z')
        label[0] = static_cast<char>(label[0] - 'a' + 'A');
    return label;
}

}  // namespace kith::ui
