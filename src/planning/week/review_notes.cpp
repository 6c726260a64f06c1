#include "planning/week/review_notes.h"

#include <algorithm>

#include "model/fields.h"
#include "workspace/settings.h"

namespace kith {

namespace {

FamilySettingName setting_name(Day week, std::string_view part = {}) {
    std::string about = to_iso(week);
    if (!part.empty()) (about += ':') += part;
    return settings::weekly_review.of(about);
}

}  // namespace

ReviewNotes review_notes(const Workspace& workspace, Day week) {
    return {.week = week,
        .why = std::string(setting_text(workspace, setting_name(week, "why"))),
        .came = std::string(setting_text(workspace, setting_name(week, "came")))};
}

std::vector<ReviewNotes> finished_reviews(const Workspace& workspace) {
    std::vector<ReviewNotes> reviews;
    workspace.for_each(Kind::setting, [&](RecordId record) {
        const auto about = settings::weekly_review.about(workspace.text(record, setting::name));
        const auto date = about ? parse_iso_date(*about) : std::nullopt;
        const auto week = date ? date->to_day() : std::nullopt;
        if (week && is_week_reviewed(workspace, *week)) reviews.push_back(review_notes(workspace, *week));
    });
    std::ranges::sort(reviews, std::ranges::greater{}, &ReviewNotes::week);
    return reviews;
}

bool is_week_reviewed(const Workspace& workspace, Day week) {
    return !setting_text(workspace, setting_name(week)).empty();
}

Draft keep_review_notes(const Workspace& workspace, const ReviewNotes& notes, bool finished, Day today) {
    Draft draft({finished ? "lookback.finish_change" : "lookback.note_change", {notes.week}});
    const auto write = [&](const FamilySettingName& name, std::string_view value) {
        if (setting_text(workspace, name) != value) write_setting(draft, workspace, name, value);
    };
    write(setting_name(notes.week, "why"), notes.why);
    write(setting_name(notes.week, "came"), notes.came);
    if (finished && !is_week_reviewed(workspace, notes.week)) write(setting_name(notes.week), to_iso(today));
    return draft;
}

}  // namespace kith
