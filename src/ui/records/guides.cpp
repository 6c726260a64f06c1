#include "ui/records/guides.h"

#include <algorithm>
#include <array>

#include "model/fields.h"

namespace kith::ui {

namespace {

struct FavourGuide {
    enum favour::kind kind;
    std::string_view guide;
};
constexpr std::array favour_guides{
    FavourGuide{favour::kind::referral, "before_referral"},
    FavourGuide{favour::kind::recommendation, "before_referral"},
    FavourGuide{favour::kind::job_lead, "before_referral"},
    FavourGuide{favour::kind::endorsement, "before_referral"},
    FavourGuide{favour::kind::introduction, "reaching_out_cold"},
    FavourGuide{favour::kind::advice, "reaching_out_cold"},
    FavourGuide{favour::kind::mentoring, "finding_mentor"},
    FavourGuide{favour::kind::feedback, "giving_feedback"},
    FavourGuide{favour::kind::support, "asking_support"},
};

struct DraftGuide {
    DraftKind kind;
    std::string_view guide;
};
constexpr std::array draft_guides{
    DraftGuide{DraftKind::ask_referral, "before_referral"},
    DraftGuide{DraftKind::ask_recommendation, "before_referral"},
    DraftGuide{DraftKind::ask_advice, "reaching_out_cold"},
    DraftGuide{DraftKind::ask_introduction, "reaching_out_cold"},
    DraftGuide{DraftKind::end_mentorship, "finding_mentor"},
};

void draw_starters(Session& session, Flow& flow, const Guide& guide) {
    Ui& ui = session.ui;
    const std::string_view title = session.text("guide.starters");
    heading(ui, flow.take(ui.line(Type::body)), title, 3, Type::body_strong);
    flow.space(ui.px(4));
    ui.open_group(Role::list, title);
    int number = 0;
    const float side = ui.control();
    for (const std::string& starter : guide.starters) {
        ImGui::PushID(number++);
        ui.tree().open({.id = ImGui::GetID("starter"), .role = Role::listitem, .name = starter});
        Flow text{.x = flow.x, .y = flow.y + ui.px(6), .width = flow.width - side - ui.px(8)};
        paragraph(ui, text, starter);
        const std::string name = session.text("guide.copy", {starter});
        const Button copy{
            .label = name, .icon = Icon::copy, .kind = ButtonKind::bare, .icon_only = true, .id = "copy"};
        if (button(ui, {flow.end_x() - side, flow.y, flow.end_x(), flow.y + side}, copy)) {
            ui.host().copy(starter);
            session.say(std::string(session.text("guide.copied")));
        }
        ui.tree().close();
        flow.y = std::max(text.y, flow.y + side);
        ImGui::PopID();
    }
    ui.tree().close();
}

}  // namespace

std::string_view guide_for(Kind kind) {
    switch (kind) {
        case Kind::favour: return "before_referral";
        case Kind::event: return "before_event";
        case Kind::mentorship: return "finding_mentor";
        case Kind::challenge: return "asking_support";
        default: return {};
    }
}

std::string_view guide_for(DraftKind kind) {
    const auto found = std::ranges::find(draft_guides, kind, &DraftGuide::kind);
    return found != draft_guides.end() ? found->guide : "staying_authentic";
}

std::string_view guide_for(const Workspace& workspace, RecordId record) {
    if (kind_of(record) != Kind::favour) return guide_for(kind_of(record));
    const auto found =
        std::ranges::find(favour_guides, workspace.choice(record, favour::kind), &FavourGuide::kind);
    return found != favour_guides.end() ? found->guide : "staying_authentic";
}

Button how_to_button(const Session& session) {
    return {.label = session.text("guide.how_to"), .icon = Icon::lightbulb, .kind = ButtonKind::bare};
}

void draw_guide(Session& session, GuideDialog& dialog) {
    if (!session.wish.guide.empty()) {
        dialog.guide = find_guide(std::exchange(session.wish.guide, {}));
        dialog.open = dialog.guide != nullptr;
    }
    if (!dialog.open) return;
    Ui& ui = session.ui;
    const Guide& guide = *dialog.guide;
    Flow flow;
    if (!begin_dialog(ui, guide.title, 600, dialog.open, flow)) return;
    paragraph(ui, flow, guide.about, Type::body, Colour::muted);
    flow.space(ui.px(12));
    for (const std::string& text : guide.paragraphs) {
        paragraph(ui, flow, text);
        flow.space(ui.px(10));
    }
    flow.space(ui.px(4));
    draw_starters(session, flow, guide);
    flow.space(ui.px(12));
    for (const std::string& other : guide.see) {
        const Guide* found = find_guide(other);
        if (found == nullptr) continue;
        const std::string words = session.text("guide.see", {found->title});
        const float high = ui.touch() ? ui.control() : ui.line(Type::body) + ui.px(4);
        if (link(ui, flow.take(high), words)) session.wish.guide = found->key;
    }
    flow.space(ui.px(12));
    Line line(flow.take(ui.control()));
    const Button close{.label = session.text("guide.close")};
    if (button(ui, line.end(button_width(ui, close)), close)) dialog.open = false;
    end_dialog(ui, flow);
}

}  // namespace kith::ui
