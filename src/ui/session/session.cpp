#include "ui/session/session.h"

#include <charconv>

#include <algorithm>

#include "base/text.h"
#include "ui/session/dates.h"
#include "ui/session/session_steps.h"
#include "workspace/settings.h"

namespace kith::ui {

using namespace std::chrono_literals;

Session::Session(Host& host_, Workspace& workspace_, Random& random_, const Catalogue& words)
    : host(host_), ui(host_, words), workspace(workspace_), random(random_), insight(workspace_) {}

bool Session::may_write() const {
    return !past && host.storage().state != SaveState::read_only;
}

void Session::say(std::string sentence, bool undo) {
    toast.text = std::move(sentence);
    toast.action = undo ? text("toast.undo") : std::string_view{};
    toast.until = ui.now() + (undo ? 10s : 6s);
    ui.tree().announce(toast.text);
    ui.keep_moving();
}

namespace {

std::vector<std::string> texts_in_use(const Workspace& workspace, FieldId field) {
    std::vector<std::string> texts;
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
        texts.emplace_back(text);
    return texts;
}

}  // namespace

const std::vector<std::string>& Session::known_texts(FieldId field) {
    return known_texts_[field.value].get(
        workspace.revision(), [&] { return texts_in_use(workspace, field); });
}

bool Session::commit(Draft draft, std::string said) {
    return write_draft(*this, std::move(draft), std::move(said));
}

std::string Session::setting(SettingName name) const {
    return std::string(setting_text(workspace, name));
}

int Session::lock_minutes() const {
    int minutes = 15;
    const std::string text = setting(settings::lock_after);
    std::from_chars(text.data(), text.data() + text.size(), minutes);
    return minutes;
}

void Session::set_setting(SettingName name, std::string_view value) {
    commit(change_setting(workspace, name, value));
}

}  // namespace kith::ui
