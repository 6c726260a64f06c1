#include "ui/history/undoing_import.h"

#include <string>
#include <utility>
#include <vector>

#include "ui/session/session_steps.h"
#include "ui/words/counts.h"
#include "workspace/import_undo.h"

namespace kith::ui {

namespace {

constexpr std::size_t most_names = 5;
constexpr int pieces_a_frame = 100;

}  // namespace

struct UndoingImport {
    struct Section {
        std::string title;
        std::vector<std::string> lines;
    };
    ImportUndo plan;
    double part = 0;
    bool is_said = false;
    std::vector<Section> sections;
    Slices work;  // last, so that it goes first
};

void UndoingImportDelete::operator()(UndoingImport* undoing) const {
    delete undoing;
}

namespace {

void begin(const Session& session, UndoingImport& undoing, std::uint32_t import) {
    undoing.work = {};
    undoing.is_said = false;
    undoing.plan = {};
    undoing.plan.import = import;
    undoing.plan.revision = session.workspace.revision();
    undoing.work = plan_import_undo(session.workspace, import, undoing.plan, undoing.part);
}

/// Everything to be said of the plan, made once.
void say_plan(const Session& session, UndoingImport& undoing) {
    const ImportUndo& plan = undoing.plan;
    undoing.is_said = true;
    undoing.sections.clear();
    const auto add = [&](std::string_view title, const std::vector<RecordId>& records) {
        if (records.empty()) return;
        undoing.sections.push_back({std::string(session.text(title)),
            lines_by_kind(session, session.workspace, records, most_names)});
    };
    if (!plan.joined.empty())
        undoing.sections.push_back({session.text("history.goes_merges", {plan.joined.size()}), {}});
    add("history.goes_edited", plan.edited);
    add("history.goes_along", plan.along);
    add("history.stays_loosened", plan.loosened);
    add("history.stays_edited", plan.kept);
    add("history.stays_used", plan.used);
}

void draw_section(Ui& ui, const UndoingImport::Section& section, Flow& flow) {
    paragraph(ui, flow, section.title);
    if (!section.lines.empty()) ui.open_group(Role::list, section.title);
    for (const std::string& line : section.lines) {
        ui.tree().open({.id = ui.static_id(line), .role = Role::listitem});
        paragraph(ui, flow, line, Type::body, Colour::muted);
        ui.tree().close();
    }
    if (!section.lines.empty()) ui.tree().close();
    flow.space(ui.px(8));
}

}  // namespace

UndoingImportPtr begin_undoing_import(const Session& session, std::uint32_t import) {
    UndoingImportPtr undoing(new UndoingImport);
    begin(session, *undoing, import);
    return undoing;
}

bool draw_undoing_import(Session& session, UndoingImport& undoing, Flow& flow) {
    Ui& ui = session.ui;
    // What is said must be what will happen.
    if (undoing.plan.revision != session.workspace.revision()) begin(session, undoing, undoing.plan.import);
    if (undoing.work.step(ui.one_slice(pieces_a_frame))) {
        const std::string_view name = session.text("history.working_out");
        paragraph(ui, flow, name, Type::body, Colour::muted);
        progress_bar(ui, flow.take(ui.px(8)), name, static_cast<float>(undoing.part));
        ui.keep_moving();
        return false;
    }
    if (!undoing.is_said) say_plan(session, undoing);
    if (!undoing.plan.is_import_alone()) notice(ui, flow, TagKind::due, session.text("history.goes_too"));
    for (const UndoingImport::Section& section : undoing.sections) {
        flow.space(ui.px(8));
        draw_section(ui, section, flow);
    }
    return true;
}

void undo_import(Session& session, UndoingImport& undoing) {
    if (!may_begin(session)) return;
    const std::uint32_t import = undoing.plan.import;
    const Message label = Workspace::label_of(session.workspace.transactions()[import]);
    const bool done =
        session.commit(std::move(undoing.plan.draft), session.text("toast.undone", {session.text(label)}));
    if (!done) begin(session, undoing, import);
}

}  // namespace kith::ui
