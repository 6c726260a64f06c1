// Import & export: files in, files out, the whole as a backup. What an import will do is import_preview.cpp.
#include <algorithm>
#include <array>
#include <functional>

#include "planning/pursuits/pipeline.h"
#include "ui/files/backup.h"
#include "ui/files/files_state.h"
#include "ui/files/import_preview.h"
#include "ui/files/merge.h"
#include "ui/people/duplicates.h"
#include "ui/session/session_steps.h"

namespace kith::ui {

using namespace std::chrono_literals;

void FilesStateDelete::operator()(FilesState* state) const {
    delete state;
}
FilesStatePtr make_files_state() {
    return FilesStatePtr(new FilesState);
}

namespace {

constexpr int pieces_a_frame = 240;  // of about 50 µs

std::string_view what_is_in(ExportFormat format) {
    switch (format) {
        case ExportFormat::csv: return "files.export_csv";
        case ExportFormat::json: return "files.export_json";
        default: return "files.export_vcard";
    }
}

// ---- At rest -------------------------------------------------------------------------------------

void draw_at_rest(Session& session, FilesState& state, ImRect area) {
    Ui& ui = session.ui;
    const float side = ui.phone() ? grid::screen_phone : grid::screen;
    const ScrollOptions options{.side = side, .top = 20, .most_width = 720};
    Flow flow = begin_scroll(ui, "files", area, options);
    heading(ui, flow.take(ui.line(Type::title)), session.name_of(PlaceId::files), 1, Type::title);
    flow.space(ui.px(16));
    if (!state.problem.empty()) {
        notice(ui, flow, TagKind::late, state.problem);
        flow.space(ui.px(grid::between_cards));
    }
    {
        Card card(ui, flow);
        heading(ui, card.flow.take(ui.line(Type::section)), session.text("files.import"), 2, Type::section);
        card.flow.space(ui.px(4));
        paragraph(ui, card.flow, session.text("files.import_text"), Type::body, Colour::muted);
        card.flow.space(ui.px(12));
        if (button(ui, card.flow,
                {.label = session.text("files.choose"), .icon = Icon::file_up, .kind = ButtonKind::primary}))
            session.wish.choose_import = true;
        card.end();
    }
    if (look_for_duplicates(session)) ui.keep_moving();
    if (has_duplicates(session)) {
        flow.space(ui.px(grid::between_cards));
        Card card(ui, flow);
        heading(ui, card.flow.take(ui.line(Type::section)), session.text("same.title"), 2, Type::section);
        card.flow.space(ui.px(4));
        paragraph(ui, card.flow, session.text("same.text"), Type::body, Colour::muted);
        card.flow.space(ui.px(12));
        duplicates_line(session, card.flow);
        card.end();
    }
    flow.space(ui.px(grid::between_cards));
    {
        Card card(ui, flow);
        heading(ui, card.flow.take(ui.line(Type::section)), session.text("files.export"), 2, Type::section);
        card.flow.space(ui.px(4));
        paragraph(ui, card.flow, session.text("files.export_text"), Type::body, Colour::muted);
        card.flow.space(ui.px(12));
        constexpr std::array formats{
            ExportFormat::vcard4, ExportFormat::vcard3, ExportFormat::csv, ExportFormat::json};
        const std::array<std::string_view, 4> names{"vCard 4", "vCard 3", "CSV", "JSON"};
        const auto at = std::ranges::find(formats, state.format) - formats.begin();
        const ImRect strip = card.flow.take(ui.control());
        if (auto picked = segmented(ui,
                {strip.Min.x, strip.Min.y, std::min(strip.Max.x, strip.Min.x + segmented_width(ui, names)),
                    strip.Max.y},
                session.text("files.format"), names, static_cast<int>(at))) {
            state.format = formats[static_cast<std::size_t>(*picked)];
        }
        card.flow.space(ui.px(8));
        paragraph(ui, card.flow, session.text(what_is_in(state.format)), Type::body, Colour::muted);
        card.flow.space(ui.px(8));
        if (checkbox(ui, card.flow, session.text("files.sensitive"), state.sensitive ? Tri::yes : Tri::no))
            state.sensitive = !state.sensitive;
        card.flow.space(ui.px(8));
        if (state.export_) {
            progress_bar(ui, card.flow.take(ui.control()), session.text("files.exporting"),
                static_cast<float>(state.export_->fraction()));
            if (button(ui, card.flow, {.label = session.text("files.stop")})) state.export_.reset();
        } else if (button(ui, card.flow,
                       {.label = session.text("files.save"),
                           .icon = Icon::file_down,
                           .disabled = session.workspace.count(Kind::person) == 0})) {
            state.export_.emplace(session.workspace, state.format,
                ExportOptions{.people = {},
                    .sensitive = state.sensitive,
                    .separator = list_separator(ui.host().grouping())});
        }
        card.end();
    }
    flow.space(ui.px(grid::between_cards));
    draw_backup_card(session, flow);
    end_scroll(ui, flow, options);
}

void open_file(
    Session& session, FilesState& state, std::string name, std::string_view bytes, bool is_damaged = false) {
    state.opening.reset();
    state.opening.emplace(std::move(name), MergeJob(session.workspace, bytes), is_damaged);
    state.opened.reset();
}

void refuse(Session& session, FilesState& state, const Error& why) {
    state.problem = session.text(why);
    session.ui.tree().announce(state.problem, Politeness::assertive);
}

/// Goes on with working out what a .kith file would do. True while there is more to do.
bool work_on_opening(Session& session, FilesState& state) {
    if (state.opening->job.step(session.ui.most_of_a_frame(pieces_a_frame))) return true;
    auto plan = state.opening->job.take();
    const std::string name = state.opening->name;
    if (plan) plan->damaged = plan->damaged || state.opening->is_damaged;
    state.opening.reset();
    if (plan) {
        state.opened = show_plan(session, name, std::move(*plan));
    } else {
        refuse(session, state, plan.error());
    }
    return true;
}

void begin_commit(Session& session, FilesState& state) {
    ImportJob& job = *state.import;
    const ImportTaken taken = job.plan().taken();
    const auto commit = [&](Result<Stamp>& result, StepProgress& progress) {
        return job.commit(session.ui.now(), result, progress);
    };
    const bool begun = write_step(
        session, job.draft().size(), job.draft().label(), commit, say_imported(session, taken, job.name()));
    if (begun) session.go(taken.people == 0 && taken.jobs > 0 ? PlaceId::opportunities : PlaceId::people);
    if (job.stage() != ImportStage::committing) state.import.reset();
}

/// Goes on with an import. True while there is more to do, or to show.
bool work_on_import(Session& session, FilesState& state) {
    ImportJob& job = *state.import;
    if (job.is_busy()) {
        job.step(session.ui.most_of_a_frame(pieces_a_frame));
        return true;
    }
    job.step([] { return true; });  // whether it is stale
    switch (job.stage()) {
        case ImportStage::drafted: begin_commit(session, state); return true;
        case ImportStage::stale: state.problem = session.text(job.error()); break;
        case ImportStage::failed: refuse(session, state, job.error()); break;
        case ImportStage::done:
        case ImportStage::stopped: break;
        default: return false;  // waits for the person, or for the commit
    }
    state.import.reset();
    return true;
}

}  // namespace

void draw_files(Session& session, FilesState& state, ImRect area) {
    session.ui.open_group(Role::main, session.name_of(PlaceId::files), area);
    if (state.import) {
        draw_import(session, state, area);
    } else if (state.opening) {
        if (!draw_opening(session, state.opening->name, state.opening->job.fraction(), area))
            state.opening.reset();
    } else if (state.opened) {
        const OpenedNext next = draw_opened_file(session, *state.opened, area);
        if (next == OpenedNext::stale) {
            const MergePlan& plan = state.opened->plan;
            open_file(session, state, state.opened->name, file_header() + plan.frames, plan.damaged);
        } else if (next == OpenedNext::closed) {
            state.opened.reset();
        }
    } else {
        draw_at_rest(session, state, area);
    }
    session.ui.tree().close();
}

void receive_file(Session& session, FilesState& state, std::string name, std::string bytes) {
    state.problem.clear();
    session.go(PlaceId::files);
    const std::size_t slash = name.find_last_of("/\\");
    if (slash != std::string::npos) name.erase(0, slash + 1);
    if (is_workspace(bytes)) {
        state.import.reset();
        if (session.may_write())
            open_file(session, state, std::move(name), bytes);
        else
            state.problem = session.text("storage.read_only_refused");
        return;
    }
    state.opening.reset();
    state.opened.reset();
    state.import.reset();
    state.preview = {};
    std::vector<ImportFile> files;
    files.push_back({.name = std::move(name), .bytes = std::move(bytes)});
    state.import.emplace(session.workspace, std::move(files),
        ImportContext{.random = session.random,
            .today = session.ui.today(),
            .stages = {.before = stages_marked(session.workspace, StageMark::lead),
                .applied = stages_marked(session.workspace, StageMark::applied)}});
}

bool work_on_files(Session& session, FilesState& state) {
    bool more = false;
    if (state.export_) {
        more = state.export_->step(session.ui.most_of_a_frame(pieces_a_frame));
        if (!more) {
            const std::string name = "kith-people." + std::string(extension_of(state.format));
            session.host.save_file(name, mime_type_of(state.format), state.export_->take());
            session.say(session.text("files.exported", {state.export_->count(), name}));
            state.export_.reset();
        }
    }
    if (state.opening) more = work_on_opening(session, state) || more;
    if (state.import) more = work_on_import(session, state) || more;
    return more;
}

}  // namespace kith::ui
