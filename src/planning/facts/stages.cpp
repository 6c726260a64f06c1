#include "planning/facts/stages.h"

#include <algorithm>

#include "base/enums.h"
#include "base/text.h"
#include "model/fields.h"
#include "workspace/settings.h"

namespace kith {

namespace {

constexpr EnumArray<StageMark, std::string_view> marks{{"lead", "applied", "talks", "offer", "won", "lost"}};

struct KnownStage {
    std::string_view name;
    StageMark mark;
};
constexpr KnownStage known_stages[] = {
    {"lead", StageMark::lead},
    {"talking", StageMark::talks},
    {"applied", StageMark::applied},
    {"interview", StageMark::talks},
    {"offer", StageMark::offer},
    {"accepted", StageMark::won},
    {"declined", StageMark::lost},
    {"withdrawn", StageMark::lost},
};

StageMark mark_called(std::string_view name) {
    if (const auto mark = marks.find(name)) return *mark;
    const auto known = std::ranges::find(known_stages, name, &KnownStage::name);
    return known != std::end(known_stages) ? known->mark : StageMark::lead;
}

std::vector<Stage> parse_stages(std::string_view text) {
    std::vector<Stage> stages;
    for (const std::string_view part : split(text, ',')) {
        const std::size_t equals = part.find('=');
        const std::string_view name = trim(part.substr(0, equals));
        if (name.empty()) continue;
        const std::string_view mark = equals == std::string_view::npos ? name : trim(part.substr(equals + 1));
        stages.push_back({std::string(name), mark_called(mark)});
    }
    return stages;
}

StageMark mark_in(std::span<const Stage> stages, std::string_view name) {
    const auto at = std::ranges::find(stages, name, &Stage::name);
    return at != stages.end() ? at->mark : mark_called(name);
}

/// How far along a mark is, for comparing: lost is no further than a lead.
int distance(StageMark mark) {
    return mark == StageMark::lost ? 0 : static_cast<int>(mark);
}

}  // namespace

std::vector<Stage> stages_of(const Workspace& workspace) {
    std::vector<Stage> stages = parse_stages(setting_text(workspace, settings::opportunity_stages));
    if (stages.empty()) {
        for (const KnownStage& known : known_stages)
            stages.push_back({std::string(known.name), known.mark});
    }
    workspace.for_each(Kind::opportunity, [&](RecordId opportunity) {
        const std::string_view name = workspace.text(opportunity, opportunity::stage);
        if (!name.empty() && !std::ranges::contains(stages, name, &Stage::name))
            stages.push_back({std::string(name), mark_called(name)});
    });
    return stages;
}

void set_stages(Draft& draft, const Workspace& workspace, std::span<const Stage> stages) {
    std::string text;
    for (const Stage& stage : stages) {
        std::string name = stage.name;  // a comma or "=" in a name would read as another stage
        std::erase_if(name, [](char c) { return c == ',' || c == '='; });
        if (!text.empty()) text += ", ";
        text += name + "=" + std::string(marks[stage.mark]);
    }
    write_setting(draft, workspace, settings::opportunity_stages, text);
}

std::vector<std::string> stages_marked(const Workspace& workspace, StageMark mark) {
    std::vector<std::string> names;
    for (Stage& stage : stages_of(workspace)) {
        if (stage.mark == mark) names.push_back(std::move(stage.name));
    }
    if (names.empty()) names.emplace_back(std::ranges::find(known_stages, mark, &KnownStage::mark)->name);
    return names;
}

StageMark mark_of(const Workspace& workspace, RecordId opportunity) {
    return mark_in(stages_of(workspace), workspace.text(opportunity, opportunity::stage));
}

StageMark furthest_mark(const Workspace& workspace, RecordId opportunity) {
    const auto stages = stages_of(workspace);
    StageMark furthest = mark_in(stages, workspace.text(opportunity, opportunity::stage));
    if (furthest == StageMark::lost) furthest = StageMark::lead;
    workspace.for_each_element(opportunity, opportunity::stage_history, [&](const Element& row) {
        const StageMark mark = mark_in(stages, row_part(row.value, opportunity::stage_history::stage));
        if (distance(mark) > distance(furthest)) furthest = mark;
    });
    return furthest;
}

bool is_closed(StageMark mark) {
    return mark == StageMark::won || mark == StageMark::lost;
}

}  // namespace kith
