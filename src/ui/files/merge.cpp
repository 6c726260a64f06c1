#include "ui/files/merge.h"

#include <array>

#include "ui/people/duplicates.h"
#include "ui/records/forms.h"
#include "ui/session/dates.h"
#include "ui/session/session_steps.h"
#include "ui/words/counts.h"
#include "workspace/names.h"

namespace kith::ui {

namespace {

constexpr std::size_t most_names = 8;
constexpr std::size_t most_conflicts = 40;
constexpr std::chrono::hours clock_tolerance{24};  // between two devices: beyond it one of them is wrong

bool is_bare(const Workspace& workspace) {
    return workspace.count(Kind::person) == 0 && workspace.count(Kind::organisation) == 0 &&
        workspace.count(Kind::goal) == 0;
}

std::string value_or_nothing(const Session& session, const FieldSpec& field, Value value) {
    return value.empty() ? std::string(session.text("merge.nothing")) : value_in_words(session, field, value);
}

/// "Ana, Notes: “Likes tea” counts, as it is later; “Likes coffee” stays in the history."
std::string conflict_text(const Session& session, const OpenedFile& file, const Conflict& conflict) {
    const FieldSpec& field = *find_field(conflict.field);
    std::string name = record_name(session.workspace, conflict.record);
    if (name.empty()) name = record_name(*file.plan.there, conflict.record);
    if (name.empty()) name = kind_name(session.ui.words(), kind_of(conflict.record));
    if (conflict.field.number() == 0)
        return session.text(
            conflict.here_wins() ? "merge.both_state_here" : "merge.both_state_there", {name});
    const std::string here = value_or_nothing(session, field, conflict.here);
    const std::string there = value_or_nothing(session, field, conflict.there);
    const std::string label = field_label(session.ui.words(), field);
    return conflict.here_wins() ? session.text("merge.both_here", {name, label, here, there})
                                : session.text("merge.both_there", {name, label, here, there});
}

/// Everything to be said of the way that is chosen, made once.
void make_sections(const Session& session, OpenedFile& file) {
    if (file.sections_ready) return;
    file.sections_ready = true;
    file.sections.clear();
    const MergePlan& plan = file.plan;
    const bool join = file.way == MergeWay::join;
    const Differences& found = join ? plan.join : plan.replace;
    const Workspace& after = join ? *plan.after : *plan.there;
    const auto add = [&](std::string_view title, std::vector<std::string> lines) {
        if (!lines.empty()) file.sections.push_back({title, std::move(lines)});
    };
    add("merge.added", lines_by_kind(session, after, found.added, most_names));
    add("merge.changed", lines_by_kind(session, after, found.changed, most_names));
    add("merge.gone", lines_by_kind(session, session.workspace, found.gone, most_names));
    if (!join) return;
    std::vector<std::string> both;
    for (const Conflict& conflict : plan.conflicts) {
        if (both.size() == most_conflicts) {
            both.push_back(session.text("history.more", {plan.conflicts.size() - most_conflicts}));
            break;
        }
        both.push_back(conflict_text(session, file, conflict));
    }
    add("merge.both", std::move(both));
}

void draw_sections(Session& session, const OpenedFile& file, Flow& flow) {
    Ui& ui = session.ui;
    for (const OpenedFile::Section& section : file.sections) {
        Card card(ui, flow);
        const std::string_view title = session.text(section.title);
        heading(ui, card.flow.take(ui.line(Type::section)), title, 2, Type::section);
        card.flow.space(ui.px(8));
        ui.open_group(Role::list, title);
        for (const std::string& line : section.lines) {
            ui.tree().open({.id = ui.static_id(line), .role = Role::listitem});
            paragraph(ui, card.flow, line);
            ui.tree().close();
            card.flow.space(ui.px(4));
        }
        ui.tree().close();
        card.end();
        flow.space(ui.px(grid::between_cards));
    }
}

Message label_for(const OpenedFile& file) {
    return {file.way == MergeWay::join ? "change.merge" : "change.take_place", {file.name}};
}

/// Files are large more often than not, so it is always done in slices. The file must stay until then.
void begin_carrying_out(Session& session, const OpenedFile& file, std::function<void(LongStep&)> then) {
    begin_long_step(
        session, session.text("step.merging", {file.name}),
        [&](LongStep& step) {
            return kith::carry_out(session.workspace, file.plan, file.way, label_for(file), session.ui.now(),
                step.merged, step.progress);
        },
        std::move(then));
}

/// It stays open, for there is nothing to close it with meanwhile.
void carry_out(Session& session, OpenedFile& file) {
    if (!may_begin(session)) return;
    begin_carrying_out(session, file, [&session, &file](LongStep& step) {
        file.is_done = true;
        file.revision = session.workspace.revision();
        const bool join = file.way == MergeWay::join;
        const std::string said = session.text(join ? "merge.done" : "merge.replaced", {file.name});
        session.say(said, static_cast<bool>(step.merged.stamp));
    });
}

/// With nothing here yet there is nothing to choose.
void restore(Session& session, std::unique_ptr<OpenedFile> file) {
    if (!may_begin(session)) return;
    const std::shared_ptr<OpenedFile> kept = std::move(file);
    begin_carrying_out(session, *kept, [&session, kept](LongStep&) {
        session.say(session.text(kept->plan.damaged ? "files.restored_damaged" : "files.restored",
            {kept->name, kept->plan.fresh}));
        session.go(PlaceId::people);
    });
}

/// False when it is to be closed.
bool draw_choice(Session& session, OpenedFile& file, Flow& flow) {
    Ui& ui = session.ui;
    const std::array options{session.text("merge.join"), session.text("merge.replace")};
    const ImRect strip = flow.take(ui.control());
    const float wide = std::min(strip.GetWidth(), segmented_width(ui, options));
    if (auto picked = segmented(ui, {strip.Min.x, strip.Min.y, strip.Min.x + wide, strip.Max.y},
            session.text("merge.way"), options, file.way == MergeWay::join ? 0 : 1)) {
        file.way = *picked == 0 ? MergeWay::join : MergeWay::replace;
        file.sections_ready = false;
        make_sections(session, file);
    }
    flow.space(ui.px(8));
    const bool join = file.way == MergeWay::join;
    paragraph(
        ui, flow, session.text(join ? "merge.join_text" : "merge.replace_text"), Type::body, Colour::muted);
    flow.space(ui.px(16));
    if (file.plan.damaged) {
        notice(ui, flow, TagKind::due, session.text("merge.damaged"));
        flow.space(ui.px(16));
    }
    if (file.plan.latest.wall() > session.ui.now() + clock_tolerance) {
        notice(ui, flow, TagKind::due, session.text("merge.clock_ahead"));
        flow.space(ui.px(16));
    }
    const std::size_t here = session.workspace.transactions().size();
    const std::size_t there = file.plan.there->transactions().size();
    if (file.plan.fresh == 0 && here > there) {
        notice(ui, flow, TagKind::due, session.text("merge.older", {here - there}));
        flow.space(ui.px(16));
    }
    const bool nothing = join ? file.plan.fresh == 0 : file.sections.empty();
    if (nothing) {
        notice(ui, flow, TagKind::plain, session.text(join ? "merge.all_known" : "merge.all_same"));
        flow.space(ui.px(16));
    } else if (file.sections.empty()) {
        notice(ui, flow, TagKind::plain, session.text("merge.history_only"));
        flow.space(ui.px(16));
    }
    const Button go{.label = session.text(join ? "merge.go_join" : "merge.go_replace"),
        .kind = join ? ButtonKind::primary : ButtonKind::danger,
        .disabled = nothing || session.past};
    const Button cancel{.label = session.text("form.cancel")};
    Line line(flow.take(ui.control()));
    const bool pressed = button(ui, line.start(button_width(ui, go), ui.px(8)), go);
    const bool closed = button(ui, line.start(button_width(ui, cancel)), cancel);
    flow.space(ui.px(16));
    if (pressed) carry_out(session, file);
    return !closed;
}

bool draw_summary(Session& session, const OpenedFile& file, Flow& flow) {
    Ui& ui = session.ui;
    const bool join = file.way == MergeWay::join;
    notice(ui, flow, TagKind::accent,
        session.text(join ? "merge.done_text" : "merge.replaced_text", {file.name}));
    flow.space(ui.px(16));
    if (look_for_duplicates(session)) ui.keep_moving();
    duplicates_line(session, flow);
    Line line(flow.take(ui.control()));
    const Button done{.label = session.text("files.done"), .kind = ButtonKind::primary};
    const Button undo{.label = session.text("merge.undo"),
        .icon = Icon::undo_2,
        .disabled = session.workspace.revision() != file.revision};
    const bool closed = button(ui, line.start(button_width(ui, done), ui.px(8)), done);
    const bool taken_back = button(ui, line.start(button_width(ui, undo)), undo);
    flow.space(ui.px(16));
    if (taken_back) undo_step(session);
    return !closed && !taken_back;
}

}  // namespace

std::unique_ptr<OpenedFile> show_plan(Session& session, std::string name, MergePlan plan) {
    auto file = std::make_unique<OpenedFile>();
    file->name = std::move(name);
    file->plan = std::move(plan);
    if (file->plan.latest) {
        file->detail = session.text("merge.latest", {file->plan.latest.wall()});
    }
    if (!is_bare(session.workspace)) return file;
    restore(session, std::move(file));
    return nullptr;
}

OpenedNext draw_opened_file(Session& session, OpenedFile& file, ImRect area) {
    Ui& ui = session.ui;
    // What is shown must be what will happen.
    if (!file.is_done && file.plan.revision != session.workspace.revision()) return OpenedNext::stale;
    make_sections(session, file);
    const float side = ui.phone() ? grid::screen_phone : grid::screen;
    const ScrollOptions options{.side = side, .top = 20, .most_width = 840};
    Flow flow = begin_scroll(ui, "opened file", area, options);
    heading(ui, flow.take(ui.line(Type::title)), session.text("merge.title", {file.name}), 1, Type::title);
    if (!file.detail.empty()) paragraph(ui, flow, file.detail, Type::body, Colour::muted);
    flow.space(ui.px(16));
    const bool stays = file.is_done ? draw_summary(session, file, flow) : draw_choice(session, file, flow);
    draw_sections(session, file, flow);
    end_scroll(ui, flow, options);
    return stays ? OpenedNext::stays : OpenedNext::closed;
}

bool draw_opening(Session& session, std::string_view name, double fraction, ImRect area) {
    Ui& ui = session.ui;
    const float side = ui.phone() ? grid::screen_phone : grid::screen;
    const ScrollOptions options{.side = side, .top = 20, .most_width = 840};
    Flow flow = begin_scroll(ui, "opening", area, options);
    heading(ui, flow.take(ui.line(Type::title)), session.text("merge.title", {name}), 1, Type::title);
    paragraph(ui, flow, session.text("merge.reading"), Type::body, Colour::muted);
    flow.space(ui.px(16));
    const ImRect bar = flow.take(ui.px(8));
    progress_bar(ui, {bar.Min.x, bar.Min.y, std::min(bar.Max.x, bar.Min.x + ui.px(480)), bar.Max.y},
        session.text("merge.reading"), static_cast<float>(fraction));
    flow.space(ui.px(16));
    const bool stopped = button(ui, flow, {.label = session.text("files.stop")});
    end_scroll(ui, flow, options);
    return !stopped;
}

}  // namespace kith::ui
