#include "ui/goals/start_kept.h"

#include <algorithm>
#include <initializer_list>
#include <tuple>

#include "base/text.h"
#include "planning/goals/beginning.h"

namespace kith::ui {

namespace {

void add_part(std::string& line, std::string_view part) {
    for (const char c : part) {
        if (c == '\n')
            line += "\\n";
        else if (c == '\t')
            line += "\\t";
        else if (c == '\\')
            line += "\\\\";
        else
            line += c;
    }
}

void add_line(std::string& text, std::initializer_list<std::string_view> parts) {
    std::string line;
    for (const std::string_view part : parts) {
        if (!line.empty()) line += '\t';
        add_part(line, part);
    }
    text += line + '\n';
}

std::vector<std::string> parts_of(std::string_view line) {
    std::vector<std::string> parts;
    for (const std::string_view part : split(line, '\t')) {
        std::string& plain = parts.emplace_back();
        for (std::size_t i = 0; i < part.size(); ++i) {
            if (part[i] != '\\' || i + 1 == part.size())
                plain += part[i];
            else if (const char next = part[++i]; next == 'n')
                plain += '\n';
            else
                plain += next == 't' ? '\t' : next;
        }
    }
    return parts;
}

}  // namespace

std::string write_goal_start(const GoalStart& start) {
    std::string text;
    add_line(text, {"step", std::to_string(static_cast<int>(start.step))});
    for (const FormValue& value : start.form.values) {
        if (!value.text.empty()) add_line(text, {"field", value.field->key, value.text});
        for (const RecordId reference : value.references)
            add_line(text, {"record", value.field->key, to_string(reference)});
        for (const std::string& fresh : value.fresh)
            add_line(text, {"new", value.field->key, fresh});
    }
    for (const PlaybookIfThen& row : start.obstacles)
        add_line(text, {"obstacle", row.obstacle, row.when, row.then});
    if (start.chosen == nullptr) return text;
    add_line(text, {"plan", start.chosen->key});
    for (const ProposedStep& step : start.plan.steps)
        add_line(text, {step.chosen ? "take" : "leave", step.title});
    for (const bool with : start.with_if_then)
        add_line(text, {with ? "with" : "without"});
    return text;
}

namespace {

FormValue* value_called(RecordForm& form, std::string_view key) {
    for (FormValue& value : form.values) {
        if (value.field->key == key) return &value;
    }
    return nullptr;
}

void read_value(const Session& session, FormValue& value, std::string_view what, const std::string& said) {
    if (what == "field")
        value.text = said;
    else if (what == "new")
        value.fresh.push_back(said);
    else if (const auto id = from_hex(said); id && session.workspace.live(RecordId{*id}))
        value.references.push_back(RecordId{*id});
}

}  // namespace

void keep_goal_start(Session& session, const GoalStart& start) {
    session.commit(keep_beginning(session.workspace, write_goal_start(start)));
}

bool read_goal_start(Session& session, GoalStart& start, std::string_view text) {
    if (text.empty()) return false;
    std::vector<PlaybookIfThen> obstacles;
    std::vector<std::pair<bool, std::string>> steps;
    std::vector<bool> with_if_then;
    int step = 0;
    for (const std::string_view line : split(text, '\n')) {
        const std::vector<std::string> parts = parts_of(line);
        const std::string& what = parts[0];
        if (what == "step" && parts.size() == 2 && parts[1].size() == 1)
            step = parts[1][0] - '0';
        else if (what == "obstacle" && parts.size() == 4)
            obstacles.push_back({parts[1], parts[2], parts[3]});
        else if (what == "plan" && parts.size() == 2)
            start.chosen = find_playbook_plan(parts[1]);
        else if ((what == "take" || what == "leave") && parts.size() == 2)
            steps.emplace_back(what == "take", parts[1]);
        else if (what == "with" || what == "without")
            with_if_then.push_back(what == "with");
        else if (parts.size() == 3) {
            if (FormValue* value = value_called(start.form, parts[1]))
                read_value(session, *value, what, parts[2]);
        }
    }
    if (!obstacles.empty()) start.obstacles = std::move(obstacles);
    start.step = static_cast<GoalStep>(std::clamp(step, 0, goal_step_count - 1));
    if (start.chosen != nullptr || start.step >= GoalStep::plan) propose_for_goal(session, start);
    // The plan is proposed anew; what was changed of it comes back where it is the same plan still.
    if (steps.size() == start.plan.steps.size()) {
        for (std::size_t i = 0; i < steps.size(); ++i)
            std::tie(start.plan.steps[i].chosen, start.plan.steps[i].title) = steps[i];
    }
    if (with_if_then.size() == start.with_if_then.size()) start.with_if_then = std::move(with_if_then);
    return true;
}

}  // namespace kith::ui
