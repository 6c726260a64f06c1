#include "planning/goals/playbook.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "planning/facts/repeats.h"
#include "planning/goals/playbook_texts.h"

namespace kith {

namespace {

/// "3d", "2w", "4m" (of 30 days).
std::optional<std::chrono::days> read_span(std::string_view text) {
    int count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error != std::errc{} || end + 1 != text.data() + text.size() || count < 0 || count > 1000)
        return std::nullopt;
    switch (*end) {
        case 'd': return std::chrono::days{count};
        case 'w': return std::chrono::days{count * 7};
        case 'm': return std::chrono::days{count * 30};
        default: return std::nullopt;
    }
}

class PlanParser {
public:
    explicit PlanParser(std::string_view key) { plan_.key = key; }

    Result<PlaybookPlan> parse(std::string_view text) {
        for (const std::string_view raw : split(text, '\n')) {
            ++line_;
            const std::string_view line = trim(raw);
            if (line.empty() || line.starts_with('#')) continue;
            const std::size_t equals = line.find('=');
            if (equals == std::string_view::npos) return wrong("playbook.no_key");
            if (const std::string_view problem =
                    read(trim(line.substr(0, equals)), trim(line.substr(equals + 1)));
                !problem.empty())
                return wrong(problem);
        }
        if (plan_.title.empty() || plan_.steps.empty()) return wrong("playbook.no_steps");
        return std::move(plan_);
    }

private:
    PlaybookPlan plan_;
    std::size_t line_ = 0;

    std::unexpected<Error> wrong(std::string_view key) const {
        return std::unexpected(Error{.kind = ErrorKind::bad_input,
            .message = {key, {}},
            .file = "plan_" + plan_.key + ".txt",
            .line = line_,
            .field = {}});
    }

    /// Empty, or what is wrong.
    std::string_view read(std::string_view key, std::string_view text) {
        if (text.empty()) return "playbook.empty";
        auto parts = split(text, '|');
        for (std::string_view& part : parts)
            part = trim(part);
        if (key == "title")
            plan_.title = text;
        else if (key == "about")
            plan_.about = text;
        else if (key == "needs")
            return read_needs(text);
        else if (key == "word")
            return read_word(text);
        else if (key == "milestone")
            return read_milestone(parts);
        else if (key == "step" || key == "then")
            return read_step(parts, key == "then");
        else if (key == "else")
            return read_otherwise(text);
        else if (key == "if_then")
            return read_if_then(parts);
        else
            return "playbook.no_key";
        return {};
    }

    std::string_view read_needs(std::string_view text) {
        for (const std::string_view name : split(text, ',')) {
            const auto need = need_called(trim(name));
            if (!need) return "playbook.no_such_need";
            plan_.needs.push_back(*need);
        }
        return {};
    }

    std::string_view read_word(std::string_view text) {
        const std::size_t equals = text.find('=');
        if (equals == std::string_view::npos) return "playbook.no_key";
        plan_.words.emplace_back(trim(text.substr(0, equals)), trim(text.substr(equals + 1)));
        return {};
    }

    std::string_view read_milestone(std::span<const std::string_view> parts) {
        const auto by = parts.size() == 2 ? read_span(parts[1]) : std::nullopt;
        if (!by) return "playbook.no_span";
        plan_.milestones.push_back({std::string(parts[0]), *by});
        return {};
    }

    std::string_view read_step(std::span<const std::string_view> parts, bool after_previous) {
        if (plan_.milestones.empty()) return "playbook.no_milestone";
        if (parts.size() < 3 || parts.size() > 4) return "playbook.no_span";
        PlaybookStep step{.text = std::string(parts[0]),
            .otherwise = {},
            .milestone = plan_.milestones.size() - 1,
            .repeats = {},
            .after_previous = after_previous && !plan_.steps.empty()};
        const auto by = read_span(parts[1]);
        if (!by) return "playbook.no_span";
        step.by = *by;
        const auto minutes = parts[2];
        const auto [end, error] =
            std::from_chars(minutes.data(), minutes.data() + minutes.size(), step.minutes);
        if (error != std::errc{} || end != minutes.data() + minutes.size() || step.minutes <= 0)
            return "playbook.no_minutes";
        if (parts.size() == 4) {
            if (!parse_repeat(parts[3])) return "playbook.no_repeat";
            step.repeats = parts[3];
        }
        plan_.steps.push_back(std::move(step));
        return {};
    }

    std::string_view read_otherwise(std::string_view text) {
        if (plan_.steps.empty()) return "playbook.no_steps";
        plan_.steps.back().otherwise = text;
        return {};
    }

    std::string_view read_if_then(std::span<const std::string_view> parts) {
        if (parts.size() != 3) return "playbook.no_if_then";
        plan_.if_thens.push_back({std::string(parts[0]), std::string(parts[1]), std::string(parts[2])});
        return {};
    }
};

}  // namespace

Result<PlaybookPlan> parse_playbook_plan(std::string_view key, std::string_view text) {
    return PlanParser(key).parse(text);
}

std::span<const PlaybookPlan> playbook_plans() {
    static const std::vector<PlaybookPlan> plans = [] {
        std::vector<PlaybookPlan> all;
        for (const auto& [key, text] : playbook::texts()) {
            // They are part of the program: a test reads them all.
            if (auto plan = parse_playbook_plan(key, text)) all.push_back(std::move(*plan));
        }
        return all;
    }();
    return plans;
}

const PlaybookPlan* find_playbook_plan(std::string_view key) {
    const auto plans = playbook_plans();
    const auto at = std::ranges::find(plans, key, &PlaybookPlan::key);
    return at != plans.end() ? &*at : nullptr;
}

}  // namespace kith
