#include "ui/files/import_preview.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/files/import_same.h"
#include "ui/words/evidence.h"

namespace kith::ui {

namespace {

struct StatusSpec {
    ItemStatus status;
    std::string_view key;  // of the catalogue, with {0} the number for chips
    TagKind kind;
};
constexpr std::array statuses{
    StatusSpec{ItemStatus::fresh, "files.fresh", TagKind::accent},
    StatusSpec{ItemStatus::changed, "files.changed", TagKind::note},
    StatusSpec{ItemStatus::maybe_known, "files.maybe_known", TagKind::due},
    StatusSpec{ItemStatus::already_here, "files.already_here", TagKind::plain},
    StatusSpec{ItemStatus::skipped, "files.skipped", TagKind::due},
};

const StatusSpec& spec_of(ItemStatus status) {
    return *std::ranges::find(statuses, status, &StatusSpec::status);
}

struct ImportColumn {
    std::string_view key;  // catalogue: import_column.KEY
    float least, share;
    int keep;
    bool of_differences = false;
};
constexpr std::array import_columns{
    ImportColumn{"line", 64, 0, 3},
    ImportColumn{"person", 170, 1.4f, 0},
    ImportColumn{"happens", 156, 0.6f, 1},
    ImportColumn{"field", 110, 0.5f, 4, true},
    ImportColumn{"here", 120, 0.8f, 5, true},
    ImportColumn{"in_file", 160, 1.6f, 2},
};

/// "12", or "Saved Jobs.csv: 12" where there are several files.
std::string line_of(const ImportPlan& plan, const ImportItem& item) {
    if (!plan.is_from_several()) return std::to_string(item.line);
    return plan.files[item.file].name + ": " + std::to_string(item.line);
}

// The text of a cell, and how it is drawn.
std::string import_cell(
    Session& session, const ImportPlan& plan, const ImportItem& item, std::size_t column, ImRect area) {
    Ui& ui = session.ui;
    const FieldDifference* first = item.differences.empty() ? nullptr : &item.differences.front();
    const auto write = [&](std::string words, Colour colour) {
        silent_label(ui, area, words, Type::body, colour);
        return words;
    };
    switch (column) {
        case 0: return write(line_of(plan, item), Colour::muted);
        case 1: {
            const float size = ui.px(grid::avatar);
            const std::uint64_t key = item.match ? item.match.value : hash_text(item.name);
            if (item.kind == Kind::opportunity)
                draw_icon(ui, *ImGui::GetWindowDrawList(),
                    middle(area, size).Min + ImVec2(ui.px(4), ui.px(4)), Icon::briefcase_business,
                    size - ui.px(8), ui.colour(Colour::muted));
            else
                avatar(ui, middle(area, size).Min, size, {.name = item.name, .key = key});
            area.Min.x += size + ui.px(10);
            return write(std::string(item.name), Colour::text);
        }
        case 2: {
            std::string words(session.text(spec_of(item.status).key));
            TagKind kind = spec_of(item.status).kind;
            if (item.status == ItemStatus::maybe_known && item.choice == ItemChoice::join)
                words = session.text("files.joined"), kind = TagKind::note;
            if (item.status != ItemStatus::skipped && item.choice == ItemChoice::skip)
                words = session.text("files.left_out"), kind = TagKind::plain;
            draw_tag(ui, middle(area, tag_height(ui)).Min, words, kind);
            return words;
        }
        case 3: {
            if (first == nullptr) return {};
            std::string words = field_label(ui.words(), *find_field(first->field));
            if (item.differences.size() > 1) words += " +" + std::to_string(item.differences.size() - 1);
            return write(std::move(words), Colour::muted);
        }
        case 4: return first == nullptr ? std::string{} : write(first->here, Colour::muted);
        default:
            if (first != nullptr) return write(first->in_file, Colour::text);
            if (!item.reason.key.empty() && item.status != ItemStatus::already_here)
                return write(ui.text(item.reason), Colour::text);
            return write(std::string(item.detail), Colour::muted);
    }
}

std::string_view key_of(ItemChoice choice, Kind kind) {
    switch (choice) {
        case ItemChoice::take_as_new: return "files.choice_new";
        case ItemChoice::join: return kind == Kind::person ? "files.choice_join" : "files.choice_join_other";
        case ItemChoice::skip: return "files.choice_skip";
    }
    return {};
}

void draw_item_dialog(Session& session, FilesState& state) {
    Ui& ui = session.ui;
    bool open = state.preview.open_item.has_value();
    if (!open) return;
    const ImportPlan& plan = state.import->plan();
    const ImportItem& item = plan.items[*state.preview.open_item];
    const std::string title(item.name.empty() ? session.text("files.entry") : item.name);
    Flow flow;
    bool is_split = false;
    if (begin_dialog(ui, title, 560, open, flow)) {
        if (!item.detail.empty()) paragraph(ui, flow, item.detail, Type::body, Colour::muted);
        paragraph(ui, flow, session.text("files.where", {plan.files[item.file].name, item.line}), Type::small,
            Colour::muted);
        if (!item.reason.key.empty()) paragraph(ui, flow, ui.text(item.reason));
        if (item.evidence) {
            const SameEvidence evidence = evidence_of(session, *item.evidence);
            for (const auto* lines : {&evidence.speaks_for, &evidence.speaks_against}) {
                for (const std::string& line : *lines)
                    paragraph(ui, flow, line, Type::small, Colour::muted);
            }
        }
        if (item.kind == Kind::person && !item.others.empty()) {
            std::vector<Argument> lines;
            for (const EntryPlace& other : item.others)
                lines.emplace_back(std::to_string(other.line));
            paragraph(
                ui, flow, session.text("files.put_together", {ui.formatter().list(lines)}), Type::small);
            const Button split{.label = session.text("files.split"), .small = true};
            is_split = button(ui, flow, split);
        }
        flow.space(ui.px(12));
        if (const std::vector<ItemChoice> choices = item.choices(); !choices.empty()) {
            std::vector<std::string_view> options;
            for (const ItemChoice choice : choices)
                options.push_back(session.text(key_of(choice, item.kind)));
            const auto at = std::ranges::find(choices, item.choice) - choices.begin();
            const ImRect area = flow.take(ui.control());
            if (auto picked = segmented(ui,
                    {area.Min.x, area.Min.y, std::min(area.Max.x, area.Min.x + segmented_width(ui, options)),
                        area.Max.y},
                    session.text("files.what_happens"), options, static_cast<int>(at))) {
                state.import->choose(*state.preview.open_item, choices[static_cast<std::size_t>(*picked)]);
            }
            flow.space(ui.px(16));
        }
        for (std::size_t i = 0; i < item.differences.size(); ++i) {
            const FieldDifference& difference = item.differences[i];
            ImGui::PushID(static_cast<int>(i));
            const std::string name = field_label(ui.words(), *find_field(difference.field));
            const std::string sentence = name + ": " +
                (difference.here.empty()
                        ? difference.in_file
                        : session.text("files.instead", {difference.in_file, difference.here}));
            if (checkbox(ui, flow, sentence, difference.take ? Tri::yes : Tri::no)) {
                state.import->take(*state.preview.open_item, i, !difference.take);
            }
            ImGui::PopID();
        }
        flow.space(ui.px(12));
        Line line(flow.take(ui.control()));
        const Button done{.label = session.text("files.done"), .kind = ButtonKind::primary};
        if (button(ui, line.end(button_width(ui, done)), done)) open = false;
        end_dialog(ui, flow);
    }
    if (is_split) {  // the item is no more where it was
        state.import->split(*state.preview.open_item);
        state.preview.shown_ready = false;
    }
    if (!open) state.preview.open_item.reset();
}

void draw_notices(Session& session, FilesState& state) {
    Ui& ui = session.ui;
    const ImportPlan& plan = state.import->plan();
    Flow flow;
    if (!begin_dialog(ui, session.text("files.notices"), 640, state.preview.notices_open, flow)) return;
    for (const Error& notice_ : plan.notices) {
        paragraph(ui, flow, ui.text(notice_), Type::small);
        flow.space(ui.px(6));
    }
    if (plan.more_notices > 0)
        paragraph(
            ui, flow, session.text("files.more_notices", {plan.more_notices}), Type::small, Colour::muted);
    end_dialog(ui, flow);
}

/// What the column of names is headed: the kind of what is in it, if it is one.
std::string_view name_column(const ImportPlan& plan) {
    const std::size_t jobs = plan.counts.opportunities;
    return jobs == 0 ? "person" : jobs == plan.counts.total() ? "opportunity" : "name";
}

/// "Import 3 people and 2 opportunities"
std::string say_import(Session& session, const ImportTaken& taken) {
    if (taken.jobs == 0) return session.text("files.do_import", {taken.people});
    if (taken.people == 0) return session.text("files.do_import_jobs", {taken.jobs});
    return session.text("files.do_import_both", {taken.people, taken.jobs});
}

void draw_plan(Session& session, FilesState& state, Flow& flow, float bottom) {
    Ui& ui = session.ui;
    const ImportPlan& plan = state.import->plan();
    // How many of each; pressing one shows only those.
    ui.open_group(Role::toolbar, session.text("files.show_only"));
    float x = flow.x;
    const float high = ui.touch() ? ui.px(grid::control_touch) : tag_height(ui) + ui.px(4);
    for (const StatusSpec& spec : statuses) {
        const std::size_t count = plan.counts.of(spec.status);
        if (count == 0) continue;
        const std::string words = std::string(session.text(spec.key)) + " " + ui.number(count);
        const float wide = chip_width(ui, words, false);
        if (x > flow.x && x + wide > flow.end_x()) x = flow.x, flow.space(high + ui.px(6));
        const bool on = state.preview.only == spec.status;
        if (tinted_chip(ui, {x, flow.y}, words, spec.kind, on)) {
            state.preview.only = on ? std::nullopt : std::optional(spec.status);
            state.preview.shown_ready = false;
        }
        x += wide + ui.px(8);
    }
    if (!plan.notices.empty()) {
        const std::string words =
            session.text("files.notices_count", {plan.notices.size() + plan.more_notices});
        if (x + chip_width(ui, words, false) > flow.end_x()) x = flow.x, flow.space(high + ui.px(6));
        if (chip(ui, {x, flow.y}, words, false)) state.preview.notices_open = true;
    }
    ui.tree().close();
    flow.space(high + ui.px(12));
    if (plan.counts.maybe_known > 0) {
        const std::string look = session.text("files.look_at", {plan.counts.maybe_known});
        if (button(ui, flow, {.label = look, .icon = Icon::users, .small = true, .id = "look at"}))
            open_same(state, std::nullopt);
        flow.space(ui.px(12));
    }

    if (!state.preview.shown_ready) {
        state.preview.shown = plan.listed(state.preview.only);
        state.preview.shown_ready = true;
    }

    // What differs has columns where anything does.
    const bool differ = std::ranges::any_of(
        state.preview.shown, [&](std::uint32_t i) { return !plan.items[i].differences.empty(); });
    std::vector<std::string> titles;
    std::vector<Column> columns;
    std::vector<std::size_t> places;  // in import_columns
    titles.reserve(import_columns.size());
    for (std::size_t i = 0; i < import_columns.size(); ++i) {
        const ImportColumn& column = import_columns[i];
        if (column.of_differences && !differ) continue;
        titles.emplace_back(session.text(
            "import_column." + std::string(column.key == "person" ? name_column(plan) : column.key)));
        columns.push_back({.key = column.key,
            .title = titles.back(),
            .least = column.key == "line" && plan.is_from_several() ? 180 : column.least,
            .share = column.share,
            .keep = column.keep,
            .sortable = false});
        places.push_back(i);
    }
    const auto item_at = [&](int row) -> const ImportItem& {
        return plan.items[state.preview.shown[static_cast<std::size_t>(row)]];
    };
    const TableRows rows{
        .count = static_cast<int>(state.preview.shown.size()),
        .cell = [&](int row, std::size_t column, ImRect area,
                    bool) { return import_cell(session, plan, item_at(row), places[column], area); },
        .name =
            [&](int row) {
                const ImportItem& item = item_at(row);
                return item.name.empty() ? session.text("files.line", {item.line}) : std::string(item.name);
            },
        .key =
            [&](int row) {
                return static_cast<std::uint64_t>(state.preview.shown[static_cast<std::size_t>(row)]) + 1;
            },
    };
    const float note = ui.line(Type::small) + ui.px(16);
    const ImRect area{flow.x, flow.y, flow.end_x(), bottom - note};
    const TableResult result =
        table(ui, area, session.text("files.preview"), state.preview.table, columns, rows);
    if (result.opened) {
        const std::size_t opened = state.preview.shown[static_cast<std::size_t>(*result.opened)];
        if (plan.items[opened].status == ItemStatus::maybe_known)
            open_same(state, opened);
        else
            state.preview.open_item = opened;
    }
    flow.y = std::min(area.Max.y, area.Min.y + table_height(ui, rows.count)) + ui.px(12);
    label(ui, flow.take(ui.line(Type::small)), session.text("files.promise"), Type::small, Colour::muted);
    draw_item_dialog(session, state);
    if (state.import) draw_notices(session, state);
}

}  // namespace

std::string say_imported(Session& session, const ImportTaken& taken, std::string_view file) {
    if (taken.jobs == 0) return session.text("toast.imported", {taken.people, file});
    if (taken.people == 0) return session.text("toast.imported_jobs", {taken.jobs, file});
    return session.text("toast.imported_both", {taken.people, taken.jobs, file});
}

void draw_import(Session& session, FilesState& state, ImRect area) {
    Ui& ui = session.ui;
    ImportJob& job = *state.import;
    const float side = ui.px(ui.phone() ? grid::screen_phone : grid::screen);
    Flow flow{.x = area.Min.x + side, .y = area.Min.y + ui.px(20), .width = area.GetWidth() - 2 * side};
    const bool planned = job.stage() == ImportStage::planned;
    if (planned && state.preview.same.open) return draw_import_same(session, state, area);

    const ImportTaken taken = planned ? job.plan().taken() : ImportTaken{};
    const Button cancel{.label = session.text(planned ? "form.cancel" : "files.stop")};
    std::string do_it = planned ? say_import(session, taken) : std::string{};
    // On a phone both kinds in one sentence leave no room for the other button.
    if (button_width(ui, {.label = do_it}) + ui.px(12) + button_width(ui, cancel) > flow.width)
        do_it = session.text("files.do_import_short", {taken.total()});
    const Button import{
        .label = do_it, .kind = ButtonKind::primary, .disabled = !planned || taken.total() == 0};
    const std::string title = session.text("files.import_title", {job.name()});
    std::string detail(session.text("files.reading"));
    if (planned) {
        const ImportPlan& plan = job.plan();
        const std::string_view kind = session.text("file_kind." + std::string(plan.main_format()));
        detail = session.text("files.plan_detail", {kind, plan.entries()});
    }
    const bool below = flow.width < ui.px(560);
    Line top(flow.take(ui.line(Type::title) + ui.line(Type::body)));
    const auto buttons = [&](Line line) {
        ImRect import_area, cancel_area;
        if (planned) import_area = line.end(button_width(ui, import), ui.px(12));
        cancel_area = line.end(button_width(ui, cancel), ui.px(12));
        const bool stop = button(ui, cancel_area, cancel);
        const bool go = planned && button(ui, import_area, import);
        if (go)
            job.accept();
        else if (stop)
            state.import.reset();
        return line.area;
    };
    ImRect words = top.area;
    bool pressed_early = false;
    if (!below) {
        const ImRect block = middle(top.area, ui.control());
        words.Max.x = buttons(Line(block)).Max.x;
        pressed_early = !state.import;
    }
    heading(ui, {words.Min.x, words.Min.y, words.Max.x, words.Min.y + ui.line(Type::title)}, title, 1,
        Type::title);
    label(ui, {words.Min.x, words.Max.y - ui.line(Type::body), words.Max.x, words.Max.y}, detail, Type::body,
        Colour::muted);
    flow.space(ui.px(12));
    if (pressed_early) return;
    if (below) {
        buttons(Line(flow.take(ui.control())));
        flow.space(ui.px(12));
        if (!state.import) return;
    }
    if (job.stage() == ImportStage::planned) {
        draw_plan(session, state, flow, area.Max.y - side);
        return;
    }
    const bool writing = job.stage() > ImportStage::planned;
    flow.space(ui.px(16));
    const ImRect bar = flow.take(ui.px(8));
    progress_bar(ui, {bar.Min.x, bar.Min.y, std::min(bar.Max.x, bar.Min.x + ui.px(480)), bar.Max.y},
        session.text(writing ? "files.writing" : "files.reading"), static_cast<float>(job.fraction()));
}

}  // namespace kith::ui
